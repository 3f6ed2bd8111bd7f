"""The page of a three-way merge: two drafts, the revision that both were written from, and what has to be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.comparison.merge_result import MergeAnswer, MergeTake
from desktop_app.instruments.drafting.coming_text import ComingBlock
from desktop_app.instruments.drafting.merging import MergeQuestion
from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.comparison.building_panel import SaveForm
from ui.comparison.counted_head import CountedHead
from ui.comparison.merge_card import MergeCard, take_name
from ui.comparison.notice import NoticeStrip
from ui.comparison.pane_rows import PaneRows
from ui.comparison.text_pane import TextPane
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_head import PageHead
from ui.widgets.painting import Mirror, draw_text, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.rows import LONGEST, RowsModel
from ui.widgets.skeleton import Skeleton
from ui.widgets.state_stack import StateStack

_WIDE: Final = 900


@dataclass(frozen=True, slots=True)
class MergeChoice:
    """A text that can be merged: a revision, or with `number` None a file that is asked for."""

    number: int | None
    name: str


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A question of the list and its answer, if there is one."""

    question: MergeQuestion
    answer: MergeAnswer | None

    @property
    def title(self) -> str:
        return self.question.title or self.question.conflict.base[:40] or self.question.conflict.first[:40]

    @property
    def summary(self) -> str:
        if self.answer is None:
            return translate("Comparison", "waits for an answer")
        return take_name(self.answer.take)


