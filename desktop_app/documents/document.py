"""The result of reading a file: its text, the parts beside it, and the list of what both leave out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class PartKind(StrEnum):
    """A kind of text beside the body, in the order in which parts follow the body."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A text beside the body of a document.

    `at` is the place of its reference, a code point of the body. Headers and footers have none.
    """

    kind: PartKind
    at: int | None
    text: str


_ORDER: Final = {kind: number for number, kind in enumerate(PartKind)}


def in_order(parts: Iterable[DocumentPart]) -> list[DocumentPart]:
    """Returns parts by kind, those of one kind by the places of their references."""
    return sorted(parts, key=lambda part: (_ORDER[part.kind], part.at is None, part.at or 0))


class LeftOut(StrEnum):
    """Content of a file that was not read. The values are the keys of a comparison's `not_compared`.

    Notes and margins are left out if no visible place of the document refers to them. `TRACKED_CHANGES` means that
    changes were read as accepted: insertions kept, deletions dropped.
    """

    FOOTNOTES = "footnotes"
    ENDNOTES = "endnotes"
    HEADER = "header"
    FOOTER = "footer"
    COMMENTS = "comments"
    IMAGES = "images"
    DRAWINGS = "drawings"
    EMBEDDED = "embedded"
    LINKED = "linked"
    CONTENTS = "contents"
    HIDDEN_TEXT = "hidden_text"
    TRACKED_CHANGES = "tracked_changes"


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """The result of the reader of one format. The lines, joined by line feeds, are the canonical text."""

    lines: tuple[str, ...]
    left_out: frozenset[LeftOut] = frozenset()
    parts: tuple[DocumentPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A draft as plain text.

    `name` is the file name without its folder. `text` is the canonical text with line feeds between lines;
    offsets elsewhere count its code points. `not_compared` has the keys of `LeftOut`, in the order of that class.
    `parts` are in the order of `PartKind`, those of one kind in the order of their references. `source_format` is
    "docx", "odt", "html" or "txt". `sha256` is the hexadecimal digest of the file, by which copies are recognised.
    """

    name: str
    text: str
    not_compared: tuple[str, ...]
    source_format: str
    sha256: str
    parts: tuple[DocumentPart, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The lines of `text`. Joined by line feeds, they give `text` again."""
        return tuple(self.text.split("\n"))
