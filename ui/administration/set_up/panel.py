"""The set-up checklist of the office: the tasks beside the pane of the selected one, or with the pane below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.office.set_up import SetUpTask
from desktop_app.persian.dates import plain_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from ui import jobs
from ui.actions import make_action
from ui.administration.set_up.deadlines_pane import DeadlinesPane
from ui.administration.set_up.messages_pane import MessagesPane
from ui.administration.set_up.office_panes import AccountsPane, LetterheadPane, UnitsPane
from ui.administration.set_up.rule_panes import CalendarPane, RoutingPane
from ui.administration.set_up.safety_panes import DailyBackupPane, RepliesPane, SealPane
from ui.administration.set_up.task_list import TaskList
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.export_work import ExportWork
from ui.widgets.form_panes import FORM_WIDTH
from ui.widgets.page_head import PageHead
from ui.widgets.painting import Mirror, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from desktop_app.reports.readiness.checklist import Checklist
    from desktop_app.services import AdministrationServices
    from ui.administration.set_up.task_pane import TaskPane
    from ui.workplace import Workplace

#: The least width in pixels at which the pane stands beside the list.
_BESIDE: Final = 960
_PANES: Final[dict[SetUpTask, type[TaskPane]]] = {
    pane.task: pane
    for pane in (
        LetterheadPane, UnitsPane, AccountsPane, RoutingPane, CalendarPane, DeadlinesPane, RepliesPane,
        MessagesPane, DailyBackupPane, SealPane,
    )
}  # fmt: skip


class SetUpPanel(QWidget):
    """`done` reports what was done and its undo.

    `completed` tells, each time the checklist is read, whether nothing is left. `panel_wanted` asks for another
    panel, `left` for the administration.
    """

    done = Signal(str, object)
    completed = Signal(bool)
    panel_wanted = Signal(object)
    left = Signal()

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.checklist: Checklist | None = None
        #: The task that was just settled: the selection moves on from it, if it is done now.
        self._settled: SetUpTask | None = None
        self._panes: dict[SetUpTask, TaskPane] = {}
        self._place: QWidget | None = None
        self.list = TaskList()
        self.list.chosen.connect(lambda _task: self._on_chosen())
        #: Scrolls once the pane below the row is laid out.
        self._scroll = QTimer(self, singleShot=True, interval=0)
        self._scroll.timeout.connect(self._show_row)
        self.list.pressed.connect(lambda _task: self.pane().begin())
        self.work = ExportWork(self)
        self.print_action = make_action(
            self, translate("SetUp", "Print the list"), self.print_list, key="Ctrl+P", everywhere=True
        )
        self.go_action = make_action(self, translate("SetUp", "Go to the administration"), self.left.emit)
        self._lay_out()

    def _lay_out(self) -> None:
        self._administrator = PlainLabel("", "secondary", "text2", elide=True)
        self.go_button = Button.of(self.go_action, "ghost", icon="ph.gear-six")
        head = self.head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 24, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(PlainLabel(translate("SetUp", "Setting the program up"), "heading", bold=True))
        row.addWidget(self._administrator, 1)
        row.addWidget(Button.of(self.print_action, icon="ph.printer"))
        row.addWidget(self.go_button)
        self._list_area = _scrolled(self.list)
        self._side = _Side()
        self._side_area = _scrolled(self._side)
        self._side_area.setFixedWidth(FORM_WIDTH)
        beside = QWidget()
        both = QHBoxLayout(beside)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._list_area, 1)
        both.addWidget(self._side_area)
        self._stack = QStackedWidget()
        self._stack.addWidget(Skeleton("rows"))
        self._stack.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.work.bar)

    def refresh(self) -> None:
        """Reads the checklist again; keeps the selected task and what is being typed."""
        readiness, actor = self._workplace.services.readiness, self._workplace.actor
        jobs.run(self, lambda: readiness.checklist(actor), self._on_read)

    def pane(self) -> TaskPane:
        """Returns the pane of the selected task."""
        task = self.list.task
        assert task is not None
        if task not in self._panes:
            made = self._panes[task] = _PANES[task](self._workplace)
            made.settled.connect(lambda words, undo, task=task: self._on_settled(task, words, undo))
            made.told.connect(self._tell)
            made.panel_wanted.connect(self.panel_wanted)
        return self._panes[task]

    def print_list(self) -> None:
        """Asks for a printer and prints the list."""
        checklist = self.checklist
        if checklist is None:
            return
        day = plain_date(tehran_day(checklist.made_at)).replace("/", "-")
        name = fill(translate("SetUp", "Setting up {day}"), day=day)
        self.work.set_and_print(lambda _progress: _pdf(checklist), name)

    def _on_read(self, checklist: Checklist) -> None:
        before, self.checklist = self.checklist, checklist
        settled, self._settled = self._settled, None
        task = self.list.task
        if settled or before is None or (before.facts, before.tasks) != (checklist.facts, checklist.tasks):
            self._show(checklist, _next(checklist, task, settled))
        if self.isVisible() and (before is None or task is not self.list.task):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.completed.emit(not checklist.remaining)

    def _show(self, checklist: Checklist, task: SetUpTask) -> None:
        name = visible_controls(checklist.administrator)
        words = translate("SetUp", "First administrator: {name}")
        self._administrator.setText(fill(words, name=name) if name else "")
        first, focused = self._stack.currentIndex() == 0, QApplication.focusWidget()
        self.list.show_checklist(checklist, task)
        self._show_pane()
        self._stack.setCurrentIndex(1)
        if not first:
            self._scroll.start()
        # The rows and the place of the pane are new. A box that was replaced is hidden; its heir has the focus.
        there = focused is not None and shiboken6.isValid(focused) and self.isAncestorOf(focused)
        if focused is not None and there and focused.isVisibleTo(self):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_settled(self, task: SetUpTask, words: str, undo: Callable[[], object] | None) -> None:
        self._settled = task
        self._tell(words, undo)

    def _tell(self, words: str, undo: Callable[[], object] | None) -> None:
        self.done.emit(words, undo)
        self.refresh()

    # The place of the pane

    def _on_chosen(self) -> None:
        self._show_pane()
        self._scroll.start()

    def _show_row(self) -> None:
        """Scrolls to the selected row, and to as much of the pane below it as there is room for."""
        if self.list.task is None:
            return
        row, pane = self.list.rows[self.list.task], self.pane()
        if pane.below:
            self._list_area.ensureWidgetVisible(pane, 0, 0)
        self._list_area.ensureWidgetVisible(row, 0, 0)

    def _show_pane(self) -> None:
        if self.checklist is None or self.list.task is None:
            return
        pane = self.pane()
        pane.show_checklist(self.checklist)
        self._put(pane)
        self._side_area.verticalScrollBar().setValue(0)

    def _put(self, pane: TaskPane | None) -> None:
        """Puts the pane beside the list, or below the selected row where there is no room."""
        narrow = self.width() < _BESIDE
        self._side_area.setVisible(not narrow)
        if pane is not None:
            pane.below = narrow
        self._side.hold(None if narrow else pane)
        self.list.put_below(pane if narrow else None)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _BESIDE
        if self.list.task is not None and self.checklist is not None and narrow != self._side_area.isHidden():
            self._put(self.pane())


class _Side(QWidget):
    """The ground of the pane beside the list."""

    def __init__(self) -> None:
        super().__init__()
        self._held: QWidget | None = None
        self._column = QVBoxLayout(self)
        # Room for the line towards the list.
        set_margins(self._column, 1, 0, 0, 0)

    def hold(self, widget: QWidget | None) -> None:
        """Shows a widget instead of the one before."""
        if self._held is not None and self._held is not widget and self._held.parent() is self:
            self._column.removeWidget(self._held)
            self._held.hide()
            self._held.setParent(None)
        self._held = widget
        if widget is not None and widget.parent() is not self:
            self._column.addWidget(widget)
        if widget is not None:
            widget.show()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        painter.fillRect(Mirror.of(box).at(0, 1), theme().line)


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


def _next(checklist: Checklist, task: SetUpTask | None, settled: SetUpTask | None) -> SetUpTask:
    """Returns the task to select: the next one that is left if one was settled, otherwise the same as before."""
    left = [state.task for state in checklist.remaining]
    if settled is not None and task is settled and checklist.state(settled).done and left:
        order = list(SetUpTask)
        later = [one for one in left if order.index(one) > order.index(settled)]
        return (later or left)[0]
    if task is not None:
        return task
    return left[0] if left else checklist.tasks[0].task


def _pdf(checklist: Checklist) -> bytes:
    from desktop_app.reports.readiness.checklist_pdf import checklist_pdf  # noqa: PLC0415 - reportlab, fonts

    return checklist_pdf(checklist)
