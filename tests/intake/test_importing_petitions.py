from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from desktop_app.errors import BadFileError, DatabaseFullError, NotPermittedError
from desktop_app.foreign.faults import ReaderFault
from desktop_app.foreign.reader import READER, ForeignReader
from desktop_app.intake.formats import sheets
from desktop_app.intake.imports import petitions
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.office.settings import IdentityRule
from desktop_app.petitions.lists.inbox import ListFilter, Scope
from desktop_app.progress import SilentProgress
from desktop_app.wording import use_language
from desktop_app.wording.errors import error_sentence
from tests.department import TestOffice
from tests.intake.tables import GOOD, HEADER, WRITERS, write_csv, write_xlsx
from tests.intake.taking_in import EVERYTHING, take_in, total

#: Rows before a reader dies. It sends 500 at a time.
ROWS = 1_000


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_rows_become_petitions_with_codes_and_numbers(office: TestOffice, tmp_path: Path, form: str) -> None:
    result = take_in(office, WRITERS[form](tmp_path / f"in.{form}"))
    assert (result.read, result.created, result.already_present, result.rejected) == (3, 3, 0, ())
    _, rows = office.services.inbox.find(office.clerk, EVERYTHING, 10)
    assert {row.external_id for row in rows} == {"P-1", "P-2", "P-3"}
    assert sorted(row.registry_number for row in rows) == [1, 2, 3]
    assert len({row.tracking_code for row in rows}) == 3
    first = next(row for row in rows if row.external_id == "P-1")
    detail = office.services.desk.peek(office.clerk, first.id)
    assert detail.text == "متن نخست\nدر دو سطر؛ با «گیومه»"
    assert (detail.petitioner_name, detail.national_id, detail.channel) == (
        "علی کریمی",
        "0012345679",
        "portal",
    )
    assert [event.action for event in detail.history] == ["registered"]


def test_bad_rows_are_reported_and_good_ones_stay(office: TestOffice, tmp_path: Path) -> None:
    bad = ("P-9", "درخواست", "", "متن", "", "0012345678", "", "1405/13/45")
    result = take_in(office, write_csv(tmp_path / "in.csv", [GOOD[0], bad, GOOD[1]]))
    assert (result.read, result.created, len(result.rejected)) == (3, 2, 1)
    [fault] = result.rejected
    assert (fault.row, fault.field, fault.reason, fault.value) == (
        3,
        "national_id",
        "check_digit",
        "0012345678",
    )
    assert [(other.field, other.reason) for other in fault.also] == [("received_at", "no_such_date")]


def test_a_dry_run_counts_and_keeps_nothing(office: TestOffice, tmp_path: Path) -> None:
    take_in(office, write_csv(tmp_path / "one.csv", GOOD[:1]))
    result = take_in(office, write_csv(tmp_path / "in.csv", [*GOOD, GOOD[1]]), dry_run=True)
    assert (result.read, result.created, result.already_present) == (4, 2, 2)
    assert total(office) == 1


def test_another_mapping_can_be_chosen(office: TestOffice, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "in.csv", [("شکایت", "الف")], ("ستون یک", "ستون دو"))
    plan = petitions.plan(path)
    assert plan.missing() == ("kind", "text")
    mapping = {"kind": "ستون یک", "text": "ستون دو"}
    assert plan.missing(mapping) == ()
    assert petitions.run(office.services, office.clerk, plan, mapping).created == 1


def test_a_table_without_the_columns_that_are_needed_is_refused(office: TestOffice, tmp_path: Path) -> None:
    plan = petitions.plan(write_csv(tmp_path / "in.csv", [("الف",)], ("متن",)))
    with pytest.raises(BadFileError) as caught:
        petitions.run(office.services, office.clerk, plan)
    assert caught.value.parameters["reason"] == "missing_columns"
    assert caught.value.parameters["fields"] == "kind"
    assert total(office) == 0


def test_a_header_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFileError) as caught:
        petitions.plan(write_csv(tmp_path / "in.csv", []))
    assert caught.value.parameters["reason"] == "no_rows"


def test_the_plan_shows_what_was_found(tmp_path: Path) -> None:
    header = tuple(name.replace("ی", "ي") for name in HEADER)
    rows = [tuple(cell.replace("ی", "ي") for cell in GOOD[0])]
    path = write_csv(tmp_path / "in.csv", rows, header, encoding="windows-1256", delimiter=";")
    plan = petitions.plan(path)
    assert (plan.format, plan.encoding, plan.delimiter) == ("csv", "windows-1256", ";")
    assert plan.mapping["national_id"] == "کد ملي"
    assert plan.first_rows[0].cells["متن"].startswith("متن نخست")


