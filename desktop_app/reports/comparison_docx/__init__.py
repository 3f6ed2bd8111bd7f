"""A comparison as a Word document with tracked changes: accepting all gives NEW, rejecting all gives OLD.

Each line of a text is a paragraph, each tab a tab; headings have the styles of headings. The text is exact except
for characters that XML cannot contain (`markup.holdable`). Information about the document is in header, footer and
properties, never in the body, so that the accepted text contains nothing else. There are no comments: LibreOffice
25.2 does not remove a deleted paragraph mark where the paragraph has a comment. Weighty changes have a separate
author name instead.
"""

from __future__ import annotations

from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison
from desktop_app.reports.comparison_docx.markup import Signature, blocks_of
from desktop_app.reports.comparison_docx.outline import HeadingLevels
from desktop_app.reports.comparison_docx.package import packed
from desktop_app.reports.comparison_docx.readable import readable
from desktop_app.reports.comparison_docx.sequence import tracked

__all__ = ["comparison_docx"]


def comparison_docx(comparison: Comparison, provenance: Provenance) -> bytes:
    """Returns the DOCX in the current language; the same input gives the same bytes."""
    blocks = blocks_of(readable(tracked(comparison)), Signature.of(provenance), HeadingLevels(comparison))
    return packed(blocks, comparison, provenance)
