"""Labels, viewers and tool tips that show plain text: no mark-up is interpreted, no file or link is opened.

Qt's own labels and tool tips guess from the first line whether a text is HTML, which must never happen with a
citizen's words. No other module creates a `QLabel`, or sets a tool tip without `tip_text`.
"""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QWidget

from desktop_app.persian.joined_numbers import for_display, without_isolates
from ui.guard import guarded
from ui.theme import appearance, field_font, theme
from ui.theme_tokens import FontRole
from ui.widgets.painting import fill_rounded, right_to_left
from ui.widgets.wrapped import draw_wrapped

_LONGEST_LABEL = 2000
#: Events after which the style sheet may have changed the size of a field.
_STYLED = frozenset(
    {
        QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.Show, QEvent.Type.LayoutRequest,
        QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.DynamicPropertyChange,
    }
)  # fmt: skip
#: A tool tip of so many characters fits on one line.
_TIP_LINE = 90


class PlainLabel(QLabel):
    """A label with a font role and a theme colour; `elide` cuts what does not fit (it is in the tool tip)."""

    def __init__(
        self,
        text: str = "",
        role: FontRole = "interface",
        colour: str = "text",
        *,
        bold: bool = False,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._colour, self._bold, self._elide = role, colour, bold, elide
        self._words = ""
        self.marks: tuple[tuple[int, int], ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setOpenExternalLinks(False)
        # Absolute, because Qt would swap the leading edge for a text that is entirely Latin.
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._dress()
        appearance().theme_changed.connect(self._dress)
        self.setText(text)

    @guarded(None)
    def setText(self, text: str) -> None:
        self._words = text[:_LONGEST_LABEL]
        # What Qt draws; `draw_wrapped` does it by itself.
        super().setText(self._words if self.wordWrap() else for_display(self._words)[0])
        if self._elide:
            set_tip(self, text)

    def text(self) -> str:
        """Returns the words as they were set."""
        return self._words

    def mark(self, ranges: tuple[tuple[int, int], ...]) -> None:
        """Highlights ranges of the text, in code points, if the label wraps lines (`wrap`)."""
        if ranges != self.marks:
            self.marks = ranges
            self.update()

    def set_colour(self, colour: str) -> None:
        """Sets another theme colour, by name."""
        self._colour = colour
        self._dress()

    def set_bold(self, bold: bool) -> None:
        self._bold = bold
        self._dress()

    def _dress(self) -> None:
        self.setFont(theme().font(self._role, bold=self._bold))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme().colour(self._colour))
        self.setPalette(palette)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(24, hint.height()) if self._elide else hint

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elide and not self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        if self.wordWrap():
            self._draw_lines(painter)
            return
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        shown = self.fontMetrics().elidedText(super().text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment()), shown)

    def _draw_lines(self, painter: QPainter) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ink = self.palette().color(self.foregroundRole())
        room = QRectF(self.contentsRect())
        draw_wrapped(
            painter,
            room,
            self.text(),
            self.font(),
            ink,
            rtl=rtl,
            align=self.alignment(),
            marks=self.marks,
            ground=theme().warnbg,
        )


class LinkLabel(PlainLabel):
    """Clickable words; `on_click` is called without arguments."""

    def __init__(
        self,
        text: str,
        on_click: object,
        role: FontRole = "interface",
        parent: QWidget | None = None,
        *,
        elide: bool = False,
    ) -> None:
        super().__init__(text, role, "acctext", elide=elide, parent=parent)
        self._on_click = on_click
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        font = self.font()
        font.setUnderline(True)
        self.setFont(font)

    def _dress(self) -> None:
        super()._dress()
        font = self.font()
        font.setUnderline(True)
        self.setFont(font)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()) and callable(self._on_click):
            self._on_click()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and callable(
            self._on_click
        ):
            self._on_click()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            fill_rounded(QPainter(self), QRectF(self.rect()), None, 3, theme().accent, 2)


