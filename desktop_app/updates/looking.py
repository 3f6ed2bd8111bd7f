"""Looks for a newer version in the folder of the office, and fetches its set-up.

Everything here may wait for a share, so it runs on a worker thread.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from desktop_app.errors import CancelledError, NotWrittenError, SigningError, UpdateError
from desktop_app.progress import Progress
from desktop_app.scratch import scratch_file
from desktop_app.settings import Settings
from desktop_app.signing import PublicKey, public_key_of
from desktop_app.updates.installing import Installation, store_of
from desktop_app.updates.release import (
    DESCRIPTION,
    Release,
    is_newer,
    measured,
    read_description,
    release_of,
    version_of,
)
from desktop_app.whole_file import write_whole

_log: Final = logging.getLogger("mosharekat.updates")
_TOLD: Final = "told"
_CHUNK: Final = 1_048_576


@dataclass(frozen=True, slots=True)
class UpdateSource:
    """The folder of newer versions, and the key that they must be signed with."""

    folder: Path
    key: PublicKey


@dataclass(frozen=True, slots=True)
class FoundUpdate:
    """A newer version. `installs`: whether its set-up was fetched and starts when the program is closed."""

    version: str
    folder: str
    installs: bool


def source_of(settings: Settings) -> UpdateSource | None:
    """Returns where this PC looks, None if the office names no folder. Raises `UpdateError` (`key`)."""
    if not settings.update_folder:
        return None
    try:
        key = public_key_of(settings.update_key, "update_key")
    except SigningError as error:
        raise UpdateError(reason="key", folder=settings.update_folder) from error
    return UpdateSource(Path(settings.update_folder), key)


def newest(source: UpdateSource, installed: str) -> tuple[Release, bytes] | None:
    """Returns the release of the folder with its description; None unless it is newer than the installed version.

    Raises `UpdateError` (`away`, and as `release_of`; `size` if the set-up has another size than was signed).
    """
    try:
        description = read_description(source.folder / DESCRIPTION)
    except OSError as error:
        raise UpdateError(reason="away", folder=str(source.folder)) from error
    release = release_of(description, source.key, source.folder)
    if not is_newer(release.version, installed):
        return None
    try:
        size = (source.folder / release.file).stat().st_size
    except OSError as error:
        raise UpdateError(reason="away", folder=str(source.folder)) from error
    if size != release.size:
        raise UpdateError(reason="size", folder=str(source.folder), version=release.version)
    return release, description


def look(
    settings: Settings, installed: str, installation: Installation, progress: Progress
) -> FoundUpdate | None:
    """Returns the newer version, if there is one; fetches its set-up where the program may install it itself.

    Raises `UpdateError` for one that must not be used, after logging it. A folder that cannot be reached is
    logged and no error. Raises `CancelledError`, `NotWrittenError`.
    """
    remove_installed(store_of(settings), installed)
    try:
        source = source_of(settings)
        found = newest(source, installed) if source is not None else None
        if source is None or found is None:
            return None
        release, description = found
        installs = installation is Installation.USER
        if installs:
            fetch(source, release, description, store_of(settings), progress)
    except UpdateError as error:
        if error.parameters["reason"] == "away":
            _log.info("the folder of newer versions cannot be reached: %s", error.parameters["folder"])
            return None
        _log.warning("a newer version was refused: %s", error)
        raise
    return FoundUpdate(release.version, str(source.folder), installs)


def remove_installed(store: Path, installed: str) -> None:
    """Removes fetched set-ups that are not newer than the installed version."""
    for setup in store.glob("*.exe"):
        version = version_of(setup.name)
        if version is not None and not is_newer(version, installed):
            with suppress(OSError):
                setup.unlink()


def fetch(
    source: UpdateSource, release: Release, description: bytes, store: Path, progress: Progress
) -> None:
    """Copies the set-up and its description into the local folder, unless they are there already.

    The copy is checked, not the file on the share, which could change after a check. Other versions are removed.
    Raises `UpdateError` (`away`, `hash`), `NotWrittenError`, `CancelledError`.
    """
    target = store / release.file
    if not _is_copy(target, release):
        try:
            store.mkdir(parents=True, exist_ok=True)
            store.chmod(0o700)
            with scratch_file(target) as made:
                _copy(source, release, made, progress)
                made.replace(target)
        except OSError as error:
            raise NotWrittenError.because(str(target), error) from error
    try:
        write_whole(store / DESCRIPTION, description, private=True)
    except OSError as error:
        raise NotWrittenError.because(str(store / DESCRIPTION), error) from error
    for other in store.glob("mosharekat-*.exe"):
        if other != target:
            # A set-up that still runs is removed the next time.
            with suppress(OSError):
                other.unlink()


def _copy(source: UpdateSource, release: Release, made: Path, progress: Progress) -> None:
    try:
        reading = (source.folder / release.file).open("rb")
    except OSError as error:
        raise UpdateError(reason="away", folder=str(source.folder)) from error
    with reading, made.open("rb+") as copy:
        done = 0
        while done <= release.size and (chunk := _read(reading, source)):
            if progress.cancelled():
                raise CancelledError(done=0)
            copy.write(chunk)
            done += len(chunk)
        copy.flush()
        os.fsync(copy.fileno())
        copy.seek(0)
        if measured(copy) != (release.size, release.sha256):
            raise UpdateError(reason="hash", folder=str(source.folder), version=release.version)


def _read(reading: BinaryIO, source: UpdateSource) -> bytes:
    try:
        return reading.read(_CHUNK)
    except OSError as error:
        raise UpdateError(reason="away", folder=str(source.folder)) from error


def _is_copy(path: Path, release: Release) -> bool:
    try:
        with path.open("rb") as stream:
            return measured(stream) == (release.size, release.sha256)
    except OSError:
        return False


def was_told(settings: Settings, version: str) -> bool:
    """Returns whether the user of this PC was told of the version before."""
    try:
        return (store_of(settings) / _TOLD).read_text("utf-8") == version
    except (OSError, ValueError):
        return False


def remember_told(settings: Settings, version: str) -> None:
    """Notes that the user was told of the version. A failure is ignored: the user is told again."""
    store = store_of(settings)
    with suppress(OSError):
        store.mkdir(parents=True, exist_ok=True)
        write_whole(store / _TOLD, version.encode(), private=True)
