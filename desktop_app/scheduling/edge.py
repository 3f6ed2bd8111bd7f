"""Runs the program of a scheduler: `schtasks` on Windows, `systemctl` on Linux. It alone starts a process here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.errors import TaskRefusedError

#: The longest that a scheduler takes for an answer, in seconds.
_PATIENCE: Final = 60
#: The standard error of this process.
_STANDARD_ERROR: Final = 2
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_NEW_CONSOLE: Final = getattr(subprocess, "CREATE_NEW_CONSOLE", 0)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended, and what it said."""

    status: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """What it said, in one line; why it refused stands on its standard error."""
        return " ".join((self.err.strip() or self.out.strip()).split())


def program_path(name: str) -> str | None:
    """Returns where the program of a scheduler is, or None. On Windows that is the system's folder alone."""
    if sys.platform == "win32":
        path = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", f"{name}.exe")
        return str(path) if path.exists() else None
    return shutil.which(name)


def run_program(words: Sequence[str]) -> Ran:
    """Runs a program without a window and returns what it said. Raises `TaskRefusedError`."""
    try:
        done = subprocess.run(
            words,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            # A console program of Windows writes in the code page of the console.
            encoding="oem" if sys.platform == "win32" else "utf-8",
            errors="replace",
            timeout=_PATIENCE,
            creationflags=_NO_WINDOW,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TaskRefusedError(reason="silent", words="") from error
    except OSError as error:
        raise TaskRefusedError(reason="no_scheduler", words="") from error
    return Ran(done.returncode, done.stdout, done.stderr)


def run_asking(words: Sequence[str], *, window: bool) -> int:
    """Runs a program that asks for a password itself, and returns its exit status. Raises `TaskRefusedError`.

    From a `window` it gets a console of its own. From a terminal it speaks on standard error, because standard output
    belongs to our own result. This program never sees the password.
    """
    try:
        if window:
            return subprocess.run(words, creationflags=_NEW_CONSOLE, check=False).returncode
        return subprocess.run(words, stdout=_STANDARD_ERROR, check=False).returncode
    except OSError as error:
        raise TaskRefusedError(reason="no_scheduler", words="") from error
