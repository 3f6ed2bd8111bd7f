"""`git diff` on two files outside any repository: by words, and by lines for what it takes to have moved."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tools.benchmarks.truth.found import Found
from tools.benchmarks.truth.rivals.rival import Opcodes, Rival, UnavailableError, of_tokens

Range = tuple[int, int]
_RUNS: Final = 5
_WORDS: Final = ("--word-diff=porcelain", "--no-color", "--unified=10000000")
_LINES: Final = ("--color=always", "--color-moved", "--unified=0")
#: Every colour of a moved line is set to this one, which nothing else has.
_MOVED: Final = "\x1b[35m"
_COLOURS: Final = tuple(
    part for name in ("newMoved", "newMovedAlternative") for part in ("-c", f"color.diff.{name}=magenta")
)
_HUNK: Final = re.compile(r"(?:\x1b\[[0-9;]*m)*@@ -\S+ \+(\d+)")
_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")


@contextmanager
def _laid_down(old: str, new: str) -> Iterator[str]:
    """A folder with both texts in it."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("old", old), ("new", new)):
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="\n")
        yield folder


def _git(folder: str, *options: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise UnavailableError("not installed")
    made = subprocess.run(
        [program, *_COLOURS, "diff", "--no-index", "--histogram", *options, "old", "new"],
        cwd=folder,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        check=False,
    )
    if made.returncode not in {0, 1}:
        raise UnavailableError(made.stderr.decode(errors="replace").strip())
    return made.stdout


def seconds(old: str, new: str) -> float:
    """How long `git diff --word-diff --histogram` of two files takes, its own start with it."""
    with _laid_down(old, new) as folder:
        start = time.perf_counter()
        _git(folder, "--word-diff")
        return time.perf_counter() - start


def processor_seconds(old: str, new: str) -> float:
    """The processor time of the same, the median of several runs."""
    taken = []
    with _laid_down(old, new) as folder:
        for _ in range(_RUNS):
            before = os.times()
            _git(folder, "--word-diff")
            after = os.times()
            taken.append(
                after.children_user + after.children_system - before.children_user - before.children_system
            )
    return statistics.median(taken)


def _opcodes(output: str) -> Opcodes:
    """The words deleted and inserted, in words of both texts, of a porcelain word diff of the whole."""
    made: Opcodes = []
    before = after = 0
    lines = output.split("\n")
    first = next((at for at, line in enumerate(lines) if line.startswith("@@")), len(lines))
    for line in lines[first + 1 :]:
        count = len(line[1:].split())
        if line.startswith("-"):
            made.append(((before, before + count), (after, after)))
            before += count
        elif line.startswith("+"):
            made.append(((before, before), (after, after + count)))
            after += count
        elif line.startswith(" "):
            before += count
            after += count
    return made


def _moved(output: str, new: str) -> list[Range]:
    """The lines of NEW in a colour of moved ones."""
    starts = [0]
    for line in new.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    made = []
    number = 0
    for line in output.split("\n"):
        hunk = _HUNK.match(line)
        if hunk:
            number = int(hunk.group(1)) - 1
        elif _COLOUR.sub("", line).startswith("+") and number:
            if line.startswith(_MOVED):
                made.append((starts[number], starts[number + 1] - 1))
            number += 1
    return made


def _find(old: str, new: str) -> Found:
    with _laid_down(old, new) as folder:
        words = of_tokens(old, new, _opcodes(_git(folder, *_WORDS).decode("utf-8")))
        moved = _moved(_git(folder, *_LINES).decode("utf-8"), new)
    return Found(words.old, words.new, moved_new=moved)


GIT: Final = Rival("git", _find, fast=True)
