"""A list of things that the administrator looks after: name, a few words about it, whether it is in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.persian.text import fold
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import ROW_TWO_LINES
from ui.widgets.chip import draw_chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.painting import Mirror, draw_text, set_margins, text_width
from ui.widgets.rows import RowDelegate
from ui.widgets.search_box import SearchBox

Index = QModelIndex | QPersistentModelIndex
#: The mark of a row that is a heading over those that follow; nobody chooses it.
HEADING: Final = "\0heading"
ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_NOTHING: object = None


@dataclass(frozen=True)
class RosterRow:
    """`key` is the id in the database."""

    key: int
    title: str
    about: str
    active: bool
    #: A word in a chip; where it is empty, one that is not in use says so.
    mark: str = ""


class RosterModel(QAbstractListModel):
    """Rows by place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[RosterRow, ...] = ()

    def show_rows(self, rows: Sequence[RosterRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None
        if row is None or row.mark == HEADING:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    @guarded(_NOTHING)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.about}"
        return row if role == ROW_ROLE else None


class Roster(QListView):
    """Tells `chosen` (the key) whenever another row is the current one."""

    chosen = Signal(int)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, model: type[RosterModel] = RosterModel
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = model(self)
        self.setModel(self._model)
        self.setItemDelegate(_RosterDelegate(self, height=ROW_TWO_LINES))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[RosterRow], key: int | None = None) -> None:
        """Shows these rows instead and stays on `key`, or on the row that it was on."""
        key = self.key() if key is None else key
        self._model.show_rows(rows)
        places = [place for place, row in enumerate(rows) if row.mark != HEADING]
        at = next((place for place in places if rows[place].key == key), places[0] if places else -1)
        if at >= 0:
            self.setCurrentIndex(self._model.index(at, 0))

    def key(self) -> int | None:
        """The key of the current row."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.key if isinstance(row, RosterRow) else None

    def rows(self) -> tuple[RosterRow, ...]:
        return self._model.rows

    def _on_current(self) -> None:
        key = self.key()
        if key is not None:
            self.chosen.emit(key)


class RosterPane(QWidget):
    """The list under a box that filters it, in whatever spelling; says so where nothing is there or found.

    The rows are kept whole here: the list has those that fit.
    """

    def __init__(
        self,
        roster: Roster,
        placeholder: str,
        nothing: tuple[str, str],
        *,
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.roster = roster
        self._rows: tuple[RosterRow, ...] = ()
        self.box = SearchBox(placeholder)
        self.box.searched.connect(lambda _query: self._apply(None))
        self.box.submitted.connect(lambda _query: roster.setFocus(Qt.FocusReason.OtherFocusReason))
        self._nothing = EmptyState(nothing[0], nothing[1], icon="ph.plus")
        self._not_found = EmptyState("", icon="ph.magnifying-glass")
        self._stack = QStackedWidget()
        for page in (roster, self._nothing, self._not_found):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QHBoxLayout()
        set_margins(above, 16, 10, 16, 10)
        above.setSpacing(8)
        if beside is not None:
            above.addWidget(beside)
        above.addWidget(self.box, 1)
        column.addLayout(above)
        column.addWidget(self._stack, 1)

    def say_nothing(self, title: str, text: str) -> None:
        """What stands here from now on where there are no rows."""
        self._nothing.show_words(title, text)

    def show_rows(self, rows: Sequence[RosterRow], key: int | None = None) -> None:
        """Shows these rows instead, those that the box lets through; a row that was just made is never hidden."""
        self._rows = tuple(rows)
        if key is not None and key not in {row.key for row in self._passing()}:
            self.box.clear_search()
        self._apply(key)

    def _passing(self) -> list[RosterRow]:
        wanted = fold(self.box.text()).split()
        if not wanted:
            return list(self._rows)
        return [
            row
            for row in self._rows
            if row.mark != HEADING and all(word in fold(f"{row.title} {row.about}") for word in wanted)
        ]

    def _apply(self, key: int | None) -> None:
        found = self._passing()
        self.roster.show_rows(found, key)
        if not self._rows:
            self._stack.setCurrentIndex(1)
        elif not found:
            words = translate("Administration", "Nothing fits “{query}”.")
            self._not_found.show_words(fill(words, query=self.box.text().strip()), "")
            self._stack.setCurrentIndex(2)
        else:
            self._stack.setCurrentIndex(0)


class _RosterDelegate(RowDelegate):
    def draw(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        del option
        row = index.data(ROW_ROLE)
        if not isinstance(row, RosterRow):
            return
        now, mirror = theme(), Mirror.of(rect)
        if row.mark == HEADING:
            line = mirror.at(16, rect.width() - 32, top=rect.bottom() - 26, height=22)
            draw_text(painter, line, row.title, font("header", bold=True), now.text2)
            return
        room = rect.width() - 32
        word = row.mark or ("" if row.active else translate("Administration", "Not in use"))
        if word:
            width = text_width(word, font("header")) + 20
            chip = mirror.at(rect.width() - 16 - width, width, top=rect.center().y() - 11, height=22)
            draw_chip(painter, chip, word, "info" if row.mark and row.active else "slate")
            room -= width + 12
        ink = now.text if row.active else now.text3
        upper = mirror.at(16, room, top=rect.top() + 3, height=21)
        lower = mirror.at(16, room, top=rect.top() + 22, height=18)
        draw_text(painter, upper, row.title, font("interface", bold=row.active), ink)
        draw_text(painter, lower, row.about, font("header"), now.text2)
