"""Shows a concurrent decision on the same comment, and offers the choice between both."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.painting import fill_rounded
from ui.widgets.plain import PlainLabel


class ConflictCard(QWidget):
    """The card with the other person's decision; nothing is overwritten without a choice."""

    theirs_kept = Signal()
    ours_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.who = PlainLabel("", "secondary", "warn", bold=True, wrap=True)
        self.reason = PlainLabel("", "secondary", wrap=True)
        kept = translate("Comments", "What you wrote stands below, not saved.")
        self.keep_theirs = Button(translate("Comments", "Keep theirs"), size="small")
        self.use_ours = Button(translate("Comments", "Put mine in its place"), size="small")
        self.keep_theirs.clicked.connect(self.theirs_kept)
        self.use_ours.clicked.connect(self.ours_wanted)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.keep_theirs)
        row.addWidget(self.use_ours)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 4)
        column.setSpacing(4)
        column.addWidget(self.who)
        column.addWidget(self.reason)
        column.addWidget(PlainLabel(kept, "header", "text2", wrap=True))
        column.addLayout(row)
        self.hide()

    def show_theirs(self, theirs: CommentRow) -> None:
        """Shows the decision that is stored now."""
        decided = label("disposition", theirs.disposition.value) if theirs.disposition is not None else ""
        words = translate("Comments", "{name} decided it meanwhile: {disposition}")
        self.who.setText(fill(words, name=theirs.decided_by, disposition=decided))
        self.reason.setText(visible_controls(theirs.reason))
        self.show()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        fill_rounded(QPainter(self), QRectF(self.rect()), theme().warnbg, 6, theme().warnline)
