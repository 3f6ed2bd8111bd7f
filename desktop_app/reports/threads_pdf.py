"""The printed list of annotations: for each draft a table with quote, place, kind, state, outcome and messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from desktop_app.instruments.annotations.word_form import author_words
from desktop_app.persian.dates import clock_time, full_date, tehran_day
from desktop_app.persian.quotes import quoted
from desktop_app.reports.comparison_pdf.marks import in_own_direction
from desktop_app.reports.lists.threads import (
    ListedThread,
    PrintedThreads,
    outcome_words,
    placement_words,
    provision_words,
)
from desktop_app.reports.numbers import as_of_words
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextRun, TextStyle, Words
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import PdfColumn, Table
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label

_SHEET: Final = PageLayout(left=44.0, right=44.0, top=40.0, bottom=54.0)
_DAY: Final = TextStyle(size=9.5, leading=16.0, alignment="centre", colour=QUIET_INK)
_LINE: Final = TextStyle(size=9.5, leading=16.0)
#: Widths in points; the messages have the rest.
_KIND, _QUOTE, _STATE = 78.0, 130.0, 84.0


def threads_pdf(found: PrintedThreads) -> bytes:
    """Returns the PDF in the current language; the same list gives the same bytes."""
    title = translate("Annotation list", "Annotations")
    document = PersianDocument(
        title,
        made_at=found.made_at,
        letterhead=Letterhead(
            [found.settings.ministry, found.settings.office_name],
            [(translate("Annotation list", "Printed"), clock_time(found.made_at))],
            found.logo,
        ),
        layout=_SHEET,
        running=full_date(tehran_day(found.made_at)),
    )
    document.heading(in_own_direction(title), 0)
    document.add(Paragraph(full_date(tehran_day(found.made_at)), _DAY, gap=0.0))
    document.paragraph(in_own_direction(summary_words(found)), _LINE)
    for (_, name, number), group in groupby(found.threads, lambda one: (one.code, one.title, one.revision)):
        said = translate("Annotation list", "{title}, revision {n}")
        document.heading(in_own_direction(fill(said, title=name, n=number)), 1)
        document.add(Table(_columns(), [_row(one) for one in group]))
    return document.to_bytes()


def summary_words(found: PrintedThreads) -> str:
    """Returns what the list has: the person, whether all or open ones, and their number."""
    parts = []
    if found.person:
        parts.append(fill(translate("Annotation list", "Of {name}"), name=found.person))
    parts.append(
        translate("Annotation list", "Open ones")
        if found.wanted.open_only
        else translate("Annotation list", "Open and closed ones")
    )
    parts.append(fill(translate("Annotation list", "{n} annotations"), n=len(found.threads)))
    return " · ".join(parts)


def _columns() -> list[PdfColumn]:
    return [
        PdfColumn(translate("Annotation list", "Kind and place"), width=_KIND),
        PdfColumn(translate("Annotation list", "Quoted phrase"), width=_QUOTE),
        PdfColumn(translate("Annotation list", "Messages")),
        PdfColumn(translate("Annotation list", "State"), width=_STATE),
    ]


def _row(one: ListedThread) -> Sequence[Words]:
    row = one.row
    place = [placement_words(row)]
    provision = provision_words(row)
    state = [label("thread_status", row.status.value), outcome_words(row)]
    if row.assignee_name:
        state.append(fill(translate("Annotation list", "With {name}"), name=row.assignee_name))
    return (
        [
            TextRun(label("thread_kind", row.kind.value), Weight.BOLD),
            TextRun(f"\n{in_own_direction(provision)}" if provision else ""),
        ],
        [
            TextRun(quoted(in_own_direction(row.quote))),
            TextRun("\n" + " · ".join(place), colour=QUIET_INK),
        ],
        list(_messages(one)),
        "\n".join(filter(None, state)),
    )


def _messages(one: ListedThread) -> Iterator[TextRun]:
    for place, message in enumerate(one.row.messages):
        head = translate("Window", ", ").join((author_words(message), as_of_words(message.at)))
        yield TextRun(("\n" if place else "") + head, Weight.MEDIUM, colour=QUIET_INK)
        yield TextRun(f"\n{in_own_direction(message.text)}")
