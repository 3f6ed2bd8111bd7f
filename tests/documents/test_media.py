"""What a file is by its bytes, and what could do harm, whatever it calls itself."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.media import LONGEST_NAME, PDF, TEXT, UNKNOWN, Risk, media_type, risk_of, safe_name

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return out.getvalue()


LETTER = packed("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 x", PDF), (PNG, "image/png"), ("سلام، متن ساده".encode(), TEXT),
        (b"MZ\x90", "application/x-msdownload"),
        (LETTER, WORD), (packed("a.txt"), "application/zip"), (b"PK\x03\x04 broken", "application/zip"),
        (bytes(range(256)), UNKNOWN), (b"", UNKNOWN), (("الف" * 2000).encode()[:4095], TEXT),
    ],
)  # fmt: skip
def test_a_file_is_what_its_bytes_say(content: bytes, kind: str) -> None:
    assert media_type(content) == kind


@pytest.mark.parametrize(
    ("name", "content", "risk"),
    [
        ("نامه.pdf", b"%PDF-1.7", None),
        ("نامه.docx", LETTER, None),
        ("یادداشت.txt", b"salam", None),
        ("بی‌پسوند", PNG, None),
        ("نامه.pdf.exe", b"MZ", Risk.PROGRAM),
        ("letter.exe.pdf", b"%PDF-1.7", Risk.PROGRAM),
        ("letter.EXE ", b"anything", Risk.PROGRAM),
        ("letter.pdf", b"MZ\x90", Risk.PROGRAM),
        ("letter.pdf", b"\x4c\0\0\0\x01\x14\x02\0", Risk.PROGRAM),
        ("run", b"#!/bin/sh\nrm", Risk.PROGRAM),
        ("page.html", b"<script>", Risk.PROGRAM),
        ("نامه.docm", LETTER, Risk.MACROS),
        ("نامه.docx", packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), Risk.MACROS),
        ("نامه.odt", packed("mimetype", "Basic/Standard/Module1.xml"), Risk.MACROS),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le"), Risk.MACROS),
        ("عکس.jpg", b"%PDF-1.7", Risk.DISGUISED),
        ("gpj.\u202eexe.jpg", b"\xff\xd8\xff", Risk.DISGUISED),
        ("عکس\u202egpj.png", PNG, Risk.DISGUISED),
    ],
)
def test_what_could_do_harm_is_told(name: str, content: bytes, risk: Risk | None) -> None:
    assert risk_of(name, content) is risk


@given(st.text(max_size=300))
def test_a_safe_name_leads_nowhere_and_fits(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= LONGEST_NAME
    assert not set(safe) & set('/\\<>:"|?*\0')
    assert safe.isprintable()
    assert safe == safe.strip(" .")
    assert safe.split(".")[0].lower() not in {"con", "nul", "aux", "prn", "com1"}


@given(st.binary(max_size=300), st.text(max_size=40))
def test_no_bytes_make_it_stumble(content: bytes, name: str) -> None:
    media_type(b"PK\x03\x04" + content)
    risk_of(name, content)


def test_a_package_with_an_endless_directory_is_no_office_file_and_costs_no_memory() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("[Content_Types].xml", "")
        package.writestr("word/document.xml", "")
    whole = target.getvalue()
    assert media_type(whole).endswith("wordprocessingml.document")
    # So many entries of the directory would take a hundred megabytes, were they read.
    at = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    first = whole[at : whole.index(b"PK\x01\x02", at + 4)]
    count = 200_000
    sizes = struct.pack("<HHII", 0xFFFF, 0xFFFF, len(first) * count, at)
    bomb = whole[:at] + first * count + whole[end : end + 8] + sizes + b"\0\0"
    tracemalloc.start()
    try:
        assert media_type(bomb) == "application/zip"
        assert risk_of("a.docx", bomb) is Risk.DISGUISED
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2**20
