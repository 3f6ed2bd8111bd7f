"""A Persian PDF document: blocks on numbered A4 pages, with an outline.

    document = PersianDocument("گزارش ماهانه", made_at=moment, letterhead=Letterhead([...]))
    document.heading("گزارش ماهانه", 0).paragraph(["در آبان ۱۴۰۵", document.note("تا پایان روز ۳۰ آبان."), "..."])
    document.add(Table([PdfColumn("واحد"), PdfColumn("رسیده")], rows)).write(path)

Text is given in logical order, with brackets, Latin words, digits, ZWNJ and marks. It is wrapped first, and
reordered per line. Copying and searching in the PDF give the same text. No input of a citizen can break a page:
see `words.printable`.

The same blocks and the same `made_at` give the same bytes, so that a reprint equals the issued report. The
document has language, direction and title, and is tagged: screen readers announce headings and the column titles
of cells, and skip page numbers.
"""

from __future__ import annotations

import errno
import logging
import os
import stat
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final, Self

from desktop_app.errors import AppError, NotWrittenError
from desktop_app.progress import Progress, SilentProgress
from desktop_app.reports.pdf.flow import Block, Spacer
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextRun, TextStyle, Words
from desktop_app.reports.pdf.page import Letterhead, PageFoot
from desktop_app.reports.pdf.paragraph import Paragraph, heading
from desktop_app.reports.pdf.words import Footnote
from desktop_app.reports.pdf.writing import Writing
from desktop_app.whole_file import write_whole
from desktop_app.wording import digits

#: The used share of a last page that is nearly empty, and the factor of the white space without it. Longer documents
#: are not written twice.
_NEARLY_EMPTY: Final = 0.4
_MOST_PAGES: Final = 60
_CLOSE: Final = 0.6
_log = logging.getLogger(__name__)


class PersianDocument:
    """Collects blocks and writes them as a PDF.

    `made_at` (timezone-aware) is the date of the document; it reads no clock. `marking` is printed at the top
    of every page, `running` beside the title above later pages. A document that `closes_up` has less white space if
    its last page would be nearly empty otherwise. Its tables have no iterators as rows, but `MadeRows`.
    """

    def __init__(
        self,
        title: str,
        *,
        made_at: datetime,
        letterhead: Letterhead | None = None,
        layout: PageLayout | None = None,
        marking: str = "",
        running: str = "",
        foot: PageFoot | None = None,
        closes_up: bool = False,
    ) -> None:
        self.title = title
        self.made_at = made_at
        self.letterhead = letterhead
        self.layout = layout or PageLayout()
        self.marking = marking
        self.running = running
        self.foot = foot
        self.closes_up = closes_up
        self._blocks: list[Block] = []
        self._notes = 0
        #: Errors of the last run about parts that were left out (such as an unreadable logo), for the user.
        self.troubles: tuple[AppError, ...] = ()
        #: The number of pages of the last run.
        self.pages = 0

    def add(self, block: Block) -> Self:
        """Appends a block, such as a table, chart or paragraph."""
        self._blocks.append(block)
        return self

    def heading(self, words: Words, level: int = 1) -> Self:
        """Appends a heading of level 0 (title) to 2; it is kept with the next block and enters the outline."""
        return self.add(heading(words, level))

    def note(self, words: Words) -> TextRun:
        """Returns the next note mark, to place after the word that the note explains.

        The note is printed at the foot of the page of its mark.
        """
        self._notes += 1
        runs = (TextRun(words),) if isinstance(words, str) else tuple(words)
        # A narrow no-break space keeps the mark with its word, and the word can still be found.
        return TextRun(f"\u202f{digits(self._notes)}", note=Footnote(self._notes, runs))

    def paragraph(self, words: Words, style: TextStyle | None = None, *, gap: float = 6.0) -> Self:
        """Appends a paragraph, justified by default."""
        return self.add(Paragraph(words, style or TextStyle(alignment="justified"), gap=gap))

    def spacer(self, height: float) -> Self:
        """Appends white space of `height` points, which is dropped at the top of a page."""
        return self.add(Spacer(height))

    def to_bytes(self, progress: Progress | None = None) -> bytes:
        """Returns the PDF. Raises `CancelledError` when `progress` is cancelled."""
        progress = progress or SilentProgress()
        writing = Writing(self, progress)
        content = writing.run(self._blocks)
        if self.closes_up and 1 < writing.pages <= _MOST_PAGES and writing.filled < _NEARLY_EMPTY:
            closer = Writing(self, progress, closeness=_CLOSE)
            closer_content = closer.run(self._blocks)
            if closer.pages < writing.pages:
                writing, content = closer, closer_content
        self.troubles, self.pages = tuple(writing.troubles), writing.pages
        for trouble in self.troubles:
            _log.warning("left out of a page: %s", trouble)
        return content

    def pages_needed(self) -> int:
        """Returns the number of pages of the blocks so far."""
        writing = Writing(self, SilentProgress())
        writing.run(self._blocks)
        return writing.pages

    def write(self, target: str | os.PathLike[str] | BinaryIO, progress: Progress | None = None) -> None:
        """Writes the PDF to a stream, or to a file, which is replaced only by a complete PDF.

        Raises `CancelledError` when `progress` is cancelled, `NotWrittenError` when the file is
        write-protected or the disk is full; an existing file is unchanged then.
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
            # Replacing a file only needs permission for the folder, so check for a write-protected file
            # explicitly.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        write_whole(path, content)
    except OSError as error:
        raise NotWrittenError.because(str(path), error) from error
