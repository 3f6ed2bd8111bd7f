"""`python -m tools.windows [STAGE …] [--folder DIR]`: tries the program under wine and prints a table.

Without a STAGE all of them run, one after another. `--run ARGUMENTS` runs the checkout's program, or `-m MODULE …`,
with the Python of Windows, and nothing else.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.architecture import ROOT
from tools.windows import building, department, installing, scratch
from tools.windows.suite import suite
from tools.windows.trial import StageFailedError, StageSkippedError, Trial

STAGES: Final[Mapping[str, Callable[[Trial], str]]] = {
    "suite": suite,
    "build": building.build,
    "self-test": building.self_test,
    "demo": building.demo,
    "set-up": building.compile_set_up,
    "install": installing.install,
    "upgrade": installing.upgrade,
    "uninstall": installing.uninstall,
    "department": department.department,
}


@dataclass(frozen=True)
class _Row:
    """A line of the table."""

    stage: str
    result: str
    seconds: float
    detail: str


def main(words: list[str] | None = None) -> int:
    arguments = _parser().parse_args(words)
    unknown = [name for name in arguments.stages if name not in STAGES]
    if unknown:
        print(f"no such stage: {', '.join(unknown)}; there are {', '.join(STAGES)}", file=sys.stderr)
        return 2
    reason = scratch.missing()
    if reason:
        print(f"skipped: {reason}")
        return 0
    wine = scratch.prepare(arguments.folder)
    if arguments.run is not None:
        inside = Path(__file__).with_name("inside.py")
        command = ["wine", str(wine.python), str(inside), *arguments.run]
        return subprocess.call(command, cwd=ROOT, env=wine.environment({}))
    trial = Trial(wine, tests=arguments.tests or (), postgresql=arguments.postgresql)
    try:
        rows = [_tried(name, trial) for name in STAGES if name in arguments.stages or not arguments.stages]
    finally:
        wine.stop()
    _print(rows)
    return 1 if any(row.result == "FAIL" for row in rows) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.windows", description=__doc__)
    parser.add_argument("stages", metavar="STAGE", nargs="*", help=", ".join(STAGES))
    usual = Path(os.environ.get("MOSHAREKAT_WINE") or Path(tempfile.gettempdir()) / "mosharekat-windows")
    parser.add_argument("--folder", type=Path, default=usual, help=f"scratch folder ({usual})")
    parser.add_argument(
        "--tests", action="append", metavar="PATH", help="only these tests in the stage `suite`"
    )
    parser.add_argument(
        "--postgresql", type=Path, metavar="DIR", help="folder of the programs of PostgreSQL 16 or later"
    )
    parser.add_argument(
        "--run", nargs=argparse.REMAINDER, metavar="ARGUMENT", help="runs the Python of Windows, no stage"
    )
    return parser


def _tried(name: str, trial: Trial) -> _Row:
    print(f"{name} …", flush=True)
    began = time.monotonic()
    try:
        result, detail = "ok", STAGES[name](trial)
    except StageSkippedError as skipped:
        result, detail = "skipped", str(skipped)
    except StageFailedError as failed:
        result, detail = "FAIL", str(failed)
    except subprocess.TimeoutExpired as late:
        result, detail = "FAIL", f"no end after {late.timeout:.0f} s"
    row = _Row(name, result, time.monotonic() - began, detail)
    print(f"  {row.result}: {row.detail}", flush=True)
    return row


def _print(rows: list[_Row]) -> None:
    print(f"\n{'stage':<11} {'result':<8} {'seconds':>7}  detail")
    for row in rows:
        first = row.detail.splitlines()[0] if row.detail else ""
        print(f"{row.stage:<11} {row.result:<8} {row.seconds:>7.0f}  {first}")


if __name__ == "__main__":
    sys.exit(main())
