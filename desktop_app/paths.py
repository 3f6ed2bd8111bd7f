"""Where the program's own files and the user's data are, in a wheel, a checkout and a frozen build."""

from __future__ import annotations

import sys
from importlib import resources as package_resources
from pathlib import Path

import platformdirs

APPLICATION = "Mosharekat"


def resource(*parts: str) -> Path:
    """The path of a file in `resources/` (fonts, theme, sample)."""
    return _package_folder("resources").joinpath(*parts)


def translation(name: str) -> Path:
    """The path of a file in `translations/`."""
    return _package_folder("translations") / name


def default_data_folder() -> Path:
    """The user's data folder of this platform; it is not made here."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def _package_folder(package: str) -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / package
    return Path(str(package_resources.files(package)))
