#!/usr/bin/env python3
"""Set up this checkout and run it: `python3 dev.py` opens the workstation on sample data, `python3 dev.py test`
runs every check.

Needs nothing but Python (3.11 or later): it makes a virtual environment in `.venv/`, installs the pinned
packages there and, on Debian and Ubuntu, the shared libraries that Qt needs (as root or with sudo; it says which).
Only the standard library is used here, because nothing else is there yet.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv" / f"cp{sys.version_info[0]}{sys.version_info[1]}"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")

#: Whose types the gate checks; those of the tests are checked by `--all`, and of changed files by `--quick`.
PRODUCT = ["desktop_app", "ui", "resources", "translations"]
#: So many changed tests each worker compiles for itself.
FEW = 10
#: What Qt's libraries are linked against and a bare Debian or Ubuntu does not have: library, package.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libcups.so.2": "libcups2",
}
#: What the journeys (`tests/journeys`) drive the program with and a bare Debian or Ubuntu does not have: the command,
#: its package. Without them these tests are skipped, with the reason.
DISPLAY_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "setxkbmap": "x11-xkb-utils",
    "dbus-daemon": "dbus-daemon",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}

#: What gives the tests of `--all` other days.
CLOCK_PROGRAMS = {"faketime": "faketime", "cc": "gcc libc6-dev"}


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is told so in a sentence
        print("Mosharekat needs Python 3.11 or later.", file=sys.stderr)
        return 2
    command = arguments[0] if arguments else "demo"
    os.chdir(ROOT)
    tests = DISPLAY_PROGRAMS if command == "test" else {}
    install_system_packages(tests | CLOCK_PROGRAMS if "--all" in arguments else tests)
    make_environment(development=command == "test")
    if command == "test":
        return run_checks(arguments[1:])
    return subprocess.call([str(PYTHON), "-m", "desktop_app", *(arguments or ["demo"])])


def install_system_packages(programs: dict[str, str]) -> None:
    """On Debian and Ubuntu, where they are missing: the libraries that Qt needs, Python's own `venv`, and the
    packages of these programs, as far as they can be had.
    """
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        return
    needed = [package for library, package in QT_LIBRARIES.items() if not can_load(library)]
    if not PYTHON.exists() and not has_venv():
        needed.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    absent = [packages.split() for name, packages in programs.items() if not shutil.which(name)]
    wanted = [package for packages in absent for package in packages]
    missing = [*needed, *wanted]
    if not missing:
        return
    rights = [] if os.geteuid() == 0 else ["sudo"]
    if rights and shutil.which("sudo") is None:
        print(f"These packages are needed, please have them installed: {' '.join(missing)}", file=sys.stderr)
        return
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing what Qt and the tests need: {' '.join(missing)}", flush=True)
    prefix = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install = [*prefix, "install", "-y", "-q", "--no-install-recommends"]
    subprocess.call([*prefix, "update", "-q"], stdout=subprocess.DEVNULL, env=environment)
    if needed:
        subprocess.check_call([*install, *needed], stdout=subprocess.DEVNULL, env=environment)
    # The tests that want one of these say so and are skipped without it.
    if wanted:
        subprocess.call([*install, *wanted], stdout=subprocess.DEVNULL, env=environment)


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_venv() -> bool:
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian packs it apart from Python
    except ImportError:
        return False
    return True


def make_environment(*, development: bool) -> None:
    """The virtual environment with the pinned packages; made once, and again when the pins change."""
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + (ROOT / "constraints.txt").read_bytes())
    stamp = VENV / ("installed-for-tests" if development else "installed")
    newest = VENV / "installed-for-tests"
    if any(mark.exists() and mark.read_text() == wanted.hexdigest() for mark in (stamp, newest)):
        return
    if not PYTHON.exists():
        print("Making the virtual environment …", flush=True)
        subprocess.check_call([sys.executable, "-m", "venv", str(VENV)])
    print("Installing the pinned packages …", flush=True)
    target = ".[dev]" if development else "."
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # For tests only what is imported is compiled, when it is: half of the packages' modules never are.
    later = ["--no-compile"] if development else []
    subprocess.check_call([*pip, *later, "--constraint", "constraints.txt", "--editable", target])
    stamp.write_text(wanted.hexdigest())


def run_checks(arguments: list[str]) -> int:
    """Every check of the gate, cheapest first; all of them are run, and the first failure decides the exit status.

    `--all`: also the tests that the gate leaves out (mark `later`), their types, and the tests on other days.
    `--tests-alone`: no more than the tests, because what reads the files says the same on every Python.
    `--quick`: an answer within a minute: the rooms that decide, on SQLite, and the types of what changed.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Every worker and every program that a test starts reads the same thousand files: compiled once, they are read
    # in half the time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    alone, quick, whole = ("--tests-alone" in arguments, "--quick" in arguments, "--all" in arguments)
    arguments = [one for one in arguments if one not in ("--tests-alone", "--quick", "--all")]
    arguments = selected(["-m", "quick", *arguments] if quick else arguments, whole=whole)
    checks = [
        ("lint", [str(BIN / "ruff"), "check", "."]),
        ("format", [str(BIN / "ruff"), "format", "--check", "--quiet", "."]),
        ("import contracts", [str(BIN / "lint-imports"), "--no-cache"]),
    ]
    if not quick:
        checks.append(("translations", [str(PYTHON), "-m", "translations.check"]))
    typing = None if alone else start_types(changed_files() if quick else [] if whole else PRODUCT)
    failed = [] if alone else [name for name, command in checks if not passes(name, command)]
    if not quick:
        compile_tests(arguments)
    # One more than there are processors: some tests wait, for a lock, for a server that hangs, for one that starts.
    workers = str((0 if quick else 1) + (os.cpu_count() or 2))
    # A module stays with one worker, which makes once what its tests have in common; those that wait longest come
    # first (tests/selection.py).
    parallel = ["-n", workers, "--dist", "loadscope", "--no-loadscope-reorder"]
    pytest = [str(PYTHON), "-m", "pytest", "-p", "tests.cost", *parallel, "-q"]
    if not passes("tests", [*pytest, *arguments]):
        failed.append("tests")
    if whole and not passes("tests on other days", [str(PYTHON), "-m", "tools.calendar_days"]):
        failed.append("tests on other days")
    if typing is not None:
        output, _ = typing.communicate()
        print(f"{'ok  ' if typing.returncode == 0 else 'FAIL'} types\n{output}", end="", flush=True)
        if typing.returncode:
            failed.append("types")
    spent = sum(os.times()[2:4])
    print(f"{spent:.0f} processor seconds of all checks, without those of PostgreSQL", flush=True)
    print("All checks passed." if not failed else f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def selected(arguments: list[str], *, whole: bool) -> list[str]:
    """Adds to the arguments of pytest that the tests of the gate are meant, unless it is the `whole`."""
    if whole:
        return arguments
    if "-m" in arguments:
        at = arguments.index("-m") + 1
        return [*arguments[:at], f"{arguments[at]} and not later", *arguments[at + 1 :]]
    return ["-m", "not later", *arguments]


def start_types(files: list[str] | None) -> subprocess.Popen[str] | None:
    """Checks the types of `files`, of everything where the list is empty; nothing to do for None."""
    if files is None:
        return None
    mypy = [str(BIN / "mypy"), "--no-error-summary", *files]
    return subprocess.Popen(mypy, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def changed_files() -> list[str] | None:
    """The Python files that differ from the last commit; those of the last commit where none does."""
    git = ["git", "-c", "core.quotePath=false"]
    changed = lines_of([*git, "diff", "--name-only", "HEAD"])
    changed += lines_of([*git, "ls-files", "--others", "--exclude-standard"])
    changed = changed or lines_of([*git, "diff", "--name-only", "HEAD~1", "HEAD"])
    found = [name for name in changed if name.endswith(".py") and "/" in name and (ROOT / name).exists()]
    return found or None


def lines_of(command: list[str]) -> list[str]:
    """What a command prints; nothing where it fails, as git does outside of a checkout."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def compile_tests(arguments: list[str]) -> None:
    """Collects the tests once before the workers do, who would each compile all of them: only one of them is
    needed. What is wrong in them the run itself tells. A few that changed since the last run each worker compiles in
    less time than collecting all of them takes."""
    if any((ROOT / one.partition("::")[0]).exists() for one in arguments):
        return
    waiting = [test for test in sorted((ROOT / "tests").rglob("test_*.py")) if not is_compiled(test)]
    if len(waiting) <= FEW:
        return
    collect = [str(PYTHON), "-m", "pytest", "-qqq", "-p", "no:randomly", "--collect-only"]
    shares = os.cpu_count() or 2
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = [
        subprocess.Popen([*collect, *options_of(arguments), *map(str, waiting[share::shares])], **quiet)  # type: ignore[call-overload]
        for share in range(shares)
    ]
    for one in running:
        one.wait()


def options_of(arguments: list[str]) -> list[str]:
    """The mark expression among the arguments of pytest, by which whole files are left out."""
    return arguments[arguments.index("-m") :][:2] if "-m" in arguments else []


def is_compiled(test: Path) -> bool:
    """Whether pytest has kept the compiled module of a test since it was last changed."""
    kept = (test.parent / "__pycache__").glob(f"{test.stem}.{sys.implementation.cache_tag}-pytest-*.pyc")
    return any(compiled.stat().st_mtime >= test.stat().st_mtime for compiled in kept)


def passes(name: str, command: list[str]) -> bool:
    began = time.monotonic()
    status = subprocess.call(command)
    print(f"{'ok  ' if status == 0 else 'FAIL'} {name} ({time.monotonic() - began:.0f} s)", flush=True)
    return status == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
