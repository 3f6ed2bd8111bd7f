"""The outline of a draft: its labelled provisions with their first words."""

from __future__ import annotations

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
            )
            for provision in labelled
        )
    return tuple(
        OutlineEntry("", _first_words(text, provision.start, provision.end), 0, provision.start)
        for provision in provisions
    )


def _first_words(text: str, start: int, end: int) -> str:
    words = next((line.strip() for line in text[start:end].split("\n") if line.strip()), "")
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
