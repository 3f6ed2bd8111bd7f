"""Pictures of margin cards and discs: each is drawn once and copied afterwards, because scrolling paints all of them
again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.theme import theme
from ui.widgets.comparison_view.cards import PlacedCard, draw_card
from ui.widgets.comparison_view.row_painting import page_direction
from ui.widgets.comparison_view.thread_discs import DISC, ThreadDisc, draw_disc

#: Room around a picture for frames and for the cards behind a card, in pixels.
_AROUND: Final = 8
#: The most pictures that are kept: those of some screens.
_KEPT: Final = 160
_pictures: OrderedDict[Hashable, QPixmap] = OrderedDict()


def paint_card(painter: QPainter, placed: PlacedCard, active: int | None, near: int | None) -> None:
    """Paints a card as `draw_card` draws it; `active` and `near` are threads."""
    box = placed.box
    lit, hovered = active in placed.threads, near in placed.threads
    key = (placed.card, placed.together, placed.whole, placed.more, box.width(), box.height(), lit, hovered)
    moved = replace(placed, box=QRectF(_AROUND, _AROUND, box.width(), box.height()))
    _paint(painter, key, box, lambda inner: draw_card(inner, moved, active=lit, near=hovered))


def paint_disc(painter: QPainter, disc: ThreadDisc, active: int | None, near: int | None) -> None:
    """Paints a disc as `draw_disc` draws it."""
    kinds = tuple(card.kind for card in disc.cards)
    lit = next((n for n, card in enumerate(disc.cards) if card.thread_id == active), None)
    hovered = any(card.thread_id == near for card in disc.cards)
    # A disc at a fraction of a pixel would be blurred.
    box = QRectF(round(disc.centre.x() - DISC / 2), round(disc.centre.y() - DISC / 2), DISC, DISC)
    moved = ThreadDisc(QPointF(_AROUND + DISC / 2, _AROUND + DISC / 2), disc.cards)
    _paint(painter, (kinds, lit, hovered), box, lambda inner: draw_disc(inner, moved, active, near))


def _paint(painter: QPainter, key: Hashable, box: QRectF, draw: Callable[[QPainter], object]) -> None:
    ratio = painter.device().devicePixelRatio()
    whole = (key, theme().scheme, ratio, page_direction())
    picture = _pictures.get(whole)
    if picture is None:
        size = box.size() * ratio + QRectF(0, 0, 2 * _AROUND * ratio, 2 * _AROUND * ratio).size()
        picture = QPixmap(size.toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        inner = QPainter(picture)
        draw(inner)
        inner.end()
        _pictures[whole] = picture
        if len(_pictures) > _KEPT:
            _pictures.popitem(last=False)
    else:
        _pictures.move_to_end(whole)
    painter.drawPixmap(QPointF(box.left() - _AROUND, box.top() - _AROUND), picture)
