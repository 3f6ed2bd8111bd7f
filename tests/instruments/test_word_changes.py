"""A tracked change becomes a suggestion of whole words that gives the same text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.remarks import FileChange
from desktop_app.instruments.annotations.word_changes import together, whole_words, word_beside

_TEXT = st.text(alphabet="ابپ‌ ۱.\n\t", min_size=1, max_size=30)


@settings(max_examples=300, deadline=None)
@given(_TEXT, st.text(alphabet="ابپ ۱\n", max_size=8), st.data())
def test_a_change_of_whole_words_gives_the_same_text(base: str, words: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(base)))
    end = data.draw(st.integers(start, len(base)))
    change = FileChange(start, end, words, "نگار", None)
    whole = whole_words(base, change)
    assert base[: whole.start] + whole.words + base[whole.end :] == base[:start] + words + base[end:]
    old = base[whole.start : whole.end]
    before, after = base[: whole.start].strip(), base[whole.end :].strip()
    # Where there is a word beside it, neither side is empty, and a message loses no white space.
    if before and after:
        assert old == old.strip() != ""
        assert whole.words == whole.words.strip() != ""


def test_changes_of_one_author_with_a_space_between_are_one() -> None:
    base = "سی روز کاری"
    changes = [FileChange(0, 2, "ده", "الف", None), FileChange(3, 6, "ماه", "الف", None)]
    [one] = together(base, changes)
    assert (one.start, one.end, one.words) == (0, 6, "ده ماه")
    assert len(list(together(base, [changes[0], FileChange(3, 6, "ماه", "ب", None)]))) == 2


def test_the_word_beside_a_place_is_on_its_line() -> None:
    text = "یک دو\n\nسه"
    assert [text[slice(*word_beside(text, at))] for at in (0, 1, 2, 3, 5, 7)] == [
        "یک",
        "یک",
        "یک",
        "یک",
        "دو",
        "سه",
    ]
    assert word_beside("", 0) == (0, 0)
