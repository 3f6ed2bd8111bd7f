"""A revision as a Word document: its text with headings and real tables, line by line.

Reading it gives the text of the revision again, so that comments and changes made in Word find their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.structure import parse
from desktop_app.documents.holdable import holdable
from desktop_app.documents.word_order import CommentOrder
from desktop_app.instruments.drafting.revisions import RevisionText
from desktop_app.persian.dates import clock_time, long_date, tehran_day
from desktop_app.reports.comparison_docx.margins import header_with, one_line
from desktop_app.reports.comparison_docx.markup import Signature, add, add_run, root
from desktop_app.reports.comparison_docx.outline import levels_of
from desktop_app.reports.comparison_docx.package import packed_with
from desktop_app.wording import fill, translate

#: A cell that the reader gives back as it is.
_PLAIN_CELL: Final = re.compile(r"(?:[^ \n]+(?: [^ \n]+)*)?")
#: Width of the text in twentieths of a point.
_WIDTH: Final = 9298
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class RevisionHead:
    """What the first page says: the draft, who exports it and when. `made_at` is aware."""

    code: str
    title: str
    made_at: datetime
    made_by: str


def revision_docx(revision: RevisionText, head: RevisionHead, order: CommentOrder | None = None) -> bytes:
    """Returns the document in the current language, with the threads of `order` as comments."""
    signature = Signature.of(Provenance(head.title, head.made_at, head.made_by))
    title = one_line(head.title)
    headers = [header_with(title, _lines(revision, head)), header_with(title, ())]
    made = packed_with(_blocks(revision.text), headers, title, signature)
    if order is None:
        return made
    from desktop_app.reports.word_comments.writing import commented  # noqa: PLC0415 - reads it again

    return commented(made, order)


def _lines(revision: RevisionText, head: RevisionHead) -> list[str]:
    day = long_date(tehran_day(revision.created_at))
    made = fill(
        translate("Word", "Exported on {day}, {time}"),
        day=long_date(tehran_day(head.made_at)),
        time=clock_time(head.made_at),
    )
    number = fill(
        translate("Word", "Draft {code}, revision {n}, {day}"), code=head.code, n=revision.number, day=day
    )
    return [one_line(number), one_line(f"{made} · {head.made_by}" if head.made_by.strip() else made)]


def _blocks(text: str) -> Iterator[Any]:
    levels = levels_of(text, parse(text))
    start = 0
    lines: list[tuple[int, str]] = []
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    last: Any = None
    for rows, group in groupby(lines, lambda one: "\t" in one[1]):
        found = [(at, holdable(line)) for at, line in group]
        if rows and len(found) > 1 and all(_is_row(line) for _, line in found):
            last = _table([line.split("\t") for _, line in found])
            yield last
            continue
        for at, line in found:
            last = _paragraph(line, levels.get(at))
            yield last
    if last is not None and last.tag.endswith("}tbl"):
        # No document may end with a table.
        yield _paragraph("", None)


def _is_row(line: str) -> bool:
    return all(_PLAIN_CELL.fullmatch(cell) for cell in line.split("\t"))


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
    properties = add(table, "tblPr")
    add(properties, "bidiVisual")
    add(properties, "tblW", w="0", type="auto")
    borders = add(properties, "tblBorders")
    for side in _SIDES:
        add(borders, side, val="single", sz="4", color="auto")
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
