"""A Persian document: blocks set one below the other on A4, numbered, with an outline, written in one piece.

    PersianDocument("گزارش ماهانه", made_at=moment, letterhead=Letterhead([...]))
        .heading("گزارش ماهانه", 0).paragraph("...").table(Table(...)).write(path)

The same blocks and the same `made_at` give the same bytes: a reprint is the report that was issued. The document
says that it is Persian, is read from right to left and has a title, and it is tagged: whoever has it read aloud hears
headings as headings and cells with the heads of their columns, and no page numbers between two lines.
"""

from __future__ import annotations

import os
import zlib
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final, Self

from reportlab.pdfbase.pdfdoc import BasicFonts
from reportlab.pdfgen.canvas import Canvas

from desktop_app.errors import CancelledError
from desktop_app.progress import Progress, SilentProgress
from desktop_app.reports.pdf.finish import finished
from desktop_app.reports.pdf.flow import Block, PageTurn, Piece, Spacer
from desktop_app.reports.pdf.fonts import FontBook
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextStyle, Words
from desktop_app.reports.pdf.page import (
    Letterhead,
    draw_footer,
    draw_letterhead,
    draw_marking,
    draw_running_head,
)
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.paragraph import Paragraph, heading
from desktop_app.reports.pdf.structure import Structure, encodable
from desktop_app.whole_file import write_whole

_FOOTER_RULE: Final = 40.0
#: From the upper edge of the sheet, within its margin.
_MARKING_TOP: Final = 16.0
#: Progress is told every so many pieces.
_TOLD_EVERY: Final = 200


class PersianDocument:
    """Gathers blocks and writes them as a PDF. `made_at` (aware) is the document's date; no clock is asked.
    `marking` stands above every page, for whoever holds one of them alone."""

    def __init__(
        self,
        title: str,
        *,
        made_at: datetime,
        letterhead: Letterhead | None = None,
        layout: PageLayout | None = None,
        marking: str = "",
    ) -> None:
        self.title = title
        self.made_at = made_at
        self.letterhead = letterhead
        self.layout = layout or PageLayout()
        self.marking = marking
        self._blocks: list[Block] = []

    def add(self, block: Block) -> Self:
        """Appends any block: a table, a chart, a paragraph."""
        self._blocks.append(block)
        return self

    def heading(self, words: Words, level: int = 1) -> Self:
        """A heading of level 0 (the document's title) to 2; it stays with what follows and is in the outline."""
        return self.add(heading(words, level))

    def paragraph(self, words: Words, style: TextStyle | None = None, *, gap: float = 6.0) -> Self:
        """A paragraph, justified unless `style` says otherwise."""
        return self.add(Paragraph(words, style or TextStyle(alignment="justified"), gap=gap))

    def spacer(self, height: float) -> Self:
        """White space of `height` points; none at the top of a page."""
        return self.add(Spacer(height))

    def to_bytes(self, progress: Progress | None = None) -> bytes:
        """The PDF. Raises CancelledError when `progress` asks to stop."""
        return _Writing(self, progress or SilentProgress()).run(self._blocks)

    def write(self, target: str | os.PathLike[str] | BinaryIO, progress: Progress | None = None) -> None:
        """Writes the PDF into a stream, or into a file that is replaced only when the new one is whole.

        Raises CancelledError when `progress` asks to stop, OSError when the disk refuses; what was there
        before is then untouched.
        """
        content = self.to_bytes(progress)
        if isinstance(target, (str, os.PathLike)):
            write_whole(Path(target), content)
        else:
            target.write(content)


@dataclass(slots=True)
class _Sheet:
    """A page that is set but not numbered yet: its layout, its operators and its entries of the outline.

    The operators are kept compressed: as text those of a thousand pages would fill the memory.
    """

    layout: PageLayout
    packed: bytes = b""
    entries: list[tuple[str, int, float]] = field(default_factory=list)


