"""Asks a PostgreSQL server whether it would let this PC sign in, without a login.

The start of the protocol is spoken as far as the server's question for a password. So it shows whether the server
admits this PC, has a connection to spare and is up. Its version and tables are told only after a login.
"""

from __future__ import annotations

import socket
import struct
from typing import Final

#: Version 3.0 of the protocol, which every server speaks.
_PROTOCOL: Final = 3 << 16
#: The name that is said: that of the owner in our instructions. No password is sent.
_NAME: Final = "mosharekat"
#: The longest answer that is read; an error message of PostgreSQL is far shorter.
_LONGEST: Final = 16_384
#: By SQLSTATE, which no language of the server changes.
_REFUSALS: Final = {
    b"28000": "not_admitted",
    b"53300": "too_many",
    b"57P03": "starting",
    b"3D000": "no_database",
}
_HEAD: Final = 5


def ask_for_entrance(line: socket.socket, database: str) -> str:
    """Returns a code of `wording.connecting`; empty if the server asks for a password, or wants none.

    `line` is connected, and encrypted where that was asked for. Raises OSError.
    """
    words = b"".join(word.encode() + b"\0" for word in ("user", _NAME, "database", database)) + b"\0"
    line.sendall(struct.pack("!ii", len(words) + 8, _PROTOCOL) + words)
    kind, rest = _message(line)
    if kind == b"R":
        return ""
    return _refusal(rest) if kind == b"E" else "not_let_in"


def _message(line: socket.socket) -> tuple[bytes, bytes]:
    head = _read(line, _HEAD)
    if len(head) < _HEAD:
        return b"", b""
    return head[:1], _read(line, min(struct.unpack("!i", head[1:])[0] - 4, _LONGEST))


def _read(line: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        more = line.recv(count - len(found))
        if not more:
            break
        found += more
    return found


def _refusal(fields: bytes) -> str:
    """Returns the code for an error message, whose fields are a letter and a text each."""
    state = next((part[1:] for part in fields.split(b"\0") if part[:1] == b"C"), b"")
    return _REFUSALS.get(state, "not_let_in")
