"""The groups of the keys of a screen."""

from __future__ import annotations

from datetime import datetime

import pypdfium2
import pytest

from desktop_app.clock import TEHRAN
from desktop_app.guide.key_card import KeyGroup, KeyLine, card_of, group_of
from desktop_app.guide.pages import guide
from desktop_app.reports.guide_pdf import MOST_LINES, guide_pdf, key_card_pdf

MADE_AT = datetime(2026, 11, 24, 11, 30, tzinfo=TEHRAN)


@pytest.mark.parametrize(
    ("key", "group"),
    [
        ("J", KeyGroup.MOVING), ("Space", KeyGroup.MOVING), ("G, M", KeyGroup.MOVING), ("Ctrl+3", KeyGroup.MOVING),
        ("R", KeyGroup.WORKING), ("Shift+B", KeyGroup.WORKING), ("Ctrl+Z", KeyGroup.WORKING),
        ("E", KeyGroup.WRITING), ("Ctrl+J", KeyGroup.WRITING), ("F1", KeyGroup.WRITING),
    ],
)  # fmt: skip
def test_a_key_has_its_group(key: str, group: KeyGroup) -> None:
    assert group_of(key) is group


def test_single_keys_come_first_and_each_command_stands_once() -> None:
    lines = [
        KeyLine("take", ("A",), "no"), KeyLine("mark all", ("Shift+A",)), KeyLine("refer", ("R",)),
        KeyLine("refer", ("R",)), KeyLine("without", ()),
    ]  # fmt: skip
    [working] = [lines for group, lines in card_of("Inbox", lines).groups if group is KeyGroup.WORKING]
    assert [line.words for line in working] == ["take", "refer", "mark all"]


def test_a_card_of_many_keys_is_one_page_of_a5() -> None:
    lines = [KeyLine(f"فرمان {n}", (key,)) for n in range(40) for key in ("J", "R", "E")]
    document = pypdfium2.PdfDocument(key_card_pdf(card_of("کارتابل", lines), MADE_AT))
    assert len(document) == 1
    assert tuple(map(round, document[0].get_size())) == (420, 595)
    assert MOST_LINES < 3 * 40


def test_the_card_says_latin_and_persian_keys() -> None:
    card = card_of("کارتابل", [KeyLine("ارجاع", ("R", "ق"))])
    text = pypdfium2.PdfDocument(key_card_pdf(card, MADE_AT))[0].get_textpage().get_text_range()
    assert "R" in text
    assert "ق" in text


def test_every_page_of_the_guide_can_be_printed() -> None:
    for page in guide().pages.values():
        assert guide_pdf(page, MADE_AT) == guide_pdf(page, MADE_AT)
        assert guide_pdf(page, MADE_AT).startswith(b"%PDF")
