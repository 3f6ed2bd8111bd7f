"""The parts of a package that hold comments: texts, replies and states, durable ids, and the program's own ids."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from desktop_app.documents.docx_styles import W
from desktop_app.documents.holdable import holdable
from desktop_app.documents.word_names import OWN, OWN_FOLDER, W14, W15, W16CID
from desktop_app.documents.word_order import CommentOrder, WordComment, WordThread
from desktop_app.reports.comparison_docx.markup import NAMESPACE, RELATIONS, add, add_run

_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NSMAP: Final = {
    "w": NAMESPACE, "mc": _MC, "w14": W14[1:-1], "w15": W15[1:-1], "w16cid": W16CID[1:-1],
}  # fmt: skip
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
#: The id of the kind of part: the same in every file.
_STORE: Final = "{6E1B7A52-58B0-4C0B-9A51-3C1E4D52A726}"


@dataclass(frozen=True, slots=True)
class WrittenComment:
    """A comment with its ids in the package: `number` in the text, `paragraph` of its last paragraph.

    `parent` is the comment that it answers.
    """

    comment: WordComment
    thread: WordThread
    number: int
    paragraph: int
    parent: WrittenComment | None


@dataclass(frozen=True, slots=True)
class RelatedPart:
    """A kind of part beside the main one: its file, its relationship, its content type, its root element."""

    file: str
    relationship: str
    content: str
    root: str


COMMENTS: Final = RelatedPart(
    "comments.xml", f"{RELATIONS}/comments", _CONTENT.format("comments"), f"{W}comments"
)
EXTENDED: Final = RelatedPart(
    "commentsExtended.xml",
    "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    _CONTENT.format("commentsExtended"),
    f"{W15}commentsEx",
)
IDS: Final = RelatedPart(
    "commentsIds.xml",
    "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds",
    _CONTENT.format("commentsIds"),
    f"{W16CID}commentsIds",
)


def new_root(part: RelatedPart) -> Any:
    """Returns an empty part."""
    root = etree.Element(part.root, nsmap=_NSMAP)
    root.set(f"{{{_MC}}}Ignorable", "w14 w15 w16cid")
    return root


def fill_parts(roots: dict[RelatedPart, Any], written: Iterable[WrittenComment]) -> None:
    """Adds comments to the three parts."""
    for one in written:
        _add_comment(roots[COMMENTS], one)
        extended = etree.SubElement(roots[EXTENDED], f"{W15}commentEx")
        extended.set(f"{W15}paraId", _hex(one.paragraph))
        if one.parent is not None:
            extended.set(f"{W15}paraIdParent", _hex(one.parent.paragraph))
        extended.set(f"{W15}done", "1" if one.thread.done else "0")
        named = etree.SubElement(roots[IDS], f"{W16CID}commentId")
        named.set(f"{W16CID}paraId", _hex(one.paragraph))
        named.set(f"{W16CID}durableId", _hex(one.paragraph))


def _add_comment(root: Any, one: WrittenComment) -> None:
    author = holdable(one.comment.author)
    comment = add(
        root, "comment", id=str(one.number), author=author, date=one.comment.date, initials=initials(author)
    )
    lines = [line for part in one.comment.paragraphs for line in holdable(part).split("\n")] or [""]
    for place, line in enumerate(lines):
        paragraph = add(comment, "p")
        if place == len(lines) - 1:
            paragraph.set(f"{W14}paraId", _hex(one.paragraph))
        properties = add(paragraph, "pPr")
        add(properties, "bidi")
        if not place:
            add(add(paragraph, "r"), "annotationRef")
        if line:
            add_run(paragraph, line)


def initials(name: str) -> str:
    """Returns the first letters of a name: «ک. ی.»."""
    return " ".join(f"{part[0]}." for part in name.split()[:3] if part[0].isalnum())


def _hex(number: int) -> str:
    return f"{number:08X}"


def own_part(
    order: CommentOrder, written: Iterable[WrittenComment], signatures: Iterable[tuple[str, str]]
) -> Any:
    """Returns the part that names draft, revisions, threads and messages for the way back.

    `signatures` are author and time of the changes that the document already has.
    """
    root = etree.Element(f"{OWN}annotations", nsmap={None: OWN[1:-1]})
    root.set("draft", order.draft)
    root.set("revision", str(order.revision))
    root.set("sha256", text_digest(order.new))
    if order.old is not None and order.old_revision is not None:
        root.set("since", str(order.old_revision))
        root.set("since-sha256", text_digest(order.old))
    for author, date in signatures:
        etree.SubElement(root, f"{OWN}signed", {"author": author, "date": date})
    for one in written:
        names = {"id": _hex(one.paragraph), "thread": str(one.thread.key), "message": str(one.comment.key)}
        etree.SubElement(root, f"{OWN}comment", names)
    return root


def text_digest(text: str) -> str:
    """Returns the hexadecimal digest of a text, as the file holds it."""
    return hashlib.sha256(holdable(text).encode("utf-8")).hexdigest()


def custom_members(root: Any, number: int) -> Iterator[tuple[str, Any]]:
    """Yields the members of a custom part: itself, its properties, and the relationship between them."""
    yield f"{OWN_FOLDER}/item{number}.xml", root
    properties = etree.Element(f"{{{_CUSTOM}}}datastoreItem", nsmap={"ds": _CUSTOM})
    properties.set(f"{{{_CUSTOM}}}itemID", _STORE)
    references = etree.SubElement(properties, f"{{{_CUSTOM}}}schemaRefs")
    etree.SubElement(references, f"{{{_CUSTOM}}}schemaRef").set(f"{{{_CUSTOM}}}uri", OWN[1:-1])
    yield f"{OWN_FOLDER}/itemProps{number}.xml", properties
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    related = etree.Element(f"{{{relations}}}Relationships", nsmap={None: relations})
    names = {"Id": "rId1", "Type": f"{RELATIONS}/customXmlProps", "Target": f"itemProps{number}.xml"}
    etree.SubElement(related, f"{{{relations}}}Relationship", names)
    yield posixpath.join(OWN_FOLDER, "_rels", f"item{number}.xml.rels"), related


#: The content type of the properties of a custom part.
PROPERTIES_TYPE: Final = _PROPERTIES_TYPE
