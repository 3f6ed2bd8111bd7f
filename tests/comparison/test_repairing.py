"""A composed text is numbered again, and its references and stated counts are put right, as one act."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.composed_text import Choices, Composed, ProvisionOrigin, Wording
from desktop_app.comparison.composing import composed
from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.repairing import (
    Repair,
    RepairChoices,
    RepairKind,
    Repairs,
    repairs_of,
    replaced,
)
from desktop_app.comparison.result import Comparison, ProvisionStatus
from tests.comparison.drafts import sentence

OLD = (
    "آیین‌نامه مشتمل بر چهار ماده است.\n"
    "ماده ۱ـ متقاضی مدارک موضوع ماده ۳ را با رعایت بند ۲ ماده ۴ به دبیرخانه می‌سپارد.\n"
    "ماده ۲ـ مهلت پاسخ سی روز است و تمدید نمی‌شود.\n"
    "تبصره ـ روزهای تعطیل به شمار نمی‌آید.\n"
    "ماده ۳ـ مدارک عبارت است از شناسنامه و گواهی سابقه.\n"
    "ماده ۴ـ هزینه را متقاضی می‌پردازد و رسید می‌گیرد.\n"
)
NEW = (
    OLD.replace("ماده ۴ـ", "ماده ۵ـ").replace("ماده ۳ـ", "ماده ۴ـ").replace("چهار ماده", "پنج ماده")
    .replace("ماده ۲ـ", "ماده ۲ـ نشانی دبیرخانه در سامانه اعلام می‌شود.\nماده ۳ـ")
    .replace("ماده ۳ را با رعایت بند ۲ ماده ۴", "ماده ۴ را با رعایت بند ۲ ماده ۵")
)  # fmt: skip


def of_status(comparison: Comparison, *statuses: ProvisionStatus) -> frozenset[int]:
    return frozenset(i for i, entry in enumerate(comparison.entries) if entry.status in statuses)


def repair(comparison: Comparison, choices: Choices, chosen: RepairChoices | None = None) -> Repairs:
    return repairs_of(comparison, composed(comparison, choices), chosen or RepairChoices())


def told(items: tuple[Repair, ...]) -> list[tuple[str, str, str]]:
    return [(item.key.kind.value, item.before.strip(), item.after.strip()) for item in items]


def test_a_refused_article_is_renumbered_referred_to_and_counted_in_one_act() -> None:
    comparison = compare_texts(OLD, NEW)
    refused = Choices(of_status(comparison, ProvisionStatus.INSERTED))
    found = repair(comparison, refused)
    assert told(found.items) == [
        ("number", "ماده ۳", "ماده ۲"),
        ("number", "ماده ۴", "ماده ۳"),
        ("number", "ماده ۵", "ماده ۴"),
        ("reference", "ماده ۴", "ماده ۳"),
        ("reference", "بند ۲ ماده ۵", "بند ۲ ماده ۴"),
        ("count", "پنج ماده", "چهار ماده"),
    ]
    assert found.made.text == OLD
    nothing = repair(comparison, Choices())
    assert (nothing.items, nothing.made.text) == ((), NEW)


def test_an_item_that_is_left_out_stays_and_what_depends_on_it_is_found_again() -> None:
    comparison = compare_texts(OLD, NEW)
    refused = Choices(of_status(comparison, ProvisionStatus.INSERTED))
    numbers = [one.key for one in repair(comparison, refused).items if one.key.kind is RepairKind.NUMBER]
    found = repair(comparison, refused, RepairChoices(frozenset(numbers)))
    assert [item.applies for item in found.items] == [False, False, False, True]
    assert "موضوع ماده ۴ را با رعایت بند ۲ ماده ۵" in found.made.text
    assert "چهار ماده" in found.made.text
    assert found.count(RepairKind.NUMBER) == 0


def test_a_note_that_comes_back_beside_one_without_a_number_makes_both_numbered() -> None:
    old = OLD.replace("تبصره ـ روزهای", "تبصره ۱ـ روزهای").replace(
        "ماده ۳ـ", "تبصره ۲ـ مهلت از روز ثبت درخواست آغاز می‌شود.\nماده ۳ـ"
    )
    comparison = compare_texts(old, OLD.replace("سی روز", "ده روز"))
    found = repair(comparison, Choices(of_status(comparison, ProvisionStatus.DELETED)))
    assert told(found.items) == [("number", "تبصره", "تبصره ۱")]
    assert found.made.text == old.replace("سی روز", "ده روز")
    back = repair(
        compare_texts(OLD, old), Choices(of_status(compare_texts(OLD, old), ProvisionStatus.INSERTED))
    )
    assert back.made.text == OLD


def test_a_reference_to_what_was_deleted_is_asked_and_its_neighbour_proposed() -> None:
    new = OLD.replace("ماده ۳ـ مدارک عبارت است از شناسنامه و گواهی سابقه.\n", "").replace(
        "ماده ۴ـ", "ماده ۳ـ"
    )
    comparison = compare_texts(OLD, new)
    found = repair(comparison, Choices())
    [asked] = [item for item in found.items if item.asked]
    assert (asked.before, asked.proposals, asked.waits) == ("ماده ۳", (), True)
    assert "موضوع ماده ۳ را" in found.made.text
    answered = repair(comparison, Choices(), RepairChoices(answers=((asked.key, "ماده ۲"),)))
    assert "موضوع ماده ۲ را" in answered.made.text
    kept = repair(comparison, Choices(), RepairChoices(answers=((asked.key, ""),)))
    assert "موضوع ماده ۳ را" in kept.made.text
    assert not any(item.waits for item in kept.items)


def test_the_proposal_is_what_stands_in_the_place_of_the_deleted_one() -> None:
    new = OLD.replace("ماده ۴ـ هزینه را متقاضی می‌پردازد و رسید می‌گیرد.\n", "")
    [asked] = [one for one in repair(compare_texts(OLD, new), Choices()).items if one.asked]
    assert asked.before == "بند ۲ ماده ۴"
    assert asked.proposals == ("ماده ۳",)


def test_a_list_with_gaps_that_may_be_meant_is_not_touched() -> None:
    old = OLD.replace("ماده ۴ـ", "ماده ۷ـ").replace("ماده ۴ ", "ماده ۷ ").replace("چهار", "پنج")
    new = old.replace("ماده ۲ـ", "ماده ۲ـ نشانی در سامانه است.\nماده ۲ مکررـ").replace("پنج ماده", "پنج ماده")
    comparison = compare_texts(old, new)
    found = repair(comparison, Choices(of_status(comparison, ProvisionStatus.INSERTED)))
    assert not [item for item in found.items if item.key.kind is RepairKind.NUMBER]


def test_numbers_keep_the_digits_and_words_of_their_text() -> None:
    old = (
        "فصل اول ـ کلیات\nماده 1- تعریف‌ها در پیوست است.\nفصل دوم ـ مجوز\nماده 2- مجوز لازم است.\n"
        "فصل سوم ـ پایان\nماده 3- این آیین‌نامه ابلاغ می‌شود.\n"
    )
    new = old.replace("فصل دوم ـ مجوز\nماده 2- مجوز لازم است.\n", "").replace("مجوز", "پروانه")
    found = repair(compare_texts(old, new), Choices())
    assert [item.after for item in found.items] == ["فصل دوم", "ماده 2"]
    letters = "ماده ۱ـ شرایط:\nالف) سن؛\nب) سابقه؛\nپ) مدرک؛\nت) تعهد.\n"
    comparison = compare_texts(letters, letters.replace("ب) سابقه؛\n", ""))
    assert told(repair(comparison, Choices()).items) == [("number", "پ", "ب"), ("number", "ت", "پ")]


def test_longer_and_shorter_words_shift_what_follows() -> None:
    made = Composed("الف ماده ۹ ب ماده ۱۰ پ ماده ۷ ت", ((0, 3), None, (11, 12), (29, 31)))
    found = replaced(made, [((13, 20), "ماده ۹"), ((4, 10), "ماده ۱۰")])
    assert found.text == "الف ماده ۱۰ ب ماده ۹ پ ماده ۷ ت"
    assert found.wordings == ((0, 3), None, (12, 13), (29, 31))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 9))
def test_a_new_article_that_is_refused_leaves_the_older_text_with_what_else_changed(
    seed: int, place: int
) -> None:
    chance = random.Random(seed)
    bodies = [f"{sentence(chance)} {chance.choice(['', 'طبق ماده {} است.'])}".strip() for _ in range(12)]
    targets = [chance.randrange(1, 13) for _ in bodies]
    old = [body.format(target) for body, target in zip(bodies, targets, strict=True)]
    later = [body.format(t + (t > place)) for body, t in zip(bodies, targets, strict=True)]
    fresh = "دبیرخانه نشانی خود را در سامانه اعلام و هر سال بازبینی می‌کند."
    new = [*later[:place], fresh, *later[place:]]
    new[0] += " این عبارت تازه است."
    older, newer = ("\n".join(f"ماده {n}ـ {body}" for n, body in enumerate(side, 1)) for side in (old, new))
    comparison = compare_texts(older, newer)
    inserted = [
        i
        for i, one in enumerate(comparison.entries)
        if one.new and fresh in newer[one.new.start : one.new.end]
    ]
    found = repair(comparison, Choices(frozenset(inserted)))
    assert found.made.text == older.replace(old[0], f"{old[0]} این عبارت تازه است.")


def test_words_of_a_suggestion_are_corrected_too_and_keep_their_place() -> None:
    comparison = compare_texts(OLD, NEW)
    start = NEW.index("سی روز")
    wording = Wording(ProvisionOrigin.NEW, start, start + 6, "چهل روز طبق ماده ۵")
    chosen = Choices(of_status(comparison, ProvisionStatus.INSERTED), (wording,))
    found = repair(comparison, chosen)
    [place] = found.made.wordings
    assert place is not None
    assert found.made.text[slice(*place)] == "چهل روز طبق ماده ۴"
