"""Comparing two revisions of a draft, with the pins of reviewers."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.comparison.pins import Pin
from desktop_app.comparison.result import Comparison
from desktop_app.instruments.drafting.revisions import RevisionText
from desktop_app.progress import Progress


def compared(
    older: RevisionText, newer: RevisionText, pins: Iterable[Pin], progress: Progress | None = None
) -> Comparison:
    """Compares two revisions. Raises `CancelledError` if `progress` is cancelled."""
    from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415 - rapidfuzz and numpy, 100 ms

    return compare_texts(
        older.text,
        newer.text,
        old_name=str(older.number),
        new_name=str(newer.number),
        not_compared=tuple(dict.fromkeys((*older.not_compared, *newer.not_compared))),
        pins=list(pins),
        old_parts=older.parts,
        new_parts=newer.parts,
        progress=progress,
    )
