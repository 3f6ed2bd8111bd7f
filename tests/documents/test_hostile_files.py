"""Files that are not what they say, or mean harm: each is refused with its own reason, and its name."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from desktop_app.documents import FileFault, read_document
from desktop_app.documents import faults as checks
from desktop_app.documents.faults import MEGABYTE, OLE_MAGIC, check_size, open_package
from desktop_app.documents.lines import TEXT_LIMIT
from desktop_app.errors import BadFileError
from tests.documents.packages import NAMESPACES, R, paragraph, relationships, write_docx, write_odt, write_zip


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def fault_of(path: Path) -> FileFault:
    with pytest.raises(BadFileError) as caught:
        read_document(path)
    assert caught.value.parameters["name"] == path.name
    return FileFault(str(caught.value.parameters["reason"]))


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("empty.docx", b"", FileFault.EMPTY_FILE),
        ("empty.txt", b"", FileFault.EMPTY_FILE),
        ("old.doc", OLE_MAGIC + bytes(600), FileFault.LEGACY_DOC),
        ("old.docx", OLE_MAGIC + bytes(600), FileFault.LEGACY_DOC),
        ("locked.docx", OLE_MAGIC + bytes(600) + "EncryptedPackage".encode("utf-16-le"), FileFault.ENCRYPTED),
        ("renamed.doc", b"<html><body>x</body></html>", FileFault.LEGACY_DOC),
        ("scan.pdf", b"%PDF-1.7\n%\xe2\xe3", FileFault.PDF_NOT_SUPPORTED),
        ("scan.docx", b"%PDF-1.7\n%\xe2\xe3", FileFault.PDF_NOT_SUPPORTED),
        ("scan.txt", b"%PDF-1.7\n%\xe2\xe3", FileFault.PDF_NOT_SUPPORTED),
        ("rich.rtf", b"{\\rtf1 x}", FileFault.RTF_NOT_SUPPORTED),
        ("photo.png", b"\x89PNG\r\n\x1a\n", FileFault.IMAGE),
        ("photo.docx", b"\xff\xd8\xff\xe0", FileFault.IMAGE),
        ("plain.docx", "متن ساده".encode(), FileFault.NOT_A_DOCX),
        ("plain.odt", "متن ساده".encode(), FileFault.NOT_AN_ODT),
        ("zip.txt", b"PK\x03\x04abc", FileFault.NOT_TEXT),
        ("zip.html", b"PK\x03\x04abc", FileFault.NOT_HTML),
        ("cut.docx", b"PK\x03\x04abc", FileFault.BROKEN),
        ("program.exe", b"MZ\x90\x00", FileFault.UNKNOWN_FORMAT),
        ("noname", b"text", FileFault.UNKNOWN_FORMAT),
    ],
)
def test_a_file_that_is_not_what_its_name_says(
    tmp_path: Path, name: str, data: bytes, fault: FileFault
) -> None:
    assert fault_of(written(tmp_path / name, data)) == fault


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "nowhere.docx") == FileFault.NOT_FOUND
    (tmp_path / "folder.docx").mkdir()
    assert fault_of(tmp_path / "folder.docx") == FileFault.NOT_A_FILE


def test_a_name_that_no_file_can_have_is_unreadable() -> None:
    with pytest.raises(BadFileError) as caught:
        read_document(Path("a\x00b.docx"))
    assert caught.value.parameters["reason"] == FileFault.UNREADABLE


def test_a_docx_that_was_cut_short_is_broken(tmp_path: Path) -> None:
    whole = write_docx(tmp_path / "whole.docx", paragraph("متن" * 500)).read_bytes()
    for keep in (len(whole) // 3, len(whole) - 30):
        assert fault_of(written(tmp_path / "cut.docx", whole[:keep])) == FileFault.BROKEN


def test_a_docx_with_damaged_bytes_is_broken(tmp_path: Path) -> None:
    data = bytearray(write_docx(tmp_path / "whole.docx", paragraph("متن" * 500)).read_bytes())
    start = data.index(b"word/document.xml") + len("word/document.xml") + 20
    data[start : start + 12] = b"\xff" * 12
    assert fault_of(written(tmp_path / "bad.docx", bytes(data))) == FileFault.BROKEN


def test_a_docx_whose_markup_is_cut_is_broken(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", "", extra={"word/document.xml": b"<w:document><w:body>"})
    assert fault_of(path) == FileFault.BROKEN


def test_a_workbook_named_docx_is_refused(tmp_path: Path) -> None:
    workbook = f'<workbook xmlns="x" {NAMESPACES}/>'.encode()
    root = relationships(f'<Relationship Id="r" Type="{R}/officeDocument" Target="xl/workbook.xml"/>')
    path = write_zip(
        tmp_path / "a.docx",
        {"[Content_Types].xml": b"<Types/>", "_rels/.rels": root, "xl/workbook.xml": workbook},
    )
    assert fault_of(path) == FileFault.NOT_A_DOCX


def test_any_zip_named_docx_or_odt_is_refused(tmp_path: Path) -> None:
    assert fault_of(write_zip(tmp_path / "a.docx", {"photo.jpg": b"x"})) == FileFault.NOT_A_DOCX
    assert fault_of(write_zip(tmp_path / "a.odt", {"photo.jpg": b"x"})) == FileFault.NOT_AN_ODT
    docx = write_docx(tmp_path / "b.docx", paragraph("متن")).rename(tmp_path / "b.odt")
    assert fault_of(docx) == FileFault.NOT_AN_ODT


@pytest.mark.parametrize("megabytes", [20, 80])
def test_a_zip_bomb_is_refused_by_what_it_declares(tmp_path: Path, megabytes: int) -> None:
    path = write_docx(tmp_path / "a.docx", "", extra={"word/document.xml": b" " * (megabytes * MEGABYTE)})
    assert path.stat().st_size < MEGABYTE
    assert fault_of(path) == FileFault.ZIP_BOMB


def test_a_zip_bomb_that_declares_too_little_is_refused_by_what_comes_out(tmp_path: Path) -> None:
    big = 12 * MEGABYTE
    path = write_docx(tmp_path / "a.docx", paragraph("متن"), extra={"word/media/x.xml": b"A" * big})
    data = path.read_bytes().replace(struct.pack("<I", big), struct.pack("<I", 1000))
    path.write_bytes(data)
    with zipfile.ZipFile(path) as package:
        assert package.getinfo("word/media/x.xml").file_size == 1000
    assert fault_of(path) == FileFault.ZIP_BOMB


def test_markup_of_countless_tiny_elements_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    # Repeated farther apart than a ZIP looks back, noise packs as badly as the first time.
    noise = b"".join(b"<w:%x/>" % (index * 2654435761 % 2**32) for index in range(6_000)) * 600
    document = (
        f"<w:document {NAMESPACES}><w:body>".encode()
        + noise
        + b"<w:p/>" * 2_600_000
        + b"</w:body></w:document>"
    )
    path = write_docx(tmp_path / "a.docx", "", extra={"word/document.xml": document}, level=1)
    assert fault_of(path) == FileFault.ZIP_BOMB


@pytest.mark.parametrize(
    "member", ["../../evil.xml", "/etc/passwd", "word/../../x", "C:\\x.xml", "..\\x.xml"]
)
def test_a_package_whose_members_point_outside_is_refused(tmp_path: Path, member: str) -> None:
    assert (
        fault_of(write_docx(tmp_path / "a.docx", paragraph("متن"), extra={member: b"x"}))
        == FileFault.POINTS_OUTSIDE
    )


@pytest.mark.parametrize(
    "relation",
    [
        'Target="file:///etc/passwd" TargetMode="External"',
        'Target="../../secret.xml"',
        'Target="file:///etc/passwd"',
    ],
)
def test_a_main_part_that_points_outside_is_refused(tmp_path: Path, relation: str) -> None:
    root = relationships(f'<Relationship Id="r" Type="{R}/officeDocument" {relation}/>')
    assert (
        fault_of(write_docx(tmp_path / "a.docx", "", extra={"_rels/.rels": root})) == FileFault.POINTS_OUTSIDE
    )


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"])
def test_declared_entities_are_refused_in_every_part(tmp_path: Path, part: str) -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    path = write_docx(tmp_path / "a.docx", paragraph("متن"), styles="", extra={part: laughs})
    assert fault_of(path) == FileFault.UNSAFE_MARKUP


def test_entities_cannot_hide_in_another_encoding(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'.encode("utf-16")
    assert (
        fault_of(write_odt(tmp_path / "a.odt", "", extra={"content.xml": laughs})) == FileFault.UNSAFE_MARKUP
    )


def test_elements_nested_without_end_are_refused(tmp_path: Path) -> None:
    deep = "<w:ins>" * 200 + "<w:r><w:t>x</w:t></w:r>" + "</w:ins>" * 200
    assert fault_of(write_docx(tmp_path / "a.docx", f"<w:p>{deep}</w:p>")) == FileFault.BROKEN


def test_two_members_of_one_name_are_refused(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", paragraph("متن"))
    with zipfile.ZipFile(path, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/document.xml", b"<x/>")
    assert fault_of(path) == FileFault.BROKEN


def test_an_encrypted_member_asks_for_the_password(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", paragraph("متن"))
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert fault_of(written(path, bytes(data))) == FileFault.ENCRYPTED


def test_a_text_beyond_the_limit_is_refused_with_the_limit(tmp_path: Path) -> None:
    with pytest.raises(BadFileError) as caught:
        read_document(written(tmp_path / "long.txt", b"a" * (TEXT_LIMIT + 1)))
    assert caught.value.parameters == {
        "name": "long.txt",
        "reason": FileFault.TOO_MUCH_TEXT,
        "limit": TEXT_LIMIT,
    }


def test_a_short_list_pattern_cannot_blow_up_the_text(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{"x" * 60_000}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>' * 200
    assert fault_of(write_docx(tmp_path / "a.docx", body, numbering=numbering)) == FileFault.TOO_MUCH_TEXT


def test_a_file_above_its_limit_is_refused_with_the_limit_in_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(3 * MEGABYTE + 1)
    assert check_size(path, 4 * MEGABYTE) == 3 * MEGABYTE + 1
    with pytest.raises(BadFileError) as caught:
        check_size(path, 3 * MEGABYTE)
    assert caught.value.parameters == {"name": "large.csv", "reason": FileFault.TOO_LARGE, "limit": 3}


def test_a_docx_above_fifty_megabytes_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    with path.open("wb") as file:
        file.truncate(checks.DOCUMENT_LIMIT + 1)
    assert fault_of(path) == FileFault.TOO_LARGE


def test_a_good_package_passes_and_another_kind_does_not(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", paragraph("متن"))
    open_package(path.name, path.read_bytes(), kind="docx").close()
    with pytest.raises(BadFileError) as caught:
        open_package("old.xlsx", OLE_MAGIC + bytes(600), kind="xlsx")
    assert caught.value.parameters["reason"] == FileFault.LEGACY_XLS
