"""Protects spreadsheet cells against formula injection."""

from __future__ import annotations

from typing import Final

from desktop_app.workbook import Cell

#: Characters that can start a formula, including full-width forms, and those that Excel skips before one.
_STARTS: Final = frozenset("=+-@\t\r＝＋－＠")


def harmless(value: Cell) -> Cell:
    """Prefixes text that a spreadsheet would interpret as a formula with an apostrophe."""
    if isinstance(value, str) and (value[:1] in _STARTS or value.lstrip()[:1] in _STARTS):
        return f"'{value}"
    return value
