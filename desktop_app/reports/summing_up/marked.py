"""Splits one side of a change into pieces with one kind of mark each."""

from __future__ import annotations

from typing import Final, Literal

from desktop_app.comparison.marking import MarkedPiece, MarkKind
from desktop_app.persian.text import visible_controls
from desktop_app.reports.summing_up.matrix import ProvisionOutcome

Side = Literal["old", "new"]
_OWN: Final = {"old": MarkKind.DELETED, "new": MarkKind.INSERTED}
_KINDS: Final = {"label": MarkKind.NUMBER, "orthographic": MarkKind.SPELLED}


def marked(change: ProvisionOutcome, side: Side) -> list[MarkedPiece]:
    """Returns pieces that cover the whole text of that side; marks that are empty on it are skipped.

    Starts are code point offsets into that text.
    """
    text = change.old if side == "old" else change.new
    if not text:
        return []
    if not (change.old and change.new):
        return [_piece(text, _OWN[side], 0)]
    made: list[MarkedPiece] = []
    at = 0
    for mark in change.marks:
        start, end = mark.old if side == "old" else mark.new
        if end <= start:
            continue
        if at < start:
            made.append(_piece(text[at:start], MarkKind.PLAIN, at))
        made.append(_piece(text[start:end], _KINDS.get(mark.op, _OWN[side]), start))
        at = end
    if at < len(text):
        made.append(_piece(text[at:], MarkKind.PLAIN, at))
    return made


def _piece(words: str, kind: MarkKind, start: int) -> MarkedPiece:
    return MarkedPiece(visible_controls(words), kind, start)
