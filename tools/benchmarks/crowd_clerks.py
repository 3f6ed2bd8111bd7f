"""The clerks of the benchmark `crowd`, at work through the real services; what their windows hear and ask beside."""

from __future__ import annotations

import heapq
import itertools
import random
import selectors
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import event

from desktop_app.bootstrap import sign_in_to_server
from desktop_app.database.changes import heard
from desktop_app.database.rhythm import Rhythm, glance
from desktop_app.errors import AppError, ConflictError
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.lists.inbox import ListFilter, View
from desktop_app.petitions.lists.sections import OpenedList
from desktop_app.petitions.vocabulary import Move, Outcome
from desktop_app.services import Services
from desktop_app.staff.presence import BEATS_EVERY, Doing, OpenItem
from desktop_app.staff.roles import Actor
from desktop_app.wording.errors import error_sentence

T = TypeVar("T")
#: What of a hundred acts is what; a move opens its petition first.
_MIX: Final[tuple[tuple[str, int], ...]] = (("list", 50), ("open", 20), ("note", 15), ("move", 15))
#: The lists: mostly the unit's own, which a clerk's window opens with.
_VIEWS: Final[tuple[tuple[View, int], ...]] = (
    (View.MY_UNIT, 85),
    (View.MINE, 5),
    (View.LATE, 5),
    (View.ALL, 5),
)
#: So often a statement is sent until driver and server know it.
KNOWN: Final = 11
#: So many rows are seen at once.
ROWS: Final = 20
#: As `ui.petitions.lists.watch` and `ui.notices.bell` keep it, which want a window system to be read.
_EVERY: Final = {"news": 3.0, "counts": 10.0, "bell": 10.0}
#: As `ui.connection`: what is told within this time, in seconds, is told together.
_REST: Final = 0.7


