"""Fields of a DOCX. A file stores the instruction and the result; only the result is visible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: Fields whose results are generated from the document or its pages, and so are not the author's text.
CONTENTS: Final = frozenset({"TOC", "TOA", "INDEX"})
PAGE_NUMBERS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False
    hides_result: bool = False


class Fields:
    """The stack of open fields at one place of the text. Results of the instructions in `hidden` are dropped."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self._hidden = hidden
        self._open: list[_Field] = []
        self.visible = True
        self.contents_left_out = False

    @property
    def unfinished(self) -> bool:
        """Whether a field was not terminated, so that the text after it may have been read as its instruction."""
        return bool(self._open)

    def mark(self, kind: str | None) -> None:
        """Handles a `w:fldChar` of the given kind: begin, separate or end."""
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
        """Appends to the instruction of the innermost field."""
        if self._open and not self._open[-1].in_result and len(self._open[-1].instruction) < 200:
            self._open[-1].instruction += text

    def hides(self, instruction: str) -> bool:
        """Returns whether the result of a field is dropped."""
        first = instruction.split(maxsplit=1)[0].upper() if instruction.strip() else ""
        if first in CONTENTS:
            self.contents_left_out = True
        return first in self._hidden
