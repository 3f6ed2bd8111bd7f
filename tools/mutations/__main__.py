"""`python -m tools.mutations [--gate] [--only ROOM|NAME …] [--list] [--jobs N]`: do the tests catch small faults?

Plants one fault at a time in a copy of the checkout and runs the closest tests; with `--gate` only those of them that
`dev.py test` runs. Prints a table and a summary line. The exit status is 1 if fewer than 98 % are caught (96 % with
`--gate`), if a fault no longer fits the code, or if a test fails without any fault.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Final

from tools.mutations import (
    backups,
    campaigns,
    comparison,
    comparison_told,
    database,
    desk_rules,
    engines,
    foreign,
    instruments,
    intake,
    late_closures,
    notices,
    outbox,
    outputs,
    pcs,
    personal_data,
    petitions,
    reports,
    satisfaction,
    scheduling,
    screens,
    set_up,
    staff,
    start,
    threads,
)
from tools.mutations.fault import Fault, chosen
from tools.mutations.planting import Outcome, Tree, Verdict, baseline, outcomes

FAULTS: Final[tuple[Fault, ...]] = (
    *petitions.FAULTS,
    *personal_data.FAULTS,
    *outbox.FAULTS,
    *desk_rules.FAULTS,
    *campaigns.FAULTS,
    *instruments.FAULTS,
    *late_closures.FAULTS,
    *comparison.FAULTS,
    *comparison_told.FAULTS,
    *pcs.FAULTS,
    *notices.FAULTS,
    *reports.FAULTS,
    *intake.FAULTS,
    *database.FAULTS,
    *foreign.FAULTS,
    *backups.FAULTS,
    *satisfaction.FAULTS,
    *scheduling.FAULTS,
    *set_up.FAULTS,
    *start.FAULTS,
    *threads.FAULTS,
    *staff.FAULTS,
    *screens.FAULTS,
    *outputs.FAULTS,
    *engines.FAULTS,
)
#: The least share of faults that all tests have to catch, and those of the gate.
_WANTED: Final = 0.98
_WANTED_OF_GATE: Final = 0.96
#: Chooses the tests of the gate.
_GATE: Final = "not later"
#: Characters of a test's name in the table.
_WIDEST: Final = 160
_CHECKOUT: Final = Path(__file__).parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.mutations")
    parser.add_argument("--only", action="append", default=[], metavar="ROOM|NAME", help="may be repeated")
    parser.add_argument("--list", action="store_true", help="print the faults and run nothing")
    parser.add_argument("--gate", action="store_true", help="run only tests that `dev.py test` has, too")
    half = max(1, (os.cpu_count() or 1) // 2)
    parser.add_argument(
        "--jobs", type=int, default=half, metavar="N", help="half of the processors unless told"
    )
    options = parser.parse_args()
    try:
        faults = chosen(FAULTS, options.only)
    except ValueError as error:
        parser.error(str(error))
    if options.list:
        for fault in faults:
            print(f"{fault.room:14} {fault.name:44} {fault.file}  <- {' '.join(fault.tests)}")
        print(_rooms(faults))
        return 0
    # Whatever ends it, the copies are removed and pytest stops its servers.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    stopped = Event()
    with tempfile.TemporaryDirectory(prefix="mosharekat-mutations-", ignore_cleanup_errors=True) as folder:
        try:
            jobs = min(max(1, options.jobs), len(faults))
            return _run(Path(folder), faults, jobs, stopped, gate=options.gate)
        except KeyboardInterrupt:
            print("Interrupted; the checkout is as it was.")
            return 130
        finally:
            stopped.set()


def _run(folder: Path, faults: Sequence[Fault], jobs: int, stopped: Event, *, gate: bool) -> int:
    began = time.monotonic()
    asked = _GATE if gate else ""
    first = Tree.copied(_CHECKOUT, folder / "0", stopped, asked=asked)
    if red := baseline(first, faults):
        print(red)
        print("A test fails without any fault.")
        return 1
    print(f"Without a fault all tests pass ({time.monotonic() - began:.0f} s).", flush=True)
    # With what the first run has compiled.
    copies = [
        Tree.copied(first.folder, folder / str(number), stopped, asked=asked) for number in range(1, jobs)
    ]
    found = []
    for outcome in outcomes([first, *copies], faults, stopped):
        found.append(outcome)
        print(_line(outcome), flush=True)
    print(_rooms(faults))
    return _summary(found, time.monotonic() - began, _WANTED_OF_GATE if gate else _WANTED)


def _line(outcome: Outcome) -> str:
    fault, detail = outcome.fault, outcome.detail
    # Parameters of a test may be whole sentences.
    result = detail[:_WIDEST] if outcome.verdict is Verdict.CAUGHT else f"{outcome.verdict} {detail}".strip()
    return f"{fault.name:44} {fault.room:14} {outcome.seconds:5.1f} s  {_change(fault)}\n    {result}"


def _change(fault: Fault) -> str:
    """The words that differ, in one line."""
    old, new = fault.old.split(), fault.new.split()
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return f"{' '.join(old)} => {' '.join(new)}"


def _rooms(faults: Sequence[Fault]) -> str:
    return ", ".join(f"{room} {number}" for room, number in Counter(fault.room for fault in faults).items())


def _summary(found: Sequence[Outcome], seconds: float, wanted: float) -> int:
    """Prints the summary; the exit status."""
    counted = Counter(outcome.verdict for outcome in found)
    caught = counted[Verdict.CAUGHT]
    unfit = counted[Verdict.STALE] + counted[Verdict.BROKEN]
    print(
        f"{caught} of {len(found)} faults caught ({caught / len(found):.1%}), {counted[Verdict.SURVIVED]} survived,"
        f" {counted[Verdict.STALE]} stale, {counted[Verdict.BROKEN]} broken, in {seconds:.0f} s"
    )
    return 0 if caught >= wanted * len(found) and not unfit else 1


if __name__ == "__main__":
    sys.exit(main())
