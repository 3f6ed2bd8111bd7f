"""The signature of a back-up: a signed document beside it, with the hash of the file and what it holds.

The signature covers the file as it stands, so that an encrypted one is checked without its passphrase.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from desktop_app.errors import BackupError, CancelledError, NotWrittenError, SigningError
from desktop_app.progress import Progress
from desktop_app.scratch import SIDE_FILES
from desktop_app.signing import PublicKey, SignedDocument, SigningKey, read_signed, signed
from desktop_app.whole_file import make_new

#: What the name of a signature adds to that of the back-up.
SIGNATURE: Final = ".signature.json"
_KIND: Final = "backup"
_AT_ONCE: Final = 1 << 20


class SignatureState(StrEnum):
    """What is known of the signature of a back-up that was not refused."""

    UNSIGNED = "unsigned"
    #: It fits the key that it names itself, which anybody could have made.
    NOT_COMPARED = "not_compared"
    #: It fits the public key of the custodian.
    COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class BackupSignature:
    """The signature of a back-up. `rows` of each table and `head` of the history are what it holds."""

    state: SignatureState = SignatureState.UNSIGNED
    #: The fingerprint of the key.
    key: str = ""
    #: When it was signed, as the document says it.
    at: datetime | None = None
    revision: str = ""
    rows: Mapping[str, int] | None = None
    head: str | None = None


NO_SIGNATURE: Final = BackupSignature()


def signature_path(path: Path) -> Path:
    """Returns the place of the signature of the back-up `path`."""
    return path.with_name(f"{path.name}{SIGNATURE}")


def sign_backup(
    path: Path,
    signature: Path,
    key: SigningKey,
    *,
    revision: str,
    rows: Mapping[str, int],
    head: str | None,
    at: datetime,
    progress: Progress,
) -> None:
    """Writes the new file `signature` for the finished back-up at `path`.

    Raises `NotWrittenError`, `CancelledError`.
    """
    content = {
        "file": path.name,
        "sha256": _digest(path, progress),
        "size": path.stat().st_size,
        "revision": revision,
        "rows": dict(rows),
        "head": head,
        "at": at.isoformat(),
    }
    data = signed(_KIND, content, key)
    try:
        make_new(signature, lambda temporary: temporary.write_bytes(data))
    except OSError as error:
        raise NotWrittenError.because(str(signature), error) from error


def check_signature(path: Path, custodian: PublicKey | None, progress: Progress) -> BackupSignature:
    """Checks the signature of the back-up `path`, with the custodian's key if it is given.

    Raises `BackupError` (`unsigned` if there is none although a key is given, `edited`, `unreadable`) and
    `SigningError` (`not_signed`, `foreign_key`, `changed`).
    """
    beside = signature_path(path)
    if not beside.exists():
        if custodian is not None:
            raise BackupError(reason="unsigned", name=path.name)
        return NO_SIGNATURE
    found = read_signed(beside, _KIND)
    found.require(custodian if custodian is not None else found.key)
    signature = _signature(
        found, SignatureState.NOT_COMPARED if custodian is None else SignatureState.COMPARED
    )
    try:
        changed = (
            path.stat().st_size != found.content["size"]
            or _has_side_files(path)
            or _digest(path, progress) != found.content["sha256"]
        )
    except OSError as error:
        raise BackupError(reason="unreadable", name=str(path)) from error
    if changed:
        raise BackupError(reason="edited", name=path.name)
    return signature


def _signature(found: SignedDocument, state: SignatureState) -> BackupSignature:
    content: Mapping[str, Any] = found.content
    try:
        return BackupSignature(
            state,
            key=found.key.fingerprint,
            at=datetime.fromisoformat(content["at"]),
            revision=str(content["revision"]),
            rows={str(table): int(count) for table, count in content["rows"].items()},
            head=content["head"],
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SigningError(reason="not_signed", name=found.name) from error


def _has_side_files(path: Path) -> bool:
    """Whether a file beside an SQLite file would change what is read from it. We leave none."""
    beside = (path.with_name(path.name + ending) for ending in SIDE_FILES)
    return any(file.exists() and file.stat().st_size for file in beside)


def _digest(path: Path, progress: Progress) -> str:
    found, done, total = sha256(), 0, path.stat().st_size
    with path.open("rb") as stream:
        while data := stream.read(_AT_ONCE):
            found.update(data)
            done += len(data)
            if progress.cancelled():
                raise CancelledError()
            progress.report(done, total)
    return found.hexdigest()
