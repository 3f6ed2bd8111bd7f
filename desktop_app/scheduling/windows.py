"""Tasks of the Task Scheduler of Windows, by `schtasks`."""

from __future__ import annotations

import csv
import re
from typing import Final

from desktop_app.errors import TaskRefusedError
from desktop_app.scheduling.edge import run_asking, run_program
from desktop_app.scheduling.plan import Account, TaskName
from desktop_app.scheduling.task import File, Found, Task
from desktop_app.scheduling.task_xml import encoded, path_of, task_xml
from desktop_app.scratch import scratch_folder

#: The column of the last result. The names of columns are in the language of Windows, their order is not.
_LAST_RESULT: Final = 6
_SETTINGS: Final = re.compile(r"<Settings>.*?</Settings>", re.DOTALL)


class WindowsScheduler:
    """`program` is the path of `schtasks`."""

    kind = "schtasks"

    def __init__(self, program: str) -> None:
        self._program = program

    def files(self, task: Task) -> tuple[File, ...]:
        text = task_xml(task)
        return (File(f"{task.name}.xml", encoded(text), text),)

    def found(self, name: TaskName) -> Found | None:
        asked = run_program([self._program, "/Query", "/TN", path_of(name), "/XML"])
        if asked.status != 0:
            return None
        # The document says UTF-16, whatever the code page is that it is written in.
        settings = _SETTINGS.search(asked.out.replace("\0", ""))
        enabled = settings is None or "<Enabled>false</Enabled>" not in settings[0]
        table = run_program([self._program, "/Query", "/TN", path_of(name), "/FO", "CSV", "/V", "/NH"])
        return Found(enabled, _last_result(table.out) if table.status == 0 else None)

    def make(self, task: Task, *, window: bool) -> None:
        (definition,) = self.files(task)
        with scratch_folder() as folder:
            path = folder / definition.name
            path.write_bytes(definition.content)
            words = [self._program, "/Create", "/XML", str(path), "/TN", path_of(task.name), "/F"]
            if task.account is Account.ALWAYS:
                # With a star it asks for the password itself.
                status = run_asking([*words, "/RU", task.user, "/RP", "*"], window=window)
                if status != 0:
                    raise TaskRefusedError(reason="password", words="")
            else:
                self._do(words)

    def remove(self, name: TaskName) -> None:
        self._do([self._program, "/Delete", "/TN", path_of(name), "/F"])

    def start(self, name: TaskName) -> None:
        self._do([self._program, "/Run", "/TN", path_of(name)])

    def _do(self, words: list[str]) -> None:
        done = run_program(words)
        if done.status != 0:
            raise TaskRefusedError(reason="refused", words=done.sentence)


def _last_result(table: str) -> int | None:
    """Returns the last result as an unsigned number of 32 bits; None if the table has none."""
    for row in csv.reader(table.splitlines()):
        if len(row) > _LAST_RESULT:
            try:
                return int(row[_LAST_RESULT], 0) & 0xFFFFFFFF
            except ValueError:
                return None
    return None
