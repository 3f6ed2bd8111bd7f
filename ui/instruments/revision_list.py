"""The revisions of an instrument, newest first: author, date, file, summary, parts that were not read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.drafting.service import RevisionRow
from desktop_app.persian.dates import full_date, long_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import revision_name
from ui.guard import guarded
from ui.instruments.words import left_out_sentence, revision_source
from ui.signals import ID
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.painting import fill_rounded
from ui.widgets.plain import PlainLabel, set_tip


class RevisionList(QWidget):
    """A list of cards; Enter or a click opens a revision."""

    read_wanted = Signal(ID)
    compare_wanted = Signal(ID, ID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[RevisionCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_revisions(self, revisions: Sequence[RevisionRow]) -> None:
        """Replaces the cards; `revisions` is in ascending order."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for at in range(len(revisions) - 1, -1, -1):
            before = revisions[at - 1].number if at else None
            card = RevisionCard(revisions[at], before)
            card.read_wanted.connect(self.read_wanted)
            card.compare_wanted.connect(self.compare_wanted)
            self.cards.append(card)
            self._column.addWidget(card)


class RevisionCard(QWidget):
    """The card of one revision."""

    read_wanted = Signal(ID)
    compare_wanted = Signal(ID, ID)

    def __init__(self, row: RevisionRow, before: int | None) -> None:
        super().__init__()
        self.row = row
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = revision_name(row.number)
        self.setAccessibleName(f"{name}، {row.author_name}")
        set_tip(self, fill(translate("Instruments", "Read {revision}"), revision=name))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(2)
        column.addLayout(self._head(before))
        if row.summary:
            column.addWidget(PlainLabel(visible_controls(row.summary), "secondary", wrap=True))
        column.addWidget(PlainLabel(revision_source(row), "header", "text2", elide=True))
        left_out = left_out_sentence(row.not_compared, row.beside)
        if left_out:
            column.addWidget(PlainLabel(left_out, "header", "warn", wrap=True))

    def _head(self, before: int | None) -> QHBoxLayout:
        row, head = self.row, QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(revision_name(row.number), "interface", bold=True))
        day = tehran_day(row.created_at)
        when = PlainLabel(long_date(day), "header", "text2")
        set_tip(when, full_date(day))
        head.addWidget(when)
        head.addWidget(PlainLabel(row.author_name, "header", "text2", elide=True), 1)
        if before is not None:
            words = fill(translate("Instruments", "against {revision}"), revision=revision_name(before))
            button = Button(words, "link", size="small", flush=True)
            button.clicked.connect(lambda _checked=False: self.compare_wanted.emit(before, row.number))
            head.addWidget(button)
        return head

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.read_wanted.emit(self.row.number)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.read_wanted.emit(self.row.number)
            return
        super().keyPressEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        fill_rounded(painter, box, now.hover if self.underMouse() else now.base, 6, now.line2)
        if self.hasFocus():
            fill_rounded(painter, box, None, 6, now.accent, 2)
