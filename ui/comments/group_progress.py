"""The progress of a decision on a campaign group, with a stop button."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.wording import fill, translate
from ui.jobs import Stop
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel


class GroupProgress(QWidget):
    """Hidden until the first progress report. A stop keeps the decisions that were already written."""

    def __init__(self) -> None:
        super().__init__()
        self._stop = Stop()
        self.words = PlainLabel("", "secondary", "text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Comments", "How far it is"))
        self.stop_button = Button(translate("Comments", "Stop"))
        self.stop_button.clicked.connect(self._on_stop)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def begin(self) -> Stop:
        """Starts a new run and returns its stop flag."""
        self._stop = Stop()
        self.stop_button.setEnabled(True)
        return self._stop

    def show_progress(self, done: int, total: int | None) -> None:
        """Shows the number of decided comments."""
        self.words.setText(fill(translate("Comments", "Deciding the group: {n} of {m}"), n=done, m=total))
        self.bar.setRange(0, total or 0)
        self.bar.setValue(done)
        self.show()

    def _on_stop(self) -> None:
        self._stop.asked = True
        self.stop_button.setEnabled(False)
