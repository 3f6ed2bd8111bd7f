"""The discs of threads beside the lines of their phrases, and the connectors to their cards.

A disc and its connector are in the gutter between text and margin: no line touches a letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop_app.wording import digits
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.widgets.comparison_view.cards import MarginCard, PlacedCard
from ui.widgets.comparison_view.thread_kinds import look_of

DISC: Final = 20
#: Distance of the end of a connector from the corners of its card.
_CORNER: Final = 12.0
#: A connector bends this far from its card.
_BEND: Final = 8.0


@dataclass(frozen=True, slots=True)
class ThreadDisc:
    """A disc with the threads on one phrase; `centre` is in the viewport."""

    centre: QPointF
    cards: tuple[MarginCard, ...]

    @property
    def box(self) -> QRectF:
        """The area that reacts to the mouse."""
        return QRectF(self.centre.x() - DISC / 2, self.centre.y() - DISC / 2, DISC, DISC)


def spread(discs: Sequence[ThreadDisc], step: float) -> list[ThreadDisc]:
    """Moves discs on one line apart by `step`, the second one away from the text. More than two become one disc."""
    found: list[ThreadDisc] = []
    for disc in sorted(discs, key=lambda disc: disc.centre.y()):
        beside = [one for one in found if abs(one.centre.y() - disc.centre.y()) < DISC]
        if not beside:
            found.append(disc)
        elif len(beside) == 1 and step:
            found.append(ThreadDisc(QPointF(beside[0].centre.x() + step, disc.centre.y()), disc.cards))
        else:
            last = found.pop()
            found.append(ThreadDisc(last.centre, (*last.cards, *disc.cards)))
    return found


def colour_of(card: MarginCard, *, active: bool, near: bool) -> QColor:
    """Returns the colour of the lines of a thread: quiet, or that of its kind if it is active."""
    now = theme()
    if active:
        return now.colour(look_of(card.kind).ink)
    return now.edge if near else now.line2


def draw_disc(painter: QPainter, disc: ThreadDisc, active: int | None, near: int | None) -> None:
    """Draws a disc: the glyph of its kind, or the number of its threads."""
    now = theme()
    lit = next((card for card in disc.cards if card.thread_id == active), None)
    shown = lit or disc.cards[0]
    hovered = any(card.thread_id == near for card in disc.cards)
    ring = colour_of(shown, active=lit is not None, near=hovered)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(now.base)
    painter.setPen(QPen(ring, 1.5 if lit is not None else 1))
    painter.drawEllipse(disc.centre, DISC / 2 - 0.5, DISC / 2 - 0.5)
    painter.restore()
    if len(disc.cards) > 1:
        painter.setFont(font("key", bold=True))
        painter.setPen(now.text)
        painter.drawText(disc.box, int(Qt.AlignmentFlag.AlignCenter), digits(len(disc.cards)))
        return
    look = look_of(shown.kind)
    area = QRectF(disc.centre.x() - 6.5, disc.centre.y() - 6.5, 13, 13)
    paint_icon(painter, area, look.icon, now.colour(look.ink))


def draw_connector(
    painter: QPainter, disc: ThreadDisc, edge: float, placed: PlacedCard, colour: QColor
) -> None:
    """Draws the line from a disc to its card. `edge` is the x of the border between gutter and margin."""
    left = placed.box.center().x() < disc.centre.x()
    start = disc.centre.x() + (-DISC / 2 if left else DISC / 2)
    end = placed.box.right() if left else placed.box.left()
    if (left and end > edge) or (not left and end < edge):
        # The card lies over the text.
        return
    y = disc.centre.y()
    at = min(max(y, placed.box.top() + _CORNER), placed.box.bottom() - _CORNER)
    bend = end + (_BEND if left else -_BEND)
    bend = min(bend, edge) if left else max(bend, edge)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    points = [QPointF(start, y), QPointF(edge, y), QPointF(bend, at), QPointF(end, at)]
    painter.drawPolyline(QPolygonF(points))
    painter.restore()
