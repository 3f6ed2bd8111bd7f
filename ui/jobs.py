"""Work that takes time: done on a worker thread, its result brought back to the window thread.

`run(owner, work, on_done)` is all that a screen needs. Should the owner die meanwhile, nothing is delivered.
An expected error goes to the owner's message bar unless the caller wants it; anything else is a bug and
goes to `sys.excepthook`.
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
#: A report of progress is passed on at most this often, in seconds.
_PROGRESS_EVERY: Final = 0.05
#: `wait_all` looks this often, in milliseconds, and believes what it sees so many times in a row.
_LOOKS_EVERY: Final = 1
_LOOKS: Final = 3


class Job(QObject):
    """One piece of work under way. `cancel` asks it to stop and drops what it would have delivered."""

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
        #: The work is done in the language that is in use here.
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
        """Asks the work to stop at its next safe point. Work that watches its progress ends with a
        `CancelledError`; the result of work that does not is dropped."""
        self._cancelled = True

    def cancelled(self) -> bool:
        """Whether the work should stop: asked by the person, or because nobody waits for it any more."""
        return self._cancelled or not shiboken6.isValid(self) or not self._owner_alive()

    def perform(self) -> None:
        """Does the work; called once, on the worker thread."""
        assert self._work is not None
        arguments = () if self._on_progress is None else (_Reporter(self),)
        try:
            result = self._context.run(self._work, *arguments)
        except Exception as error:
            self._post("_failed", error)
        else:
            self._post("_succeeded", result)

    def _post(self, signal: str, *told: object) -> None:
        """From the worker to the window thread. Work that outlives the program finds that Qt has taken the job down
        with everything else: nobody is left to be told."""
        try:
            with self._posting:
                getattr(self, signal).emit(*told)
        except RuntimeError:
            # Asked afterwards: it may go at any moment.
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
        """Lets go of everything here, on the window thread: no widget may die on a worker."""
        owner = self._owner if self._owner_alive() else None
        kept = owner, self._on_done, self._on_error
        self._owner = self._work = self._on_done = self._on_error = self._on_progress = None
        _running.discard(self)
        # The result can be here before Qt has come back from sending it: the job must not go under its hands.
        with self._posting:
            self.deleteLater()
        return kept

    def _deliver_progress(self, done: int, total: int | None) -> None:
        if self._on_progress is not None and self._owner_alive() and not self._cancelled:
            self._on_progress(done, total)


class _Reporter:
    """The `Progress` that the work is given; called on the worker thread."""

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
    """Set by the window, read by the worker."""

    asked = False


class Stoppable:
    """A progress that can be asked to stop without dropping the result: what was done is to be told."""

    def __init__(self, progress: Progress, stop: Stop) -> None:
        self._progress, self._stop = progress, stop

    def report(self, done: int, total: int | None = None) -> None:
        self._progress.report(done, total)

    def cancelled(self) -> bool:
        return self._stop.asked or self._progress.cancelled()


class Debouncer(QTimer):
    """Debounces: calls `work` once `milliseconds` have passed since the last `start()`.

    `wait_all` waits for a pause that runs, because it is about to begin something.
    """

    #: Whether pauses that are made from now on end at once: nobody types in a test.
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
    """Does `work` on a worker thread and calls `on_done(result)` on the window thread.

    With `progress` the work is called with a `Progress`, and `progress(done, total)` on the window thread.
    Without `on_error`, an `AppError` is shown by the nearest parent of `owner` that has `show_error`.
    """
    job = Job(owner, work, on_done, on_error, progress)
    _running.add(job)
    _pool().start(job.perform)
    return job


def show_error(owner: QObject, error: Exception) -> None:
    """Shows expected trouble where the owner's messages stand; a bug goes to `sys.excepthook`."""
    place: QObject | None = owner
    while place is not None and isinstance(error, AppError):
        show = getattr(place, "show_error", None)
        if callable(show):
            show(error)
            return
        place = place.parent()
    sys.excepthook(type(error), error, error.__traceback__)


def only_bugs(owner: QObject) -> Callable[[Exception], None]:
    """For what is looked up by the way: expected trouble disturbs nobody, a bug is still told."""

    def told(error: Exception) -> None:
        if not isinstance(error, AppError):
            show_error(owner, error)

    return told


def wait_all(timeout: float = 60.0) -> bool:
    """Runs the event loop until nothing is under way, `timeout` seconds at most; for tests and pictures.

    Waits for jobs, for pauses, and for the events and zero timers that either of them left behind: a result may
    begin the next job one turn of the loop later. Returns whether it came to rest.
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
    """Cancels everything and waits for the workers, at the end of the program."""
    for job in list(_running):
        job.cancel()
    _pool().waitForDone(round(timeout * 1000))


def _pool() -> QThreadPool:
    pool = QThreadPool.globalInstance()
    # Work waits for the database far more often than for the processor.
    pool.setMaxThreadCount(max(4, QThread.idealThreadCount()))
    return pool
