"""Words of a command as one line, by the rules of Windows and of systemd."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

#: Backslashes count only before a quotation mark, where each is doubled.
_BACKSLASHES: Final = re.compile(r'(\\*)("|$)')
#: What the Task Scheduler replaces in arguments: `%NAME%` and `$(Arg0)`.
_REPLACED: Final = re.compile(r"([%$])")
_PLAIN: Final = re.compile(r"[\w.:/\\=@+,~-]+", re.ASCII)


def windows_line(words: Sequence[str]) -> str:
    """Returns the words as a line that `CommandLineToArgvW` and Python split into the same words again.

    A `%` or `$` stands outside the quotation marks, which end before it and begin again after it. So the text
    between two `%` has a quotation mark in it and is the name of no environment variable.
    """
    return " ".join(_windows_word(word) for word in words)


def _windows_word(word: str) -> str:
    if _PLAIN.fullmatch(word):
        return word
    parts = [part for part in _REPLACED.split(word) if part]
    return "".join(part if part in "%$" else _quoted(part) for part in parts) or '""'


def _quoted(part: str) -> str:
    escaped = _BACKSLASHES.sub(lambda found: found[1] * 2 + ('\\"' if found[2] else ""), part)
    return f'"{escaped}"'


def systemd_line(words: Sequence[str]) -> str:
    """Returns the words as the value of `ExecStart=`, in which `%` and `$` are doubled."""
    return " ".join(_systemd_word(word) for word in words)


def _systemd_word(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'
