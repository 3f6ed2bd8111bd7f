"""Writing office files for the tests, part by part, also such as no office program would write."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
#: Parts beside the main one: root element, relationship.
_PARTS: Final = ("styles", "numbering", "settings", "footnotes", "endnotes", "comments", "header", "footer")
_ROOTS: Final = {"header": "hdr", "footer": "ftr"}


def paragraph(text: str, properties: str = "") -> str:
    """A `w:p` of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def numbered(text: str, number: int, level: int = 0, *, more: str = "<w:bidi/>") -> str:
    """A right-to-left `w:p` of the list `number` at `level`."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, place + more)


def level(index: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    """A `w:lvl` of a list definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*definitions: str, instances: str = "") -> str:
    """The content of numbering.xml: definition n is used by the list n + 1, more `w:num` in `instances`."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{index}">{levels}</w:abstractNum>'
        for index, levels in enumerate(definitions)
    )
    concrete = "".join(
        f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>'
        for index in range(len(definitions))
    )
    return abstract + concrete + instances


def write_docx(
    path: Path,
    body: str,
    *,
    extra: Mapping[str, bytes] | None = None,
    level: int = 6,
    margins: bool = True,
    **parts: str,
) -> Path:
    """Writes a DOCX with `body` as the content of `w:body`; `parts` by their names (styles, numbering ...).

    `extra` holds further members, or replaces one. `level`: that of zlib. Without `margins` no section shows the
    header and the footer.
    """
    unknown = set(parts) - set(_PARTS)
    assert not unknown, unknown
    section = "".join(
        f'<w:{name}Reference w:type="default" r:id="rId{index + 1}"/>'
        for index, name in enumerate(parts)
        if name in _ROOTS
    )
    section = f"<w:sectPr>{section}</w:sectPr>" if margins else "<w:sectPr/>"
    root = f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
    members: dict[str, bytes] = {"word/document.xml": (DECLARATION + root).encode()}
    types = f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    relations = ""
    for index, (name, content) in enumerate(parts.items()):
        tag = _ROOTS.get(name, name)
        members[f"word/{name}.xml"] = f"{DECLARATION}<w:{tag} {NAMESPACES}>{content}</w:{tag}>".encode()
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{name}+xml"/>'
        relations += f'<Relationship Id="rId{index + 1}" Type="{R}/{name}" Target="{name}.xml"/>'
    members["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    ).encode()
    members["_rels/.rels"] = relationships(
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    )
    members["word/_rels/document.xml.rels"] = relationships(relations)
    return write_zip(path, {**members, **(extra or {})}, level)


def relationships(content: str) -> bytes:
    """A .rels part."""
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{content}</Relationships>'.encode()


_ODF_NAMESPACES: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
ODT_TYPE: Final = "application/vnd.oasis.opendocument.text"


def write_odt(
    path: Path, body: str, *, styles: str = "", automatic: str = "", extra: Mapping[str, bytes] | None = None
) -> Path:
    """Writes an ODT with `body` in `office:text`, `automatic` styles beside it and `styles` in styles.xml."""
    content = (
        f"{DECLARATION}<office:document-content {_ODF_NAMESPACES}>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    looks = f"{DECLARATION}<office:document-styles {_ODF_NAMESPACES}>{styles}</office:document-styles>"
    members = {"mimetype": ODT_TYPE.encode(), "content.xml": content.encode(), "styles.xml": looks.encode()}
    members["META-INF/manifest.xml"] = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT_TYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    ).encode()
    return write_zip(path, {**members, **(extra or {})})


def write_zip(path: Path, members: Mapping[str, bytes], level: int = 6) -> Path:
    """Writes a package, packed at `level` of zlib."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return path
