"""All commands of what is visible, found by typing a few letters (Ctrl+Shift+P)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop_app.persian.text import fold
from desktop_app.wording import translate
from ui.actions import key_of
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_key_cap, draw_text, key_cap_width
from ui.widgets.plain import PlainLabel
from ui.widgets.rows import RowDelegate
from ui.widgets.search_box import SearchBox

_ACTION_ROLE = Qt.ItemDataRole.UserRole + 1


class CommandPalette(QDialog):
    """A field and the commands that match all of its words, in the order in which they were given."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popup")
        self.setModal(True)
        self.setWindowTitle(translate("CommandPalette", "All commands"))
        self.resize(560, 420)
        self._actions = list(actions)
        self._model = QStandardItemModel(self)
        self.field = SearchBox(translate("CommandPalette", "Type the name of a command"), pause=0)
        self.field.textChanged.connect(self._narrow)
        self.list_view = QListView()
        self.list_view.setModel(self._model)
        self.list_view.setItemDelegate(_CommandDelegate(self.list_view))
        self.list_view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list_view.setMouseTracking(True)
        self.list_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list_view.clicked.connect(self._run)
        self._nothing = PlainLabel(
            translate("CommandPalette", "No command has these words."), "interface", "text2"
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list_view, 1)
        column.addWidget(self._nothing, 1)
        self._narrow("")

    def shown_commands(self) -> list[str]:
        """The commands that match at the moment."""
        return [self._model.item(row).text() for row in range(self._model.rowCount())]

    def _narrow(self, typed: str) -> None:
        words = fold(typed).split()
        self._model.clear()
        for action in self._actions:
            label = action.text().replace("&", "")
            if all(word in fold(label) for word in words):
                item = QStandardItem(label)
                item.setData(action, _ACTION_ROLE)
                self._model.appendRow(item)
        found = self._model.rowCount() > 0
        self.list_view.setVisible(found)
        self._nothing.setVisible(not found)
        if found:
            self.list_view.setCurrentIndex(self._model.index(0, 0))

    def _run(self, index: QModelIndex) -> None:
        action = index.data(_ACTION_ROLE)
        if isinstance(action, QAction) and action.isEnabled():
            self.accept()
            action.trigger()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = self.list_view.currentIndex().row() + step
            if 0 <= row < self._model.rowCount():
                self.list_view.setCurrentIndex(self._model.index(row, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list_view.currentIndex())
        else:
            super().keyPressEvent(event)


class _CommandDelegate(RowDelegate):
    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        del option
        now, mirror = theme(), Mirror.of(rect)
        action = index.data(_ACTION_ROLE)
        enabled = isinstance(action, QAction) and action.isEnabled()
        key = key_of(action) if isinstance(action, QAction) else ""
        room = rect.width() - 32
        if key:
            width = key_cap_width(key)
            draw_key_cap(painter, mirror.at(rect.width() - 16 - width, width), key, now.text2, now.line2)
            room -= width + 8
        ink = now.text if enabled else now.distext
        draw_text(painter, mirror.at(16, room), index.data(), font("interface"), ink)
