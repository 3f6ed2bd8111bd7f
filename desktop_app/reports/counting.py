"""Counts the figures of a report in the database, by the definitions of `monthly`.

All queries except the one for dwell times are sent as a single UNION, to save round trips to a remote server.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.named_queries import ask
from desktop_app.persian.dates import JalaliMonth, tehran_day
from desktop_app.reports.figure_queries import (
    AskedRow,
    DaysRow,
    DwellRow,
    EarlierRow,
    FigureQueries,
    OpenRow,
    ReceivedRow,
    ResolvedRow,
    Span,
    SpanRow,
)
from desktop_app.reports.monthly import TREND, Counted, FigureKey, PetitionCounts
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor

_WHOLE: Final = FigureKey("", "", "")


def count(session: Session, scope: ReportScope, actor: Actor | None) -> Counted:
    """Counts the petitions of `scope`; with `actor`, those visible to that person."""
    queries = FigureQueries.of(session, scope, actor)
    names = {row.id: row.name for row in session.execute(select(Unit.id, Unit.name))}
    spans = queries.spans()
    found = ask(
        session,
        received := queries.received(),
        received_before := queries.received_before(),
        still_open := queries.still_open(),
        resolved := queries.resolved(),
        asked := queries.asked(),
        resolved_earlier := queries.resolved_earlier(),
        resolved_in_spans := queries.resolved_in(spans),
        received_year_before := queries.received_year_before(),
        received_in_months := queries.received_in_months(),
        received_on_days := queries.received_on_days(),
        resolved_on_days := queries.resolved_on_days(),
        notices := queries.notices(),
    )
    open_rows, span_rows = found.of(still_open), found.of(resolved_in_spans)
    rows_before = found.of(received_before)
    received_then = [sum(row.number for row in rows_before), *_numbers(found.of(received_year_before))]
    before, year_before = _earlier(received_then, found.of(resolved_earlier), [*open_rows, *span_rows])
    in_months = _in_months(span_rows, spans)
    months = scope.period.months(TREND)
    dwell = queries.dwell()
    return Counted(
        now=_now(
            found.of(received),
            rows_before,
            open_rows,
            found.of(resolved),
            found.of(asked),
            names,
        ),
        before=before,
        year_before=year_before,
        days=list(
            zip(_numbers(found.of(received_on_days)), _numbers(found.of(resolved_on_days)), strict=True)
        ),
        trend=[
            (number, in_months[month])
            for number, month in zip(_numbers(found.of(received_in_months)), months, strict=True)
        ],
        dwell=_dwell(ask(session, dwell).of(dwell), names),
        notices=_numbers(found.of(notices)),
        data_from=queries.data_from(session),
    )


def _now(
    received: Iterable[ReceivedRow],
    received_before: Iterable[ReceivedRow],
    still_open: Iterable[OpenRow],
    resolved: Iterable[ResolvedRow],
    asked: Iterable[AskedRow],
    names: Mapping[int, str],
) -> PetitionCounts:
    """Returns the counts of the period. `names` maps unit ids to names."""

    def cell(row: ReceivedRow | OpenRow | ResolvedRow) -> FigureKey:
        return FigureKey("" if row.unit is None else names.get(row.unit, ""), row.kind, row.channel)

    received_counts, before, overdue, there, late = (Counter[FigureKey]() for _ in range(5))
    days: dict[FigureKey, Counter[int]] = {}
    marks: Counter[int] = Counter()
    for received_row in received:
        received_counts[cell(received_row)] += received_row.number
    for received_row in received_before:
        before[cell(received_row)] += received_row.number
    for open_row in still_open:
        there[cell(open_row)] += open_row.number
        late[cell(open_row)] += open_row.late
    for row in resolved:
        resolved_cell = cell(row)
        days.setdefault(resolved_cell, Counter())[row.days] += row.number
        if row.overdue:
            overdue[resolved_cell] += row.number
        if row.mark is not None:
            marks[row.mark] += row.number
    questions, answers = (sum(one) for one in zip(*asked, strict=True))
    return PetitionCounts(received_counts, days, overdue, there, late, before, marks, questions, answers)


def _earlier(
    received: Sequence[int], resolved: Iterable[EarlierRow], resolved_later: Sequence[OpenRow | SpanRow]
) -> tuple[PetitionCounts, PetitionCounts]:
    """Returns the totals of the previous period and of the same period a year earlier.

    `received` has a single number where both periods are the same; `resolved_later` are all petitions that
    were unresolved at the end of these periods.
    """
    days: list[Counter[int]] = [Counter() for _ in received]
    for row in resolved:
        days[row.position][row.days] += row.number
    before = PetitionCounts(
        {_WHOLE: received[0]},
        {_WHOLE: days[0]},
        open={_WHOLE: sum(one.open_before for one in resolved_later)},
        late={_WHOLE: sum(one.late_before for one in resolved_later)},
    )
    if len(received) == 1:
        return before, before
    year_before = PetitionCounts(
        {_WHOLE: received[1]},
        {_WHOLE: days[1]},
        open={_WHOLE: sum(one.open_year_before for one in resolved_later)},
        late={_WHOLE: sum(one.late_year_before for one in resolved_later)},
    )
    return before, year_before


def _in_months(rows: Iterable[SpanRow], spans: Sequence[Span]) -> Counter[JalaliMonth]:
    """Counts the resolved petitions by month; no span extends into another month."""
    numbers: Counter[JalaliMonth] = Counter()
    for row in rows:
        numbers[JalaliMonth.of(tehran_day(spans[row.position][0]))] += row.number
    return numbers


def _dwell(rows: Iterable[DwellRow], names: Mapping[int, str]) -> Mapping[str, Mapping[int, int]]:
    dwell: dict[str, Counter[int]] = {}
    for row in rows:
        dwell.setdefault(names.get(row.unit, ""), Counter())[row.days] += row.number
    return dwell


def _numbers(rows: Iterable[DaysRow]) -> list[int]:
    """Returns the numbers in the order of the ranges."""
    return [row.number for row in sorted(rows)]
