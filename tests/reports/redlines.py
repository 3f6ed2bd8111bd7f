"""Accepts and rejects the tracked changes of a whole DOCX over its mark-up, for tests: ECMA-376 part 1, 17.13.5.

The results are documents again, so that their text, tables and automatic numbers can be compared. Written apart
from the program, which only accepts the changes that a source already has.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from lxml import etree

from desktop_app.documents.reading import parsed

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
MAIN: Final = "word/document.xml"


def part(docx: bytes, name: str = MAIN) -> Any:
    """The root of a part."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(name))


def with_part(docx: bytes, root: Any, name: str = MAIN) -> bytes:
    """The package with another content of a part."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(made, "w") as target:
        for member in source.namelist():
            target.writestr(member, etree.tostring(root) if member == name else source.read(member))
    return made.getvalue()


def accepted(docx: bytes) -> bytes:
    """The document once every change is accepted."""
    return with_part(docx, _resolved(part(docx), gone="del", stays="ins"))


def rejected(docx: bytes) -> bytes:
    """The document once every change is rejected."""
    return with_part(docx, _resolved(part(docx), gone="ins", stays="del"))


def text_of(docx: bytes) -> str:
    """The text as the program reads it: a line for each paragraph and row, with automatic numbers."""
    return "\n".join(parsed(".docx", "a.docx", docx).lines)


def _resolved(root: Any, *, gone: str, stays: str) -> Any:
    for row in [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}{gone}") is not None]:
        table = row.getparent()
        table.remove(row)
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    for change in list(root.iter(f"{W}{gone}")):
        if change.getparent().tag != f"{W}rPr":
            change.getparent().remove(change)
    for change in list(root.iter(f"{W}{stays}")):
        at = change.getparent().index(change)
        change.getparent()[at : at + 1] = list(change)
    for change in list(root.iter(f"{W}pPrChange")):
        _resolve_look(change, back=gone == "ins")
    for paragraph in [one for one in root.iter(f"{W}p") if one.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None]:
        _join(paragraph)
    for words in root.iter(f"{W}delText", f"{W}delInstrText"):
        words.tag = f"{W}t" if words.tag == f"{W}delText" else f"{W}instrText"
    return root


def _resolve_look(change: Any, *, back: bool) -> None:
    properties = change.getparent()
    properties.remove(change)
    if back:
        for child in [one for one in properties if one.tag not in (f"{W}rPr", f"{W}sectPr")]:
            properties.remove(child)
        properties[0:0] = list(change[0])


def _join(paragraph: Any) -> None:
    """The mark goes: what is left of the paragraph flows into the next one."""
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    if paragraph.find(f".//{W}r") is not None:
        following = paragraph.getnext()
        assert following is not None
        assert following.tag == f"{W}p", "a mark is gone before what is no paragraph"
        at = 1 if following.find(f"{W}pPr") is not None else 0
        following[at:at] = content
    else:
        rest = [one for one in paragraph.itersiblings() if one.tag in (f"{W}p", f"{W}tbl", f"{W}sdt")]
        assert rest, "the last mark of a container is gone"
    paragraph.getparent().remove(paragraph)


def plain(root: Any, lists: Mapping[str, str] | None = None) -> bytes:
    """The mark-up without what is no change: runs of one look that were cut, and empty properties.

    `lists` has the lists that styles name: a paragraph that names the same one itself is the same.
    """
    made = copy.deepcopy(root)
    for run in list(made.iter(f"{W}r")):
        for words in run.findall(f"{W}t"):
            shown = words.text or ""
            words.text = shown if words.get(_SPACE) == "preserve" else shown.strip(" \t\r\n")
            words.attrib.pop(_SPACE, None)
        before = run.getprevious()
        if before is not None and before.tag == f"{W}r" and _look(before) == _look(run):
            before.extend([child for child in run if child.tag != f"{W}rPr"])
            run.getparent().remove(run)
    for words in list(made.iter(f"{W}t")):
        before = words.getprevious()
        if before is not None and before.tag == f"{W}t":
            before.text = (before.text or "") + (words.text or "")
            words.getparent().remove(words)
    for properties in made.iter(f"{W}pPr"):
        style, number = properties.find(f"{W}pStyle"), properties.find(f"{W}numPr")
        listed = (lists or {}).get(style.get(f"{W}val")) if style is not None else None
        if number is not None and listed == number.find(f"{W}numId").get(f"{W}val"):
            properties.remove(number)
    for properties in reversed(list(made.iter(f"{W}rPr", f"{W}pPr", f"{W}trPr", f"{W}tcPr"))):
        if not len(properties):
            properties.getparent().remove(properties)
    return bytes(etree.tostring(made, method="c14n", exclusive=True))


def _look(run: Any) -> bytes:
    properties = run.find(f"{W}rPr")
    if properties is None or not len(properties):
        return b""
    return bytes(etree.tostring(properties, method="c14n", exclusive=True))


def check(docx: bytes) -> None:
    """Asserts what a program relies on: identifiers, signatures, no nesting, deleted text named as such."""
    root = part(docx)
    changes = list(root.iter(*(f"{W}{tag}" for tag in ("ins", "del", "pPrChange"))))
    identifiers = Counter(change.get(f"{W}id") for change in changes)
    others = {one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart", f"{W}commentRangeStart")}
    assert all(count == 1 for count in identifiers.values())
    assert not others & identifiers.keys()
    for change in changes:
        assert change.get(f"{W}author")
        assert change.get(f"{W}date", "").endswith("Z")
        assert not any(above.tag in (f"{W}ins", f"{W}del") for above in change.iterancestors())
    for words in root.iter(f"{W}t", f"{W}instrText"):
        assert not any(above.tag == f"{W}del" for above in words.iterancestors())
    for words in root.iter(f"{W}delText"):
        assert any(above.tag == f"{W}del" for above in words.iterancestors())
