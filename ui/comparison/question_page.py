"""The page of a question: the article of OLD on the right, its candidates on the left, and lines between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.comparison.result import Range
from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.comparison.change_list import ChangeList
from ui.comparison.counted_head import CHANGES_WIDTH, CountedHead
from ui.comparison.notice import NoticeStrip
from ui.comparison.question_card import CandidateCard
from ui.comparison.question_list import QuestionSection
from ui.comparison.question_sources import Question
from ui.comparison.question_text import QuestionText
from ui.comparison.question_words import QuestionWords
from ui.comparison.side_headers import HEADER
from ui.comparison.sources import Loaded, SideInfo
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import RADIUS, RADIUS_CHIP
from ui.widgets.button import Button, IconButton
from ui.widgets.painting import Mirror, draw_text, fill_rounded, hairline, set_margins, text_width
from ui.widgets.plain import PlainLabel
from ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from desktop_app.comparison.candidates import ArticleBeside, PairCandidate

#: Keys of the candidates, and of "none of them".
_KEYS: Final = ("1", "2", "3")
_NONE: Final = "0"
_GUTTER: Final = 56
#: Shares of the width: of OLD, and of the candidates.
_SHARES: Final = (10, 14)
#: A longer neighbour is cut.
_LONGEST_NEIGHBOUR: Final = 220
_DISC: Final = 22


class QuestionPage(QWidget):
    """Shows one question at a time; the owner answers."""

    #: A candidate was chosen by its number, from 0; or none of them, -1.
    answered = Signal(int)
    #: The question before (-1) or after (1) this one is wanted.
    stepped = Signal(int)
    #: A place in the text is wanted: the side and a code point.
    place_wanted = Signal(str, int)
    pins_wanted = Signal()
    again_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.section = QuestionSection()
        self.changes = ChangeList()
        self._changes_head = CountedHead(translate("Comparison", "Changes"))
        self.changes.setFixedWidth(CHANGES_WIDTH)
        self.sentence = PlainLabel("", "heading", bold=True, wrap=True)
        self._explained = PlainLabel("", "secondary", "text2", wrap=True)
        self._position = PlainLabel("", "secondary", "text2")
        self.notice = NoticeStrip("info")
        self.sides = _Sides()
        self.body: QuestionBody | None = None
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The article takes the focus, and leaves the arrow keys to the area.
        self.area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._make_commands()
        self._lay_out()

    def show_question(
        self, loaded: Loaded, words: QuestionWords, question: Question, number: int, total: int
    ) -> None:
        """Shows a question, number `number` (from 0) of `total`; without candidates yet, that they are searched."""
        said = words.sentence(question)
        self.sentence.setText(said)
        self._position.setText(
            fill(translate("Comparison", "Question {n} of {total}"), n=number + 1, total=total)
        )
        self._explained.setText(
            translate(
                "Comparison", "It was rewritten much. Your answer is pinned and holds in later comparisons."
            )
            if loaded.instrument is not None
            else translate("Comparison", "Files from disk can't be pinned: they are not kept.")
        )
        self.sides.show_sides(loaded.old, loaded.new)
        self.section.mark(number)
        for step, action in ((-1, self._previous), (1, self._following)):
            action.setEnabled(0 <= number + step < total)
        found = question.candidates
        for place, action in enumerate(self._choices):
            action.setEnabled(found is not None and place < len(found))
        self._nothing.setEnabled(bool(found))
        if found is None:
            searching = translate("Comparison", "Searching for candidates…")
            self._put(_state(searching, Skeleton("text")))
            self._tell([said, searching])
            return
        self.body = QuestionBody(loaded, words, question)
        for place, card in enumerate(self.body.cards):
            card.pin_button.clicked.connect(self._answerer(place))
            card.regarded.connect(self.body.follower(card.candidate))
            card.look_button.clicked.connect(self._looker("new", card.candidate.new[0]))
        self.body.none_button.clicked.connect(self._answerer(-1))
        self.body.none_button.setEnabled(bool(found))
        self._put(self.body)
        spoken = [f"{digits(place + 1)}. {words.spoken(one)}" for place, one in enumerate(found)]
        self._tell([said, words.until_then(question), words.hanging(question), *spoken])

    def show_failed(self) -> None:
        """Shows that the candidates could not be searched, with a way to try again."""
        words = translate("Comparison", "The candidates could not be searched; the question stays open.")
        again = Button(translate("Comparison", "Try again"), icon="ph.arrow-clockwise", key="F5")
        again.clicked.connect(self.again_wanted)
        self._put(_state(words, again))
        self._tell([self.sentence.text(), words])

    def focus_question(self) -> None:
        """Gives the focus to the article, whose description is the whole question."""
        (self.area if self.body is None else self.body.article).setFocus()

    def wait(self) -> None:
        """Shows that the answer is being kept and the texts are compared again; nothing can be answered."""
        self.notice.say(translate("Comparison", "Your answer is being kept; the texts are compared again …"))
        self._let(False)

    def rest(self) -> None:
        """Takes back `wait`."""
        self.notice.say("")
        self._let(True)

    def _let(self, allowed: bool) -> None:
        cards = self.body.cards if self.body is not None else []
        for place, action in enumerate(self._choices):
            action.setEnabled(allowed and place < len(cards))
        self._nothing.setEnabled(allowed and bool(cards))
        if self.body is not None:
            for button in (*(card.pin_button for card in cards), self.body.none_button):
                button.setEnabled(allowed)

    def _put(self, content: QWidget) -> None:
        if not isinstance(content, QuestionBody):
            self.body = None
        old = self.area.takeWidget()
        self.area.setWidget(content)
        self.area.verticalScrollBar().setValue(0)
        if old is not None:
            old.deleteLater()
        if self.isVisible():
            self.focus_question()

    def _tell(self, said: list[str]) -> None:
        """Sets what a screen reader says of the question."""
        first, *more = (one for one in said if one)
        told = self.area if self.body is None else self.body.article
        told.setAccessibleName(first)
        told.setAccessibleDescription("\n".join(more))

    def _answerer(self, place: int) -> Callable[[], None]:
        return lambda: self.answered.emit(place)

    def _looker(self, side: str, at: int) -> Callable[[], None]:
        return lambda: self.place_wanted.emit(side, at)

    def _make_commands(self) -> None:
        self._choices = [
            make_action(
                self,
                fill(translate("Comparison", "Pin with candidate {n}"), n=place + 1),
                self._answerer(place),
                key=key,
                writes=True,
            )
            for place, key in enumerate(_KEYS)
        ]
        none = translate("Comparison", "None of the candidates")
        self._nothing = make_action(self, none, self._answerer(-1), key=_NONE, writes=True)
        self._following = make_action(
            self,
            translate("Comparison", "Next question"),
            lambda: self.stepped.emit(1),
            key="F8",
            more_keys=("J",),
        )
        self._previous = make_action(
            self,
            translate("Comparison", "Previous question"),
            lambda: self.stepped.emit(-1),
            key="F7",
            more_keys=("K",),
        )
        self._back = make_action(
            self, translate("Comparison", "Back to the comparison"), self.closed.emit, key="Esc"
        )
        make_action(self, translate("Comparison", "Compare again"), self.again_wanted.emit, key="F5")

    def _lay_out(self) -> None:
        previous = IconButton("ph.caret-left", translate("Comparison", "Previous question"), key="F7")
        following = IconButton("ph.caret-right", translate("Comparison", "Next question"), key="F8")
        for button, action in ((previous, self._previous), (following, self._following)):
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
        self.pins_button = Button(translate("Comparison", "All pins"), "ghost", icon="ph.push-pin")
        self.pins_button.clicked.connect(self.pins_wanted)
        self.back_button = Button.of(self._back, icon="ph.columns")
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.sentence)
        said.addWidget(self._explained)
        head = self._head = QHBoxLayout()
        set_margins(head, 52, 8, 8, 8)
        head.setSpacing(4)
        head.addLayout(said, 1)
        for widget in (self._position, previous, following, self.pins_button, self.back_button):
            head.addWidget(widget)
        lists = QVBoxLayout()
        lists.setSpacing(0)
        lists.addWidget(self.section)
        lists.addWidget(self._changes_head)
        lists.addWidget(self.changes, 1)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addLayout(head)
        texts.addWidget(self.notice)
        texts.addWidget(self.sides)
        texts.addWidget(self.area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(lists)
        row.addLayout(texts, 1)

    def show_changes(self, changes: ChangeList) -> None:
        """Shows the same changes as the list beside the texts."""
        reading, book = changes.changes.shown
        self.changes.changes.show_reading(reading, book)
        self._changes_head.show_count(len(reading.shown_changes) if reading is not None else 0)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pins_button.setVisible(event.size().width() >= 1_080)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.base)
        texts = self.area.geometry()
        head = QRectF(texts.x(), 0, texts.width(), self._head.geometry().height())
        painter.fillRect(head, now.pane)
        hairline(painter, head)
        middle = self.sentence.geometry().center().y() if self.sentence.height() < 40 else 24
        paint_icon(painter, Mirror.of(head).at(16, 24, top=middle - 12, height=24), "ph.question", now.warn)


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
            translate("Comparison", "Record as deleted"), icon="ph.minus", key=_NONE, writes=True
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


class _Sides(QWidget):
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


def _state(words: str, below: QWidget) -> QWidget:
    """Returns a page that has a sentence instead of the question."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
    column.addWidget(below)
    column.addStretch(1)
    return page