def text_option(*, rtl: bool) -> QTextOption:
    """Returns text direction and alignment: a plain text layout knows only left and right, not leading."""
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def keep_to_the_page(document: QTextDocument, *, rtl: bool | None = None) -> None:
    """Makes paragraphs, including empty ones, run in the direction of the page.

    Qt would place the caret of an empty box by the keyboard's language. `rtl` None means the direction of the
    language in use.
    """
    document.setDefaultTextOption(text_option(rtl=right_to_left() if rtl is None else rtl))


def stored_selection(cursor: QTextCursor, stored: str) -> str:
    """Returns the selected part of `stored`, which the cursor's document shows as `for_display` returns it."""
    words = without_isolates(cursor.selection().toPlainText())
    before = QTextCursor(cursor)
    before.setPosition(cursor.selectionStart())
    before.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
    start = len(without_isolates(before.selection().toPlainText()))
    return stored[start : start + len(words)]


class PlainText(QPlainTextEdit):
    """A text box, read-only unless `editable`, right to left in Persian even if it begins with a Latin word.

    The `role` "document" is text that the reader can scale; `bare` omits the frame; `latin` is for text that is
    always English, such as a traceback.
    """

    #: The height set by `keep_height`; events may arrive before `__init__` ends.
    _height = 0

    def __init__(
        self,
        text: str = "",
        role: FontRole = "interface",
        *,
        editable: bool = False,
        bare: bool = False,
        latin: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        #: Whether the font draws Latin digits as those of the language.
        self._is_typed = editable and not latin
        #: What `show_stored` shows.
        self._stored: str | None = None
        if latin:
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setReadOnly(not editable)
        self.setTabChangesFocus(True)
        keep_to_the_page(self.document(), rtl=False if latin else None)
        if bare:
            self.setProperty("variant", "plain")
        self._dress()
        appearance().theme_changed.connect(self._dress)
        self.setPlainText(text)

    def show_stored(self, text: str) -> None:
        """Shows `text` with the digits of the language. What a person copies of it is as it is stored."""
        self._stored = without_isolates(text)
        self.setPlainText(for_display(text)[0])

    @guarded(QMimeData())
    def createMimeDataFromSelection(self) -> QMimeData:
        if self._stored is None:
            return super().createMimeDataFromSelection()
        copied = QMimeData()
        copied.setText(stored_selection(self.textCursor(), self._stored))
        return copied

    def set_role(self, role: FontRole) -> None:
        """Sets another font role."""
        self._role = role
        self._dress()

    def keep_height(self, height: int) -> None:
        """Fixes the height in pixels. The style sheet resets the minimum height that `setFixedHeight` sets, and
        a full pane would then squeeze the field.
        """
        self._height = height
        self.setFixedHeight(height)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if self._height and event.type() in _STYLED and self.minimumHeight() != self._height:
            self.setFixedHeight(self._height)
        return done

    def _dress(self) -> None:
        font = field_font(self._role) if self._is_typed else theme().font(self._role)
        self.document().setDefaultFont(font)
        self.setFont(font)


def tip_text(text: str) -> str:
    """Returns `text` for a tool tip, escaped if Qt might take it for mark-up, so that it is shown as written.

    Qt wraps only mark-up, so a long text is escaped too, or it would run over the edge of the screen.
    """
    if "<" not in text and all(len(line) <= _TIP_LINE for line in text.split("\n")):
        return text
    return f'<p dir="{"rtl" if right_to_left() else "ltr"}">{html.escape(text).replace(chr(10), "<br>")}</p>'


def set_tip(widget: QWidget, text: str) -> None:
    """Sets the tool tip of `widget` to `text`, shown as written."""
    widget.setToolTip(tip_text(text))


def exchange_tip(widget: QWidget, tip: str) -> str:
    """Sets a tool tip that `tip_text` made, and returns the previous one."""
    former = widget.toolTip()
    widget.setToolTip(tip)
    return former
