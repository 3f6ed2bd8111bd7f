"""Finds and runs pg_dump and pg_restore of this PC, if they are installed and not older than the server.

The password is passed to the child process in its environment, never on its command line.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from psycopg import Connection
from psycopg.conninfo import make_conninfo

from desktop_app.errors import BackupError, CancelledError, NotWrittenError
from desktop_app.progress import Progress

#: Names a directory with PostgreSQL's programs, for a PC where they are not on the path.
FOLDER_VARIABLE: Final = "MOSHAREKAT_PG_BIN"
_VERSION: Final = re.compile(r"\(PostgreSQL\)\s+(\d+)")
_FULL: Final = ("No space left on device", "File too large", "Disk quota exceeded")
#: The signal that ends a program whose file exceeds a size limit; 0 on systems without it.
_TOO_LARGE: Final = int(getattr(signal, "SIGXFSZ", 0))
#: The server is given on the command line; our own variables hold secrets.
_NOT_PASSED_ON: Final = ("PG", "MOSHAREKAT_")
_HIDDEN: Final = 0x08000000 if sys.platform == "win32" else 0


@dataclass(frozen=True, slots=True)
class Tools:
    """Both programs of one installation. `major` is their major version."""

    dump: Path
    restore: Path
    major: int


def find_tools(at_least: int = 0, environment: Mapping[str, str] = os.environ) -> Tools | None:
    """Returns the first installation of PostgreSQL's major version `at_least` or newer."""
    for folder in _folders(environment):
        tools = _in_folder(folder)
        if tools is not None and tools.major >= at_least:
            return tools
    return None


def newest_tools(environment: Mapping[str, str] = os.environ) -> Tools | None:
    """Returns the newest installation, which reads the files of all older ones."""
    found = [tools for folder in _folders(environment) if (tools := _in_folder(folder)) is not None]
    return max(found, key=lambda tools: tools.major, default=None)


def dump(
    tools: Tools, connection: Connection[object], snapshot: str, target: Path, named: Path, progress: Progress
) -> None:
    """Writes the database of `connection`, as of `snapshot`, into `target`; errors call the file `named`.

    Raises `BackupError`, `NotWrittenError`, `CancelledError`.
    """
    command = [
        str(tools.dump), "--format=custom", f"--snapshot={snapshot}", f"--file={target}", "--no-password",
        f"--dbname={_address(connection)}",
    ]  # fmt: skip
    with tempfile.TemporaryFile() as errors:
        child = _start(command, errors, connection.info.password)
        try:
            while child.poll() is None:
                if progress.cancelled():
                    raise CancelledError()
                progress.report(target.stat().st_size, None)
                time.sleep(0.05)
        finally:
            _end(child)
        if child.returncode == -_TOO_LARGE:
            raise NotWrittenError(name=str(named))
        if child.returncode:
            raise _failed(errors, named)


@contextmanager
def reading(tools: Tools, path: Path, *options: str) -> Iterator[IO[bytes]]:
    """Yields the rows of a dump as text, unpacked by pg_restore; a dump that was read to its end is complete.

    Raises `BackupError`.
    """
    command = [str(tools.restore), "--data-only", "--no-owner", *options, "--file=-", str(path)]
    with tempfile.TemporaryFile() as errors:
        child = _start(command, errors, "", pipe=True)
        assert child.stdout is not None
        finished = False
        try:
            yield child.stdout
            finished = not child.stdout.read(1)
        finally:
            child.stdout.close()
            if finished:
                child.wait()
            _end(child)
        if finished and child.returncode:
            errors.seek(0)
            older = b"unsupported version" in errors.read(20_000)
            raise BackupError(reason="old_tools" if older else "damaged", name=path.name)


def _start(
    command: list[str], errors: IO[bytes], password: str, *, pipe: bool = False
) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_PASSED_ON)}
    environment |= {"LC_ALL": "C", "PGCONNECT_TIMEOUT": "5"}
    if password:
        environment["PGPASSWORD"] = password
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if pipe else subprocess.DEVNULL,
        stderr=errors,
        env=environment,
        creationflags=_HIDDEN,
    )


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _failed(errors: IO[bytes], target: Path) -> Exception:
    errors.seek(0)
    lines = errors.read(20_000).decode("utf-8", "replace").splitlines()
    if any(word in line for line in lines for word in _FULL):
        return NotWrittenError(name=str(target))
    detail = next((line for line in lines if "error:" in line), lines[-1] if lines else "pg_dump: ?")
    return BackupError(reason="tool_failed", name=target.name, detail=detail[:300])


def _address(connection: Connection[object]) -> str:
    """Returns the connection string of the connection, without its password and our own time limits."""
    known = connection.info.get_parameters()
    for name in ("options", "password", "application_name", "target_session_attrs"):
        known.pop(name, None)
    # The very server that exported the snapshot, even if the address names several.
    info = connection.info
    return make_conninfo("", **known | {"host": info.host, "port": str(info.port), "dbname": info.dbname})


def _folders(environment: Mapping[str, str]) -> Iterator[Path]:
    if environment.get(FOLDER_VARIABLE):
        yield Path(environment[FOLDER_VARIABLE])
        return
    found = shutil.which("pg_dump", path=environment.get("PATH"))
    if found:
        # Debian has a wrapper on the path that chooses by the server; its own directories follow.
        yield Path(found).parent
    places = ("C:/Program Files/PostgreSQL",) if sys.platform == "win32" else ("/usr/lib/postgresql", "/usr")
    for place in map(Path, places):
        if place.is_dir():
            yield from sorted(place.glob("*/bin"), key=lambda path: path.parent.name, reverse=True)
            yield from sorted(place.glob("pgsql-*/bin"), reverse=True)


def _in_folder(folder: Path) -> Tools | None:
    suffix = ".exe" if sys.platform == "win32" else ""
    programs = folder / f"pg_dump{suffix}", folder / f"pg_restore{suffix}"
    if not all(program.is_file() for program in programs):
        return None
    try:
        asked = [str(programs[0]), "--version"]
        done = subprocess.run(asked, capture_output=True, timeout=10, check=True, creationflags=_HIDDEN)
    except (OSError, subprocess.SubprocessError):
        return None
    version = _VERSION.search(done.stdout.decode("utf-8", "replace"))
    return Tools(*programs, int(version[1])) if version else None
