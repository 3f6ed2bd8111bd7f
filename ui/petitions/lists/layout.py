"""Mapping between rows of the table, which include headings, and positions in the list. No Qt."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.petitions.lists.sections import ListSection


@dataclass(frozen=True, slots=True)
class Heading:
    """Heading in the table: its section, the number of rows below it, and whether they are folded."""

    key: str
    count: int
    folded: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Run:
    heading: Heading
    table_row: int
    place: int


class SectionLayout:
    """Converts positions of the list to rows of the table and back. Without sections they are equal."""

    def __init__(
        self,
        total: int = 0,
        sections: tuple[ListSection, ...] = (),
        folded: frozenset[str] = frozenset(),
    ) -> None:
        self._total = total
        self._runs: list[_Run] = []
        row = place = 0
        for section in sections:
            heading = Heading(section.key, section.count, section.key in folded, section.name)
            self._runs.append(_Run(heading, row, place))
            row += 1 + (0 if heading.folded else section.count)
            place += section.count
        self.row_count = row if sections else total
        self._rows = [run.table_row for run in self._runs]
        self._places = [run.place for run in self._runs]

    @property
    def heading_rows(self) -> list[int]:
        return list(self._rows)

    def heading_at(self, row: int) -> Heading | None:
        """Returns the heading at a row of the table."""
        at = bisect_right(self._rows, row) - 1
        return self._runs[at].heading if at >= 0 and self._rows[at] == row else None

    def place_at(self, row: int) -> int | None:
        """Returns the position in the list for a row of the table; None for a heading and out of range."""
        if not 0 <= row < self.row_count:
            return None
        if not self._runs:
            return row
        run = self._runs[bisect_right(self._rows, row) - 1]
        return None if run.table_row == row else run.place + row - run.table_row - 1

    def row_of(self, place: int) -> int | None:
        """Returns the row of the table for a position in the list; None where it is folded and out of range."""
        if not 0 <= place < self._total:
            return None
        if not self._runs:
            return place
        run = self._runs[bisect_right(self._places, place) - 1]
        return None if run.heading.folded else run.table_row + 1 + place - run.place
