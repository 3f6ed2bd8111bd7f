from __future__ import annotations

import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.errors import BadFileError
from desktop_app.intake.formats.registry import open_table, read_rows
from tests.intake.tables import GOOD, HEADER, write_xlsx


def reason_of(path: Path) -> str:
    with pytest.raises(BadFileError) as caught:
        open_table(path)
    return str(caught.value.parameters["reason"])


def repacked(path: Path, member: str, change: bytes) -> Path:
    """The workbook with one of its members replaced."""
    with zipfile.ZipFile(path) as source:
        kept = {name: source.read(name) for name in source.namelist()}
    kept[member] = change
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in kept.items():
            target.writestr(name, data)
    return path


def test_a_workbook_gives_its_rows_as_text(tmp_path: Path) -> None:
    table = open_table(write_xlsx(tmp_path / "in.xlsx"))
    assert table.columns == HEADER
    found = list(read_rows(table))
    assert [row.number for row in found] == [2, 3, 4]
    assert tuple(found[0].cells[name] for name in HEADER) == GOOD[0]


def test_typed_cells_become_what_a_person_sees(tmp_path: Path) -> None:
    row = (1001, "0012345679", 12.5, True, date(2026, 11, 5), datetime.fromisoformat("2026-11-05T09:30"))
    table = open_table(write_xlsx(tmp_path / "in.xlsx", [row], ("a", "b", "c", "d", "e", "f")))
    cells = next(iter(read_rows(table))).cells
    assert list(cells.values()) == ["1001", "0012345679", "12.5", "true", "2026-11-05", "2026-11-05 09:30:00"]


def test_rows_are_numbered_from_the_top_of_the_sheet(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet["B4"], sheet["C4"], sheet["B6"], sheet["C6"] = "نوع", "متن", "درخواست", "الف"
    book.save(tmp_path / "in.xlsx")
    table = open_table(tmp_path / "in.xlsx")
    assert table.header_row == 4
    assert [(row.number, row.cells["متن"]) for row in read_rows(table)] == [(6, "الف")]


def test_hidden_and_empty_sheets_are_passed_over(tmp_path: Path) -> None:
    book = Workbook()
    hidden = book.active
    hidden.append(["پنهان"])
    hidden.sheet_state = "hidden"
    book.create_sheet("خالی")
    book.create_sheet("داده").append(["نوع", "متن"])
    book.save(tmp_path / "in.xlsx")
    assert open_table(tmp_path / "in.xlsx").columns == ("نوع", "متن")


def test_a_workbook_without_cells_holds_no_rows(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "in.xlsx")
    assert reason_of(tmp_path / "in.xlsx") == "no_rows"


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "in.xlsx")
    cell = b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + b"a" * 60_000_000 + b"</t></is></c></row>"
    repacked(path, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>" + cell + b"</sheetData></worksheet>")
    assert path.stat().st_size < 200_000
    assert reason_of(path) == "zip_bomb"


def test_two_cells_far_apart_do_not_take_all_memory(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "نوع", "متن"
    book.save(tmp_path / "in.xlsx")
    assert reason_of(tmp_path / "in.xlsx") == "too_many_cells"


def test_formatted_empty_cells_do_not_count_as_spread(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "in.xlsx")
    with zipfile.ZipFile(path) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    far = b'<row r="1048576"><c r="XFD1048576" s="0" /></row></sheetData>'
    repacked(path, "xl/worksheets/sheet1.xml", sheet.replace(b"</sheetData>", far))
    assert len(list(read_rows(open_table(path)))) == 3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty_file"),
        (b"just text", "not_an_xlsx"),
        (b"%PDF-1.4", "pdf_not_supported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 60, "legacy_xls"),
        (b"PK\x03\x04" + b"\x00" * 60, "broken"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "in.xlsx").write_bytes(data)
    assert reason_of(tmp_path / "in.xlsx") == reason


def test_a_word_document_named_xlsx_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.xlsx", "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<document/>")
    assert reason_of(tmp_path / "in.xlsx") == "not_an_xlsx"


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "in.xlsx")
    repacked(path, "xl/workbook.xml", b"<workbook><not closed")
    assert reason_of(path) in {"broken", "no_rows"}


def test_a_workbook_that_changed_meanwhile_is_read_anew_also_by_another_thread(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "in.xlsx")
    assert open_table(path).rows == 3
    write_xlsx(path, GOOD[:1])
    with ThreadPoolExecutor(1) as worker:
        table = worker.submit(open_table, path).result()
    assert (table.rows, len(list(read_rows(table)))) == (1, 1)
