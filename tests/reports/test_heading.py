"""What heads a report: the petitions that its reader sees, by the names of their units, and never more than that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.persian.dates import JalaliMonth, start_of_day
from desktop_app.reports.heading import scope_words
from desktop_app.reports.monthly_pdf import monthly_document
from desktop_app.reports.monthly_text import as_text
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.snapshot import content_of, report_of
from desktop_app.reports.spreadsheet import spreadsheet
from desktop_app.staff.roles import Membership, Role
from tests.department import TestOffice
from tests.guarded import Department
from tests.reports.pdf.reading import by_pdfium

ABAN = JalaliMonth(1405, 8)
MONTH = ReportScope(Period.month(ABAN))
ALL = "همهٔ واحدها"


@pytest.fixture
def aban(office: TestOffice) -> TestOffice:
    for number, unit in enumerate((office.books, office.books, office.music)):
        office.registered(f"متن {number}", unit=unit, received_at=start_of_day(ABAN.first_day))
    return office


def test_a_manager_of_units_reads_the_accessible_petitions_of_these_units(
    aban: TestOffice, tmp_path: Path
) -> None:
    reports = aban.services.reports
    books, music = aban.books, aban.music
    of_books = replace(aban.manager, memberships=frozenset({Membership(Role.MANAGER, books.id)}))
    both = frozenset({Membership(Role.MANAGER, books.id), Membership(Role.CLERK, music.id)})
    expected = {
        of_books: f"درخواست‌های در دسترس {books.name}",
        replace(aban.manager, memberships=both): f"درخواست‌های در دسترس {books.name}، {music.name}",
    }
    for reader, heading in expected.items():
        report = reports.of(MONTH, reader)
        assert scope_words(report) == heading
        page = " ".join("".join(by_pdfium(monthly_document(report).to_bytes())).split())
        text = as_text(report, lambda rows: "\n".join(" ".join(row) for row in rows))
        (tmp_path / "r.xlsx").write_bytes(spreadsheet(report, ".xlsx"))
        counted = load_workbook(tmp_path / "r.xlsx").active["A2"].value
        for words in (text, counted, page):
            assert heading in words
            assert ALL not in words
        # What is frozen and read again keeps its heading.
        assert scope_words(report_of(content_of(report))) == heading


def test_the_own_unit_is_counted_whole_and_another_one_as_far_as_it_is_seen(aban: TestOffice) -> None:
    reports = aban.services.reports
    reader = replace(aban.manager, memberships=frozenset({Membership(Role.MANAGER, aban.books.id)}))
    own, other = replace(MONTH, unit_id=aban.books.id), replace(MONTH, unit_id=aban.music.id)
    assert scope_words(reports.of(own, reader)) == f"واحد: {aban.books.name}"
    assert scope_words(reports.of(other, reader)) == f"درخواست‌های در دسترس {aban.music.name}"
    reviewer = replace(reader, memberships=frozenset({Membership(Role.REVIEWER, None)}))
    assert scope_words(reports.of(MONTH, reviewer)) == "درخواست‌های در دسترس"
    assert scope_words(reports.of(MONTH, aban.manager)) == ALL


def test_an_issued_report_is_headed_by_its_unit(aban: TestOffice) -> None:
    issued = aban.services.issued_reports
    reader = replace(aban.manager, memberships=frozenset({Membership(Role.MANAGER, aban.books.id)}))
    row = issued.issue(reader, replace(MONTH, unit_id=aban.books.id))
    found = issued.one(reader, row.id)
    assert found.report.figures.total.received == 2
    assert scope_words(found.report) == f"واحد: {aban.books.name}"
    assert aban.books.name in "".join(by_pdfium(found.page))
    assert ALL not in "".join(by_pdfium(found.page))


def test_a_login_of_one_unit_is_told_so_by_the_database(department: Department) -> None:
    """On PostgreSQL row security counts less: the heading says so for a login as well."""
    services, clerk = department.signed_in("nouri")
    report = services.reports.of(MONTH, clerk)
    assert report.within == (department.office.books.name,)
    assert scope_words(report) == f"درخواست‌های در دسترس {department.office.books.name}"
