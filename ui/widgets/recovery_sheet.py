"""The recovery code, shown once: to print, to save as a page, to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import RADIUS
from ui.widgets.button import Button
from ui.widgets.painting import fill_rounded
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.progress import Progress
    from desktop_app.services import SharedServices
    from desktop_app.staff.recovery import RecoverySheet
    from ui.widgets.export_work import ExportWork

_HIGH = 96


class CodeBox(QWidget):
    """The code in two rows of three groups, large enough to copy by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self.setFixedHeight(_HIGH)

    def show_code(self, code: str) -> None:
        self.code = code
        self.setAccessibleName(code)
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        fill_rounded(painter, box, now.base, RADIUS, now.line2)
        painter.setPen(now.text)
        painter.setFont(font("code"))
        groups = self.code.split("-")
        half = len(groups) // 2
        for row, part in enumerate((groups[:half], groups[half:])):
            line = QRectF(box.left(), 8 + row * (_HIGH - 16) / 2, box.width(), (_HIGH - 16) / 2)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), "   ".join(part))


class RecoverySheetBox(QWidget):
    """The code with its buttons. `used`: it was printed, saved or copied."""

    used = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: RecoverySheet | None = None
        self._services: SharedServices | None = None
        self.work: ExportWork | None = None
        self.box = CodeBox()
        self.print_button = Button(translate("Recovery", "Print …"), icon="ph.printer")
        self.save_button = Button(translate("Recovery", "Save as PDF …"), icon="ph.file-pdf")
        self.copy_button = Button(translate("Recovery", "Copy"), icon="ph.copy")
        self.note = PlainLabel("", "secondary", "ok", wrap=True)
        self.print_button.clicked.connect(lambda _checked=False: self.print())
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        self.copy_button.clicked.connect(lambda _checked=False: self.copy())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.box)
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in (self.print_button, self.save_button, self.copy_button):
            row.addWidget(button)
        row.addStretch()
        self._column.addLayout(row)
        self._column.addWidget(self.note)
        self.note.hide()

    def show_sheet(self, sheet: RecoverySheet, services: SharedServices) -> None:
        """Shows the code of `sheet`."""
        from ui.widgets.export_work import ExportWork  # noqa: PLC0415 - Qt's printing

        self._sheet, self._services = sheet, services
        self.box.show_code(sheet.code)
        self.note.hide()
        if self.work is None:
            self.work = ExportWork(self, title=translate("Recovery", "Save the recovery code"))
            self.work.written.connect(self.used)
            self._column.addWidget(self.work.bar)

    def forget(self) -> None:
        """Clears the code."""
        self._sheet = None
        self.box.show_code("")

    def copy(self) -> None:
        """Copies the code to the clipboard."""
        QGuiApplication.clipboard().setText(self.box.code)
        self.note.setText(translate("Recovery", "Copied. Paste it where only you can read it."))
        self.note.show()
        self.used.emit()

    def save(self) -> None:
        """Asks for a file and writes the page."""
        if self.work is not None and self._sheet is not None:
            name = translate("Recovery", "Recovery code") + ".pdf"
            self.work.ask_and_write(self._page, name, ".pdf", translate("Recovery", "PDF document"))

    def print(self) -> None:
        """Prints the page."""
        if self.work is not None and self._sheet is not None:
            self.work.set_and_print(self._page, translate("Recovery", "Recovery code"))

    def _page(self, progress: Progress) -> bytes:
        from desktop_app.reports.recovery_pdf import recovery_pdf  # noqa: PLC0415 - reportlab

        del progress
        assert self._sheet is not None
        assert self._services is not None
        office = self._services.office
        return recovery_pdf(self._sheet, office.settings(), office.logo(), self._services.database.place)
