"""Spreadsheets as two programs write them: LibreOffice Calc, which opened the sample table's CSV and saved it,
numbers without their leading zeros, and what is Excel's own, by XlsxWriter."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.formats.columns import match
from desktop_app.intake.formats.registry import open_table, read_rows
from desktop_app.intake.imports.petition_rows import PetitionRows
from desktop_app.petitions.registration.register import NewPetition, identity_key
from desktop_app.petitions.vocabulary import Channel
from tests.conftest import NOON
from tests.intake.tables import GOOD, HEADER, write_csv

#: Saved by LibreOffice 25.2 from the CSV that `write_csv` makes of `GOOD`.
CALC = Path(__file__).parent / "samples" / "libreoffice.xlsx"


def petitions(path: Path) -> list[NewPetition | RowFault]:
    table = open_table(path)
    read = PetitionRows(path.name, match(table.columns), channel=Channel.PORTAL, units={}, now=NOON)
    return [read(row) for row in read_rows(table)]


def test_what_calc_took_for_numbers_and_dates_is_the_same_petition(tmp_path: Path) -> None:
    typed = petitions(write_csv(tmp_path / "in.csv"))
    saved = petitions(CALC)
    assert saved == typed
    first = saved[0]
    assert isinstance(first, NewPetition)
    assert (first.contact.mobile, first.contact.national_id) == ("09121234567", "0012345679")


@pytest.mark.parametrize("since_1904", [False, True])
@pytest.mark.parametrize("inline", [False, True])
def test_what_excel_writes_is_read_as_it_is_shown(tmp_path: Path, since_1904: bool, inline: bool) -> None:
    path = tmp_path / "excel.xlsx"
    options = {"constant_memory": inline, "default_date_format": "yyyy/mm/dd", "date_1904": since_1904}
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet("درخواست‌ها")
    sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    if not inline:
        sheet.add_table(0, 0, 3, len(HEADER) - 1, {"columns": [{"header": name} for name in HEADER]})
    for place, name in enumerate(HEADER):
        sheet.write(0, place, name)
    bold = book.add_format({"bold": True})
    for line, row in enumerate(GOOD, start=1):
        for place, value in enumerate(row):
            if line == 1 and place == 2:
                sheet.write_rich_string(line, place, "مجوز ", bold, "کتاب")
            elif line == 2 and place == 3:
                sheet.write_formula(line, place, '="متن دوم, "&"با ویرگول"', None, value)
            elif line == 3 and place == 7:
                sheet.write_datetime(line, place, datetime.fromisoformat("2026-11-05"))
            elif HEADER[place] in ("کد ملی", "تلفن همراه") and value:
                sheet.write_number(line, place, int(value))
            else:
                sheet.write_string(line, place, value)
    book.close()
    found = petitions(path)
    typed = petitions(write_csv(tmp_path / "in.csv"))
    assert found == typed
    assert [identity_key(one) for one in found if isinstance(one, NewPetition)] == [
        f"id:portal:P-{n}" for n in (1, 2, 3)
    ]
    last = found[2]
    assert isinstance(last, NewPetition)
    assert last.received_at is not None
    assert last.received_at.astimezone(UTC).date() in {date(2026, 11, 4), date(2026, 11, 5)}
