"""The second page: this PC alone, or the server of the department, whose connection is tested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.persian.digits import isolated
from desktop_app.settings import Settings
from desktop_app.wording import fill, translate
from ui import jobs
from ui.errors import sentence
from ui.sign_in import setup_work
from ui.sign_in.connection_panel import ConnectionPanel
from ui.sign_in.first_start.choice_cards import Card, ChoiceCards
from ui.sign_in.first_start.page import Page
from ui.sign_in.setup_fields import DepartmentFields, fixed_settings
from ui.sign_in.setup_work import DepartmentChoice, choice_at_first
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.database.connection_steps import StepResult

THIS_PC: Final = "pc"
DEPARTMENT: Final = "department"


class PlacePage(Page):
    """Nothing is written before “Continue”. `chosen` carries the settings with the place."""

    chosen = Signal(object)
    #: The rows of the test say something new.
    followed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._tested: DepartmentChoice | None = None
        self._usable = False
        self._saving = False
        pc = Card(
            THIS_PC,
            translate("FirstStart", "This PC alone"),
            translate("FirstStart", "To try it out, or for the work of one person"),
            "ph.desktop",
        )
        department = Card(
            DEPARTMENT,
            translate("FirstStart", "Server of the office"),
            translate("FirstStart", "One inbox for all colleagues"),
            "ph.hard-drives",
        )
        fixed = settings.is_fixed("database")
        cards = [department] if settings.server_only else [pc, department]
        begins = DEPARTMENT if settings.server_only or settings.is_department else THIS_PC
        self.cards = ChoiceCards(
            translate("FirstStart", "Place of the data"), cards, begins, locked=fixed or settings.server_only
        )
        self.department = DepartmentFields(choice_at_first(settings), fixed=fixed_settings(settings))
        self.test = ConnectionPanel()
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        words = translate(
            "FirstStart",
            "Everything is kept in one file of this PC: {path}. Whoever can open the file can read it.",
        )
        path = isolated(str(settings.local_database))
        self.pc_words = PlainLabel(fill(words, path=path), "interface", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.cards)
        column.addSpacing(16)
        for part, gap in ((self.pc_words, 0), (self.department, 12), (self.trouble, 4), (self.test, 0)):
            column.addWidget(part)
            column.addSpacing(gap)
        column.addStretch()
        self.cards.changed.connect(lambda _code: self._show_kind())
        self.department.submitted.connect(self._on_enter)
        self.department.finished.connect(self._on_left)
        self.department.edited.connect(self._on_edited)
        self.test.changed.connect(self.changed)
        self.test.shown.connect(self.followed)
        self.test.again.connect(self.start)
        self._show_kind()
        if settings.layers.trouble is not None:
            self._say(sentence(settings.layers.trouble))

    # Page

    def title(self) -> str:
        return translate("FirstStart", "Where are petitions kept?")

    def about(self) -> str:
        return translate("FirstStart", "The system administrator can change this later.")

    def step_words(self) -> str:
        if self.cards.value() == THIS_PC:
            return translate("FirstStart", "This PC alone")
        return translate("FirstStart", "Server of the office")

    def ready(self) -> bool:
        if self._saving:
            return False
        return self.cards.value() == THIS_PC or (self._usable and not self.test.running)

    def why(self) -> str:
        if self.ready() or self._saving:
            return ""
        if not self.department.hosts.text().strip():
            return translate("FirstStart", "Enter the address of the server first.")
        if self.test.running:
            return translate("FirstStart", "You can continue when the test has ended.")
        if self._tested is None:
            return translate("FirstStart", "Enter tests the connection.")
        return translate("FirstStart", "You can continue when the connection works.")

    def note(self) -> str:
        if self.cards.value() == THIS_PC:
            return translate("FirstStart", "The file is made on the next page, with the first administrator.")
        return translate("FirstStart", "Until the end of this page no file is made on this PC.")

    def stop(self) -> bool:
        stopped = self.test.stop()
        if stopped:
            self._tested = None
            self.department.hosts.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()
        return stopped

    def focus_first(self) -> None:
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_order(self) -> list[QWidget]:
        fields = self.department
        return [
            self.cards, fields.hosts, fields.port, fields.certificate, fields.certificate.choose_link,
            fields.name_link, fields.name, self.test.stop_button, self.test.again_button,
        ]  # fmt: skip

    def advance(self) -> None:
        """Goes on with this PC, or saves the address of the server."""
        if not self.ready():
            return
        settings = self._settings
        if self.cards.value() == THIS_PC:
            self.chosen.emit(replace(settings, database=""))
            self.done.emit()
            return
        self._saving = True
        self.changed.emit()
        choice = self.department.choice()
        jobs.run(
            self,
            lambda: setup_work.save_department(settings, choice.address()),
            self._on_saved,
            self._on_error,
        )

    # The test

    def start(self) -> None:
        """Tests the connection with the values of the fields; one that is running is stopped."""
        choice = self.department.choice()
        if not choice.hosts.strip():
            self.department.hosts.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._tested, self._usable = choice, False
        self.trouble.hide()
        self.test.show()
        self.test.run(choice, setup_work.try_address, self._on_tested, self._on_error)

    def _on_enter(self) -> None:
        if self.department.choice() != self._tested:
            self.start()

    def _on_left(self) -> None:
        """A field was left: what was changed in it is tested."""
        if self.department.hosts.text().strip() and self.department.choice() != self._tested:
            self.start()

    def _on_edited(self) -> None:
        self._tested, self._usable = None, False
        self.trouble.hide()
        if not self.test.stop():
            self.test.clear()

    def show_tested(self, results: Sequence[StepResult], *, usable: bool = True) -> None:
        """Shows the results of a test that has ended."""
        self._tested = self.department.choice()
        self.test.show_steps(results, running=False)
        self._on_tested(usable)

    def _on_tested(self, usable: bool) -> None:
        self._usable = usable
        self.changed.emit()

    def _on_saved(self, settings: Settings) -> None:
        self._saving = False
        self._settings = settings
        self.chosen.emit(settings)
        self.done.emit()

    def _on_error(self, error: Exception) -> None:
        self._saving = False
        self._usable = False
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        self.test.clear()
        self._say(sentence(error))
        self.changed.emit()

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()

    def _show_kind(self) -> None:
        department = self.cards.value() == DEPARTMENT
        self.pc_words.setVisible(not department)
        self.department.setVisible(department)
        self.test.setVisible(department)
        self.trouble.hide()
        if not department:
            self.test.stop()
        elif self.department.hosts.text().strip() and self._tested is None:
            self.start()
        self.changed.emit()
