"""Compares two texts provision by provision, and defines the fields of `compare --format json`."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC
from typing import Any, Final

from desktop_app.comparison.alignment import align
from desktop_app.comparison.beside_body import in_text_order, side_of, with_parts
from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.entries import entries_of
from desktop_app.comparison.lost_labels import cut_without_labels
from desktop_app.comparison.pairing import Alignment
from desktop_app.comparison.pins import Pin
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.references import stale_references
from desktop_app.comparison.result import (
    Comparison,
    Entry,
    PartRange,
    ProvisionPlace,
    RewrittenPair,
    Side,
    Span,
    StaleReference,
    TermFinding,
    TermPlace,
)
from desktop_app.comparison.stated import wrong_counts
from desktop_app.comparison.terms import term_findings
from desktop_app.comparison.tokens import Vocabulary
from desktop_app.documents.document import DocumentPart
from desktop_app.errors import CancelledError
from desktop_app.progress import Progress, SilentProgress

#: Recorded in every result, because another version of the engine may align differently.
ENGINE: Final = "mosharekat-comparison 2"

#: A value of `not_compared`: page numbers and running heads inside the text.
PAGE_FURNITURE: Final = "page_furniture"


def compare_texts(
    old: str,
    new: str,
    *,
    old_name: str = "",
    new_name: str = "",
    not_compared: Iterable[str] = (),
    pins: Iterable[Pin] = (),
    old_parts: Iterable[DocumentPart] = (),
    new_parts: Iterable[DocumentPart] = (),
    progress: Progress | None = None,
) -> Comparison:
    """Compares two texts and returns the fate of every provision of `old` in `new`, and of the parts beside them.

    Lines are expected to end with LF; other line ends are compared as characters. `not_compared` names the parts
    that the file reader left out («pictures»). `pins` are matches fixed by reviewers. Raises CancelledError if
    `progress` is cancelled, and no other error for any text.
    """
    watched = progress or SilentProgress()
    sides = side_of(old_name, old, old_parts), side_of(new_name, new, new_parts)
    pins = tuple(pins)
    with _without_collection():
        found, entries = _compared(old, new, pins, watched)
        before, after = found.old, found.new
        left_out = dict.fromkeys(not_compared)
        if before.furniture or after.furniture:
            left_out[PAGE_FURNITURE] = None
        return Comparison(
            *sides,
            with_parts(entries, *sides, before.vocabulary, pins),
            stale_references(before, after, entries),
            tuple(left_out),
            wrong_counts(after.text, after.flat, after.provisions),
            _rewritten_pairs(found),
            term_findings(before, after),
        )


def _compared(
    old: str, new: str, pins: Iterable[Pin], progress: Progress
) -> tuple[Alignment, tuple[Entry, ...]]:
    vocabulary = Vocabulary()
    before = SegmentedText(old, vocabulary)
    _step(progress, 1)
    after = SegmentedText(new, vocabulary)
    _step(progress, 2)
    cut_without_labels(before, after)
    found = align(before, after, pins)
    _step(progress, 3)
    entries = entries_of(found)
    _step(progress, 4)
    return found, entries


def _rewritten_pairs(found: Alignment) -> tuple[RewrittenPair, ...]:
    return tuple(
        RewrittenPair(
            (found.old.provisions[old].start, found.old.provisions[old].end),
            (found.new.provisions[new].start, found.new.provisions[new].end),
            round(confidence, 3),
            paired=found.new_of[old] == new,
        )
        for (old, new), confidence in sorted(found.rewritten.items())
    )


@contextmanager
def _without_collection() -> Iterator[None]:
    """Disables the garbage collector, which saves a tenth of the time.

    A comparison creates tens of thousands of small tuples but no reference cycles.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if not _frozen_by_others():
                # Move the new objects to the oldest generation, so that the next allocation does not traverse
                # them all.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


_frozen: list[bool] = []


def _frozen_by_others() -> bool:
    """Returns whether the program has frozen its start-up objects in the collector.

    A positive answer is cached, because counting frozen objects is slow.
    """
    if not _frozen and gc.get_freeze_count():
        _frozen.append(True)
    return bool(_frozen)


def _step(progress: Progress, done: int) -> None:
    if progress.cancelled():
        raise CancelledError(done=0)
    progress.report(done, 4)


def to_json(comparison: Comparison, provenance: Provenance | None = None) -> dict[str, Any]:
    """Returns the result as `compare --format json` prints it. The fields are a public contract.

    The command omits `provenance`, so that equal files give equal output; exported documents include it. Nothing
    is filtered.
    """
    extra = {} if provenance is None else {"provenance": _provenance(provenance)}
    return {
        "engine": ENGINE,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "counts": dict(comparison.counts),
        "provisions": [_entry(entry) for entry in in_text_order(comparison.entries)],
        "stale_references": [_reference(reference) for reference in comparison.stale_references],
        "terms": [_term(finding) for finding in comparison.terms],
        "not_compared": list(comparison.not_compared),
        "rewritten_pairs": [_rewritten(pair) for pair in comparison.rewritten_pairs],
        **extra,
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
    made = {"name": side.name, "characters": len(side.text), "words": side.words, "text": side.text}
    if side.parts:
        made |= {"body": side.body_end, "parts": [_part(part) for part in side.parts]}
    return made


def _part(part: PartRange) -> dict[str, Any]:
    return {"part": part.kind.value, "at": part.at, "start": part.start, "end": part.end}


def _entry(entry: Entry) -> dict[str, Any]:
    made = {
        "status": entry.status.value,
        "flags": sorted(flag.value for flag in entry.flags),
        "group": entry.group,
        "old": _place(entry.old),
        "new": _place(entry.new),
        "weighty": entry.weighty,
        "spans": [_span(span) for span in entry.spans],
    }
    if entry.part is not None:
        made["part"] = entry.part.value
    return made


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


def _rewritten(pair: RewrittenPair) -> dict[str, Any]:
    return {
        "old": list(pair.old),
        "new": list(pair.new),
        "confidence": pair.confidence,
        "paired": pair.paired,
    }


def _reference(reference: StaleReference) -> dict[str, Any]:
    return {"text": reference.text, "new": list(reference.new), "was": reference.was, "now": reference.now}


def _term(finding: TermFinding) -> dict[str, Any]:
    return {
        "issue": finding.issue.value,
        "term": finding.term,
        "old": None if finding.old is None else list(finding.old),
        "new": None if finding.new is None else list(finding.new),
        "definitions": [_term_place(place) for place in finding.definitions],
        "uses": [_term_place(place) for place in finding.uses],
    }


def _term_place(place: TermPlace) -> dict[str, Any]:
    return {
        "label": place.provision.label,
        "path": list(place.provision.path),
        "new": list(place.new),
    }
