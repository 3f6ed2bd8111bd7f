"""The address of a PostgreSQL server: its hosts, and how strictly its certificate is checked.

A server on another machine has to prove its identity with a certificate (`verify-full`), so that a password is
never sent to an impostor. `sslmode=` in the address can weaken this; the program then shows a warning.
"""

from __future__ import annotations

import ipaddress
import os
import re
import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import make_url
from sqlalchemy.engine import URL

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import latin_digits

PORT: Final = 5432
STRICT: Final = "verify-full"
#: libpq's own default: TLS if the server offers it, without checking the certificate.
_PREFER: Final = "prefer"
#: The message with which a client asks for TLS (SSLRequest of the PostgreSQL protocol). It is answered with one
#: byte, before any login. libpq's own probe (`PQping`) waits for at least 2 s.
SSL_REQUEST: Final = struct.pack("!ii", 8, 80877103)


@dataclass(frozen=True, slots=True)
class Host:
    """One host of an address; `name` is a directory if the server listens on a Unix socket of this PC."""

    name: str
    port: int

    @property
    def is_socket(self) -> bool:
        return not self.name or self.name.startswith(("/", "@"))

    @property
    def is_local(self) -> bool:
        """Whether traffic to this host never leaves the PC."""
        if self.is_socket or self.name == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.name).is_loopback
        except ValueError:
            return False


def driver_arguments(url: URL) -> dict[str, str]:
    """Returns the connection parameters of the address under libpq's names, with the `sslmode` of `tls_mode`."""
    return {**{name: str(value) for name, value in _given(url).items()}, "sslmode": tls_mode(url)}


def hosts_of(url: URL) -> tuple[Host, ...]:
    """Returns the hosts of the address in the order in which they are tried; at least one."""
    given = _given(url)
    names = str(given.get("host") or os.environ.get("PGHOST", "")).split(",")
    ports = str(given.get("port", "") or PORT).split(",")
    if len(ports) == 1:
        ports *= len(names)
    return tuple(
        Host(name.strip(), int(port) if port.strip().isdigit() else PORT)
        for name, port in zip(names, ports, strict=False)
    )


def only(url: URL, host: Host) -> URL:
    """Returns the URL of the same database on one host of the address, read-only or not."""
    without = url.difference_update_query(["host", "port", "target_session_attrs", "load_balance_hosts"])
    if host.is_socket:
        query = {"host": host.name, "port": str(host.port)} if host.name else {}
        return without._replace(host=None, port=None).update_query_dict(query)
    return without.set(host=host.name, port=host.port)


def place_of(url: URL) -> str:
    """Returns the location of a PostgreSQL database for display; its passwords are stored under the same text."""
    names = ",".join("localhost" if host.is_socket else _with_port(host) for host in hosts_of(url))
    return f"{names}/{url.database}"


def tls_mode(url: URL) -> str:
    """Returns libpq's `sslmode` for the address."""
    given = url.query.get("sslmode")
    if given:
        return given if isinstance(given, str) else given[-1]
    return _PREFER if _stays_on_this_pc(url) else STRICT


def weak_tls(url: URL) -> str | None:
    """Returns the mode in force if it lets an impostor pass for a remote server; else None."""
    mode = tls_mode(url)
    return None if mode == STRICT or url.get_backend_name() == "sqlite" or _stays_on_this_pc(url) else mode


def certificate_file(url: URL) -> str:
    """Returns the path of the certificate authority's file, `system` for the machine's own store, or empty text."""
    given = url.query.get("sslrootcert")
    if given:
        return given if isinstance(given, str) else given[-1]
    usual = _usual_certificate()
    return str(usual) if usual.exists() else ""


def department_url(hosts: Sequence[Host], database: str, certificate: str = "") -> URL:
    """Returns the address of a department's database, without a login. With several hosts it asks for the one that
    accepts writes, so that the program continues after a failover.
    """
    query = {"sslrootcert": certificate} if certificate else {}
    if len(hosts) == 1 and not hosts[0].is_socket:
        return URL.create(
            "postgresql", host=hosts[0].name, port=hosts[0].port, database=database, query=query
        )
    query["host"] = ",".join(host.name for host in hosts)
    query["port"] = ",".join(str(host.port) for host in hosts)
    if len(hosts) > 1:
        query["target_session_attrs"] = "read-write"
    # The user name is empty because SQLAlchemy parses an address without a host only after a user name.
    return URL.create("postgresql", username="", database=database, query=query)


def _given(url: URL) -> dict[str, Any]:
    """Returns the driver's arguments as SQLAlchemy derives them from the address."""
    dialect = url.set(drivername="postgresql+psycopg").get_dialect()()
    given: dict[str, Any] = dict(dialect.create_connect_args(url)[1])
    # `context` is SQLAlchemy's own, for the driver's types.
    return {name: value for name, value in given.items() if name != "context"}


def department_address(hosts: str, port: str, database: str, certificate: str, before: str = "") -> str:
    """Returns the address for what a person typed: hosts separated by commas, each with or without a port, and digits
    of any script.

    Other options of the previous address `before` (a weaker `sslmode`) are kept; its login is not. Raises
    `InvalidValueError`.
    """
    names = [name for name in re.split(r"[\s,،]+", latin_digits(hosts)) if name]
    if not names:
        raise InvalidValueError(field="server", reason="empty", value="")
    if not database.strip():
        raise InvalidValueError(field="database_name", reason="empty", value="")
    usual = _port(port) if port.strip() else PORT
    url = department_url([_typed_host(name, usual) for name in names], database.strip(), certificate.strip())
    kept = (
        {name: value for name, value in make_url(before).query.items() if name not in _OWN} if before else {}
    )
    return url.update_query_dict(kept).render_as_string()


#: The options that the set-up page sets itself.
_OWN: Final = frozenset(
    {"host", "port", "sslrootcert", "target_session_attrs", "hostaddr", "user", "password"}
)


def _typed_host(typed: str, port: int) -> Host:
    bracketed = re.fullmatch(r"\[([0-9A-Fa-f:.]+)\](?::(\S+))?", typed)
    if bracketed is not None:
        return Host(bracketed[1], _port(bracketed[2]) if bracketed[2] else port)
    name, colon, own = typed.partition(":")
    if colon and ":" not in own:
        return Host(name, _port(own))
    return Host(typed, port)


def _port(typed: str) -> int:
    number = latin_digits(typed).strip()
    if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= 65535:
        raise InvalidValueError(field="port", reason="out_of_range", value=typed[:20])
    return int(number)


def _with_port(host: Host) -> str:
    name = f"[{host.name}]" if ":" in host.name else host.name
    return name if host.port == PORT else f"{name}:{host.port}"


def _stays_on_this_pc(url: URL) -> bool:
    # `hostaddr` is where libpq really connects, whatever the name says.
    address = url.query.get("hostaddr")
    if address:
        return all(Host(one, PORT).is_local for one in str(address).split(","))
    return all(host.is_local for host in hosts_of(url))


def _usual_certificate() -> Path:
    """Returns the file that libpq reads if the address names none."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", "")) / "postgresql" / "root.crt"
    return Path.home() / ".postgresql" / "root.crt"
