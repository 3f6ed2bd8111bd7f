"""The card of a candidate in a question: its text, its confidence, the reasons, and the button that chooses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.standing import percent
from desktop_app.wording import translate
from ui.comparison.question_text import QuestionText
from ui.comparison.question_words import QuestionWords, Reason
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.theme_tokens import RADIUS
from ui.widgets.button import Button
from ui.widgets.painting import Mirror, fill_rounded, hairline
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.comparison.candidates import PairCandidate

_PADDING: int = 16
#: A narrower card leaves out what the bar and the reasons tell as well.
_NARROW: int = 400
_BAR: int = 96


class CandidateCard(QWidget):
    """A candidate; `number` is that of its key, `best` the first one."""

    #: The mouse or the focus is on the card.
    regarded = Signal()

    def __init__(
        self, text: str, words: QuestionWords, candidate: PairCandidate, number: int, *, best: bool
    ) -> None:
        super().__init__()
        self.candidate, self._best = candidate, best
        self.setAccessibleName(words.spoken(candidate))
        self.pin_button = Button(
            words.pin(candidate),
            "primary" if best else "secondary",
            icon="ph.push-pin",
            key=str(number),
            writes=True,
        )
        self.look_button = Button(translate("Comparison", "Look in the text"), "ghost")
        self.text = QuestionText(
            text, candidate.new, words.label("new", candidate.new[0]), candidate.shared_new
        )
        self._kind = PlainLabel(words.kind(candidate), "secondary", "text2", elide=True)
        self._said = PlainLabel(translate("Comparison", "Confidence"), "secondary", "text2")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(words.title(candidate), "secondary", bold=True))
        head.addWidget(self._kind, 1)
        head.addStretch(0)
        head.addWidget(self._said)
        head.addWidget(_Bar(candidate.confidence, best=best))
        head.addWidget(PlainLabel(percent(candidate.confidence), "secondary", bold=True))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 4, 0, 0)
        buttons.setSpacing(0)
        buttons.addWidget(self.pin_button)
        buttons.addWidget(self.look_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 12, _PADDING, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(6)
        column.addWidget(self.text)
        column.addSpacing(8)
        for reason in words.reasons(candidate):
            column.addWidget(_ReasonLine(reason))
        column.addLayout(buttons)
        self.pin_button.installEventFilter(self)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.pin_button and event.type() == QEvent.Type.FocusIn:
            self.regarded.emit()
        return super().eventFilter(watched, event)

    @guarded(None)
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.regarded.emit()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for label in (self._kind, self._said):
            label.setVisible(event.size().width() >= _NARROW)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        now = theme()
        fill_rounded(
            QPainter(self), QRectF(self.rect()), now.base, RADIUS, now.accent if self._best else now.line2
        )


class _Bar(QWidget):
    """A confidence as a bar, which is filled from the leading edge."""

    def __init__(self, confidence: float, *, best: bool) -> None:
        super().__init__()
        self._confidence, self._best = confidence, best
        self.setMinimumSize(32, 16)
        self.setMaximumSize(_BAR, 16)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(_BAR, 16)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, mirror = QPainter(self), theme(), Mirror.of(QRectF(self.rect()))
        whole = self.width()
        fill_rounded(painter, mirror.at(0, whole, top=5, height=6), now.press, 3)
        width = max(round(whole * self._confidence), 6)
        ink = now.accent if self._best else now.edge
        fill_rounded(painter, mirror.at(0, width, top=5, height=6), ink, 3)


class _ReasonLine(QWidget):
    """A reason with a tick if it speaks for the pair, else with a dash."""

    def __init__(self, reason: Reason) -> None:
        super().__init__()
        self._supports = reason.supports
        title = PlainLabel(reason.title, "secondary", "text2", wrap=True)
        title.setFixedWidth(96)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(8)
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(reason.words, "secondary", wrap=True), 1)
        row.addSpacing(20)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        hairline(painter, box, top=True)
        place = Mirror.of(box).at(box.width() - 16, 16, top=round(box.center().y() - 8), height=16)
        if self._supports:
            paint_icon(painter, place, "ph.check", now.ok)
        else:
            paint_icon(painter, place, "ph.minus", now.text3)
