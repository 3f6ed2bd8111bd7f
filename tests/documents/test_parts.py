"""Footnotes, endnotes, comments, headers and footers are read beside the text, at the places of their references."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents import read_document
from desktop_app.documents.document import DocumentPart, PartKind
from desktop_app.documents.docx import read_docx
from desktop_app.documents.odt import read_odt
from desktop_app.documents.reading import read_here
from tests.documents.packages import paragraph, write_docx, write_odt

#: The references of a body are written as «[f1]»: a footnote with the text «1», an endnote, a comment.
_KINDS = {"f": "footnote", "e": "endnote", "c": "comment"}
_MARK = re.compile(r"\[([fec])([^\]]*)\]")


def docx_of(path: Path, body: str, header: str = "", footer: str = "") -> Path:
    """Writes a DOCX of one paragraph a line; a line with tabs is a table row."""
    notes: dict[str, list[str]] = {"f": [], "e": [], "c": []}

    def reference(match: re.Match[str]) -> str:
        kind = match[1]
        notes[kind].append(match[2])
        return f'</w:t></w:r><w:r><w:{_KINDS[kind]}Reference w:id="{len(notes[kind])}"/></w:r><w:r>{_OPEN}'

    lines = [_MARK.sub(reference, line) for line in body.split("\n")]
    content = "".join(map(_docx_line, lines))
    written = {
        f"{_KINDS[kind]}s": "".join(
            f'<w:{_KINDS[kind]} w:id="{number}">{paragraph(f" {text}")}</w:{_KINDS[kind]}>'
            for number, text in enumerate(texts, 1)
        )
        for kind, texts in notes.items()
    }
    return write_docx(
        path, content, header=header, footer=footer, footnotes=written["footnotes"],
        endnotes=written["endnotes"], comments=written["comments"],
    )  # fmt: skip


_OPEN = '<w:t xml:space="preserve">'


def _docx_line(line: str) -> str:
    cells = [f"<w:p><w:r>{_OPEN}{cell}</w:t></w:r></w:p>" for cell in line.split("\t")]
    if len(cells) == 1:
        return cells[0]
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def odt_of(path: Path, body: str, header: str = "", footer: str = "") -> Path:
    """Writes an ODT as `docx_of` does."""

    def reference(match: re.Match[str]) -> str:
        if match[1] == "c":
            return f"<office:annotation><dc:creator>کسی</dc:creator><text:p>{match[2]}</text:p></office:annotation>"
        kind = _KINDS[match[1]]
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
            f"<text:note-body><text:p> {match[2]}</text:p></text:note-body></text:note>"
        )

    content = ""
    for line in body.split("\n"):
        cells = [f"<text:p>{_MARK.sub(reference, cell)}</text:p>" for cell in line.split("\t")]
        if len(cells) == 1:
            content += cells[0]
        else:
            row = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
            content += f"<table:table><table:table-row>{row}</table:table-row></table:table>"
    margins = "".join(
        f"<style:{tag}><text:p>{text}</text:p></style:{tag}>"
        for tag, text in (("header", header), ("footer", footer))
    )
    master = f'<style:master-page style:name="Standard">{margins}</style:master-page>'
    return write_odt(path, content, styles=f"<office:master-styles>{master}</office:master-styles>")


WRITERS = pytest.mark.parametrize(
    ("write", "suffix"), [(docx_of, "docx"), (odt_of, "odt")], ids=["docx", "odt"]
)


@WRITERS
def test_notes_and_comments_stand_at_their_references(tmp_path: Path, write: object, suffix: str) -> None:
    body = "عنوان\nماده ۱- متن[fموضوع تصویب‌نامه ۱۲] است.[eپایان]\nماده ۲- دیگر[cنظر کسی].[fدوم]"
    assert callable(write)
    document = read_document(write(tmp_path / f"a.{suffix}", body))
    assert document.text == "عنوان\nماده ۱- متن است.\nماده ۲- دیگر."
    text = document.text
    assert document.parts == (
        DocumentPart(PartKind.FOOTNOTE, text.index(" است"), "موضوع تصویب‌نامه ۱۲"),
        DocumentPart(PartKind.FOOTNOTE, len(text), "دوم"),
        DocumentPart(PartKind.ENDNOTE, text.index("\nماده ۲"), "پایان"),
        DocumentPart(PartKind.COMMENT, len(text) - 1, "نظر کسی"),
    )
    assert document.not_compared == ()


@WRITERS
def test_a_note_in_a_table_stands_in_its_cell(tmp_path: Path, write: object, suffix: str) -> None:
    assert callable(write)
    document = read_document(write(tmp_path / f"a.{suffix}", "پیش\nیک\tدو سه[fدر خانه]\tچهار"))
    assert document.text == "پیش\nیک\tدو سه\tچهار"
    assert [(part.at, part.text) for part in document.parts] == [(document.text.index("\tچهار"), "در خانه")]


_WORDS = st.sampled_from(["ماده ۱-", "متن", " ", "  ", "\n", "\t", "و.", "۱۲"])
_NOTES = st.sampled_from(["[fیک]", "[eدو]", "[cسه]"])


@given(pieces=st.lists(st.tuples(_WORDS, st.one_of(st.just(""), _NOTES)), min_size=1, max_size=25))
def test_notes_never_change_the_text(
    pieces: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("notes")
    noted = "".join(word + note for word, note in pieces)
    plain = _MARK.sub("", noted)
    for write, read, suffix in ((docx_of, read_docx, "docx"), (odt_of, read_odt, "odt")):
        without = read("a", write(folder / f"a.{suffix}", plain).read_bytes())
        with_notes = read("b", write(folder / f"b.{suffix}", noted).read_bytes())
        assert with_notes.lines == without.lines
        length = len("\n".join(with_notes.lines))
        assert len(with_notes.parts) == len(_MARK.findall(noted))
        assert all(part.at is not None and 0 <= part.at <= length for part in with_notes.parts)


def test_the_process_for_foreign_files_and_this_one_read_the_same_parts(tmp_path: Path) -> None:
    path = docx_of(tmp_path / "a.docx", "متن[fیک\u200cدو]\nدیگر[cسه]", header=paragraph("سر"))
    assert read_document(path) == read_here(path)
    assert [part.text for part in read_document(path).parts] == ["یک\u200cدو", "سه", "سر"]


@WRITERS
def test_headers_and_footers_are_read_without_page_numbers(
    tmp_path: Path, write: object, suffix: str
) -> None:
    assert callable(write)
    words = ("پیش‌نویس ۱۴۰۵", "شورا")
    header, footer = map(paragraph, words) if suffix == "docx" else words
    document = read_document(write(tmp_path / f"a.{suffix}", "متن", header=header, footer=footer))
    assert document.parts == (
        DocumentPart(PartKind.HEADER, None, words[0]),
        DocumentPart(PartKind.FOOTER, None, words[1]),
    )


def test_a_header_of_the_first_page_is_read_only_where_it_is_shown(tmp_path: Path) -> None:
    def section(content: str) -> str:
        return f"<w:p><w:pPr><w:sectPr>{content}</w:sectPr></w:pPr></w:p>"

    first = '<w:headerReference w:type="first" r:id="rId1"/>'
    for shown in (False, True):
        body = paragraph("متن") + section(first + "<w:titlePg/>" * shown)
        path = write_docx(tmp_path / "a.docx", body, header=paragraph("نخستین"), margins=False)
        document = read_document(path)
        assert [part.text for part in document.parts] == ["نخستین"] * shown
        assert document.not_compared == (() if shown else ("header",))


def test_a_note_whose_reference_was_deleted_is_not_read(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:t>متن</w:t></w:r><w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:del></w:p>'
    emptied = (
        '<w:footnote w:id="1"><w:p><w:del><w:r><w:delText>رفته</w:delText></w:r></w:del></w:p></w:footnote>'
    )
    document = read_document(write_docx(tmp_path / "a.docx", body, footnotes=emptied))
    assert (document.parts, document.not_compared) == ((), ("tracked_changes",))


def test_a_note_that_is_referred_to_a_thousand_times_is_read_once(tmp_path: Path) -> None:
    body = "<w:p>" + '<w:r><w:footnoteReference w:id="1"/></w:r>' * 1000 + "<w:r><w:t>متن</w:t></w:r></w:p>"
    note = f'<w:footnote w:id="1">{paragraph("دراز" * 1000)}</w:footnote>'
    document = read_document(write_docx(tmp_path / "a.docx", body, footnotes=note))
    assert [part.at for part in document.parts] == [0]


def test_a_comment_on_a_footnote_stands_where_the_footnote_does(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:t>متن</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    note = f'<w:footnote w:id="1">{paragraph("یاد")}<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p></w:footnote>'
    comment = f'<w:comment w:id="1">{paragraph("نظر")}</w:comment>'
    annotation = "<office:annotation><text:p>نظر</text:p></office:annotation>"
    inline = (
        '<text:note text:note-class="footnote"><text:note-body>'
        f"<text:p>یاد{annotation}</text:p></text:note-body></text:note>"
    )
    for path in (
        write_docx(tmp_path / "a.docx", body, footnotes=note, comments=comment),
        write_odt(tmp_path / "a.odt", f"<text:p>متن{inline}</text:p>"),
    ):
        document = read_document(path)
        assert document.parts == (
            DocumentPart(PartKind.FOOTNOTE, 3, "یاد"),
            DocumentPart(PartKind.COMMENT, 3, "نظر"),
        )
        assert document.not_compared == ()


def test_hidden_text_of_an_odt_is_left_out_and_named(tmp_path: Path) -> None:
    styles = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="P" style:family="paragraph"><style:text-properties text:display="none"/>'
        '</style:style><style:style style:name="Q" style:family="paragraph" style:parent-style-name="P"/>'
    )
    hidden = [
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>پنهان</text:p>',
        '<text:p text:style-name="Q">پنهان</text:p>',
        '<text:section text:display="none"><text:p>پنهان</text:p></text:section>',
        '<text:section text:display="condition" text:is-hidden="true"><text:p>پنهان</text:p></text:section>',
        '<text:p>پیدا<text:span text:style-name="H">پنهان</text:span></text:p>',
        '<text:p>پیدا<text:hidden-text text:string-value="پنهان" text:is-hidden="true"/></text:p>',
    ]
    for index, body in enumerate(hidden):
        path = write_odt(tmp_path / f"{index}.odt", f"<text:p>متن</text:p>{body}", automatic=styles)
        document = read_document(path)
        assert "پنهان" not in document.text, body
        assert document.not_compared == ("hidden_text",), body


def test_a_hidden_paragraph_of_a_footnote_hides_no_text_around_it(tmp_path: Path) -> None:
    hidden = '<text:p><text:hidden-paragraph text:is-hidden="true"/>پنهان</text:p>'
    body = f"<text:note-body><text:p>یاد</text:p>{hidden}</text:note-body>"
    note = f'<text:note text:note-class="footnote">{body}</text:note>'
    document = read_document(write_odt(tmp_path / "a.odt", f"<text:p>متن{note}</text:p>"))
    assert (document.text, [part.text for part in document.parts]) == ("متن", ["یاد"])
    assert document.not_compared == ("hidden_text",)


def test_text_of_an_odt_that_a_condition_shows_is_compared(tmp_path: Path) -> None:
    body = (
        '<text:p><text:hidden-paragraph text:is-hidden="false"/>یک</text:p>'
        '<text:section text:display="condition" text:is-hidden="false"><text:p>دو</text:p></text:section>'
        '<text:p><text:hidden-text text:is-hidden="false">سه</text:hidden-text></text:p>'
    )
    document = read_document(write_odt(tmp_path / "a.odt", body))
    assert (document.text, document.not_compared) == ("یک\nدو\nسه", ())


def test_form_fields_of_a_page_are_read_as_they_are_shown(tmp_path: Path) -> None:
    page = (
        '<p>مهلت<input value="۳۰">روز</p><p>تا <input type="number" value="5"/> سال</p>'
        '<p><input type="checkbox" checked>بله<input type="checkbox">خیر</p>'
        '<p>نهان<input type="hidden" value="سری"><input type="password" value="رمز"></p>'
        '<p><input type="submit" value="ثبت"><textarea>متن بلند</textarea></p>'
    )
    path = tmp_path / "a.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{page}", encoding="utf-8")
    assert read_document(path).text.split("\n") == [
        "مهلت ۳۰ روز", "تا 5 سال", "☑بله☐خیر", "نهان", "ثبت متن بلند",
    ]  # fmt: skip
