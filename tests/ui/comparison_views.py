"""A view of a comparison in a window of its own, and where to click in it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import Comparison, SideName
from tests.comparison.drafts import sentence
from tests.ui.comparison_samples import gallery_bylaw
from ui.theme import appearance
from ui.widgets.comparison_view import ComparisonView
from ui.widgets.comparison_view.commands import make_commands
from ui.widgets.comparison_view.lines import text_top
from ui.widgets.comparison_view.rows import Row

Opens = Callable[[Comparison], ComparisonView]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    direction = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    appearance().choose("light")
    appearance().scale_documents(1.0)
    appearance().put_on(qapp)
    yield
    appearance().choose("light")
    appearance().scale_documents(1.0)
    qapp.setLayoutDirection(direction)


@pytest.fixture
def opened(qtbot: QtBot) -> Opens:
    def show(comparison: Comparison) -> ComparisonView:
        view = ComparisonView()
        qtbot.addWidget(view)
        make_commands(view, view)
        view.resize(1084, 640)
        view.set_comparison(comparison, "نسخهٔ ۲", "نسخهٔ ۳")
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.setFocus()
        return view

    return show


@pytest.fixture
def view(opened: Opens) -> ComparisonView:
    return opened(gallery_bylaw())


def line_top(view: ComparisonView, index: int) -> int:
    assert view.lines is not None
    return view.lines.heights.tops[index] - view.verticalScrollBar().value()


def click(view: ComparisonView, x: float, y: float) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))


def point_of(view: ComparisonView, name: SideName, words: str, *, end: bool = False) -> QPoint:
    """Where the first (or last) character of `words` stands, a little inside of it."""
    assert view.reading is not None
    assert view.lines is not None
    lines, reading = view.lines, view.reading
    text = reading.comparison.old.text if name == "old" else reading.comparison.new.text
    start = text.index(words)
    at = start + len(words) - 1 if end else start
    entry = reading.places.entry_at(name, at)
    assert entry is not None
    index = reading.line_of(entry, name, at)
    assert index is not None
    line = reading.lines[index]
    assert isinstance(line, Row)
    block = lines.block(line, name)
    assert block is not None
    [box, *_] = block.rectangles(at, at + 1)
    x = lines.columns.left(name) + 16 + (box.left() + 1 if end else box.right() - 1)
    return QPoint(round(x), round(line_top(view, index) + text_top(line) + box.center().y()))


def colours(view: ComparisonView) -> set[str]:
    image: QImage = view.viewport().grab().toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def long_pair() -> Comparison:
    chance = random.Random(3)
    old = [sentence(chance) for _ in range(16)]
    new = [words if at != 8 else words.replace("را", "را بی‌درنگ", 1) for at, words in enumerate(old)]
    return compare_texts("ماده ۱ـ " + " ".join(old), "ماده ۱ـ " + " ".join(new))
