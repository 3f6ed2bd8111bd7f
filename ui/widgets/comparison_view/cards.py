"""Cards of annotation threads in the margin, next to the annotated phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop_app.comparison.result import SideName
from desktop_app.wording import digits, fill, translate
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import RADIUS
from ui.widgets.chip import draw_chip
from ui.widgets.comparison_view.card_words import (
    CARD_LINE,
    CARD_PADDING,
    CARD_WIDTH,
    shortened,
    words_height,
)
from ui.widgets.comparison_view.row_painting import page_direction
from ui.widgets.painting import fill_rounded, text_width
from ui.widgets.wrapped import draw_wrapped

_CHIP: Final = 22
_COMPACT: Final = 32
_GAP: Final = 8
#: The anchor of a card is this far above the bottom of its phrase.
ABOVE_FOOT: Final = 40.0
#: Minimum distance of cards from the top and bottom of the viewport.
_TOP: Final = 8.0
#: Visible height of the edges of a pile below its first card.
_PILE: Final = 6
#: The chip colour of each kind of thread (see `ui.widgets.chip.draw_chip`).
KIND_COLOURS: Final = {"note": "slate", "question": "info", "objection": "danger", "suggestion": "viol"}

KIND_ICONS: Final = {
    "note": "ph.note", "question": "ph.question", "objection": "ph.warning-circle", "suggestion": "ph.pencil-line",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CardReply:
    """A reply. All texts are formatted for display."""

    author: str
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class MarginCard:
    """A thread on `[start, end)` (code points) of one side.

    `kind` is note, question, objection or suggestion. `when` is formatted for display.
    """

    thread_id: int
    side: SideName
    start: int
    end: int
    kind: str
    author: str
    when: str
    text: str
    replies: tuple[CardReply, ...] = ()
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card and its box in the viewport. A card that is not `whole` is collapsed to one line."""

    card: MarginCard
    box: QRectF
    whole: bool
    #: The number of further cards hidden behind this one for lack of room.
    more: int = 0

    @property
    def resolve_box(self) -> QRectF:
        """The area of the link that closes the thread, on an expanded card."""
        return QRectF(self.box.left() + CARD_PADDING - 4, self.box.bottom() - 30, 72, 24)

    @property
    def reply_box(self) -> QRectF:
        """The area of the link to reply, on an expanded card."""
        return QRectF(self.box.right() - CARD_PADDING - 44, self.box.bottom() - 30, 48, 24)


def kind_name(kind: str) -> str:
    """Returns the name of a kind of thread."""
    return {
        "note": translate("Comparison", "Note"),
        "question": translate("Comparison", "Question"),
        "objection": translate("Comparison", "Objection"),
        "suggestion": translate("Comparison", "Suggested wording"),
    }.get(kind, kind)


def card_tip(card: MarginCard) -> str:
    """Returns the tool tip of a card: its kind, author and date."""
    return "\n".join([kind_name(card.kind), translate("Comparison", " · ").join([card.author, card.when])])


def place_cards(
    anchored: Sequence[tuple[float, MarginCard]],
    left: float,
    page: float,
    active: int | None,
    *,
    width: float = CARD_WIDTH,
) -> list[PlacedCard]:
    """Returns boxes for cards at the heights of their phrases, from top to bottom without overlap.

    A card is expanded if there is room before the next one; the card of thread `active` always is, and is never
    in a pile. If even collapsed cards do not fit, neighbours form piles that show only the first card. In a
    margin narrower than a card, all but the active one are bubbles, and that one overlaps the text. `page` is the
    height of the viewport.
    """
    narrow = width < CARD_WIDTH
    piles = _piles(sorted(anchored, key=lambda pair: pair[0]), page, active)
    placed: list[PlacedCard] = []
    free = _TOP
    for number, (y, card, more) in enumerate(piles):
        tall = full_height(card)
        following = piles[number + 1][0] if number + 1 < len(piles) else page
        clear = _clear_of_phrase(y, tall, page) if narrow and card.thread_id == active else y
        top = max(min(clear, page - _TOP - tall), free)
        alone = not more and not card.resolved and top + tall + _GAP <= following
        whole = card.thread_id == active or (alone and not narrow)
        if not whole:
            tall = float(_COMPACT)
            top = max(y, free)
        box = QRectF(left, round(top), CARD_WIDTH if whole else width, tall)
        if whole and narrow:
            box.moveRight(left + width)
        placed.append(PlacedCard(card, box, whole, more))
        free = round(top) + tall + _GAP + (_PILE if more else 0)
    return _lifted(placed, page)


