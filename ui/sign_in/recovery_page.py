"""The page with a new recovery code, which is left when the person says that the code is on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.sign_in.form import heading, plain_column, wide_button
from ui.widgets.plain import PlainLabel
from ui.widgets.recovery_sheet import RecoverySheetBox

if TYPE_CHECKING:
    from desktop_app.services import SharedServices
    from desktop_app.staff.recovery import RecoverySheet

WIDTH: Final = 480


class RecoverySheetPage(QWidget):
    """Emits `kept` when the person says that the code is in a safe place, `changed` when that box is ticked."""

    kept = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, framed: bool = True) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.sheet = RecoverySheetBox()
        self.ticked = QCheckBox(
            translate("Recovery", "The code is on paper, in a place that only I can open")
        )
        self.button = wide_button(translate("Recovery", "Continue"))
        self.button.setVisible(framed)
        self.button.setEnabled(False)
        column: QVBoxLayout = plain_column(self)
        words = translate(
            "Recovery",
            "If you lose your password, this code is the only way back into this database. It is shown only now,"
            " works once, and is kept nowhere in clear.",
        )
        if framed:
            heading(column, words)
        else:
            column.addWidget(PlainLabel(words, "interface", "text2", wrap=True))
            column.addSpacing(12)
        column.addWidget(self.sheet)
        column.addSpacing(12)
        column.addWidget(self.ticked)
        column.addSpacing(12)
        column.addWidget(self.button)
        self.ticked.toggled.connect(self._on_ticked)
        self.button.clicked.connect(self.submit)

    @property
    def ready(self) -> bool:
        return self.ticked.isChecked()

    def show_sheet(self, sheet: RecoverySheet, services: SharedServices) -> None:
        """Shows a code, not ticked yet."""
        self.ticked.setChecked(False)
        self.sheet.show_sheet(sheet, services)
        self.sheet.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Goes on, if the box is ticked, and clears the code."""
        if self.ready:
            self.sheet.forget()
            self.kept.emit()

    def _on_ticked(self, ticked: bool) -> None:
        self.button.setEnabled(ticked)
        self.changed.emit()
