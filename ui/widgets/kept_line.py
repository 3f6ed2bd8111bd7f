"""A line at a field that shows when an unfinished text was restored, or that the database is away."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.clock import pc_clock
from desktop_app.persian.dates import clock_time, day_and_month, tehran_day
from desktop_app.unfinished import Key
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.unfinished import Unfinished
from ui.widgets.painting import Mirror, set_margins
from ui.widgets.plain import LinkLabel, PlainLabel


class KeptLine(QWidget):
    """The line; hidden if there is nothing to show. `turned` tells that it appears or goes."""

    turned = Signal()

    def __init__(self, unfinished: Unfinished, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unfinished = unfinished
        self._key: Key | None = None
        self.words = PlainLabel("", "secondary", "info", wrap=True)
        self.throw_away = LinkLabel(translate("Unfinished", "Throw away"), self._throw_away, "secondary")
        row = QHBoxLayout(self)
        set_margins(row, 26, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.throw_away)
        for signal in (unfinished.changed, unfinished.restored, unfinished.away_changed):
            signal.connect(self._show)
        self._show()

    def follow(self, key: Key | None) -> None:
        """Attaches the line to a field; None detaches it."""
        self._key = key
        self._show()

    def _show(self) -> None:
        away = self._unfinished.away
        left = self._unfinished.left_at(self._key) if self._key is not None else None
        words = left_words(left) if left is not None else ""
        if away:
            words = away_words(kept=self._unfinished.is_kept)
        self.words.setText(words)
        self.words.set_colour("warn" if away else "info")
        self.throw_away.setVisible(left is not None and not away)
        if self.isHidden() == bool(words):
            self.setVisible(bool(words))
            self.turned.emit()
        self.update()

    def _throw_away(self) -> None:
        kept = self._unfinished.kept(self._key) if self._key is not None else None
        if kept is not None:
            self._unfinished.throw_away([kept])

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        away = self._unfinished.away
        area = Mirror.of(QRectF(self.rect())).at(4, 16, top=2, height=18)
        icon, ink = ("ph.warning", "warn") if away else ("ph.clock-counter-clockwise", "info")
        paint_icon(QPainter(self), area, icon, theme().colour(ink))


def left_words(at: datetime) -> str:
    """Returns «نوشتهٔ ناتمام شما از ۱۴:۲۰ بازیابی شد»."""
    return fill(translate("Unfinished", "Your unfinished text of {time} was brought back."), time=when(at))


def when(at: datetime) -> str:
    """Returns the time if it was today, else day and time."""
    if tehran_day(at) == tehran_day(pc_clock().now()):
        return clock_time(at)
    words = translate("Unfinished", "{day}, {time}")
    return fill(words, day=day_and_month(tehran_day(at)), time=clock_time(at))


def away_words(*, kept: bool) -> str:
    """Returns why the text cannot be saved now, and whether it is kept."""
    if kept:
        return translate(
            "Unfinished", "The database is away: send it when it is back. What you type is kept on this PC."
        )
    return translate("Unfinished", "The database is away: send it when it is back.")
