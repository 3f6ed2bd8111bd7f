"""Testing the connection to a PostgreSQL database step by step, so that each fault gets its own message.

The steps are name, port, certificate, login and version of each host; then connections, rights and schema of the
database. The first failing step ends the test of its host. A result never holds a password, nor a text of the
server or a library, which may repeat one.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import time
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.engine import URL

from desktop_app.database import schema
from desktop_app.database.address import (
    SSL_REQUEST,
    Host,
    certificate_file,
    driver_arguments,
    hosts_of,
    only,
    tls_mode,
    weak_tls,
)
from desktop_app.database.connection_steps import (
    ConnectionStep,
    ConnectionStepOutcome,
    Rights,
    StepResult,
)
from desktop_app.database.entrance import ask_for_entrance
from desktop_app.database.health import WANTED_CONNECTIONS
from desktop_app.errors import AppError
from desktop_app.persian.dates import tehran_day

if TYPE_CHECKING:
    import psycopg

#: The oldest version of PostgreSQL whose grants of roles this program can use.
OLDEST_VERSION: Final = 16
#: Seconds that a host has to answer, as for every connection of the program.
PATIENCE: Final = 5.0
_CHECKED_MODES: Final = ("verify-full", "verify-ca")
_WITH_TLS: Final = (*_CHECKED_MODES, "require")


class _FailedError(Exception):
    """A failed step; never leaves this module."""

    def __init__(self, step: ConnectionStep, code: str, **parameters: object) -> None:
        self.step, self.code, self.parameters = step, code, parameters
        super().__init__(code)


def try_steps(url: URL, rights: Rights = Rights.ANY) -> Generator[StepResult]:
    """Tests the address lazily: each step runs when the caller asks for the next result.

    If the address has no login, the test ends where one is needed: LOGIN then has the code `not_asked` if the server
    would ask for a password. A caller stops the test by not asking for more. Network and server errors are never
    raised.
    """
    steps = _steps(url, rights)
    try:
        while True:
            began = time.monotonic()
            result = next(steps, None)
            if result is None:
                return
            yield replace(result, seconds=time.monotonic() - began)
    finally:
        steps.close()


def _steps(url: URL, rights: Rights) -> Generator[StepResult]:
    chosen: psycopg.Connection[Any] | None = None
    reached = False
    try:
        for host in hosts_of(url):
            trial = _Trial(url, host)
            yield from trial.run()
            reached = reached or trial.connection is not None
            if trial.connection is None:
                continue
            if chosen is None and trial.writable:
                chosen = trial.connection
            else:
                trial.connection.close()
        if chosen is not None:
            yield from _database_steps(chosen, rights)
        elif reached:
            yield StepResult(ConnectionStep.RIGHTS, ConnectionStepOutcome.FAILED, "read_only")
    finally:
        if chosen is not None:
            chosen.close()


def usable(results: Iterable[StepResult]) -> bool:
    """Whether the test completed on at least one host; other hosts may be down."""
    found = list(results)
    if any(not result.host and result.outcome is ConnectionStepOutcome.FAILED for result in found):
        return False
    return any(
        result.step is ConnectionStep.SCHEMA or result.code in {"not_asked", "perhaps_not_admitted"}
        for result in found
    )


def first_failure(results: Iterable[StepResult]) -> StepResult | None:
    """Returns the failure to show if the address is not usable: one of the database before one of a host."""
    failed = [result for result in results if result.outcome is ConnectionStepOutcome.FAILED]
    return next((result for result in failed if not result.host), failed[0] if failed else None)


class _Trial:
    """The steps on one host. `connection` is left open if all of them succeeded."""

    def __init__(self, url: URL, host: Host) -> None:
        self._url, self._host = only(url, host), host
        self._mode, self._weak = tls_mode(url), weak_tls(url)
        self._certificate = certificate_file(url)
        self._says_host = host.name or "localhost"
        self.connection: psycopg.Connection[Any] | None = None
        self.writable = False

    def run(self) -> Iterator[StepResult]:
        try:
            if not self._host.is_socket:
                self._find_name()
                yield self._result(ConnectionStep.NAME)
            self._knock()
            yield self._result(ConnectionStep.PORT)
            yield self._look_at_certificate()
            if not self._url.username:
                yield self._ask_for_entrance()
                return
            self._log_in()
            yield self._result(ConnectionStep.LOGIN)
            yield self._ask_version()
        except _FailedError as failed:
            if self.connection is not None:
                self.connection.close()
                self.connection = None
            yield self._result(failed.step, failed.code, ConnectionStepOutcome.FAILED, **failed.parameters)

    def _result(
        self,
        step: ConnectionStep,
        code: str = "",
        outcome: ConnectionStepOutcome = ConnectionStepOutcome.OK,
        **parameters: object,
    ) -> StepResult:
        about = {"host": self._says_host, "port": self._host.port, **parameters}
        return StepResult(step, outcome, code, self._says_host, about)

    def _find_name(self) -> None:
        try:
            socket.getaddrinfo(self._host.name, self._host.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise _FailedError(ConnectionStep.NAME, "unknown_name") from None

    def _knock(self) -> None:
        if self._host.is_socket:
            # libpq knows the socket's file name; the login step shows whether a server listens.
            return
        try:
            self._open().close()
        except ConnectionRefusedError:
            raise _FailedError(ConnectionStep.PORT, "refused") from None
        except TimeoutError:
            raise _FailedError(ConnectionStep.PORT, "no_answer") from None
        except OSError:
            raise _FailedError(ConnectionStep.PORT, "unreachable") from None

    def _open(self) -> socket.socket:
        return socket.create_connection((self._host.name, self._host.port), timeout=PATIENCE)

    def _look_at_certificate(self) -> StepResult:
        if self._host.is_socket:
            return self._result(ConnectionStep.TLS, "not_needed")
        with contextlib.closing(self._asked_for_tls()) as line:
            offered = self._answer(line)
            if self._mode in _WITH_TLS and not offered:
                raise _FailedError(ConnectionStep.TLS, "no_tls")
            until = self._check_certificate(line) if self._mode in _CHECKED_MODES else ""
        if self._weak is not None:
            return self._result(ConnectionStep.TLS, "weak", ConnectionStepOutcome.WARNING, mode=self._weak)
        if self._mode in _CHECKED_MODES:
            return self._result(ConnectionStep.TLS, until=until)
        return self._result(ConnectionStep.TLS, "not_needed")

    def _ask_for_entrance(self) -> StepResult:
        """Asks the server whether it would let this PC sign in.

        A refusal of the name that is asked with is a warning: the server may admit other names.
        """
        if self._host.is_socket:
            return self._result(ConnectionStep.LOGIN, "not_asked")
        try:
            with contextlib.closing(self._asked_for_tls()) as line:
                code = ask_for_entrance(self._encrypted(line), self._url.database or "")
        except OSError:
            code = "no_answer"
        if code == "not_admitted":
            return self._result(ConnectionStep.LOGIN, "perhaps_not_admitted", ConnectionStepOutcome.WARNING)
        if code:
            raise _FailedError(ConnectionStep.LOGIN, code, database=self._url.database or "")
        return self._result(ConnectionStep.LOGIN, "not_asked")

    def _encrypted(self, line: socket.socket) -> socket.socket:
        """Returns the line with TLS if the server offers it, with a checked certificate if that was asked for."""
        if not self._answer(line):
            return line
        if self._mode in _CHECKED_MODES:
            context = self._context()
        else:
            # Nothing secret is said on this line.
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context.wrap_socket(line, server_hostname=self._host.name)

    def _asked_for_tls(self) -> socket.socket:
        try:
            line = self._open()
            line.sendall(SSL_REQUEST)
        except OSError:
            raise _FailedError(ConnectionStep.PORT, "no_answer") from None
        return line

    def _answer(self, line: socket.socket) -> bool:
        """Whether the server accepts TLS; only PostgreSQL answers the request with one of two letters."""
        try:
            reply = line.recv(1)
        except OSError:
            reply = b""
        if reply not in (b"S", b"N"):
            raise _FailedError(ConnectionStep.TLS, "not_postgresql")
        return reply == b"S"

    def _check_certificate(self, line: socket.socket) -> str:
        """Returns the last day of the server's certificate, in ISO form."""
        context = self._context()
        try:
            with contextlib.closing(context.wrap_socket(line, server_hostname=self._host.name)) as proved:
                return _last_day(proved.getpeercert())
        except ssl.SSLCertVerificationError as error:
            raise _FailedError(ConnectionStep.TLS, _fault_of_certificate(error.verify_code)) from None
        except (OSError, ValueError):
            raise _FailedError(ConnectionStep.TLS, "no_handshake") from None

    def _context(self) -> ssl.SSLContext:
        if self._certificate == "system":
            context = ssl.create_default_context()
        else:
            if not self._certificate:
                raise _FailedError(ConnectionStep.TLS, "no_authority")
            if not Path(self._certificate).is_file():
                raise _FailedError(ConnectionStep.TLS, "no_authority_file", path=self._certificate)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            try:
                context.load_verify_locations(self._certificate)
            except (OSError, ValueError):
                raise _FailedError(ConnectionStep.TLS, "bad_authority_file", path=self._certificate) from None
        context.check_hostname = self._mode == "verify-full"
        return context

    def _log_in(self) -> None:
        import psycopg  # noqa: PLC0415 - only a department's PC needs the driver

        arguments: dict[str, Any] = {**driver_arguments(self._url), "connect_timeout": int(PATIENCE)}
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self.connection = psycopg.connect(
                    **arguments, autocommit=True, options="-c statement_timeout=15s -c lock_timeout=4s"
                )
            except psycopg.OperationalError as error:
                code = _refusal(str(error))
                if code == "starting" and time.monotonic() < until:
                    time.sleep(0.2)
                    continue
                names = {"user": self._url.username or "", "database": self._url.database or ""}
                raise _FailedError(ConnectionStep.LOGIN, code, **names) from None
            return

    def _ask_version(self) -> StepResult:
        assert self.connection is not None
        found = self.connection.info.server_version // 10000
        if found < OLDEST_VERSION:
            raise _FailedError(ConnectionStep.VERSION, "old", found=found, wanted=OLDEST_VERSION)
        row = self.connection.execute("SELECT NOT pg_is_in_recovery()").fetchone()
        self.writable = bool(row and row[0])
        return self._result(ConnectionStep.VERSION, "" if self.writable else "standby", found=found)


