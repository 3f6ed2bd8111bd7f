"""What a terminal without joining and reordering is sent. The visual strings are worked out by hand, from left to
right, from Unicode's tables of presentation forms."""

from __future__ import annotations

import pytest

from desktop_app.persian.terminal import displayed_width, visual_text

#: «سلام»: meem isolated, lam-alef final, seen initial.
SALAM = "\ufee1\ufefc\ufeb3"
#: «متن»: noon final, teh medial, meem initial.
MATN = "\ufee6\ufe98\ufee3"
#: «است»: teh final, seen initial, alef isolated.
AST = "\ufe96\ufeb3\ufe8d"


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("", ""),
        ("سلام", SALAM),
        ("لا", "\ufefb"),
        ("لاً", "\ufefb\u064b"),
        ("نامهٔ متن", f"{MATN} \ufeea\u0654\ufee3\ufe8e\ufee7"),
        ("بی\u200cنام", "\ufee1\ufe8e\ufee7\ufbfd\ufe91"),
        ("ه\u200d لا", "\ufefb \ufeeb"),
        ("ه\u200dلا", "\ufe8e\ufee0\ufeeb"),
        ("سال ۱۴۰۵", "۱۴۰۵ \ufedd\ufe8e\ufeb3"),
        ("متن ۱۴۰۵/۰۹/۰۷", f"۱۴۰۵/۰۹/۰۷ {MATN}"),
        ("بند 12", "12 \ufeaa\ufee8\ufe91"),
        ("متن (سلام)", f"({SALAM}) {MATN}"),
        ("متن (abc)", f"(abc) {MATN}"),
        ("«سلام»", f"«{SALAM}»"),
        ("[-سلام-]{+متن+}", f"{{+{MATN}+}}[-{SALAM}-]"),
        ("متن PDF است", f"{AST} PDF {MATN}"),
        ("متن \u2066AB-12\u2069 است", f"{AST} AB-12 {MATN}"),
        ("متن \u2068سلام (۲).txt\u2069 است", f"{AST} txt.(۲) {SALAM} {MATN}"),
    ],
)
def test_a_line_is_sent_joined_and_in_visual_order(text: str, sent: str) -> None:
    assert visual_text(text, right_to_left=True) == sent


def test_a_latin_paragraph_keeps_its_direction() -> None:
    assert visual_text("see سلام now", right_to_left=False) == f"see {SALAM} now"


def test_each_line_is_put_in_order_by_itself() -> None:
    assert visual_text("سلام\nمتن\n", right_to_left=True) == f"{SALAM}\n{MATN}\n"


def test_a_long_line_is_parted_before_it_is_reordered_and_ends_at_the_right() -> None:
    assert visual_text("سلام متن است", right_to_left=True, columns=8) == f" {MATN} {SALAM}\n     {AST}"
    assert visual_text("  سلام متن", right_to_left=True, columns=5) == f"{SALAM}  \n{MATN}  "
    assert visual_text("سلام متن", right_to_left=False, columns=5) == f"{SALAM}\n{MATN}"
    assert visual_text("123456", right_to_left=False, columns=4) == "1234\n56"


@pytest.mark.parametrize(
    ("text", "plain", "joined"),
    [
        ("سلام", 4, 3),
        ("لاً", 2, 1),
        ("نامهٔ", 4, 4),
        ("می\u200cرود", 5, 5),
        ("\u2066AB-12\u2069", 5, 5),
        ("漢字", 4, 4),
    ],
)
def test_the_width_is_that_of_what_is_displayed(text: str, plain: int, joined: int) -> None:
    assert displayed_width(text, joined=False) == plain
    assert displayed_width(text, joined=True) == joined
