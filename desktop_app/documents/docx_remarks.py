"""Reads comments and tracked changes of a DOCX. Runs where foreign files are parsed.

All of it is data of other people: names and texts are kept as plain text, counts and lengths are limited, and an
id proves nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from desktop_app.clock import TEHRAN
from desktop_app.documents.docx import DocxMain, docx_main
from desktop_app.documents.docx_fields import CONTENTS, PAGE_NUMBERS
from desktop_app.documents.docx_inline import DROPPED_CHANGES, KEPT_CHANGES
from desktop_app.documents.docx_parts import DocxReading
from desktop_app.documents.docx_sides import SideText, accepted_side, rejected_side
from desktop_app.documents.docx_styles import W, attribute
from desktop_app.documents.docx_trace import TextSource
from desktop_app.documents.faults import FileFault, open_package, refusal
from desktop_app.documents.holdable import clean_name
from desktop_app.documents.lines import TEXT_LIMIT
from desktop_app.documents.markup import Parts
from desktop_app.documents.remarks import FileChange, FileComment, FileRemarks, OwnIds, Range
from desktop_app.documents.word_names import (
    LONGEST_AUTHOR,
    LONGEST_COMMENT,
    MOST_CHANGES,
    MOST_COMMENTS,
    OWN,
    OWN_FOLDER,
    W14,
    W15,
    W16CEX,
    W16CID,
)

_CHANGES: Final = DROPPED_CHANGES | KEPT_CHANGES
#: Each comment has a start, an end and a reference, each change a mark and perhaps one of its paragraph.
_MARKS: Final = frozenset({f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"})
#: Years in which programs write dates.
_YEARS: Final = range(1990, 2200)
#: Ids above are none of the program.
_HIGHEST_ID: Final = 2**63 - 1


def read_remarks(name: str, data: bytes) -> FileRemarks:
    """Returns what a colleague left in the DOCX `data`. Raises `BadFileError` with `name`."""
    with open_package(name, data, kind="docx") as package:
        parts = Parts(package, name=name)
        main = docx_main(parts)
        if sum(1 for _ in main.root.iter(*_CHANGES)) > MOST_CHANGES:
            raise refusal(name, FileFault.TOO_MANY_REMARKS, limit=MOST_CHANGES)
        own, signed = _own(parts, package.namelist())
        accepted = accepted_side(main)
        base = rejected_side(main, lambda change: _signature(change) in signed)
        rejected = rejected_side(main) if signed else base
        if max(len(side.text) for side in (accepted, base, rejected)) > TEXT_LIMIT:
            raise refusal(name, FileFault.TOO_MUCH_TEXT, limit=TEXT_LIMIT)
        order = {element: place for place, element in enumerate(main.root.iter())}
        comments = _Comments(parts, main, order).read(base, rejected, accepted)
        changes = tuple(_changes(base, accepted, main))
        return FileRemarks(base.text, rejected.text, accepted.text, comments, changes, own)


def _signature(change: Any) -> tuple[str, str]:
    return change.get(f"{W}author", ""), change.get(f"{W}date", "").removesuffix("Z")


def _own(parts: Parts, names: Iterable[str]) -> tuple[OwnIds | None, frozenset[tuple[str, str]]]:
    """Returns the ids that an export wrote, and author and time of the changes that it contained."""
    for part in names:
        if not (part.startswith(f"{OWN_FOLDER}/item") and part.endswith(".xml")):
            continue
        root = parts.root(part)
        if root is None or root.tag != f"{OWN}annotations":
            continue
        signed = frozenset(
            (one.get("author", ""), one.get("date", "").removesuffix("Z"))
            for one in root.iterfind(f"{OWN}signed")
        )
        comments = {
            _number(one.get("id", ""), 16): (_number(one.get("thread", "")), _number(one.get("message", "")))
            for one in root.iterfind(f"{OWN}comment")
        }
        if len(comments) > MOST_COMMENTS:
            raise refusal(parts.name, FileFault.TOO_MANY_REMARKS, limit=MOST_COMMENTS)
        since = _number(root.get("since", "")) or None
        own = OwnIds(
            root.get("draft", "")[:LONGEST_AUTHOR], _number(root.get("revision", "")), since, comments
        )
        return own, signed
    return None, frozenset()


def _number(text: str, base: int = 10) -> int:
    """Returns a positive number, 0 for what is none."""
    try:
        number = int(text[:20], base) if text.isascii() and text.isalnum() else 0
    except ValueError:
        return 0
    return number if number <= _HIGHEST_ID else 0


@dataclass(slots=True)
class _Extra:
    """What other parts say of a comment by the id of its last paragraph."""

    parents: dict[int, int]
    done: set[int]
    moments: dict[int, str]


class _Comments:
    """Reads the comments, and their places by the order of elements in the document."""

    def __init__(self, parts: Parts, main: DocxMain, order: dict[Any, int]) -> None:
        self._parts, self._main, self._order = parts, main, order
        self._reading = DocxReading(parts.name, main.numbering, main.styles, main.persian)

    def read(self, *sides: SideText) -> tuple[FileComment, ...]:
        elements = [
            one
            for part in self._main.related.get("comments", ())
            for one in self._root(part).iterfind(f"{W}comment")
        ]
        if len(elements) > MOST_COMMENTS:
            raise refusal(self._parts.name, FileFault.TOO_MANY_REMARKS, limit=MOST_COMMENTS)
        extra = self._extra()
        marks = self._marks()
        places = [_Places(side, self._order) for side in sides]
        ids = [_paragraph_id(element) for element in elements]
        at = {number: place for place, number in reversed(list(enumerate(ids))) if number}
        found = []
        for place, element in enumerate(elements):
            spans = marks.get(attribute(element, "id") or "")
            ranges = [None if spans is None else one.of(spans) for one in places]
            parent = _root_of(ids[place], extra.parents, at)
            found.append(
                FileComment(
                    clean_name(attribute(element, "author") or ""),
                    _moment(extra.moments.get(ids[place]) or attribute(element, "date")),
                    self._text(element),
                    ids[place] in extra.done,
                    ids[place],
                    parent if parent != place else None,
                    *ranges,
                )
            )
        return tuple(found)

    def _root(self, part: str) -> Any:
        root = self._parts.root(part)
        assert root is not None
        return root

    def _text(self, element: Any) -> str:
        read = self._reading.text(element, self._reading.lists, CONTENTS | PAGE_NUMBERS)
        # One more than allowed tells that it is too long.
        return "\n".join(line.rstrip() for line in read.lines).strip()[: LONGEST_COMMENT + 1]

    def _extra(self) -> _Extra:
        found = _Extra({}, set(), {})
        durable: dict[int, int] = {}
        for part in self._main.related.get("commentsExtended", ()):
            for one in self._root(part).iterfind(f"{W15}commentEx"):
                number = _number(one.get(f"{W15}paraId", ""), 16)
                parent = _number(one.get(f"{W15}paraIdParent", ""), 16)
                if parent:
                    found.parents[number] = parent
                if one.get(f"{W15}done") in ("1", "true"):
                    found.done.add(number)
        for part in self._main.related.get("commentsIds", ()):
            for one in self._root(part).iterfind(f"{W16CID}commentId"):
                number = _number(one.get(f"{W16CID}durableId", ""), 16)
                durable[number] = _number(one.get(f"{W16CID}paraId", ""), 16)
        for part in self._main.related.get("commentsExtensible", ()):
            for one in self._root(part).iterfind(f"{W16CEX}commentExtensible"):
                number = durable.get(_number(one.get(f"{W16CEX}durableId", ""), 16), 0)
                found.moments[number] = one.get(f"{W16CEX}dateUtc", "")
        return found

    def _marks(self) -> dict[str, tuple[int, int]]:
        """Returns the place of each comment among the elements of the document, by the id of the comment."""
        starts: dict[str, int] = {}
        ends: dict[str, int] = {}
        references: dict[str, int] = {}
        kept = {
            f"{W}commentRangeStart": starts,
            f"{W}commentRangeEnd": ends,
            f"{W}commentReference": references,
        }
        for count, element in enumerate(self._main.root.iter(*_MARKS)):
            if count >= 3 * MOST_COMMENTS:
                raise refusal(self._parts.name, FileFault.TOO_MANY_REMARKS, limit=MOST_COMMENTS)
            kept[element.tag].setdefault(attribute(element, "id") or "", self._order[element])
        found = {}
        for number in {**starts, **references}:
            last = ends.get(number, references.get(number, starts.get(number, 0)))
            found[number] = (starts.get(number, last), last)
        return found


class _Places:
    """The places in a text of places among the elements of its document."""

    def __init__(self, side: SideText, order: dict[Any, int]) -> None:
        ordered = sorted(
            ((order[one.element], one) for one in side.sources if _is_text(one, order)),
            key=lambda one: (one[0], one[1].start),
        )
        self._order = [place for place, _ in ordered]
        self._sources: list[TextSource] = [source for _, source in ordered]

    def of(self, span: tuple[int, int]) -> Range | None:
        """Returns the range between two elements; an empty one at the end of the words before, if it has none."""
        first, last = bisect_left(self._order, span[0]), bisect_left(self._order, span[1])
        inside = self._sources[first:last]
        if inside:
            return min(one.start for one in inside), max(one.end for one in inside)
        if not self._sources:
            return None
        if first:
            end = self._sources[first - 1].end
            return end, end
        return self._sources[0].start, self._sources[0].start


def _is_text(source: TextSource, order: dict[Any, int]) -> bool:
    """Returns whether characters are words of the document, and no automatic number."""
    return source.element in order and source.element.tag != f"{W}p"


def _paragraph_id(comment: Any) -> int:
    paragraphs = list(comment.iter(f"{W}p"))
    return _number(paragraphs[-1].get(f"{W14}paraId", ""), 16) if paragraphs else 0


def _root_of(number: int, parents: dict[int, int], at: dict[int, int]) -> int | None:
    """Returns the position of the comment that began the thread of a comment; None for that one, and for circles."""
    seen = {number}
    while number in parents:
        number = parents[number]
        if number in seen:
            return None
        seen.add(number)
    return at.get(number) if len(seen) > 1 else None


def _changes(base: SideText, accepted: SideText, main: DocxMain) -> Iterator[FileChange]:
    """Yields what lies between the characters that both texts have."""
    signers = _Signers(main, base, accepted)
    a = b = 0
    for old, new, length in (*_kept(base, accepted), (len(base.text), len(accepted.text), 0)):
        if old < a or new < b:
            continue
        if base.text[a:old] != accepted.text[b:new]:
            author, moment = signers.of((a, old), (b, new))
            yield FileChange(a, old, accepted.text[b:new], author, moment)
        a, b = old + length, new + length


def _kept(base: SideText, accepted: SideText) -> Iterator[tuple[int, int, int]]:
    """Yields the characters of elements that both texts have: places in both, and their number."""
    places: dict[Any, list[TextSource]] = {}
    for source in accepted.sources:
        places.setdefault(source.element, []).append(source)
    for source in base.sources:
        for other in places.get(source.element, ()):
            shift = max(source.offset, other.offset)
            end = min(source.offset + source.end - source.start, other.offset + other.end - other.start)
            if shift < end:
                old, new = source.start + shift - source.offset, other.start + shift - other.offset
                length = end - shift
                if base.text[old : old + length] == accepted.text[new : new + length]:
                    yield old, new, length


class _Signers:
    """Who made a change: the author of the insertion or deletion around its words."""

    def __init__(self, main: DocxMain, base: SideText, accepted: SideText) -> None:
        self._sides = [(side.sources, [one.start for one in side.sources]) for side in (base, accepted)]
        first = next(main.root.iter(*_CHANGES), None)
        self._anybody = first

    def of(self, *ranges: Range) -> tuple[str, datetime | None]:
        for (sources, starts), (start, end) in zip(reversed(self._sides), reversed(ranges), strict=True):
            for source in sources[max(0, bisect_left(starts, start) - 1) : bisect_left(starts, end)]:
                if source.end <= start:
                    continue
                change = next(source.element.iterancestors(*_CHANGES), None)
                if change is not None:
                    return _signed(change)
        return _signed(self._anybody) if self._anybody is not None else ("", None)


def _signed(change: Any) -> tuple[str, datetime | None]:
    return clean_name(attribute(change, "author") or ""), _moment(attribute(change, "date"))


def _moment(text: str | None) -> datetime | None:
    """Returns the moment of a date in the file, aware; without a zone it is the time of the office.

    Returns None for what is no date, or none at which a program could have written it.
    """
    try:
        moment = datetime.fromisoformat((text or "")[:40])
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=TEHRAN)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if moment.year in _YEARS else None
