"""Two drafts of one base are merged: what one changed is taken, what both changed is asked, no word is lost."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.merge_result import Agreed, Conflict, MergeAnswer, Merged, MergeTake
from desktop_app.comparison.merging import merged
from desktop_app.comparison.offsets import OffsetMap
from tests.comparison.drafts import articles, edited, revised, sentence, written

BASE = (
    "ماده ۱ـ متقاضی درخواست خود را به اداره تحویل می‌دهد.\n"
    "ماده ۲ـ مهلت پاسخ سی روز از تاریخ ابلاغ است.\n"
    "تبصره ـ جمعه‌ها به شمار نمی‌آید.\n"
    "ماده ۳ـ نگارخانه متخلف اخطار کتبی می‌گیرد.\n"
    "ماده ۴ـ هزینه بررسی را متقاضی می‌پردازد.\n"
)


def merge(base: str, first: str, second: str) -> Merged:
    return merged(compare_texts(base, first), compare_texts(base, second))


def sides(found: Merged) -> list[tuple[str, str, str]]:
    return [(one.base.strip(), one.first.strip(), one.second.strip()) for one in found.conflicts]


def drafts(seed: int) -> tuple[str, str, str]:
    """A base, and two drafts with edits, moves, insertions and deletions of their own."""
    chance = random.Random(seed)
    chapters = [articles(chance, size) for size in (4, 5)]
    made = [written(revised(chapters, random.Random(seed * 2 + n))) for n in (1, 2)]
    return written(chapters), made[0], made[1]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_a_draft_merged_with_the_base_or_with_itself_is_that_draft(seed: int) -> None:
    base, first, _second = drafts(seed)
    for found in (merge(base, first, base), merge(base, base, first), merge(base, first, first)):
        assert found.conflicts == ()
        assert found.text() == first


#: Texts of anything at all.
anything = st.lists(
    st.sampled_from(
        ["ماده ۱ـ ", "ماده ۲ـ ", "ماده ۳- ", "تبصره ـ ", "الف) ", "فصل دوم\n", "\n", "\n\n", " ", "  ", "کتاب",
         "سی روز", "متقاضی درخواست خود را تحویل می‌دهد.", "هزینه بر عهده متقاضی است.", "اثر", "؛"]
    ),
    max_size=16,
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(anything, anything, anything)
def test_any_texts_merge_without_losing_a_word_of_either_side(base: str, first: str, second: str) -> None:
    found = merge(base, first, second)
    assert merge(base, first, base).text() == first
    assert merge(base, first, first).text() == first
    _nothing_is_lost(found, base, first, second)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_every_new_word_of_both_drafts_is_in_the_result_or_is_asked(seed: int) -> None:
    base, first, second = drafts(seed)
    _nothing_is_lost(merge(base, first, second), base, first, second)


def _nothing_is_lost(found: Merged, base: str, first: str, second: str) -> None:
    whole = "".join(
        chunk.text if isinstance(chunk, Agreed) else f"{chunk.first}\n{chunk.second}"
        for item in found.items
        for chunk in (*item.chunks, Agreed("\n"))
    )
    for draft in (first, second):
        comparison = compare_texts(base, draft)
        for start, end in OffsetMap(comparison).fresh:
            for word in draft[start:end].split():
                assert word in whole


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_which_draft_is_the_first_one_changes_only_the_sides_of_the_questions(seed: int) -> None:
    base, first, second = drafts(seed)
    one, other = merge(base, first, second), merge(base, second, first)
    assert Counter(sides(one)) == Counter((b, s, f) for b, f, s in sides(other))
    firsts = {conflict.number: MergeAnswer(MergeTake.FIRST) for conflict in one.conflicts}
    seconds = {conflict.number: MergeAnswer(MergeTake.SECOND) for conflict in other.conflicts}
    assert one.text(firsts) == other.text(seconds)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_changes_of_different_articles_are_both_there_and_nothing_is_asked(seed: int) -> None:
    chance = random.Random(seed)
    bodies = [sentence(chance).strip() for _ in range(10)]
    owner = [chance.choice("ab-") for _ in bodies]

    def text(who: str) -> str:
        made = []
        for index, body in enumerate(bodies):
            changed = owner[index] != "-" and owner[index] in who
            own = edited(body, random.Random(index), 2) if changed else body
            made.append(f"ماده {index + 1}ـ {own}")
        return "\n".join(made) + "\n"

    found = merge(text(""), text("a"), text("b"))
    assert found.conflicts == ()
    assert found.text() == text("ab")


def test_words_of_one_article_that_are_apart_are_merged_and_the_same_words_are_asked() -> None:
    first = BASE.replace("سی روز", "پانزده روز").replace("کتبی", "شفاهی")
    second = BASE.replace("ابلاغ", "اطلاع").replace("کتبی", "رسمی")
    found = merge(BASE, first, second)
    assert sides(found) == [("کتبی", "شفاهی", "رسمی")]
    [conflict] = found.conflicts
    assert "پانزده روز از تاریخ اطلاع است" in found.text()
    assert "اخطار کتبی می‌گیرد" in found.text()
    assert "اخطار شفاهی می‌گیرد" in found.text({conflict.number: MergeAnswer(MergeTake.FIRST)})
    assert "اخطار رسمی می‌گیرد" in found.text({conflict.number: MergeAnswer(MergeTake.SECOND)})
    assert "اخطار کتبی می‌گیرد" in found.text({conflict.number: MergeAnswer(MergeTake.BASE)})
    assert "اخطار شفاهی و رسمی می‌گیرد" in found.text(
        {conflict.number: MergeAnswer(MergeTake.OWN, "شفاهی و رسمی")}
    )


def test_neighbouring_words_are_asked_together() -> None:
    found = merge(BASE, BASE.replace("سی روز", "ده روز"), BASE.replace("سی روز", "سی هفته"))
    assert sides(found) == [("سی روز", "ده روز", "سی هفته")]


def test_what_one_deleted_and_the_other_edited_is_asked_but_not_a_mere_number() -> None:
    gone = BASE.replace("ماده ۳ـ نگارخانه متخلف اخطار کتبی می‌گیرد.\n", "")
    found = merge(BASE, gone, BASE.replace("کتبی", "شفاهی"))
    [conflict] = found.conflicts
    assert (conflict.first, conflict.whole) == ("", True)
    assert found.text({conflict.number: MergeAnswer(MergeTake.FIRST)}) == gone
    assert found.text({conflict.number: MergeAnswer(MergeTake.SECOND)}) == BASE.replace("کتبی", "شفاهی")
    inserted = BASE.replace("ماده ۴ـ", "ماده ۵ـ").replace("ماده ۳ـ", "ماده ۳ـ نشانی در سامانه است.\nماده ۴ـ")
    quiet = merge(BASE, gone, inserted)
    assert quiet.conflicts == ()
    assert "اخطار" not in quiet.text()


def test_new_articles_at_one_place_are_asked_and_may_both_stand() -> None:
    one, other = "ماده ۴ـ نشانی دبیرخانه در سامانه است.\n", "ماده ۴ـ آثار نفیس بیمه می‌شود.\n"
    first, second = (BASE.replace("ماده ۴ـ", f"{words}ماده ۵ـ") for words in (one, other))
    found = merge(BASE, first, second)
    [conflict] = found.conflicts
    both = found.text({conflict.number: MergeAnswer(MergeTake.FIRST_SECOND)})
    assert one + other in both
    assert other + one in found.text({conflict.number: MergeAnswer(MergeTake.SECOND_FIRST)})
    assert found.text({conflict.number: MergeAnswer(MergeTake.BASE)}) == BASE.replace("ماده ۴ـ", "ماده ۵ـ")
    same = merge(BASE, first, first.replace("سی", "ده"))
    assert same.conflicts == ()
    assert same.text() == first.replace("سی", "ده")


def test_an_article_that_one_moved_keeps_the_words_that_the_other_gave_it() -> None:
    lines = BASE.split("\n")
    moved = "\n".join([lines[3], *lines[:3], *lines[4:]])
    found = merge(BASE, moved, BASE.replace("کتبی", "شفاهی"))
    assert found.conflicts == ()
    assert found.text() == moved.replace("کتبی", "شفاهی")


def test_an_article_that_both_moved_elsewhere_is_asked_once_and_stands_once() -> None:
    articles = [
        "نگارخانه محلی برای نمایش آثار هنری است.", "پروانه را اداره کل با نظر هیئت می‌دهد.",
        "صاحب پروانه باید بیست و پنج سال داشته باشد.", "مهلت رسیدگی به درخواست سی روز است.",
        "متخلف نخست اخطار کتبی می‌گیرد و سپس جریمه می‌پردازد.", "آثار نفیس پیش از نمایش بیمه می‌شود.",
        "انجمن صنفی معرفی‌نامهٔ هر متقاضی را می‌فرستد.", "این آیین‌نامه از تصویب لازم‌الاجرا است.",
    ]  # fmt: skip
    base = [f"ماده {n}ـ {words}" for n, words in enumerate(articles, 1)]
    first = "\n".join([base[4], *base[:4], *base[5:]])
    second = "\n".join([*base[:4], *base[5:], base[4]])
    found = merge("\n".join(base), first, second)
    [conflict] = found.conflicts
    for take, text in ((MergeTake.FIRST, first), (MergeTake.SECOND, second)):
        answered = found.text({conflict.number: MergeAnswer(take)})
        assert answered == text
        assert answered.count("متخلف") == 1


def test_white_space_of_both_drafts_is_the_same_whichever_is_the_first() -> None:
    base, first, second = BASE, BASE.replace("\n", "\n\n", 1), BASE.replace("\n", "\n\n\n", 1)
    assert merge(base, first, second).text() == merge(base, second, first).text()


def test_drafts_of_different_bases_are_refused() -> None:
    with pytest.raises(ValueError, match="one base"):
        merged(compare_texts("یک", "دو"), compare_texts("سه", "دو"))


def test_a_conflict_names_its_words() -> None:
    conflict = Conflict(1, "الف", "ب", "پ")
    assert conflict.words(MergeAnswer(MergeTake.FIRST_SECOND)) == "ب پ"
    assert Conflict(1, "", "ب", "پ", whole=True).words(MergeAnswer(MergeTake.SECOND_FIRST)) == "پ\nب"
