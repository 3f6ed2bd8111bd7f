"""The list of uncertain pairs and of pinned answers, above the list of changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.comparison.counted_head import CountedHead
from ui.comparison.pane_rows import PaneRows
from ui.comparison.question_sources import Answer, Question
from ui.comparison.question_words import QuestionWords
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import ROW_TWO_LINES
from ui.widgets.painting import Mirror, draw_text
from ui.widgets.rows import LONGEST, RowsModel

#: Further rows are scrolled to.
_MOST_ROWS: int = 4


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question, or an answer that is pinned, and its two lines."""

    about: Question | Answer
    title: str
    summary: str

    @property
    def answered(self) -> bool:
        return isinstance(self.about, Answer)


class _QuestionList(PaneRows[QuestionRow]):
    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            RowsModel(
                lambda row: f"{row.title}، {row.summary}"[:LONGEST],
                tip=lambda row: f"{row.title}\n{row.summary}",
            ),
            draw_question,
            key=lambda row: row.about,
            one_click=True,
        )


class QuestionSection(QWidget):
    """The list with its header; it is hidden while there is nothing to ask and nothing was answered."""

    #: A question or an answer was chosen, by a click or by Enter.
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        name = translate("Comparison", "Uncertain pairs")
        self.head = CountedHead(name)
        self.list = _QuestionList(name)
        self.list.opened.connect(lambda row: self.chosen.emit(row.about))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list)
        self.hide()

    def show_rows(
        self, words: QuestionWords | None, questions: Sequence[Question], answers: Sequence[Answer]
    ) -> None:
        """Shows the questions and then the answers, without a selection."""
        rows = [] if words is None else question_rows(words, questions, answers)
        self.list.row_model.show_rows(rows)
        self.head.show_count(len(questions))
        self.list.setFixedHeight(min(len(rows), _MOST_ROWS) * ROW_TWO_LINES)
        self.setVisible(bool(rows))

    def mark(self, number: int) -> None:
        """Selects the question with this number."""
        self.list.go_to(number)
        self.list.scrollTo(self.list.currentIndex())


def question_rows(
    words: QuestionWords, questions: Sequence[Question], answers: Sequence[Answer]
) -> list[QuestionRow]:
    """Returns the rows of the list, the questions first."""
    asked = [QuestionRow(one, words.row_title(one), words.row_summary(one)) for one in questions]
    return [
        *asked,
        *(QuestionRow(one, words.answer_title(one), words.answer_summary(one)) for one in answers),
    ]


def draw_question(painter: QPainter, rect: QRectF, row: QuestionRow) -> None:
    """Draws a question with its confidences, or an answer with who pinned it."""
    mirror, now, middle = Mirror.of(rect), theme(), rect.center().y()
    icon, ink = ("ph.push-pin", now.accent) if row.answered else ("ph.question", now.warn)
    paint_icon(painter, mirror.at(12, 18), icon, ink)
    room = rect.width() - 38 - (40 if row.answered else 12)
    strong = font("secondary", bold=True)
    title, summary = row.title[:LONGEST], row.summary[:LONGEST]
    draw_text(painter, mirror.at(38, room, top=middle - 21, height=22), title, strong, now.text)
    draw_text(painter, mirror.at(38, room, top=middle - 1, height=20), summary, font("header"), now.text2)
    if row.answered:
        tick = mirror.at(rect.width() - 30, 16, top=middle - 8, height=16)
        paint_icon(painter, tick, "ph.check", now.text3)
