"""Whether somebody can be asked at a terminal."""

from __future__ import annotations

import sys

from desktop_app.win32 import has_console_input


def can_ask() -> bool:
    """Returns whether an answer can be typed.

    Windows also calls the null device a terminal, which a scheduled task may have; a question there never ends.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    return sys.platform != "win32" or has_console_input()
