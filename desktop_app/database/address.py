"""The address of a PostgreSQL server: its hosts, and how strictly its certificate is looked at.

A server on another machine proves with a certificate who it is (`verify-full`): a password never goes to whoever
happens to answer. `sslmode=` in the address says otherwise, and then the program says so.
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
#: What libpq does where nobody says anything: TLS if the server offers it, whoever the server is.
_PREFER: Final = "prefer"
#: The first message of a client that wants TLS (SSLRequest of the PostgreSQL protocol): answered with one byte,
#: before any login. libpq's own probe (`PQping`) waits for at least 2 s.
SSL_REQUEST: Final = struct.pack("!ii", 8, 80877103)


@dataclass(frozen=True, slots=True)
class Host:
    """One machine of an address; `name` is a folder where the server listens on a socket of this PC."""

    name: str
    port: int

    @property
    def is_socket(self) -> bool:
        return not self.name or self.name.startswith(("/", "@"))

    @property
    def is_local(self) -> bool:
        """Whether what is said to it never leaves this PC."""
        if self.is_socket or self.name == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.name).is_loopback
        except ValueError:
            return False


def driver_arguments(url: URL) -> dict[str, str]:
    """What libpq is told of the address, by its own words; with TLS as `tls_mode` has it."""
    return {**{name: str(value) for name, value in _given(url).items()}, "sslmode": tls_mode(url)}


def hosts_of(url: URL) -> tuple[Host, ...]:
    """Every machine that the address names, in the order in which they are tried; at least one."""
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
    """The same database on one machine of the address, whether it may be written there or not."""
    without = url.difference_update_query(["host", "port", "target_session_attrs", "load_balance_hosts"])
    if host.is_socket:
        query = {"host": host.name, "port": str(host.port)} if host.name else {}
        return without._replace(host=None, port=None).update_query_dict(query)
    return without.set(host=host.name, port=host.port)


def place_of(url: URL) -> str:
    """Where a PostgreSQL database is, for a person to read, and the name under which its passwords are kept."""
    names = ",".join("localhost" if host.is_socket else _with_port(host) for host in hosts_of(url))
    return f"{names}/{url.database}"


def tls_mode(url: URL) -> str:
    """libpq's `sslmode` for the address."""
    given = url.query.get("sslmode")
    if given:
        return given if isinstance(given, str) else given[-1]
    return _PREFER if _stays_on_this_pc(url) else STRICT


def weak_tls(url: URL) -> str | None:
    """The mode in force where it lets somebody else pass for a server on another machine; else None."""
    mode = tls_mode(url)
    return None if mode == STRICT or url.get_backend_name() == "sqlite" or _stays_on_this_pc(url) else mode


def certificate_file(url: URL) -> str:
    """The file of the authority that signs for the server; `system` for the machine's own store; else empty."""
    given = url.query.get("sslrootcert")
    if given:
        return given if isinstance(given, str) else given[-1]
    usual = _usual_certificate()
    return str(usual) if usual.exists() else ""


def department_url(hosts: Sequence[Host], database: str, certificate: str = "") -> URL:
    """The address of a department's database, without any login. With several hosts the one that takes writes is
    sought, so that after a failover the program goes on by itself."""
    query = {"sslrootcert": certificate} if certificate else {}
    if len(hosts) == 1 and not hosts[0].is_socket:
        return URL.create(
            "postgresql", host=hosts[0].name, port=hosts[0].port, database=database, query=query
        )
    query["host"] = ",".join(host.name for host in hosts)
    query["port"] = ",".join(str(host.port) for host in hosts)
    if len(hosts) > 1:
        query["target_session_attrs"] = "read-write"
    # An empty name: SQLAlchemy reads an address without a host only behind one.
    return URL.create("postgresql", username="", database=database, query=query)


def _given(url: URL) -> dict[str, Any]:
    """The address as SQLAlchemy reads it for the driver."""
    dialect = url.set(drivername="postgresql+psycopg").get_dialect()()
    given: dict[str, Any] = dict(dialect.create_connect_args(url)[1])
    # SQLAlchemy's own, for the driver's types.
    return {name: value for name, value in given.items() if name != "context"}


def department_address(hosts: str, port: str, database: str, certificate: str, before: str = "") -> str:
    """The address of what a person typed: hosts with commas between them, each with a port of its own or without.

    What the address `before` said of other things (a weaker `sslmode`) is kept; its login is not. Raises
    `InvalidValueError`.
    """
    names = [name for name in re.split(r"[\s,،]+", hosts) if name]
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


#: What the set-up page says itself.
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
    # `hostaddr` is where libpq really connects to, whatever the name says.
    address = url.query.get("hostaddr")
    if address:
        return all(Host(one, PORT).is_local for one in str(address).split(","))
    return all(host.is_local for host in hosts_of(url))


def _usual_certificate() -> Path:
    """Where libpq looks where the address says nothing."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", "")) / "postgresql" / "root.crt"
    return Path.home() / ".postgresql" / "root.crt"
