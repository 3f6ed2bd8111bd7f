"""What a window says and how its controls are reached: names for screen readers, the Tab key, the language."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from desktop_app.languages import LANGUAGES, PERSIAN
from tests.ui.keyboard import activate

#: Tab stops after which a walk that does not come back is given up.
_LONGEST_WALK: Final = 400
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-+./@_:\\]+[A-Za-z0-9]+)*")
_PERSIAN: Final = re.compile(r"[\u0620-\u06d3\u200c]+(?: [\u0620-\u06d3\u200c]+)*")
#: A code, or the name of a command, a folder, a variable or a control character.
_ISOLATED: Final = re.compile("[\u2066\u2068][^\u2069]*\u2069|«[^«»\u0620-\u06d3]*»|\\{[a-z0-9:]+\\}")
#: Names that are written in Latin letters in Persian too.
_LATIN_NAMES: Final = re.compile(
    "(?i)PDF|DOCX|ODT|XLSX|CSV|TXT|HTML|PNG|JPG|JPEG|SVG|ZIP|JSON|PostgreSQL|SQLite|Windows|Word|Excel|Outlook|SHA-256"
    "|TLS|STARTTLS|SSL|MIT|IMAP|SMTP|SMS|UTF-8|WAL|IP|DNS|URL|QR|Ctrl|Alt|Shift|Enter|Esc|Tab|Space|Home|End|Del|mosharekat"
    "|English|NETWORK|SERVICE|SYSTEM|Administrator|PowerShell|Lines|mbox|eml"
)


def unnamed(window: QWidget) -> list[str]:
    """Returns a sentence for each control in sight that the Tab key reaches and a screen reader cannot name."""
    return [
        f"{_kind(widget)} has no name"
        for widget in _tab_stops(window)
        if not _accessible_name(widget).strip()
    ]


def unreachable(window: QWidget) -> list[str]:
    """Presses Tab until the focus comes back, and returns a sentence for each control that it never reached."""
    expected = _tab_stops(window)
    activate(window)
    if expected:
        expected[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus not in reached:
        reached.append(focus)
        if len(reached) > _LONGEST_WALK:
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    missed = [widget for widget in expected if widget not in reached and _is_stop(widget, window)]
    found = [f"{_kind(widget)} «{_accessible_name(widget)}» is not reached by Tab" for widget in missed]
    stops = _tab_stops(window)
    return found + [
        f"{_kind(button)} «{_accessible_name(button)}» works with the mouse alone"
        for button in window.findChildren(QAbstractButton)
        if _is_seen(button, window) and _for_mouse_only(button, stops)
    ]


def foreign_words(window: QWidget, data: str, *, persian: bool) -> list[str]:
    """Returns the words in sight or read out that belong to the other language and are not in `data`.

    Codes, addresses and file names are isolated or have a sign in them; a few names are Latin in Persian too.
    """
    found: list[str] = []
    for widget, text in _texts(window):
        outside = _ISOLATED.sub(" ", text) if persian else text
        for word in (_LATIN if persian else _PERSIAN).findall(outside):
            if not (_is_latin_name(word) if persian else _is_data(word, data)) and word not in data:
                found.append(f"{_kind(widget)} says «{word}» in «{text[:80]}»")
    return found


def words_of_data(path: Path) -> str:
    """Returns every text in an SQLite database: what a window may show in any language."""
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    texts: set[str] = set()
    for table in tables:
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            texts.update(value for value in row if isinstance(value, str))
    connection.close()
    return "\n".join(sorted(texts))


def _is_data(words: str, data: str) -> bool:
    """Returns whether words stem from the database, where they may stand apart."""
    if words == LANGUAGES[PERSIAN].name:
        return True
    return all(word.strip("\u200c") in data for word in words.split(" "))


def _is_latin_name(word: str) -> bool:
    # A key, a letter of an enumeration, an address and a file name, which have a sign in them, or the form of a code.
    return (
        set(word) <= {"X", "-"}
        or all(len(part) == 1 or _LATIN_NAMES.fullmatch(part) is not None for part in word.split("+"))
        or bool(re.search(r"[@._/\\]|F\d|\d", word))
    )


def _tab_stops(window: QWidget) -> list[QWidget]:
    return [widget for widget in window.findChildren(QWidget) if _is_stop(widget, window)]


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    if not _is_seen(widget, window) or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QScrollArea):
        # It scrolls by keys, and reads out what is in it.
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_seen(widget: QWidget, window: QWidget) -> bool:
    return widget.isVisible() and widget.window() is window and not widget.size().isEmpty()


def _for_mouse_only(button: QAbstractButton, stops: list[QWidget]) -> bool:
    if button.focusPolicy() & Qt.FocusPolicy.TabFocus or not button.isEnabled():
        return False
    # The parts of Qt's own fields, such as the corner of a table; and buttons of a list that Enter presses.
    parent = button.parentWidget()
    if isinstance(parent, QLineEdit | QTableView) or button.shortcut().toString():
        return False
    if any(action.shortcuts() for action in button.actions()) or "(" in button.toolTip():
        return False
    return not any(stop.isAncestorOf(button) for stop in stops)


def _accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) or widget.accessibleName()


def _kind(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return (
        f"{type(widget).__name__} in {type(parent).__name__}" if parent is not None else type(widget).__name__
    )


def _texts(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Yields what a person reads or hears of each visible widget, apart from what was typed into fields."""
    yield window, window.windowTitle()
    for widget in window.findChildren(QWidget):
        if not _is_seen(widget, window):
            continue
        for text in (
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            *_shown(widget),
        ):
            if text:
                yield widget, QTextDocumentFragment.fromHtml(text).toPlainText() if text[0] == "<" else text
        for action in widget.actions():
            yield from ((widget, text) for text in _said_by(action))


def _shown(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QToolButton) and isinstance(menu := widget.menu(), QMenu):
        for action in menu.actions():
            yield from _said_by(action)
    if isinstance(widget, QTableView):
        for column in range(widget.horizontalHeader().count()):
            text = widget.model().headerData(column, Qt.Orientation.Horizontal)
            if isinstance(text, str):
                yield text


def _said_by(action: QAction) -> Iterator[str]:
    yield action.text().replace("&", "")
    yield action.toolTip().replace("&", "")
