"""Refuses what is no address of a database, without SQLAlchemy: the first window waits for no database."""

from __future__ import annotations

from desktop_app.cli.output import shown
from desktop_app.errors import UsageError
from desktop_app.settings.addresses import has_password, is_address
from desktop_app.wording import fill, translate


def check_address(address: str) -> None:
    """Raises `UsageError` for an address that is of no SQLite or PostgreSQL database, or contains a password."""
    # First: what else is wrong is told with the address.
    if has_password(address):
        raise UsageError(
            reason=translate(
                "Usage",
                "A password does not belong in an address; put it in MOSHAREKAT_PASSWORD or the keyring.",
            )
        )
    if not is_address(address):
        raise no_address(address)


def no_address(address: str) -> UsageError:
    """Returns the error for what is no address of a database."""
    reason = translate("Usage", "{url} is no address of an SQLite or PostgreSQL database.")
    return UsageError(reason=fill(reason, url=shown(address)))
