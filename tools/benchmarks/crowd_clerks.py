"""The clerks of the benchmark `crowd`, at work through the real services; what they look at and what they did."""

from __future__ import annotations

import itertools
import random
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from desktop_app.bootstrap import sign_in_to_server
from desktop_app.errors import AppError, ConflictError
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.lists.inbox import ListFilter, View
from desktop_app.petitions.lists.sections import OpenedList
from desktop_app.petitions.vocabulary import Move, Outcome
from desktop_app.staff.presence import Doing, OpenItem
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
