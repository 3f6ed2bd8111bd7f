"""A big SQLite database of made petitions for the benchmarks, filled once and kept among the temporary files.

From some size on there are ten petitions of each one that was made: a register of a million in the time of a hundred
thousand. The ten came within an hour of each other, on one day; each has a code, a registry number, a history with
its chain, search words and a sketch of its own. What a list is ordered, counted and paged by is spread as it was.
Near-equals are kept among the petitions of one copy: that the ten are equal to one another is not pointed out, or
every petition would have nine beside it.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any, Final

from sqlalchemy import text

from desktop_app.bootstrap import open_services
from desktop_app.database import collation, schema
from desktop_app.database.chain import NOTHING_BEFORE, content_hash, event_hash
from desktop_app.database.engine import Database, sqlite_url
from desktop_app.database.search import terms_of
from desktop_app.database.vouched import VOUCHED
from desktop_app.sample.filling import fill
from desktop_app.services import Services

UNTIL: Final = date(2026, 11, 24)
#: So many are not made each for itself.
MANY: Final = 500_000
COPIES: Final = 10
#: One beside the other: numbers go on in the order of arrival.
NUMBER: Final = f"(({{}} - 1) * {COPIES} + k + 1)"
OF_PETITION: Final = {"petition_id": NUMBER.format("b.petition_id")}
_BODY: Final = f"(({NUMBER.format('b.id')} * 7368787 + 1000000007) % 10000000000)"
_CODE: Final = f"printf('%010d%02d', {_BODY}, 98 - {_BODY} * 100 % 97)"
_SHAPE: Final = "'%Y-%m-%d %H:%M:%f000'"
#: Seven minutes apart and on one day of Tehran, whose clocks stand still since before the first of them.
_ARRIVED: Final = (
    f"max(strftime({_SHAPE}, {{0}}, '-' || (({COPIES - 1} - k.k) * 7) || ' minutes'),"
    f" strftime({_SHAPE}, date({{0}}, '+210 minutes'), '-210 minutes'))"
)


def other_petition(code: str, arrived: str) -> dict[str, str]:
    """What is another one in each copy of a petition; `arrived` has the place of a moment in it."""
    return {
        "id": NUMBER.format("b.id"),
        "tracking_code": code,
        "identity_key": f"'sample:' || {NUMBER.format('b.id')}",
        "registry_number": f"b.registry_number * {COPIES} - {COPIES - 1} + k",
        "duplicate_of_id": NUMBER.format("b.duplicate_of_id"),
        "received_at": arrived.format("b.received_at"),
        "registered_at": arrived.format("b.registered_at"),
    }


#: Table → what is another one in each copy; a serial number is given anew.
_TABLES: Final[dict[str, dict[str, str]]] = {
    "petition": other_petition(_CODE, _ARRIVED),
    "petition_text": OF_PETITION,
    "referral": OF_PETITION | {"id": ""},
    "reply": OF_PETITION | {"id": ""},
    "petition_pause": OF_PETITION | {"id": ""},
    "petition_sketch": OF_PETITION,
    "near_equal": OF_PETITION | {"other_id": NUMBER.format("b.other_id")},
}
#: In the order of the key of the copies: rows go in one behind the other.
_ORDER: Final = {
    "petition": "b.id, k.k",
    "petition_sketch": "b.piece, b.petition_id, k.k",
    "near_equal": "b.petition_id, k.k, b.other_id",
}
_KEPT: Final = (
    "SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL AND tbl_name IN"
    f" ({', '.join(repr(table) for table in (*_TABLES, 'event'))}) ORDER BY name"
)
_VOUCHED: Final = re.compile(rf',?"{VOUCHED}":{{[^}}]*}}')
_DUPLICATE: Final = re.compile(r'("duplicate_of_id":)(\d+)')
_EVENT: Final = (
    "item_type", "item_id", "sequence", "at", "actor_id", "actor_name", "action", "before", "after", "text",
    "content_hash", "hash",
)  # fmt: skip
_BATCH: Final = 2000


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
            _multiply(Path(base.database.place), part)
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


def _multiply(base: Path, target: Path) -> None:
    """Puts ten of each petition of `base` into `target`, which is a copy of it that nobody else has open."""
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        run = connection.execute
        collation.register_functions(connection)
        for pragma in (
            "journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-1000000", "temp_store=MEMORY",
        ):  # fmt: skip
            run(f"PRAGMA {pragma}")
        run("ATTACH ? AS base", (str(base),))
        run("CREATE TEMP TABLE k (k INTEGER PRIMARY KEY)")
        connection.executemany("INSERT INTO k VALUES (?)", [(number,) for number in range(COPIES)])
        kept = [row for kind in ("index", "trigger") for row in run(_KEPT, (kind,)).fetchall()]
        for kind in ("trigger", "index"):
            for name, _ in run(_KEPT, (kind,)).fetchall():
                run(f'DROP {kind} "{name}"')
        run("BEGIN")
        for table, others in _TABLES.items():
            run(f"DELETE FROM {table}")
            names = [row[1] for row in run(f"PRAGMA table_info({table})") if others.get(row[1]) != ""]
            values = ", ".join(others.get(name, f'b."{name}"') for name in names)
            order = _ORDER.get(table, "b.petition_id, k.k")
            run(
                f"INSERT INTO {table} ({', '.join(names)}) SELECT {values} FROM base.{table} b, k ORDER BY {order}"
            )
        _history(connection)
        _search_words(connection)
        run(f"UPDATE counter SET last = last * {COPIES} WHERE series = 'registry'")
        for _, statement in kept:
            run(statement)
        run("COMMIT")
        run("ANALYZE")


def _history(connection: sqlite3.Connection) -> None:
    """The events of petitions, each copy's under hashes of its own, as the triggers would have made them."""
    connection.execute("DELETE FROM event WHERE item_type = 'petition'")
    # The moment of arrival is the copy's, which `petition` knows by now.
    arrived = "(SELECT p.registered_at FROM petition p WHERE p.id = (b.item_id - 1) * ? + ? + 1)"
    moments = ", ".join(f"CASE b.sequence WHEN 1 THEN {arrived} END" for _ in range(COPIES))
    events = connection.execute(
        f"SELECT {', '.join(f'b.{name}' for name in _EVENT[:-2])}, {moments} FROM base.event b"
        " WHERE b.item_type = 'petition' ORDER BY b.item_id, b.sequence",
        [number for copy in range(COPIES) for number in (COPIES, copy)],
    )
    marks = ", ".join("?" * len(_EVENT))
    statement = f"INSERT INTO event ({', '.join(_EVENT)}) VALUES ({marks})"
    writer = connection.cursor()
    last: list[str] = []
    while rows := events.fetchmany(_BATCH):
        # What is vouched for is the row of the one that was copied.
        rows = [(*row[:8], _VOUCHED.sub("", row[8]), *row[9:]) for row in rows]
        writer.executemany(statement, _copies_of(rows, last))


