from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

import ui
from ui.icons import glyph, icon, is_directional, set_icon
from ui.theme import Choice, appearance, font, load_fonts, style_sheet, theme
from ui.theme_tokens import TOKEN_NAMES, TYPE_ROLES, Theme
from ui.widgets.button import IconButton
from ui.widgets.girih import program_icon

#: Texts and the grounds that they stand on, as the look has them.
TEXTS = {
    "text": "chrome pane base hover sel insbg delbg note accsoft",
    "text2": "chrome pane base hover sel note accsoft",
    "text3": "chrome pane base hover sel",
    "acctext": "base pane chrome sel accsoft",
    "onacc": "accent accenth accentp",
    "instext": "insbg inssoft",
    "deltext": "delbg delsoft",
    "movtext": "movbg movsoft",
    "danger": "base pane sel dangerbg",
    "warn": "base pane sel warnbg",
    "ok": "base pane okbg",
    "info": "base infobg",
    "viol": "base violbg",
    "slate": "slatebg",
    "tiptext": "tip",
    "onbrand": "brand",
    "onbrand2": "brand",
}
GRAPHICS = [
    ("edge", "base"), ("edge", "pane"), ("insline", "base"), ("delline", "base"), ("movline", "base"),
    ("ortline", "base"), ("accent", "base"), ("accent", "sel"), ("warnline", "base"),
]  # fmt: skip
PAIRS = [(name, ground) for name, grounds in TEXTS.items() for ground in grounds.split()]


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of two opaque colours by WCAG 2.1 (1 to 21)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground_by_four_and_a_half_to_one(scheme: str) -> None:
    colours = Theme("dark" if scheme == "dark" else "light")
    weak = {
        (name, ground): round(contrast(colours.colour(name), colours.colour(ground)), 2)
        for name, ground in PAIRS
        if contrast(colours.colour(name), colours.colour(ground)) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_graphic_stands_out_from_its_ground_by_three_to_one(scheme: str) -> None:
    colours = Theme("dark" if scheme == "dark" else "light")
    weak = [pair for pair in GRAPHICS if contrast(colours.colour(pair[0]), colours.colour(pair[1])) < 3]
    assert weak == []


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_a_colour_is_found_by_name_and_a_wrong_name_is_refused() -> None:
    assert theme().colour("accent") == theme().accent == QColor("#0B5A5E")
    with pytest.raises(KeyError):
        theme().colour("acccent")
    with pytest.raises(KeyError):
        theme().colour("font")


def test_a_colour_that_a_caller_alters_is_not_altered_for_others() -> None:
    theme().accent.setAlpha(10)
    assert theme().accent.alpha() == 255


def test_choosing_dark_repaints_and_tells(qapp: QApplication) -> None:
    told: list[str] = []
    appearance().theme_changed.connect(lambda: told.append(theme().scheme))
    appearance().choose("dark")
    assert told == ["dark"]
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor("#242626")
    assert Theme("dark").accent.name() in qapp.styleSheet()


def test_like_the_system_follows_what_the_system_says(qapp: QApplication) -> None:
    appearance().choose("dark")
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Light)
    assert theme().scheme == "dark"
    appearance().choose("system")
    assert theme().scheme == "light"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_style_sheet_has_no_name_left_in_it(scheme: str) -> None:
    sheet = style_sheet(Theme("dark" if scheme == "dark" else "light"))
    assert "@" not in sheet


def test_the_bundled_font_is_used_in_every_role(qapp: QApplication) -> None:
    assert "Vazirmatn" in load_fonts()
    for role in TYPE_ROLES:
        assert QFontInfo(font(role)).family().startswith("Vazirmatn"), role


def test_letters_are_as_wide_as_the_font_draws_them_in_every_role(qapp: QApplication) -> None:
    for role in TYPE_ROLES:
        small = font(role)
        large = QFont(small)
        large.setPointSizeF(small.pointSizeF() * 100)
        words = "درخواست‌های در دسترس کتاب"
        drawn = QFontMetricsF(large).horizontalAdvance(words) / 100
        # The size itself may be rounded to whole pixels.
        assert QFontMetricsF(small).horizontalAdvance(words) == pytest.approx(drawn, rel=0.025), role


