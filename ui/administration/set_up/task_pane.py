"""The pane of a set-up task: why it matters, what the program proposes, and the buttons that settle it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.office.set_up import SetUpTask
from desktop_app.reports.readiness.guidance import why_words
from desktop_app.reports.readiness.words import task_title
from desktop_app.wording import fill, translate
from ui import jobs
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.theme_tokens import FIELD
from ui.widgets.button import Button, Variant
from ui.widgets.flow import FlowLayout
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm

if TYPE_CHECKING:
    from desktop_app.reports.readiness.checklist import Checklist, SetUpTaskState
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

Result = TypeVar("Result")
Row = tuple[QWidget, ...]


class TaskPane(QWidget, RefusingForm):
    """`settled` tells that something was done, with its undo or None; the checklist is read again then.

    `panel_wanted` asks for a panel of the administration. A subclass fills `column`, shows what is stored in `_fill`,
    and says in `begin` what the button of the row does.
    """

    settled = Signal(str, object)
    #: The same for a step after which the task stays selected.
    told = Signal(str, object)
    panel_wanted = Signal(object)

    task: ClassVar[SetUpTask]

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._workplace = workplace.services, workplace
        self._checklist: Checklist | None = None
        self._filled: object = None
        #: Whether it stands below its row, with a line at its end.
        self.below = False
        self._writing: list[Button] = []
        self.refusals = Refusals(self)
        whole = QVBoxLayout(self)
        set_margins(whole, 24, 24, 24, 20)
        whole.setSpacing(0)
        self.column = QVBoxLayout()
        self.column.setSpacing(4)
        whole.addLayout(self.column)
        whole.addStretch()
        self.column.addWidget(PlainLabel(task_title(self.task), "heading", wrap=True))
        self.column.addWidget(PlainLabel(why_words(self.task), "interface", "text2", wrap=True))
        self.column.addSpacing(16)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        if self.below:
            hairline(painter, box)

    # To override

    def _stored(self, checklist: Checklist) -> object:
        """Returns what the fields are filled from: they are filled again only when it changed."""
        raise NotImplementedError

    def _fill(self, checklist: Checklist) -> None:
        """Shows what is stored."""
        raise NotImplementedError

    def begin(self) -> None:
        """Does what the button of the row says."""
        raise NotImplementedError

    # For subclasses

    @property
    def state(self) -> SetUpTaskState:
        assert self._checklist is not None
        return self._checklist.state(self.task)

    def show_checklist(self, checklist: Checklist) -> None:
        """Shows a checklist; what is being typed stays as long as nothing else was stored."""
        self._checklist = checklist
        stored = (self._stored(checklist), checklist.state(self.task))
        if stored != self._filled:
            self._filled = stored
            self._fill(checklist)

    def _subheading(self, words: str, beside: QWidget | None = None) -> None:
        row = QHBoxLayout()
        row.addWidget(PlainLabel(words, bold=True))
        row.addStretch()
        if beside is not None:
            row.addWidget(beside)
        self.column.addLayout(row)
        self.column.addSpacing(4)

    def _labelled(self, words: str, field: QWidget) -> None:
        label = PlainLabel(words, "secondary", "text2")
        label.setBuddy(field)
        self.column.addWidget(label)
        self.column.addWidget(field)
        self.column.addSpacing(8)

    def _buttons(self, *buttons: Button) -> None:
        """Adds buttons at the leading edge, in as many lines as they need."""
        self.column.addSpacing(12)
        row = QWidget()
        flow = FlowLayout(FIELD + 4, 8, (0, 0, 0, 0))
        row.setLayout(flow)
        for button in buttons:
            flow.addWidget(button)
        self.column.addWidget(row)
        self.column.addSpacing(8)

    def _note(self, icon: str, words: str = "") -> PlainLabel:
        """Adds a note with an icon; returns its label."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(NoteIcon(icon), 0, Qt.AlignmentFlag.AlignTop)
        label = PlainLabel(words, "secondary", "text2", wrap=True)
        row.addWidget(label, 1)
        self.column.addSpacing(4)
        self.column.addLayout(row)
        return label

    def _act(
        self,
        words: str,
        on_click: Callable[[], object],
        variant: Variant = "secondary",
        *,
        icon: str | None = None,
    ) -> Button:
        """Returns a button that writes; it is disabled while a write runs."""
        button = Button(words, variant, icon=icon, flush=True, writes=True)
        button.clicked.connect(lambda _checked=False: on_click())
        self._writing.append(button)
        return button

    def _link(self, words: str, place: object, variant: Variant = "ghost") -> Button:
        """Returns a button that opens a panel of the administration."""
        button = Button(words, variant, flush=True)
        button.clicked.connect(lambda _checked=False: self.panel_wanted.emit(place))
        return button

    def _write(self, work: Callable[[], Result], told: Callable[[Result], None]) -> None:
        """Runs a write; without buttons until it is over."""
        self._enable(on=False)
        self.refusals.clear()

        def done(result: Result) -> None:
            self._enable(on=True)
            told(result)

        jobs.run(self, work, done, self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        self._enable(on=True)
        jobs.show_error(self, error)

    def _enable(self, *, on: bool) -> None:
        for button in self._writing:
            button.setEnabled(on)

    def _undo(self, work: Callable[[], object], words: str = "") -> Callable[[], None]:
        """Returns the undo of an act: it runs `work` and tells it."""
        said = words or fill(translate("SetUp", "“{task}”: taken back."), task=task_title(self.task))

        def undo() -> None:
            self._write(work, lambda _result: self.settled.emit(said, None))

        return undo

    def _done_words(self) -> str:
        return fill(translate("SetUp", "“{task}” is done."), task=task_title(self.task))


class ConfirmedPane(TaskPane):
    """The pane of a task that a person confirms. `plain_confirmation`: there is a better way to have it done."""

    plain_confirmation: ClassVar = False

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        plain = self.plain_confirmation
        self.confirm_button = self._act(
            self._confirm_words(),
            self.confirm,
            "ghost" if plain else "secondary",
            icon=None if plain else "ph.check",
        )
        self.open_button = Button(translate("SetUp", "Take the confirmation back"), "ghost", flush=True)
        self.open_button.clicked.connect(lambda _checked=False: self.take_back())

    def _confirm_words(self) -> str:
        raise NotImplementedError

    def _may_confirm(self, checklist: Checklist) -> bool:
        del checklist
        return True

    def _show_confirmation(self, checklist: Checklist) -> None:
        """Offers to confirm the task, or to take that back."""
        state = checklist.state(self.task)
        self.confirm_button.setVisible(not state.done and self._may_confirm(checklist))
        self.open_button.setVisible(state.confirmed)

    def confirm(self) -> None:
        """Records that the task is complete."""
        readiness, actor, task = self._services.readiness, self._workplace.actor, self.task
        back = self._undo(lambda: readiness.take_back(actor, task))
        self._write(
            lambda: readiness.confirm(actor, task), lambda _done: self.settled.emit(self._done_words(), back)
        )

    def take_back(self) -> None:
        """Takes the confirmation back."""
        readiness, actor, task = self._services.readiness, self._workplace.actor, self.task
        self._undo(lambda: readiness.take_back(actor, task))()


class NoteIcon(QWidget):
    """An icon of 18 pixels beside a note."""

    def __init__(self, icon: str, colour: str = "text2") -> None:
        super().__init__()
        self._icon, self._colour = icon, colour
        self.setFixedSize(18, 22)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_icon(QPainter(self), QRectF(0, 2, 18, 18), self._icon, theme().colour(self._colour))


class Lines(QWidget):
    """Rows of widgets over hairlines, each `height` pixels high; the first widget of a row takes what is left."""

    def __init__(self, height: int = 39) -> None:
        super().__init__()
        self._height = height
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines: list[QWidget] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Replaces all rows."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for row in rows:
            self.add(row)

    def add(self, row: Row, *, stretched: int = 0) -> None:
        """Adds a row, of which the widget at `stretched` takes what is left."""
        line = _Line()
        line.setFixedHeight(self._height)
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 1)
        inside.setSpacing(8)
        for at, widget in enumerate(row):
            inside.addWidget(widget, 1 if at == stretched else 0)
        self._column.addWidget(line)
        self._lines.append(line)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height * len(self._lines))


class _Line(QWidget):
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        hairline(QPainter(self), QRectF(self.rect()))


def focused_key(boxes: Mapping[int, QWidget]) -> int | None:
    """Returns the key of the box that has the focus."""
    return next((key for key, box in boxes.items() if box.hasFocus()), None)


def focus_again(boxes: Mapping[int, QWidget], key: int | None) -> None:
    """Gives the focus to the box that took the place of the one that had it."""
    if key is not None and key in boxes:
        boxes[key].setFocus(Qt.FocusReason.OtherFocusReason)
