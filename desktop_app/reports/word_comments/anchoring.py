"""Puts the marks of comments into a document: where a range begins and ends, and the reference after it.

Marks stand between runs. A run is divided where a range begins or ends inside it, and so is a tracked change, unless
its whole paragraph comes or goes with the whole range: otherwise the mark would keep the paragraph. Word accepts no
comments in text boxes, so that they stand around the drawing.
"""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from lxml import etree

from desktop_app.documents.docx_inline import DROPPED_CHANGES, KEPT_CHANGES
from desktop_app.documents.docx_sides import SideText
from desktop_app.documents.docx_styles import W
from desktop_app.documents.docx_trace import TextSource

_CHANGES: Final = DROPPED_CHANGES | KEPT_CHANGES
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WORDS: Final = frozenset({f"{W}t", f"{W}delText"})
_RUN: Final = f"{W}r"
#: What shows that words follow.
_SHOWN: Final = _WORDS | {f"{W}tab", f"{W}br", f"{W}sym", f"{W}drawing", f"{W}pict", f"{_MATH}oMath"}


@dataclass(frozen=True, slots=True)
class CommentRange:
    """The place `[start, end)` of comments in a text. `ids` are theirs: that of the thread, then of its replies."""

    ids: tuple[int, ...]
    start: int
    end: int


class _Point(NamedTuple):
    """A place in a run: before the character `offset` of its child `child`."""

    child: int
    offset: int


class _Cut(NamedTuple):
    point: _Point
    #: Ends come before starts at the same place.
    order: int
    marks: list[Any]


class CommentMarks:
    """Collects the marks of one document, and writes them at once: the sources of a text count in whole runs."""

    def __init__(self, last_id: int) -> None:
        self._cuts: dict[Any, list[_Cut]] = defaultdict(list)
        self._beside: list[tuple[Any, str, list[Any]]] = []
        self._marks: list[Any] = []
        self._last = last_id

    def add(self, side: SideText, comments: Iterable[CommentRange]) -> None:
        """Adds comments on one side of the document."""
        starts = [one.start for one in side.sources]
        for comment in comments:
            first, last = _sources(side.sources, starts, comment.start, comment.end)
            if first is None or last is None:
                continue
            opening, closing = _opening(comment.ids), _closing(comment.ids)
            self._marks += [*opening, *closing]
            if comment.start >= first.end or comment.end <= first.start:
                # The range has no words of its own, such as an empty line: it stands beside the words next to it.
                behind = comment.start >= first.end
                self._put(first, first.offset + (first.end - first.start) * behind, 1, [*opening, *closing])
                continue
            first, last = _in_one_cell(side.sources, starts, comment, first, last)
            begin = max(comment.start, first.start) - first.start + first.offset
            end = min(comment.end, last.end) - last.start + last.offset
            self._put(first, begin, 1, opening)
            self._put(last, end, 0, closing)

    def write(self) -> None:
        """Writes the marks into the tree."""
        for run, cuts in self._cuts.items():
            _divide(run, sorted(cuts, key=lambda cut: cut[:2]))
        for element, side, marks in self._beside:
            for mark in marks if side == "before" else reversed(marks):
                element.addprevious(mark) if side == "before" else element.addnext(mark)
        for mark in self._marks:
            if mark.tag != f"{W}commentRangeStart":
                _leave_deleted(mark)
        crossing = _crossing(self._marks)
        for mark in self._marks:
            self._lift(mark, alone=_id(mark) in crossing and _is_before_paragraph(mark))
        for mark in self._marks:
            if mark.tag == _RUN:
                self._go_with_paragraph(mark)

    def _go_with_paragraph(self, reference: Any) -> None:
        """Puts a reference into the change of a paragraph that has no words: alone, it would keep the paragraph."""
        paragraph = reference.getparent()
        marked = paragraph.iterfind(f"{W}pPr/{W}rPr/*") if paragraph.tag == f"{W}p" else ()
        change = next((one for one in marked if one.tag in _CHANGES), None)
        if change is None or any(one.tag in _SHOWN for one in paragraph.iter()):
            return
        self._last += 1
        around = etree.Element(change.tag, dict(change.attrib))
        around.set(f"{W}id", str(self._last))
        reference.addprevious(around)
        around.append(reference)

    def _put(self, source: TextSource, offset: int, order: int, marks: list[Any]) -> None:
        element = source.element
        if element.tag == f"{W}p":
            self._at_start(element, marks)
            return
        run, child = _run_of(element)
        begins = bool(order) and offset < source.offset + source.end - source.start
        if run is None:
            self._beside.append((_formula(element), "before" if begins else "after", marks))
            return
        place = list(run).index(child)
        if child is not element or child.tag not in _WORDS:
            point = _Point(place if begins else place + 1, 0)
        else:
            point = _Point(place, offset)
        self._cuts[run].append(_Cut(point, order, marks))

    def _at_start(self, paragraph: Any, marks: list[Any]) -> None:
        """Puts marks at the start of a paragraph, where its automatic number is."""
        properties = paragraph.find(f"{W}pPr")
        at = 0 if properties is None else paragraph.index(properties) + 1
        while at < len(paragraph) and paragraph[at] in self._marks:
            at += 1
        paragraph[at:at] = marks

    def _lift(self, mark: Any, *, alone: bool) -> None:
        """Divides the tracked changes around a mark, unless the paragraph goes with them, and the mark too.

        A mark that stays `alone` never goes.
        """
        parent = mark.getparent()
        while parent.tag in _CHANGES and (alone or not _goes_with(mark, parent)):
            following = list(mark.itersiblings())
            if following:
                self._last += 1
                rest = etree.Element(parent.tag, dict(parent.attrib))
                rest.set(f"{W}id", str(self._last))
                parent.addnext(rest)
                rest.extend(following)
            parent.addnext(mark)
            if not len(parent):
                parent.getparent().remove(parent)
            parent = mark.getparent()


