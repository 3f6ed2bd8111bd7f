"""Accepts and rejects the tracked changes of a DOCX by the rules of ECMA-376 part 1, 17.13.5, for tests."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import Any, Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ONLY_OLD: Final = {f"{W}del", f"{W}moveFrom"}
_ONLY_NEW: Final = {f"{W}ins", f"{W}moveTo"}
_STARTS: Final = {f"{W}moveFromRangeStart": "moveFrom", f"{W}moveToRangeStart": "moveTo"}
_ENDS: Final = {f"{W}moveFromRangeEnd": "moveFrom", f"{W}moveToRangeEnd": "moveTo"}


def part(docx: bytes, name: str = "word/document.xml") -> Any:
    """The root of a part of the package."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(name))


def accepted(docx: bytes) -> str:
    """The text once every change is accepted, a line for each paragraph."""
    return _text(docx, _ONLY_OLD)


def rejected(docx: bytes) -> str:
    """The text once every change is rejected."""
    return _text(docx, _ONLY_NEW)


def _text(docx: bytes, dropped: set[str]) -> str:
    lines: list[str] = []
    carried = ""
    for paragraph in part(docx).iter(f"{W}p"):
        carried += "".join(_words(child, dropped) for child in paragraph)
        if any(paragraph.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in dropped):
            continue  # the mark goes: what is left of the paragraph flows into the next one
        lines.append(carried)
        carried = ""
    assert not carried, "the last paragraph has lost its mark"
    return "\n".join(lines)


def _words(element: Any, dropped: set[str]) -> str:
    if element.tag in dropped or element.tag == f"{W}pPr":
        return ""
    if element.tag == f"{W}r":
        return "".join(_characters(child) for child in element)
    assert element.tag in _ONLY_OLD | _ONLY_NEW | _STARTS.keys() | _ENDS.keys(), element.tag
    return "".join(_words(child, dropped) for child in element)


def _characters(element: Any) -> str:
    if element.tag in {f"{W}t", f"{W}delText"}:
        assert element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        return element.text or ""
    if element.tag == f"{W}tab":
        return "\t"
    assert element.tag == f"{W}rPr", element.tag
    return ""


def check_structure(docx: bytes) -> None:
    """Asserts what a reader of the format relies on: identifiers, signatures, paired moves, no nesting."""
    root = part(docx)
    changes = [element for element in root.iter() if element.tag in _ONLY_OLD | _ONLY_NEW]
    starts = [element for element in root.iter() if element.tag in _STARTS]
    ends = [element for element in root.iter() if element.tag in _ENDS]
    identifiers = Counter(element.get(f"{W}id") for element in (*changes, *starts))
    assert all(count == 1 for count in identifiers.values()), "an identifier is used twice"
    assert sorted(one.get(f"{W}id") for one in starts) == sorted(one.get(f"{W}id") for one in ends)
    names = Counter((element.tag, element.get(f"{W}name")) for element in starts)
    assert all(count == 1 for count in names.values())
    assert {name for tag, name in names if _STARTS[tag] == "moveFrom"} == {
        name for tag, name in names if _STARTS[tag] == "moveTo"
    }, "a move without its other end"
    for element in (*changes, *starts):
        assert element.get(f"{W}author")
        assert element.get(f"{W}date", "").endswith("Z")
    for element in changes:
        assert not any(above.tag in _ONLY_OLD | _ONLY_NEW for above in element.iterancestors()), "nested"
    for words in root.iter(f"{W}delText"):
        assert any(above.tag == f"{W}del" for above in words.iterancestors())
    for words in root.iter(f"{W}t"):
        assert not any(above.tag == f"{W}del" for above in words.iterancestors())
    _check_moves(root)


def _check_moves(root: Any) -> None:
    """Whatever is moved lies in a moved stretch of its own kind, and no two stretches cross."""
    inside: tuple[str, str] | None = None
    for element in root.iter():
        if element.tag in _STARTS:
            assert inside is None, "a stretch inside a stretch"
            inside = _STARTS[element.tag], element.get(f"{W}id")
        elif element.tag in _ENDS:
            assert inside == (_ENDS[element.tag], element.get(f"{W}id"))
            inside = None
        elif element.tag in {f"{W}moveFrom", f"{W}moveTo"} and element.getparent().tag == f"{W}p":
            assert inside is not None, "moved words outside of any stretch"
            assert element.tag == W + inside[0]


def moved(docx: bytes, tag: str) -> dict[str, str]:
    """The words that are moved under each name, white space aside; `tag` is moveFrom or moveTo."""
    found: dict[str, str] = {}
    name = ""
    for element in part(docx).iter():
        if element.tag in _STARTS:
            name = element.get(f"{W}name")
            found.setdefault(name, "")
        elif element.tag == W + tag and element.getparent().tag == f"{W}p":
            found[name] += "".join(element.itertext())
    return {name: "".join(words.split()) for name, words in found.items()}


def signed(docx: bytes, tag: str) -> list[tuple[str, str]]:
    """The author and the words of every run that is `ins` or `del`, with the white space around them."""
    return [
        (element.get(f"{W}author"), "".join(element.itertext()))
        for element in part(docx).iter(W + tag)
        if element.getparent().tag == f"{W}p"
    ]
