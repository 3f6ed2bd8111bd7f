"""Passwords stored in the keyring of the operating system, and nowhere else.

Keyrings fail in many ways: missing, misconfigured, locked, full, silently discarding, or waiting for an
invisible prompt. So stored passwords are read back, every wait has a timeout, and failures are outcomes for
display instead of exceptions.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

#: Maximum length in the Windows credential store, in characters.
LONGEST: Final = 1280
#: Timeout in seconds: long enough to answer a prompt of the keyring.
PATIENCE: Final = 8.0
_log: Final = logging.getLogger(__name__)


class KeyringOutcome(StrEnum):
    """The outcome of storing, reading or deleting a password."""

    KEPT = "kept"
    NO_STORE = "no_store"
    LOCKED = "locked"
    REFUSED = "refused"
    TOO_LONG = "too_long"
    FORGOTTEN = "forgotten"
    NO_ANSWER = "no_answer"
    #: The password could not be deleted.
    STILL_KEPT = "still_kept"


@dataclass(frozen=True, slots=True)
class StoredPassword:
    """A password that was read, or None with the reason in `outcome`.

    `repr` does not contain the password.
    """

    password: str | None
    outcome: KeyringOutcome

    def __repr__(self) -> str:
        return f"StoredPassword({self.outcome})"


class Credentials:
    """Passwords for one database; `place` identifies it, so that two databases do not share a password."""

    def __init__(self, place: str, *, patience: float = PATIENCE) -> None:
        self._service = f"Mosharekat {place}"
        self._patience = patience

    def store(self, username: str, password: str) -> KeyringOutcome:
        """Stores the password, and reads it back for verification."""
        if len(password) > LONGEST:
            return KeyringOutcome.TOO_LONG

        def keep(keyring: Any) -> KeyringOutcome:
            keyring.set_password(self._service, username, password)
            kept = keyring.get_password(self._service, username) == password
            return KeyringOutcome.KEPT if kept else KeyringOutcome.FORGOTTEN

        return self._asked("kept", keep)

    def find(self, username: str) -> StoredPassword:
        """Returns the stored password, or the reason why there is none."""
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
        """Returns the stored password, or None."""
        return self.find(username).password

    def delete(self, username: str) -> KeyringOutcome:
        """Deletes the password, if there is one; success is `FORGOTTEN`."""

        def forget(keyring: Any) -> KeyringOutcome:
            # Ignore this error: the next line checks whether the password still exists.
            with contextlib.suppress(keyring.errors.PasswordDeleteError):
                keyring.delete_password(self._service, username)
            there = keyring.get_password(self._service, username) is not None
            return KeyringOutcome.STILL_KEPT if there else KeyringOutcome.FORGOTTEN

        return self._asked("deleted", forget)

    def _asked(self, act: str, ask: Callable[[Any], KeyringOutcome]) -> KeyringOutcome:
        """Runs `ask` on a separate thread, which is abandoned after the timeout."""
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


@dataclass(frozen=True, slots=True)
class ServerAccount:
    """An account on a mail server. Its password is in the keyring of the computer that signs in, and nowhere else.

    `scheme` is `imaps` or `smtp`.
    """

    scheme: str
    host: str
    port: int
    username: str

    def keep_password(self, password: str) -> KeyringOutcome:
        """Stores the password."""
        return self._credentials().store(self.username, password)

    def password(self) -> str | None:
        """Returns the password; None where none is stored or the keyring does not answer."""
        return self._credentials().read(self.username)

    def _credentials(self) -> Credentials:
        return Credentials(f"{self.scheme}://{self.host.casefold()}:{self.port}")


_left_behind: Final[list[threading.Thread]] = []


def _hanging() -> bool:
    """Whether an abandoned thread still waits for the keyring, so that another call would only wait behind it."""
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
