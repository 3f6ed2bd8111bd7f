"""The lists of the desk: first screen, any place at once, counts of all views, frames while scrolling; on SQLite by
the PC's user, on PostgreSQL by a manager's role under row security.

Each list of `INDEXED` is measured against fetching as many rows by primary key, and against OFFSET; `OTHERS` have no
index and are held to a second.
"""

from __future__ import annotations

import itertools
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import gettempdir
from typing import Final

from sqlalchemy import select

from desktop_app.bootstrap import open_services, sign_in
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.lists.conditions import conditions_of
from desktop_app.petitions.lists.filters import Grouping, ListFilter, Order, Scope, View
from desktop_app.petitions.lists.id_vectors import numbers_of
from desktop_app.petitions.lists.ordering import in_order, key_of
from desktop_app.petitions.lists.rows import row_of, select_rows
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import reach
from desktop_app.petitions.vocabulary import Status
from desktop_app.sample.filling import SAMPLE_PASSWORD
from desktop_app.services import Services
from desktop_app.staff.roles import Actor, pc_user
from tools.benchmarks.kept import kept_database
from tools.benchmarks.million import services

Measured = list[tuple[str, str]]
FIRST: Final = 50
CHUNK: Final = 256
ROUNDS: Final = 41
#: Only where OFFSET has far to go does it say anything.
_FAR: Final = 20_000


def indexed(unit: int, clerk: int) -> dict[str, ListFilter]:
    """The orders and filters that have an index, and their usual pairs."""
    everything = ListFilter(scope=Scope.ANY, order=Order.NEWEST)
    return {
        "everything, newest first": everything,
        "everything, oldest first": replace(everything, order=Order.OLDEST),
        "everything, by deadline": replace(everything, order=Order.DEADLINE),
        "open, by deadline": ListFilter(),
        "open, newest first": ListFilter(order=Order.NEWEST),
        "closed, newest first": ListFilter(scope=Scope.CLOSED, order=Order.NEWEST),
        "received in a month": replace(everything, received=DayRange(words="ماه گذشته")),
        "due this week": ListFilter(due=DayRange(words="این هفته")),
        "late": ListFilter(view=View.LATE),
        "a unit, open, by deadline": ListFilter(unit_id=unit),
        "a unit, newest first": replace(everything, unit_id=unit),
        "an assignee, open, by deadline": ListFilter(assignee_id=clerk),
        "an assignee, newest first": replace(everything, assignee_id=clerk),
        "in progress, by deadline": ListFilter(status=Status.IN_PROGRESS),
        "waiting, by deadline": ListFilter(status=Status.WAITING),
        "resolved, newest first": replace(everything, status=Status.RESOLVED),
        "complaints, open, by deadline": ListFilter(kind="complaint"),
        "complaints, newest first": replace(everything, kind="complaint"),
        "by letter, open, by deadline": ListFilter(channel="letter"),
        "by letter, newest first": replace(everything, channel="letter"),
        "a unit's complaints, newest first": replace(everything, unit_id=unit, kind="complaint"),
        "a unit's waiting, by deadline": ListFilter(unit_id=unit, status=Status.WAITING),
    }


def others(unit: int) -> dict[str, ListFilter]:
    """Without an index: worked out once, when they are opened."""
    everything = ListFilter(scope=Scope.ANY, order=Order.NEWEST)
    return {
        "everything, by subject": replace(everything, order=Order.SUBJECT),
        "everything, by petitioner": replace(everything, order=Order.SENDER),
        "everything, by assignee": replace(everything, order=Order.ASSIGNEE),
        "everything, by state": replace(everything, order=Order.STATUS),
        "everything under headings by unit": replace(everything, grouping=Grouping.UNIT),
        "everything under headings by petitioner": replace(everything, grouping=Grouping.SENDER),
        "of publishers, newest first": replace(everything, group="publisher"),
        "about something": replace(everything, about="پروانه"),
        "a unit, by subject": replace(everything, unit_id=unit, order=Order.SUBJECT),
    }


def run(petitions: int, engines: tuple[str, ...] = ("sqlite", "postgresql")) -> Measured:
    """What was measured, as (what, figure)."""
    made: Measured = []
    for engine in engines:
        with opened(engine, petitions) as (office, actor):
            made.append((f"{engine}, {petitions:,} petitions, by {actor.name}", ""))
            made.extend(_lists(office, actor))
            made.append(
                (
                    "the counts of all built-in views and ten saved ones (asked: ≤ 200 ms)",
                    _counts(office, actor),
                )
            )
            made.extend(_scrolling(office, actor))
    return made


