"""`python -m tools.tour OUT [--only NAME]`: see the package."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from desktop_app.settings import Settings
from tools.tour import Tour, appearance_of, filled, sample_day
from ui.application import make_application


@sample_day()
def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.tour")
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="scenes whose name holds this")
    parser.add_argument("--scaled", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        services, empty = filled(folder, petitions=3000), filled(folder, petitions=0)
        settings = Settings(data_folder=folder)
        make_application(settings)
        rounds: dict[str, Callable[[], None]] = {
            "light": appearance_of("light"),
            "dark": appearance_of("dark"),
        }
        if options.scaled:
            rounds = {"scaled": appearance_of("light")}
        for theme, dress in rounds.items():
            dress()
            Tour(services, empty, options.out / theme, settings, options.only).run()
        for opened in (services, empty):
            opened.close()
    if options.scaled:
        return 0
    again = [sys.executable, "-m", "tools.tour", str(options.out), "--scaled", "--only", options.only]
    return subprocess.call(again, env=os.environ | {"QT_SCALE_FACTOR": "1.5"})


if __name__ == "__main__":
    sys.exit(main())
