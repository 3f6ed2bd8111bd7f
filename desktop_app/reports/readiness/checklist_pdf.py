"""The printed set-up checklist: what is left with its time, and what is done by whom and when."""

from __future__ import annotations

from typing import Final

from desktop_app.persian.dates import clock_time, full_date, tehran_day
from desktop_app.reports.comparison_pdf.marks import in_own_direction
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextRun, TextStyle, Words
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import PdfColumn, Table
from desktop_app.reports.readiness.checklist import Checklist
from desktop_app.reports.readiness.words import (
    checklist_heading,
    done_by_words,
    minutes_left_words,
    minutes_words,
    missing_words,
    progress_words,
    result_words,
    task_title,
)
from desktop_app.wording import translate

_SHEET: Final = PageLayout(left=44.0, right=44.0, top=40.0, bottom=54.0)
_DAY: Final = TextStyle(size=9.5, leading=16.0, alignment="centre", colour=QUIET_INK)
_LINE: Final = TextStyle(size=9.5, leading=16.0)
_TITLE, _TIME, _BY = 110.0, 64.0, 110.0


def checklist_pdf(checklist: Checklist) -> bytes:
    """Returns the PDF in the current language; the same checklist gives the same bytes."""
    title = translate("SetUp", "Setting the program up")
    settings = checklist.facts.settings
    document = PersianDocument(
        title,
        made_at=checklist.made_at,
        letterhead=Letterhead(
            [settings.ministry, settings.office_name],
            [(translate("SetUp", "Printed"), clock_time(checklist.made_at))],
            checklist.logo,
        ),
        layout=_SHEET,
    )
    document.heading(in_own_direction(title), 0)
    document.add(Paragraph(full_date(tehran_day(checklist.made_at)), _DAY, gap=0.0))
    lines = (checklist_heading(checklist), progress_words(checklist), minutes_left_words(checklist))
    document.paragraph(in_own_direction(" · ".join(line for line in lines if line)), _LINE)
    if checklist.remaining:
        document.heading(translate("SetUp", "Left"), 2)
        document.add(Table(_columns(translate("SetUp", "What is missing"), _TIME, ""), _left(checklist)))
    if checklist.done:
        document.heading(translate("SetUp", "Done"), 2)
        who = translate("SetUp", "Who and when")
        document.add(Table(_columns(translate("SetUp", "Result"), _BY, who), _done(checklist)))
    return document.to_bytes()


def _columns(about: str, width: float, last: str) -> list[PdfColumn]:
    task = PdfColumn(translate("SetUp", "Task"), width=_TITLE)
    return [task, PdfColumn(about), PdfColumn(last or translate("SetUp", "Time"), width=width)]


def _left(checklist: Checklist) -> list[list[Words]]:
    return [
        [
            [TextRun(task_title(state.task), Weight.BOLD)],
            missing_words(state.task, checklist.facts),
            minutes_words(state),
        ]
        for state in checklist.remaining
    ]


def _done(checklist: Checklist) -> list[list[Words]]:
    facts = checklist.facts
    return [
        [
            [TextRun(task_title(state.task), Weight.BOLD)],
            result_words(state, facts),
            done_by_words(state, facts.year),
        ]
        for state in checklist.done
    ]
