"""Shows a change in a single text, with deleted words next to the inserted ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.comparison.marking import MarkedPiece, MarkKind, pieces
from desktop_app.comparison.result import Comparison, Entry, Op, ProvisionStatus, Span

_EDITS: Final = frozenset({Op.DELETE, Op.INSERT, Op.REPLACE})
_KINDS: Final = {Op.LABEL: MarkKind.NUMBER, Op.ORTHOGRAPHIC: MarkKind.SPELLED}


def inline_pieces(comparison: Comparison, entry: Entry) -> list[MarkedPiece]:
    """Returns the words of both sides as pieces with one mark each.

    The starts of deleted pieces are offsets in OLD, all others in NEW.
    """
    old, new = comparison.old.text, comparison.new.text
    if entry.old is None or entry.new is None or entry.status is ProvisionStatus.UNCHANGED:
        side = "old" if entry.new is None else "new"
        return pieces(entry, "old", old) if side == "old" else pieces(entry, "new", new)
    made: list[MarkedPiece] = []
    for run in runs_of(entry.spans, old):
        first, last = run[0], run[-1]
        deleted, inserted = old[first.old[0] : last.old[1]], new[first.new[0] : last.new[1]]
        if first.op in _EDITS:
            made += _edited(deleted, inserted, first)
        elif inserted:
            made.append(MarkedPiece(inserted, _KINDS.get(first.op, MarkKind.PLAIN), first.new[0]))
    return made


def _edited(deleted: str, inserted: str, first: Span) -> Iterator[MarkedPiece]:
    """Yields one deleted and one inserted piece without surrounding white space, separated by a space."""
    whole = inserted if inserted.strip() else deleted
    if whole[:1].isspace():
        yield MarkedPiece(" ", MarkKind.PLAIN, first.new[0])
    if deleted.strip():
        yield MarkedPiece(deleted.strip(), MarkKind.DELETED, first.old[0])
    if deleted.strip() and inserted.strip():
        yield MarkedPiece(" ", MarkKind.PLAIN, first.new[0])
    if inserted.strip():
        yield MarkedPiece(inserted.strip(), MarkKind.INSERTED, first.new[0])
    if whole.strip() and whole[-1:].isspace():
        yield MarkedPiece(" ", MarkKind.PLAIN, first.new[0])


def runs_of(spans: Sequence[Span], old_text: str) -> Iterator[list[Span]]:
    """Yields spans singly, but groups adjacent edits together with the white space between them."""
    run: list[Span] = []
    space: list[Span] = []
    for span in spans:
        if span.op in _EDITS:
            run += [*space, span]
            space = []
        elif run and span.op is Op.EQUAL and not old_text[slice(*span.old)].strip():
            space.append(span)
        else:
            yield from (part for part in (run, *([each] for each in space), [span]) if part)
            run, space = [], []
    yield from (part for part in (run, *([each] for each in space)) if part)
