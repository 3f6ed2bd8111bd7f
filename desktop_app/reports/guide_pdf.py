"""Pages of the user guide, and the card of the keys of a screen, as PDF on A5."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from reportlab.lib.pagesizes import A5

from desktop_app.guide.key_card import KeyCard, KeyLine, group_words
from desktop_app.guide.markup import GuideBlock, Piece
from desktop_app.guide.pages import GuidePage
from desktop_app.persian.digits import isolated
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextRun, TextStyle, Words
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import PdfColumn, Table, TableStyle
from desktop_app.wording import digits, translate

_SHEET: Final = PageLayout(width=A5[0], height=A5[1], left=34.0, right=34.0, top=32.0, bottom=44.0)
_TEXT: Final = TextStyle(size=9.5, leading=16.5)
_KEYS: Final = TableStyle(
    text=TextStyle(size=8.0, leading=10.5), header=TextStyle(size=8.5, leading=13.0, weight=Weight.SEMIBOLD)
)
#: Commands of the card, two in a row, so that it stays on one page.
MOST_LINES: Final = 48
_KEY_WIDTH: Final = 58.0


def guide_pdf(page: GuidePage, made_at: datetime) -> bytes:
    """Returns a page of the guide without its pictures. The same page and time give the same bytes."""
    document = PersianDocument(page.title, made_at=made_at, layout=_SHEET)
    document.heading(page.title, 0)
    for block in page.blocks:
        if block.kind == "heading":
            document.heading(block.text, 1)
        elif block.kind == "picture":
            continue
        else:
            document.paragraph(_words(block), _TEXT, gap=4.0)
    return document.to_bytes()


def key_card_pdf(card: KeyCard, made_at: datetime) -> bytes:
    """Returns the card of a screen on one page; commands beyond `MOST_LINES` are left to the palette."""
    title = translate("Guide", "Keys of this screen")
    document = PersianDocument(title, made_at=made_at, layout=_SHEET)
    document.heading(f"{title}: {card.title}", 0)
    room = MOST_LINES
    left = len(card.groups)
    for group, lines in card.groups:
        shown = lines[: room // left]
        room, left = room - len(shown), left - 1
        if shown:
            keys = PdfColumn("", width=_KEY_WIDTH, alignment="left")
            columns = [PdfColumn(group_words(group)), keys, PdfColumn(""), keys]
            pairs = [(_row(shown[at]), shown[at + 1 : at + 2]) for at in range(0, len(shown), 2)]
            rows = [[*first, *(_row(second[0]) if second else ["", ""])] for first, second in pairs]
            document.add(Table(columns, rows, style=_KEYS))
            document.spacer(4.0)
    document.paragraph(
        translate("Guide", "The keys work with the Persian keyboard, too."),
        TextStyle(size=8.0, leading=13.0, colour=QUIET_INK),
        gap=2.0,
    )
    return document.to_bytes()


def _row(line: KeyLine) -> list[Words]:
    return [line.words, isolated("   ".join(key.replace("+", " ") for key in line.keys))]


def _words(block: GuideBlock) -> list[TextRun]:
    runs = [_run(piece) for piece in block.pieces]
    if block.kind == "step":
        return [TextRun(f"{digits(block.number)}. ", Weight.SEMIBOLD), *runs]
    return [TextRun("• "), *runs] if block.kind == "point" else runs


def _run(piece: Piece) -> TextRun:
    if piece.key:
        return TextRun(isolated(piece.words.replace("+", " ")), Weight.MEDIUM)
    return TextRun(piece.words, Weight.SEMIBOLD if piece.strong else None)
