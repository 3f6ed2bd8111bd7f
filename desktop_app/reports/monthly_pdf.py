"""The printed monthly report: A4, letterhead, a summary in sentences, tables and charts; numbered when issued."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import BinaryIO

from desktop_app.database.chain import head_words
from desktop_app.office.numbering import paper_number
from desktop_app.persian.dates import short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.reports.first_page import ROOMS, first_page
from desktop_app.reports.heading import period_and_scope
from desktop_app.reports.monthly_sections import (
    colleagues,
    comparison,
    consultations,
    improvements,
    lateness,
    petitions,
    satisfaction,
)
from desktop_app.reports.numbers import as_of_words
from desktop_app.reports.pdf.code_mark import PdfCode
from desktop_app.reports.pdf.columns import SideBySide
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.flow import Spacer
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextStyle
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.period import PeriodKind
from desktop_app.reports.service import Issue, MonthlyReport
from desktop_app.reports.summary import summary
from desktop_app.wording import digits, fill, translate

_CENTRED = TextStyle(size=9.5, leading=17.0, alignment="centre", colour="#515456")
_SMALL = TextStyle(size=8.5, leading=14.0, colour="#515456")
_TO_SIGN = replace(_SMALL, alignment="centre")
_SIGNATURE = TextStyle(size=10.5, leading=18.0, weight=Weight.SEMIBOLD, alignment="centre")
#: The first page has to hold the whole month.
_LAYOUT = PageLayout(left=46.0, right=46.0, top=40.0, bottom=54.0)
#: Height of the space for a signature.
_ROOM_TO_SIGN = 44.0
#: Side of the code of the seal, in points.
_SEAL_SIDE = 128.0


def write_monthly_report(report: MonthlyReport, target: str | os.PathLike[str] | BinaryIO) -> None:
    """Writes the report as a PDF; the same report gives the same bytes."""
    monthly_document(report).write(target)


def monthly_document(report: MonthlyReport) -> PersianDocument:
    """Returns the report as a document."""
    figures = report.figures
    document = _first_page(report)
    document.heading(translate("Monthly report", "Summary"))
    for sentence in summary(report):
        document.paragraph(sentence)
    petitions(document, figures)
    comparison(document, figures)
    lateness(document, figures)
    colleagues(document, report)
    consultations(document, report.consultations)
    satisfaction(document, figures)
    improvements(document, report.improvements)
    if report.issue is not None:
        _signature(document, report.issue)
    _colophon(document, report)
    return document


def _first_page(report: MonthlyReport) -> PersianDocument:
    """Returns the document with its first page, as full as one page can be."""
    for room in ROOMS:
        document = _titled(report)
        first_page(document, report, room)
        if document.pages_needed() == 1:
            break
    return document


def _titled(report: MonthlyReport) -> PersianDocument:
    title = report_title(report.figures.period.kind)
    running = [period_and_scope(report)]
    if report.issue is not None:
        number = translate("Monthly report", "no. {number}")
        running.append(fill(number, number=isolated(digits(issue_number(report.issue)))))
    letterhead = Letterhead(
        [report.settings.ministry, report.settings.office_name], letterhead_facts(report), report.logo
    )
    document = PersianDocument(
        title,
        made_at=report.made_at,
        letterhead=letterhead,
        layout=_LAYOUT,
        marking=marking(report),
        running=translate("Window", ", ").join(running),
        closes_up=True,
    )
    document.heading(title, 0)
    document.add(Paragraph(period_and_scope(report), _CENTRED, gap=0.0))
    if report.issue is not None and report.issue.edition > 1:
        document.add(Paragraph(edition_words(report.issue), _CENTRED, gap=2.0))
    return document.spacer(2)


def report_title(kind: PeriodKind) -> str:
    """The title of a report of this kind."""
    match kind:
        case PeriodKind.WEEK:
            return translate("Monthly report", "Weekly report on public participation")
        case PeriodKind.MONTH:
            return translate("Monthly report", "Monthly report on public participation")
        case PeriodKind.QUARTER:
            return translate("Monthly report", "Quarterly report on public participation")
        case PeriodKind.YEAR:
            return translate("Monthly report", "Yearly report on public participation")
        case _:
            return translate("Monthly report", "Report on public participation")


def report_name(report: MonthlyReport) -> str:
    """«گزارش ماهانهٔ آبان ۱۴۰۵»: the name of its file and of its screen."""
    words = {
        # «گزارش هفتهٔ ۲ تا ۸ آبان ۱۴۰۵» contains the kind.
        PeriodKind.WEEK: translate("Reports", "Report {month}"),
        PeriodKind.MONTH: translate("Reports", "Monthly report {month}"),
        PeriodKind.QUARTER: translate("Reports", "Quarterly report {month}"),
        PeriodKind.YEAR: translate("Reports", "Yearly report {month}"),
        PeriodKind.RANGE: translate("Reports", "Report {month}"),
    }
    period = report.figures.period
    # «گزارش سه‌ماههٔ سوم ۱۴۰۵» and «گزارش سال ۱۴۰۵» contain the kind already.
    return fill(words[period.kind], month=period.title)


def marking(report: MonthlyReport) -> str:
    """The draft marking; empty for an issued report."""
    return "" if report.issue is not None else translate("Monthly report", "Draft: not issued")


def issue_number(issue: Issue) -> str:
    """Year and number in the format of the registry, in Latin digits."""
    return paper_number(issue.year, issue.number)


def edition_words(issue: Issue) -> str:
    """Names the edition of a correction, the replaced edition and the reason."""
    words = translate("Monthly report", "Edition {edition}, in place of edition {replaces}: {reason}")
    return fill(words, edition=digits(issue.edition), replaces=digits(issue.replaces), reason=issue.reason)


def letterhead_facts(report: MonthlyReport) -> list[tuple[str, str]]:
    """The facts of the letterhead as (name, value)."""
    issue = report.issue
    day = tehran_day(issue.issued_at if issue is not None else report.made_at)
    facts = [(translate("Monthly report", "Date"), short_date(day))]
    number = (
        isolated(digits(issue_number(issue))) if issue else translate("Monthly report", "when it is issued")
    )
    facts.append((translate("Monthly report", "Number"), number))
    if report.as_of is not None:
        facts.append((translate("Monthly report", "As of"), as_of_words(report.as_of)))
    if report.settings.decree_number:
        facts.append((translate("Monthly report", "Decree"), digits(report.settings.decree_number)))
    return facts


def colophon(report: MonthlyReport) -> list[str]:
    """The head of the audit log at the issue, whether it is sealed, and the hash of the figures."""
    words = []
    if report.history is not None:
        template = translate("Monthly report", "Digest of the history up to event {event}: {head}")
        head = isolated(head_words(report.history.digest))
        words.append(fill(template, event=digits(report.history.last_event), head=head))
    if report.issue is not None:
        template = translate("Monthly report", "Hash of the figures (SHA-256): {hash}")
        words.append(fill(template, hash=isolated(head_words(report.issue.sha256))))
        if report.seal:
            words.append(
                translate(
                    "Monthly report", "The code is the signed seal of the history, for the second custodian."
                )
            )
        else:
            words.append(
                translate(
                    "Monthly report", "Issued without a seal: there was no signing key where it was issued."
                )
            )
    return words


def _signature(document: PersianDocument, issue: Issue) -> None:
    """Adds the name of the responsible person and space for a signature."""
    document.add(Spacer(16, keep_with_next=True))
    words = Paragraph(translate("Monthly report", "Name and signature"), _TO_SIGN)
    name = Paragraph(issue.signed_as, _SIGNATURE, gap=_ROOM_TO_SIGN)
    document.add(SideBySide([[], [words, name]], keep_with_next=True))


def _colophon(document: PersianDocument, report: MonthlyReport) -> None:
    document.add(Spacer(8, keep_with_next=True))
    sentences = colophon(report)
    for place, words in enumerate(sentences, 1):
        last = place == len(sentences) and not report.seal
        document.add(Paragraph(words, _SMALL, gap=8.0, keep_with_next=not last))
    if report.seal:
        document.add(PdfCode(report.seal, sentences[-1], _SEAL_SIDE))
