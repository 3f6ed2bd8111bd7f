"""A big database of made petitions for the benchmarks, filled once and kept among the temporary files."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final

from sqlalchemy import text

from desktop_app.bootstrap import open_services
from desktop_app.database import schema
from desktop_app.database.engine import Database, sqlite_url
from desktop_app.sample.filling import fill
from desktop_app.services import Services
from tools.benchmarks.multiplied import COPIES
from tools.benchmarks.multiplied_sqlite import multiply

UNTIL: Final = date(2026, 11, 24)
#: So many are not made each for itself (`multiplied`).
MANY: Final = 500_000


def services(petitions: int) -> Services:
    """Services over a database with `petitions` made petitions, of the newest revision."""
    path = Path(tempfile.gettempdir()) / f"mosharekat-benchmark-{petitions}.db"
    if not path.exists():
        began = time.perf_counter()
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        if petitions >= MANY and petitions % COPIES == 0:
            base = services(petitions // COPIES)
            # Whoever closes it last takes its log into the file.
            base.close()
            shutil.copyfile(base.database.place, part)
            multiply(Path(base.database.place), part)
        else:
            made = open_services(sqlite_url(part))
            fill(made, petitions=petitions, instruments=1, until=UNTIL)
            made.close()
        part.replace(path)
        print(f"filled {petitions:,} petitions in {time.perf_counter() - began:.0f} s", flush=True)
    return _brought_up_to_date(path)


def _brought_up_to_date(path: Path) -> Services:
    old = Database(sqlite_url(path))
    before = schema.revision_of(old)
    old.close()
    office = open_services(sqlite_url(path))
    if before != schema.head():
        # What a benchmark made it can make again.
        for copy in path.parent.glob(f"{path.stem}-before-upgrade-*"):
            copy.unlink()
        with office.database.writing() as session:
            session.execute(text("ANALYZE"))
    return office


def milliseconds(work: Callable[[], object], times: int) -> float:
    """The median of `times` runs of `work`, in milliseconds."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)
