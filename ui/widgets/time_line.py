"""The events of an item as a time line: icon, sentence, time; an order note on its own background.

It is painted as one widget: hundreds of events need no child widgets, and unchanged events are not laid out again.
The words come from the caller and are shown as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.guard import guarded
from ui.icons import paint_icon
from ui.lines import utf16_units
from ui.theme import appearance, font, theme
from ui.widgets.painting import Mirror, draw_text, reads_right_to_left, right_to_left, text_width
from ui.widgets.plain import tip_text

_ICON_COLUMN = 28
#: The indentation of an entry that belongs to the one above, in pixels.
_STEP = 20
_LINE = 21
_GAP = 6
_NOTE_PADDING = 8
#: For how many widths the layout is cached: while a window is resized each is asked for once.
_WIDTHS = 4


@dataclass(frozen=True)
class TimeLineEvent:
    """One event. `bold` are the words of `sentence` in bold (a name), each where it first occurs."""

    icon: str
    sentence: str
    moment: str
    full_moment: str = ""
    note: str = ""
    bold: tuple[str, ...] = ()
    #: How many steps the entry is indented, as part of the one above.
    indent: int = 0


@dataclass(frozen=True)
class _Placed:
    event: TimeLineEvent
    top: float
    sentence: QTextLayout
    note: QTextLayout | None
    moment_width: float
    height: float


#: Sentence, note, width of the time, total height.
_Pieces = tuple[QTextLayout, QTextLayout | None, float, float]


class TimeLine(QWidget):
    """Events from the earliest down to the latest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events: tuple[TimeLineEvent, ...] = ()
        self._placed: list[_Placed] = []
        #: The positioned events for each width.
        self._known: dict[int, list[_Placed]] = {}
        #: The laid out texts of each event by width, which do not depend on its position.
        self._pieces: dict[int, dict[TimeLineEvent, _Pieces]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance().theme_changed.connect(self._rebuild)

    def show_events(self, events: Sequence[TimeLineEvent]) -> None:
        """Replaces the events."""
        self.events = tuple(events)
        self.setAccessibleDescription(
            "\n".join(f"{e.moment} {e.sentence} {e.note}".strip() for e in self.events)
        )
        self._known.clear()
        there = frozenset(self.events)
        for pieces in self._pieces.values():
            for gone in pieces.keys() - there:
                del pieces[gone]
        self._place()

    def _rebuild(self) -> None:
        self._known.clear()
        self._pieces.clear()
        self._place()

    def _place(self) -> None:
        self._placed = self._laid_out(self.width())
        height = self._height(self._placed)
        if height != self.minimumHeight():
            self.setMinimumHeight(height)
            self.updateGeometry()
        self.update()

    def _laid_out(self, width: int) -> list[_Placed]:
        if width not in self._known:
            if len(self._known) >= _WIDTHS:
                self._known.clear()
                self._pieces.clear()
            self._known[width] = self._made(width)
        return self._known[width]

    def _made(self, width: int) -> list[_Placed]:
        placed: list[_Placed] = []
        pieces = self._pieces.setdefault(width, {})
        top = 0.0
        for event in self.events:
            if event not in pieces:
                pieces[event] = _laid(event, width)
            sentence, note, moment_width, height = pieces[event]
            placed.append(_Placed(event, top, sentence, note, moment_width, height))
            top += height + _GAP
        return placed

    @staticmethod
    def _height(placed: list[_Placed]) -> int:
        return round(placed[-1].top + placed[-1].height) if placed else 0

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(280, self._height(self._placed))

    @guarded(True)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        return self._height(self._laid_out(width))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, placed in enumerate(self._placed):
            row = QRectF(0, placed.top, self.width(), placed.height)
            if row.intersects(QRectF(event.rect()).adjusted(0, -_GAP, 0, _GAP)):
                self._draw(painter, placed, row, last=number == len(self._placed) - 1)

    def _draw(self, painter: QPainter, placed: _Placed, row: QRectF, *, last: bool) -> None:
        now, mirror = theme(), Mirror.of(row)
        begin = _STEP * placed.event.indent
        inset = _ICON_COLUMN + begin
        icon_box = mirror.at(begin + 2, 16, top=row.top() + 3, height=16)
        paint_icon(painter, icon_box, placed.event.icon, now.text2)
        if not last:
            line = mirror.at(begin + 10, 1, top=row.top() + 23, height=max(0.0, row.height() + _GAP - 24))
            painter.fillRect(line, now.line2)
        room = row.width() - inset - placed.moment_width - 12
        painter.setPen(now.text2)
        placed.sentence.draw(painter, mirror.at(inset, room).topLeft())
        moment = mirror.at(
            row.width() - placed.moment_width, placed.moment_width, top=row.top(), height=_LINE
        )
        draw_text(painter, moment, placed.event.moment, font("header"), now.text2)
        if placed.note is not None:
            height = placed.note.boundingRect().height() + 2 * _NOTE_PADDING - 2
            top = row.bottom() - height
            ground = mirror.at(inset, row.width() - inset - 16, top=top, height=height)
            painter.fillRect(ground, now.note)
            painter.fillRect(Mirror.of(ground).at(0, 2), now.noteline)
            painter.setPen(now.text)
            inner = mirror.at(inset + 12, row.width() - inset - 40)
            placed.note.draw(painter, QPointF(inner.left(), top + _NOTE_PADDING - 1))

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return bool(super().event(event))

    def _show_tip(self, event: QHelpEvent) -> None:
        for placed in self._placed:
            inside = placed.top <= event.pos().y() <= placed.top + _LINE
            near = event.pos().x() < placed.moment_width if right_to_left() else True
            if inside and near and placed.event.full_moment:
                QToolTip.showText(event.globalPos(), tip_text(placed.event.full_moment), self)
                return
        QToolTip.hideText()


def _laid(event: TimeLineEvent, width: int) -> _Pieces:
    moment_width = text_width(event.moment, font("header")) + 1
    inset = _ICON_COLUMN + _STEP * event.indent
    room = max(60.0, width - inset - moment_width - 12)
    sentence, height = _layout(event.sentence, font("secondary"), room, event.bold)
    note = None
    if event.note:
        note, note_height = _layout(event.note, font("secondary"), max(60.0, width - inset - 40.0))
        height += note_height + 2 * _NOTE_PADDING
    return sentence, note, moment_width, height


def _layout(text: str, which: QFont, width: float, bold: tuple[str, ...] = ()) -> tuple[QTextLayout, float]:
    """Returns `text` laid out in lines of `width` pixels in the direction of the page, and its height."""
    layout = QTextLayout(text.replace("\n", "\u2028"), which)
    option = QTextOption()
    rtl = right_to_left()
    runs_rtl = reads_right_to_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if runs_rtl else Qt.LayoutDirection.LeftToRight)
    edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([made for word in bold if (made := _bold_range(text, word)) is not None])
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height + (_LINE - line.height()) / 2))
        height += _LINE
    layout.endLayout()
    return layout, height


def _bold_range(text: str, word: str) -> QTextLayout.FormatRange | None:
    at = text.find(word) if word else -1
    if at < 0:
        return None
    made = QTextLayout.FormatRange()
    # Qt counts UTF-16 units, Python code points.
    made.start = utf16_units(text[:at])
    made.length = utf16_units(word)
    strong = made.format
    strong.setFontWeight(QFont.Weight.DemiBold)
    strong.setForeground(theme().text)
    made.format = strong
    return made