def test_a_row_that_names_a_unit_is_referred_to_it(office: TestOffice, tmp_path: Path) -> None:
    header = ("نوع", "متن", "واحد")
    take_in(
        office,
        write_csv(tmp_path / "in.csv", [("شکایت", "الف", "اداره كتاب"), ("شکایت", "ب", "MUSIC")], header),
    )
    _, rows = office.services.inbox.find(office.clerk, EVERYTHING, 10)
    assert [(row.status, row.unit_name) for row in rows] == [
        ("referred", "اداره کتاب"),
        ("referred", "اداره موسیقی"),
    ]


def test_a_retired_unit_takes_nothing(office: TestOffice, tmp_path: Path) -> None:
    office.services.units.change(office.administrator, office.music.id, active=False)
    path = write_csv(tmp_path / "in.csv", [("شکایت", "ب", "music")], ("نوع", "متن", "واحد"))
    [fault] = take_in(office, path).rejected
    assert (fault.field, fault.reason) == ("unit", "unknown")


class StopAfter:
    """Stops an import after some reports."""

    def __init__(self, reports: int) -> None:
        self.left = reports
        self.told: list[tuple[int, int | None]] = []

    def report(self, done: int, total: int | None = None) -> None:
        self.told.append((done, total))
        self.left -= 1

    def cancelled(self) -> bool:
        return self.left <= 0


def test_cancelling_keeps_whole_chunks_and_the_rest_comes_later(
    sqlite_office: TestOffice, tmp_path: Path
) -> None:
    rows = [(f"P-{n}", "درخواست", "", f"متن {n}", "", "", "", "") for n in range(1200)]
    path = write_csv(tmp_path / "in.csv", rows)
    progress = StopAfter(1)
    result = take_in(sqlite_office, path, progress=progress)
    assert result.cancelled
    assert (result.read, result.created) == (500, 500)
    assert progress.told == [(500, 1200)]
    assert total(sqlite_office) == 500
    rest = take_in(sqlite_office, path)
    assert (rest.created, rest.already_present, rest.cancelled) == (700, 500, False)


def test_the_same_petitioner_is_recognised_inside_a_file_and_across_files(
    office: TestOffice, tmp_path: Path
) -> None:
    header = ("نوع", "متن", "نام", "کد ملی", "موبایل")
    rows = [
        ("درخواست", "الف", "علی کریمی", "0012345679", ""),
        ("درخواست", "ب", "علی کریمی", "12345679", "09121234567"),
        ("درخواست", "ج", "سارا نوری", "", "09351112233"),
        ("درخواست", "د", "سارا نوري", "", "+989351112233"),
        ("درخواست", "ه", "سارا دیگری", "", "09351112233"),
    ]
    take_in(office, write_csv(tmp_path / "a.csv", rows[:3], header))
    take_in(office, write_csv(tmp_path / "b.csv", rows[3:], header))
    assert office.services.petitioners.count(office.pc) == 3
    known = office.services.register.caller(office.pc, "09121234567")
    assert known is not None
    assert known.national_id == "0012345679"


def test_rows_whose_text_holds_controls_or_html_are_kept_and_counted(
    office: TestOffice, tmp_path: Path
) -> None:
    rows = [
        ("درخواست", "<img src='file:///etc/passwd'> <b>x</b>"),
        ("درخواست", "\u202eوارونه"),
        ("درخواست", "۲ < ۳"),
    ]
    result = take_in(office, write_csv(tmp_path / "in.csv", rows, ("نوع", "متن")))
    assert result.created == 3
    assert result.notices == {"markup": 1, "controls": 1}


def test_a_petition_of_a_megabyte_is_kept_and_found(office: TestOffice, tmp_path: Path) -> None:
    words = " ".join(f"واژه{n}" for n in range(110_000))[:1_048_576]
    path = write_csv(tmp_path / "in.csv", [("درخواست", words)], ("نوع", "متن"))
    assert take_in(office, path).created == 1
    found = ListFilter(scope=Scope.ANY, query="واژه17")
    assert office.services.inbox.outline(office.clerk, found).total == 1


def test_a_reviewer_may_not_import_petitions(office: TestOffice, tmp_path: Path) -> None:
    plan = petitions.plan(write_csv(tmp_path / "in.csv"))
    with pytest.raises(NotPermittedError):
        petitions.run(office.services, office.reviewer, plan)
    assert total(office) == 0


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_rejected_rows_can_be_mended_and_imported_again(
    sqlite_office: TestOffice, tmp_path: Path, form: str
) -> None:
    bad = (
        "P-9",
        "درخواست",
        "=HYPERLINK(1)",
        '-متن\nدو سطر؛ "نقل"',
        "+علی",
        "0012345678",
        "09121234567",
        "1405/08/12",
    )
    rejects = RejectedRows()
    take_in(sqlite_office, WRITERS[form](tmp_path / f"in.{form}", [GOOD[0], bad]), rejects=rejects)
    assert (len(rejects), rejects.suffix()) == (1, f".{form}")
    [written] = rejects.write(tmp_path / f"bad.{form}")
    again = petitions.plan(written)
    assert (again.format, again.columns) == (form, HEADER)
    cells = again.first_rows[0].cells
    assert tuple(cells[name] for name in HEADER) == bad
    mended = dict(cells) | {"کد ملی": "0012345679"}
    fixed = WRITERS[form](tmp_path / f"fixed.{form}", [tuple(mended[name] for name in HEADER)])
    assert take_in(sqlite_office, fixed).created == 1


