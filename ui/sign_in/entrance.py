"""The forms by which people come in: sign-in, first administrator, own password, and the recovery code.

Used by the sign-in window and by the pages of the first start. It knows no connection: whoever owns it says when
the database was reached.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError, NotPreparedError, SignInError
from desktop_app.settings import Settings
from ui import jobs
from ui.errors import sentence
from ui.sign_in.form import FirstAdministratorForm, NewPasswordForm, SignInForm
from ui.sign_in.recovery_form import RecoveryForm
from ui.sign_in.recovery_page import RecoverySheetPage
from ui.sign_in.remembering import remember
from ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from desktop_app.services import Services
    from desktop_app.staff.recovery import RecoverySheet
    from desktop_app.staff.roles import Actor

#: The forms, in the order of the stack.
SIGN_IN, FIRST, NEW_PASSWORD, RECOVERY, SHEET = range(5)


class Entrance(PageStack):
    """Emits `signed_in` with services, actor, settings, and the keyring problem, if any.

    `not_prepared`: the database of the department has no tables yet. `stage_changed`: another form is shown, or the
    entrance became busy or idle. `framed` forms have a heading and a button of their own.
    """

    signed_in = Signal(object, object, object, str)
    not_prepared = Signal()
    stage_changed = Signal()

    def __init__(self, settings: Settings, services: Services | None = None, *, framed: bool = True) -> None:
        super().__init__()
        self.settings = settings
        self.services = services
        #: Makes the file of this PC with the first administrator, if it was chosen and is not there yet.
        self.makes_file = False
        self.busy = False
        #: Whether the person who came in has just become the first administrator.
        self.made_first = False
        self._reached = False
        self._waiting: tuple[str, str, bool] | None = None
        #: Actor, settings and password of a sign-in with a one-time password.
        self._one_time: tuple[Actor, Settings, str] | None = None
        self._done: SignedIn | None = None
        self.form = SignInForm(
            settings.last_username, settings.remember, office=settings.office_name, framed=framed
        )
        self.form.submitted.connect(self._sign_in)
        self.form.password_lost.connect(self._ask_for_code)
        self.first_form = FirstAdministratorForm(framed=framed)
        self.first_form.submitted.connect(self._create_first)
        self.new_password_form = NewPasswordForm(framed=framed)
        self.new_password_form.submitted.connect(self._choose_password)
        self.recovery_form = RecoveryForm(framed=framed)
        self.recovery_form.submitted.connect(self._recover)
        self.recovery_form.left.connect(self.ask_to_sign_in)
        self.sheet_page = RecoverySheetPage(framed=framed)
        self.sheet_page.kept.connect(self._on_sheet_kept)
        self.sheet_page.changed.connect(self.stage_changed)
        for page in self._forms():
            self.add_page(_centred(page) if framed else _at_the_edge(page))
        self.turned.connect(lambda _index: self.stage_changed.emit())

    def _forms(self) -> tuple[QWidget, ...]:
        return (self.form, self.first_form, self.new_password_form, self.recovery_form, self.sheet_page)

    # State

    @property
    def waits(self) -> bool:
        """Whether a sign-in was submitted that waits for the connection."""
        return self._waiting is not None

    def use(self, settings: Settings, services: Services | None) -> None:
        """Uses another database, which is not reached yet."""
        self.settings, self.services = settings, services
        self._reached = False
        self.form.trouble.hide()
        self.form.offer_recovery(False)

    def reach(self, services: Services | None, *, recovery: bool = False) -> None:
        """The database was reached; a sign-in that was submitted before is done now."""
        self.services = services
        self._reached = True
        self.form.offer_recovery(recovery)
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._sign_in(*waiting)

    def give_up(self) -> None:
        """The database is away: a sign-in that waits is given up."""
        if self._waiting is not None:
            self._waiting = None
            self._set_busy(False)

    def submit(self) -> None:
        """Submits the form in front."""
        submits: tuple[Callable[[], None], ...] = (
            self.form.submit,
            self.first_form.submit,
            self.new_password_form.submit,
            self.recovery_form.submit,
            self.sheet_page.submit,
        )
        if self.place() < len(submits):
            submits[self.place()]()

    def ask_to_sign_in(self) -> None:
        """Shows the sign-in form."""
        self.bring_place(SIGN_IN)
        self.form.focus_first()

    def ask_for_first(self) -> None:
        """Shows the form for the first administrator."""
        self.bring_place(FIRST)
        self.first_form.full_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: Exception) -> None:
        """Shows an error below the fields; called by `ui.jobs`."""
        self._set_busy(False)
        self.settings.name_update_folder(error)
        if isinstance(error, NotPreparedError) and self.settings.is_department:
            self.not_prepared.emit()
            return
        forms = (self.form, self.first_form, self.new_password_form, self.recovery_form)
        shown = forms[self.place()] if self.place() < len(forms) else self.form
        shown.show_trouble(sentence(error))

    # Work

    def _sign_in(self, username: str, password: str, keeps: bool) -> None:
        self._set_busy(True)
        if not self._reached:
            self._waiting = (username, password, keeps)
            return
        before = self.settings
        settings = replace(before, last_username=username, remember=keeps)
        services = self.services
        jobs.run(self, lambda: _sign_in(settings, services, username, password, before), self._on_signed_in)

    def _create_first(self, full_name: str, username: str, password: str) -> None:
        settings = replace(self.settings, last_username=username)
        opened = self.services
        if opened is None and not self.makes_file:
            return
        self._set_busy(True)

        def work() -> tuple[SignedIn, RecoverySheet | None]:
            from desktop_app.staff.accounts import check_new_account  # noqa: PLC0415 - after the first paint
            from ui.sign_in.setup_work import use_this_pc  # noqa: PLC0415

            nonlocal opened
            # Before a file is made.
            check_new_account(full_name, username, password)
            services = opened or use_this_pc(settings)[1]
            # Kept for another try if the name is refused.
            opened = services
            services.accounts.create_first_administrator(full_name, username, password)
            done = _sign_in(settings, services, username, password)
            on_one_pc = done[1] is not None and services.database.is_sqlite
            return done, done[0].recovery.make(done[1]) if on_one_pc and done[1] is not None else None

        def fail(error: Exception) -> None:
            self.services = opened
            jobs.show_error(self, error)

        def came_in(done: tuple[SignedIn, RecoverySheet | None]) -> None:
            self.made_first = True
            self._on_came_in(*done)

        jobs.run(self, work, came_in, fail)

    def _choose_password(self, password: str) -> None:
        services = self.services
        if services is None or self._one_time is None:
            return
        self._set_busy(True)
        actor, settings, old = self._one_time

        def work() -> SignedIn:
            services.accounts.change_own_password(actor, old, password)
            return _sign_in(settings, services, settings.last_username, password)

        jobs.run(self, work, self._on_signed_in)

    def _ask_for_code(self) -> None:
        self.bring_place(RECOVERY)
        self.recovery_form.focus_first()

    def _recover(self, code: str, password: str) -> None:
        services, before = self.services, self.settings
        if services is None:
            return
        self._set_busy(True)

        def work() -> tuple[SignedIn, RecoverySheet | None]:
            done = services.recovery.recover(code, password)
            settings = replace(before, last_username=done.username)
            return _sign_in(settings, services, done.username, password, before), done.sheet

        jobs.run(self, work, lambda done: self._on_came_in(*done))

    # Results

    def _on_came_in(self, done: SignedIn, sheet: RecoverySheet | None) -> None:
        """Shows the recovery code first, if there is one."""
        if sheet is None:
            self._on_signed_in(done)
            return
        self.services, _, self.settings, _ = done
        self._done = done
        self.recovery_form.clear()
        self._set_busy(False)
        self.sheet_page.show_sheet(sheet, done[0])
        self.bring_place(SHEET)

    def _on_sheet_kept(self) -> None:
        done, self._done = self._done, None
        if done is not None:
            self._on_signed_in(done)

    def _on_signed_in(self, done: SignedIn) -> None:
        self.services, actor, settings, not_kept = done
        self._set_busy(False)
        if actor is None:
            # The owner of a new department database, which has no staff yet.
            self.ask_for_first()
            accounts = self.services.accounts
            jobs.run(self, accounts.came_without_roles, self._on_restored_accounts)
            return
        if actor.unconfirmed:
            self.bring_place(SIGN_IN)
            self.show_error(SignInError(reason="unconfirmed"))
            return
        if actor.must_change_password:
            self._one_time = (actor, settings, self.form.password.text())
            self.form.password.clear()
            self.bring_place(NEW_PASSWORD)
            self.new_password_form.password.setFocus()
            return
        self.settings = settings
        self.signed_in.emit(self.services, actor, settings, not_kept)

    def _on_restored_accounts(self, restored: bool) -> None:
        if restored:
            self.first_form.ask_for_existing()

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        for form in (self.form, self.first_form, self.new_password_form, self.recovery_form):
            form.button.setEnabled(not busy)
        self.stage_changed.emit()


#: Services, actor (None for the owner of an empty database), settings, keyring problem.
SignedIn = tuple["Services", "Actor | None", Settings, str]


def _sign_in(
    settings: Settings,
    services: Services | None,
    username: str,
    password: str,
    earlier: Settings | None = None,
) -> SignedIn:
    """Signs in and stores the password if requested; deletes the one remembered `earlier`.

    `services` are those of a local file, or of the owner who just created the first administrator. Runs on a
    worker thread.
    """
    from desktop_app.bootstrap import sign_in, sign_in_to_server  # noqa: PLC0415

    actor: Actor | None
    if services is None:
        services, actor = sign_in_to_server(settings.database_url, username, password)
    else:
        before = services
        services, actor = sign_in(before, username, password)
        if services is not before:
            before.close()
    keeps = actor is not None and not actor.must_change_password
    if keeps:
        settings = replace(settings, office_name=_office_name(services, settings.office_name))
    kept = remember(settings, earlier, services.database.place, password) if keeps else ""
    return services, actor, settings, kept


def _office_name(services: Services, known: str) -> str:
    """Returns the name of the office, which the next sign-in shows before it; the known one if it cannot be read."""
    try:
        return services.office.settings().office_name
    except AppError:
        return known


_ABOVE: Final = 2
_BELOW: Final = 3


def _centred(form: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addStretch(_ABOVE)
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(form)
    row.addStretch()
    column.addLayout(row)
    column.addStretch(_BELOW)
    return page


def _at_the_edge(form: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    row = QHBoxLayout()
    row.addWidget(form)
    row.addStretch()
    column.addLayout(row)
    column.addStretch()
    return page
