"""Tracked changes as mark-up: wrappers around runs, marks of paragraphs and rows, changes of properties."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lxml import etree

from desktop_app.documents.docx_inline import MC
from desktop_app.documents.docx_styles import W, attribute
from desktop_app.documents.holdable import holdable
from desktop_app.reports.comparison_docx.markup import LATIN, RIGHT_TO_LEFT
from desktop_app.reports.comparison_docx.sequence import Concern

MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_DELETED_NAMES: Final = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
#: What is deleted whole, with all that it contains.
_WHOLE: Final = frozenset({f"{W}r", f"{W}sdt", f"{MATH}oMath", f"{MATH}oMathPara"})
#: What is in `w:pPr` but belongs to this paragraph, not to its look.
_OWN: Final = frozenset({f"{W}rPr", f"{W}sectPr", f"{W}pPrChange"})
#: What follows `w:numPr` in the order of the schema begins after these.
_BEFORE_NUMBER: Final = frozenset(
    f"{W}{tag}" for tag in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_AFTER_RTL: Final = frozenset(
    f"{W}{tag}" for tag in ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange")
)
_NOT_INHERITED: Final = (
    "rPrChange",
    "vertAlign",
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "specVanish",
    "vanish",
    "rtl",
)


class Signer:
    """Signs changes; `w:id` is never given twice."""

    def __init__(self, authors: Mapping[Concern, str], date: str, last_id: int) -> None:
        self._authors, self._date, self._last = authors, date, last_id

    def signed(self, concern: Concern) -> dict[str, str]:
        self._last += 1
        values = {"id": str(self._last), "author": self._authors[concern], "date": self._date}
        return {f"{W}{name}": value for name, value in values.items()}

    def element(self, tag: str, concern: Concern) -> Any:
        """Returns a `w:ins`, a `w:del` or another change."""
        return etree.Element(f"{W}{tag}", self.signed(concern))


def last_id(root: Any) -> int:
    """Returns the highest `w:id` of a part."""
    given = (element.get(f"{W}id", "") for element in root.iter())
    return max((int(value) for value in given if value.isdecimal() and len(value) < 10), default=0)


def properties_of(element: Any, tag: str) -> Any:
    """Returns the properties of an element, which are its first child; creates them if there are none."""
    found = element.find(f"{W}{tag}")
    if found is None:
        found = etree.Element(f"{W}{tag}")
        element.insert(0, found)
    return found


def mark_paragraph(paragraph: Any, change: Any) -> None:
    """Puts a change on the mark of a paragraph."""
    properties = properties_of(paragraph, "pPr")
    mark = properties.find(f"{W}rPr")
    if mark is None:
        mark = etree.Element(f"{W}rPr")
        after = next((place for place, one in enumerate(properties) if one.tag in _OWN), len(properties))
        properties.insert(after, mark)
    mark.insert(0, change)


def look_of(paragraph: Any) -> Any:
    """Returns a copy of the `w:pPr` without what belongs to the paragraph itself; empty if it has none."""
    found = paragraph.find(f"{W}pPr")
    made = etree.Element(f"{W}pPr") if found is None else copy.deepcopy(found)
    for child in list(made):
        if child.tag in _OWN:
            made.remove(child)
    return made


def same_look(one: Any, other: Any) -> bool:
    """Returns whether two elements have the same names, attributes and children."""
    if one.tag != other.tag or dict(one.attrib) != dict(other.attrib) or len(one) != len(other):
        return False
    return all(same_look(*pair) for pair in zip(one, other, strict=True))


def style_of(paragraph: Any) -> str | None:
    """Returns the id of the style of a paragraph, None for the default one."""
    return attribute(paragraph.find(f"{W}pPr/{W}pStyle"))


def with_number(look: Any, number: Any | None) -> Any:
    """Returns a copy of `look` in the list of `number` (a `w:numPr`), or in none."""
    made = copy.deepcopy(look)
    for old in made.findall(f"{W}numPr"):
        made.remove(old)
    if number is None:
        number = etree.Element(f"{W}numPr")
        etree.SubElement(number, f"{W}numId", {f"{W}val": "0"})
    at = next((place for place, one in enumerate(made) if one.tag not in _BEFORE_NUMBER), len(made))
    made.insert(at, copy.deepcopy(number))
    return made


def set_look(paragraph: Any, look: Any) -> None:
    """Replaces the look of a paragraph, without tracking that."""
    properties = properties_of(paragraph, "pPr")
    for child in list(properties):
        if child.tag not in _OWN:
            properties.remove(child)
    for place, child in enumerate(copy.deepcopy(look)):
        properties.insert(place, child)


def change_look(paragraph: Any, look: Any, change: Any, before: Any | None = None) -> None:
    """Replaces the look of a paragraph; `change`, a `w:pPrChange`, keeps the one before, or what is given for it."""
    before = look_of(paragraph) if before is None else before
    if same_look(before, look):
        return
    properties = properties_of(paragraph, "pPr")
    if properties.find(f"{W}pPrChange") is None:
        change.append(before)
        properties.append(change)
    set_look(paragraph, look)


def delete_content(paragraph: Any, signer: Signer, concern: Concern) -> None:
    """Marks all that a paragraph contains as deleted, but not its mark."""
    for element in list(_content(paragraph)):
        wrap_deleted(element, signer.element("del", concern))


def _content(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in _WHOLE:
            yield child
        elif child.tag not in (f"{W}pPr", f"{W}del", f"{W}ins", f"{MC}AlternateContent"):
            yield from _content(child)


def wrap_deleted(element: Any, change: Any) -> None:
    """Puts a run, a control or a formula into a `w:del`."""
    element.addprevious(change)
    change.append(element)
    for run in (element,) if element.tag == f"{W}r" else element.iterfind(f"{W}sdtContent//{W}r"):
        for child in run:
            child.tag = _DELETED_NAMES.get(child.tag, child.tag)


def new_run(text: str, look: Any | None) -> Any:
    """Returns a run with `text`, which looks like the `w:rPr` given."""
    run = etree.Element(f"{W}r")
    _add_look(run, text, look)
    for part in re.split("([\t\n])", holdable(text)):
        if part in ("\t", "\n"):
            etree.SubElement(run, f"{W}tab" if part == "\t" else f"{W}br")
        elif part:
            words = etree.SubElement(run, f"{W}t")
            words.set(SPACE, "preserve")
            words.text = part
    return run


def _add_look(run: Any, text: str, look: Any | None) -> None:
    right_to_left = look is not None and look.find(f"{W}rtl") is not None
    if RIGHT_TO_LEFT.search(text):
        right_to_left = True
    elif LATIN.search(text):
        right_to_left = False
    made = etree.Element(f"{W}rPr") if look is None else copy.deepcopy(look)
    for tag in _NOT_INHERITED:
        for child in made.findall(f"{W}{tag}"):
            made.remove(child)
    if right_to_left:
        at = next((place for place, one in enumerate(made) if one.tag in _AFTER_RTL), len(made))
        made.insert(at, etree.Element(f"{W}rtl"))
    if len(made):
        run.append(made)


def siblings_after(element: Any) -> Iterator[Any]:
    """Yields the paragraphs, tables and controls that follow an element in the same container."""
    for other in element.itersiblings():
        if other.tag in (f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}customXml", f"{MC}AlternateContent"):
            yield other