def _clear_of_phrase(y: float, tall: float, page: float) -> float:
    """Returns the position below the line of a phrase, or above it if there is more room, so that the phrase
    stays visible."""
    below, above = y + ABOVE_FOOT + _GAP, y + ABOVE_FOOT - 2 * CARD_LINE - tall
    return below if below + tall <= page - _TOP or above < _TOP else above


def _piles(
    ordered: Sequence[tuple[float, MarginCard]], page: float, active: int | None
) -> list[tuple[float, MarginCard, int]]:
    """Returns cards with the number of neighbours hidden behind each, so that all piles fit on the page."""
    opened = next((card for _y, card in ordered if card.thread_id == active), None)
    others = len(ordered) - (opened is not None)
    room = page - 2 * _TOP - (full_height(opened) + _GAP if opened is not None else 0)
    if others * (_COMPACT + _GAP) <= room:
        return [(y, card, 0) for y, card in ordered]
    fitting = max(2, int(room // (_COMPACT + _GAP + _PILE)))
    size = -(-others // max(1, fitting - 1))
    piles: list[tuple[float, MarginCard, int]] = []
    for y, card in ordered:
        last = piles[-1] if piles else None
        if last is None or opened in (card, last[1]) or last[2] + 1 >= size:
            piles.append((y, card, 0))
        else:
            piles[-1] = (last[0], last[1], last[2] + 1)
    return piles


def _lifted(placed: list[PlacedCard], page: float) -> list[PlacedCard]:
    """Moves cards up that would be below the page, as far as the ones above leave room."""
    floor = page - _TOP
    lifted: list[PlacedCard] = []
    for one in reversed(placed):
        foot = _PILE if one.more else 0
        top = min(one.box.top(), floor - one.box.height() - foot)
        lifted.append(replace(one, box=QRectF(one.box.left(), round(top), one.box.width(), one.box.height())))
        floor = round(top) - _GAP
    lifted.reverse()
    return lifted


def full_height(card: MarginCard) -> float:
    """Returns the height of an expanded card."""
    height = CARD_PADDING + _CHIP + 4 + words_height(card.text)
    for reply in card.replies[-2:]:
        height += 17 + words_height(_reply_words(reply))
    return height + 40


def draw_card(painter: QPainter, placed: PlacedCard, *, active: bool) -> None:
    """Draws a card, with muted colours for a resolved thread."""
    now, box, card = theme(), placed.box, placed.card
    for behind in range(min(placed.more, 2), 0, -1):
        edge = box.adjusted(3 * behind, 3 * behind, -3 * behind, 3 * behind)
        fill_rounded(painter, edge, now.pane, RADIUS, now.line2)
    fill_rounded(painter, box, now.base, RADIUS, now.accent if active else now.line2)
    if box.width() < CARD_WIDTH:
        _draw_bubble(painter, placed)
        return
    top = box.top() + (8 if placed.whole else 5)
    _draw_head(painter, placed, top)
    if not placed.whole:
        return
    y = top + _CHIP + 6
    y += _draw_words(painter, box, y, card.text, now.text3 if card.resolved else now.text)
    for reply in card.replies[-2:]:
        painter.fillRect(QRectF(box.left() + 1, y + 7, box.width() - 2, 1), now.line)
        y += 17 + _draw_words(painter, box, y + 15, _reply_words(reply), now.text2)
    _link(painter, placed.reply_box, translate("Comparison", "Reply"), now.text)
    if card.resolved:
        _link(painter, placed.resolve_box, translate("Comparison", "Closed"), now.text3)
        return
    _link(painter, placed.resolve_box, translate("Comparison", "Close"), now.acctext)
    tick = placed.resolve_box
    paint_icon(painter, QRectF(tick.right() - 14, tick.center().y() - 7, 14, 14), "ph.check", now.acctext)


def _draw_bubble(painter: QPainter, placed: PlacedCard) -> None:
    """Draws the icon of the kind in its colour, and the number of threads if there are several."""
    box, colour = placed.box, KIND_COLOURS.get(placed.card.kind, "slate")
    side = 16.0
    area = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    if placed.more:
        area.moveLeft(box.left() + 3)
        count = QRectF(area.right(), box.top(), box.right() - area.right() - 2, box.height())
        painter.setFont(font("key", bold=True))
        painter.setPen(theme().colour(colour))
        painter.drawText(count, int(Qt.AlignmentFlag.AlignCenter), digits(placed.more + 1))
    paint_icon(painter, area, KIND_ICONS.get(placed.card.kind, "ph.chat-circle"), theme().colour(colour))


def draw_leader(painter: QPainter, phrase: QPointF, edge: float, placed: PlacedCard) -> None:
    """Draws the line from a phrase (its bottom on the side of the card) to its card, unless the card overlaps the
    text."""
    if placed.box.left() < edge < placed.box.right():
        return
    y = min(max(phrase.y(), placed.box.top() + 14), placed.box.bottom() - 10)
    to = QPointF(placed.box.right() if placed.box.left() < edge else placed.box.left(), y)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().accent, 1))
    painter.drawPolyline(QPolygonF([phrase, QPointF(edge, phrase.y()), to]))
    painter.restore()


def _draw_head(painter: QPainter, placed: PlacedCard, top: float) -> None:
    now, box, card, whole = theme(), placed.box, placed.card, placed.whole
    which = font("header")
    which.setWeight(which.Weight.Medium)
    name = kind_name(card.kind)
    width = text_width(name, which) + 16
    right = box.right() - 8
    draw_chip(painter, QRectF(right - width, top, width, _CHIP), name, KIND_COLOURS.get(card.kind, "slate"))
    right -= width + 8
    if whole:
        strong = font("secondary", bold=True)
        taken = _piece(painter, box, right, top, card.author, strong, now.text)
        right -= taken + 8
        # A truncated date would be a wrong one. The list of threads shows it in full.
        if text_width(card.when, font("header")) <= right - box.left() - 8:
            _piece(painter, box, right, top, card.when, font("header"), now.text2)
        return
    words = card.author
    if placed.more:
        words = fill(translate("Comparison", "and {n} more"), n=placed.more)
    elif card.replies:
        words = fill(translate("Comparison", "{n} replies"), n=len(card.replies))
    _piece(painter, box, right, top, words, font("header"), now.text2)


def _piece(
    painter: QPainter, box: QRectF, right: float, top: float, words: str, which: object, ink: QColor
) -> float:
    painter.setFont(which)  # type: ignore[arg-type]
    painter.setPen(ink)
    painter.setLayoutDirection(page_direction())
    room = right - box.left() - 8
    if room < 16:
        return 0
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(QRectF(right - room, top - 1, room, _CHIP), int(flags), shown)
    return metrics.horizontalAdvance(shown)


def _draw_words(painter: QPainter, box: QRectF, y: float, words: str, ink: QColor) -> float:
    height = words_height(words)
    room = QRectF(box.left() + CARD_PADDING, y, CARD_WIDTH - 2 * CARD_PADDING, height)
    draw_wrapped(painter, room, shortened(words), font("secondary"), ink, rtl=True)
    return height


def _reply_words(reply: CardReply) -> str:
    return fill(translate("Comparison", "{author}: {text}"), author=reply.author, text=reply.text)


def _link(painter: QPainter, box: QRectF, words: str, ink: QColor) -> None:
    which = font("secondary")
    which.setWeight(which.Weight.Medium)
    painter.setFont(which)
    painter.setPen(ink)
    painter.setLayoutDirection(page_direction())
    painter.drawText(box.adjusted(2, 0, -4, 0), int(Qt.AlignmentFlag.AlignCenter), words)
