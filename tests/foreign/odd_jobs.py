"""A process like that for foreign files, whose jobs do what the worst files would. Runs as `python -m`.

An argument is the time in seconds after which it ends itself.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path
from typing import Any

from desktop_app.foreign.serving import Answer, serve


def _echo(words: dict[str, Any], data: bytes) -> Answer:
    return words, data


def _hang(words: dict[str, Any], data: bytes) -> Answer:
    del words, data
    while True:
        time.sleep(1)


def _crash(words: dict[str, Any], data: bytes) -> Answer:
    del words, data
    ctypes.string_at(0)
    return {}, b""


def _fill(words: dict[str, Any], data: bytes) -> Answer:
    del data
    return {"size": len(bytearray(words["bytes"]))}, b""


def _fail(words: dict[str, Any], data: bytes) -> Answer:
    raise KeyError(words["secret"])


def _shout(words: dict[str, Any], data: bytes) -> Answer:
    """Prints where a careless library would, in between the frames."""
    del data
    os.write(1, b"\xff" * 1000)
    sys.stdout.write("warning: odd file\n")
    sys.stdout.flush()
    return words, b""


def _lie(words: dict[str, Any], data: bytes) -> Answer:
    """Writes frames as a process would that a file has taken over."""
    del data
    for name in filter(_is_open, os.listdir("/proc/self/fd")):
        if os.readlink(f"/proc/self/fd/{name}").startswith("pipe:"):
            try:
                os.write(int(name), bytes.fromhex(words["frame"]))
            except OSError:
                continue
    os._exit(0)


def _surroundings(words: dict[str, Any], data: bytes) -> Answer:
    del words, data
    handles = [os.readlink(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd") if _is_open(name)]
    return {"environment": dict(os.environ), "handles": handles, "arguments": sys.argv}, b""


def _is_open(name: str) -> bool:
    """Whether it is no handle that was only open while the folder was read."""
    return Path(f"/proc/self/fd/{name}").is_symlink()


JOBS = {
    "echo": _echo, "hang": _hang, "crash": _crash, "fill": _fill, "fail": _fail, "shout": _shout, "lie": _lie,
    "surroundings": _surroundings,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(serve(JOBS, *map(float, sys.argv[1:])))
