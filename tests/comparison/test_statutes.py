from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.comparison.structure import Provision, parse
from tests.comparison.statutes import SAMPLES, Sample


def outline(text: str) -> list[str]:
    return ["¶" if provision.label is None else " > ".join(provision.path) for provision in parse(text)]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_text_in_each_style_has_the_outline_that_a_reader_sees(sample: Sample) -> None:
    assert outline(sample.text) == list(sample.outline)


def _digits(text: str, zero: int) -> str:
    return "".join(chr(ord(one) - 0x6F0 + zero) if "۰" <= one <= "۹" else one for one in text)


_SPELLINGS: dict[str, Callable[[str], str]] = {
    "Arabic letters": lambda text: text.replace("ی", "ي").replace("ک", "ك"),
    "Latin digits": lambda text: _digits(text, ord("0")),
    "Arabic digits": lambda text: _digits(text, 0x660),
    "RLM for ZWNJ": lambda text: text.replace("\u200c", "\u200f"),
    "space for ZWNJ": lambda text: text.replace("\u200c", " "),
    "no ZWNJ": lambda text: text.replace("\u200c", ""),
    "en dashes": lambda text: text.replace("ـ ", "– "),
    "colons": lambda text: text.replace("ـ ", ": "),
    "wide spaces": lambda text: text.replace("ماده ", "ماده  ").replace("تبصره ", "تبصره\u00a0"),
    "no spaces": lambda text: text.replace("ماده ", "ماده").replace("تبصره ", "تبصره"),
    "kashida": lambda text: text.replace("ماده", "مـاده").replace("تبصره", "تبـصره"),
    "indented": lambda text: "\n".join(f"   {line}  " for line in text.split("\n")),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "bold": lambda text: text.replace("\nماده", "\n**ماده").replace("\nتبصره", "\n**تبصره"),
}


@pytest.mark.parametrize("spelling", _SPELLINGS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_structure_does_not_hang_on_the_spelling(sample: Sample, spelling: str) -> None:
    def structure(text: str) -> list[tuple[str, str, int]]:
        return [(provision.kind.name, provision.number, len(provision.path)) for provision in parse(text)]

    assert structure(_SPELLINGS[spelling](sample.text)) == structure(sample.text)


def _named(sample: Sample, label: str) -> Provision:
    return next(provision for provision in parse(sample.text) if provision.label == label)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_label_stands_where_its_provision_begins(sample: Sample) -> None:
    for provision in parse(sample.text):
        if provision.label is not None:
            begin = provision.label_end - len(provision.label)
            assert sample.text[begin : provision.label_end] == provision.label
            assert not sample.text[provision.start : begin].strip("\u200f")


def test_an_article_that_runs_over_a_page_is_one_provision() -> None:
    extracted = SAMPLES[4]
    article = _named(extracted, "ماده ۳")
    own = extracted.text[article.start : article.end]
    assert own.endswith("همه اعضا می‌رساند.")
    assert "- ۲ -" in own


def test_what_stands_behind_a_footnote_belongs_to_the_article_above() -> None:
    extracted = SAMPLES[4]
    behind = parse(extracted.text)[5]
    assert behind.path == ("ماده ۲",)
    assert extracted.text[behind.start : behind.end].startswith("ماده ۹ این آیین‌نامه")


def test_the_note_between_two_clauses_ends_with_its_own_words() -> None:
    cabinet = SAMPLES[1]
    note = next(provision for provision in parse(cabinet.text) if provision.label == "تبصره")
    assert cabinet.text[note.start : note.end] == "تبصره ـ خرید بیش از پانصد نسخه نیازمند تصویب شورا است."
