"""What a box shows of its thread: words and place, and opened the whole conversation with the likely places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.annotations.service import Message, ThreadEvent
from desktop_app.instruments.annotations.word_form import author_words
from desktop_app.instruments.vocabulary import Placement, ThreadStatus
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.annotations.candidate_list import CandidateList
from ui.annotations.few_lines import FewLines
from ui.annotations.placed import PlacedThread
from ui.annotations.thread_host import ThreadHost
from ui.annotations.thread_words import (
    assignee_words,
    is_asked,
    is_homeless,
    outcome_name,
    place_note,
    shortened,
    step_sentence,
    where_words,
)
from ui.annotations.work_row import due_words, label_chips
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.comparison_view.thread_kinds import kind_name, look_of
from ui.widgets.flow import FlowLayout
from ui.widgets.month_grid import today
from ui.widgets.plain import LinkLabel, PlainLabel, PlainText

_CLOSED_LINES: Final = 3
#: A longer message gets a scrollable box, because a label would cut it.
_LONGEST_LABEL: Final = 1500
_LONG_MESSAGE: Final = 220
_AVATAR: Final = 24


class ThreadContent(QWidget):
    """One state of a thread; another one is shown by another content."""

    def __init__(self, placed: PlacedThread, host: ThreadHost, parent: QWidget, *, opened: bool) -> None:
        super().__init__(parent)
        self._placed, self._host = placed, host
        self.candidates: CandidateList | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._add_head()
        self._add_quote()
        if not opened:
            self._add_summary()
            return
        self._add_conversation()
        if placed.row.status is ThreadStatus.RESOLVED:
            self._add_labels()

    def _add_head(self) -> None:
        row = self._placed.row
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Chip(kind_name(row.kind.value), look_of(row.kind.value).chip))
        if row.status is ThreadStatus.RESOLVED and row.outcome is not None:
            head.addWidget(Chip(outcome_name(row.outcome), "ok"))
        where = where_words(self._placed)
        head.addWidget(PlainLabel(where, "header", "text2", elide=True), 1)
        if row.status is ThreadStatus.OPEN and row.due_on is not None:
            late = row.due_on < today()
            head.addWidget(Chip(due_words(row.due_on), "danger" if late else "slate"))
        self._column.addLayout(head)

    def _add_quote(self) -> None:
        row, host = self._placed.row, self._host
        quote = LinkLabel(f"«{shortened(row.quote)}»", lambda: host.thread_chosen.emit(row.id), "secondary")
        quote.setWordWrap(True)
        self._column.addWidget(quote)
        note = place_note(self._placed)
        if note is not None:
            self._column.addWidget(PlainLabel(note[0], "header", note[1], wrap=True))
        words = host.words_of(self._placed)
        if row.placement is Placement.CHANGED and row.status is ThreadStatus.OPEN and words:
            now = fill(translate("Comparison", "Now: {words}"), words=f"«{shortened(words)}»")
            self._column.addWidget(PlainLabel(now, "secondary", "text2", wrap=True))

    def _add_summary(self) -> None:
        row, host = self._placed.row, self._host
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
        if is_asked(self._placed):
            self._column.addWidget(
                link_button(
                    translate("Comparison", "Choose the place"), lambda: host.thread_chosen.emit(row.id)
                )
            )
        self._column.addLayout(foot)
        self._add_labels()

    def _add_labels(self) -> None:
        if self._placed.row.labels:
            self._column.addWidget(label_chips(self._placed.row.labels))

    def _add_conversation(self) -> None:
        """Adds messages and events in chronological order."""
        row = self._placed.row
        everything: list[Message | ThreadEvent] = [*row.messages, *row.steps]
        for one in sorted(everything, key=lambda one: (one.at, isinstance(one, ThreadEvent))):
            if isinstance(one, Message):
                self._column.addLayout(self._message(one))
                continue
            done = f"{step_sentence(one)} · {day_and_month(tehran_day(one.at))}"
            self._column.addWidget(PlainLabel(done, "header", "text2", wrap=True))
        self._add_places()

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
            whole = PlainText("", "secondary", bare=True)
            whole.show_stored(message.text)
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
        row, host, lines = self._placed.row, self._host, self._column
        if not (is_asked(self._placed) or is_homeless(self._placed)):
            return
        found = host.candidates_of(self._placed)
        if found:
            places = self.candidates = CandidateList(found, self)
            places.shown.connect(host.candidate_shown)
            places.chosen.connect(lambda start, end: host.candidate_chosen.emit(row.id, start, end))
            lines.addWidget(places)
        elif row.id in host.likely:
            none = translate("Comparison", "Nothing in the text resembles these words.")
            lines.addWidget(PlainLabel(none, "header", "text2", wrap=True))
        else:
            words = translate("Comparison", "Likely places")
            lines.addWidget(link_button(words, lambda: host.places_wanted.emit(row.id)))
        if not host.beside_text:
            return
        words = translate("Comparison", "Attach to the selection")
        attach = make_action(
            self, words, lambda: host.attach_wanted.emit(row.id), key="Ctrl+Shift+U",
            in_palette=False,
        )  # fmt: skip
        lines.addWidget(Button.of(attach, size="small"))


def link_button(words: str, on_click: Callable[[], object]) -> Button:
    """Returns a small button."""
    made = Button(words, size="small")
    made.clicked.connect(lambda _checked=False: on_click())
    return made
