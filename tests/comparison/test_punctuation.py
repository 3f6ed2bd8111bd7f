"""Punctuation alone is a difference in spelling, except where a mark carries a meaning."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.digest import Showing
from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.offsets import OffsetMap
from desktop_app.comparison.outputs import as_text
from desktop_app.comparison.result import Comparison, Op, ProvisionStatus, SpellingKind
from desktop_app.wording import use_language
from tests.comparison.invariants import check

_WORDS = [
    "متقاضی",
    "مدارک",
    "پرونده",
    "مهلت",
    "اداره",
    "کارگروه",
    "رسیدگی",
    "پروانه",
    "نشر",
    "تمدید",
    "صدور",
    "نظارت",
    "ناشر",
    "دبیرخانه",
]
_MARKS = ["", "", "،", "؛", ".", ":", " -", "!", "؟", " …", "»", " «"]
words = st.lists(st.sampled_from(_WORDS), min_size=6, max_size=14)
marks = st.lists(st.sampled_from(_MARKS), min_size=14, max_size=14)


def compared(old: str, new: str) -> Comparison:
    result = compare_texts(f"ماده ۱ـ {old}", f"ماده ۱ـ {new}")
    check(result)
    return result


def sentence(spoken: list[str], marked: list[str]) -> str:
    return " ".join(word + mark for word, mark in zip(spoken, marked, strict=False))


@settings(max_examples=200, deadline=None)
@given(words, marks, marks)
def test_marks_that_are_added_dropped_or_exchanged_between_words_are_spelling(
    spoken: list[str], before: list[str], after: list[str]
) -> None:
    old, new = sentence(spoken, before), sentence(spoken, after)
    result = compared(old, new)
    [entry] = result.entries
    same = ProvisionStatus.UNCHANGED if old == new else ProvisionStatus.ORTHOGRAPHIC
    assert entry.status is same
    assert not entry.weighty
    assert result.counts["changes"] == 0


@settings(max_examples=100, deadline=None)
@given(words, marks, marks, st.integers(0, 5), st.sampled_from(["نباید", "بیمه"]))
def test_a_word_is_never_hidden_among_marks(
    spoken: list[str], before: list[str], after: list[str], place: int, word: str
) -> None:
    added = [*spoken[:place], word, *spoken[place:]]
    result = compared(sentence(spoken, before), sentence(added, after))
    [entry] = result.entries
    assert entry.status is ProvisionStatus.EDITED
    shown = [result.new.text[slice(*span.new)] for span in entry.spans if span.op in {Op.INSERT, Op.REPLACE}]
    assert any(word in piece for piece in shown)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("مواد ۳، ۴ و ۵ این قانون", "مواد ۳ ۴ و ۵ این قانون"),
        ("ساعت ۸:۳۰ صبح", "ساعت ۸-۳۰ صبح"),
        ("سال ۱۳۹۰ - ۱۳۹۵", "سال ۱۳۹۰ ، ۱۳۹۵"),
        ("دمای -۵ درجه", "دمای ۵ درجه"),
        ("شخص (حقوقی) متقاضی", "شخص حقوقی متقاضی"),
        ("شخص [حقوقی] متقاضی", "شخص «حقوقی» متقاضی"),
        ("نشانی info@portal.example.ir است", "نشانی info@portal-example.ir است"),
        ("شهر/استان محل نشر", "شهر، استان محل نشر"),
        ("درآمد + هزینه سال", "درآمد - هزینه سال"),
        ("ناشر، مؤلف", "ناشر و مؤلف"),
    ],
)
def test_a_mark_that_carries_a_meaning_stays_an_edit(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        assert [entry.status for entry in compared(before, after).entries] == [ProvisionStatus.EDITED]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ظرف ۳۰ روز کاری.", "ظرف ۳۰، روز کاری"),
        ("طبق بند ۳، تبصره و جدول", "طبق بند ۳ تبصره و جدول"),
        ("مهلت: سی روز", "مهلت «سی روز»."),
        ("ناشر،مؤلف", "ناشر مؤلف"),
        ("تا سال ۱۴۰۰.\n۵ ناشر برتر", "تا سال ۱۴۰۰\n۵ ناشر برتر"),
    ],
)
def test_a_mark_beside_one_number_is_spelling(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        result = compared(before, after)
        assert {entry.status for entry in result.entries} == {ProvisionStatus.ORTHOGRAPHIC}
        kinds = {span.kind for entry in result.entries for span in entry.spans if span.op is Op.ORTHOGRAPHIC}
        assert kinds == {SpellingKind.PUNCTUATION}


def test_marks_between_edits_are_not_edits() -> None:
    result = compared("ناشر، مدارک را تسلیم می‌کند.", "ناشر مدارک را بارگذاری می‌کند؛")
    [entry] = result.entries
    changed = [(span.op, span.kind) for span in entry.spans if span.op is not Op.EQUAL]
    mark = (Op.ORTHOGRAPHIC, SpellingKind.PUNCTUATION)
    assert changed == [mark, (Op.REPLACE, None), mark]


def test_cells_of_a_table_are_not_joined_by_a_mark() -> None:
    result = compared("جدول\n۱\tناشر.\t۵۰\n۲\tمؤلف\t۶۰", "جدول\n۱\tناشر\t۵۰\n۲\tمؤلف\t۶۰")
    assert result.counts["changes"] == 0


def test_words_around_a_dropped_mark_keep_their_places() -> None:
    result = compared("ناشر، متقاضی است", "ناشر متقاضی است")
    start = result.old.text.index("ناشر")
    kept = list(OffsetMap(result).kept(start, start + len("ناشر، متقاضی")))
    assert "".join(result.new.text[slice(*new)] for _old, new in kept) == "ناشر متقاضی"


def test_the_text_shows_a_mark_with_its_kind_only_when_asked() -> None:
    result = compared("ناشر، متقاضی است", "ناشر متقاضی است")
    use_language("en")
    assert "[~،→~ Punctuation]" in as_text(result)
    hidden = as_text(result, showing=Showing(spelling=False))
    assert "Nothing substantive changed. 1 in spelling only" in hidden
    assert "→" not in hidden


@pytest.mark.parametrize(
    ("old", "new"),
    [("مسئولیت مسئول", "مسوولیت مسوول"), ("مسؤول شؤون", "مسئول شئون"), ("رئیس", "رییس")],
)
def test_the_seat_of_a_hamza_is_spelling(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        [entry] = compared(f"{before} اداره", f"{after} اداره").entries
        assert entry.status is ProvisionStatus.ORTHOGRAPHIC
        assert {span.kind for span in entry.spans if span.op is Op.ORTHOGRAPHIC} == {SpellingKind.MARKS}
        assert not entry.weighty
