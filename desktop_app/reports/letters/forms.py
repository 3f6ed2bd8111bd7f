"""Margins and type sizes of letters for each size of paper, in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reportlab.lib.pagesizes import A5
from reportlab.lib.units import mm

from desktop_app.office.letter_choices import PaperSize
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextStyle


@dataclass(frozen=True, slots=True)
class LetterForm:
    """How a letter is set on one size of paper; `indent` is the width of the column of labels."""

    layout: PageLayout
    text: TextStyle
    signed: TextStyle
    copies: TextStyle
    #: Styles for the addressee in decreasing size, tried until the text fits.
    address: tuple[TextStyle, ...]
    indent: float
    #: Diameter of the place of the seal.
    seal: float
    seal_words: TextStyle
    #: Type size of the foot.
    foot: float


#: The right margin is that of the usual window with its padding, so that all labels begin at one edge.
A4_FORM: Final = LetterForm(
    layout=PageLayout(left=22 * mm, right=22 * mm, top=40.0),
    text=TextStyle(size=12.0, leading=23.0),
    signed=TextStyle(size=12.0, leading=21.0, alignment="centre"),
    copies=TextStyle(size=9.5, leading=16.0, colour=QUIET_INK),
    address=(
        TextStyle(size=12.0, leading=20.0),
        TextStyle(size=10.5, leading=16.5),
        TextStyle(size=9.0, leading=13.5),
    ),
    indent=48.0,
    seal=28 * mm,
    seal_words=TextStyle(size=8.5, leading=14.0, colour=QUIET_INK, alignment="centre"),
    foot=8.5,
)
FORMS: Final[Mapping[PaperSize, LetterForm]] = {
    PaperSize.A4: A4_FORM,
    PaperSize.A5: LetterForm(
        layout=PageLayout(width=A5[0], height=A5[1], left=38.0, right=38.0, top=40.0),
        text=TextStyle(size=10.5, leading=19.0),
        signed=TextStyle(size=10.5, leading=18.0, alignment="centre"),
        copies=TextStyle(size=8.5, leading=14.0, colour=QUIET_INK),
        address=(TextStyle(size=10.5, leading=17.5),),
        indent=42.0,
        seal=23 * mm,
        seal_words=TextStyle(size=7.5, leading=12.0, colour=QUIET_INK, alignment="centre"),
        foot=7.5,
    ),
}
