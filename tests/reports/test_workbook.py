"""Spreadsheets as others open them: read back by a library that had no part in writing them."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from desktop_app.languages import in_language
from desktop_app.workbook import Cell, NumberForm, Sheet, SheetChart, write_workbook, writing


def test_days_and_numbers_are_real_and_text_is_text() -> None:
    made = io.BytesIO()
    moment = datetime(2026, 11, 27, 22, 5, tzinfo=UTC)
    row: list[Cell | date] = ["0012345678", 12, 2.5, date(2026, 11, 27), moment, None, "=1+1"]
    write_workbook([Sheet("برگه", [row], ["کد", "شمار", "میانه", "روز", "لحظه", "هیچ", "متن"])], made)
    sheet = load_workbook(made).active
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:G2"
    cells = next(sheet.iter_rows(min_row=2))
    assert [str(cell.value) for cell in cells] == [
        "0012345678", "12", "2.5", "2026-11-27 00:00:00", "2026-11-28 01:35:00", "None", "=1+1",
    ]  # fmt: skip
    assert [cell.is_date for cell in cells[3:5]] == [True, True]
    assert cells[-1].data_type in ("s", "inlineStr")


def test_a_table_has_its_title_forms_totals_charts_and_paper() -> None:
    made = io.BytesIO()
    sheet = Sheet(
        "ماه‌ها",
        [["مهر", 1200, 0.785, -3], ["آبان", 40, None, 2]],
        ["ماه", "دریافت‌شده", "سهم", "تغییر"],
        [26, 12, 9, 60],
        title="گزارش",
        notes=["همهٔ واحدها", "جمله " * 60],
        forms=[None, NumberForm.COUNT, NumberForm.SHARE, NumberForm.CHANGE],
        totals=["جمع", 1240, None, -1],
        printed=3,
        charts=[SheetChart("روند", (1,), target=2)],
    )
    write_workbook([sheet], made)
    page = load_workbook(made).active
    assert [page["A1"].value, page["A2"].value] == ["گزارش", "همهٔ واحدها"]
    assert list(map(str, page.merged_cells.ranges)) == ["A3:C3"]
    # An empty row, the header, two rows, the totals.
    assert [page.cell(row, 1).value for row in range(4, 9)] == [None, "ماه", "مهر", "آبان", "جمع"]
    assert [page[f"{column}6"].number_format for column in "BCD"] == [
        "[$-3000429]#,##0", "[$-3000429]0%", "[$-3000429]+#,##0;[$-3000429]-#,##0;[$-3000429]0",
    ]  # fmt: skip
    assert (page["C6"].value, page["B8"].font.bold) == (0.785, True)
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("A6", "A5:D7", "$5:$5")
    assert page.print_area.endswith("$A$1:$C$8")
    # What is not printed does not turn the paper.
    assert (page.page_setup.paperSize, page.page_setup.orientation, page.page_setup.fitToHeight) == (
        9, "portrait", 0,
    )  # fmt: skip
    (chart,) = page._charts
    assert chart.series[0].val.numRef.f.endswith("$B$6:$B$7")
    assert chart.series[0].cat.numRef.f.endswith("$A$6:$A$7")


def test_a_wide_table_lies_lengthwise_and_other_languages_have_their_digits() -> None:
    def write() -> io.BytesIO:
        made = io.BytesIO()
        write_workbook([Sheet("wide", [[1, 2]], ["a", "b"], [60, 60], forms=[NumberForm.COUNT])], made)
        return made

    page = load_workbook(in_language("en", write)).active
    assert page.page_setup.orientation == "landscape"
    assert [page["A2"].number_format, page["B2"].number_format] == ["#,##0", "General"]


def test_what_a_sheet_cannot_hold_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_ROWS", 4)
    made = io.BytesIO()
    write_workbook([Sheet("درخواست‌ها", ([number] for number in range(7)), ["شمار"])], made)
    book = load_workbook(made)
    assert book.sheetnames == ["درخواست‌ها", "درخواست‌ها ۲", "درخواست‌ها ۳"]
    assert [[cell.value for cell in sheet["A"]] for sheet in book] == [
        ["شمار", 0, 1, 2], ["شمار", 3, 4, 5], ["شمار", 6],
    ]  # fmt: skip


def test_names_of_sheets_are_made_possible() -> None:
    made = io.BytesIO()
    names = ["a/b[c]", "", "ب" * 40, "ب" * 40, "A B C"]
    write_workbook([Sheet(name, [["x"]]) for name in names], made)
    found = load_workbook(made).sheetnames
    assert len({name.casefold() for name in found}) == len(names)
    assert all(0 < len(name) <= 31 for name in found)


@pytest.mark.parametrize("text", ["a\x00b\x1fc", "\ud800", "_x0041_", "x" * 40_000, "<b>&amp;</b>", "\ufffe"])
def test_hostile_words_come_back_as_text(text: str) -> None:
    made = io.BytesIO()
    write_workbook([Sheet("متن", [[text]])], made)
    value = load_workbook(made).active["A1"].value
    assert isinstance(value, str)
    assert len(value) <= 32_767
    if text in ("_x0041_", "<b>&amp;</b>"):
        made.seek(0)
        assert CalamineWorkbook.from_filelike(made).get_sheet_by_index(0).to_python() == [[text]]


def test_a_break_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def rows() -> Iterator[list[str]]:
        yield ["یک"]
        raise ValueError

    with pytest.raises(ValueError):
        write_workbook([Sheet("برگه", rows())], tmp_path / "made.xlsx")
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_not_there_is_an_oserror(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write_workbook([Sheet("برگه", [["یک"]])], tmp_path / "not" / "there.xlsx")
