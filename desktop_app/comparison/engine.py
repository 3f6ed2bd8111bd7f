"""Compares two texts provision by provision, and defines the fields of `compare --format json`."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC
from typing import Any, Final

import orjson

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
    ENGINE,
    Comparison,
    Entry,
    LazySpans,
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
            tuple(found.rough),
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


def to_json(comparison: Comparison, provenance: Provenance | None = None) -> bytes:
    """Returns the result as `compare --format json` prints it, in UTF-8. The fields are a public contract.

    The command omits `provenance`, so that equal files give equal output; exported documents include it.
    `roughly_aligned` is only there if a bound of work was reached. Nothing is filtered.
    """
    extra: dict[str, Any] = {"roughly_aligned": comparison.rough} if comparison.rough else {}
    if provenance is not None:
        extra["provenance"] = _provenance(provenance)
    document = {
        "engine": ENGINE,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "counts": comparison.counts,
        "provisions": [*in_text_order(comparison.entries)],
        "stale_references": comparison.stale_references,
        "terms": comparison.terms,
        "not_compared": comparison.not_compared,
        "rewritten_pairs": comparison.rewritten_pairs,
        **extra,
    }
    with _without_collection():
        try:
            # Entries and spans become dictionaries one by one, so that these are never all in memory.
            return orjson.dumps(document, _fields, _LAYOUT)
        except orjson.JSONEncodeError:
            # UTF-8 cannot represent a lone surrogate, but JSON has an escape sequence for it.
            text = json.dumps(_plain(document), ensure_ascii=False, indent=2)
            return f"{text}\n".encode("utf-8", "backslashreplace")


def _entry(entry: Entry) -> dict[str, Any]:
    made: dict[str, Any] = {
        "status": entry.status,
        "flags": sorted(entry.flags),
        "group": entry.group,
        "old": entry.old,
        "new": entry.new,
        "weighty": entry.weighty,
        "spans": entry.spans,
    }
    if entry.part is not None:
        made["part"] = entry.part
    return made


def _place(place: ProvisionPlace) -> dict[str, Any]:
    return {"label": place.label, "path": place.path, "start": place.start, "end": place.end}


def _part(part: PartRange) -> dict[str, Any]:
    return {"part": part.kind, "at": part.at, "start": part.start, "end": part.end}


def _term(finding: TermFinding) -> dict[str, Any]:
    return {
        "issue": finding.issue,
        "term": finding.term,
        "old": finding.old,
        "new": finding.new,
        "definitions": finding.definitions,
        "uses": finding.uses,
    }


def _term_place(place: TermPlace) -> dict[str, Any]:
    return {"label": place.provision.label, "path": place.provision.path, "new": place.new}


def _span(span: Span) -> dict[str, Any]:
    op, old, new, kind, weighty = span
    return {"op": op, "old": old, "new": new, "kind": kind, "weighty": weighty}


_LAYOUT: Final = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE | orjson.OPT_PASSTHROUGH_DATACLASS
#: Returns the fields of each part of a result that is no list or dictionary.
_FIELDS: Final[dict[type, Callable[[Any], Any]]] = {
    Span: _span,
    LazySpans: LazySpans.read_once,
    ProvisionPlace: _place,
    Entry: _entry,
    PartRange: _part,
    StaleReference: asdict,
    TermFinding: _term,
    TermPlace: _term_place,
    RewrittenPair: asdict,
}


def _fields(value: object) -> Any:
    return _FIELDS[type(value)](value)


def _plain(value: Any) -> Any:
    """Returns a part of the document in lists and dictionaries only."""
    if type(value) in _FIELDS:
        return _plain(_fields(value))
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [*map(_plain, value)] if isinstance(value, (list, tuple)) else value


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
        made |= {"body": side.body_end, "parts": side.parts}
    return made
