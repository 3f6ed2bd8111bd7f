"""A bound of work that makes a result coarser is told in every output, with a way on."""

from __future__ import annotations

import io
import json
import random
import zipfile
from datetime import UTC, datetime

import pytest

from desktop_app.comparison.engine import compare_texts, to_json
from desktop_app.comparison.outputs import as_html, as_text
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison, LazySpans
from desktop_app.reports.comparison_docx import comparison_docx
from desktop_app.reports.comparison_pdf import comparison_pdf
from desktop_app.wording import use_language
from tests.comparison.invariants import check
from tests.reports.pdf.reading import by_pdfium

_PROVENANCE = Provenance("bylaw", datetime(2026, 11, 25, 7, 2, tzinfo=UTC), "reviewer")
_WAY_ON = "دوباره مقایسه کنید"


def _drawn(seed: int, count: int) -> str:
    """Returns words of which no pair occurs only once."""
    drawn = random.Random(seed)
    return " ".join(drawn.choice(("کتاب", "نشر", "پروانه")) for _ in range(count))


@pytest.fixture(scope="module")
def rough() -> Comparison:
    """A paragraph of 7,000 words that was rewritten, between two that were not."""
    return compare_texts(
        f"یک بند کوتاه است.\n{_drawn(1, 7_000)}\nپایان.\n", f"یک بند کوتاه است.\n{_drawn(2, 7_000)}\nپایان.\n"
    )


def test_a_paragraph_that_is_too_long_to_align_is_named(rough: Comparison) -> None:
    check(rough)
    [entry] = [entry for entry in rough.entries if entry.new is not None and entry.new.start > 0][:1]
    assert entry.new is not None
    assert rough.rough == ((entry.new.start, entry.new.end),)
    assert json.loads(to_json(rough))["roughly_aligned"] == [[entry.new.start, entry.new.end]]


def test_an_exact_alignment_is_not_said_to_be_rough() -> None:
    exact = compare_texts(_drawn(1, 6_000), _drawn(2, 6_000))
    assert exact.rough == ()
    assert "roughly_aligned" not in json.loads(to_json(exact))
    # However long the paragraphs are, pairs of words that occur once divide them.
    words = [f"واژه{number}" for number in range(20_000)]
    edited = [word if number % 50 else f"نو{word}" for number, word in enumerate(words)]
    assert compare_texts(" ".join(words), " ".join(edited)).rough == ()


def test_every_output_says_so_with_a_way_on(rough: Comparison) -> None:
    use_language("fa")
    assert _WAY_ON in as_text(rough)
    assert _WAY_ON in as_html(rough)
    assert _WAY_ON in " ".join(" ".join(by_pdfium(comparison_pdf(rough, _PROVENANCE))).split())
    with zipfile.ZipFile(io.BytesIO(comparison_docx(rough, _PROVENANCE))) as archive:
        assert any(_WAY_ON in archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_json_represents_a_lone_surrogate() -> None:
    result = compare_texts("ماده ۱ـ متن \ud800 قدیم.", "ماده ۱ـ متن \ud800 جدید.", old_name="\udce9.txt")
    made = to_json(result)
    document = json.loads(made)
    assert (document["old"]["name"], document["new"]["text"]) == ("\udce9.txt", "ماده ۱ـ متن \ud800 جدید.")
    plain = json.loads(to_json(compare_texts("ماده ۱ـ متن x قدیم.", "ماده ۱ـ متن x جدید.")))
    assert document["provisions"] == plain["provisions"]
    assert made.endswith(b"\n}\n")


def test_json_of_lazy_spans_does_not_keep_them() -> None:
    old = "ماده ۱ـ متقاضی مدارک را می‌فرستد و اداره کل آن را بررسی می‌کند.\n"
    result = compare_texts(old, old.replace("ی", "ي"))
    [spans] = [entry.spans for entry in result.entries if isinstance(entry.spans, LazySpans)]
    made = json.loads(to_json(result))
    assert not spans.made
    assert [one["op"] for one in made["provisions"][0]["spans"]] == [span.op for span in spans]
    assert spans.made
