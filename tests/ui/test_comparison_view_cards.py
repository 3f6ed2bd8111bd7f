"""Cards of annotations beside the texts of a comparison."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.comparison_views import click, dressed, opened, view
from ui.widgets.comparison_view import CardReply, ComparisonView, MarginCard, cards
from ui.widgets.comparison_view.cards import PlacedCard

__all__ = ["dressed", "opened", "view"]


def card(view: ComparisonView, words: str, number: int = 1, **more: object) -> MarginCard:
    assert view.reading is not None
    start = view.reading.comparison.new.text.index(words)
    return MarginCard(
        number,
        "new",
        start,
        start + len(words),
        "objection",
        "کارشناس حقوقی",
        "دیروز",
        "ناسازگار است",
        **more,  # type: ignore[arg-type]
    )


def test_a_click_on_a_card_opens_its_thread(qtbot: QtBot, view: ComparisonView) -> None:
    view.set_cards([card(view, "کارگروه", 7)])
    [placed] = view.shown.placed
    with qtbot.waitSignal(view.thread_opened) as told:
        click(view, placed.box.center().x(), placed.box.top() + 6)
    assert told.args == [7]


def test_a_card_offers_to_close_its_thread(qtbot: QtBot, view: ComparisonView) -> None:
    view.set_cards([card(view, "کارگروه", 7)])
    [placed] = view.shown.placed
    with qtbot.waitSignal(view.thread_resolve_requested) as told:
        click(view, placed.resolve_box.center().x(), placed.resolve_box.center().y())
    assert told.args == [7]


def test_cards_never_lie_upon_each_other(view: ComparisonView) -> None:
    reply = CardReply("مدیر", "امروز", "چنین شود")
    made = [
        card(view, words, n, replies=(reply,)) for n, words in enumerate(["کارگروه", "پنج سال", "کتبی"], 1)
    ]
    view.set_cards(made)
    boxes = [placed.box for placed in view.shown.placed]
    assert len(boxes) == 3
    assert all(a.bottom() < b.top() for a, b in pairwise(boxes))


def test_a_settled_thread_leaves_the_margin(view: ComparisonView) -> None:
    view.set_cards([card(view, "کارگروه", 7, resolved=True)])
    assert not view.shown.placed
    view.set_active_thread(7)
    assert len(view.shown.placed) == 1


def test_a_narrow_view_gives_the_margin_to_the_texts(view: ComparisonView) -> None:
    view.set_cards([card(view, "کارگروه", 7)])
    view.resize(600, 500)
    assert view.lines is not None
    assert view.lines.columns.margin == 0
    assert not view.shown.placed
    assert not view.viewport().grab().isNull()


def _drawn_head(placed: PlacedCard, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the head of a card says, piece by piece, as it is drawn."""
    told: list[str] = []

    def piece(_painter: object, _box: object, _right: float, _top: float, words: str, *rest: object) -> float:
        told.append(words)
        return QFontMetricsF(rest[0]).horizontalAdvance(words)  # type: ignore[call-overload,no-any-return]

    # Words leave no trace in a picture: they are taken where they are drawn.
    monkeypatch.setattr(cards, "_piece", piece)
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    cards.draw_card(painter, placed, active=False)
    painter.end()
    return told


def test_the_day_of_a_card_is_told_whole_or_in_its_tip(
    view: ComparisonView, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.set_cards([card(view, "کارگروه")])
    [placed] = view.shown.placed
    assert view.tip_at(placed.box.center().toPoint()) == "ایراد\nکارشناس حقوقی · دیروز"
    assert _drawn_head(placed, monkeypatch) == ["کارشناس حقوقی", "دیروز"]
    earlier = replace(placed, card=replace(placed.card, when="۲۱ اردیبهشت"))
    assert _drawn_head(earlier, monkeypatch) == ["کارشناس حقوقی"]
