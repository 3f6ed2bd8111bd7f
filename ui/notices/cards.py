"""The cards of the notices: painted rows with buttons, under the headings of unseen and seen ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.wording import digits, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.notices.words import (
    NoticeButton,
    buttons_of,
    commands_of,
    face_of,
    line_words,
    moment_words,
    spoken_words,
    title_parts,
)
from ui.theme import font, theme
from ui.theme_tokens import FIELD_SMALL, GROUP_HEADER, RADIUS, TWO_LINE_ROW
from ui.widgets.button import draw_bottom_edge
from ui.widgets.painting import (
    Mirror,
    draw_dot,
    draw_key_cap,
    draw_text,
    fill_rounded,
    key_cap_width,
    text_width,
)
from ui.widgets.rows import RowList, RowsModel

if TYPE_CHECKING:
    from desktop_app.reports.notices.model import Notice

_CARD: Final = 100
_MARGIN, _ICON_BOX, _ICON, _WORDS = 16, 28, 16, 56
_DOT: Final = 20
_PADDING, _GAP = 10, 6
#: The commands of a card other than its first button, by the Latin letter of their key.
COMMANDS: Final = {"D": "done", "T": "later", "S": "again", "A": "take"}


@dataclass(frozen=True, slots=True)
class CardHeading:
    """The heading of the unseen or the seen notices, with their number."""

    words: str
    count: int


def rows_of(notices: Sequence[Notice]) -> list[Notice | CardHeading]:
    """Returns the notices under their headings. They are in order: unseen ones come first."""
    unseen = [notice for notice in notices if not notice.seen]
    seen = [notice for notice in notices if notice.seen]
    made: list[Notice | CardHeading] = []
    for words, rows in (
        (translate("Notices", "Not seen"), unseen),
        (translate("Notices", "Seen"), seen),
    ):
        if rows:
            made += [CardHeading(words, len(rows)), *rows]
    return made


class CardList(RowList["Notice | CardHeading"]):
    """Emits `pressed` with the name of a command and its notice: Enter and double click are the first button."""

    pressed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.today = date.min
        model = RowsModel["Notice | CardHeading"](
            lambda row: row.words if isinstance(row, CardHeading) else "".join(title_parts(row)),
            spoken=lambda row: row.words if isinstance(row, CardHeading) else spoken_words(row, self.today),
            tip=lambda row: "" if isinstance(row, CardHeading) else line_words(row),
            heading=lambda row: isinstance(row, CardHeading),
        )
        super().__init__(
            translate("Notices", "Notices"),
            model,
            self._draw,
            parent,
            height=_height,
            key=_key,
            steady=True,
            smooth=True,
        )
        self.setMouseTracking(True)
        self._held: tuple[str, str] | None = None

    def notice(self) -> Notice | None:
        """Returns the current notice."""
        row = self.current()
        return None if row is None or isinstance(row, CardHeading) else row

    def press(self, command: str) -> None:
        """Runs a command of the current card, if it has that command."""
        notice = self.notice()
        if notice is not None and command in commands_of(notice):
            self.pressed.emit(command, notice)

    def button_box(self, command: str) -> QRectF:
        """Returns the place of a button of the current card, in pixels of the viewport."""
        notice = self.notice()
        assert notice is not None
        rect = QRectF(self.visualRect(self.currentIndex()))
        boxes = _button_boxes(rect, notice, with_keys=True)
        return next(box for button, box in boxes if button.command == command)

    def _draw(self, painter: QPainter, rect: QRectF, row: Notice | CardHeading) -> None:
        if isinstance(row, CardHeading):
            _draw_heading(painter, rect, row)
            return
        current = row is self.current()
        _draw_words(painter, rect, row, self.today)
        if not row.seen:
            pointer = QPointF(self.viewport().mapFromGlobal(self.cursor().pos()))
            for at, (button, box) in enumerate(_button_boxes(rect, row, with_keys=current)):
                _draw_button(
                    painter, box, button, framed=at == 0, with_key=current, hovered=box.contains(pointer)
                )

    def _at(self, position: QPointF) -> tuple[Notice, str] | None:
        """Returns the notice whose button is at a position, and the button's command."""
        index = self.indexAt(position.toPoint())
        row = self.row_model.row_at(index.row())
        if row is None or isinstance(row, CardHeading) or row.seen:
            return None
        current = index.row() == self.currentIndex().row()
        boxes = _button_boxes(QRectF(self.visualRect(index)), row, with_keys=current)
        return next(((row, button.command) for button, box in boxes if box.contains(position)), None)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        self._held = None if found is None else (found[0].key, found[1])
        if found is None:
            super().mousePressEvent(event)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        found = self._at(event.position())
        if held is not None and found is not None and held == (found[0].key, found[1]):
            self.go_to(self.indexAt(event.position().toPoint()).row())
            self.pressed.emit(found[1], found[0])
            return
        super().mouseReleaseEvent(event)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        shape = (
            Qt.CursorShape.ArrowCursor
            if self._at(event.position()) is None
            else Qt.CursorShape.PointingHandCursor
        )
        self.viewport().setCursor(shape)
        self.viewport().update()
        super().mouseMoveEvent(event)

    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at(event.position()) is None:
            self.press("open")

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        self.viewport().update()
        super().leaveEvent(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press("open")
        elif event.text().isalnum() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            # Disable the type-ahead search of the view: letters are commands here.
            event.ignore()
        else:
            super().keyPressEvent(event)


def _height(row: Notice | CardHeading) -> int:
    if isinstance(row, CardHeading):
        return GROUP_HEADER
    return TWO_LINE_ROW + 4 if row.seen else _CARD


def _key(row: Notice | CardHeading) -> object:
    return row.words if isinstance(row, CardHeading) else row.key


def _draw_heading(painter: QPainter, rect: QRectF, heading: CardHeading) -> None:
    now, mirror = theme(), Mirror.of(rect)
    painter.fillRect(rect.adjusted(0, 0, 0, -1), now.chrome)
    room = rect.width() - 2 * _MARGIN
    drawn = draw_text(
        painter, mirror.at(_MARGIN, room), heading.words, font("secondary", bold=True), now.text
    )
    draw_text(
        painter,
        mirror.at(_MARGIN + drawn + 8, room - drawn - 8),
        digits(heading.count),
        font("header"),
        now.text2,
    )


def _draw_words(painter: QPainter, rect: QRectF, notice: Notice, today: date) -> None:
    now, mirror, face = theme(), Mirror.of(rect), face_of(notice)
    top = rect.top() + 10
    box = mirror.at(_MARGIN, _ICON_BOX, top=top, height=_ICON_BOX)
    fill_rounded(
        painter, box, now.warnbg if face.failed else now.base, RADIUS, None if face.failed else now.line
    )
    inset = (_ICON_BOX - _ICON) / 2
    paint_icon(
        painter, box.adjusted(inset, inset, -inset, -inset), face.icon, now.warn if face.failed else now.text2
    )
    room = rect.width() - _WORDS - _MARGIN
    moment = moment_words(notice, today)
    taken = text_width(moment, font("header")) + 1 if moment else 0.0
    end = _WORDS + room
    if not notice.seen:
        end -= _DOT
        centre = mirror.at(_WORDS + room - 8, 8, top=top, height=20).center()
        draw_dot(painter, centre, now.accent)
    draw_text(painter, mirror.at(end - taken, taken, top=top, height=20), moment, font("header"), now.text2)
    _draw_title(painter, mirror, notice, top, end - taken - 12)
    words = mirror.at(_WORDS, room, top=top + 22, height=20)
    draw_text(painter, words, line_words(notice), font("secondary"), now.text2)


def _draw_title(painter: QPainter, mirror: Mirror, notice: Notice, top: float, end: float) -> None:
    """Draws the title up to `end`, the name in it bold; what does not fit is elided."""
    offset, unseen = float(_WORDS), not notice.seen
    parts = title_parts(notice)
    for part, bold in ((parts[0], not parts[1] and unseen), (parts[1], True), (parts[2], False)):
        if part and offset < end:
            face = font("interface", bold=bold)
            width = min(text_width(part, face) + 1, end - offset)
            words = part.strip()
            lead = text_width(" ", face) if part.startswith(" ") else 0
            box = mirror.at(offset + lead, width - lead, top=top, height=20)
            draw_text(painter, box, words, face, theme().text)
            offset += width


def _button_boxes(rect: QRectF, notice: Notice, *, with_keys: bool) -> list[tuple[NoticeButton, QRectF]]:
    mirror, offset = Mirror.of(rect), float(_WORDS)
    made = []
    for button in buttons_of(notice):
        width = 2 * _PADDING + _icon_room(button) + text_width(button.words, font("button")) + 1
        width += _GAP + key_cap_width(button.key) if with_keys else 0
        made.append((button, mirror.at(offset, width, top=rect.top() + 62, height=FIELD_SMALL)))
        offset += width + 8
    return made


def _draw_button(
    painter: QPainter, box: QRectF, button: NoticeButton, *, framed: bool, with_key: bool, hovered: bool
) -> None:
    now, mirror = theme(), Mirror.of(box)
    if framed:
        fill_rounded(painter, box, now.hover if hovered else now.base, RADIUS, now.line2)
        draw_bottom_edge(painter, box, now.edge)
    elif hovered:
        fill_rounded(painter, box, now.hover, RADIUS)
    if button.icon:
        top = box.top() + (box.height() - _ICON) / 2
        paint_icon(painter, mirror.at(_PADDING, _ICON, top=top, height=_ICON), button.icon, now.text2)
    start = _PADDING + _icon_room(button)
    width = text_width(button.words, font("button")) + 1
    draw_text(painter, mirror.at(start, width), button.words, font("button"), now.text)
    if with_key:
        place = mirror.at(start + width + _GAP, key_cap_width(button.key))
        draw_key_cap(painter, place, button.key, now.text2, now.line2)


def _icon_room(button: NoticeButton) -> int:
    return _ICON + _GAP if button.icon else 0
