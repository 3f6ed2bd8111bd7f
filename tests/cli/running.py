"""Runs the command line inside the test, or as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main
from desktop_app.wording import use_language

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Standard output, which has to be one JSON document."""
        return json.loads(self.out)

    @property
    def line(self) -> str:
        """Standard error, which has to be one line."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


@dataclass(frozen=True)
class CommandLine:
    """The command line of a PC whose data is in `folder`."""

    capture: pytest.CaptureFixture[str]
    folder: Path
    database: str

    def __call__(self, *words: object, database: str | None = None) -> Done:
        url = self.database if database is None else database
        where = ["--data-dir", str(self.folder), *(["--database", url] if url else [])]
        status = main([*where, *map(str, words)])
        use_language("fa")
        out, err = self.capture.readouterr()
        return Done(status, out, err)


def process(*words: object, environment: dict[str, str] | None = None) -> Done:
    """The same as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", *map(str, words)],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        timeout=60,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
