"""Searches the comments of one consultation by words, senders and letter numbers. Pure.

It ignores the script of digits, variants of letters and ZWNJ, and in letter numbers also dashes and slashes.
"""

from __future__ import annotations

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.persian.text import fold


class CommentSearch:
    """A search query, which `admits` everything while it is empty. Folded texts are cached while a person types."""

    def __init__(self) -> None:
        self._words: tuple[str, ...] = ()
        self._folded: dict[tuple[int, str, str], str] = {}

    def look_for(self, typed: str) -> None:
        """Replaces the query; all of its words have to occur, in any order."""
        self._words = tuple(fold(typed).split())

    def __bool__(self) -> bool:
        return bool(self._words)

    def admits(self, comment: CommentRow) -> bool:
        """Whether a comment matches. A hidden one has neither text nor sender."""
        if not self._words:
            return True
        key = comment.id, comment.sender, comment.letter_number
        folded = self._folded.get(key)
        if folded is None:
            parts = (comment.sender, comment.letter_number, comment.quote, comment.text)
            folded = self._folded[key] = fold("\n".join(parts))
        letter = _bare(comment.letter_number)
        return all(
            word in folded or bool(letter and _bare(word) in letter and _bare(word)) for word in self._words
        )


def _bare(number: str) -> str:
    return "".join(letter for letter in fold(number) if letter.isalnum())
