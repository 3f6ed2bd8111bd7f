"""Spreadsheets (XLSX): what they consist of, and writing them."""

from desktop_app.workbook.model import Cell, NumberForm, Sheet, SheetChart
from desktop_app.workbook.writing import write_workbook

__all__ = ["Cell", "NumberForm", "Sheet", "SheetChart", "write_workbook"]
