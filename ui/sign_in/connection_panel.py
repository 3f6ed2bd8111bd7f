"""The test of the connection to a department's server on screen: five rows, which fill one after the other.

The only place where the window tests a connection; `database.connection_rows` decides what the rows say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.database.connection_rows import rows_of
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.connecting import duration, row_name, row_words, step_sentence
from ui import jobs
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import RADIUS
from ui.widgets.button import Button
from ui.widgets.painting import Mirror, draw_text, fill_rounded, hairline, set_margins
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.database.connection_rows import TrialRow
    from desktop_app.database.connection_steps import StepResult
    from desktop_app.progress import Progress
    from ui.sign_in.setup_work import DepartmentChoice, OnStep

_ROW: Final = 44
_HEAD: Final = 50
_ICON: Final = 18
#: Where names and words begin, from the leading edge, and the room of the duration at the trailing one.
_NAME, _WORDS, _TIME = 48, 226, 110
_TURN_MS: Final = 40
_TURN_DEGREES: Final = 12

Work = Callable[[str, "OnStep", "Progress"], object]


class ConnectionPanel(QWidget):
    """Runs one test at a time. `changed`: it began, ended or was cleared; `again`: “Try again” was pressed."""

    changed = Signal()
    again = Signal()
    #: Steps of a test were shown.
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: jobs.Job | None = None
        self._attempt = 0
        self._may_stop = True
        self._login = False
        self._port = "5432"
        self._title = PlainLabel(translate("Setup", "Connection test"), "interface", bold=True)
        self.count = PlainLabel("", "secondary", "text2")
        self.stop_button = Button(translate("Setup", "Stop"), size="normal", key="Esc")
        self.stop_button.clicked.connect(lambda _checked=False: self.stop())
        self.again_button = Button(translate("Setup", "Try again"), size="normal")
        self.again_button.clicked.connect(lambda _checked=False: self.again.emit())
        head = QHBoxLayout()
        set_margins(head, 16, 4, 12, 5)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.stop_button)
        head.addWidget(self.again_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 1, 1)
        self._column.setSpacing(0)
        top = QWidget()
        top.setFixedHeight(_HEAD)
        top.setLayout(head)
        self._column.addWidget(top)
        self.rows: list[_Row] = []
        self.others: list[PlainLabel] = []
        self.clear()

    @property
    def running(self) -> bool:
        return self._job is not None

    def run(
        self,
        choice: DepartmentChoice,
        work: Work,
        on_done: Callable[[Any], object],
        on_error: Callable[[Exception], object],
        *,
        login: bool = False,
        may_stop: bool = True,
    ) -> None:
        """Runs `work` with the address of `choice`, and shows its steps; then calls `on_done(result)`.

        `login`: the steps are those of a login. Stopping calls nothing.
        """
        if self._job is not None:
            self._job.cancel()
        done: list[StepResult] = []
        self._attempt = attempt = self._attempt + 1
        self._login, self._may_stop, self._port = login, may_stop, choice.port

        def perform(progress: Progress) -> object:
            address = choice.address()

            def on_step(result: StepResult) -> None:
                done.append(result)
                progress.report(len(done), len(done))

            return work(address, on_step, progress)

        def show() -> None:
            if attempt == self._attempt:
                self.show_steps(list(done), running=True)

        def deliver(result: object) -> None:
            if attempt == self._attempt:
                self._end(done)
                on_done(result)

        def fail(error: Exception) -> None:
            if attempt == self._attempt:
                self._end(done)
                on_error(error)

        self._job = jobs.run(self, perform, deliver, fail, progress=lambda *_: show())
        self.show_steps([], running=True)
        self.changed.emit()

    def stop(self) -> bool:
        """Ends a test that may be stopped; returns whether there was one."""
        if self._job is None or not self._may_stop:
            return False
        self._job.cancel()
        self._job = None
        # What a step that hangs finds later counts no more.
        self._attempt += 1
        self.clear()
        return True

    def clear(self) -> None:
        """Shows rows that wait, and offers no button."""
        self.show_steps([], running=False)
        self.again_button.hide()
        self.changed.emit()

    def show_steps(self, results: Sequence[StepResult], *, running: bool, login: bool | None = None) -> None:
        """Shows the rows for `results`."""
        shown = rows_of(results, login=self._login if login is None else login, running=running)
        self._take_down()
        for one in shown.rows:
            row = _Row(one, self._port)
            self.rows.append(row)
            self._column.addWidget(row)
        for failed in shown.others:
            words = step_sentence(failed.step, failed.code, failed.parameters)
            other = PlainLabel(words, "secondary", "warn", wrap=True)
            other.setContentsMargins(_NAME, 8, 16, 8)
            self.others.append(other)
            self._column.addWidget(other)
        words = translate("Setup", "{n} of {all} steps")
        self.count.setText(fill(words, n=digits(shown.settled), all=digits(len(shown.rows))))
        self.stop_button.setVisible(running and self._may_stop)
        self.again_button.setVisible(not running and bool(results))
        if running or results:
            self.shown.emit()

    def _end(self, done: list[StepResult]) -> None:
        had_focus = self.stop_button.hasFocus()
        self._job = None
        self.show_steps(done, running=False)
        if had_focus and self.again_button.isVisible():
            self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _take_down(self) -> None:
        for widget in (*self.rows, *self.others):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.rows, self.others = [], []

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        fill_rounded(painter, QRectF(self.rect()), now.base, RADIUS, now.line2)


class _Row(QWidget):
    """An icon, the step, what came of it, and how long it took; below it what to do, where something is wrong."""

    def __init__(self, row: TrialRow, port: str) -> None:
        super().__init__()
        self.state = row.state.value
        self._name = row_name(row.name, port)
        result = row.result
        code, parameters = (result.code, result.parameters) if result is not None else ("", {})
        self._words = row_words(row.name, self.state, code, parameters)
        self._time = duration(row.seconds) if row.seconds else ""
        self.sentence = ""
        self._angle = 0
        column = QVBoxLayout(self)
        set_margins(column, _NAME, _ROW, 16, 0)
        if result is not None and self.state in ("failed", "warning"):
            self.sentence = step_sentence(result.step, result.code, result.parameters)
            label = PlainLabel(self.sentence, "secondary", "warn", wrap=True)
            column.addWidget(label)
            set_margins(column, _NAME, _ROW - 8, 16, 10)
        else:
            self.setFixedHeight(_ROW)
        spoken = translate("Setup", "{step}: {words}")
        self.setAccessibleName(fill(spoken, step=self._name, words=self.sentence or self._words))
        if self.state == "running":
            turning = QTimer(self)
            turning.timeout.connect(self._turn)
            turning.start(_TURN_MS)

    def _turn(self) -> None:
        self._angle = (self._angle + _TURN_DEGREES) % 360
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.state == "running":
            painter.fillRect(box, now.accsoft)
        hairline(painter, box, top=True, colour=now.line)
        mirror = Mirror.of(box)
        middle = (_ROW - _ICON) / 2
        self._draw_icon(painter, mirror.place(QRectF(16, middle, _ICON, _ICON)))
        quiet = self.state == "waiting"
        ink = now.text2 if quiet else now.text
        name = mirror.place(QRectF(_NAME, 0, _WORDS - _NAME - 8, _ROW))
        draw_text(painter, name, self._name, font("interface", bold=not quiet), ink)
        words = mirror.place(QRectF(_WORDS, 0, box.width() - _WORDS - _TIME - 16, _ROW))
        draw_text(painter, words, self._words, font("secondary"), now.text2)
        time = mirror.place(QRectF(box.width() - _TIME - 16, 0, _TIME, _ROW))
        draw_text(painter, time, self._time, font("secondary"), now.text2, Qt.AlignmentFlag.AlignTrailing)

    def _draw_icon(self, painter: QPainter, box: QRectF) -> None:
        now = theme()
        if self.state in _ICONS:
            name, colour = _ICONS[self.state]
            paint_icon(painter, box, name, now.colour(colour))
            return
        ring = box.adjusted(2, 2, -2, -2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.line2, 2))
        painter.drawEllipse(ring)
        if self.state == "running":
            painter.setPen(QPen(now.accent, 2))
            painter.drawArc(ring, -self._angle * 16, 100 * 16)


_ICONS: Final = {
    "done": ("ph.check-circle", "ok"),
    "later": ("ph.clock", "text3"),
    "warning": ("ph.warning", "warn"),
    "failed": ("ph.warning", "warn"),
}
