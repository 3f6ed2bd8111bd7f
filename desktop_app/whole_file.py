"""Writes a file atomically: to a temporary file in the same folder, which then replaces the target.

A plain `open("w")` on a full disk loses the old file and leaves half of the new one. A symbolic link stays: its
target is replaced. A device or pipe is written to, and never replaced.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePath

from desktop_app import held_files
from desktop_app.scratch import scratch_file, scratch_folder
from desktop_app.win32 import OWNER_ONLY, give_rights


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Replaces the file at `path` by `data`. Raises OSError; the old file is then unchanged.

    A file that exists keeps its permissions. A new one that is `private` is closed to other users.
    """
    make_whole(path, lambda temporary: temporary.write_bytes(data), private=private)


def make_whole(path: Path, make: Callable[[Path], object], *, private: bool = False) -> None:
    """Replaces the file at `path` as `write_whole` does. `make` receives the path to write to."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        _write_through(path, make)
        return
    target = path.resolve() if path.is_symlink() else path
    with scratch_file(target) as temporary:
        make(temporary)
        _flush(temporary)
        new = (0o660 if private else 0o666) & ~_umask()
        temporary.chmod(new if mode is None else stat.S_IMODE(mode))
        held_files.replace(temporary, target)


def _write_through(path: Path, make: Callable[[Path], object]) -> None:
    """Writes what `make` produces to a device or pipe."""
    with scratch_folder() as folder:
        made = folder / (path.name or "output")
        make(made)
        with made.open("rb") as source, path.open("wb") as target:
            shutil.copyfileobj(source, target)


def make_new(path: Path, make: Callable[[Path], object], *, private: bool = True) -> None:
    """Creates a file, which only its owner can read unless it is not `private`.

    Raises FileExistsError if `path` exists, even if it was created meanwhile; the existing file is unchanged.
    """
    if os.path.lexists(path):
        raise FileExistsError(str(path))
    with scratch_file(path) as temporary:
        if private and needs_own_rights(path.absolute(), Path(os.path.expanduser("~"))):
            give_rights(temporary, OWNER_ONLY)
        make(temporary)
        if not private:
            temporary.chmod(0o666 & ~_umask())
        put_new(temporary, path)


def needs_own_rights(path: PurePath, profile: PurePath) -> bool:
    """Whether a private file needs an access list of its own on Windows: a folder outside the user's `profile` may
    be open to others, and files inherit that.
    """
    return not path.is_relative_to(profile)


def put_new(made: Path, path: Path) -> None:
    """Gives the finished file `made` the name `path`, in the same file system. Raises as `make_new`."""
    _flush(made)
    if sys.platform == "win32":
        # On Windows, a rename fails if the target exists.
        held_files.rename(made, path)
        return
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:
        # The file system has no hard links.
        if os.path.lexists(path):
            raise FileExistsError(str(path)) from None
        made.rename(path)
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Flushes the new directory entry to the disk."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _flush(path: Path) -> None:
    """Flushes the content to the disk before the name points to it."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _umask() -> int:
    """Returns the umask of the process. A temporary file ignores it and is private to its owner."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