def test_document_text_grows_alone_and_within_limits() -> None:
    before = font("document").pointSizeF()
    interface = font("interface").pointSizeF()
    appearance().enlarge_documents()
    assert font("document").pointSizeF() == pytest.approx(before * 1.1)
    assert font("interface").pointSizeF() == interface
    appearance().scale_documents(9)
    assert theme().document_scale == 2.0
    appearance().scale_documents(0.1)
    assert theme().document_scale == 0.8


def test_there_are_all_the_names_of_the_look_and_no_other_attribute_passes_for_one() -> None:
    assert len(TOKEN_NAMES) == 56
    assert "document_scale" not in TOKEN_NAMES


def test_an_icon_is_painted_in_the_colour_asked_for() -> None:
    picture = icon("ph.tray", "danger", size=32).pixmap(32, 32).toImage()
    found = {
        QColor(picture.pixel(x, y)).name()
        for x in range(32)
        for y in range(32)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert theme().danger.name() in found


def test_an_arrow_is_mirrored_on_a_page_that_is_read_from_right_to_left(qapp: QApplication) -> None:
    persian = icon("ph.arrow-left").pixmap(18, 18).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    english = icon("ph.arrow-left").pixmap(18, 18).toImage()
    assert persian != english
    assert icon("ph.tray").pixmap(18, 18).toImage() == icon("ph.tray").pixmap(18, 18).toImage()


def test_what_points_along_the_line_is_directional_and_a_notebook_is_not() -> None:
    assert is_directional("ph.caret-left")
    assert is_directional("ph.note")
    assert not is_directional("ph.notebook")
    assert not is_directional("ph.arrow-down")


def test_an_unknown_icon_is_an_error_and_not_an_empty_box() -> None:
    with pytest.raises(KeyError):
        icon("ph.no-such-icon")
    with pytest.raises(KeyError):
        glyph("fa.home")


def test_every_icon_that_is_named_anywhere_is_there() -> None:
    named = {
        name
        for path in sorted(Path(ui.__file__).parent.rglob("*.py"))
        for name in re.findall(r'"(ph\.[a-z0-9-]+)"', path.read_text("utf-8"))
    }
    assert len(named) > 80
    for name in sorted(named):
        assert glyph(name)


def test_a_set_icon_follows_the_theme(qapp: QApplication) -> None:
    button = IconButton("ph.x", "بستن")
    set_icon(button, "ph.x", "text")
    light = button.icon().pixmap(18, 18).toImage()
    appearance().choose("dark")
    assert button.icon().pixmap(18, 18).toImage() != light


@pytest.mark.parametrize(
    ("choice", "scheme"),
    [
        ("dark", Qt.ColorScheme.Dark),
        ("light", Qt.ColorScheme.Light),
        ("system", Qt.ColorScheme.Unknown),
    ],
)
def test_the_system_is_told_the_choice_for_the_title_bars(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, choice: Choice, scheme: Qt.ColorScheme
) -> None:
    told: list[Qt.ColorScheme] = []

    class Hints:
        """Those of a system with title bars; the one of tests has none, and forgets what it is told."""

        def setColorScheme(self, wanted: Qt.ColorScheme) -> None:  # noqa: N802 - the name of Qt
            told.append(wanted)

        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - the name of Qt
            return Qt.ColorScheme.Unknown

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    appearance().choose(choice)
    assert told == [scheme]


def test_the_icon_of_the_program_is_the_star_in_every_size(qapp: QApplication) -> None:
    made = program_icon()
    assert [size.width() for size in made.availableSizes()] == [16, 24, 32, 48, 64]
    picture = made.pixmap(64, 64, QIcon.Mode.Normal).toImage()
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(32, 12) == Theme("light").accent
