"""What a portal handed in, taken in by the worker: read, routed, numbered, searchable; against the same row by row.

On SQLite, and on a real PostgreSQL that is started for it, there by a manager under row security. The worker is
a process of its own, so that its peak of memory is its own: `python -m tools.benchmarks.intake ADDRESS WHO PART`
takes in what waits, in parts of so many, prints seconds, megabytes and how many petitions it made. Row by row is a
part of one: a transaction a row, through the same service. It is measured on fewer rows and reckoned up.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, Final

import psycopg
from sqlalchemy import func, insert, make_url, select

from desktop_app.bootstrap import open_services, sign_in
from desktop_app.database.engine import sqlite_url
from desktop_app.intake.staging import service as staging
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope
from desktop_app.petitions.model import Petition
from desktop_app.petitions.routing.rules import Conditions, Consequence, words_of
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.sample.filling import SAMPLE_PASSWORD, fill
from desktop_app.sample.petitions import SamplePetition, petitions
from desktop_app.services import Services
from desktop_app.staff.roles import Actor, Membership, Role, pc_user
from tests.department import PASSWORD, add_person
from tests.guarded import OWNER, started_server
from tools.benchmarks.million import UNTIL
from tools.benchmarks.usage import peak

_SINGLY: Final = 2_000
_BEFORE: Final = 10_000
_RULES: Final = 50
_SEED: Final = 77
_SEED_OF_RULES: Final = 1405
_LEAST: Final = 6
_MOST_MEMORY: Final = 300
_AT_ONCE: Final = 2_000
#: For the whole office, as no manager of the made one is.
_MANAGER: Final = "benchmark.manager"
#: Nobody else's words hold it.
_RARE: Final = "زبرجدنشان"
Measured = list[tuple[str, str]]


def run(count: int = 100_000, engines: tuple[str, ...] = ("postgresql", "sqlite")) -> Measured:
    """What was measured, as (what, figure)."""
    on = {"postgresql": _on_postgresql, "sqlite": _on_sqlite}
    return [line for engine in engines for line in on[engine](count)]


def _on_sqlite(count: int) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        address = sqlite_url(Path(folder) / "intake.db")
        owner = open_services(address)
        fill(owner, petitions=_BEFORE, until=UNTIL)
        made = _measured("SQLite", owner, pc_user("benchmark"), address, "", count)
        owner.close()
    return made


def _on_postgresql(count: int) -> Measured:
    with started_server() as server:
        for setting in ("fsync = on", "synchronous_commit = on", "full_page_writes = on"):
            server.run(f"ALTER SYSTEM SET {setting}")
        with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE intake OWNER {OWNER}".encode())
            connection.execute("SELECT pg_reload_conf()")
        url = make_url(server.url("intake")).set(username=OWNER, password=PASSWORD)
        address = url.render_as_string(hide_password=False)
        owner = open_services(address)
        fill(owner, petitions=_BEFORE, until=UNTIL)
        everywhere = frozenset({Membership(Role.MANAGER, None)})
        add_person(owner, pc_user("benchmark"), "benchmark", _MANAGER, everywhere, SAMPLE_PASSWORD)
        manager, actor = sign_in(owner, _MANAGER, SAMPLE_PASSWORD)
        made = _measured("PostgreSQL, a manager", owner, actor, address, _MANAGER, count, manager)
        manager.close()
        owner.close()
    return made


def _measured(
    name: str,
    owner: Services,
    actor: Actor,
    address: str,
    who: str,
    count: int,
    asked: Services | None = None,
) -> Measured:
    _write_rules(owner)
    wanted = list(petitions(count + _SINGLY, _SEED, UNTIL))
    _hand_in(owner, wanted[:_SINGLY])
    singly, _, _ = _worker(address, who, 1)
    reckoned = singly / _SINGLY * count
    _hand_in(owner, wanted[_SINGLY:])
    taken, memory, made = _worker(address, who, staging.PART)
    rare = ListFilter(scope=Scope.ANY, order=Order.NEWEST, query=_RARE)
    found = (asked or owner).inbox.count(actor, rare)
    with owner.database.reading() as session:
        total = session.scalar(select(func.count()).select_from(Petition)) or 0
        routed = session.scalar(select(func.count()).where(Petition.unit_id.is_not(None))) or 0
        left = session.scalar(select(func.count()).where(IntakeSubmission.state != "done")) or 0
    assert (made, left, found) == (count, 0, 1), (made, left, found)
    ratio = reckoned / taken
    return [
        (f"{name}: {_SINGLY:,} rows, row by row", f"{singly:.1f} s"),
        (f"{name}: {count:,} rows by the worker", f"{taken:.1f} s = {count / taken:,.0f} a second"),
        (
            f"{name}: by the worker / row by row (asked: at most 1/{_LEAST})",
            f"1/{ratio:.1f}{'' if ratio >= _LEAST else ' !'}",
        ),
        (
            f"{name}: memory of the worker at its peak (asked: at most {_MOST_MEMORY} MB)",
            f"{memory:.0f} MB{'' if memory <= _MOST_MEMORY else ' !'}",
        ),
        (f"{name}: with a unit", f"{routed:,} of {total:,}"),
    ]


def _write_rules(owner: Services) -> None:
    """Rules as an office writes them: some words of petitions that came, often a kind, at times a channel."""
    units = [row.id for row in owner.units.all(active_only=True)]
    random = Random(_SEED_OF_RULES)
    came = [f"{one.subject} {one.text}" for one in petitions(20_000, _SEED_OF_RULES, date(2026, 11, 1))]
    for number in range(1, _RULES + 1):
        conditions = Conditions(
            kinds=frozenset(random.sample(sorted(Kind), random.choice((0, 1, 1, 2)))),
            channels=frozenset(random.sample(sorted(Channel), random.choice((0, 0, 0, 1, 2)))),
            words=tuple(_phrase(random.choice(came), random) for _ in range(random.choice((1, 2, 4)))),
        )
        consequence = Consequence(random.choice(units))
        owner.routing_rules.add(pc_user("benchmark"), f"قاعده {number}", conditions, consequence)


def _phrase(petition: str, random: Random) -> str:
    words = words_of(petition)
    at, length = random.randrange(len(words)), random.choice((1, 2, 2, 3))
    return " ".join(words[at : at + length])


def _hand_in(owner: Services, rows: list[SamplePetition]) -> None:
    """As a portal writes it."""
    for first in range(0, len(rows), _AT_ONCE):
        values = [_row(one) for one in rows[first : first + _AT_ONCE]]
        with owner.database.writing() as session:
            session.execute(insert(IntakeSubmission), values)


def _row(one: SamplePetition) -> dict[str, Any]:
    payload = {
        "نوع": one.kind, "موضوع": one.subject, "متن": one.text, "نام": one.name, "کد ملی": one.national_id,
        "تلفن همراه": one.mobile, "رایانامه": one.email, "دربارهٔ": one.about,
    }  # fmt: skip
    if one.number == _SINGLY + 1:
        payload["متن"] = f"{one.text} {_RARE}"
    return {
        "channel": "portal",
        "external_id": f"B-{one.number}",
        "received_at": one.received_at,
        "payload": {name: value for name, value in payload.items() if value},
    }


def _worker(address: str, who: str, part: int) -> tuple[float, float, int]:
    call = [sys.executable, "-m", "tools.benchmarks.intake", address, who or "-", str(part)]
    answer = subprocess.run(call, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    return float(answer[0]), float(answer[1]), int(answer[2])


def main() -> None:
    """Takes in what waits."""
    address, who, part = sys.argv[1:]
    staging.PART = int(part)  # type: ignore[misc]
    opened = open_services(address)
    services, actor = (opened, pc_user("benchmark")) if who == "-" else sign_in(opened, who, SAMPLE_PASSWORD)
    began = time.perf_counter()
    taken = services.staging.run(actor)
    print(time.perf_counter() - began, peak() or 0, taken.petitions)
    services.close()


if __name__ == "__main__":
    main()
