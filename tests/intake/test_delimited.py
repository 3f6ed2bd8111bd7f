from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.errors import BadFileError
from desktop_app.intake.formats.cells import Cells
from desktop_app.intake.formats.registry import open_table, read_rows
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.intake.imports.rejects import RejectedRows
from tests.intake.tables import GOOD, HEADER, write_csv


def rows_of(path: Path) -> list[TabularRow]:
    return list(read_rows(open_table(path)))


def text_rows(path: Path) -> list[tuple[str, ...]]:
    return [tuple(row.cells.get(column, "") for column in HEADER) for row in rows_of(path)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_encoding_and_delimiter_gives_the_same_rows(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    # Windows-1256 has no Persian digits and no Farsi ye: the office's old programs write the Arabic one.
    plain = [tuple(str(cell).replace("۱۴۰۵/۸/۱۳", "1405/8/13") for cell in row) for row in GOOD]
    written = [tuple(cell.replace("ی", "ي") for cell in row) for row in plain]
    header = tuple(name.replace("ی", "ي") for name in HEADER)
    path = write_csv(tmp_path / "in.csv", written, header, encoding=encoding, delimiter=delimiter)
    table = open_table(path)
    assert table.delimiter == delimiter
    assert table.encoding == encoding
    assert [tuple(row.cells.get(name, "") for name in header) for row in read_rows(table)] == written


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    assert [row.number for row in rows_of(write_csv(tmp_path / "in.csv"))] == [2, 3, 4]


def test_blank_lines_are_counted_but_not_read(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("نوع,متن\n\nدرخواست,الف\n,\n\nشکایت,ب\n", encoding="utf-8")
    assert [(row.number, row.cells["متن"]) for row in rows_of(path)] == [(3, "الف"), (6, "ب")]


def test_line_breaks_inside_quotes_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes('نوع,متن\r\nدرخواست,"یک\r\nدو\n\nسه"\r\n'.encode())
    assert rows_of(path)[0].cells["متن"] == "یک\r\nدو\n\nسه"


def test_a_text_with_many_semicolons_does_not_mislead_the_guess(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    body = "؛;".join(["الف"] * 30) + ";;;;;;;;"
    path.write_text(f'نوع,متن\nدرخواست,"{body}"\nشکایت,"{body}"\n', encoding="utf-8")
    table = open_table(path)
    assert table.delimiter == ","
    assert next(iter(read_rows(table))).cells["متن"] == body


def test_unknown_headers_are_parted_by_what_parts_the_rows_evenly(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("aa;bb;cc\n1;2,5;3\n4;5,5;6\n", encoding="utf-8")
    assert open_table(path).columns == ("aa", "bb", "cc")


def test_excel_s_separator_line_decides(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("sep=;\nنوع;متن\nدرخواست;الف,ب\n", encoding="utf-8")
    table = open_table(path)
    assert (table.delimiter, table.header_row) == (";", 2)
    assert [(row.number, row.cells["متن"]) for row in read_rows(table)] == [(3, "الف,ب")]


def test_more_cells_than_columns_are_a_fault_and_are_kept_for_mending(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("نوع,متن\nدرخواست,الف,ب,\nشکایت,ج\n", encoding="utf-8")
    first, second = rows_of(path)
    assert (first.fault, first.beyond) == ("more_cells_than_columns", ("ب",))
    assert second.fault == ""


def test_a_quote_that_nothing_closes_costs_the_row_it_swallows_the_rest_into(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text('نوع,متن\nدرخواست,الف\nشکایت,"ب\nدرخواست,ج\n', encoding="utf-8")
    assert [row.fault for row in rows_of(path)] == ["", "unclosed_quote"]


def test_a_closed_quote_at_the_end_of_the_file_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text('نوع,متن\nدرخواست,"الف\nب"', encoding="utf-8")
    assert [row.fault for row in rows_of(path)] == [""]


def test_the_apostrophe_that_guards_a_formula_is_taken_off_once(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("نوع,متن\nدرخواست,'=1+1\nدرخواست,''=1\nدرخواست,'سلام'\n", encoding="utf-8")
    assert [row.cells["متن"] for row in rows_of(path)] == ["=1+1", "'=1", "'سلام'"]


def test_a_byte_that_is_not_utf8_and_a_nul_cost_their_rows_alone(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    lines = [
        "نوع,متن",
        "درخواست,الف",
        "شکایت,ب?",
        "شکایت,پ\0",
        "درخواست,نمایشگاه کتاب و حمایت از ناشران استان",
    ]
    path.write_bytes("\n".join(lines).encode().replace(b"?", b"\xff"))
    table = open_table(path)
    rows = list(read_rows(table))
    mapping = {"kind": "نوع", "text": "متن"}

    def fault_of(row: TabularRow) -> str:
        cells = Cells("in.csv", row, mapping)
        cells.body("text", 100)
        fault = cells.fault()
        return fault.reason if fault else ""

    assert [fault_of(row) for row in rows] == ["", "control_characters", "control_characters", ""]
    rejects = RejectedRows()
    for row in rows[1:3]:
        rejects.add(table, row)
    [written] = rejects.write(tmp_path / "bad.csv")
    assert b"\xff" in written.read_bytes()
    assert [row.cells for row in read_rows(open_table(written))] == [row.cells for row in rows[1:3]]


def test_a_row_of_half_a_million_empty_cells_is_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("نوع,متن\nدرخواست,الف" + "," * 500_000 + "\n", encoding="utf-8")
    assert [row.fault for row in rows_of(path)] == [""]


def test_columns_without_a_name_or_of_one_name_can_be_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("نوع,,متن,متن\nدرخواست,x,الف,ب\n", encoding="utf-8")
    assert open_table(path).columns == ("نوع", "#2", "متن", "متن (2)")


def test_a_text_of_a_megabyte_in_one_cell_is_read(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "in.csv", [("درخواست", "ب" * 1_048_576)], ("نوع", "متن"))
    assert len(rows_of(path)[0].cells["متن"]) == 1_048_576


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", b"", "empty_file"),
        ("a.csv", b"  \n\n", "empty_file"),
        ("a.csv", b"PK\x03\x04" + b"\x00" * 60, "not_a_text_table"),
        ("a.csv", b"%PDF-1.7\n%\xe2\xe3", "pdf_not_supported"),
        ("a.csv", b"\x89PNG\r\n\x1a\n" + b"\x00" * 30, "image"),
        ("a.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 60, "legacy_xls"),
        ("a.csv", b"a,b\n\x00\x01\x02\x03" * 40, "not_a_text_table"),
        ("a.csv", (",".join("x" * 1001) + "\n").encode(), "too_many_columns"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 60, "legacy_xls"),
        ("a.docx", b"PK\x03\x04" + b"\x00" * 60, "unknown_table"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadFileError) as caught:
        open_table(path)
    assert caught.value.parameters["reason"] == reason


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFileError) as caught:
        open_table(tmp_path / "gone.csv")
    assert caught.value.parameters["reason"] == "not_found"


def test_a_csv_of_two_hundred_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(BadFileError) as caught:
        open_table(path)
    assert caught.value.parameters == {"name": "big.csv", "reason": "table_too_large", "limit": 100}
