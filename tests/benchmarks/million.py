"""A big database of made petitions for the benchmarks, filled once and kept among the temporary files."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final

from desktop_app.bootstrap import Services, open_services
from desktop_app.database.engine import sqlite_url
from desktop_app.sample.filling import fill

UNTIL: Final = date(2026, 11, 24)


def services(petitions: int) -> Services:
    """Services over a database with `petitions` made petitions."""
    path = Path(tempfile.gettempdir()) / f"mosharekat-benchmark-{petitions}.db"
    if not path.exists():
        began = time.perf_counter()
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        made = open_services(sqlite_url(part))
        fill(made, petitions=petitions, instruments=1, until=UNTIL)
        made.close()
        part.replace(path)
        print(f"filled {petitions:,} petitions in {time.perf_counter() - began:.0f} s", flush=True)
    return open_services(sqlite_url(path))


def milliseconds(work: Callable[[], object], times: int) -> float:
    """The median of `times` runs of `work`, in milliseconds."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)
