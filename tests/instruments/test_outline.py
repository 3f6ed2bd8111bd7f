"""The outline of a draft, and offsets as the window toolkit counts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.instruments.drafting.outline import outline, utf16_offsets


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
    assert [text[entry.start : entry.label_end] for entry in outline(text)] == ["ماده ۱", "ماده ۲"]


def test_a_text_without_labels_is_outlined_by_its_paragraphs() -> None:
    found = outline("یک بند.\n\nبند دیگر.\n")
    assert [(entry.label, entry.heading) for entry in found] == [("", "یک بند."), ("", "بند دیگر.")]


def test_long_first_words_are_cut_between_words() -> None:
    (entry,) = outline("ماده ۱- " + "واژه " * 60)
    assert entry.heading.endswith(" …")
    assert len(entry.heading) < 100


@given(st.text(max_size=60), st.data())
def test_offsets_count_utf16_units(text: str, data: st.DataObject) -> None:
    offsets = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    found = utf16_offsets(text, iter(offsets))
    assert found == [len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2 for offset in offsets]
