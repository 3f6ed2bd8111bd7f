"""Rows of tables that are inserted or deleted: as rows, with their cells."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import Any, Final

from lxml import etree

from desktop_app.comparison.result import Range
from desktop_app.documents.docx_styles import W
from desktop_app.documents.docx_trace import TracedRow
from desktop_app.reports.comparison_docx.markup import plain_table_look
from desktop_app.reports.comparison_docx.sequence import Concern
from desktop_app.reports.redline.marks import Signer, delete_content, mark_paragraph, properties_of

#: What the properties of a row may have after the change of it.
_ROW_END: Final = frozenset({f"{W}ins", f"{W}del", f"{W}trPrChange"})
_SPANS: Final = (f"{W}gridSpan", f"{W}vMerge")

#: Fills a new paragraph with a range of NEW, like a paragraph of OLD; the last is that of NEW.
Fill = Callable[[Any, Range, Any | None, Any | None], None]


def delete_row(row: Any, signer: Signer, concern: Concern) -> None:
    """Marks a row, and all that it contains, as deleted."""
    _mark_row(row, signer.element("del", concern))
    for paragraph in row.iter(f"{W}p"):
        delete_content(paragraph, signer, concern)
        mark_paragraph(paragraph, signer.element("del", concern))


def new_row(
    model: TracedRow | None,
    cells: Sequence[Range],
    like: TracedRow | None,
    signer: Signer,
    concern: Concern,
    fill: Fill,
) -> Any:
    """Returns a new row of `cells` that looks like `model`, a row of OLD. Its cells span as those of `like` do."""
    row = etree.Element(f"{W}tr")
    properties = properties_of(row, "trPr")
    if model is not None:
        given = model.element.find(f"{W}trPr")
        for child in given if given is not None else ():
            if child.tag not in (*_ROW_END, f"{W}tblHeader"):
                properties.append(copy.deepcopy(child))
    _mark_row(row, signer.element("ins", concern))
    for place, cell in enumerate(cells):
        etree.SubElement(row, f"{W}tc")
        _fill_cell(row[-1], place, cell, model, like, len(cells), fill)
    for paragraph in row.iter(f"{W}p"):
        mark_paragraph(paragraph, signer.element("ins", concern))
    return row


def _fill_cell(
    made: Any,
    place: int,
    cell: Range,
    model: TracedRow | None,
    like: TracedRow | None,
    count: int,
    fill: Fill,
) -> None:
    paragraph = None
    properties = properties_of(made, "tcPr")
    if model is not None and model.cells:
        old = model.cells[min(place, len(model.cells) - 1)].element
        paragraph = old.find(f"{W}p")
        _copy_look(old, properties, spans=like is None and len(model.cells) == count)
    other = like.cells[place].element if like is not None else None
    if other is not None:
        _copy_spans(other, properties)
    fill(etree.SubElement(made, f"{W}p"), cell, paragraph, None if other is None else other.find(f"{W}p"))


def _copy_look(old: Any, properties: Any, *, spans: bool) -> None:
    given = old.find(f"{W}tcPr")
    for child in given if given is not None else ():
        if child.tag == f"{W}gridSpan" and not spans:
            continue
        if child.tag not in (f"{W}vMerge", f"{W}tcPrChange"):
            properties.append(copy.deepcopy(child))


def _copy_spans(cell: Any, properties: Any) -> None:
    """Takes over how many columns and rows a cell of NEW spans, in the order of the schema."""
    given = cell.find(f"{W}tcPr")
    after = sum(1 for child in properties if child.tag in (f"{W}cnfStyle", f"{W}tcW"))
    for tag in reversed(_SPANS):
        span = given.find(tag) if given is not None else None
        if span is not None:
            properties.insert(after, copy.deepcopy(span))


def new_table(model: Any | None, rows: Sequence[Any]) -> Any:
    """Returns a table of new rows that looks like `model`, a `w:tbl` of OLD."""
    table = etree.Element(f"{W}tbl")
    given = model.find(f"{W}tblPr") if model is not None else None
    if given is not None:
        table.append(copy.deepcopy(given))
    else:
        plain_table_look(table)
    grid = etree.SubElement(table, f"{W}tblGrid")
    for _ in range(max(len(row.findall(f"{W}tc")) for row in rows)):
        etree.SubElement(grid, f"{W}gridCol")
    table.extend(rows)
    return table


def _mark_row(row: Any, change: Any) -> None:
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        first = row.find(f"{W}tblPrEx")
        row.insert(0 if first is None else 1, properties)
    at = next((place for place, one in enumerate(properties) if one.tag in _ROW_END), len(properties))
    properties.insert(at, change)
