"""The protocol by which long work reports progress and learns of a cancellation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Progress(Protocol):
    """Passed to long work. Its methods may be called from a worker thread."""

    def report(self, done: int, total: int | None = None) -> None:
        """Reports that `done` of `total` units are finished. `total` is None while it is unknown."""
        ...

    def cancelled(self) -> bool:
        """Returns whether the user cancelled. The work then stops at its next safe point."""
        ...


class SilentProgress:
    """Discards reports and never cancels."""

    def report(self, done: int, total: int | None = None) -> None:
        del done, total

    def cancelled(self) -> bool:
        return False


def count_parts(part: Callable[[int], tuple[int, int | None]], progress: Progress) -> int:
    """Does work in parts until none is left or the user cancels; returns how much was done.

    `part` gets the id behind which it begins. It returns how much it did and the last id of the part, None if no part
    follows.
    """
    done, behind = 0, 0
    while not progress.cancelled():
        count, last = part(behind)
        done += count
        if last is None:
            break
        behind = last
    return done
