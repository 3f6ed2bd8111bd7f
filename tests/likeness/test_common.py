"""What a group of texts shares, what single ones add, and which of them is shown for all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.likeness.common import Common, common_of, joined_to, words_at
from desktop_app.likeness.one_text import compact
from desktop_app.likeness.sentences import sentences_in
from desktop_app.persian.text import ZWNJ

TERM = "مهلت پاسخ به درخواست مجوز باید به ده روز کاهش یابد."
LOSS = "کتاب‌هایی که به نمایشگاه نمی‌رسند زیان سنگینی به ناشر می‌زنند."
FEE = "همچنین هزینه صدور مجوز برای ناشران شهرستانی نصف شود."
OWN = "من خودم ناشر کودک در یزد هستم."
WORDS = [
    "مهلت", "مجوز", "ناشر", "کتاب", "هزینه", "شهر", "نمایشگاه", "پاسخ", "درخواست", "روز", "باید", "نباید", "شود",
    "نشود", "کم", "زیاد", "۱۰", "۲۰", "سی",
]  # fmt: skip


def shared(texts: Sequence[str]) -> str:
    found = common_of(texts)
    return words_at(texts[found.place], found.spans)


def added(found: Common) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.text, one.members) for one in found.additions]


def test_a_sentence_of_four_of_nine_stands_in_nobody_else_s_mouth() -> None:
    texts = [f"{TERM} {LOSS} {FEE}"] * 4 + [f"{TERM} {LOSS}".replace("ی", "ي")] * 5
    assert compact(shared(texts)) == compact(f"{TERM} {LOSS}")
    assert added(common_of(texts)) == [(FEE, (0, 1, 2, 3))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("در یزد ۱۲ کتاب‌فروشی بسته شد.", "در یزد ۱۳ کتاب‌فروشی بسته شد."),
        ("در یزد دوازده کتاب‌فروشی بسته شد.", "در یزد دو کتاب‌فروشی بسته شد."),
        ("من حسن کریمی هستم و ناشرم.", "من حسین کریمی هستم و ناشرم."),
        ("کتاب‌فروشی ما در خیابان بهار است.", "کتاب‌فروشی ما در خیابان بهاران است."),
        ("ما در کوچه ۱ ۲ هستیم.", "ما در کوچه ۱۲ هستیم."),
        ("نرخ ۳٫۵ درصد است.", "نرخ ۳۵ درصد است."),
        ("این بند باید حذف شود.", "این بند نباید حذف شود."),
    ],
)
def test_additions_that_differ_in_a_number_a_name_or_a_street_are_two(one: str, other: str) -> None:
    found = common_of([f"{TERM} {LOSS}", f"{TERM} {LOSS} {one}", f"{TERM} {LOSS} {other}"])
    assert added(found) == [(one, (1,)), (other, (2,))]
    # In the middle of what else is common they are no slips either: nobody gets the other's words.
    both = [
        f"{TERM} {one} {LOSS}",
        f"{TERM} {other} {LOSS}",
        f"{TERM} {one} {LOSS}",
        f"{TERM} {other} {LOSS}",
    ]
    assert compact(shared(both)) == compact(f"{TERM} {LOSS}")
    assert len(common_of(both).additions) == 2


@pytest.mark.parametrize(
    "other",
    [
        FEE.replace("نصف شود", "نصف نشود"),
        FEE.replace("شهرستانی", "استان تهران"),
        TERM.replace("ده", "نه"),
        TERM.replace("ده", "۱۱"),
        TERM.replace("باید", "نباید"),
        f"مخالفم که {FEE}",
        FEE.replace(".", " را قبول ندارم."),
    ],
)
def test_who_says_it_otherwise_does_not_share_it(other: str) -> None:
    said = TERM if "مهلت" in other else FEE
    texts = [f"{LOSS} {said}"] * 5 + [f"{LOSS} {other}"]
    assert shared(texts) == LOSS
    assert added(common_of(texts)) == [(said, (0, 1, 2, 3, 4)), (other, (5,))]


@pytest.mark.parametrize(
    "slip",
    [
        FEE.replace("ناشران", "ناشرا"),
        FEE.replace("هزینه", "هزیینه"),
        FEE.replace("صدور", "صدرو"),
        FEE.replace("ی", "ي").replace("ک", "ك"),
        FEE.replace(" ", "  ").replace("شهرستانی", f"شهرستان{ZWNJ}ی"),
        FEE.rstrip("."),
    ],
)
def test_a_slip_of_the_pen_is_the_same_sentence(slip: str) -> None:
    texts = [f"{TERM} {FEE}"] * 3 + [f"{TERM} {slip}"]
    assert shared(texts) == f"{TERM} {FEE}"
    assert added(common_of(texts)) == []


def test_a_name_after_a_street_is_exact() -> None:
    street = "کتاب‌فروشی ما در خیابان بهاران است."
    texts = [f"{TERM} {street}"] * 5 + [f"{TERM} {street.replace('بهاران', 'بهارن')}"]
    assert shared(texts) == TERM
    # Elsewhere it is a slip.
    texts[-1] = f"{TERM} {street.replace('فروشی', 'فروش')}"
    assert shared(texts) == f"{TERM} {street}"


def test_small_numbers_in_words_and_in_digits_are_the_same() -> None:
    assert shared([TERM, TERM.replace("ده", "۱۰"), TERM.replace("ده", "10")]) == TERM


def test_a_letter_that_many_leave_out_is_another_word() -> None:
    names = "ما پیشنهاد آقای حسین پور را می‌پسندیم."
    texts = [f"{TERM} {names.replace('آقای ', '')}"] * 4
    texts += [one.replace("حسین", "حسن") for one in texts]
    assert shared(texts) == TERM


def test_who_writes_without_full_stops_shares_it_all_the_same() -> None:
    texts = [f"{TERM} {LOSS} {FEE}"] * 2 + [f"{TERM} {LOSS} {FEE}".replace(".", "")]
    assert shared(texts) == f"{TERM} {LOSS} {FEE}"
    # But where own words follow without one, nobody knows what belongs to what.
    texts.append(f"{TERM} {LOSS} {FEE}".replace(".", "") + " را قبول ندارم")
    assert shared(texts) == ""
    assert added(common_of(texts))[-1][1] == (3,)


def test_another_order_is_not_shared_and_is_no_addition_twice() -> None:
    found = common_of([f"{TERM} {LOSS} {FEE}", f"{FEE} {TERM} {LOSS}"])
    assert len(found.spans) == 2
    assert added(found) == [(FEE, (0, 1))]


def test_a_greeting_adds_nothing_and_a_short_no_does() -> None:
    found = common_of([TERM, f"با سلام. {TERM} با تشکر.", f"{TERM} مخالفم."])
    assert added(found) == [("مخالفم.", (2,))]


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        # Complete sentences come first, before all that single ones add.
        ([f"{TERM} {FEE}".rstrip("."), f"{TERM} {FEE} {OWN}"], 1),
        # Then spelling and punctuation.
        ([f"{TERM} {FEE}".replace("ی", "ي"), f"{TERM} {FEE} {OWN}"], 1),
        ([f"{TERM} {FEE}".replace("ده", "10"), f"{TERM} {FEE}".replace("ده", "۱۰")], 1),
        ([f"{TERM}{FEE}", f"{TERM} {FEE}"], 1),
        ([f"{TERM}  {FEE}", f"{TERM} {FEE} {OWN}"], 1),
        ([FEE.replace("ناشران", "ناشرا"), FEE, FEE], 1),
        # Then the length closest to the common text, then half-spaces, then who came first.
        ([f"{TERM} {FEE} {OWN}", f"{TERM} {FEE}"], 1),
        ([LOSS.replace(ZWNJ, ""), LOSS], 1),
        ([TERM, TERM], 0),
    ],
)
def test_the_best_written_one_is_shown(texts: list[str], place: int) -> None:
    assert common_of(texts).place == place
    assert texts[::-1][common_of(texts[::-1]).place] == texts[place]


SENTENCES = st.lists(st.sampled_from(WORDS), min_size=2, max_size=6).map(lambda said: " ".join(said) + ".")


@st.composite
def groups(draw: st.DrawFn) -> list[str]:
    """Texts of some common sentences, of which each sender drops, moves or alters some and adds others."""
    base = draw(st.lists(SENTENCES, min_size=1, max_size=5))
    texts = []
    for _ in range(draw(st.integers(1, 6))):
        said = [one for one in base if draw(st.integers(0, 9))]
        if draw(st.booleans()):
            said.insert(draw(st.integers(0, len(said))), draw(SENTENCES))
        if not draw(st.integers(0, 5)):
            said = draw(st.permutations(said))
        text = " ".join(said) or draw(SENTENCES)
        if not draw(st.integers(0, 4)):
            text = text.replace(".", "")
        texts.append(text)
    return texts


def letters(text: str) -> str:
    return "".join(one.letters for one in sentences_in(text))


def stand_in_order(passages: Sequence[str], text: str, *, slips: int) -> bool:
    """Whether the passages stand in a text one after the other, each with at most so many letters otherwise."""
    place = 0
    for said in passages:
        found = next(
            (
                start + length
                for start in range(place, len(text) + 1)
                for length in range(max(0, len(said) - slips), len(said) + slips + 1)
                if start + length <= len(text) and differing(said, text[start : start + length]) <= slips
            ),
            None,
        )
        if found is None:
            return False
        place = found
    return True


def differing(one: str, other: str) -> int:
    """0 for equal texts, 1 for a letter more, less or two swapped, else 2."""
    if one == other:
        return 0
    short, long = sorted((one, other), key=len)
    if len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long))):
        return 1
    swapped = (one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1))
    return 1 if len(one) == len(other) and other in swapped else 2


@given(groups())
def test_the_common_text_stands_in_order_in_every_member(texts: list[str]) -> None:
    found = common_of(texts)
    passages = [letters(texts[found.place][begin:end]) for begin, end in found.spans]
    assert "".join(passages) == found.letters
    for text in texts:
        assert stand_in_order(passages, letters(text), slips=1)


@given(groups())
def test_nobody_s_own_words_are_in_it_and_nothing_that_anybody_wrote_is_lost(texts: list[str]) -> None:
    found = common_of(texts)
    own = texts[found.place]
    for text, spans in zip(texts, found.added, strict=True):
        for begin, end, number in spans:
            assert differing(letters(text[begin:end]), found.additions[number].letters) <= 1
            assert texts.index(text) in found.additions[number].members
        beyond = {(begin, end) for begin, end, _ in spans}
        kept = "".join(one.letters for one in sentences_in(text) if (one.begin, one.end) not in beyond)
        # What is no addition is part of the common text, and of nothing else.
        assert differing(kept, found.letters) <= 1 or stand_in_order(
            [kept], found.letters, slips=len(found.spans)
        )
    assert not {(begin, end) for begin, end, _ in found.added[found.place]}.intersection(found.spans)
    assert all(own[begin:end].strip() for begin, end in found.spans)


@given(groups(), st.randoms(use_true_random=False))
def test_the_order_in_which_they_came_changes_nothing(texts: list[str], chance: object) -> None:
    again = list(texts)
    chance.shuffle(again)  # type: ignore[attr-defined]
    one, other = common_of(texts), common_of(again)
    assert one.letters == other.letters
    assert {each.letters for each in one.additions} == {each.letters for each in other.additions}
    assert sorted(texts[place] for each in one.additions for place in each.members) == sorted(
        again[place] for each in other.additions for place in each.members
    )


@given(groups(), groups())
def test_what_comes_later_is_added_as_if_all_were_compared_again(texts: list[str], later: list[str]) -> None:
    found = common_of(texts)
    more = [*later, texts[0], texts[-1]]
    known = [one.letters for one in found.additions]
    grown = joined_to(texts[found.place], found.spans, known, more)
    if grown is None:
        return
    whole = common_of([*texts, *more])
    if whole.place == found.place:
        assert whole.letters == found.letters
        assert set(grown[0]) == {one.letters for one in whole.additions}
        spans = [[(begin, end) for begin, end, _ in one] for one in grown[1]]
        assert spans == [[(begin, end) for begin, end, _ in one] for one in whole.added[len(texts) :]]


def test_what_changes_the_common_text_is_not_just_added() -> None:
    texts = [f"{TERM} {FEE}"] * 3
    found = common_of(texts)
    assert joined_to(texts[0], found.spans, (), [f"{TERM} {FEE} {OWN}"]) is not None
    for other in (TERM, f"{TERM} {FEE.replace('ناشران', 'ناشرا')}", f"{FEE} {TERM}"):
        assert joined_to(texts[0], found.spans, (), [other]) is None
    worse = common_of([f"{TERM} {FEE}".replace("ی", "ي")] * 3)
    assert joined_to(f"{TERM} {FEE}".replace("ی", "ي"), worse.spans, (), [f"{TERM} {FEE}"]) is None


def test_no_text_has_no_common_text() -> None:
    with pytest.raises(ValueError, match="no texts"):
        common_of([])
    assert shared([""]) == ""
    assert shared(["؟!", "…"]) == ""


def test_thousands_of_sentences_are_no_burden() -> None:
    long = "".join(f"بند {number} این نامه {number * 7}. " for number in range(3_000))
    assert len(common_of([long, long + OWN, OWN + long]).spans) == 3_000
