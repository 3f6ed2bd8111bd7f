"""Moves as pairs of runs of lines: departure and arrival. A moved chapter is a single pair. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.comparison.result import Entry
from ui.widgets.comparison_view.rows import Fold, Line, Row, ShownSides

LineRun = tuple[int, int]
_MOVING: Final = (ShownSides.DEPARTURE, ShownSides.ARRIVAL)


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The first and last lines of a departure and of its arrival.

    `entry` is the first moved entry, `change` its change if known.
    """

    left: LineRun
    arrived: LineRun
    entry: int
    change: int | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    what: tuple[str, int]
    part: ShownSides
    lines: LineRun
    entry: int


def ribbons(lines: Sequence[Line], rows: Sequence[Row], entries: Sequence[Entry]) -> list[Ribbon]:
    """Returns the ribbons of all moves with both ends among `lines`, in the order of departure."""
    runs = _runs(lines, rows, entries)
    arrivals: dict[tuple[str, int], list[LineRun]] = {}
    for run in runs:
        if run.part is ShownSides.ARRIVAL:
            arrivals.setdefault(run.what, []).append(run.lines)
    found: list[Ribbon] = []
    counted: dict[tuple[str, int], int] = {}
    for run in runs:
        ends = arrivals.get(run.what)
        if run.part is ShownSides.ARRIVAL or not ends:
            continue
        number = counted.get(run.what, 0)
        counted[run.what] = number + 1
        found.append(Ribbon(run.lines, ends[min(number, len(ends) - 1)], run.entry))
    return found


def partners(found: Sequence[Ribbon]) -> dict[int, int]:
    """Maps each line of a ribbon to the first line at its other end."""
    made: dict[int, int] = {}
    for ribbon in found:
        made.update(dict.fromkeys(all_of(ribbon.left), ribbon.arrived[0]))
        made.update(dict.fromkeys(all_of(ribbon.arrived), ribbon.left[0]))
    return made


def all_of(run: LineRun) -> range:
    """Returns the lines of a run."""
    return range(run[0], run[1] + 1)


def _runs(lines: Sequence[Line], rows: Sequence[Row], entries: Sequence[Entry]) -> list[_Run]:
    found: list[_Run] = []
    for index, line in enumerate(lines):
        if isinstance(line, Fold):
            if line.moved is None:
                continue
            part, entry = line.moved, rows[line.first].entry
        else:
            part, entry = line.part, line.entry
        if part not in _MOVING:
            continue
        group = entries[entry].group
        what = ("entry", entry) if group is None else ("group", group)
        last = found[-1] if found else None
        if last and last.what == what and last.part is part and last.lines[1] == index - 1:
            found[-1] = replace(last, lines=(last.lines[0], index))
        else:
            found.append(_Run(what, part, (index, index), entry))
    return found
