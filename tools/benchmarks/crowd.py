"""Two hundred clerks for a minute on one PostgreSQL: how long a list takes then, and whether anything is lost.

Everything is switched on: a role for each clerk, row security, the chain of the history, presence, NOTIFY; the
server syncs its log. A list is measured by all clients, and by one more in a process of its own, which asks again and
again; each is held against itself alone: the one as it asked before, the others as each of them asked in its turn, a
while after it last did anything, as clerks do. Two hundred PCs on the two processors of a small machine wait for a
processor, which they have in an office: the times of all are told with that wait and without it, as the kernel counts
it, and what the processors did.

A process holds many clients, because a machine has not two hundred processors. What a clerk does goes through the
services, on a connection of the clerk's own role. What a window asks beside (news, counts, who is where) is sent as
the very statements that the services send, but without the services' own work for them: in an office that is done by
two hundred other PCs. Each window listens on a connection of its own, as the program does. Clerks and their windows
stand in different processes, so that what a hundred windows hear is no clerk's wait for an interpreter; what a clerk
looks at stands in memory that both share.
"""

from __future__ import annotations

import multiprocessing
import os
import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, make_url, select

from desktop_app.bootstrap import open_services
from desktop_app.database import verification
from desktop_app.database.audit import EventRecord
from desktop_app.database.rights import GROUPS
from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.model import Petition
from desktop_app.sample.filling import fill
from desktop_app.services import Services
from desktop_app.staff.roles import Membership, Role, pc_user
from tests.database.faults.servers import Server, servers
from tests.department import PASSWORD, add_person
from tests.guarded import OWNER
from tools.benchmarks.crowd_clerks import Clerk, Done, Sight, Windows
from tools.benchmarks.million import UNTIL

_PROCESSES: Final = 4
_MOST: Final = 3.0
_ALONE: Final = 60
#: As a server of an office is set: the log is synced, and there is room for everybody's connections.
_SERVER: Final = (
    "fsync=on", "full_page_writes=on", "synchronous_commit=on", "max_connections=900", "shared_buffers=256MB",
    "deadlock_timeout=1s",
)  # fmt: skip
Measured = list[tuple[str, str]]


@dataclass(frozen=True)
class Crowd:
    """What every process is told: the server, the office, how long and how often, and the memory that is shared."""

    url: str
    password: str
    units: list[int]
    seconds: float
    #: Between two acts of one clerk, on average.
    pause: float
    #: All processes are there and warm.
    warm: Any
    #: Whose turn it is, where one works and the others stand still.
    turn: Any
    ready: Any
    go: Any
    told: Any
    shared: Any


