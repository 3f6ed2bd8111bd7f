"""`python -m tools.calendar_days`: runs the tests that read a clock on twelve days, in each with another PC.

A row has a day, a time of Tehran, a time zone, LibreOffice or none, and further fonts or none. The rows together have
every pair of a kind of day with each of the others, and of the others with each other. libfaketime gives the time to
all processes, PostgreSQL's too, as a distance from now: they agree with each other, and it goes on. Times of files
and waits stay real.

libfaketime shows the real time while a process waits in its `epoll_wait`, also to a handler of a signal that ends the
wait. PostgreSQL asks for the time there, and would end no statement at its time limit: `_WAITS` goes before it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from desktop_app.clock import TEHRAN
from tests.clocks import server_day, server_now
from tests.selection import clock_modules

ROOT: Final = Path(__file__).resolve().parents[1]
#: So many families are added to the fonts of this PC.
FONTS: Final = 40
_OFFICES: Final = ("soffice", "libreoffice")
_FAMILY: Final = "Vazirmatn"
_COUNTS: Final = ("passed", "failed", "error", "skipped")


@dataclass(frozen=True)
class Row:
    """A run; `day` is None for today."""

    kind: str
    day: date | None
    time: str
    zone: str
    office: bool
    fonts: int

    def pairs(self) -> set[tuple[tuple[str, object], ...]]:
        """Returns each pair of properties."""
        known = [(name, getattr(self, name)) for name in ("kind", "time", "zone", "office", "fonts")]
        return {(one, other) for place, one in enumerate(known) for other in known[place + 1 :]}

    def moment(self) -> datetime:
        hour, minute = map(int, self.time.split(":"))
        day = self.day or server_day()
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=TEHRAN)


_ESFAND_1405, _NOWRUZ_1406 = date(2027, 3, 20), date(2027, 3, 21)
#: 1408 is a leap year: its last month has 30 days.
_ESFAND_1408, _NOWRUZ_1409 = date(2030, 3, 20), date(2030, 3, 21)
_UTC, _TEHRAN, _WEST = "UTC", "Asia/Tehran", "America/Los_Angeles"
ROWS: Final = (
    Row("usual", date(2026, 11, 30), "00:05", _UTC, True, 0),
    Row("usual", None, "23:55", _TEHRAN, False, FONTS),
    Row("usual", None, "00:05", _WEST, False, 0),
    Row("usual", date(2031, 6, 15), "23:55", _WEST, True, FONTS),
    Row("last of a year", _ESFAND_1405, "23:55", _UTC, False, 0),
    Row("last of a year", _ESFAND_1405, "00:05", _TEHRAN, True, FONTS),
    Row("last of a year", _ESFAND_1408, "23:55", _TEHRAN, True, 0),
    Row("last of a year", _ESFAND_1408, "00:05", _WEST, False, FONTS),
    Row("first of a year", _NOWRUZ_1406, "00:05", _UTC, True, FONTS),
    Row("first of a year", _NOWRUZ_1406, "23:55", _WEST, True, 0),
    Row("first of a year", _NOWRUZ_1409, "00:05", _TEHRAN, False, 0),
    Row("first of a year", _NOWRUZ_1409, "23:55", _UTC, False, FONTS),
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.calendar_days")
    parser.add_argument("--row", type=int, action="append", help="only this row, from 1; may be repeated")
    parser.add_argument("--departments", action="store_true", help="also every test on a server")
    parser.add_argument("--list", action="store_true", help="list the modules, and run nothing")
    parser.add_argument("--command", action="store_true", help="run what follows `--` instead of the tests")
    parser.add_argument("words", nargs="*", help="modules or options of pytest, instead of all modules")
    options = parser.parse_args()
    modules = clock_modules(departments=options.departments)
    if options.list:
        print(*modules, sep="\n")
        return 0
    library, compiler = _library(), shutil.which("cc")
    if library is None or compiler is None:
        print(
            "libfaketime or a C compiler is missing. Debian: apt-get install faketime gcc libc6-dev",
            file=sys.stderr,
        )
        return 2
    words = options.words if options.command else [*_PYTEST, *(options.words or modules)]
    failed = False
    with tempfile.TemporaryDirectory(prefix="mosharekat-days-") as name:
        library = f"{_waits(Path(name), compiler)} {library}"
        print(f"{'day':<11}{'Tehran':<7}{'zone':<20}{'office':<8}{'fonts':>5}  result", flush=True)
        for number, row in enumerate(ROWS, start=1):
            if options.row is None or number in options.row:
                failed |= not _ran(row, words, library, Path(name))
    return int(failed)


#: As in `dev.py`: one worker more than processors, and the modules that wait longest first.
_PYTEST: Final = (
    "-m", "pytest", "-q", "-n", str(1 + (os.cpu_count() or 2)), "--dist", "loadscope", "--no-loadscope-reorder",
    "-p", "no:cacheprovider",
)  # fmt: skip


def _ran(row: Row, words: list[str], library: str, folder: Path) -> bool:
    """Runs a row and prints it. Returns whether all went well."""
    began = time.monotonic()
    environment = _environment(row, library, folder)
    # Beside the temporary files, to be read while the row runs and after it failed.
    kept = Path(tempfile.gettempdir()) / f"mosharekat-day-{row.moment():%Y-%m-%d-%H%M}.txt"
    with kept.open("wb") as output:
        done = subprocess.run(
            [sys.executable, *words], cwd=ROOT, env=environment, stdout=output, stderr=output, check=False
        )
    lines = kept.read_text(encoding="utf-8", errors="replace").splitlines()
    found = dict.fromkeys(_COUNTS, 0)
    for count, name in re.findall(r"(\d+) (passed|failed|error|skipped)", lines[-1] if lines else ""):
        found[name] = int(count)
    installed = "there" if any(map(shutil.which, _OFFICES)) else "missing"
    office = installed if row.office else "hidden"
    result = ", ".join(f"{count} {name}" for name, count in found.items())
    seconds = time.monotonic() - began
    print(
        f"{row.moment():%Y-%m-%d} {row.time:<7}{row.zone:<20}{office:<8}{row.fonts:>5}  "
        f"{'ok  ' if done.returncode == 0 else 'FAIL'} {result}, {seconds:.0f} s",
        flush=True,
    )
    if done.returncode:
        told = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
        print(*(told or lines[-30:]), f"  {kept}", sep="\n", flush=True)
    return done.returncode == 0


def _library() -> str | None:
    found = sorted(Path("/usr/lib").glob("**/faketime/libfaketime.so.1"))
    return str(found[0]) if found and shutil.which("faketime") else None


#: The waits of the kernel, without libfaketime.
_WAITS: Final = """
#define _GNU_SOURCE
#include <poll.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <unistd.h>
int epoll_wait(int waiter, struct epoll_event *events, int most, int milliseconds)
{ return syscall(SYS_epoll_pwait, waiter, events, most, milliseconds, (void *) 0, 8); }
int poll(struct pollfd *files, nfds_t count, int milliseconds)
{
  struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
  return syscall(SYS_ppoll, files, count, milliseconds < 0 ? (void *) 0 : &limit, (void *) 0, 8);
}
"""


def _waits(folder: Path, compiler: str) -> Path:
    """Compiles `_WAITS`. The users of PostgreSQL's processes read it too."""
    folder.chmod(0o755)
    source, made = folder / "waits.c", folder / "waits.so"
    source.write_text(_WAITS, encoding="utf-8")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", made, source], check=True)
    return made


