"""The dialog with the whole text of a comment."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.persian.dates import clock_time, full_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.wording import translate
from ui.comments.words import about
from ui.widgets.button import Button
from ui.widgets.comment_sender import sender
from ui.widgets.painting import reads_right_to_left
from ui.widgets.plain import PlainLabel, PlainText, keep_to_the_page, set_tip


class CommentDialog(QDialog):
    """Shows a comment; Escape or Enter closes."""

    def __init__(self, comment: CommentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Comments", "A comment"))
        self.resize(640, 480)
        self.text = PlainText("", "document")
        self.text.show_stored(visible_controls(comment.text))
        keep_to_the_page(self.text.document(), rtl=reads_right_to_left(comment.text))
        self.text.setAccessibleName(translate("Comments", "Text of the comment"))
        when = PlainLabel(about(comment), "secondary", "text2")
        set_tip(when, f"{full_date(tehran_day(comment.received_at))}، {clock_time(comment.received_at)}")
        close = Button(translate("Comments", "Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(sender(comment), "heading", bold=True, wrap=True))
        column.addWidget(when)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
