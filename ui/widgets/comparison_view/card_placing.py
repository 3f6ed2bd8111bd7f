"""Finds the visible margin cards and places them beside their phrases."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.comparison.result import SideName
from ui.widgets.comparison_view.card_words import CARD_WIDTH
from ui.widgets.comparison_view.cards import ABOVE_FOOT, MarginCard, PlacedCard, place_cards
from ui.widgets.comparison_view.columns import MAP
from ui.widgets.comparison_view.lines import LineLayouts


def cards_in_sight(
    cards: Iterable[MarginCard], active: int | None, lines: LineLayouts, value: int, page: int
) -> tuple[PlacedCard, ...]:
    """Returns the cards for a viewport `page` pixels high, scrolled by `value`; of closed threads only the
    active one.
    """
    columns = lines.columns
    if not columns.margin:
        return ()
    anchored: dict[SideName, list[tuple[float, MarginCard]]] = {"old": [], "new": []}
    for card in cards:
        if card.resolved and card.thread_id != active:
            continue
        foot = _foot_in_sight(card, lines, value, page)
        if foot is not None:
            side = card.side if columns.old_margin else "new"
            anchored[side].append((foot - value - ABOVE_FOOT, card))
    room = min(CARD_WIDTH, columns.old_margin - 12)
    return (
        *place_cards(anchored["new"], MAP + 8, page, active),
        *place_cards(anchored["old"], columns.right + 6, page, active, width=room),
    )


def _foot_in_sight(card: MarginCard, lines: LineLayouts, value: int, page: int) -> float | None:
    """Returns the y of a card's phrase on the page; None far from the viewport, where phrases are not laid
    out.
    """
    entry = lines.reading.places.entry_at(card.side, card.start)
    line = None if entry is None else lines.reading.line_of(entry, card.side, card.start)
    if line is None:
        return None
    tops = lines.heights.tops
    if tops[line + 1] < value or tops[line] > value + page:
        return None
    foot = lines.phrase_foot(card.side, card.start, card.end)
    return None if foot is None else foot.y()
