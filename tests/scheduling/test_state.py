"""When a task is due, when it missed its time, and what its last run says of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.clock import TEHRAN, FixedClock
from desktop_app.scheduling.plan import TaskName, TaskPlan, checked
from desktop_app.scheduling.runs import Made, Run, last_run, made_of, note_made, noted
from desktop_app.scheduling.state import TaskState, next_time, status_of
from desktop_app.scheduling.task import Found

NOW = datetime(2026, 11, 24, 11, 30, tzinfo=TEHRAN)
DAILY = checked(TaskPlan(TaskName.BACK_UP, folder="/b"))
ROUND = checked(TaskPlan(TaskName.INTAKE))
THERE = Found(enabled=True)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=TEHRAN)


def ran(began: datetime, status: int | None = 0, *, broken: bool = False) -> Run:
    ended = None if broken else began + timedelta(minutes=1)
    return Run(began, ended, status, broken=broken)


def test_the_next_time_is_the_hour_of_today_or_tomorrow() -> None:
    assert next_time(DAILY, at(24, 1, 59)) == at(24, 2)
    assert next_time(DAILY, at(24, 2)) == at(25, 2)
    assert next_time(ROUND, at(24, 23, 57)) == at(25, 0)
    assert next_time(ROUND, at(24, 11, 30)) == at(24, 11, 35)


@pytest.mark.parametrize(
    ("plan", "made", "last", "state"),
    [
        (DAILY, at(24, 9), None, TaskState.WAITING),
        (DAILY, at(23, 9), None, TaskState.MISSED),
        (DAILY, at(1, 9), ran(at(24, 2)), TaskState.DONE),
        (DAILY, at(1, 9), ran(at(23, 2)), TaskState.MISSED),
        (DAILY, at(1, 9), ran(at(24, 9)), TaskState.DONE),
        (DAILY, at(24, 9), ran(at(20, 2)), TaskState.DONE),
        (DAILY, at(1, 9), ran(at(24, 2), 3), TaskState.TROUBLE),
        (DAILY, at(1, 9), ran(at(24, 2), None), TaskState.TROUBLE),
        (DAILY, at(1, 9), ran(at(24, 2), None, broken=True), TaskState.TROUBLE),
        (DAILY, at(1, 9), Run(at(24, 11, 29)), TaskState.RUNNING),
        (ROUND, at(1, 9), ran(at(24, 11, 30)), TaskState.DONE),
        (ROUND, at(1, 9), ran(at(24, 10, 29)), TaskState.MISSED),
        (ROUND, at(24, 11), None, TaskState.WAITING),
    ],
)
def test_the_state_follows_from_the_last_run(
    plan: TaskPlan, made: datetime, last: Run | None, state: TaskState
) -> None:
    assert status_of(plan.name, THERE, Made(plan, made), last, NOW).state is state


def test_a_task_is_not_missed_within_the_hour_after_its_time() -> None:
    made, last = Made(DAILY, at(1, 9)), ran(at(23, 2))
    assert status_of(DAILY.name, THERE, made, last, at(24, 2, 59)).state is TaskState.DONE
    assert status_of(DAILY.name, THERE, made, last, at(24, 3, 1)).state is TaskState.MISSED


def test_what_the_scheduler_says_comes_first() -> None:
    made, last = Made(DAILY, at(1, 9)), ran(at(24, 2))
    assert status_of(DAILY.name, None, made, last, NOW).state is TaskState.NOT_MADE
    off = status_of(DAILY.name, Found(enabled=False), made, last, NOW)
    assert (off.state, off.next_run) == (TaskState.OFF, None)
    for code in (0x8007052E, 0x80070002):
        failed = status_of(DAILY.name, Found(enabled=True, code=code), made, last, NOW)
        assert (failed.state, failed.code) == (TaskState.TROUBLE, code)
    for code in (0, 1, 3, 0x41301, 0x41303):
        fine = status_of(DAILY.name, Found(enabled=True, code=code), made, last, NOW)
        assert (fine.state, fine.code) == (TaskState.DONE, None)


def test_a_run_notes_its_beginning_and_its_end(tmp_path: Path) -> None:
    clock = FixedClock(datetime(2026, 11, 24, 8, tzinfo=UTC))

    def work() -> int:
        running = last_run(tmp_path, TaskName.SEAL)
        assert running is not None
        assert (running.ended, running.broken) == (None, False)
        clock.advance(timedelta(minutes=3))
        return 1

    assert noted(tmp_path, TaskName.SEAL, clock, work, lambda: "یک جمله") == 1
    found = last_run(tmp_path, TaskName.SEAL)
    began = datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert found == Run(began, began + timedelta(minutes=3), 1, "یک جمله")


def test_a_killed_run_is_broken_off(tmp_path: Path) -> None:
    clock = FixedClock(datetime(2026, 11, 24, 8, tzinfo=UTC))
    noted(tmp_path, TaskName.SEAL, clock, lambda: 0, lambda: "")
    path = tmp_path / "tasks" / "seal.run.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    machine = document["by"].split("-")[0]
    # No process has this id on Linux or Windows.
    path.write_text(json.dumps(document | {"ended": None, "by": f"{machine}-4194999-1"}), encoding="utf-8")
    found = last_run(tmp_path, TaskName.SEAL)
    assert found is not None
    assert found.broken


def test_a_bug_is_noted_and_goes_on(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        noted(tmp_path, TaskName.SEAL, FixedClock(NOW), lambda: 1 // 0, lambda: "")
    found = last_run(tmp_path, TaskName.SEAL)
    assert found is not None
    assert (found.status, found.ended) == (None, NOW)


def test_a_note_that_cannot_be_written_does_not_keep_a_task_from_its_work(tmp_path: Path) -> None:
    (tmp_path / "tasks").write_text("a file where a folder should be", encoding="utf-8")
    assert noted(tmp_path, TaskName.SEAL, FixedClock(NOW), lambda: 0, lambda: "") == 0


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"plan": {"name": "no"}, "made": "x"}', '{"plan": 1, "made": "2026-01-01"}', "\x00"],
)
def test_a_note_that_is_not_readable_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "tasks").mkdir()
    for name in ("seal.json", "seal.run.json"):
        (tmp_path / "tasks" / name).write_text(content, encoding="utf-8")
    assert made_of(tmp_path, TaskName.SEAL) is None
    assert last_run(tmp_path, TaskName.SEAL) is None


def test_a_plan_is_read_as_it_was_written(tmp_path: Path) -> None:
    note_made(tmp_path, DAILY, NOW)
    assert made_of(tmp_path, TaskName.BACK_UP) == Made(DAILY, NOW)
    # A plan under the name of another task is not believed.
    (tmp_path / "tasks" / "back-up.json").rename(tmp_path / "tasks" / "seal.json")
    assert made_of(tmp_path, TaskName.SEAL) is None
