"""The marks in the text of a provision, as ranges of its side. Without Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.comparison.result import (
    Comparison,
    Entry,
    Op,
    ProvisionStatus,
    Range,
    SideName,
    Span,
    StaleReference,
)


class MarkStyle(StrEnum):
    """The style of a mark."""

    INSERTED = "inserted"
    DELETED = "deleted"
    ORTHOGRAPHIC = "orthographic"
    NUMBER = "number"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class TextMark:
    """Code points `[start, end)` of one side with a style. A weighty mark also has a border."""

    start: int
    end: int
    kind: MarkStyle
    weighty: bool = False


_NUMBER: Final = re.compile(r"\d+(?:[/.]\d+)*")
#: «ماده هفتم ـ»: the words after the first one, without the dash.
_BEHIND_WORD: Final = re.compile(r"\s*[^\W_ـ]+[\s\u200c]+(?P<number>[^\W_ـ]+(?:[\s\u200c]+[^\W_ـ]+)*)")
_AFTER_LABEL: Final = re.compile(r"[ \u200c\u200f\u00a0]?(?:[ـ–—:.\-)(]+)?")
_WORDED: Final = re.compile(r"[^\W\d_]{3,}")
#: The only letter whose name is a word.
_ALEF: Final = "الف"


def marks(comparison: Comparison, entry: Entry, side: SideName, *, orthographic: bool) -> list[TextMark]:
    """Returns the marks of `entry` on `side`. A provision of one side only is marked as a block instead."""
    text = side_text(comparison, side)
    found: list[TextMark] = []
    for span in entry.spans:
        if span.op is Op.EQUAL:
            continue
        kind = _kind(span, side, orthographic)
        start, end = span.old if side == "old" else span.new
        if kind is MarkStyle.NUMBER:
            start, end = number_of(text, start, end)
        if kind is not None:
            start, end = without_space(text, start, end)
            if start < end:
                _append(found, text, TextMark(start, end, kind, span.weighty))
    if side == "new" and entry.new is not None:
        for reference in stale_references(comparison, entry):
            found.append(TextMark(*reference.new, MarkStyle.STALE))
    return found


def stale_references(comparison: Comparison, entry: Entry) -> list[StaleReference]:
    """Returns the stale references in the new text of `entry`."""
    if entry.new is None:
        return []
    start, end = entry.new.start, entry.new.end
    return [reference for reference in comparison.stale_references if start <= reference.new[0] < end]


def label_range(comparison: Comparison, entry: Entry, side: SideName) -> Range | None:
    """Returns the range of the label of a provision with the dash after it.

    Returns None for a bare letter or number, which is displayed like ordinary text.
    """
    place = entry.old if side == "old" else entry.new
    if place is None or not place.label or place.label == _ALEF or not _WORDED.search(place.label):
        return None
    text = side_text(comparison, side)
    if not text.startswith(place.label, place.start):
        return None
    behind = _AFTER_LABEL.match(text, place.start + len(place.label), place.end)
    return place.start, behind.end() if behind else place.start + len(place.label)


def is_block(entry: Entry, side: SideName) -> bool:
    """Returns whether the whole provision is marked, because the other side lacks it."""
    return entry.status is (ProvisionStatus.INSERTED if side == "new" else ProvisionStatus.DELETED)


def side_text(comparison: Comparison, side: SideName) -> str:
    """Returns the text of one side."""
    return comparison.old.text if side == "old" else comparison.new.text


def _kind(span: Span, side: SideName, orthographic: bool) -> MarkStyle | None:
    if span.op in (Op.DELETE, Op.INSERT, Op.REPLACE):
        return MarkStyle.DELETED if side == "old" else MarkStyle.INSERTED
    if span.op is Op.ORTHOGRAPHIC and (orthographic or span.weighty):
        return MarkStyle.ORTHOGRAPHIC
    return MarkStyle.NUMBER if span.op is Op.LABEL and side == "new" else None


def _append(found: list[TextMark], text: str, mark: TextMark) -> None:
    """Merges `mark` with the previous one if only white space separates them."""
    last = found[-1] if found else None
    between = "x" if last is None else text[last.end : mark.start]
    # Marks are not merged across cells or rows of a table.
    if last and last.kind is mark.kind and not between.strip() and not set(between) & {"\t", "\n"}:
        found[-1] = TextMark(last.start, mark.end, mark.kind, last.weighty or mark.weighty)
    else:
        found.append(mark)


def number_of(text: str, start: int, end: int) -> Range:
    """Returns the range of the number in a label, in digits or in words, or the whole label if there is none."""
    match = _NUMBER.search(text, start, end)
    if match:
        return match.span()
    worded = _BEHIND_WORD.match(text, start, end)
    return worded.span("number") if worded else (start, end)


def without_space(text: str, start: int, end: int) -> Range:
    """Returns a range without surrounding white space. A range of only white space is unchanged."""
    part = text[start:end]
    if not part.strip():
        return start, end
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
