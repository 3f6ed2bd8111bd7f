"""Known rows of an import that came with other words: each becomes a further text of its petition, or is left.

The choices are written together, so that each can be changed until then.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from desktop_app.intake.imports.changed_rows import ChangedRow
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.guard import guarded
from ui.importing.beside_texts import BesideTexts
from ui.importing.plan_page import rows_table
from ui.theme_tokens import ROW_REPORT
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel

Index = QModelIndex | QPersistentModelIndex
#: Rows that are seen at once above the texts; in a small window fewer.
_SEEN: Final = 5
_SEEN_AT_LEAST: Final = 2
_LOWEST_TEXT: Final = 64


class RowChoice(StrEnum):
    """What becomes of a row."""

    OPEN = ""
    FURTHER = "further"
    LEFT = "left"


class ChangedModel(QAbstractTableModel):
    """Rows with their numbers, what differs, and the choice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[ChangedRow, ...] = ()
        self.choices: list[RowChoice] = []

    def show_rows(self, rows: Sequence[ChangedRow]) -> None:
        self.beginResetModel()
        self.rows, self.choices = tuple(rows), [RowChoice.OPEN] * len(rows)
        self.endResetModel()

    def keep(self, places: Sequence[int]) -> None:
        """Keeps the rows at these places with their choices."""
        self.beginResetModel()
        self.choices = [self.choices[at] for at in places]
        self.rows = tuple(self.rows[at] for at in places)
        self.endResetModel()

    def choose(self, places: Sequence[int], choice: RowChoice) -> None:
        for at in places:
            self.choices[at] = choice
        if self.rows:
            self.dataChanged.emit(self.index(0, 3), self.index(len(self.rows) - 1, 3))

    def chosen(self, choice: RowChoice) -> list[int]:
        """Returns the places of the rows with a choice."""
        return [at for at, one in enumerate(self.choices) if one is choice]

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("ImportPage", "Row"),
            label("field", "external_id"),
            translate("ImportPage", "What differs"),
            translate("ImportPage", "Choice"),
        )[section]

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self.rows[index.row()]
        return (
            digits(row.row),
            isolated(visible_controls(row.external_id)),
            "، ".join(label("field", name) for name in row.fields),
            choice_words(self.choices[index.row()]),
        )[index.column()]


def choice_words(choice: RowChoice) -> str:
    """Returns a choice as the list shows it."""
    return {
        RowChoice.OPEN: "—",
        RowChoice.FURTHER: translate("ImportPage", "Further text"),
        RowChoice.LEFT: translate("ImportPage", "Left as it is"),
    }[choice]


class ChangedPane(QWidget):
    """Emits `apply_asked` for the rows that become further texts; the others that were chosen are left."""

    apply_asked = Signal(object)
    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.changed = ChangedModel(self)
        self.table = _table(self.changed, translate("ImportPage", "There already, with other words"))
        self.texts = BesideTexts()
        for text in (self.texts.before, self.texts.now):
            text.setMinimumHeight(_LOWEST_TEXT)
        self.told = PlainLabel("", "secondary", "text2")
        further = make_action(
            self,
            translate("ImportPage", "Further text of the petition"),
            lambda: self.choose(RowChoice.FURTHER),
            key="1",
        )
        left = make_action(
            self, translate("ImportPage", "Leave it"), lambda: self.choose(RowChoice.LEFT), key="2"
        )
        self.apply_action = make_action(
            self, translate("ImportPage", "Apply the choices"), self.apply, key="Ctrl+Return", writes=True
        )
        self.further_button, self.left_button = Button.of(further), Button.of(left)
        self.apply_button = Button.of(self.apply_action, "primary")
        self.stop_button = Button(translate("ImportPage", "Stop"))
        self.stop_button.clicked.connect(lambda _checked=False: self.stop_asked.emit())
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_current())
        self._lay_out()
        self.show_running(False)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.further_button, self.left_button):
            buttons.addWidget(button)
        buttons.addSpacing(12)
        buttons.addWidget(self.told, 1)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self.apply_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.texts, 2)
        column.addLayout(buttons)

    def show_rows(self, rows: Sequence[ChangedRow]) -> None:
        """Shows rows without a choice; hidden without rows."""
        self.changed.show_rows(rows)
        self._after_reset()

    def show_running(self, running: bool) -> None:
        """Whether the choices are being written."""
        self.stop_button.setVisible(running)
        self.table.setEnabled(not running)
        for button in (self.further_button, self.left_button):
            button.setEnabled(not running)
        self._tell()
        if running:
            self.apply_action.setEnabled(False)

    def show_progress(self, done: int, total: int | None) -> None:
        words = translate("ImportPage", "{done} of {total}")
        self.told.setText(fill(words, done=done, total=total or done))

    def choose(self, choice: RowChoice) -> None:
        """Sets the choice of the selected rows, and goes on to the next open one."""
        selected = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        if not selected or not self.table.isEnabled():
            return
        self.changed.choose(selected, choice)
        self._tell()
        following = [at for at in self.changed.chosen(RowChoice.OPEN) if at > selected[-1]]
        if len(selected) == 1 and following:
            self._go_to(following[0])

    def apply(self) -> None:
        """Asks for the chosen rows to be written; none need be if all are left."""
        if self.apply_action.isEnabled():
            further = self.changed.chosen(RowChoice.FURTHER)
            self.apply_asked.emit([self.changed.rows[at] for at in further])

    def applied(self, handled: int) -> int:
        """Removes the rows that were left, and the first `handled` further texts; returns how many were left."""
        left = self.changed.chosen(RowChoice.LEFT)
        gone = {*left, *self.changed.chosen(RowChoice.FURTHER)[:handled]}
        self.changed.keep([at for at in range(len(self.changed.rows)) if at not in gone])
        self._after_reset()
        return len(left)

    def _after_reset(self) -> None:
        rows = len(self.changed.rows)
        self.setVisible(rows > 0)
        head = self.table.horizontalHeader().sizeHint().height() + 8
        self.table.setMinimumHeight(head + ROW_REPORT * min(rows, _SEEN_AT_LEAST))
        self.table.setMaximumHeight(head + ROW_REPORT * min(rows, _SEEN))
        if rows:
            self._go_to(0)
        self._show_current()
        self._tell()

    def _go_to(self, at: int) -> None:
        # `selectRow` selects nothing in a table that was never shown.
        one = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(self.changed.index(at, 0), one.ClearAndSelect | one.Rows)

    def _show_current(self) -> None:
        at = self.table.currentIndex().row()
        self.texts.show_row(self.changed.rows[at] if 0 <= at < len(self.changed.rows) else None)

    def _tell(self) -> None:
        further, left = (len(self.changed.chosen(one)) for one in (RowChoice.FURTHER, RowChoice.LEFT))
        self.apply_action.setEnabled(further + left > 0)
        words = translate("ImportPage", "{further} further texts, {left} left, {open} without a choice")
        open_rows = len(self.changed.rows) - further - left
        self.told.setText(fill(words, further=further, left=left, open=open_rows))


def _table(model: ChangedModel, name: str) -> QTableView:
    table = rows_table(model)
    table.setAccessibleName(name)
    table.setFocusPolicy(Qt.FocusPolicy.WheelFocus)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.horizontalHeader().setStretchLastSection(True)
    for column, width in ((0, 80), (1, 180), (2, 240)):
        table.setColumnWidth(column, width)
    return table
