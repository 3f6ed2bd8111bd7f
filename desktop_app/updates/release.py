"""The description of a newer version: which set-up it is, signed by the office.

It lies beside the set-up as `version.json`: a signed document (`desktop_app.signing`) with version, name, size and
SHA-256 of the set-up. What is not signed with the office's key is never trusted, wherever it lies.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final

from desktop_app.errors import NotWrittenError, SigningError, UpdateError
from desktop_app.progress import Progress, SilentProgress
from desktop_app.signing import PublicKey, SigningKey, signed, signed_document_of
from desktop_app.whole_file import write_whole

#: The name of the description, on the share and in the local folder.
DESCRIPTION: Final = "version.json"
_KIND: Final = "update"
_VERSION: Final = r"\d{1,6}(?:\.\d{1,6}){1,3}"
_SETUP: Final = re.compile(rf"mosharekat-(?P<version>{_VERSION})-x64\.exe")
#: Bytes: a longer description is refused unread, a longer set-up is no set-up of this program.
_DESCRIPTION_LIMIT: Final = 65_536
_SETUP_LIMIT: Final = 1_000_000_000
_CHUNK: Final = 1_048_576


@dataclass(frozen=True, slots=True)
class Release:
    """One version: the file name of its set-up, its size in bytes and its SHA-256 in hexadecimal digits."""

    version: str
    file: str
    size: int
    sha256: str


def version_of(name: str) -> str | None:
    """Returns the version in the file name of a set-up; None for another file."""
    found = _SETUP.fullmatch(name)
    return found["version"] if found else None


def is_newer(version: str, installed: str) -> bool:
    """Returns whether `version` comes after the installed one; `0.3` and `0.3.0` are the same."""
    return _numbers(version) > _numbers(installed)


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in version.split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def publish(folder: Path, key: SigningKey) -> Release:
    """Describes the newest set-up in `folder` and signs the description.

    Raises `UpdateError` (`no_setup`, `away`), `NotWrittenError`.
    """
    try:
        found = [match for path in folder.iterdir() if (match := _SETUP.fullmatch(path.name))]
        if not found:
            raise UpdateError(reason="no_setup", folder=str(folder))
        newest = max(found, key=lambda match: _numbers(match["version"]))
        with (folder / newest[0]).open("rb") as setup:
            size, digest = measured(setup)
    except OSError as error:
        raise UpdateError(reason="away", folder=str(folder)) from error
    release = Release(newest["version"], newest[0], size, digest)
    path = folder / DESCRIPTION
    try:
        write_whole(path, signed(_KIND, asdict(release), key))
    except OSError as error:
        raise NotWrittenError.because(str(path), error) from error
    return release


def measured(stream: BinaryIO, progress: Progress | None = None) -> tuple[int, str]:
    """Returns size and SHA-256 of what is left of a stream; stops early, with what was read, when cancelled."""
    size, digest, told = 0, sha256(), progress or SilentProgress()
    while not told.cancelled() and (chunk := stream.read(_CHUNK)):
        size += len(chunk)
        digest.update(chunk)
    return size, digest.hexdigest()


def read_description(path: Path) -> bytes:
    """Returns the description as it is. Raises OSError."""
    with path.open("rb") as stream:
        return stream.read(_DESCRIPTION_LIMIT)


def release_of(description: bytes, key: PublicKey, folder: Path) -> Release:
    """Returns the release in a description that `key` signed.

    Raises `UpdateError` (`unsigned`, `foreign_key`, `changed`, `content`); `folder` says where it lay.
    """
    try:
        document = signed_document_of(description, _KIND, DESCRIPTION)
        document.require(key)
    except SigningError as error:
        known = {"foreign_key", "changed"}
        reason = str(error.parameters["reason"])
        raise UpdateError(reason=reason if reason in known else "unsigned", folder=str(folder)) from error
    content = document.content
    version, file = content.get("version"), content.get("file")
    size, digest = content.get("size"), content.get("sha256")
    name = _SETUP.fullmatch(file) if isinstance(file, str) else None
    fits = (
        name is not None
        and name["version"] == version
        and type(size) is int
        and 0 < size <= _SETUP_LIMIT
        and isinstance(digest, str)
        and re.fullmatch(r"[0-9a-f]{64}", digest) is not None
    )
    if not fits:
        raise UpdateError(reason="content", folder=str(folder))
    return Release(str(version), str(file), int(str(size)), str(digest))
