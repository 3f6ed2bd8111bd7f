"""The provisions with their comments: how many there are, and how many wait for a decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from desktop_app.instruments.comments.review import CommentedProvision
from desktop_app.wording import digits, fill, translate
from ui.comments.words import part_name
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_text, hairline, right_to_left
from ui.widgets.rows import RowDelegate

PARTS_WIDTH: Final = 184
_COUNT, _LEFT = 40, 44
_NOTHING: Final = cast(object, None)


class PartsModel(QAbstractListModel):
    """The parts of a review."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: tuple[CommentedProvision, ...] = ()

    def show_parts(self, parts: Sequence[CommentedProvision]) -> bool:
        """Shows these; whether they are the ones that stood there, with other counts at most."""
        same = bool(parts) and [part.key for part in parts] == [part.key for part in self.parts]
        if same:
            self.parts = tuple(parts)
            self.dataChanged.emit(self.index(0), self.index(len(parts) - 1))
            return True
        self.beginResetModel()
        self.parts = tuple(parts)
        self.endResetModel()
        return False

    @guarded(0)
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.parts)

    @guarded(_NOTHING)
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        part = self.parts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return part_name(part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = translate("Comments", "{name}: {n} comments, {m} undecided")
            return fill(words, name=part_name(part), n=len(part.comments), m=part.undecided)
        return None


class PartsList(QListView):
    """`picked` tells the part under the selection."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = PartsModel(self)
        self.setModel(self.parts)
        self.setItemDelegate(_PartDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Comments", "Provisions"))
        self.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now))

    def show_parts(self, parts: Sequence[CommentedProvision], keep: str | None) -> None:
        """Shows these; keeps the selection on the part `keep`, else the first that waits for a decision."""
        quiet = self.selectionModel().blockSignals(True)
        stayed = self.parts.show_parts(parts)
        self.selectionModel().blockSignals(quiet)
        at = next((i for i, part in enumerate(parts) if part.key == keep), None)
        if at is None:
            at = next((i for i, part in enumerate(parts) if part.undecided), None)
        if at is None:
            at = next((i for i, part in enumerate(parts) if part.comments), 0)
        if stayed and self.currentIndex().row() == at:
            self._tell(self.currentIndex())
        else:
            self.setCurrentIndex(self.parts.index(at))

    def step(self, step: int) -> None:
        """The next part that has comments, or the one before."""
        at = self.currentIndex().row() + step
        while 0 <= at < len(self.parts.parts):
            if self.parts.parts[at].comments:
                self.setCurrentIndex(self.parts.index(at))
                return
            at += step

    def go_to(self, key: str) -> None:
        """The part of a key, where there is one."""
        at = next((i for i, part in enumerate(self.parts.parts) if part.key == key), None)
        if at is not None:
            self.setCurrentIndex(self.parts.index(at))

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self.parts.parts[index.row()])


class _PartDelegate(RowDelegate):
    def __init__(self, owner: PartsList) -> None:
        super().__init__(owner, line=False)
        self._owner = owner

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        del option
        part, now, mirror = self._owner.parts.parts[index.row()], theme(), Mirror.of(rect)
        count, left = len(part.comments), part.undecided
        ink = now.text if count else now.text3
        room = rect.width() - 16 - _COUNT - _LEFT - 4
        draw_text(painter, mirror.at(16, room), part_name(part), font("secondary", bold=left > 0), ink)
        place = mirror.at(rect.width() - _COUNT - _LEFT, _COUNT)
        words = digits(count) if count else "—"
        draw_text(painter, place, words, font("header"), now.text2 if count else now.text3)
        end = mirror.at(rect.width() - _LEFT, _LEFT - 12)
        if left:
            draw_text(painter, end, digits(left), font("header", bold=True), now.acctext)
        elif count:
            paint_icon(painter, Mirror.of(end).at(0, 15), "ph.check", now.ok)


class PartsHead(QWidget):
    """The names of the columns."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedHeight(height)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.pane)
        hairline(painter, box)
        mirror = Mirror.of(box)
        names = (
            (16.0, 80.0, translate("Comments", "Provisions"), font("secondary", bold=True), now.text),
            (box.width() - _COUNT - _LEFT, _COUNT, translate("Comments", "all"), font("header"), now.text2),
            (box.width() - _LEFT, _LEFT - 6, translate("Comments", "left"), font("header"), now.acctext),
        )
        for offset, width, words, which, ink in names:
            draw_text(painter, mirror.at(offset, width), words, which, ink)


class PartsColumn(QWidget):
    """Draws the line between the provisions and what stands beside them."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        edge = 0 if right_to_left() else self.width() - 1
        painter.fillRect(QRectF(edge, 0, 1, self.height()), theme().line)