@pytest.fixture
def dying_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A process that dies when it is asked for the rows after the first `ROWS`."""
    script = tmp_path / "dies.py"
    script.write_text(
        "import os\n"
        "from desktop_app import foreign_jobs\n"
        "from desktop_app.foreign.serving import serve\n"
        "read = foreign_jobs.JOBS['workbook']\n"
        "def dies(words, data):\n"
        f"    return os._exit(9) if words['after'] == {ROWS} else read(words, data)\n"
        "serve({'workbook': dies})\n",
        encoding="utf-8",
    )
    made = ForeignReader([sys.executable, str(script)])
    monkeypatch.setattr(sheets, "READER", made)
    yield
    made.close()


@pytest.mark.usefixtures("dying_reader")
def test_a_workbook_whose_reader_is_killed_says_what_was_saved_and_goes_on_later(
    sqlite_office: TestOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = sqlite_office
    rows = [(f"P-{n}", "درخواست", "", f"متن {n}", "", "", "", "") for n in range(2_600)]
    path = write_xlsx(tmp_path / "in.xlsx", rows)
    with pytest.raises(BadFileError) as caught:
        take_in(office, path)
    assert caught.value.parameters["reason"] == ReaderFault.READER_CRASHED
    # What was sent before is taken in.
    assert caught.value.parameters["saved"] == total(office) == ROWS
    use_language("en")
    words = error_sentence(caught.value)
    assert words.startswith("“in.xlsx” was not read")
    assert f"{ROWS} were saved before and stay" in words
    monkeypatch.setattr(sheets, "READER", READER)
    result = take_in(office, path)
    assert (result.created, result.already_present) == (2_600 - ROWS, ROWS)


def test_a_full_disk_says_what_was_saved_before(sqlite_office: TestOffice, tmp_path: Path) -> None:
    office = sqlite_office
    rows = [(f"P-{n}", "درخواست", "", f"متن {n} " * 20, "", "", "", "") for n in range(1_400)]
    path = write_csv(tmp_path / "in.csv", rows)

    class _Fills(SilentProgress):
        """Leaves no room in the database once 1,000 rows are stored."""

        def report(self, done: int, total: int | None = None) -> None:
            most[0] = 1 if done >= 1_000 else most[0]

    most = [4_000_000]

    @event.listens_for(office.services.database.engine, "checkout")
    def _bound(connection: Any, _record: object, _proxy: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {most[0]}")

    with pytest.raises(DatabaseFullError) as caught:
        take_in(office, path, progress=_Fills())
    assert caught.value.parameters["saved"] == 1_000
    words = error_sentence(caught.value)
    assert "تمام شده است" in words
    assert "۱۰۰۰ مورد" in words
    assert "چیزی ذخیره نشد" not in words
    most[0] = 4_000_000
    assert total(office) == 1_000
    assert take_in(office, path).created == 400


@pytest.mark.usefixtures("dying_reader")
def test_a_trial_that_breaks_off_saved_nothing(sqlite_office: TestOffice, tmp_path: Path) -> None:
    rows = [(f"P-{n}", "درخواست", "", f"متن {n}", "", "", "", "") for n in range(2_600)]
    path = write_xlsx(tmp_path / "in.xlsx", rows)
    with pytest.raises(BadFileError) as caught:
        take_in(sqlite_office, path, dry_run=True)
    assert "saved" not in caught.value.parameters
    assert total(sqlite_office) == 0


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_a_row_with_an_incomplete_identity_becomes_a_notice_and_the_result_says_so(
    office: TestOffice, tmp_path: Path, form: str
) -> None:
    office.services.office.set_identity_rules(
        office.administrator, (IdentityRule(None, "portal", ("name", "national_id")),)
    )
    path = WRITERS[form](tmp_path / f"in.{form}")
    tried = take_in(office, path, dry_run=True)
    done = take_in(office, path)
    # Only the first of the three rows has a national ID.
    for result in (tried, done):
        assert (result.read, result.created, result.rejected) == (3, 3, ())
        assert result.notices["without_reply"] == 2
    rows = office.services.inbox.find(office.clerk, ListFilter(notice=True), 10)[1]
    assert sorted(row.external_id or "" for row in rows) == ["P-2", "P-3"]
    again = take_in(office, path)
    assert (again.created, again.already_present, again.notices) == (0, 3, {})
