"""An annotation in the list. Collapsed, it shows its header and first words; expanded, its conversation and
actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.instruments.annotations.service import Message, ThreadEvent
from desktop_app.instruments.vocabulary import Placement, ThreadStatus
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.annotations.candidate_list import CandidateList
from ui.annotations.few_lines import FewLines
from ui.annotations.kept_words import reply_key
from ui.annotations.mention_text import MentionText
from ui.annotations.placed import PlacedThread
from ui.annotations.reply_form import ReplyForm, outcome_menu
from ui.annotations.thread_host import ThreadHost
from ui.annotations.thread_words import (
    assignee_words,
    is_asked,
    is_homeless,
    outcome_name,
    place_note,
    step_sentence,
    where_words,
)
from ui.annotations.work_row import WorkRow, due_words, label_chips
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.comparison_view.thread_kinds import kind_name, look_of
from ui.widgets.flow import FlowLayout
from ui.widgets.month_grid import today
from ui.widgets.painting import fill_rounded
from ui.widgets.plain import LinkLabel, PlainLabel, PlainText

_LONGEST_QUOTE: Final = 160
_CLOSED_LINES: Final = 3
#: A longer message gets a scrollable box, because a label would cut it.
_LONGEST_LABEL: Final = 1500
_LONG_MESSAGE: Final = 220
_AVATAR: Final = 24


class ThreadBox(QWidget):
    """Displays one thread, and passes the user's actions to the host.

    Enter opens it, up and down go to its neighbours, Escape returns to the text. A change of the thread replaces what
    is shown; the field of the reply stays, with its words, caret and focus.
    """

    def __init__(self, thread: PlacedThread, host: ThreadHost, *, opened: bool) -> None:
        super().__init__()
        self.placed, self._host, self.opened = thread, host, opened
        self.form: ReplyForm | None = None
        self.candidates: CandidateList | None = None
        self.work: WorkRow | None = None
        self._shows: object = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self._above: QWidget | None = None
        self._again: QWidget | None = None
        self.show_thread(thread, opened=opened)

    @property
    def reply(self) -> MentionText | None:
        """The field of the reply, if there is one."""
        return self.form.text if self.form is not None else None

    @property
    def is_writing(self) -> bool:
        """Whether the reply has words."""
        return self.form is not None and not self.form.is_empty

    def show_thread(self, thread: PlacedThread, *, opened: bool) -> None:
        """Shows the thread as it is now, opened or closed."""
        shows = (thread, opened, self._host.staff, self._host.labels, self._host.candidates_of(thread))
        if shows == self._shows:
            return
        self._shows = shows
        self.placed, self.opened = thread, opened
        self.setAccessibleName(self._spoken())
        self.candidates = None
        focused = self._focus_outside_reply()
        self._above = self._replaced(self._above, 0)
        self._head(self._above)
        self._add_quote()
        if opened:
            self._add_conversation()
            if thread.row.status is ThreadStatus.RESOLVED:
                self._add_labels()
        else:
            self._add_summary()
        self._show_form()
        self._show_work()
        self._reveal_candidates()
        if focused:
            self.setFocus()
        self.update()

    def _reveal_candidates(self) -> None:
        # The layout shows them only later, and a hidden widget cannot take the focus.
        if self.candidates is not None and not self.isHidden():
            self.candidates.show()

    def _show_work(self) -> None:
        """Shows the work of an open thread, whose fields keep what is being typed, or the way to reopen it."""
        row = self.placed.row
        works = self.opened and row.status is ThreadStatus.OPEN
        if works and self.work is not None:
            self.work.show_row(row)
        elif works:
            self.work = WorkRow(self._host, row)
            self._column.addWidget(self.work)
            self.work.setVisible(not self.isHidden())
        elif self.work is not None:
            self._remove(self.work)
            self.work = None
        if self._again is not None:
            self._remove(self._again)
            self._again = None
        if self.opened and not works and self.form is None:
            words = translate("Comparison", "Reopen")
            self._again = _button(words, lambda: self._host.reopen_wanted.emit(row.id))
            self._column.addWidget(self._again)

    def _remove(self, part: QWidget) -> None:
        """Removes a part of the box, which may be handling its own click."""
        self._column.removeWidget(part)
        part.hide()
        part.deleteLater()

    def _replaced(self, part: QWidget | None, at: int) -> QWidget:
        """Returns a new empty part of the box in the place of the old one."""
        if part is not None:
            self._remove(part)
        made = QWidget(self)
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        self._column.insertWidget(at, made)
        # The layout shows it only later, and a hidden widget cannot take the focus.
        made.setVisible(self.isVisible() or not self.isHidden())
        return made

    def _focus_outside_reply(self) -> bool:
        """Whether the focus is in the part that is about to be replaced."""
        focus, part = QApplication.focusWidget(), self._above
        return focus is not None and part is not None and part.isAncestorOf(focus)

    def _lines(self, part: QWidget | None) -> QVBoxLayout:
        lines = part.layout() if part is not None else None
        assert isinstance(lines, QVBoxLayout)
        return lines

    def _show_form(self) -> None:
        """Keeps the field of the reply while the thread is open, or as long as it has words."""
        row, host = self.placed.row, self._host
        kept = host.unfinished.text(reply_key(row.id))
        wanted = self.opened and (row.status is ThreadStatus.OPEN or bool(kept.strip()))
        if not wanted:
            if self.form is not None:
                self._remove(self.form)
                self.form = None
            return
        if self.form is None:
            self.form = self._made_form(kept)
            self._column.insertWidget(1, self.form)
            self.form.setVisible(not self.isHidden())
        self.form.text.offer_staff(host.staff)
        self.form.show_row(row)

    def _made_form(self, draft: str) -> ReplyForm:
        number, host = self.placed.row.id, self._host
        form = ReplyForm(number, host.unfinished, host.staff, draft)
        text = form.text
        text.textChanged.connect(lambda: host.reply_edited.emit(number, text.toPlainText()))
        form.sent.connect(lambda: host.reply_written.emit(number, text.toPlainText()))
        form.reopened.connect(lambda: host.reopen_with_reply.emit(number))
        form.settled.connect(lambda code: host.resolve_wanted.emit(number, code))
        return form

    # Content

    def _head(self, part: QWidget) -> None:
        row = self.placed.row
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Chip(kind_name(row.kind.value), look_of(row.kind.value).chip))
        if row.status is ThreadStatus.RESOLVED and row.outcome is not None:
            head.addWidget(Chip(outcome_name(row.outcome), "ok"))
        where = where_words(self.placed)
        head.addWidget(PlainLabel(where, "header", "text2", elide=True), 1)
        if row.status is ThreadStatus.OPEN and row.due_on is not None:
            late = row.due_on < today()
            head.addWidget(Chip(due_words(row.due_on), "danger" if late else "slate"))
        self._lines(part).addLayout(head)

    def _add_quote(self) -> None:
        row, host = self.placed.row, self._host
        quote = LinkLabel(f"«{_short(row.quote)}»", lambda: host.thread_chosen.emit(row.id), "secondary")
        quote.setWordWrap(True)
        self._lines(self._above).addWidget(quote)
        note = place_note(self.placed)
        if note is not None:
            self._lines(self._above).addWidget(PlainLabel(note[0], "header", note[1], wrap=True))
        words = host.words_of(self.placed)
        if row.placement is Placement.CHANGED and row.status is ThreadStatus.OPEN and words:
            now = fill(translate("Comparison", "Now: {words}"), words=f"«{_short(words)}»")
            self._lines(self._above).addWidget(PlainLabel(now, "secondary", "text2", wrap=True))

    def _add_summary(self) -> None:
        row, host = self.placed.row, self._host
        if row.messages:
            first = row.messages[0]
            who = f"{first.author_name} · {day_and_month(tehran_day(first.at))}"
            self._lines(self._above).addWidget(PlainLabel(who, "header", "text2", bold=True, elide=True))
            self._lines(self._above).addWidget(FewLines(first.text, _CLOSED_LINES))
        foot = QHBoxLayout()
        if len(row.messages) > 1:
            replies = fill(translate("Comparison", "{n} replies"), n=len(row.messages) - 1)
            foot.addWidget(LinkLabel(replies, lambda: host.thread_chosen.emit(row.id), "header"))
        foot.addStretch(1)
        if row.assignee_name:
            foot.addWidget(PlainLabel(assignee_words(row.assignee_name), "header", "text2"))
        if is_asked(self.placed):
            self._lines(self._above).addWidget(
                _button(translate("Comparison", "Choose the place"), lambda: host.thread_chosen.emit(row.id))
            )
        self._lines(self._above).addLayout(foot)
        self._add_labels()

    def _add_labels(self) -> None:
        if self.placed.row.labels:
            self._lines(self._above).addWidget(label_chips(self.placed.row.labels))

    def _add_conversation(self) -> None:
        """Adds messages and events in chronological order."""
        row = self.placed.row
        everything: list[Message | ThreadEvent] = [*row.messages, *row.steps]
        for one in sorted(everything, key=lambda one: (one.at, isinstance(one, ThreadEvent))):
            if isinstance(one, Message):
                self._lines(self._above).addLayout(self._message(one))
                continue
            done = f"{step_sentence(one)} · {day_and_month(tehran_day(one.at))}"
            self._lines(self._above).addWidget(PlainLabel(done, "header", "text2", wrap=True))
        self._add_places()

    def _message(self, message: Message) -> QHBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(message.author_name, "secondary", bold=True, elide=True), 1)
        head.addWidget(PlainLabel(day_and_month(tehran_day(message.at)), "header", "text2"))
        said.addLayout(head)
        if len(message.text) <= _LONGEST_LABEL:
            said.addWidget(PlainLabel(message.text, "secondary", wrap=True))
        else:
            whole = PlainText(message.text, "secondary", bare=True)
            whole.setFixedHeight(_LONG_MESSAGE)
            said.addWidget(whole)
        if message.mentioned:
            names = FlowLayout(26, 6, (0, 2, 0, 0))
            for name in dict.fromkeys(message.mentioned):
                names.addWidget(Chip(f"@ {name}", "info"))
            said.addLayout(names)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(Avatar(message.author_name, _AVATAR), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        return row

    def _add_places(self) -> None:
        row, host, lines = self.placed.row, self._host, self._lines(self._above)
        if not (is_asked(self.placed) or is_homeless(self.placed)):
            return
        found = host.candidates_of(self.placed)
        if found:
            places = self.candidates = CandidateList(found, self._above)
            places.shown.connect(host.candidate_shown)
            places.chosen.connect(lambda start, end: host.candidate_chosen.emit(row.id, start, end))
            lines.addWidget(places)
        elif row.id in host.likely:
            none = translate("Comparison", "Nothing in the text resembles these words.")
            lines.addWidget(PlainLabel(none, "header", "text2", wrap=True))
        else:
            words = translate("Comparison", "Likely places")
            lines.addWidget(_button(words, lambda: host.places_wanted.emit(row.id)))
        if not host.beside_text:
            return
        words = translate("Comparison", "Attach to the selection")
        attach = make_action(
            self._above or self, words, lambda: host.attach_wanted.emit(row.id), key="Ctrl+Shift+U",
            in_palette=False,
        )  # fmt: skip
        lines.addWidget(Button.of(attach, size="small"))

    def outcome_menu(self) -> QMenu:
        """Returns the menu of outcomes that settle the thread."""
        return outcome_menu(self, lambda code: self._host.resolve_wanted.emit(self.placed.row.id, code))

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
        if event.button() == Qt.MouseButton.LeftButton and not self.opened:
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
        border = now.accent if self.opened or self.hasFocus() else now.line2
        fill_rounded(painter, QRectF(self.rect()), now.base, 6, border, 2 if self.hasFocus() else 1)


def _button(words: str, on_click: Callable[[], object]) -> Button:
    made = Button(words, size="small")
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST_QUOTE else f"{flat[:_LONGEST_QUOTE]} …"
