"""The result of reading a file: its text, and the list of what the text leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LeftOut(StrEnum):
    """Content of a file that is not in its text. The values are the keys of a comparison's `not_compared`.

    `TRACKED_CHANGES` means that changes were read as accepted: insertions kept, deletions dropped.
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


@dataclass(frozen=True, slots=True)
class Document:
    """A draft as plain text.

    `name` is the file name without its folder. `text` is the canonical text with line feeds between lines;
    offsets elsewhere count its code points. `not_compared` has the keys of `LeftOut`, in the order of that class.
    `source_format` is "docx", "odt", "html" or "txt". `sha256` is the hexadecimal digest of the file, by which
    copies are recognised.
    """

    name: str
    text: str
    not_compared: tuple[str, ...]
    source_format: str
    sha256: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The lines of `text`. Joined by line feeds, they give `text` again."""
        return tuple(self.text.split("\n"))
