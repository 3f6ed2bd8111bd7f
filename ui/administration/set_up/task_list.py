"""The tasks of the set-up in one column: progress, what is left, what is done. Arrow keys move, Enter presses."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.office.set_up import SetUpTask
from desktop_app.reports.readiness.checklist import Checklist
from desktop_app.reports.readiness.words import checklist_heading, minutes_left_words, progress_words
from desktop_app.wording import translate
from ui.administration.set_up.progress import TaskProgress
from ui.administration.set_up.rows import MARGIN, DoneRow, GroupHeader, RemainingRow, TaskRow
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.emptying import empty
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel


class TaskList(QWidget):
    """`chosen` tells which task is selected now, `pressed` whose button was pressed."""

    chosen = Signal(object)
    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rows: dict[SetUpTask, TaskRow] = {}
        self._task: SetUpTask | None = None
        self._below: QWidget | None = None
        self.heading = PlainLabel("", "title", bold=True, wrap=True)
        self._about = PlainLabel("", "interface", "text2", wrap=True)
        self.segments = TaskProgress()
        self.done = PlainLabel("", "secondary", "text2")
        self.minutes = PlainLabel("", "secondary", "text2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._column.addLayout(self._rows)
        self._column.addStretch()

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        set_margins(column, MARGIN, 28, MARGIN, 20)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self._about)
        column.addSpacing(12)
        column.addWidget(self.segments)
        column.addSpacing(4)
        line = QHBoxLayout()
        line.addWidget(self.done)
        line.addStretch()
        line.addWidget(self.minutes)
        column.addLayout(line)
        return head

    @property
    def task(self) -> SetUpTask | None:
        """The selected task."""
        return self._task

    def show_checklist(self, checklist: Checklist, task: SetUpTask) -> None:
        """Shows all rows anew, with `task` selected. The widget below a row has to be put again."""
        self.put_below(None)
        self.heading.setText(checklist_heading(checklist))
        self._about.setText(
            translate(
                "SetUp",
                "Petitions can be registered already; this list stays in the administration until all is done.",
            )
            if checklist.remaining
            else translate("SetUp", "This list stays in the administration, to be looked at again.")
        )
        words = progress_words(checklist)
        self.segments.show_progress(len(checklist.done), len(checklist.tasks), words)
        self.done.setText(words)
        self.minutes.setText(minutes_left_words(checklist))
        self._empty()
        left = [
            RemainingRow(state, checklist, foremost=not at) for at, state in enumerate(checklist.remaining)
        ]
        done = [DoneRow(state, checklist) for state in checklist.done]
        self._add(translate("SetUp", "Left"), left)
        self._add(translate("SetUp", "Done"), done)
        self._task = task
        self._show_selected()

    def select(self, task: SetUpTask) -> None:
        """Selects a task and tells it, if another one is selected."""
        if task is not self._task:
            self._task = task
            self._show_selected()
            self.chosen.emit(task)

    def put_below(self, widget: QWidget | None) -> None:
        """Puts a widget below the selected row; None removes it."""
        if self._below is not None and self._below is not widget:
            self._rows.removeWidget(self._below)
            self._below.setParent(None)
        self._below = widget
        if widget is not None and self._task is not None:
            self._rows.removeWidget(widget)
            self._rows.insertWidget(self._rows.indexOf(self.rows[self._task]) + 1, widget)
            widget.show()

    def _empty(self) -> None:
        empty(self._rows)
        self.rows = {}

    def _add(self, caption: str, rows: list[RemainingRow] | list[DoneRow]) -> None:
        if not rows:
            return
        self._rows.addWidget(GroupHeader(caption, len(rows)))
        for row in rows:
            task = row.state.task
            self.rows[task] = row
            row.chosen.connect(lambda task=task: self._on_clicked(task))
            row.pressed.connect(lambda task=task: self._on_pressed(task))
            self._rows.addWidget(row)

    def _on_clicked(self, task: SetUpTask) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.select(task)

    def _on_pressed(self, task: SetUpTask) -> None:
        self.select(task)
        self.pressed.emit(task)

    def _show_selected(self) -> None:
        for task, row in self.rows.items():
            row.show_selected(selected=task is self._task, focused=self.hasFocus())
            if task is self._task:
                self.setAccessibleName(row.accessibleName())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        # A background role would change the colours of all labels on it.
        QPainter(self).fillRect(self.rect(), theme().base)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = list(self.rows)
        key = Qt.Key(event.key())
        if not order or self._task is None:
            super().keyPressEvent(event)
            return
        at = order.index(self._task)
        steps = {
            Qt.Key.Key_Up: max(at - 1, 0),
            Qt.Key.Key_Down: min(at + 1, len(order) - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(order) - 1,
        }
        if key in steps:
            self.select(order[steps[key]])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit(self._task)
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_selected()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_selected()
