"""Connections to PostgreSQL: one server or several, few connections, a time limit on every wait."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

import psycopg
from sqlalchemy import Engine, NullPool, create_engine, event, exc, text
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session

from desktop_app.database import pulse
from desktop_app.database.address import tls_mode
from desktop_app.database.chain import canonical_json
from desktop_app.database.pulse import LivingConnection, living
from desktop_app.database.trouble import refused_login

#: `a:5432,b` as the host: libpq's syntax for several servers, which SQLAlchemy expects in the query instead.
_SEVERAL: Final = re.compile(r"^(?P<head>[^/]*://(?:[^@/]*@)?)(?P<hosts>[^@/?]*,[^@/?]*)(?P<tail>[/?].*|)$")
_PORT: Final = 5432
#: Returns the passwords to try, in order; None if the address has none.
Passwords = Callable[[], tuple[str | None, ...]]
_LIMITS: Final = (
    "-c statement_timeout=15s -c lock_timeout=4s -c idle_in_transaction_session_timeout=60s"
    # The server also drops a client whose cable was pulled.
    " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3"
)

#: How many statements a connection keeps prepared, least recently used first out. Each takes about 130 kB of the
#: server, for its plan with row security: at most 1.7 GB for two hundred clients.
_PREPARED: Final = 64
#: A heavy read may take longer than a click; on a standby it delays no writer.
_READ_LIMITS: Final = (
    _LIMITS.replace("statement_timeout=15s", "statement_timeout=60s") + " -c default_transaction_read_only=on"
)


def several_hosts(url: str) -> str:
    """Returns the URL with several hosts (`postgresql://u@a:5432,b/db`) in the form that SQLAlchemy reads."""
    found = _SEVERAL.match(url)
    if found is None:
        return url
    hosts = "&".join(f"host={host}" for host in found["hosts"].split(","))
    tail = found["tail"] or "/"
    return f"{found['head']}{tail}{'&' if '?' in tail else '?'}{hosts}"


def hosts_of(url: URL) -> tuple[str, ...]:
    """Returns the servers of a URL as `host` or `host:port`, in the order in which they are tried."""
    asked = url.query.get("host")
    if asked is None:
        host = url.host or "localhost"
        return (host if url.port in (None, _PORT) else f"{host}:{url.port}",)
    return tuple(asked.split(",")) if isinstance(asked, str) else tuple(asked)


def normal_url(url: URL) -> URL:
    """Returns the URL with our driver, and with several hosts as several values."""
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    hosts = hosts_of(url)
    if len(hosts) > 1 and "port" not in url.query:
        url = url.update_query_dict({"host": hosts})
    return url


def connect_arguments(url: URL, client: str) -> dict[str, Any]:
    """Returns libpq's arguments beside the URL. With several servers it chooses the one that accepts writes; with
    one, any.
    """
    several = len(hosts_of(url)) > 1
    arguments: dict[str, Any] = {
        # The limit per server: one that is down must not use up the time of the one that took over.
        "connect_timeout": 3 if several else 5,
        "sslmode": tls_mode(url),
        "keepalives": 1,
        "keepalives_idle": 10,
        "keepalives_interval": 3,
        "options": _LIMITS,
        "application_name": client,
    }
    if several and "target_session_attrs" not in url.query:
        arguments["target_session_attrs"] = "read-write"
    return arguments


def make_engine(url: URL, client: str, pool_size: int, passwords: Passwords) -> Engine:
    """Returns the engine of a desktop client: one connection, and a second one while the first is busy."""
    engine = create_engine(
        url,
        connect_args=connect_arguments(url, client),
        pool_size=pool_size,
        max_overflow=1,
        pool_timeout=10,
        pool_recycle=1800,
        hide_parameters=True,
        json_serializer=canonical_json,
    )
    _live(engine, passwords)
    _sound(engine)
    return engine


def make_spare_engine(url: URL, client: str, passwords: Passwords) -> Engine:
    """Returns an engine without a pool, to ask for a lost outcome: the pool may be in use."""
    engine = create_engine(
        url, connect_args=connect_arguments(url, client), poolclass=NullPool, hide_parameters=True
    )
    _live(engine, passwords)
    return engine


def make_standby_engine(url: URL, client: str, passwords: Passwords) -> Engine | None:
    """Returns an engine that connects only to a standby; None for an address of one server.

    libpq's `prefer-standby` tries all servers before it takes the primary. The driver passes them to libpq one by
    one, so that the first would always be taken. A caller that prefers a standby tries this engine first.
    """
    if len(hosts_of(url)) < 2:
        return None
    arguments = connect_arguments(url, client) | {"target_session_attrs": "standby", "options": _READ_LIMITS}
    engine = create_engine(url, connect_args=arguments, poolclass=NullPool, hide_parameters=True)
    _live(engine, passwords)
    return engine


def standby_moment(session: Session) -> datetime | None:
    """Returns the time of the last transaction that a standby has replayed.

    None on the primary, and on a standby that has not replayed any yet.
    """
    found: datetime | None = session.scalar(
        text("SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_xact_replay_timestamp() END")
    )
    return found.astimezone(UTC) if found is not None else None


def connect_apart(engine: Engine, url: URL, client: str) -> LivingConnection:
    """Returns an autocommit connection for listening, outside of the pool."""
    _, parameters = engine.dialect.create_connect_args(url)
    connection = connect({**parameters, **connect_arguments(url, client)})
    connection.autocommit = True
    return connection


def connect(arguments: dict[str, Any]) -> LivingConnection:
    """Connects to the first live server that has the requested attributes. Raises `OperationalError`."""
    doors = _doors(arguments)
    open_doors = living(doors)
    if not open_doors:
        raise psycopg.OperationalError("the server does not answer")
    if len(open_doors) < len(doors):
        arguments = arguments | {
            "host": ",".join(host for host, _ in open_doors),
            "port": ",".join(str(port) for _, port in open_doors),
        }
    connection = LivingConnection.connect(**arguments)
    connection.add_notice_handler(connection.note_warning)
    connection.prepared_max = _PREPARED
    return connection


def answers(engine: Engine, url: URL) -> bool:
    """Whether any server of the URL answers a protocol message."""
    _, parameters = engine.dialect.create_connect_args(url)
    return any(pulse.answers(*door) for door in _doors(dict(parameters)))


def _live(engine: Engine, passwords: Passwords) -> None:
    @event.listens_for(engine, "do_connect")
    def _connect(dialect: Any, record: Any, arguments: Any, parameters: dict[str, Any]) -> LivingConnection:
        del dialect, record, arguments
        tried = passwords()
        for number, password in enumerate(tried, start=1):
            own = {} if password is None else {"password": password}
            try:
                return connect(parameters | own)
            except psycopg.OperationalError as error:
                if number == len(tried) or not refused_login(str(error)):
                    raise
        raise AssertionError("no password to try")


def _sound(engine: Engine) -> None:
    """Replaces a broken connection before the pool hands it out."""

    @event.listens_for(engine, "checkout")
    def _look(connection: Any, record: Any, proxy: Any) -> None:
        del record, proxy
        living: LivingConnection = connection
        if living.is_quiet():
            return
        try:
            engine.dialect.do_ping(connection)
        except psycopg.Error as error:
            raise exc.InvalidatePoolError from error


def _doors(arguments: dict[str, Any]) -> list[tuple[str, int]]:
    hosts = str(arguments.get("host") or "localhost").split(",")
    ports = str(arguments.get("port") or _PORT).split(",")
    if len(ports) == 1:
        ports *= len(hosts)
    return [(host, int(port or _PORT)) for host, port in zip(hosts, ports, strict=True)]
