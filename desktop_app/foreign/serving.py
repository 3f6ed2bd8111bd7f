"""The loop of the process that reads files: a frame in, a frame out, until the program closes the pipe."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, Final

from desktop_app.errors import BadFileError
from desktop_app.foreign.caps import cap_memory, ended_after
from desktop_app.foreign.faults import PATIENCE, ReaderFault
from desktop_app.foreign.frames import BrokenFrameError, Words, read_frame, write_frame

Answer = tuple[Words, bytes]
Job = Callable[[dict[str, Any], bytes], Answer]
#: The program checked the size of what it sends; the memory is limited.
_ANY: Final = 1 << 40


def serve(jobs: Mapping[str, Job], orphan: float = PATIENCE + 5) -> int:
    """Answers until the pipe is closed. Returns the exit status.

    After `orphan` seconds with one question the process ends itself, should the program be gone that watches it.
    """
    incoming, outgoing = _channels()
    cap_memory()
    write_frame(outgoing, {"ready": True})
    try:
        while (request := read_frame(incoming, _ANY)) is not None:
            with ended_after(orphan):
                words, data = _answered(jobs, *request)
            del request
            write_frame(outgoing, words, len(data), (data,))
    except (BrokenFrameError, BrokenPipeError):
        return 1
    return 0


def _answered(jobs: Mapping[str, Job], words: dict[str, Any], data: bytes) -> Answer:
    try:
        told, made = jobs[words["job"]](words, data)
    except BadFileError as error:
        reason, limit = error.parameters.get("reason"), error.parameters.get("limit")
        return {"fault": str(reason), "limit": limit}, b""
    except MemoryError:
        return {"fault": ReaderFault.TOO_MUCH_MEMORY}, b""
    except Exception as error:  # a parser that fails is no end of the process
        last = traceback.extract_tb(error.__traceback__)[-1]
        return {"bug": f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"}, b""
    return told, made


def _channels() -> tuple[IO[bytes], IO[bytes]]:
    """Keeps the pipes for frames: what a library prints must not get in between."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    return incoming, outgoing
