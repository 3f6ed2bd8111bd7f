"""Old and new words of a provision in one text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextLayout

from desktop_app.comparison.marking import MarkedPiece, MarkKind
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from ui.lines import utf16_units
from ui.theme import theme
from ui.widgets.laid_text import LaidText
from ui.widgets.painting import reads_right_to_left

_LOOKS: Final = {
    MarkKind.DELETED: ("delbg", "deltext"),
    MarkKind.INSERTED: ("insbg", "instext"),
    MarkKind.NUMBER: ("slatebg", "slate"),
}


class ChangeText(LaidText):
    """Old and new words. Removed words are struck through and inserted ones underlined, so colour is not needed."""

    def __init__(self, pieces: Sequence[MarkedPiece]) -> None:
        self.pieces = tuple(pieces)
        super().__init__("comparison")
        words = {
            MarkKind.DELETED: translate("Comments", "left out: {words}"),
            MarkKind.INSERTED: translate("Comments", "put in: {words}"),
        }
        said = (fill(words.get(one.kind, "{words}"), words=one.text) for one in self.pieces)
        self.setAccessibleName(" ".join(said))
        self.set_again()

    def set_again(self) -> None:
        shown = [visible_controls(one.text).replace("\n", "\u2028") for one in self.pieces]
        formats: list[QTextLayout.FormatRange] = []
        at = 0
        for one, words in zip(self.pieces, shown, strict=True):
            length = utf16_units(words)
            if one.kind in _LOOKS:
                formats.append(_format(one.kind, at, length))
            at += length
        whole = "".join(shown)
        self.lay(whole, formats, rtl=reads_right_to_left(whole))


def _format(kind: MarkKind, start: int, length: int) -> QTextLayout.FormatRange:
    ground, ink = _LOOKS[kind]
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    look = QTextCharFormat()
    look.setBackground(theme().colour(ground))
    look.setForeground(theme().colour(ink))
    look.setFontStrikeOut(kind is MarkKind.DELETED)
    look.setFontUnderline(kind is MarkKind.INSERTED)
    made.format = look
    return made
