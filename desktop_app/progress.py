"""How long work tells how far it is, and hears that it should stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Given to work that takes time. Safe to call from a worker thread."""

    def report(self, done: int, total: int | None = None) -> None:
        """`done` of `total` units are finished; `total` is None while it is not known."""
        ...

    def cancelled(self) -> bool:
        """Whether the person asked to stop; the work then stops at the next safe point."""
        ...


class SilentProgress:
    """Nobody watches, nobody stops it."""

    def report(self, done: int, total: int | None = None) -> None:
        del done, total

    def cancelled(self) -> bool:
        return False
