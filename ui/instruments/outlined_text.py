"""A draft's text with its outline beside it; the outline leads, the text is read as it is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStyleOptionViewItem, QWidget

from desktop_app.instruments.outline import OutlineEntry, utf16_offsets
from desktop_app.persian.text import visible_controls
from desktop_app.wording import translate
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_text, reads_right_to_left
from ui.widgets.plain import PlainText
from ui.widgets.rows import RowDelegate

OUTLINE_WIDTH = 280
_NOTHING: Final = cast(object, None)
#: Labels that are set in bold; a text of more is a list, not a law.
_MOST_BOLD = 3000


class OutlinedText(QWidget):
    """Choosing in the outline scrolls the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = OutlineList()
        self.outline.setFixedWidth(OUTLINE_WIDTH)
        self.text = PlainText("", "document", bare=True)
        self.text.setAccessibleName(translate("Instruments", "Text of the revision"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._starts: list[int] = []
        self.outline.chosen.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.outline)
        row.addWidget(_Sheet(self.text), 1)

    def show_text(self, text: str, entries: Sequence[OutlineEntry]) -> None:
        """Shows a text from its top. Control and direction characters are shown, not obeyed."""
        shown = visible_controls(text)
        starts = [entry.start for entry in entries]
        ends = [entry.label_end for entry in entries]
        if shown != text:
            starts, ends = _moved(text, starts), _moved(text, ends)
        self._starts = utf16_offsets(shown, iter(starts))
        _lead(self.text, text.strip())
        self.text.setPlainText(shown)
        self._set_bold(self._starts[:_MOST_BOLD], utf16_offsets(shown, iter(ends))[:_MOST_BOLD])
        self.outline.show_entries(entries)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def top_line(self) -> str:
        """The paragraph under the cursor: where the reader stands."""
        return self.text.textCursor().block().text()

    def _set_bold(self, starts: Sequence[int], ends: Sequence[int]) -> None:
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        cursor = QTextCursor(self.text.document())
        cursor.beginEditBlock()
        for start, end in zip(starts, ends, strict=True):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(strong)
        cursor.endEditBlock()

    def _go(self, place: int) -> None:
        cursor = self.text.textCursor()
        cursor.setPosition(self._starts[place])
        # From the end upwards, so that the provision comes to stand at the top.
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()


class _Sheet(QWidget):
    """The white ground with the margins of a page."""

    def __init__(self, text: PlainText) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 16, 32, 0)
        row.addWidget(text)

    @guarded(None)
    def paintEvent(self, event: object) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().base)
        edge = self.width() - 1 if self.isRightToLeft() else 0
        painter.fillRect(QRectF(edge, 0, 1, self.height()), theme().line)


class OutlineModel(QAbstractListModel):
    """Labels and first words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[OutlineEntry, ...] = ()

    def show_entries(self, entries: Sequence[OutlineEntry]) -> None:
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    @guarded(0)
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    @guarded(_NOTHING)
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.label} {entry.heading}".strip()
        return None


class OutlineList(QListView):
    """`chosen` tells the number of the entry."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = OutlineModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(_OutlineDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Instruments", "Outline"))
        self.selectionModel().currentChanged.connect(self._tell)

    def show_entries(self, entries: Sequence[OutlineEntry]) -> None:
        self.entries.show_entries(entries)

    def _tell(self, now: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.row())


class _OutlineDelegate(RowDelegate):
    def __init__(self, owner: OutlineList) -> None:
        super().__init__(owner, height=32, line=False)
        self._owner = owner

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        del option
        entry, now, mirror = self._owner.entries.entries[index.row()], theme(), Mirror.of(rect)
        indent = 16 + 14 * min(entry.depth, 5)
        room = max(0.0, rect.width() - indent - 12)
        top = font("secondary", bold=entry.depth == 0)
        drawn = draw_text(painter, mirror.at(indent, room), entry.label, top, now.text)
        offset = indent + (drawn + 8 if entry.label else 0)
        place = mirror.at(offset, max(0.0, rect.width() - offset - 12))
        draw_text(painter, place, entry.heading, font("header"), now.text2)


def _lead(text: PlainText, words: str) -> None:
    """Lines begin where their language begins: a plain text's layout knows left and right only."""
    option = text.document().defaultTextOption()
    rtl = reads_right_to_left(words)
    edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    text.document().setDefaultTextOption(option)


def _moved(text: str, offsets: Sequence[int]) -> list[int]:
    """Ascending offsets of `text` in its visible form."""
    found: list[int] = []
    at = length = 0
    for offset in offsets:
        length += len(visible_controls(text[at:offset]))
        at = offset
        found.append(length)
    return found
