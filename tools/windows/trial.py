"""What the stages share: the folders of a trial, and the programs that it built and installed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tools.windows.wine import Done, Wine

#: Seconds for PyInstaller, which reads every module under wine.
BUILDING: Final = 3600


class StageFailedError(Exception):
    """A stage found what must not be; the text says what."""


class StageSkippedError(Exception):
    """A stage cannot be tried here; the text says why."""


@dataclass
class Trial:
    """One run of the stages, in the scratch folder of `wine`."""

    wine: Wine
    #: Which tests the stage `suite` runs.
    tests: Sequence[str] = ()
    #: The folder of the programs of PostgreSQL, if one was named.
    postgresql: Path | None = None

    @property
    def dist(self) -> Path:
        """The folder of the frozen program."""
        return self.wine.folder / "dist" / "mosharekat"

    @property
    def set_ups(self) -> Path:
        return self.wine.folder / "set-up"

    @property
    def installed(self) -> Path:
        """Where the set-up puts the program for all users."""
        return self.wine.drive / "Program Files" / "Mosharekat"

    @property
    def machine_file(self) -> Path:
        return self.wine.drive / "ProgramData" / "Mosharekat" / "settings.json"

    @property
    def data(self) -> Path:
        """The data folder of the installed program."""
        return self.wine.folder / "data"

    def installed_program(self, *words: str | Path, seconds: float = 600) -> Done:
        """Runs the installed command with the trial's data folder."""
        return self.wine.run(
            [self.installed / "mosharekat.exe", "--data-dir", self.data, "--language", "en", *words],
            seconds=seconds,
        )

    def registry(self, key: str, name: str = "") -> str:
        """Returns what the registry has below `key`, or of one value; empty if it has nothing."""
        done = self.wine.run(["reg", "query", key, *(["/v", name] if name else ["/s"])])
        return done.text if done.status == 0 else ""


def demand(condition: object, fault: str) -> None:
    """Raises `StageFailedError` unless the condition holds."""
    if not condition:
        raise StageFailedError(fault)


def ended(done: Done, status: int, what: str) -> Done:
    """Returns `done` if it ended with `status`. Raises `StageFailedError` with the end of its output otherwise."""
    demand(
        done.status == status,
        f"{what}: exit status {done.status} and not {status}: {done.text[-600:].strip()}",
    )
    return done


def document(done: Done) -> Any:
    """Returns the JSON document that a command printed."""
    text = done.text
    try:
        return json.loads(text[text.index("{") :])
    except ValueError as error:
        raise StageFailedError(f"no JSON document: {text[-300:]}") from error
