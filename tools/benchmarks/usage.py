"""Processor time and memory: of this process, of one comparison, and of the command `compare`.

`python -m tools.benchmarks.usage OLD NEW` prints megabytes of a comparison above the start. It is a process of its
own, since a peak never falls again. The program's modules and both texts are there before.
"""

from __future__ import annotations

import importlib
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from desktop_app.comparison.engine import compare_texts

_STATUS: Final = Path("/proc/self/status")
_RUNS: Final = 3
#: Linux hands the peak of a large process down to those that it starts: a small one starts the command.
_STARTER: Final = """
import os, subprocess, sys
with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL) as running:
    _pid, status, usage = os.wait4(running.pid, 0)
    running.returncode = status
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
"""


def peak() -> float | None:
    """Peak of this process in megabytes; None where the system does not tell (Windows).

    Linux hands the peak of the process that started this one down in `ru_maxrss`: there its own account is read.
    """
    if _STATUS.exists():
        (line,) = [line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM:")]
        return int(line.split()[1]) / 1024
    try:
        resource = importlib.import_module("resource")
    except ImportError:
        return None
    most: float = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024) if sys.platform == "darwin" else most / 1024


def of_comparison(old: str, new: str) -> tuple[float, float] | None:
    """Peak above the start of a comparison, and with every span read; None where it cannot be measured."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("old", "new")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8", newline="\n")
        call = [sys.executable, "-m", "tools.benchmarks.usage", *map(str, paths)]
        answer = subprocess.run(call, capture_output=True, text=True, check=True).stdout.split()
    return (float(answer[0]), float(answer[1])) if len(answer) == 2 else None


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


def main() -> None:
    """Prints the two figures, or nothing where they cannot be measured."""
    old, new = (Path(path).read_text(encoding="utf-8") for path in sys.argv[1:])
    # Once on a little of both, so that what is loaded on first use is there.
    compare_texts(old[:2_000], new[:2_000])
    before = peak()
    result = compare_texts(old, new)
    compared = peak()
    spans = sum(len(entry.spans) for entry in result.entries)
    complete = peak()
    if before is not None and compared is not None and complete is not None and spans:
        print(compared - before, complete - before)


if __name__ == "__main__":
    main()
