"""What a question shows: the article of OLD and its neighbours, the candidates, the lines between, the header."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.result import Range
from desktop_app.wording import digits, translate
from ui.comparison.question_card import CandidateCard
from ui.comparison.question_sources import Question
from ui.comparison.question_text import QuestionText
from ui.comparison.question_words import QuestionWords
from ui.comparison.side_headers import HEADER
from ui.comparison.sources import Loaded, SideInfo
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import RADIUS, RADIUS_CHIP
from ui.widgets.button import Button
from ui.widgets.painting import Mirror, draw_text, fill_rounded, hairline, set_margins, text_width
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.comparison.candidates import ArticleBeside, PairCandidate

#: The key of "none of them".
NONE_KEY: Final = "0"
_GUTTER: Final = 56
#: Shares of the width: of OLD, and of the candidates.
_SHARES: Final = (10, 14)
#: A longer neighbour is cut.
_LONGEST_NEIGHBOUR: Final = 220
_DISC: Final = 22


class QuestionBody(QWidget):
    """The article with its neighbours and what holds without an answer; the cards; and the lines between."""

    def __init__(self, loaded: Loaded, words: QuestionWords, question: Question) -> None:
        super().__init__()
        candidates = question.candidates or ()
        comparison = loaded.comparison
        best = candidates[0] if candidates else None
        place = best.old if best is not None else question.pair.old
        self.article = _Article(comparison.old.text, words, question, place)
        self.cards = [
            CandidateCard(comparison.new.text, words, one, number + 1, best=number == 0)
            for number, one in enumerate(candidates)
        ]
        self.nowhere = _Nowhere(words, question)
        self.none_button = self.nowhere.button
        old = QVBoxLayout()
        set_margins(old, 16, 16, 0, 16)
        old.setSpacing(14)
        for beside, at in _around(best, self.article):
            old.addWidget(at if beside is None else _Beside(comparison.old.text, words, beside))
        old.addWidget(self.nowhere)
        old.addStretch(1)
        new = QVBoxLayout()
        set_margins(new, 0, 16, 16, 16)
        new.setSpacing(16)
        for card in self.cards:
            new.addWidget(card)
        if not self.cards:
            none = translate("Comparison", "No article resembles it enough.")
            new.addWidget(PlainLabel(none, "secondary", "text2", wrap=True))
        new.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(old, _SHARES[0])
        row.addSpacing(_GUTTER)
        row.addLayout(new, _SHARES[1])

    def follower(self, candidate: PairCandidate) -> Callable[[], None]:
        """Returns what marks the words that the article shares with a candidate."""
        return lambda: self.article.text.mark(candidate.shared_old)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        painter.fillRect(self.rect(), now.base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The first line is on top.
        for number in range(len(self.cards) - 1, -1, -1):
            self._line(painter, number)

    def _line(self, painter: QPainter, number: int) -> None:
        """Draws the line from the article to a candidate, with the number of its key."""
        now, article, card = theme(), self.article.geometry(), self.cards[number].geometry()
        leftwards = card.center().x() < article.center().x()
        start = QPointF(
            article.left() if leftwards else article.right() + 1,
            article.top() + min(40 + 24 * number, article.height() - 12),
        )
        end = QPointF(card.right() + 1 if leftwards else card.left(), card.top() + 24)
        middle = (start.x() + end.x()) / 2
        path = QPainterPath(start)
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        pen = QPen(now.accent, 1.5) if number == 0 else QPen(now.edge, 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        centre = path.pointAtPercent(0.5)
        disc = QRectF(centre.x() - _DISC / 2, centre.y() - _DISC / 2, _DISC, _DISC)
        painter.setBrush(now.base)
        painter.setPen(QPen(now.accent if number == 0 else now.edge, 1))
        painter.drawEllipse(disc)
        painter.setPen(now.text)
        painter.setFont(font("key"))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), digits(number + 1))


def _around(best: PairCandidate | None, article: QWidget) -> list[tuple[ArticleBeside | None, QWidget]]:
    """Returns the neighbours that exist around the article, in order."""
    before = [(best.before, article)] if best is not None and best.before.old is not None else []
    after = [(best.after, article)] if best is not None and best.after.old is not None else []
    return [*before, (None, article), *after]


class _Article(QWidget):
    """The article of OLD, and what hangs on the answer."""

    def __init__(self, text: str, words: QuestionWords, question: Question, place: Range) -> None:
        super().__init__()
        candidates = question.candidates or ()
        shared = candidates[0].shared_old if candidates else ()
        self.text = QuestionText(text, place, words.label("old", place[0]), shared)
        column = QVBoxLayout(self)
        set_margins(column, 18, 10, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.text)
        hanging = words.hanging(question)
        self.hanging = PlainLabel(hanging, "secondary", "text2", wrap=True)
        if hanging:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(_Icon("ph.chats"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self.hanging, 1)
            column.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        fill_rounded(painter, box, now.base, RADIUS, now.line2)
        painter.fillRect(Mirror.of(box).at(0, 3), now.accent)
        if self.hasFocus():
            fill_rounded(painter, box, None, RADIUS, now.accent, 2)


class _Beside(QWidget):
    """A neighbour of the article, and its pair."""

    def __init__(self, text: str, words: QuestionWords, beside: ArticleBeside) -> None:
        super().__init__()
        assert beside.old is not None
        start, end = beside.old
        cut = min(end, start + _LONGEST_NEIGHBOUR)
        shown = text if cut == end else f"{text[:cut].rstrip()} …"
        column = QVBoxLayout(self)
        set_margins(column, 18, 0, 16, 0)
        column.setSpacing(0)
        column.addWidget(
            QuestionText(shown, (start, min(end, len(shown))), words.label("old", start), quiet=True)
        )
        column.addWidget(PlainLabel(words.neighbour(beside), "header", "text2", wrap=True))


class _Nowhere(QWidget):
    """The answer that the article is in none of the candidates, and what holds until then."""

    def __init__(self, words: QuestionWords, question: Question) -> None:
        super().__init__()
        self.button = Button(
            translate("Comparison", "Record as deleted"), icon="ph.minus", key=NONE_KEY, writes=True
        )
        column = QVBoxLayout(self)
        set_margins(column, 16, 10, 12, 8)
        column.setSpacing(2)
        column.addWidget(PlainLabel(words.nowhere(), "secondary", bold=True))
        column.addWidget(PlainLabel(words.until_then(question), "secondary", "text2", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.edge, 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


class _Icon(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(18, 20)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_icon(QPainter(self), QRectF(1, 2, 16, 16), self._name, theme().text2)


class QuestionSides(QWidget):
    """The header over both columns: revision, day and author, and what the marked words mean."""

    def __init__(self) -> None:
        super().__init__()
        self._sides: tuple[SideInfo, ...] = ()
        self.setFixedHeight(HEADER)

    def show_sides(self, old: SideInfo, new: SideInfo) -> None:
        """Sets the two sides."""
        self._sides = old, new
        self.setAccessibleName(f"{old.name} {old.detail}، {new.name} {new.detail}")
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.pane)
        hairline(painter, box)
        mirror = Mirror.of(box)
        room = box.width() - _GUTTER
        old = room * _SHARES[0] / sum(_SHARES)
        legend, plain = translate("Comparison", "Common words"), font("secondary")
        width = text_width(legend, plain) + 1
        for side, at, share in zip(
            self._sides, (16.0, old + _GUTTER), (old - 16, room - old - width - 40), strict=False
        ):
            strong = font("secondary", bold=True)
            taken = draw_text(painter, mirror.at(at, share), side.name, strong, now.text)
            left = share - taken - 10
            if left > 40:
                draw_text(painter, mirror.at(at + taken + 10, left), side.detail, plain, now.text2)
        place = mirror.at(box.width() - width - 16, width)
        ground = QRectF(place.left() - 3, 8, width + 6, HEADER - 17)
        fill_rounded(painter, ground, now.accsoft, RADIUS_CHIP)
        painter.fillRect(QRectF(ground.left(), ground.bottom(), ground.width(), 1), now.accent)
        draw_text(painter, place, legend, plain, now.text)
