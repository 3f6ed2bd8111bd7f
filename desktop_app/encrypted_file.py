"""Files encrypted with a passphrase: AES-256-GCM in chunks (STREAM), with a key made by scrypt.

A file is a header and chunks. The nonce of a chunk is made of a random prefix, its number and whether it is the last
one: chunks that are missing, moved or cut off are noticed. Every chunk is bound to the header. Memory use does not
grow with the file.

The header has a checksum, and a code that only the right passphrase gives. So a wrong passphrase can be told from a
damaged file.

`cryptography` is imported on first use: a window opens without it.
"""

from __future__ import annotations

import hmac
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final

from desktop_app.errors import BackupError, CancelledError, PassphraseError
from desktop_app.progress import Progress, SilentProgress

#: Characters below which a passphrase is refused.
SHORTEST: Final = 12
_MAGIC: Final = b"MSHRENC1"
#: Bytes of the parts of the header.
_SALT, _PREFIX, _CODE, _CHECK = 16, 7, 32, 8
_PARAMETERS: Final = len(_MAGIC) + 4
_HEADER: Final = _PARAMETERS + _SALT + _PREFIX + _CODE + _CHECK
_TAG: Final = 16
#: What is read of a header: a forged one must not ask for hours or all of the memory.
_COSTS: Final = range(14, 19)
_BLOCK_SIZES: Final = range(1, 9)
_PARALLEL: Final = range(1, 5)
_CHUNKS: Final = range(12, 23)
#: What is written: 128 MiB and some tenths of a second for each passphrase that is tried; chunks of 64 KiB.
_COST, _BLOCKS, _LANES, _CHUNK = 17, 8, 1, 16
_MOST_CHUNKS: Final = 2**32


@dataclass(frozen=True, slots=True)
class _Header:
    """The header of a file. `bound` are its bytes that every chunk is bound to."""

    cost: int
    blocks: int
    lanes: int
    chunk: int
    salt: bytes
    prefix: bytes
    code: bytes = b""

    @property
    def bound(self) -> bytes:
        numbers = bytes((self.cost, self.blocks, self.lanes, self.chunk))
        return _MAGIC + numbers + self.salt + self.prefix

    def keys(self, passphrase: str) -> tuple[bytes, bytes]:
        """Returns the key of the chunks, and the code of the header."""
        from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415

        # The same letters, whichever way a keyboard composes them.
        words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        made = Scrypt(salt=self.salt, length=64, n=2**self.cost, r=self.blocks, p=self.lanes).derive(words)
        return made[:32], hmac.digest(made[32:], self.bound, "sha256")


def is_encrypted(path: Path) -> bool:
    """Whether the file says that it is of this format. Raises OSError."""
    with path.open("rb") as stream:
        return stream.read(len(_MAGIC)) == _MAGIC


def require_passphrase(passphrase: str) -> None:
    """Raises `PassphraseError` (`short`) for one that is too short to protect a file."""
    if len(passphrase.strip()) < SHORTEST:
        raise PassphraseError(reason="short", minimum=SHORTEST)


def encrypt(source: Path, target: Path, passphrase: str, progress: Progress | None = None) -> None:
    """Writes `source`, encrypted, into `target`, and reads it back. Raises OSError, `CancelledError`."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    watch = progress or SilentProgress()
    header = _Header(_COST, _BLOCKS, _LANES, _CHUNK, os.urandom(_SALT), os.urandom(_PREFIX))
    key, code = header.keys(passphrase)
    cipher, size, content = AESGCM(key), source.stat().st_size, sha256()
    with source.open("rb") as plain, target.open("wb") as made:
        made.write(header.bound + code + _checksum(header.bound + code))
        for number, data, last in _numbered(plain, 2**header.chunk, target.name):
            content.update(data)
            made.write(cipher.encrypt(_nonce(header, number, last=last), data, header.bound))
            _tick(watch, number << header.chunk, size)
    again = sha256()
    with target.open("rb") as stream:
        for data in _decrypted(stream, passphrase, target.name, watch, target.stat().st_size):
            again.update(data)
    if again.digest() != content.digest():
        raise BackupError(reason="incomplete", name=target.name)


def decrypt(source: Path, target: Path, passphrase: str, progress: Progress | None = None) -> None:
    """Writes the content of the encrypted `source` into `target`.

    Raises `BackupError` (`wrong_passphrase`, `damaged`; `target` is then incomplete), OSError, `CancelledError`.
    """
    with source.open("rb") as stream, target.open("wb") as made:
        size = source.stat().st_size
        for data in _decrypted(stream, passphrase, source.name, progress or SilentProgress(), size):
            made.write(data)


def _decrypted(
    stream: BinaryIO, passphrase: str, name: str, progress: Progress, size: int
) -> Iterator[bytes]:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    header = _read_header(stream, name)
    key, code = header.keys(passphrase)
    if not hmac.compare_digest(code, header.code):
        raise BackupError(reason="wrong_passphrase", name=name)
    cipher = AESGCM(key)
    try:
        for number, data, last in _numbered(stream, 2**header.chunk + _TAG, name):
            yield cipher.decrypt(_nonce(header, number, last=last), data, header.bound)
            _tick(progress, number << header.chunk, size)
    except InvalidTag as error:
        raise BackupError(reason="damaged", name=name) from error


def _read_header(stream: BinaryIO, name: str) -> _Header:
    data = stream.read(_HEADER)
    kept = data[:-_CHECK]
    if len(data) < _HEADER or not data.startswith(_MAGIC) or data[-_CHECK:] != _checksum(kept):
        raise BackupError(reason="damaged", name=name)
    cost, blocks, lanes, chunk = data[len(_MAGIC) : _PARAMETERS]
    if cost not in _COSTS or blocks not in _BLOCK_SIZES or lanes not in _PARALLEL or chunk not in _CHUNKS:
        raise BackupError(reason="damaged", name=name)
    bound, code = kept[:-_CODE], kept[-_CODE:]
    return _Header(cost, blocks, lanes, chunk, bound[_PARAMETERS:-_PREFIX], bound[-_PREFIX:], code)


def _checksum(data: bytes) -> bytes:
    return sha256(data).digest()[:_CHECK]


def _numbered(stream: BinaryIO, size: int, name: str) -> Iterator[tuple[int, bytes, bool]]:
    """Yields the chunks of a stream with their numbers, and whether they are the last; at least one, may be empty."""
    number, data = 0, stream.read(size)
    while True:
        following = stream.read(size) if len(data) == size else b""
        yield number, data, not following
        if not following:
            return
        number, data = number + 1, following
        if number >= _MOST_CHUNKS:
            raise BackupError(reason="damaged", name=name)


def _nonce(header: _Header, number: int, *, last: bool) -> bytes:
    return header.prefix + number.to_bytes(4, "big") + bytes((last,))


def _tick(progress: Progress, done: int, total: int) -> None:
    if progress.cancelled():
        raise CancelledError()
    progress.report(min(done, total), total)
