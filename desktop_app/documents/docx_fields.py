"""Fields of a DOCX: what a reader sees is the result, what is stored is also the instruction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: Results that are made from the document's own text, or from its pages: no text of the author's.
CONTENTS: Final = frozenset({"TOC", "TOA", "INDEX"})
PAGE_NUMBERS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False
    hides_result: bool = False


class Fields:
    """The fields that are open at one place of the text. `hidden`: instructions whose results are no text."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self._hidden = hidden
        self._open: list[_Field] = []
        self.visible = True
        self.contents_left_out = False

    @property
    def unfinished(self) -> bool:
        """Whether a field was begun and not ended: what followed it may have been taken for its instruction."""
        return bool(self._open)

    def mark(self, kind: str | None) -> None:
        """A `w:fldChar` of that kind: begin, separate or end."""
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            field = self._open[-1]
            field.in_result = True
            field.hides_result = self.hides(field.instruction)
        elif self._open and kind == "end":
            self._open.pop()
        self.visible = all(field.in_result and not field.hides_result for field in self._open)

    def instruct(self, text: str) -> None:
        """A piece of the innermost field's instruction."""
        if self._open and not self._open[-1].in_result and len(self._open[-1].instruction) < 200:
            self._open[-1].instruction += text

    def hides(self, instruction: str) -> bool:
        """Whether the result of the field is left out."""
        first = instruction.split(maxsplit=1)[0].upper() if instruction.strip() else ""
        if first in CONTENTS:
            self.contents_left_out = True
        return first in self._hidden
