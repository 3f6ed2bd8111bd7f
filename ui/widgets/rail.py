"""The navigation rail at the leading edge of the window: brand, new petition, the screens, the person.

In a narrow window it shows icons only; the words are in the tool tips.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.wording import digits, translate
from ui.actions import tip
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import RADIUS
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button, RingedButton
from ui.widgets.girih import Logo
from ui.widgets.painting import Mirror, draw_text, fill_rounded, hairline, set_margins, text_width
from ui.widgets.plain import PlainLabel, set_tip

WIDTH = 168
FOLDED_WIDTH = 56
_ITEM = 36
_FOLDED_ITEM = 44
#: Shortcut for registering a petition; the window makes the command.
NEW_KEY = "Ctrl+T"


@dataclass(frozen=True)
class RailItem:
    """A screen in the rail; `apart` items are at the bottom."""

    name: str
    icon: str
    label: str
    apart: bool = False


class Rail(QWidget):
    """Emits `chosen` (the name of a screen), `new_petition` and `person_clicked`."""

    chosen = Signal(str)
    new_petition = Signal()
    person_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.folded = False
        self.items: dict[str, RailButton] = {}
        self._counts: dict[str, int] = {}
        self._upper, self._lower = QVBoxLayout(), QVBoxLayout()
        self._new_words = translate("Window", "New petition")
        self.new_button = Button(self._new_words, icon="ph.plus", flush=True, leading=True)
        self._program = PlainLabel(translate("Window", "Mosharekat"), "heading")
        self.new_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.new_button.clicked.connect(self.new_petition)
        self.person = PersonBlock()
        self.person.clicked.connect(self.person_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(2)
        column.addLayout(self._brand())
        column.addWidget(self.new_button)
        column.addSpacing(8)
        for part in (self._upper, self._lower):
            part.setSpacing(2)
        column.addLayout(self._upper)
        column.addStretch()
        column.addLayout(self._lower)
        column.addSpacing(6)
        column.addWidget(self.person)

    def show_items(self, items: Sequence[RailItem]) -> None:
        """Offers these screens, in this order; buttons of unchanged screens are reused."""
        for name in self.items.keys() - {item.name for item in items}:
            button = self.items.pop(name)
            button.hide()
            button.deleteLater()
        known, self.items = self.items, {}
        before: QWidget = self.new_button
        for number, item in enumerate(items, start=1):
            button = self.items[item.name] = known.get(item.name) or self._button(item)
            button.show_key(f"Ctrl+{number}")
            (self._lower if item.apart else self._upper).addWidget(button)
            self.setTabOrder(before, button)
            before = button
        self.setTabOrder(before, self.person)

    def _button(self, item: RailItem) -> RailButton:
        button = RailButton(item)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(item.name))
        button.show_count(self._counts.get(item.name, -1))
        button.fold(self.folded)
        return button

    def _brand(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        set_margins(row, 8, 11, 0, 9)
        row.addWidget(Logo(24))
        row.addWidget(self._program)
        row.addStretch()
        return row

    def fold(self, folded: bool) -> None:
        """Shows icons only, or icons with words."""
        if folded == self.folded:
            return
        self.folded = folded
        self.setFixedWidth(FOLDED_WIDTH if folded else WIDTH)
        self._program.setHidden(folded)
        self.new_button.setText("" if folded else self._new_words)
        self.new_button.setAccessibleName(self._new_words)
        set_tip(self.new_button, tip(self._new_words, NEW_KEY) if folded else "")
        for button in self.items.values():
            button.fold(folded)
        self.person.fold(folded)

    def show_chosen(self, name: str) -> None:
        """Marks the screen that is in front."""
        for known, button in self.items.items():
            button.setChecked(known == name)

    def show_count(self, name: str, count: int) -> None:
        """Shows the number beside a screen; negative for none."""
        self._counts[name] = count
        if name in self.items:
            self.items[name].show_count(count)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().chrome)


class RailButton(RingedButton):
    """The button of a screen: icon, word, count; the indicator is at the window's edge.

    Folded: the count is below the icon, the word with its shortcut in the tool tip.
    """

    def __init__(self, item: RailItem, parent: QWidget | None = None) -> None:
        super().__init__(item.label, parent)
        self._icon_name = item.icon
        self._count = ""
        self._folded = False
        self.key = ""
        self.setCheckable(True)
        self.setFixedHeight(_ITEM)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        self._count = digits(count) if count >= 0 else ""
        self.setAccessibleDescription(self._count)
        self.update()

    def show_key(self, key: str) -> None:
        """Names the shortcut in the tool tip. The window makes the command."""
        self.key = key
        self.fold(self._folded)

    def fold(self, folded: bool) -> None:
        """Shows only the icon with the count below it, or one line with the word."""
        self._folded = folded
        self.setFixedHeight(_FOLDED_ITEM if folded else _ITEM)
        set_tip(self, tip(self.text(), self.key or None) if folded else "")

    @guarded(None)
    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Does nothing: the window decides which screen is in front, not a click."""

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize((FOLDED_WIDTH if self._folded else WIDTH) - 16, self.height())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        mirror = Mirror.of(box)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            fill_rounded(painter, box, now.sel if chosen else now.press, RADIUS)
        if chosen:
            fill_rounded(painter, mirror.at(0, 3, top=box.center().y() - 8, height=16), now.accent, 1.5)
        if self.ringed:
            fill_rounded(painter, box, None, RADIUS, now.accent, 2)
        if self._folded:
            self._draw_folded(painter, box, chosen)
        else:
            self._draw_line(painter, box, mirror, chosen)

    def _draw_folded(self, painter: QPainter, box: QRectF, chosen: bool) -> None:
        now = theme()
        ink = now.acctext if chosen else now.text2
        top = 5 if self._count else (box.height() - 20) / 2
        paint_icon(painter, QRectF(box.center().x() - 10, top, 20, 20), self._icon_name, ink)
        if self._count:
            painter.setFont(font("key", bold=chosen))
            painter.setPen(ink)
            below = QRectF(box.left(), 25, box.width(), 16)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), self._count)

    def _draw_line(self, painter: QPainter, box: QRectF, mirror: Mirror, chosen: bool) -> None:
        now = theme()
        paint_icon(painter, mirror.at(10, 18), self._icon_name, now.acctext if chosen else now.text2)
        which = font("interface", bold=chosen)
        ink = now.acctext if chosen else now.text
        room = box.width() - 38 - (34 if self._count else 8)
        draw_text(painter, mirror.at(38, room).adjusted(0, -1, 0, -1), self.text(), which, ink)
        if self._count:
            counted = font("header", bold=chosen)
            width = text_width(self._count, counted) + 1
            colour = now.acctext if chosen else now.text2
            draw_text(painter, mirror.at(box.width() - 10 - width, width), self._count, counted, colour)


