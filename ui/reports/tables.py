"""The rows of the tables of a report: which numbers, and which list is behind each. Without Qt but for the rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from desktop_app.petitions.inbox import ListFilter
from desktop_app.reports.monthly import Figures, Line
from desktop_app.reports.numbers import days, number, percent, row_name
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.units import UnitRow
from desktop_app.wording import fill, translate
from ui.reports.lines_table import TableCell, TableRow
from ui.reports.rows_behind import MEASURES, behind, of_line


@dataclass(frozen=True)
class Links:
    """Finds the lists behind numbers. What was issued is of then: `live` False gives no list of today for it."""

    scope: ReportScope
    units: Sequence[UnitRow]
    live: bool

    def of(self, measure: str, count: int, family: str = "", key: str | None = None) -> ListFilter | None:
        """The list behind a count of the whole, or of a row."""
        if not self.live or not count:
            return None
        wanted = behind(self.scope, measure)
        return wanted if key is None else of_line(family, key, wanted, self.units)


def figures_rows(figures: Figures, family: str, links: Links) -> list[TableRow]:
    """By unit, kind or channel, and the total."""
    lines = {"unit": figures.by_unit, "kind": figures.by_kind, "channel": figures.by_channel}[family]
    highest = max((line.received for line in lines), default=0)
    rows = [
        TableRow(
            row_name(line.key, family),
            _cells(line, partial(links.of, family=family, key=line.key)),
            bar=line.received / highest if highest else None,
        )
        for line in lines
    ]
    total = TableRow(translate("Reports", "In all"), _cells(figures.total, links.of), total=True)
    return [*rows, total]


def lateness_rows(figures: Figures, links: Links) -> list[TableRow]:
    """Units by their share of what is late."""
    return [
        TableRow(
            row_name(line.key, "unit"),
            (
                TableCell(number(line.late), links.of("late", line.late, "unit", line.key)),
                TableCell(number(line.overdue), links.of("overdue", line.overdue, "unit", line.key)),
                TableCell(percent(line.share)),
            ),
            bar=line.share,
        )
        for line in figures.lateness
    ]


def dwell_rows(figures: Figures) -> list[TableRow]:
    """Units by how long petitions lay with them."""
    longest = max((line.median for line in figures.dwell), default=0.0)
    return [
        TableRow(
            line.key,
            (TableCell(number(line.count)), TableCell(days(line.median)), TableCell(days(line.ninetieth))),
            bar=line.median / longest if longest else None,
        )
        for line in figures.dwell
    ]


def figures_columns() -> tuple[str, ...]:
    """The columns of numbers."""
    return (
        translate("Reports", "Received"),
        translate("Reports", "Resolved"),
        translate("Reports", "Open"),
        translate("Reports", "Late"),
        translate("Reports", "Median"),
    )


def lateness_columns() -> tuple[str, ...]:
    return (
        translate("Reports", "Late at the end"),
        translate("Reports", "Resolved late"),
        translate("Reports", "Share"),
    )


def dwell_columns() -> tuple[str, ...]:
    return (
        translate("Reports", "Left"),
        translate("Reports", "Median"),
        translate("Reports", "Ninth tenth"),
    )


def _cells(line: Line, listed: Callable[[str, int], ListFilter | None]) -> tuple[TableCell, ...]:
    counts = (line.received, line.resolved, line.open, line.late)
    cells = [
        TableCell(number(count), listed(name, count), alarming=name == "late" and count > 0)
        for name, count in zip(MEASURES, counts, strict=True)
    ]
    took = days(line.median)
    return (
        *cells,
        TableCell(took if line.median is None else fill(translate("Reports", "{n} days"), n=took)),
    )
