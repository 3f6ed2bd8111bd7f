"""The page layout of a letter.

Number, date, enclosure and classification are at the left of the letterhead, and the addressee is in the window of
the envelope. Subject, text, signature with the place of the seal, and copies follow. Later pages have number and date
at their head; the foot of every page has the address of the office.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.lib.units import mm

from desktop_app.office.letter_choices import Classification, CopyLine, PaperSize
from desktop_app.office.settings import OfficeSettings
from desktop_app.persian.dates import short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.reports.letters.forms import A4_FORM, FORMS, LetterForm
from desktop_app.reports.letters.pieces import Closing, Copies, Labelled, Room, SignatureBlock
from desktop_app.reports.letters.sheet import LetterSheet, shown
from desktop_app.reports.letters.slab import Slab
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.lines import TextLine, TextRun, TextStyle, Words, natural_width, wrapped
from desktop_app.reports.pdf.page import Letterhead, PageFoot, draw_letterhead
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.paragraph import Paragraph, draw_line
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.structure import Element
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label

LAYOUT: Final = A4_FORM.layout
#: Minimum distance from the edge of the window, because paper shifts inside its envelope.
WINDOW_PADDING: Final = 2.0 * mm
#: Narrower windows have no room for the label beside the addressee.
_LABELLED_WINDOW: Final = 70.0 * mm
#: An enclosure that is wider stands below the signature; the letterhead says that there is one.
_WIDEST_ENCLOSURE: Final = 130.0


def letter_pdf(sheet: LetterSheet) -> bytes:
    """Returns the letter as PDF in the current language; the same sheet gives the same bytes."""
    form = FORMS[sheet.paper_size]
    foot = _foot(sheet, form)
    head = _letterhead(sheet)
    windowed = is_windowed(sheet)
    document = PersianDocument(
        sheet.subject,
        made_at=sheet.made_at,
        letterhead=None if windowed else head,
        layout=replace(form.layout, bottom=foot.rule + 20.0),
        marking=_marking(sheet),
        running=_running(sheet),
        foot=foot,
        closes_up=True,
    )
    _add_heading(document, sheet, form, head if windowed else None)
    copies = _add_text(document, sheet, form)
    _add_enclosure_and_copies(document, sheet, form, copies)
    return document.to_bytes()


def _add_heading(
    document: PersianDocument, sheet: LetterSheet, form: LetterForm, head: Letterhead | None
) -> None:
    """Adds addressee and subject; with `head` it draws the letterhead above the window, too."""
    if head is not None:
        document.add(_Head(sheet, head))
    elif sheet.addressee:
        named = tuple(map(_addressee_words, range(len(sheet.addressee)), sheet.addressee))
        document.add(Room(8.0))
        document.add(Labelled(translate("Letter", "To:"), named, form, form.address[0], gap=0.0))
    subject = (TextRun(sheet.subject, weight=Weight.SEMIBOLD),)
    document.add(
        Labelled(translate("Letter", "Subject:"), (subject,), form, form.text, gap=10.0, entry=sheet.subject)
    )


def _add_text(document: PersianDocument, sheet: LetterSheet, form: LetterForm) -> Sequence[CopyLine]:
    """Adds text and signature; returns the copies that still have to follow.

    What follows the text never stands alone on a page. On small paper copies are beside the signature if they fit.
    """
    signed, copies, signature = _is_signed(sheet), sheet.copies, None
    if signed:
        seal = sheet.settings.seal_place
        signature = SignatureBlock(form, sheet.signer, sheet.signer_title, seal, copies=copies)
        if form is A4_FORM or _is_wide(sheet.enclosure) or not signature.has_room:
            signature = replace(signature, copies=())
        copies = () if signature.copies else copies
    followed = bool(copies) or _is_wide(sheet.enclosure)
    for number, paragraph in enumerate(sheet.paragraphs, start=1):
        whole = Paragraph(paragraph, form.text, gap=10.0 if number == 1 else 4.0)
        closing = number == len(sheet.paragraphs) and (signed or followed)
        document.add(Closing(whole) if closing else whole)
    if signature is not None:
        document.add(replace(signature, keep_with_next=followed))
    return copies


def _add_enclosure_and_copies(
    document: PersianDocument, sheet: LetterSheet, form: LetterForm, copies: Sequence[CopyLine]
) -> None:
    gap = 18.0
    if _is_wide(sheet.enclosure):
        words = fill(translate("Letter", "Enclosure: {enclosure}"), enclosure=sheet.enclosure)
        document.add(Paragraph(words, form.copies, gap=gap, keep_with_next=bool(copies)))
        gap = 8.0
    if copies:
        document.add(Copies(copies, form.copies, gap))


def running_facts(details: Sequence[tuple[str, str]]) -> str:
    """Returns the details of a letterhead for the head of later pages."""
    return "   ".join(f"{name}: {value}" for name, value in details)


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


def is_windowed(sheet: LetterSheet) -> bool:
    """Whether the addressee is placed for the window of an envelope: on A4, and with a postal address."""
    return sheet.paper_size is PaperSize.A4 and len(sheet.addressee) > 1


def address_lines(sheet: LetterSheet) -> tuple[TextStyle, tuple[TextLine, ...]]:
    """Returns the addressee as it fits into the window; an ellipsis replaces lines that do not fit."""
    left, bottom, right, top = window_of(sheet.settings)
    wide = right - left - 2 * WINDOW_PADDING - _window_indent(sheet.settings)
    high = top - bottom - 2 * WINDOW_PADDING
    words = list(map(_addressee_words, range(len(sheet.addressee)), sheet.addressee))
    for style in A4_FORM.address:
        lines = tuple(line for one in words for line in wrapped(one, style, wide))
        most = int(high / style.leading)
        if len(lines) <= most:
            return style, lines
    return style, (*lines[: most - 1], *wrapped("…", style, wide))


def _addressee_words(place: int, line: str) -> Words:
    return (TextRun(line, weight=Weight.SEMIBOLD if place == 0 else None),)


def _window_indent(settings: OfficeSettings) -> float:
    return A4_FORM.indent if settings.window_width * mm >= _LABELLED_WINDOW else 0.0


def _is_signed(sheet: LetterSheet) -> bool:
    return bool(sheet.signer or sheet.signer_title)


def _marking(sheet: LetterSheet) -> str:
    """What is framed above every page: that it is a draft, and how secret it is."""
    parts = [] if sheet.number else [translate("Letter", "Draft")]
    if sheet.classification is not Classification.NORMAL:
        parts.append(label("classification", sheet.classification))
    return translate("Window", ", ").join(parts)


def _number_and_date(sheet: LetterSheet) -> list[tuple[str, str]]:
    return [
        (translate("Letter", "Number"), isolated(digits(sheet.number)) if sheet.number else "—"),
        (translate("Letter", "Date"), short_date(tehran_day(sheet.made_at))),
    ]


def _running(sheet: LetterSheet) -> str:
    return running_facts(_number_and_date(sheet))


def _is_wide(enclosure: str) -> bool:
    return natural_width(enclosure, A4_FORM.copies) > _WIDEST_ENCLOSURE


def _letterhead(sheet: LetterSheet) -> Letterhead:
    enclosure = sheet.enclosure or translate("Letter", "none")
    if _is_wide(sheet.enclosure):
        enclosure = translate("Letter", "enclosed")
    details = [
        *_number_and_date(sheet),
        (translate("Letter", "Enclosure"), enclosure),
        (translate("Letter", "Classification"), label("classification", sheet.classification)),
    ]
    settings = sheet.settings
    return replace(
        letterhead_of(sheet, details), invocation=shown(settings.invocation), drawn=settings.prints_letterhead
    )


def _foot(sheet: LetterSheet, form: LetterForm) -> PageFoot:
    """The address and telephone of the office, and how the petitioner follows it up."""
    settings, phone = sheet.settings, isolated(digits(shown(sheet.settings.phone)))
    right: list[str] = []
    left: list[str] = []
    if settings.prints_letterhead:
        style, wide = PageFoot(size=form.foot).style, form.layout.text_width * 0.7
        address = shown(settings.office_address) or shown(settings.office_name)
        right += [line.text for line in wrapped(address, style, wide)]
        if settings.phone.strip():
            left.append(fill(translate("Letter", "Telephone {phone}"), phone=phone))
    if sheet.code:
        words = translate("Letter", "Follow-up: service desk, with tracking code {code}")
        if settings.phone.strip():
            words = translate(
                "Letter", "Follow-up: service desk or telephone {phone}, with tracking code {code}"
            )
        right.append(fill(words, phone=phone, code=sheet.code))
    return PageFoot(right, left, form.foot, ruled=settings.prints_letterhead)


@dataclass(frozen=True, slots=True)
class _Head(Slab):
    """Letterhead and addressee in one piece, from the top margin to below the window of the envelope."""

    sheet: LetterSheet
    letterhead: Letterhead
    keep_with_next: bool = True

    @property
    def height(self) -> float:
        _, bottom, _, _ = window_of(self.sheet.settings)
        return LAYOUT.height - LAYOUT.top - bottom

    def draw(self, paper: Paper, top: float) -> None:
        sheet = self.sheet
        draw_letterhead(paper, self.letterhead, top)
        left, _, right, upper = window_of(sheet.settings)
        indent = _window_indent(sheet.settings)
        style, lines = address_lines(sheet)
        y, left, right = upper - WINDOW_PADDING, left + WINDOW_PADDING, right - WINDOW_PADDING
        name = translate("Letter", "To:")
        paper.mark(Element("P", text="\n".join((name, *sheet.addressee))))
        if indent:
            quiet = replace(style, colour=QUIET_INK)
            draw_line(paper, wrapped(name, quiet, indent)[0], quiet, y, right - indent, right)
        for line in lines:
            draw_line(paper, line, style, y, left, right - indent)
            y -= style.leading
