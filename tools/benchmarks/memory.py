"""Peak memory of one comparison: `python -m tools.benchmarks.memory OLD NEW` prints megabytes above the start.

A process of its own, since a peak never falls again. The program's modules and both texts are there before.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from desktop_app.comparison.engine import compare_texts

_STATUS: Final = Path("/proc/self/status")


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


def megabytes(old: str, new: str) -> tuple[float, float] | None:
    """Peak above the start of a comparison, and with every span read; None where it cannot be measured."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("old", "new")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8", newline="\n")
        call = [sys.executable, "-m", "tools.benchmarks.memory", *map(str, paths)]
        answer = subprocess.run(call, capture_output=True, text=True, check=True).stdout.split()
    return (float(answer[0]), float(answer[1])) if len(answer) == 2 else None


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
