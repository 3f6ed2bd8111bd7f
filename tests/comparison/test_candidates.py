"""Which articles of NEW an article of OLD may have become, and why."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.candidates import (
    MOST,
    ArticleBeside,
    CandidateFinder,
    PairCandidate,
    PairQuestion,
    pair_questions,
)
from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.pins import Pin
from desktop_app.comparison.result import Comparison, Range
from desktop_app.comparison.structure import parse
from desktop_app.documents.document import DocumentPart, PartKind
from tests.comparison.test_properties import anything
from tests.comparison.test_rewritten import (
    BOOK,
    CARE,
    FEES,
    LIST,
    LONGER,
    OLD,
    RIVAL,
    SAFETY,
    SCOPE,
    VISIT,
    bylaw,
)
from tests.rewritten_bylaw import AFTER, BEFORE
from tools.benchmarks.quality import MANY_GONE_REWRITTEN
from tools.benchmarks.truth.revising import rewriting

NEW = bylaw(SCOPE, SAFETY, LONGER, VISIT, FEES, BOOK, RIVAL)


def asked(old: str, new: str, *pins: Pin) -> tuple[PairQuestion, ...]:
    return pair_questions(compare_texts(old, new, pins=pins), pins)


def one_question(old: str = OLD, new: str = NEW) -> PairQuestion:
    (question,) = asked(old, new)
    return question


def label(text: str, place: Range) -> str:
    return text[slice(*place)].partition("ـ")[0]


def phrases(text: str, places: tuple[Range, ...]) -> list[str]:
    return [text[slice(*place)] for place in places]


def test_the_articles_that_it_may_have_become_best_first() -> None:
    question = one_question()
    assert [label(NEW, one.new) for one in question.candidates] == ["ماده 7", "ماده 3"]
    best, other = question.candidates
    assert best.confidence == question.pair.confidence > other.confidence > 0
    assert {label(OLD, one.old) for one in question.candidates} == {"ماده 2"}
    assert not best.paired


def test_shared_words_are_counted_in_the_shorter_article_and_in_their_order() -> None:
    rival, longer = one_question().candidates
    assert (*rival.words, rival.words.supports) == (17, 13, 24, True)
    assert (*longer.words, longer.words.supports) == (19, 16, 24, True)
    backwards = " ".join(reversed(LIST.replace("،", "").rstrip(".").split()))
    new = bylaw(SCOPE, SAFETY, CARE, backwards, VISIT, FEES, BOOK)
    start = OLD.index("ماده 2")
    (one,) = CandidateFinder(compare_texts(OLD, new)).candidates([start])[start]
    assert (one.words.shared, one.words.shorter) == (24, 24)
    assert one.words.in_order < 5
    assert not one.words.supports


def test_neighbours_are_told_with_their_partners() -> None:
    rival, longer = one_question().candidates
    scope, visit = OLD.index("ماده 1"), OLD.index("ماده 3")
    assert (longer.before.old, longer.before.fits) == ((scope, scope + len(f"ماده 1ـ {SCOPE}")), True)
    assert longer.after.old is not None
    assert longer.after.new is not None
    assert (longer.after.old[0], label(NEW, longer.after.new), longer.after.fits) == (visit, "ماده 4", True)
    assert longer.near
    assert not rival.near


@pytest.mark.parametrize("last", [True, False])
def test_the_last_article_has_no_neighbour_and_fits_the_last_one(last: bool) -> None:
    old, new = bylaw(SCOPE, VISIT, LIST), bylaw(VISIT, SCOPE, CARE, LONGER, *([] if last else [BOOK]))
    start = old.index("ماده 3")
    (one,) = CandidateFinder(compare_texts(old, new)).candidates([start])[start]
    assert one.after == ArticleBeside(None, None, fits=last)


def test_numbers_and_rare_words_that_both_have_are_named() -> None:
    rival, longer = one_question().candidates
    assert phrases(OLD, longer.rare)[0] == "پنج روز"
    assert set(phrases(OLD, longer.rare)) == {"پنج روز", "فهرست", "گشایش", "اداره"}
    # It has «روز» as well, but ten of them.
    assert "پنج روز" not in phrases(OLD, rival.rare)


def test_lengths_speak_for_a_pair_unless_one_is_much_longer() -> None:
    rival, longer = one_question().candidates
    assert (rival.lengths.old, rival.lengths.new, rival.lengths.supports) == (24, 32, True)
    assert (longer.lengths.new, longer.lengths.supports) == (43, False)


def test_shared_words_stand_on_both_sides_without_lone_short_words() -> None:
    longer = one_question().candidates[1]
    assert "ابعاد و قیمت" in phrases(OLD, longer.shared_old)
    assert phrases(NEW, longer.shared_new)[:4] == ["فهرست آثار هر نمایشگاه", "نام هنرمند", "ابعاد", "و قیمت"]
    assert all(len(phrase) > 2 for phrase in phrases(OLD, longer.shared_old))


def test_an_article_of_a_certain_pair_is_no_candidate() -> None:
    comparison = compare_texts(OLD, bylaw(SCOPE, SAFETY, LONGER, VISIT, FEES, BOOK))
    (pair,) = comparison.rewritten_pairs
    assert pair.certain
    assert pair_questions(comparison) == ()
    start = OLD.index("ماده 2")
    finder = CandidateFinder(comparison)
    assert finder.candidates([start, OLD.index("ماده 3"), 5]) == {start: (), OLD.index("ماده 3"): (), 5: ()}


def test_articles_that_a_reviewer_parted_are_no_candidates() -> None:
    best = one_question().candidates[0]
    apart = Pin(best.old[0], best.new[0], same=False)
    assert asked(OLD, NEW, apart) == ()
    start = best.old[0]
    found = CandidateFinder(compare_texts(OLD, NEW, pins=[apart]), [apart]).candidates([start])[start]
    assert [label(NEW, one.new) for one in found] == ["ماده 3"]


def test_every_uncertain_pair_of_drafts_is_a_candidate_with_the_confidence_that_was_told() -> None:
    questions = 0
    for seed in (21, 22):
        case = rewriting(seed, 20_000, MANY_GONE_REWRITTEN)
        comparison = compare_texts(case.old, case.new)
        for pair, candidates in pair_questions(comparison):
            questions += 1
            (same,) = (one for one in candidates if one.new[0] == pair.new[0])
            assert (same.confidence, same.paired) == (pair.confidence, pair.paired)
    assert questions > 4


def test_parts_beside_the_body_change_nothing_in_the_questions() -> None:
    note = DocumentPart(PartKind.FOOTNOTE, 10, "نگارخانه موظف است نام هنرمند و قیمت آثار را اعلام کند.")
    plain = pair_questions(compare_texts(BEFORE, AFTER))
    beside = compare_texts(BEFORE, AFTER, old_parts=[note], new_parts=[note])
    assert len(plain) == 2
    assert pair_questions(beside) == plain


def holds(comparison: Comparison, candidates: tuple[PairCandidate, ...]) -> None:
    """Asserts what holds for the candidates of an article, whatever the texts are."""
    old, new = comparison.old.text, comparison.new.text
    assert len(candidates) <= MOST
    assert [one.confidence for one in candidates] == sorted(
        (one.confidence for one in candidates), reverse=True
    )
    assert len({one.new for one in candidates}) == len(candidates)
    starts = {provision.start for provision in parse(new)}
    for one in candidates:
        assert 0 < one.confidence <= 1
        assert one.new[0] in starts
        assert 0 <= one.words.in_order <= one.words.shared <= one.words.shorter == min(one.lengths)
        for place, text, shared in ((one.old, old, one.shared_old), (one.new, new, one.shared_new)):
            assert 0 <= place[0] < place[1] <= len(text)
            ends = [place[0], *(offset for found in shared for offset in found), place[1]]
            assert ends == sorted(ends)
        assert all(one.old[0] <= first < last <= one.old[1] for first, last in one.rare)


@settings(max_examples=150, deadline=None)
@given(anything, anything)
def test_candidates_of_any_texts_keep_the_rules(old: str, new: str) -> None:
    comparison = compare_texts(old, new)
    finder = CandidateFinder(comparison)
    for candidates in finder.candidates([provision.start for provision in parse(old)]).values():
        holds(comparison, candidates)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_candidates_of_rewritten_drafts_keep_the_rules(seed: int) -> None:
    case = rewriting(seed, 1_500, MANY_GONE_REWRITTEN)
    comparison = compare_texts(case.old, case.new)
    starts = [provision.start for provision in parse(case.old)]
    found = CandidateFinder(comparison).candidates(starts)
    assert list(found) == starts
    for candidates in found.values():
        holds(comparison, candidates)
        for one in candidates:
            # Each word of NEW explains one of OLD at most.
            assert one.words.shared <= len(case.new[slice(*one.new)].split()) * 3


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_shared_words_of_both_sides_are_the_same_words(chance: random.Random) -> None:
    words = LIST.replace("،", " ").replace(".", " ").split()
    chance.shuffle(words)
    kept = words[: chance.randrange(12, len(words) + 1)]
    old, new = bylaw(SCOPE, LIST, VISIT), bylaw(SCOPE, CARE, SAFETY, " ".join(kept), VISIT)
    comparison, start = compare_texts(old, new), old.index("ماده 2")
    for one in CandidateFinder(comparison).candidates([start])[start]:
        if label(new, one.new) == "ماده 4":
            assert one.words.shared == one.words.shorter == len(kept)
            told = Counter(word for phrase in phrases(old, one.shared_old) for word in phrase.split())
            long = Counter(word for word in kept if len(word) > 2)
            assert all(told[word] == long[word] for word in long)


@pytest.mark.parametrize("side", ["old", "new"])
def test_an_empty_side_has_no_questions(side: str) -> None:
    assert asked("" if side == "old" else OLD, "" if side == "new" else NEW) == ()
