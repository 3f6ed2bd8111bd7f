from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.comparison.sequences import common_ends, heaviest_increasing

weighted = st.lists(st.tuples(st.integers(0, 8), st.integers(1, 5)), max_size=8)
spaced = st.text(alphabet="اب ", max_size=12)


@given(weighted)
def test_no_increasing_subsequence_is_heavier(items: list[tuple[int, int]]) -> None:
    values, weights = [value for value, _ in items], [weight for _, weight in items]
    found = heaviest_increasing(values, weights.__getitem__)
    assert all(one < other and values[one] < values[other] for one, other in pairwise(found))
    assert sum(weights[index] for index in found) == max(
        sum(weights[index] for index in chosen)
        for size in range(len(values) + 1)
        for chosen in combinations(range(len(values)), size)
        if all(values[one] < values[other] for one, other in pairwise(chosen))
    )


@given(spaced, spaced)
def test_common_ends_are_equal_whole_words_and_never_overlap(old: str, new: str) -> None:
    head, tail = common_ends(old, new)
    assert head + tail <= min(len(old), len(new))
    assert old[:head] == new[:head]
    assert old[len(old) - tail :] == new[len(new) - tail :]
    assert old[:head][-1:] in {"", " "}
    assert old[len(old) - tail :][:1] in {"", " "}


def test_common_ends_reach_as_far_as_whole_words_do() -> None:
    assert common_ends("یک دو سه چهار", "یک دو پنج چهار") == (len("یک دو "), len(" چهار"))
    assert common_ends("یک دو", "یک دوم") == (len("یک "), 0)
