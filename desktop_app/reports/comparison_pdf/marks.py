"""The look of marked words in print; never by colour alone, so that a black-and-white print has the same information.

Deleted words are struck through on a tint, inserted ones are underlined. A changed number has a grey
background, spelling a dotted line, a stale reference a wavy line; «!» follows weighty words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop_app.comparison.marking import MarkedPiece, MarkKind
from desktop_app.persian.digits import PDI
from desktop_app.reports.pdf.decoration import Decoration, Stroke
from desktop_app.reports.pdf.lines import TextRun
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.wording import language_in_use

INSERTED_LINE: Final = "#0F7A52"
INSERTED_GROUND: Final = "#EBF7F2"
DELETED_LINE: Final = "#B5350F"
DELETED_GROUND: Final = "#FDF0E9"
MOVED_LINE: Final = "#2F66B5"
MOVED_GROUND: Final = "#EEF4FC"
SLATE: Final = "#3C4A58"
WARN: Final = "#7A4E00"
WARN_LINE: Final = "#BC7F0A"
WARN_GROUND: Final = "#F9EBCD"
_INSERTED_TEXT: Final = "#0C4631"
_DELETED_TEXT: Final = "#7C2308"

_WORDS: Final = {
    MarkKind.DELETED: (_DELETED_TEXT, Decoration("#FFD9C4", Stroke.STRIKE, DELETED_LINE)),
    MarkKind.INSERTED: (_INSERTED_TEXT, Decoration("#CDEEE0", Stroke.UNDERLINE, INSERTED_LINE)),
    MarkKind.NUMBER: (SLATE, Decoration("#E9ECEF")),
    MarkKind.SPELLED: (None, Decoration(None, Stroke.DOTTED, "#7B7F83", 1.1)),
}
#: For a provision that only one side has: the cell has the background, and thin lines keep the text readable.
_BLOCKS: Final = {
    MarkKind.DELETED: (_DELETED_TEXT, Decoration(None, Stroke.STRIKE, DELETED_LINE, 0.4)),
    MarkKind.INSERTED: (_INSERTED_TEXT, Decoration(None, Stroke.UNDERLINE, INSERTED_LINE, 0.4)),
}
_STALE: Final = Decoration("#F9EBCD", Stroke.WAVY, WARN_LINE, 0.8)
#: Replaces the tab between table cells of the text.
_CELL_BORDER: Final = "   |   "
_LRI: Final = "\u2066"
_WORD_REST: Final = re.compile(r"\S*")


def runs(pieces: Iterable[MarkedPiece], *, block: bool) -> list[TextRun]:
    """Returns the words of a side with their formats; `block` where only that side has the provision."""
    made: list[TextRun] = []
    owed = False
    for piece in pieces:
        colour, decoration = (_BLOCKS if block else _WORDS).get(piece.kind, (None, None))
        if piece.stale:
            decoration = _STALE
        weight = Weight.SEMIBOLD if piece.kind in (MarkKind.LABEL, MarkKind.NUMBER) else None
        look = TextRun("", weight, colour, decoration)
        words = piece.text.replace("\t", _CELL_BORDER)
        if owed:
            # Inside «۱۴۰۵/۱۰/۰۱» the sign would split the number: put it at the end of the word.
            end = _WORD_REST.match(words)
            assert end is not None
            made += [look._replace(text=end.group()), WEIGHTY_SIGN] if end.end() else [WEIGHTY_SIGN]
            words = words[end.end() :]
        made.append(look._replace(text=words))
        owed = piece.weighty
    return [run for run in [*made, *([WEIGHTY_SIGN] if owed else [])] if run.text]


def in_own_direction(words: str) -> str:
    """Isolates a sentence of the program on a right-to-left page, so that an English one starts at its left."""
    return words if language_in_use().right_to_left else f"{_LRI}{words}{PDI}"


#: Follows weighty words; the no-break space keeps it on the same line.
WEIGHTY_SIGN: Final = TextRun("\u00a0!", Weight.BOLD, WARN)
