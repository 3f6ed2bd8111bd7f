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


@dataclass(slots=True, eq=False)
class WholeField:
    """A field inside one paragraph: its runs from the first mark to the last."""

    runs: list[Any]

    @property
    def computed(self) -> bool:
        """Whether a program may replace the result."""
        words = "".join(code.text or "" for run in self.runs for code in run.iter(f"{W}instrText")).split()
        return not words or words[0].upper() not in _LITERAL

    def delete(self, signer: Signer, concern: Concern) -> None:
        """Marks the field as deleted."""
        for run in self.runs:
            wrap_deleted(run, signer.element("del", concern))

    def follow(self, element: Any) -> None:
        """Puts an element after the field."""
        last = self.runs[-1]
        (last if last.getparent().tag != f"{W}del" else last.getparent()).addnext(element)


def fields_of(paragraph: Any) -> dict[Any, WholeField]:
    """Returns the outermost fields of a paragraph by their runs. Simple fields are written as runs first."""
    for simple in list(paragraph.iter(f"{W}fldSimple")):
        _spell_out(simple)
    found: dict[Any, WholeField] = {}
    for parent in {run.getparent() for run in paragraph.iter(f"{W}r")}:
        for field in _fields_in(parent):
            found.update(dict.fromkeys(field.runs, field))
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


def _spell_out(simple: Any) -> None:
    for kind in ("begin", "instr", "separate"):
        simple.addprevious(_field_run(kind, simple))
    simple.addnext(_field_run("end", simple))
    for child in list(simple):
        simple.addprevious(child)
    simple.getparent().remove(simple)


def _field_run(kind: str, simple: Any) -> Any:
    run = etree.Element(f"{W}r")
    if kind == "instr":
        etree.SubElement(run, f"{W}instrText").text = attribute(simple, "instr")
    else:
        etree.SubElement(run, f"{W}fldChar", {f"{W}fldCharType": kind})
    return run
