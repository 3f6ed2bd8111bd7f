"""The text of a DOCX with tracked changes, read as accepted or as rejected, and where each character comes from."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from desktop_app.documents.docx import DocxMain, read_body
from desktop_app.documents.docx_styles import W
from desktop_app.documents.docx_trace import TextSource, TracingReader, sources_of

_PAIRS: Final = (("ins", "del"), ("moveTo", "moveFrom"), ("cellIns", "cellDel"))
#: The names by which a rejected text is read as if it were accepted.
_SWAPPED: Final = {
    **{f"{W}{one}": f"{W}{other}" for one, other in _PAIRS},
    **{f"{W}{other}": f"{W}{one}" for one, other in _PAIRS},
    f"{W}delText": f"{W}t",
    f"{W}delInstrText": f"{W}instrText",
}
#: What a change of properties does not keep.
_NOT_KEPT: Final = frozenset({f"{W}rPr", f"{W}sectPr"})


@dataclass(frozen=True, slots=True)
class SideText:
    """The text of one side, with the sources of its characters; offsets are code points of `text`."""

    text: str
    sources: list[TextSource]


def accepted_side(main: DocxMain) -> SideText:
    """Returns the text with all changes accepted."""
    return _side(main)


def rejected_side(main: DocxMain, accepts: Callable[[Any], bool] = lambda _change: False) -> SideText:
    """Returns the text with all changes rejected, except for those that `accepts`.

    The elements of its sources are those of `main`.
    """
    originals = list(main.root.iter())
    root = copy.deepcopy(main.root)
    copies = dict(zip(root.iter(), originals, strict=True))
    for element, original in list(copies.items()):
        swapped = _SWAPPED.get(element.tag)
        if swapped is not None and not accepts(original):
            element.tag = swapped
    for change in list(root.iter(f"{W}pPrChange")):
        if not accepts(copies[change]):
            _restore(change)
    found = _side(replace(main, root=root, body=root.find(f"{W}body")))
    # What a change of properties brought back is no source of text.
    return SideText(
        found.text, [one._replace(element=copies.get(one.element, one.element)) for one in found.sources]
    )


def _side(main: DocxMain) -> SideText:
    reader = read_body("", main, TracingReader)
    sources: list[TextSource] = []
    start = 0
    for line in reader.traced:
        sources += (one._replace(start=one.start + start, end=one.end + start) for one in sources_of(line))
        start += len(line.text) + 1
    return SideText("\n".join(reader.lines.found), sources)


def _restore(change: Any) -> None:
    properties = change.getparent()
    before = next(iter(change), None)
    for child in list(properties):
        if child.tag not in _NOT_KEPT:
            properties.remove(child)
    if before is not None:
        properties[0:0] = list(before)
