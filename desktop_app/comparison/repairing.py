"""Puts the stale references of a composed text right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.comparison.composing import Composed
from desktop_app.comparison.result import Range, StaleReference


@dataclass(frozen=True, slots=True)
class Repaired:
    """The corrected text, and the number of references that were corrected."""

    made: Composed
    count: int = 0


def repaired(made: Composed, stale: Iterable[StaleReference]) -> Repaired:
    """Returns the text with the correct form of each reference; `stale` are references of `made.text`.

    A reference to what was deleted has no correct form and stays. The ranges of replacements and the places of notes
    move along.
    """
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []
    at = 0
    for reference in sorted(stale, key=lambda one: one.new):
        start, end = reference.new
        if not reference.now or start < at:
            continue
        parts += [made.text[at:start], reference.now]
        shifts.append((end, len(reference.now) - (end - start)))
        at = end
    ranges = tuple(place and _shifted(place, shifts) for place in made.wordings)
    beside = tuple(
        part if part.at is None else replace(part, at=_shifted((part.at, part.at), shifts)[0])
        for part in made.parts
    )
    return Repaired(Composed("".join([*parts, made.text[at:]]), ranges, beside), len(shifts))


def _shifted(place: Range, shifts: list[tuple[int, int]]) -> Range:
    start, end = (edge + sum(by for end, by in shifts if end <= edge) for edge in place)
    return start, end
