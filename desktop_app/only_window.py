"""One window for each user, desktop session and data folder: a second start hands its files to the first one.

The system itself keeps the lock and frees it when a process ends, however it ends. So nothing that a crash leaves
behind stops a start. The message travels over a local socket, whose name and content are described here; the window
serves it (`ui/second_start.py`).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from desktop_app.win32 import close_handle, session_number, take_mutex

#: The longest message in bytes. Two paths of Windows have 64,000 letters at most.
LONGEST: Final = 300_000
#: The answer of the first window.
TAKEN: Final = b"taken\n"
_MOST_FILES: Final = 2
#: In bytes. Qt gives a socket a longer name for a moment.
_LONGEST_FOLDER: Final = 50


class OnlyWindow:
    """The claim to be the only window of a data folder. `database` is an address that the start named itself: such a
    window is another program.
    """

    def __init__(self, data_folder: Path, database: str = "") -> None:
        self._name = _name_of(data_folder, database)
        self._folder = own_folder(os.environ.get("XDG_RUNTIME_DIR", ""))
        self._lock: int | None = None

    @property
    def address(self) -> str:
        """The name of the local socket: a path, on Windows the name of a pipe."""
        return self._name if sys.platform == "win32" else str(self._folder / f"{self._name}.s")

    def claim(self) -> bool:
        """Takes the lock; returns False where another process has it.

        Where the system has no room for a lock, each start is the only one: no window is worse than two.
        """
        if self._lock is None:
            try:
                self._lock = _take(self._folder, self._name)
            except OSError:
                return True
        return self._lock is not None

    def release(self) -> None:
        """Gives the lock up."""
        if self._lock is not None:
            _free(self._lock)
        self._lock = None


def message_of(files: Sequence[Path]) -> bytes:
    """Returns the message of a second start: one line of JSON. A path may have bytes that are not UTF-8."""
    return json.dumps({"files": [str(path) for path in files]}).encode("ascii") + b"\n"


def files_of(message: bytes) -> list[Path] | None:
    """Returns the files of a message; None unless it is one. Another program may write to the socket."""
    try:
        found = json.loads(message)["files"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not isinstance(found, list) or len(found) > _MOST_FILES:
        return None
    if not all(isinstance(path, str) and path and "\0" not in path for path in found):
        return None
    return [Path(path) for path in found]


def _name_of(data_folder: Path, database: str) -> str:
    """Returns a name that differs between users, desktop sessions, data folders and databases."""
    place = os.path.normcase(os.path.realpath(data_folder))
    user = os.environ.get("USERNAME", "") if sys.platform == "win32" else str(os.getuid())
    known = "\n".join((user, str(session_number()), place, database))
    return f"mosharekat-{sha256(known.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def own_folder(runtime: str) -> Path:
    """Returns the folder of locks and sockets, which is this user's alone, in the `runtime` folder of the session.

    The address of a socket has 107 bytes at most. It is not needed on Windows.
    """
    if os.path.isabs(runtime) and len(os.fsencode(runtime)) <= _LONGEST_FOLDER and os.path.isdir(runtime):
        return Path(runtime) / "mosharekat"
    number = os.getuid() if sys.platform != "win32" else 0
    return Path("/tmp") / f"mosharekat-{number}"


if sys.platform == "win32":

    def _take(folder: Path, name: str) -> int | None:
        del folder
        return take_mutex(name) or None

    def _free(lock: int) -> None:
        close_handle(lock)

else:
    import fcntl
    import stat

    def _take(folder: Path, name: str) -> int | None:
        """Returns the locked file, or None where it is locked. Raises OSError."""
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700, parents=True)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
            # Another user made it, who could read what is handed over.
            raise PermissionError(str(folder))
        lock = os.open(folder / f"{name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return None
        except OSError:
            os.close(lock)
            raise
        return lock

    def _free(lock: int) -> None:
        os.close(lock)
