"""ODT: the same lines as the same text in another format."""

from __future__ import annotations

from pathlib import Path

import odfdo
import pytest

from desktop_app.documents import FileFault, read_document
from desktop_app.documents.document import DocumentPart, PartKind
from desktop_app.errors import BadFileError
from tests.documents.packages import write_odt


def list_style(name: str, levels: str) -> str:
    return f'<text:list-style style:name="{name}">{levels}</text:list-style>'


def number_level(index: int, form: str, more: str) -> str:
    return f'<text:list-level-style-number text:level="{index}" style:num-format="{form}" {more}/>'


def test_a_document_by_odfdo_is_read_with_the_numbers_of_its_headings(tmp_path: Path) -> None:
    made = odfdo.Document("text")
    made.body.clear()
    made.body.append(odfdo.Header(1, "فصل اول"))
    made.body.append(odfdo.Paragraph("ماده ۱ـ می\u200cرود"))
    made.save(str(tmp_path / "draft.odt"))
    document = read_document(tmp_path / "draft.odt")
    assert (document.text, document.source_format) == ("1. فصل اول\nماده ۱ـ می\u200cرود", "odt")


def test_white_space_is_collapsed_but_not_where_it_is_written_as_such(tmp_path: Path) -> None:
    body = '<text:p>  یک \n <text:span> دو</text:span><text:s text:c="3"/>سه<text:tab/>'
    body += "چهار<text:line-break/>پنج </text:p>"
    assert read_document(write_odt(tmp_path / "a.odt", body)).text == "یک دو   سه\tچهار\nپنج"


def test_lists_carry_their_numbers(tmp_path: Path) -> None:
    levels = number_level(1, "1", 'style:num-prefix="ماده " style:num-suffix="-" text:start-value="4"')
    levels += number_level(2, "a", 'style:num-suffix=")" text:display-levels="2"')
    inner = "<text:list><text:list-item><text:p>پ</text:p></text:list-item></text:list>"
    body = (
        '<text:list text:style-name="L"><text:list-item><text:p>الف</text:p><text:p>ب</text:p>'
        f"{inner}</text:list-item></text:list><text:p>میان</text:p>"
        '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>ت</text:p>'
        "</text:list-item></text:list>"
    )
    document = read_document(write_odt(tmp_path / "a.odt", body, automatic=list_style("L", levels)))
    assert document.paragraphs == ("ماده 4- الف", "ب", "4.a) پ", "میان", "ماده 5- ت")


def test_headings_carry_the_numbers_of_the_outline(tmp_path: Path) -> None:
    levels = '<text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="فصل "/>'
    levels += '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
    body = "".join(f'<text:h text:outline-level="{at}">ع</text:h>' for at in (1, 2, 2, 1, 2))
    path = write_odt(tmp_path / "a.odt", body, styles=f"<text:outline-style>{levels}</text:outline-style>")
    assert read_document(path).paragraphs == ("فصل 1 ع", "1.1 ع", "1.2 ع", "فصل 2 ع", "2.1 ع")


def test_a_table_is_a_line_a_row(tmp_path: Path) -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    repeated = '<table:table-cell table:number-columns-repeated="2"><text:p>ج</text:p></table:table-cell>'
    rows = (
        f"<table:table-header-rows><table:table-row>{cell.format('الف')}{cell.format('ب')}</table:table-row>"
    )
    rows += (
        f"</table:table-header-rows><table:table-row>{repeated}<table:covered-table-cell/></table:table-row>"
    )
    assert (
        read_document(write_odt(tmp_path / "a.odt", f"<table:table>{rows}</table:table>")).text
        == "الف\tب\nج\tج"
    )


def test_what_is_left_out_is_named(tmp_path: Path) -> None:
    note = '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
    note += "<text:note-body><text:p>یاد</text:p></text:note-body></text:note>"
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>کهنه</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:p>فهرست</text:p></text:index-body></text:table-of-content>"
        f"<text:p>متن{note.format('footnote')}{note.format('endnote')}<office:annotation><text:p>نظر</text:p>"
        '</office:annotation><draw:frame><draw:image xlink:href="x"/></draw:frame></text:p>'
    )
    styles = "<office:master-styles><style:master-page><style:header><text:p>سربرگ</text:p></style:header>"
    styles += "<style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer>"
    styles += "</style:master-page></office:master-styles>"
    document = read_document(write_odt(tmp_path / "a.odt", body, styles=styles))
    assert document.text == "متن"
    assert set(document.not_compared) == {"images", "contents", "tracked_changes"}
    assert document.parts == (
        DocumentPart(PartKind.FOOTNOTE, 3, "یاد"),
        DocumentPart(PartKind.ENDNOTE, 3, "یاد"),
        DocumentPart(PartKind.COMMENT, 3, "نظر"),
        DocumentPart(PartKind.HEADER, None, "سربرگ"),
    )


def test_a_text_box_stands_behind_its_paragraph(tmp_path: Path) -> None:
    frame = "<draw:frame><draw:text-box><text:p>کادر</text:p></draw:text-box></draw:frame>"
    assert (
        read_document(write_odt(tmp_path / "a.odt", f"<text:p>الف{frame}ب</text:p>{frame}")).text
        == "الفب\nکادر\nکادر"
    )


def test_a_billion_spaces_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFileError) as caught:
        read_document(write_odt(tmp_path / "a.odt", '<text:p>م<text:s text:c="999999999"/></text:p>'))
    assert caught.value.parameters["reason"] == FileFault.ZIP_BOMB


def test_an_encrypted_text_asks_for_its_password(tmp_path: Path) -> None:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
        "</manifest:manifest>"
    )
    extra = {"META-INF/manifest.xml": manifest.encode(), "content.xml": b"\x8f\x02random"}
    with pytest.raises(BadFileError) as caught:
        read_document(write_odt(tmp_path / "a.odt", "", extra=extra))
    assert caught.value.parameters["reason"] == FileFault.ENCRYPTED
