"""Page elements: the letterhead on the first page, a running head on later pages, and the footer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop_app.errors import BadFileError
from desktop_app.reports.pdf.decoration import INK, QUIET_INK
from desktop_app.reports.pdf.lines import TextLine, TextRun, TextStyle, Words, natural_width, plain, wrapped
from desktop_app.reports.pdf.logo import WIDEST, PdfLogo
from desktop_app.reports.pdf.paper import Paper, colour_of
from desktop_app.reports.pdf.paragraph import draw_line, draw_one_line
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.structure import Element
from desktop_app.wording import fill, translate

_HEAD = TextStyle(size=9.5, leading=17.0)
_SMALL = TextStyle(size=8.5, leading=14.0, colour=QUIET_INK)
_MARKING = TextStyle(size=9.0, leading=14.0, alignment="centre")
_INVOCATION = TextStyle(size=9.5, leading=15.0, alignment="centre")
#: Distance of the rule of the footer from the lower edge of the sheet.
_FOOTER_RULE = 40.0
#: White space below the last line of a foot, which printers leave blank.
_BELOW_FOOT = 20.0
_MARK_RADIUS = 17.0
#: Share of the running head that what stands beside the title has at most.
_FACTS_SHARE = 0.65
_PAPER_WHITE = "#FFFFFF"
_HAIRLINE = "#D3CFC6"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The letterhead of the first page; empty parts are omitted.

    `office` is at the right (its first line is the higher authority), the emblem in the middle. `details` are
    labelled facts (date, number) at the left.
    """

    office: Sequence[str]
    details: Sequence[tuple[str, str]] = field(default_factory=tuple)
    #: A PNG or JPEG instead of the emblem; one that cannot be drawn is left out and reported.
    logo: bytes | None = None
    #: A line above the emblem.
    invocation: str = ""
    #: Whether all but the details is drawn; not on paper that has it already.
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class PageFoot:
    """The foot of every page: lines at the right, and lines at the left, of which the page number is the last."""

    right: Sequence[str] = ()
    left: Sequence[str] = ()
    size: float = 8.5
    ruled: bool = True

    @property
    def style(self) -> TextStyle:
        return replace(_SMALL, size=self.size, leading=self.size * 1.65)

    @property
    def rule(self) -> float:
        """The distance of its rule from the lower edge of the sheet, in points."""
        rows = max(len(self.right), len(self.left) + 1)
        return _BELOW_FOOT + 4.0 + rows * self.style.leading


def draw_letterhead(paper: Paper, letterhead: Letterhead, top: float) -> float:
    """Draws the letterhead and the rule below, with its upper edge at `top`; returns its height in points.

    A logo that cannot be drawn is left out, and its error is added to `paper.troubles`.
    """
    logo = _logo_of(paper, letterhead)
    middle = max(WIDEST if logo else 2 * _MARK_RADIUS, natural_width(letterhead.invocation, _INVOCATION))
    column = (paper.width - middle) / 2 - 12
    office = [line for words in _office_lines(letterhead) for line in wrapped(words, _HEAD, column)]
    facts: list[Words] = [
        (TextRun(f"{label}: ", colour=QUIET_INK), TextRun(value)) for label, value in letterhead.details
    ]
    # The facts form a block: right-aligned within it, with the block at the left margin.
    wide = min(column, max((natural_width(words, _HEAD) for words in facts), default=0.0) + 0.5)
    details = [line for words in facts for line in wrapped(words, _HEAD, wide)]
    above = _INVOCATION.leading if letterhead.invocation else 0.0
    block = max(max(len(office), len(details)) * _HEAD.leading, above + 2 * _MARK_RADIUS)
    if letterhead.drawn:
        _draw_emblem(paper, letterhead.invocation, logo, top, block)
        paper.mark(Element("P", text="\n".join(map(plain, letterhead.office))))
        _block(paper, office, top, block, paper.right - column, paper.right)
        paper.mark(None)
        paper.rule(top - block - 14.0, paper.left, paper.right, 1.2, INK)
    paper.mark(Element("P", text="\n".join(map(plain, facts))))
    _block(paper, details, top, block, paper.left, paper.left + wide)
    return block + 24.0


def _draw_emblem(paper: Paper, invocation: str, logo: PdfLogo | None, top: float, block: float) -> None:
    """Draws the emblem or the logo in the middle of the letterhead, below the invocation."""
    if invocation:
        paper.mark(Element("P", text=invocation))
        draw_one_line(paper, invocation, _INVOCATION, top, paper.left, paper.right)
        top, block = top - _INVOCATION.leading, block - _INVOCATION.leading
    paper.mark(None)
    middle = (paper.left + paper.right) / 2
    if logo is None:
        draw_mark(paper, middle, top - block / 2, _MARK_RADIUS)
    else:
        logo.draw(paper, middle, top - block / 2, block)


