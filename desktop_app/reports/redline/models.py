"""Which paragraph of OLD a new paragraph looks like."""

from __future__ import annotations

import copy
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from desktop_app.documents.docx_styles import W
from desktop_app.reports.redline.blocks import DocumentLine
from desktop_app.reports.redline.marks import style_of
from desktop_app.reports.redline.numbers import first_word


class ParagraphModels:
    """Paragraphs of OLD that a new line may look like."""

    def __init__(self, olds: Sequence[DocumentLine], old: str) -> None:
        self._olds = olds
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_style: dict[str | None, list[int]] = defaultdict(list)
        for place, block in enumerate(olds):
            if block.paragraph is not None and block.start < block.end:
                self._by_word[first_word(old[block.start : block.end])].append(place)
                self._by_style[style_of(block.paragraph.element)].append(place)

    def for_line(self, block: DocumentLine, new: str, before: int) -> list[Any]:
        """Returns models for a line of NEW that goes before the line `before` of OLD, the most alike first."""
        alike = self._by_word.get(first_word(new[block.start : block.end]), [])
        places = _nearest(alike, before)
        if block.paragraph is not None:
            style = style_of(block.paragraph.element)
            same = self._by_style.get(style, [])
            alike_in_style = [one for one in places if style_of(self._element(one)) == style]
            places = alike_in_style + _nearest(same, before) + places
        places += [one for one in (before - 1, before) if 0 <= one < len(self._olds)]
        return [self._element(one) for one in places if self._olds[one].paragraph is not None]

    def _element(self, place: int) -> Any:
        paragraph = self._olds[place].paragraph
        assert paragraph is not None
        return paragraph.element


def _nearest(places: Sequence[int], at: int) -> list[int]:
    after = bisect_left(places, at)
    return [min(places[max(0, after - 1) : after + 1], key=lambda one: abs(one - at))] if places else []


def look_of_runs(paragraph: Any | None) -> Any | None:
    """Returns how the text of a paragraph looks: its last run that is not hidden or a note."""
    if paragraph is None:
        return None
    runs = [
        run
        for run in paragraph.iter(f"{W}r")
        if run.find(f"{W}t") is not None or run.find(f"{W}delText") is not None
    ]
    return copy.deepcopy(runs[-1].find(f"{W}rPr")) if runs else paragraph.find(f"{W}pPr/{W}rPr")
