"""Writes a package again with some parts replaced, and without what would run or what no longer holds.

Macros, the template that may bring them, and signatures of the old content are dropped.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import Any, Final

from lxml import etree

from desktop_app.documents.docx_styles import W
from desktop_app.documents.markup import Parts, transitional

_RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES_PART: Final = "[Content_Types].xml"
_MACROS: Final = frozenset({"vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars"})
#: Kinds of relationships that are dropped with their targets. "origin" is that of signatures.
_DROPPED: Final = _MACROS | {"attachedTemplate", "origin", "signature"}
_MARKUP: Final = (".xml", ".rels")


def packed_again(
    package: zipfile.ZipFile, parts: Parts, main: str, replaced: Mapping[str, bytes]
) -> tuple[bytes, bool]:
    """Returns the bytes of the package, and whether macros were dropped."""
    changed = dict(replaced)
    gone: set[str] = set()
    macros = False
    for part in package.namelist():
        if part.endswith(".rels"):
            root = parts.root(part)
            kinds = _dropped(part, root, gone)
            macros = macros or bool(kinds & _MACROS)
            if kinds:
                changed[part] = written(root)
    for part in [part for part in package.namelist() if part.endswith("settings.xml")]:
        _forget_template(part, parts, changed)
    changed[_TYPES_PART] = written(_types(parts.root(_TYPES_PART), main, gone))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for member in package.infolist():
            if member.filename not in gone and not member.is_dir():
                data = changed.get(member.filename) or _copied(member.filename, parts, package)
                target.writestr(_like(member), data)
    return made.getvalue(), macros


def written(root: Any) -> bytes:
    """Returns a part as bytes."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _copied(name: str, parts: Parts, package: zipfile.ZipFile) -> bytes:
    if name.lower().endswith(_MARKUP):
        return transitional(parts.bytes(name))
    with package.open(name) as member:
        return member.read()


def _dropped(part: str, root: Any, gone: set[str]) -> set[str]:
    """Removes relationships that are not kept; returns their kinds, and adds their targets to `gone`."""
    folder = posixpath.dirname(posixpath.dirname(part))
    kinds = set()
    for relationship in list(root.iterfind(f"{_RELATIONSHIPS}Relationship")):
        kind = (relationship.get("Type") or "").rsplit("/", 1)[-1]
        if kind not in _DROPPED:
            continue
        kinds.add(kind)
        root.remove(relationship)
        if relationship.get("TargetMode") != "External":
            target = relationship.get("Target") or ""
            joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            target = posixpath.normpath(joined)
            gone |= {
                target,
                posixpath.join(posixpath.dirname(target), "_rels", f"{posixpath.basename(target)}.rels"),
            }
    return kinds


def _forget_template(part: str, parts: Parts, changed: dict[str, bytes]) -> None:
    root = parts.root(part)
    template = root.find(f"{W}attachedTemplate") if root is not None else None
    if root is not None and template is not None:
        root.remove(template)
        changed[part] = written(root)


def _types(root: Any, main: str, gone: set[str]) -> Any:
    """Declares the main part as a document without macros."""
    for override in list(root.iterfind(f"{_TYPES}Override")):
        part = (override.get("PartName") or "").lstrip("/")
        if part in gone:
            root.remove(override)
        elif part == main:
            override.set("ContentType", _DOCUMENT)
    return root


def _like(member: zipfile.ZipInfo) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(member.filename, member.date_time)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.create_system = 0  # the same bytes on every system
    return made
