"""Keys and passphrases of back-ups on the command line. A passphrase is asked for, or comes from the environment."""

from __future__ import annotations

import getpass
import os
from pathlib import Path
from typing import Final

from desktop_app.cli.output import shown
from desktop_app.cli.parser import Arguments
from desktop_app.cli.terminal import can_ask
from desktop_app.database.backup import Protection
from desktop_app.database.engine import Database
from desktop_app.encrypted_file import is_encrypted, require_passphrase
from desktop_app.errors import BackupError, PassphraseError
from desktop_app.signing import PublicKey, read_public_key
from desktop_app.staff.signing_keys import signing_key
from desktop_app.wording import fill, translate

VARIABLE: Final = "MOSHAREKAT_BACKUP_PASSPHRASE"


def protection_of(arguments: Arguments, database: Database) -> Protection:
    """Returns what a new back-up is protected with. Raises `SigningError`, `PassphraseError`."""
    signs = arguments.sign or arguments.key is not None
    key = signing_key(database, arguments.key) if signs else None
    return Protection(key, _new_passphrase() if arguments.encrypt else "")


def custodian_of(arguments: Arguments) -> PublicKey | None:
    """Returns the public key to check with, if one is given. Raises `SigningError`."""
    return read_public_key(arguments.public_key) if arguments.public_key is not None else None


def passphrase_for(path: Path) -> str:
    """Returns the passphrase of the back-up at `path`; empty if it is not encrypted.

    Raises `BackupError` (`unreadable`), `PassphraseError`.
    """
    try:
        if not is_encrypted(path):
            return ""
    except OSError as error:
        raise BackupError(reason="unreadable", name=str(path)) from error
    given = os.environ.get(VARIABLE)
    if given:
        return given
    return _asked(fill(translate("Backup", "Passphrase of {name}: "), name=shown(path.name)))


def _new_passphrase() -> str:
    given = os.environ.get(VARIABLE) or _asked(translate("Backup", "Passphrase of the new back-up: "))
    require_passphrase(given)
    if not os.environ.get(VARIABLE) and _asked(translate("Backup", "Once more: ")) != given:
        raise PassphraseError(reason="differ")
    return given


def _asked(prompt: str) -> str:
    """Asks without showing what is typed. Raises `PassphraseError` if there is no terminal."""
    if not can_ask():
        raise PassphraseError(reason="missing")
    return getpass.getpass(prompt)
