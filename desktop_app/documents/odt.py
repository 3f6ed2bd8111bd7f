"""Reads OpenDocument text: content.xml, with the lists, headings and page margins of styles.xml."""

from __future__ import annotations

from typing import Any, Final

from desktop_app.documents.document import DocumentContent, LeftOut
from desktop_app.documents.faults import FileFault, open_package, refusal
from desktop_app.documents.markup import Parts
from desktop_app.documents.odt_body import OdtBodyReader
from desktop_app.documents.odt_lists import OFFICE, STYLE, TEXT, ListStyles

_TYPES: Final = (
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.text-template",
)
_ENCRYPTION: Final = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
_MARGINS: Final = {
    "header": LeftOut.HEADER, "header-left": LeftOut.HEADER, "header-first": LeftOut.HEADER,
    "footer": LeftOut.FOOTER, "footer-left": LeftOut.FOOTER, "footer-first": LeftOut.FOOTER,
}  # fmt: skip
_PAGE_NUMBERS: Final = (f"{TEXT}page-number", f"{TEXT}page-count")


def read_odt(name: str, data: bytes) -> DocumentContent:
    """Reads the ODT `data`. `name` is the file name, for errors. Raises `BadFileError`."""
    with open_package(name, data, kind="odt") as package:
        parts = Parts(package, name=name)
        if "mimetype" in parts and parts.bytes("mimetype").strip().decode("ascii", "replace") not in _TYPES:
            raise refusal(name, FileFault.NOT_AN_ODT)
        manifest = parts.root("META-INF/manifest.xml")
        if manifest is not None and next(manifest.iter(_ENCRYPTION), None) is not None:
            raise refusal(name, FileFault.ENCRYPTED)
        content = parts.root("content.xml")
        body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
        if body is None:
            raise refusal(name, FileFault.NOT_AN_ODT)
        looks = parts.root("styles.xml")
        reader = OdtBodyReader(name, ListStyles(content, looks))
        reader.read(body)
        margins = _margins(looks) if looks is not None else set()
        return DocumentContent(tuple(reader.lines.found), frozenset(reader.left_out | margins))


def _margins(looks: Any) -> set[LeftOut]:
    found: set[LeftOut] = set()
    for page in looks.iter(f"{STYLE}master-page"):
        for tag, key in _MARGINS.items():
            for margin in page.iterfind(f"{STYLE}{tag}"):
                if _own_text(margin).strip(" \n\t-–—/"):
                    found.add(key)
    return found


def _own_text(margin: Any) -> str:
    numbers = {element for tag in _PAGE_NUMBERS for element in margin.iter(tag)}
    pieces: list[str] = []
    for element in margin.iter():
        if element not in numbers:
            pieces.append(element.text or "")
        pieces.append(element.tail or "")
    return "".join(pieces)
