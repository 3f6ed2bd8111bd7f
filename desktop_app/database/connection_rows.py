"""The results of a connection test as the five rows that a person watches.

Several hosts share the rows: while the test runs they show the host at hand, afterwards the one that is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.database.connection_steps import ConnectionStep, ConnectionStepOutcome, StepResult

_FAILED: Final = ConnectionStepOutcome.FAILED


class RowState(StrEnum):
    """The state of a row. `LATER`: only signing in shows it."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    LATER = "later"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One row. `result` is what its state rests on; `seconds` is how long its steps took."""

    name: str
    state: RowState
    result: StepResult | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class ConnectionRows:
    """The rows, and hosts that failed although another one can be used."""

    rows: tuple[TrialRow, ...]
    others: tuple[StepResult, ...] = ()

    @property
    def settled(self) -> int:
        """The number of rows with a result; what only signing in shows counts when nothing else is left."""
        open_rows = [row for row in self.rows if row.state in {RowState.WAITING, RowState.RUNNING}]
        later = [row for row in self.rows if row.state is RowState.LATER]
        return len(self.rows) - len(open_rows) - (len(later) if open_rows else 0)


#: The steps of each row, without and with a login; a row is done when its last step is.
_WITHOUT_LOGIN: Final[dict[str, tuple[ConnectionStep, ...]]] = {
    "server": (ConnectionStep.NAME,),
    "port": (ConnectionStep.PORT,),
    "certificate": (ConnectionStep.TLS,),
    "version": (),
    "ready": (ConnectionStep.LOGIN,),
}
_WITH_LOGIN: Final[dict[str, tuple[ConnectionStep, ...]]] = {
    "server": (ConnectionStep.NAME,),
    "port": (ConnectionStep.PORT,),
    "certificate": (ConnectionStep.TLS,),
    "login": (ConnectionStep.LOGIN, ConnectionStep.VERSION),
    "tables": (ConnectionStep.CONNECTIONS, ConnectionStep.RIGHTS, ConnectionStep.SCHEMA),
}


def rows_of(results: Sequence[StepResult], *, login: bool = False, running: bool = False) -> ConnectionRows:
    """Returns the rows for the results so far; without results and not `running`, all of them wait."""
    hosts = _by_host(results)
    shown = _shown(hosts, running)
    steps = _WITH_LOGIN if login else _WITHOUT_LOGIN
    found = [result for result in results if result.host in {"", shown}]
    rows: list[TrialRow] = []
    stopped = False
    for name, its in steps.items():
        row = _row(name, its, found)
        if row.state is RowState.WAITING and running and not stopped:
            row = TrialRow(name, RowState.RUNNING, None, row.seconds)
        stopped = stopped or row.state in {RowState.FAILED, RowState.RUNNING, RowState.WAITING}
        rows.append(row)
    others: tuple[StepResult, ...] = ()
    if not running and not _broken(found):
        others = tuple(result for result in results if result.outcome is _FAILED and result.host != shown)
    return ConnectionRows(tuple(rows), others)


def _by_host(results: Iterable[StepResult]) -> dict[str, list[StepResult]]:
    hosts: dict[str, list[StepResult]] = {}
    for result in results:
        if result.host:
            hosts.setdefault(result.host, []).append(result)
    return hosts


def _shown(hosts: dict[str, list[StepResult]], running: bool) -> str:
    """Returns the host whose steps the rows show: at the end one that can be used, else the first one."""
    if running or not hosts:
        return next(reversed(hosts), "")
    return next((host for host, its in hosts.items() if not _broken(its)), next(iter(hosts)))


def _broken(results: Iterable[StepResult]) -> bool:
    return any(result.outcome is _FAILED for result in results)


def _row(name: str, steps: tuple[ConnectionStep, ...], found: Sequence[StepResult]) -> TrialRow:
    its = [result for result in found if result.step in steps]
    seconds = sum(result.seconds for result in its)
    failed = next((result for result in its if result.outcome is _FAILED), None)
    if failed is not None:
        return TrialRow(name, RowState.FAILED, failed, seconds)
    if not _is_done(name, steps, found):
        return TrialRow(name, RowState.WAITING, None, seconds)
    if not steps:
        return TrialRow(name, RowState.LATER)
    warned = next((result for result in its if result.outcome is ConnectionStepOutcome.WARNING), None)
    if warned is not None:
        return TrialRow(name, RowState.WARNING, warned, seconds)
    return TrialRow(name, RowState.DONE, its[-1] if its else None, seconds)


def _is_done(name: str, steps: tuple[ConnectionStep, ...], found: Sequence[StepResult]) -> bool:
    there = {result.step for result in found}
    if name == "server":
        # A socket of this PC has no name to look up.
        return bool(there)
    if name == "version":
        return any(result.step is ConnectionStep.TLS and result.outcome is not _FAILED for result in found)
    return bool(steps) and steps[-1] in there
