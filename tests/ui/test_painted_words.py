"""Words that a widget paints over each other are found, and what is clipped or painted again is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tests.ui.keyboard import activate
from tests.ui.painted_words import words_over_others
from ui.guard import guarded

Draw = Callable[[QPainter], object]


class DrawnWords(QWidget):
    """Paints what it is given."""

    def __init__(self, *draws: Draw) -> None:
        super().__init__()
        self._draws = draws
        self.resize(300, 60)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        for draw in self._draws:
            painter.save()
            draw(painter)
            painter.restore()


def at(x: int, words: str, clip: QRect | None = None) -> Draw:
    def draw(painter: QPainter) -> None:
        if clip is not None:
            painter.setClipRect(clip)
        painter.drawText(x, 30, words)

    return draw


@pytest.mark.parametrize(
    ("draws", "number"),
    [
        ((at(10, "چهل روز"), at(20, "تأخیر")), 1),
        ((at(10, "چهل روز"), at(200, "تأخیر")), 0),
        # A mark paints the same words again.
        ((at(10, "چهل روز"), at(10, "چهل روز", QRect(10, 0, 20, 60))), 0),
        ((at(10, "چهل روز"), at(20, "تأخیر", QRect(250, 0, 40, 60))), 0),
        # Out of sight.
        ((at(400, "چهل روز"), at(400, "تأخیر")), 0),
    ],
)
def test_words_that_are_painted_over_others_are_found(draws: tuple[Draw, ...], number: int) -> None:
    widget = DrawnWords(*draws)
    activate(widget)
    assert len(words_over_others(widget)) == number
    widget.close()
