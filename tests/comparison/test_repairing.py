"""All stale references of a composed text are put right at once."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.composing import Choices, Composed, ProvisionOrigin, Wording, composed
from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.repairing import repaired
from desktop_app.comparison.result import StaleReference
from tests.comparison.drafts import sentence

OLD = (
    "ماده ۱ـ متقاضی مدارک موضوع ماده ۳ را با رعایت بند ۲ ماده ۴ به دبیرخانه می‌سپارد.\n"
    "ماده ۲ـ مهلت پاسخ سی روز است و تمدید نمی‌شود.\n"
    "ماده ۳ـ مدارک عبارت است از شناسنامه و گواهی سابقه.\n"
    "ماده ۴ـ هزینه را متقاضی می‌پردازد و رسید می‌گیرد.\n"
)
NEW = (
    OLD.replace("ماده ۴ـ", "ماده ۵ـ").replace("ماده ۳ـ", "ماده ۴ـ")
    .replace("ماده ۲ـ", "ماده ۲ـ نشانی دبیرخانه در سامانه اعلام می‌شود.\nماده ۳ـ")
)  # fmt: skip


def test_every_reference_names_the_new_number_and_the_places_of_wordings_move_along() -> None:
    comparison = compare_texts(OLD, NEW)
    start = NEW.index("سی روز")
    made = composed(
        comparison, Choices(wordings=(Wording(ProvisionOrigin.NEW, start, start + 6, "چهل و پنج روز"),))
    )
    stale = compare_texts(OLD, made.text).stale_references
    assert [reference.now for reference in stale] == ["ماده ۴", "بند ۲ ماده ۵"]
    found = repaired(made, stale)
    assert found.count == 2
    assert "موضوع ماده ۴ را با رعایت بند ۲ ماده ۵ به" in found.made.text
    [place] = found.made.wordings
    assert place is not None
    assert found.made.text[slice(*place)] == "چهل و پنج روز"


def test_what_depends_on_the_choices_is_looked_up_in_the_result() -> None:
    """Without the new article nothing is renumbered, so that nothing is stale."""
    comparison = compare_texts(OLD, NEW)
    everything = frozenset(range(len(comparison.entries)))
    made = composed(comparison, Choices(everything))
    assert repaired(made, compare_texts(OLD, made.text).stale_references).made.text == OLD


def test_longer_and_shorter_numbers_shift_what_follows_and_what_is_gone_stays() -> None:
    made = Composed("الف ماده ۹ ب ماده ۱۰ پ ماده ۷ ت", ((0, 3), None, (11, 12), (29, 31)))
    stale = [
        StaleReference("ماده ۹", (4, 10), "ماده ۹", "ماده ۱۰"),
        StaleReference("ماده ۱۰", (13, 20), "ماده ۱۰", "ماده ۹"),
        StaleReference("ماده ۷", (23, 29), "ماده ۷", ""),
    ]
    found = repaired(made, reversed(stale))
    assert found.made.text == "الف ماده ۱۰ ب ماده ۹ پ ماده ۷ ت"
    assert found.count == 2
    assert found.made.wordings == ((0, 3), None, (12, 13), (29, 31))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 9))
def test_nothing_that_can_be_put_right_is_left_and_nothing_else_is_touched(seed: int, place: int) -> None:
    chance = random.Random(seed)
    bodies = [f"{sentence(chance)} {chance.choice(['', 'طبق ماده {} است.'])}" for _ in range(12)]
    old = [body.format(chance.randrange(1, 13)) for body in bodies]
    new = [*old[:place], "دبیرخانه نشانی خود را در سامانه اعلام و هر سال بازبینی می‌کند.", *old[place:]]
    older, newer = ("\n".join(f"ماده {n}ـ {body}" for n, body in enumerate(side, 1)) for side in (old, new))
    stale = compare_texts(older, newer).stale_references
    found = repaired(Composed(newer), stale)
    assert found.count == len(stale)
    later = sum("طبق ماده" in body and int(body.split("طبق ماده ")[1].split()[0]) > place for body in old)
    assert found.count == later
    assert compare_texts(older, found.made.text).stale_references == ()
    assert len(found.made.text.split()) == len(newer.split())
