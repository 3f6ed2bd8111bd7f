"""The outline of a draft."""

from __future__ import annotations

from desktop_app.instruments.drafting.outline import outline


def test_the_outline_names_labels_depths_and_first_words() -> None:
    text = "مقدمه\nفصل اول ـ کلیات\nماده ۱- نخست.\nتبصره ـ یادآوری.\nماده ۲- دوم.\n"
    found = [(entry.label, entry.heading, entry.depth) for entry in outline(text)]
    assert found == [
        ("فصل اول", "کلیات", 0),
        ("ماده ۱", "نخست.", 1),
        ("تبصره", "یادآوری.", 2),
        ("ماده ۲", "دوم.", 1),
    ]


def test_entries_point_at_their_labels() -> None:
    text = "ماده ۱- نخست.\nماده ۲- دوم.\n"
    assert [text[entry.start :][: len(entry.label)] for entry in outline(text)] == ["ماده ۱", "ماده ۲"]


def test_a_text_without_labels_is_outlined_by_its_paragraphs() -> None:
    found = outline("یک بند.\n\nبند دیگر.\n")
    assert [(entry.label, entry.heading) for entry in found] == [("", "یک بند."), ("", "بند دیگر.")]


def test_long_first_words_are_cut_between_words() -> None:
    (entry,) = outline("ماده ۱- " + "واژه " * 60)
    assert entry.heading.endswith(" …")
    assert len(entry.heading) < 100
