"""From the start of the process to a painted window: sign-in and inbox against a bare PySide6 window."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from desktop_app.bootstrap import open_services
from desktop_app.sample.filling import fill
from desktop_app.settings import Settings
from tests.benchmarks.million import UNTIL

_TIMES = 7


def run() -> list[tuple[str, str]]:
    """What was measured, as (what, figure). The inbox holds 3,000 petitions."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        services = open_services(Settings(data_folder=folder).database_url)
        fill(services, petitions=3000, until=UNTIL)
        services.close()
        # One of each before the measurement: files in the cache, byte code written.
        taken = {
            what: [_start(what, folder) for _ in range(_TIMES + 1)][1:]
            for what in ("bare", "sign-in", "inbox")
        }
    bare, sign_in, inbox = (median(taken[what]) for what in ("bare", "sign-in", "inbox"))
    return [
        ("process start to a bare PySide6 window", f"{bare:.0f} ms"),
        ("process start to the painted sign-in window", f"{sign_in:.0f} ms"),
        ("sign-in / bare (asked: at most 3)", f"{sign_in / bare:.1f}"),
        ("process start to the painted inbox, signed in at once", f"{inbox:.0f} ms"),
    ]


def _start(what: str, folder: Path) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.started", what, str(folder)]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = (time.perf_counter() - began) * 1000
        process.stdout.read()
        process.wait(30)
    assert line.strip() == "painted", line
    return taken
