"""The package around the body: styles, header, footer and properties. Nothing in it depends on the clock."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any, Final

from lxml import etree

from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison
from desktop_app.documents.holdable import holdable
from desktop_app.reports.comparison_docx.margins import footer_of, header_of, title_of
from desktop_app.reports.comparison_docx.markup import NSMAP, RELATIONS, Signature, W, add
from desktop_app.reports.comparison_docx.style import FONT_TABLE, SETTINGS, STYLES
from desktop_app.wording import digits

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
#: The earliest timestamp that a zip archive can store.
_STILL: Final = (1980, 1, 1, 0, 0, 0)


def packed(blocks: Iterable[Any], comparison: Comparison, provenance: Provenance) -> bytes:
    """Returns the bytes of the package; `blocks` are the elements of its body."""
    headers = [header_of(comparison, provenance, first=first) for first in (True, False)]
    return packed_with(blocks, headers, title_of(comparison, provenance), Signature.of(provenance))


def packed_with(blocks: Iterable[Any], headers: Sequence[Any], title: str, signature: Signature) -> bytes:
    """Returns the bytes of a package with the header of the first page and that of the others."""
    parts: dict[str, Any] = {
        "styles": STYLES,
        "settings": SETTINGS,
        "fontTable": FONT_TABLE,
        "header1": headers[0],
        "header2": headers[1],
        "footer1": footer_of(),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        _put(package, "[Content_Types].xml", _content_types(parts))
        _put(package, "_rels/.rels", _relationships(_ROOT_RELATIONSHIPS))
        _put(package, "docProps/core.xml", _core(title, signature))
        _put(package, "docProps/app.xml", _APP)
        _put_document(package, blocks)
        inside = [(name, f"{RELATIONS}/{_kind(name)}", f"{name}.xml") for name in parts]
        _put(package, "word/_rels/document.xml.rels", _relationships(inside))
        for name, part in parts.items():
            _put(package, f"word/{name}.xml", part)
    return made.getvalue()


_ROOT_RELATIONSHIPS: Final = [
    ("document", f"{RELATIONS}/officeDocument", "word/document.xml"),
    ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ("app", f"{RELATIONS}/extended-properties", "docProps/app.xml"),
]
_APP: Final = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Mosharekat</Application></Properties>"
)


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _put(package: zipfile.ZipFile, name: str, part: Any) -> None:
    root = etree.fromstring(part) if isinstance(part, str) else part
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package.writestr(_member(name), data)


def _put_document(package: zipfile.ZipFile, blocks: Iterable[Any]) -> None:
    with (
        package.open(_member("word/document.xml"), "w") as file,
        etree.xmlfile(file, encoding="UTF-8") as xml,
    ):
        xml.write_declaration(standalone=True)
        with xml.element(f"{W}document", nsmap=NSMAP), xml.element(f"{W}body"):
            for block in blocks:
                xml.write(block)
            xml.write(_section())


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _STILL)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 0  # the same bytes on every system
    return member


def _content_types(parts: dict[str, Any]) -> Any:
    root = etree.Element(f"{{{_PACKAGE}/content-types}}Types", nsmap={None: f"{_PACKAGE}/content-types"})

    def declare(tag: str, **values: str) -> None:
        etree.SubElement(root, f"{{{_PACKAGE}/content-types}}{tag}", values)

    declare(
        "Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml"
    )
    declare("Default", Extension="xml", ContentType="application/xml")
    declare("Override", PartName="/word/document.xml", ContentType=_TYPE.format("document.main"))
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    declare("Override", PartName="/docProps/core.xml", ContentType=core)
    app = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    declare("Override", PartName="/docProps/app.xml", ContentType=app)
    for name in parts:
        declare("Override", PartName=f"/word/{name}.xml", ContentType=_TYPE.format(_kind(name)))
    return root


def _relationships(related: list[tuple[str, str, str]]) -> Any:
    root = etree.Element(
        f"{{{_PACKAGE}/relationships}}Relationships", nsmap={None: f"{_PACKAGE}/relationships"}
    )
    for name, kind, target in related:
        etree.SubElement(root, f"{{{_PACKAGE}/relationships}}Relationship", Id=name, Type=kind, Target=target)
    return root


def _core(title: str, signature: Signature) -> Any:
    properties, terms, types = (
        f"{_PACKAGE}/metadata/core-properties",
        "http://purl.org/dc/elements/1.1/",
        "http://www.w3.org/2001/XMLSchema-instance",
    )
    dates = "http://purl.org/dc/terms/"
    names = {"cp": properties, "dc": terms, "dcterms": dates, "xsi": types}
    root = etree.Element(f"{{{properties}}}coreProperties", nsmap=names)
    etree.SubElement(root, f"{{{terms}}}title").text = title
    etree.SubElement(root, f"{{{terms}}}creator").text = signature.author
    etree.SubElement(root, f"{{{terms}}}language").text = "fa-IR"
    etree.SubElement(root, f"{{{properties}}}lastModifiedBy").text = holdable(signature.author)
    for tag in ("created", "modified"):
        moment = etree.SubElement(root, f"{{{dates}}}{tag}")
        moment.set(f"{{{types}}}type", "dcterms:W3CDTF")
        moment.text = signature.date
    return root


def _section() -> Any:
    """A4 portrait; the first page has its own header, which describes the document."""
    section = etree.Element(f"{W}sectPr", nsmap=NSMAP)
    for tag, kind, part in (
        ("headerReference", "first", "header1"),
        ("headerReference", "default", "header2"),
        ("footerReference", "first", "footer1"),
        ("footerReference", "default", "footer1"),
    ):
        reference = add(section, tag, type=kind)
        reference.set(f"{{{RELATIONS}}}id", part)
    add(section, "pgSz", w="11906", h="16838")
    add(
        section,
        "pgMar",
        top="1701",
        right="1304",
        bottom="1304",
        left="1304",
        header="680",
        footer="624",
        gutter="0",
    )
    if digits(1) != "1":
        add(section, "pgNumType", fmt="hindiNumbers")  # Persian digits, by the language of the text
    add(section, "titlePg")
    add(section, "bidi")
    return section
