"""`python -m resources.installer.compile`: makes the set-up of Windows from the folder of the frozen program.

It needs NSIS 3 (`makensis`), on Linux or Windows. `--sign` signs both programs and the set-up (signing.py).
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from resources.installer import signing, versions

SCRIPT: Final = Path(__file__).with_name("mosharekat.nsi")
#: Where NSIS is on Windows, if it is not on the path.
_USUAL: Final = Path(r"C:\Program Files (x86)\NSIS\makensis.exe")
PROGRAMS: Final = tuple(f"{name}.exe" for name in versions.PROGRAMS)


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m resources.installer.compile", description=__doc__)
    parser.add_argument(
        "--dist", type=Path, default=Path("dist", "mosharekat"), help="folder of the frozen program"
    )
    parser.add_argument("--out", type=Path, default=Path("dist"), help="folder for the set-up")
    parser.add_argument(
        "--version", default=str(versions.project()["version"]), help="for trials of an upgrade"
    )
    parser.add_argument("--sign", action="store_true", help="sign the programs and the set-up")
    arguments = parser.parse_args(words)
    missing = [name for name in PROGRAMS if not (arguments.dist / name).exists()]
    if missing:
        print(f"not in {arguments.dist}: {', '.join(missing)}; build it on Windows first", file=sys.stderr)
        return 2
    if arguments.sign:
        for name in PROGRAMS:
            signing.sign(arguments.dist / name)
    made = set_up(arguments.dist, arguments.out, arguments.version)
    if arguments.sign:
        signing.sign(made)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


def compiler() -> str | None:
    """Returns the program `makensis`, or None where NSIS is not installed."""
    return shutil.which("makensis") or (str(_USUAL) if _USUAL.exists() else None)


def set_up(dist: Path, out: Path, version: str, *, quick: bool = False) -> Path:
    """Compiles the folder `dist` into a set-up in the folder `out`, and returns its path.

    A `quick` one, for trials, is compiled in seconds and larger. Raises `FileNotFoundError` without NSIS,
    `subprocess.CalledProcessError` if NSIS refuses.
    """
    program = compiler()
    if program is None:
        raise FileNotFoundError("makensis")
    out.mkdir(parents=True, exist_ok=True)
    target = out.resolve() / f"mosharekat-{version}-x64.exe"
    size = sum(path.stat().st_size for path in dist.rglob("*") if path.is_file()) // 1024
    four = ".".join(map(str, versions.four_numbers(version)))
    # `-D` and not `/D`: on Linux a slash begins a path.
    defined = {
        "DIST": str(dist.resolve()),
        "VERSION": version,
        "FOUR": four,
        "SIZE": str(size),
        "OUT": str(target),
    }
    if quick:
        defined["QUICK"] = ""
    subprocess.run(
        [program, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *(f"-D{name}={value}" for name, value in defined.items()),
         SCRIPT.name],
        check=True, cwd=SCRIPT.parent,
    )  # fmt: skip
    return target


if __name__ == "__main__":
    sys.exit(main())
