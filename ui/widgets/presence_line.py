"""«خانم رضایی در حال ویرایش»: which colleagues are at an item. It is information only and locks nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.persian.text import visible_controls
from desktop_app.staff.presence import Doing, Present
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import Mirror, set_margins
from ui.widgets.plain import PlainLabel


class PresenceLine(QWidget):
    """An icon and a sentence; hidden if nobody is there."""

    def __init__(self) -> None:
        super().__init__()
        self.words = PlainLabel("", "secondary", "info", wrap=True)
        self._icon = ""
        column = QVBoxLayout(self)
        set_margins(column, 28, 0, 4, 0)
        column.addWidget(self.words)
        self.hide()

    def show_at(self, item_type: str, item_id: int | None, present: Sequence[Present]) -> None:
        """Shows those of `present` who are at this item, editors before readers."""
        self.show_here(
            [one for one in present if (one.place.item_type, one.place.item_id) == (item_type, item_id)]
        )

    def show_here(self, here: Sequence[Present]) -> None:
        """Shows these people, wherever they are."""
        self._icon = presence_icon(here)
        self.words.setText(present_words(here))
        self.setVisible(bool(here))
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        area = Mirror.of(box).at(4, 16, top=box.top() + 2, height=18)
        paint_icon(painter, area, self._icon, theme().info)


def present_words(present: Sequence[Present]) -> str:
    """Returns who is editing, then who is reading; empty if nobody is there."""
    writing = [one.name for one in present if one.place.doing is Doing.WRITING]
    looking = [one.name for one in present if one.place.doing is Doing.LOOKING and one.name not in writing]
    comma = translate("Presence", ", ")
    parts = [
        fill(words, who=comma.join(visible_controls(name) for name in dict.fromkeys(names)))
        for words, names in (
            (translate("Presence", "{who} is editing"), writing),
            (translate("Presence", "{who} is looking"), looking),
        )
        if names
    ]
    return comma.join(parts)


def presence_chip_words(present: Sequence[Present]) -> str:
    """Returns who is editing, or else who is reading, and the number of others; empty if nobody is there."""
    writing = [one for one in present if one.place.doing is Doing.WRITING]
    chosen = (writing or list(present))[:1]
    others = len({one.name for one in present}) - 1
    if not chosen:
        return ""
    words = present_words(chosen)
    if others < 1:
        return words
    return fill(translate("Presence", "{who} +{count}"), who=words, count=others)


def presence_icon(present: Sequence[Present]) -> str:
    """Returns the icon for the colleagues at an item: a pencil if anybody edits it."""
    writes = any(one.place.doing is Doing.WRITING for one in present)
    return "ph.pencil-simple" if writes else "ph.eye"
