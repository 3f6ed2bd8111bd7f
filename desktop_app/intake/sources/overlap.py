"""Whether two watched folders are one, or lie one in the other, however they are written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

#: So a share of Windows begins.
_WINDOWS: Final = "\\\\"


def resolved(folders: Iterable[str]) -> dict[str, PurePath]:
    """Where each folder lies as this PC sees it: links followed, `..` gone, in one case where case does not matter.
    One that is not there, or not from this PC, is taken as it is written. It may wait for a share."""
    return {folder: _resolved(folder) for folder in folders}


def overlapping(one: str, other: str, places: Mapping[str, PurePath]) -> bool:
    """Whether a file that lies in the one lies in the other, too, or would; `places`: see `resolved`."""
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
    """By its spelling alone. A path of Windows is compared as there, whatever the case."""
    if os.name != "nt" and _is_of_windows(folder):
        return PureWindowsPath(os.path.normpath(folder.replace("\\", "/")).casefold())
    return _in_one_case(os.path.abspath(folder))


def _in_one_case(path: str) -> Path:
    return Path(os.path.normcase(path))


def _is_of_windows(folder: str) -> bool:
    return folder.startswith(_WINDOWS) or folder[1:2] == ":"
