"""The windows of the program.

PySide6 replaces `__import__` to look for `__feature__`, which this program does not use. Its function reads the
source of every module that is imported later, and keeps it: 25 MB and a third of the time of the imports.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - replaces `__import__`

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
