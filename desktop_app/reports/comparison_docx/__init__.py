"""A comparison as a Word document with tracked changes: accept all of them and it is NEW, reject all and it is OLD.

A line of a text is a paragraph, a tab a tab. Exact but for what XML cannot hold (`markup.holdable`). What the
document says of itself stands in header, footer and properties, never in the body, so that nothing of it is left
in the text that was accepted. There are no comments either: LibreOffice 25.2 leaves a deleted paragraph mark
standing where the paragraph carries one. Weighty changes are signed with a name of their own instead.
"""

from __future__ import annotations

from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison
from desktop_app.reports.comparison_docx.markup import Signature, blocks_of
from desktop_app.reports.comparison_docx.package import packed
from desktop_app.reports.comparison_docx.readable import readable
from desktop_app.reports.comparison_docx.sequence import tracked

__all__ = ["comparison_docx"]


def comparison_docx(comparison: Comparison, provenance: Provenance) -> bytes:
    """The bytes of the DOCX, worded in the language in use; the same input gives the same bytes."""
    blocks = blocks_of(readable(tracked(comparison)), Signature.of(provenance))
    return packed(blocks, comparison, provenance)
