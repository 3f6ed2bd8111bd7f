"""Addresses of databases, checked without SQLAlchemy: the first window waits for no database."""

from __future__ import annotations

import re
from typing import Final

from desktop_app.cli.output import shown
from desktop_app.errors import UsageError
from desktop_app.wording import fill, translate

ENGINES: Final = ("sqlite", "postgresql")
_ADDRESS: Final = re.compile(r"(?P<engine>\w+)(?:\+\w+)?://(?:[^:@/]*(?::(?P<password>[^@/]*))?@)?")


def check_address(address: str) -> None:
    """Raises `UsageError` for an address that is of no SQLite or PostgreSQL database, or contains a password."""
    found = _ADDRESS.match(address)
    if found is None or found["engine"] not in ENGINES:
        raise no_address(address)
    if found["password"]:
        raise UsageError(
            reason=translate(
                "Usage",
                "A password does not belong in an address; put it in MOSHAREKAT_PASSWORD or the keyring.",
            )
        )


def no_address(address: str) -> UsageError:
    """Returns the error for what is no address of a database."""
    reason = translate("Usage", "{url} is no address of an SQLite or PostgreSQL database.")
    return UsageError(reason=fill(reason, url=shown(address)))
