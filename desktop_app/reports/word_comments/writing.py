"""Writes threads into the package of a document. Runs where foreign files are parsed if the document is foreign."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from lxml import etree

from desktop_app.documents.docx import DocxMain, docx_main
from desktop_app.documents.docx_inline import DROPPED_CHANGES, KEPT_CHANGES
from desktop_app.documents.docx_sides import SideText, accepted_side, rejected_side
from desktop_app.documents.docx_styles import W
from desktop_app.documents.faults import open_package
from desktop_app.documents.holdable import holdable
from desktop_app.documents.markup import Parts
from desktop_app.documents.word_names import OWN_FOLDER, W14
from desktop_app.documents.word_order import CommentOrder, WordThread, paragraph_id
from desktop_app.reports.comparison_docx.markup import RELATIONS
from desktop_app.reports.redline.marks import last_id
from desktop_app.reports.redline.package import written
from desktop_app.reports.word_comments.anchoring import CommentMarks, CommentRange
from desktop_app.reports.word_comments.parts import (
    COMMENTS,
    EXTENDED,
    IDS,
    PROPERTIES_TYPE,
    RelatedPart,
    WrittenComment,
    custom_members,
    fill_parts,
    new_root,
    own_part,
)

_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_TYPES: Final = "[Content_Types].xml"
_CHANGES: Final = DROPPED_CHANGES | KEPT_CHANGES
#: The earliest timestamp that a zip archive can store.
_STILL: Final = (1980, 1, 1, 0, 0, 0)


def commented(data: bytes, order: CommentOrder, name: str = "") -> bytes:
    """Returns the document with the threads of `order` as comments.

    Threads on a text that is not that of the document stand on its title. Comments that the document has stay.
    Raises `BadFileError` with `name`.
    """
    with open_package(name, data, kind="docx") as package:
        parts = Parts(package, name=name)
        main = docx_main(parts)
        target = _Package(package, parts, main)
        signatures = sorted(
            {(one.get(f"{W}author", ""), one.get(f"{W}date", "")) for one in main.root.iter(*_CHANGES)}
        )
        roots = {part: target.part(part) for part in (COMMENTS, EXTENDED, IDS)}
        last = max(last_id(main.root), last_id(roots[COMMENTS]))
        made = list(_numbered(order, last, _paragraph_ids(main.root, roots[COMMENTS])))
        marks = CommentMarks(last + len(made))
        for side, ranges in _ranges(order, main, made):
            marks.add(side, ranges)
        marks.write()
        fill_parts(roots, made)
        target.add_own(own_part(order, made, signatures))
        return target.packed()


def _paragraph_ids(*roots: Any) -> set[int]:
    found = (element.get(f"{W14}paraId", "") for root in roots for element in root.iter(f"{W}p"))
    return {
        int(value, 16) for value in found if len(value) == 8 and set(value) <= set("0123456789ABCDEFabcdef")
    }


def _numbered(order: CommentOrder, last: int, taken: set[int]) -> Iterator[WrittenComment]:
    for thread in order.threads:
        first: WrittenComment | None = None
        for comment in thread.comments:
            paragraph = paragraph_id(order.draft, comment.key)
            while paragraph in taken:
                paragraph = paragraph % 0x7FFFFFFE + 1
            taken.add(paragraph)
            last += 1
            made = WrittenComment(comment, thread, last, paragraph, first)
            first = first or made
            yield made


def _ranges(
    order: CommentOrder, main: DocxMain, made: Iterable[WrittenComment]
) -> Iterator[tuple[SideText, list[CommentRange]]]:
    """Yields both sides of the document with the places of the threads in them."""
    numbers: dict[int, list[int]] = {}
    for one in made:
        numbers.setdefault(one.thread.key, []).append(one.number)
    new = accepted_side(main)
    on_old = [thread for thread in order.threads if thread.side == "old" and thread.start is not None]
    old = rejected_side(main) if on_old else None
    found: dict[str, list[CommentRange]] = {"new": [], "old": []}
    for thread in order.threads:
        ids = tuple(numbers.get(thread.key, ()))
        if not ids:
            continue
        text, side = (order.old, old) if thread.side == "old" else (order.new, new)
        place = _place(thread, text, side)
        if place is None:
            found["new"].append(CommentRange(ids, *_title(new)))
        else:
            found[thread.side].append(CommentRange(ids, *place))
    yield new, found["new"]
    if old is not None:
        yield old, found["old"]


def _place(thread: WordThread, text: str | None, side: SideText | None) -> tuple[int, int] | None:
    """Returns the place of a thread; None if it has none, or if the document does not have the lines of `text`.

    A document may end with an empty line more, and a text with the notes that stand beside the body.
    """
    if thread.start is None or thread.end is None or side is None or text is None:
        return None
    shown, found = holdable(text), side.text
    if not f"{found}\n".startswith(f"{shown}\n") and not f"{shown}\n".startswith(f"{found}\n"):
        return None
    return (thread.start, thread.end) if thread.end <= len(found) else None


def _title(side: SideText) -> tuple[int, int]:
    """Returns the place of the first line that has words."""
    start = len(side.text) - len(side.text.lstrip())
    end = side.text.find("\n", start)
    return start, end if end > start else len(side.text)


class _Package:
    """A package whose parts are changed and added."""

    def __init__(self, package: zipfile.ZipFile, parts: Parts, main: DocxMain) -> None:
        self._package, self._parts, self._main = package, parts, main
        self._folder, file = posixpath.split(main.part)
        self._relations = posixpath.join(self._folder, "_rels", f"{file}.rels")
        self._roots: dict[str, Any] = {main.part: main.root}
        self._related = self._root(self._relations)
        self._types = self._root(_TYPES)

    def part(self, part: RelatedPart) -> Any:
        """Returns the root of a part beside the main one, which is added if there is none."""
        for one in self._related.iterfind(_RELATIONSHIP):
            if one.get("Type") == part.relationship and one.get("TargetMode") != "External":
                target = one.get("Target") or ""
                joined = (
                    target.lstrip("/") if target.startswith("/") else posixpath.join(self._folder, target)
                )
                name = posixpath.normpath(joined)
                if name in self._parts:
                    return self._root(name)
        name = self._free(posixpath.join(self._folder, part.file))
        self._roots[name] = new_root(part)
        self._relate(part.relationship, posixpath.basename(name))
        self._declare(name, part.content)
        return self._roots[name]

    def add_own(self, root: Any) -> None:
        """Adds the part with the program's own ids."""
        number = next(
            number for number in range(1, 10_000) if f"{OWN_FOLDER}/item{number}.xml" not in self._parts
        )
        for name, content in custom_members(root, number):
            self._roots[name] = content
        self._declare(f"{OWN_FOLDER}/itemProps{number}.xml", PROPERTIES_TYPE)
        up = "../" * len([part for part in self._folder.split("/") if part])
        self._relate(f"{RELATIONS}/customXml", f"{up}{OWN_FOLDER}/item{number}.xml")

    def packed(self) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
            waiting: Mapping[str, Any] = dict(self._roots)
            for member in self._package.infolist():
                if member.is_dir():
                    continue
                root = self._roots.get(member.filename)
                with self._package.open(member) as file:
                    data = file.read() if root is None else written(root)
                target.writestr(_member(member.filename, member.date_time), data)
            names = set(self._package.namelist())
            for name, root in waiting.items():
                if name not in names:
                    target.writestr(_member(name, _STILL), written(root))
        return made.getvalue()

    def _root(self, name: str) -> Any:
        if name not in self._roots:
            root = self._parts.root(name)
            if root is None:
                space = "http://schemas.openxmlformats.org/package/2006/relationships"
                root = etree.Element(f"{{{space}}}Relationships", nsmap={None: space})
            self._roots[name] = root
        return self._roots[name]

    def _free(self, name: str) -> str:
        stem, suffix = posixpath.splitext(name)
        number = 1
        while name in self._parts or name in self._roots:
            number += 1
            name = f"{stem}{number}{suffix}"
        return name

    def _relate(self, kind: str, target: str) -> None:
        taken = {one.get("Id") for one in self._related.iterfind(_RELATIONSHIP)}
        number = next(number for number in range(1, 100_000) if f"annotations{number}" not in taken)
        names = {"Id": f"annotations{number}", "Type": kind, "Target": target}
        etree.SubElement(self._related, _RELATIONSHIP, names)

    def _declare(self, name: str, content: str) -> None:
        names = {"PartName": f"/{name}", "ContentType": content}
        etree.SubElement(self._types, _OVERRIDE, names)


def _member(name: str, moment: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, moment)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 0  # the same bytes on every system
    return member
