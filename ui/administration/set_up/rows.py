"""The rows of the set-up checklist: what is left with its button, and what is done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget

from desktop_app.office.set_up import SetUpTask
from desktop_app.reports.readiness.checklist import Checklist, SetUpTaskState
from desktop_app.reports.readiness.guidance import verb_words
from desktop_app.reports.readiness.words import (
    done_by_words,
    minutes_words,
    missing_words,
    result_words,
    task_title,
)
from desktop_app.wording import digits, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.theme_tokens import GROUP_HEADER, RADIUS, ROW_TWO_LINES
from ui.widgets.button import Button
from ui.widgets.painting import Mirror, fill_rounded, hairline, set_margins
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.rows import draw_row_ground

#: Leading and trailing margins of a row in pixels.
MARGIN: Final = 32
_LEFT_HEIGHT: Final = 68
_ICON_BOX, _ICON = 36, 20
_TITLE = 148
_ICONS: Final = {
    SetUpTask.LETTERHEAD: "ph.buildings",
    SetUpTask.UNITS: "ph.tree-structure",
    SetUpTask.ACCOUNTS: "ph.users-three",
    SetUpTask.ROUTING: "ph.git-branch",
    SetUpTask.CALENDAR: "ph.calendar",
    SetUpTask.DEADLINES: "ph.clock",
    SetUpTask.REPLIES: "ph.chat-centered-text",
    SetUpTask.MESSAGES: "ph.paper-plane-tilt",
    SetUpTask.BACKUP: "ph.hard-drives",
    SetUpTask.SEAL: "ph.shield-check",
}
_State = QStyle.StateFlag


class TaskRow(QWidget):
    """A row; `chosen` is emitted when it is clicked, `pressed` when its button is."""

    chosen = Signal()
    pressed = Signal()

    def __init__(self, state: SetUpTaskState, height: int) -> None:
        super().__init__()
        self.state = state
        self._selected = self._focused = False
        self.setFixedHeight(height)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_selected(self, *, selected: bool, focused: bool) -> None:
        """Draws the row as the selected one, with a ring if the list has the focus."""
        if (selected, focused) != (self._selected, self._focused):
            self._selected, self._focused = selected, focused
            self.update()

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        flags = _State.State_Enabled
        if self._selected:
            flags |= _State.State_Selected
        if self._focused:
            flags |= _State.State_HasFocus
        if self.underMouse():
            flags |= _State.State_MouseOver
        draw_row_ground(QPainter(self), QRectF(self.rect()), flags, focus_ring=True)


class RemainingRow(TaskRow):
    """A task that is left. The button of the `foremost` one is primary."""

    def __init__(self, state: SetUpTaskState, checklist: Checklist, *, foremost: bool) -> None:
        super().__init__(state, _LEFT_HEIGHT)
        title, missing = task_title(state.task), missing_words(state.task, checklist.facts)
        self.missing = PlainLabel(missing, "secondary", "text2", elide=True)
        self.minutes = PlainLabel(minutes_words(state), "secondary", "text2")
        self.minutes.setFixedWidth(72)
        self.button = Button(
            verb_words(state.task, checklist.facts),
            "primary" if foremost else "secondary",
            key="Enter" if foremost else None,
        )
        # The list has the focus, and its Enter key presses the button.
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(lambda _checked=False: self.pressed.emit())
        self.setAccessibleName(f"{title}: {missing}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(PlainLabel(title, bold=True, elide=True))
        words.addWidget(self.missing)
        words.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addStretch()
        buttons.addWidget(self.button)
        row = QHBoxLayout(self)
        set_margins(row, MARGIN + _ICON_BOX + 16, 0, MARGIN - 4, 1)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.minutes)
        held = QWidget()
        held.setLayout(buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        # One width for all rows, so that the minutes stand under each other.
        held.setMinimumWidth(186)
        row.addWidget(held)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, now = QPainter(self), theme()
        whole = Mirror.of(QRectF(self.rect()))
        box = whole.at(MARGIN, _ICON_BOX, top=(self.height() - _ICON_BOX) / 2, height=_ICON_BOX)
        fill_rounded(painter, box, now.base if self._selected else now.hover, RADIUS)
        inset = (_ICON_BOX - _ICON) / 2
        glyph = box.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, glyph, _ICONS[self.state.task], now.acctext)


class DoneRow(TaskRow):
    """A task that is done: its result, who did it and when, and the link that opens it again."""

    def __init__(self, state: SetUpTaskState, checklist: Checklist) -> None:
        super().__init__(state, ROW_TWO_LINES)
        title, result = task_title(state.task), result_words(state, checklist.facts)
        by = PlainLabel(done_by_words(state, checklist.facts.year), "secondary", "text2", elide=True)
        self.review = LinkLabel(translate("SetUp", "Review"), self.pressed.emit, "secondary")
        self.review.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{title}: {result}")
        row = QHBoxLayout(self)
        set_margins(row, MARGIN + _ICON_BOX + 16, 0, MARGIN, 1)
        row.setSpacing(12)
        name = PlainLabel(title, bold=True)
        # One width for all rows, so that the results stand under each other.
        name.setMinimumWidth(_TITLE)
        row.addWidget(name)
        row.addWidget(PlainLabel(result, "secondary", "text2", elide=True), 9)
        row.addWidget(by, 5)
        row.addWidget(self.review)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        inset = (_ICON_BOX - _ICON) / 2
        box = Mirror.of(QRectF(self.rect())).at(
            MARGIN + inset, _ICON, top=(self.height() - _ICON) / 2, height=_ICON
        )
        paint_icon(QPainter(self), box, "ph.check-circle", theme().ok)


class GroupHeader(QWidget):
    """The caption of a group of rows, with their number."""

    def __init__(self, caption: str, count: int) -> None:
        super().__init__()
        self.setFixedHeight(GROUP_HEADER)
        row = QHBoxLayout(self)
        set_margins(row, MARGIN, 0, MARGIN, 0)
        row.setSpacing(8)
        row.addWidget(PlainLabel(caption, "secondary", bold=True))
        row.addWidget(PlainLabel(digits(count), "secondary", "text2"))
        row.addStretch()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        hairline(painter, box)
        hairline(painter, box, top=True)
