"""Cells of a table that others open: text that a spreadsheet would take for a formula is made text."""

from __future__ import annotations

from typing import Final

from desktop_app.workbook import Cell

#: What a formula can begin with, full width too, and what Excel skips before one.
_STARTS: Final = frozenset("=+-@\t\r＝＋－＠")


def harmless(value: Cell) -> Cell:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, str) and (value[:1] in _STARTS or value.lstrip()[:1] in _STARTS):
        return f"'{value}"
    return value
