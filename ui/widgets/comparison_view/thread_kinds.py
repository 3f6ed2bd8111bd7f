"""The kinds of annotation threads: their names, glyphs, colours and lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.wording import translate


class PhraseLine(StrEnum):
    """The line under an annotated phrase. It differs by kind, so that a print in grey has the same information."""

    SOLID = "solid"
    DOTTED = "dotted"
    DOUBLE = "double"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class KindLook:
    """How a kind of thread is shown; colours are names of the theme.

    `chip` is the colour of `draw_chip`, `line` that of the line under the phrase, `ink` that of the glyph.
    """

    chip: str
    ground: str
    line: str
    ink: str
    icon: str
    under: PhraseLine


_OTHER: Final = KindLook("slate", "slatebg", "slate", "slate", "ph.chat-circle", PhraseLine.SOLID)
_LOOKS: Final = {
    "note": KindLook("warn", "note", "noteline", "warn", "ph.note", PhraseLine.SOLID),
    "question": KindLook("info", "infobg", "info", "info", "ph.question", PhraseLine.DOTTED),
    "objection": KindLook("danger", "dangerbg", "danger", "danger", "ph.warning-circle", PhraseLine.DOUBLE),
    "suggestion": KindLook("viol", "violbg", "viol", "viol", "ph.pencil-line", PhraseLine.DASHED),
}
#: The kinds in the order in which they are listed.
THREAD_KINDS: Final = tuple(_LOOKS)


def look_of(kind: str) -> KindLook:
    """Returns how a kind of thread is shown."""
    return _LOOKS.get(kind, _OTHER)


def kind_name(kind: str) -> str:
    """Returns the name of a kind of thread."""
    return {
        "note": translate("Comparison", "Note"),
        "question": translate("Comparison", "Question"),
        "objection": translate("Comparison", "Objection"),
        "suggestion": translate("Comparison", "Suggested wording"),
    }.get(kind, kind)
