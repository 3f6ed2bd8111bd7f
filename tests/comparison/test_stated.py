"""The number of provisions that a law states itself is checked, and a wrong one is told in every output."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.numbers import in_words_as
from desktop_app.comparison.outputs import as_html, as_text
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison
from desktop_app.reports.comparison_docx import comparison_docx
from desktop_app.reports.comparison_pdf import comparison_pdf
from desktop_app.wording import use_language
from tests.reports.pdf.reading import by_pdfium

_PROVENANCE = Provenance("bylaw", datetime(2026, 11, 25, 7, 2, tzinfo=UTC), "reviewer")
_SUBJECTS = ("نشر", "تمدید", "بازرسی", "تعرفه", "کارگروه", "نمایشگاه", "گواهی", "سامانه", "بایگانی")


def law(articles: int, notes: int, closing: str) -> str:
    lines = []
    for number in range(1, articles + 1):
        lines.append(f"ماده {number}ـ مقررات {_SUBJECTS[number % 9]} را وزارت اعلام می‌کند.")
        if number <= notes:
            lines.append(f"تبصره ـ هزینه {_SUBJECTS[(number + 3) % 9]} را متقاضی می‌پردازد.")
    return "\n".join([*lines, f"{closing} در جلسه علنی روز سه‌شنبه تصویب شد."])


def wrong(text: str) -> list[tuple[str, int]]:
    result = compare_texts(law(4, 2, "قانون فوق"), text)
    for one in result.wrong_counts:
        assert text[slice(*one.new)] == one.text
    return [(one.text, one.found) for one in result.wrong_counts]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("مشتمل بر چهار ماده و دو تبصره", []),
        ("مشتمل بر 4 ماده و ۲ تبصره", []),
        ("مشتمل بر چهار (۴) ماده و (۲) تبصره", []),
        ("مشتمل بر یک مقدمه و چهار ماده", []),
        ("مشتمل بر چهل ماده و دو تبصره", [("چهل ماده", 4)]),
        ("مشتمل\nبر پنج ماده و هشت تبصره", [("پنج ماده", 4), ("هشت تبصره", 2)]),
        ("مشتمل بر ماده واحده و دو تبصره", [("ماده واحده", 4)]),
        ("مشتمل بر سه فصل و چهار ماده", [("سه فصل", 0)]),
        ("مشتمل بر چهار کتاب", []),
        ("که چهار ماده و نه تبصره دارد", []),
        # Two laws in one text: whose articles are counted?
        ("مشتمل بر نه ماده و قانون پیشین مشتمل بر چهار ماده", []),
        ("مشتمل بر نه ماده و همان قانون مشتمل بر نه ماده", [("نه ماده", 4)]),
    ],
)
def test_what_the_law_says_of_itself_is_compared_with_what_it_has(
    said: str, found: list[tuple[str, int]]
) -> None:
    assert wrong(law(4, 2, f"قانون فوق {said}")) == found


def test_a_text_without_articles_is_not_judged() -> None:
    assert wrong("قانون فوق مشتمل بر چهل ماده و هشت تبصره تصویب شد.") == []


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 30), st.integers(0, 9), st.integers(1, 60), st.booleans())
def test_the_statement_is_wrong_exactly_if_the_number_is(
    articles: int, notes: int, stated: int, in_words: bool
) -> None:
    written = in_words_as("دو", stated) if in_words else str(stated)
    text = law(articles, min(notes, articles), f"قانون فوق مشتمل بر {written} ماده")
    assert wrong(text) == ([] if stated == articles else [(f"{written} ماده", articles)])


@pytest.fixture
def told() -> Comparison:
    use_language("fa")
    return compare_texts(
        law(4, 2, "قانون فوق مشتمل بر چهار ماده و دو تبصره"),
        law(5, 2, "قانون فوق مشتمل بر چهار ماده و دو تبصره"),
    )


def test_every_output_tells_it(told: Comparison) -> None:
    said = "متن جدید می‌گوید «چهار ماده» دارد؛ ۵ ماده در آن شناخته شد."
    for provenance in (None, _PROVENANCE):
        assert f"⚠ {said}" in as_text(told, provenance)
        assert said in as_html(told, provenance)
    word = zipfile.ZipFile(io.BytesIO(comparison_docx(told, _PROVENANCE)))
    assert any(said in word.read(name).decode() for name in word.namelist() if name.endswith(".xml"))
    printed = "\n".join(by_pdfium(comparison_pdf(told, _PROVENANCE)))
    assert "چهار ماده" in printed.replace("\n", " ").split("حذف‌شده")[0]
    assert "شناخته شد" in printed


def test_nothing_is_told_of_a_right_statement() -> None:
    text = law(4, 2, "قانون فوق مشتمل بر چهار ماده و دو تبصره")
    assert "⚠" not in as_text(compare_texts(text, text))
