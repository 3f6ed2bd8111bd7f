"""Limits of the process that reads files: memory, no dump of its memory, an end with the program.

Linux counts `RLIMIT_DATA`: what a process can write to and shares with nobody. `RLIMIT_AS` would count libraries
and reserved addresses too. Windows limits the committed memory of a job.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

#: Maximum memory of the process in all, in bytes: its data, and about 20 MB of libraries, which Linux counts apart.
MOST_MEMORY: Final = 350 * 1024 * 1024
_LIBRARIES: Final = 20 * 1024 * 1024
_KILL_ON_CLOSE: Final = 0x2000
_MEMORY_OF_PROCESS: Final = 0x0100
_DIE_ON_FAULT: Final = 0x0400


def cap_memory(most: int = MOST_MEMORY) -> None:
    """Limits this process for good; for the child."""
    if sys.platform == "win32":
        _join_job(_MEMORY_OF_PROCESS | _DIE_ON_FAULT, _this_process(), most)
    else:
        import resource  # noqa: PLC0415 - POSIX only

        data = most - _LIBRARIES
        resource.setrlimit(resource.RLIMIT_DATA, (data, data))
        # A dump would hold what citizens wrote.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def capped_for_now(most: int = MOST_MEMORY) -> Iterator[None]:
    """Limits what this process may take more while it reads; for a command that is such a process itself."""
    if sys.platform == "win32":
        job = _join_job(_MEMORY_OF_PROCESS, _this_process(), most)
        try:
            yield
        finally:
            _limit(job, 0, 0)
    else:
        import resource  # noqa: PLC0415 - POSIX only

        soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        data = _data_now() + most - _LIBRARIES
        lower = data if hard == resource.RLIM_INFINITY else min(data, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (lower, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _data_now() -> int:
    """Returns what `RLIMIT_DATA` counts of this process, in bytes; 0 where the system does not say it."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def ended_after(seconds: float) -> Iterator[None]:
    """Ends this process if the work in the block takes longer; for a child that nobody watches any more.

    Without effect on Windows, where the job of the program ends the child.
    """
    if sys.platform == "win32":
        yield
    else:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)


def end_with_program(handle: int) -> object:
    """Ends the process with this `handle` when the returned object or the program is gone. Windows only."""
    return _join_job(_KILL_ON_CLOSE, handle, 0) if sys.platform == "win32" else None


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("times", ctypes.c_int64 * 2),
        ("flags", ctypes.c_uint32),
        ("working_set", ctypes.c_size_t * 2),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("classes", ctypes.c_uint32 * 2),
        ("transfers", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peaks", ctypes.c_size_t * 2),
    )


_EXTENDED_LIMITS: Final = 9


class _Job:
    """The handle of a job; Windows closes the job with it."""

    def __init__(self, kernel: Any, handle: Any) -> None:
        self.kernel, self.handle = kernel, handle

    def __del__(self) -> None:
        self.kernel.CloseHandle(self.handle)


def _kernel() -> Any:
    kernel = ctypes.__dict__["WinDLL"]("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, ctypes.c_wchar_p)
    kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    kernel.SetInformationJobObject.argtypes = (
        ctypes.c_void_p,
        ctypes.c_int,
        ctypes.c_void_p,
        ctypes.c_uint32,
    )
    kernel.CloseHandle.argtypes = (ctypes.c_void_p,)
    return kernel


def _this_process() -> int:
    return int(_kernel().GetCurrentProcess())


def _join_job(flags: int, process: int, most: int) -> _Job:
    kernel = _kernel()
    job = _Job(kernel, kernel.CreateJobObjectW(None, None))
    _limit(job, flags, most)
    if not kernel.AssignProcessToJobObject(job.handle, process):
        raise OSError(ctypes.__dict__["get_last_error"](), "AssignProcessToJobObject")
    return job


def _limit(job: _Job, flags: int, most: int) -> None:
    limits = _Limits(flags=flags, process_memory=most)
    size = ctypes.sizeof(limits)
    if not job.kernel.SetInformationJobObject(job.handle, _EXTENDED_LIMITS, ctypes.byref(limits), size):
        raise OSError(ctypes.__dict__["get_last_error"](), "SetInformationJobObject")
