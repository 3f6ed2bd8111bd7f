"""The tables of the monthly report on petitions, and all its tables in order, for every form of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from desktop_app.petitions.vocabulary import Status
from desktop_app.reports import cell_tables as cells
from desktop_app.reports import participation_tables as participation
from desktop_app.reports.highlights import ON_TIME_TARGET, Highlights
from desktop_app.reports.monthly import Figures, ReportLine
from desktop_app.reports.numbers import gregorian_title, row_name
from desktop_app.reports.section import (
    BLANK,
    CHANGE,
    CODE,
    COUNT,
    DAY,
    GROWTH,
    NAME,
    REAL_DAY,
    SHARE,
    TEXT,
    TIME,
    TIME_CODE,
    ReportColumn,
    ReportSection,
    all_name,
    days_columns,
    received_column,
    resolved_column,
    total_of,
)
from desktop_app.reports.service import MonthlyReport
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label

#: The states in which the clerk says more than the state.
_WITH_A_CLERK: Final = frozenset({Status.IN_PROGRESS, Status.REFERRED})


def sections(report: MonthlyReport) -> list[ReportSection]:
    """All that there is something to read in, in the order of the paper."""
    figures, highlights = report.figures, report.highlights
    total = figures.total
    first = (
        [outcomes(highlights, total), services(highlights, total), longest(highlights)] if highlights else []
    )
    found = [
        *first,
        each_day(figures),
        trend(figures),
        by_unit(figures),
        by_kind(figures),
        by_channel(figures),
        cells.unit_by_kind(figures),
        comparison(figures),
        lateness(figures),
        dwell(figures),
        cells.colleagues(report),
        participation.consultations(report.consultations),
        participation.dispositions(report.consultations),
        participation.satisfaction(figures),
        participation.improvements(report.improvements),
    ]
    return [one for one in found if one.rows or one.totals or one.nothing]


def outcomes(highlights: Highlights, total: ReportLine) -> ReportSection:
    """Resolved petitions by outcome, with their share and the change to the period before.

    There is no change where `total`, that of all petitions, has none.
    """
    resolved, compared = sum(one.now for one in highlights.outcomes), total.before is not None
    change = sum(one.change for one in highlights.outcomes) if compared else None
    rows = tuple(
        (label("outcome", one.key), one.now, one.now / (resolved or 1), one.change if compared else None)
        for one in highlights.outcomes
    )
    return ReportSection(
        translate("Monthly report", "Outcomes of the resolved petitions"),
        (
            ReportColumn(translate("Monthly report", "Outcome"), TEXT),
            ReportColumn(translate("Monthly report", "Resolved"), COUNT),
            _share_column(),
            _change_column(),
        ),
        rows,
        (all_name(), resolved, 1.0, change) if rows and resolved else None,
    )


def services(highlights: Highlights, total: ReportLine) -> ReportSection:
    """The most frequent services, with their share and the change; `total` is of all petitions."""
    compared = total.before is not None
    rows = tuple(
        (one.key, one.now, one.now / (total.received or 1), one.change if compared else None)
        for one in highlights.services
    )
    every = translate("Monthly report", "All that were received")
    return ReportSection(
        translate("Monthly report", "Most frequent services"),
        (
            ReportColumn(translate("Monthly report", "Service"), TEXT),
            received_column(),
            _share_column(),
            _change_column(),
        ),
        rows,
        (every, total.received, 1.0, total.change) if rows else None,
    )


def longest(highlights: Highlights) -> ReportSection:
    """The petitions that are late for the longest time; of the citizen it has the tracking code only."""
    return ReportSection(
        translate("Monthly report", "Petitions with the longest delay"),
        (
            ReportColumn(translate("Monthly report", "Tracking code"), CODE),
            ReportColumn(translate("Monthly report", "Kind"), TEXT),
            ReportColumn(translate("Monthly report", "Service"), NAME),
            ReportColumn(translate("Monthly report", "Unit"), TEXT),
            ReportColumn(translate("Monthly report", "State or clerk"), TEXT),
            ReportColumn(translate("Monthly report", "Delay (days)"), COUNT),
        ),
        tuple(
            (
                one.code,
                label("kind", one.kind),
                one.service,
                row_name(one.unit, "unit"),
                one.assignee if one.assignee and one.status in _WITH_A_CLERK else label("status", one.status),
                one.days,
            )
            for one in highlights.longest
        ),
    )


def each_day(figures: Figures) -> ReportSection:
    """Without rows where the period is too long."""
    columns = (
        ReportColumn(translate("Monthly report", "Day or month"), DAY),
        ReportColumn(gregorian_title(translate("Monthly report", "Day")), REAL_DAY, exact=True),
        received_column(),
        resolved_column(),
    )
    rows = tuple((one.day, one.day, one.received, one.resolved) for one in figures.days)
    title = translate("Monthly report", "Received and resolved on each day")
    return ReportSection(title, columns, rows, total_of(columns, rows, all_name()) if rows else None)


def trend(figures: Figures, highlights: Highlights | None = None) -> ReportSection:
    """The twelve months; with `highlights`, also the share that was answered on time, and its target."""
    columns: tuple[ReportColumn, ...] = (
        ReportColumn(translate("Monthly report", "Day or month"), TIME),
        received_column(),
        resolved_column(),
    )
    rows: tuple[tuple[Any, ...], ...] = tuple(
        (one.month, one.received, one.resolved) for one in figures.trend
    )
    totals = total_of(columns, rows, all_name())
    if highlights is not None:
        columns += (
            ReportColumn(translate("Monthly report", "Answered on time"), SHARE),
            ReportColumn(translate("Monthly report", "Target"), SHARE),
            ReportColumn(translate("Monthly report", "Month as a number"), TIME_CODE),
        )
        shares = dict(highlights.months)
        rows = tuple((*row, shares[row[0]].share, ON_TIME_TARGET, row[0]) for row in rows)
        totals = (*totals, BLANK, BLANK, BLANK)
    title = translate("Monthly report", "Received and resolved in twelve months")
    return ReportSection(title, columns, rows, totals)


def by_unit(figures: Figures) -> ReportSection:
    title, first = translate("Monthly report", "Petitions by unit"), translate("Monthly report", "Unit")
    return _figures(title, first, figures.by_unit, figures.total, "unit")


def by_kind(figures: Figures) -> ReportSection:
    title, first = translate("Monthly report", "Petitions by kind"), translate("Monthly report", "Kind")
    return _figures(title, first, figures.by_kind, figures.total, "kind")


def by_channel(figures: Figures) -> ReportSection:
    title, first = translate("Monthly report", "Petitions by channel"), translate("Monthly report", "Channel")
    return _figures(title, first, figures.by_channel, figures.total, "channel")


def comparison(figures: Figures, *, distinct: bool = True) -> ReportSection:
    """The period beside the one before and the same one last year; `distinct`: of a year, which is preceded by last
    year, without the same row twice. Changes are those of the period against the one in the row.
    """
    period = figures.period
    rows = [(period, figures.total.received, None, None, *_line(figures.total))]
    for reference, line in (
        (period.before(), figures.before),
        (period.year_before(), figures.year_before),
    ):
        known = not line.is_empty and figures.incomplete_since(reference) is None
        change = figures.total.received - line.received if known else None
        # How many were resolved late is not counted of these periods.
        *others, _overdue = _line(line)
        rows.append((reference, line.received, change, _growth(change, line.received), *others, None))
    return ReportSection(
        translate("Monthly report", "Against the period before and last year"),
        (
            ReportColumn(translate("Monthly report", "Period"), TIME),
            received_column(),
            ReportColumn(translate("Monthly report", "Change since then"), CHANGE),
            ReportColumn(translate("Monthly report", "In percent"), GROWTH),
            *_other_columns(),
        ),
        tuple(dict.fromkeys(rows) if distinct else rows),
        sentence=" ".join(dict.fromkeys(_incomplete(figures))),
    )


def _growth(change: int | None, before: int | None) -> float | None:
    return change / before if change is not None and before else None


def _incomplete(figures: Figures) -> Iterator[str]:
    for reference in (figures.period.before(), figures.period.year_before()):
        begins = figures.incomplete_since(reference)
        if begins is not None:
            words = translate("Monthly report", "{period}: data from {month} on, so it is incomplete.")
            yield fill(words, period=reference.title, month=begins.title)


def _figures(
    title: str, first: str, lines: Sequence[ReportLine], total: ReportLine, family: str
) -> ReportSection:
    columns = (
        ReportColumn(first, TEXT),
        received_column(),
        _share_column(),
        _change_column(),
        ReportColumn(translate("Monthly report", "In percent"), GROWTH, exact=True),
        *_other_columns(),
    )

    def row(name: str, line: ReportLine) -> tuple[Any, ...]:
        share = line.received / total.received if total.received else None
        return name, line.received, share, line.change, _growth(line.change, line.before), *_line(line)

    rows = tuple(row(row_name(line.key, family), line) for line in lines)
    return ReportSection(title, columns, rows, row(all_name(), total))


def _share_column() -> ReportColumn:
    return ReportColumn(translate("Monthly report", "Share"), SHARE)


def _change_column() -> ReportColumn:
    return ReportColumn(translate("Monthly report", "Change"), CHANGE)


def _other_columns() -> tuple[ReportColumn, ...]:
    """Those that follow the received petitions."""
    return (
        resolved_column(),
        ReportColumn(translate("Monthly report", "Open"), COUNT),
        ReportColumn(translate("Monthly report", "Late"), COUNT),
        *days_columns(),
        ReportColumn(translate("Monthly report", "Resolved late"), COUNT, exact=True),
    )


def _line(line: ReportLine) -> tuple[Any, ...]:
    """The values of `_other_columns`."""
    return line.resolved, line.open, line.late, line.median, line.ninetieth, line.overdue


def lateness(figures: Figures) -> ReportSection:
    """Units by their share of late petitions, the highest first."""
    found, total = figures.lateness, figures.lateness_total
    return ReportSection(
        translate("Monthly report", "Lateness by unit"),
        (
            ReportColumn(translate("Monthly report", "Unit"), TEXT),
            ReportColumn(translate("Monthly report", "Late at the end"), COUNT),
            ReportColumn(translate("Monthly report", "Resolved late"), COUNT),
            ReportColumn(translate("Monthly report", "Of open and resolved"), COUNT),
            _share_column(),
        ),
        tuple((row_name(one.key, "unit"), one.late, one.overdue, one.of, one.share) for one in found),
        (all_name(), total.late, total.overdue, total.of, total.share) if found else None,
        nothing="" if found else translate("Monthly report", "Nothing was late in this period."),
    )


def dwell(figures: Figures) -> ReportSection:
    """Units by the dwell time of petitions, the longest first."""
    found, total = figures.dwell, figures.dwell_total
    return ReportSection(
        translate("Monthly report", "How long petitions lay with each unit"),
        (
            ReportColumn(translate("Monthly report", "Unit"), TEXT),
            ReportColumn(translate("Monthly report", "Left the unit"), COUNT),
            *days_columns(),
        ),
        tuple((one.key, one.count, one.median, one.ninetieth) for one in found),
        (all_name(), total.count, total.median, total.ninetieth) if total is not None else None,
        nothing="" if found else translate("Monthly report", "No petition left a unit in this period."),
    )
