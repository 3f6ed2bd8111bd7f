"""The user guide: its pages name what the program has, and each link leads somewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.guide.markup import GuideBlock, Piece, parse
from desktop_app.guide.pages import GLOSSARY, GuidePage, guide, load, target_of
from desktop_app.persian.names import sort_key
from tests.architecture import ROOT
from translations.glossary import Message, faults, rules, translated
from translations.refresh import PERSIAN

PAGES = ROOT / "resources" / "help" / "fa"
#: Texts in which a word has another sense than the glossary of the translation gives it.
OTHER_SENSES = (
    "پنجرهٔ برنامه",
    "پنجرهٔ کوچک",
    "روی پنجره",
    "بخش‌های پنجره",
    "ویرایش جدید",
    "ساعت ایستاده",
    "ارجاع و پرونده",
)
#: Keys that Qt's own widgets, or the window, handle without a command.
OF_WIDGETS = {"Enter", "Ctrl+Enter", "Esc", "Space", "Ctrl+Z", "Ctrl+V", "?", "F1"}


def pieces() -> Iterator[tuple[GuidePage, Piece]]:
    for page in guide().pages.values():
        for block in page.blocks:
            for piece in block.pieces if block.kind != "picture" else ():
                yield page, piece
        for piece in page.related:
            yield page, piece


def test_every_page_of_the_folder_is_in_the_contents() -> None:
    assert sorted(guide().pages) == sorted(path.stem for path in PAGES.glob("*.md"))


def test_every_link_leads_to_a_page_and_to_a_heading_of_it() -> None:
    lost = []
    for page, piece in pieces():
        if piece.target:
            target = target_of(piece.target, page.name)
            there = guide().pages.get(target.page)
            if there is None or (target.heading and target.heading not in there.headings):
                lost.append((page.name, piece.target))
    assert lost == []


def test_every_page_but_the_glossary_names_related_pages() -> None:
    assert [page.name for page in guide().pages.values() if not page.related] == [GLOSSARY]


def test_every_term_of_the_glossary_is_explained_in_the_order_of_the_alphabet() -> None:
    terms = guide().terms
    assert [term for term in terms if not guide().explained(term)] == []
    assert list(terms) == sorted(terms, key=sort_key)
    assert guide().explained("چیزی دیگر") == ()


@pytest.mark.parametrize("term", ["هامش", "مهلت متوقف", "هم‌متن", "مشابه", "عودت", "قرنطینه", "نفر دوم"])
def test_words_that_a_new_clerk_does_not_know_are_in_the_glossary(term: str) -> None:
    assert term in guide().terms


def test_words_of_the_screen_are_those_of_the_program() -> None:
    """A word in bold is a label of the program, unless it is a sentence."""
    known = {message.persian.removesuffix("…") for message in translated(PERSIAN)}
    bold = {
        (page.name, piece.words.removesuffix("…"))
        for page, piece in pieces()
        if piece.strong and not piece.target and not piece.words.endswith(".")
    }
    assert sorted(one for one in bold if one[1] not in known) == []


def test_keys_are_keys_of_the_program() -> None:
    literals = set()
    for path in (*(ROOT / "ui").rglob("*.py"), ROOT / "desktop_app" / "wording" / "moves.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
    keys = {(page.name, piece.words) for page, piece in pieces() if piece.key}
    unknown = [
        one
        for one in sorted(keys)
        if one[1] not in literals | OF_WIDGETS and not re.fullmatch(r"Ctrl\+[1-7]", one[1])
    ]
    assert unknown == []


def test_the_pages_keep_to_the_glossary_of_the_translation() -> None:
    lines = []
    for page in guide().pages.values():
        for block in page.blocks:
            # Keys are shown as key caps.
            text = "".join("…" if piece.key else piece.words for piece in block.pieces)
            for phrase in OTHER_SENSES:
                text = text.replace(phrase, "…")
            lines.append(Message("Guide", f"{page.name}: {block.text}", text))
    assert list(faults(lines, rules())) == []


def test_every_picture_is_there_and_used_and_together_they_are_small() -> None:
    named = {
        block.pieces[0].target
        for page in guide().pages.values()
        for block in page.blocks
        if block.kind == "picture"
    }
    files = {path.name: path for path in (ROOT / "resources" / "help" / "pictures").glob("*.png")}
    assert named == set(files)
    assert sum(path.stat().st_size for path in files.values()) < 1_500_000


def test_a_picture_is_a_line_of_its_own() -> None:
    assert parse("![words](one.png)") == (GuideBlock("picture", (Piece("words", target="one.png"),)),)


def test_a_page_is_read_line_by_line() -> None:
    assert parse("# Title\n\n## Part\n12. Press `A` now\n- **bold**\n> [a](b.md#c-d)\nwords\n") == (
        GuideBlock("title", (Piece("Title"),)),
        GuideBlock("heading", (Piece("Part"),)),
        GuideBlock("step", (Piece("Press "), Piece("A", key=True), Piece(" now")), 12),
        GuideBlock("point", (Piece("bold", strong=True),)),
        GuideBlock("remark", (Piece("a", target="b.md#c-d"),)),
        GuideBlock("paragraph", (Piece("words"),)),
    )


def test_a_link_in_bold_words_stays_a_link() -> None:
    (block,) = parse("**[a](b.md) c**")
    assert block.pieces == (Piece("a", strong=True, target="b.md"), Piece(" c", strong=True))


def test_markup_of_html_is_only_text() -> None:
    (block,) = parse("<b>words</b>")
    assert block.text == "<b>words</b>"


def test_related_pages_are_apart_from_the_blocks(tmp_path: Path) -> None:
    (tmp_path / "contents.toml").write_text('[[group]]\ntitle = "A"\npages = ["one"]\n', "utf-8")
    (tmp_path / "one.md").write_text("# One\n\nWords\n\nصفحه‌های مرتبط: [two](two.md)\n", "utf-8")
    page = load(tmp_path).pages["one"]
    assert (page.title, [block.text for block in page.blocks], [piece.words for piece in page.related]) == (
        "One",
        ["Words"],
        ["two"],
    )
