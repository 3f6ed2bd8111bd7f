"""The printed escalation list: the units of a manager and their members, with counts of late petitions by delay, and
the late petitions themselves.
"""

from __future__ import annotations

from typing import Final

from desktop_app.persian.dates import clock_time, full_date
from desktop_app.petitions.lists.escalation import Escalation, EscalationLine, Slot
from desktop_app.reports.comparison_pdf.marks import in_own_direction
from desktop_app.reports.numbers import number
from desktop_app.reports.overdue_words import (
    line_title,
    number_cells,
    number_names,
    overdue_summary,
    petition_cells,
    petition_names,
)
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextRun, TextStyle, Words
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import PdfColumn, Table, TableStyle
from desktop_app.wording import fill, translate

_SHEET: Final = PageLayout(left=44.0, right=44.0, top=40.0, bottom=54.0)
_SCOPE: Final = TextStyle(size=9.5, leading=16.0, alignment="centre", colour=QUIET_INK)
_WIDE: Final = 62.0
#: Widths of the columns of petitions; the one with None takes the rest.
_PETITIONS: Final = (84.0, None, 72.0, 78.0, 60.0, 44.0)
#: Before the name of a person below a unit.
_INDENT: Final = "\u00a0" * 4
_CLOSE: Final = TableStyle(
    TextStyle(size=9, leading=13.5), TextStyle(size=8.5, leading=13.5, colour=QUIET_INK)
)


def escalation_pdf(escalation: Escalation) -> bytes:
    """Returns the PDF in the current language; the same list gives the same bytes."""
    title = translate("Escalation", "Overdue petitions")
    settings = escalation.settings
    document = PersianDocument(
        title,
        made_at=escalation.made_at,
        letterhead=Letterhead(
            [settings.ministry, settings.office_name],
            [(translate("Escalation", "Printed"), clock_time(escalation.made_at))],
            escalation.logo,
        ),
        layout=_SHEET,
        running=full_date(escalation.today),
    )
    document.heading(in_own_direction(title), 0)
    document.add(Paragraph(full_date(escalation.today), _SCOPE, gap=0.0))
    document.paragraph(in_own_direction(overdue_summary(escalation)), TextStyle(size=9.5, leading=16.0))
    lines = [line for line in escalation.lines if line.heads or line.unit_id or line.person_id]
    if lines:
        columns = [PdfColumn(translate("Escalation", "Unit and person"))]
        columns.extend(PdfColumn(name, width=_WIDE) for name in number_names())
        rows = [_row(line) for line in lines]
        totals = [translate("Escalation", "In all"), *_cells(escalation.total)]
        # Mark the unit lines, so that no page break separates a unit from its members.
        heads = frozenset(place for place, line in enumerate(lines) if line.heads)
        document.add(Table(columns, rows, totals=totals, style=TableStyle(), heads=heads))
    if escalation.petitions:
        _list_petitions(document, escalation)
    return document.to_bytes()


def _list_petitions(document: PersianDocument, escalation: Escalation) -> None:
    document.heading(translate("Escalation", "Petitions, the longest delay first"))
    columns = [
        PdfColumn(title, width=width) for title, width in zip(petition_names(), _PETITIONS, strict=True)
    ]
    document.add(Table(columns, list(map(petition_cells, escalation.petitions)), style=_CLOSE))
    further = escalation.total.count(Slot.LATE) - len(escalation.petitions)
    if further > 0:
        words = translate("Worklist", "and {count} more in the inbox")
        document.add(Paragraph(fill(words, count=number(further)), _SCOPE, gap=1.0))


def _cells(line: EscalationLine) -> list[str]:
    return [words for _, words in number_cells(line)]


def _row(line: EscalationLine) -> list[Words]:
    if line.heads:
        return [[TextRun(words, Weight.BOLD)] for words in (line_title(line), *_cells(line))]
    # Indent persons below their unit.
    return [f"{_INDENT}{line_title(line)}", *_cells(line)]
