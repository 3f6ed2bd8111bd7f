"""What colleagues said about a suggested wording, and every decision with who, when and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.instruments.drafting.suggestions import SuggestedWording, SuggestionState
from desktop_app.persian.dates import clock_time, day_and_month, tehran_day
from desktop_app.persian.digits import in_own_direction
from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.side_panel import PANEL_WIDTH, paint_ground


class SuggestionTalk(QWidget):
    """What colleagues said about the current suggestion, and every decision with who, when and why."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(PANEL_WIDTH)
        self._about = PlainLabel("", "secondary", bold=True, elide=True)
        self._said = _column()
        self._decided = _column()
        self.foot = PlainLabel("", "secondary", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self._about, None):
            head = QHBoxLayout()
            set_margins(head, 16, 8, 16, 8)
            if label is not None:
                head.addWidget(label)
                column.addLayout(head)
                column.addWidget(self._said[0], 1)
            else:
                head.addWidget(PlainLabel(translate("Comparison", "Decisions"), "secondary", bold=True))
                column.addLayout(head)
                column.addWidget(self._decided[0], 1)
        foot = QHBoxLayout()
        set_margins(foot, 16, 8, 16, 8)
        foot.addWidget(self.foot)
        column.addLayout(foot)

    def show_talk(self, one: SuggestedWording, title: str) -> None:
        """Shows the conversation about a suggestion."""
        words = fill(translate("Comparison", "Conversation about {title}"), title=title or one.quote[:30])
        self._about.setText(words)
        lines = [
            _line(
                in_own_direction(m.author_name),
                f"{day_and_month(tehran_day(m.at))}، {clock_time(m.at)}",
                m.text,
            )
            for m in one.talk
        ]
        _put(self._said, lines or [_quiet(translate("Comparison", "Nobody has answered yet."))])

    def show_decisions(self, every: Sequence[SuggestedWording], coming: str) -> None:
        """Shows the decisions, the latest first."""
        decided = [one for one in every if one.decided_at is not None]
        decided.sort(key=lambda one: one.decided_at or one.at, reverse=True)
        lines = []
        for one in decided:
            assert one.decided_at is not None
            what = {
                SuggestionState.REFUSED: translate("Comparison", "refused “{words}”"),
                SuggestionState.ACCEPTED: translate("Comparison", "accepted “{words}”"),
            }.get(one.state, translate("Comparison", "applied “{words}”"))
            said = fill(what, words=" ".join(one.words.split())[:60])
            when = f"{day_and_month(tehran_day(one.decided_at))}، {clock_time(one.decided_at)}"
            reason = f"\n«{one.reason}»" if one.reason else ""
            lines.append(_line(in_own_direction(one.decided_by), when, said + reason))
        _put(self._decided, lines or [_quiet(translate("Comparison", "Nothing is decided yet."))])
        count = sum(one.state is SuggestionState.ACCEPTED for one in every)
        words = translate("Comparison", "{n} accepted suggestions come into {revision}")
        self.foot.setText(fill(words, n=digits(count), revision=coming))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_ground(self)
        painter = QPainter(self)
        for area in (self._said[0], self._decided[0]):
            hairline(painter, QRectF(area.geometry()).adjusted(0, -1, 0, 0), top=True)


def _column() -> tuple[QScrollArea, QVBoxLayout]:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area, QVBoxLayout()


def _put(into: tuple[QScrollArea, QVBoxLayout], lines: Sequence[QWidget]) -> None:
    page = QWidget()
    page.setBackgroundRole(QPalette.ColorRole.AlternateBase)
    page.setAutoFillBackground(True)
    column = QVBoxLayout(page)
    set_margins(column, 16, 8, 16, 8)
    column.setSpacing(10)
    for line in lines:
        column.addWidget(line)
    column.addStretch(1)
    into[0].setWidget(page)


def _line(who: str, when: str, words: str) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(PlainLabel(who, "secondary", bold=True))
    head.addWidget(PlainLabel(when, "header", "text2"), 1)
    column.addLayout(head)
    column.addWidget(PlainLabel(words, "secondary", wrap=True))
    return line


def _quiet(words: str) -> QWidget:
    return PlainLabel(words, "secondary", "text2", wrap=True)
