"""A comparison as PDF: the list of changes, both texts side by side, or both parts.

The list is in portrait and numbers the changes; the texts are in landscape with the same numbers, OLD right,
NEW left.
"""

from __future__ import annotations

from typing import Final, Literal

from desktop_app.comparison.digest import EVERYTHING, ChangeDigest, Showing
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison
from desktop_app.errors import CancelledError
from desktop_app.progress import Progress, SilentProgress
from desktop_app.reports.comparison_pdf.change_list import add_change_list, add_terms, list_length
from desktop_app.reports.comparison_pdf.head import add_head
from desktop_app.reports.comparison_pdf.texts import texts_block, texts_length
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.flow import PageBreak
from desktop_app.reports.pdf.layout import LANDSCAPE, PageLayout
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.wording import fill, translate

Layout = Literal["both", "list", "side_by_side"]
_PORTRAIT: Final = PageLayout(left=44.0, right=44.0)


def comparison_pdf(
    comparison: Comparison,
    provenance: Provenance,
    *,
    layout: Layout = "both",
    showing: Showing = EVERYTHING,
    whole_text: bool = False,
    letterhead: Letterhead | None = None,
    progress: Progress | None = None,
) -> bytes:
    """Returns the PDF in the current language; the same arguments give the same bytes.

    `layout` selects the list of changes (A4 portrait), both texts side by side (A4 landscape), or both parts.
    `showing` is the filter of the reader; name what it hides in `provenance.hidden`. Unchanged provisions are
    printed only with `whole_text`, otherwise each run of them takes one line. Progress counts rows. Raises
    `CancelledError` when `progress` is cancelled.
    """
    digest = ChangeDigest(comparison, showing)
    title = fill(translate("Comparison PDF", "Comparison: {title}"), title=provenance.title)
    landscape = layout == "side_by_side"
    document = PersianDocument(
        title,
        made_at=provenance.made_at,
        letterhead=letterhead,
        layout=LANDSCAPE if landscape else _PORTRAIT,
    )
    counter = _RowProgress(progress or SilentProgress(), _length(digest, layout, whole_text))
    add_head(document, digest, provenance, title)
    if not landscape:
        add_change_list(document, digest, counter.step)
    add_terms(document, comparison)
    if layout == "both":
        document.add(PageBreak(LANDSCAPE))
    if layout != "list":
        document.heading(translate("Comparison PDF", "Both texts, one beside the other"))
        document.add(texts_block(digest, counter.step, whole_text=whole_text))
    return document.to_bytes(counter)


def _length(digest: ChangeDigest, layout: Layout, whole_text: bool) -> int:
    length = 0 if layout == "side_by_side" else list_length(digest)
    return length + (0 if layout == "list" else texts_length(digest, whole_text=whole_text))


class _RowProgress:
    """Reports progress in rows, and ignores the line counts that the document reports."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def step(self) -> None:
        """Counts one more row. Raises `CancelledError`."""
        self._done += 1
        if self.cancelled():
            raise CancelledError(done=0)
        self._progress.report(min(self._done, self._total), self._total)

    def report(self, done: int, total: int | None = None) -> None:
        del done, total

    def cancelled(self) -> bool:
        return self._progress.cancelled()


__all__ = ["Layout", "comparison_pdf"]
