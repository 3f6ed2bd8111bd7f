"""Writes the changes of a line into the runs from which its text comes."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from lxml import etree

from desktop_app.comparison.result import Range
from desktop_app.documents.docx_styles import W, attribute
from desktop_app.documents.docx_trace import Source
from desktop_app.reports.comparison_docx.sequence import Concern, TrackedChange
from desktop_app.reports.redline.marks import SPACE, Signer, mark_paragraph, new_run, siblings_after, wrap_deleted
from desktop_app.reports.redline.script import Step

_RUN: Final = f"{W}r"
_TEXT: Final = f"{W}t"


class _Insertion(NamedTuple):
    at: int
    text: str
    concern: Concern


class _Deletion(NamedTuple):
    start: int
    end: int
    concern: Concern


@dataclass(slots=True)
class _Edits:
    """What changes in one element; offsets count its characters."""

    source: Source
    deletions: list[_Deletion] = field(default_factory=list)
    insertions: list[_Insertion] = field(default_factory=list)


class LineEditor:
    """Edits one line or one cell. `sources` count from `start`, an offset of OLD."""

    def __init__(self, sources: Sequence[Source], start: int, new: str, signer: Signer) -> None:
        self._sources = [
            one._replace(start=one.start + start, end=one.end + start)
            for one in sources
            if one.element.tag != f"{W}p"
        ]
        self._new, self._signer = new, signer

    def apply(self, steps: Sequence[Step], paragraph: Any) -> None:
        """Writes the steps. Text goes to the end of `paragraph` where the line has none."""
        found = {one.start: _Edits(one) for one in self._sources}
        for step in steps:
            if step.change is TrackedChange.DELETED:
                self._delete(step, found)
            elif step.change is TrackedChange.INSERTED:
                text = self._new[step.new : step.new + step.length]
                self._insert(step.old, text, step.concern, found, paragraph)
        edited = [one for one in found.values() if one.deletions or one.insertions]
        for edits in edited:
            self._keep_whole(edits)
        self._rewrite(edited)

    def _delete(self, step: Step, found: dict[int, _Edits]) -> None:
        end, at = step.old + step.length, step.old
        for source in self._sources:
            first, last = max(at, source.start), min(end, source.end)
            if first >= last:
                continue
            if first > step.old and first > at:
                self._join(source, step.concern)
            shift = source.offset - source.start
            found[source.start].deletions.append(_Deletion(first + shift, last + shift, step.concern))
            at = last
        if at < end:
            self._join(next((one for one in self._sources if one.start >= end), None), step.concern)

    def _join(self, later: Source | None, concern: Concern) -> None:
        """Deletes the end of the paragraph before that of `later`: the space between them is in no run."""
        if later is None:
            return
        here = _paragraph_of(later.element)
        before = next(here.itersiblings(preceding=True), None)
        if before is not None and before.tag == f"{W}p" and next(siblings_after(before), None) is here:
            mark_paragraph(before, self._signer.element("del", concern))

    def _insert(
        self, at: int, text: str, concern: Concern, found: dict[int, _Edits], paragraph: Any
    ) -> None:
        source = self._neighbour(at)
        if source is None:
            change = self._signer.element("ins", concern)
            change.append(new_run(text, _mark_look(paragraph)))
            paragraph.append(change)
            return
        place = min(max(at, source.start), source.end) - source.start + source.offset
        found[source.start].insertions.append(_Insertion(place, text, concern))

    def _neighbour(self, at: int) -> Source | None:
        before = next((one for one in reversed(self._sources) if one.start < at), None)
        after = next((one for one in self._sources if one.start >= at), None)
        if before is None:
            return after
        if after is not None and at > before.end and at == after.start:
            return after  # the first words of a paragraph of a cell
        return before

    def _keep_whole(self, edits: _Edits) -> None:
        """What cannot be cut is deleted whole; what is kept of its text is inserted as words."""
        source = edits.source
        length = source.end - source.start
        if source.element.tag == _TEXT or length == 1 or not edits.deletions:
            return
        if sum(one.end - one.start for one in edits.deletions) < length:
            text = "".join(_kept(edits))
            concern = edits.deletions[0].concern
            edits.insertions = [_Insertion(source.offset + length, text, concern)]
        edits.deletions = [_Deletion(source.offset, source.offset + length, edits.deletions[0].concern)]

    def _rewrite(self, edited: Sequence[_Edits]) -> None:
        by_run: dict[Any, dict[Any, list[_Edits]]] = defaultdict(lambda: defaultdict(list))
        for edits in edited:
            unit = _unit(edits.source.element)
            holder = unit.getparent() if unit.getparent().tag == _RUN else unit
            by_run[holder][unit].append(edits)
        for holder, units in by_run.items():
            if holder.tag == _RUN:
                _RunWriter(holder, self._signer).write(units)
            else:
                self._beside(holder, units[holder])

    def _beside(self, formula: Any, edits: Sequence[_Edits]) -> None:
        for one in (one for part in edits for one in reversed(part.insertions)):
            change = self._signer.element("ins", one.concern)
            change.append(new_run(one.text, None))
            formula.addnext(change)
        deletions = [one for part in edits for one in part.deletions]
        if deletions:
            wrap_deleted(formula, self._signer.element("del", deletions[0].concern))


class _RunWriter:
    """Replaces a run by the parts that are kept, deleted and inserted."""

    def __init__(self, run: Any, signer: Signer) -> None:
        self._run, self._signer = run, signer
        self._look = run.find(f"{W}rPr")
        self._parts: list[Any] = []
        self._open: Any = None
        self._deleting: Concern | None = None

    def write(self, units: dict[Any, list[_Edits]]) -> None:
        for child in list(self._run):
            if child is self._look:
                continue
            if child not in units:
                self._keep(child)
            elif child.tag == _TEXT:
                self._cut(child, units[child])
            else:
                self._whole(child, units[child])
        parent = self._run.getparent()
        at = parent.index(self._run)
        tail = _after_field(self._run) if self._parts and self._parts[-1].tag == f"{W}ins" else None
        parent[at : at + 1] = self._parts
        if tail is not None:
            tail.addnext(self._parts[-1])

    def _cut(self, words: Any, edits: Sequence[_Edits]) -> None:
        text = words.text or ""
        shown = text if words.get(SPACE) == "preserve" else text.rstrip(" \t\r\n")
        start = 0 if shown is text else len(shown) - len(shown.lstrip(" \t\r\n"))
        deletions = list(_joined(edits, text))
        insertions = [one for part in edits for one in part.insertions]
        cuts = {start, len(shown), *(one.at for one in insertions)}
        cuts.update(edge for one in deletions for edge in (one.start, one.end))
        places = sorted(cuts)
        for first, last in zip(places, [*places[1:], places[-1]], strict=True):
            for one in (one for one in insertions if one.at == first):
                self._insert(one)
            if first < last:
                deleted = next((one for one in deletions if one.start <= first < one.end), None)
                self._put(_words(text[first:last]), deleted.concern if deleted else None)

    def _whole(self, child: Any, edits: Sequence[_Edits]) -> None:
        deletions = [one for part in edits for one in part.deletions]
        insertions = [one for part in edits for one in part.insertions]
        for one in insertions:
            if one.at == edits[0].source.offset:
                self._insert(one)
        self._put(child, deletions[0].concern if deletions else None)
        for one in insertions:
            if one.at != edits[0].source.offset:
                self._insert(one)

    def _keep(self, child: Any) -> None:
        self._put(child, None)

    def _insert(self, insertion: _Insertion) -> None:
        change = self._signer.element("ins", insertion.concern)
        change.append(new_run(insertion.text, self._look))
        self._parts.append(change)
        self._open = None

    def _put(self, child: Any, deleted: Concern | None) -> None:
        if self._open is None or self._deleting is not deleted:
            self._open = etree.Element(_RUN)
            if self._look is not None:
                self._open.append(copy.deepcopy(self._look))
            part = self._open
            if deleted is not None:
                part = self._signer.element("del", deleted)
                part.append(self._open)
            self._parts.append(part)
            self._deleting = deleted
        if deleted is not None and child.tag == _TEXT:
            child.tag = f"{W}delText"
        self._open.append(child)


def _words(text: str) -> Any:
    words = etree.Element(_TEXT)
    words.set(SPACE, "preserve")
    words.text = text
    return words


def _joined(edits: Sequence[_Edits], text: str) -> Iterator[_Deletion]:
    """Yields the deletions; white space between two that a cell does not show goes with them."""
    held: _Deletion | None = None
    edge = 0
    for part in edits:
        for one in part.deletions:
            unseen = held is not None and held.end == edge and one.start == part.source.offset
            if held is not None and (one.start == held.end or (unseen and text[edge : one.start].isspace())):
                held = held._replace(end=one.end)
                continue
            if held is not None:
                yield held
            held = one
        edge = part.source.offset + part.source.end - part.source.start
    if held is not None:
        yield held


def _kept(edits: _Edits) -> Iterator[str]:
    """Yields what stays and what comes in an element that cannot be cut."""
    text = "".join(edits.source.element.itertext())
    at = 0
    changes: list[tuple[int, Range, str]] = [(one.start, (one.start, one.end), "") for one in edits.deletions]
    changes += [(one.at, (one.at, one.at), one.text) for one in edits.insertions]
    for _, (start, end), words in sorted(changes):
        yield text[at:start] + words
        at = max(at, end)
    yield text[at:]


def _unit(element: Any) -> Any:
    """Returns the child of a run that contains `element`, or the outermost formula."""
    inside = element
    for above in element.iterancestors():
        if above.tag == _RUN:
            return inside
        if above.tag == f"{W}p":
            break
        inside = above
    return element


def _paragraph_of(element: Any) -> Any:
    return next(element.iterancestors(f"{W}p"))


def _mark_look(paragraph: Any) -> Any | None:
    return paragraph.find(f"{W}pPr/{W}rPr")


def _after_field(run: Any) -> Any | None:
    """Returns the run that ends the field whose result ends with `run`: what follows is no result of it."""
    last = None
    following = run.getnext()
    while following is not None and following.tag == _RUN:
        marks = following.findall(f"{W}fldChar")
        if not marks or any(attribute(mark, "fldCharType") != "end" for mark in marks):
            break
        last, following = following, following.getnext()
    return last
