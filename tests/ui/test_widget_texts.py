"""Texts in widgets: their direction, where their lines begin, mark-up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.persian.text import ZWNJ
from ui.theme import theme
from ui.widgets.avatar import initials
from ui.widgets.painting import Mirror, draw_text, reads_right_to_left
from ui.widgets.plain import PlainLabel, PlainText, tip_text


def test_mark_up_is_shown_and_not_obeyed(qtbot: QtBot) -> None:
    hostile = '<b>سلام</b> <img src="file:///etc/passwd">'
    label = PlainLabel(hostile, elide=True)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == hostile
    assert "<img" not in label.toolTip()
    assert "&lt;img" in tip_text(hostile)
    view = PlainText(hostile)
    qtbot.addWidget(view)
    assert view.toPlainText() == hostile


def test_a_persian_page_keeps_its_direction_for_a_text_that_begins_in_latin(qtbot: QtBot) -> None:
    view = PlainText("PDF پیوست است.")
    qtbot.addWidget(view)
    option = view.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft


def ink(draw: Callable[[QPainter], object], width: int = 200, height: int = 40) -> tuple[int, int]:
    """The first and last column that `draw` paints on."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    columns = [x for x in range(width) for y in range(height) if image.pixelColor(x, y).alpha() > 60]
    return min(columns), max(columns)


@pytest.mark.parametrize("text", ["نامه", "PDF"])
def test_text_starts_at_the_right_edge_in_persian_and_at_the_left_in_english(
    qapp: QApplication, text: str
) -> None:
    rect = QRectF(0, 0, 200, 40)

    def draw(painter: QPainter) -> None:
        draw_text(painter, rect, text, theme().font("interface"), theme().text)

    assert ink(draw)[1] > 190
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert ink(draw)[0] < 10


def test_persian_keeps_its_direction_on_an_english_page(qapp: QApplication) -> None:
    assert reads_right_to_left("PDF پیوست است.")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert reads_right_to_left("«ماهی» رسید.")
    assert not reads_right_to_left("PDF پیوست است.")
    assert not reads_right_to_left("12 …")


def test_a_long_text_is_cut_and_stays_in_its_box(qapp: QApplication) -> None:
    def draw(painter: QPainter) -> None:
        draw_text(painter, QRectF(50, 0, 100, 40), "متن " * 5000, theme().font("interface"), theme().text)

    first, last = ink(draw)
    assert first >= 48
    assert last <= 151


def test_leading_positions_are_mirrored_inside_their_container() -> None:
    box = QRectF(100, 0, 400, 36)
    assert Mirror(box, False).at(10, 50) == QRectF(110, 0, 50, 36)
    assert Mirror(box, True).at(10, 50) == QRectF(440, 0, 50, 36)


def test_the_letters_of_a_name_do_not_join() -> None:
    assert initials("سارا کاظمی") == f"س{ZWNJ}ک"
    assert initials("سیمرغ") == "س"
    assert initials("") == ""


def test_lines_of_a_wrapped_persian_text_all_begin_at_its_right_edge_and_none_is_cut_off(
    qtbot: QtBot,
) -> None:
    words = "چیزی سنجاق نشده است. این را بر حکمی حذف‌شده و سپس بر حکمی الحاقی بزنید تا آن دو یکی شوند و جدا نباشند."
    label = PlainLabel(words, "header", wrap=True)
    qtbot.addWidget(label)
    for width in range(180, 320, 4):
        label.resize(width, label.heightForWidth(width))
        image = label.grab().toImage()
        edges = _ink_by_line(image)
        assert len(edges) > 1
        assert max(right for _, right in edges) - min(right for _, right in edges) <= 4, width
        assert min(left for left, _ in edges) >= 1, width


def _ink_by_line(image: QImage) -> list[tuple[int, int]]:
    """The first and last column with ink of each line."""
    ground = image.pixelColor(0, 0).lightness()
    lines: list[tuple[int, int]] = []
    within = False
    for y in range(image.height()):
        inked = [x for x in range(image.width()) if abs(image.pixelColor(x, y).lightness() - ground) > 60]
        if inked and within:
            lines[-1] = (min(lines[-1][0], inked[0]), max(lines[-1][1], inked[-1]))
        elif inked:
            lines.append((inked[0], inked[-1]))
        within = bool(inked)
    # Dots below and above letters may stand apart from them: what is narrower than a word is no line.
    return [line for line in lines if line[1] - line[0] > image.width() // 4]