@contextmanager
def opened(engine: str, petitions: int) -> Iterator[tuple[Services, Actor]]:
    """The services over so many petitions on an engine, and who asks; PostgreSQL runs as long as it is used."""
    if engine == "sqlite":
        office = services(petitions)
        yield office, pc_user("benchmark")
        office.close()
        return
    with kept_database(petitions) as address:
        owner = open_services(address, prepare_schema=False)
        clerk, actor = sign_in(owner, "f.rostami", SAMPLE_PASSWORD)
        yield clerk, actor
        clerk.close()
        owner.close()


def _lists(office: Services, actor: Actor) -> Measured:
    unit, clerk = _biggest(office, actor)
    made: Measured = []
    newest = office.inbox.first(actor, ListFilter(scope=Scope.ANY, order=Order.NEWEST), 20 * FIRST)
    fifty = [row.id for row in newest[::20]]
    for name, wanted in indexed(unit, clerk).items():
        made.append((name, _line(office, actor, wanted, fifty, offset=True)))
    for name, wanted in others(unit).items():
        made.append((name, _line(office, actor, wanted, fifty, offset=False)))
    return made


def _biggest(office: Services, actor: Actor) -> tuple[int, int]:
    """The unit and the assignee with the most petitions in reach."""
    with office.database.reading() as session:
        rows = session.execute(
            select(Petition.unit_id, Petition.assignee_id).where(
                Petition.unit_id.is_not(None), Petition.assignee_id.is_not(None), *reach(session, actor)
            )
        ).all()
    return statistics.mode(row[0] or 0 for row in rows), statistics.mode(row[1] or 0 for row in rows)


def _line(office: Services, actor: Actor, wanted: ListFilter, fifty: list[int], *, offset: bool) -> str:
    inbox, random = office.inbox, Random(7)
    began = time.perf_counter()
    outline = inbox.outline(actor, wanted)
    opening = (time.perf_counter() - began) * 1000
    if outline.total == 0:
        return "nothing in it"
    first, by_key = _side_by_side(
        lambda: inbox.first(actor, wanted, FIRST), lambda: _fetch(office, actor, fifty), times=ROUNDS
    )
    last = max(outline.total - CHUNK, 1)
    places = itertools.cycle([random.randrange(last) for _ in range(ROUNDS)])
    # A chunk of neighbours, as a page is one; each at a place of its own where nobody was before, as the jumps are:
    # a chunk that is fetched a second time lies in memory, and a jump does not.
    ids = _in_order(office, actor, wanted)
    starts = [random.randrange(last) for _ in range(ROUNDS)]
    chunks = itertools.cycle([ids[start : start + CHUNK] for start in starts])
    jump, chunk = _side_by_side(
        lambda: inbox.page(actor, wanted, outline, next(places), CHUNK),
        lambda: _fetch(office, actor, next(chunks)),
        times=ROUNDS,
    )
    ratio, jumped = _p50(first) / _p50(by_key), _p95(jump) / _p95(chunk)
    told = f"{outline.total:>9,} rows · opened {opening:6.0f} ms · first {_p50(first):7.2f} ms"
    if offset:
        told += f" = {ratio:5.2f} × key{_mark(ratio > 3)}"
    told += f" · jump p95 {_p95(jump):6.2f} ms"
    told += f" = {jumped:4.2f} × key{_mark(jumped > 2)}" if offset else _mark(_p95(jump) > 1000)
    if offset and outline.total >= _FAR:
        far = _times(lambda: _by_offset(office, actor, wanted, next(places)), 9)
        gain = _p95(far) / _p95(jump)
        told += f" · OFFSET p95 {_p95(far):6.1f} ms = {gain:3.0f} ×{_mark(gain < 20)}"
    return told


def _fetch(office: Services, actor: Actor, ids: list[int]) -> None:
    with office.database.reading() as session:
        rows = session.execute(select_rows(actor).where(Petition.id.in_(ids)))
        assert len([row_of(row) for row in rows]) == len(ids)


def _in_order(office: Services, actor: Actor, wanted: ListFilter) -> list[int]:
    """Every id of a list in its order."""
    with office.database.reading() as session:
        today = tehran_day(office.database.now(session))
        conditions = [*reach(session, actor), *conditions_of(actor, wanted, today)]
        return list(numbers_of(session, in_order(select(Petition.id).where(*conditions), wanted, today))[0])


