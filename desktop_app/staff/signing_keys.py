"""The key with which this PC signs seals and back-ups: in a file (on a stick), or in the keyring of this user.

It is never in the database, whose owner could then sign what they changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop_app.database.engine import Database
from desktop_app.errors import NotWrittenError, SigningError
from desktop_app.signing import PublicKey, SigningKey, private_key_of, read_private_key, write_key
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


def hand_out_key(database: Database, public_file: Path) -> PublicKey:
    """Writes the public half of the key of the keyring into a new file; makes the key if there is none.

    Raises `SigningError` (`not_kept`, `exists`), `NotWrittenError`.
    """
    key = own_key(database)
    if key is None:
        key = SigningKey.new()
        if keep_signing_key(database, key) is not KeyringOutcome.KEPT:
            raise SigningError(reason="not_kept")
    write_key_file(public_file, key.public.text)
    return key.public


def write_key_file(path: Path, line: str) -> None:
    """Writes the line of a key into a new file. Raises `SigningError` (`exists`), `NotWrittenError`."""
    try:
        write_key(path, line)
    except FileExistsError as error:
        raise SigningError(reason="exists", name=str(path)) from error
    except OSError as error:
        raise NotWrittenError.because(str(path), error) from error


def _store(database: Database) -> Credentials:
    return Credentials(f"signing {database.place}")