def _environment(row: Row, library: str, folder: Path) -> dict[str, str]:
    distance = round((row.moment() - server_now()).total_seconds())
    made = os.environ | {
        "LD_PRELOAD": library,
        "FAKETIME": f"{distance:+}",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        # The name of the same setting in older versions.
        "DONT_FAKE_MONOTONIC": "1",
        "TZ": row.zone,
        "QT_QPA_PLATFORM": "offscreen",
    }
    if not row.office:
        made["PATH"] = str(_programs(folder / "programs"))
    if row.fonts:
        made["FONTCONFIG_FILE"] = str(_fonts(folder / "fonts", row.fonts))
    return made


def _programs(folder: Path) -> Path:
    """Returns a folder with every program of the path but LibreOffice."""
    if not folder.exists():
        folder.mkdir()
        for entry in os.get_exec_path():
            for program in Path(entry).iterdir() if Path(entry).is_dir() else ():
                if not program.name.startswith(_OFFICES) and not (folder / program.name).exists():
                    (folder / program.name).symlink_to(program)
    return folder


def _fonts(folder: Path, count: int) -> Path:
    """Returns a configuration of fontconfig with `count` families beside those of this PC."""
    config = folder / "fonts.conf"
    if not config.exists():
        folder.mkdir()
        source = (ROOT / "resources" / "fonts" / "Vazirmatn-Regular.ttf").read_bytes()
        for number in range(count):
            # A name of the same length leaves all tables in their places.
            family = f"{_FAMILY[:-2]}{number:02}"
            made = source
            for encoding in ("utf-16-be", "ascii"):
                made = made.replace(_FAMILY.encode(encoding), family.encode(encoding))
            (folder / f"{family}.ttf").write_bytes(made)
        config.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
            '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
            f"<dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>",
            encoding="utf-8",
        )
    return config


if __name__ == "__main__":
    sys.exit(main())
