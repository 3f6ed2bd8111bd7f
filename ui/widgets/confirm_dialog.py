"""A question before an act that may be a mistake: what speaks against it, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.widgets.button import Button, Variant
from ui.widgets.plain import PlainLabel


@dataclass(frozen=True)
class ConfirmedAct:
    """A button that closes the question and then acts."""

    words: str
    variant: Variant
    act: Callable[[], object]


class ConfirmDialog(QDialog):
    """Lists `facts`, and offers the answers, the first of which has the focus. Escape does nothing."""

    def __init__(
        self,
        title: str,
        facts: Sequence[str],
        answers: Sequence[ConfirmedAct],
        parent: QWidget,
        *,
        told: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, "heading", bold=True, wrap=True))
        for fact in facts:
            column.addWidget(PlainLabel(f"• {fact}" if len(facts) > 1 else fact, "interface", wrap=True))
        if told:
            column.addWidget(PlainLabel(told, "interface", "text2", wrap=True))
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.buttons = [self._button(answer) for answer in answers]
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch()
        self.stay_button = Button(translate("Window", "Back"))
        self.stay_button.clicked.connect(self.reject)
        row.addWidget(self.stay_button)
        column.addLayout(row)
        self.buttons[0].setFocus()
        self.open()

    @classmethod
    def before_undo(
        cls, facts: Sequence[str], undo: Callable[[], object], parent: QWidget, *, told: str = ""
    ) -> ConfirmDialog:
        """Asks before something is undone that is not offered on the screen; `facts` name it."""
        back = ConfirmedAct(translate("Window", "Take it back"), "primary", undo)
        title = translate("Window", "Take back what was done before?")
        return cls(title, facts, [back], parent, told=told)

    def _button(self, answer: ConfirmedAct) -> Button:
        button = Button(answer.words, answer.variant, writes=True)

        def choose() -> None:
            self.accept()
            answer.act()

        button.clicked.connect(lambda _checked=False: choose())
        return button
