"""A guard for overrides of virtual methods of Qt.

PySide6 on Python 3.11 crashes the process when such an override raises. Every override is therefore decorated
with `@guarded(default)`: the exception goes to `sys.excepthook` (and so to the crash report), and Qt gets
`default`. `tests/ui/test_guards.py` finds overrides without it.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def guarded(default: R) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorates an override: on an exception, it reports it and returns `default`."""

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
