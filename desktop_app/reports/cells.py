"""Cells of spreadsheets and CSV files: protected against formula injection."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from desktop_app.clock import TEHRAN
from desktop_app.workbook import Cell

#: Characters that can start a formula, including full-width forms, and those that Excel skips before one.
_STARTS: Final = frozenset("=+-@\t\r＝＋－＠")


def harmless(value: Cell) -> Cell:
    """Prefixes text that a spreadsheet would interpret as a formula with an apostrophe."""
    if isinstance(value, str) and (value[:1] in _STARTS or value.lstrip()[:1] in _STARTS):
        return f"'{value}"
    return value


def csv_cell(value: Cell | date) -> Cell:
    """Returns a cell of a CSV file: aware datetimes in Tehran time, days as ISO dates, harmless text."""
    if isinstance(value, datetime):
        return value.astimezone(TEHRAN).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else harmless(value)
