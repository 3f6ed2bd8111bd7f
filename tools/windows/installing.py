"""The stages of the set-up: silent installation, upgrade over an older one, removal."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.windows.building import OLDER, self_tested, set_up, version
from tools.windows.trial import StageFailedError, StageSkippedError, Trial, demand, document, ended
from tools.windows.wine import Done, Running, missing_programs

#: Exit statuses of the set-up (resources/installer/mosharekat.nsi).
_IN_USE: Final = 10
_WRONG_OPTION: Final = 11
_SETTINGS_REFUSED: Final = 13
#: On a busy machine a program of wine takes long to start.
_SECONDS_TO_BEGIN: Final = 300
_UNINSTALL: Final = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Mosharekat"
_ENVIRONMENT: Final = r"HKLM\System\CurrentControlSet\Control\Session Manager\Environment"
_VERB: Final = r"HKLM\Software\Classes\SystemFileAssociations\{ending}\shell\Mosharekat.Compare"
_ENDINGS: Final = (".docx", ".odt", ".html", ".txt")
_INSTALLED: Final = r"C:\Program Files\Mosharekat"
_SETTINGS: Final = (
    "/DATABASE=postgresql://server.example/mosharekat", "/LANGUAGE=fa", "/LOCKMINUTES=10",
    "/UPDATEFOLDER=\\\\server\\share\\", "/SERVERONLY=1", "/FIX=database,lock_minutes",
)  # fmt: skip


def install(trial: Trial) -> str:
    """A silent set-up with settings, for all users and for one."""
    _remove(trial)
    trial.machine_file.unlink(missing_ok=True)
    ended(_silently(trial, version(), "/LANGUAGE=de"), _WRONG_OPTION, "a wrong option")
    demand(not trial.installed.exists(), "a wrong option installed something")
    ended(_silently(trial, version(), "/LOCKMINUTES=many"), _SETTINGS_REFUSED, "a wrong setting")
    ended(_silently(trial, version(), *_SETTINGS), 0, "the set-up")
    _check_traces(trial)
    _check_settings(trial)
    trial.machine_file.unlink()
    tested = self_tested(
        ended(trial.wine.run([trial.installed / "mosharekat.exe", "--self-test"]), 0, "self-test").text
    )
    _remove(trial)
    ended(_silently(trial, version(), "/ALLUSERS=0"), 0, "the set-up for one user")
    own = next((trial.wine.drive / "users").glob("*/AppData/Local/Programs/Mosharekat"), None)
    demand(own is not None and (own / "mosharekat-desk.exe").exists(), "nothing in the user's own folder")
    demand("Programs\\Mosharekat" in trial.registry(r"HKCU\Environment", "Path"), "not in the user's PATH")
    assert own is not None
    _remove(trial, own)
    return f"all users and one; {tested}"


def upgrade(trial: Trial) -> str:
    """A set-up over an older one: refused while the program works, done over an open window, with the same data."""
    _remove(trial)
    shutil.rmtree(trial.data, ignore_errors=True)
    ended(_silently(trial, OLDER), 0, "the older set-up")
    old_file = trial.installed / "_internal" / "of-an-older-version.txt"
    demand(old_file.exists(), "the older version has no file of its own")
    ended(trial.installed_program("sample", "--petitions", "200"), 0, "sample")
    with _working(trial) as worker:
        refused = _silently(trial, version(), "/WAIT=3")
        _demand_alive(worker, f"a set-up with exit status {refused.status}")
        ended(refused, _IN_USE, "a set-up over a program in use")
        demand(old_file.exists() and OLDER in trial.registry(_UNINSTALL, "DisplayVersion"), "half an upgrade")
    before = document(ended(trial.installed_program("petitions", "find", "مجوز", "--json"), 0, "find"))
    demand(before["total"] > 0, "no petition is found")
    with _display(trial) as screen, _open_window(trial, screen) as window:
        done = trial.wine.run([set_up(trial, version()), "/S", "/WAIT=60"], more=screen)
        ended(done, 0, "a set-up that closes the window")
        demand(window.has_ended(), "the window is still open")
    demand(not old_file.exists() and not (trial.installed / "_old").exists(), "old files are left")
    demand(version() in trial.registry(_UNINSTALL, "DisplayVersion"), "the version is still the old one")
    after = document(ended(trial.installed_program("petitions", "find", "مجوز", "--json"), 0, "find"))
    demand(after == before, "other data than before")
    ended(trial.installed_program("audit", "verify"), 0, "audit verify")
    again = _silently(trial, OLDER, "/ONLYNEWER=1")
    ended(again, 0, "/ONLYNEWER=1")
    demand(
        version() in trial.registry(_UNINSTALL, "DisplayVersion"),
        "/ONLYNEWER=1 went back to an older version",
    )
    return f"{OLDER} to {version()}, {after['total']} petitions found before and after"


def uninstall(trial: Trial) -> str:
    """The removal leaves nothing but the data."""
    if not trial.installed.exists():
        ended(_silently(trial, version()), 0, "the set-up")
    if not (trial.data / "mosharekat.db").exists():
        ended(trial.installed_program("database", "init"), 0, "database init")
    usual = _usual_data_folder(trial)
    usual.mkdir(parents=True, exist_ok=True)
    (usual / "kept.txt").write_text("kept")
    trial.machine_file.parent.mkdir(parents=True, exist_ok=True)
    trial.machine_file.write_text("{}")
    _remove(trial)
    demand(_left(trial) == [], f"left in the folder: {_left(trial)}")
    demand(not trial.registry(_UNINSTALL), "the list of programs still has it")
    demand(_INSTALLED not in trial.registry(_ENVIRONMENT, "Path"), "PATH still has it")
    demand(not _shortcuts(trial), "the Start menu still has it")
    for ending in _ENDINGS:
        demand(not trial.registry(_VERB.format(ending=ending)), f"the Explorer still has it for {ending}")
    kept = [trial.data / "mosharekat.db", usual / "kept.txt", trial.machine_file]
    demand(all(path.exists() for path in kept), "data were removed")
    (usual / "kept.txt").unlink()
    trial.machine_file.unlink()
    return "database, settings and data folder kept"


def _silently(trial: Trial, of: str, *options: str) -> Done:
    return trial.wine.run([set_up(trial, of), "/S", *options])


def _remove(trial: Trial, folder: Path | None = None) -> None:
    """Removes what is installed in `folder`. The option `_?=` makes the removal wait, without a copy of itself.

    NSIS wants that option without quotation marks, which wine puts around a word with a space: two words have none.
    """
    place = folder or trial.installed
    program = place / "uninstall.exe"
    if not program.exists():
        return
    windows = (
        _INSTALLED if folder is None else "C:\\" + str(place.relative_to(trial.wine.drive)).replace("/", "\\")
    )
    ended(trial.wine.run([f"{windows}\\uninstall.exe", "/S", *f"_?={windows}".split(" ")]), 0, "the removal")
    demand(not (place / "mosharekat.exe").exists(), "the removal did not wait, or left the program")
    program.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        place.rmdir()


def _check_traces(trial: Trial) -> None:
    demand((trial.installed / "_internal" / "LICENCES.txt").exists(), "no licences")
    demand(version() in trial.registry(_UNINSTALL, "DisplayVersion"), "not in the list of programs")
    demand(_INSTALLED in trial.registry(_ENVIRONMENT, "Path"), "not in PATH")
    demand([path.name for path in _shortcuts(trial)] == ["میز مشارکت.lnk"], "not in the Start menu")
    for ending in _ENDINGS:
        verb = trial.registry(_VERB.format(ending=ending))
        demand(f'"{_INSTALLED}\\mosharekat-desk.exe" run "%1"' in verb, f"no verb for {ending}")


def _check_settings(trial: Trial) -> None:
    demand(trial.machine_file.exists(), "no settings of the machine")
    written = json.loads(trial.machine_file.read_text(encoding="utf-8"))
    text = json.dumps(written)
    for value in (
        "postgresql://server.example/mosharekat",
        json.dumps("\\\\server\\share\\")[1:-1],
        "lock_minutes",
    ):
        demand(value in text, f"{value} is not in the settings: {text}")


@contextlib.contextmanager
def _working(trial: Trial) -> Iterator[Running]:
    """The installed command at work on another database, longer than any set-up takes; it has no window to close.

    It has begun: the file of its database is there.
    """
    place = trial.wine.folder / "data-of-worker"
    shutil.rmtree(place, ignore_errors=True)
    worker = trial.wine.start(
        [trial.installed / "mosharekat.exe", "--data-dir", place, "sample", "--petitions", "100000"]
    )
    try:
        begun = place / "mosharekat.db"
        for _ in range(_SECONDS_TO_BEGIN):
            if begun.exists() or worker.has_ended(1):
                break
        _demand_alive(worker, "its start")
        demand(begun.exists(), f"no work after {_SECONDS_TO_BEGIN} s")
        yield worker
    finally:
        worker.end()


def _demand_alive(worker: Running, after: str) -> None:
    """Raises `StageFailedError` with the exit status and the last lines of a worker that has ended."""
    if worker.has_ended():
        done = worker.done()
        raise StageFailedError(
            f"the program at work ended after {after}: exit status {done.status}: {done.text[-600:].strip()}"
        )


@contextlib.contextmanager
def _display(trial: Trial) -> Iterator[dict[str, str]]:
    """A screen that nobody sees, as a variable for programs: without one, wine's windows cannot be asked to close."""
    if missing_programs("Xvfb"):
        raise StageSkippedError("no Xvfb for an open window (Debian: apt-get install xvfb)")
    # The desktop of the prefix keeps the screen with which it began.
    trial.wine.stop()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        assert server.stdout is not None
        try:
            yield {"DISPLAY": f":{server.stdout.readline().decode().strip()}"}
        finally:
            trial.wine.stop()
            server.terminate()


@contextlib.contextmanager
def _open_window(trial: Trial, screen: dict[str, str]) -> Iterator[Running]:
    """The installed window, open: it has written its log."""
    log = trial.data / "mosharekat.log"
    log.unlink(missing_ok=True)
    window = trial.wine.start(
        [trial.installed / "mosharekat-desk.exe", "--data-dir", trial.data], more=screen
    )
    try:
        if window.has_ended(45):
            raise StageFailedError(f"the window does not open: {window.done().text[-600:].strip()}")
        yield window
    finally:
        window.end()


def _shortcuts(trial: Trial) -> list[Path]:
    menus = (trial.wine.drive / "ProgramData", trial.wine.drive / "users")
    found = (path for menu in menus for path in menu.rglob("*.lnk"))
    return [path for path in found if path.stem in ("Mosharekat", "میز مشارکت")]


def _left(trial: Trial) -> list[str]:
    return [path.name for path in trial.installed.rglob("*")] if trial.installed.exists() else []


def _usual_data_folder(trial: Trial) -> Path:
    users = (path for path in (trial.wine.drive / "users").iterdir() if path.name != "Public")
    return next(users) / "AppData" / "Local" / "Mosharekat"
