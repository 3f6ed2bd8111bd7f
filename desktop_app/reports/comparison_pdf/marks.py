"""How marked words look on paper: never by colour alone, so that a black and white print says as much.

Deleted words are struck through on a tint, inserted ones underlined, a number that changed stands on grey, spelling
is dotted, a stale reference has a wave; behind weighty words stands «!».
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
#: A provision that one side alone has: its ground is the cell's, its lines are thin, so that it can be read.
_BLOCKS: Final = {
    MarkKind.DELETED: (_DELETED_TEXT, Decoration(None, Stroke.STRIKE, DELETED_LINE, 0.4)),
    MarkKind.INSERTED: (_INSERTED_TEXT, Decoration(None, Stroke.UNDERLINE, INSERTED_LINE, 0.4)),
}
_STALE: Final = Decoration("#F9EBCD", Stroke.WAVY, WARN_LINE, 0.8)
#: Between the cells of a table's row, where the text has a tab.
_CELL_BORDER: Final = "   |   "
_LRI: Final = "\u2066"
_WORD_REST: Final = re.compile(r"\S*")


def runs(pieces: Iterable[MarkedPiece], *, block: bool) -> list[TextRun]:
    """The words of a side with their looks; `block` where that side alone has the provision."""
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
            # Inside «۱۴۰۵/۱۰/۰۱» a sign would part the number: it waits for the end of the word.
            end = _WORD_REST.match(words)
            assert end is not None
            made += [look._replace(text=end.group()), WEIGHTY_SIGN] if end.end() else [WEIGHTY_SIGN]
            words = words[end.end() :]
        made.append(look._replace(text=words))
        owed = piece.weighty
    return [run for run in [*made, *([WEIGHTY_SIGN] if owed else [])] if run.text]


def in_own_direction(words: str) -> str:
    """A sentence of the program on a page that is read from the right: an English one begins at its left."""
    return words if language_in_use().right_to_left else f"{_LRI}{words}{PDI}"


#: Stands behind weighty words; the no-break space keeps it on their line.
WEIGHTY_SIGN: Final = TextRun("\u00a0!", Weight.BOLD, WARN)
