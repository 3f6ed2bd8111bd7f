"""Measures the real unpacked size of a package member, without keeping the data.

`zipfile` trusts the declared size and stops there; other readers do not. This check detects packages that declare
less than they contain, before any other reader opens them.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import Final

_LOCAL_HEADER: Final = struct.Struct("<4s5H3I2H")
_STEP: Final = 256 * 1024


def unpacked_size(data: bytes, member: zipfile.ZipInfo, *, limit: int) -> int:
    """Returns the unpacked size of `member` in bytes; stops counting beyond `limit`.

    Raises ValueError if the package is truncated, damaged, or packed by a method that office files do not use.
    """
    packed = _packed_bytes(data, member)
    if member.compress_type == zipfile.ZIP_STORED:
        return len(packed)
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise ValueError(f"packing method {member.compress_type}")
    return _inflated_size(packed, limit)


def _packed_bytes(data: bytes, member: zipfile.ZipInfo) -> memoryview:
    header = data[member.header_offset : member.header_offset + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size:
        raise ValueError("the header lies outside the package")
    signature, *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    if signature != b"PK\x03\x04":
        raise ValueError("no header where one is declared")
    start = member.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    if start + member.compress_size > len(data):
        raise ValueError("the package is cut short")
    return memoryview(data)[start : start + member.compress_size]


def _inflated_size(packed: memoryview, limit: int) -> int:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    size = 0
    for start in range(0, len(packed), _STEP):
        pending = bytes(packed[start : start + _STEP])
        while pending and not inflater.eof:
            try:
                size += len(inflater.decompress(pending, _STEP))
            except zlib.error as error:
                raise ValueError("damaged") from error
            if size > limit:
                return size
            pending = inflater.unconsumed_tail
    size += _rest(inflater, limit - size)
    if not inflater.eof and size <= limit and len(packed):
        raise ValueError("the member is cut short")
    return size


def _rest(inflater: zlib._Decompress, room: int) -> int:
    """Returns the number of bytes that the inflater still holds after the last input."""
    size = 0
    while not inflater.eof and size <= room:
        try:
            made = len(inflater.decompress(b"", _STEP))
        except zlib.error as error:
            raise ValueError("damaged") from error
        if not made:
            break
        size += made
    return size
