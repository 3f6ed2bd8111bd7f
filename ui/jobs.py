"""Background jobs: work runs on a worker thread and its result is delivered on the window thread.

`run(owner, work, on_done)` is all that a screen needs. Nothing is delivered once the owner is destroyed.
Without an `on_error`, an expected error is shown in the owner's message bar. Any other error is a bug and goes to
`sys.excepthook`.
"""

from __future__ import annotations

import sys
import threading
import time
import weakref
from collections.abc import Callable
from contextvars import copy_context
from typing import Any, ClassVar, Final, TypeVar, overload

import shiboken6
from PySide6.QtCore import QEventLoop, QObject, Qt, QThread, QThreadPool, QTimer, Signal

from desktop_app.errors import AppError, CancelledError
from desktop_app.progress import Progress

T = TypeVar("T")
OnError = Callable[[Exception], None]
OnProgress = Callable[[int, int | None], None]
#: The minimum interval between two progress reports, in seconds.
_PROGRESS_EVERY: Final = 0.05
#: Milliseconds after a window opened in which the rows of its first list are read before anything else.
AFTER_ROWS_MS: Final = 500
#: `wait_all` polls at this interval, in milliseconds, and returns after `_LOOKS` idle polls in a row.
_LOOKS_EVERY: Final = 1
_LOOKS: Final = 3


class Job(QObject):
    """One running job. `cancel` asks it to stop and drops its result."""

    _succeeded = Signal(object)
    _failed = Signal(object)
    _advanced = Signal(int, object)

    def __init__(
        self,
        owner: QObject,
        work: Callable[..., Any],
        on_done: Callable[[Any], None],
        on_error: OnError | None,
        on_progress: OnProgress | None,
    ) -> None:
        super().__init__()
        self._owner: QObject | None = owner
        self._work: Callable[..., Any] | None = work
        self._on_done: Callable[[Any], None] | None = on_done
        self._on_error = on_error
        self._on_progress = on_progress
        #: The work runs in a copy of the caller's context, which holds the language.
        self._context = copy_context()
        self._cancelled = False
        self._posting = threading.Lock()
        queued = Qt.ConnectionType.QueuedConnection
        self._succeeded.connect(self._deliver_result, queued)
        self._failed.connect(self._deliver_error, queued)
        self._advanced.connect(self._deliver_progress, queued)

    @property
    def running(self) -> bool:
        return self in _running

    def cancel(self) -> None:
        """Asks the work to stop at its next safe point.

        Work that reports progress ends with a `CancelledError`; the result of other work is dropped.
        """
        self._cancelled = True

    def cancelled(self) -> bool:
        """Whether the work should stop, because it was cancelled or its owner is gone."""
        return self._cancelled or not shiboken6.isValid(self) or not self._owner_alive()

    def perform(self) -> None:
        """Runs the work. Called once, on the worker thread."""
        assert self._work is not None
        arguments = () if self._on_progress is None else (_Reporter(self),)
        try:
            result = self._context.run(self._work, *arguments)
        except Exception as error:
            self._post("_failed", error)
        else:
            self._post("_succeeded", result)

    def _post(self, signal: str, *told: object) -> None:
        """Emits a signal from the worker to the window thread.

        When the program has ended, Qt has already deleted the job, and there is no receiver.
        """
        try:
            with self._posting:
                getattr(self, signal).emit(*told)
        except RuntimeError:
            # Checked after the failure: a check before it would race with the deletion.
            if shiboken6.isValid(self):
                raise

    def _owner_alive(self) -> bool:
        return self._owner is not None and shiboken6.isValid(self._owner)

    def _deliver_result(self, result: object) -> None:
        owner, on_done, _ = self._finish()
        if owner is not None and on_done is not None and not self._cancelled:
            on_done(result)

    def _deliver_error(self, error: Exception) -> None:
        owner, _, on_error = self._finish()
        if owner is None:
            return
        if on_error is not None:
            on_error(error)
        elif not (self._cancelled and isinstance(error, CancelledError)):
            show_error(owner, error)

    def _finish(self) -> tuple[QObject | None, Callable[[Any], None] | None, OnError | None]:
        """Drops all references, on the window thread: a widget must not be destroyed on a worker thread."""
        owner = self._owner if self._owner_alive() else None
        kept = owner, self._on_done, self._on_error
        self._owner = self._work = self._on_done = self._on_error = self._on_progress = None
        _running.discard(self)
        # The result can arrive before `emit` has returned on the worker. The lock keeps the job alive until then.
        with self._posting:
            self.deleteLater()
        return kept

    def _deliver_progress(self, done: int, total: int | None) -> None:
        if self._on_progress is not None and self._owner_alive() and not self._cancelled:
            self._on_progress(done, total)


