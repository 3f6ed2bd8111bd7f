"""The outline of a draft: its labelled provisions with their first words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.comparison.structure import parse

_LONGEST: Final = 90


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """An entry of the outline. `start` is an offset in code points of the text, and `depth` starts at 0.

    `label` is the label as written («ماده ۶»; empty for a paragraph), and `heading` the first words after it.
    """

    label: str
    heading: str
    depth: int
    start: int
    #: The offset of the end of the label; equal to `start` without one.
    label_end: int


def outline(text: str) -> tuple[OutlineEntry, ...]:
    """Returns the labelled provisions of `text`, or its paragraphs if it has none."""
    provisions = parse(text)
    labelled = [provision for provision in provisions if provision.label is not None]
    if labelled:
        return tuple(
            OutlineEntry(
                provision.label or "",
                _first_words(text, provision.body, provision.end),
                len(provision.path) - 1,
                provision.start,
                provision.label_end,
            )
            for provision in labelled
        )
    return tuple(
        OutlineEntry(
            "", _first_words(text, provision.start, provision.end), 0, provision.start, provision.start
        )
        for provision in provisions
    )


def utf16_offsets(text: str, offsets: Iterator[int]) -> list[int]:
    """Converts ascending code point offsets of `text` to UTF-16 code units, which Qt uses."""
    found: list[int] = []
    at = units = 0
    for offset in offsets:
        units += len(text[at:offset].encode("utf-16-le", "surrogatepass")) // 2
        at = offset
        found.append(units)
    return found


def _first_words(text: str, start: int, end: int) -> str:
    words = next((line.strip() for line in text[start:end].split("\n") if line.strip()), "")
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
