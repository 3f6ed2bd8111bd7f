"""The receipt of a petition (رسید): one half of the sheet for the petitioner, the other for the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.reports.letters.page import letterhead_of
from desktop_app.reports.letters.sheet import LetterSheet, shown
from desktop_app.reports.letters.slab import Slab
from desktop_app.reports.pdf.code_mark import draw_code
from desktop_app.reports.pdf.decoration import INK, QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextRun, TextStyle, wrapped
from desktop_app.reports.pdf.page import draw_letterhead
from desktop_app.reports.pdf.paper import Paper, colour_of
from desktop_app.reports.pdf.paragraph import draw_line
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.structure import Element
from desktop_app.wording import digits, fill, translate

_LAYOUT: Final = PageLayout(top=34.0, bottom=50.0)
_HALF: Final = _LAYOUT.height / 2
_TITLE: Final = TextStyle(size=13.0, leading=24.0, weight=Weight.BOLD, alignment="centre")
_TEXT: Final = TextStyle(size=11.5, leading=21.0)
_CODE: Final = TextStyle(size=26.0, leading=38.0, weight=Weight.BOLD, alignment="centre")
_SMALL: Final = TextStyle(size=8.5, leading=13.0, colour=QUIET_INK)
_CENTRED: Final = TextStyle(size=8.5, leading=13.0, colour=QUIET_INK, alignment="centre")
_QR: Final = 112.0
#: Maximum number of text lines in a half; an ellipsis replaces longer text.
_MOST_LINES: Final = 7


def slip_pdf(sheet: LetterSheet, detail: PetitionDetail) -> bytes:
    """Returns one sheet with both halves; the same facts give the same bytes."""
    document = PersianDocument(sheet.subject, made_at=sheet.made_at, layout=_LAYOUT)
    document.add(_Half(sheet, detail, translate("Letter", "For the petitioner"), cut_below=True))
    document.add(_Half(sheet, detail, translate("Letter", "For the file"), signed=True))
    return document.to_bytes()


@dataclass(frozen=True, slots=True)
class _Half(Slab):
    """One half of the sheet, in a single piece."""

    sheet: LetterSheet
    detail: PetitionDetail
    recipient: str
    cut_below: bool = False
    signed: bool = False

    @property
    def height(self) -> float:
        # The upper half ends in the middle of the sheet, where it is cut.
        return _HALF - (_LAYOUT.top if self.cut_below else _LAYOUT.bottom)

    def draw(self, paper: Paper, top: float) -> None:
        y = top - (0.0 if self.cut_below else 14.0)
        y -= draw_letterhead(paper, letterhead_of(self.sheet, self._facts()), y)
        title = wrapped(self.sheet.subject, _TITLE, paper.width)[0]
        paper.mark(Element("H1", text=self.sheet.subject))
        draw_line(paper, title, _TITLE, y, paper.left, paper.right)
        y -= _TITLE.leading + 4.0
        inner = paper.left + _QR + 18.0
        self._draw_code(paper, y)
        lines = [
            line
            for paragraph in self.sheet.paragraphs
            for line in wrapped(paragraph, _TEXT, paper.right - inner)
        ]
        if len(lines) > _MOST_LINES:
            lines = [*lines[: _MOST_LINES - 1], *wrapped("…", _TEXT, paper.right - inner)]
        paper.mark(Element("P", text="\n".join(self.sheet.paragraphs)))
        for line in lines:
            draw_line(paper, line, _TEXT, y, inner, paper.right)
            y -= _TEXT.leading
        self._draw_foot(paper, top - self.height)

    def _facts(self) -> list[tuple[str, str]]:
        detail = self.detail
        moment = f"{short_date(tehran_day(detail.received_at))}، {clock_time(detail.received_at)}"
        return [
            (translate("Letter", "Registry number"), isolated(digits(detail.registry))),
            (translate("Letter", "Received"), moment),
        ]

    def _draw_code(self, paper: Paper, top: float) -> None:
        """Draws the QR code at the left, with its caption."""
        paper.mark(Element("Figure", alternative=translate("Letter", "The tracking code as a QR code")))
        draw_code(paper, self.detail.tracking_code, paper.left, top - _QR, _QR)
        caption = wrapped(translate("Letter", "Scan for the code"), _CENTRED, _QR)[0]
        draw_line(paper, caption, _CENTRED, top - _QR, paper.left, paper.left + _QR)

    def _draw_foot(self, paper: Paper, bottom: float) -> None:
        y = bottom + 92.0
        paper.mark(Element("P"))
        label = wrapped(translate("Letter", "Tracking code"), _CENTRED, paper.width)[0]
        draw_line(paper, label, _CENTRED, y, paper.left, paper.right)
        code = shown_code(self.detail.tracking_code)
        line = wrapped(code, _CODE, paper.width)[0]
        draw_line(paper, line, _CODE, y - _CENTRED.leading, paper.left, paper.right)
        y = bottom + 30.0
        recipient = [TextRun(self.recipient, Weight.SEMIBOLD)]
        draw_line(paper, wrapped(recipient, _SMALL, paper.width)[0], _SMALL, y, paper.left, paper.right)
        if self.signed:
            name = shown(self.detail.petitioner_name)
            words = fill(translate("Letter", "Signature of {name}: ……………………"), name=name or "—")
            left = TextStyle(size=8.5, leading=13.0, alignment="left")
            draw_line(paper, wrapped(words, left, paper.width)[0], left, y, paper.left, paper.right)
        paper.mark(None)
        if self.cut_below:
            canvas = paper.canvas
            canvas.saveState()
            canvas.setDash(4, 3)
            canvas.setStrokeColor(colour_of(INK))
            canvas.setLineWidth(0.5)
            canvas.line(14.0, bottom, _LAYOUT.width - 14.0, bottom)
            canvas.restoreState()
