"""The line under a list: counts, and useful keys as caps with words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import STATUS_LINE
from ui.widgets.painting import Mirror, draw_key_cap, draw_text, hairline, key_cap_width, text_width


class StatusLine(QWidget):
    """The line. `hints` are (keys, word): `(("J", "K"), "up and down")`; those that do not fit are left out."""

    def __init__(
        self, hints: Sequence[tuple[Sequence[str], str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._hints = list(hints)
        self._text = ""
        self.setFixedHeight(STATUS_LINE)

    @property
    def words(self) -> str:
        """The text beside the keys."""
        return self._text

    def show_text(self, text: str) -> None:
        """Shows the text at the leading edge: counts, or what is in progress."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.pane)
        hairline(painter, box, top=True)
        mirror = Mirror.of(box)
        text_end = draw_text(painter, mirror.at(16, box.width() - 32), self._text, font("header"), now.text2)
        start = 16 + text_end + 24
        end = box.width() - 16
        for keys, word in reversed(self._fitting(end - start)):
            for piece in (word, *reversed(list(keys))):
                if piece is word:
                    width = text_width(word, font("header")) + 1
                    draw_text(painter, mirror.at(end - width, width), word, font("header"), now.text2)
                    end -= width + 6
                else:
                    width = key_cap_width(piece)
                    draw_key_cap(painter, mirror.at(end - width, width), piece, now.text2, now.line2)
                    end -= width + 4
            end -= 12

    def _fitting(self, room: float) -> list[tuple[Sequence[str], str]]:
        kept: list[tuple[Sequence[str], str]] = []
        for keys, word in self._hints:
            room -= text_width(word, font("header")) + sum(key_cap_width(key) + 4 for key in keys) + 20
            if room < 0:
                break
            kept.append((keys, word))
        return kept
