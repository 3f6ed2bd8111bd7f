"""The password of a mailbox, stored only in the keyring of the computer that runs the rounds."""

from __future__ import annotations

from desktop_app.intake.sources.service import SourceSettings
from desktop_app.staff.credentials import Credentials, KeyringOutcome


def keep(settings: SourceSettings, password: str) -> KeyringOutcome:
    """Stores the password for the account of this source."""
    return _credentials(settings).store(settings.username, password)


def find(settings: SourceSettings) -> str | None:
    """Returns the password; None where none is stored or the keyring does not answer."""
    return _credentials(settings).read(settings.username)


def _credentials(settings: SourceSettings) -> Credentials:
    return Credentials(f"imaps://{settings.host.casefold()}:{settings.port}")
