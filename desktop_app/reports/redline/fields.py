"""The fields of a paragraph. A program computes their results again, so that a result is no place for changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from desktop_app.documents.docx_styles import W, attribute
from desktop_app.reports.comparison_docx.sequence import Concern
from desktop_app.reports.redline.marks import Signer, wrap_deleted

#: Fields whose results are text of an author.
_LITERAL: Final = frozenset({"HYPERLINK", "QUOTE"})
_SIMPLE: Final = f"{W}fldSimple"


@dataclass(slots=True, eq=False)
class WholeField:
    """A field inside one paragraph: its runs from the first mark to the last, or a `w:fldSimple`."""

    parts: list[Any]

    @property
    def computed(self) -> bool:
        """Whether a program may replace the result."""
        codes = (code.text or "" for part in self.parts for code in part.iter(f"{W}instrText"))
        words = f"{attribute(self.parts[0], 'instr') or ''} {''.join(codes)}".split()
        return not words or words[0].upper() not in _LITERAL

    def delete(self, signer: Signer, concern: Concern) -> None:
        """Marks the field as deleted. A simple one is written as runs, because it cannot be in a `w:del`."""
        if self.parts[0].tag == _SIMPLE:
            self.parts = _spelled_out(self.parts[0])
        for run in self.parts:
            wrap_deleted(run, signer.element("del", concern))

    def follow(self, element: Any) -> None:
        """Puts an element after the field."""
        last = self.parts[-1]
        (last if last.getparent().tag != f"{W}del" else last.getparent()).addnext(element)


def fields_of(paragraph: Any) -> dict[Any, WholeField]:
    """Returns the outermost fields of a paragraph by their runs."""
    found: dict[Any, WholeField] = {}
    parents = dict.fromkeys(run.getparent() for run in paragraph.iter(f"{W}r"))
    for parent in parents:
        for field in [WholeField([parent])] if parent.tag == _SIMPLE else _fields_in(parent):
            runs = parent.iterchildren(f"{W}r") if parent.tag == _SIMPLE else field.parts
            found.update(dict.fromkeys(runs, field))
    return found


def _fields_in(parent: Any) -> Iterator[WholeField]:
    runs: list[Any] = []
    depth = 0
    for run in parent.iterchildren(f"{W}r"):
        kinds = [attribute(mark, "fldCharType") for mark in run.iterchildren(f"{W}fldChar")]
        depth += kinds.count("begin")
        if depth > 0:
            runs.append(run)
        depth -= kinds.count("end")
        if depth <= 0:
            if runs:
                yield WholeField(runs)
            runs, depth = [], 0


def _spelled_out(simple: Any) -> list[Any]:
    """Replaces a `w:fldSimple` by runs, and returns them."""
    runs = [
        *(_field_run(kind, simple) for kind in ("begin", "instr", "separate")),
        *simple.iterchildren(f"{W}r"),
        _field_run("end", simple),
    ]
    for run in runs:
        simple.addprevious(run)
    simple.getparent().remove(simple)
    return runs


def _field_run(kind: str, simple: Any) -> Any:
    run = etree.Element(f"{W}r")
    if kind == "instr":
        etree.SubElement(run, f"{W}instrText").text = attribute(simple, "instr")
    else:
        etree.SubElement(run, f"{W}fldChar", {f"{W}fldCharType": kind})
    return run
