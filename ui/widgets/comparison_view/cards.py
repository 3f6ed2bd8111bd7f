"""Cards of annotation threads in the margin, next to the annotated phrase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop_app.comparison.result import SideName
from desktop_app.wording import digits, fill, translate
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import RADIUS, RADIUS_CHIP
from ui.widgets.chip import draw_chip
from ui.widgets.comparison_view.card_words import (
    CARD_PADDING,
    CARD_WIDTH,
    shortened,
    words_height,
)
from ui.widgets.comparison_view.row_painting import page_direction
from ui.widgets.comparison_view.thread_kinds import kind_name, look_of
from ui.widgets.painting import fill_rounded, text_width
from ui.widgets.wrapped import draw_wrapped

_CHIP: Final = 22
#: The most glyphs on a card for several threads.
_MOST_GLYPHS: Final = 3
#: The height of a collapsed card.
COMPACT: Final = 32
#: Visible height of the edges of a pile below its first card.
PILE: Final = 6


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
    #: Whether it is about the whole provision, so that not all of its words are marked.
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card and its box in the viewport. A card that is not `whole` is collapsed to one line."""

    card: MarginCard
    box: QRectF
    whole: bool
    #: The number of further cards hidden behind this one for lack of room, or because they are on the same phrase.
    more: int = 0
    #: All cards on one phrase that this card stands for.
    together: tuple[MarginCard, ...] = ()

    @property
    def threads(self) -> tuple[int, ...]:
        """The threads on the phrase of this card."""
        return tuple(card.thread_id for card in self.together or (self.card,))

    @property
    def resolve_box(self) -> QRectF:
        """The area of the link that closes the thread, on an expanded card."""
        return QRectF(self.box.left() + CARD_PADDING - 4, self.box.bottom() - 30, 72, 24)

    @property
    def reply_box(self) -> QRectF:
        """The area of the link to reply, on an expanded card."""
        return QRectF(self.box.right() - CARD_PADDING - 44, self.box.bottom() - 30, 48, 24)


def card_tip(card: MarginCard) -> str:
    """Returns the tool tip of a card: its kind, author and date."""
    return "\n".join([kind_name(card.kind), translate("Comparison", " · ").join([card.author, card.when])])


def full_height(card: MarginCard, width: float = CARD_WIDTH) -> float:
    """Returns the height of an expanded card of a width."""
    height = CARD_PADDING + _CHIP + 4 + words_height(card.text, width)
    for reply in card.replies[-2:]:
        height += 17 + words_height(_reply_words(reply), width)
    return height + 40


def draw_card(painter: QPainter, placed: PlacedCard, *, active: bool, near: bool = False) -> None:
    """Draws a card, with muted colours for a resolved thread. The border of the active one has the colour of its
    kind; `near` marks the one under the mouse.
    """
    now, box, card = theme(), placed.box, placed.card
    border = now.colour(look_of(card.kind).ink) if active else now.edge if near else now.line2
    for behind in range(min(placed.more, 2), 0, -1):
        edge = box.adjusted(3 * behind, 3 * behind, -3 * behind, 3 * behind)
        fill_rounded(painter, edge, now.pane, RADIUS, now.line2)
    fill_rounded(painter, box, now.base, RADIUS, border)
    if box.width() < CARD_WIDTH:
        _draw_bubble(painter, placed)
        return
    if placed.together:
        _draw_together(painter, placed)
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
    box, look = placed.box, look_of(placed.card.kind)
    side = 16.0
    area = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    if placed.more:
        area.moveLeft(box.left() + 3)
        count = QRectF(area.right(), box.top(), box.right() - area.right() - 2, box.height())
        painter.setFont(font("key", bold=True))
        painter.setPen(theme().colour(look.ink))
        painter.drawText(count, int(Qt.AlignmentFlag.AlignCenter), digits(placed.more + 1))
    paint_icon(painter, area, look.icon, theme().colour(look.ink))


def _draw_together(painter: QPainter, placed: PlacedCard) -> None:
    """Draws the glyphs of the threads on one phrase, and their number."""
    box, now, right = placed.box, theme(), placed.box.right() - 6
    for kind in list(dict.fromkeys(card.kind for card in placed.together))[:_MOST_GLYPHS]:
        look = look_of(kind)
        chip = QRectF(right - _CHIP, box.top() + 5, _CHIP, _CHIP)
        fill_rounded(painter, chip, now.colour(look.ground), RADIUS_CHIP)
        paint_icon(painter, chip.adjusted(4, 4, -4, -4), look.icon, now.colour(look.ink))
        right -= _CHIP + 4
    paint_icon(painter, QRectF(box.left() + 6, box.top() + 10, 12, 12), "ph.caret-down", now.text2)
    count = len(placed.together)
    said = fill(translate("Comparison", "{n} annotations on one phrase"), n=count)
    which = font("header")
    if text_width(said, which) > right - box.left() - 24:
        said = fill(translate("Comparison", "{n} annotations"), n=count)
    _piece(painter, box.adjusted(14, 0, 0, 0), right - 4, box.top() + 5, said, which, now.text)


def _draw_head(painter: QPainter, placed: PlacedCard, top: float) -> None:
    now, box, card, whole = theme(), placed.box, placed.card, placed.whole
    which = font("header")
    which.setWeight(which.Weight.Medium)
    name = kind_name(card.kind)
    width = text_width(name, which) + 16
    right = box.right() - 8
    draw_chip(painter, QRectF(right - width, top, width, _CHIP), name, look_of(card.kind).chip)
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
    height = words_height(words, box.width())
    room = QRectF(box.left() + CARD_PADDING, y, box.width() - 2 * CARD_PADDING, height)
    draw_wrapped(painter, room, shortened(words, box.width()), font("secondary"), ink, rtl=True)
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
