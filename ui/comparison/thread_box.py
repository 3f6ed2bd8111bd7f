"""An annotation in the list. Collapsed, it shows its header and first words; expanded, its conversation and
actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.instruments.annotations.service import Message, ThreadEvent
from desktop_app.instruments.annotations.word_form import author_words
from desktop_app.instruments.vocabulary import Placement, ThreadOutcome, ThreadStatus
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.comparison.candidate_list import CandidateList
from ui.comparison.few_lines import FewLines
from ui.comparison.kept_words import reply_key
from ui.comparison.sources import PlacedThread
from ui.comparison.thread_host import ThreadHost
from ui.comparison.thread_words import (
    assignee_words,
    is_asked,
    is_homeless,
    outcome_name,
    place_note,
    step_sentence,
    where_words,
)
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.comparison_view.cards import KIND_COLOURS, kind_name
from ui.widgets.kept_line import KeptLine
from ui.widgets.painting import fill_rounded
from ui.widgets.plain import LinkLabel, PlainLabel, PlainText
from ui.widgets.unsaved import mark_kept

_LONGEST_QUOTE: Final = 160
_CLOSED_LINES: Final = 3
#: A longer message gets a scrollable box, because a label would cut it.
_LONGEST_LABEL: Final = 1500
_LONG_MESSAGE: Final = 220
_AVATAR: Final = 24


class ThreadBox(QWidget):
    """Displays one thread, and passes the user's actions to the host.

    Enter opens it, up and down go to its neighbours, Escape returns to the text.
    """

    def __init__(self, thread: PlacedThread, host: ThreadHost, *, opened: bool, draft: str) -> None:
        super().__init__()
        self.placed, self._host, self._opened = thread, host, opened
        self.reply: PlainText | None = None
        self.candidates: CandidateList | None = None
        self.assign_button: Button | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._spoken())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self._column.addLayout(self._head())
        self._add_quote()
        if opened:
            self._add_conversation()
            self._add_moves(draft)
        else:
            self._add_summary()

    # Content

    def _head(self) -> QHBoxLayout:
        row = self.placed.row
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Chip(kind_name(row.kind.value), KIND_COLOURS[row.kind.value]))
        if row.status is ThreadStatus.RESOLVED and row.outcome is not None:
            head.addWidget(Chip(outcome_name(row.outcome), "ok"))
        where = where_words(self.placed)
        head.addWidget(PlainLabel(where, "header", "text2", elide=True), 1)
        return head

    def _add_quote(self) -> None:
        row, host = self.placed.row, self._host
        quote = LinkLabel(f"«{_short(row.quote)}»", lambda: host.thread_chosen.emit(row.id), "secondary")
        quote.setWordWrap(True)
        self._column.addWidget(quote)
        note = place_note(self.placed)
        if note is not None:
            self._column.addWidget(PlainLabel(note[0], "header", note[1], wrap=True))
        words = host.words_of(self.placed)
        if row.placement is Placement.CHANGED and row.status is ThreadStatus.OPEN and words:
            now = fill(translate("Comparison", "Now: {words}"), words=f"«{_short(words)}»")
            self._column.addWidget(PlainLabel(now, "secondary", "text2", wrap=True))

    def _add_summary(self) -> None:
        row, host = self.placed.row, self._host
        if row.messages:
            first = row.messages[0]
            who = f"{author_words(first)} · {day_and_month(tehran_day(first.at))}"
            self._column.addWidget(PlainLabel(who, "header", "text2", bold=True, elide=True))
            self._column.addWidget(FewLines(first.text, _CLOSED_LINES))
        foot = QHBoxLayout()
        if len(row.messages) > 1:
            replies = fill(translate("Comparison", "{n} replies"), n=len(row.messages) - 1)
            foot.addWidget(LinkLabel(replies, lambda: host.thread_chosen.emit(row.id), "header"))
        foot.addStretch(1)
        if row.assignee_name:
            foot.addWidget(PlainLabel(assignee_words(row.assignee_name), "header", "text2"))
        if is_asked(self.placed):
            self._column.addWidget(
                _button(translate("Comparison", "Choose the place"), lambda: host.thread_chosen.emit(row.id))
            )
        self._column.addLayout(foot)

    def _add_conversation(self) -> None:
        """Adds messages and events in chronological order."""
        row = self.placed.row
        everything: list[Message | ThreadEvent] = [*row.messages, *row.steps]
        for one in sorted(everything, key=lambda one: (one.at, isinstance(one, ThreadEvent))):
            if isinstance(one, Message):
                self._column.addLayout(self._message(one))
                continue
            done = f"{step_sentence(one)} · {day_and_month(tehran_day(one.at))}"
            self._column.addWidget(PlainLabel(done, "header", "text2", wrap=True))

    def _message(self, message: Message) -> QHBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(author_words(message), "secondary", bold=True, elide=True), 1)
        head.addWidget(PlainLabel(day_and_month(tehran_day(message.at)), "header", "text2"))
        said.addLayout(head)
        if len(message.text) <= _LONGEST_LABEL:
            said.addWidget(PlainLabel(message.text, "secondary", wrap=True))
        else:
            whole = PlainText(message.text, "secondary", bare=True)
            whole.setFixedHeight(_LONG_MESSAGE)
            said.addWidget(whole)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(Avatar(message.author_name, _AVATAR), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        return row

    # Actions

    def _add_moves(self, draft: str) -> None:
        row, host = self.placed.row, self._host
        if row.status is ThreadStatus.RESOLVED:
            self._column.addWidget(
                _button(translate("Comparison", "Reopen"), lambda: host.reopen_wanted.emit(row.id))
            )
            return
        self._add_places()
        self.reply = PlainText(draft, "secondary", editable=True)
        self.reply.setPlaceholderText(translate("Comparison", "Reply…"))
        self.reply.setFixedHeight(64)
        self.reply.setAccessibleName(translate("Comparison", "Reply"))
        mark_kept(self.reply)
        reply, line = self.reply, KeptLine(host.unfinished)
        reply.textChanged.connect(lambda: host.reply_edited.emit(row.id, reply.toPlainText()))
        line.follow(reply_key(row.id))
        self._column.addWidget(self.reply)
        self._column.addWidget(line)
        send = make_action(
            self,
            translate("Comparison", "Send the reply"),
            self._send,
            key="Ctrl+Return",
            in_palette=False,
            writes=True,
        )
        settle = Button(translate("Comparison", "Close"), menu_caret=True, size="small", icon="ph.check")
        settle.clicked.connect(lambda: _pop_up(self.outcome_menu(), settle))
        moves = QHBoxLayout()
        moves.setSpacing(0)
        moves.addWidget(Button.of(send, size="small", writes=True))
        moves.addStretch(1)
        moves.addWidget(settle)
        self._column.addLayout(moves)
        assign = self.assign_button = Button(
            assignee_words(row.assignee_name), "ghost", menu_caret=True, size="small", icon="ph.user"
        )
        assign.clicked.connect(lambda: _pop_up(self.assignee_menu(), assign))
        self._column.addWidget(assign, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_places(self) -> None:
        row, host = self.placed.row, self._host
        if is_asked(self.placed):
            places = self.candidates = CandidateList(host.candidates_of(self.placed), self)
            places.shown.connect(host.candidate_shown)
            places.chosen.connect(lambda start, end: host.candidate_chosen.emit(row.id, start, end))
            self._column.addWidget(places)
        if is_asked(self.placed) or is_homeless(self.placed):
            words = translate("Comparison", "Attach to the selection")
            attach = make_action(
                self, words, lambda: host.attach_wanted.emit(row.id), key="Ctrl+Shift+U", in_palette=False
            )
            self._column.addWidget(Button.of(attach, size="small"))

    def outcome_menu(self) -> QMenu:
        """Returns the menu of outcomes that settle the thread."""
        return outcome_menu(self, lambda code: self._host.resolve_wanted.emit(self.placed.row.id, code))

    def assignee_menu(self) -> QMenu:
        """Returns the menu of possible assignees."""
        row, host = self.placed.row, self._host
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, name in host.staff:
            action = menu.addAction(name, _calling(host.assignee_chosen.emit, row.id, number))
            action.setCheckable(True)
            action.setChecked(number == row.assignee_id)
        menu.addSeparator()
        nobody = menu.addAction(
            translate("Comparison", "Nobody"), _calling(host.assignee_chosen.emit, row.id, None)
        )
        nobody.setEnabled(row.assignee_id is not None)
        return menu

    def _send(self) -> None:
        if self.reply is not None and self.reply.toPlainText().strip():
            self._host.reply_written.emit(self.placed.row.id, self.reply.toPlainText())

    def _spoken(self) -> str:
        row = self.placed.row
        first = row.messages[0].text[:200] if row.messages else ""
        return f"{kind_name(row.kind.value)}, {row.author_name}, «{_short(row.quote)}»: {first}"

    # Event handlers

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self._host.thread_chosen.emit(self.placed.row.id)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._host.neighbour_wanted.emit(self.placed.row.id, 1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self._host.closed.emit()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._opened:
            self._host.thread_chosen.emit(self.placed.row.id)

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
        painter, now = QPainter(self), theme()
        border = now.accent if self._opened or self.hasFocus() else now.line2
        fill_rounded(painter, QRectF(self.rect()), now.base, 6, border, 2 if self.hasFocus() else 1)


def outcome_menu(owner: QWidget, choose: Callable[[str], object]) -> QMenu:
    """Returns the menu of outcomes that settle a thread."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for outcome in ThreadOutcome:
        menu.addAction(outcome_name(outcome), _calling(choose, outcome.value))
    return menu


def _calling(choose: Callable[..., object], *values: object) -> Callable[[], None]:
    return lambda: (choose(*values), None)[1]


def _button(words: str, on_click: Callable[[], object]) -> Button:
    made = Button(words, size="small")
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def _pop_up(menu: QMenu, button: QWidget) -> None:
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST_QUOTE else f"{flat[:_LONGEST_QUOTE]} …"
