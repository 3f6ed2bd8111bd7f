"""The escalation list on paper: the units of a manager, their people, how many petitions are late and how late."""

from __future__ import annotations

from typing import Final

from desktop_app.persian.dates import clock_time, full_date
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.escalation import SOON_DAYS, Escalation, EscalationLine, Slot
from desktop_app.reports.comparison_pdf.marks import in_own_direction
from desktop_app.reports.numbers import number
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import Run, TextStyle, Words
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import Column, Table, TableStyle
from desktop_app.wording import fill, translate

_SHEET: Final = PageLayout(left=44.0, right=44.0, top=40.0, bottom=54.0)
_SCOPE: Final = TextStyle(size=9.5, leading=16.0, alignment="centre", colour=QUIET_INK)
_WIDE: Final = 62.0


def escalation_pdf(escalation: Escalation) -> bytes:
    """In the language in use; the same list gives the same bytes."""
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
    )
    document.heading(in_own_direction(title), 0)
    document.add(Paragraph(full_date(escalation.today), _SCOPE, gap=0.0))
    document.paragraph(in_own_direction(overdue_summary(escalation)), TextStyle(size=9.5, leading=16.0))
    if escalation.lines:
        columns = [Column(translate("Escalation", "Unit and person"))]
        columns.extend(Column(name, width=_WIDE) for name in number_names())
        rows = [_row(line) for line in escalation.lines]
        totals = [translate("Escalation", "In all"), *_cells(escalation.total)]
        document.add(Table(columns, rows, totals=totals, style=TableStyle()))
    return document.to_bytes()


def overdue_summary(escalation: Escalation) -> str:
    """The list in a sentence."""
    late, soon = escalation.total.count(Slot.LATE), escalation.total.count(Slot.SOON)
    if not late and not soon:
        words = translate("Escalation", "Nothing is late, and nothing will be within {days} days.")
        return fill(words, days=number(SOON_DAYS))
    words = translate(
        "Escalation",
        "{late} petitions are late, the oldest by {longest} days; {soon} are due within {days} days.",
    )
    return fill(
        words,
        late=number(late),
        longest=number(escalation.total.longest),
        soon=number(soon),
        days=number(SOON_DAYS),
    )


def number_names() -> tuple[str, ...]:
    """The columns of numbers: those of `Slot`, and how many days the oldest is late before the last of them."""
    return (
        translate("Escalation", "Late"),
        translate("Escalation", "1–7 days"),
        translate("Escalation", "8–30 days"),
        translate("Escalation", "Over 30 days"),
        translate("Escalation", "Oldest"),
        translate("Escalation", "Soon late"),
    )


def number_cells(line: EscalationLine) -> tuple[tuple[Slot | None, str], ...]:
    """The numbers of a line in the order of `number_names`, each with the slot that it counts."""
    counted = [(slot, number(line.count(slot)) if line.count(slot) else "—") for slot in Slot]
    words = translate("Escalation", "{n} days")
    oldest = fill(words, n=number(line.longest)) if line.longest else "—"
    return (*counted[:-1], (None, oldest), counted[-1])


def line_title(line: EscalationLine) -> str:
    """Whose line it is."""
    if line.name:
        return visible_controls(line.name)
    if line.heads:
        return translate("Escalation", "Not yet referred")
    return translate("Escalation", "Nobody has taken it")


def _cells(line: EscalationLine) -> list[str]:
    return [words for _, words in number_cells(line)]


def _row(line: EscalationLine) -> list[Words]:
    if line.heads:
        return [[Run(words, Weight.BOLD)] for words in (line_title(line), *_cells(line))]
    # A person stands a little behind the edge of their unit.
    return [f"\u2003{line_title(line)}", *_cells(line)]
