"""One run of writing a document: lays out all pages, then numbers them when their total is known."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any, Final, Protocol

from reportlab.pdfbase.pdfdoc import BasicFonts
from reportlab.pdfgen.canvas import Canvas

from desktop_app.errors import AppError, CancelledError
from desktop_app.progress import Progress
from desktop_app.reports.pdf.finish import finished
from desktop_app.reports.pdf.flow import Block, PageBreak, PagePiece
from desktop_app.reports.pdf.fonts import FontBook
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.notes import Foot
from desktop_app.reports.pdf.page import (
    Letterhead,
    PageFoot,
    draw_footer,
    draw_letterhead,
    draw_marking,
    draw_running_head,
)
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.structure import Structure, encodable
from desktop_app.reports.pdf.words import Footnote

#: Distance from the upper edge of the sheet, within its margin.
_MARKING_TOP: Final = 16.0
#: Number of pieces between two progress reports.
_REPORT_EVERY: Final = 200


class Written(Protocol):
    """The attributes of a document that `Writing` needs."""

    title: str
    made_at: datetime
    letterhead: Letterhead | None
    layout: PageLayout
    marking: str
    running: str
    foot: PageFoot | None


@dataclass(slots=True)
class _Sheet:
    """A page that is laid out but not numbered yet: its layout, operators and outline entries.

    The operators are kept compressed, since a thousand uncompressed pages would take too much memory.
    """

    layout: PageLayout
    packed: bytes = b""
    entries: list[tuple[str, int, float]] = field(default_factory=list)


class Writing:
    """Lays out the pages of a document, and numbers them when their total is known."""

    def __init__(self, document: Written, progress: Progress, *, closeness: float = 1.0) -> None:
        #: Errors about parts that were left out of the pages.
        self.troubles: list[AppError] = []
        self.pages = 0
        #: The used share of the last page, or of a page before another layout, whichever is less.
        self.filled = 1.0
        #: The factor of the white space above blocks.
        self._closeness = closeness
        self._document = document
        layout = self._layout = document.layout
        self._progress = progress
        self._target = BytesIO()
        self._canvas: Any = Canvas(
            self._target, pagesize=(layout.width, layout.height), pageCompression=0, invariant=1
        )
        self._canvas._doc.idToObject[BasicFonts].dict.clear()
        self._book: Any = FontBook(self._canvas)
        self._structure = Structure(self._canvas)
        self._paper: Any = self._paper_of(layout)
        self._foot = Foot(self._paper)
        self._sheets: list[_Sheet] = []
        self._y = 0.0
        self._fresh = True
        self._begun: Block | None = None
        self._drawn = 0

    def run(self, blocks: list[Block]) -> bytes:
        self._turn()
        group: list[tuple[PagePiece, Block]] = []
        for block in blocks:
            if isinstance(block, PageBreak):
                self._place(group)
                group = []
                self._turn_to(block.layout or self._layout)
                continue
            for piece in block.pieces(self._layout.text_width):
                group.append((piece, block))
                if not piece.keep_with_next:
                    self._place(group)
                    group = []
        self._place(group)
        while self._foot.waiting:
            self._turn()
        self._measure()
        self._put_away()
        self._number()
        self._canvas.save()
        self.pages = len(self._sheets)
        # All pages are in the target now: free their sources, which take as much memory again.
        self._sheets.clear()
        self._canvas = self._paper = self._book = None
        return finished(self._target, self._document.title, self._document.made_at, self._structure)

    def _paper_of(self, layout: PageLayout) -> Paper:
        right = layout.width - layout.right
        return Paper(self._canvas, self._book, self._structure, layout.left, right, self.troubles)

    def _turn_to(self, layout: PageLayout) -> None:
        """Continues on a new page with `layout`; drops the current page if it is empty."""
        if self._fresh and not self._foot.height:
            self._sheets.pop()
            self._structure.drop_page()
        else:
            self._measure()
            self._put_away()
        self._layout, self._paper = layout, self._paper_of(layout)
        self._begin_sheet()

    def _measure(self) -> None:
        self.filled = min(self.filled, 1 - (self._y - self._layout.bottom) / self._page_height)

    def _place(self, group: list[tuple[PagePiece, Block]]) -> None:
        """Draws pieces that belong together, on the next page if they do not fit on this one."""
        if not group:
            return
        needed = sum(piece.height + self._gap(piece) for piece, _ in group[:-1])
        last = group[-1][0]
        notes = [note for piece, _ in group for note in piece.notes]
        if not self._fits(needed + self._gap(last) + last.least, notes) and not self._fresh:
            self._turn()
            self._repeat(group[0][1])
        for piece, block in group:
            self._set(piece, block)

    def _set(self, piece: PagePiece, block: Block) -> None:
        if (
            not self._fresh
            and not self._fits(self._gap(piece) + piece.least, piece.notes)
            and not self._torn_here(piece)
        ):
            self._turn()
            self._repeat(block)
        rest: PagePiece | None = piece
        while rest is not None:
            gap = 0.0 if self._fresh else self._gap(rest)
            halves = None
            if not self._fits(gap + rest.height, rest.notes):
                halves = rest.split(self._y - gap - self._lowest(rest.notes))
            head, rest = halves or (rest, None)
            self._draw(head, block)
            if rest is not None:
                self._turn()
                self._repeat(block)

    def _gap(self, piece: PagePiece) -> float:
        return piece.gap * self._closeness

    def _torn_here(self, piece: PagePiece) -> bool:
        """Whether a piece that is higher than any page may start on this one.

        Otherwise the header of its table would be alone on this page.
        """
        page = self._page_height
        return piece.least > page and self._y - self._lowest(piece.notes) > page / 3

    def _fits(self, height: float, notes: Sequence[Footnote] = ()) -> bool:
        return self._y - height >= self._lowest(notes) - 0.001

    def _lowest(self, notes: Sequence[Footnote]) -> float:
        """The lower limit of the text, above the notes of the page and `notes`."""
        return self._layout.bottom + self._foot.height + self._foot.needed(notes, self._page_height)

    @property
    def _page_height(self) -> float:
        return self._layout.height - self._layout.top - self._layout.bottom

    def _repeat(self, block: Block) -> None:
        """Draws the header of a table that continues from the previous page, if there is room."""
        if self._begun is not block:
            return
        header = block.repeated(self._layout.text_width)
        if header is not None and self._fits(header.height * 2):
            with self._structure.artifact("Header"):
                self._draw(header, block)

    def _draw(self, piece: PagePiece, block: Block) -> None:
        if not self._fresh:
            self._y -= self._gap(piece)
        if piece.entry:
            self._sheets[-1].entries.append((*piece.entry, self._y))
        piece.draw(self._paper, self._y)
        self._y -= piece.height
        self._foot.add(piece.notes, self._y - self._layout.bottom)
        self._fresh = self._fresh and piece.height == 0
        self._begun = block
        self._drawn += 1
        if self._drawn % _REPORT_EVERY == 0:
            self._progress.report(self._drawn)
            if self._progress.cancelled():
                raise CancelledError(done=0)

    def _turn(self) -> None:
        """Starts the next page."""
        if self._sheets:
            self._put_away()
        self._begin_sheet()

    def _put_away(self) -> None:
        """Stores the operators of the finished page."""
        self._foot.draw(self._layout.bottom)
        self._structure.close()
        self._sheets[-1].packed = zlib.compress("\n".join(self._canvas._code).encode("ascii"), 1)

    def _begin_sheet(self) -> None:
        self._canvas._code = []
        self._sheets.append(_Sheet(self._layout))
        self._structure.begin_page()
        self._y = self._layout.height - self._layout.top
        if len(self._sheets) > 1:
            with self._structure.artifact("Header"):
                self._y -= draw_running_head(
                    self._paper, self._document.title, self._y, self._document.running
                )
        elif self._document.letterhead:
            self._y -= draw_letterhead(self._paper, self._document.letterhead, self._y)
        self._foot.begin(self._paper, (self._y - self._layout.bottom) / 2)
        self._fresh = True

    def _number(self) -> None:
        """Adds footers and outline page by page, and passes the pages to reportlab."""
        level = -1
        for number, sheet in enumerate(self._sheets, start=1):
            self._canvas._code = [zlib.decompress(sheet.packed).decode("ascii")]
            self._canvas.setPageSize((sheet.layout.width, sheet.layout.height))
            # reportlab starts every page in Helvetica, which would be referenced but not embedded.
            self._canvas._preamble = ""
            paper = self._paper_of(sheet.layout)
            with self._structure.artifact("Footer"):
                draw_footer(paper, number, len(self._sheets), self._document.foot)
            if self._document.marking:
                with self._structure.artifact("Header"):
                    draw_marking(paper, self._document.marking, sheet.layout.height - _MARKING_TOP)
            for place, (title, wanted, y) in enumerate(sheet.entries):
                key = f"{number}.{place}"
                self._canvas.bookmarkHorizontal(key, 0, y)
                # Outline levels may increase only by one.
                level = min(wanted, level + 1)
                self._canvas.addOutlineEntry(encodable(title), key, level=level)
            self._canvas.showPage()
            # Operators are ASCII. reportlab would encode them by its own, slow codec.
            page = self._canvas._doc.Pages[-1]
            page.stream = page.stream.encode("ascii")
