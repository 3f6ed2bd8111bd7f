"""The places of one change: its runs of deleted and inserted words, each of which can be taken or refused alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop_app.comparison.result import Entry, Op, ProvisionStatus, Range, Span

_EDITS: Final = frozenset({Op.DELETE, Op.INSERT, Op.REPLACE})


class ChangedPlace(NamedTuple):
    """Words `old` of OLD that became `new` of NEW, in code points. One of both ranges may be empty."""

    old: Range
    new: Range


class CommonWords(NamedTuple):
    """Words that both sides have, perhaps spelled differently; the number of a provision if `label`."""

    old: Range
    new: Range
    label: bool = False


def runs_of(entry: Entry, old: str, new: str) -> Iterator[ChangedPlace | CommonWords]:
    """Yields the places of a pair of provisions and the words between them, in order.

    Places that only white space separates are one place: «به اداره» that became «در درگاه» is read as one.
    """
    if entry.old is None or entry.new is None:
        return
    if entry.status is ProvisionStatus.UNCHANGED and not entry.flags:
        yield CommonWords((entry.old.start, entry.old.end), (entry.new.start, entry.new.end))
        return
    spans = list(entry.spans)
    at = 0
    while at < len(spans):
        if spans[at].op not in _EDITS:
            yield CommonWords(spans[at].old, spans[at].new, spans[at].op is Op.LABEL)
            at += 1
            continue
        end = _end_of_place(spans, at, old, new)
        yield ChangedPlace(
            (spans[at].old[0], spans[end - 1].old[1]), (spans[at].new[0], spans[end - 1].new[1])
        )
        at = end


def places_of(entry: Entry, old: str, new: str) -> tuple[ChangedPlace, ...]:
    """Returns the places of a pair of provisions in order; none for a provision of one side only."""
    return tuple(run for run in runs_of(entry, old, new) if isinstance(run, ChangedPlace))


def known_places(entries: Iterable[Entry], old: str, new: str) -> dict[ChangedPlace, int]:
    """Returns all places of the given entries with the index of their entry."""
    return {
        place: index
        for index, entry in enumerate(entries)
        if entry.status is ProvisionStatus.EDITED
        for place in places_of(entry, old, new)
    }


def _end_of_place(spans: Sequence[Span], at: int, old: str, new: str) -> int:
    """Returns the index after the last span of the place that begins at `at`."""
    end = at + 1
    while end < len(spans):
        if spans[end].op in _EDITS:
            end += 1
        elif end + 1 < len(spans) and spans[end + 1].op in _EDITS and _blank(spans[end], old, new):
            end += 2
        else:
            break
    return end


def _blank(span: Span, old: str, new: str) -> bool:
    return not old[slice(*span.old)].strip() and not new[slice(*span.new)].strip() and span.op is not Op.LABEL
