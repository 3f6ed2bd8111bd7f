"""The text of the user guide: a page, its table of contents, or the passages that were found.

It shows the program's own pages only, never words of users. They are in Persian, so the text runs from right to left
in every language of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from desktop_app.guide.finding import Passage
from desktop_app.guide.markup import GuideBlock, Piece
from desktop_app.guide.pages import GLOSSARY, Guide, GuidePage, GuidePlace
from desktop_app.paths import resource
from desktop_app.persian.query import marked, parse_query
from desktop_app.wording import digits, translate
from ui.guard import guarded
from ui.guide.runs import KEY, fragments, ink, insert_marked, insert_pieces, link, place_of
from ui.theme import appearance, font, theme
from ui.theme_tokens import RADIUS_CHIP
from ui.widgets.painting import draw_text, fill_rounded
from ui.widgets.plain import keep_to_the_page, tip_text

#: The number of a step, or the dot of a point.
_SIGN: Final = KEY + 1
#: Heights of a line, the width of the number of a step, and the margin, in pixels.
_LINE: Final = 24
_HANG: Final = 24
_MARGIN: Final = 16
_SCROLL_BAR: Final = 12
#: The widest and the highest picture, in pixels.
_PICTURE: Final = 480
_HIGHEST: Final = 440


class GuideText(QTextBrowser):
    """Emits `followed` with the place of a link. Tab goes from link to link, Enter follows one."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setProperty("variant", "plain")
        self.setAccessibleName(translate("Guide", "Text of the user guide"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        keep_to_the_page(self.document(), rtl=True)
        self._again: Callable[[], None] = lambda: None
        self._open = QTextCursor()
        self._first, self._pictured = True, False
        self._headings: dict[str, int] = {}
        #: The width of the view for which the pictures were scaled.
        self._fitted = 0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit_pictures)
        self.anchorClicked.connect(self._on_link)
        appearance().theme_changed.connect(self._dress)

    def show_page(self, page: GuidePage, heading: str = "") -> None:
        """Shows a page, with one of its headings at the top."""
        self._again = lambda: self.show_page(page, heading)
        cursor = self._begin()
        self._title(cursor, page.title)
        for block in page.blocks:
            self._block(cursor, block, page.name)
        self._end(heading)

    def show_contents(self, guide: Guide) -> None:
        """Shows the pages by group."""
        self._again = lambda: self.show_contents(guide)
        cursor = self._begin()
        for group in guide.groups:
            self._heading(cursor, group.title)
            for page in group.pages:
                self._start(cursor, above=6)
                cursor.insertText(page.title, link(GuidePlace(page.name)))
        self._end()

    def show_found(self, passages: Sequence[Passage], typed: str) -> None:
        """Shows passages with their first words; what was searched for is marked."""
        self._again = lambda: self.show_found(passages, typed)
        cursor, query = self._begin(), parse_query(typed)
        if not passages:
            self._start(cursor, above=8)
            cursor.insertText(
                translate("Guide", "No page has all of these words."), ink("interface", "text2")
            )
        for passage in passages:
            self._start(cursor, above=14)
            cursor.insertText(passage.title, link(passage.target))
            if passage.beside:
                cursor.insertText(f"   {passage.beside}", ink("secondary", "text3"))
            self._start(cursor, above=2)
            insert_marked(cursor, passage.words, marked(query, passage.words))
        self._end()

    def places(self) -> list[GuidePlace]:
        """Returns the places of all links, in order."""
        found: list[GuidePlace] = []
        block = self.document().begin()
        while block.isValid():
            looks = [fragment.charFormat() for fragment in fragments(block)]
            found.extend(place_of(QUrl(look.anchorHref())) for look in looks if look.isAnchor())
            block = block.next()
        return found

    def _begin(self) -> QTextCursor:
        self.setFont(font("interface"))
        document = self.document()
        document.clear()
        document.setDefaultFont(font("interface"))
        document.setDocumentMargin(_MARGIN)
        keep_to_the_page(document, rtl=True)
        self._headings = {}
        self._first, self._pictured = True, False
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._open = cursor
        return cursor

    def _end(self, heading: str = "") -> None:
        self._open.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setExtraSelections([])
        if heading in self._headings:
            place = QTextCursor(self.document())
            place.setPosition(self._headings[heading])
            place.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            wanted = QTextEdit.ExtraSelection()
            wanted.cursor = place
            wanted.format.setBackground(theme().accsoft)
            self.setExtraSelections([wanted])
            # The height of what follows is known after the layout only.
            self.document().documentLayout().documentSize()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect(place).top() - 8)

    def _start(self, cursor: QTextCursor, *, above: int, sign: str = "") -> None:
        """Begins a block; `sign` is painted in its margin."""
        shape = QTextBlockFormat()
        shape.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        shape.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        shape.setTopMargin(0 if self._first else above)
        shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        if sign:
            shape.setProperty(_SIGN, sign)
            shape.setRightMargin(_HANG)
        if self._first:
            cursor.setBlockFormat(shape)
            self._first = False
        else:
            cursor.insertBlock(shape)

    def _title(self, cursor: QTextCursor, words: str) -> None:
        self._start(cursor, above=0)
        cursor.insertText(words, ink("heading", "text", bold=True))

    def _heading(self, cursor: QTextCursor, words: str) -> None:
        self._start(cursor, above=18)
        self._headings[words] = cursor.position()
        cursor.insertText(words, ink("interface", "text", bold=True))

    def _block(self, cursor: QTextCursor, block: GuideBlock, page: str) -> None:
        if block.kind == "heading":
            self._heading(cursor, block.text)
        elif block.kind == "remark":
            self._remark(cursor, block, page)
        elif block.kind == "picture":
            self._picture(cursor, block.pieces[0])
        elif block.kind in ("step", "point"):
            sign = digits(block.number) if block.kind == "step" else "•"
            self._start(cursor, above=6, sign=sign)
            insert_pieces(cursor, block.pieces, page)
        else:
            self._start(cursor, above=6)
            insert_pieces(cursor, block.pieces, page, "text2" if page != GLOSSARY else "text")

    def _picture(self, cursor: QTextCursor, piece: Piece) -> None:
        image = QImage(str(resource("help", "pictures", piece.target)))
        width = min(self.width() - 2 * _MARGIN - _SCROLL_BAR, _PICTURE)
        if image.isNull() or width <= 0:
            return
        width = min(width, round(_HIGHEST * image.width() / image.height()))
        self._pictured, self._fitted = True, self.width()
        name = QUrl(piece.target)
        self.document().addResource(QTextDocument.ResourceType.ImageResource.value, name, image)
        shape = QTextImageFormat()
        shape.setName(name.toString())
        shape.setWidth(width)
        shape.setHeight(width * image.height() / image.width())
        shape.setToolTip(tip_text(piece.words))
        self._start(cursor, above=12)
        cursor.insertImage(shape)

    def _remark(self, cursor: QTextCursor, block: GuideBlock, page: str) -> None:
        outside = cursor.currentFrame()
        frame = QTextFrameFormat()
        frame.setBackground(theme().accsoft)
        frame.setPadding(10)
        frame.setTopMargin(14)
        frame.setBottomMargin(4)
        frame.setBorder(0)
        cursor.insertFrame(frame)
        self._first = True
        self._start(cursor, above=0)
        insert_pieces(cursor, block.pieces, page)
        cursor.setPosition(outside.lastPosition())
        # Qt leaves an empty block behind a frame, which the next one uses.
        self._first = True

    def _dress(self) -> None:
        self._again()

    def _on_link(self, url: QUrl) -> None:
        self.followed.emit(place_of(url))

    def _fit_pictures(self) -> None:
        if self._pictured and self.width() != self._fitted:
            at = self.verticalScrollBar().value()
            self._again()
            self.verticalScrollBar().setValue(at)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Later: the layout of the text resizes the view when a scroll bar appears.
        if self._pictured and self.width() != self._fitted:
            self._later.start()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for block in self._seen():
            sign = block.blockFormat().property(_SIGN)
            if sign:
                self._draw_sign(painter, block, str(sign))
            for box in self._caps(block):
                fill_rounded(painter, box, None, RADIUS_CHIP, theme().line2)

    def _seen(self) -> Iterator[QTextBlock]:
        """Yields the blocks in view."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid() and self.cursorRect(QTextCursor(block)).top() <= self.viewport().height():
            yield block
            block = block.next()

    def _draw_sign(self, painter: QPainter, block: QTextBlock, sign: str) -> None:
        line = QRectF(self.cursorRect(QTextCursor(block)))
        left = self.viewport().width() - _MARGIN - _HANG
        box = QRectF(left, line.top(), _HANG, line.height())
        draw_text(painter, box, sign, font("interface", bold=True), theme().acctext)

    def _caps(self, block: QTextBlock) -> Iterator[QRectF]:
        """Yields the boxes of the keys of a block."""
        for fragment in fragments(block):
            if not fragment.charFormat().property(KEY):
                continue
            cursor = QTextCursor(self.document())
            cursor.setPosition(fragment.position())
            one = self.cursorRect(cursor)
            cursor.setPosition(fragment.position() + fragment.length())
            other = self.cursorRect(cursor)
            left, right = sorted((one.left(), other.left()))
            if one.top() == other.top():
                yield QRectF(left + 1, one.center().y() - 9, right - left - 2, 18)
