"""A Persian document: blocks set one below the other on A4, numbered, with an outline, written in one piece.

    document = PersianDocument("گزارش ماهانه", made_at=moment, letterhead=Letterhead([...]))
    document.heading("گزارش ماهانه", 0).paragraph(["در آبان ۱۴۰۵", document.note("تا پایان روز ۳۰ آبان."), "..."])
    document.add(Table([Column("واحد"), Column("رسیده")], rows)).write(path)

Words are what was written, in the order in which they are read: with brackets, Latin, digits, ZWNJ and marks; lines
are wrapped first and ordered then. What is copied from the page or searched on it is those words again. Nothing that
a citizen may have typed can break a page: see `words.printable`.

The same blocks and the same `made_at` give the same bytes: a reprint is the report that was issued. The document
says that it is Persian, is read from right to left and has a title, and it is tagged: whoever has it read aloud hears
headings as headings and cells with the heads of their columns, and no page numbers between two lines.
"""

from __future__ import annotations

import errno
import logging
import os
import stat
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Self

from desktop_app.errors import AppError, NotWrittenError
from desktop_app.progress import Progress, SilentProgress
from desktop_app.reports.pdf.flow import Block, Spacer
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextRun, TextStyle, Words
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.paragraph import Paragraph, heading
from desktop_app.reports.pdf.words import Footnote
from desktop_app.reports.pdf.writing import Writing
from desktop_app.whole_file import write_whole
from desktop_app.wording import digits

_log = logging.getLogger(__name__)


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
        self._notes = 0
        #: What the last writing left out of the pages (a logo that cannot be drawn), to be told to whoever made them.
        self.troubles: tuple[AppError, ...] = ()

    def add(self, block: Block) -> Self:
        """Appends any block: a table, a chart, a paragraph."""
        self._blocks.append(block)
        return self

    def heading(self, words: Words, level: int = 1) -> Self:
        """A heading of level 0 (the document's title) to 2; it stays with what follows and is in the outline."""
        return self.add(heading(words, level))

    def note(self, words: Words) -> TextRun:
        """The mark of a note, to be put behind the word that it is about: the next number. The note stands at the
        foot of the page on which the mark is."""
        self._notes += 1
        runs = (TextRun(words),) if isinstance(words, str) else tuple(words)
        # A narrow space without a break: the mark stays with its word, and the word can be found.
        return TextRun(f"\u202f{digits(self._notes)}", note=Footnote(self._notes, runs))

    def paragraph(self, words: Words, style: TextStyle | None = None, *, gap: float = 6.0) -> Self:
        """A paragraph, justified unless `style` says otherwise."""
        return self.add(Paragraph(words, style or TextStyle(alignment="justified"), gap=gap))

    def spacer(self, height: float) -> Self:
        """White space of `height` points; none at the top of a page."""
        return self.add(Spacer(height))

    def to_bytes(self, progress: Progress | None = None) -> bytes:
        """The PDF. Raises CancelledError when `progress` asks to stop."""
        writing = Writing(self, progress or SilentProgress())
        content = writing.run(self._blocks)
        self.troubles = tuple(writing.troubles)
        for trouble in self.troubles:
            _log.warning("left out of a page: %s", trouble)
        return content

    def write(self, target: str | os.PathLike[str] | BinaryIO, progress: Progress | None = None) -> None:
        """Writes the PDF into a stream, or into a file that is replaced only when the new one is whole.

        Raises CancelledError when `progress` asks to stop, NotWrittenError when the file may not be written or the
        disk is full; what was there before is then untouched.
        """
        content = self.to_bytes(progress)
        if isinstance(target, (str, os.PathLike)):
            _write(Path(target), content)
        else:
            target.write(content)


def _write(path: Path, content: bytes) -> None:
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
            # Where it is only the folder that counts, a file that somebody protected would be replaced all the same.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        write_whole(path, content)
    except OSError as error:
        raise NotWrittenError.because(str(path), error) from error
