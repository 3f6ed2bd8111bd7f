"""The sign-in window, which is painted before the database is connected.

No database module is imported before the first paint, because SQLAlchemy alone takes more time than the
window. A sign-in submitted while connecting is deferred. A file of this PC is opened, and never made: the first
start does that (`first_start`), or the page that selects the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.languages import LANGUAGES
from desktop_app.settings import Settings
from desktop_app.wording import digits, fill, language_in_use, translate
from ui import jobs
from ui.errors import sentence
from ui.guard import guarded
from ui.sign_in.brand_panel import NARROW, BrandPanel
from ui.sign_in.entrance import Entrance
from ui.sign_in.remembering import find_password, not_found_sentence
from ui.theme import theme
from ui.widgets.fixed_setting import FixedMark, show_fixed
from ui.widgets.painting import set_margins
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.top_bar import ConnectionLabel
from ui.window_place import PREFERRED

if TYPE_CHECKING:
    from desktop_app.services import Services
    from desktop_app.staff.credentials import StoredPassword
    from ui.sign_in.setup_page import SetupPage


class SignInWindow(QWidget):
    """Emits `signed_in` with services, actor, current settings, and the keyring problem, if any."""

    signed_in = Signal(object, object, object, str)
    #: The database answered; on this PC, it is open.
    connected = Signal()
    language_chosen = Signal(str)
    #: Another database was selected: carries the current settings. Previously opened services are closed.
    database_chosen = Signal(object)

    def __init__(self, settings: Settings, services: Services | None = None) -> None:
        super().__init__()
        self._department = services is None and settings.is_department
        self._begun = False
        self._attempt = 0
        act, program = translate("SignIn", "Sign in"), translate("Window", "Mosharekat")
        self.setWindowTitle(f"{act} — {program}")
        self.pages = Entrance(settings, services)
        self.pages.signed_in.connect(self.signed_in)
        self.pages.not_prepared.connect(self._on_not_prepared)
        self.form, self.first_form = self.pages.form, self.pages.first_form
        self.new_password_form = self.pages.new_password_form
        self.connection = ConnectionLabel()
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
        self._brand = BrandPanel()
        row.addWidget(self._brand, 5)
        self.resize(PREFERRED)
        self.form.focus_first()

    @property
    def settings(self) -> Settings:
        return self.pages.settings

    @settings.setter
    def settings(self, settings: Settings) -> None:
        self.pages.settings = settings

    @property
    def services(self) -> Services | None:
        return self.pages.services

    @services.setter
    def services(self, services: Services | None) -> None:
        self.pages.services = services

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

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Gives the page that selects the database the whole of a narrow window."""
        self._brand.setVisible(self.setup is None or self.width() >= NARROW)

    def show_error(self, error: Exception) -> None:
        """Shows an error below the fields; called by `ui.jobs`."""
        self.pages.show_error(error)

    def open_setup(self) -> None:
        """Shows the page that selects the database; going back changes nothing."""
        from ui.sign_in.setup_page import SetupPage  # noqa: PLC0415 - after the first paint

        if self.setup is None:
            self.setup = SetupPage(self.settings)
            self.setup.left.connect(self._leave_setup)
            self.setup.used.connect(self._on_database_chosen)
            self.pages.add_page(self.setup)
        self.pages.bring(self.setup)
        self.setup_link.hide()
        self._fold()
        self.setup.focus_first()

    def _on_not_prepared(self) -> None:
        self.open_setup()
        assert self.setup is not None
        self.setup.show_owner()

    def _leave_setup(self) -> None:
        setup, self.setup = self.setup, None
        # The owner of a database without tables is led to the page also where its address is fixed.
        self.setup_link.setVisible(not self.settings.is_fixed("database"))
        self.pages.ask_to_sign_in()
        if setup is not None:
            self.pages.remove_page(setup)
            setup.deleteLater()
        self._fold()

    def _on_database_chosen(self, settings: Settings, services: Services | None) -> None:
        """Switches to another database; `services` are those of a local file, or of the owner of a new database."""
        if self.services is not None:
            self.services.close()
        self.pages.use(settings, services)
        self._department = settings.is_department
        self.database_chosen.emit(settings)
        self._leave_setup()
        if services is not None and settings.is_department:
            self.pages.ask_for_first()
        self._connect()

    def _connect(self) -> None:
        self.again_link.hide()
        self.connection.show_state("connecting")
        settings, services = self.settings, self.services
        self._attempt = attempt = self._attempt + 1

        def reached(opened: Opened) -> None:
            if attempt == self._attempt:
                self._on_connected(opened)
            elif opened.services is not None and opened.services is not self.services:
                # Another database was selected meanwhile.
                opened.services.close()

        def away(error: Exception) -> None:
            if attempt == self._attempt:
                self._on_away(error)

        jobs.run(self, lambda: _open(settings, services), reached, away)

    def _on_connected(self, opened: Opened) -> None:
        if opened.absent:
            self._on_absent()
            return
        self.connected.emit()
        place = opened.place
        name = place if self._department else translate("Window", "database of this PC")
        self.connection.show_state("connected", name, place)
        waited = self.pages.waits
        self.pages.reach(opened.services, recovery=opened.recovery)
        if opened.empty and self.setup is None:
            self.pages.ask_for_first()
        elif self.settings.remember and self.settings.last_username and not waited:
            # The keyring may show a prompt, so do not block the window.
            username = self.settings.last_username
            jobs.run(self, lambda: find_password(place, username), self._on_password)

    def _on_absent(self) -> None:
        """The file of this PC is not there, and is made only where somebody chooses it."""
        self.connection.show_state("away")
        self.pages.give_up()
        self.open_setup()

    def _on_password(self, found: StoredPassword) -> None:
        untouched = self.form.username.text() == self.settings.last_username
        if found.password and untouched and not self.form.password.text():
            self.form.password.setText(found.password)
        elif not found.password and not self.form.trouble.isVisible():
            self.form.show_note(not_found_sentence(found.outcome))

    def _on_away(self, error: Exception) -> None:
        self.connection.show_state("away")
        self.again_link.show()
        self.pages.give_up()
        jobs.show_error(self, error)


@dataclass(frozen=True)
class Opened:
    """What was reached: the services of a local file, its place, whether it has no accounts, or a recovery code.

    `absent`: the file of this PC does not exist.
    """

    services: Services | None
    place: str
    empty: bool = False
    recovery: bool = False
    absent: bool = False


def _open(settings: Settings, services: Services | None) -> Opened:
    """Opens the services of a local file that is there.

    A department database is only probed, because it is opened by signing in. Runs on a worker thread. Raises
    `DatabaseAwayError`, and as `Settings.require_usable_database`.
    """
    if services is None:
        settings.require_usable_database()
    from desktop_app.bootstrap import open_services  # noqa: PLC0415 - after the first paint
    from desktop_app.database.engine import Database  # noqa: PLC0415
    from desktop_app.errors import DatabaseAwayError  # noqa: PLC0415

    if services is None and settings.is_department:
        server = Database(settings.database_url)
        place, there = server.place, server.answers()
        server.close()
        if not there:
            raise DatabaseAwayError(where=place)
        return Opened(None, place)
    if services is None and settings.lacks_database:
        return Opened(None, "", absent=True)
    services = services or open_services(settings.database_url)
    accounts = services.accounts
    return Opened(services, services.database.place, accounts.is_empty(), services.recovery.is_there())
