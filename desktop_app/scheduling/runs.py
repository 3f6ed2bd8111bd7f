"""Notes in the data folder: which tasks were made, and how their last runs ended.

`schtasks` tells times and states in the language and calendar of Windows, and `conhost` tells no exit status. So each
run notes itself: the command of a task has the option `--task NAME`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from desktop_app.clock import Clock
from desktop_app.errors import AppError, NotWrittenError
from desktop_app.processes import is_dead, own_mark
from desktop_app.scheduling.plan import TaskName, TaskPlan, as_document, from_document
from desktop_app.whole_file import write_whole

_FOLDER: Final = "tasks"
_LONGEST: Final = 500


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a task. `ended` is None while it runs, and `broken` if its process is gone without an end.

    `status` is the exit status of the command line, `words` its last line of trouble.
    """

    began: datetime
    ended: datetime | None = None
    status: int | None = None
    words: str = ""
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A task that was made here: its plan, and when."""

    plan: TaskPlan
    at: datetime


def note_made(data: Path, plan: TaskPlan, now: datetime) -> None:
    """Stores the plan of a task. Raises `NotWrittenError`."""
    path = _made(data, plan.name)
    try:
        _write(path, {"plan": as_document(plan), "made": now.isoformat()})
    except OSError as error:
        raise NotWrittenError.because(str(path), error) from error


def made_of(data: Path, name: TaskName) -> Made | None:
    """Returns the stored plan of a task; None without one, or with one that is not readable."""
    try:
        document = _read(_made(data, name))
        made = Made(from_document(document["plan"]), _moment(document["made"]))
    except (OSError, ValueError, TypeError, KeyError, AppError):
        return None
    return made if made.plan.name is name else None


def forget(data: Path, name: TaskName) -> None:
    """Removes the plan of a task; the note of its last run stays."""
    with suppress(OSError):
        _made(data, name).unlink(missing_ok=True)


def last_run(data: Path, name: TaskName) -> Run | None:
    """Returns the last run of a task that was noted here."""
    try:
        document = _read(_run(data, name))
        ended = document["ended"]
        run = Run(
            _moment(document["began"]),
            _moment(ended) if ended else None,
            int(document["status"]) if document["status"] is not None else None,
            str(document["words"])[:_LONGEST],
            broken=not ended and is_dead(str(document["by"])),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return run


def noted(data: Path, name: TaskName, clock: Clock, work: Callable[[], int], words: Callable[[], str]) -> int:
    """Does the work of a task and notes its beginning and end; returns its exit status.

    A note that cannot be written does not keep the task from its work.
    """
    run = Run(clock.now())
    _note(data, name, run)
    status: int | None = None
    try:
        status = work()
    finally:
        # Without a status it was ended by an exception, which goes on.
        _note(data, name, Run(run.began, clock.now(), status, words()[:_LONGEST]))
    return status


def _note(data: Path, name: TaskName, run: Run) -> None:
    document = asdict(run) | {"began": run.began.isoformat(), "by": own_mark()}
    del document["broken"]
    document["ended"] = run.ended.isoformat() if run.ended else None
    with suppress(OSError):
        _write(_run(data, name), document)


def _made(data: Path, name: TaskName) -> Path:
    return data / _FOLDER / f"{name}.json"


def _run(data: Path, name: TaskName) -> Path:
    return data / _FOLDER / f"{name}.run.json"


def _write(path: Path, document: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(document, ensure_ascii=False, indent=1).encode())


def _read(path: Path) -> dict[str, Any]:
    document = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(document, dict):
        raise TypeError("not an object")
    return document


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError(written)
    return moment
