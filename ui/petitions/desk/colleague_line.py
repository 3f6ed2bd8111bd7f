"""What colleagues did to the shown petition while it was open; above the composer, so that it is seen first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.persian.dates import clock_time
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.history.sentences import sentence
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.theme_tokens import RADIUS
from ui.widgets.button import IconButton
from ui.widgets.painting import Mirror, fill_rounded, set_margins
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail

#: Number of events that are told; the time line has all of them.
_MOST: Final = 3


class ColleagueLine(QWidget):
    """Hidden while there is nothing to tell."""

    def __init__(self, person_id: int | None) -> None:
        super().__init__()
        self._person_id = person_id
        self.words = PlainLabel("", "secondary", "warn", bold=True, wrap=True)
        close = IconButton("ph.x", translate("Inbox", "Close this notice"), icon_side=14)
        close.clicked.connect(lambda _checked=False: self.clear())
        row = QHBoxLayout(self)
        set_margins(row, 36, 4, 4, 4)
        row.addWidget(self.words, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, seen: PetitionDetail, now: PetitionDetail, boxes: Sequence[str] = ()) -> None:
        """Tells what others did between two states of one petition.

        `boxes` are the names of those with unsent text. Where the petition has moved, the line says that it is kept.
        """
        last = seen.history[-1].sequence if seen.history else 0
        fresh = [
            event for event in now.history if event.sequence > last and event.actor_id != self._person_id
        ]
        if fresh:
            told = (
                f"{sentence(event, self._person_id)} ({clock_time(event.at)})" for event in fresh[-_MOST:]
            )
            lines = list(told)
            if boxes and (seen.status, seen.assignee_id) != (now.status, now.assignee_id):
                kept = translate("Inbox", "What you typed is kept below, under {boxes}.")
                quoted = (fill(translate("Inbox", "“{value}”"), value=box) for box in boxes)
                lines.append(fill(kept, boxes=translate("Inbox", " and ").join(quoted)))
            self.words.setText(visible_controls("\n".join(lines)))
            self.show()

    def clear(self) -> None:
        self.words.setText("")
        self.hide()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        fill_rounded(painter, box, now.warnbg, RADIUS)
        area = Mirror.of(box).at(12, 16, top=box.top() + 9, height=16)
        paint_icon(painter, area, "ph.users", now.warn)
