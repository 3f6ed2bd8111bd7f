"""DOCX: paragraphs, tables, fields, changes, boxes; and what is named as left out."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from desktop_app.documents import read_document
from desktop_app.errors import CancelledError
from tests.documents.packages import R, paragraph, relationships, write_docx


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def test_a_document_by_python_docx_is_one_line_a_paragraph(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("آیین‌نامهٔ صدور مجوز", 1)
    made.add_paragraph("ماده ۱ـ متن نخست")
    made.add_paragraph("")
    table = made.add_table(2, 2)
    for index, text in enumerate(("ردیف", "شرح", "۱", "مجوز")):
        table.cell(index // 2, index % 2).text = text
    made.add_paragraph("پایان")
    made.save(str(tmp_path / "draft.docx"))
    document = read_document(tmp_path / "draft.docx")
    assert document.text == "آیین‌نامهٔ صدور مجوز\nماده ۱ـ متن نخست\n\nردیف\tشرح\n۱\tمجوز\nپایان"
    assert document.not_compared == ()
    assert document.source_format == "docx"


def test_tracked_changes_are_read_as_accepted_and_named(tmp_path: Path) -> None:
    body = (
        f"<w:p>{run('مهلت ')}<w:del><w:r><w:delText>ده</w:delText></w:r></w:del><w:ins>{run('پانزده')}</w:ins>"
        f"{run(' روز')}</w:p>"
    )
    document = read_document(write_docx(tmp_path / "a.docx", body))
    assert document.text == "مهلت پانزده روز"
    assert document.not_compared == ("tracked_changes",)


def test_a_deleted_paragraph_end_joins_two_paragraphs(tmp_path: Path) -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    body = paragraph("الف ", mark) + paragraph("ب") + f"<w:p><w:pPr>{mark}</w:pPr></w:p>" + paragraph("ج")
    assert read_document(write_docx(tmp_path / "a.docx", body)).text == "الف ب\nج"


def test_moved_text_stands_where_it_was_moved_to(tmp_path: Path) -> None:
    body = f"<w:p><w:moveFrom>{run('کهنه')}</w:moveFrom>{run('یک')}</w:p>"
    body += f"<w:p><w:moveTo>{run('تازه')}</w:moveTo></w:p>"
    assert read_document(write_docx(tmp_path / "a.docx", body)).text == "یک\nتازه"


def test_a_deleted_table_row_is_gone(tmp_path: Path) -> None:
    rows = f"<w:tr><w:trPr><w:del/></w:trPr>{cell(paragraph('حذف'))}</w:tr><w:tr>{cell(paragraph('ماند'))}</w:tr>"
    assert read_document(write_docx(tmp_path / "a.docx", f"<w:tbl>{rows}</w:tbl>")).text == "ماند"


def test_a_table_in_a_cell_stays_in_the_line_of_its_row(tmp_path: Path) -> None:
    inner = f"<w:tbl><w:tr>{cell(paragraph('د'))}{cell(paragraph('ه'))}</w:tr></w:tbl>"
    row = f"<w:tr>{cell(paragraph('الف') + paragraph('ب'))}{cell(inner + paragraph(''))}"
    row += f"{cell(paragraph('پ'))}</w:tr>"
    assert read_document(write_docx(tmp_path / "a.docx", f"<w:tbl>{row}</w:tbl>")).text == "الف ب\tد ه\tپ"


def test_the_result_of_a_field_is_read_and_its_instruction_is_not(tmp_path: Path) -> None:
    nested = field("begin") + instruction(" IF ") + field("begin") + instruction("X") + field("separate")
    nested += run("درون") + field("end") + field("separate") + run("نتیجه") + field("end")
    body = f"<w:p>{run('الف ')}{nested}<w:fldSimple w:instr='DATE'>{run(' امروز')}</w:fldSimple></w:p>"
    assert read_document(write_docx(tmp_path / "a.docx", body)).text == "الف نتیجه امروز"


def test_a_field_that_never_ends_does_not_swallow_the_rest(tmp_path: Path) -> None:
    body = f"<w:p>{field('begin')}{instruction('X')}{run('الف')}</w:p>" + paragraph("ب")
    assert read_document(write_docx(tmp_path / "a.docx", body)).text == "الف\nب"


def test_a_table_of_contents_is_left_out_and_named(tmp_path: Path) -> None:
    body = f"<w:p>{field('begin')}{instruction('TOC')}{field('separate')}{run('فصل اول ۳')}</w:p>"
    body += paragraph("فصل دوم ۹") + f"<w:p>{field('end')}</w:p>" + paragraph("فصل اول")
    document = read_document(write_docx(tmp_path / "a.docx", body))
    assert document.text == "فصل اول"
    assert document.not_compared == ("contents",)


def test_a_text_box_is_read_once_behind_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('در کادر')}</w:txbxContent>"
    drawing = f"<w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    both = f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    body = f"<w:p>{run('پیش')}<w:r>{both}</mc:AlternateContent></w:r>{run(' پس')}</w:p>" + paragraph("بعد")
    document = read_document(write_docx(tmp_path / "a.docx", body))
    assert document.text == "پیش پس\nدر کادر\nبعد"


def test_special_signs_become_their_characters(tmp_path: Path) -> None:
    signs = '<w:r><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/><w:tab/></w:r>'
    word = run("می\u200cرود")
    body = f"<w:p>{word}{signs}{run('.')}</w:p>"
    assert read_document(write_docx(tmp_path / "a.docx", body)).text == "می\u200cرود\u2011\u00ad✓\t."


def test_a_break_inside_a_paragraph_starts_a_line(tmp_path: Path) -> None:
    body = f"<w:p>{run('ماده ۱')}<w:r><w:br/></w:r>{run('ماده ۲')}<w:r><w:br w:type='page'/></w:r></w:p>"
    assert read_document(write_docx(tmp_path / "a.docx", body)).text == "ماده ۱\nماده ۲"


def test_hidden_text_is_left_out_and_named(tmp_path: Path) -> None:
    styles = '<w:style w:type="character" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>'
    shown = run("پیدا", '<w:rStyle w:val="S"/><w:vanish w:val="0"/>')
    named = run("نهان", '<w:rStyle w:val="S"/>')
    body = f"<w:p>{run('پنهان', '<w:vanish/>')}{named}{shown}</w:p>"
    document = read_document(write_docx(tmp_path / "a.docx", body, styles=styles))
    assert (document.text, document.not_compared) == ("پیدا", ("hidden_text",))


def test_notes_comments_and_margins_that_nothing_shows_are_named_where_they_hold_text(tmp_path: Path) -> None:
    number = f"<w:p>{field('begin')}{instruction('PAGE')}{field('separate')}{run('۳')}{field('end')}</w:p>"
    separator = '<w:footnote w:type="separator" w:id="-1">' + paragraph("---") + "</w:footnote>"
    bare = write_docx(
        tmp_path / "a.docx", paragraph("متن"), footnotes=separator, header=paragraph(""), footer=number
    )
    assert read_document(bare).not_compared == ()
    assert read_document(bare).parts == ()
    full = write_docx(
        tmp_path / "b.docx",
        paragraph("متن"),
        footnotes=separator + f'<w:footnote w:id="1">{paragraph("پانویس")}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{paragraph("پی‌نوشت")}</w:endnote>',
        comments=f'<w:comment w:id="1">{paragraph("نظر")}</w:comment>',
        header=paragraph("سربرگ"),
        footer=paragraph("پابرگ"),
        margins=False,
    )
    document = read_document(full)
    assert document.not_compared == ("footnotes", "endnotes", "header", "footer", "comments")
    assert document.text == "متن"


def test_a_picture_is_named(tmp_path: Path) -> None:
    picture = "<w:drawing><wp:inline><a:graphic><pic:pic><pic:blipFill>"
    picture += '<a:blip r:embed="r9"/></pic:blipFill></pic:pic>'
    body = f"<w:p>{run('متن')}<w:r>{picture}</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    assert read_document(write_docx(tmp_path / "a.docx", body)).not_compared == ("images",)


def test_content_controls_and_links_are_read_through(tmp_path: Path) -> None:
    body = f"<w:sdt><w:sdtContent><w:p><w:hyperlink>{run('پیوند')}</w:hyperlink><w:sdt><w:sdtContent>{run(' کنترل')}"
    body += "</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>"
    assert read_document(write_docx(tmp_path / "a.docx", body)).text == "پیوند کنترل"


def test_the_strict_variant_of_the_format_is_read(tmp_path: Path) -> None:
    strict = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        "<w:p><w:r><w:t>سخت‌گیر</w:t></w:r></w:p></w:body></w:document>"
    )
    path = write_docx(tmp_path / "a.docx", "", extra={"word/document.xml": strict.encode()})
    assert read_document(path).text == "سخت‌گیر"


def test_links_out_of_the_file_are_harmless_and_a_linked_part_is_named(tmp_path: Path) -> None:
    links = relationships(
        f'<Relationship Id="a" Type="{R}/hyperlink" TargetMode="External" Target="http://example.invalid/"/>'
        f'<Relationship Id="b" Type="{R}/attachedTemplate" TargetMode="External" Target="file:///C:/x.dotm"/>'
        f'<Relationship Id="c" Type="{R}/subDocument" TargetMode="External" Target="part2.docx"/>'
    )
    path = write_docx(tmp_path / "a.docx", paragraph("متن"), extra={"word/_rels/document.xml.rels": links})
    assert read_document(path).not_compared == ("linked",)


class Stopper:
    def report(self, done: int, total: int | None = None) -> None:
        del done, total

    def cancelled(self) -> bool:
        return True


def test_reading_stops_when_asked(tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        read_document(write_docx(tmp_path / "a.docx", paragraph("متن")), progress=Stopper())
