"""Accepts the tracked changes that a part already has, as the reader does when it compares.

Otherwise "reject all" would bring back text that nobody compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from desktop_app.documents.docx_inline import DROPPED_CHANGES, KEPT_CHANGES
from desktop_app.documents.docx_styles import W
from desktop_app.reports.redline.marks import siblings_after

_GONE: Final = frozenset(
    f"{W}{tag}"
    for tag in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange",
        "tblGridChange", "numberingChange", "cellIns", "cellMerge", "moveFromRangeStart", "moveFromRangeEnd",
        "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
        "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
    )
)  # fmt: skip
#: What the bytes of a part with changes contain.
TRACES: Final = tuple(
    f"{tag}".encode() for tag in (":ins", ":del", ":moveFrom", ":moveTo", "Change", ":cellIns", ":cellDel")
)


def accept_changes(root: Any) -> bool:
    """Accepts all changes below `root`; returns whether there were any."""
    before = sum(1 for _ in root.iter())
    for row in _having(root, f"{W}tr", f"{W}trPr/{W}del"):
        _remove(row)
    for cell in _having(root, f"{W}tc", f"{W}tcPr/{W}cellDel"):
        _remove(cell)
    for tag in DROPPED_CHANGES:
        for paragraph in _having(root, f"{W}p", f"{W}pPr/{W}rPr/{tag}"):
            _join(paragraph)
    for element in list(root.iter(*DROPPED_CHANGES, *_GONE)):
        _remove(element)
    for element in list(root.iter(*KEPT_CHANGES)):
        _unwrap(element)
    return sum(1 for _ in root.iter()) != before


def _having(root: Any, tag: str, path: str) -> Iterable[Any]:
    return [element for element in root.iter(tag) if element.find(path) is not None]


def _join(paragraph: Any) -> None:
    """Moves what a paragraph with a deleted mark contains to the start of the next one."""
    following = next(siblings_after(paragraph), None)
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    if following is None or following.tag != f"{W}p":
        if following is not None and not any(child.tag == f"{W}r" for child in paragraph.iter()):
            _remove(paragraph)
        return
    at = 1 if following.find(f"{W}pPr") is not None else 0
    following[at:at] = content
    _remove(paragraph)


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
