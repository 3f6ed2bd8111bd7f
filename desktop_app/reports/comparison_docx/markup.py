"""The sequence of both texts as WordprocessingML (ECMA-376 part 1, 17.13.5): runs, paragraph marks, moves.

A line feed becomes the mark of its paragraph and is tracked like any other character. The mark of the last
paragraph is in neither text and never tracked, because no program can remove it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from typing import Any, Final

from lxml import etree

from desktop_app.comparison.provenance import Provenance
from desktop_app.documents.holdable import holdable
from desktop_app.reports.comparison_docx.outline import HeadingLevels
from desktop_app.reports.comparison_docx.sequence import Concern, TrackedChange, TrackedPiece
from desktop_app.wording import fill, translate

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{NAMESPACE}}}"
#: Namespace for references to other parts of the package.
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NSMAP: Final = {"w": NAMESPACE, "r": RELATIONS}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_TAGS: Final = {
    TrackedChange.DELETED: "del",
    TrackedChange.INSERTED: "ins",
    TrackedChange.MOVED_FROM: "moveFrom",
    TrackedChange.MOVED_TO: "moveTo",
}
_AWAY: Final = frozenset({TrackedChange.DELETED, TrackedChange.MOVED_FROM})
_ARRIVED: Final = frozenset({TrackedChange.INSERTED, TrackedChange.MOVED_TO})
#: The lines of a table.
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
LATIN: Final = re.compile("[A-Za-z]")
RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Signature:
    """The authors of the changes by category, and the time of the changes (UTC, ISO 8601)."""

    author: str
    authors: dict[Concern, str]
    date: str

    @classmethod
    def of(cls, provenance: Provenance) -> Signature:
        author = holdable(provenance.made_by).strip() or translate("Window", "Mosharekat")
        authors = {
            Concern.WORDS: author,
            Concern.SPELLING: fill(translate("Comparison", "{name} (spelling)"), name=author),
            Concern.WEIGHTY: fill(translate("Comparison", "{name} (weighty)"), name=author),
        }
        return cls(author, authors, provenance.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def root(tag: str) -> Any:
    """Returns an element without a parent.

    Create other elements in their tree: lxml moves finished trees slowly.
    """
    return etree.Element(f"{W}{tag}", nsmap={"w": NAMESPACE})


def add(parent: Any, tag: str, **values: str) -> Any:
    """Appends a `w:` element with `w:` attributes to `parent`."""
    return etree.SubElement(parent, f"{W}{tag}", {f"{W}{name}": value for name, value in values.items()})


def add_run(parent: Any, text: str, *, deleted: bool = False) -> Any:
    """Appends a run with `text` (one line, see `holdable`) to `parent`; tabs become `w:tab`."""
    run = add(parent, "r")
    right_to_left = RIGHT_TO_LEFT.search(text) is not None or LATIN.search(text) is None
    if right_to_left:
        add(add(run, "rPr"), "rtl")
    for place, part in enumerate(text.split("\t")):
        if place:
            add(run, "tab")
        if part:
            words = add(run, "delText" if deleted else "t")
            words.set(_SPACE, "preserve")
            words.text = part
    return run


def plain_table_look(table: Any) -> None:
    """Gives a table the properties of a plain one from right to left, with lines around each cell."""
    properties = add(table, "tblPr")
    add(properties, "bidiVisual")
    add(properties, "tblW", w="0", type="auto")
    borders = add(properties, "tblBorders")
    for side in _SIDES:
        add(borders, side, val="single", sz="4", color="auto")


def blocks_of(pieces: Iterable[TrackedPiece], signature: Signature, outline: HeadingLevels) -> Iterator[Any]:
    """Yields the elements of the body one by one, so that a long text does not have to fit into memory."""
    writer = _BodyWriter(signature, outline)
    for piece in pieces:
        writer.put(piece)
        yield from writer.finished
        writer.finished.clear()
    writer.finish()
    yield from writer.finished


class _BodyWriter:
    def __init__(self, signature: Signature, outline: HeadingLevels) -> None:
        self.finished: list[Any] = []
        self._signature = signature
        self._outline = outline
        self._old = self._new = 0
        self._last_id = 0
        self._stretch: tuple[bool, int] | None = None
        self._stretch_id = ""
        self._begin_paragraph()

    def put(self, piece: TrackedPiece) -> None:
        self._turn_to((piece.change in _AWAY, piece.move) if piece.move else None)
        for place, line in enumerate(holdable(piece.text).split("\n")):
            if place:
                self._end_paragraph(piece)
                self._begin_paragraph()
                self._pass(piece, 1)
            if line:
                self._style(piece)
                self._pass(piece, len(line))
                self._empty = False
                parent = self._paragraph
                if piece.change is not TrackedChange.KEPT:
                    parent = add(parent, _TAGS[piece.change], **self._signed(piece))
                add_run(parent, line, deleted=piece.change is TrackedChange.DELETED)

    def _style(self, piece: TrackedPiece) -> None:
        """Gives the paragraph the style of a heading, if the line that begins here is one."""
        level = self._outline.new.get(self._new) if piece.change not in _AWAY else None
        if level is None and piece.change not in _ARRIVED:
            level = self._outline.old.get(self._old)
        properties = self._paragraph[0]
        if level is not None and properties[0].tag != f"{W}pStyle":
            add(properties, "pStyle", val=f"Heading{level}")
            properties.insert(0, properties[-1])

    def _pass(self, piece: TrackedPiece, length: int) -> None:
        self._old += length * (piece.change not in _ARRIVED)
        self._new += length * (piece.change not in _AWAY)

    def finish(self) -> None:
        self._turn_to(None)
        self._end_paragraph(None)

    def _begin_paragraph(self) -> None:
        self._paragraph = root("p")
        properties = add(self._paragraph, "pPr")
        add(properties, "bidi")
        self._mark = add(properties, "rPr")
        self._empty = True

    def _end_paragraph(self, piece: TrackedPiece | None) -> None:
        """Closes the paragraph; its mark is a character of `piece`, or untracked where `piece` is None."""
        if piece is not None and piece.change is not TrackedChange.KEPT:
            add(self._mark, _TAGS[piece.change], **self._signed(piece))
        add(self._mark, "rtl")
        self.finished.append(self._paragraph)

    def _turn_to(self, stretch: tuple[bool, int] | None) -> None:
        """Closes the open moved range and opens `stretch`: (whether it is the old place, its number)."""
        if stretch == self._stretch:
            return
        if self._stretch is not None:
            tag = "moveFromRangeEnd" if self._stretch[0] else "moveToRangeEnd"
            if self._empty:
                # The range ended with the mark of the previous paragraph.
                self.finished.append(root(tag))
                self.finished[-1].set(f"{W}id", self._stretch_id)
            else:
                add(self._paragraph, tag, id=self._stretch_id)
        if stretch is not None:
            away, number = stretch
            self._empty = False
            self._stretch_id = self._next_id()
            add(
                self._paragraph,
                "moveFromRangeStart" if away else "moveToRangeStart",
                id=self._stretch_id,
                name=f"move{number}",
                author=self._signature.author,
                date=self._signature.date,
            )
        self._stretch = stretch

    def _signed(self, piece: TrackedPiece) -> dict[str, str]:
        author = self._signature.authors[piece.concern]
        return {"id": self._next_id(), "author": author, "date": self._signature.date}

    def _next_id(self) -> str:
        self._last_id += 1
        return str(self._last_id)
