"""The keys of a screen, as a sheet over the foot of its list: what each does, or why it cannot be done now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.clock import pc_clock
from desktop_app.guide.key_card import KeyCard, KeyGroup, KeyLine, card_of, group_words
from desktop_app.wording import translate
from ui.actions import PERSIAN_LETTERS, commands, key_label, key_of, why_not
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.emptying import empty
from ui.widgets.export_work import ExportWork
from ui.widgets.painting import Mirror, draw_key_cap, hairline, key_cap_width, right_to_left, set_margins
from ui.widgets.pane_scroll import PaneScroll
from ui.widgets.plain import PlainLabel, set_tip

_HEIGHT: Final = 320
_ROW: Final = 30
#: Below this width the sheet has two columns.
_THREE_FROM: Final = 720
#: Space that a pane must leave for the sheet beside it, in pixels.
_LEAST: Final = 420
_GAP: Final = 6


def key_lines(*places: QWidget) -> list[KeyLine]:
    """Returns the commands of `places` that have keys; those that are impossible now with the reason."""
    lines = []
    for action in commands(*places):
        key = key_of(action)
        if not key:
            continue
        allowed = action.isEnabled() and action.isVisible()
        refused = "" if allowed else why_not(action) or translate("CommandPalette", "not possible now")
        lines.append(
            KeyLine(action.text().replace("&", ""), (key, *PERSIAN_LETTERS.get(key, "")[:1]), refused)
        )
    palette = KeyLine(translate("Window", "All commands"), ("Ctrl+Shift+P",))
    return [*lines, palette]


class KeySheet(QWidget):
    """`place` returns the widget at whose foot the sheet lies, `pane` is a pane beside which it lies.

    It has the focus, so that Escape closes it; the letters of the screen work on.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, place: Callable[[], QWidget], pane: QWidget) -> None:
        super().__init__(parent)
        self._around, self._place, self._pane = parent, place, pane
        self._before: QWidget | None = None
        self.card = card_of("", ())
        self.work = ExportWork(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = PlainLabel(translate("Guide", "Keys of this screen"), "heading")
        self.print_button = Button(
            translate("Guide", "Print the card of the keys"), "ghost", icon="ph.printer"
        )
        self.print_button.clicked.connect(lambda _checked=False: self.print_card())
        self._scroll = PaneScroll()
        self._columns = 3
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        parent.installEventFilter(self)
        self.hide()

    def open(self, card: KeyCard) -> None:
        """Shows the keys of a screen, and takes the focus."""
        self.card = card
        self._before = self.window().focusWidget()
        self.setAccessibleName(self._title.text())
        self._fit()
        self._fill()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Closes the sheet and gives the focus back."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        inside = self.hasFocus() or self.isAncestorOf(self.window().focusWidget())
        if inside and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()

    def print_card(self) -> None:
        """Asks for a printer and prints the card on one page of A5."""
        card, made_at = self.card, pc_clock().now()

        def make(_progress: object) -> bytes:
            from desktop_app.reports.guide_pdf import key_card_pdf  # noqa: PLC0415 - reportlab, fonts

            return key_card_pdf(card, made_at)

        self.work.set_and_print(make, f"{self._title.text()} {card.title}")

    def _lay_out(self) -> None:
        hint = PlainLabel(
            translate("Guide", "The keys work with the Persian keyboard, too."),
            "secondary",
            "text2",
            elide=True,
        )
        close = IconButton("ph.x", translate("Guide", "Close"), key="Esc")
        close.clicked.connect(lambda _checked=False: self.leave())
        head = QHBoxLayout()
        set_margins(head, 56, 8, 8, 0)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(hint, 1)
        head.addWidget(self.print_button)
        head.addWidget(close)
        column = QVBoxLayout(self)
        set_margins(column, 0, 1, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.work.bar)

    def _fill(self) -> None:
        """Puts the groups beside each other, as many as there is room for."""
        columns = 3 if self.width() >= _THREE_FROM else 2
        empty(self._scroll.column)
        inner = QWidget()
        grid = QGridLayout(inner)
        set_margins(grid, 24, 8, 24, 16)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(8)
        shown = [(group, lines) for group, lines in self.card.groups if lines]
        for at, (group, lines) in enumerate(shown):
            grid.addWidget(_Group(group, lines), at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self._columns = columns
        self._scroll.column.addWidget(inner)
        self._scroll.column.addStretch()

    def _fit(self) -> None:
        """Places the sheet at the foot of the list, beside a pane that is open."""
        around, place = self._around, self._place()
        free = QRect(place.mapTo(around, QPoint(0, 0)), place.size())
        taken = self._pane.geometry()
        if self._pane.isVisible() and free.intersects(taken):
            beside = QRect(free)
            if right_to_left():
                beside.setLeft(taken.right() + 1)
            else:
                beside.setRight(taken.left() - 1)
            if beside.width() >= _LEAST:
                free = beside
        height = min(_HEIGHT, free.height() * 2 // 3)
        self.setGeometry(free.x(), free.bottom() + 1 - height, free.width(), height)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._around and event.type() == QEvent.Type.Resize and self.isVisible():
            # The list is laid out after the window.
            self._later.start()
        return super().eventFilter(watched, event)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and (3 if self.width() >= _THREE_FROM else 2) != self._columns:
            self._fill()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: _ROW, Qt.Key.Key_Up: -_ROW, Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }  # fmt: skip
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.pane)
        hairline(painter, box, top=True, colour=now.edge)
        middle = self._title.geometry().center().y()
        area = Mirror.of(box).at(24, 20)
        paint_icon(painter, QRectF(area.left(), middle - 10, 20, 20), "ph.keyboard", now.accent)


class _Group(QWidget):
    """The keys of one group under their heading."""

    def __init__(self, group: KeyGroup, lines: Sequence[KeyLine]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = PlainLabel(group_words(group), "secondary", bold=True)
        title.setFixedHeight(_ROW)
        column.addWidget(title)
        # What is possible now is in view first.
        for line in sorted(lines, key=lambda line: bool(line.refused)):
            column.addWidget(_Line(line))


class _Line(QWidget):
    """A command with its keys; grey, with the reason, where it is impossible now."""

    def __init__(self, line: KeyLine) -> None:
        super().__init__()
        self.line = line
        words = PlainLabel(line.words, "secondary", "distext" if line.refused else "text", elide=True)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words)
        if line.refused:
            column.addWidget(PlainLabel(line.refused, "header", "text3", elide=True))
            set_tip(self, line.refused)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        row.addWidget(_Caps(line.keys, grey=bool(line.refused)))
        self.setFixedHeight(_ROW + 16 if line.refused else _ROW)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        hairline(QPainter(self), QRectF(self.rect()), top=True)


class _Caps(QWidget):
    """The caps of the keys of one command."""

    def __init__(self, keys: Sequence[str], *, grey: bool) -> None:
        super().__init__()
        self._keys, self._grey = tuple(keys), grey
        self.setAccessibleName(" ".join(key_label(key).replace("↵", "Enter") for key in keys))
        width = sum(key_cap_width(key) + _GAP for key in keys) - _GAP
        self.setFixedSize(QSize(round(width) + 1, _ROW - 4))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        mirror, end = Mirror.of(QRectF(self.rect())), float(self.width())
        ink = now.distext if self._grey else now.text2
        for key in reversed(self._keys):
            width = key_cap_width(key)
            end -= width
            draw_key_cap(painter, mirror.at(end, width), key, ink, now.line2)
            end -= _GAP
