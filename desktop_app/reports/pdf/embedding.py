"""A TrueType font in a PDF with codes assigned on use: Type 0, Identity-H, CIDFontType2 (ISO 32000-1, 9.7).

The code *is* the CID. `CIDToGIDMap` maps it to the glyph in the subset, `ToUnicode` to the text; two codes
may have the same glyph and different texts.
"""

from __future__ import annotations

import struct
from typing import Any, Final

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

#: Codes have two bytes; 0 is reserved for .notdef.
LAST_CODE: Final = 0xFFFF
_CMAP_BLOCK: Final = 100
_SYMBOLIC: Final = 4
_CAP_HEIGHT_SHARE: Final = 0.7


class EmbeddedFont:
    """One font of one PDF. reportlab calls `addObjects` when the document is finished."""

    def __init__(self, name: str, face: Any, ascent: float, descent: float) -> None:
        self.resource = ""
        self._name = name
        self._face = face
        self._ascent = ascent
        self._descent = descent
        self._entries: list[tuple[int, str, float]] = []

    @property
    def full(self) -> bool:
        """Whether all codes are used, so that another font is needed."""
        return len(self._entries) >= LAST_CODE

    def register(self, document: Any) -> None:
        """Registers the font in `document` of reportlab; afterwards `resource` is its name in the pages."""
        self.resource = f"V{len(document.delayedFonts) + 1}"
        document.delayedFonts.append(self)

    def allot(self, glyph: int, text: str, width: float) -> int:
        """Assigns a new code for `glyph` with `text`; `width` in thousandths of the font size."""
        self._entries.append((glyph, text, width))
        return len(self._entries)

    def addObjects(self, document: Any) -> None:  # noqa: N802 - reportlab calls it by this name
        """Adds the objects of the font to `document` of reportlab."""
        file, new_index = _subset(self._face, {glyph for glyph, _, _ in self._entries})
        name = f"{_tag(self.resource)}+{self._name}"
        descriptor = _dictionary(
            document,
            f"descriptor {self.resource}",
            Type="/FontDescriptor",
            FontName=f"/{name}",
            Flags=_SYMBOLIC,
            FontBBox=pdfdoc.PDFArray([-1000, round(self._descent), 2000, round(self._ascent)]),
            ItalicAngle=0,
            Ascent=round(self._ascent),
            Descent=round(self._descent),
            CapHeight=round(self._ascent * _CAP_HEIGHT_SHARE),
            StemV=80,
            FontFile2=_stream(document, f"file {self.resource}", file, Length1=len(file)),
        )
        mapping = b"".join(
            struct.pack(">H", index) for index in (0, *(new_index[glyph] for glyph, _, _ in self._entries))
        )
        descendant = _dictionary(
            document,
            f"descendant {self.resource}",
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=f"/{name}",
            CIDSystemInfo=pdfdoc.PDFDictionary(
                {
                    "Registry": pdfdoc.PDFString("Adobe"),
                    "Ordering": pdfdoc.PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            FontDescriptor=descriptor,
            DW=0,
            W=pdfdoc.PDFArray([1, pdfdoc.PDFArray([round(width, 3) for _, _, width in self._entries])]),
            CIDToGIDMap=_stream(document, f"glyphs {self.resource}", mapping),
        )
        font = _dictionary(
            document,
            f"font {self.resource}",
            Type="/Font",
            Subtype="/Type0",
            BaseFont=f"/{name}",
            Encoding="/Identity-H",
            DescendantFonts=pdfdoc.PDFArray([descendant]),
            ToUnicode=_stream(document, f"text {self.resource}", self._to_unicode()),
        )
        document.idToObject[pdfdoc.BasicFonts].dict[self.resource] = font

    def _to_unicode(self) -> bytes:
        mappings = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for code, (_, text, _) in enumerate(self._entries, start=1)
            if text
        ]
        blocks = [mappings[start : start + _CMAP_BLOCK] for start in range(0, len(mappings), _CMAP_BLOCK)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return _CMAP.replace("BODY", body).encode("ascii")


_CMAP: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
BODY
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def _subset(face: Any, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
    """Returns a font file with only `glyphs`, and the index of each of them in it."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs | {0})
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    # A PDF reader needs only outlines and widths, so drop tables for shaping and naming.
    for table in ("GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "STAT", "DSIG", "kern"):
        wanted.drop_table_tag_set.add(int.from_bytes(table.ljust(4).encode("ascii"), "big"))
    plan = hb.SubsetPlan(face, wanted)
    kept = dict(plan.old_to_new_glyph_mapping)
    return bytes(plan.execute().blob.data), {glyph: kept[glyph] for glyph in glyphs}


def _tag(resource: str) -> str:
    """Returns the six-letter tag of a subset (ISO 32000-1, 9.6.4), from the number of the font in the document."""
    number = int(resource[1:])
    letters = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _stream(document: Any, name: str, content: bytes, **entries: object) -> Any:
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, filters=[pdfdoc.PDFZCompress])
    return document.Reference(stream, name)


def _dictionary(document: Any, name: str, **entries: object) -> Any:
    return document.Reference(pdfdoc.PDFDictionary(entries), name)
