"""Finding comments of one consultation by what is typed: words of theirs, of their senders, numbers of letters. Pure.

However it is written: digits of any script, forms of letters, ZWNJ; of a letter's number the dashes and strokes do
not matter either.
"""

from __future__ import annotations

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.persian.text import fold


class CommentSearch:
    """What is looked for; `admits` everything while that is nothing. Folded words are kept: each comment is folded
    once, however much is typed."""

    def __init__(self) -> None:
        self._words: tuple[str, ...] = ()
        self._folded: dict[tuple[int, str, str], str] = {}

    def look_for(self, typed: str) -> None:
        """Other words; all of them have to be there, in any order."""
        self._words = tuple(fold(typed).split())

    def __bool__(self) -> bool:
        return bool(self._words)

    def admits(self, comment: CommentRow) -> bool:
        """Whether a comment has all of it. One that is out of sight has neither words nor a sender."""
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
