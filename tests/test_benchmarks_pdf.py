"""The counts of the benchmark of Persian pages."""

from __future__ import annotations

import shutil

import pytest

from tools.benchmarks.pdf import found
from tools.benchmarks.pdf_makers import COLUMNS, PHRASES, WEIGHTS, missing, rows, text

WRITTEN = ["شمارهٔ ۱۲ (الف)،", "حتماً می‌رود."]


def test_words_in_their_order_are_all_found_and_nothing_is_wrong() -> None:
    assert found(WRITTEN, ["شمارهٔ ۱۲", "(الف)،", "حتماً می‌رود."], "عنوان") == (1.0, 0.0)


def test_a_word_in_another_spelling_is_not_found_and_an_order_turned_round_is_wrong() -> None:
    words, errors = found(WRITTEN, ["شماره ۲۱ (الف)،", "حتماً میرود."], "عنوان")
    assert words == pytest.approx(2 / 5)
    assert 0 < errors < 0.2
    assert found(WRITTEN, ["حتماً می‌رود.", "شمارهٔ ۱۲ (الف)،"], "عنوان").errors > 0.5


def test_what_stands_above_and_below_a_page_is_not_counted() -> None:
    lines = ["عنوان", *WRITTEN, "صفحهٔ ۱ از ۲", "میز مشارکت", "میز مشارکت صفحهٔ ۲ از ۲"]
    assert found(WRITTEN, lines, "عنوان") == (1.0, 0.0)
    assert found(WRITTEN, [*lines, "اضافی"], "عنوان").errors > 0


def test_the_text_has_what_breaks_pages_and_every_phrase_in_every_chapter() -> None:
    whole = [passage.plain for passage in text(4)]
    assert sum(len(paragraph.split()) for paragraph in whole) > 4_000
    joined = "\n".join(whole)
    for sign in ("\u200c", "ٔ", "ً", "لا", "«", "(", "[", "@", "٪", "٬", "٫", "PDF", "-هزار", "-الف"):
        assert sign in joined
    assert max(len(piece.text) for passage in text(1) for piece in passage.pieces if piece.bold) > 150
    for phrase in PHRASES:
        assert joined.count(phrase) >= 4
    assert text(2) == text(4)[: len(text(2))]


def test_rows_have_a_cell_for_every_column() -> None:
    assert {len(row) for row in rows(50)} == {len(COLUMNS)} == {len(WEIGHTS)}


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr("tools.benchmarks.pdf_makers.find_spec", lambda _name: None)
    assert "WeasyPrint" in (missing("weasyprint") or "")
    assert "LibreOffice" in (missing("libreoffice") or "")
    assert missing("ours") is None