@dataclass
class Done:
    """What the clerks of a process did; times in seconds."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    #: Tokens of acknowledged notes and moves, and petitions with the version that each made.
    tokens: list[str] = field(default_factory=list)
    versions: list[tuple[int, int]] = field(default_factory=list)
    asked_beside: Counter[str] = field(default_factory=Counter)
    conflicts: int = 0
    troubles: Counter[str] = field(default_factory=Counter)
    heard: int = 0
    processor: float = 0.0
    #: The lists of the unit without what their client waited for a processor: on a PC of its own it has one.
    undisturbed: list[float] = field(default_factory=list)
    #: The same lists of each client in its turn, while all others stand still.
    in_turn: list[float] = field(default_factory=list)


class Sight:
    """What a clerk looks at: the petition, what is done there, and the rows of the list that are seen."""

    #: Numbers that it takes in the shared memory.
    WIDE: Final = 2 + ROWS

    def __init__(self, shared: Any, place: int) -> None:
        self._shared, self._at = shared, place * self.WIDE

    @property
    def standing(self) -> int:
        return int(self._shared[self._at])

    @property
    def doing(self) -> Doing:
        return tuple(Doing)[int(self._shared[self._at + 1])]

    @property
    def rows(self) -> set[int]:
        return set(self._shared[self._at + 2 : self._at + self.WIDE])

    def stand(self, petition_id: int, doing: Doing) -> None:
        self._shared[self._at], self._shared[self._at + 1] = petition_id, tuple(Doing).index(doing)

    def show(self, opened: OpenedList) -> None:
        for place, row in enumerate(opened.rows[:ROWS]):
            self._shared[self._at + 2 + place] = row.id


class Clerk:
    """A clerk at work."""

    def __init__(
        self, url: str, username: str, password: str, units: list[int], sight: Sight | None = None
    ) -> None:
        self.services, actor = sign_in_to_server(url, username, password)
        assert actor is not None
        self.actor: Actor = actor
        self._units = units
        self._random = random.Random(username)
        self._numbers = itertools.count(1)
        self._name = username
        self.done = Done()
        self.opened: OpenedList = self.lists(View.MY_UNIT)
        self.sight = sight or Sight([0] * Sight.WIDE, 0)
        self.sight.show(self.opened)
        self.sight.stand(self.opened.rows[0].id, Doing.LOOKING)

    def lists(self, view: View) -> OpenedList:
        """Opens a list as the window does."""
        queued, began = _queued(), time.perf_counter()
        opened = self.services.inbox.open_list(self.actor, ListFilter(view=view))
        taken = time.perf_counter() - began
        self.done.times[f"list {view.value}"].append(taken)
        if view is View.MY_UNIT:
            self.done.undisturbed.append(taken - (_queued() - queued))
        return opened

    def warm_up(self) -> None:
        """Does everything before it is measured, and what is done most as often as makes both sides know each
        statement: the driver prepares one that comes for the sixth time, the server keeps its plan some five later.
        So it is on any day after nine."""
        for view, _ in _VIEWS:
            self.lists(view)
        for _ in range(KNOWN):
            self.lists(View.MY_UNIT)
        for picked in self.opened.rows[:KNOWN]:
            self.services.desk.open(self.actor, picked.id)
        self._stand(picked.id, Doing.LOOKING)
        self.services.desk.note(self.actor, picked.id, "پیش از آغاز")

    def in_turn(self, turn: Any) -> float:
        """A list of the unit while nobody else does anything, by a client that did something else for a while: as
        cold as it is when a clerk asks for one every so often."""
        with turn:
            time.sleep(0.1)
            began = time.perf_counter()
            self.lists(View.MY_UNIT)
            return time.perf_counter() - began

    def work(self, end: float, pause: float) -> None:
        """Acts at moments that nobody foresees, `pause` seconds apart on average."""
        self.done = Done()
        acts: dict[str, Callable[[], object]] = {
            "list": self._list, "open": self._open, "note": self._note, "move": self._move
        }  # fmt: skip
        while True:
            time.sleep(self._random.expovariate(1 / pause))
            if time.monotonic() > end:
                return
            act = _one_of(self._random, _MIX)
            try:
                acts[act]()
            except ConflictError:
                self.done.conflicts += 1
            except Exception as error:
                self.done.troubles[f"{act}: {named(error)}"] += 1

    def add_to(self, done: Done) -> None:
        for name, times in self.done.times.items():
            done.times[name] += times
        done.undisturbed += self.done.undisturbed
        done.tokens += self.done.tokens
        done.versions += self.done.versions
        done.conflicts += self.done.conflicts
        done.troubles += self.done.troubles

    def _list(self) -> None:
        view = _one_of(self._random, _VIEWS)
        opened = self.lists(view)
        if view is View.MY_UNIT:
            self.opened = opened
            self.sight.show(opened)

    def _open(self) -> PetitionDetail:
        rows = self.opened.rows
        picked = self._random.choice(rows).id
        return self._timed("open", lambda: self.services.desk.open(self.actor, picked))

    def _timed(self, name: str, act: Callable[[], PetitionDetail]) -> PetitionDetail:
        began = time.perf_counter()
        detail = act()
        self.done.times[name].append(time.perf_counter() - began)
        return detail

    def _token(self) -> str:
        return f"کار {self._name} {next(self._numbers)}"

    def _wrote(self, token: str, detail: PetitionDetail) -> None:
        self.done.tokens.append(token)
        self.done.versions.append((detail.id, detail.version))

    def _note(self) -> None:
        picked = self._random.choice(self.opened.rows).id
        token = self._token()
        self._stand(picked, Doing.WRITING)
        self._wrote(token, self._timed("note", lambda: self.services.desk.note(self.actor, picked, token)))
        self._stand(picked, Doing.LOOKING)

    def _stand(self, petition_id: int, doing: Doing) -> None:
        self.sight.stand(petition_id, doing)
        self.services.presence.report(self.actor, OpenItem("petition", petition_id, doing))

    def _move(self) -> None:
        seen = self._open()
        token, desk = self._token(), self.services.desk
        where = (self.actor, seen.id, seen.version)
        elsewhere = self._random.choice([unit for unit in self._units if unit != seen.unit_id])
        moves: dict[Move, Callable[[], PetitionDetail]] = {
            Move.RESOLVE: lambda: desk.resolve(*where, Outcome.ANSWERED, token),
            Move.REFER: lambda: desk.refer(*where, elsewhere, token),
            Move.GIVE_BACK: lambda: desk.give_back(*where, token),
            Move.WAIT: lambda: desk.wait(*where, token),
            Move.RESUME: lambda: desk.resume(*where, token),
        }
        allowed = [move for move in moves if move in seen.allowed]
        if Move.TAKE in seen.allowed:
            # Most of what was referred is taken; what it is then resolved or waits.
            taken = self._timed("move", lambda: desk.take(*where))
            self.done.versions.append((taken.id, taken.version))
        elif allowed:
            self._wrote(token, self._timed("move", moves[self._random.choice(allowed)]))


def named(error: BaseException) -> str:
    """What an error was: its class, the sentence that a person would read, and what the database said."""
    said = error_sentence(error) if isinstance(error, AppError) else str(error).split("\n")[0]
    cause = error.__cause__
    if cause is None:
        return f"{type(error).__name__}: {said}"
    # Where the server was when it gave up: which row or lock it waited for.
    where = getattr(getattr(getattr(cause, "orig", None), "diag", None), "context", None) or ""
    behind = " ".join(f"{type(cause).__name__}: {cause} {where}".split())
    return f"{type(error).__name__}: {said} <- {behind[:300]}"


def _queued() -> float:
    """How long this thread was ready and waited for a processor, in seconds."""
    told = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").read_text()
    return int(told.split()[1]) / 1e9


def _one_of(chance: random.Random, weighed: tuple[tuple[T, int], ...]) -> T:
    return chance.choices([item for item, _ in weighed], [weight for _, weight in weighed])[0]


@dataclass
class Statements:
    """Statements with their parameters, as the driver got them at a moment."""

    at: float = field(default_factory=time.monotonic)
    sent: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def now(self) -> list[tuple[bytes, dict[str, Any]]]:
        """The same as of now: moments have moved on."""
        since = timedelta(seconds=time.monotonic() - self.at)
        return [
            (
                statement.encode(),
                {
                    name: value + since if isinstance(value, datetime) else value
                    for name, value in parameters.items()
                },
            )
            for statement, parameters in self.sent
        ]


class Windows:
    """What the windows of a process hear and ask, by the rhythm of the program's own windows."""

    def __init__(self, clerks: list[Clerk]) -> None:
        self._clerks = clerks
        self._statements = [_statements_of(clerk) for clerk in clerks]
        self._listening = [clerk.services.database.connect_apart() for clerk in clerks]
        self._reach: list[frozenset[str]] = []
        for connection in self._listening:
            connection.execute("LISTEN mosharekat")
            [mine] = connection.execute("SELECT app.my_reach()").fetchone() or ((),)
            self._reach.append(frozenset(map(str, mine)))
        self._asking = [clerk.services.database.connect_apart() for clerk in clerks]
        self._busy = [threading.Lock() for _ in clerks]
        for n in range(len(clerks)):
            for kind in self._statements[n]:
                for _ in range(KNOWN):
                    self._send(n, kind)
        self._rhythms = [{kind: Rhythm(least) for kind, least in _EVERY.items()} for _ in clerks]
        self._rests = [0.0 for _ in clerks]
        self._waiting: list[set[str]] = [set() for _ in clerks]
        self._due: list[tuple[float, int, str]] = []
        self._lock = threading.Lock()
        self._asked: Counter[str] = Counter()
        self._troubles: Counter[str] = Counter()
        self._heard = 0

    def listen(self, end: float) -> None:
        """Hears what is told on all connections, and remembers what each window has to ask for."""
        watch = selectors.DefaultSelector()
        for n, connection in enumerate(self._listening):
            watch.register(connection.pgconn.socket, selectors.EVENT_READ, n)
        now = time.monotonic()
        with self._lock:
            for n in range(len(self._clerks)):
                heapq.heappush(self._due, (now + random.uniform(0, BEATS_EVERY), n, "beat"))
        while (now := time.monotonic()) < end:
            for key, _ in watch.select(0.2):
                self._hear(key.data, now)
            # What comes within a moment is told together.
            time.sleep(0.05)

    def _hear(self, n: int, now: float) -> None:
        line = self._listening[n].pgconn
        line.consume_input()
        told = set()
        while (notice := line.notifies()) is not None:
            self._heard += 1
            told.add(heard(notice.extra.decode(), self._reach[n]))
        clerk, kinds = self._clerks[n], set()
        if any(one is not None and one[0] == "petition" for one in told):
            kinds = {"news", "counts", "bell"}
        standing = clerk.sight.standing
        if ("presence", standing) in told:
            kinds.add("presence")
        looked_at = {standing, *clerk.sight.rows}
        if any(("petition", number) in told for number in looked_at):
            # One that is seen is read again soon; that tells as well whether others came.
            kinds = kinds - {"news"} | {"row"}
        at_once = ("petition", standing) in told
        with self._lock:
            for kind in kinds - self._waiting[n]:
                self._waiting[n].add(kind)
                rhythm = self._rhythms[n].get(kind)
                due = max(now, self._rests[n]) if rhythm is None else now + rhythm.wait(now)
                if kind == "row" and not at_once:
                    due += glance()
                heapq.heappush(self._due, (due, n, kind))

    def ask(self, end: float) -> None:
        """Asks what is due."""
        while (now := time.monotonic()) < end:
            with self._lock:
                found = heapq.heappop(self._due) if self._due and self._due[0][0] <= now else None
            if found is None:
                time.sleep(0.01)
                continue
            _, n, kind = found
            began = time.monotonic()
            try:
                self._send(n, "presence" if kind == "beat" else kind)
            except Exception as error:
                with self._lock:
                    self._troubles[f"{kind}: {named(error)}"] += 1
            ended = time.monotonic()
            with self._lock:
                self._asked[kind] += 1
                if kind == "beat":
                    heapq.heappush(self._due, (began + BEATS_EVERY, n, "beat"))
                    continue
                self._waiting[n].discard(kind)
                self._rests[n] = began + _REST
                rhythm = self._rhythms[n].get("news" if kind == "row" else kind)
                if rhythm is not None:
                    rhythm.asked(began, ended)

    def _send(self, n: int, kind: str) -> None:
        with self._busy[n]:
            for statement, parameters in self._statements[n][kind].now():
                if "doing" in parameters:
                    sight = self._clerks[n].sight
                    parameters |= {"item_id": sight.standing, "doing": sight.doing.value}
                self._asking[n].execute(statement, parameters)

    def add_to(self, done: Done) -> None:
        done.asked_beside += self._asked
        done.heard += self._heard
        done.troubles += self._troubles
        for connection in (*self._listening, *self._asking):
            connection.close()


