"""The locations of packaged files and of the user's data, in a wheel, a checkout and a frozen build."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import platformdirs

APPLICATION = "Mosharekat"
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
#: Python reads a byte of a name that is not UTF-8 as this much more (`surrogateescape`).
_BYTES: Final = 0xDC00


def resource(*parts: str) -> Path:
    """Returns the path of a file in `resources/` (fonts, theme, sample)."""
    return _package_folder("resources").joinpath(*parts)


def translation(name: str) -> Path:
    """Returns the path of a file in `translations/`."""
    return _package_folder("translations") / name


def beside_the_packages(name: str) -> Path:
    """Returns the path of a file beside the packages: in the checkout, or in the folder of a frozen build."""
    return _package_folder("resources").parent / name


def default_data_folder() -> Path:
    """Returns the platform's data folder for this user. The folder is not created."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def machine_folder(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Path:
    """Returns the folder of what an administrator sets for all users of this PC."""
    if platform == "win32":
        return Path(environment.get("PROGRAMDATA") or r"C:\ProgramData") / APPLICATION
    return Path("/etc") / APPLICATION.lower()


def storable_name(name: str) -> str:
    """Returns a file name as text that can be stored and printed.

    On Linux a name may have bytes that are not UTF-8, on Windows half a surrogate pair: they become `%E9`, `%D800`.
    """
    return _SURROGATE.sub(_written, name)


def _written(surrogate: re.Match[str]) -> str:
    code = ord(surrogate[0])
    return f"%{code - _BYTES if _BYTES + 0x80 <= code <= _BYTES + 0xFF else code:02X}"


def _package_folder(package: str) -> Path:
    # Beside this package in a checkout and a wheel. importlib.resources would import much before the first window.
    return Path(getattr(sys, "_MEIPASS", None) or Path(__file__).resolve().parents[1]) / package
