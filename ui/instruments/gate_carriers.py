"""The accepted comments and what carries each: those that nothing carries yet first, to be mended in place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.comments.decisions import Carrier, Unchanged
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.instruments.gate_reading import GateReading
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.carrier_field import CarrierField
from ui.widgets.change_text import ChangeText
from ui.widgets.chip import Chip
from ui.widgets.comment_sender import sender
from ui.widgets.emptying import release
from ui.widgets.painting import hairline, right_to_left
from ui.widgets.pane_scroll import PaneScroll
from ui.widgets.plain import LinkLabel, PlainLabel

#: The rows that are made at once.
_ROWS = 50
#: Letters of a comment that a card shows.
_SHOWN = 240


@dataclass(frozen=True, slots=True)
class GivenCarrier:
    """What a reviewer says carries a comment, or a campaign group."""

    comment: CommentRow
    carrier: Carrier | Unchanged


class GateCarriers(QWidget):
    """Emits `carried` with a `GivenCarrier`."""

    carried = Signal(object)
    #: The user asks for the comments of the draft, to change a decision.
    comments_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._most = _ROWS
        self._reading: GateReading | None = None
        self.cards: list[CarrierCard] = []
        self.rows: list[CarriedRow] = []
        self.title = PlainLabel(translate("Gate", "Accepted comments"), "interface", bold=True)
        self.counted = PlainLabel("", "header", "text2")
        self.nothing = PlainLabel(
            translate("Gate", "No comment was accepted."), "interface", "text2", wrap=True
        )
        self.more = Button("", "link")
        self.more.clicked.connect(self._show_more)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.area = PaneScroll()
        self._lay_out()

    def show_reading(self, reading: GateReading) -> None:
        """Shows the accepted comments; a field that somebody types in stays."""
        before = {_key(card.comment): card for card in self.cards if card.is_of(reading)}
        self._reading = reading
        wrong, right = reading.wrong, reading.right
        release(self._column)
        cards: list[CarrierCard] = []
        for comment in wrong[: self._most]:
            # A card that is the same stays: somebody may be typing in it.
            kept = before.get(_key(comment))
            card = kept if kept is not None and kept.comment == comment else self._card(comment, reading)
            cards.append(card)
            self._column.addWidget(card)
            card.show()
        for old in (*(card for card in self.cards if card not in cards), *self.rows):
            old.hide()
            old.deleteLater()
        self.cards = cards
        self.rows = [CarriedRow(one, reading) for one in right[: self._most]]
        for row in self.rows:
            self._column.addWidget(row)
        self.counted.setText(
            fill(translate("Gate", "{n} of {m}"), n=digits(len(right)), m=digits(len(reading.accepted)))
        )
        hidden = len(wrong) + len(right) - len(self.cards) - len(self.rows)
        self.more.setText(fill(translate("Gate", "Show {n} others"), n=digits(hidden)))
        self.more.setVisible(hidden > 0)
        self.nothing.setVisible(not reading.accepted)

    def go_to_first(self) -> None:
        """Puts the keyboard into the first comment that nothing carries."""
        if self.cards:
            self.cards[0].field.take_focus()
            self.area.ensureWidgetVisible(self.cards[0], 0, 24)

    def _card(self, comment: CommentRow, reading: GateReading) -> CarrierCard:
        card = CarrierCard(comment, reading)
        card.saved.connect(self.carried)
        card.comments_wanted.connect(self.comments_wanted)
        return card

    def _show_more(self) -> None:
        self._most += _ROWS
        if self._reading is not None:
            self.show_reading(self._reading)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.addWidget(self.title, 1)
        head.addWidget(self.counted)
        inside = self.area.column
        inside.addLayout(self._column)
        for widget in (self.nothing, self.more):
            row = QHBoxLayout()
            row.setContentsMargins(16, 12, 16, 12)
            row.addWidget(widget, 1)
            inside.addLayout(row)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)


class CarrierCard(QWidget):
    """An accepted comment that nothing carries, with the fault and the field."""

    saved = Signal(object)
    comments_wanted = Signal()

    def __init__(self, comment: CommentRow, reading: GateReading) -> None:
        super().__init__()
        self.comment = comment
        self._offered = _offered(reading)
        self.trouble = PlainLabel(_fault(comment, reading), "secondary", "danger", wrap=True)
        self.field = CarrierField()
        self.field.show_revision(reading.newer)
        self.field.show_changes(reading.marked)
        self.field.show_comment(comment, "")
        self.field.suggest()
        self.field.edited.connect(self._show_save)
        self.save = Button(translate("Gate", "Save what carries it"), size="small", writes=True)
        self.save.clicked.connect(self.keep)
        self.field.provision.returnPressed.connect(self.keep)
        self.field.unchanged.returnPressed.connect(self.keep)
        self.decide = LinkLabel(translate("Gate", "Change the decision"), self.comments_wanted.emit, "header")
        self._lay_out(reading)
        self._show_save()

    def is_of(self, reading: GateReading) -> bool:
        """Whether the field offers the changes of a reading."""
        return self._offered == _offered(reading)

    def keep(self) -> None:
        """Asks to save what the field says."""
        carrier = self.field.value()
        if carrier is not None:
            self.saved.emit(GivenCarrier(self.comment, carrier))

    def _show_save(self) -> None:
        self.save.setEnabled(self.field.value() is not None)

    def _lay_out(self, reading: GateReading) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addWidget(self.decide)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addLayout(_head(self.comment))
        column.addWidget(PlainLabel(_words(self.comment), "interface", wrap=True))
        column.addWidget(self.trouble)
        column.addWidget(self.field)
        column.addLayout(foot)
        for widget in (self.field, self.save, self.decide):
            widget.setVisible(reading.may_write)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        hairline(painter, QRectF(self.rect()))
        edge = self.width() - 3 if right_to_left() else 0
        painter.fillRect(QRectF(edge, 0, 3, self.height()), theme().danger)


class CarriedRow(QWidget):
    """An accepted comment, the change that carries it with its words, or why the text stays."""

    def __init__(self, comment: CommentRow, reading: GateReading) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(4)
        column.addLayout(_head(comment))
        column.addWidget(PlainLabel(_words(comment), "secondary", wrap=True))
        change = reading.marked.named(comment.carried_provision) if reading.marked is not None else None
        if comment.unchanged_reason:
            words = fill(
                translate("Gate", "The text stays: {reason}"),
                reason=visible_controls(comment.unchanged_reason),
            )
            column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
        elif change is not None:
            column.addWidget(PlainLabel(digits(visible_controls(change.carrier)), "header", "acctext"))
            column.addWidget(ChangeText(change.pieces))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        hairline(QPainter(self), QRectF(self.rect()))


def _offered(reading: GateReading) -> tuple[object, ...]:
    names = tuple(one.change.name for one in reading.changes.changes) if reading.changes is not None else ()
    return reading.may_write, reading.newer.number if reading.newer is not None else 0, names


def _key(comment: CommentRow) -> tuple[bool, int]:
    return comment.stands_for is not None, comment.id


def _head(comment: CommentRow) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(PlainLabel(sender(comment), "header", bold=True, elide=True), 1)
    assert comment.disposition is not None
    row.addWidget(Chip(label("disposition", comment.disposition.value), "ok"))
    return row


def _words(comment: CommentRow) -> str:
    text = visible_controls(" ".join(comment.text.split()))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


def _fault(comment: CommentRow, reading: GateReading) -> str:
    if not comment.carried_provision:
        return translate("Gate", "Nothing says yet what carries this comment.")
    words = translate(
        "Gate", "{name} does not carry this comment: it is the same in revisions {old} and {new}."
    )
    changes = reading.changes
    return fill(
        words,
        name=digits(visible_controls(comment.carried_provision)),
        old=changes.exposed if changes is not None else "",
        new=changes.last if changes is not None else "",
    )
