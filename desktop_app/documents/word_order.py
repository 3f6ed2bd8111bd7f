"""What is written into a DOCX as comments: plain data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

TextSide = Literal["new", "old"]


@dataclass(frozen=True, slots=True)
class WordComment:
    """One comment: a message of a thread. `key` is the id of the message.

    `date` is UTC in ISO 8601, with "Z".
    """

    key: int
    author: str
    date: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordThread:
    """A thread: its comments, and its place `[start, end)` in one of the texts.

    A thread without a place stands on the title. `key` is the id of the thread.
    """

    key: int
    side: TextSide
    start: int | None
    end: int | None
    done: bool
    comments: tuple[WordComment, ...]


@dataclass(frozen=True, slots=True)
class CommentOrder:
    """The threads to write, and the texts that their places count in.

    `draft` and `revision` name the text `new`; `old_revision` and `old` are those of a comparison.
    """

    draft: str
    revision: int
    new: str
    threads: tuple[WordThread, ...]
    old: str | None = None
    old_revision: int | None = None


def paragraph_id(draft: str, key: int) -> int:
    """Returns the id of a comment, which Word keeps: the same for a message in every export."""
    digest = hashlib.sha256(f"{draft}\n{key}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4], "big") % 0x7FFFFFFE + 1
