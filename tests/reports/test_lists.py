"""Lists as files, on both engines: whole, masked, harmless, and an event each."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop_app.errors import CancelledError, NotPermittedError, NotWrittenError
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.people.experts import ExpertWords
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.improvements.service import NewImprovement
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.reports.lists import petitions as petition_lists
from desktop_app.reports.lists.table import ListPaper
from desktop_app.reports.trail import TrailFilter
from desktop_app.staff.roles import Membership, Role
from desktop_app.staff.units import UnitRow
from tests.department import TestOffice
from tests.guarded import Department

ALL = ListFilter(scope=Scope.ANY, order=Order.NEWEST)
#: With its check digit.
NATIONAL_ID, MOBILE = "0499370899", "09123456789"


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def read_xlsx(path: Path) -> list[dict[str, Any]]:
    sheet = load_workbook(path).active
    assert sheet is not None
    # The rows of the filter, below the title and what the list is of.
    head, *rows = [[cell.value for cell in row] for row in sheet[sheet.auto_filter.ref]]
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def events(office: TestOffice) -> list[dict[str, Any]]:
    wanted = TrailFilter(action="list_exported")
    trail = office.services.trail
    outline = trail.outline(office.administrator, wanted)
    return [dict(row.after) for row in trail.page(office.administrator, wanted, outline, 0, 100)]


def from_somebody(office: TestOffice, subject: str = "موضوع", unit: UnitRow | None = None) -> int:
    contact = Contact("زهرا سعیدی", NATIONAL_ID, MOBILE)
    new = NewPetition(
        kind=Kind.REQUEST, channel=Channel.PHONE, text="متن نمونه", subject=subject, contact=contact,
        unit_id=unit.id if unit else None,
    )  # fmt: skip
    return office.services.register.register(office.clerk, new).id


def test_a_list_of_the_desk_is_written_to_its_end_in_its_order(
    office: TestOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(petition_lists, "READ_AT_ONCE", 3)
    for number in range(8):
        office.registered(external_id=str(number), subject=f"موضوع {number}")
    target = tmp_path / "فهرست.xlsx"
    wanted = replace(ALL, order=Order.DEADLINE)
    assert office.services.list_files.petitions(office.manager, wanted, target) == 8
    inbox = office.services.inbox
    outline = inbox.outline(office.manager, wanted)
    shown = [row.subject for row in inbox.page(office.manager, wanted, outline, 0, 100)]
    rows = read_xlsx(target)
    assert [row["موضوع"] for row in rows] == shown
    first = rows[0]
    assert first["دریافت"] == "۱۴۰۵/۰۹/۰۳ ۱۱:۳۰"
    assert str(first["دریافت (میلادی)"]) == "2026-11-24 11:30:00"
    assert first["مهلت"] in ("", None)
    assert first["دریافت (ماه)"] == "۱۴۰۵/۰۹"
    assert isinstance(first["کد رهگیری"], str)
    assert events(office) == [{"list": "petitions", "rows": 8, "format": "xlsx"}]


def test_who_works_on_it_gets_what_identifies_the_sender_others_its_end(
    office: TestOffice, tmp_path: Path
) -> None:
    from_somebody(office, unit=office.books, subject="کتاب")
    from_somebody(office, unit=office.music, subject="موسیقی")
    target = tmp_path / "list.csv"
    office.services.list_files.petitions(office.clerk, ALL, target)
    found = {row["موضوع"]: (row["کد ملی"], row["تلفن همراه"]) for row in read_csv(target)}
    assert found["کتاب"] == (NATIONAL_ID, MOBILE)
    office.services.list_files.petitions(office.manager, ALL, target)
    for row in read_csv(target):
        seen = office.services.desk.peek(office.manager, by_code(office, row["کد رهگیری"]))
        hidden = row["کد ملی"].startswith("•")
        assert hidden is seen.masked
        assert row["کد ملی"].endswith(NATIONAL_ID[-3:])


def test_a_list_is_printed_with_the_columns_chosen_and_the_others_stay_beside_them(
    sqlite_office: TestOffice, tmp_path: Path
) -> None:
    sqlite_office.registered(subject="موضوع")
    files, target = sqlite_office.services.list_files, tmp_path / "list.xlsx"
    paper = ListPaper("همهٔ درخواست‌های باز", ("subject", "age", "unit"))
    files.petitions(sqlite_office.manager, ALL, target, paper=paper)
    page = load_workbook(target).active
    assert page is not None
    assert [page["A1"].value, page["A2"].value] == ["درخواست‌ها", "همهٔ درخواست‌های باز"]
    assert page["A3"].value == "نوشته‌شده در ۱۴۰۵/۰۹/۰۳ ۱۱:۳۰"
    assert [cell.value for cell in page[5]][:4] == ["موضوع", "واحد", "دریافت", "کد رهگیری"]
    assert page.print_area.endswith("$A$1:$C$6")
    assert (page.print_title_rows, page.freeze_panes) == ("$5:$5", "A6")
    # Who calculates with a CSV file has the same columns.
    files.petitions(sqlite_office.manager, ALL, tmp_path / "list.csv", paper=paper)
    (row,) = read_csv(tmp_path / "list.csv")
    assert row.keys() == {cell.value for cell in page[5]}
    assert (row["دریافت (میلادی)"][:10], row["دریافت (ماه)"]) == ("2026-11-24", "۱۴۰۵/۰۹")
    # Without a choice, the columns fit on a sheet that lies lengthwise, at two thirds of their size at least.
    files.petitions(sqlite_office.manager, ALL, target)
    page = load_workbook(target).active
    assert page is not None
    last = page.print_area.split("$")[-2]
    widths = [page.column_dimensions[cell.column_letter].width for cell in page[4]]
    printed = widths[: next(cell.column for cell in page[4] if cell.column_letter == last)]
    assert (page.page_setup.orientation, sum(printed) <= 230) == ("landscape", True)
    assert len(printed) < len(widths)


def by_code(office: TestOffice, code: str) -> int:
    return office.services.inbox.by_code(office.manager, code).id


def three(office: TestOffice) -> tuple[int, ...]:
    units = (office.music, office.books, office.music)
    return tuple(
        office.registered(unit=unit, external_id=str(number), subject=str(number))
        for number, unit in enumerate(units)
    )


def test_only_what_is_in_reach_and_only_what_is_marked(sqlite_office: TestOffice, tmp_path: Path) -> None:
    ids, target, files = three(sqlite_office), tmp_path / "list.csv", sqlite_office.services.list_files
    assert files.petitions(sqlite_office.music_clerk, ALL, target, ids=ids[::-1]) == 2
    assert [row["موضوع"] for row in read_csv(target)] == ["2", "0"]
    assert files.petitions(sqlite_office.music_clerk, ALL, target) == 2
    assert files.petitions(sqlite_office.manager, ALL, target, ids=ids[:1]) == 1


def test_the_server_keeps_what_is_out_of_reach_and_takes_the_event(
    department: Department, tmp_path: Path
) -> None:
    ids, target = three(department.office), tmp_path / "list.csv"
    services, music = department.signed_in("amini")
    assert services.list_files.petitions(music, ALL, target, ids=ids[::-1]) == 2
    assert [row["موضوع"] for row in read_csv(target)] == ["2", "0"]
    assert [event["rows"] for event in events(department.office)] == [2]


def test_what_was_searched_for_is_written_whole_and_not_told(office: TestOffice, tmp_path: Path) -> None:
    office.registered("مجوز چاپ می‌خواهم", external_id="1")
    office.registered("چیز دیگری", external_id="2", subject="دیگر")
    target = tmp_path / "list.csv"
    assert office.services.list_files.petitions(office.manager, replace(ALL, query="چاپ"), target) == 1
    assert "چاپ" not in str(events(office))


def test_a_citizen_s_formula_is_text(office: TestOffice, tmp_path: Path) -> None:
    office.registered(subject="=HYPERLINK(1)", name="+cmd")
    files = office.services.list_files
    files.petitions(office.manager, ALL, tmp_path / "list.csv")
    (row,) = read_csv(tmp_path / "list.csv")
    assert (row["موضوع"], row["متقاضی"]) == ("'=HYPERLINK(1)", "'+cmd")
    files.petitions(office.manager, ALL, tmp_path / "list.xlsx")
    sheet = load_workbook(tmp_path / "list.xlsx").active
    assert sheet is not None
    assert "f" not in {cell.data_type for line in sheet.iter_rows() for cell in line}
    assert "=HYPERLINK(1)" in {cell.value for line in sheet.iter_rows() for cell in line}


def test_every_other_list(office: TestOffice, tmp_path: Path) -> None:
    services, files = office.services, office.services.list_files
    from_somebody(office, unit=office.books)
    services.experts.add(office.reviewer, ExpertWords("دکتر آزمون", mobile="09121112233"))
    draft = services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه نمونه").row
    services.improvements.add(office.manager, NewImprovement("خدمت نمونه", "اقدام نمونه", "", None, None), ())
    # Nothing but that: the register is kept by others.
    keeper = replace(office.administrator, memberships=frozenset({Membership(Role.ADMINISTRATOR, None)}))
    written: dict[str, Callable[[Path], int]] = {
        "petitioners": lambda path: files.petitioners(office.clerk, "", path),
        "experts": lambda path: files.experts(keeper, path),
        "instruments": lambda path: files.instruments(office.reviewer, path),
        "comments": lambda path: files.comments(office.reviewer, draft.id, path),
        "improvements": lambda path: files.improvements(office.manager, path),
        "overdue": lambda path: files.overdue(office.manager, path),
    }
    counts = {name: write(tmp_path / f"{name}.csv") for name, write in written.items()}
    for name, write in written.items():
        assert write(tmp_path / f"{name}.xlsx") == counts[name]
    rows = {name: read_csv(tmp_path / f"{name}.csv") for name in written}
    assert {name: len(found) for name, found in rows.items()} == counts
    (petitioner,) = rows["petitioners"]
    assert (petitioner["نام"], petitioner["کد ملی"]) == ("زهرا سعیدی", "•••••••899")
    (expert,) = rows["experts"]
    assert (expert["نام"], expert["تلفن همراه"]) == ("دکتر آزمون", "••••••••233")
    assert [row["عنوان"] for row in rows["instruments"]] == ["آیین‌نامه نمونه"]
    assert [row["اقدام"] for row in rows["improvements"]] == ["اقدام نمونه"]
    assert rows["overdue"][-1]["واحد"] == "جمع"
    assert [event["list"] for event in reversed(events(office))] == [*written, *written]


def test_who_may_not_read_a_list_gets_no_file(office: TestOffice, tmp_path: Path) -> None:
    with pytest.raises(NotPermittedError):
        office.services.list_files.overdue(office.clerk, tmp_path / "x.csv")
    assert list(tmp_path.iterdir()) == []
    assert events(office) == []


def test_what_is_stopped_or_cannot_be_written_leaves_no_file_and_no_event(
    office: TestOffice, tmp_path: Path
) -> None:
    class Stopping:
        def report(self, done: int, total: int | None = None) -> None: ...

        def cancelled(self) -> bool:
            return True

    office.registered()
    files = office.services.list_files
    for suffix in (".csv", ".xlsx"):
        old = tmp_path / f"old{suffix}"
        old.write_bytes(b"old")
        with pytest.raises(CancelledError):
            files.petitions(office.manager, ALL, old, Stopping())
        with pytest.raises(NotWrittenError):
            files.petitions(office.manager, ALL, tmp_path / "not" / f"there{suffix}")
        assert old.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.csv", "old.xlsx"]
    assert events(office) == []
