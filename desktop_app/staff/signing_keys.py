"""The key with which this PC signs seals and back-ups: in a file (on a stick), or in the keyring of this user.

It is never in the database, whose owner could then sign what they changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop_app.database.engine import Database
from desktop_app.errors import SigningError
from desktop_app.signing import SigningKey, private_key_of, read_private_key
from desktop_app.staff.credentials import Credentials, KeyringOutcome

_NAME: Final = "seal"


def signing_key(database: Database, file: Path | None) -> SigningKey:
    """Returns the key in `file`, or without one that of the keyring.

    Raises `SigningError` (`no_key`, `key_gone`, `key_damaged`, `public_key`).
    """
    if file is not None:
        return read_private_key(file)
    found = _store(database).read(_NAME)
    if found is None:
        raise SigningError(reason="no_key")
    return private_key_of(found, "keyring")


def own_key(database: Database) -> SigningKey | None:
    """Returns the key of the keyring, or None where there is none."""
    try:
        return signing_key(database, None)
    except SigningError:
        return None


def keep_signing_key(database: Database, key: SigningKey) -> KeyringOutcome:
    """Stores the key in the keyring of this user."""
    return _store(database).store(_NAME, key.text)


def _store(database: Database) -> Credentials:
    return Credentials(f"signing {database.place}")
