"""How the program connects to PostgreSQL: one server or several, few connections, time limits on every wait."""

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

#: `a:5432,b` in the place of the host: libpq's way to name several servers, which SQLAlchemy reads in the query.
_SEVERAL: Final = re.compile(r"^(?P<head>[^/]*://(?:[^@/]*@)?)(?P<hosts>[^@/?]*,[^@/?]*)(?P<tail>[/?].*|)$")
_PORT: Final = 5432
#: The passwords to try, in their order; None where the address has none.
Passwords = Callable[[], tuple[str | None, ...]]
_LIMITS: Final = (
    "-c statement_timeout=15s -c lock_timeout=4s -c idle_in_transaction_session_timeout=60s"
    # The server, too, lets go of a client whose cable was pulled.
    " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3"
)

#: So many statements a connection keeps prepared, those that were used last. Each takes the server some 130 kB, for
#: its plan with row security: of two hundred clients, 1.7 GB at most.
_PREPARED: Final = 64
#: A heavy read may take longer than a click; on a standby it keeps nobody waiting who writes.
_READ_LIMITS: Final = (
    _LIMITS.replace("statement_timeout=15s", "statement_timeout=60s") + " -c default_transaction_read_only=on"
)


def several_hosts(url: str) -> str:
    """The URL with several hosts (`postgresql://u@a:5432,b/db`) in the form that SQLAlchemy reads."""
    found = _SEVERAL.match(url)
    if found is None:
        return url
    hosts = "&".join(f"host={host}" for host in found["hosts"].split(","))
    tail = found["tail"] or "/"
    return f"{found['head']}{tail}{'&' if '?' in tail else '?'}{hosts}"


def hosts_of(url: URL) -> tuple[str, ...]:
    """The servers of a URL as `host` or `host:port`, in the order in which they are tried."""
    asked = url.query.get("host")
    if asked is None:
        host = url.host or "localhost"
        return (host if url.port in (None, _PORT) else f"{host}:{url.port}",)
    return tuple(asked.split(",")) if isinstance(asked, str) else tuple(asked)


def normal_url(url: URL) -> URL:
    """The URL with our driver, and with several hosts as several values."""
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    hosts = hosts_of(url)
    if len(hosts) > 1 and "port" not in url.query:
        url = url.update_query_dict({"host": hosts})
    return url


def connect_arguments(url: URL, client: str) -> dict[str, Any]:
    """What libpq is told beside the URL. With several servers it takes the one that writes; with one, any."""
    several = len(hosts_of(url)) > 1
    arguments: dict[str, Any] = {
        # Each server is tried for so long: the one that is gone must not use up the time of the one that took over.
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
    """The engine of a desktop client: one connection, a second one while the first is busy."""
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
    """An engine without a pool, for the questions after a lost answer: the pool may be in use."""
    engine = create_engine(
        url, connect_args=connect_arguments(url, client), poolclass=NullPool, hide_parameters=True
    )
    _live(engine, passwords)
    return engine


def make_standby_engine(url: URL, client: str, passwords: Passwords) -> Engine | None:
    """An engine that reads on a standby, and finds none where there is none; None for an address of one server.

    libpq's `prefer-standby` looks at all servers before it takes the one that writes; the driver hands them to libpq
    one by one, so that the first would always do. Who prefers a standby asks for one, and then goes elsewhere.
    """
    if len(hosts_of(url)) < 2:
        return None
    arguments = connect_arguments(url, client) | {"target_session_attrs": "standby", "options": _READ_LIMITS}
    engine = create_engine(url, connect_args=arguments, poolclass=NullPool, hide_parameters=True)
    _live(engine, passwords)
    return engine


def standby_moment(session: Session) -> datetime | None:
    """As of when a standby is: the moment of the last transaction that it has done again. None on the server that
    writes, and on a standby that has not done any yet."""
    found: datetime | None = session.scalar(
        text("SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_xact_replay_timestamp() END")
    )
    return found.astimezone(UTC) if found is not None else None


def connect_apart(engine: Engine, url: URL, client: str) -> LivingConnection:
    """A connection of its own, outside of the pool, each statement by itself: for listening."""
    _, parameters = engine.dialect.create_connect_args(url)
    connection = connect({**parameters, **connect_arguments(url, client)})
    connection.autocommit = True
    return connection


def connect(arguments: dict[str, Any]) -> LivingConnection:
    """A connection to the first server that lives and is what was asked for. Raises `OperationalError`."""
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
    """Whether any server of the URL answers a first word."""
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
    """A connection that is gone is made anew before anybody gets it."""

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
