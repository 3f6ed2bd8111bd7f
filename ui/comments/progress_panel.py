"""The progress of the decisions: a bar, and the number of comments by disposition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import labels
from ui.comments.decision_panel import progress_words
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.bar_chart import StackedBar
from ui.widgets.painting import Mirror, draw_text, fill_rounded
from ui.widgets.plain import PlainLabel

_COLOURS: Final = {
    "accepted": "accent", "partly_accepted": "chart2", "rejected": "danger", "out_of_scope": "edge",
    "already_covered": "chart3", "": "line2",
}  # fmt: skip
_ROW = 26


class ProgressPanel(QWidget):
    """Counts all comments on the instrument, independent of the filters."""

    def __init__(self) -> None:
        super().__init__()
        self.words = PlainLabel("", "secondary", "text2")
        self._bar = StackedBar()
        self._rows = _Rows()
        head = QHBoxLayout()
        head.addWidget(PlainLabel(translate("Comments", "Decisions"), "interface", bold=True), 1)
        head.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._rows)

    def show_comments(self, comments: Sequence[CommentRow]) -> None:
        counted = Counter(c.disposition.value if c.disposition is not None else "" for c in comments)
        self.words.setText(progress_words(len(comments) - counted[""], len(comments)))
        self._bar.show_parts([(counted[code], colour) for code, colour in _COLOURS.items()])
        names = {**labels("disposition"), "": translate("Comments", "Undecided")}
        self._rows.show_rows([(names[code], counted[code], colour) for code, colour in _COLOURS.items()])


class _Rows(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[str, int, str]] = []

    def show_rows(self, rows: list[tuple[str, int, str]]) -> None:
        self._shown = rows
        self.setFixedHeight(_ROW * len(rows))
        self.setAccessibleDescription("\n".join(f"{name}: {digits(count)}" for name, count, _ in rows))
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        for at, (name, count, colour) in enumerate(self._shown):
            box = QRectF(0, at * _ROW, self.width(), _ROW)
            mirror = Mirror.of(box)
            square = mirror.at(0, 10, top=box.center().y() - 5, height=10)
            fill_rounded(painter, square, now.colour(colour), 2)
            draw_text(painter, mirror.at(18, box.width() - 80), name, font("secondary"), now.text)
            ink = now.text if count else now.text3
            draw_text(painter, mirror.at(box.width() - 40, 40), digits(count), font("secondary"), ink)
