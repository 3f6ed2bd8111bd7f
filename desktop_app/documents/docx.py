"""Reads DOCX packages: the text of the main part, and the notes, comments and margins beside it.

External relationships are never followed: a linked picture or template is not fetched, and a linked subdocument
is reported as left out.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from desktop_app.documents.document import DocumentContent, LeftOut
from desktop_app.documents.docx_fields import CONTENTS
from desktop_app.documents.docx_parts import DocxPartReader, DocxReading, Reader
from desktop_app.documents.docx_styles import Styles, W
from desktop_app.documents.faults import FileFault, open_package, refusal
from desktop_app.documents.markup import Parts

_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
#: Letters of Persian that Arabic lacks, as UTF-8.
_PERSIAN_LETTERS: Final = tuple(letter.encode() for letter in "پچژگکی")


class _Relationship(NamedTuple):
    """A relationship of a part. `target` is a member of the package unless it is `external`."""

    key: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class DocxMain:
    """The main part of a package, and what is needed to read it. `root` is its root element."""

    part: str
    root: Any
    body: Any
    styles: Styles
    numbering: Any | None
    persian: bool
    related: dict[str, list[str]]
    #: The members of the package by the keys of the relationships of the main part.
    targets: dict[str, str]


def read_docx(name: str, data: bytes) -> DocumentContent:
    """Reads the DOCX `data`. `name` is the file name, for errors. Raises `BadFileError`."""
    with open_package(name, data, kind="docx") as package:
        parts = Parts(package, name=name)
        main = docx_main(parts)
        reading = DocxReading(name, main.numbering, main.styles, main.persian)
        found = reading.body(main.body)
        beside = DocxPartReader(reading, found.places)
        for kind in ("footnotes", "endnotes", "comments"):
            beside.notes(kind, [_root(parts, part) for part in main.related.get(kind, ())])
        margins = {
            part: _root(parts, part) for kind in ("header", "footer") for part in main.related.get(kind, ())
        }
        beside.margins(main.body, _first(parts, main.related, "settings"), main.targets, margins)
        left_out = found.left_out | beside.left_out | _linked(main.related)
        return DocumentContent(tuple(found.lines), frozenset(left_out), tuple(beside.found))


def docx_main(parts: Parts) -> DocxMain:
    """Returns the main part of a package. Raises `BadFileError`."""
    part = _main_part(parts)
    relations = _relationships(parts, part)
    related = _related(parts, relations)
    root = parts.root(part)
    body = root.find(f"{W}body") if root is not None and root.tag == f"{W}document" else None
    if body is None:
        raise refusal(parts.name, FileFault.NOT_A_DOCX)
    styles = Styles(_first(parts, related, "styles"))
    numbering = _first(parts, related, "numbering")
    targets = {one.key: one.target for one in relations if not one.external}
    persian = _is_persian(parts, part, related)
    return DocxMain(part, root, body, styles, numbering, persian, related, targets)


def read_body(name: str, main: DocxMain, make: type[Reader]) -> Reader:
    """Returns a reader of the class `make` that has read the main part."""
    reading = DocxReading(name, main.numbering, main.styles, main.persian)
    return reading.reader(main.body, make, reading.lists, CONTENTS)


def _root(parts: Parts, part: str) -> Any:
    root = parts.root(part)
    assert root is not None
    return root


def _main_part(parts: Parts) -> str:
    for one in _relationships(parts, ""):
        if one.kind == "officeDocument":
            if one.external:
                raise refusal(parts.name, FileFault.POINTS_OUTSIDE)
            if one.target in parts:
                return one.target
    raise refusal(parts.name, FileFault.NOT_A_DOCX)


def _relationships(parts: Parts, part: str) -> list[_Relationship]:
    """Returns the relationships of `part`."""
    folder, file = posixpath.split(part)
    root = parts.root(posixpath.join(folder, "_rels", f"{file}.rels"))
    found: list[_Relationship] = []
    for element in root.iterfind(_RELATIONSHIP) if root is not None else ():
        kind = (element.get("Type") or "").rsplit("/", 1)[-1]
        target = element.get("Target") or ""
        external = element.get("TargetMode") == "External" or "://" in target
        if not external:
            absolute = target.startswith("/")
            target = posixpath.normpath(target.lstrip("/") if absolute else posixpath.join(folder, target))
            if target.startswith("..") or "\\" in target:
                raise refusal(parts.name, FileFault.POINTS_OUTSIDE)
        found.append(_Relationship(element.get("Id") or "", kind, target, external))
    return found


def _related(parts: Parts, relations: list[_Relationship]) -> dict[str, list[str]]:
    """Maps kinds to the members related to the main part; external ones have the key "external:" + kind."""
    found: dict[str, list[str]] = {}
    for _key, kind, target, external in relations:
        if external:
            found.setdefault(f"external:{kind}", []).append(target)
        elif target in parts:
            found.setdefault(kind, []).append(target)
    return found


def _first(parts: Parts, related: dict[str, list[str]], kind: str) -> Any | None:
    members = related.get(kind)
    return parts.root(members[0]) if members else None


def _is_persian(parts: Parts, main: str, related: dict[str, list[str]]) -> bool:
    sources = [main, *related.get("styles", ()), *related.get("settings", ())]
    pieces = [parts.bytes(part) for part in sources]
    return any(letter in pieces[0] for letter in _PERSIAN_LETTERS) or any(
        b'"fa-IR"' in part for part in pieces
    )


def _linked(related: dict[str, list[str]]) -> set[LeftOut]:
    found: set[LeftOut] = set()
    if "external:subDocument" in related:
        found.add(LeftOut.LINKED)
    if "external:image" in related:
        found.add(LeftOut.IMAGES)
    return found
