"""Tasks of the user's own systemd on Linux: a service and a timer in `~/.config/systemd/user`."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from desktop_app.errors import NotWrittenError, TaskRefusedError
from desktop_app.scheduling.edge import Ran, run_program
from desktop_app.scheduling.plan import TaskName
from desktop_app.scheduling.task import File, Found, Task
from desktop_app.scheduling.units import service_unit, timer_unit, unit_name
from desktop_app.whole_file import write_whole


class SystemdScheduler:
    """`program` is the path of `systemctl`; without it the units are drawn up, and nothing can be made."""

    def __init__(self, program: str | None) -> None:
        self._program = program
        self.kind = "systemd" if program else ""

    def files(self, task: Task) -> tuple[File, ...]:
        texts = {"service": service_unit(task), "timer": timer_unit(task)}
        return tuple(File(unit_name(task.name, kind), text.encode(), text) for kind, text in texts.items())

    def found(self, name: TaskName) -> Found | None:
        if self._program is None or not (folder() / unit_name(name, "timer")).exists():
            return None
        return Found(self._call("is-enabled", "--quiet", unit_name(name, "timer")).status == 0)

    def make(self, task: Task, *, window: bool) -> None:
        del window
        # Without the program nothing is written that would never run.
        self._required()
        before = {unit.name: _content(unit.name) for unit in self.files(task)}
        try:
            for unit in self.files(task):
                _write(unit.name, unit.content)
            self._do("daemon-reload")
            self._do("enable", "--now", unit_name(task.name, "timer"))
            # A timer that runs already keeps its old hour otherwise.
            self._do("restart", unit_name(task.name, "timer"))
        except (TaskRefusedError, NotWrittenError):
            for name, content in before.items():
                _put_back(name, content)
            raise

    def remove(self, name: TaskName) -> None:
        self._do("disable", "--now", unit_name(name, "timer"))
        for kind in ("service", "timer"):
            _put_back(unit_name(name, kind), None)
        self._do("daemon-reload")

    def start(self, name: TaskName) -> None:
        self._do("start", "--no-block", unit_name(name, "service"))

    def _do(self, *words: str) -> None:
        done = self._call(*words)
        if done.status != 0:
            raise TaskRefusedError(reason="refused", words=done.sentence)

    def _call(self, *words: str) -> Ran:
        return run_program([self._required(), "--user", *words])

    def _required(self) -> str:
        if self._program is None:
            raise TaskRefusedError(reason="no_scheduler", words="")
        return self._program


def folder() -> Path:
    """Returns the folder of the user's units."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"


def _content(name: str) -> bytes | None:
    try:
        return (folder() / name).read_bytes()
    except OSError:
        return None


def _write(name: str, content: bytes) -> None:
    path = folder() / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    except OSError as error:
        raise NotWrittenError.because(str(path), error) from error


def _put_back(name: str, content: bytes | None) -> None:
    """Writes a unit as it was, or removes it if it was not there."""
    with suppress(OSError, NotWrittenError):
        if content is None:
            (folder() / name).unlink(missing_ok=True)
        else:
            _write(name, content)
