"""Asks what to do with unsaved texts before a window closes. Opened only if there are any."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import fill, translate
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel

#: How many texts are listed.
_NAMED: Final = 6


class LeaveDialog(QDialog):
    """The dialog. `texts` describe what is kept; `loses`: something else was typed that is not kept. Escape stays."""

    #: The person leaves: True keeps the texts, False discards them.
    chosen = Signal(bool)

    def __init__(self, texts: Sequence[str], parent: QWidget | None = None, *, loses: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Unfinished", "Unfinished texts"))
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(
            PlainLabel(translate("Unfinished", "Something is not saved yet"), "heading", bold=True)
        )
        if texts:
            words = translate(
                "Unfinished", "This is kept on this PC and comes back when you sign in here the next time:"
            )
            column.addWidget(PlainLabel(words, "interface", "text2", wrap=True))
        for text in texts[:_NAMED]:
            column.addWidget(PlainLabel(f"• {text}", "interface", wrap=True))
        if len(texts) > _NAMED:
            more = fill(translate("Unfinished", "and {n} more"), n=len(texts) - _NAMED)
            column.addWidget(PlainLabel(more, "interface", "text2"))
        if loses:
            words = translate(
                "Unfinished", "Something else that was typed is not kept: whoever leaves loses it."
            )
            column.addWidget(PlainLabel(words, "interface", "warn", wrap=True))
        column.addSpacing(8)
        keeps = (
            translate("Unfinished", "Keep and leave") if texts else translate("Unfinished", "Leave anyway")
        )
        self.keep_button = Button(keeps, "primary")
        self.throw_button = Button(translate("Unfinished", "Throw away and leave"), "danger")
        self.stay_button = Button(translate("Unfinished", "Go on writing"))
        if not texts:
            self.throw_button.hide()
        self.keep_button.clicked.connect(lambda _checked=False: self._choose(True))
        self.throw_button.clicked.connect(lambda _checked=False: self._choose(False))
        self.stay_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.keep_button)
        row.addWidget(self.throw_button)
        row.addStretch()
        row.addWidget(self.stay_button)
        column.addLayout(row)
        (self.keep_button if texts else self.stay_button).setFocus()

    def _choose(self, keep: bool) -> None:
        self.accept()
        self.chosen.emit(keep)
