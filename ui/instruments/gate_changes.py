"""The material changes since the publication: old and new words, who asked, and the reason where nobody did."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.inline import inline_pieces
from desktop_app.comparison.labelling import flag_name, status_name
from desktop_app.comparison.marking import MarkedPiece, MarkKind
from desktop_app.comparison.result import Flag, ProvisionStatus
from desktop_app.instruments.changes.acts import LONGEST_REASON
from desktop_app.instruments.changes.service import ListedChange, OutcomeChanges
from desktop_app.persian.text import visible_controls
from desktop_app.unfinished import Key
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.guard import guarded
from ui.theme import theme
from ui.unfinished import Unfinished
from ui.widgets.button import Button
from ui.widgets.change_text import ChangeText
from ui.widgets.chip import Chip
from ui.widgets.emptying import release
from ui.widgets.painting import hairline, right_to_left
from ui.widgets.pane_scroll import PaneScroll
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.tabs import ViewTabs
from ui.widgets.text_field import TextField

#: The cards that are made at once; a text that was written anew has hundreds of changes.
_CARDS = 100
_FILTERS = ("all", "weighty", "unasked", "unexplained")
_SAID = frozenset({ProvisionStatus.INSERTED, ProvisionStatus.DELETED})
#: Kinds whose chip is red: a right, an exemption or an amount.
_GRAVE = frozenset({"exemption_deleted", "right_deleted", "negation", "amount"})


@dataclass(frozen=True, slots=True)
class GivenReason:
    """A sentence of the reviewer, and the keys of the changes that share it."""

    keys: tuple[str, ...]
    reason: str


class GateChanges(QWidget):
    """Emits `explained` with a `GivenReason`; J and K move from card to card, where no words are typed."""

    explained = Signal(object)
    #: The user asks for the comments of the draft.
    comments_wanted = Signal()

    def __init__(self, unfinished: Unfinished) -> None:
        super().__init__()
        self._unfinished = unfinished
        self._instrument = (0, "")
        self._changes: OutcomeChanges | None = None
        self._may = False
        self._most = _CARDS
        #: The key of the change whose reason was saved last; empty once the next one is shown.
        self._after = ""
        self.cards: list[ChangeCard] = []
        self.title = PlainLabel(translate("Gate", "Material changes"), "interface", bold=True)
        self.about = PlainLabel("", "header", "text2", elide=True)
        self.filters = ViewTabs(
            [
                ("all", translate("Gate", "All")),
                ("weighty", translate("Gate", "Weighty")),
                ("unasked", translate("Gate", "Not asked for")),
                ("unexplained", translate("Gate", "Without a reason")),
            ],
            translate("Gate", "Which changes are shown"),
            alarming=frozenset({"unexplained"}),
        )
        self.filters.changed.connect(lambda _code: self._put())
        self.nothing = PlainLabel("", "interface", "text2", wrap=True)
        self.more = Button(translate("Gate", "Show more changes"), "link")
        self.more.clicked.connect(self._show_more)
        self.quiet = PlainLabel("", "secondary", "text2", wrap=True)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.area = PaneScroll()
        make_action(self, translate("Gate", "Next change"), lambda: self.step(1), key="J")
        make_action(self, translate("Gate", "Previous change"), lambda: self.step(-1), key="K")
        self._lay_out()

    def show_changes(
        self, changes: OutcomeChanges | None, *, may_write: bool, instrument: tuple[int, str]
    ) -> None:
        """Shows the changes of a draft (its id and title); what was typed and not saved stays."""
        self._changes, self._may, self._instrument = changes, may_write, instrument
        listed = changes.changes if changes is not None else ()
        for code in _FILTERS:
            self.filters.show_count(code, sum(_fits(one, code) for one in listed))
        self.about.setText(
            fill(
                translate("Gate", "revision {old} (before the public) to revision {new}"),
                old=changes.exposed,
                new=changes.last,
            )
            if changes is not None
            else ""
        )
        self.quiet.setText(_quiet_words(changes) if changes is not None else "")
        self.quiet.setVisible(bool(self.quiet.text()))
        before = [card.listed.change.key for card in self.cards]
        self._put()
        if self._after:
            self._go_on(before.index(self._after) if self._after in before else 0)
            self._after = ""

    def show_filter(self, code: str) -> None:
        """Shows the changes of one filter, and goes to the first of them."""
        self.filters.choose(code)
        self.step(1, first=True)

    def step(self, by: int, *, first: bool = False) -> None:
        """Goes to the next or the previous card."""
        if not self.cards:
            return
        at = next((n for n, card in enumerate(self.cards) if card.is_current()), -1)
        wanted = 0 if first or at < 0 else max(0, min(len(self.cards) - 1, at + by))
        self.cards[wanted].take_focus()
        self.area.ensureWidgetVisible(self.cards[wanted], 0, 24)

    def _go_on(self, at: int) -> None:
        """Goes to the first change without a reason from a place on, or else from the top."""
        in_order = (*self.cards[at:], *self.cards[:at])
        card = next((one for one in in_order if one.listed.needs_reason), None)
        if card is not None:
            card.take_focus()
            self.area.ensureWidgetVisible(card, 0, 24)

    def ticked(self) -> tuple[str, ...]:
        """Returns the keys of the changes that are ticked."""
        return tuple(card.listed.change.key for card in self.cards if card.tick.isChecked())

    def _put(self) -> None:
        before = {card.listed: card for card in self.cards if card.may_write is self._may}
        ticked, current = set(self.ticked()), self._current()
        release(self._column)
        cards: list[ChangeCard] = []
        listed = self._changes.changes if self._changes is not None else ()
        wanted = sorted(
            (one for one in listed if _fits(one, self.filters.value())),
            key=lambda one: not one.change.weighty,
        )
        for one in wanted[: self._most]:
            # A card that is the same stays: somebody may be typing in it.
            card = before.pop(one, None) or self._card(one)
            card.tick.setChecked(one.change.key in ticked and card.may_tick)
            cards.append(card)
            self._column.addWidget(card)
            card.show()
            if one.change.key == current and not card.is_current():
                card.take_focus()
        for card in self.cards:
            if card not in cards:
                card.hide()
                card.deleteLater()
        self.cards = cards
        self.more.setVisible(len(wanted) > self._most)
        self.nothing.setText(self._why_nothing() if not wanted else "")
        self.nothing.setVisible(not wanted)
        self._show_ticked()

    def _card(self, one: ListedChange) -> ChangeCard:
        assert self._changes is not None
        entries = [self._changes.comparison.entries[index] for index in one.change.entries]
        pieces: list[MarkedPiece] = []
        for entry in entries:
            if pieces:
                pieces.append(MarkedPiece("\n", MarkKind.PLAIN, 0))
            pieces += inline_pieces(self._changes.comparison, entry)
        card = ChangeCard(one, pieces, self._kept(one.change.key), may_write=self._may)
        card.typed.connect(self._on_typed)
        card.saved.connect(self._on_saved)
        card.comments_wanted.connect(self.comments_wanted)
        card.tick.toggled.connect(lambda _on: self._show_ticked())
        return card

    def _current(self) -> str:
        return next((card.listed.change.key for card in self.cards if card.is_current()), "")

    def _show_ticked(self) -> None:
        ticked = set(self.ticked())
        for card in self.cards:
            card.show_count(len(ticked | {card.listed.change.key}))

    def _show_more(self) -> None:
        self._most += _CARDS
        self._put()

    def _why_nothing(self) -> str:
        if self._changes is None:
            return translate("Gate", "No revision has come after the one before the public yet.")
        if not self._changes.changes:
            return translate("Gate", "Nothing but numbers and spelling differs.")
        return translate("Gate", "No change of this kind.")

    def _key(self, key: str) -> Key:
        return Key("instrument", self._instrument[0], f"change_{key}")

    def _kept(self, key: str) -> str:
        kept = self._unfinished.kept(self._key(key))
        return kept.text if kept is not None else ""

    def _on_typed(self, key: str, words: str) -> None:
        number, title = self._instrument
        self._unfinished.keep(self._key(key), words, title, (number,))

    def _on_saved(self, key: str, reason: str) -> None:
        keys = tuple(dict.fromkeys((key, *self.ticked())))
        self.explained.emit(GivenReason(keys, reason))

    def forget(self, given: GivenReason) -> None:
        """Drops the unsaved words of changes whose reason was saved; the next change without one is shown then."""
        self._after = given.keys[0]
        for key in given.keys:
            self._unfinished.drop(self._key(key))
        for card in self.cards:
            if card.listed.change.key in given.keys:
                card.tick.setChecked(False)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 6)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.about, 1)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(16, 0, 16, 0)
        tabs.addWidget(self.filters)
        tabs.addStretch(1)
        inside = self.area.column
        inside.addLayout(self._column)
        for widget in (self.nothing, self.more, self.quiet):
            row = QHBoxLayout()
            row.setContentsMargins(16, 12, 16, 12)
            row.addWidget(widget, 1)
            inside.addLayout(row)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(tabs)
        column.addWidget(self.area, 1)


class ChangeCard(QWidget):
    """One change: `typed` and `saved` are emitted with its key and the words of the reason."""

    typed = Signal(str, str)
    saved = Signal(str, str)
    comments_wanted = Signal()

    def __init__(
        self, listed: ListedChange, pieces: Sequence[MarkedPiece], kept: str, *, may_write: bool
    ) -> None:
        super().__init__()
        self.listed, self.may_write = listed, may_write
        self.may_tick = may_write and not listed.asked
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        change, name = listed.change, visible_controls(digits(listed.change.name))
        self.tick = QCheckBox()
        self.tick.setAccessibleName(fill(translate("Gate", "Give {name} the same reason"), name=name))
        self.name = PlainLabel(name, "interface", bold=True)
        self.classes = PlainLabel(_classes(listed), "header", "text2")
        self.text = ChangeText(pieces)
        self.text.height_changed.connect(self._refit)
        self.reason = TextField(translate("Gate", "Reason for the change, published"), kept)
        self.reason.setPlaceholderText(translate("Gate", "Why was it changed, although nobody asked for it?"))
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.textChanged.connect(self._on_typed)
        self.save = Button("", size="small", writes=True)
        self.save.clicked.connect(self._on_save)
        make_action(
            self.reason, translate("Gate", "Save the reason"), self._on_save, key="Ctrl+Return", writes=True
        )
        self.given = PlainLabel(_given_words(listed), "secondary", "text2", wrap=True)
        self.again = LinkLabel(translate("Gate", "Rewrite"), self.write, "header")
        self.told = PlainLabel(
            translate("Gate", "A reason is needed, and is published with the summing-up."),
            "header",
            "warn",
            wrap=True,
        )
        self._form = QWidget()
        self._lay_out([_kind_chip(kind.value) for kind in change.kinds])
        self._show_parts(bool(kept))
        self._show_save()

    def _show_parts(self, typed: bool) -> None:
        explained = self.listed.explanation is not None
        self.tick.setVisible(self.may_tick)
        self._form.setVisible(self.may_tick and (not explained or typed))
        self.given.setVisible(bool(self.given.text()))
        self.again.setVisible(self.may_tick and explained)

    def write(self) -> None:
        """Shows the field with the present reason."""
        if self.listed.explanation is not None and not self.reason.text():
            self.reason.setText(self.listed.explanation.reason)
        self._form.setVisible(True)
        self.reason.setFocus()

    def is_current(self) -> bool:
        """Whether the keyboard is in the card."""
        return any(one.hasFocus() for one in (self, self.tick, self.reason, self.save, self.again))

    def take_focus(self) -> None:
        """Puts the keyboard into the field of the reason, or on the card if there is none."""
        (self.reason if self._form.isVisibleTo(self) else self).setFocus()

    def show_count(self, count: int) -> None:
        """Sets how many changes share the reason that is saved here."""
        words = translate("Gate", "Save the reason")
        self.save.setText(
            words if count < 2 else fill(translate("Gate", "Save for {n} changes"), n=digits(count))
        )
        self.save.updateGeometry()

    def _refit(self) -> None:
        """Grows with the words: a layout that wraps other labels keeps the height that it had before."""
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            self.updateGeometry()

    def _on_typed(self, words: str) -> None:
        self._show_save()
        self.typed.emit(self.listed.change.key, words)

    def _on_save(self) -> None:
        if self.reason.text().strip():
            self.saved.emit(self.listed.change.key, self.reason.text().strip())

    def _show_save(self) -> None:
        self.save.setEnabled(bool(self.reason.text().strip()))

    def _lay_out(self, chips: Sequence[Chip]) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.tick)
        head.addWidget(self.name)
        for chip in chips:
            head.addWidget(chip)
        head.addWidget(self.classes)
        head.addStretch(1)
        if self.listed.against:
            words = fill(translate("Gate", "against accepted comments: {n}"), n=len(self.listed.against))
            head.addWidget(PlainLabel(words, "header", "danger"))
        head.addWidget(self._asked())
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(self.save)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 2, 0, 0)
        form.setSpacing(6)
        form.addWidget(self.reason)
        form.addLayout(foot)
        given = QHBoxLayout()
        given.addWidget(self.given, 1)
        given.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(given)
        column.addWidget(self._form)

    def _asked(self) -> QWidget:
        if not self.listed.asked:
            return Chip(translate("Gate", "not asked for"), "warn")
        words = fill(translate("Gate", "asked for: {n}"), n=digits(len(self.listed.carried)))
        return LinkLabel(words, self.comments_wanted.emit, "header")

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        hairline(painter, QRectF(self.rect()))
        if self.hasFocus():
            edge = self.width() - 3 if right_to_left() else 0
            painter.fillRect(QRectF(edge, 0, 3, self.height()), theme().accent)


def _classes(listed: ListedChange) -> str:
    """Returns what happened, where the words do not show it: «جابه‌جا», «درج‌شده»."""
    change = listed.change
    said = [status_name(change.status)] if change.status in _SAID else []
    flags = [flag_name(flag) for flag in Flag if flag in change.flags and flag is not Flag.RENUMBERED]
    return translate("Gate", ", ").join([*said, *flags])


def _kind_chip(kind: str) -> Chip:
    return Chip(label("weight_kind", kind), "danger" if kind in _GRAVE else "warn")


def _given_words(listed: ListedChange) -> str:
    if listed.asked or listed.explanation is None:
        return ""
    words = translate("Gate", "Reason of {who}, published: {reason}")
    return fill(words, who=listed.explanation.by, reason=visible_controls(listed.explanation.reason))


def _fits(one: ListedChange, code: str) -> bool:
    fits: dict[str, Callable[[], bool]] = {
        "all": lambda: True,
        "weighty": lambda: one.change.weighty,
        "unasked": lambda: not one.asked,
        "unexplained": lambda: one.needs_reason,
    }
    return fits[code]()


def _quiet_words(changes: OutcomeChanges) -> str:
    if not changes.renumbered and not changes.spelled:
        return ""
    words = translate("Gate", "Numbers alone: {n}. Spelling alone: {m}. These are no material changes.")
    return fill(words, n=digits(changes.renumbered), m=digits(changes.spelled))
