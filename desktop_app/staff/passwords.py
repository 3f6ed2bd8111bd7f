"""Passwords of accounts: requirements and storage.

On SQLite, a password is stored as an argon2id hash in the account's row. On PostgreSQL, the server stores and
verifies it.
"""

from __future__ import annotations

import secrets
from functools import lru_cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.orm import Session

from desktop_app.database import rights
from desktop_app.errors import InvalidValueError, SignInError
from desktop_app.staff.model import Person

MINIMUM_PASSWORD: Final = 8
#: Letters and digits that are not easily confused when read aloud or copied by hand.
_READABLE: Final = "abcdefghjkmnpqrstuvwxyz23456789"


class Passwords:
    """Stores and verifies passwords."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()

    def hash(self, password: str) -> str:
        """Returns the argon2id hash of a password, for SQLite. Raises `InvalidValueError` if it is too short."""
        check_length(password)
        return self._hasher.hash(password)

    def store(self, session: Session, person: Person, password: str) -> None:
        """Sets the password of an account. Raises `InvalidValueError` if it is too short."""
        if session.get_bind().dialect.name == "sqlite":
            person.password_hash = self.hash(password)
        else:
            check_length(password)
            rights.set_password(session, person.id, person.username, password)

    def verified(self, person: Person | None, password: str) -> Person:
        """Returns the person if the password is correct, on SQLite. Raises `SignInError` (reason `wrong`).

        An unknown name (None) is verified against a dummy hash, so that timing does not reveal which names exist.
        """
        stored = person.password_hash if person else _hash_of_nobody()
        if not self.fits(stored, password) or person is None:
            raise SignInError(reason="wrong")
        return person

    def fits(self, stored: str, password: str) -> bool:
        """Whether `password` has the argon2id hash `stored`."""
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False


def check_length(password: str) -> None:
    """Raises `InvalidValueError` for a password that is too short."""
    if len(password) < MINIMUM_PASSWORD:
        raise InvalidValueError(field="password", reason="password_short", minimum=MINIMUM_PASSWORD)


def new_one_time_password() -> str:
    """Returns four groups of four unambiguous characters: about 80 bits."""
    return "-".join("".join(secrets.choice(_READABLE) for _ in range(4)) for _ in range(4))


@lru_cache(maxsize=1)
def _hash_of_nobody() -> str:
    return PasswordHasher().hash("nobody has this account")
