"""What is left of a file once it was read: text and the honest list of what is not in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LeftOut(StrEnum):
    """What a file holds besides the text that was read; the keys of a comparison's `not_compared`.

    `TRACKED_CHANGES` means that they were read as accepted: insertions kept, deletions dropped.
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
    """What a reader of one format found. Lines are joined by line feeds into the canonical text."""

    lines: tuple[str, ...]
    left_out: frozenset[LeftOut] = frozenset()


@dataclass(frozen=True, slots=True)
class Document:
    """A draft as plain text.

    `name`: the file's own name, without its folder.
    `text`: the canonical text, lines parted by line feeds; every offset elsewhere counts its code points.
    `not_compared`: keys of `LeftOut`, in that order; empty where all that the file says is in `text`.
    `source_format`: "docx", "odt", "html" or "txt".
    `sha256`: of the file's bytes, in hexadecimal: the same file is the same file under any name.
    """

    name: str
    text: str
    not_compared: tuple[str, ...]
    source_format: str
    sha256: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The lines of `text`; joined by line feeds they are `text` again."""
        return tuple(self.text.split("\n"))
