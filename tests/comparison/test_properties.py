from __future__ import annotations

import json
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.anchors import AnchorFinder, AnchorMatch, make_anchor
from desktop_app.comparison.engine import compare_texts, to_json
from desktop_app.comparison.outputs import as_html, as_text
from desktop_app.comparison.result import Comparison, Op, ProvisionStatus, Range
from desktop_app.comparison.structure import parse
from tests.comparison.drafts import articles, noisy, revised, written
from tests.comparison.invariants import check

_PIECES = [
    *(
        "ماده ",
        "اصل ",
        "تبصره ",
        "فصل ",
        "بند ",
        "الف) ",
        "ب- ",
        "(۱) ",
        "۲- ",
        "جزء ",
        "دوم",
        "۱",
        "5",
        "٧",
        "ـ ",
        "- ",
    ),
    *(
        "می",
        "‌",
        "رود ",
        "نمی‌تواند ",
        "باید ",
        "كتاب ",
        "کتاب ",
        "ها ",
        "و ",
        "از ",
        ". ",
        "، ",
        ": ",
        "؛ ",
        "\n",
        "\n\n",
    ),
    *(
        "\u200f",
        "\u00ad",
        "ٔ",
        "ً",
        "ـ",
        "\x00",
        "\u202e",
        "\ufeff",
        "1,000 ",
        "۱٬۰۰۰ ",
        "«",
        "»",
        "ﻻ",
        "A4 ",
        "_",
        "\t",
        "🙂",
        "é",
    ),
]
pieces = st.lists(st.sampled_from(_PIECES), max_size=40)
anything = st.one_of(pieces.map("".join), st.text(max_size=80))
seeds = st.integers(0, 10_000)


def drafts(seed: int) -> tuple[str, str]:
    chance = random.Random(seed)
    chapters = [articles(chance, chance.randrange(1, 6)) for _ in range(chance.randrange(1, 4))]
    return written(chapters), written(revised(chapters, chance))


def rebuilt(result: Comparison) -> str:
    """NEW put together from OLD and the changes: equal words from OLD, the rest from NEW."""
    old, new = result.old.text, result.new.text
    made, at = [], 0
    for entry in result.entries:
        if entry.new is None:
            continue
        made.append(new[at : entry.new.start])
        at = entry.new.end
        if entry.old is None:
            made.append(new[entry.new.start : entry.new.end])
        for span in entry.spans:
            made.append(old[slice(*span.old)] if span.op is Op.EQUAL else new[slice(*span.new)])
    return "".join([*made, new[at:]])


@settings(max_examples=250, deadline=None)
@given(anything, anything)
def test_entries_and_spans_tile_both_texts_whatever_they_are(old: str, new: str) -> None:
    check(compare_texts(old, new))


@settings(max_examples=200, deadline=None)
@given(pieces, st.randoms(use_true_random=False))
def test_a_text_and_its_mutilation_tile_too(parts: list[str], chance: random.Random) -> None:
    kept = [part for part in parts if chance.random() > 0.2]
    result = compare_texts("".join(parts), "".join(kept))
    check(result)
    assert rebuilt(result) == result.new.text


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_the_changes_applied_to_old_give_new(seed: int) -> None:
    old, new = drafts(seed)
    for result in (compare_texts(old, new), compare_texts(new, old)):
        check(result)
        assert rebuilt(result) == result.new.text


@settings(max_examples=100, deadline=None)
@given(anything)
def test_a_text_compared_with_itself_has_nothing(text: str) -> None:
    result = compare_texts(text, text)
    assert all(entry.status is ProvisionStatus.UNCHANGED and not entry.flags for entry in result.entries)
    assert result.counts["changes"] == 0
    assert result.stale_references == ()


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_another_spelling_of_the_same_draft_is_only_orthographic(seed: int) -> None:
    old, _new = drafts(seed)
    result = compare_texts(old, noisy(old))
    check(result)
    assert {entry.status for entry in result.entries} <= {
        ProvisionStatus.UNCHANGED,
        ProvisionStatus.ORTHOGRAPHIC,
    }
    assert result.counts["changes"] == 0


def places(result: Comparison) -> set[tuple[Range | None, Range | None]]:
    """Which stretch of OLD stands beside which of NEW."""
    return {
        (
            None if entry.old is None else (entry.old.start, entry.old.end),
            None if entry.new is None else (entry.new.start, entry.new.end),
        )
        for entry in result.entries
    }


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_the_mirrored_comparison_finds_the_same_pairs(seed: int) -> None:
    old, new = drafts(seed)
    one, other = compare_texts(old, new), compare_texts(new, old)
    assert places(one) == {(taken, put) for put, taken in places(other)}
    assert (one.counts["split"], one.counts["merged"]) == (other.counts["merged"], other.counts["split"])
    for status in (ProvisionStatus.UNCHANGED, ProvisionStatus.ORTHOGRAPHIC, ProvisionStatus.EDITED):
        assert one.counts[status] == other.counts[status]


@settings(max_examples=80, deadline=None)
@given(anything, anything, st.integers(-5, 120), st.integers(-5, 120))
def test_an_anchor_is_found_or_orphaned_and_never_raises(old: str, new: str, start: int, end: int) -> None:
    placement = AnchorFinder(compare_texts(old, new)).find(make_anchor(old, parse(old), start, end))
    if placement.start is None or placement.end is None:
        assert placement.state in {AnchorMatch.ORPHAN, AnchorMatch.AMBIGUOUS}
    else:
        assert 0 <= placement.start < placement.end <= len(new)
    assert 0 <= placement.confidence <= 1


@settings(max_examples=60, deadline=None)
@given(anything, anything)
def test_every_output_is_made_of_any_text(old: str, new: str) -> None:
    result = compare_texts(old, new)
    assert json.loads(to_json(result))["new"]["text"] == new
    assert as_text(result).endswith("\n")
    assert "\x00" not in as_html(result)
