"""Putting a text together from both sides: nothing lost, nothing invented, everything where it belongs."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.comparison.composed_text import Choices, ProvisionOrigin, Wording
from desktop_app.comparison.composing import changed, composed, whole_changes
from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import Comparison, Entry, Flag, Op, ProvisionPlace, ProvisionStatus, Side
from tests.comparison.drafts import articles, revised, written

OLD = """فصل اول ـ کلیات
ماده ۱ـ متقاضی درخواست خود را به همراه سند مالکیت به اداره تحویل می‌دهد.
تبصره ۱ـ هزینه بررسی درخواست بر عهده متقاضی است.
ماده ۲ـ مدیر نگارخانه پاسخ‌گوی اصالت آثار ارائه‌شده است.
ماده ۳ـ نمایش و فروش آثار در فضای مجازی تابع همین آیین‌نامه است.
ماده ۴ـ نگارخانه متخلف بار نخست اخطار کتبی می‌گیرد.
"""


def compose(comparison: Comparison, choices: Choices) -> str:
    return composed(comparison, choices).text


def at(comparison: Comparison, status: ProvisionStatus) -> int:
    """The only entry of that status."""
    [index] = [i for i, entry in enumerate(comparison.entries) if entry.status is status]
    return index


def changed_ones(comparison: Comparison) -> list[int]:
    return [index for index, entry in enumerate(comparison.entries) if changed(entry)]


def pair(seed: int, sizes: tuple[int, ...] = (4, 6, 3)) -> Comparison:
    """Two revisions with edits, moves, insertions and deletions."""
    chance = random.Random(seed)
    chapters = [articles(chance, size) for size in sizes]
    return compare_texts(written(chapters), written(revised(chapters, chance)))


#: Texts of anything at all, with the labels and the white space that parting them hangs on.
anything = st.lists(
    st.sampled_from(
        ["ماده ۱ـ ", "ماده ۲ـ ", "ماده ۳- ", "تبصره ـ ", "الف) ", "فصل دوم\n", "\n", "\n\n", " ", "  ", "کتاب",
         "سی روز", "متقاضی درخواست خود را تحویل می‌دهد.", "هزینه بر عهده متقاضی است.", "اثر", "\u200c", "؛"]
    ),
    max_size=24,
).map("".join)  # fmt: skip


@given(anything, anything)
def test_nothing_chosen_is_the_newer_text_and_everything_is_the_older_one(old: str, new: str) -> None:
    comparison = compare_texts(old, new)
    assert compose(comparison, Choices()) == new
    everything = frozenset(range(len(comparison.entries)))
    assert compose(comparison, Choices(everything)) == (old if comparison.entries else new)


@given(st.integers(0, 10_000))
def test_every_change_of_a_revision_taken_back_is_the_older_text(seed: int) -> None:
    comparison = pair(seed)
    taken = frozenset(changed_ones(comparison))
    assert compose(comparison, Choices(taken)) == (comparison.old.text if taken else comparison.new.text)


@given(st.integers(0, 10_000), st.data())
def test_any_mixture_has_every_provision_that_was_taken_whole_and_once(
    seed: int, data: st.DataObject
) -> None:
    comparison = pair(seed)
    chosen = data.draw(st.sets(st.sampled_from(changed_ones(comparison) or [0])))
    taken = whole_changes(comparison, chosen)
    text = compose(comparison, Choices(frozenset(chosen)))
    expected = [
        words for words in (side_of(comparison, i, taken) for i in range(len(comparison.entries))) if words
    ]
    assert sorted("".join(text.split())) == sorted("".join("".join(expected).split()))
    for words in expected:
        assert words in text


@given(st.integers(0, 10_000), st.data())
def test_in_any_mixture_provisions_keep_the_lines_that_they_had(seed: int, data: st.DataObject) -> None:
    comparison = pair(seed)
    chosen = data.draw(st.sets(st.sampled_from(changed_ones(comparison) or [0])))
    text = compose(comparison, Choices(frozenset(chosen)))
    known = {line for side in (comparison.old.text, comparison.new.text) for line in side.split("\n")}
    known |= {side_of(comparison, index, frozenset({index})) for index in range(len(comparison.entries))}
    split = {i for i, e in enumerate(comparison.entries) if e.flags & {Flag.SPLIT, Flag.MERGED}}
    if not split:
        assert set(text.split("\n")) <= known


def side_of(comparison: Comparison, index: int, taken: frozenset[int]) -> str:
    entry: Entry = comparison.entries[index]
    place, text = (entry.old, comparison.old.text) if index in taken else (entry.new, comparison.new.text)
    if place is None:
        return ""
    label = next((span for span in entry.spans if span.op is Op.LABEL), None)
    if index not in taken or label is None or len(taken) == len(comparison.entries):
        return text[place.start : place.end]
    return comparison.new.text[slice(*label.new)] + text[label.old[1] : place.end]


LONGER = (
    OLD.replace("ماده ۲ـ", "ماده ۲ـ نشانی دبیرخانه در سامانه اعلام می‌شود.\nماده ۳ـ")
    .replace("ماده ۳ـ نمایش", "ماده ۴ـ نمایش")
    .replace("ماده ۴ـ نگارخانه", "ماده ۵ـ نگارخانه")
    .replace("اصالت", "درستی")
    .replace("کتبی", "شفاهی")
)


def test_old_words_keep_the_number_of_the_newer_text() -> None:
    comparison = compare_texts(OLD, LONGER)
    [index] = [
        i for i, e in enumerate(comparison.entries)
        if e.status is ProvisionStatus.EDITED and e.new is not None and e.new.label == "ماده ۳"
    ]  # fmt: skip
    text = compose(comparison, Choices(frozenset({index})))
    assert text == LONGER.replace("درستی", "اصالت")


def test_each_place_of_a_change_is_taken_back_alone_and_an_empty_range_brings_words_back() -> None:
    new = OLD.replace("به همراه سند مالکیت ", "").replace("تحویل می‌دهد", "در درگاه تحویل می‌دهد")
    comparison = compare_texts(OLD, new)
    [entry] = [one for one in comparison.entries if one.status is ProvisionStatus.EDITED]
    deleted, inserted = (span for span in entry.spans if span.op in {Op.DELETE, Op.INSERT})
    back = Wording(ProvisionOrigin.NEW, *deleted.new, OLD[slice(*deleted.old)])
    result = composed(comparison, Choices(wordings=(back,)))
    assert result.text == OLD.replace("تحویل می‌دهد", "در درگاه تحویل می‌دهد")
    place = result.wordings[0]
    assert place is not None
    assert result.text[slice(*place)] == OLD[slice(*deleted.old)]
    gone = Wording(ProvisionOrigin.NEW, *inserted.new, "")
    assert compose(comparison, Choices(wordings=(gone, back))) == OLD


def test_each_character_of_the_result_says_where_it_came_from() -> None:
    comparison = compare_texts(OLD, LONGER)
    [index] = [
        i for i, e in enumerate(comparison.entries)
        if e.status is ProvisionStatus.EDITED and e.new is not None and e.new.label == "ماده ۳"
    ]  # fmt: skip
    start = LONGER.index("شفاهی")
    wording = Wording(ProvisionOrigin.NEW, start, start + 5, "حضوری")
    made = composed(comparison, Choices(frozenset({index}), (wording,)))
    texts = {ProvisionOrigin.OLD: OLD, ProvisionOrigin.NEW: LONGER}
    for at, character in enumerate(made.text):
        origin, offset = made.source(at)
        if origin is not None:
            assert texts[origin][offset] == character
    assert made.source(made.text.index("حضوری") + 2) == (None, start + 2)
    assert made.source(made.text.index("اصالت"))[0] is ProvisionOrigin.OLD


def test_a_deleted_provision_comes_back_at_its_place() -> None:
    new = OLD.replace("ماده ۲ـ مدیر نگارخانه پاسخ‌گوی اصالت آثار ارائه‌شده است.\n", "")
    comparison = compare_texts(OLD, new)
    text = compose(comparison, Choices(frozenset({at(comparison, ProvisionStatus.DELETED)})))
    assert text == OLD


def test_an_inserted_provision_is_left_out_with_its_line() -> None:
    new = OLD.replace("ماده ۲ـ", "تبصره ۲ـ شهرستان‌های کم‌برخوردار از هزینه معاف‌اند.\nماده ۲ـ")
    comparison = compare_texts(OLD, new.replace("کتبی", "شفاهی"))
    text = compose(comparison, Choices(frozenset({at(comparison, ProvisionStatus.INSERTED)})))
    assert text == OLD.replace("کتبی", "شفاهی")


def test_a_provision_that_moved_goes_back_to_its_old_place_and_the_rest_stays_as_it_is() -> None:
    lines = OLD.split("\n")
    moved = "\n".join([*lines[:3], lines[4], lines[5], lines[3], *lines[6:]]).replace("کتبی", "شفاهی")
    comparison = compare_texts(OLD, moved)
    [index] = [i for i, entry in enumerate(comparison.entries) if Flag.MOVED in entry.flags]
    assert compose(comparison, Choices(frozenset({index}))) == OLD.replace("کتبی", "شفاهی")


def test_a_provision_that_moved_up_goes_back_down() -> None:
    edited = OLD.replace("پاسخ‌گوی", "مسئول")
    lines = edited.split("\n")
    comparison = compare_texts(OLD, "\n".join([lines[0], lines[5], *lines[1:5], *lines[6:]]))
    [index] = [i for i, entry in enumerate(comparison.entries) if Flag.MOVED in entry.flags]
    assert compose(comparison, Choices(frozenset({index}))) == edited


def test_a_note_that_comes_back_stays_with_its_article_before_an_article_that_is_new() -> None:
    first, last = "ماده ۱ـ متقاضی درخواست خود را تحویل می‌دهد.\n", "ماده ۳ـ پایان کار است.\n"
    note, article = "تبصره ـ شهرستان‌های کم‌برخوردار معاف‌اند.\n", "ماده ۲ـ نگارخانه متخلف اخطار می‌گیرد.\n"
    comparison = compare_texts(f"{first}{note}{last}", f"{first}{article}{last}")
    text = compose(comparison, Choices(frozenset({at(comparison, ProvisionStatus.DELETED)})))
    assert text == f"{first}{note}{article}{last}"


def test_a_note_that_is_new_stays_with_its_article_when_an_article_behind_it_comes_back() -> None:
    first, last = "ماده ۱ـ متقاضی درخواست خود را تحویل می‌دهد.\n", "ماده ۳ـ پایان کار است.\n"
    old = f"{first}ماده ۲ـ نگارخانه متخلف اخطار می‌گیرد.\n{last}"
    new = f"{first}تبصره ـ شهرستان‌های کم‌برخوردار از هزینه معاف‌اند.\n{last}"
    comparison = compare_texts(old, new)
    text = compose(comparison, Choices(frozenset({at(comparison, ProvisionStatus.DELETED)})))
    assert [line.split("ـ")[0] for line in text.split("\n")] == ["ماده ۱", "تبصره ", "ماده ۲", "ماده ۳", ""]


def test_a_provision_that_was_split_comes_back_as_one() -> None:
    one = "متقاضی درخواست خود را به همراه سند مالکیت به اداره تحویل می‌دهد."
    two = "اداره موظف است ظرف سی روز درخواست را بررسی و نتیجه را به متقاضی اعلام کند."
    old = f"ماده ۱ـ {one} {two}\nماده ۲ـ هزینه بررسی بر عهده دیگری است.\n"
    new = f"ماده ۱ـ {one}\nماده ۲ـ {two}\nماده ۳ـ هزینه بررسی بر عهده دیگری است.\n"
    comparison = compare_texts(old, new)
    parts = [i for i, entry in enumerate(comparison.entries) if Flag.SPLIT in entry.flags]
    assert len(parts) == 2
    assert compose(comparison, Choices(frozenset(parts[:1]))) == old


def test_provisions_that_stand_in_one_line_are_not_glued_to_others() -> None:
    old = "ماده ۱ـ یک کتاب آورده می‌شود ماده ۲ـ دو اثر دیده می‌شود"
    new = "ماده ۱ـ سه دفتر بسته می‌شود.ماده ۲ـ دو اثر دیده می‌شود"
    comparison = compare_texts(old, new)
    text = compose(comparison, Choices(frozenset({0})))
    assert "می‌شودماده" not in text


def test_what_the_page_put_between_two_provisions_does_not_come_between_others() -> None:
    old, new = "یک کتاب\n- ۱۲ -\nدو کتاب", "سه کتاب"
    none: frozenset[Flag] = frozenset()
    comparison = Comparison(
        Side("", old),
        Side("", new),
        (
            Entry(ProvisionStatus.DELETED, none, None, ProvisionPlace(None, (), 0, 7), None),
            Entry(ProvisionStatus.DELETED, none, None, ProvisionPlace(None, (), 15, 22), None),
            Entry(ProvisionStatus.INSERTED, none, None, None, ProvisionPlace(None, (), 0, 7)),
        ),
        (),
        (),
    )
    assert compose(comparison, Choices(frozenset({0}))) == "یک کتاب\nسه کتاب"
    assert compose(comparison, Choices(frozenset({0, 1}))) == "یک کتاب\n- ۱۲ -\nدو کتاب\nسه کتاب"


def test_a_suggested_wording_stands_in_place_of_its_words_and_says_where() -> None:
    new = OLD.replace("کتبی", "شفاهی")
    comparison = compare_texts(OLD, new)
    start = new.index("سند مالکیت")
    result = composed(
        comparison, Choices(wordings=(Wording(ProvisionOrigin.NEW, start, start + 10, "سند رسمی مالکیت"),))
    )
    assert result.text == new.replace("سند مالکیت", "سند رسمی مالکیت")
    [place] = result.wordings
    assert place is not None
    assert result.text[slice(*place)] == "سند رسمی مالکیت"


def test_a_wording_may_reach_over_two_provisions() -> None:
    comparison = compare_texts(OLD, OLD)
    start, end = OLD.index("تحویل"), OLD.index("هزینه")
    result = composed(
        comparison, Choices(wordings=(Wording(ProvisionOrigin.NEW, start, end, "تحویل می‌دهد؛ "),))
    )
    assert result.text == OLD[:start] + "تحویل می‌دهد؛ " + OLD[end:]


def test_a_wording_whose_words_were_not_taken_is_left_out_and_named() -> None:
    new = OLD.replace("اخطار کتبی", "تذکر شفاهی")
    comparison = compare_texts(OLD, new)
    start = new.index("تذکر شفاهی")
    wording = Wording(ProvisionOrigin.NEW, start, start + 10, "تذکر")
    result = composed(comparison, Choices(frozenset({at(comparison, ProvisionStatus.EDITED)}), (wording,)))
    assert (result.text, result.wordings) == (OLD, (None,))


def test_of_two_wordings_of_the_same_words_the_first_stands() -> None:
    comparison = compare_texts(OLD, OLD)
    start = OLD.index("سند مالکیت")
    first, second = (
        Wording(ProvisionOrigin.NEW, start, start + 10, "اجاره‌نامه"),
        Wording(ProvisionOrigin.NEW, start + 4, start + 10, "ملک"),
    )
    result = composed(comparison, Choices(wordings=(first, second)))
    assert result.text == OLD.replace("سند مالکیت", "اجاره‌نامه")
    assert result.wordings[1] is None


def test_an_empty_side_is_no_trouble() -> None:
    deleted, inserted = compare_texts(OLD, "\n"), compare_texts("", OLD)
    assert compose(deleted, Choices()) == "\n"
    assert compose(deleted, Choices(frozenset({0}))).startswith("فصل اول")
    assert compose(inserted, Choices(frozenset(range(len(inserted.entries))))) == ""
