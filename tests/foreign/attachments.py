"""Pictures and PDF that mean harm, or are badly damaged, made by code."""

# ruff: noqa: E501 - a case is a line

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from tests.foreign.corpus import FAILED, NOT_SHOWN, PNG, Case, noise, picture


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, depth: int, colour: int, data: bytes, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return PNG + head + b"".join(more) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first one its catalogue."""
    made = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return made + end % (len(objects) + 1, table, len(objects) + 1, len(made))


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed_content = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (
        len(packed_content),
        more,
        packed_content,
    )


def page_of(content: bytes, box: bytes = b"0 0 600 800", resources: bytes = b"") -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<%s>>>>" % (box, resources),
        content,
    )


def forms_in_forms(depth: int) -> bytes:
    """Each form draws the next one ten times: 10 ** `depth` drawings in a small file."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
        stream(b"/F Do"),
    ]
    for number in range(depth):
        inner = b"/XObject<</F %d 0 R>>" % (number + 6) if number + 1 < depth else b""
        drawn = b"/F Do " * 10 if inner else b"0 0 500 700 re f " * 100
        objects.append(stream(drawn, b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<%s>>" % inner))
    return pdf(*objects)


def whole_pdf() -> bytes:
    target = BytesIO()
    made = Canvas(target)
    made.drawString(100, 700, "words")
    made.showPage()
    made.save()
    return target.getvalue()


_JPEG: Final = picture("JPEG")
_WHOLE: Final = whole_pdf()
ATTACHMENTS: Final = (
    Case("size.png", png(100_000, 100_000, 8, 6, b""), NOT_SHOWN),
    Case("zero.png", png(0, 0, 8, 2, b""), NOT_SHOWN),
    Case("minus.png", png(0xFFFFFFFF, 1, 8, 2, b""), NOT_SHOWN),
    Case("head.png", PNG + bytes(50), NOT_SHOWN),
    Case("cut.png", picture("PNG", (900, 900))[:200], NOT_SHOWN),
    Case("pixels.png", lambda: png(7_000, 7_000, 1, 0, zlib.compress(bytes(876 * 7_000), 9))),
    Case("rgba.png", lambda: png(7_000, 7_000, 8, 6, zlib.compress(bytes(28_001 * 7_000), 1)), ("", *NOT_SHOWN)),
    Case("text.png", lambda: png(9, 9, 8, 2, zlib.compress(bytes(28 * 9)), chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(90_000_000), 9))), ("", *NOT_SHOWN)),
    Case("profile.png", lambda: png(9, 9, 8, 2, zlib.compress(bytes(28 * 9)), chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(90_000_000), 9))), ("", *NOT_SHOWN)),
    Case("palette.png", png(9, 9, 8, 3, zlib.compress(bytes(90))), ("", *NOT_SHOWN)),
    Case("crc.png", picture("PNG").replace(b"IDAT", b"IDAX"), NOT_SHOWN),
    Case("cut.jpg", _JPEG[: len(_JPEG) // 2], NOT_SHOWN),
    Case("size.jpg", _JPEG.replace(b"\x00\x1e\x00\x28", b"\xff\xff\xff\xff"), NOT_SHOWN),
    Case("noise.jpg", b"\xff\xd8\xff\xe0" + noise(2_000), NOT_SHOWN),
    Case("markers.jpg", b"\xff\xd8\xff" + b"\xe1\xff\xff" * 2_000, NOT_SHOWN),
    Case("size.gif", b"GIF89a\xff\xff\xff\xff\x00\x00\x00", NOT_SHOWN),
    Case("cut.gif", picture("GIF", mode="P")[:30], NOT_SHOWN),
    Case("lzw.gif", b"GIF89a\x10\x00\x10\x00\x80\x00\x00" + bytes(6) + b",\0\0\0\0\x10\0\x10\0\0\xff\xff" + noise(255), NOT_SHOWN),
    Case("size.bmp", b"BM" + bytes(12) + struct.pack("<IiiHHIIiiII", 40, 2**31 - 1, 2**31 - 1, 1, 24, 0, 0, 0, 0, 0, 0), NOT_SHOWN),
    Case("rle.bmp", b"BM" + bytes(8) + struct.pack("<I", 54) + struct.pack("<IiiHHIIiiII", 40, 5_000, 5_000, 1, 8, 1, 0, 0, 0, 0, 0) + b"\xff\x01" * 500, ("", *NOT_SHOWN)),
    Case("cut.webp", picture("WEBP")[:40], NOT_SHOWN),
    Case("size.webp", b"RIFF\xff\xff\xff\xffWEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff", NOT_SHOWN),
    Case("none.pdf", b"%PDF-1.7 nothing in it", NOT_SHOWN),
    Case("cut.pdf", _WHOLE[: len(_WHOLE) // 3], NOT_SHOWN),
    Case("noise.pdf", b"%PDF-1.7\n" + noise(5_000), NOT_SHOWN),
    Case("xref.pdf", _WHOLE.replace(b"0000000", b"9999999"), ("", *NOT_SHOWN)),
    Case("pages-in-pages.pdf", pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"), NOT_SHOWN),
    Case("count.pdf", pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 2000000000>>"), NOT_SHOWN),
    Case("wide.pdf", page_of(stream(b""), b"0 0 9999999 10"), NOT_SHOWN),
    Case("slender.pdf", page_of(stream(b""), b"0 0 1 9000"), NOT_SHOWN),
    Case("no-size.pdf", page_of(stream(b""), b"0 0 0 0"), ("", *NOT_SHOWN)),
    Case("nan.pdf", page_of(stream(b""), b"0 0 nan 1e999"), ("", *NOT_SHOWN)),
    Case("deep.pdf", page_of(stream(b"q " * 400_000 + b"[" * 100_000))),
    Case("bomb.pdf", lambda: page_of(stream(bytes(200_000_000))), ("", *FAILED)),
    Case("nested-arrays.pdf", b"%PDF-1.7\n1 0 obj\n" + b"[" * 500_000 + b"\nendobj", NOT_SHOWN),
    Case("image.pdf", lambda: page_of(stream(b"600 0 0 800 0 0 cm /I Do"), resources=b"/XObject<</I 5 0 R>>")[:-400] + b"5 0 obj\n" + stream(b"", b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB"), ("", *NOT_SHOWN)),
    Case("script.pdf", _WHOLE.replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction <</S/JavaScript/JS(while\\(1\\)\\{\\})>>"), ("", *NOT_SHOWN)),
    Case("launch.pdf", _WHOLE.replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction <</S/Launch/F(cmd.exe)>>"), ("", *NOT_SHOWN)),
    Case("forms.pdf", forms_in_forms(12), FAILED),
    # Small, and the drawing of an hour.
    Case("slow.pdf", page_of(stream(b"/S sh " * 500_000), resources=b"/Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 600 800]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 0 1]/N 1.3>>>>>>"), ("too_slow",)),
)  # fmt: skip
