"""Compares watched folders: whether they are the same or nested, however their paths are written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

#: Prefix of a Windows share.
_WINDOWS: Final = "\\\\"


def resolved(folders: Iterable[str]) -> dict[str, PurePath]:
    """Resolves each folder as seen by this computer: symbolic links, `..`, and letter case where it does not matter.

    A folder that does not exist here is only normalised. May block on a network share.
    """
    return {folder: _resolved(folder) for folder in folders}


def overlapping(one: str, other: str, places: Mapping[str, PurePath]) -> bool:
    """Whether a file in one folder would also be in the other; `places` is the result of `resolved`."""
    first, second = (places.get(folder) or _written(folder) for folder in (one, other))
    return first == second or first in second.parents or second in first.parents


def _resolved(folder: str) -> PurePath:
    if os.name != "nt" and _is_of_windows(folder):
        return _written(folder)
    try:
        return _in_one_case(os.path.realpath(folder))
    except (OSError, ValueError):
        return _written(folder)


def _written(folder: str) -> PurePath:
    """Normalises the path without accessing it. Windows paths are case-insensitive."""
    if os.name != "nt" and _is_of_windows(folder):
        return PureWindowsPath(os.path.normpath(folder.replace("\\", "/")).casefold())
    return _in_one_case(os.path.abspath(folder))


def _in_one_case(path: str) -> Path:
    return Path(os.path.normcase(path))


def _is_of_windows(folder: str) -> bool:
    return folder.startswith(_WINDOWS) or folder[1:2] == ":"
