"""Cards in a margin: each keeps its line where it can, none overlaps, the active one gives way last."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.comparison_view.card_placing import together
from ui.widgets.comparison_view.card_stacking import EDGE, GAP, stacked
from ui.widgets.comparison_view.cards import MarginCard
from ui.widgets.comparison_view.phrase_painting import levels
from ui.widgets.comparison_view.thread_kinds import THREAD_KINDS, look_of


def card(number: int, start: int, end: int, *, whole: bool = False) -> MarginCard:
    return MarginCard(number, "new", start, end, "note", "نگار", "۳ آذر", "متن", whole=whole)


def test_cards_with_room_stand_on_their_lines() -> None:
    assert stacked([40, 120, 300], [32, 32, 100], 700) == [40, 120, 300]


def test_neighbours_share_the_way_and_the_active_one_keeps_its_line() -> None:
    tops = stacked([100, 110], [32, 32], 700)
    assert tops[1] - tops[0] == 40
    assert tops[0] < 100
    assert tops[1] > 110
    assert stacked([100, 110, 120], [32, 100, 32], 700, kept=1) == [70, 110, 218]
    # At the edge of the page it gives way as well.
    assert stacked([600, 690], [32, 100], 700, kept=1)[1] == 700 - EDGE - 100


@given(
    st.lists(st.tuples(st.floats(-200, 900), st.integers(20, 180)), min_size=1, max_size=12),
    st.integers(0, 11),
)
def test_cards_never_overlap_and_stay_on_the_page(cards: list[tuple[float, int]], kept: int) -> None:
    cards.sort()
    page = sum(height + GAP for _top, height in cards) + 2 * EDGE
    tops = stacked([top for top, _ in cards], [height for _, height in cards], page, kept)
    bottoms = [top + height for top, (_, height) in zip(tops, cards, strict=True)]
    assert all(bottom + GAP <= top for bottom, top in zip(bottoms, tops[1:], strict=False))
    assert tops[0] >= EDGE
    assert bottoms[-1] <= page - EDGE


def test_annotations_on_one_phrase_are_one_card_until_one_is_opened() -> None:
    inner, outer, apart, whole = card(1, 10, 20), card(2, 10, 40), card(3, 60, 70), card(4, 0, 90, whole=True)
    anchored = [(10.0, whole), (10.0, outer), (10.0, inner), (38.0, apart)]
    assert [cards for _y, cards in together(anchored, None)] == [(whole,), (outer, inner), (apart,)]
    assert [cards for _y, cards in together(anchored, 1)] == [(whole,), (outer,), (inner,), (apart,)]


def test_an_inner_phrase_is_underlined_above_an_outer_one() -> None:
    assert levels([(10, 40), (10, 20), (60, 70)]) == [1, 0, 0]
    assert levels([(0, 90), (10, 40), (15, 20)]) == [2, 1, 0]
    assert levels([]) == []


def test_kinds_differ_by_line_and_glyph_and_not_by_colour_alone() -> None:
    looks = [look_of(kind) for kind in THREAD_KINDS]
    assert len({look.under for look in looks}) == len({look.icon for look in looks}) == len(looks) == 4
    assert all(one != other for one, other in pairwise(sorted(look.ground for look in looks)))
