"""Trouble of a start without a console: the sentence that a terminal would show, in a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.crash import log_place
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel


class TroubleDialog(QDialog):
    """Shows sentences about a start, and where the log is; both can be copied."""

    def __init__(
        self,
        sentences: Sequence[str],
        log_path: Path,
        parent: QWidget | None = None,
        *,
        started: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Window", "Mosharekat"))
        self.setMinimumWidth(520)
        title = (
            translate("StartTrouble", "A note about this start")
            if started
            else translate("StartTrouble", "The program could not be started")
        )
        place = log_place(log_path)
        self._words = "\n\n".join((*sentences, place))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 20, 20)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, "title"))
        for sentence in sentences:
            column.addWidget(_selectable(sentence, "interface", "text"))
        column.addSpacing(4)
        column.addWidget(_selectable(place, "secondary", "text2"))
        column.addSpacing(12)
        self.copy_button = Button(translate("StartTrouble", "Copy"), icon="ph.copy")
        self.copy_button.clicked.connect(self._copy)
        self.close_button = Button(translate("StartTrouble", "Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.copy_button)
        row.addStretch()
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.close_button.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)


def _selectable(text: str, role: str, colour: str) -> PlainLabel:
    label = PlainLabel(text, role, colour, wrap=True)  # type: ignore[arg-type]
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
