"""Plants faults in a copy of the tree and runs their tests there. The checkout itself is only read."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import cache_from_source
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Final

from tests.selection import is_left_out
from tools.mutations.fault import Fault

#: What a copy needs of the checkout.
_PARTS: Final = (
    "desktop_app",
    "ui",
    "tests",
    "tools",
    "resources",
    "translations",
    "pyproject.toml",
    "README.md",
)
#: Seconds after which the tests of one fault are stopped.
_TIMEOUT: Final = 300
#: Seconds that pytest gets to stop the servers that it started.
_GRACE: Final = 30
#: Runs pytest. A shell may start background jobs with SIGINT ignored; pytest needs it to stop in order.
_START: Final = (
    "import signal, sys, pytest;"
    " signal.signal(signal.SIGINT, signal.default_int_handler);"
    " sys.exit(pytest.main())"
)
_FLAGS: Final = ("-q", "-x", "-p", "no:randomly", "-p", "no:cacheprovider", "--tb=line", "-rfE")
_FAILED: Final = re.compile(r"^(FAILED|ERROR) (\S+::.+?)(?: - .*)?$", re.MULTILINE)
#: Pytest's exit code if no test was chosen.
_NONE_CHOSEN: Final = 5
#: A module of tests that could not be imported.
_NOT_COLLECTED: Final = re.compile(r"^ERROR \S+\.py\b", re.MULTILINE)


class Verdict(StrEnum):
    """What became of a fault."""

    CAUGHT = "caught"
    SURVIVED = "SURVIVED"
    #: The old text does not occur exactly once, or a test that is named is not there.
    STALE = "STALE"
    #: The tests could not be collected or did not end: it is no realistic fault.
    BROKEN = "BROKEN"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A fault with its verdict. `detail`: the test that failed, or why there is no verdict."""

    fault: Fault
    verdict: Verdict
    detail: str
    seconds: float


class Tree:
    """A copy of the checkout in a folder of its own."""

    def __init__(self, folder: Path, stopped: Event, asked: str) -> None:
        self.folder, self._stopped, self._asked = folder, stopped, asked

    @classmethod
    def copied(
        cls, source: Path, folder: Path, stopped: Event, parts: Iterable[str] = _PARTS, *, asked: str = ""
    ) -> Tree:
        """A copy of `parts` of `source`, with their compiled modules where there are any.

        `asked` is the mark expression of pytest that chooses among the tests of a fault.
        """
        folder.mkdir()
        for part in filter(lambda name: (source / name).exists(), parts):
            if (source / part).is_dir():
                shutil.copytree(source / part, folder / part)
            else:
                shutil.copy2(source / part, folder / part)
        return cls(folder, stopped, asked)

    def outcome(self, fault: Fault) -> Outcome:
        """Plants a fault, runs its tests, and takes the fault out again."""
        path = self.folder / fault.file
        text = path.read_text("utf-8") if path.is_file() else ""
        if (found := text.count(fault.old)) != 1:
            return Outcome(fault, Verdict.STALE, f"{fault.file} has its old text {found} times", 0.0)
        if not any(map(self._has, fault.tests)):
            return Outcome(fault, Verdict.SURVIVED, "none of its tests is asked for", 0.0)
        began = time.monotonic()
        with _planted(path, text, text.replace(fault.old, fault.new)):
            code, output = self.run(fault.tests)
        verdict, detail = _verdict_of(code, output)
        if self._asked and code == _NONE_CHOSEN:
            verdict, detail = Verdict.SURVIVED, "none of its tests is asked for"
        return Outcome(fault, verdict, detail, time.monotonic() - began)

    def run(self, tests: Sequence[str], timeout: float | None = _TIMEOUT) -> tuple[int | None, str]:
        """The exit code of pytest over `tests` (None: they did not end) and what it printed."""
        chosen = ["-m", self._asked, *filter(self._has, tests)]
        environment = os.environ | {"PYTHONPATH": str(self.folder), "QT_QPA_PLATFORM": "offscreen"}
        process = subprocess.Popen(
            [sys.executable, "-c", _START, *_FLAGS, *chosen],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        until = time.monotonic() + timeout if timeout else None
        try:
            while not self._stopped.is_set() and (until is None or time.monotonic() < until):
                try:
                    output, _ = process.communicate(timeout=1)
                except subprocess.TimeoutExpired:
                    continue
                return process.returncode, output
            return None, ""
        finally:
            _stop(process)

    def _has(self, test: str) -> bool:
        """Whether pytest reads a test for what is asked; it takes what it leaves out for what is missing."""
        file, _, function = test.removeprefix("tests/").partition("[")[0].partition("::")
        return not is_left_out(file, self._asked, function)


def baseline(tree: Tree, faults: Iterable[Fault]) -> str:
    """Runs all tests that faults name without a fault; what pytest printed if it is red, else empty."""
    code, output = tree.run(sorted({test for fault in faults for test in fault.tests}), timeout=None)
    return "" if code == 0 else output or "the tests were stopped"


def outcomes(trees: Sequence[Tree], faults: Sequence[Fault], stopped: Event) -> Iterator[Outcome]:
    """The outcome of each fault, in the order of `faults`. Uses all `trees` at the same time; all have `stopped`."""
    free: SimpleQueue[Tree] = SimpleQueue()
    for tree in trees:
        free.put(tree)

    def one(fault: Fault) -> Outcome:
        tree = free.get()
        try:
            return tree.outcome(fault)
        finally:
            free.put(tree)

    with ThreadPoolExecutor(len(trees)) as pool:
        try:
            yield from pool.map(one, faults)
        finally:
            # After an interruption the running tests are stopped, too.
            stopped.set()
            pool.shutdown(cancel_futures=True)


@contextmanager
def _planted(path: Path, text: str, faulty: str) -> Iterator[None]:
    """Replaces a file of a copy for a while."""
    try:
        _write(path, faulty)
        yield
    finally:
        _write(path, text)


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="")
    if path.suffix == ".py":
        # A compiled module is known by size and second only, which a fault may share with the file before it.
        Path(cache_from_source(path)).unlink(missing_ok=True)


def _verdict_of(code: int | None, output: str) -> tuple[Verdict, str]:
    if code == 0:
        return Verdict.SURVIVED, ""
    failed = _FAILED.search(output)
    if code == 1 and failed is not None:
        return Verdict.CAUGHT, failed[2] + (" (in its fixtures)" if failed[1] == "ERROR" else "")
    last = next(iter(output.strip().splitlines()[-1:]), "")
    if code in (4, 5) and not _NOT_COLLECTED.search(output):
        return Verdict.STALE, last
    return Verdict.BROKEN, last or "the tests did not end"


def _stop(process: subprocess.Popen[str]) -> None:
    """Interrupts pytest if it still runs, so that it stops the servers that it started."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        try:
            process.communicate(timeout=_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
