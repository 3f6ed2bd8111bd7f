"""Cuts a run into what is kept, deleted and inserted."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from lxml import etree

from desktop_app.documents.docx_styles import W
from desktop_app.reports.comparison_docx.sequence import Concern
from desktop_app.reports.redline.marks import SPACE, Signer, new_run

RUN: Final = f"{W}r"
TEXT: Final = f"{W}t"


class RunEdit(NamedTuple):
    """Deletes characters `[start, end)` of an element, or inserts `text` at `start`."""

    start: int
    end: int
    text: str
    concern: Concern


class RunWriter:
    """Replaces a run by the parts that are kept, deleted and inserted."""

    def __init__(self, run: Any, signer: Signer) -> None:
        self._run, self._signer = run, signer
        self._look = run.find(f"{W}rPr")
        self._parts: list[Any] = []
        self._open: Any = None
        self._deleting: Concern | None = None

    def write(self, units: dict[Any, list[RunEdit]]) -> None:
        for child in list(self._run):
            if child is self._look:
                continue
            if child in units and child.tag == TEXT:
                self._cut(child, units[child])
            else:
                self._put_whole(child, units.get(child, []))
        for part in self._parts:
            self._run.addprevious(part)
        self._run.getparent().remove(self._run)

    def _cut(self, words: Any, edits: Sequence[RunEdit]) -> None:
        text = words.text or ""
        at, end = 0, len(text)
        if words.get(SPACE) != "preserve":
            at, end = len(text) - len(text.lstrip(" \t\r\n")), len(text.rstrip(" \t\r\n"))
        for edit in edits:
            if at < edit.start:
                self._put(_words(text[at : edit.start]), None)
            if edit.text:
                self._insert(edit)
            else:
                self._put(_words(text[edit.start : edit.end]), edit.concern)
            at = edit.end
        if at < end:
            self._put(_words(text[at:end]), None)

    def _put_whole(self, child: Any, edits: Sequence[RunEdit]) -> None:
        """Keeps or deletes a child of the run that cannot be cut."""
        deletion = next((edit for edit in edits if not edit.text), None)
        for edit in edits:
            if edit.text and edit.start == 0:
                self._insert(edit)
        self._put(child, deletion.concern if deletion else None)
        for edit in edits:
            if edit.text and edit.start > 0:
                self._insert(edit)

    def _insert(self, edit: RunEdit) -> None:
        change = self._signer.element("ins", edit.concern)
        change.append(new_run(edit.text, self._look))
        self._parts.append(change)
        self._open = None

    def _put(self, child: Any, deleted: Concern | None) -> None:
        if self._open is None or self._deleting is not deleted:
            self._open = etree.Element(RUN)
            if self._look is not None:
                self._open.append(copy.deepcopy(self._look))
            part = self._open
            if deleted is not None:
                part = self._signer.element("del", deleted)
                part.append(self._open)
            self._parts.append(part)
            self._deleting = deleted
        if deleted is not None and child.tag == TEXT:
            child.tag = f"{W}delText"
        self._open.append(child)


def whole_edits(element: Any, edits: Sequence[RunEdit]) -> list[RunEdit]:
    """Returns edits that delete an element whole, if at all; what was kept of its text is inserted as words.

    A place is 0 before the element, and 1 after it.
    """
    deletions = [edit for edit in edits if not edit.text]
    if not deletions:
        return [edit._replace(start=min(edit.start, 1), end=1) for edit in edits]
    text = "".join(element.itertext()) or " "
    words, at = "", 0
    for edit in edits:
        words += text[at : edit.start] + edit.text
        at = edit.end
    words += text[at:]
    deleted = RunEdit(0, 1, "", deletions[0].concern)
    return [deleted, RunEdit(1, 1, words, deletions[0].concern)] if words else [deleted]


def _words(text: str) -> Any:
    words = etree.Element(TEXT)
    words.set(SPACE, "preserve")
    words.text = text
    return words