def _id(mark: Any) -> str:
    marked = mark.find(f"{W}commentReference") if mark.tag == _RUN else mark
    return str(marked.get(f"{W}id"))


def _crossing(marks: Iterable[Any]) -> set[str]:
    """Returns the ids of the ranges over several paragraphs.

    If one ends inside a change of a whole paragraph, LibreOffice marks all words of the range as changed.
    """
    paragraphs: dict[str, set[Any]] = defaultdict(set)
    for mark in marks:
        paragraphs[_id(mark)].add(next(mark.iterancestors(f"{W}p"), None))
    return {one for one, found in paragraphs.items() if len(found) > 1}


def _is_before_paragraph(mark: Any) -> bool:
    """Returns whether the paragraph of a mark may go: into the next one, with the mark."""
    paragraph = next(mark.iterancestors(f"{W}p"), None)
    following = None if paragraph is None else paragraph.getnext()
    return following is not None and following.tag == f"{W}p"


def _leave_deleted(mark: Any) -> None:
    """Moves the end of a range, or its reference, from the end of a deleted paragraph to the next one that stays.

    Otherwise LibreOffice keeps the paragraph, because a comment stands in it.
    """
    paragraph = next(mark.iterancestors(f"{W}p"))
    if not _is_marked(paragraph, DROPPED_CHANGES) or _has_words_after(paragraph, mark):
        return
    for following in paragraph.itersiblings():
        if following.tag != f"{W}p" or _is_marked(following, KEPT_CHANGES):
            return
        if _is_marked(following, DROPPED_CHANGES):
            if any(element.tag in _SHOWN for element in following.iter()):
                return
        else:
            at = 0 if following.find(f"{W}pPr") is None else 1
            while at < len(following) and _closes(following[at]):
                at += 1
            following.insert(at, mark)
            return


def _has_words_after(paragraph: Any, mark: Any) -> bool:
    behind = False
    for element in paragraph.iter():
        behind = behind or element is mark
        if behind and element.tag in _SHOWN:
            return True
    return False


def _is_marked(paragraph: Any, changes: Iterable[str]) -> bool:
    return any(paragraph.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in changes)


def _closes(element: Any) -> bool:
    return element.tag == f"{W}commentRangeEnd" or element.find(f"{W}commentReference") is not None


def _goes_with(mark: Any, change: Any) -> bool:
    """Returns whether the paragraph of a mark is inserted, deleted or moved as a whole, as `change` is."""
    paragraph = next(mark.iterancestors(f"{W}p"), None)
    return paragraph is not None and paragraph.find(f"{W}pPr/{W}rPr/{change.tag}") is not None


def _sources(
    sources: Sequence[TextSource], starts: Sequence[int], start: int, end: int
) -> tuple[TextSource | None, TextSource | None]:
    """Returns the first and the last source of a range; for a range without words the nearest one before it."""
    if not sources:
        return None, None
    last = bisect_left(starts, end) - 1
    first = max(0, bisect_right(starts, start) - 1)
    if first < len(sources) - 1 and sources[first].end <= start and starts[first + 1] < end:
        first += 1
    last = max(last, first)
    return sources[first], sources[last]