def _copies_of(rows: list[Any], last: list[str]) -> Iterator[tuple[Any, ...]]:
    for kind, item, sequence, at, actor_id, actor, action, before, after, words, *arrivals in rows:
        if sequence == 1:
            last[:] = [NOTHING_BEFORE] * COPIES
        plain = content_hash(actor, before, after, words)
        told = _DUPLICATE.search(f"{before}{after}") is not None
        for copy in range(COPIES):
            number = (item - 1) * COPIES + copy + 1
            values, content = (before, after), plain
            if told:
                values = (_renumbered(before, copy), _renumbered(after, copy))
                content = content_hash(actor, *values, words)
            moment = arrivals[copy] or at
            last[copy] = event_hash(last[copy], kind, number, sequence, moment, actor_id, action, content)
            yield (
                kind, number, sequence, moment, actor_id, actor, action, *values, words, content, last[copy],
            )  # fmt: skip


def _renumbered(document: str, copy: int) -> str:
    return _DUPLICATE.sub(lambda found: f"{found[1]}{(int(found[2]) - 1) * COPIES + copy + 1}", document)


def _search_words(connection: sqlite3.Connection) -> None:
    """As `petitions.indexing` puts them in; of the ten only the code is another one."""
    connection.execute("INSERT INTO petition_fts (petition_fts) VALUES ('delete-all')")
    found = connection.execute(
        "SELECT p.id, p.subject, t.body, p.petitioner_name, p.about, p.external_id, p.letter_number, r.national_id,"
        " r.mobile FROM base.petition p LEFT JOIN base.petition_text t ON t.petition_id = p.id"
        " LEFT JOIN base.petitioner_identity r ON r.petitioner_id = p.petitioner_id ORDER BY p.id"
    )
    codes = connection.cursor()
    writer = connection.cursor()
    while rows := found.fetchmany(_BATCH):
        first = (rows[0][0] - 1) * COPIES
        known = dict(
            codes.execute(
                "SELECT id, tracking_code FROM petition WHERE id > ? AND id <= ?",
                (first, rows[-1][0] * COPIES),
            )
        )
        made: list[tuple[int, str]] = []
        for number, *texts in rows:
            words = terms_of(texts[:4], texts[4:])
            ids = range((number - 1) * COPIES + 1, number * COPIES + 1)
            made += [(own, f"{known[own]} {words}") for own in ids]
        writer.executemany("INSERT INTO petition_fts (rowid, terms) VALUES (?, ?)", made)
