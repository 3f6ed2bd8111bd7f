"""The page layout of a letter.

Number, date and enclosure are at the left of the letterhead, and the addressee is in the window of the
envelope. Subject, text, signature and copies follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm

from desktop_app.office.settings import OfficeSettings
from desktop_app.persian.dates import short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.reports.letters.sheet import LetterSheet
from desktop_app.reports.letters.slab import Slab
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextLine, TextRun, TextStyle, Words, wrapped
from desktop_app.reports.pdf.page import Letterhead, draw_letterhead
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.paragraph import Paragraph, draw_line
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.structure import Element
from desktop_app.wording import digits, fill, translate

LAYOUT: Final = PageLayout()
_TEXT: Final = TextStyle(size=12.0, leading=23.0, alignment="justified")
_SUBJECT: Final = TextStyle(size=12.0, leading=22.0, weight=Weight.SEMIBOLD)
_COPIES: Final = TextStyle(size=9.5, leading=16.0, colour=QUIET_INK)
_SIGNED: Final = TextStyle(size=12.0, leading=21.0, alignment="centre")
#: Styles for the addressee in decreasing size, tried until the text fits into the window.
_ADDRESS: Final = (
    TextStyle(size=12.0, leading=20.0),
    TextStyle(size=10.5, leading=16.5),
    TextStyle(size=9.0, leading=13.5),
)
#: Minimum distance from the edge of the window, because paper shifts inside its envelope.
WINDOW_PADDING: Final = 2.0 * mm
#: Space for a handwritten signature.
_BY_HAND: Final = 46.0


def letter_pdf(sheet: LetterSheet) -> bytes:
    """Returns the letter as PDF in the current language; the same sheet gives the same bytes."""
    draft = "" if sheet.number else translate("Letter", "Draft")
    document = PersianDocument(sheet.subject, made_at=sheet.made_at, layout=LAYOUT, marking=draft)
    document.add(_Head(sheet))
    subject = fill(translate("Letter", "Subject: {subject}"), subject=sheet.subject)
    document.add(
        Paragraph(subject, _SUBJECT, gap=10.0, keep_with_next=True, entry=(sheet.subject, 0), kind="H1")
    )
    for paragraph in sheet.paragraphs:
        document.paragraph(paragraph, _TEXT, gap=4.0)
    if sheet.signer or sheet.signer_title:
        document.add(_Signature(sheet.signer, sheet.signer_title))
    for number, line in enumerate(sheet.copies):
        if not number:
            document.add(Paragraph(_copies_head(), _COPIES, gap=18.0, keep_with_next=True))
        document.add(Paragraph(fill(translate("Letter", "- {copy}"), copy=line), _COPIES, gap=0.0))
    return document.to_bytes()


def letterhead_of(sheet: LetterSheet, details: list[tuple[str, str]]) -> Letterhead:
    """Returns the letterhead of the office with `details` at its left."""
    settings = sheet.settings
    return Letterhead(
        [line for line in (settings.ministry, settings.office_name) if line], details, logo=sheet.logo
    )


def window_of(settings: OfficeSettings) -> tuple[float, float, float, float]:
    """The window of an envelope on the page, in points from its lower left corner: left, bottom, right, top."""
    right = LAYOUT.width - settings.window_right * mm
    top = LAYOUT.height - settings.window_top * mm
    return right - settings.window_width * mm, top - settings.window_height * mm, right, top


def address_lines(sheet: LetterSheet) -> tuple[TextStyle, tuple[TextLine, ...]]:
    """Returns the addressee as it fits into the window; an ellipsis replaces lines that do not fit."""
    left, bottom, right, top = window_of(sheet.settings)
    wide, high = right - left - 2 * WINDOW_PADDING, top - bottom - 2 * WINDOW_PADDING
    words: list[Words] = [
        (TextRun(line, weight=Weight.SEMIBOLD if number == 0 else None),)
        for number, line in enumerate(sheet.addressee)
    ]
    for style in _ADDRESS:
        lines = tuple(line for one in words for line in wrapped(one, style, wide))
        most = int(high / style.leading)
        if len(lines) <= most:
            return style, lines
    return style, (*lines[: most - 1], *wrapped("…", style, wide))


@dataclass(frozen=True, slots=True)
class _Head(Slab):
    """Letterhead and addressee in one piece, from the top margin to below the window of the envelope."""

    sheet: LetterSheet
    keep_with_next: bool = True

    @property
    def height(self) -> float:
        _, bottom, _, _ = window_of(self.sheet.settings)
        return LAYOUT.height - LAYOUT.top - bottom

    def draw(self, paper: Paper, top: float) -> None:
        sheet = self.sheet
        nothing = translate("Letter", "none")
        details = [
            (translate("Letter", "Number"), isolated(digits(sheet.number)) if sheet.number else "—"),
            (translate("Letter", "Date"), short_date(tehran_day(sheet.made_at))),
            (translate("Letter", "Enclosure"), sheet.enclosure or nothing),
        ]
        draw_letterhead(paper, letterhead_of(sheet, details), top)
        left, _, right, upper = window_of(sheet.settings)
        style, lines = address_lines(sheet)
        y = upper - WINDOW_PADDING
        paper.mark(Element("P", text="\n".join(sheet.addressee)))
        for line in lines:
            draw_line(paper, line, style, y, left + WINDOW_PADDING, right - WINDOW_PADDING)
            y -= style.leading


@dataclass(frozen=True, slots=True)
class _Signature(Slab):
    """Name and title of the signer, centred in the left half, below space for a handwritten signature."""

    signer: str
    title: str
    gap: float = 14.0

    @property
    def height(self) -> float:
        return _BY_HAND + len(self._lines(LAYOUT.text_width / 2)) * _SIGNED.leading

    def draw(self, paper: Paper, top: float) -> None:
        y = top - _BY_HAND
        paper.mark(Element("P", text="\n".join(part for part in (self.signer, self.title) if part)))
        for line in self._lines(paper.width / 2):
            draw_line(paper, line, _SIGNED, y, paper.left, paper.left + paper.width / 2)
            y -= _SIGNED.leading

    def _lines(self, width: float) -> list[TextLine]:
        words: list[Words] = []
        if self.signer:
            words.append((TextRun(self.signer, weight=Weight.SEMIBOLD),))
        if self.title:
            words.append(self.title)
        return [line for one in words for line in wrapped(one, _SIGNED, width)]


def _copies_head() -> Words:
    return (TextRun(translate("Letter", "Copies to:"), weight=Weight.SEMIBOLD),)