def _statements_of(clerk: Clerk) -> dict[str, Statements]:
    """What the services send for what a window asks beside."""
    services: Services = clerk.services
    sent = Statements()

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _x: Any, _many: bool) -> None:
        sent.sent.append((statement, parameters))

    inbox, actor, rows = services.inbox, clerk.actor, clerk.opened.rows
    shown = [row.id for row in rows[:ROWS]]
    place = OpenItem("petition", shown[0], Doing.LOOKING)
    asks: dict[str, Callable[[], object]] = {
        "news": lambda: inbox.news(actor, ListFilter(view=View.MY_UNIT), clerk.opened.last_id, ()),
        "row": lambda: inbox.news(actor, ListFilter(view=View.MY_UNIT), clerk.opened.last_id, shown[:1]),
        "bell": lambda: services.notices.of(actor),
        "counts": lambda: (inbox.counts(actor), inbox.unassigned(actor)),
        "presence": lambda: services.presence.report(actor, place),
    }
    found: dict[str, Statements] = {}
    # The first time a client is entered; later it is there.
    services.presence.report(actor, place)
    event.listen(services.database.engine, "before_cursor_execute", note)
    for name, ask in asks.items():
        sent = Statements()
        ask()
        found[name] = sent
    event.remove(services.database.engine, "before_cursor_execute", note)
    return found
