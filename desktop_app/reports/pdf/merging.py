"""Several documents in one PDF, for printing them in one go; tags, title and outline remain."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String
from pikepdf.models.metadata import decode_pdf_date

from desktop_app.reports.pdf.finish import described


def joined(documents: Sequence[bytes]) -> bytes:
    """Joins finished documents in this order; the same ones give the same bytes.

    Each becomes a part of the structure tree and an entry of the outline. The title is that of all of them, or their
    titles in order; the date is the latest one.
    """
    with ExitStack() as stack:
        whole = stack.enter_context(pikepdf.new())
        sources = [stack.enter_context(pikepdf.open(BytesIO(content))) for content in documents]
        tree = _Tree(whole)
        titles: list[str] = []
        with whole.open_outline() as outline:
            for source in sources:
                first = len(whole.pages)
                whole.pages.extend(source.pages)
                tree.add(source, first)
                titles.append(str(source.docinfo.get(Name.Title, "")))
                outline.root.append(OutlineItem(titles[-1], first))
        return described(whole, "؛ ".join(dict.fromkeys(titles)), max(map(_made_at, sources)))


def _made_at(source: Pdf) -> datetime:
    return decode_pdf_date(str(source.docinfo[Name.CreationDate]))


class _Tree:
    """The structure tree of the whole, to which those of its sources are added."""

    def __init__(self, whole: Pdf) -> None:
        self._whole = whole
        self._root = whole.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = whole.make_indirect(Dictionary(S=Name.Document, P=self._root, K=Array()))
        self._numbers = Array()
        self._root.K = self._document
        self._root.ParentTree = whole.make_indirect(Dictionary(Nums=self._numbers))
        self._root.ParentTreeNextKey = 0
        whole.Root.StructTreeRoot = self._root
        whole.Root.MarkInfo = Dictionary(Marked=True)

    def add(self, source: Pdf, first: int) -> None:
        """Adds the tree of `source`, whose pages are in the whole from the index `first`."""
        # Copied after the pages, so that its elements refer to the copies of them.
        copied = self._whole.copy_foreign(source.Root.StructTreeRoot)
        part = copied.K
        part.S, part.P = Name.Part, self._document
        self._document.K.append(part)
        passed = int(self._root.ParentTreeNextKey)
        self._number_notes(part, passed)
        numbers = list(copied.ParentTree.Nums)
        for key, contents in zip(numbers[::2], numbers[1::2], strict=True):
            self._numbers.append(passed + int(key))
            self._numbers.append(contents)
        for page in list(self._whole.pages)[first:]:
            if Name.StructParents in page.obj:
                page.obj.StructParents = passed + int(page.obj.StructParents)
        self._root.ParentTreeNextKey = passed + int(copied.ParentTreeNextKey)

    def _number_notes(self, element: Any, passed: int) -> None:
        """Gives each note an ID that no other document of the whole has."""
        if Name.ID in element:
            element.ID = String(f"{element.ID}-{passed}")
        children = element.get(Name.K, ())
        for child in children if isinstance(children, Array) else (children,):
            if isinstance(child, Dictionary) and Name.S in child:
                self._number_notes(child, passed)
