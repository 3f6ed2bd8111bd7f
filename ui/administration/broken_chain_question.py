"""Asks for explicit confirmation before a history with a broken hash chain is copied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.widgets.button import Button
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel


class BrokenChainQuestion(QWidget):
    """Visible from `ask` until it is answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_yes: Callable[[], object] | None = None
        words = translate(
            "Administration",
            "Somebody changed the history of this database without the program. Nothing was carried over. It can be "
            "taken over as it stands: every place that does not hold stays named, and that you took it over is "
            "written into the history.",
        )
        self.yes_button = Button(
            translate("Administration", "Take it over as it stands"), "danger", size="small"
        )
        self.yes_button.clicked.connect(lambda _checked=False: self._answer(True))
        self.no_button = Button(translate("Administration", "Leave it"), size="small")
        self.no_button.clicked.connect(lambda _checked=False: self._answer(False))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.yes_button)
        row.addWidget(self.no_button)
        row.addStretch()
        column = QVBoxLayout(self)
        set_margins(column, 0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(words, "secondary", "danger", wrap=True))
        column.addLayout(row)
        self.hide()

    def ask(self, on_yes: Callable[[], object]) -> None:
        """Shows the question; calls `on_yes` if confirmed."""
        self._on_yes = on_yes
        self.show()
        self.no_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hides the question without an answer."""
        self._on_yes = None
        self.hide()

    def _answer(self, yes: bool) -> None:
        on_yes = self._on_yes
        self.forget()
        if yes and on_yes is not None:
            on_yes()
