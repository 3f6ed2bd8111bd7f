"""Issuing reports where everybody is a role of their own: by managers, each with the next number, and for good."""

from __future__ import annotations

from base64 import b64encode
from datetime import timedelta
from hashlib import sha256
from typing import Any

import psycopg
import pytest

from desktop_app.database.verification import verify
from desktop_app.errors import NotFoundError, NotPermittedError
from desktop_app.persian.dates import JalaliDay, JalaliMonth, start_of_day, tehran_day
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from tests.clocks import server_day, server_now
from tests.guarded import Department, by_sql
from tests.security.refusing import refused
from tests.security.reviewed import told
from ui.reports.made import NOW, make_report, read_choice

PAGE = b"%PDF-1.4 made"


def given(number: int, **changed: Any) -> dict[str, Any]:
    """What an honest client gives with the first edition of a report of the whole office."""
    year = JalaliDay.of(server_day()).year
    return {
        "year": year, "number": number, "scope_key": "new", "period": "1405-01", "unit_id": None, "person_id": None,
        "signed_as": "x", "content_text": "{}", "page_base64": b64encode(PAGE).decode(),
    } | changed  # fmt: skip


def issued(psql: psycopg.Connection[Any], values: dict[str, Any], act: str = "report_issued") -> str | None:
    """Takes a number for a first edition, and performs the act."""
    if act == "report_issued":
        psql.execute("SELECT app.take_numbers('letter', %s, 1)", [values["year"]])
    return by_sql(psql, act, 0, item_type="report", **values)


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
    assert department.office.music_clerk.name in dict(read_choice(theirs, clerk).people).values()
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
    for unit in (books, None):
        with department.sql("sharifi") as psql, psql.transaction(force_rollback=True):
            assert issued(psql, given(2, unit_id=unit)) == "not_your_role"


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
    services.issued_reports.issue(manager, last_month(department))
    for statement in (
        "UPDATE issued_report SET sha256 = 'x'",
        "UPDATE issued_report SET page = ''",
        "DELETE FROM issued_report",
        "TRUNCATE issued_report",
        "INSERT INTO issued_report (year, number, edition, replaces, reason, scope_key, period, unit_name,"
        " person_name, content, sha256, page, page_sha256, signed_as, issued_at, issued_by_id, issued_by)"
        " VALUES (1405, 2, 1, 0, '', 'new', '1405-01', '', '', '{}', 'x', '', 'x', 'x', now(), app.me(), 'x')",
        "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
        " SELECT 'report', 1, 2, clock_timestamp(), app.me(), full_name, 'report_issued', '{}', '{}', ''"
        " FROM person WHERE id = app.me()",
        "SELECT app.take_numbers('report', 1405, 1)",
        "SELECT app.take_numbers('report', 1405, 2)",
        "UPDATE counter SET last = 9 WHERE series = 'report'",
    ):
        with department.sql(name) as psql:
            refused(psql, statement)
    assert [one.issue.number for one in services.issued_reports.all(manager)] == [1]
    assert verify(department.owner.database).ok


@pytest.mark.parametrize(
    ("who", "changed", "rule"),
    [
        ("yazdi", {"number": 9}, "not_there_any_more"),
        ("yazdi", {"year": 1390}, "not_there_any_more"),
        ("yazdi", {"number": 1}, "issued_already"),
        ("yazdi", {"scope_key": None}, "issued_already"),
        ("yazdi", {"signed_as": " "}, "text_missing"),
        ("yazdi", {"signed_as": "\u200c\u200f\r\u00a0"}, "text_missing"),
    ],
)
def test_the_rules_of_issuing_hold_for_whoever_calls_them(
    department: Department, who: str, changed: dict[str, Any], rule: str
) -> None:
    services, manager = department.signed_in("yazdi")
    row = services.issued_reports.issue(manager, last_month(department))
    if "scope_key" in changed:
        changed = {"scope_key": row.scope_key}
    with department.sql(who) as psql, psql.transaction(force_rollback=True):
        assert issued(psql, given(2) | changed) == rule


def test_only_managers_issue_and_only_the_latest_edition_is_corrected(department: Department) -> None:
    services, manager = department.signed_in("yazdi")
    row = services.issued_reports.issue(manager, last_month(department))
    act, new = "report_corrected", {"reason": "غلط", "former_id": row.id}
    values = {name: value for name, value in given(2).items() if name not in {"year", "number", "scope_key"}}
    for who in ("rezaei", "sadeghi", "sharifi"):
        with department.sql(who) as psql:
            assert by_sql(psql, "report_issued", 0, item_type="report", **given(1)) == "not_your_role"
            assert issued(psql, values | new, act) == "not_your_role"
    with department.sql("yazdi") as psql:
        assert issued(psql, values | new | {"reason": "  "}, act) == "text_missing"
        assert issued(psql, values | new | {"former_id": 4711}, act) == "edition_is_not_the_latest"
        assert issued(psql, values | new, act) is None
        assert issued(psql, values | new, act) == "edition_is_not_the_latest"
    assert [(one.issue.number, one.issue.edition) for one in services.issued_reports.all(manager)] == [
        (1, 2), (1, 1),
    ]  # fmt: skip


def test_a_report_bears_who_issued_it_when_and_its_own_digests_whatever_the_caller_says(
    department: Department,
) -> None:
    office = department.office
    forged: dict[str, Any] = {
        "sha256": "x", "page_sha256": "x", "issued_at": "2020-01-01", "issued_by": "x", "edition": 7, "replaces": 6,
        "issued_by_id": office.clerk.person_id, "unit_name": "x", "unit_id": office.music.id,
    }  # fmt: skip
    values = given(1, content_text='{"a": 1}') | forged
    before = server_now()
    with department.sql("yazdi") as psql:
        with psql.transaction():
            assert issued(psql, values) is None
        row = psql.execute(
            "SELECT id, sha256, page_sha256, issued_by, edition, unit_name, issued_at >= %s FROM issued_report",
            [before],
        ).fetchone()
    assert row is not None
    digests = sha256(b'{"a": 1}').hexdigest(), sha256(PAGE).hexdigest()
    assert row[1:] == (*digests, office.manager.name, 1, office.music.name, True)
    [event] = told(department, "report", row[0])
    assert (event.action, event.actor_id) == ("report_issued", office.manager.person_id)
    assert event.after.pop("vouched")
    assert event.after == {
        "report_number": f"{values['year']}/1", "edition": 1, "period": "1405-01", "unit_name": office.music.name,
        "signed_as": "x", "sha256": digests[0],
    }  # fmt: skip
    assert verify(department.owner.database).ok
