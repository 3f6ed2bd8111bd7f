"""Tables for tests, written in every format that an office's portal and its spreadsheets use."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]

HEADER = ("شناسه", "نوع", "موضوع", "متن", "نام متقاضی", "کد ملی", "تلفن همراه", "تاریخ")
#: National IDs made up to fit the check digit.
GOOD = (
    (
        "P-1", "درخواست", "مجوز کتاب", "متن نخست\nدر دو سطر؛ با «گیومه»",
        "علی کریمی", "0012345679", "09121234567", "1405/08/12",
    ),
    ("P-2", "شکایت", "تأخیر در پاسخ", "متن دوم, با ویرگول", "سارا نوری", "", "", "۱۴۰۵/۸/۱۳"),
    ("P-3", "پیشنهاد", "", "متن سوم", "", "", "", "2026-11-05"),
)  # fmt: skip


def write_csv(
    path: Path,
    rows: Rows = GOOD,
    header: Sequence[str] = HEADER,
    *,
    encoding: str = "utf-8",
    delimiter: str = ",",
    line_end: str = "\r\n",
) -> Path:
    """A CSV with its header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end)
    writer.writerow(header)
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_xlsx(path: Path, rows: Rows = GOOD, header: Sequence[str] = HEADER) -> Path:
    """A workbook of one sheet; text stays text, numbers and dates are typed."""
    book = Workbook()
    sheet = book.active
    for number, row in enumerate((header, *rows), start=1):
        for place, value in enumerate(row, start=1):
            cell = sheet.cell(number, place)
            cell.value = value if isinstance(value, int | float | date | datetime) else str(value)
            if isinstance(value, str):
                cell.data_type = "s"
    book.save(path)
    return path


def write_jsonl(path: Path, rows: Rows = GOOD, header: Sequence[str] = HEADER) -> Path:
    """JSON Lines, one object a row; fields that are empty are left out, as portals do."""
    lines = [
        json.dumps({k: v for k, v in zip(header, row, strict=False) if v != ""}, ensure_ascii=False)
        for row in rows
    ]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


WRITERS = {"csv": write_csv, "xlsx": write_xlsx, "jsonl": write_jsonl}
