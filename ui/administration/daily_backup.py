"""The daily back-up: folder, hour and retention, as a command line for the system's scheduler."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.wording import digits, translate
from ui.widgets.button import Button
from ui.widgets.export_work import documents_folder
from ui.widgets.form_panes import FormPane
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.database.engine import Database


class DailyBackup(QObject):
    """Fields at the end of `pane`. `ask_folder` opens a folder dialog; tests replace it."""

    #: Emits a message about what was done.
    said = Signal(str)

    def __init__(self, database: Database, pane: FormPane) -> None:
        super().__init__(pane)
        self._database = database
        self.ask_folder: Callable[[], Path | None] = self._ask_folder
        self.folder = TextField(translate("Administration", "Folder of the daily back-ups"))
        self.folder_button = Button(translate("Administration", "Choose…"))
        self.hour = TextField(translate("Administration", "Hour"), digits("02:00"))
        self.keep = TextField(translate("Administration", "Keep the newest"), digits("14"))
        self.tries = QCheckBox(translate("Administration", "Restore each one for a trial"))
        self.tries.setChecked(True)
        self.signs = QCheckBox(translate("Administration", "Sign each one with the key of that user"))
        self.line = PlainText(latin=True)
        self.line.setPlaceholderText(
            translate("Administration", "Choose a folder, and the line stands here.")
        )
        self.copy_button = Button(translate("Administration", "Copy the line"), icon="ph.copy", flush=True)
        self._lay_out(pane)
        self.folder_button.clicked.connect(lambda _checked=False: self.choose_folder())
        self.copy_button.clicked.connect(lambda _checked=False: self.copy_line())
        for field in (self.folder, self.hour, self.keep):
            field.textChanged.connect(lambda _text: self._word_line())
        for box in (self.tries, self.signs):
            box.toggled.connect(lambda _on: self._word_line())
        self._word_line()

    def choose_folder(self) -> None:
        """Asks for the folder of the daily back-ups."""
        folder = self.ask_folder()
        if folder is not None:
            self.folder.setText(str(folder))

    def copy_line(self) -> None:
        """Copies the command line to the clipboard."""
        QGuiApplication.clipboard().setText(self.line.toPlainText())
        self.said.emit(translate("Administration", "The line is on the clipboard."))

    def _word_line(self) -> None:
        from desktop_app.office.backups import schedule_command  # noqa: PLC0415 - brings SQLAlchemy along

        fields = {"folder": self.folder, "hour": self.hour, "keep": self.keep}
        wrong, line = "", ""
        try:
            line = schedule_command(
                self._database,
                self.folder.text(),
                self.hour.text(),
                self.keep.text(),
                tries=self.tries.isChecked(),
                signs=self.signs.isChecked(),
            )
        except InvalidValueError as error:
            wrong = str(error.parameters["field"])
        for name, field in fields.items():
            field.mark_invalid(name == wrong and bool(field.text()))
        self.line.setPlainText(line)
        self.copy_button.setEnabled(bool(line))

    def _ask_folder(self) -> Path | None:
        owner = self.parent()
        assert isinstance(owner, QWidget)
        title, suggested = self.folder.accessibleName(), self.folder.text() or str(documents_folder())
        chosen = QFileDialog.getExistingDirectory(owner, title, suggested)
        return Path(chosen) if chosen else None

    def _lay_out(self, pane: FormPane) -> None:
        pane.heading(translate("Administration", "Every day by itself"))
        choosing = QHBoxLayout()
        choosing.setSpacing(0)
        choosing.addWidget(self.folder, 1)
        choosing.addWidget(self.folder_button)
        pane.column.addWidget(PlainLabel(self.folder.accessibleName(), "secondary", "text2"))
        pane.column.addLayout(choosing)
        pane.column.addSpacing(8)
        numbers = QGridLayout()
        numbers.setHorizontalSpacing(12)
        for place, field in enumerate((self.hour, self.keep)):
            numbers.addWidget(PlainLabel(field.accessibleName(), "secondary", "text2"), 0, place)
            numbers.addWidget(field, 1, place)
        pane.column.addLayout(numbers)
        pane.column.addSpacing(8)
        pane.column.addWidget(self.tries)
        pane.column.addWidget(self.signs)
        pane.column.addSpacing(10)
        self.line.setFixedHeight(108)
        pane.labelled(
            translate("Administration", "Give this line to the system's scheduler"), self.line, _hint()
        )
        pane.buttons(self.copy_button)


def _hint() -> str:
    return translate(
        "Administration",
        "It makes a checked back-up and takes away only older ones that it made itself. On PostgreSQL the "
        "password comes from the keyring of the user under whom it runs.",
    )
