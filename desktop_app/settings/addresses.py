"""Addresses of databases as text, without SQLAlchemy: the first window waits for no database."""

from __future__ import annotations

import re
from typing import Final

#: Of a server: a name, or an IPv6 address in brackets, and the number of its port.
_ADDRESS: Final = re.compile(
    r"sqlite(?:\+\w+)?://|postgresql(?:\+\w+)?://(?:[^/?]*@)?(?:\[[^\]]*\]|[^:\[\]/?]*)(?::\d*)?(?:[/?]|$)"
)
#: A user name has neither colon nor slash; a password ends before the last @.
_PASSWORD: Final = re.compile(r"(?P<before>^\w+(?:\+\w+)?://[^:/]*:)(?P<password>.+)(?=@)")
_PARAMETER: Final = re.compile(r"(?P<before>[?&](?:ssl)?password=)(?P<password>[^&]+)", re.IGNORECASE)
_CERTIFICATE: Final = re.compile(r"[?&]sslrootcert=")


def is_address(address: str) -> bool:
    """Returns whether this begins as the address of an SQLite or PostgreSQL database, up to its server."""
    return _ADDRESS.match(address) is not None


def has_password(address: str) -> bool:
    """Returns whether the address contains a password, before its server or among its parameters."""
    return bool(_PASSWORD.search(address) or _PARAMETER.search(address))


def masked(address: str) -> str:
    """Returns the address with stars in place of its passwords."""
    for pattern in (_PASSWORD, _PARAMETER):
        address = pattern.sub(r"\g<before>***", address)
    return address


def with_certificate(address: str, certificate: str) -> str:
    """Returns the address with the file of the certificate authority, unless it names one itself."""
    if not certificate or _CERTIFICATE.search(address):
        return address
    from urllib.parse import quote  # noqa: PLC0415 - a PC alone needs none

    return f"{address}{'&' if '?' in address else '?'}sslrootcert={quote(certificate, safe='/:')}"