def _last_day(certificate: Mapping[str, Any] | None) -> str:
    moment = ssl.cert_time_to_seconds(str((certificate or {})["notAfter"]))
    return tehran_day(datetime.fromtimestamp(moment, UTC)).isoformat()


def _fault_of_certificate(code: int) -> str:
    """Returns the result code for OpenSSL's numbers (`X509_V_ERR_…`)."""
    return {
        9: "not_yet_valid",
        10: "expired",
        18: "unknown_authority",
        19: "unknown_authority",
        20: "unknown_authority",
        21: "unknown_authority",
        62: "other_name",
        64: "other_name",
    }.get(code, "bad_certificate")


#: Parts of the server's messages, and their meaning. A refused login has no SQLSTATE, and the language of the
#: server before a login is set by its own configuration.
_REFUSALS: Final = {
    "password authentication failed": "wrong_password",
    "no password supplied": "no_password",
    "is not permitted to log in": "may_not_log_in",
    "permission denied for database": "may_not_connect",
    "no pg_hba.conf entry": "not_admitted",
    "pg_hba.conf rejects": "not_admitted",
    "authentication failed": "wrong_password",
    "too many c": "too_many",
    "remaining connection slots": "too_many",
    "is starting up": "starting",
    "not yet accepting connections": "starting",
    "certificate": "bad_certificate",
    "timeout expired": "no_answer",
    "Connection refused": "nobody_there",
    "No such file or directory": "nobody_there",
}