class MergePage(QWidget):
    """Emits what is chosen and answered; the owner merges and saves."""

    #: Which text (base, first, second), and the chosen revision or None for a file.
    text_chosen = Signal(str, object)
    answered = Signal(int, object)
    summary_wanted = Signal()
    save_wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.questions: tuple[MergeQuestion, ...] = ()
        self.answers: dict[int, MergeAnswer] = {}
        self.names = ("", "", "")
        self.current: int | None = None
        self.card: MergeCard | None = None
        self._filling = False
        self._choices: tuple[MergeChoice, ...] = ()
        self.list = _QuestionList()
        self.list_head = CountedHead(translate("Comparison", "Questions of the merge"))
        self.pane = TextPane(translate("Comparison", "Merged text"))
        self.notice = NoticeStrip("ok")
        self.warning = NoticeStrip("warn")
        self.form = SaveForm()
        self.form.hide()
        self.buttons = {which: Button("", menu_caret=True) for which in ("base", "first", "second")}
        for which, button in self.buttons.items():
            button.clicked.connect(self._menu_opener(which, button))
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._make_commands()
        self._lay_out()
        self.list.picked.connect(self._on_picked)
        self.form.confirmed.connect(self.save_wanted)
        # In a low window there is no room for both.
        self.form.opened.connect(lambda opened: self._area.setVisible(not opened and self.card is not None))

    def show_texts(self, names: tuple[str, str, str], choices: Sequence[MergeChoice]) -> None:
        """Names the base and the two drafts, and sets what can be chosen instead."""
        self.names, self._choices = names, tuple(choices)
        words = {
            "base": translate("Comparison", "Base: {name}"),
            "first": translate("Comparison", "First draft: {name}"),
            "second": translate("Comparison", "Second draft: {name}"),
        }
        for (which, button), name in zip(self.buttons.items(), names, strict=True):
            shown = name if len(name) < 26 else f"{name[:24]}…"
            button.setText(fill(words[which], name=shown or translate("Comparison", "choose …")))
            button.updateGeometry()

    def show_waiting(self, words: str) -> None:
        """Shows that the drafts are being merged."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(PlainLabel(words, "secondary", "text2"))
        column.addWidget(Skeleton("text"))
        column.addStretch(1)
        self._show_state(page)

    def show_incomplete(self, choose: Callable[[], object]) -> None:
        """Shows that a draft is still to be chosen."""
        button = Button(translate("Comparison", "Choose a file"), "primary", icon="ph.folder-open")
        button.clicked.connect(lambda _checked=False: choose())
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(
            EmptyState(
                translate("Comparison", "Merge two drafts of one revision"),
                translate(
                    "Comparison",
                    "Choose the revision that both colleagues started from, and their two drafts. What only one of"
                    " them changed is taken; what both changed is asked.",
                ),
                icon="ph.git-merge",
            )
        )
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._show_state(page)

    def show_merge(
        self,
        questions: Sequence[MergeQuestion],
        answers: Mapping[int, MergeAnswer],
        blocks: Sequence[ComingBlock],
        *,
        warning: str,
        afresh: bool,
    ) -> None:
        """Shows the merged text with its changes against the base, the questions, and what should be checked."""
        self.warning.say(warning)
        self.questions, self.answers = tuple(questions), dict(answers)
        self._filling = True
        self.list.show_rows([MergeRow(one, answers.get(one.conflict.number)) for one in questions])
        self._filling = False
        waiting = sum(one.conflict.number not in answers for one in questions)
        self.list_head.show_count(waiting)
        quiet = translate("Comparison", "The drafts change different words: nothing has to be asked.")
        self.notice.say("" if questions else quiet)
        self._save.setEnabled(not waiting)
        left = fill(translate("Comparison", "Save: {n} questions left"), n=digits(waiting))
        self._save.setText(left if waiting else translate("Comparison", "Save the merged revision"))
        self.pane.show_blocks(blocks, [one.entry for one in blocks if one.changed], afresh=afresh)
        self._stack.setCurrentWidget(self._texts)
        known = [one.conflict.number for one in questions]
        if afresh or self.current not in known:
            self.current = next((n for n in known if n not in answers), known[0] if known else None)
        self._show_question()

    def go_to(self, number: int) -> None:
        """Shows a question."""
        if self.card is not None and self.card.is_writing:
            return
        self.current = number
        self._show_question()

    def step(self, by: int) -> None:
        """Goes to the next question (1) or the one before (-1)."""
        known = [one.conflict.number for one in self.questions]
        if known:
            at = known.index(self.current) if self.current in known else -by
            self.go_to(known[(at + by) % len(known)])

    def answer(self, take: MergeTake, words: str = "") -> None:
        """Answers the current question, and goes to the next open one."""
        if self.current is None:
            return
        number = self.current
        known = [one.conflict.number for one in self.questions]
        order = [*known[known.index(number) + 1 :], *known[: known.index(number)]]
        self.current = next((one for one in order if one not in self.answers), number)
        self.answered.emit(number, MergeAnswer(take, words))

    def set_busy(self, busy: bool) -> None:
        """Disables the page while the revision is being saved."""
        self.setEnabled(not busy)
        if not busy:
            self.form.put_away()

    def _show_state(self, page: QWidget) -> None:
        page.setBackgroundRole(QPalette.ColorRole.Base)
        page.setAutoFillBackground(True)
        self.list.show_rows([])
        self.list_head.show_count(0)
        self._save.setEnabled(False)
        self._stack.show_state(page)

    def _show_question(self) -> None:
        question = next((one for one in self.questions if one.conflict.number == self.current), None)
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self.card = None
        self._area.setVisible(question is not None)
        if question is None:
            return
        number = self.questions.index(question)
        card = MergeCard(
            question, self.names, self.answers.get(question.conflict.number), number, len(self.questions),
            stacked=self.width() < _WIDE,
        )  # fmt: skip
        card.taken.connect(lambda take: self.answer(MergeTake(take)))
        card.written.connect(lambda words: self.answer(MergeTake.OWN, words))
        card.writing.connect(self._on_writing)
        self.card = card
        self._area.setWidget(card)
        card.installEventFilter(self)
        self._fit_card()
        at = next((n for n, row in enumerate(self.list.rows()) if row.question is question), None)
        if at is not None and self.list.currentIndex().row() != at:
            self.list.go_to(at)

    def _fit_card(self) -> None:
        """Makes the area as high as the card, but leaves half of the page to the text."""
        if self.card is not None:
            self._area.setFixedHeight(max(80, min(self.card.sizeHint().height(), self.height() * 3 // 5)))

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.card and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit_card()
        return super().eventFilter(watched, event)

    def _on_picked(self, row: object) -> None:
        if self._filling or not isinstance(row, MergeRow):
            return
        if row.question.conflict.number != self.current:
            self.go_to(row.question.conflict.number)

    def _on_writing(self, writing: bool) -> None:
        self._back.setEnabled(not writing)
        if not writing:
            self.list.setFocus()

    def _press(self, key: str) -> Callable[[], None]:
        def press() -> None:
            if self.card is not None:
                self.card.press(key)

        return press

    def _menu_opener(self, which: str, button: Button) -> Callable[[], None]:
        def opened() -> None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for choice in self._choices:
                if choice.number is not None or which != "base":
                    words = choice.name.replace("&", "&&")
                    menu.addAction(words, self._chooser(which, choice))
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

        return opened

    def _chooser(self, which: str, choice: MergeChoice) -> Callable[[], None]:
        return lambda: self.text_chosen.emit(which, choice.number)

    def _on_escape(self) -> None:
        if self.form.isVisible():
            self.form.put_away()
            self.list.setFocus()
        else:
            self.closed.emit()

    def _make_commands(self) -> None:
        make = make_action
        make(self, translate("Comparison", "Next question"), lambda: self.step(1), key="J", more_keys=("F8",))
        make(
            self, translate("Comparison", "Previous question"), lambda: self.step(-1), key="K",
            more_keys=("F7",),
        )  # fmt: skip
        for key in "123450":
            name = fill(translate("Comparison", "Answer {n} to a conflict"), n=digits(int(key)))
            make(self, name, self._press(key), key=key, in_palette=False)
        self._save = make(
            self, translate("Comparison", "Save the merged revision"), self.summary_wanted.emit, key="Ctrl+S",
            writes=True,
        )  # fmt: skip
        self._back = make(self, translate("Comparison", "Back to the comparison"), self._on_escape, key="Esc")

    def _lay_out(self) -> None:
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 12, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(Button.of(self._back, "ghost", icon="ph.arrow-right"))
        row.addWidget(PlainLabel(translate("Comparison", "Merge two drafts"), "heading", bold=True))
        row.addStretch(1)
        self.save_button = Button.of(self._save, "primary", icon="ph.check", writes=True)
        row.addWidget(self.save_button)
        bar = QHBoxLayout()
        set_margins(bar, 12, 4, 12, 4)
        bar.setSpacing(4)
        for button in self.buttons.values():
            bar.addWidget(button)
        bar.addStretch(1)
        lists = QVBoxLayout()
        lists.setSpacing(0)
        lists.addWidget(self.list_head)
        lists.addWidget(self.list, 1)
        self._texts = QWidget()
        texts = QVBoxLayout(self._texts)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(0)
        for widget in (self.notice, self.warning, self._area):
            texts.addWidget(widget)
        texts.addWidget(self.pane, 1)
        texts.addWidget(self.form)
        self._stack = StateStack()
        self._stack.addWidget(self._texts)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addLayout(lists)
        columns.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(bar)
        column.addLayout(columns, 1)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and not (self.card and self.card.is_writing):
            self._show_question()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().pane)


class _QuestionList(PaneRows[MergeRow]):
    def __init__(self) -> None:
        super().__init__(
            translate("Comparison", "Questions of the merge"),
            RowsModel(_spoken, tip=_spoken),
            _draw,
            key=_number_of,
            steady=True,
        )


def _number_of(row: MergeRow) -> int:
    return row.question.conflict.number


def _spoken(row: MergeRow) -> str:
    return f"{row.title}، {row.summary}"[:LONGEST]


def _draw(painter: QPainter, rect: QRectF, row: MergeRow) -> None:
    mirror, now, middle = Mirror.of(rect), theme(), rect.center().y()
    icon, ink = ("ph.check-circle", now.ok) if row.answer is not None else ("ph.question", now.warn)
    paint_icon(painter, mirror.at(12, 18, top=middle - 9, height=18), icon, ink)
    room = rect.width() - 50
    strong = font("secondary", bold=True)
    draw_text(painter, mirror.at(38, room, top=middle - 21, height=22), row.title, strong, now.text)
    draw_text(painter, mirror.at(38, room, top=middle - 1, height=20), row.summary, font("header"), now.text2)
