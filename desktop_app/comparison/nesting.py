"""Determines the hierarchy of labels: notes below articles, letters below or above numbers.

Offsets are code points of the text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from desktop_app.comparison.labels import CLAUSES, LabelKind, ProvisionLabel, follows
from desktop_app.persian.text import INVISIBLE, ZWNJ

#: Kinds and numbers from the outermost label inwards. All kinds of clauses are one (see `structure.Provision`).
Address = tuple[tuple[LabelKind, str], ...]
#: An open label, the path of provisions below it, and its address.
Open = tuple[ProvisionLabel, tuple[str, ...], Address]

UNSEEN: Final = f" \t\n{ZWNJ}{INVISIBLE}"
#: Maximum depth: more than any law has, and a bound on the cost of a hostile text.
_DEEPEST: Final = 14
_ARTICLE: Final = int(LabelKind.ARTICLE)
_NOTE: Final = int(LabelKind.NOTE)


class Nesting:
    """The stack of open labels while `text` is read from its beginning."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stack: list[Open] = []
        #: The heading kind above divisions in this text, known after the first division.
        self._above_divisions: LabelKind | None = None
        #: The latest number of each kind of clause directly below the article.
        self._clauses: dict[LabelKind, str] = {}

    @property
    def top(self) -> Open:
        """The innermost open label. The stack must not be empty."""
        return self._stack[-1]

    def clear(self) -> None:
        """Closes all labels, because another text begins."""
        self._stack.clear()

    def open(self, label: ProvisionLabel) -> None:
        """Pushes `label` below the labels that contain it."""
        stack, kind = self._stack, label.kind
        if kind <= _NOTE:
            self._close(label)
            if kind < _NOTE:
                self._clauses.clear()
        else:
            self._nest_clause(label)
        written = self._text[label.start : label.core_end].strip(UNSEEN)
        own = _own_address(kind, label.number)
        if not stack:
            stack.append((label, (written,), own))
            return
        above, path, address = stack[-1]
        nested = kind >= _ARTICLE and above.kind >= _ARTICLE
        stack.append((label, (*path, written), address + own if nested else own))

    def _close(self, label: ProvisionLabel) -> None:
        """Pops the labels that do not contain `label`, which is a heading, an article or a note."""
        stack, kind = self._stack, label.kind
        if kind is LabelKind.DIVISION and self._above_divisions is None:
            # A division has no fixed level: the first one sets it, below the heading that it follows.
            above = (
                [one.kind for one, _path, _address in stack if one.kind.heading]
                if label.number == "1"
                else []
            )
            self._above_divisions = max([LabelKind.BOOK, *above])
        popped = None
        if self._above_divisions is None:
            while stack and stack[-1][0].kind >= kind:
                popped = stack.pop()
        else:
            rank = self._rank(kind)
            while stack and self._rank(stack[-1][0].kind) >= rank:
                popped = stack.pop()
        if popped is None or kind != _NOTE or popped[0].kind <= _NOTE:
            return
        if not stack or stack[-1][0].kind < _ARTICLE:
            # Without an article, a note belongs to the clause that it follows.
            stack.append(popped)

    def _rank(self, kind: LabelKind) -> float:
        return kind if kind is not LabelKind.DIVISION else (self._above_divisions or LabelKind.BOOK) + 0.5

    def _nest_clause(self, label: ProvisionLabel) -> None:
        stack = self._stack
        # Whether «۱-» is below or above «الف)» varies between texts. An open kind is continued.
        for index, (above, _path, _address) in enumerate(stack):
            if above.kind is label.kind and _depth(above) >= _depth(label):
                del stack[index:]
                break
        else:
            self._leave_note(label)
        while len(stack) >= _DEEPEST:
            stack.pop()
        if not any(above[0].kind is LabelKind.NOTE for above in stack):
            self._clauses[label.kind] = label.number

    def _leave_note(self, label: ProvisionLabel) -> None:
        """Leaves a note if the clause continues the list of the article: «ب)» after the note of «الف)»."""
        stack = self._stack
        if label.number in {"1", "الف"} or not follows(self._clauses.get(label.kind, ""), label.number):
            return
        note = next((at for at, above in enumerate(stack) if above[0].kind is LabelKind.NOTE), None)
        if note is not None and not any(above[0].kind is label.kind for above in stack):
            del stack[note:]


@lru_cache(maxsize=16384)
def _own_address(kind: LabelKind, number: str) -> Address:
    """Returns the address of a top-level label. It is cached, so that equal addresses share one object."""
    return ((LabelKind.LETTER if kind in CLAUSES else kind, number),)


def _depth(label: ProvisionLabel) -> int:
    """Returns the depth of a number with several parts: «۱-۲» is below «۱»."""
    return label.number.count("-")
