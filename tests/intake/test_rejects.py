from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest

from desktop_app.intake.formats.delimited import unguarded
from desktop_app.intake.formats.registry import open_table, read_rows
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.intake.imports.rejects import RejectedRows, guarded
from tests.intake.tables import HEADER, write_csv, write_jsonl, write_xlsx


@pytest.mark.parametrize(
    "cell", ["=1+1", "+98912", "-5", "@x", "\tx", "\rx", "  =x", "'=x", "''@", "", "x=1", "'x"]
)
def test_a_guarded_cell_comes_back_as_it_was(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+98912", "-5", "@x", "\tx", "\rx", "  =x"])
def test_no_cell_begins_like_a_formula(cell: str) -> None:
    assert guarded(cell).lstrip(" ").startswith("'")


def test_a_csv_keeps_its_delimiter_encoding_and_the_cells_beyond(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes("نوع;متن\r\nدرخواست;الف;=ب\r\n".encode("windows-1256").replace(b"\xed", b"\xed"))
    table = open_table(path)
    rejects = RejectedRows()
    for row in read_rows(table):
        rejects.add(table, row)
    [written] = rejects.write(tmp_path / "bad.csv")
    text = written.read_bytes().decode("windows-1256")
    assert list(csv.reader(text.splitlines(), delimiter=";")) == [["نوع", "متن"], ["درخواست", "الف", "'=ب"]]


def test_what_an_old_encoding_cannot_say_is_written_as_utf_8(tmp_path: Path) -> None:
    old = open_table(
        write_csv(tmp_path / "in.csv", [("شکايت", "الف")], ("نوع", "متن"), encoding="windows-1256")
    )
    rejects = RejectedRows()
    rejects.add(old, TabularRow(2, {"نوع": "شکایت", "متن": "۱۲۳ 漢"}))
    [written] = rejects.write(tmp_path / "bad.csv")
    assert written.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_workbook_s_cells_are_text_and_never_formulas(tmp_path: Path) -> None:
    table = open_table(write_xlsx(tmp_path / "in.xlsx"))
    rejects = RejectedRows()
    rejects.add(table, TabularRow(2, {"متن": "=1+1", "موضوع": "الف\x07"}))
    [written] = rejects.write(tmp_path / "bad.xlsx")
    with zipfile.ZipFile(written) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
    [row] = read_rows(open_table(written))
    assert (row.cells["متن"], row.cells["موضوع"]) == ("=1+1", "الف\ufffd")


def test_a_broken_json_line_is_given_back_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"kind": "request"}\n{"kind": oops\n', encoding="utf-8")
    table = open_table(path)
    rejects = RejectedRows()
    for row in read_rows(table):
        if row.fault:
            rejects.add(table, row)
    [written] = rejects.write(tmp_path / "bad.jsonl")
    assert written.read_text(encoding="utf-8") == '{"kind": oops\n'


def test_rows_of_two_formats_go_to_two_files_beside_each_other(tmp_path: Path) -> None:
    rejects = RejectedRows()
    for table in (open_table(write_csv(tmp_path / "a.csv")), open_table(write_jsonl(tmp_path / "b.jsonl"))):
        for row in read_rows(table):
            rejects.add(table, row)
    assert rejects.write(tmp_path / "bad.csv") == (tmp_path / "bad.csv", tmp_path / "bad.jsonl")
    assert open_table(tmp_path / "bad.csv").columns == HEADER


def test_the_ending_is_that_of_the_rows(tmp_path: Path) -> None:
    table = open_table(write_csv(tmp_path / "a.csv"))
    rejects = RejectedRows()
    rejects.add(table, next(iter(read_rows(table))))
    assert rejects.write(tmp_path / "bad.xlsx") == (tmp_path / "bad.csv",)


def test_without_rows_no_file_is_made(tmp_path: Path) -> None:
    assert RejectedRows().write(tmp_path / "bad.csv") == ()
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    table = open_table(write_csv(tmp_path / "a.csv"))
    rejects = RejectedRows()
    rejects.add(table, next(iter(read_rows(table))))
    with pytest.raises(OSError):
        rejects.write(tmp_path / "folder.csv")
    assert {path.name for path in tmp_path.iterdir()} == {"a.csv", "folder.csv"}
