"""Windows programs run by wine, in a prefix of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: Seconds for a command that says nothing else.
PATIENCE: Final = 600
#: Neither .NET nor a browser is offered for installation; nothing but the programs prints.
_QUIET: Final = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree=;mshtml="}
#: What the programs must not inherit from the shell.
_LEFT_OUT: Final = (
    "DISPLAY",
    # The tests' own: the stages try the file of the machine.
    "MOSHAREKAT_MACHINE_SETTINGS",
    "PYTHONPATH",
    "PYTHONHOME",
    "VIRTUAL_ENV",
    "MOSHAREKAT_DATABASE",
    "MOSHAREKAT_DATA_DIR",
)


@dataclass(frozen=True)
class Done:
    """A program that has ended: its exit status, and what it wrote to standard output and standard error."""

    status: int
    text: str

    @property
    def last_line(self) -> str:
        lines = [line.strip() for line in self.text.splitlines() if line.strip()]
        return lines[-1] if lines else ""


@dataclass(frozen=True)
class Wine:
    """A Windows of its own in `folder`, a scratch folder outside the checkout."""

    folder: Path

    @property
    def prefix(self) -> Path:
        return self.folder / "prefix"

    @property
    def drive(self) -> Path:
        """The folder that Windows programs see as drive C."""
        return self.prefix / "drive_c"

    @property
    def python(self) -> Path:
        return self.folder / "winpy" / "cp313" / "python.exe"

    def start(
        self, words: Sequence[str | Path], *, cwd: Path | None = None, more: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Starts a program of Windows. Paths among `words` are written as Windows writes them."""
        program, *rest = words
        command = ["wine", str(program), *(windows_path(w) if isinstance(w, Path) else w for w in rest)]
        # A pipe and not the null device, which a program of Windows takes for a terminal: it would ask and wait.
        process = subprocess.Popen(
            command, cwd=cwd or self.folder, env=self.environment(more or {}), stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
        )  # fmt: skip
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
        return process

    def run(
        self,
        words: Sequence[str | Path],
        *,
        cwd: Path | None = None,
        more: Mapping[str, str] | None = None,
        seconds: float = PATIENCE,
    ) -> Done:
        """Runs a program to its end. Raises `subprocess.TimeoutExpired`, after it has ended the program."""
        process = self.start(words, cwd=cwd, more=more)
        try:
            text, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise
        return Done(process.returncode, text)

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
        # Without a runtime folder, wine prints a line of its own into the output.
        kept.setdefault("XDG_RUNTIME_DIR", str(self.folder))
        return {**kept, "WINEPREFIX": str(self.prefix), **_QUIET, **more}

    def stop(self) -> None:
        """Ends every program of this prefix, and no other."""
        subprocess.run(["wineserver", "-k"], env=self.environment({}), check=False, capture_output=True)


def windows_path(path: Path) -> str:
    """Returns an absolute path as wine's drive Z has it."""
    return "Z:" + str(path.resolve()).replace("/", "\\")


def missing_programs(*names: str) -> list[str]:
    """Returns those of `names` that this machine does not have."""
    return [name for name in names if shutil.which(name) is None]