def _refusal(message: str) -> str:
    if "does not exist" in message:
        if 'database "' in message:
            return "no_database"
        if 'role "' in message:
            return "wrong_password"
    return next((code for words, code in _REFUSALS.items() if words in message), "not_let_in")


def _database_steps(connection: psycopg.Connection[Any], rights: Rights) -> Iterator[StepResult]:
    import psycopg  # noqa: PLC0415

    try:
        yield _connections(connection)
        yield (found := _rights(connection, rights))
        if found.outcome is not ConnectionStepOutcome.FAILED:
            yield _schema(connection)
    except psycopg.errors.InsufficientPrivilege:
        yield StepResult(ConnectionStep.RIGHTS, ConnectionStepOutcome.FAILED, "no_account")
    except psycopg.Error:
        yield StepResult(ConnectionStep.LOGIN, ConnectionStepOutcome.FAILED, "broken_off")


def _connections(connection: psycopg.Connection[Any]) -> StepResult:
    found = int(_one(connection, "SELECT current_setting('max_connections')"))
    if found >= WANTED_CONNECTIONS:
        return StepResult(ConnectionStep.CONNECTIONS, ConnectionStepOutcome.OK, parameters={"found": found})
    about: dict[str, object] = {"found": found, "wanted": WANTED_CONNECTIONS}
    return StepResult(ConnectionStep.CONNECTIONS, ConnectionStepOutcome.WARNING, "few", parameters=about)


