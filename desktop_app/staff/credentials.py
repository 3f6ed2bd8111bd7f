"""A password kept by the operating system's own store (keyring), and nowhere else.

Stores fail in ways of their own: none there, a misnamed one, one that "saves" and forgets. So what was stored is
read back, and every failure is an outcome that the screen puts into words, not an exception.
"""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import Final

#: Windows' store keeps at most this many characters.
LONGEST: Final = 1280
_log: Final = logging.getLogger(__name__)


class Kept(StrEnum):
    """What became of a password that was to be kept."""

    KEPT = "kept"
    NO_STORE = "no_store"
    TOO_LONG = "too_long"
    FORGOTTEN = "forgotten"


class Credentials:
    """Passwords for one database; `place` names it, so that two databases do not share a password."""

    def __init__(self, place: str) -> None:
        self._service = f"Mosharekat {place}"

    def store(self, username: str, password: str) -> Kept:
        """Keeps the password, and reads it back to be sure."""
        if len(password) > LONGEST:
            return Kept.TOO_LONG
        try:
            import keyring  # noqa: PLC0415 - costs more than the whole window; needed only here

            keyring.set_password(self._service, username, password)
            kept = keyring.get_password(self._service, username) == password
        except Exception as error:  # any back-end may raise anything; the name of it is all we may log
            _log.warning("password not kept: %s", type(error).__name__)
            return Kept.NO_STORE
        return Kept.KEPT if kept else Kept.FORGOTTEN

    def read(self, username: str) -> str | None:
        """The password that was kept, or None."""
        try:
            import keyring  # noqa: PLC0415

            return keyring.get_password(self._service, username)
        except Exception as error:
            _log.warning("password not read: %s", type(error).__name__)
            return None

    def delete(self, username: str) -> None:
        """Forgets the password; there may be none."""
        try:
            import keyring  # noqa: PLC0415

            keyring.delete_password(self._service, username)
        except Exception as error:
            _log.info("password not deleted: %s", type(error).__name__)
