"""The card under the current change of the coming text: what to do with one place, and the words that result."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.drafting.coming_text import ComingBlock, PlaceState
from desktop_app.wording import digits, fill, translate
from ui.comparison.build_list import state_name
from ui.comparison.wording_card import WordingCard
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.painting import fill_rounded, set_margins
from ui.widgets.plain import PlainLabel

_SHORT = 34


class PlaceCard(WordingCard):
    """Emits what is decided; the owner changes the choices and shows the block again."""

    #: Whether the current place, or without places the change, is refused.
    decided = Signal(bool)

    def __init__(self) -> None:
        super().__init__(
            translate("Comparison", "Words in this place"),
            translate("Comparison", "Put these words in"),
            height=84,
        )
        self.setObjectName("card")
        self.about = PlainLabel("", "secondary", bold=True, elide=True)
        self.position = PlainLabel("", "secondary", "text2")
        self.accept = Button(translate("Comparison", "Accept"), icon="ph.check", key="A", size="small")
        self.refuse = Button(translate("Comparison", "Refuse"), icon="ph.x", key="R", size="small")
        self.edit = Button(
            translate("Comparison", "Edit"), "ghost", icon="ph.pencil-simple", key="E", size="small"
        )
        self.accept.clicked.connect(lambda _checked=False: self.decided.emit(False))
        self.refuse.clicked.connect(lambda _checked=False: self.decided.emit(True))
        self.edit.clicked.connect(lambda _checked=False: self.begin())
        self.result = PlainLabel("", "comparison", wrap=True)
        self.writing.connect(lambda on: self.edit.setVisible(not on))
        self._words = ""
        self._lay_out()

    def show_block(self, block: ComingBlock, place: int | None, words: str) -> None:
        """Shows a change, and of its places the one with this number; `words` are those that can be edited."""
        self._words = words
        state = block.state
        if place is not None and place < len(block.places):
            one = block.places[place]
            state = one.state
            self.about.setText(
                fill(
                    translate("Comparison", "“{old}” ← “{new}”"),
                    old=_short(one.old) or "…",
                    new=_short(one.written or one.new) or "…",
                )
            )
            self.position.setText(
                fill(
                    translate("Comparison", "{n} of {total}"),
                    n=digits(place + 1),
                    total=digits(len(block.places)),
                )
            )
        else:
            self.about.setText(block.title or _short(block.result))
            self.position.setText(state_name(state) if block.changed else "")
        self._next.setVisible(place is not None)
        for button, mine in ((self.accept, False), (self.refuse, True)):
            button.setEnabled(block.changed)
            button.setCheckable(True)
            chosen = (
                block.changed and (state is PlaceState.REFUSED) == mine and state is not PlaceState.PARTLY
            )
            button.setChecked(chosen and state is not PlaceState.EDITED)
        gone = translate("Comparison", "Nothing: the provision is left out.")
        self.result.setText(block.result or gone)

    def begin(self) -> None:
        """Opens the field with the words of this place."""
        self.begin_with(self._words)

    def _lay_out(self) -> None:
        self._next = PlainLabel(translate("Comparison", "Tab: next place"), "header", "text2")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.about, 1)
        head.addWidget(self.position)
        buttons = QWidget()
        flow = FlowLayout(36, 0, (0, 0, 0, 0))
        buttons.setLayout(flow)
        for widget in (self.accept, self.refuse, self.edit, self._next):
            flow.addWidget(widget)
        self.form_column.setSpacing(2)
        column = QVBoxLayout(self)
        set_margins(column, 12, 8, 12, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(buttons)
        column.addWidget(self.form)
        column.addWidget(PlainLabel(translate("Comparison", "Resulting text"), "header", "text2"))
        column.addWidget(self.result)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        fill_rounded(QPainter(self), QRectF(self.rect()), theme().pane, 6, theme().line2)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHORT else f"{plain[:_SHORT].rstrip()} …"
