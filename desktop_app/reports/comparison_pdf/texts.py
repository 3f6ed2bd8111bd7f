"""Both texts beside one another, provision by provision, on paper that lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from desktop_app.comparison.digest import ChangeDigest, QuietEntries
from desktop_app.reports.comparison_pdf.rows import ComparisonRows, RowMaker
from desktop_app.reports.pdf.table import RowPiece

_WHAT: Final = 112.0


def texts_block(digest: ChangeDigest, step: Callable[[], None], *, whole_text: bool) -> ComparisonRows:
    """All rows of the comparison; unchanged stretches in one line, unless `whole_text` is wanted."""

    def rows(maker: RowMaker) -> Iterator[RowPiece]:
        for row in digest.rows():
            if isinstance(row, QuietEntries):
                yield from _stretch(maker, row, whole_text)
            else:
                yield maker.row(row)

    return ComparisonRows(lambda width: RowMaker(digest, width, _WHAT), rows, step)


def texts_length(digest: ChangeDigest, *, whole_text: bool) -> int:
    """How many rows there are."""
    return len(digest.comparison.entries) if whole_text else sum(1 for _ in digest.rows())


def _stretch(maker: RowMaker, stretch: QuietEntries, whole_text: bool) -> Iterator[RowPiece]:
    """What the filter hides is told in one line even where the whole text is wanted."""
    if not whole_text:
        yield maker.stretch(stretch)
        return
    hidden: list[int] = []
    for index in stretch.entries:
        if index in stretch.filtered:
            hidden.append(index)
            continue
        if hidden:
            yield maker.stretch(QuietEntries((), (), tuple(hidden)))
            hidden = []
        yield maker.row(index)
    if hidden:
        yield maker.stretch(QuietEntries((), (), tuple(hidden)))
