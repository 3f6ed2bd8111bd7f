"""`python -m tools.benchmarks [NAME …] [--petitions N]`: prints what was measured.

Names: start (--frozen and --frozen-bare PROGRAM), comparison, anchors, annotations, crowd (20,000 petitions unless
told; --clients, --seconds, --acts a second), desk, search, reports (--engine), frames, pdf, likeness (N texts,
100,000 unless told), intake (N rows, 100,000 unless told; --engine), comments (--comments N, 10,000 unless told),
open (N petitions, 20 unless told), typing (N petitions, 50 unless told). A database of a million petitions takes some
minutes to fill; it is kept in the folder for temporary files and used again.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from tools.benchmarks import (
    anchors,
    comments,
    comparison,
    crowd,
    desk,
    intake,
    likeness,
    pdf,
    reports,
    search,
    start,
    window,
)

Measured = list[tuple[str, str]]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--petitions", type=int, default=0, metavar="N")
    parser.add_argument("--comments", type=int, default=10_000, metavar="N")
    parser.add_argument(
        "--engine",
        choices=("sqlite", "postgresql"),
        help="of `desk`, `search`, `reports` and `intake`; both unless told",
    )
    parser.add_argument("--clients", type=int, default=200, metavar="N", help="of `crowd`")
    parser.add_argument("--seconds", type=int, default=60, metavar="N", help="of `crowd`")
    parser.add_argument(
        "--acts", type=float, default=100.0, metavar="N", help="of all clients of `crowd` in a second"
    )
    parser.add_argument("--frozen", type=Path, metavar="PROGRAM", help="of `start`: a frozen `mosharekat`")
    parser.add_argument(
        "--frozen-bare", type=Path, metavar="PROGRAM", help="of `start`: a frozen `bare_window.py`"
    )
    options = parser.parse_args()
    petitions = options.petitions or 1_000_000
    engines = (options.engine,) if options.engine else ("sqlite", "postgresql")
    benchmarks: dict[str, Callable[[], Measured]] = {
        "start": lambda: start.run(options.frozen, options.frozen_bare),
        "comparison": comparison.run,
        "anchors": anchors.run,
        "annotations": anchors.annotated,
        "crowd": lambda: crowd.run(
            options.petitions or 20_000, options.clients, options.seconds, options.acts
        ),
        "desk": lambda: desk.run(petitions, engines),
        "frames": window.frames,
        "intake": lambda: intake.run(options.petitions or 100_000, engines[::-1]),
        "pdf": pdf.run,
        "reports": lambda: reports.run(petitions, engines),
        "search": lambda: search.run(petitions, engines),
        "comments": lambda: comments.run(options.comments),
        "open": lambda: window.open_pane(options.petitions or 20),
        "typing": lambda: window.typing(options.petitions or 50),
        "likeness": lambda: likeness.run(options.petitions or 100_000),
    }
    unknown = [name for name in options.names if name not in benchmarks]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(benchmarks)}")
    for name in options.names or benchmarks:
        print(f"== {name}", flush=True)
        measured = benchmarks[name]()
        width = max(len(what) for what, _ in measured) + 2
        for what, figure in measured:
            print(f"{what:<{width}} {figure}".rstrip(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
