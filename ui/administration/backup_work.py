"""A job of the back-up pane: one at a time, with its progress, a way to stop it, and its question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar

from desktop_app.errors import TransferError
from desktop_app.wording import translate
from ui import jobs
from ui.administration.broken_chain_question import BrokenChainQuestion
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.progress import Progress


class BackupWork(QObject):
    """Holds the widgets that are shown while a job runs; the pane lays them out."""

    #: A job begins (True), or has ended.
    running_changed = Signal(bool)

    def __init__(self, pane: QObject) -> None:
        super().__init__(pane)
        self._job: jobs.Job | None = None
        self._stop = jobs.Stop()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.doing = PlainLabel("", "secondary", "text2", wrap=True)
        self.stop_button = Button(translate("Administration", "Stop"))
        self.stop_button.clicked.connect(lambda _checked=False: self.stop())
        self.question = BrokenChainQuestion()

    def start(
        self,
        words: str,
        work: Callable[[Progress], object],
        on_done: Callable[..., None],
        on_broken_chain: Callable[[], object] | None = None,
    ) -> None:
        """Runs `work`, shown as `words`, unless another job runs.

        Of a database whose history does not hold, it asks before `on_broken_chain` is called.
        """
        if self._job is not None:
            return
        self.question.forget()

        def failed(error: Exception) -> None:
            self.show_running("")
            broken = isinstance(error, TransferError) and error.parameters["reason"] == "chain"
            if broken and on_broken_chain is not None:
                self.question.ask(on_broken_chain)
            else:
                jobs.show_error(self, error)

        def finished(result: object) -> None:
            self.show_running("")
            on_done(result)

        stop = self._stop = jobs.Stop()
        self.show_running(words)
        self._job = jobs.run(
            self,
            lambda progress: work(jobs.Stoppable(progress, stop)),
            finished,
            failed,
            progress=self.show_progress,
        )

    def stop(self) -> None:
        """Cancels the job; a partial result is discarded."""
        if self._job is not None:
            self._stop.asked = True
            self.doing.setText(translate("Administration", "Stopping …"))

    def show_running(self, words: str) -> None:
        """Shows what is being done and a stop button; nothing for empty words."""
        if not words:
            self._job = None
        self.doing.setText(words)
        self.bar.setRange(0, 0)
        for widget in (self.doing, self.bar, self.stop_button):
            widget.setVisible(bool(words))
        self.running_changed.emit(bool(words))

    def show_progress(self, done: int, total: int | None) -> None:
        """Shows how much of the whole is done, in any unit; None for an unknown whole."""
        # Counts of bytes and rows may exceed the range of a progress bar.
        self.bar.setRange(0, 1000 if total else 0)
        self.bar.setValue(1000 * done // total if total else 0)
