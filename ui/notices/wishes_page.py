"""The page that asks what a person wants to be told; each choice is stored at once."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from desktop_app.wording import translate
from ui.notices.words import told_words
from ui.widgets.button import Button
from ui.widgets.painting import set_margins
from ui.widgets.pane_scroll import PaneScroll
from ui.widgets.plain import PlainLabel


class WishesPage(PaneScroll):
    """A box for each thing that can be told. `chosen` has the values of `Told` that are not wanted."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, told: Iterable[str]) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        set_margins(self.column, 16, 12, 16, 12)
        self.column.setSpacing(10)
        self.column.addWidget(PlainLabel(translate("Notices", "Tell me when"), "interface", bold=True))
        for value in told:
            box = self.boxes[value] = QCheckBox(told_words(value))
            box.setChecked(True)
            box.clicked.connect(lambda _checked=False: self.chosen.emit(self.muted()))
            self.column.addWidget(box)
        always = translate(
            "Notices", "Your reminders, and what concerns the safety of the data, are always told."
        )
        self.column.addWidget(PlainLabel(always, "secondary", "text2", wrap=True))
        back = Button(translate("Notices", "Back to the notices"), flush=True)
        back.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch()
        self.column.addLayout(row)
        self.column.addStretch()
        self.setFocusProxy(next(iter(self.boxes.values())))

    def muted(self) -> frozenset[str]:
        """Returns the values that are not wanted."""
        return frozenset(value for value, box in self.boxes.items() if not box.isChecked())

    def show_muted(self, muted: Iterable[str]) -> None:
        """Shows what is not wanted."""
        unwanted = set(muted)
        for value, box in self.boxes.items():
            box.setChecked(value not in unwanted)
