"""A password kept by the operating system's own store (keyring), and nowhere else.

Stores fail in ways of their own: none there, a misnamed one, a locked one, one that is full, one that "saves" and
forgets, and one that waits for somebody to answer a question that nobody sees. So what was stored is read back,
nothing is waited for without end, and every failure is an outcome that the screen puts into words, not an exception.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

#: Windows' store keeps at most this many characters.
LONGEST: Final = 1280
#: Seconds that a store is waited for: enough to answer its question, and not for ever.
PATIENCE: Final = 8.0
_log: Final = logging.getLogger(__name__)


class KeyringOutcome(StrEnum):
    """What became of a password that was to be kept, read or forgotten."""

    KEPT = "kept"
    NO_STORE = "no_store"
    LOCKED = "locked"
    REFUSED = "refused"
    TOO_LONG = "too_long"
    FORGOTTEN = "forgotten"
    NO_ANSWER = "no_answer"
    #: It was to be forgotten and is still there.
    STILL_KEPT = "still_kept"


@dataclass(frozen=True, slots=True)
class StoredPassword:
    """A password that was read; without one `outcome` says why. It is not shown where the object is printed."""

    password: str | None
    outcome: KeyringOutcome

    def __repr__(self) -> str:
        return f"StoredPassword({self.outcome})"


class Credentials:
    """Passwords for one database; `place` names it, so that two databases do not share a password."""

    def __init__(self, place: str, *, patience: float = PATIENCE) -> None:
        self._service = f"Mosharekat {place}"
        self._patience = patience

    def store(self, username: str, password: str) -> KeyringOutcome:
        """Keeps the password, and reads it back to be sure."""
        if len(password) > LONGEST:
            return KeyringOutcome.TOO_LONG

        def keep(keyring: Any) -> KeyringOutcome:
            keyring.set_password(self._service, username, password)
            kept = keyring.get_password(self._service, username) == password
            return KeyringOutcome.KEPT if kept else KeyringOutcome.FORGOTTEN

        return self._asked("kept", keep)

    def find(self, username: str) -> StoredPassword:
        """The password that was kept, or why there is none."""
        found: list[str] = []

        def read(keyring: Any) -> KeyringOutcome:
            password = keyring.get_password(self._service, username)
            if password is None:
                return KeyringOutcome.FORGOTTEN
            found.append(password)
            return KeyringOutcome.KEPT

        outcome = self._asked("read", read)
        return StoredPassword(found[0] if outcome is KeyringOutcome.KEPT else None, outcome)

    def read(self, username: str) -> str | None:
        """The password that was kept, or None."""
        return self.find(username).password

    def delete(self, username: str) -> KeyringOutcome:
        """Forgets the password; there may be none. `FORGOTTEN` is what is wanted here."""

        def forget(keyring: Any) -> KeyringOutcome:
            # There was none, or it could not be deleted: the next line tells.
            with contextlib.suppress(keyring.errors.PasswordDeleteError):
                keyring.delete_password(self._service, username)
            there = keyring.get_password(self._service, username) is not None
            return KeyringOutcome.STILL_KEPT if there else KeyringOutcome.FORGOTTEN

        return self._asked("deleted", forget)

    def _asked(self, act: str, ask: Callable[[Any], KeyringOutcome]) -> KeyringOutcome:
        """What the store answers, asked on a thread of its own that is left behind where it does not."""
        if _hanging():
            return KeyringOutcome.NO_ANSWER
        answers: list[KeyringOutcome] = []
        thread = threading.Thread(
            target=lambda: answers.append(_outcome(act, ask)), name="keyring", daemon=True
        )
        thread.start()
        thread.join(self._patience)
        if answers:
            return answers[0]
        _left_behind.append(thread)
        _log.warning("password not %s: no answer", act)
        return KeyringOutcome.NO_ANSWER


_left_behind: Final[list[threading.Thread]] = []


def _hanging() -> bool:
    """Whether the store still owes an answer that was given up: another question would only wait behind it."""
    _left_behind[:] = [thread for thread in _left_behind if thread.is_alive()]
    return bool(_left_behind)


def _outcome(act: str, ask: Callable[[Any], KeyringOutcome]) -> KeyringOutcome:
    try:
        import keyring  # noqa: PLC0415 - costs more than the whole window; needed only here
        import keyring.errors  # noqa: PLC0415
    except Exception as error:
        _log.warning("password not %s: %s", act, type(error).__name__)
        return KeyringOutcome.NO_STORE
    try:
        return ask(keyring)
    except Exception as error:  # any back-end may raise anything; the name of it is all we may log
        _log.warning("password not %s: %s", act, type(error).__name__)
        if isinstance(error, keyring.errors.KeyringLocked):
            return KeyringOutcome.LOCKED
        if isinstance(error, (keyring.errors.NoKeyringError, keyring.errors.InitError, ImportError)):
            return KeyringOutcome.NO_STORE
        return KeyringOutcome.REFUSED
