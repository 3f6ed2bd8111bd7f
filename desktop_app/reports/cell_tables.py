"""The tables of the monthly report that cross categories, and those of single persons. Pure."""

from __future__ import annotations

from desktop_app.reports.monthly import Figures
from desktop_app.reports.numbers import row_name
from desktop_app.reports.section import (
    COUNT,
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
from desktop_app.wording import translate
from desktop_app.wording.labels import label


def unit_by_kind(figures: Figures) -> ReportSection:
    """Received petitions of each unit and kind; without rows in a report that was issued before they were kept."""
    units, kinds, counts = figures.receiving_units, figures.received_kinds, figures.received_by_unit_and_kind
    columns = (
        ReportColumn(translate("Monthly report", "Unit"), TEXT),
        *(ReportColumn(label("kind", kind), COUNT) for kind in kinds),
        ReportColumn(all_name(), COUNT),
    )
    rows = tuple(
        (
            row_name(unit, "unit"),
            *(counts[unit, kind] for kind in kinds),
            sum(counts[unit, kind] for kind in kinds),
        )
        for unit in units
        if figures.cells
    )
    return ReportSection(
        translate("Monthly report", "Received petitions by unit and kind"),
        columns,
        rows,
        total_of(columns, rows, all_name()) if rows else None,
    )


def raw_rows(figures: Figures) -> ReportSection:
    """A row for each unit, kind and channel, for pivot tables; those of several periods fit below each other."""
    period = figures.period
    return ReportSection(
        translate("Monthly report", "Rows"),
        (
            ReportColumn(translate("Monthly report", "Period"), TIME),
            ReportColumn(translate("Monthly report", "Period as a number"), TIME_CODE),
            ReportColumn(translate("Monthly report", "Unit"), TEXT),
            ReportColumn(translate("Monthly report", "Kind"), TEXT),
            ReportColumn(translate("Monthly report", "Channel"), TEXT),
            received_column(),
            resolved_column(),
            ReportColumn(translate("Monthly report", "Resolved late"), COUNT),
            ReportColumn(translate("Monthly report", "Open"), COUNT),
            ReportColumn(translate("Monthly report", "Late"), COUNT),
            ReportColumn(translate("Monthly report", "Days to resolution, in all"), COUNT),
        ),
        tuple(
            (
                period,
                period,
                row_name(one.unit, "unit"),
                label("kind", one.kind),
                label("channel", one.channel),
                one.received,
                one.resolved,
                one.overdue,
                one.open,
                one.late,
                one.days,
            )
            for one in figures.cells
        ),
    )


def colleagues(report: MonthlyReport) -> ReportSection:
    """The work of each colleague; without rows where the office does not want it counted."""
    columns = (
        ReportColumn(translate("Monthly report", "Colleague"), TEXT),
        resolved_column(),
        ReportColumn(translate("Monthly report", "Resolved late"), COUNT),
        ReportColumn(translate("Monthly report", "Open"), COUNT),
        ReportColumn(translate("Monthly report", "Late"), COUNT),
        *days_columns(),
    )
    rows = tuple(
        (one.name or translate("Monthly report", "Nobody"), one.resolved, one.overdue, one.open, one.late,
         one.median, one.ninetieth)
        for one in report.colleagues
    )  # fmt: skip
    total = report.figures.total
    totals = (
        all_name(),
        total.resolved,
        total.overdue,
        total.open,
        total.late,
        total.median,
        total.ninetieth,
    )
    return ReportSection(
        translate("Monthly report", "Work of each colleague"), columns, rows, totals if rows else None
    )
