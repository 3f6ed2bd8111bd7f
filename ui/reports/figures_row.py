"""The five main figures in large type, each with its changes against the previous month and year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.reports.facts import Fact
from desktop_app.wording import translate
from ui.guard import guarded
from ui.reports.lines_table import draw_change
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_text, fill_rounded, hairline, right_to_left, text_width
from ui.widgets.plain import tip_text

_HEIGHT = 124
_TOP = 12
#: Space at both sides of a figure, where there is room and where there is little.
_PADDING, _LITTLE = 24, 14
_WIDE = 220
_ARROW = 13


class FiguresRow(QWidget):
    """Emits `opened` with the code of a clicked figure; only those in `linked` are clickable."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts: tuple[Fact, ...] = ()
        self.linked: frozenset[str] = frozenset()
        self._hovered = self._current = ""
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_facts(self, facts: Sequence[Fact], linked: frozenset[str] = frozenset()) -> None:
        self.facts, self.linked = tuple(facts), linked
        self._current = next((fact.code for fact in facts if fact.code in linked), "")
        lines = (f"{f.name}: {f.value} {f.unit} {'؛ '.join(n.text for n in f.notes)}" for f in facts)
        self.setAccessibleDescription("\n".join(lines))
        self.update()

    def box_of(self, code: str) -> QRectF:
        """Returns the rectangle of a figure."""
        at = next(i for i, fact in enumerate(self.facts) if fact.code == code)
        return self._box(at)

    def _tile(self, at: int) -> QRectF:
        width = self.width() / max(1, len(self.facts))
        return Mirror.of(QRectF(self.rect())).at(at * width, width)

    def _box(self, at: int) -> QRectF:
        tile = self._tile(at)
        padding = _PADDING if tile.width() >= _WIDE else _LITTLE
        return tile.adjusted(padding, 0, -padding, 0)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(640, _HEIGHT)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        for at, fact in enumerate(self.facts):
            if fact.code in self.linked and fact.code == self._hovered:
                painter.fillRect(self._tile(at), theme().hover)
            if at:
                painter.fillRect(Mirror.of(self._tile(at)).at(0, 1), theme().line2)
            self._draw(painter, self._box(at), fact)
        hairline(painter, QRectF(self.rect()), colour=theme().line2)
        if self.hasFocus() and self._current:
            place = [fact.code for fact in self.facts].index(self._current)
            fill_rounded(painter, self._tile(place).adjusted(3, 3, -3, -3), None, 6, theme().accent, 2)

    def _draw(self, painter: QPainter, box: QRectF, fact: Fact) -> None:
        now, mirror = theme(), Mirror.of(box)
        room = box.width()
        draw_text(painter, mirror.at(0, room, top=_TOP, height=22), fact.name, font("secondary"), now.text2)
        linked = fact.code in self.linked and fact.code == self._hovered
        ink = now.acctext if linked else now.text
        value = mirror.at(0, room, top=_TOP + 22, height=44)
        width = draw_text(painter, value, fact.value, font("figure"), ink)
        if linked:
            painter.fillRect(mirror.at(0, width, top=_TOP + 62, height=2), now.acctext)
        if fact.unit:
            place = mirror.at(width + 8, room - width - 8, top=_TOP + 30, height=32)
            draw_text(painter, place, fact.unit, font("secondary"), now.text2)
        for line, note in enumerate(fact.notes[:2]):
            ink = now.colour(note.tone)
            place = mirror.at(0, room, top=_TOP + 66 + 20 * line, height=20)
            # The first line tells of the period before, by an arrow besides the colour.
            if line == 0 and note.change:
                place = draw_change(painter, place, note.change, ink, _ARROW)
            draw_text(painter, place, note.text, font("header"), ink)

    def _at(self, x: float) -> str:
        for at, fact in enumerate(self.facts):
            tile = self._tile(at)
            if fact.code in self.linked and tile.left() <= x < tile.right():
                return fact.code
        return ""

    def cut_at(self, x: float) -> str:
        """Returns the notes of a figure where they are truncated, for a tooltip."""
        for at, fact in enumerate(self.facts):
            box = self._box(at)
            if box.left() <= x < box.right():
                notes = [note.text for note in fact.notes[:2]]
                marks = [_ARROW + 4 if at == 0 and note.change else 0 for at, note in enumerate(fact.notes)]
                widths = [text_width(note, font("header")) for note in notes]
                cut = any(width + mark > box.width() for width, mark in zip(widths, marks, strict=False))
                return "\n".join(notes) if cut else ""
        return ""

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().x())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        if found != self._hovered:
            self._hovered = found
            self.update()

    @guarded(None)
    def leaveEvent(self, event: object) -> None:
        del event
        self._hovered = ""
        self.update()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().x())
        if found:
            self.opened.emit(found)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, codes = event.key(), [fact.code for fact in self.facts if fact.code in self.linked]
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and codes:
            self.opened.emit(self._current)
            return
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and codes:
            forward = (key == Qt.Key.Key_Left) is right_to_left()
            place = codes.index(self._current) + (1 if forward else -1)
            self._current = codes[min(max(place, 0), len(codes) - 1)]
            self.update()
            return
        super().keyPressEvent(event)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            if self._at(event.pos().x()):
                words = translate("Reports", "Show these petitions in the inbox")
                QToolTip.showText(event.globalPos(), tip_text(words), self)
            elif cut := self.cut_at(event.pos().x()):
                QToolTip.showText(event.globalPos(), tip_text(cut), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))
