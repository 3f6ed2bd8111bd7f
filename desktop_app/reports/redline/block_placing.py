"""Where new paragraphs and tables go, and what happens at the end of a container and before a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from desktop_app.documents.docx_styles import W
from desktop_app.reports.comparison_docx.sequence import Concern
from desktop_app.reports.redline.blocks import DocumentLine
from desktop_app.reports.redline.marks import (
    Signer,
    change_look,
    look_of,
    mark_paragraph,
    set_look,
    siblings_after,
)


class BlockPlacer:
    """Puts new elements between the lines of OLD. `last` is the paragraph of the last line that was kept."""

    def __init__(self, olds: Sequence[DocumentLine], signer: Signer) -> None:
        self._olds, self._signer = olds, signer
        self._tails: dict[Any, Any] = {}
        self.last: Any = None

    def put(self, made: Sequence[Any], before: int) -> None:
        """Puts new paragraphs and tables where the line `before` of OLD begins, or after the last line."""
        if before == len(self._olds) and self.last is not None:
            self.last = _host(self.last)
        for element in made[self._appended(made, before) :]:
            self._place(element, before)

    def join_last(self, paragraph: Any, following: Any | None, concern: Concern) -> bool:
        """Deletes the last paragraph before a table or an end: its mark stays, that of the last kept line goes.

        No program can delete the last mark of a container, and LibreOffice none before a table. Returns whether
        anything has been done about the mark; at the end of a container nothing else can be.
        """
        last = self.last
        between = next(siblings_after(last), None) if last is not None else None
        while between is not None and between is not paragraph and _goes(between, tables=following is None):
            between = next(siblings_after(between), None)
        if between is not paragraph or last.find(f"{W}pPr/{W}sectPr") is not None:
            return following is None
        mark_paragraph(last, self._signer.element("del", concern))
        change_look(paragraph, look_of(last), self._signer.element("pPrChange", concern))
        self.last = paragraph
        return True

    def _appended(self, made: Sequence[Any], before: int) -> int:
        """Puts paragraphs before a table or an end, if the last kept line is just before; returns how many.

        The rest of `made` follows them.
        """
        following = _outer(self._olds[before]) if before < len(self._olds) else None
        if self.last is None or next(siblings_after(self.last), None) is not following:
            return 0
        tables = [place for place, element in enumerate(made) if element.tag == f"{W}tbl"]
        if following is None and made[-1].tag == f"{W}p":
            count = len(made)
        elif tables or (following is not None and following.tag == f"{W}tbl"):
            count = tables[0] if tables else len(made)
        else:
            count = 0
        if count:
            self._append(made[:count])
        return count

    def _place(self, made: Any, before: int) -> None:
        """Puts a new paragraph or table where the line `before` of OLD begins, or after the last line."""
        following = _outer(self._olds[before]) if before < len(self._olds) else None
        previous = _outer(self._olds[before - 1]) if before else None
        if following is not None and (previous is None or _depth(following) <= _depth(previous)):
            following.addprevious(made)
        elif made.tag == f"{W}p" and self.last is not None and next(siblings_after(self.last), None) is None:
            self._append([made])
        elif previous is not None:
            self.put_after(previous, made)

    def put_after(self, element: Any, made: Any) -> None:
        """Puts a new element after one of OLD, and after what was put there before."""
        self._tails.get(element, element).addnext(made)
        self._tails[element] = made

    def _append(self, made: Sequence[Any]) -> None:
        """Puts new elements after the last kept line; the last of them is a paragraph.

        That one gets the mark of the line, which is not tracked. What the line contains goes to a new paragraph
        before, with the look that it has.
        """
        last, end = self.last, made[-1]
        front = etree.Element(f"{W}p")
        for element in (front, *made[:-1]):
            last.addprevious(element)
        look, wanted = look_of(last), look_of(end)
        for source, target in ((last, front), (end, last)):
            target.extend([child for child in source if child.tag != f"{W}pPr"])
        set_look(front, look)
        mark_paragraph(front, end.find(f"{W}pPr/{W}rPr/{W}ins"))
        change_look(last, wanted, self._signer.element("pPrChange", Concern.WORDS))


def _outer(block: DocumentLine) -> Any:
    """Returns the paragraph of a line, or the table of a row."""
    assert block.line is not None
    return block.line.element if block.row is None else block.table


def _host(paragraph: Any) -> Any:
    """Returns a paragraph, or the one that holds the text box in which it is."""
    for box in paragraph.iterancestors(f"{W}txbxContent"):
        paragraph = next(box.iterancestors(f"{W}p"), paragraph)
    return paragraph


def _depth(element: Any) -> int:
    return sum(1 for _ in element.iterancestors())


def _goes(block: Any, *, tables: bool) -> bool:
    """Returns whether a paragraph is deleted, or every row of a table if these count."""
    if block.tag == f"{W}tbl":
        return tables and all(row.find(f"{W}trPr/{W}del") is not None for row in block.iterchildren(f"{W}tr"))
    return block.find(f"{W}pPr/{W}rPr/{W}del") is not None
