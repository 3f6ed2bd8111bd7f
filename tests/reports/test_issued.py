"""Issuing a report: numbered without gaps, frozen whatever happens later, corrected by a new edition only."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pypdfium2
import pytest
from sqlalchemy import text

from desktop_app.clock import FixedClock
from desktop_app.database.history_head import heads_at
from desktop_app.database.seals import read_seals
from desktop_app.database.verification import verify
from desktop_app.errors import CancelledError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.persian.dates import JalaliMonth, start_of_day
from desktop_app.reports.monthly_pdf import colophon, monthly_document
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.snapshot import content_of, report_of
from desktop_app.reports.spreadsheet import spreadsheet
from desktop_app.signing import SigningKey
from desktop_app.staff.roles import Actor, Membership, Role
from tests.conftest import office_with
from tests.department import TestOffice
from tests.engines import Made
from tests.reports.pdf.reading import codes_of

ABAN = JalaliMonth(1405, 8)
MONTH = ReportScope(Period.month(ABAN))


def aban_petitions(office: TestOffice) -> None:
    """Two petitions of Aban, one of each unit."""
    for unit in (office.books, office.music):
        office.registered(
            f"متن {unit.name}", unit=unit, received_at=start_of_day(ABAN.first_day) + timedelta(days=5)
        )


@pytest.fixture
def made() -> Made:
    return office_with(aban_petitions)


@pytest.fixture
def aban(office: TestOffice) -> TestOffice:
    return office


def test_a_report_that_was_issued_is_the_same_whatever_happened_since(
    aban: TestOffice, clock: FixedClock
) -> None:
    issued = aban.services.issued_reports
    row = issued.issue(aban.manager, MONTH, signed_as="مدیر کل")
    first = issued.one(aban.manager, row.id)
    assert (row.issue.number, row.issue.year, row.issue.edition) == (1, 1405, 1)
    assert first.report.figures.total.received == 2
    # A petition of that month comes late, one is resolved, a unit gets another name, days go by.
    aban.registered("دیررسیده", unit=aban.books, received_at=start_of_day(ABAN.first_day))
    aban.services.units.change(aban.administrator, aban.books.id, name="اداره نشر")
    clock.advance(timedelta(days=40))
    again = issued.one(aban.clerk, row.id)
    assert again.page == first.page
    assert again.report == first.report
    assert spreadsheet(again.report, ".xlsx") == spreadsheet(first.report, ".xlsx")
    assert {line.key for line in again.report.figures.by_unit} == {aban.books.name, aban.music.name}
    assert aban.services.reports.of(MONTH).figures.total.received == 3
    # And what is set anew from what was kept is what was kept.
    assert monthly_document(again.report).to_bytes() == first.page
    assert report_of(content_of(again.report)) == replace(again.report, issue=None)


class Stopped:
    """Somebody who wants it stopped."""

    def report(self, done: int, total: int | None = None) -> None:
        del done, total

    def cancelled(self) -> bool:
        return True


def test_what_is_stopped_in_time_is_not_issued(aban: TestOffice) -> None:
    issued = aban.services.issued_reports
    with pytest.raises(CancelledError):
        issued.issue(aban.manager, MONTH, progress=Stopped())
    assert issued.all(aban.manager) == ()
    # The number was not taken either.
    assert issued.issue(aban.manager, MONTH).issue.number == 1


def test_the_history_tells_of_it_and_holds(aban: TestOffice) -> None:
    row = aban.services.issued_reports.issue(aban.manager, MONTH, signed_as="مدیر کل")
    with aban.services.database.reading() as session:
        (event,) = session.execute(
            text("SELECT action, actor_name, after FROM event WHERE item_type = 'report'")
        ).all()
    assert (event[0], event[1]) == ("report_issued", aban.manager.name)
    assert row.issue.sha256 in str(event[2])
    assert "1405/1" in str(event[2])
    assert verify(aban.services.database).ok


def test_a_correction_is_a_new_edition_that_says_what_it_replaces_and_why(aban: TestOffice) -> None:
    issued = aban.services.issued_reports
    first = issued.issue(aban.manager, MONTH, signed_as="مدیر کل")
    aban.registered("دیررسیده", unit=aban.books, received_at=start_of_day(ABAN.first_day))
    with pytest.raises(RuleError, match="issued_already"):
        issued.issue(aban.manager, MONTH)
    with pytest.raises(InvalidValueError):
        issued.correct(aban.manager, first.id, "  ")
    second = issued.correct(aban.manager, first.id, "یک درخواست دیر رسید")
    assert (second.issue.number, second.issue.edition, second.issue.replaces) == (1, 2, 1)
    assert (second.issue.reason, second.issue.signed_as) == ("یک درخواست دیر رسید", "مدیر کل")
    assert issued.one(aban.manager, second.id).report.figures.total.received == 3
    assert issued.one(aban.manager, first.id).report.figures.total.received == 2
    with pytest.raises(RuleError, match="edition_is_not_the_latest"):
        issued.correct(aban.manager, first.id, "باز هم")
    # A correction takes no number.
    other = issued.issue(aban.manager, ReportScope(Period.month(ABAN), aban.books.id))
    assert other.issue.number == 2
    assert [(row.issue.edition, row.latest) for row in issued.of(aban.clerk, MONTH)] == [
        (2, True),
        (1, False),
    ]


def test_numbers_have_no_gaps_and_begin_again_with_the_year(aban: TestOffice, clock: FixedClock) -> None:
    issued = aban.services.issued_reports
    issued.issue(aban.manager, MONTH)
    with pytest.raises(RuleError):
        issued.issue(aban.manager, MONTH)
    second = issued.issue(aban.manager, ReportScope(Period.month(ABAN), aban.books.id))
    assert second.issue.number == 2
    clock.advance(timedelta(days=150))
    later = issued.issue(aban.manager, ReportScope(Period.month(ABAN), aban.music.id))
    assert (later.issue.year, later.issue.number) == (1406, 1)
    assert [row.issue.number for row in issued.all(aban.clerk)] == [1, 2, 1]


def test_of_two_who_issue_the_same_one_is_the_second(aban: TestOffice) -> None:
    found: list[str] = []

    def issue() -> None:
        try:
            aban.services.issued_reports.issue(aban.manager, MONTH)
            found.append("issued")
        except RuleError as error:
            found.append(str(error.parameters["rule"]))

    both = [Thread(target=issue) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(found) == ["issued", "issued_already"]
    assert len(aban.services.issued_reports.all(aban.manager)) == 1


def test_a_period_that_is_not_over_is_not_issued(aban: TestOffice, clock: FixedClock) -> None:
    running = ReportScope(Period.month(ABAN.next()))
    with pytest.raises(RuleError, match="period_is_not_over"):
        aban.services.issued_reports.issue(aban.manager, running)
    clock.advance(timedelta(days=27))
    with pytest.raises(RuleError, match="period_is_not_over"):
        aban.services.issued_reports.issue(aban.manager, running)
    clock.advance(timedelta(days=1))
    assert aban.services.issued_reports.issue(aban.manager, running).issue.number == 1


def test_who_issues_sees_all_of_it(aban: TestOffice) -> None:
    issued = aban.services.issued_reports
    for actor in (aban.clerk, aban.reviewer, aban.music_manager):
        with pytest.raises(NotPermittedError):
            issued.issue(actor, MONTH)
        assert not issued.may_issue(actor, MONTH)
    # The administrator of this office works at its desk, too.
    assert issued.may_issue(aban.administrator, MONTH)
    alone = Actor(99, "راهبر", frozenset({Membership(Role.ADMINISTRATOR, None)}))
    assert not issued.may_issue(alone, MONTH)
    own = ReportScope(Period.month(ABAN), aban.music.id)
    assert issued.may_issue(aban.music_manager, own)
    assert issued.issue(aban.music_manager, own).issue.number == 1
    with pytest.raises(NotPermittedError):
        issued.issue(aban.music_manager, ReportScope(Period.month(ABAN), aban.books.id))


def test_a_colleague_s_report_is_theirs_and_the_managers(aban: TestOffice) -> None:
    issued = aban.services.issued_reports
    row = issued.issue(aban.manager, ReportScope(Period.month(ABAN), person_id=aban.clerk.person_id))
    assert row.person_name == aban.clerk.name
    assert issued.one(aban.clerk, row.id).row == row
    if aban.services.database.is_sqlite:
        assert issued.all(aban.other_clerk) == ()
        with pytest.raises(NotFoundError):
            issued.one(aban.other_clerk, row.id)


def test_the_database_itself_refuses_every_change(aban: TestOffice) -> None:
    aban.services.issued_reports.issue(aban.manager, MONTH)
    for change in (
        "SET sha256 = 'x'",
        "SET number = 7",
        "SET reason = 'x'",
        "SET page_sha256 = ''",
        "SET unit_name = ''",
    ):
        refused(aban, f"UPDATE issued_report {change}")
    refused(aban, "DELETE FROM issued_report")


def refused(office: TestOffice, statement: str) -> None:
    with pytest.raises(RuleError, match="frozen"), office.services.database.writing() as session:
        session.execute(text(statement))


def test_what_was_changed_behind_the_guards_is_found_when_it_is_read(aban: TestOffice) -> None:
    row = aban.services.issued_reports.issue(aban.manager, MONTH)
    database = aban.services.database
    with database.writing() as session:
        if database.is_sqlite:
            session.execute(text("DROP TRIGGER statute_issued_report_update"))
        else:
            session.execute(text("DROP TRIGGER a_statute ON issued_report"))
        session.execute(text("UPDATE issued_report SET page_sha256 = 'x'"))
    with pytest.raises(RuleError, match="issued_report_is_damaged"):
        aban.services.issued_reports.one(aban.manager, row.id)
    assert not verify(database).ok


def test_a_report_issued_with_a_key_bears_the_seal_of_the_history(aban: TestOffice, tmp_path: Path) -> None:
    key = SigningKey.new()
    row = aban.services.issued_reports.issue(aban.manager, MONTH, key=key)
    # Whoever has the paper can check the history with it.
    (code,) = codes_of(aban.services.issued_reports.one(aban.manager, row.id).page)
    (tmp_path / "mosharekat-seal-paper.json").write_text(code, "utf-8")
    seals, faults = read_seals(tmp_path, key.public)
    assert (len(seals), faults) == (1, [])
    assert verify(aban.services.database, seals=seals).ok


def test_a_report_issued_without_a_key_says_so(aban: TestOffice) -> None:
    row = aban.services.issued_reports.issue(aban.manager, MONTH)
    issued = aban.services.issued_reports.one(aban.manager, row.id)
    assert any("بدون مُهر" in line for line in colophon(issued.report))


def test_the_page_bears_number_day_signature_and_hashes(aban: TestOffice, clock: FixedClock) -> None:
    aban.services.desk.note(aban.clerk, aban.petition().id, "یادداشت")
    clock.advance(timedelta(days=2))
    row = aban.services.issued_reports.issue(aban.manager, MONTH, signed_as="سید کامران یزدی")
    again = aban.services.issued_reports.correct(aban.manager, row.id, "غلط بود")
    issued = aban.services.issued_reports.one(aban.manager, again.id)
    pdf = pypdfium2.PdfDocument(issued.page)
    words = " ".join(page.get_textpage().get_text_bounded() for page in pdf).replace("\u200f", "")
    pdf.close()
    for told in ("۱۴۰۵/۱", "۱۴۰۵/۰۹/۰۵", "یزدی", "ویرایش ۲", "غلط بود"):
        assert told in words, told
    head = issued.report.history
    assert head is not None
    assert head.digest[:4] in words
    with aban.services.database.reading() as session:
        assert heads_at(session, [head.last_event])[0][head.last_event] == head
    assert issued.row.issue.sha256[:4] in words
