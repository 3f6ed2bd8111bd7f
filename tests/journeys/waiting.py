"""Waits for a state, never for a time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

#: Seconds after which what a journey waits for is not coming; a busy PC answers late.
PATIENCE: Final = 30.0


def waited(ask: Callable[[], T | None], what: str) -> T:
    """Asks until the answer is true. Raises AssertionError after `PATIENCE` seconds."""
    until = time.monotonic() + PATIENCE
    while True:
        answer = ask()
        if answer:
            return answer
        assert time.monotonic() < until, f"waited {PATIENCE:.0f} s for {what}"
        time.sleep(0.01)
