"""The page of a question about an uncertain pair: the sentence, the keys, and the state of the search."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.comparison.change_list import ChangeList
from ui.comparison.counted_head import CHANGES_WIDTH, CountedHead
from ui.comparison.notice import NoticeStrip
from ui.comparison.question_body import NONE_KEY, QuestionBody, QuestionSides
from ui.comparison.question_list import QuestionSection
from ui.comparison.question_sources import Question
from ui.comparison.question_words import QuestionWords
from ui.comparison.sources import Loaded
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.painting import Mirror, hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.skeleton import Skeleton

#: Keys of the candidates.
_KEYS: Final = ("1", "2", "3")


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
        self.sides = QuestionSides()
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
        self._nothing = make_action(self, none, self._answerer(-1), key=NONE_KEY, writes=True)
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


def _state(words: str, below: QWidget) -> QWidget:
    """Returns a page that has a sentence instead of the question."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
    column.addWidget(below)
    column.addStretch(1)
    return page
