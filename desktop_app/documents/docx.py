"""Reads DOCX packages: the text of the main part, and what the other parts contain.

External relationships are never followed: a linked picture or template is not fetched, and a linked subdocument
is reported as left out.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from desktop_app.documents.document import DocumentContent, LeftOut
from desktop_app.documents.docx_body import DocxBodyReader
from desktop_app.documents.docx_fields import CONTENTS, PAGE_NUMBERS
from desktop_app.documents.docx_numbering import DocxNumbering
from desktop_app.documents.docx_styles import Styles, W, attribute
from desktop_app.documents.faults import FileFault, open_package, refusal
from desktop_app.documents.markup import Parts

_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
#: Letters of Persian that Arabic lacks, as UTF-8.
_PERSIAN_LETTERS: Final = tuple(letter.encode() for letter in "پچژگکی")
_NOTES: Final = {"footnotes": LeftOut.FOOTNOTES, "endnotes": LeftOut.ENDNOTES, "comments": LeftOut.COMMENTS}
_MARGINS: Final = {"header": LeftOut.HEADER, "footer": LeftOut.FOOTER}


Reader = TypeVar("Reader", bound=DocxBodyReader)


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


def read_docx(name: str, data: bytes) -> DocumentContent:
    """Reads the DOCX `data`. `name` is the file name, for errors. Raises `BadFileError`."""
    with open_package(name, data, kind="docx") as package:
        parts = Parts(package, name=name)
        main = docx_main(parts)
        reader = read_body(name, main, DocxBodyReader)
        left_out = frozenset(reader.left_out) | _left_out_parts(parts, main.related)
        return DocumentContent(tuple(reader.lines.found), left_out)


def docx_main(parts: Parts) -> DocxMain:
    """Returns the main part of a package. Raises `BadFileError`."""
    part = _main_part(parts)
    related = _related(parts, part)
    root = parts.root(part)
    body = root.find(f"{W}body") if root is not None and root.tag == f"{W}document" else None
    if body is None:
        raise refusal(parts.name, FileFault.NOT_A_DOCX)
    styles = Styles(_first(parts, related, "styles"))
    numbering = _first(parts, related, "numbering")
    return DocxMain(part, root, body, styles, numbering, _is_persian(parts, part, related), related)


def read_body(name: str, main: DocxMain, make: type[Reader]) -> Reader:
    """Returns a reader of the class `make` that has read the main part."""
    for obey_fields in (True, False):
        reader = make(
            name, DocxNumbering(main.numbering, main.styles), main.styles,
            persian=main.persian, hidden_fields=CONTENTS, obey_fields=obey_fields,
        )  # fmt: skip
        reader.read(main.body)
        if not reader.inline.fields.unfinished:
            break
        # An unterminated field would hide the rest of the text: read again and ignore fields.
    return reader


def _main_part(parts: Parts) -> str:
    for kind, target, external in _relationships(parts, ""):
        if kind == "officeDocument":
            if external:
                raise refusal(parts.name, FileFault.POINTS_OUTSIDE)
            if target in parts:
                return target
    raise refusal(parts.name, FileFault.NOT_A_DOCX)


def _relationships(parts: Parts, part: str) -> list[tuple[str, str, bool]]:
    """Returns the kind, the target (a member name) and whether it is external, of each relationship of `part`."""
    folder, file = posixpath.split(part)
    root = parts.root(posixpath.join(folder, "_rels", f"{file}.rels"))
    found: list[tuple[str, str, bool]] = []
    for element in root.iterfind(_RELATIONSHIP) if root is not None else ():
        kind = (element.get("Type") or "").rsplit("/", 1)[-1]
        target = element.get("Target") or ""
        external = element.get("TargetMode") == "External" or "://" in target
        if not external:
            absolute = target.startswith("/")
            target = posixpath.normpath(target.lstrip("/") if absolute else posixpath.join(folder, target))
            if target.startswith("..") or "\\" in target:
                raise refusal(parts.name, FileFault.POINTS_OUTSIDE)
        found.append((kind, target, external))
    return found


def _related(parts: Parts, main: str) -> dict[str, list[str]]:
    """Maps kinds to the members related to the main part; external ones have the key "external:" + kind."""
    found: dict[str, list[str]] = {}
    for kind, target, external in _relationships(parts, main):
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


def _left_out_parts(parts: Parts, related: dict[str, list[str]]) -> set[LeftOut]:
    """Returns which of the other parts contain text."""
    found: set[LeftOut] = set()
    for kind, key in _NOTES.items():
        if any(_note_has_text(note) for part in related.get(kind, ()) for note in _children(parts, part)):
            found.add(key)
    for kind, key in _MARGINS.items():
        if any(_margin_has_text(parts, part) for part in related.get(kind, ())):
            found.add(key)
    if "external:subDocument" in related:
        found.add(LeftOut.LINKED)
    if "external:image" in related:
        found.add(LeftOut.IMAGES)
    return found


def _children(parts: Parts, part: str) -> list[Any]:
    root = parts.root(part)
    return list(root) if root is not None else []


def _note_has_text(note: Any) -> bool:
    if attribute(note, "type") not in (None, "normal"):
        return False  # separators between text and notes
    return any((element.text or "").strip() for element in note.iter(f"{W}t"))


def _margin_has_text(parts: Parts, part: str) -> bool:
    root = parts.root(part)
    if root is None:
        return False
    styles = Styles(None)
    reader = DocxBodyReader(
        parts.name, DocxNumbering(None, styles), styles,
        persian=True, hidden_fields=CONTENTS | PAGE_NUMBERS, obey_fields=True,
    )  # fmt: skip
    reader.read(root)
    return any(line.strip(" -–—\t/") for line in reader.lines.found)
