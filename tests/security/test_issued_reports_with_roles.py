"""Issuing reports where everybody is a role of their own: by managers, each with the next number, and for good."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.database.verification import verify
from desktop_app.errors import NotFoundError, NotPermittedError
from desktop_app.persian.dates import JalaliMonth, start_of_day, tehran_day
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from tests.guarded import Department
from tests.security.test_what_sql_cannot_do import refused
from ui.reports.made import NOW, make_report, read_choice

_COLUMNS = (
    "year, number, edition, replaces, reason, scope_key, period, unit_id, unit_name, person_id, person_name, content,"
    " sha256, page, page_sha256, signed_as, issued_at, issued_by_id, issued_by"
)
_NEW = (
    "INSERT INTO issued_report (" + _COLUMNS + ") SELECT 1405, {number}, {edition}, {edition} - 1,"
    " CASE {edition} WHEN 1 THEN '' ELSE 'x' END, '{key}', '1405-01', {unit}, '', NULL, '', '{{}}', 'x', '', {hash},"
    " 'x', {at}, app.me(), {name}"
)
_MY_NAME = "(SELECT full_name FROM person WHERE id = app.me())"


_TAKEN = "SELECT app.take_numbers('report', 1405, 1); "
_HASH = "encode(sha256(''), 'hex')"


def new(
    number: int,
    edition: int = 1,
    key: str = "new",
    unit: str = "NULL",
    at: str = "now()",
    name: str = _MY_NAME,
    digest: str = _HASH,
) -> str:
    return _TAKEN + _NEW.format(
        number=number, edition=edition, key=key, unit=unit, at=at, name=name, hash=digest
    )


def last_month(department: Department) -> ReportScope:
    with department.owner.database.reading() as session:
        today = tehran_day(department.owner.database.now(session))
    return ReportScope(Period.month(JalaliMonth.of(today).previous()))


def test_a_manager_issues_and_everybody_reads(department: Department) -> None:
    month = last_month(department)
    came = start_of_day(month.period.first) + timedelta(days=3)
    for unit in (department.office.books, department.office.music):
        department.office.registered(f"متن {unit.name}", unit=unit, received_at=came)
    services, manager = department.signed_in("yazdi")
    row = services.issued_reports.issue(manager, month)
    assert row.issue.number == 1
    corrected = services.issued_reports.correct(manager, row.id, "غلط بود")
    assert (corrected.issue.number, corrected.issue.edition) == (1, 2)
    theirs, clerk = department.signed_in("nouri")
    found = theirs.issued_reports.one(clerk, corrected.id)
    # What the clerk would count alone is less.
    assert found.report.figures.total.received == 2
    assert theirs.reports.of(month, clerk).figures.total.received == 1
    # The screen as the clerk has it: what can be chosen, what was issued, what is counted now.
    assert department.office.music_clerk.name in dict(read_choice(theirs).people).values()
    assert make_report(theirs, month, clerk).pdf == found.page
    assert make_report(theirs, month, clerk, NOW).report.figures.total.received == 1
    with pytest.raises(NotPermittedError):
        theirs.issued_reports.issue(clerk, ReportScope(month.period.before()))
    assert verify(department.owner.database).ok


def test_a_unit_s_manager_issues_what_is_of_the_unit(department: Department) -> None:
    month = last_month(department)
    services, manager = department.signed_in("sharifi")
    music, books = department.office.music.id, department.office.books.id
    assert services.issued_reports.issue(manager, ReportScope(month.period, music)).issue.number == 1
    for other in (ReportScope(month.period, books), month):
        with pytest.raises(NotPermittedError):
            services.issued_reports.issue(manager, other)
    with department.sql("sharifi") as psql:
        refused(psql, new(2, unit=str(books)))
    with department.sql("sharifi") as psql:
        refused(psql, new(2))


def test_a_colleague_s_report_is_read_by_them_and_by_managers_only(department: Department) -> None:
    month = last_month(department)
    services, manager = department.signed_in("yazdi")
    of = ReportScope(month.period, person_id=department.office.clerk.person_id)
    row = services.issued_reports.issue(manager, of)
    own, clerk = department.signed_in("rezaei")
    assert own.issued_reports.one(clerk, row.id).row == row
    others, other = department.signed_in("nouri")
    assert others.issued_reports.all(other) == ()
    with pytest.raises(NotFoundError):
        others.issued_reports.one(other, row.id)


@pytest.mark.parametrize("name", ["rezaei", "sadeghi", "yazdi", "admin"])
def test_nobody_changes_or_forges_one_by_sql(department: Department, name: str) -> None:
    services, manager = department.signed_in("yazdi")
    row = services.issued_reports.issue(manager, last_month(department))
    for statement in (
        "UPDATE issued_report SET sha256 = 'x'",
        "UPDATE issued_report SET page = ''",
        "DELETE FROM issued_report",
        "TRUNCATE issued_report",
        # Another number than the next, in another's name, of another day, an edition of nothing.
        new(9),
        new(2, name="'مدیر کل'"),
        new(2, at="now() - interval '2 days'"),
        new(2, digest="'x'"),
        new(2, edition=2),
        new(2, key=row.scope_key),
        # All of it right, and nothing in the history that tells of it.
        new(2),
        "SELECT app.take_numbers('report', 1405, 1)",
        "SELECT app.take_numbers('report', 1405, 2)",
        "UPDATE counter SET last = 9 WHERE series = 'report'",
    ):
        with department.sql(name) as psql:
            refused(psql, statement)
    assert [one.issue.number for one in services.issued_reports.all(manager)] == [1]
    assert verify(department.owner.database).ok
