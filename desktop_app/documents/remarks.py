"""What a colleague left in a DOCX: comments with their places, and tracked changes. Plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FileComment:
    """A comment of the file.

    `paragraph_id` is the id that Word keeps, 0 where there is none. `parent` is the position of the comment that it
    answers, in the list of all comments. `base`, `rejected` and `accepted` are its places in those texts;
    `base` is an empty range where only new words have the comment, None where the comment has no place at all.
    """

    author: str
    written_at: datetime | None
    text: str
    done: bool
    paragraph_id: int
    parent: int | None
    base: Range | None
    rejected: Range | None
    accepted: Range | None = None


@dataclass(frozen=True, slots=True)
class FileChange:
    """A tracked change: `[start, end)` of the base text becomes `words`."""

    start: int
    end: int
    words: str
    author: str
    written_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnIds:
    """What an export of the program wrote into the file: its draft and revisions, and ids of threads and messages.

    `comments` maps ids of comments to (thread, message).
    """

    draft: str
    revision: int
    since: int | None
    comments: dict[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class FileRemarks:
    """The comments and changes of a file.

    `base` is the text without the changes of colleagues; changes that the program exported count as accepted.
    `rejected` is the text without any change, and `accepted` that with all of them.
    """

    base: str
    rejected: str
    accepted: str
    comments: tuple[FileComment, ...]
    changes: tuple[FileChange, ...]
    own: OwnIds | None

    def settled(self) -> FileRemarks:
        """Returns the remarks on the accepted text, as if it had no tracked changes."""
        comments = tuple(replace(one, base=one.accepted) for one in self.comments)
        return replace(self, base=self.accepted, comments=comments, changes=())
