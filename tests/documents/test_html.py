"""HTML: what a browser shows, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.documents import FileFault, read_document
from desktop_app.errors import BadFileError


def page(folder: Path, body: str, *, head: str = "", encoding: str = "utf-8") -> Path:
    path = folder / "page.html"
    path.write_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return path


def text_of(folder: Path, body: str, **more: str) -> str:
    return read_document(page(folder, body, **more)).text


def test_blocks_are_lines_and_inline_elements_are_not(tmp_path: Path) -> None:
    body = "<h1>عنوان</h1>\n<div>یک <b>دو</b>\n   سه<p>چهار</p>پنج</div><p></p><p>شش<br>هفت</p>"
    assert text_of(tmp_path, body) == "عنوان\nیک دو سه\nچهار\nپنج\nشش\nهفت"


def test_scripts_styles_and_comments_are_no_text(tmp_path: Path) -> None:
    body = "<script>alert('x')</script><style>p{}</style><!-- نظر --><noscript>n</noscript><p>متن</p>"
    assert text_of(tmp_path, body, head="<title>ت</title><style>b{}</style>") == "متن"


def test_entities_are_their_characters_and_zwnj_stays(tmp_path: Path) -> None:
    assert (
        text_of(tmp_path, "<p>می&zwnj;رود &laquo;&#1570;&raquo; &amp;lt; می\u200cشود</p>")
        == "می\u200cرود «آ» &lt; می\u200cشود"
    )


def test_ordered_lists_show_their_numbers(tmp_path: Path) -> None:
    body = (
        "<ol start=3><li>الف<li value=9>ب<ol type=a><li>پ</li></ol></li><li><p>ت</p><p>ث</p></li></ol>"
        '<ol style="list-style-type: persian"><li>ج</li></ol><ul><li>چ</li></ul><ol reversed><li>ح<li>خ</ol>'
    )
    expected = "3. الف\n9. ب\na. پ\n10. ت\nث\n۱. ج\n• چ\n2. ح\n1. خ"
    assert text_of(tmp_path, body) == expected


def test_a_table_is_a_line_a_row(tmp_path: Path) -> None:
    body = "<table><caption>ج</caption><thead><tr><th>ردیف<th>شرح</thead>"
    body += "<tr><td><p>۱</p><p>۲</p><td>a\tb<br>c</table>پس"
    assert text_of(tmp_path, body) == "ج\nردیف\tشرح\n۱ ۲\ta b c\nپس"


def test_preformatted_text_keeps_its_lines(tmp_path: Path) -> None:
    assert text_of(tmp_path, "<pre>یک  دو\n  سه</pre><p>چهار</p>") == "یک  دو\n  سه\nچهار"


def test_the_declared_encoding_is_obeyed(tmp_path: Path) -> None:
    path = page(tmp_path, "<p>گچ پژ</p>", head='<meta charset="windows-1256">', encoding="windows-1256")
    assert read_document(path).text == "گچ پژ"


def test_a_wrongly_declared_encoding_is_found_out(tmp_path: Path) -> None:
    assert (
        text_of(tmp_path, "<p>قانون اساسی</p>", head='<meta charset="windows-1256">', encoding="utf-16")
        == "قانون اساسی"
    )
    body = "<p>آيين\u200cنامه اجرايي</p>"
    assert (
        text_of(tmp_path, body, head="<meta charset=utf-8>", encoding="windows-1256")
        == "آيين\u200cنامه اجرايي"
    )


def test_a_codec_that_is_no_text_encoding_is_not_obeyed(tmp_path: Path) -> None:
    assert text_of(tmp_path, "<p>متن</p>", head="<meta charset=rot13>") == "متن"


def test_pictures_frames_and_hidden_text_are_named(tmp_path: Path) -> None:
    body = '<p>متن<img src="http://example.invalid/x.png" alt="نگاره"></p><iframe src="x"></iframe>'
    body += '<p style="display:none">نهان</p><p hidden></p><p><del>کهنه</del><ins>تازه</ins></p>'
    document = read_document(page(tmp_path, body))
    assert document.text == "متن\nتازه"
    assert document.not_compared == ("images", "embedded", "hidden_text", "tracked_changes")


def test_plain_text_named_html_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("۲ < ۳ و متن ساده", encoding="utf-8")
    with pytest.raises(BadFileError) as caught:
        read_document(path)
    assert caught.value.parameters["reason"] == FileFault.NOT_HTML


def test_entities_declared_in_a_page_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "page.xhtml"
    outside = tmp_path / "secret.txt"
    outside.write_text("SECRET", encoding="utf-8")
    path.write_text(
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{outside.as_uri()}">]><html><body><p>متن &x;</p></body></html>',
        encoding="utf-8",
    )
    assert "SECRET" not in read_document(path).text
