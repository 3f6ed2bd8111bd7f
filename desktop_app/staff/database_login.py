"""The password of the PostgreSQL login, from the environment or the keyring.

It is never read from an address, a file or the command line.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from sqlalchemy import make_url
from sqlalchemy.engine import URL

from desktop_app.database.address import place_of
from desktop_app.staff.credentials import Credentials, KeyringOutcome

PASSWORD_VARIABLE: Final = "MOSHAREKAT_PASSWORD"


def with_password(address: str | URL, environment: Mapping[str, str] = os.environ) -> URL:
    """Returns `address` with the password of its login, if known; an SQLite address is unchanged."""
    url = make_url(address)
    if url.get_backend_name() != "postgresql" or url.password:
        return url
    password = environment.get(PASSWORD_VARIABLE) or _store(url).read(url.username or "")
    return url.set(password=password) if password else url


def keep_password(url: URL, password: str) -> KeyringOutcome:
    """Stores the password of the login in the keyring of this user, where the window finds it."""
    return _store(url).store(url.username or "", password)


def _store(url: URL) -> Credentials:
    # Separate from the passwords of members of staff, who may have the same user name.
    return Credentials(f"database {place_of(url)}")
