"""The anchor of an annotation, and its placement in a later revision (see `anchors`)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.comparison.result import Range
from desktop_app.comparison.structure import Provision

_CONTEXT: Final = 48


@dataclass(frozen=True, slots=True)
class Anchor:
    """A range `[start, end)` of a revision in code points.

    `path` has the labels above it, `quote` its text, `prefix` and `suffix` the text before and after it.
    """

    path: tuple[str, ...]
    quote: str
    prefix: str
    suffix: str
    start: int
    end: int


class AnchorMatch(StrEnum):
    """The result of relocating an anchor."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    ORPHAN = "orphan"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class AnchorPlacement:
    """The place of an anchor in NEW, `[start, end)` in code points; None for orphans and ambiguous anchors.

    `confidence` is 0 to 1. `candidates` are the places among which a person has to choose.
    """

    state: AnchorMatch
    start: int | None = None
    end: int | None = None
    confidence: float = 0.0
    candidates: tuple[Range, ...] = ()


def make_anchor(text: str, provisions: Sequence[Provision], start: int, end: int) -> Anchor:
    """Returns the anchor of `text[start:end]`. A range that is reversed or outside of the text is corrected.

    `provisions` are those of `text`, in text order.
    """
    start, end = sorted((max(0, min(start, len(text))), max(0, min(end, len(text)))))
    at = bisect_right(provisions, start, key=lambda provision: provision.start) - 1
    inside = at >= 0 and start < max(provisions[at].end, provisions[at].start + 1)
    path = provisions[at].path if inside else ()
    return Anchor(
        path, text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT], start, end
    )
