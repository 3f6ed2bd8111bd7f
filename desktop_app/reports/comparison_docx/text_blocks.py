"""A text as WordprocessingML: its lines as paragraphs with headings, and real tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from desktop_app.comparison.structure import parse
from desktop_app.documents.holdable import holdable
from desktop_app.reports.comparison_docx.markup import add, add_run, plain_table_look, root
from desktop_app.reports.comparison_docx.outline import levels_of

#: A cell that the reader gives back as it is.
_PLAIN_CELL: Final = re.compile(r"(?:[^ \n]+(?: [^ \n]+)*)?")
#: Width of the text in twentieths of a point.
_WIDTH: Final = 9298


def text_blocks(text: str) -> Iterator[Any]:
    """Yields the elements of a body: paragraphs, headings, and a table for neighbouring lines with tabs."""
    levels = levels_of(text, parse(text))
    start = 0
    lines: list[tuple[int, str]] = []
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    last: Any = None
    for with_tabs, group in groupby(lines, lambda one: "\t" in one[1]):
        found = [(at, holdable(line)) for at, line in group]
        if with_tabs and _are_rows([line for _, line in found]):
            last = _table([line.split("\t") for _, line in found])
            yield last
            continue
        for at, line in found:
            last = _paragraph(line, levels.get(at))
            yield last
    if last is not None and last.tag.endswith("}tbl"):
        # No document may end with a table.
        yield _paragraph("", None)


def has_table(text: str) -> bool:
    """Returns whether `text_blocks` makes a table of some lines."""
    groups = groupby(text.split("\n"), lambda line: "\t" in line)
    return any(with_tabs and _are_rows([holdable(line) for line in group]) for with_tabs, group in groups)


def _are_rows(lines: Sequence[str]) -> bool:
    """Returns whether neighbouring lines with tabs are the rows of a table."""
    return len(lines) > 1 and all(_PLAIN_CELL.fullmatch(cell) for line in lines for cell in line.split("\t"))


def _paragraph(line: str, level: int | None) -> Any:
    paragraph = root("p")
    _fill(paragraph, line, level)
    return paragraph


def _fill(paragraph: Any, line: str, level: int | None = None) -> None:
    properties = add(paragraph, "pPr")
    if level is not None:
        add(properties, "pStyle", val=f"Heading{level}")
    add(properties, "bidi")
    add(add(properties, "rPr"), "rtl")
    if line:
        add_run(paragraph, line)


def _table(rows: Sequence[Sequence[str]]) -> Any:
    """Returns a table from right to left; the last cell of a short row spans the rest."""
    columns = max(map(len, rows))
    table = root("tbl")
    plain_table_look(table)
    grid = add(table, "tblGrid")
    for _ in range(columns):
        add(grid, "gridCol", w=str(_WIDTH // columns))
    for cells in rows:
        row = add(table, "tr")
        for place, cell in enumerate(cells):
            spanned = columns - len(cells) + 1 if place == len(cells) - 1 else 1
            made = add(row, "tc")
            look = add(made, "tcPr")
            add(look, "tcW", w=str(_WIDTH // columns * spanned), type="dxa")
            if spanned > 1:
                add(look, "gridSpan", val=str(spanned))
            _fill(add(made, "p"), cell)
    return table
