"""Rows of the tables of a report: the numbers, and the list for each. Uses no Qt except for the row types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from desktop_app.persian.dates import day_and_month
from desktop_app.petitions.lists.filters import NOBODY
from desktop_app.petitions.lists.inbox import ListFilter
from desktop_app.reports.monthly import Figures, LateLine, ReportLine
from desktop_app.reports.numbers import change_words, days, number, percent, row_name
from desktop_app.reports.participation import Consultation, ImprovementLine
from desktop_app.reports.participation_tables import DISPOSITIONS, disposition_name, improvement_state
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.service import MonthlyReport
from desktop_app.staff.units import UnitRow
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.reports.lines_table import FigureRow, TableCell
from ui.reports.rows_behind import MEASURES, behind, led_to, left, of_line
from ui.workplace import ShowDisposition


@dataclass(frozen=True)
class Links:
    """Returns the lists of petitions for numbers."""

    scope: ReportScope
    units: Sequence[UnitRow]

    def of(self, measure: str, count: int, family: str = "", key: str | None = None) -> ListFilter | None:
        """Returns the list for a count of the whole report, or of a row."""
        if not count:
            return None
        wanted = behind(self.scope, measure)
        return wanted if key is None else of_line(family, key, wanted, self.units)

    def left(self, unit: str) -> ListFilter | None:
        """Returns the list of petitions that left a unit."""
        return left(self.scope, unit, self.units)


def figures_rows(figures: Figures, family: str, links: Links) -> list[FigureRow]:
    """Returns the rows by unit, kind or channel, and the total."""
    lines = {"unit": figures.by_unit, "kind": figures.by_kind, "channel": figures.by_channel}[family]
    highest = max((line.received for line in lines), default=0)
    rows = [
        FigureRow(
            row_name(line.key, family),
            _cells(line, partial(links.of, family=family, key=line.key)),
            bar=line.received / highest if highest else None,
        )
        for line in lines
    ]
    total = FigureRow(translate("Reports", "In all"), _cells(figures.total, links.of), total=True)
    return [*rows, total]


def crossed_rows(figures: Figures, links: Links) -> list[FigureRow]:
    """Returns the received petitions of each unit and kind, with totals; nothing for a report that was issued before
    they were kept.
    """
    if not figures.cells:
        return []
    counts, kinds = figures.received_by_unit_and_kind, figures.received_kinds

    def row(name: str, cells: list[tuple[int, ListFilter | None]], *, total: bool = False) -> FigureRow:
        return FigureRow(
            name,
            tuple(TableCell(number(count), listed if count else None, count) for count, listed in cells),
            total=total,
        )

    rows = []
    for line in figures.by_unit:
        if not line.received:
            continue
        unit = links.of("received", line.received, "unit", line.key)
        cells = [(counts[line.key, kind], replace(unit, kind=kind) if unit else None) for kind in kinds]
        rows.append(row(row_name(line.key, "unit"), [*cells, (line.received, unit)]))
    by_kind = {line.key: line.received for line in figures.by_kind}
    totals = [(by_kind[kind], links.of("received", by_kind[kind], "kind", kind)) for kind in kinds]
    whole = (figures.total.received, links.of("received", figures.total.received))
    return [*rows, row(translate("Reports", "In all"), [*totals, whole], total=True)]


def crossed_columns(figures: Figures) -> tuple[str, ...]:
    return (*(label("kind", kind) for kind in figures.received_kinds), translate("Reports", "In all"))


def colleague_rows(report: MonthlyReport, links: Links) -> list[FigureRow]:
    """Returns the work of each colleague."""
    rows = []
    for line in report.colleagues:
        who = line.person_id or NOBODY
        cells = []
        for measure, count in (
            ("resolved", line.resolved), ("overdue", line.overdue), ("open", line.open), ("late", line.late),
        ):  # fmt: skip
            listed = links.of(measure, count)
            behind_it = replace(listed, assignee_id=who) if listed is not None else None
            cells.append(TableCell(number(count), behind_it, count, alarming=measure == "late" and count > 0))
        name = line.name or translate("Monthly report", "Nobody")
        rows.append(FigureRow(name, (*cells, TableCell(days(line.median)))))
    return rows


def colleague_columns() -> tuple[str, ...]:
    return (
        translate("Reports", "Resolved"),
        translate("Reports", "Resolved late"),
        translate("Reports", "Open"),
        translate("Reports", "Late"),
        translate("Reports", "Half within"),
    )


def lateness_rows(figures: Figures, links: Links) -> list[FigureRow]:
    """Returns the units by share of late petitions, and all of them together."""

    def row(line: LateLine, listed: Callable[[str, int], ListFilter | None]) -> tuple[TableCell, ...]:
        return (
            TableCell(number(line.late), listed("late", line.late), line.late),
            TableCell(number(line.overdue), listed("overdue", line.overdue), line.overdue),
            TableCell(percent(line.share)),
        )

    rows = [
        FigureRow(
            row_name(line.key, "unit"),
            row(line, partial(links.of, family="unit", key=line.key)),
            bar=line.share,
        )
        for line in figures.lateness
    ]
    whole = FigureRow(translate("Reports", "In all"), row(figures.lateness_total, links.of), total=True)
    return [*rows, whole] if rows else []


def dwell_rows(figures: Figures, links: Links) -> list[FigureRow]:
    """Returns the units by dwell time."""
    longest = max((line.median for line in figures.dwell), default=0.0)
    rows = []
    for line in figures.dwell:
        listed = links.left(line.key)
        values = (number(line.count), days(line.median), days(line.ninetieth))
        cells = tuple(TableCell(words, listed, line.count) for words in values)
        rows.append(FigureRow(line.key, cells, bar=line.median / longest if longest else None))
    total = figures.dwell_total
    if total is not None:
        # A petition that left two units is counted in both: no list has as many rows.
        values = (number(total.count), days(total.median), days(total.ninetieth))
        rows.append(FigureRow(translate("Reports", "In all"), tuple(map(TableCell, values)), total=True))
    return rows


def dispositions_of(consultations: Sequence[Consultation]) -> tuple[str, ...]:
    """Returns the dispositions that occur; others are omitted to leave room for the long titles of drafts."""
    return tuple(code for code in DISPOSITIONS if any(one.dispositions.get(code) for one in consultations))


def consultation_rows(consultations: Sequence[Consultation]) -> list[FigureRow]:
    """Returns each consultation with its comments by disposition.

    For several, also the totals, which have no link.
    """
    rows, codes = [], dispositions_of(consultations)
    for one in consultations:
        counts = [("", one.comments), *((code, one.dispositions.get(code, 0)) for code in codes)]
        cells = [
            TableCell(number(count), ShowDisposition(one.id, code) if count and one.id else None, count)
            for code, count in counts
        ]
        rows.append(FigureRow(one.title, tuple(cells)))
    if len(consultations) > 1:
        sums = [
            sum(one.comments for one in consultations),
            *(sum(one.dispositions.get(code, 0) for one in consultations) for code in codes),
        ]
        whole = translate("Reports", "In all")
        rows.append(FigureRow(whole, tuple(TableCell(number(count)) for count in sums), total=True))
    return rows


def improvement_rows(lines: Sequence[ImprovementLine]) -> list[FigureRow]:
    """Returns each improvement action with the number of linked petitions, owner, deadline and state."""
    return [
        FigureRow(
            one.title,
            (
                TableCell(
                    number(one.petitions), led_to(one.id) if one.petitions and one.id else None, one.petitions
                ),
                TableCell(one.owner or "—"),
                TableCell(day_and_month(one.due_on) if one.due_on else "—"),
                TableCell(improvement_state(one), alarming=one.late),
            ),
        )
        for one in lines
    ]


def figures_columns() -> tuple[str, ...]:
    """The titles of the numeric columns."""
    return (
        translate("Reports", "Received"),
        translate("Reports", "Change"),
        translate("Reports", "Resolved"),
        translate("Reports", "Open"),
        translate("Reports", "Late"),
        translate("Reports", "Half within"),
    )


def lateness_columns() -> tuple[str, ...]:
    return (
        translate("Reports", "Late at the end"),
        translate("Reports", "Resolved late"),
        translate("Reports", "Share"),
    )


def consultation_columns(consultations: Sequence[Consultation]) -> tuple[str, ...]:
    return (translate("Reports", "Comments"), *map(disposition_name, dispositions_of(consultations)))


def improvement_columns() -> tuple[str, ...]:
    return (
        translate("Reports", "Petitions"),
        translate("Reports", "Owner"),
        translate("Reports", "Until"),
        translate("Reports", "State"),
    )


def dwell_columns() -> tuple[str, ...]:
    return (
        translate("Reports", "Left"),
        translate("Reports", "Half within"),
        translate("Reports", "Nine tenths within"),
    )


def _cells(line: ReportLine, listed: Callable[[str, int], ListFilter | None]) -> tuple[TableCell, ...]:
    counts = (line.received, line.resolved, line.open, line.late)
    cells = [
        TableCell(number(count), listed(name, count), count, alarming=name == "late" and count > 0)
        for name, count in zip(MEASURES, counts, strict=True)
    ]
    # After the received petitions, more or fewer than in the period before.
    cells.insert(1, TableCell("—" if line.change is None else change_words(line.change)))
    took = days(line.median)
    if line.median is None:
        return (*cells, TableCell(took))
    # The median is computed from resolved petitions, so it links to them.
    resolved = listed("resolved", line.resolved)
    words = fill(translate("Reports", "{n} days"), n=took)
    return (*cells, TableCell(words, resolved, line.resolved))
