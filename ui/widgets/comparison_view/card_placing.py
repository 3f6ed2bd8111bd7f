"""Finds the visible margin cards and places them beside their phrases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from desktop_app.comparison.result import SideName
from ui.widgets.comparison_view.card_stacking import EDGE, GAP, stacked
from ui.widgets.comparison_view.card_words import CARD_LINE, CARD_WIDTH
from ui.widgets.comparison_view.cards import COMPACT, PILE, MarginCard, PlacedCard, full_height
from ui.widgets.comparison_view.columns import MAP
from ui.widgets.comparison_view.lines import LineLayouts
from ui.widgets.comparison_view.thread_discs import ThreadDisc, spread

#: The top of a card is this far above the middle of the line of its phrase.
ABOVE_LINE: Final = 16.0
#: Phrases that overlap are shown by one card if they are at most so long together, in code points.
_MOST_TOGETHER: Final = 240
#: The middle of the line of a phrase in the viewport, with its card.
Anchored = tuple[float, MarginCard]
#: Cards on one phrase at the middle of its line, and the number of cards that are hidden behind them.
_Pile = tuple[float, tuple[MarginCard, ...], int]


def place_cards(
    anchored: Sequence[Anchored], left: float, page: int, active: int | None, *, width: float = CARD_WIDTH
) -> list[PlacedCard]:
    """Returns boxes for cards at the lines of their phrases, from top to bottom without overlap.

    A card is expanded if there is room before the next one; the card of thread `active` always is, and gives way
    last. Cards on one phrase are one card. If even collapsed cards do not fit, neighbours form piles that show only
    the first card. In a margin narrower than a card, all but the active one are bubbles, and that one overlaps the
    text. `page` is the height of the viewport.
    """
    narrow = width < CARD_WIDTH
    wide = max(width, CARD_WIDTH)
    piles = _piles(together(sorted(anchored, key=_height), active), page, active, wide)
    wanted: list[float] = []
    heights: list[int] = []
    whole: list[bool] = []
    kept: int | None = None
    for number, (y, cards, more) in enumerate(piles):
        opened = cards[0].thread_id == active
        kept = number if opened else kept
        tall = full_height(cards[0], wide)
        top = _clear_of_phrase(y, tall, page) if opened and narrow else y - ABOVE_LINE
        following = piles[number + 1][0] - ABOVE_LINE if number + 1 < len(piles) else page
        alone = not more and len(cards) == 1 and not cards[0].resolved and top + tall + GAP <= following
        whole.append(opened or (alone and not narrow))
        wanted.append(top)
        heights.append((round(tall) if whole[-1] else COMPACT) + (PILE if more else 0))
    found: list[PlacedCard] = []
    for pile, top, tall, open_ in zip(
        piles, stacked(wanted, heights, page, kept), heights, whole, strict=True
    ):
        _y, cards, more = pile
        box = QRectF(left, top, wide if open_ else width, tall - (PILE if more else 0))
        if open_ and narrow:
            box.moveRight(left + width)
        hidden = more + len(cards) - 1
        found.append(PlacedCard(cards[0], box, open_, hidden, cards if len(cards) > 1 else ()))
    return found


def together(ordered: Sequence[Anchored], active: int | None) -> list[tuple[float, tuple[MarginCard, ...]]]:
    """Returns the cards with those on one phrase together, unless one of them is the active one.

    Phrases that overlap are one, and so are equal provisions.
    """
    groups: list[_Group] = []
    for y, card in ordered:
        group = next((group for group in reversed(groups[-8:]) if group.takes(card)), None)
        if group is None:
            groups.append(_Group(y, card))
        else:
            group.add(card)
    found: list[tuple[float, tuple[MarginCard, ...]]] = []
    for group in groups:
        if any(card.thread_id == active for card in group.cards):
            found.extend((group.y, (card,)) for card in group.cards)
        else:
            found.append((group.y, tuple(group.cards)))
    return found


class _Group:
    """Cards of one side on phrases that overlap, and the range of all these phrases."""

    __slots__ = ("cards", "last", "start", "y")

    def __init__(self, y: float, card: MarginCard) -> None:
        self.y = y
        self.cards = [card]
        self.start, self.last = card.start, card.end

    def takes(self, card: MarginCard) -> bool:
        first = self.cards[0]
        if first.side != card.side or first.whole != card.whole:
            return False
        if card.whole:
            return self.start == card.start
        meets = card.start < self.last and card.end > self.start
        return meets and max(self.last, card.end) - min(self.start, card.start) <= _MOST_TOGETHER

    def add(self, card: MarginCard) -> None:
        self.cards.append(card)
        self.start, self.last = min(self.start, card.start), max(self.last, card.end)


def _height(anchored: Anchored) -> tuple[float, int]:
    return anchored[0], anchored[1].start


def _clear_of_phrase(y: float, tall: float, page: int) -> float:
    """Returns the position below the line of a phrase, or above it if there is more room, so that the phrase
    stays visible."""
    below, above = y + CARD_LINE + GAP, y - CARD_LINE - tall
    return below if below + tall <= page - EDGE or above < EDGE else above


def _piles(
    groups: Sequence[tuple[float, tuple[MarginCard, ...]]], page: int, active: int | None, width: float
) -> list[_Pile]:
    """Returns cards with the number of neighbours hidden behind each, so that all piles fit on the page."""
    opened = next((cards[0] for _y, cards in groups if cards[0].thread_id == active), None)
    others = len(groups) - (opened is not None)
    room = page - 2 * EDGE - (full_height(opened, width) + GAP if opened is not None else 0)
    if others * (COMPACT + GAP) <= room:
        return [(y, cards, 0) for y, cards in groups]
    fitting = max(2, int(room // (COMPACT + GAP + PILE)))
    size = -(-others // max(1, fitting - 1))
    piles: list[_Pile] = []
    members = 0
    for y, cards in groups:
        last = piles[-1] if piles else None
        if last is None or opened in (cards[0], last[1][0]) or members >= size:
            piles.append((y, cards, 0))
            members = 1
        else:
            # A pile shows its first card alone.
            hidden = last[2] + len(last[1]) - 1 + len(cards)
            piles[-1] = (last[0], last[1][:1], hidden)
            members += 1
    return piles


def cards_in_sight(
    cards: Iterable[MarginCard], active: int | None, lines: LineLayouts, value: int, page: int
) -> tuple[tuple[PlacedCard, ...], tuple[ThreadDisc, ...]]:
    """Returns the cards for a viewport `page` pixels high, scrolled by `value`, and their discs; of closed threads
    only the active one.
    """
    columns = lines.columns
    if not columns.margin:
        return (), ()
    anchored: dict[SideName, list[Anchored]] = {"old": [], "new": []}
    for card in cards:
        if card.resolved and card.thread_id != active:
            continue
        middle = _line_in_sight(card, lines, value, page)
        if middle is not None:
            side = card.side if columns.old_margin else "new"
            anchored[side].append((middle, card))
    room = min(CARD_WIDTH, columns.old_margin - 12)
    placed = (
        *place_cards(anchored["new"], MAP + 8, page, active),
        *place_cards(anchored["old"], columns.old_margin_left + 6, page, active, width=room),
    )
    discs: list[ThreadDisc] = []
    for side, found in anchored.items():
        x = columns.disc_x(side)
        if x is not None:
            made = [
                ThreadDisc(QPointF(x, y), cards)
                for y, cards in together(sorted(found, key=_height), None)
                if side == "old" or columns.old_margin or cards[0].side == "new"
            ]
            discs += spread(made, 0)
    return placed, tuple(discs)


def _line_in_sight(card: MarginCard, lines: LineLayouts, value: int, page: int) -> float | None:
    """Returns the middle of the line of a card's phrase in the viewport; None far from it, where phrases are not laid
    out.
    """
    entry = lines.reading.places.entry_at(card.side, card.start)
    line = None if entry is None else lines.reading.line_of(entry, card.side, card.start)
    if line is None:
        return None
    tops = lines.heights.tops
    if tops[line + 1] < value or tops[line] > value + page:
        return None
    found = lines.phrase_lines(card.side, card.start, card.end)
    return None if found is None else in_sight(found, value)


def in_sight(found: tuple[float, float], value: int) -> float:
    """Returns the middle of the first visible line of a phrase in the viewport, given those of its first and last
    line on the page.
    """
    first, last = found
    return max(first - value, min(last - value, ABOVE_LINE + EDGE))
