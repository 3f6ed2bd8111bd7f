"""On Windows: closes the folder of the machine's settings to everybody but administrators.

Without that, a user could make the folder first, and then name the server and the updates of all users of the PC.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Final

#: Well-known identifiers, which are the same in each language of Windows.
_SYSTEM: Final = "*S-1-5-18"
_ADMINISTRATORS: Final = "*S-1-5-32-544"
_USERS: Final = "*S-1-5-32-545"
_CREATE_NO_WINDOW: Final = 0x0800_0000
_log: Final = logging.getLogger("mosharekat.settings")


def closing_commands(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Returns the commands that give the folder to the administrators, who alone write; users read."""
    own = ("icacls", str(folder), "/setowner", _ADMINISTRATORS, "/T", "/C", "/Q")
    inherited = tuple(
        f"{who}:(OI)(CI){what}" for who, what in ((_SYSTEM, "F"), (_ADMINISTRATORS, "F"), (_USERS, "RX"))
    )
    return own, ("icacls", str(folder), "/inheritance:r", "/grant:r", *inherited, "/Q")


def is_administrator() -> bool:
    """Returns whether this process may change the settings of the machine; elsewhere the file's rights tell."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    return True


def close_folder(folder: Path) -> None:
    """Closes the folder; a failure is logged, because the settings hold all the same."""
    if sys.platform == "win32":
        import subprocess  # noqa: PLC0415 - a window starts without it

        for command in closing_commands(folder):
            try:
                done = subprocess.run(
                    command, capture_output=True, timeout=60, creationflags=_CREATE_NO_WINDOW, check=False
                )
                failed = done.returncode != 0
            except (OSError, subprocess.TimeoutExpired):
                failed = True
            if failed:
                _log.warning("the rights of %s were not restricted: %s", folder, command[2])
