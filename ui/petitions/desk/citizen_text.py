"""The citizen's text as plain text, in large type. A control character is a small mark with its name as a tool tip.

A text of usual length is shown in full, or in a bounded part that scrolls and opens on demand. Of a very long text
the beginning is shown. The full text opens in a scrolling reader, which lays out only the visible part.
"""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from desktop_app.persian.controls import CONTROL, control_name, with_control_names
from desktop_app.persian.joined_numbers import for_display
from desktop_app.persian.query import Query, marked, parse_query
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.theme import appearance, theme
from ui.theme_tokens import DOCUMENT_LINE
from ui.widgets.marked_words import mark_words
from ui.widgets.plain import LinkLabel, PlainText, keep_to_the_page, stored_selection, tip_text

#: Number of code points shown at once.
AT_ONCE: Final = 4000
_READER_HEIGHT: Final = 420
#: Line length at which the reader breaks lines, in code points. The layout of a line of one megabyte takes
#: half a second per key.
_LONGEST_LINE: Final = 2000
_MOST_MARKED: Final = 200_000
#: Stands for a control character; the fonts have it.
_MARK: Final = "◊"
_CONTROL_OR_MARK: Final = re.compile(f"{CONTROL.pattern}|{_MARK}")


class CitizenText(QWidget):
    """Shows one text, until `show_text` replaces it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self._query = Query()
        self._most, self._opened = 0, False
        self.page = _Page()
        self.page.folds.connect(self._show_unfold)
        self.unfold = LinkLabel("", lambda: self._open(not self._opened), "secondary")
        self.more = LinkLabel("", self.show_whole, "secondary")
        self.reader = PlainText("", "document", bare=True)
        self.reader.setFixedHeight(_READER_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.page, self.unfold, self.more, self.reader):
            column.addWidget(part)
        self.unfold.hide()

    def bound(self, most: int) -> None:
        """Leaves the text at most so many pixels until the person opens all of it; 0 for any number."""
        if most != self._most:
            self._most = most
            self.page.bound(most, opened=self._opened)

    def _open(self, opened: bool) -> None:
        self._opened = opened
        self.page.bound(self._most, opened=opened)

    def _show_unfold(self, folds: bool) -> None:
        more, less = translate("Inbox", "More of the text"), translate("Inbox", "Less of the text")
        self.unfold.setText(less if self._opened else more)
        shown = folds and not self.page.isHidden()
        if shown == self.unfold.isHidden():
            self.unfold.setVisible(shown)
            # The page may be resized by the layout itself, which does not notice what is shown meanwhile.
            QTimer.singleShot(0, self, self._lay_out_again)

    def _lay_out_again(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            self.updateGeometry()

    def show_text(self, text: str) -> None:
        """Shows the stored text of the citizen from its beginning."""
        self._whole = text
        self.reader.clear()
        self.reader.hide()
        long = len(text) > AT_ONCE
        self.page.show()
        self._open(opened=False)
        self.page.show_text(text[:AT_ONCE] + ("…" if long else ""))
        self.more.setVisible(long)
        if long:
            words = fill(translate("Inbox", "Show the whole text ({count} characters)"), count=len(text))
            self.more.setText(words)
        self._mark()

    def mark(self, query: str) -> None:
        """Marks the matches of a search, in this text and those shown later.

        An empty query removes the marks.
        """
        self._query = parse_query(query)
        self._mark()

    def _mark(self) -> None:
        ground = theme().warnbg
        found = marked(self._query, self.page.toPlainText())
        mark_words(self.page, found, ground)
        if found and not self._opened:
            # What was searched for may be in the part that is out of sight.
            self._open(opened=True)
        if self.reader.isVisibleTo(self):
            text = self.reader.toPlainText()
            # Searching a text of a megabyte would block the window.
            found = marked(self._query, text) if len(text) <= _MOST_MARKED else ()
            mark_words(self.reader, found, ground)

    def show_whole(self) -> None:
        """Opens the reader with the full text."""
        self.reader.show_stored(_in_lines(visible_controls(self._whole)))
        self.page.hide()
        self.unfold.hide()
        self.more.hide()
        self.reader.show()
        self._mark()


class _Page(QTextEdit):
    """Read-only plain text with the line height of a document, as high as its content.

    `folds` tells whether it is higher than what it may take.
    """

    folds = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._most, self._opened = 0, False
        self._stored = ""
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("variant", "plain")
        self.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Inbox", "The citizen's words"))
        self.document().setDocumentMargin(0)
        appearance().theme_changed.connect(self._dress)

    def show_text(self, text: str) -> None:
        """Shows a stored text."""
        self._stored = text
        self.setPlainText(for_display(CONTROL.sub(_MARK, text))[0])
        self._dress()

    @guarded(QMimeData())
    def createMimeDataFromSelection(self) -> QMimeData:
        """Returns the selected words as they are stored, with the names of control characters."""
        copied = QMimeData()
        copied.setText(with_control_names(stored_selection(self.textCursor(), self._stored)))
        return copied

    def _name_controls(self) -> None:
        """Gives the marks of control characters their colour, and their names as tool tips."""
        cursor = QTextCursor(self.document())
        # A citizen may have written the mark too.
        for character in _CONTROL_OR_MARK.findall(self._stored):
            cursor = self.document().find(_MARK, cursor)
            if character != _MARK:
                named = QTextCharFormat()
                named.setForeground(theme().warn)
                named.setToolTip(tip_text(control_name(character)))
                cursor.mergeCharFormat(named)

    def _dress(self) -> None:
        keep_to_the_page(self.document())
        self.document().setDefaultFont(theme().font("document"))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        natural = 156  # natural line height of this font in percent of its size
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        spacing.setLineHeight(100 * DOCUMENT_LINE / natural, kind.value)
        cursor.mergeBlockFormat(spacing)
        self._name_controls()
        self._fit()

    def bound(self, most: int, *, opened: bool) -> None:
        """Leaves the text at most so many pixels, in which it scrolls; 0 for any number, as if it were `opened`."""
        self._most, self._opened = most, opened
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.width())
        whole = round(self.document().size().height()) + 2
        # For a line or two nothing is cut.
        folds = 0 < self._most < whole - 2 * round(self._line())
        bounded = folds and not self._opened
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if bounded else policy.ScrollBarAlwaysOff)
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(self._most if bounded else whole)
        self.folds.emit(folds)

    def _line(self) -> float:
        return self.fontMetrics().height() * DOCUMENT_LINE / 100

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(300, self.height())


def _in_lines(text: str) -> str:
    """Returns `text` with lines of at most `_LONGEST_LINE` code points, broken at spaces where possible."""
    made: list[str] = []
    for line in text.split("\n"):
        rest = line
        while len(rest) > _LONGEST_LINE:
            cut = rest.rfind(" ", _LONGEST_LINE // 2, _LONGEST_LINE)
            cut = _LONGEST_LINE if cut < 0 else cut + 1
            made.append(rest[:cut])
            rest = rest[cut:]
        made.append(rest)
    return "\n".join(made)
