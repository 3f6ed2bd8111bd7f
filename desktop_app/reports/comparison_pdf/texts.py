"""Both texts side by side, provision by provision, on landscape pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from desktop_app.comparison.digest import ChangeDigest, QuietEntries
from desktop_app.reports.comparison_pdf.rows import ComparisonRows, RowMaker
from desktop_app.reports.pdf.table import RowPiece

_WHAT: Final = 112.0


def texts_block(digest: ChangeDigest, step: Callable[[], None], *, whole_text: bool) -> ComparisonRows:
    """Returns all rows of the comparison; each unchanged run takes one line, unless `whole_text` is set."""

    def rows(maker: RowMaker) -> Iterator[list[RowPiece]]:
        for row in digest.rows():
            if isinstance(row, QuietEntries):
                yield from _stretch(maker, row, whole_text)
            else:
                yield maker.rows(row)

    return ComparisonRows(lambda width: RowMaker(digest, width, _WHAT), rows, step)


def texts_length(digest: ChangeDigest, *, whole_text: bool) -> int:
    """The number of rows."""
    return len(digest.comparison.entries) if whole_text else sum(1 for _ in digest.rows())


def _stretch(maker: RowMaker, stretch: QuietEntries, whole_text: bool) -> Iterator[list[RowPiece]]:
    """Yields the rows of an unchanged run; entries hidden by the filter take one line even with `whole_text`."""
    if not whole_text:
        yield [maker.stretch(stretch)]
        return
    hidden: list[int] = []
    for index in stretch.entries:
        if index in stretch.filtered:
            hidden.append(index)
            continue
        if hidden:
            yield [maker.stretch(QuietEntries((), (), tuple(hidden)))]
            hidden = []
        yield maker.rows(index)
    if hidden:
        yield [maker.stretch(QuietEntries((), (), tuple(hidden)))]
