"""Windows programs run by wine, in a prefix of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

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
class Running:
    """A program that was started, and the file that takes what it writes.

    A file and not a pipe: wine's own services keep the output of the program that started them, and a pipe would only
    end with the last program of the prefix.
    """

    process: subprocess.Popen[bytes]
    output: IO[bytes]

    def has_ended(self, seconds: float = 0) -> bool:
        """Waits for the end, not longer than `seconds`."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def done(self, seconds: float | None = None) -> Done:
        """Waits for the end. Raises `subprocess.TimeoutExpired`, after it has ended the program."""
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.end()
            raise
        self.output.seek(0)
        return Done(status, self.output.read().decode("utf-8", "replace").replace("\r\n", "\n"))

    def end(self) -> None:
        """Ends the program, if it still runs."""
        self.process.kill()
        self.process.wait()


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
    ) -> Running:
        """Starts a program of Windows. Paths among `words` are written as Windows writes them."""
        program, *rest = words
        command = ["wine", str(program), *(windows_path(w) if isinstance(w, Path) else w for w in rest)]
        output = tempfile.TemporaryFile()  # noqa: SIM115 - it is read after the program has ended
        # A pipe and not the null device, which a program of Windows takes for a terminal: it would ask and wait.
        process = subprocess.Popen(
            command, cwd=cwd or self.folder, env=self.environment(more or {}), stdin=subprocess.PIPE,
            stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert process.stdin is not None
        process.stdin.close()
        return Running(process, output)

    def run(
        self,
        words: Sequence[str | Path],
        *,
        cwd: Path | None = None,
        more: Mapping[str, str] | None = None,
        seconds: float = PATIENCE,
    ) -> Done:
        """Runs a program to its end. Raises `subprocess.TimeoutExpired`, after it has ended the program."""
        return self.start(words, cwd=cwd, more=more).done(seconds)

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
