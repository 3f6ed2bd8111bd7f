"""Installs a fetched version when the program is closed, where it was installed for one user.

The set-up is opened so that nobody can change it, then checked, then started while it is still open.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from enum import Enum
from pathlib import Path, PureWindowsPath
from typing import BinaryIO, Final

from desktop_app.errors import SigningError, UpdateError
from desktop_app.settings import Settings
from desktop_app.signing import public_key_of
from desktop_app.updates.release import DESCRIPTION, is_newer, measured, read_description, release_of

#: Opens a file so that nobody changes it while it is open.
OpenUnchangeable = Callable[[Path], AbstractContextManager[BinaryIO]]
StartProcess = Callable[[Sequence[str]], None]
_log: Final = logging.getLogger("mosharekat.updates")


class Installation(Enum):
    """How this program came onto the PC."""

    #: Not by its set-up: a checkout, a wheel, or another system than Windows.
    NONE = "none"
    #: For one user, who may replace it.
    USER = "user"
    #: For all users, by an administrator.
    MACHINE = "machine"


def installation(
    executable: str = sys.executable,
    platform: str = sys.platform,
    frozen: bool = hasattr(sys, "_MEIPASS"),
    environment: Mapping[str, str] = os.environ,
) -> Installation:
    """Returns how the running program was installed: for one user if it lies in that user's profile."""
    if platform != "win32" or not frozen:
        return Installation.NONE
    path = PureWindowsPath(executable)
    for name in ("LOCALAPPDATA", "APPDATA", "USERPROFILE"):
        if environment.get(name) and path.is_relative_to(PureWindowsPath(environment[name])):
            return Installation.USER
    return Installation.MACHINE


def store_of(settings: Settings) -> Path:
    """Returns the local folder of fetched set-ups, which only this user can write."""
    return settings.data_folder / "updates"


def setup_command(setup: Path) -> tuple[str, ...]:
    """Returns the command that installs for this user without questions, where the program is installed.

    The set-up waits until the program has ended, and does nothing if it is not newer after all.
    """
    return (str(setup), "/S", "/ALLUSERS=0", "/ONLYNEWER=1")


def install_fetched(
    settings: Settings,
    installed: str,
    opened: OpenUnchangeable,
    start: StartProcess,
    *,
    session_ends: bool = False,
) -> str | None:
    """Starts the set-up of the fetched version, and returns the version; None if there is nothing to install.

    Called as the last act of the program. Whatever does not fit is logged and not started. Nothing is started while
    the session of the user ends: the set-up would be ended halfway.
    """
    if session_ends:
        return None
    store = store_of(settings)
    try:
        key = public_key_of(settings.update_key, "update_key")
        release = release_of(read_description(store / DESCRIPTION), key, store)
        if not is_newer(release.version, installed):
            return None
        with opened(store / release.file) as setup:
            if measured(setup) != (release.size, release.sha256):
                raise UpdateError(reason="hash", folder=str(store), version=release.version)
            _log.info("installing version %s", release.version)
            start(setup_command(store / release.file))
    except FileNotFoundError:
        return None
    except (SigningError, UpdateError, OSError) as error:
        _log.warning("the fetched version was not installed: %s", error)
        return None
    return release.version
