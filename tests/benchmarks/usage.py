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
            with subprocess.Popen(call, stdout=subprocess.DEVNULL) as running:
                _pid, _status, usage = os.wait4(running.pid, 0)
                running.returncode = 0
            used.append((usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    seconds, megabytes = (statistics.median(figures) for figures in zip(*used, strict=True))
    return seconds, megabytes
