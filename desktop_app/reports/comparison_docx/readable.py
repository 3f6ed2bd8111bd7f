"""The sequence in a form that people and LibreOffice 25.2 read as it is meant; the texts of both sides stay the same.

What LibreOffice needs was found by rejecting and accepting thousands of made sequences there; it is as good in Word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from desktop_app.reports.comparison_docx.sequence import TrackedChange, TrackedPiece

#: A line end with nothing before it in its line.
_EMPTY_LINE: Final = re.compile(r"(?:\A|(?<=\n))\n+")
_ALONE: Final = {
    TrackedChange.MOVED_FROM: TrackedChange.DELETED,
    TrackedChange.MOVED_TO: TrackedChange.INSERTED,
}


def readable(pieces: Iterable[TrackedPiece]) -> list[TrackedPiece]:
    """The same texts, without what would be taken for something else."""
    return _unbridged(_without_moved_empty_lines(_spaced(pieces)))


def _spaced(pieces: Iterable[TrackedPiece]) -> list[TrackedPiece]:
    """A word and the one that replaces it each take the space before them along: without it their letters would
    join, and two numbers would stand there as one."""
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
    """The mark of a paragraph in which nothing else is moved is not moved but deleted and inserted: LibreOffice
    leaves it standing."""
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
    """No line end of both texts stands alone between two insertions of one author.

    LibreOffice makes one insertion of such two as it opens the file, and the line end goes with them when they
    are rejected. So the second line end stays instead of the first, or the first is replaced.
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
