"""The windows of the benchmark `crowd`: what they hear, and the statements that they ask beside."""

from __future__ import annotations

import heapq
import random
import selectors
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import event

from desktop_app.database.changes import heard
from desktop_app.database.rhythm import Rhythm, glance
from desktop_app.petitions.lists.inbox import ListFilter, View
from desktop_app.services import Services
from desktop_app.staff.presence import BEATS_EVERY, Doing, OpenItem
from tools.benchmarks.crowd_clerks import KNOWN, ROWS, Clerk, Done, named

#: As `ui.petitions.lists.watch` and `ui.notices.bell` keep it, which want a window system to be read.
_EVERY: Final = {"news": 3.0, "counts": 10.0, "bell": 10.0}
#: As `ui.connection`: what is told within this time, in seconds, is told together.
_REST: Final = 0.7


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
