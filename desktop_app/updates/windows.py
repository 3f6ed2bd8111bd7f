"""What only Windows has: opening a file against changes, and starting a process that outlives this one.

Elsewhere these are plain, for tests: no set-up is installed there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Final

_GENERIC_READ: Final = 0x8000_0000
_SHARE_READ: Final = 0x1
_OPEN_EXISTING: Final = 3
_SHUTTING_DOWN: Final = 0x2000
#: DETACHED_PROCESS and CREATE_NEW_PROCESS_GROUP.
_DETACHED: Final = 0x8 | 0x200
_BREAKAWAY_FROM_JOB: Final = 0x0100_0000


def open_unchangeable(path: Path) -> BinaryIO:
    """Opens a file for reading; on Windows nobody can write, rename or delete it until it is closed."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415
        import msvcrt  # noqa: PLC0415
        from ctypes import wintypes  # noqa: PLC0415

        create = ctypes.WinDLL("kernel32", use_last_error=True).CreateFileW
        text, number, handle_type = wintypes.LPCWSTR, wintypes.DWORD, wintypes.HANDLE
        create.argtypes = (text, number, number, wintypes.LPVOID, number, number, handle_type)
        create.restype = handle_type
        handle = create(str(path), _GENERIC_READ, _SHARE_READ, None, _OPEN_EXISTING, 0, None)
        if handle in (None, handle_type(-1).value):
            raise ctypes.WinError(ctypes.get_last_error())
        return os.fdopen(msvcrt.open_osfhandle(handle, os.O_RDONLY | os.O_BINARY), "rb")
    return path.open("rb")


def session_is_ending() -> bool:
    """Returns whether Windows signs the user out or shuts down, when it may end a set-up halfway."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        return bool(ctypes.windll.user32.GetSystemMetrics(_SHUTTING_DOWN))
    return False


def start_detached(command: Sequence[str]) -> None:
    """Starts a process that goes on when this one has ended, without its console and files. Raises OSError.

    On Windows it has the rights of this process: a set-up that could install for all users would ask for more.
    """
    nothing, folder = subprocess.DEVNULL, Path(command[0]).parent
    if sys.platform == "win32":
        for flags in (_DETACHED | _BREAKAWAY_FROM_JOB, _DETACHED):
            try:
                subprocess.Popen(
                    command,
                    stdin=nothing,
                    stdout=nothing,
                    stderr=nothing,
                    cwd=folder,
                    creationflags=flags,
                    env={**os.environ, "__COMPAT_LAYER": "RunAsInvoker"},
                )
            except PermissionError:
                # The job object of this process forbids to break away from it.
                if flags == _DETACHED:
                    raise
            else:
                return
    subprocess.Popen(
        command, stdin=nothing, stdout=nothing, stderr=nothing, cwd=folder, start_new_session=True
    )
