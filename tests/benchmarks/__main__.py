"""`python -m tests.benchmarks [NAME …] [--petitions N]`: prints what was measured.

Names: comparison, lists, search, start. A database of a million petitions takes some minutes to fill; it is kept in
the folder for temporary files and used again.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from typing import Final

NAMES: Final = ("start", "comparison", "lists", "search")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", choices=[[], *NAMES], default=[], metavar="NAME")
    parser.add_argument("--petitions", type=int, default=1_000_000)
    options = parser.parse_args()
    for name in options.names or NAMES:
        module = importlib.import_module(f"tests.benchmarks.{name}")
        print(f"== {name}", flush=True)
        for what, figure in module.run(petitions=options.petitions):
            print(f"{what:<72} {figure}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
