"""The page of suggested wordings: each is shown as a change in the text, and accepted or refused with a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.comments.review import PublicDemand
from desktop_app.instruments.drafting.coming_text import ComingBlock, RunKind
from desktop_app.instruments.drafting.suggestions import SuggestedWording, SuggestionState
from desktop_app.instruments.drafting.suggestions_shown import SuggestionsShown
from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.comparison.counted_head import CountedHead
from ui.comparison.suggestion_cards import CHOICE_KEYS, ReasonCard, RivalsCard
from ui.comparison.suggestion_list import (
    CONFLICT_GLYPH,
    GLYPHS,
    SuggestionList,
    SuggestionRow,
    rows_of,
    summary_of,
)
from ui.comparison.suggestion_talk import SuggestionTalk
from ui.comparison.text_pane import TextPane
from ui.guard import guarded
from ui.theme import theme
from ui.unfinished import Unfinished
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_head import PageHead
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel

_WIDE: Final = 1_080


class SuggestionPage(QWidget):
    """Emits decisions by the ids of threads; the owner keeps them."""

    accepted = Signal(object)
    refused = Signal(object, str)
    #: Of several for the same words: the accepted one and the others.
    preferred = Signal(int, object)
    #: Words of one's own in place of suggestions: their ids, the words.
    written = Signal(object, str)
    taken_back = Signal(int)
    build_wanted = Signal()
    closed = Signal()

    def __init__(self, unfinished: Unfinished) -> None:
        super().__init__()
        self.shown: SuggestionsShown | None = None
        #: How many comments of the public are about the place of a suggestion, by its thread.
        self.demand: dict[int, PublicDemand] = {}
        self.current: int | None = None
        self._filling = self._talks = False
        self.list = SuggestionList()
        self.list_head = CountedHead(translate("Comparison", "Suggested wordings"))
        self.pane = TextPane(translate("Comparison", "Text with the suggested wordings"))
        self.card = ReasonCard()
        self.conflict: RivalsCard | None = None
        self.talk = SuggestionTalk(unfinished)
        self.empty = EmptyState(
            translate("Comparison", "No suggested wording"),
            translate(
                "Comparison", "Select words in the comparison and annotate them as a suggested wording."
            ),
            icon="ph.pencil-line",
        )
        self._title = PlainLabel("", "heading", bold=True, elide=True)
        self._revision = PlainLabel("", "secondary", "text2")
        self._make_commands()
        self._lay_out()
        self.list.picked.connect(self._on_picked)
        self.pane.thread_chosen.connect(self.go_to)
        card = self.card
        card.accepted.connect(self._accept)
        card.refused.connect(self._on_refused)
        card.written.connect(lambda words: self.written.emit([self.current], words))
        card.taken_back.connect(self._on_taken_back)
        card.writing.connect(self._on_writing)

    # Showing

    def show_suggestions(self, shown: SuggestionsShown, *, afresh: bool) -> None:
        """Shows suggestions. The current one stays, or the first open one is chosen."""
        self.shown = shown
        self._title.setText(shown.title)
        self._revision.setText(shown.revision)
        self._build.setText(fill(translate("Comparison", "Build {revision}"), revision=shown.coming))
        every = shown.suggestions
        self.empty.setVisible(not every)
        self.pane.setVisible(bool(every))
        self._fill_list()
        self.talk.show_decisions(every, shown.coming)
        if self._is_writing():
            # What is being written stays; the text is shown again after it.
            return
        focused = self.card.reason.hasFocus()
        marks = {
            block.entry: self._mark(block) for block in shown.blocks if block.threads
        }  # fmt: skip
        self._put_away()
        marked = [block.entry for block in shown.blocks if block.threads]
        self.pane.show_blocks(shown.blocks, marked, marks, afresh=afresh)
        known = {one.thread_id for one in every}
        if self.current not in known or afresh:
            waiting = [one.thread_id for one in every if one.waits]
            self.current = next(iter(waiting or [one.thread_id for one in every]), None)
        if self.current is not None:
            self.go_to(self.current)
        if focused and self.card.reason.isVisible():
            self.card.reason.setFocus()

    def go_to(self, thread: int) -> None:
        """Makes a suggestion the current one."""
        one = self._one(thread)
        if one is None or self.shown is None or self._is_writing():
            return
        self.current = thread
        self._mark_row()
        self._put_away()
        block = self.shown.block_of(thread)
        self.talk.show_talk(one, block.title if block else "")
        self.talk.show_demand(self.demand.get(thread))
        if block is None:
            self.pane.set_current(None)
            return
        rivals = self.rivals(one)
        self.pane.set_current(block.entry, thread=rivals[0].thread_id if len(rivals) > 1 else thread)
        box = self.pane.boxes.get(block.entry)
        if box is not None and len(rivals) > 1 and any(other.waits for other in rivals):
            stacked = self.width() < _WIDE
            self.conflict = RivalsCard(rivals, self.shown.with_context, stacked=stacked)
            self.conflict.chosen.connect(self._on_preferred)
            self.conflict.written.connect(self._on_own)
            self.conflict.writing.connect(self._on_writing)
            box.put_card(self.conflict)
        elif box is not None:
            places = sum(run.thread == thread and run.kind is RunKind.INSERTED for run in block.runs)
            self.card.show_one(one, max(places, 1))
            box.put_card(self.card)
        self.pane.reveal(block.entry)

    def show_demand(self, demand: dict[int, PublicDemand]) -> None:
        """Shows how many comments of the public are about the place of each suggestion, by its thread."""
        self.demand = demand
        self.talk.show_demand(demand.get(self.current or 0))

    def rivals(self, one: SuggestedWording) -> tuple[SuggestedWording, ...]:
        """Returns the suggestions for the same words."""
        return self.shown.rivals(one) if self.shown is not None else ()

    def step(self, by: int) -> None:
        """Goes to the next suggestion of the list (1) or the one before (-1)."""
        ids = [row.one.thread_id for row in self.list.rows() if row.one is not None]
        if ids:
            at = ids.index(self.current) if self.current in ids else -by
            self.go_to(ids[(at + by) % len(ids)])

    # Deciding

    def _of_article(self) -> list[int]:
        """Returns the open suggestions of the current article that exclude no other, by their threads."""
        if self.shown is None or self.current is None:
            return []
        return [one.thread_id for one in self.shown.of_article(self.current)]

    def _accept(self) -> None:
        one = self._one(self.current)
        if one is not None and one.waits and len(self.rivals(one)) < 2:
            self.accepted.emit([one.thread_id])

    def _accept_all(self) -> None:
        found = self._of_article()
        if found:
            self.accepted.emit(found)

    def _refuse(self, *, every: bool = False) -> None:
        one = self._one(self.current)
        if one is None or self.conflict is not None or not one.waits:
            return
        self.card.ask_refusal(every=every)

    def _on_refused(self, reason: str, every: bool) -> None:
        found = self._of_article() if every else [self.current]
        self.refused.emit(found, reason)
        self.pane.setFocus()

    def _on_taken_back(self) -> None:
        if self.current is not None:
            self.taken_back.emit(self.current)

    def _on_preferred(self, number: int) -> None:
        if self.conflict is None:
            return
        ids = [one.thread_id for one in self.conflict.rivals]
        if number < 0:
            self.preferred.emit(0, ids)
        else:
            self.preferred.emit(ids[number], [one for at, one in enumerate(ids) if at != number])

    def _on_own(self, words: str) -> None:
        if self.conflict is not None:
            self.written.emit([one.thread_id for one in self.conflict.rivals], words)

    def _on_writing(self, writing: bool) -> None:
        self._back.setEnabled(not writing)
        if not writing:
            self.pane.setFocus()
            if self.shown is not None:
                self.show_suggestions(self.shown, afresh=False)

    def _edit(self) -> None:
        one = self._one(self.current)
        if self.conflict is not None:
            self.conflict.begin()
        elif one is not None and one.waits:
            self.card.begin()

    def _reply(self) -> None:
        """Focuses the reply. In a narrow window the conversation takes the place of the list meanwhile."""
        if self.talk.form is not None:
            self._talks = True
            self._arrange()
            self.talk.form.text.setFocus()

    def _escape(self) -> None:
        """Leaves the field with the focus, or else the page."""
        form = self.talk.form
        if form is not None and form.text.hasFocus():
            self._talks = False
            self.pane.setFocus()
            self._arrange()
        elif self.card.reason.hasFocus():
            self.pane.setFocus()
        else:
            self.closed.emit()

    def _press(self, key: str) -> Callable[[], None]:
        def press() -> None:
            if self.conflict is not None:
                self.conflict.press(key)

        return press

    # Parts

    def _one(self, thread: int | None) -> SuggestedWording | None:
        return self.shown.one(thread) if self.shown is not None else None

    def _is_writing(self) -> bool:
        return self.card.is_writing or (self.conflict is not None and self.conflict.is_writing)

    def _put_away(self) -> None:
        # Not without a parent: a card would become a window, and take the focus along.
        self.card.setParent(self)
        self.card.hide()
        if self.conflict is not None:
            self.conflict.setParent(self)
            self.conflict.hide()
            self.conflict.deleteLater()
            self.conflict = None

    def _mark(self, block: ComingBlock) -> tuple[str, str]:
        found = [one for thread in block.threads if (one := self._one(thread)) is not None]
        if any(len(self.rivals(one)) > 1 for one in found):
            return CONFLICT_GLYPH
        if any(one.waits for one in found):
            return GLYPHS[SuggestionState.OPEN]
        return GLYPHS[SuggestionState.ACCEPTED]

    def _fill_list(self) -> None:
        assert self.shown is not None
        waiting: list[SuggestionRow] = []
        decided: list[SuggestionRow] = []
        seen = set[int]()
        for one in self.shown.suggestions:
            if one.thread_id in seen:
                continue
            rivals = self.rivals(one)
            several = len(rivals) > 1 and any(other.waits for other in rivals)
            seen |= {other.thread_id for other in rivals} if several else {one.thread_id}
            block = self.shown.block_of(one.thread_id)
            title = block.title if block else one.quote[:40]
            people = len(rivals) if several else 1
            row = SuggestionRow(title, summary_of(one, people), one, people)
            (waiting if several or one.state is SuggestionState.OPEN else decided).append(row)
        self._filling = True
        self.list.show_rows(rows_of(waiting, decided))
        self.list_head.show_count(len(waiting))
        self._mark_row()
        self._filling = False

    def _mark_row(self) -> None:
        one = self._one(self.current)
        rivals = () if one is None else self.rivals(one)
        wanted: set[int | None] = {self.current, *(other.thread_id for other in rivals)}
        rows = self.list.rows()
        at = next((n for n, row in enumerate(rows) if row.one and row.one.thread_id in wanted), None)
        if at is not None and self.list.currentIndex().row() != at:
            self.list.go_to(at)

    def _on_picked(self, row: object) -> None:
        if isinstance(row, SuggestionRow) and row.one is not None and not self._filling:
            one = self._one(self.current)
            rivals = () if one is None else self.rivals(one)
            known: set[int | None] = {self.current, *(other.thread_id for other in rivals)}
            if row.one.thread_id not in known:
                self.go_to(row.one.thread_id)

    def _make_commands(self) -> None:
        make = make_action
        make(
            self, translate("Comparison", "Next suggestion"), lambda: self.step(1), key="J", more_keys=("F8",)
        )
        make(
            self, translate("Comparison", "Previous suggestion"), lambda: self.step(-1), key="K",
            more_keys=("F7",),
        )  # fmt: skip
        make(self, translate("Comparison", "Accept the suggestion"), self._accept, key="A", writes=True)
        make(self, translate("Comparison", "Refuse with a reason"), self._refuse, key="R", writes=True)
        make(self, translate("Comparison", "Edit the wording"), self._edit, key="E")
        self.accept_all = make(
            self, translate("Comparison", "Accept all suggestions of the article"), self._accept_all,
            key="Shift+A", writes=True,
        )  # fmt: skip
        self.refuse_all = make(
            self, translate("Comparison", "Refuse all suggestions of the article"),
            lambda: self._refuse(every=True), key="Shift+R", writes=True,
        )  # fmt: skip
        make(self, translate("Comparison", "Reply to the suggestion"), self._reply, key="T", writes=True)
        for key in (*CHOICE_KEYS, "0"):
            name = fill(translate("Comparison", "Answer {n} to a conflict"), n=digits(int(key)))
            make(self, name, self._press(key), key=key, in_palette=False)
        self._build = make(
            self, translate("Comparison", "Build the next revision"), self.build_wanted.emit, key="B"
        )
        self._back = make(self, translate("Comparison", "Back to the comparison"), self._escape, key="Esc")

    def _lay_out(self) -> None:
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 12, 0, 12, 0)
        row.setSpacing(4)
        self.back_button = Button.of(self._back, "ghost", icon="ph.arrow-right")
        self.build_button = Button.of(self._build, icon="ph.git-merge")
        row.addWidget(self.back_button)
        row.addWidget(self._title, 1)
        row.addWidget(self._revision)
        row.addWidget(self.build_button)
        self._all = QWidget()
        bar = QHBoxLayout(self._all)
        set_margins(bar, 16, 2, 12, 2)
        bar.setSpacing(4)
        bar.addStretch(1)
        for action in (self.accept_all, self.refuse_all):
            bar.addWidget(Button.of(action, "ghost", size="small", writes=True))
        lists = QVBoxLayout()
        lists.setSpacing(0)
        lists.addWidget(self.list_head)
        lists.addWidget(self.list, 1)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._all)
        texts.addWidget(self.pane, 1)
        texts.addWidget(self.empty, 1)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addLayout(lists)
        columns.addLayout(texts, 1)
        columns.addWidget(self.talk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(columns, 1)
        self.empty.hide()
        # Until the page is as wide as that, it asks for no room: the other pages share its stack.
        self.talk.hide()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= _WIDE
        self.talk.setVisible(wide or self._talks)
        self._revision.setVisible(wide)
        for widget in (self.list, self.list_head):
            widget.setVisible(wide or not self._talks)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().pane)
