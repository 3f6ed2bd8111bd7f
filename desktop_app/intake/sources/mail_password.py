"""The password of a mailbox: kept by the operating system of the PC that does the rounds, and nowhere else."""

from __future__ import annotations

from desktop_app.intake.sources.service import SourceSettings
from desktop_app.staff.credentials import Credentials, KeyringOutcome


def keep(settings: SourceSettings, password: str) -> KeyringOutcome:
    """Keeps it for the account of this source's mail server."""
    return _credentials(settings).store(settings.username, password)


def find(settings: SourceSettings) -> str | None:
    """The password; None where none is kept, or the store does not answer."""
    return _credentials(settings).read(settings.username)


def _credentials(settings: SourceSettings) -> Credentials:
    return Credentials(f"imaps://{settings.host.casefold()}:{settings.port}")
