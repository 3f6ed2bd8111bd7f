"""A guard for overrides of Qt's virtual methods.

PySide6 on Python 3.11 crashes the process when an override of a virtual raises. Every override therefore
wears `@guarded(default)`: the exception goes to `sys.excepthook` (and so into the crash report), the caller in
Qt gets `default`. `tests/ui/test_guards.py` lists overrides that do not.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def guarded(default: R) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Makes an override that returns `default` and reports where it would have raised."""

    def decorate(override: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(override)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return override(*args, **kwargs)
            except Exception:
                sys.excepthook(*sys.exc_info())
                return default

        return call

    return decorate
