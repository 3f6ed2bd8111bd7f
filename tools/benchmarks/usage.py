"""Processor time and memory of the command `compare`, started as a user starts it."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

_RUNS: Final = 3
#: Linux hands the peak of a large process down to those that it starts: a small one starts the command.
_STARTER: Final = """
import os, subprocess, sys
with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL) as running:
    _pid, status, usage = os.wait4(running.pid, 0)
    running.returncode = status
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
"""


def of_command(old: str, new: str, form: str) -> tuple[float, float] | None:
    """Processor seconds and peak megabytes, the median of several runs; None where the system does not tell."""
    if not hasattr(os, "wait4"):
        return None
    used = []
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{name}.txt" for name in ("old", "new")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8", newline="\n")
        call = [sys.executable, "-m", "desktop_app", "compare", *map(str, paths), "--format", form]
        for _ in range(_RUNS):
            told = subprocess.run(
                [sys.executable, "-c", _STARTER, *call], check=True, capture_output=True, text=True
            ).stdout
            used.append(tuple(map(float, told.split())))
    seconds, megabytes = (statistics.median(figures) for figures in zip(*used, strict=True))
    return seconds, megabytes
