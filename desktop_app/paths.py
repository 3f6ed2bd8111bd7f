"""The locations of packaged files and of the user's data, in a wheel, a checkout and a frozen build."""

from __future__ import annotations

import sys
from importlib import resources as package_resources
from pathlib import Path

import platformdirs

APPLICATION = "Mosharekat"


def resource(*parts: str) -> Path:
    """Returns the path of a file in `resources/` (fonts, theme, sample)."""
    return _package_folder("resources").joinpath(*parts)


def translation(name: str) -> Path:
    """Returns the path of a file in `translations/`."""
    return _package_folder("translations") / name


def default_data_folder() -> Path:
    """Returns the platform's data folder for this user. The folder is not created."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def _package_folder(package: str) -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / package
    return Path(str(package_resources.files(package)))
