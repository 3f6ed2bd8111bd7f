"""The draft as PDF: the notice, then the text, with an outline entry for each division and article."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from desktop_app.documents.columns import column_shares, has_heading
from desktop_app.instruments.consultation.publication import Publication, PublishedProvision
from desktop_app.office.settings import OfficeSettings
from desktop_app.persian.dates import short_date
from desktop_app.persian.text import visible_controls
from desktop_app.reports.comparison_pdf.marks import in_own_direction
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.lines import TextRun, TextStyle, Words
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import PdfColumn, Table, TableStyle
from desktop_app.reports.publishing import words
from desktop_app.wording import translate

_FACT: Final = TextStyle(size=9.5, leading=17.0)
_TEXT: Final = TextStyle(size=11.5, leading=22.0, alignment="justified")
_TABLE: Final = TableStyle(text=TextStyle(size=10.5, leading=18.0))
_DIVISION: Final = TextStyle(size=12.0, leading=22.0, weight=Weight.BOLD, alignment="centre")


def publication_pdf(publication: Publication, settings: OfficeSettings, logo: bytes | None = None) -> bytes:
    """Returns the PDF in the current language; the same publication gives the same bytes."""
    details = [(translate("Publishing", "Opened on"), short_date(publication.opened_on))]
    document = PersianDocument(
        publication.title,
        made_at=publication.revision_made_at,
        letterhead=Letterhead([settings.ministry, settings.office_name], details, logo),
    )
    document.heading(visible_controls(publication.title), 0)
    document.paragraph(in_own_direction(words.purpose_words(publication)), _FACT)
    if publication.notice:
        document.paragraph(visible_controls(publication.notice), _FACT)
    for place, (name, text) in enumerate(words.facts(publication)):
        line = [TextRun(f"{name}: ", None, QUIET_INK), TextRun(in_own_direction(text), Weight.MEDIUM)]
        document.add(Paragraph(line, _FACT, gap=0.0 if place else 8.0))
    document.spacer(14)
    for provision in publication.provisions:
        _provision(document, provision)
    return document.to_bytes()


def _provision(document: PersianDocument, provision: PublishedProvision) -> None:
    text = visible_controls(provision.text)
    if provision.heading:
        first, _, rest = text.partition("\n")
        title = f"{provision.label} {first}".strip()
        document.add(Paragraph(title, _DIVISION, gap=14.0, keep_with_next=True, entry=(title, 1)))
        _text(document, rest.strip())
        return
    if not provision.label:
        _text(document, text)
        return
    behind, rest = _up_to_table(provision.behind)
    words_of: Words = [
        TextRun(visible_controls(provision.label), Weight.BOLD),
        TextRun(visible_controls(behind)),
    ]
    top = "-" not in provision.anchor
    entry = (visible_controls(provision.label), 2) if top else None
    document.add(Paragraph(words_of, _TEXT, gap=8.0 if top else 3.0, entry=entry))
    _text(document, rest)


def _up_to_table(text: str) -> tuple[str, str]:
    """Returns the text before the first table, and the text from it on."""
    at = text.find("\t")
    if at < 0:
        return text, ""
    start = text.rfind("\n", 0, at) + 1
    return text[:start].rstrip("\n"), text[start:]


def _text(document: PersianDocument, text: str) -> None:
    """Adds paragraphs and tables; adjacent lines with tabs are the rows of a table."""
    for table, group in groupby(text.splitlines(), key=lambda line: "\t" in line):
        lines = list(group)
        if not table:
            words_of = visible_controls("\n".join(lines))
            if words_of.strip():
                document.paragraph(words_of, _TEXT)
            continue
        rows = [[visible_controls(cell) for cell in line.split("\t")] for line in lines]
        shares, heading = column_shares(rows), has_heading(rows)
        filled = [[*row, *[""] * (len(shares) - len(row))] for row in rows]
        columns = [
            PdfColumn(title if heading else "", weight=share)
            for title, share in zip(filled[0], shares, strict=True)
        ]
        document.add(Table(columns, filled[1:] if heading else filled, style=_TABLE, titled=heading))
