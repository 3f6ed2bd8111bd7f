"""The stage `department`: the frozen program on a PostgreSQL of this machine, over TCP with TLS."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.architecture import ROOT
from tests.certificates import authority
from tests.department import PASSWORD
from tests.standing import Standing, standing
from tools.windows.trial import StageSkippedError, Trial, demand, document, ended
from tools.windows.wine import Done, windows_path

_OWNER: Final = "mosharekat"
_OWNER_PASSWORD: Final = "owner-words-1405"
#: The oldest PostgreSQL that the program works with.
_LEAST: Final = 16
#: The manager of the whole office.
_MANAGER: Final = "yazdi"
_NO_DATABASE: Final = 3
_PETITION: Final = (
    "شناسه,نوع,موضوع,متن\nW-1,درخواست,آزمون ویندوز,این درخواست از ویندوز با اتصال رمزنگاری‌شده رسید.\n"
)


def department(trial: Trial) -> str:
    """`database init`, then accounts that sign in, read and write; a server of another authority is refused."""
    binaries = _binaries(trial)
    if not (trial.dist / "mosharekat.exe").exists():
        raise StageSkippedError("no frozen program: run the stage `build` first")
    folder = trial.wine.folder / "department"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    ours = authority(folder / "ours")
    theirs = authority(folder / "theirs")
    certificate = ours.sign(folder / "server", "IP:127.0.0.1")
    with standing(binaries, ("max_connections = 650",), certificate) as server:
        server.run(
            f"CREATE ROLE {_OWNER} LOGIN CREATEROLE PASSWORD '{_OWNER_PASSWORD}'",
            f"CREATE DATABASE office OWNER {_OWNER} ENCODING 'UTF8' TEMPLATE template0",
        )
        with server.connect() as connection:
            number = connection.info.server_version // 10000
        return _tried(_Office(trial, server, folder), ours.file, theirs.file, number)


class _Office:
    """Runs the command against the server of the office, as one login."""

    def __init__(self, trial: Trial, server: Standing, folder: Path) -> None:
        self._trial = trial
        self._port = server.port
        self.server = server
        self.folder = folder

    def address(self, login: str, trusted: Path) -> str:
        path = windows_path(trusted).replace("\\", "/")
        return f"postgresql://{login}@127.0.0.1:{self._port}/office?sslmode=verify-full&sslrootcert={path}"

    def give_staff(self, trusted: Path) -> Done:
        wine = self._trial.wine
        inside = Path(__file__).with_name("inside.py")
        owner = self.address(f"{_OWNER}:{_OWNER_PASSWORD}", trusted)
        command: list[str | Path] = [wine.python, windows_path(inside), "-m", "tools.windows.staff_inside"]
        return wine.run(command, cwd=ROOT, more={"MOSHAREKAT_OWNER": owner}, seconds=900)

    def run(self, login: str, password: str, trusted: Path, *words: str | Path) -> Done:
        command: Sequence[str | Path] = [
            self._trial.dist / "mosharekat.exe", "--data-dir", self.folder / "data", "--language", "en",
            "--database", self.address(login, trusted), *words,
        ]  # fmt: skip
        return self._trial.wine.run(command, more={"MOSHAREKAT_PASSWORD": password}, seconds=900)


def _tried(office: _Office, ours: Path, theirs: Path, number: int) -> str:
    refused = office.run(_OWNER, _OWNER_PASSWORD, theirs, "database", "info")
    ended(refused, _NO_DATABASE, "a server of another authority")
    ended(office.run(_OWNER, _OWNER_PASSWORD, ours, "database", "init"), 0, "database init")
    signed_in = ended(office.give_staff(ours), 0, "signing in").last_line
    wrong = office.run(_MANAGER, "another password", ours, "petitions", "find", "ویندوز")
    demand(wrong.status != 0, "a wrong password signs in")
    found = document(ended(_as_manager(office, ours, "petitions", "find", "ویندوز", "--json"), 0, "find"))
    source = office.folder / "petitions.csv"
    source.write_text(_PETITION, encoding="utf-8")
    imported = document(
        ended(_as_manager(office, ours, "import", "petitions", source, "--json"), 0, "import")
    )
    demand(imported["created"] == 1, f"import: {imported}")
    after = document(ended(_as_manager(office, ours, "petitions", "find", "ویندوز", "--json"), 0, "find"))
    demand(after["total"] == found["total"] + 1, f"{found['total']} found before and {after['total']} after")
    ended(office.run(_OWNER, _OWNER_PASSWORD, ours, "audit", "verify"), 0, "audit verify")
    return f"PostgreSQL {number}, verify-full; {signed_in}; {after['total']} read, 1 imported"


def _as_manager(office: _Office, trusted: Path, *words: str | Path) -> Done:
    return office.run(_MANAGER, PASSWORD, trusted, *words)


def _binaries(trial: Trial) -> Path:
    """Returns the folder with `postgres` and `initdb`: the one that was named, or the newest of Debian's."""
    found = [trial.postgresql] if trial.postgresql else _of_debian()
    if not found:
        raise StageSkippedError(
            f"no PostgreSQL {_LEAST} or later (Debian: apt-get install postgresql), nor --postgresql DIR"
        )
    return found[-1]


def _of_debian() -> list[Path]:
    places = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "postgres").exists()]
    new = [path for path in places if int(path.parent.name) >= _LEAST]
    return sorted(new, key=lambda path: int(path.parent.name))