class _Writing:
    """One writing of a document: sets pages first, numbers them when their count is known."""

    def __init__(self, document: PersianDocument, progress: Progress) -> None:
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
        self._sheets: list[_Sheet] = []
        self._y = 0.0
        self._fresh = True
        self._begun: Block | None = None
        self._drawn = 0

    def run(self, blocks: list[Block]) -> bytes:
        self._turn()
        group: list[tuple[Piece, Block]] = []
        for block in blocks:
            if isinstance(block, PageTurn):
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
        self._put_away()
        self._number()
        self._canvas.save()
        # Every page stands in the target now: what it was made from would fill the memory a second time.
        self._sheets.clear()
        self._canvas = self._paper = self._book = None
        return finished(self._target, self._document.title, self._document.made_at, self._structure)

    def _paper_of(self, layout: PageLayout) -> Paper:
        return Paper(self._canvas, self._book, self._structure, layout.left, layout.width - layout.right)

    def _turn_to(self, layout: PageLayout) -> None:
        """Goes on on a fresh page of `layout`; an empty one is not left behind."""
        self._layout, self._paper = layout, self._paper_of(layout)
        if self._fresh:
            self._sheets.pop()
            self._structure.drop_page()
        else:
            self._put_away()
        self._begin_sheet()

    def _place(self, group: list[tuple[Piece, Block]]) -> None:
        """Sets pieces that want to be together; on the next page if this one has no room for all of them."""
        if not group:
            return
        needed = sum(piece.height + piece.gap for piece, _ in group[:-1])
        last = group[-1][0]
        if not self._fits(needed + last.gap + last.least) and not self._fresh:
            self._turn()
            self._repeat(group[0][1])
        for piece, block in group:
            self._set(piece, block)

    def _set(self, piece: Piece, block: Block) -> None:
        if not self._fresh and not self._fits(piece.gap + piece.least):
            self._turn()
            self._repeat(block)
        rest: Piece | None = piece
        while rest is not None:
            gap = 0.0 if self._fresh else rest.gap
            halves = (
                None if self._fits(gap + rest.height) else rest.split(self._y - gap - self._layout.bottom)
            )
            head, rest = halves or (rest, None)
            self._draw(head, block)
            if rest is not None:
                self._turn()
                self._repeat(block)

    def _fits(self, height: float) -> bool:
        return self._y - height >= self._layout.bottom - 0.001

    def _repeat(self, block: Block) -> None:
        """Draws the header of a table that goes on from the page before, where there is room for it."""
        if self._begun is not block:
            return
        header = block.repeated(self._layout.text_width)
        if header is not None and self._fits(header.height * 2):
            with self._structure.aside("Header"):
                self._draw(header, block)

    def _draw(self, piece: Piece, block: Block) -> None:
        if not self._fresh:
            self._y -= piece.gap
        if piece.entry:
            self._sheets[-1].entries.append((*piece.entry, self._y))
        piece.draw(self._paper, self._y)
        self._y -= piece.height
        self._fresh = self._fresh and piece.height == 0
        self._begun = block
        self._drawn += 1
        if self._drawn % _TOLD_EVERY == 0:
            self._progress.report(self._drawn)
            if self._progress.cancelled():
                raise CancelledError(done=0)

    def _turn(self) -> None:
        """Begins the next page."""
        if self._sheets:
            self._put_away()
        self._begin_sheet()

    def _put_away(self) -> None:
        """Keeps the operators of the page that was set."""
        self._structure.close()
        self._sheets[-1].packed = zlib.compress("\n".join(self._canvas._code).encode("ascii"), 1)

    def _begin_sheet(self) -> None:
        self._canvas._code = []
        self._sheets.append(_Sheet(self._layout))
        self._structure.begin_page()
        self._y = self._layout.height - self._layout.top
        if len(self._sheets) > 1:
            with self._structure.aside("Header"):
                self._y -= draw_running_head(self._paper, self._document.title, self._y)
        elif self._document.letterhead:
            self._y -= draw_letterhead(self._paper, self._document.letterhead, self._y)
        self._fresh = True

    def _number(self) -> None:
        """Adds footers and outline, page by page, and hands the pages to reportlab."""
        level = -1
        for number, sheet in enumerate(self._sheets, start=1):
            self._canvas._code = [zlib.decompress(sheet.packed).decode("ascii")]
            self._canvas.setPageSize((sheet.layout.width, sheet.layout.height))
            # reportlab begins every page in Helvetica, which would be named in the file and not embedded.
            self._canvas._preamble = ""
            paper = self._paper_of(sheet.layout)
            with self._structure.aside("Footer"):
                draw_footer(paper, number, len(self._sheets), _FOOTER_RULE)
            if self._document.marking:
                with self._structure.aside("Header"):
                    draw_marking(paper, self._document.marking, sheet.layout.height - _MARKING_TOP)
            for place, (title, wanted, y) in enumerate(sheet.entries):
                key = f"{number}.{place}"
                self._canvas.bookmarkHorizontal(key, 0, y)
                # An outline may go down one level at a time only.
                level = min(wanted, level + 1)
                self._canvas.addOutlineEntry(encodable(title), key, level=level)
            self._canvas.showPage()
