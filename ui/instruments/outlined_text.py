"""A draft's text with its outline beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.drafting.outline import OutlineEntry, utf16_offsets
from desktop_app.persian.text import Folded, fold, fold_with_offsets, visible_controls
from desktop_app.wording import translate
from ui.actions import make_action
from ui.guard import guarded
from ui.jobs import run
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_text, reads_right_to_left
from ui.widgets.plain import PlainText, keep_to_the_page
from ui.widgets.rows import RowList, RowsModel
from ui.widgets.search_box import SearchBox

OUTLINE_WIDTH = 280
#: The maximum number of bold labels; a text with more is a list rather than a law.
_MOST_BOLD = 3000


class OutlinedText(QWidget):
    """Selecting an entry of the outline scrolls the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = RowList[OutlineEntry](
            translate("Instruments", "Outline"),
            RowsModel(lambda entry: f"{entry.label} {entry.heading}".strip()),
            draw_entry,
            height=32,
            line=False,
            smooth=True,
        )
        self.text = PlainText("", "document", bare=True)
        self.text.setAccessibleName(translate("Instruments", "Text of the revision"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._starts: list[int] = []
        self._folded: Folded | None = None
        self._found = -1
        self.search = SearchBox(translate("Instruments", "Find in the text"), key="Ctrl+F")
        self.search.searched.connect(lambda words: self.find_words(words, again=False))
        self.search.submitted.connect(lambda words: self.find_words(words, again=True))
        self.outline.picked.connect(self._go)
        for text, key, act in (
            (translate("Instruments", "Find in the text"), "Ctrl+F", self.search.setFocus),
            (translate("Instruments", "Next place"), "F3", self._find_again),
        ):
            make_action(self, text, act, key=key)
        self._lay_out()

    def find_words(self, words: str, *, again: bool) -> None:
        """Selects the next match of `words`, ignoring spelling variants; wraps around at the end.

        With `again` the current match is skipped.
        """
        if self._folded is not None:
            self._find_in(self._folded, fold(words), again=again)
            return
        # Folding a long text takes time, so it runs on a worker.
        text = self.text.toPlainText()

        def folded(found: Folded) -> None:
            if text == self.text.toPlainText():
                self._folded = found
                self._find_in(found, fold(words), again=again)

        run(self, lambda: fold_with_offsets(text), folded)

    def _find_in(self, folded: Folded, wanted: str, *, again: bool) -> None:
        begin = self._found + 1 if again else max(self._found, 0)
        at = folded.text.find(wanted, begin) if wanted else -1
        if at < 0 and wanted:
            at = folded.text.find(wanted)
        self.search.mark_invalid(at < 0 < len(wanted))
        self._found = at
        if at >= 0:
            self._select(*folded.original_range(at, at + len(wanted)))

    def _find_again(self) -> None:
        self.find_words(self.search.text(), again=True)

    def _select(self, start: int, end: int) -> None:
        first, last = utf16_offsets(self.text.toPlainText(), iter((start, end)))
        cursor = self.text.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()

    def _lay_out(self) -> None:
        aside = _Aside()
        aside.setFixedWidth(OUTLINE_WIDTH)
        column = QVBoxLayout(aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        box = QHBoxLayout()
        box.setContentsMargins(12, 8, 12, 8)
        box.addWidget(self.search)
        column.addLayout(box)
        column.addWidget(self.outline, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(aside)
        row.addWidget(_Sheet(self.text), 1)

    def show_text(self, text: str, entries: Sequence[OutlineEntry]) -> None:
        """Shows a text from its start. Control and direction characters are made visible."""
        shown = visible_controls(text)
        self._folded, self._found = None, -1
        starts = [entry.start for entry in entries]
        ends = [entry.label_end for entry in entries]
        if shown != text:
            starts, ends = _moved(text, starts), _moved(text, ends)
        self._starts = utf16_offsets(shown, iter(starts))
        keep_to_the_page(self.text.document(), rtl=reads_right_to_left(text.strip()))
        self.text.setPlainText(shown)
        self._set_bold(self._starts[:_MOST_BOLD], utf16_offsets(shown, iter(ends))[:_MOST_BOLD])
        self.outline.show_rows(entries)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

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

    def _go(self, entry: OutlineEntry | None) -> None:
        if entry is None:
            return
        cursor = self.text.textCursor()
        cursor.setPosition(self._starts[self.outline.currentIndex().row()])
        # Scrolling up from the end puts the provision at the top of the view.
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()


class _Aside(QWidget):
    """The background of the outline and of its header."""

    @guarded(None)
    def paintEvent(self, event: object) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().base)


class _Sheet(QWidget):
    """The white background with the margins of a page."""

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


def draw_entry(painter: QPainter, rect: QRectF, entry: OutlineEntry) -> None:
    """Draws the label and the first words, indented by depth."""
    now, mirror = theme(), Mirror.of(rect)
    indent = 16 + 14 * min(entry.depth, 5)
    room = max(0.0, rect.width() - indent - 12)
    top = font("secondary", bold=entry.depth == 0)
    drawn = draw_text(painter, mirror.at(indent, room), entry.label, top, now.text)
    offset = indent + (drawn + 8 if entry.label else 0)
    place = mirror.at(offset, max(0.0, rect.width() - offset - 12))
    draw_text(painter, place, entry.heading, font("header"), now.text2)


def _moved(text: str, offsets: Sequence[int]) -> list[int]:
    """Converts ascending offsets of `text` to offsets of its form with visible control characters (code points)."""
    found: list[int] = []
    at = length = 0
    for offset in offsets:
        length += len(visible_controls(text[at:offset]))
        at = offset
        found.append(length)
    return found
