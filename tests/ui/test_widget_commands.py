"""Commands: their keys under both layouts, buttons, tips, the palette."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from ui.actions import both_keys, commands, key_label, make_action, tip
from ui.widgets import command_palette
from ui.widgets.button import Button, IconButton
from ui.widgets.command_palette import CommandPalette

Key = Qt.Key


def test_each_shortcut_has_its_latin_key_first_and_the_persian_letters_of_that_key() -> None:
    assert [key.toString() for key in both_keys("Ctrl+F")] == ["Ctrl+F", "Ctrl+ب"]
    assert [key.toString() for key in both_keys("D")] == ["D", "ی", "ي"]
    assert [key.toString() for key in both_keys("F7")] == ["F7"]
    assert len(both_keys("Ctrl++")) == 1


@pytest.mark.parametrize(
    ("key", "pressed", "modifiers"),
    [
        ("R", ord("R"), Qt.KeyboardModifier.NoModifier),
        ("R", ord("ق"), Qt.KeyboardModifier.NoModifier),
        ("Ctrl+K", ord("K"), CONTROL),
        ("Ctrl+K", ord("ن"), CONTROL),
        ("D", ord("ی"), Qt.KeyboardModifier.NoModifier),
    ],
)
def test_a_command_is_reached_under_both_keyboard_layouts(
    qtbot: QtBot, key: str, pressed: int, modifiers: Qt.KeyboardModifier
) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    make_action(window, "ارجاع", lambda: done.append(1), key=key)
    activate(window)
    press(window, pressed, modifiers, text=chr(pressed))
    assert done == [1]


def test_a_letter_that_is_a_command_is_still_typed_into_a_field(qtbot: QtBot) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    field = QLineEdit()
    QVBoxLayout(window).addWidget(field)
    make_action(window, "ارجاع", lambda: done.append(1), key="R")
    activate(window)
    field.setFocus()
    type_text(field, "قr")
    assert field.text() == "قr"
    assert done == []


def test_a_key_of_a_command_works_while_its_place_is_visible_and_enter_only_with_the_focus_in_it(
    qtbot: QtBot,
) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    pane, other = QWidget(), QPushButton()
    column = QVBoxLayout(window)
    column.addWidget(pane)
    column.addWidget(other)
    make_action(pane, "یادداشت", lambda: done.append("note"), key="N")
    make_action(pane, "فرستادن", lambda: done.append("send"), key="Ctrl+Return")
    activate(window)
    other.setFocus()
    press(other, Key.Key_N)
    press(other, Key.Key_Return, CONTROL)
    assert done == ["note"]
    pane.hide()
    press(other, Key.Key_N)
    assert done == ["note"]


def test_a_tool_tip_names_the_shortcut_isolated() -> None:
    assert tip("ارجاع", "Ctrl+R") == "ارجاع (\u2066Ctrl R\u2069)"
    assert key_label("Ctrl+Return") == "Ctrl ↵"
    assert key_label("3") == "۳"
    assert key_label("Ctrl++") == "Ctrl +"


def test_an_icon_button_always_has_a_name_and_a_tip() -> None:
    button = IconButton("ph.x", "بستن", key="Esc")
    assert button.accessibleName() == "بستن"
    assert "Esc" in button.toolTip()


def test_a_button_of_a_command_follows_it(qtbot: QtBot) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    action = make_action(window, "ارجاع", lambda: done.append(1), key="R")
    button = Button.of(action)
    QVBoxLayout(window).addWidget(button)
    window.show()
    click(button)
    action.setEnabled(False)
    click(button)
    assert done == [1]
    assert not button.isEnabled()
    action.setVisible(False)
    assert button.isHidden()


@pytest.fixture
def palette(qtbot: QtBot) -> Iterator[tuple[CommandPalette, list[str]]]:
    # What another test chose last would stand first.
    command_palette.RECENT.clear()
    window, done = QWidget(), []
    qtbot.addWidget(window)
    hidden = QWidget(window)
    make_action(window, "ارجاع به واحد", lambda: done.append("refer"), key="R")
    make_action(window, "یادداشت", lambda: done.append("note"), key="N")
    make_action(window, "بستن و رفتن به بعدی", lambda: done.append("resolve")).setEnabled(False)
    make_action(window, "پنهان", lambda: done.append("x"), in_palette=False)
    make_action(hidden, "دیده نمی‌شود", lambda: done.append("hidden"))
    window.show()
    hidden.hide()
    palette = CommandPalette(commands(window), window)
    activate(palette)
    yield palette, done
    window.close()


def test_the_command_palette_lists_the_commands_of_what_is_visible(
    palette: tuple[CommandPalette, list[str]],
) -> None:
    opened, _ = palette
    assert opened.shown() == ["ارجاع به واحد", "یادداشت", "بستن و رفتن به بعدی"]


def test_a_few_letters_in_any_spelling_find_a_command_and_enter_runs_it(
    palette: tuple[CommandPalette, list[str]],
) -> None:
    opened, done = palette
    type_text(opened.field, "يادداشت")
    assert opened.shown() == ["یادداشت"]
    press(opened.field, Key.Key_Return)
    assert done == ["note"]
    assert opened.isHidden()


def test_the_palette_does_not_run_what_is_not_allowed(palette: tuple[CommandPalette, list[str]]) -> None:
    opened, done = palette
    press(opened.field, Key.Key_Down)
    press(opened.field, Key.Key_Down)
    press(opened.field, Key.Key_Return)
    assert done == []
    assert opened.isVisible()
    type_text(opened.field, "zzz")
    assert opened.shown() == []


def test_the_file_dialog_of_qt_speaks_persian(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    said += [f"{button.text()} {button.toolTip()}" for button in dialog.findChildren(QAbstractButton)]
    assert len(said) > 6
    assert not [words for words in said if re.search("[A-Za-z]", words)]
