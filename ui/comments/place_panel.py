"""Candidate provisions for a comment with an uncertain place, and what the sender said about the place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.comments.review import Review
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel

#: The shortcuts of the candidates; further provisions are found by the search.
KEYS: Final = ("1", "2", "3")
_WORDS: Final = 56
_GIVEN: Final = 120


class PlacePanel(QWidget):
    """`chosen` is emitted with the provision's start offset in the exposed text; None is the whole text."""

    chosen = Signal(object)
    search_wanted = Signal()

    def __init__(self, *, may_place: bool) -> None:
        super().__init__()
        self._begins: list[int] = []
        self.given = PlainLabel("", "secondary", "text2", elide=True)
        self.candidates = [Button("", key=key, size="small", writes=True) for key in KEYS]
        self.whole = Button(translate("Comments", "The whole text"), key="0", size="small", writes=True)
        another = translate("Comments", "Another provision…")
        self.search = Button(another, key="P", size="small", icon="ph.magnifying-glass")
        for at, button in enumerate(self.candidates):
            button.clicked.connect(lambda _checked=False, at=at: self.take(at))
        self.whole.clicked.connect(lambda _checked=False: self.chosen.emit(None))
        self.search.clicked.connect(lambda _checked=False: self.search_wanted.emit())
        column = QVBoxLayout(self)
        set_margins(column, 20, 4, 20, 10)
        column.setSpacing(4)
        column.addWidget(self.given)
        for button in self.candidates:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.whole)
        row.addWidget(self.search)
        row.addStretch(1)
        column.addLayout(row)
        self._may = may_place
        for button in (*self.candidates, self.whole, self.search):
            button.setVisible(may_place)

    def show_comment(self, comment: CommentRow | None, review: Review | None) -> None:
        """Shows the sender's indication and the candidates of a comment."""
        self._begins = []
        anchored = review.anchors.get(comment.id) if comment is not None and review is not None else None
        if comment is None or review is None or anchored is None:
            self.given.setText("")
            self._show_candidates([])
            return
        self.given.setText(_given(comment))
        words = []
        for at, confidence in anchored.candidates[: len(KEYS)]:
            provision = review.places.provisions[at]
            body = " ".join(review.places.text[provision.body : provision.end].split())
            shown = body if len(body) <= _WORDS else body[:_WORDS].rsplit(" ", 1)[0] + " …"
            line = translate("Comments", "{name}: {words} ({n} of 100)")
            name = visible_controls(review.places.name(at))
            words.append(fill(line, name=name, words=visible_controls(shown), n=confidence))
            self._begins.append(provision.start)
        self._show_candidates(words)

    def take(self, at: int) -> None:
        """Chooses the candidate at an index, if it exists."""
        if at < len(self._begins):
            self.chosen.emit(self._begins[at])

    def _show_candidates(self, words: list[str]) -> None:
        for at, button in enumerate(self.candidates):
            button.setText(words[at] if at < len(words) else "")
            button.setVisible(self._may and at < len(words))
            button.updateGeometry()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().base)
        hairline(painter, QRectF(self.rect()))


def _given(comment: CommentRow) -> str:
    """Returns the sender's indication of the place, as one sentence."""
    label, quote = (" ".join(words.split()) for words in (comment.provision, comment.quote))
    if label and quote:
        words = translate("Comments", "It names “{name}” and quotes “{words}”. Where does it belong?")
    elif label:
        words = translate("Comments", "It names “{name}”. Where does it belong?")
    elif quote:
        words = translate("Comments", "It quotes “{words}”. Where does it belong?")
    else:
        return translate("Comments", "Its text speaks of several places, or of one that is not there.")
    return fill(words, name=visible_controls(label), words=visible_controls(quote[:_GIVEN]))
