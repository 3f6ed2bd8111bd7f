"""Which threads are at a point: on cards, on discs, on phrases. Without Qt's events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF

from desktop_app.comparison.result import SideName
from ui.widgets.comparison_view.cards import MarginCard, PlacedCard
from ui.widgets.comparison_view.thread_discs import ThreadDisc


def cards_at(
    placed: Iterable[PlacedCard], discs: Iterable[ThreadDisc], at: QPointF
) -> tuple[MarginCard, ...]:
    """Returns the cards of the disc or of the card at a point of the viewport."""
    for disc in discs:
        if disc.box.contains(at):
            return disc.cards
    # The expanded card may overlap the others.
    for one in sorted(placed, key=lambda one: not one.whole):
        if one.box.contains(at):
            return one.together or (one.card,)
    return ()


def next_on(disc: ThreadDisc, active: int | None) -> int:
    """Returns the thread of a disc after the active one, or its first one."""
    threads = [card.thread_id for card in disc.cards]
    return threads[(threads.index(active) + 1) % len(threads)] if active in threads else threads[0]


def thread_on(cards: Sequence[MarginCard], side: SideName, offset: int) -> int | None:
    """Returns the open thread on the shortest phrase that contains a code point; whole provisions come last."""
    found = [
        card
        for card in cards
        if card.side == side and card.start <= offset < card.end and not card.resolved and not card.whole
    ]
    return min(found, key=lambda card: card.end - card.start).thread_id if found else None