def _rights(connection: psycopg.Connection[Any], wanted: Rights) -> StepResult:
    user = str(_one(connection, "SELECT session_user"))
    fault = _fault_of_owner(connection)
    if fault and wanted is not Rights.OWNER and _is_staff(connection):
        fault = ""
    elif fault and wanted is Rights.STAFF:
        fault = "no_account"
    if not fault:
        return StepResult(ConnectionStep.RIGHTS, ConnectionStepOutcome.OK, parameters={"user": user})
    return StepResult(ConnectionStep.RIGHTS, ConnectionStepOutcome.FAILED, fault, parameters={"user": user})


def _fault_of_owner(connection: psycopg.Connection[Any]) -> str:
    """Returns the code of what the login lacks to create the schema; empty if nothing, or for a superuser."""
    row = connection.execute(
        "SELECT rolsuper, rolcreaterole, has_database_privilege(current_database(), 'CREATE'),"
        " coalesce((SELECT pg_has_role(session_user, nspowner, 'MEMBER')"
        " FROM pg_namespace WHERE nspname = 'app'), true)"
        " FROM pg_roles WHERE rolname = session_user"
    ).fetchone()
    is_superuser, makes_roles, makes_schemas, owns = row or (False, False, False, False)
    if is_superuser:
        return ""
    if not owns:
        return "not_the_owner"
    if not makes_roles:
        return "makes_no_roles"
    return "" if makes_schemas else "makes_no_schema"


def _is_staff(connection: psycopg.Connection[Any]) -> bool:
    found = _one(
        connection,
        "SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'mosharekat_staff'"
        " AND pg_has_role(session_user, oid, 'MEMBER'))",
    )
    return bool(found)


def _schema(connection: psycopg.Connection[Any]) -> StepResult:
    there = _one(
        connection,
        "SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'public' AND c.relname = 'alembic_version')",
    )
    row = connection.execute("SELECT version_num FROM public.alembic_version").fetchone() if there else None
    if row is None:
        return StepResult(
            ConnectionStep.SCHEMA, ConnectionStepOutcome.WARNING, "none", parameters={"known": schema.head()}
        )
    found = str(row[0])
    about: dict[str, object] = {"found": found, "known": schema.head()}
    try:
        schema.require_known(found)
    except AppError as error:
        return StepResult(ConnectionStep.SCHEMA, ConnectionStepOutcome.FAILED, error.code, parameters=about)
    if found != schema.head():
        return StepResult(ConnectionStep.SCHEMA, ConnectionStepOutcome.WARNING, "older", parameters=about)
    return StepResult(ConnectionStep.SCHEMA, ConnectionStepOutcome.OK, parameters=about)


def _one(connection: psycopg.Connection[Any], statement: str) -> Any:
    row = connection.execute(statement.encode()).fetchone()
    return row[0] if row else None
