"""The sign-in window, which is painted before the database is connected.

No database module is imported before the first paint, because SQLAlchemy alone takes more time than the
window. A sign-in submitted while connecting is deferred.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.errors import NotPreparedError, SignInError
from desktop_app.languages import LANGUAGES
from desktop_app.settings import Settings
from desktop_app.wording import digits, fill, language_in_use, translate
from ui import jobs
from ui.errors import sentence
from ui.guard import guarded
from ui.sign_in.brand_panel import BrandPanel
from ui.sign_in.form import FirstAdministratorForm, NewPasswordForm, SignInForm
from ui.sign_in.remembering import find_password, not_found_sentence, remember
from ui.theme import theme
from ui.widgets.fixed_setting import FixedMark, show_fixed
from ui.widgets.painting import set_margins
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.top_bar import ConnectionLabel

if TYPE_CHECKING:
    from desktop_app.services import Services
    from desktop_app.staff.credentials import StoredPassword
    from desktop_app.staff.roles import Actor
    from ui.sign_in.setup_page import SetupPage


class SignInWindow(QWidget):
    """Emits `signed_in` with services, actor, current settings, and the keyring problem, if any."""

    signed_in = Signal(object, object, object, str)
    language_chosen = Signal(str)
    #: Another database was selected: carries the current settings. Previously opened services are closed.
    database_chosen = Signal(object)

    def __init__(self, settings: Settings, services: Services | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.services = services
        self._department = services is None and settings.is_department
        self._reached = False
        self._waiting: tuple[str, str, bool] | None = None
        self._begun = False
        #: Actor, settings and password of a sign-in with a one-time password.
        self._one_time: tuple[Actor, Settings, str] | None = None
        self._attempt = 0
        act, program = translate("SignIn", "Sign in"), translate("Window", "Mosharekat")
        self.setWindowTitle(f"{act} — {program}")
        self.form = SignInForm(settings.last_username, settings.remember)
        self.form.submitted.connect(self._sign_in)
        self.first_form = FirstAdministratorForm()
        self.first_form.submitted.connect(self._create_first)
        self.new_password_form = NewPasswordForm()
        self.new_password_form.submitted.connect(self._choose_password)
        self.connection = ConnectionLabel()
        self.pages = QStackedWidget()
        self.pages.addWidget(_centred(self.form))
        self.pages.addWidget(_centred(self.first_form))
        self.pages.addWidget(_centred(self.new_password_form))
        self.again_link = LinkLabel(translate("SignIn", "Try again"), self._connect, "secondary")
        self.again_link.hide()
        if settings.is_fixed("remember"):
            show_fixed(self.form.remember)
        if settings.layers.trouble is not None:
            self.form.show_note(sentence(settings.layers.trouble))
        self.setup_link = LinkLabel(translate("Setup", "Set up the database …"), self.open_setup, "secondary")
        self.setup: SetupPage | None = None
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.pages, 1)
        side.addLayout(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(side, 7)
        row.addWidget(BrandPanel(), 5)
        self.resize(1440, 868)
        self.form.focus_first()

    def _foot(self) -> QHBoxLayout:
        from desktop_app import __version__  # noqa: PLC0415 - read where it is shown

        version = fill(translate("SignIn", "Version {number}"), number=digits(__version__))
        row = QHBoxLayout()
        set_margins(row, 32, 0, 32, 18)
        row.setSpacing(14)
        row.addWidget(self.connection)
        row.addWidget(self.again_link)
        row.addWidget(self.setup_link)
        if self.settings.is_fixed("database"):
            self.setup_link.hide()
            row.addWidget(FixedMark(translate("SignIn", "Database")))
        row.addStretch()
        if self.settings.is_fixed("language"):
            row.addWidget(FixedMark(language_in_use().name))
        else:
            for language in LANGUAGES.values():
                if language != language_in_use():
                    choose = partial(self.language_chosen.emit, language.code)
                    row.addWidget(LinkLabel(language.name, choose, "secondary"))
        row.addWidget(PlainLabel(version, "secondary", "text2"))
        return row

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().pane)
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self._connect)

    def show_error(self, error: Exception) -> None:
        """Shows an error below the fields; called by `ui.jobs`."""
        self.settings.name_update_folder(error)
        words = sentence(error)
        self._set_busy(False)
        if isinstance(error, NotPreparedError) and self._department:
            self.open_setup()
            assert self.setup is not None
            self.setup.show_owner()
            return
        if self.pages.currentIndex() == 1:
            self.first_form.show_trouble(words)
        elif self.pages.currentIndex() == 2:
            self.new_password_form.show_trouble(words)
        else:
            self.form.show_trouble(words)

    def open_setup(self) -> None:
        """Shows the page that selects the database; going back changes nothing."""
        from ui.sign_in.setup_page import SetupPage  # noqa: PLC0415 - after the first paint

        if self.setup is None:
            self.setup = SetupPage(self.settings)
            self.setup.left.connect(self._leave_setup)
            self.setup.used.connect(self._on_database_chosen)
            self.pages.addWidget(self.setup)
        self.pages.setCurrentWidget(self.setup)
        self.setup_link.hide()
        self.setup.focus_first()

    def _leave_setup(self) -> None:
        setup, self.setup = self.setup, None
        self.pages.setCurrentIndex(0)
        # The owner of a database without tables is led to the page also where its address is fixed.
        self.setup_link.setVisible(not self.settings.is_fixed("database"))
        self.form.focus_first()
        if setup is not None:
            self.pages.removeWidget(setup)
            setup.deleteLater()

    def _on_database_chosen(self, settings: Settings, services: Services | None) -> None:
        """Switches to another database; `services` are those of a local file, or of the owner of a new database."""
        if self.services is not None:
            self.services.close()
        self.settings, self.services = settings, services
        self._department = settings.is_department
        self._reached = False
        self.database_chosen.emit(settings)
        self._leave_setup()
        self.form.trouble.hide()
        if services is not None and settings.is_department:
            self._ask_for_first()
        self._connect()

    def _ask_for_first(self) -> None:
        self.pages.setCurrentIndex(1)
        self.first_form.full_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.again_link.hide()
        self.connection.show_state("connecting")
        settings, services = self.settings, self.services
        self._attempt = attempt = self._attempt + 1

        def reached(opened: tuple[Services | None, str, bool]) -> None:
            if attempt == self._attempt:
                self._on_connected(opened)
            elif opened[0] is not None and opened[0] is not self.services:
                # Another database was selected meanwhile.
                opened[0].close()

        def away(error: Exception) -> None:
            if attempt == self._attempt:
                self._on_away(error)

        jobs.run(self, lambda: _open(settings, services), reached, away)

    def _on_connected(self, opened: tuple[Services | None, str, bool]) -> None:
        self.services, place, empty = opened
        self._reached = True
        name = place if self._department else translate("Window", "database of this PC")
        self.connection.show_state("connected", name, place)
        if empty and self.setup is None:
            self._ask_for_first()
        elif self.settings.remember and self.settings.last_username and self._waiting is None:
            # The keyring may show a prompt, so do not block the window.
            username = self.settings.last_username
            jobs.run(self, lambda: find_password(place, username), self._on_password)
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._sign_in(*waiting)

    def _on_password(self, found: StoredPassword) -> None:
        untouched = self.form.username.text() == self.settings.last_username
        if found.password and untouched and not self.form.password.text():
            self.form.password.setText(found.password)
        elif not found.password and not self.form.trouble.isVisible():
            self.form.show_note(not_found_sentence(found.outcome))

    def _on_away(self, error: Exception) -> None:
        self.connection.show_state("away")
        self.again_link.show()
        self._waiting = None
        jobs.show_error(self, error)

    def _sign_in(self, username: str, password: str, remember: bool) -> None:
        self._set_busy(True)
        if not self._reached:
            self._waiting = (username, password, remember)
            return
        before = self.settings
        settings = replace(before, last_username=username, remember=remember)
        services = self.services
        jobs.run(self, lambda: _sign_in(settings, services, username, password, before), self._on_signed_in)

    def _create_first(self, full_name: str, username: str, password: str) -> None:
        services = self.services
        if services is None:
            return
        self._set_busy(True)
        settings = replace(self.settings, last_username=username)

        def work() -> SignedIn:
            services.accounts.create_first_administrator(full_name, username, password)
            return _sign_in(settings, services, username, password)

        jobs.run(self, work, self._on_signed_in)

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

    def _on_restored_accounts(self, restored: bool) -> None:
        if restored:
            self.first_form.ask_for_existing()

    def _on_signed_in(self, done: SignedIn) -> None:
        self.services, actor, settings, not_kept = done
        self._set_busy(False)
        if actor is None:
            # The owner of a new department database, which has no staff yet.
            self._ask_for_first()
            accounts = self.services.accounts
            jobs.run(self, accounts.came_without_roles, self._on_restored_accounts)
            return
        if actor.unconfirmed:
            self.pages.setCurrentIndex(0)
            self.show_error(SignInError(reason="unconfirmed"))
            return
        if actor.must_change_password:
            self._one_time = (actor, settings, self.form.password.text())
            self.form.password.clear()
            self.pages.setCurrentIndex(2)
            self.new_password_form.password.setFocus()
            return
        self.signed_in.emit(self.services, actor, settings, not_kept)

    def _set_busy(self, busy: bool) -> None:
        self.form.button.setEnabled(not busy)
        self.first_form.button.setEnabled(not busy)
        self.new_password_form.button.setEnabled(not busy)


#: Services, actor (None for the owner of an empty database), settings, keyring problem.
SignedIn = tuple["Services", "Actor | None", Settings, str]


def _open(settings: Settings, services: Services | None) -> tuple[Services | None, str, bool]:
    """Opens the services of a local file; returns them, the place, and whether there are no accounts yet.

    A department database is only probed, because it is opened by signing in. Runs on a worker thread. Raises
    `DatabaseAwayError`, and as `Settings.require_usable_database`.
    """
    if services is None:
        settings.require_usable_database()
    from desktop_app.bootstrap import open_services  # noqa: PLC0415 - after the first paint
    from desktop_app.database.engine import Database  # noqa: PLC0415
    from desktop_app.errors import DatabaseAwayError  # noqa: PLC0415

    empty = False
    if services is None and settings.is_department:
        server = Database(settings.database_url)
        place, there = server.place, server.answers()
        server.close()
        if not there:
            raise DatabaseAwayError(where=place)
    else:
        services = services or open_services(settings.database_url)
        place, empty = services.database.place, services.accounts.is_empty()
    return services, place, empty


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
    kept = remember(settings, earlier, services.database.place, password) if keeps else ""
    return services, actor, settings, kept


def _centred(form: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addStretch(2)
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(form)
    row.addStretch()
    column.addLayout(row)
    column.addStretch(3)
    return page