class PersonBlock(RingedButton):
    """The signed-in person: avatar, name, role; a click opens the menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedHeight(52)
        self._name, self._role = "", ""
        self._folded = False
        self._avatar = Avatar("")
        row = QHBoxLayout(self)
        set_margins(row, 6, 9, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._avatar)
        row.addStretch()
        self._avatar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def fold(self, folded: bool) -> None:
        """Shows the avatar only; name and role are in the tool tip."""
        self._folded = folded
        self.update()

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(FOLDED_WIDTH - 16, self.height())

    def show_person(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self._avatar.show_name(name)
        self.setAccessibleName(translate("Window", ", ").join([name, role]))
        set_tip(self, f"{name}\n{role}")
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        hairline(painter, box, top=True)
        ground = box.adjusted(0, 5, 0, 3)
        if self.underMouse():
            fill_rounded(painter, ground, now.press, RADIUS)
        if self.ringed:
            fill_rounded(painter, ground.adjusted(0, 0, 0, -3), None, RADIUS, now.accent, 2)
        if self._folded:
            return
        mirror = Mirror.of(box)
        room = box.width() - 44
        draw_text(
            painter, mirror.at(42, room, top=9, height=20), self._name, font("secondary", bold=True), now.text
        )
        draw_text(painter, mirror.at(42, room, top=28, height=20), self._role, font("header"), now.text2)
