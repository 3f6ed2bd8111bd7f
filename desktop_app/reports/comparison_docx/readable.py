"""Rewrites the sequence so that people and LibreOffice 25.2 read it correctly; the texts of both sides stay the same.

The rules for LibreOffice come from accepting and rejecting thousands of generated sequences in it. Word
accepts them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from desktop_app.reports.comparison_docx.sequence import TrackedChange, TrackedPiece

#: Line ends at the start of a line, i.e. empty lines.
_EMPTY_LINE: Final = re.compile(r"(?:\A|(?<=\n))\n+")
_ALONE: Final = {
    TrackedChange.MOVED_FROM: TrackedChange.DELETED,
    TrackedChange.MOVED_TO: TrackedChange.INSERTED,
}


def readable(pieces: Iterable[TrackedPiece]) -> list[TrackedPiece]:
    """Returns an equivalent sequence that cannot be misread."""
    return _unbridged(_without_moved_empty_lines(spaced(pieces)))


def spaced(pieces: Iterable[TrackedPiece]) -> list[TrackedPiece]:
    """Moves the space before a replaced word into both the deletion and the insertion.

    Otherwise the old and the new word touch, and two numbers look like one.
    """
    made: list[TrackedPiece] = []
    for piece in pieces:
        made.append(piece)
        if len(made) > 2 and _run_together(*made[-3:]):
            kept, deleted, inserted = made[-3:]
            del made[-3:]
            if kept.text != " ":
                made.append(replace(kept, text=kept.text[:-1]))
            made += [replace(deleted, text=f" {deleted.text}"), replace(inserted, text=f" {inserted.text}")]
    return made


def _run_together(kept: TrackedPiece, deleted: TrackedPiece, inserted: TrackedPiece) -> bool:
    changes = (kept.change, deleted.change, inserted.change)
    if changes != (
        TrackedChange.KEPT,
        TrackedChange.DELETED,
        TrackedChange.INSERTED,
    ) or not kept.text.endswith(" "):
        return False
    return not deleted.text[-1].isspace() and not inserted.text[0].isspace()


def _without_moved_empty_lines(pieces: Iterable[TrackedPiece]) -> Iterator[TrackedPiece]:
    """Replaces a moved mark of an empty paragraph by a deletion and an insertion: LibreOffice does not remove it."""
    for piece in pieces:
        alone = _ALONE.get(piece.change)
        if alone is None:
            yield piece
            continue
        at = 0
        for found in _EMPTY_LINE.finditer(piece.text):
            if at < found.start():
                yield replace(piece, text=piece.text[at : found.start()])
            yield replace(piece, change=alone, text=found.group())
            at = found.end()
        if at < len(piece.text):
            yield replace(piece, text=piece.text[at:])


def _unbridged(pieces: Iterable[TrackedPiece]) -> list[TrackedPiece]:
    """Avoids a shared line end alone between two insertions of one author.

    LibreOffice merges two such insertions when it opens the file, and removes the line end with them on
    rejection. Either the second line end is kept instead of the first, or the first is replaced.
    """
    made: list[TrackedPiece] = []
    for piece in pieces:
        if len(made) < 2 or not _bridges(made[-2], made[-1], piece):
            made.append(piece)
            continue
        before, bridge = made[-2:]
        del made[-2:]
        joined = before.text + "\n" + piece.text
        if piece.text.endswith("\n"):
            made += [replace(before, text=joined[:-1]), bridge]
        else:
            made += [replace(before, text=joined), replace(before, change=TrackedChange.DELETED, text="\n")]
    return made


def _bridges(before: TrackedPiece, bridge: TrackedPiece, after: TrackedPiece) -> bool:
    both_inserted = (
        before.change is after.change is TrackedChange.INSERTED and before.concern is after.concern
    )
    return both_inserted and bridge.change is TrackedChange.KEPT and bridge.text == "\n"