def _in_one_cell(
    sources: Sequence[TextSource],
    starts: Sequence[int],
    comment: CommentRange,
    first: TextSource,
    last: TextSource,
) -> tuple[TextSource, TextSource]:
    """Returns the ends of a range that crosses the border of a cell, on the side of it that has most of its words.

    LibreOffice loses a comment that begins in a cell and ends elsewhere.
    """
    if _cell_of(first.element) is _cell_of(last.element):
        return first, last
    inside: dict[Any, list[TextSource]] = defaultdict(list)
    for source in sources[bisect_left(starts, first.start) : bisect_right(starts, last.start)]:
        inside[_cell_of(source.element)].append(source)
    chosen = max(
        inside.values(),
        key=lambda some: sum(min(one.end, comment.end) - max(one.start, comment.start) for one in some),
    )
    return chosen[0], chosen[-1]


def _cell_of(element: Any) -> Any | None:
    return next(element.iterancestors(f"{W}tc"), None)


def _run_of(element: Any) -> tuple[Any | None, Any]:
    """Returns the run of an element and its child that contains it: the outermost run where text boxes nest."""
    found: Any | None = None
    child = inside = element
    for above in element.iterancestors():
        if above.tag == _RUN:
            found, child = above, inside
        inside = above
    return found, child


def _formula(element: Any) -> Any:
    """Returns the outermost formula that contains an element, or the element itself."""
    outer = element
    for above in element.iterancestors(f"{_MATH}oMath", f"{_MATH}oMathPara"):
        outer = above
    return outer


def _divide(run: Any, cuts: Sequence[_Cut]) -> None:
    """Divides a run at places in it, and puts the marks there."""
    look = run.find(f"{W}rPr")
    waiting = list(cuts)
    made = _Pieces(run, look)
    for place, child in enumerate(list(run)):
        here = []
        while waiting and waiting[0].point.child <= place:
            here.append(waiting.pop(0))
        if child is look:
            for cut in here:
                made.marks(cut.marks)
            continue
        if child.tag in _WORDS:
            _cut_words(made, child, here)
            continue
        for cut in here:
            made.marks(cut.marks)
        made.piece(child)
    for cut in waiting:
        made.marks(cut.marks)
    made.finish()


def _cut_words(made: _Pieces, words: Any, cuts: Sequence[_Cut]) -> None:
    text = words.text or ""
    at, end = 0, len(text)
    if words.get(_SPACE) != "preserve":
        at, end = len(text) - len(text.lstrip(" \t\r\n")), len(text.rstrip(" \t\r\n"))
    for cut in cuts:
        until = min(max(cut.point.offset, at), end)
        if at < until:
            made.piece(_words(words.tag, text[at:until]))
        at = max(at, until)
        made.marks(cut.marks)
    if at < end:
        made.piece(_words(words.tag, text[at:end]))


class _Pieces:
    """The runs into which a run is divided, with marks between them."""

    def __init__(self, run: Any, look: Any | None) -> None:
        self._run, self._look = run, look
        self._open: Any | None = None

    def piece(self, child: Any) -> None:
        if self._open is None:
            self._open = etree.Element(_RUN, dict(self._run.attrib))
            if self._look is not None:
                self._open.append(copy.deepcopy(self._look))
            self._run.addprevious(self._open)
        self._open.append(child)

    def marks(self, marks: Sequence[Any]) -> None:
        self._open = None
        for mark in marks:
            self._run.addprevious(mark)

    def finish(self) -> None:
        self._run.getparent().remove(self._run)


def _words(tag: str, text: str) -> Any:
    made = etree.Element(tag)
    made.set(_SPACE, "preserve")
    made.text = text
    return made


def _opening(ids: Sequence[int]) -> list[Any]:
    return [etree.Element(f"{W}commentRangeStart", {f"{W}id": str(one)}) for one in ids]


def _closing(ids: Sequence[int]) -> list[Any]:
    """Returns the ends of the ranges, each with its reference, which stands in a run of its own."""
    made: list[Any] = []
    for one in ids:
        made.append(etree.Element(f"{W}commentRangeEnd", {f"{W}id": str(one)}))
        run = etree.Element(_RUN)
        etree.SubElement(run, f"{W}commentReference", {f"{W}id": str(one)})
        made.append(run)
    return made
