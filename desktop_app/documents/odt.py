"""Reads OpenDocument text: content.xml, with the lists, headings, headers and footers of styles.xml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from desktop_app.documents.document import DocumentContent, DocumentPart, LeftOut, PartKind
from desktop_app.documents.docx_parts import NO_WORDS
from desktop_app.documents.faults import FileFault, open_package, refusal
from desktop_app.documents.markup import Parts
from desktop_app.documents.odt_body import OdtBodyReader
from desktop_app.documents.odt_lists import OFFICE, STYLE, TEXT, ListStyles
from desktop_app.documents.odt_styles import HiddenStyles, used_pages

_TYPES: Final = (
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.text-template",
)
_ENCRYPTION: Final = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
_MARGINS: Final = {
    PartKind.HEADER: ("header", "header-left", "header-first"),
    PartKind.FOOTER: ("footer", "footer-left", "footer-first"),
}
_LEFT_OUT: Final = {PartKind.HEADER: LeftOut.HEADER, PartKind.FOOTER: LeftOut.FOOTER}
_PAGE_NUMBERS: Final = frozenset({f"{TEXT}page-number", f"{TEXT}page-count"})


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
        lists, hidden = ListStyles(content, looks), HiddenStyles(content, looks)
        reader = OdtBodyReader(name, lists, hidden)
        reader.read(body)
        margins = _Margins(name, lists, hidden)
        if looks is not None:
            margins.read(content, looks)
        return DocumentContent(
            tuple(reader.lines.found),
            frozenset(reader.left_out | margins.left_out),
            (*reader.parts(), *margins.found),
        )


class _Margins:
    """Reads the headers and footers of the pages in use into `found`, equal ones once."""

    def __init__(self, name: str, lists: ListStyles, hidden: HiddenStyles) -> None:
        self.found: list[DocumentPart] = []
        self.left_out: set[LeftOut] = set()
        self._name, self._lists, self._hidden = name, lists, hidden

    def read(self, content: Any, looks: Any) -> None:
        used = list(used_pages(content, looks))
        others = [page for page in looks.iter(f"{STYLE}master-page") if page not in used]
        for kind in _MARGINS:
            words = dict.fromkeys(self._texts(kind, used))
            self.found += [DocumentPart(kind, None, text) for text in words]
            if any(text not in words for text in self._texts(kind, others)):
                self.left_out.add(_LEFT_OUT[kind])

    def _texts(self, kind: PartKind, pages: Iterable[Any]) -> Iterator[str]:
        for page in pages:
            for tag in _MARGINS[kind]:
                for margin in page.iterfind(f"{STYLE}{tag}"):
                    if margin.get(f"{STYLE}display") == "false":
                        continue
                    reader = OdtBodyReader(self._name, self._lists, self._hidden, _PAGE_NUMBERS)
                    reader.read(margin)
                    self.left_out |= reader.left_out
                    words = "\n".join(line.strip() for line in reader.lines.found if line.strip(NO_WORDS))
                    if words:
                        yield words
