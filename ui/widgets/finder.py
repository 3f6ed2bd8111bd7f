"""A popup with a search field and a list of matches: commands, saved replies, labels, macros.

The focus stays in the field. Arrow keys and Page keys move in the list, Enter chooses, Escape closes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.persian.text import fold
from desktop_app.wording import fill
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_key_cap, draw_text, key_cap_width, text_width
from ui.widgets.plain import PlainLabel
from ui.widgets.rows import RowList, RowsModel
from ui.widgets.search_box import SearchBox

#: The maximum number of listed entries; typing more letters finds the others.
_MOST: Final = 400
#: The width of the box area at the start of a row, in pixels.
_BOX: Final = 44


@dataclass(frozen=True, slots=True)
class FinderEntry:
    """An entry of the list: its text, its value, a secondary text, a shortcut.

    `refused` is the reason why it cannot be chosen now. `more` is searched but not shown. `marked` entries have a
    check mark. `many` entries have a check box and can be chosen together with others.
    """

    words: str
    value: object = None
    beside: str = ""
    key: str = ""
    refused: str = ""
    more: str = ""
    marked: bool = False
    many: bool = False


class FinderDialog(QDialog):
    """A popup that emits `chosen` with the value of the selected entry.

    `make` is a label with a `{typed}` placeholder. It offers text that matches no entry exactly, and emits `made`.
    Ctrl+Enter or a click on a check box emits `toggled` and keeps the list open. After that every click toggles, and
    Enter closes.
    """

    chosen = Signal(object)
    toggled = Signal(object)
    made = Signal(str)

    def __init__(
        self,
        title: str,
        asks: str,
        nothing: str,
        entries: Iterable[FinderEntry] = (),
        parent: QWidget | None = None,
        *,
        make: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popup")
        self.setModal(True)
        self.setWindowTitle(title)
        self.resize(560, 420)
        self._entries = tuple(entries)
        self._make = make
        self._among_many = False
        self.field = SearchBox(asks, pause=0)
        self.field.textChanged.connect(self._narrow)
        self.list_view = _Lines(
            title, RowsModel(lambda entry: entry.words, spoken=_spoken), draw_entry, one_click=True
        )
        self.list_view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list_view.opened.connect(self._on_clicked)
        self._nothing = PlainLabel(nothing, "interface", "text2")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list_view, 1)
        column.addWidget(self._nothing, 1)
        if hint:
            column.addWidget(PlainLabel(hint, "header", "text2"))
        self._narrow("")

    def shown(self) -> list[str]:
        """Returns the texts of the current matches."""
        return [entry.words for entry in self.list_view.rows()]

    def open_over(self, place: QWidget) -> None:
        """Opens the popup in the upper middle of the window of `place`; it is deleted when closed."""
        window = place.window()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, 96)))
        self.open()

    def show_entries(self, entries: Iterable[FinderEntry]) -> None:
        """Replaces the entries; keeps the typed text, the current row and the scroll position."""
        row, at = self.list_view.currentIndex().row(), self.list_view.verticalScrollBar().value()
        self._entries = tuple(entries)
        self._narrow(self.field.text())
        self.list_view.go_to(row)
        self.list_view.verticalScrollBar().setValue(at)

    def _narrow(self, typed: str) -> None:
        entries = matching(self._entries, typed)[:_MOST]
        new = " ".join(typed.split())
        if self._make and new and all(fold(entry.words) != fold(new) for entry in self._entries):
            entries.append(FinderEntry(fill(self._make, typed=new), _New(new)))
        self.list_view.show_rows(entries)
        self.list_view.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        self.list_view.go_to(0)

    def _on_clicked(self, entry: FinderEntry) -> None:
        if self._among_many or self.list_view.beside:
            self._toggle(entry)
        else:
            self._take(entry)

    def _toggle(self, entry: FinderEntry | None) -> None:
        if entry is not None and entry.many and not entry.refused:
            self._among_many = True
            self.toggled.emit(entry.value)
        else:
            self._take(entry)

    def _take(self, entry: FinderEntry | None) -> None:
        if entry is None or entry.refused:
            return
        self.accept()
        if isinstance(entry.value, _New):
            self.made.emit(entry.value.typed)
        else:
            self.chosen.emit(entry.value)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list_view.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.list_view.page(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._toggle(self.list_view.current())
            elif self._among_many:
                self.accept()
            else:
                self._take(self.list_view.current())
        else:
            super().keyPressEvent(event)


def matching(entries: Sequence[FinderEntry], typed: str) -> list[FinderEntry]:
    """Returns the entries that contain all typed words, normalised by `fold`; prefix matches come first."""
    words = fold(typed).split()
    if not words:
        return list(entries)
    ranked: list[tuple[int, FinderEntry]] = []
    for entry in entries:
        named = fold(entry.words)
        if all(word in named for word in words):
            ranked.append((0 if named.startswith(words[0]) else 1, entry))
        elif entry.more and all(word in f"{named} {fold(entry.more)}" for word in words):
            ranked.append((2, entry))
    return [entry for _, entry in sorted(ranked, key=lambda each: each[0])]


@dataclass(frozen=True, slots=True)
class _New:
    typed: str


class _Lines(RowList[FinderEntry]):
    """The list of entries. `beside`: the last click was on a check box or with Ctrl pressed."""

    beside = False

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = self.visualRect(self.indexAt(event.position().toPoint()))
        x = event.position().x()
        into = (
            line.right() - x if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x - line.left()
        )
        self.beside = into < _BOX or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().mousePressEvent(event)


def _spoken(entry: FinderEntry) -> str:
    return ", ".join(part for part in (entry.words, entry.beside, entry.refused) if part)


def draw_entry(painter: QPainter, rect: QRectF, entry: FinderEntry) -> None:
    """Draws the check box, the text, the secondary text and the shortcut of an entry."""
    now, mirror = theme(), Mirror.of(rect)
    start, room = 16.0, rect.width() - 32
    if entry.many:
        box = mirror.at(start, 18)
        box = QRectF(box.x(), box.center().y() - 9, 18, 18)
        icon = "ph.check-square-fill" if entry.marked else "ph.square"
        paint_icon(painter, box, icon, now.accent if entry.marked else now.text2)
        start, room = start + 28, room - 28
    if entry.key:
        width = key_cap_width(entry.key)
        draw_key_cap(painter, mirror.at(start + room - width, width), entry.key, now.text2, now.line2)
        room -= width + 12
    ink = now.distext if entry.refused else now.text
    words = f"✓ {entry.words}" if entry.marked and not entry.many else entry.words
    drawn = draw_text(painter, mirror.at(start, room), words, font("interface", bold=entry.marked), ink)
    beside, left = entry.refused or entry.beside, room - drawn - 16
    if beside and left > 40:
        width = min(left, text_width(beside, font("secondary")) + 1)
        draw_text(painter, mirror.at(start + room - width, width), beside, font("secondary"), now.text2)
