"""Lines of text that are laid out once: they look as Qt draws them, are cut where Qt cuts them, and few are kept."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.persian.joined_numbers import for_display, shown_digits
from ui.lines import MOST_KEPT, PaintedLine, _cache, line_of
from ui.theme import appearance, theme
from ui.widgets.painting import draw_marked_text, draw_text
from ui.widgets.plain import PlainLabel

BOX = QRectF(7, 0, 210, 36)
TEXTS = (
    "درخواست پروانه",
    "نامهٔ شمارهٔ ۱۲۳/الف (نسخهٔ دوم) دربارهٔ «خانه‌ای پشت ابر»",
    "با سلام و احترام، به استحضار می‌رساند این موسسه از سال ۱۳۹۵ کتاب چاپ می‌کند و پروانه ندارد " * 3,
    "ISBN 978-3-16 was refused, and nobody has said why",
    "لا لا إلا الله",
    "",
)


def blank(ratio: float) -> QImage:
    image = QImage(round(230 * ratio), round(46 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    return image


def as_qt_draws(text: str, ratio: float) -> QImage:
    image, which = blank(ratio), theme().font("secondary")
    painter = QPainter(image)
    painter.setFont(which)
    painter.setPen(theme().text)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown = text.rstrip()
    if QFontMetricsF(which).horizontalAdvance(shown) > BOX.width():
        shown = QFontMetricsF(which).elidedText(shown, Qt.TextElideMode.ElideRight, BOX.width() + 0.5)
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(BOX, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)
    painter.end()
    return image


def as_drawn_here(text: str, ratio: float) -> QImage:
    image = blank(ratio)
    painter = QPainter(image)
    draw_text(painter, BOX, text, theme().face("secondary"), theme().text)
    painter.end()
    return image


def test_a_number_of_several_parts_runs_from_left_to_right(qapp: QApplication) -> None:
    text = "تلفن ۰۲۱-۸۸۷۷۶۶۵۵ است"
    drawn = as_drawn_here(text, 1.0)
    assert drawn == as_qt_draws(for_display(text)[0], 1.0)
    assert drawn != as_qt_draws(text, 1.0)
    label = PlainLabel(text)
    assert label.text() == text
    assert QLabel.text(label) == for_display(text)[0]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("text", TEXTS)
def test_a_line_looks_as_qt_draws_it_the_second_time_too(qapp: QApplication, text: str, ratio: float) -> None:
    wanted = as_qt_draws(for_display(text)[0], ratio)
    assert as_drawn_here(text, ratio) == wanted
    assert as_drawn_here(text, ratio) == wanted


WORDS = st.sampled_from(
    """و که می‌رود پروانه، نشر کتابخانه‌های ۱۲۳۴ ISBN 978-3 (iii) لا إلا «الف» اِعرابِ … ااااااا 😀
    lllll""".split()  # noqa: SIM905 - eighteen quoted words read worse
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=80), room=st.floats(0, 500))
def test_a_long_text_is_cut_where_qt_cuts_the_whole_of_it(
    qapp: QApplication, words: list[str], room: float
) -> None:
    text, which = " ".join(words), theme().font("secondary")
    shown = QFontMetricsF(which).elidedText(shown_digits(text), Qt.TextElideMode.ElideRight, room + 0.5)
    made = line_of(text, theme().face("secondary"), True, room)
    assert made.width == PaintedLine(shown, which, True, []).width


def test_no_more_lines_are_kept_than_some_screens_hold(qapp: QApplication) -> None:
    for number in range(MOST_KEPT + 300):
        line_of(f"مورد {number}", theme().face("secondary"), True, 200)
    assert len(_cache) == MOST_KEPT


def test_a_line_that_is_in_use_stays_when_others_go(qapp: QApplication) -> None:
    used = line_of("پروانهٔ نشر", theme().face("secondary"), True, 200)
    for number in range(2 * MOST_KEPT):
        line_of(f"مورد {number}", theme().face("secondary"), True, 200)
        assert line_of("پروانهٔ نشر", theme().face("secondary"), True, 200) is used


def test_another_theme_or_size_of_text_begins_anew(qapp: QApplication) -> None:
    line_of("پروانهٔ نشر", theme().face("document"), True, 900)
    small = line_of("پروانهٔ نشر", theme().face("document"), True, 900).width
    appearance().choose("dark")
    assert len(_cache) == 0
    appearance().scale_documents(1.5)
    assert len(_cache) == 0
    assert line_of("پروانهٔ نشر", theme().face("document"), True, 900).width > small * 1.3


def test_what_is_searched_for_is_marked_and_no_longer_when_it_is_not(qapp: QApplication) -> None:
    def ground_in(ranges: tuple[tuple[int, int], ...]) -> bool:
        image = blank(1.0)
        painter = QPainter(image)
        draw_marked_text(
            painter, BOX, TEXTS[0], ranges, theme().face("secondary"), theme().text, QColor("#00ff00")
        )
        painter.end()
        return any(
            image.pixelColor(x, y) == QColor("#00ff00")
            for x in range(image.width())
            for y in range(image.height())
        )

    assert [ground_in(()), ground_in(((8, 14),)), ground_in(())] == [False, True, False]
