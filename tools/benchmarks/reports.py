"""The monthly report among all petitions, against the heaviest one of its own queries; and whether its totals add up.

Every statement that the report sends is sent again by itself, with the same values, and its rows are fetched: the
slowest is what the whole is measured by. The report is measured as a screen reads it (no digest of the history), as
is issued (with the digest), and with its page.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import event

from desktop_app.database.history_head import history_head
from desktop_app.persian.dates import JalaliMonth
from desktop_app.reports.monthly_pdf import monthly_document
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from tools.benchmarks.desk import opened
from tools.benchmarks.million import milliseconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.reports.service import MonthlyReport
    from desktop_app.services import Services

ABAN: Final = JalaliMonth(1405, 8)
_TIMES: Final = 3
_COUNTS: Final = ("received", "resolved", "open", "late", "overdue")


def run(petitions: int, engines: tuple[str, ...] = ("sqlite", "postgresql")) -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
    made: list[tuple[str, str]] = []
    for engine in engines:
        with opened(engine, petitions) as (office, actor):
            made.append((f"{engine}, {petitions:,} petitions, by {actor.name}", ""))
            for scope in (
                ReportScope(Period.month(ABAN)),
                ReportScope(Period.month(JalaliMonth(1404, 8))),
                ReportScope(Period.year(1404)),
                ReportScope(Period.month(ABAN), unit_id=office.units.all()[0].id),
            ):
                made.extend(_measured(office, scope))
    return made


def _measured(office: Services, scope: ReportScope) -> Iterator[tuple[str, str]]:
    reports = office.reports
    found: list[MonthlyReport] = []

    def read() -> None:
        found.append(reports.of(scope))

    read()
    name = scope.period.code + (" of a unit" if scope.unit_id else "")
    whole = milliseconds(read, _TIMES)
    heaviest, statement = _heaviest(office, read)
    yield (
        f"{name}: figures",
        f"{whole:.0f} ms, {whole / heaviest:.1f} × the heaviest query ({heaviest:.0f} ms: {statement})",
    )
    page = milliseconds(lambda: monthly_document(found[-1]).to_bytes(), _TIMES)
    with_page = whole + page
    yield f"{name}: with its page", f"{with_page:.0f} ms, {with_page / heaviest:.1f} ×"
    if scope.period == Period.month(ABAN) and scope.unit_id is None:
        # The first head reads every event; what comes later costs what is new.
        first = milliseconds(lambda: history_head(office.database), 1)
        later = milliseconds(lambda: history_head(office.database), _TIMES)
        yield (
            f"{name}: digest of the history (asked: at most 1,000 ms)",
            f"{later:.0f} ms, the first {first:.0f} ms",
        )
    yield f"{name}: totals", _add_up(found[-1])


def _heaviest(office: Services, work: Callable[[], object]) -> tuple[float, str]:
    """The slowest of the statements that `work` sends, in milliseconds, each sent by itself."""
    sent: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        sent.append((statement, values))

    engine = office.database.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    slowest, name = 0.0, ""
    with engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        for statement, values in sent:
            if not statement.lstrip().upper().startswith(("SELECT", "WITH")):
                continue
            taken = []
            for _ in range(_TIMES):
                began = time.perf_counter()
                cursor = raw.cursor()
                cursor.execute(statement, values)
                cursor.fetchall()
                cursor.close()
                taken.append((time.perf_counter() - began) * 1000)
            if median(taken) > slowest:
                slowest, name = median(taken), " ".join(statement.split())[:60]
    return slowest, name


def _add_up(report: MonthlyReport) -> str:
    figures = report.figures
    for lines in (figures.by_unit, figures.by_kind, figures.by_channel):
        for name in _COUNTS:
            rows = sum(getattr(line, name) for line in lines)
            if rows != getattr(figures.total, name):
                return f"DIFFER in {name}: {rows:,} against {getattr(figures.total, name):,}"
    total = figures.total
    if figures.days and sum(day.received for day in figures.days) != total.received:
        return "DIFFER in the days"
    counts = f"{total.received:,} received, {total.resolved:,} resolved, {total.open:,} open"
    return f"equal the sum of their rows: {counts}"
