"""The steps of a connection test: outcome and one sentence for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import fill, translate
from desktop_app.wording.connecting import step_name, step_sentence
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.database.connecting import StepResult

_ICONS = {
    "ok": ("ph.check-circle", "ok"),
    "warning": ("ph.warning", "warn"),
    "failed": ("ph.x-circle", "danger"),
    "running": ("ph.hourglass", "text3"),
}


class StepList(QWidget):
    """Rows from top to bottom; `show_running` adds a last row for the current step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._running: StepRow | None = None
        self.rows: list[StepRow] = []

    def clear(self) -> None:
        self.show_running("")
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def add(self, result: StepResult) -> None:
        """Appends a step."""
        sentence = step_sentence(result.step, result.code, result.parameters)
        running = self._running
        row = StepRow(result.outcome.value, sentence, step_name(result.step))
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        if running is not None:
            self._column.removeWidget(running)
            self._column.addWidget(running)

    def show_running(self, words: str) -> None:
        """Shows the current step; removes it if `words` is empty."""
        if self._running is not None:
            self._column.removeWidget(self._running)
            self._running.hide()
            self._running.deleteLater()
            self._running = None
        if words:
            self._running = StepRow("running", words)
            self._column.addWidget(self._running)


class StepRow(QWidget):
    """An icon and a sentence; the accessible name has step and outcome."""

    def __init__(self, outcome: str, sentence: str, step: str = "") -> None:
        super().__init__()
        self.outcome = outcome
        name, self._colour = _ICONS[outcome]
        ink = self._colour if outcome == "failed" else "text2" if outcome in ("ok", "running") else "text"
        self.sentence = PlainLabel(sentence, "secondary", ink, wrap=True)
        words = {
            "ok": translate("Setup", "done"),
            "warning": translate("Setup", "a warning"),
            "failed": translate("Setup", "failed"),
            "running": translate("Setup", "under way"),
        }
        spoken = translate("Setup", "{step}, {outcome}: {sentence}")
        self.setAccessibleName(fill(spoken, step=step, outcome=words[outcome], sentence=sentence))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Icon(name, self._colour), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)


class _Icon(QWidget):
    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour
        self.setFixedSize(18, 22)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_icon(QPainter(self), QRectF(0, 2, 18, 18), self._name, theme().colour(self._colour))
