"""Work of the command line that shows its progress, and that an interrupt stops."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

from desktop_app.errors import AppError, CancelledError
from desktop_app.progress import Progress
from desktop_app.wording import digits

T = TypeVar("T")


def with_progress(work: Callable[[Progress], T]) -> T:
    """Runs `work` and shows its progress if standard error is a terminal.

    The first interrupt cancels at the next safe point with `CancelledError`, the second one immediately.
    """
    progress = _Terminal()
    before = signal.getsignal(signal.SIGINT)
    listens = before is signal.default_int_handler

    def interrupted(number: int, frame: FrameType | None) -> None:
        del number, frame
        progress.stop()
        signal.signal(signal.SIGINT, before)

    if listens:
        signal.signal(signal.SIGINT, interrupted)
    try:
        return work(progress)
    except (KeyboardInterrupt, AppError) as error:
        if progress.cancelled() or isinstance(error, KeyboardInterrupt):
            raise CancelledError() from error
        raise
    finally:
        if listens:
            signal.signal(signal.SIGINT, before)
        progress.clear()


class _Terminal:
    """Shows the progress in one line of the terminal, which is cleared at the end."""

    def __init__(self) -> None:
        self._line_width = 0
        self._stopped = False
        self._last = time.monotonic()
        self._there = sys.stderr is not None and sys.stderr.isatty()

    def report(self, done: int, total: int | None = None) -> None:
        if not self._there or time.monotonic() - self._last < 0.2:
            return
        self._last = time.monotonic()
        part = f"{100 * done // total} %" if total else f"{done:,}"
        self.clear()
        line = digits(part)
        self._line_width = len(line)
        print(line, end="", file=sys.stderr, flush=True)

    def stop(self) -> None:
        """Requests cancellation."""
        self._stopped = True

    def cancelled(self) -> bool:
        return self._stopped

    def clear(self) -> None:
        """Clears the line."""
        if self._line_width:
            print("\r" + " " * self._line_width + "\r", end="", file=sys.stderr, flush=True)
            self._line_width = 0
