"""Near-equal texts: what they are recognised by, how alike they are, which belong together, what was added."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.likeness import one_text
from desktop_app.likeness.grouping import groups_of
from desktop_app.likeness.measures import Resemblance
from desktop_app.likeness.one_text import SKETCHED, OneText, compact
from desktop_app.likeness.resemblance import Fingerprint
from desktop_app.likeness.sentences import sentences_in
from desktop_app.likeness.shingles import sketch
from tests.likeness.made import made_texts
from tools.benchmarks.likeness import shares

PINNED = (-1929367334, -1674611117, -1534579867)
PERSIAN = st.text(alphabet="ابپتجحدرسشعفقکگلمنوهیيكآئ‌ \n\u0640\u064b۱٢3.،", max_size=300)
LETTER = (
    "شرط دوازده نمایشگاه در سال نگارخانه‌های کوچک را تعطیل می‌کند. شمار نمایشگاه‌ها به شش کاهش یابد"
    " و اعتبار پروانه سه سال شود."
)


def resemblance(one: str, other: str) -> Resemblance:
    return Fingerprint(one).against(Fingerprint(other))


@given(one=PERSIAN, other=PERSIAN)
def test_likeness_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert resemblance(one, other) == resemblance(other, one)


@given(PERSIAN)
def test_a_text_is_all_like_itself_unless_it_says_nothing(text: str) -> None:
    assert resemblance(text, text).share == (1.0 if compact(text) else 0.0)


@pytest.mark.parametrize(
    "variant",
    [
        LETTER.replace("ی", "ي").replace("ک", "ك"),
        LETTER.replace("\u200c", " "),
        LETTER.replace("\u200c", ""),
        LETTER.replace(" ", "  ").replace(".", " ."),
        LETTER.replace("شش", "شـــش").replace("سال", "سالِ"),
        LETTER.replace("نمایشگاه", "نمایش گاه"),
        f"\ufeff{LETTER}\u00ad🙏",
    ],
)
def test_another_spelling_is_the_same_text(variant: str) -> None:
    assert variant != LETTER
    assert sketch(variant) == sketch(LETTER)
    assert resemblance(variant, LETTER).share == 1.0


def test_no_seed_of_the_interpreter_shows_in_a_sketch() -> None:
    asked = f"from desktop_app.likeness.shingles import sketch; print(sketch({LETTER!r}))"
    told = {
        subprocess.run(
            [sys.executable, "-c", asked],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert told == {str(sketch(LETTER))}
    # It stands in databases: another function would find nothing of what is there.
    assert sketch(LETTER)[:3] == PINNED


@given(PERSIAN)
def test_a_sketch_is_short_fits_its_column_and_is_there_for_every_text(text: str) -> None:
    found = sketch(text)
    assert len(found) <= SKETCHED
    assert all(-(2**31) <= number < 2**31 for number in found)
    assert bool(found) == bool(compact(text))


@given(st.one_of(PERSIAN, st.text(max_size=60)))
def test_one_text_has_the_sketch_that_stands_in_databases(text: str) -> None:
    assert one_text.sketch(text) == sketch(text)


@given(one=PERSIAN, other=PERSIAN)
def test_one_text_is_as_like_another_as_among_many(one: str, other: str) -> None:
    assert OneText(one).against(OneText(other)) == resemblance(one, other)


@given(texts=st.lists(PERSIAN, max_size=12), chance=st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order(texts: list[str], chance: random.Random) -> None:
    texts = [*texts, *texts[:3]]
    order = list(range(len(texts)))
    chance.shuffle(order)
    shuffled = [texts[place] for place in order]
    again = {frozenset(order[place] for place in group) for group in groups_of(shuffled)}
    assert again == {frozenset(group) for group in groups_of(texts)}


def test_what_was_sent_again_is_found_and_what_only_sounds_alike_is_not() -> None:
    made = made_texts(1_500, seed=11)
    found, false = shares(made, groups_of([one.text for one in made]))
    assert found >= 0.95
    assert false <= 0.01


def test_a_greeting_in_common_makes_no_group() -> None:
    greeting = "با سلام و احترام، خواهشمند است دستور فرمایید اقدام لازم انجام شود."
    one = f"{greeting} کتاب من از مرداد در انتظار مجوز است و هیچ پاسخی نیامده است."
    other = f"{greeting} تابلوی سینما شب‌ها خاموش است و مردم راه را پیدا نمی‌کنند."
    assert groups_of([one, other]) == ()
    assert groups_of([one, other, one.replace("کتاب", "رمان")]) == ((0, 2),)


@given(PERSIAN)
def test_sentences_are_the_text_and_nothing_else(text: str) -> None:
    # What ends a sentence and the spaces between two may go, no letter does.
    assert compact("".join(text[one.begin : one.end] for one in sentences_in(text))) == compact(text)


def test_a_megabyte_of_text_is_no_burden() -> None:
    long = "".join(f"بند {number} این نامه. " for number in range(60_000))
    assert len(long) > 1_000_000
    assert len(sketch(long)) == SKETCHED
    assert resemblance(long, long + LETTER).near_equal
