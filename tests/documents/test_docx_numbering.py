"""Automatic numbers of a DOCX: what stands before a paragraph on the page stands before it in the text.

The labels were compared once with what LibreOffice writes when it saves the same files as text.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.documents import read_document
from desktop_app.documents.number_formats import format_number
from tests.documents.packages import level, lists, numbered, paragraph, write_docx


def lines(folder: Path, body: str, numbering: str, *, styles: str = "") -> list[str]:
    return list(
        read_document(write_docx(folder / "list.docx", body, numbering=numbering, styles=styles)).paragraphs
    )


def test_articles_notes_and_clauses_carry_their_labels(tmp_path: Path) -> None:
    numbering = lists(
        level(0, "decimal", "ماده %1-") + level(1, "decimal", "تبصره %2-") + level(2, "arabicAbjad", "%3)")
    )
    body = numbered("یک", 1) + numbered("ت", 1, 1) + numbered("آ", 1, 2) + numbered("ب", 1, 2)
    body += paragraph("میان") + numbered("دو", 1) + numbered("ت", 1, 1)
    expected = ["ماده ۱- یک", "تبصره ۱- ت", "الف) آ", "ب) ب", "میان", "ماده ۲- دو", "تبصره ۱- ت"]
    assert lines(tmp_path, body, numbering) == expected


def test_a_left_to_right_list_shows_latin_digits(tmp_path: Path) -> None:
    body = numbered("one", 1, more="") + numbered("two", 1, more='<w:bidi w:val="0"/>')
    assert lines(tmp_path, body, lists(level(0, "decimal", "%1."))) == ["1. one", "2. two"]


def test_an_arabic_text_keeps_the_arabic_letters(tmp_path: Path) -> None:
    body = numbered("نص", 1) + numbered("نص", 1)
    assert lines(tmp_path, body, lists(level(0, "arabicAlpha", "%1-"))) == ["أ- نص", "ب- نص"]


def test_a_level_shown_before_it_was_counted_shows_its_start_and_goes_on(tmp_path: Path) -> None:
    numbering = lists(level(0, "decimal", "%1-") + level(1, "decimal", "%1.%2"))
    body = numbered("ی", 1, 1) + numbered("ی", 1, 1) + numbered("ی", 1) + numbered("ی", 1, 1)
    assert lines(tmp_path, body, numbering) == ["۱.۱ ی", "۱.۲ ی", "۲- ی", "۲.۱ ی"]


def test_lists_of_one_definition_go_on_and_an_override_restarts_once(tmp_path: Path) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    more = '<w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num>'
    more += f'<w:num w:numId="9"><w:abstractNumId w:val="0"/>{override}</w:num>'
    body = "".join(numbered("ی", list_) for list_ in (1, 8, 9, 9, 1))
    expected = ["۱- ی", "۲- ی", "۷- ی", "۸- ی", "۹- ی"]
    assert lines(tmp_path, body, lists(level(0, "decimal", "%1-"), instances=more)) == expected


def test_a_list_can_change_a_level_of_its_definition(tmp_path: Path) -> None:
    change = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "بند %1:", start=3)}</w:lvlOverride>'
    more = f'<w:num w:numId="9"><w:abstractNumId w:val="0"/>{change}</w:num>'
    assert lines(tmp_path, numbered("ی", 9), lists(level(0, "decimal", "%1-"), instances=more)) == [
        "بند ۳: ی"
    ]


def test_a_level_that_never_restarts_goes_on(tmp_path: Path) -> None:
    numbering = lists(
        level(0, "decimal", "فصل %1") + level(1, "decimal", "ماده %2-", more='<w:lvlRestart w:val="0"/>')
    )
    body = numbered("الف", 1) + numbered("ی", 1, 1) + numbered("ب", 1) + numbered("ی", 1, 1)
    assert lines(tmp_path, body, numbering) == ["فصل ۱ الف", "ماده ۱- ی", "فصل ۲ ب", "ماده ۲- ی"]


def test_a_heading_style_numbers_its_paragraphs(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Article"><w:pPr><w:bidi/>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Article"/></w:style>'
    )
    numbering = lists(
        level(0, "decimal", "فصل %1") + level(1, "decimal", "ماده %2:", more='<w:pStyle w:val="Article"/>')
    )
    styled = [paragraph("ی", f'<w:pStyle w:val="{style}"/>') for style in ("Article", "Child")]
    off = paragraph("بی‌شماره", '<w:pStyle w:val="Article"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(tmp_path, "".join(styled) + off, numbering, styles=styles) == [
        "ماده ۱: ی",
        "ماده ۲: ی",
        "بی‌شماره",
    ]


def test_a_numbering_style_lends_its_levels(tmp_path: Path) -> None:
    place = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="numbering" w:styleId="L">{place}</w:style>'
    numbering = lists(level(0, "decimal", "م %1-"), '<w:numStyleLink w:val="L"/>')
    assert lines(tmp_path, numbered("ی", 2), numbering, styles=styles) == ["م ۱- ی"]


def test_bullets_of_symbol_fonts_are_plain_bullets_and_nothing_may_follow(tmp_path: Path) -> None:
    numbering = lists(
        level(0, "bullet", "\uf0b7"), level(0, "decimal", "%1-", more='<w:suff w:val="nothing"/>')
    )
    assert lines(tmp_path, numbered("ی", 1) + numbered("ک", 2), numbering) == ["• ی", "۱-ک"]


def test_legal_numbering_shows_digits_on_every_level(tmp_path: Path) -> None:
    numbering = lists(level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
    assert lines(tmp_path, numbered("ی", 1) + numbered("ی", 1, 1), numbering) == ["I ی", "۱.۱ ی"]


def test_a_deleted_list_item_is_not_counted(tmp_path: Path) -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>کهنه</w:delText></w:r></w:del></w:p>"
    )
    body = numbered("ی", 1) + gone + numbered("ی", 1)
    assert lines(tmp_path, body, lists(level(0, "decimal", "%1-"))) == ["۱- ی", "۲- ی"]


@pytest.mark.parametrize(
    ("value", "form", "rtl", "shown"),
    [
        (3, "arabicAbjad", True, "ج"), (10, "arabicAbjad", True, "ی"), (11, "arabicAbjad", True, "ک"),
        (3, "arabicAlpha", True, "ت"), (29, "arabicAlpha", True, "الفالف"), (12, "hindiNumbers", True, "۱۲"),
        (12, "hindiNumbers", False, "१२"), (7, "decimalZero", True, "۰۷"), (27, "lowerLetter", False, "aa"),
        (1405, "lowerRoman", False, "mcdv"), (22, "ordinal", False, "22nd"), (5, "none", True, ""),
        (9, "somethingNew", True, "۹"), (0, "lowerLetter", False, "0"),
    ],
)  # fmt: skip
def test_number_formats(value: int, form: str, rtl: bool, shown: str) -> None:
    assert format_number(value, form, rtl=rtl, persian=True) == shown
