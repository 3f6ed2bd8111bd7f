"""The card of a question of a merge: what both drafts made of the same words, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.merge_result import MergeAnswer, MergeTake
from desktop_app.instruments.drafting.coming_text import MarkedRun, word_runs
from desktop_app.instruments.drafting.merging import MergeQuestion
from desktop_app.wording import fill, translate
from ui.comparison.run_text import RunText
from ui.comparison.wording_card import WordingCard
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.painting import Mirror, fill_rounded, set_margins
from ui.widgets.plain import PlainLabel


def take_name(take: MergeTake) -> str:
    """Returns the name of an answer."""
    return {
        MergeTake.FIRST: translate("Comparison", "the first draft"),
        MergeTake.SECOND: translate("Comparison", "the second draft"),
        MergeTake.FIRST_SECOND: translate("Comparison", "both, the first one before"),
        MergeTake.SECOND_FIRST: translate("Comparison", "both, the second one before"),
        MergeTake.BASE: translate("Comparison", "as in the base"),
        MergeTake.OWN: translate("Comparison", "own words"),
    }[take]


class MergeCard(WordingCard):
    """A question: what both drafts made of the same words, side by side."""

    taken = Signal(str)

    def __init__(
        self,
        question: MergeQuestion,
        names: tuple[str, str, str],
        answer: MergeAnswer | None,
        number: int,
        total: int,
        *,
        stacked: bool,
    ) -> None:
        super().__init__()
        self.question = question
        conflict = question.conflict
        self._keys: dict[str, Callable[[], None]] = {}
        sides = QGridLayout()
        sides.setSpacing(0)
        drafts = ((MergeTake.FIRST, names[1], conflict.first), (MergeTake.SECOND, names[2], conflict.second))
        for at, (take, name, words) in enumerate(drafts):
            side = self._side(take, name, words, str(at + 1), answer)
            sides.addWidget(side, at if stacked else 0, 0 if stacked else at)
            if not stacked:
                sides.setColumnStretch(at, 1)
        more: list[tuple[str, str, Callable[[], None]]] = []
        if conflict.whole and conflict.first and conflict.second and conflict.here is None:
            more += [
                ("3", take_name(MergeTake.FIRST_SECOND), self._taker(MergeTake.FIRST_SECOND)),
                ("4", take_name(MergeTake.SECOND_FIRST), self._taker(MergeTake.SECOND_FIRST)),
            ]
        more.append(("5", translate("Comparison", "Write another wording"), self.begin))
        more.append(("0", take_name(MergeTake.BASE), self._taker(MergeTake.BASE)))
        self._lay_out(sides, more, answer, number, total)

    def press(self, key: str) -> None:
        """Does what a key stands for."""
        if key in self._keys:
            self._keys[key]()

    def begin(self) -> None:
        """Opens the field with the words of the first draft."""
        conflict = self.question.conflict
        self.begin_with(conflict.first or conflict.second)

    def _taker(self, take: MergeTake) -> Callable[[], None]:
        return lambda: self.taken.emit(take.value)

    def _side(self, take: MergeTake, name: str, words: str, key: str, answer: MergeAnswer | None) -> QWidget:
        side = QWidget()
        question = self.question
        runs = [
            MarkedRun(question.before),
            *word_runs(question.conflict.base, words),
            MarkedRun(question.after),
        ]
        chosen = answer is not None and answer.take is take
        button = Button(
            translate("Comparison", "Choose this one"), "primary" if chosen else "secondary",
            icon="ph.check" if chosen else None, key=key, size="small",
        )  # fmt: skip
        act = self._taker(take)
        button.clicked.connect(lambda _checked=False: act())
        self._keys[key] = act
        column = QVBoxLayout(side)
        set_margins(column, 14, 6, 14, 6)
        column.setSpacing(4)
        column.addWidget(PlainLabel(name, "secondary", bold=True, elide=True))
        column.addWidget(RunText([run for run in runs if run.text]))
        if not words:
            column.addWidget(PlainLabel(translate("Comparison", "left out in this draft"), "header", "text2"))
        column.addStretch(1)
        column.addWidget(button)
        return side

    def _lay_out(
        self,
        sides: QGridLayout,
        more: Sequence[tuple[str, str, Callable[[], None]]],
        answer: MergeAnswer | None,
        number: int,
        total: int,
    ) -> None:
        head = QHBoxLayout()
        set_margins(head, 40, 8, 14, 4)
        head.setSpacing(8)
        title = self.question.title or translate("Comparison", "Text without a label")
        head.addWidget(PlainLabel(title, "interface", bold=True))
        head.addWidget(
            PlainLabel(
                translate("Comparison", "Both drafts changed these words differently."), "secondary", "text2",
                elide=True,
            ), 1,
        )  # fmt: skip
        place = fill(translate("Comparison", "Question {n} of {total}"), n=number + 1, total=total)
        head.addWidget(PlainLabel(place, "secondary", "text2"))
        set_margins(self.form_column, 12, 0, 12, 4)
        foot = QHBoxLayout()
        set_margins(foot, 8, 0, 8, 2)
        foot.setSpacing(0)
        chosen = None if answer is None else take_name(answer.take)
        for key, words, act in more:
            button = Button(
                words, "ghost", key=key, size="small", icon="ph.check" if words == chosen else None
            )
            button.clicked.connect(_caller(act))
            self._keys[key] = act
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(sides)
        column.addWidget(self.form)
        column.addLayout(foot)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.base)
        card = box.adjusted(10, 6, -10, -4)
        fill_rounded(painter, card, now.base, 6, now.warnline)
        paint_icon(painter, Mirror.of(card).at(14, 18, top=card.top() + 10, height=18), "ph.arrows-left-right",
                   now.warn)  # fmt: skip


def _caller(act: Callable[[], None]) -> Callable[[bool], None]:
    def call(_checked: bool = False) -> None:
        act()

    return call
