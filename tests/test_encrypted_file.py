"""Encrypted files: they come back as they were, and every change, cut, exchange and wrong passphrase is named."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

from desktop_app import encrypted_file
from desktop_app.encrypted_file import decrypt, encrypt, is_encrypted, require_passphrase
from desktop_app.errors import BackupError, CancelledError, PassphraseError
from desktop_app.progress import SilentProgress

PASSPHRASE = "گنجشکک اشی‌مشی"
HEADER = 75
CHUNK = (1 << 16) + 16


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encrypted_file, "_COST", 14)


class Stopped(SilentProgress):
    def cancelled(self) -> bool:
        return True


def made(tmp_path: Path, content: bytes) -> Path:
    (tmp_path / "plain").write_bytes(content)
    encrypt(tmp_path / "plain", tmp_path / "secret", PASSPHRASE)
    return tmp_path / "secret"


def opened(path: Path, passphrase: str = PASSPHRASE) -> bytes:
    target = path.with_name("again")
    decrypt(path, target, passphrase)
    return target.read_bytes()


def refusal(path: Path, passphrase: str = PASSPHRASE) -> object:
    with pytest.raises(BackupError) as caught:
        opened(path, passphrase)
    return caught.value.parameters["reason"]


@pytest.mark.parametrize("size", [0, 1, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, 3 << 16])
def test_a_file_comes_back_as_it_was(tmp_path: Path, size: int) -> None:
    content = bytes(range(256)) * (size // 256 + 1)
    path = made(tmp_path, content[:size])
    assert is_encrypted(path)
    assert not is_encrypted(tmp_path / "plain")
    assert size < 100 or content[:50] not in path.read_bytes()
    assert opened(path) == content[:size]


def test_two_files_of_one_content_are_unlike(tmp_path: Path) -> None:
    first = made(tmp_path, b"x" * 100).read_bytes()
    second = made(tmp_path, b"x" * 100).read_bytes()
    assert first[HEADER:] != second[HEADER:]


def test_a_wrong_passphrase_is_not_called_damage(tmp_path: Path) -> None:
    path = made(tmp_path, b"x" * 100)
    assert refusal(path, "another passphrase") == "wrong_passphrase"
    # A keyboard may compose letters otherwise.
    (tmp_path / "plain").write_bytes(b"1")
    encrypt(tmp_path / "plain", tmp_path / "secret", "\u0622" * 12)
    assert opened(tmp_path / "secret", "\u0627\u0653" * 12) == b"1"


def flipped(place: int) -> Callable[[bytes], bytes]:
    return lambda data: data[:place] + bytes((data[place] ^ 1,)) + data[place + 1 :]


def exchanged(number: int) -> Callable[[bytes], bytes]:
    """Exchanges a chunk and the one after it."""

    def change(data: bytes) -> bytes:
        first, second, rest = (HEADER + (number + step) * CHUNK for step in range(3))
        return data[:first] + data[second:rest] + data[first:second] + data[rest:]

    return change


_CHANGES: Final[tuple[Callable[[bytes], bytes], ...]] = (
    *(flipped(place) for place in (0, 8, 9, 12, 30, 40, 70, HEADER, HEADER + CHUNK, -1)),
    lambda data: data[: HEADER + CHUNK],
    lambda data: data[: HEADER + 2 * CHUNK],
    lambda data: data[:-1],
    lambda data: data[:HEADER],
    lambda data: data[:20],
    lambda data: data + b"x",
    lambda data: data + data[-30:],
    lambda data: data[:HEADER] + data[HEADER + CHUNK :],
    exchanged(0),
    exchanged(1),
)


def test_each_change_is_noticed(tmp_path: Path) -> None:
    path = made(tmp_path, b"x" * (3 << 16) + b"end")
    data = path.read_bytes()
    for number, change in enumerate(_CHANGES):
        path.write_bytes(change(data))
        assert refusal(path) == "damaged", number


def test_a_chunk_of_another_file_of_the_same_passphrase_is_noticed(tmp_path: Path) -> None:
    first = made(tmp_path, b"a" * 100).read_bytes()
    path = made(tmp_path, b"b" * 100)
    path.write_bytes(path.read_bytes()[:HEADER] + first[HEADER:])
    assert refusal(path) == "damaged"


def test_a_forged_header_asks_for_no_endless_work(tmp_path: Path) -> None:
    path = made(tmp_path, b"x")
    data = path.read_bytes()
    for place, value in ((8, 40), (8, 0), (9, 255), (10, 255), (11, 31)):
        kept = data[:place] + bytes((value,)) + data[place + 1 : HEADER - 8]
        path.write_bytes(kept + sha256(kept).digest()[:8] + data[HEADER:])
        assert refusal(path) == "damaged"


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"x" * (20 << 20))
    tracemalloc.start()
    encrypt(tmp_path / "plain", tmp_path / "secret", PASSPHRASE)
    decrypt(tmp_path / "secret", tmp_path / "again", PASSPHRASE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 << 20


def test_both_ways_can_be_stopped(tmp_path: Path) -> None:
    path = made(tmp_path, b"x" * 100)
    for work in (encrypt, decrypt):
        with pytest.raises(CancelledError):
            work(tmp_path / "plain" if work is encrypt else path, tmp_path / "out", PASSPHRASE, Stopped())


def test_a_short_passphrase_is_refused() -> None:
    require_passphrase("x" * 12)
    for short in ("", "x" * 11, "  x" + " " * 12):
        with pytest.raises(PassphraseError):
            require_passphrase(short)
