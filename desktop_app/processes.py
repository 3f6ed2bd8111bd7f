"""How the program is started once more, and a mark of the running process for names of files.

Another process sees by the mark whether their maker still runs.

A mark is the machine, the process id and the time at which the process began: ids are used again.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final
from zlib import crc32

#: The pattern of a mark in a name.
MARK: Final = r"[0-9a-f]{8}-\d+-\d+"
#: When a process began is not known, but that it exists.
_UNKNOWN: Final = 0


def own_command(*words: str) -> list[str]:
    """Returns program and arguments that start this program once more, with these words."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, *([] if frozen else ["-P", "-m", "desktop_app"]), *words]


def own_mark() -> str:
    """Returns the mark of this process."""
    return _mark_of(os.getpid())


def is_dead(mark: str) -> bool:
    """Whether the process of `mark` surely does not run any more. Of another machine's processes nothing is sure."""
    if re.fullmatch(MARK, mark) is None:
        return False
    machine, number, began = mark.split("-")
    if machine != _machine():
        return False
    found = _beginning(int(number))
    return found is None or (found != int(began) and _UNKNOWN not in (found, int(began)))


@lru_cache(maxsize=1)
def _mark_of(number: int) -> str:
    return f"{_machine()}-{number}-{_beginning(number) or _UNKNOWN}"


@lru_cache(maxsize=1)
def _machine() -> str:
    """Returns a hash of the machine, and of the namespace in which process ids count: a folder may be shared."""
    namespace = ""
    with suppress(OSError):
        namespace = os.readlink("/proc/self/ns/pid")
    return f"{crc32(f'{platform.node()} {namespace}'.encode()):08x}"


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY: Final = 0x1000
    _NO_SUCH_PROCESS: Final = 87
    _STILL_ACTIVE: Final = 259

    def _beginning(number: int) -> int | None:
        """Returns when a process began, in units of 100 ns; None if it does not run."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.GetExitCodeProcess.argtypes = (wintypes.HANDLE, wintypes.LPDWORD)
        kernel.GetProcessTimes.argtypes = (wintypes.HANDLE, *[ctypes.POINTER(wintypes.FILETIME)] * 4)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        handle = kernel.OpenProcess(_QUERY, False, number)
        if not handle:
            return None if ctypes.get_last_error() == _NO_SUCH_PROCESS else _UNKNOWN
        try:
            status = wintypes.DWORD()
            if kernel.GetExitCodeProcess(handle, ctypes.byref(status)) and status.value != _STILL_ACTIVE:
                return None
            times = [wintypes.FILETIME() for _ in range(4)]
            if not kernel.GetProcessTimes(handle, *map(ctypes.byref, times)):
                return _UNKNOWN
            return (int(times[0].dwHighDateTime) << 32) + int(times[0].dwLowDateTime)
        finally:
            kernel.CloseHandle(handle)

else:

    def _beginning(number: int) -> int | None:
        """Returns when a process began, in clock ticks after the system did; None if it does not run."""
        if not Path("/proc/self/stat").exists():
            return _beginning_without_proc(number)
        try:
            # The name of the program stands in parentheses, and may contain anything.
            words = Path(f"/proc/{number}/stat").read_bytes().rpartition(b")")[2].split()
        except OSError:
            return None
        # A zombie has ended; only its parent did not ask yet.
        return None if words[0] in {b"Z", b"X"} else int(words[19])

    def _beginning_without_proc(number: int) -> int | None:
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return None
        except OSError:
            return _UNKNOWN
        return _UNKNOWN
