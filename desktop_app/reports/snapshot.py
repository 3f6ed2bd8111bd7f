"""Converts a report to plain values for freezing, and back.

Dates and timestamps are ISO texts; names are those of the time of issue. Content frozen by an older version
lacks fields that were added later, so the reader must supply defaults for them.
"""

from __future__ import annotations

from dataclasses import asdict, astuple, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from desktop_app.database.history_head import HistoryHead
from desktop_app.office.settings import OfficeSettings
from desktop_app.persian.dates import JalaliMonth
from desktop_app.petitions.lists.filters import several, values_of
from desktop_app.reports.colleagues import AssigneeFigures
from desktop_app.reports.highlights import Highlights, LatePetition, NowAndBefore, OnTime
from desktop_app.reports.monthly import Day, DwellLine, FigureCell, Figures, MonthCount, ReportLine
from desktop_app.reports.participation import Consultation, ImprovementLine
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.service import MonthlyReport

#: Settings of the office that a report shows.
_OFFICE = ("ministry", "office_name", "office_short", "decree_number")


def content_of(report: MonthlyReport) -> dict[str, Any]:
    """Returns the whole content of the report except its issue data."""
    figures, scope = report.figures, report.scope
    return {
        "scope": {
            "period": scope.period.code,
            "unit_id": scope.unit_id,
            "unit": report.unit_name,
            "within": list(report.within) if report.within is not None else None,
            "person_id": scope.person_id,
            "person": report.person_name,
            "kind": [str(one) for one in values_of(scope.kind)],
            "channel": [str(one) for one in values_of(scope.channel)],
        },
        "office": {name: getattr(report.settings, name) for name in _OFFICE},
        "made_at": report.made_at.isoformat(),
        "as_of": report.as_of.isoformat() if report.as_of else None,
        "history": asdict(report.history) if report.history else None,
        "seal": report.seal,
        "figures": {
            "total": asdict(figures.total),
            "before": asdict(figures.before),
            "year_before": asdict(figures.year_before),
            "by_unit": [asdict(line) for line in figures.by_unit],
            "by_kind": [asdict(line) for line in figures.by_kind],
            "by_channel": [asdict(line) for line in figures.by_channel],
            "days": [_plain(asdict(day)) for day in figures.days],
            "trend": [
                {"month": one.month.code, "received": one.received, "resolved": one.resolved}
                for one in figures.trend
            ],
            "dwell": [asdict(line) for line in figures.dwell],
            "dwell_total": asdict(figures.dwell_total) if figures.dwell_total else None,
            "cells": [list(astuple(one)) for one in figures.cells],
            "satisfaction": list(figures.satisfaction),
            "asked": figures.asked,
            "answered": figures.answered,
            "notices": list(figures.notices),
            "data_from": figures.data_from.isoformat() if figures.data_from else None,
        },
        "highlights": _highlights_content(report.highlights) if report.highlights else None,
        "colleagues": [asdict(one) for one in report.colleagues],
        "analysis": report.analysis,
        "consultations": [_plain(asdict(one)) for one in report.consultations],
        "improvements": [_plain(asdict(one)) for one in report.improvements],
    }


def report_of(content: dict[str, Any]) -> MonthlyReport:
    """Returns the frozen report without its issue data."""
    scope, figures = content["scope"], content["figures"]
    period = Period.parse(scope["period"])
    office = {name: content["office"][name] for name in _OFFICE if name in content["office"]}
    first, second, third, fourth, fifth = figures["satisfaction"]
    notices = figures.get("notices", (0, 0))
    return MonthlyReport(
        figures=Figures(
            period=period,
            total=_line(figures["total"]),
            before=_line(figures["before"]),
            year_before=_line(figures["year_before"]),
            by_unit=tuple(map(_line, figures["by_unit"])),
            by_kind=tuple(map(_line, figures["by_kind"])),
            by_channel=tuple(map(_line, figures["by_channel"])),
            days=tuple(Day(**_days(day, "day")) for day in figures["days"]),
            trend=tuple(
                MonthCount(JalaliMonth.parse(one["month"]), one["received"], one["resolved"])
                for one in figures["trend"]
            ),
            dwell=tuple(DwellLine(**line) for line in figures["dwell"]),
            dwell_total=DwellLine(**together) if (together := figures.get("dwell_total")) else None,
            cells=tuple(FigureCell(*one) for one in figures.get("cells", ())),
            satisfaction=(first, second, third, fourth, fifth),
            asked=figures.get("asked"),
            answered=figures.get("answered"),
            notices=(notices[0], notices[1]),
            data_from=date.fromisoformat(begins) if (begins := figures.get("data_from")) else None,
        ),
        scope=ReportScope(
            period, scope["unit_id"], scope["person_id"], several(scope["kind"]), several(scope["channel"])
        ),
        unit_name=scope["unit"],
        person_name=scope["person"],
        within=tuple(scope["within"]) if scope["within"] is not None else None,
        settings=OfficeSettings(**office),
        consultations=tuple(
            Consultation(**_days(one, "opened_on", "closes_on", "finished_on"))
            for one in content["consultations"]
        ),
        highlights=_highlights(found) if (found := content.get("highlights")) else None,
        colleagues=tuple(AssigneeFigures(**one) for one in content.get("colleagues", ())),
        analysis=content.get("analysis", ""),
        improvements=tuple(
            ImprovementLine(**_days(one, "due_on", "done_on")) for one in content["improvements"]
        ),
        made_at=datetime.fromisoformat(content["made_at"]),
        as_of=datetime.fromisoformat(content["as_of"]) if content["as_of"] else None,
        history=HistoryHead(**content["history"]) if content["history"] else None,
        seal=content["seal"],
    )


def _line(values: dict[str, Any]) -> ReportLine:
    known = {field.name for field in fields(ReportLine)}
    return ReportLine(**{name: value for name, value in values.items() if name in known})


def _highlights_content(found: Highlights) -> dict[str, Any]:
    return asdict(found) | {
        "months": [{"month": month.code, **asdict(on_time)} for month, on_time in found.months]
    }


def _highlights(content: dict[str, Any]) -> Highlights:
    def compared(name: str) -> tuple[NowAndBefore, ...]:
        return tuple(NowAndBefore(**one) for one in content[name])

    return Highlights(
        outcomes=compared("outcomes"),
        services=compared("services"),
        kinds=compared("kinds"),
        late=compared("late"),
        before=OnTime(**content["before"]),
        months=tuple(
            (JalaliMonth.parse(one["month"]), OnTime(one["resolved"], one["overdue"]))
            for one in content["months"]
        ),
        longest=tuple(LatePetition(**one) for one in content["longest"]),
    )


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in values.items()}


def _value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _days(values: dict[str, Any], *names: str) -> dict[str, Any]:
    days = {name: date.fromisoformat(values[name]) if values[name] else None for name in names}
    return values | days
