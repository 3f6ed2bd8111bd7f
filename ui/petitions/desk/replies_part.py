"""The replies that were sent to the petitioner, in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.outbox.delivery_state import DeliveryState
from desktop_app.wording import fill, translate
from desktop_app.wording.messages import delivery_words
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import RADIUS
from ui.widgets.emptying import empty
from ui.widgets.painting import Mirror, fill_rounded, set_margins
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import SentReply


class RepliesPart(QWidget):
    """Hidden where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_replies(self, replies: tuple[SentReply, ...]) -> None:
        empty(self._column)
        for reply in replies:
            self._column.addWidget(_ReplyCard(reply))
        self.setVisible(bool(replies))


class _ReplyCard(QWidget):
    def __init__(self, reply: SentReply) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        set_margins(column, 14, 8, 12, 8)
        column.setSpacing(4)
        template = translate("Inbox", "Reply of {author}, {day}")
        if reply.interim:
            template = translate("Inbox", "Interim reply of {author}, {day}")
        head = fill(template, author=reply.author, day=long_date(tehran_day(reply.sent_at)))
        status = reply.delivery
        became = delivery_words(status.state, status.way, status.at, status.reason)
        colour = "danger" if status.state is DeliveryState.FAILED else "text2"
        self.delivery = PlainLabel(became, "header", colour, wrap=True)
        words = PlainLabel(visible_controls(reply.text), "interface", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(PlainLabel(head, "header", "text2"))
        column.addWidget(words)
        column.addWidget(self.delivery)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box, now = QPainter(self), QRectF(self.rect()), theme()
        fill_rounded(painter, box, now.accsoft, RADIUS)
        painter.fillRect(Mirror.of(box).at(0, 3), now.accent)
