"""Compares two texts and says what became of every provision; gives `compare --format json` its fields."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC
from typing import Any, Final

from desktop_app.comparison.alignment import align
from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.entries import counts_of, entries_of
from desktop_app.comparison.pins import Pin
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.references import stale_references
from desktop_app.comparison.result import Comparison, Entry, ProvisionPlace, Side, Span, StaleReference
from desktop_app.comparison.tokens import Vocabulary
from desktop_app.errors import CancelledError
from desktop_app.progress import Progress, SilentProgress

#: Named in every result: another engine may align otherwise.
ENGINE: Final = "mosharekat-comparison 2"

#: In `not_compared`: page numbers and running heads that stand in the midst of a text.
PAGE_FURNITURE: Final = "page_furniture"


def compare_texts(
    old: str,
    new: str,
    *,
    old_name: str = "",
    new_name: str = "",
    not_compared: Iterable[str] = (),
    pins: Iterable[Pin] = (),
    progress: Progress | None = None,
) -> Comparison:
    """What became of every provision of `old` in `new`.

    Lines are taken to end in LF; anything else is compared as it is. `not_compared` names what the reader of
    the files left out («footnotes»), `pins` are what reviewers fixed by hand. Raises CancelledError when
    `progress` says so; nothing else, whatever the text.
    """
    watched = progress or SilentProgress()
    with _uncollected():
        before, after, entries = _compared(old, new, pins, watched)
        left_out = dict.fromkeys(not_compared)
        if before.furniture or after.furniture:
            left_out[PAGE_FURNITURE] = None
        return Comparison(
            Side(old_name, old),
            Side(new_name, new),
            entries,
            stale_references(before, after, entries),
            tuple(left_out),
            counts_of(entries),
        )


def _compared(
    old: str, new: str, pins: Iterable[Pin], progress: Progress
) -> tuple[SegmentedText, SegmentedText, tuple[Entry, ...]]:
    vocabulary = Vocabulary()
    before = SegmentedText(old, vocabulary)
    _step(progress, 1)
    after = SegmentedText(new, vocabulary)
    _step(progress, 2)
    found = align(before, after, pins)
    _step(progress, 3)
    entries = entries_of(found)
    _step(progress, 4)
    return before, after, entries


@contextmanager
def _uncollected() -> Iterator[None]:
    """A comparison makes small tuples by the ten thousand and no cycle: the collector would walk them for nothing,
    which is a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if not _frozen_by_others():
                # What was made counts as old at once: else all of it would be walked at the next thing made.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


_frozen: list[bool] = []


def _frozen_by_others() -> bool:
    """Whether the program keeps what it started with out of the collector's way. Asked until it is so: the answer is
    counted, object by object."""
    if not _frozen and gc.get_freeze_count():
        _frozen.append(True)
    return bool(_frozen)


def _step(progress: Progress, done: int) -> None:
    if progress.cancelled():
        raise CancelledError(done=0)
    progress.report(done, 4)


def to_json(comparison: Comparison, provenance: Provenance | None = None) -> dict[str, Any]:
    """The result as `compare --format json` gives it; its fields are a contract. The command leaves `provenance` out,
    so that the same files give the same bytes; a document that is exported for somebody says who compared when.
    Nothing is hidden in it."""
    said = {} if provenance is None else {"provenance": _provenance(provenance)}
    return {
        "engine": ENGINE,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "counts": dict(comparison.counts),
        "provisions": [_entry(entry) for entry in comparison.entries],
        "stale_references": [_reference(reference) for reference in comparison.stale_references],
        "not_compared": list(comparison.not_compared),
        **said,
    }


def _provenance(provenance: Provenance) -> dict[str, Any]:
    return {
        "title": provenance.title,
        "compared_at": provenance.made_at.astimezone(UTC).isoformat(),
        "compared_by": provenance.made_by,
        "old": provenance.old_detail,
        "new": provenance.new_detail,
        "hidden": [],
    }


def _side(side: Side) -> dict[str, Any]:
    return {"name": side.name, "characters": len(side.text), "words": side.words, "text": side.text}


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "status": entry.status.value,
        "flags": sorted(flag.value for flag in entry.flags),
        "group": entry.group,
        "old": _place(entry.old),
        "new": _place(entry.new),
        "spans": [_span(span) for span in entry.spans],
    }


def _place(place: ProvisionPlace | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"label": place.label, "path": list(place.path), "start": place.start, "end": place.end}


def _span(span: Span) -> dict[str, Any]:
    return {
        "op": span.op.value,
        "old": list(span.old),
        "new": list(span.new),
        "kind": None if span.kind is None else span.kind.value,
        "weighty": span.weighty,
    }


def _reference(reference: StaleReference) -> dict[str, Any]:
    return {"text": reference.text, "new": list(reference.new), "was": reference.was, "now": reference.now}
