from __future__ import annotations

import pytest

from desktop_app.comparison.structure import Provision, parse
from tests.comparison.statutes import SAMPLES, Sample


def outline(text: str) -> list[str]:
    return ["¶" if provision.label is None else " > ".join(provision.path) for provision in parse(text)]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_text_in_each_style_has_the_outline_that_a_reader_sees(sample: Sample) -> None:
    assert outline(sample.text) == list(sample.outline)


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
