"""Frames between the program and the process that reads files: words as JSON, then bytes. Sizes are checked.

Both ends may distrust each other: a frame is data only, and the other end may be in the hands of a hostile file.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping
from typing import IO, Any, Final

_HEAD: Final = struct.Struct(">II")
#: Maximum sizes of an answer in bytes. A row has at most 9 MB, a text and a picture at most 24, attachments 30, a
#: redline little more than its source, which may have 50.
MOST_WORDS: Final = 10 * 1024 * 1024
MOST_DATA: Final = 64 * 1024 * 1024

Words = Mapping[str, Any]


class BrokenFrameError(Exception):
    """The other end sent something that is no frame."""


def write_frame(channel: IO[bytes], words: Words, size: int = 0, pieces: Iterable[bytes] = ()) -> None:
    """Writes a frame with `size` bytes of data, in `pieces`. Raises `BrokenFrameError` unless they have that size."""
    packed = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    channel.write(_HEAD.pack(len(packed), size) + packed)
    for piece in pieces:
        size -= len(piece)
        if size < 0:
            break
        channel.write(piece)
    if size:
        raise BrokenFrameError
    channel.flush()


def read_frame(channel: IO[bytes], most_data: int = MOST_DATA) -> tuple[dict[str, Any], bytes] | None:
    """Returns the words and the data of the next frame, None at the end. Raises `BrokenFrameError`."""
    head = channel.read(_HEAD.size)
    if not head:
        return None
    if len(head) < _HEAD.size:
        raise BrokenFrameError
    long, size = _HEAD.unpack(head)
    if long > MOST_WORDS or size > most_data:
        raise BrokenFrameError
    packed, data = channel.read(long), channel.read(size)
    if len(packed) < long or len(data) < size:
        raise BrokenFrameError
    try:
        words = json.loads(packed.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise BrokenFrameError from error
    if not isinstance(words, dict):
        raise BrokenFrameError
    return words, data
