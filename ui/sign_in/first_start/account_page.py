"""The third page: the first administrator of a new database, or the sign-in to one that is there.

Whoever owns a database of the department without tables prepares it here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.settings import Settings
from desktop_app.wording import translate
from ui import jobs
from ui.errors import sentence
from ui.sign_in import setup_work
from ui.sign_in.connection_panel import ConnectionPanel
from ui.sign_in.entrance import FIRST, NEW_PASSWORD, RECOVERY, SHEET, SIGN_IN, Entrance
from ui.sign_in.first_start.page import Page
from ui.sign_in.setup_fields import OwnerFields
from ui.widgets.fixed_setting import show_fixed
from ui.widgets.page_stack import PageStack
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.progress import Progress
    from desktop_app.services import Services


class AccountPage(Page):
    """`came_in` carries services, actor, settings, and the keyring problem, if any."""

    came_in = Signal(object, object, object, str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entrance = Entrance(settings, framed=False)
        #: Whether the server of the department was chosen.
        self.department = settings.is_department
        self.prepare = PreparePane()
        self._stack = PageStack()
        self._stack.add_page(self.entrance)
        self._stack.add_page(self.prepare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        if settings.is_fixed("remember"):
            show_fixed(self.entrance.form.remember)
        self.entrance.signed_in.connect(self._on_signed_in)
        self.entrance.stage_changed.connect(self.changed)
        self.entrance.not_prepared.connect(self._on_not_prepared)
        self.prepare.changed.connect(self.changed)
        self.prepare.prepared.connect(self._on_prepared)

    def use(self, settings: Settings) -> None:
        """Takes the place that was chosen on the page before."""
        if self.entrance.services is not None and settings.database != self.entrance.settings.database:
            self.entrance.services.close()
            self.entrance.services = None
        self._stack.bring(self.entrance)
        services = self.entrance.services
        self.entrance.use(settings, services)
        self.entrance.makes_file = not settings.is_department
        if settings.is_department:
            self.entrance.reach(None)
            self.entrance.bring_place(SIGN_IN)
        else:
            self.entrance.bring_place(FIRST)

    def title(self) -> str:
        if self._prepares:
            return translate("FirstStart", "The database has no tables yet")
        return {
            SIGN_IN: translate("FirstStart", "Sign in with your account of the office"),
            FIRST: translate("FirstStart", "Who looks after this database?"),
            NEW_PASSWORD: translate("FirstStart", "Choose a password of your own"),
            RECOVERY: translate("FirstStart", "Set a new password"),
            SHEET: translate("FirstStart", "Recovery code"),
        }[self.entrance.place()]

    def about(self) -> str:
        if self._prepares:
            return ""
        return {
            SIGN_IN: translate(
                "FirstStart", "The administrator of the office gave you a user name and a password."
            ),
            FIRST: translate(
                "FirstStart", "The first account administers: it makes the accounts of all others."
            ),
        }.get(self.entrance.place(), "")

    def step_words(self) -> str:
        if self.department:
            return translate("FirstStart", "with an account of the office")
        return translate("FirstStart", "first administrator")

    def step_name(self) -> str:
        """Returns the name of the step in the list."""
        if self.department:
            return translate("FirstStart", "Sign-in")
        return translate("FirstStart", "Account")

    def ready(self) -> bool:
        if self._prepares:
            return not self.prepare.test.running
        if self.entrance.place() == SHEET:
            return self.entrance.sheet_page.ready
        return not self.entrance.busy

    def why(self) -> str:
        if self.entrance.place() == SHEET and not self.ready():
            return translate("FirstStart", "Put the code on paper first.")
        return translate("FirstStart", "One moment …") if self.entrance.busy else ""

    def next_words(self) -> str:
        if self._prepares:
            return translate("FirstStart", "Make the tables")
        return {
            SIGN_IN: translate("FirstStart", "Sign in"),
            FIRST: translate("FirstStart", "Make the account"),
        }.get(self.entrance.place(), translate("FirstStart", "Continue"))

    def may_go_back(self) -> bool:
        if self.entrance.busy or self.prepare.test.running:
            return False
        return self._prepares or self.entrance.place() in {SIGN_IN, FIRST}

    def stop(self) -> bool:
        if self._prepares and self.prepare.test.stop():
            return True
        if self._prepares:
            self._stack.bring(self.entrance)
            self.entrance.ask_to_sign_in()
            self.changed.emit()
            return True
        return False

    def advance(self) -> None:
        """Submits the form in front."""
        if not self.ready():
            return
        if self._prepares:
            self.prepare.run()
        else:
            self.entrance.submit()

    def focus_first(self) -> None:
        if self.entrance.place() == FIRST:
            self.entrance.ask_for_first()
        else:
            self.entrance.ask_to_sign_in()

    @property
    def _prepares(self) -> bool:
        return self._stack.front() is self.prepare

    def _on_not_prepared(self) -> None:
        self._stack.bring(self.prepare)
        self.prepare.settings = self.entrance.settings
        self.prepare.owner.username.setText(self.entrance.form.username.text())
        self.prepare.owner.password.setFocus()
        self.changed.emit()

    def _on_prepared(self, settings: Settings, services: Services | None) -> None:
        self._stack.bring(self.entrance)
        self.entrance.use(settings, services)
        self.entrance.reach(services)
        if services is not None:
            self.entrance.ask_for_first()
        else:
            self.entrance.ask_to_sign_in()
        self.changed.emit()

    def _on_signed_in(self, services: Services, actor: object, settings: Settings, not_kept: str) -> None:
        self.came_in.emit(services, actor, settings, not_kept)
        self.done.emit()


class PreparePane(QWidget):
    """The owner makes the tables. `prepared` carries settings, and services if there are no accounts yet."""

    changed = Signal()
    prepared = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        #: The settings with the address of the server.
        self.settings = Settings()
        self.owner = OwnerFields()
        self.test = ConnectionPanel()
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.owner, self.trouble, self.test):
            column.addWidget(part)
        column.addStretch()
        self.test.hide()
        self.owner.submitted.connect(self.run)
        self.test.changed.connect(self.changed)
        self.test.again.connect(self.owner.password.setFocus)

    def run(self) -> None:
        """Tests the connection as the owner and makes the tables."""
        settings = self.settings
        username, password = self.owner.taken()
        if not password:
            return
        self.trouble.setText("")
        self.test.show()

        def work(address: str, on_step: setup_work.OnStep, progress: Progress) -> object:
            return setup_work.prepare_department(settings, address, username, password, on_step, progress)

        choice = setup_work.choice_at_first(settings)
        self.test.run(choice, work, self._on_done, self._on_error, login=True)

    def _on_done(self, done: object) -> None:
        if isinstance(done, tuple):
            self.prepared.emit(*done)
        else:
            self.owner.password.setFocus()

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        self.trouble.setText(sentence(error))