def run_clients(crowd: Crowd, named: list[tuple[int, str]], windows: bool) -> None:
    """A process: signs its clients in, waits for `go`, works for so many seconds, and tells what was done. `named`:
    their places in the shared memory and user names; `windows`: of these the windows, else the clerks."""
    # Two hundred other PCs do not take the processor from the server, and fifty of them do not wait for one another's
    # interpreter either.
    os.nice(10)
    sys.setswitchinterval(0.0005)
    ready, told = crowd.ready, crowd.told
    try:
        clerks = [
            Clerk(crowd.url, name, crowd.password, crowd.units, Sight(crowd.shared, place))
            for place, name in named
        ]
        standing = Windows(clerks) if windows else None
        for clerk in clerks:
            if windows:
                # What is asked from here on goes over the windows' own lines.
                clerk.services.database.engine.dispose()
            else:
                clerk.warm_up()
        crowd.warm.wait()
        in_turn = [] if windows else [clerk.in_turn(crowd.turn) for clerk in clerks]
        ready.release()
        crowd.go.wait()
        began = time.process_time()
        end = time.monotonic() + crowd.seconds
        if standing is None:
            threads = [threading.Thread(target=clerk.work, args=(end, crowd.pause)) for clerk in clerks]
        else:
            threads = [threading.Thread(target=standing.listen, args=(end,))]
            threads += [threading.Thread(target=standing.ask, args=(end,)) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        done = Done(in_turn=in_turn)
        for clerk in clerks:
            clerk.add_to(done)
        if standing is not None:
            standing.add_to(done)
        done.processor = time.process_time() - began
        told.put(done)
        for clerk in clerks:
            clerk.services.close()
    except BaseException as error:
        crowd.warm.abort()
        ready.release()
        told.put(repr(error))
        raise


def run(petitions: int, clients: int, seconds: int, acts: float) -> Measured:
    """What was measured, as (what, figure); `acts`: of all clients together, in a second."""
    with servers() as made:
        server = made.new(*_SERVER)
        owner = _prepared(server, petitions)
        names = _clerks(owner, clients + 1)
        units = [unit.id for unit in owner.units.all()]
        address = make_url(server.url("office")).set(drivername="postgresql")
        url = address.set(username=None).render_as_string(hide_password=False)
        server.run("ANALYZE", "office")
        watcher = Clerk(url, names[0], PASSWORD, units)
        alone = _lists(watcher, _ALONE, 0.02)
        before: list[tuple[dict[int, int], float]] = []
        done, watched = _crowd(
            url,
            names[1:],
            units,
            seconds,
            clients / acts,
            watcher,
            lambda: before.append((_versions(owner), server.processor_seconds())),
        )
        used = server.processor_seconds() - before[0][1]
        measured = [
            *_times(alone, watched, done, seconds),
            *_truth(owner, done, before[0][0], petitions),
            (
                "processors in use by the server and the clients",
                f"{used / seconds:.2f} and {done.processor / seconds:.2f}, of {os.cpu_count()}",
            ),
        ]
        watcher.services.close()
        owner.close()
        return measured


def _prepared(server: Server, petitions: int) -> Services:
    server.run(f"CREATE ROLE {OWNER} LOGIN CREATEROLE")
    for group in GROUPS:
        # They are there already, of the server's other database.
        server.run(f"GRANT {group} TO {OWNER} WITH ADMIN OPTION")
    server.run(f"CREATE DATABASE office OWNER {OWNER}")
    url = make_url(server.url("office")).set(username=OWNER).render_as_string(hide_password=False)
    services = open_services(url)
    fill(services, petitions=petitions, until=UNTIL)
    return services


def _clerks(owner: Services, count: int) -> list[str]:
    """Accounts, spread over the units; each a role of the server."""
    units = owner.units.all()
    names = [f"clerk-{number}" for number in range(count)]
    for number, name in enumerate(names):
        held = frozenset({Membership(Role.CLERK, units[number % len(units)].id)})
        add_person(owner, pc_user("benchmark"), f"کارشناس {number}", name, held, PASSWORD)
    return names


def _lists(clerk: Clerk, count: int, pause: float) -> list[float]:
    """The times of the list of a clerk's unit, one after the other."""
    clerk.done.times.clear()
    for _ in range(count):
        clerk.lists(View.MY_UNIT)
        time.sleep(pause)
    return clerk.done.times[f"list {View.MY_UNIT.value}"]


def _crowd(
    url: str,
    names: list[str],
    units: list[int],
    seconds: int,
    pause: float,
    watcher: Clerk,
    begins: Callable[[], None],
) -> tuple[Done, list[float]]:
    """Lets the clients work; returns what they did, and the lists of the one beside them."""
    context = multiprocessing.get_context("spawn")
    crowd = Crowd(
        url, PASSWORD, units, seconds, pause, context.Barrier(2 * _PROCESSES), context.Lock(),
        context.Semaphore(0), context.Event(), context.Queue(), context.RawArray("q", len(names) * Sight.WIDE),
    )  # fmt: skip
    named = list(enumerate(names))
    processes = [
        context.Process(target=run_clients, args=(crowd, named[n::_PROCESSES], windows))
        for windows in (False, True)
        for n in range(_PROCESSES)
    ]
    for process in processes:
        process.start()
    for _ in processes:
        crowd.ready.acquire()
    begins()
    crowd.go.set()
    # Until the first acts of all are there.
    time.sleep(min(3.0, seconds / 4))
    watched = _lists(watcher, int((seconds - min(6.0, seconds / 2)) / 0.25), 0.23)
    done = Done()
    for _ in processes:
        part: Any = crowd.told.get(timeout=seconds + 120)
        if not isinstance(part, Done):
            raise RuntimeError(part)
        _add(done, part)
    for process in processes:
        process.join()
    return done, watched


def _add(done: Done, part: Done) -> None:
    for name, times in part.times.items():
        done.times[name] += times
    done.in_turn += part.in_turn
    done.undisturbed += part.undisturbed
    done.tokens += part.tokens
    done.versions += part.versions
    done.asked_beside += part.asked_beside
    done.conflicts += part.conflicts
    done.troubles += part.troubles
    done.heard += part.heard
    done.processor += part.processor


def _versions(owner: Services) -> dict[int, int]:
    with owner.database.reading() as session:
        return {row.id: row.version for row in session.execute(select(Petition.id, Petition.version))}


def _times(alone: list[float], watched: list[float], done: Done, seconds: int) -> Measured:
    idle = statistics.median(alone)
    acts = sum(len(times) for times in done.times.values())
    everybody = done.times[f"list {View.MY_UNIT.value}"]
    found = [
        ("one client alone, a list of its unit", f"p50 {idle * 1000:.1f} ms"),
        ("acts of the clients", f"{acts:,}, {acts / seconds:.0f} a second, {done.conflicts} conflicts told"),
        (
            "what their windows did beside",
            f"{', '.join(f'{kind} {count:,}' for kind, count in sorted(done.asked_beside.items()))};"
            f" {done.heard:,} notifications heard",
        ),
    ]
    cold = statistics.median(done.in_turn)
    found.append(("each client in its turn, all others still", _parts(done.in_turn)))
    for who, times, against in (
        ("the one beside them", watched, idle),
        ("by all of them", everybody, cold),
        ("by all of them, without waiting for a processor of this machine", done.undisturbed, cold),
    ):
        ratio = _part(times, 0.95) / against
        mark = " !" if ratio > _MOST else ""
        found.append((f"a list of the unit, {who}", _parts(times)))
        alone_too = "alone" if against is idle else "in its turn"
        found.append((f"  p95 / p50 {alone_too} (asked: ≤ {_MOST:.0f})", f"{ratio:.2f} ×{mark}"))
    return found + [(name, _parts(times)) for name, times in sorted(done.times.items())]


def _part(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def _parts(times: list[float]) -> str:
    p50, p95, p99 = (_part(times, share) * 1000 for share in (0.5, 0.95, 0.99))
    return f"p50 {p50:.1f}, p95 {p95:.1f}, p99 {p99:.1f} ms of {len(times):,}"


def _truth(owner: Services, done: Done, before: dict[int, int], petitions: int) -> Measured:
    """Holds what was acknowledged against what is there."""
    now = _versions(owner)
    made = Counter(petition for petition, _ in done.versions)
    with owner.database.reading() as session:
        found = session.scalars(select(EventRecord.text).where(EventRecord.text.like("کار clerk-%")))
        there = Counter(found)
        events = {
            row.item_id: row.events
            for row in session.execute(
                select(EventRecord.item_id, func.max(EventRecord.sequence).label("events"))
                .where(EventRecord.item_type == "petition")
                .group_by(EventRecord.item_id)
            )
        }
    lost = sum(there[token] == 0 for token in done.tokens)
    twice = sum(count > 1 for count in there.values())
    same = sum(count > 1 for count in Counter(done.versions).values())
    # Each act that was acknowledged is a version of its petition: one that was overwritten is missing.
    missing = sum(now[petition] - before[petition] != count for petition, count in made.items())
    verdict = verification.verify(owner.database)
    errors = sum(done.troubles.values())
    return [
        ("errors (asked: 0)", str(errors)),
        *((f"  {count} ×", what) for what, count in done.troubles.most_common()),
        (
            "lost updates (asked: 0)",
            f"{lost} texts lost, {twice} twice, {same} versions made by two, {missing} petitions with other than"
            f" their acts, of {len(done.versions):,} acknowledged",
        ),
        (
            f"history of {petitions:,} petitions",
            f"{verdict.events:,} events, {'whole' if verdict.ok else f'{len(verdict.breaks)} breaks'},"
            f" longest {max(events.values())}",
        ),
    ]
