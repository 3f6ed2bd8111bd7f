"""The number of steps of a comparison grows with the text and not with its square, whatever the text's shape.

Steps are calls and returns, and words that a measure of rapidfuzz reads; no seconds.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from types import FrameType
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison import sequences
from desktop_app.comparison.engine import compare_texts
from tests.comparison import drafts
from tests.comparison.invariants import check

_WORDS: Final = (
    "متقاضی", "مدارک", "اداره", "کل", "پروانه", "نشر", "استان", "نمونه", "درخواست", "بررسی", "مهلت", "ده", "روز",
    "کاری", "دارنده", "تمدید", "اعتبار", "شورا", "نظر", "کارگروه", "رأی", "جلسه", "دبیر", "گزارش", "سال", "ماه",
)  # fmt: skip
#: The function that reads all of both its texts, at one step for each word.
_MEASURE: Final = sequences._measured.__code__
#: Growth of a text, and the growth of the steps that is allowed for it. A square would be 64.
_TIMES: Final = 8
_ALLOWED: Final = 8 * 1.6
#: Steps for each word that a larger text may need besides, because the exact algorithms are for small ones.
_A_WORD: Final = 20

_Words = list[str]
_Shape = Callable[[_Words, int], str]


def _words(count: int, seed: int) -> _Words:
    drawn = random.Random(seed)
    return [
        drawn.choice(_WORDS) + (str(drawn.randrange(3000)) if drawn.random() < 0.3 else "")
        for _ in range(count)
    ]


def _edited(words: _Words) -> _Words:
    drawn = random.Random(1)
    return [word if drawn.random() > 0.03 else f"تغییر{drawn.randrange(99)}" for word in words]


def _lines(words: _Words, width: int, end: str = "\n") -> str:
    return "".join(" ".join(words[at : at + width]) + end for at in range(0, len(words), width))


def _shuffled(words: _Words, width: int) -> str:
    lines = _lines(words, width).splitlines(keepends=True)
    random.Random(3).shuffle(lines)
    return "".join(lines)


_SHAPES: Final[dict[str, _Shape]] = {
    "lines": _lines,
    "sentences": lambda words, width: _lines(words, width, ".\n"),
    "equal lines": lambda words, width: (" ".join(words[:width]) + "\n") * (len(words) // width),
    "one paragraph": lambda words, width: " ".join(words) + "\n",
    "shuffled lines": _shuffled,
    "names": lambda words, width: "".join(f"{one} نمونه {at}\n" for at, one in enumerate(words[::width])),
    "articles": lambda words, width: "".join(
        f"ماده {at}- {line}\n" for at, line in enumerate(_lines(words, width, ".\n").splitlines(), 1)
    ),
    "articles that may be citations": lambda words, width: "".join(
        f"ماده {at} این {line}\n" for at, line in enumerate(_lines(words, width).splitlines(), 1)
    ),
    "articles in quotation marks": lambda words, width: "".join(
        f"«ماده {at} {line}»\n" for at, line in enumerate(_lines(words, width).splitlines(), 1)
    ),
    "one label": lambda words, width: "ماده ۱ این\n" * (len(words) // width),
    "other words": lambda words, width: _lines(_words(len(words), 99), width),
}


def _steps(old: str, new: str) -> int:
    """Returns the number of steps of a comparison."""
    steps = 0

    def profile(frame: FrameType, event: str, _called: object) -> None:
        nonlocal steps
        steps += 1
        if event == "call" and frame.f_code is _MEASURE:
            measured = frame.f_locals
            steps += len(measured["old"]) + len(measured["new"])

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        compare_texts(old, new)
    finally:
        sys.setprofile(before)
    return steps


def _of(shape: str, count: int, width: int, *, edited: bool) -> str:
    words = _words(count * width, 0)
    return _SHAPES[shape](_edited(words) if edited else words, width)


shapes = st.sampled_from(sorted(_SHAPES))


def _check_growth(old: str, new: str, count: int, width: int) -> None:
    few = _steps(_of(old, count, width, edited=False), _of(new, count, width, edited=True))
    many = _steps(_of(old, count * _TIMES, width, edited=False), _of(new, count * _TIMES, width, edited=True))
    assert many <= _ALLOWED * few + _A_WORD * count * width * _TIMES


@pytest.mark.parametrize(
    ("old", "new", "count", "width"),
    [
        ("equal lines", "equal lines", 40, 14),
        ("names", "names", 40, 2),
        ("lines", "lines", 40, 2),
        ("lines", "lines", 40, 14),
        ("one paragraph", "lines", 60, 5),
        ("lines", "one paragraph", 60, 5),
        ("one paragraph", "sentences", 60, 9),
        ("one paragraph", "one paragraph", 60, 14),
        ("lines", "shuffled lines", 60, 5),
        ("articles that may be citations", "articles in quotation marks", 40, 2),
    ],
)
def test_the_steps_of_a_comparison_grow_with_its_text(old: str, new: str, count: int, width: int) -> None:
    _check_growth(old, new, count, width)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(shapes, shapes, st.integers(20, 120), st.sampled_from([1, 2, 5, 9, 14]))
def test_the_steps_grow_with_the_text_whatever_the_shapes(old: str, new: str, count: int, width: int) -> None:
    _check_growth(old, new, count, width)


def _steps_of_a_word(old: str, new: str) -> float:
    """Returns the steps for each word, with those inside of functions that read the whole text.

    The second comparison counts: patterns and words are known then, whatever ran before.
    """
    _steps(old, new)
    return _A_WORD + _steps(old, new) / len(old.split())


@pytest.fixture(scope="module")
def ordinary() -> float:
    """Returns the steps for each word of a bylaw and its revision."""
    chance = random.Random(1)
    chapters = [drafts.articles(chance, 30)]
    return _steps_of_a_word(drafts.written(chapters), drafts.written(drafts.revised(chapters, chance)))


@pytest.mark.parametrize("width", [5, 9, 14])
@pytest.mark.parametrize(
    ("old", "new", "times"),
    [
        *((shape, shape, 5) for shape in sorted(_SHAPES)),
        ("lines", "shuffled lines", 5),
        ("lines", "one paragraph", 5),
        # All lines of a paragraph are first sought one by one.
        ("one paragraph", "lines", 6.5),
    ],
)
def test_no_shape_needs_many_times_the_steps_of_an_ordinary_text(
    old: str, new: str, times: float, width: int, ordinary: float
) -> None:
    count = 1_200 // width
    steps = _steps_of_a_word(_of(old, count, width, edited=False), _of(new, count, width, edited=True))
    assert steps <= times * ordinary


@pytest.mark.parametrize("shape", ["lines", "sentences"])
@pytest.mark.parametrize("width", [5, 12])
@pytest.mark.parametrize("merged", [False, True])
def test_a_paragraph_broken_into_hundreds_of_lines_is_found_in_them(
    shape: str, width: int, merged: bool
) -> None:
    texts = [_of("one paragraph", 300, width, edited=False), _of(shape, 300, width, edited=True)]
    old, new = reversed(texts) if merged else texts
    comparison = compare_texts(old, new)
    check(comparison)
    alone = sum(entry.old is None or entry.new is None for entry in comparison.entries)
    assert len(comparison.entries) > 290
    assert alone <= 10
