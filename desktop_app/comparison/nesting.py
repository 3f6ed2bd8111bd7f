"""Which labels of a text stand above each other: notes below articles, letters below numbers or above them.

Offsets are code points of the text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from desktop_app.comparison.labels import CLAUSES, LabelKind, ProvisionLabel, follows
from desktop_app.persian.text import INVISIBLE, ZWNJ

#: Kinds and numbers from the outside in, all clauses of one kind (see `structure.Provision`).
Address = tuple[tuple[LabelKind, str], ...]
#: A label under which others stand, the path of what stands below it, and its address.
Open = tuple[ProvisionLabel, tuple[str, ...], Address]

UNSEEN: Final = f" \t\n{ZWNJ}{INVISIBLE}"
#: Deeper than any law; a hostile text of endless nesting stays cheap.
_DEEPEST: Final = 14
_ARTICLE: Final = int(LabelKind.ARTICLE)
_NOTE: Final = int(LabelKind.NOTE)


class Nesting:
    """What stands open at a place of `text` that is read from its beginning."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stack: list[Open] = []
        #: The heading below which divisions stand in this text, once one was seen.
        self._above_divisions: LabelKind | None = None
        #: The number last seen of each kind of clause that stands under the article itself.
        self._clauses: dict[LabelKind, str] = {}

    @property
    def top(self) -> Open:
        """The label under which the place stands; there has to be one."""
        return self._stack[-1]

    def clear(self) -> None:
        """Closes everything: another text begins."""
        self._stack.clear()

    def open(self, label: ProvisionLabel) -> None:
        """Puts `label` on the stack, below the labels under which it stands."""
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
        """Takes off the stack what does not stand above `label`, an article, a heading or a note."""
        stack, kind = self._stack, label.kind
        if kind is LabelKind.DIVISION and self._above_divisions is None:
            # A division has no place of its own but that of the first one, below the heading that it follows.
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
            # Where no article is, a note stands below the clause that it follows.
            stack.append(popped)

    def _rank(self, kind: LabelKind) -> float:
        return kind if kind is not LabelKind.DIVISION else (self._above_divisions or LabelKind.BOOK) + 0.5

    def _nest_clause(self, label: ProvisionLabel) -> None:
        stack = self._stack
        # Whether «۱-» stands under «الف)» or above it is each text's own custom: a kind that is open goes on.
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
        """«ب)» behind the note of «الف)» goes on with the list of the article, not of the note."""
        stack = self._stack
        if label.number in {"1", "الف"} or not follows(self._clauses.get(label.kind, ""), label.number):
            return
        note = next((at for at, above in enumerate(stack) if above[0].kind is LabelKind.NOTE), None)
        if note is not None and not any(above[0].kind is label.kind for above in stack):
            del stack[note:]


@lru_cache(maxsize=16384)
def _own_address(kind: LabelKind, number: str) -> Address:
    """The address of a label that stands below none; one for all that are called so."""
    return ((LabelKind.LETTER if kind in CLAUSES else kind, number),)


def _depth(label: ProvisionLabel) -> int:
    """How deep a number of several parts stands: «۱-۲» below «۱»."""
    return label.number.count("-")
