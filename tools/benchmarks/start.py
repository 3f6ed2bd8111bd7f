"""From the start of the process to a painted window, and the private memory, against a bare PySide6 window.

"Inbox" is the list of petitions, painted with its rows, after a sign-in by name and password on an SQLite database of
3,000 petitions. Two persons are measured. One types for some seconds, in which the program loads the rest: their wait
is that for the first window and that from Enter to the inbox. The other is as fast as the program.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from desktop_app.bootstrap import open_services
from desktop_app.cli.window import demo_people
from desktop_app.sample.filling import SAMPLE_PASSWORD, fill
from desktop_app.settings import FOLDER_VARIABLE, Settings
from tools.benchmarks import bare_window
from tools.benchmarks.million import UNTIL

_TIMES: Final = 7
#: Seconds that a person needs for a name and a password; longer on a busy machine, in starts of a bare window.
_TYPES_FOR: Final = 4
_BARE_WINDOWS: Final = 30
#: Qt says on standard error when a window's content goes to the screen, so a frozen program can be measured too.
_FLUSHING: Final = "Flushing"

Stages = dict[str, float]


def run(frozen: Path | None = None, frozen_bare: Path | None = None) -> list[tuple[str, str]]:
    """What was measured, as (what, figure). `frozen` is the program `mosharekat` of a frozen build, `frozen_bare`
    the program that the same PyInstaller makes of `bare_window.py`.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        services = open_services(Settings(data_folder=folder).database_url)
        fill(services, petitions=3000, until=UNTIL)
        clerk = demo_people(services)[0]
        user = next(person.username for person in services.accounts.all() if person.id == clerk.person_id)
        services.close()
        inbox = ("inbox", str(folder), user, SAMPLE_PASSWORD)
        # `-P`: no module beside it is taken for another one.
        bare = partial(_until_flushed, [sys.executable, "-P", bare_window.__file__], folder)
        pause = max(_TYPES_FOR, _BARE_WINDOWS * bare()["painted"] / 1000)
        starts: dict[str, Callable[[], Stages]] = {
            "bare": bare,
            "sign-in": lambda: _until_flushed([sys.executable, "-m", "desktop_app"], folder),
            "typed": lambda: _stages(*inbox, str(pause)),
            "at once": lambda: _stages(*inbox, "0"),
        }
        for what, program in (("frozen", frozen), ("frozen bare", frozen_bare)):
            if program is not None:
                starts[what] = partial(_until_flushed, [str(program)], folder)
        taken: dict[str, list[Stages]] = {what: [] for what in starts}
        # In turns, so that a busy moment of the machine meets all of them. The first turn fills the caches.
        for turn in range(_TIMES + 1):
            for what, start in starts.items():
                stages = start()
                if turn:
                    taken[what].append(stages)
    return _figures(taken, pause)


def _figures(taken: dict[str, list[Stages]], pause: float) -> list[tuple[str, str]]:
    def middle(what: str, stage: str) -> float:
        return median(stages[stage] for stages in taken[what])

    bare, sign_in, first = middle("bare", "painted"), middle("sign-in", "painted"), middle("typed", "painted")
    password = middle("typed", "password")
    wait = median(stages["inbox"] - stages["entered"] for stages in taken["typed"])
    at_once = middle("at once", "inbox")
    frozen, frozen_bare = (
        middle(what, "painted") if what in taken else 0.0 for what in ("frozen", "frozen bare")
    )
    return [
        ("process start to a bare PySide6 window", f"{bare:.0f} ms"),
        ("process start to the sign-in window", f"{sign_in:.0f} ms"),
        ("sign-in window / bare (asked: at most 3)", f"{sign_in / bare:.1f}"),
        (
            "the frozen program's sign-in window",
            f"{frozen:.0f} ms, / bare {frozen / bare:.1f}" if frozen else "–",
        ),
        (
            "  / the bare window frozen alike (asked: at most 3)",
            f"{frozen / frozen_bare:.1f} ({frozen_bare:.0f} ms)" if frozen and frozen_bare else "–",
        ),
        (f"Enter to the inbox, after {pause:.0f} s of typing", f"{wait:.0f} ms"),
        ("  of it argon2", f"{password:.0f} ms"),
        ("longest stall of the sign-in window meanwhile", f"{middle('typed', 'stalled'):.0f} ms"),
        ("waited for in all, without argon2", f"{first + wait - password:.0f} ms"),
        ("inbox, what a person waits / bare (asked: at most 6)", f"{(first + wait - password) / bare:.1f}"),
        ("process start to the inbox, typed in no time, with argon2", f"{at_once:.0f} ms"),
        ("inbox, typed in no time / bare", f"{at_once / bare:.1f}"),
        ("private memory with the inbox open (asked: at most 130 MB)", f"{middle('typed', 'memory'):.0f} MB"),
        ("load of the machine", _load()),
    ]


def _load() -> str:
    """Returns the processes that ran in the last minute (not on Windows), and the processors."""
    load = f"{os.getloadavg()[0]:.1f} processes on " if hasattr(os, "getloadavg") else ""
    return f"{load}{os.cpu_count()} processors"


def _environment(folder: Path | None = None) -> dict[str, str]:
    """Returns the environment of a start: byte code is kept as in an installed program."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.widgets.painting.debug=true"}
    return kept if folder is None else kept | {FOLDER_VARIABLE: str(folder)}


def _stages(*arguments: str) -> Stages:
    """Starts `started.py`; returns the milliseconds of each stage since the start, or the figure that it says."""
    command = [sys.executable, "-m", "tools.benchmarks.started", *arguments]
    environment = _environment()
    del environment["QT_LOGGING_RULES"]
    stages: Stages = {}
    began = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            name, *figure = line.split()[:2]
            if name == "sys":
                break
            stages[name] = float(figure[0]) if figure else (time.perf_counter() - began) * 1000
        process.wait(60)
    assert "painted" in stages, stages
    return stages


def _until_flushed(command: list[str], folder: Path) -> Stages:
    """Starts the command as a user does and returns the milliseconds until its first window is on the screen."""
    began = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=_environment(folder)
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if _FLUSHING in line:
                break
        else:
            raise RuntimeError(f"{command[0]} ended without a window")
        taken = (time.perf_counter() - began) * 1000
        process.kill()
    return {"painted": taken}