def _by_offset(office: Services, actor: Actor, wanted: ListFilter, place: int) -> None:
    """The same rows with the same joins, reached the other way."""
    with office.database.reading() as session:
        today = tehran_day(office.database.now(session))
        conditions = [*reach(session, actor), *conditions_of(actor, wanted, today)]
        columns = [column.desc() if wanted.descending else column for column in key_of(wanted.order)]
        rows = session.execute(
            select_rows(actor).where(*conditions).order_by(*columns).offset(place).limit(CHUNK)
        )
        assert [row_of(row) for row in rows]


def _counts(office: Services, actor: Actor) -> str:
    unit, clerk = _biggest(office, actor)
    saved = [*indexed(unit, clerk).values()][3:13]
    built_in = _times(lambda: office.inbox.counts(actor))
    kept = _times(lambda: office.inbox.counts_of(actor, saved), 9)
    both = _p50(built_in) + _p50(kept)
    return f"{both:.0f} ms ({_p50(built_in):.0f} + {_p50(kept):.0f}){_mark(both > 200)}"


def _scrolling(office: Services, actor: Actor) -> Measured:
    """Frames of the real table on the longest list, chunks arriving from the worker meanwhile; and what it keeps."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtTest import QTest  # noqa: PLC0415 - the platform is chosen first
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    from desktop_app.settings import Settings  # noqa: PLC0415
    from ui import jobs  # noqa: PLC0415
    from ui.application import make_application  # noqa: PLC0415
    from ui.petitions.lists.model import PetitionListModel  # noqa: PLC0415
    from ui.petitions.lists.table import PetitionTable  # noqa: PLC0415
    from ui.workplace import Workplace  # noqa: PLC0415

    settings = Settings(data_folder=Path(gettempdir()), theme="light")
    _application.append(make_application(settings) if not _application else _application[0])
    owner = QWidget()
    model = PetitionListModel(Workplace(office, actor, settings), owner)
    table = PetitionTable(model, actor.person_id, owner)
    table.resize(1000, 760)
    owner.resize(1000, 760)
    owner.show()
    if not QTest.qWaitForWindowExposed(owner):
        raise RuntimeError("The window was not exposed")

    def wait() -> None:
        while not jobs.wait_all() or model.reading:
            QTest.qWait(1)

    model.show_list(ListFilter(order=Order.NEWEST))
    wait()
    before = resident()
    model.show_list(ListFilter(scope=Scope.ANY, order=Order.NEWEST))
    wait()
    bar, frames = table.verticalScrollBar(), list[float]()
    for step in range(600):
        # By the wheel, with a throw to another place now and then.
        target = bar.maximum() * (step * 7919 % 600) // 600 if step % 50 == 0 else bar.value() + 108
        # The time of this thread: what else the machine does at the moment is no part of a frame.
        began = time.thread_time()
        bar.setValue(target)
        # As Qt does it: what was scrolled is moved, what came into view is painted; answers of the worker too.
        QApplication.processEvents()
        frames.append((time.thread_time() - began) * 1000)
        QTest.qWait(1)
    wait()
    more = resident() - before
    owner.close()
    owner.deleteLater()
    frame = f"p50 {_p50(frames):.1f} ms · p95 {_p95(frames):.1f} ms{_mark(_p95(frames) > 16)}"
    return [
        (f"a frame while scrolling {model.outline.total:,} rows (asked: p95 ≤ 16 ms)", frame),
        ("memory more than with the open ones (asked: ≤ 60 MB)", f"{more:.0f} MB{_mark(more > 60)}"),
    ]


#: One for the whole process.
_application: list[object] = []


def resident() -> float:
    """What this process holds in memory now, in megabytes; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmRSS:")]
    return int(line.split()[1]) / 1024


def _side_by_side(
    one: Callable[[], object], other: Callable[[], object], *, times: int
) -> tuple[list[float], list[float]]:
    """What each takes, in turn: whatever else the machine does meanwhile meets both."""
    first, second = list[float](), list[float]()
    for _ in range(times):
        first.extend(_times(one, 1))
        second.extend(_times(other, 1))
    return first, second


def _times(work: Callable[[], object], times: int = ROUNDS) -> list[float]:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def _p50(taken: list[float]) -> float:
    return statistics.median(taken)


def _p95(taken: list[float]) -> float:
    return sorted(taken)[min(int(len(taken) * 0.95), len(taken) - 1)]


def _mark(missed: bool) -> str:
    return " !" if missed else ""