def _logo_of(paper: Paper, letterhead: Letterhead) -> PdfLogo | None:
    if letterhead.logo is None:
        return None
    try:
        return PdfLogo(letterhead.logo, translate("PDF page", "The logo of the letterhead"))
    except BadFileError as error:
        paper.troubles.append(error)
        return None


def draw_running_head(paper: Paper, title: str, top: float, facts: str = "") -> float:
    """Draws the title in small print above later pages, `facts` at its left; returns its height in points."""
    room = min(natural_width(facts, _SMALL) + 12.0, paper.width * _FACTS_SHARE) if facts else 0.0
    draw_one_line(paper, title, _SMALL, top, paper.left + room, paper.right)
    if facts:
        left = replace(_SMALL, alignment="left")
        draw_one_line(paper, facts, left, top, paper.left, paper.left + room - 11.0)
    paper.rule(top - _SMALL.leading - 2, paper.left, paper.right, 0.5, _HAIRLINE)
    return _SMALL.leading + 14.0


def draw_footer(paper: Paper, number: int, total: int, foot: PageFoot | None = None) -> None:
    """Draws the foot and «page x of y» below a hairline; without a foot, the name of the program."""
    bottom = _FOOTER_RULE if foot is None else foot.rule
    place = fill(translate("PDF page", "Page {number} of {total}"), number=number, total=total)
    shown = foot or PageFoot((translate("PDF page", "Participation desk"),))
    if shown.ruled:
        paper.rule(bottom, paper.left, paper.right, 0.5, _HAIRLINE)
    style = shown.style if foot else _SMALL
    left = replace(style, alignment="left")
    rows = max(len(shown.right), len(shown.left) + 1)
    beside = [*shown.left, *[""] * (rows - 1 - len(shown.left)), place]
    for row in range(rows):
        top, room = bottom - 4.0 - row * style.leading, 0.0
        if beside[row]:
            room = natural_width(beside[row], left) + 10.0
            draw_one_line(paper, beside[row], left, top, paper.left, paper.right)
        if row < len(shown.right):
            draw_one_line(paper, shown.right[row], style, top, paper.left + room, paper.right)


def draw_marking(paper: Paper, words: str, top: float) -> None:
    """Draws a framed marking, centred at the top of the page."""
    line = wrapped([TextRun(words, weight=Weight.SEMIBOLD)], _MARKING, paper.width - 20.0)[0]
    half = min(line.width, paper.width - 20.0) / 2 + 10.0
    middle = (paper.left + paper.right) / 2
    paper.canvas.setStrokeColor(colour_of(INK))
    paper.canvas.setLineWidth(0.8)
    height = _MARKING.leading + 3.0
    paper.canvas.roundRect(middle - half, top - height, 2 * half, height, 3.0, stroke=1, fill=0)
    draw_line(paper, line, _MARKING, top - 1.5, paper.left, paper.right)


def draw_mark(paper: Paper, x: float, y: float, radius: float) -> None:
    """Draws the emblem, an eight-pointed star with two bars, centred at (`x`, `y`)."""
    canvas = paper.canvas
    inner = radius * math.cos(math.pi / 4) / math.cos(math.pi / 8)
    path = canvas.beginPath()
    for corner in range(16):
        reach = inner if corner % 2 else radius
        angle = math.pi / 2 + corner * math.pi / 8
        point = (x + reach * math.cos(angle), y + reach * math.sin(angle))
        (path.lineTo if corner else path.moveTo)(*point)
    path.close()
    canvas.setFillColor(colour_of(INK))
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFillColor(colour_of(_PAPER_WHITE))
    bar = radius * 0.12
    canvas.roundRect(x - radius * 0.34, y + radius * 0.10, radius * 0.68, bar, bar / 2, stroke=0, fill=1)
    canvas.roundRect(x - radius * 0.10, y - radius * 0.26, radius * 0.44, bar, bar / 2, stroke=0, fill=1)


def _office_lines(letterhead: Letterhead) -> list[Words]:
    return [
        (TextRun(words, weight=Weight.SEMIBOLD),) if place == 0 else (TextRun(words),)
        for place, words in enumerate(letterhead.office)
    ]


def _block(paper: Paper, lines: list[TextLine], top: float, height: float, left: float, right: float) -> None:
    """Draws lines as a block, vertically centred in `height`."""
    y = top - (height - len(lines) * _HEAD.leading) / 2
    for line in lines:
        draw_line(paper, line, _HEAD, y, left, right)
        y -= _HEAD.leading