class _Reporter:
    """The `Progress` that is passed to the work; called on the worker thread."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._last = 0.0

    def report(self, done: int, total: int | None = None) -> None:
        now = time.monotonic()
        if now - self._last >= _PROGRESS_EVERY or done == total:
            self._last = now
            self._job._post("_advanced", done, total)

    def cancelled(self) -> bool:
        return self._job.cancelled()


class Stop:
    """A stop flag, set by the window and read by the worker."""

    asked = False


class Stoppable:
    """A `Progress` that can be stopped without dropping the result, so that partial work can be reported."""

    def __init__(self, progress: Progress, stop: Stop) -> None:
        self._progress, self._stop = progress, stop

    def report(self, done: int, total: int | None = None) -> None:
        self._progress.report(done, total)

    def cancelled(self) -> bool:
        return self._stop.asked or self._progress.cancelled()


class Debouncer(QTimer):
    """A debounce timer: calls `work` once `milliseconds` have passed since the last `start()`.

    `wait_all` also waits for a running timer, because it is about to start work.
    """

    #: If true, timers created from now on have no delay; for tests.
    skipped: ClassVar[bool] = False

    def __init__(self, owner: QObject, milliseconds: int, work: Callable[[], object]) -> None:
        super().__init__(owner, singleShot=True, interval=0 if self.skipped else milliseconds)
        self.timeout.connect(work)
        _pauses.add(self)


_running: set[Job] = set()
_pauses: weakref.WeakSet[Debouncer] = weakref.WeakSet()


@overload
def run(
    owner: QObject, work: Callable[[], T], on_done: Callable[[T], None], on_error: OnError | None = None
) -> Job: ...
@overload
def run(
    owner: QObject,
    work: Callable[[Progress], T],
    on_done: Callable[[T], None],
    on_error: OnError | None = None,
    *,
    progress: OnProgress,
) -> Job: ...
def run(
    owner: QObject,
    work: Callable[..., T],
    on_done: Callable[[T], None],
    on_error: OnError | None = None,
    *,
    progress: OnProgress | None = None,
) -> Job:
    """Runs `work` on a worker thread and calls `on_done(result)` on the window thread.

    With `progress`, the work receives a `Progress`, and `progress(done, total)` is called on the window thread.
    Without `on_error`, an `AppError` is shown by the nearest parent of `owner` that has a `show_error` method.
    """
    job = Job(owner, work, on_done, on_error, progress)
    _running.add(job)
    _pool().start(job.perform)
    return job


def show_error(owner: QObject, error: Exception) -> None:
    """Shows an `AppError` with the nearest `show_error` of the owner's parents; others go to `sys.excepthook`."""
    place: QObject | None = owner
    while place is not None and isinstance(error, AppError):
        show = getattr(place, "show_error", None)
        if callable(show):
            show(error)
            return
        place = place.parent()
    sys.excepthook(type(error), error, error.__traceback__)


def only_bugs(owner: QObject) -> Callable[[Exception], None]:
    """Returns an error handler that ignores every `AppError` and reports bugs; for optional look-ups."""

    def told(error: Exception) -> None:
        if not isinstance(error, AppError):
            show_error(owner, error)

    return told


def wait_all(timeout: float = 60.0) -> bool:
    """Runs the event loop until no job is running, for at most `timeout` seconds; for tests and screenshots.

    Waits for jobs, debounce timers, and the events and zero timers that they leave behind, because a result may
    start the next job one turn of the loop later. Returns whether everything has ended.
    """
    deadline = time.monotonic() + timeout
    loop, quiet = QEventLoop(), 0

    def look() -> None:
        nonlocal quiet
        quiet = 0 if _busy() else quiet + 1
        if quiet >= _LOOKS or time.monotonic() >= deadline:
            loop.quit()

    watch = QTimer(interval=_LOOKS_EVERY)
    watch.timeout.connect(look)
    watch.start()
    loop.exec()
    return quiet >= _LOOKS


def _busy() -> bool:
    return bool(_running) or any(shiboken6.isValid(pause) and pause.isActive() for pause in _pauses)


def stop_all(timeout: float = 3.0) -> None:
    """Cancels all jobs and waits at most `timeout` seconds for the workers; called when the program ends."""
    for job in list(_running):
        job.cancel()
    _pool().waitForDone(round(timeout * 1000))


def _pool() -> QThreadPool:
    pool = QThreadPool.globalInstance()
    # More threads than processors: jobs mostly wait for the database.
    pool.setMaxThreadCount(max(4, QThread.idealThreadCount()))
    return pool
