"""Buttons that insert the variables of a template at the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme_tokens import FIELD_SMALL
from ui.widgets.button import RING, Button
from ui.widgets.emptying import empty
from ui.widgets.flow import FlowLayout
from ui.widgets.plain import PlainText
from ui.widgets.text_field import TextField


class VariableButtons(QWidget):
    """Inserts a variable into the subject if that has the focus, else into the text. `buttons` is keyed by
    variable.
    """

    def __init__(self, subject: TextField, text: PlainText) -> None:
        super().__init__()
        self._subject, self._text = subject, text
        self.buttons: dict[str, Button] = {}
        self._flow = FlowLayout(FIELD_SMALL + 2 * RING, 0, (0, 0, 0, 0))
        self.setLayout(self._flow)

    def offer(self, variables: Iterable[str], words: Mapping[str, str]) -> None:
        """Sets the variables and their texts."""
        empty(self._flow)
        self.buttons.clear()
        for name in variables:
            button = Button(words[name], "ghost", icon="ph.plus", size="small")
            button.clicked.connect(partial(self._put_in, name))
            self.buttons[name] = button
            self._flow.addWidget(button)

    def _put_in(self, name: str, _checked: bool = False) -> None:
        if self._subject.hasFocus():
            self._subject.insert(f"{{{name}}}")
            return
        self._text.insertPlainText(f"{{{name}}}")
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
