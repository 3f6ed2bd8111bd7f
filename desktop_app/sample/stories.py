"""Stories of sample petitions after their receipt: moves of the state table, in working hours."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from random import Random
from typing import Final

from desktop_app.sample.moments import CLOSES, DAYS, OPENS, SampleYears
from desktop_app.sample.office import clerks, manager, needs_approval
from desktop_app.sample.pools import pools

#: The state after each move; "note" changes nothing.
_STATE_AFTER: Final = {
    "refer": "referred", "give_back": "registered", "take": "in_progress", "wait": "waiting", "resume": "in_progress",
    "submit": "awaiting_approval", "send_back": "in_progress", "resolve": "resolved", "close": "resolved",
    "reopen": "in_progress",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SampleStep:
    """One step: a move of the state table, or "note".

    `at` is timezone-aware, UTC. `by` is a user name, None for a routing rule. `unit` is the responsible unit
    after the step. `text` is the order (refer, may be empty), the note, the reason (give_back, wait,
    send_back, close, reopen) or the reply (submit, resolve). `satisfaction` is 1 to 5, or None if not asked.
    """

    move: str
    at: datetime
    by: str | None
    unit: str | None
    text: str = ""
    outcome: str | None = None
    satisfaction: int | None = None


def state_after(story: tuple[SampleStep, ...]) -> str:
    """The status at the end of a story."""
    for step in reversed(story):
        if step.move != "note":
            return _STATE_AFTER[step.move]
    return "registered"


class _EndOfSpanError(Exception):
    """Raised where the next step would be after the end of the span, so that the story stays incomplete."""


@lru_cache(maxsize=1)
def _durations() -> tuple[int, ...]:
    """Working days, log-normal: median 6, one in ten above 19, at most 90."""
    rng = Random(1)
    return tuple(min(90, int(6 * math.exp(0.9 * rng.gauss(0, 1)))) for _ in range(1024))


class Teller:
    """Generates stories within a span; keeps the position of the current story."""

    def __init__(self, rng: Random, span: SampleYears) -> None:
        self._random: Callable[[], float] = rng.random
        self._span = span
        self._pools = pools("petitions/general")
        self._durations = _durations()
        self._steps: list[SampleStep] = []
        self._day = 0
        self._second = 0

    def tell(self, day: int, second: int, kind: str, unit: str | None) -> tuple[SampleStep, ...]:
        """Returns the story of a petition received at `second` of `day`; without `unit`, no routing rule matches."""
        self._begin(day, second)
        try:
            if unit is None:
                self._unrouted()
            else:
                self._routed(kind, unit)
        except _EndOfSpanError:
            pass
        return tuple(self._steps)

    def tell_repeat(self, day: int, second: int, unit: str) -> tuple[SampleStep, ...]:
        """Returns the story of a repeated petition, which is closed as a duplicate."""
        self._begin(day, second)
        try:
            self._by_rule(unit)
            self._move("take", 1, self._clerk(unit), unit)
            self._move("close", 1, manager(unit), unit, self._pick("close_duplicate"), outcome="duplicate")
        except _EndOfSpanError:
            pass
        return tuple(self._steps)

    def _begin(self, day: int, second: int) -> None:
        self._steps = []
        self._day, self._second = day, second

    def _pick(self, pool: str) -> str:
        entries = self._pools[pool]
        return entries[int(self._random() * len(entries))]

    def _clerk(self, unit: str) -> str:
        people = clerks(unit)
        return people[int(self._random() * len(people))]

    def _unrouted(self) -> None:
        random = self._random
        wait = 3 + int(random() * 40)
        if random() < 0.75:
            withdrawn = random() < 0.15
            reason = self._pick("close_withdrawn" if withdrawn else "close_inadmissible")
            outcome = "withdrawn" if withdrawn else "inadmissible"
            self._move("close", wait, self._clerk("desk"), None, reason, outcome=outcome)
            return
        self._move("refer", wait, self._clerk("desk"), "desk", self._pick("order_note"))
        clerk = self._clerk("desk")
        self._move("take", 1, clerk, "desk")
        reply = self._pick("reply_passed")
        self._move(
            "resolve", 2, manager("desk"), "desk", reply, outcome="passed_on", satisfaction=self._satisfied(2)
        )

    def _routed(self, kind: str, unit: str) -> None:
        random = self._random
        if random() < 0.78:
            self._by_rule(unit)
        else:
            self._by_hand(unit)
        if self._stuck(0.2):
            return
        clerk = self._clerk(unit)
        self._move("take", int(random() * random() * 6), clerk, unit)
        self._work(unit, clerk)
        self._finish(kind, unit, clerk)
        if random() < 0.025:
            self._move("reopen", 4 + int(random() * 20), clerk, unit, self._pick("reopen_reason"))
            self._finish(kind, unit, clerk)

    def _by_rule(self, unit: str) -> None:
        start = self._span.starts[self._day]
        self._steps.append(SampleStep("refer", start + timedelta(seconds=self._second + 2), None, unit))
        self._second += 3

    def _by_hand(self, unit: str) -> None:
        clerk = self._clerk("desk")
        if unit != "desk" and self._random() < 0.08:
            self._move("refer", 1, clerk, "legal" if unit != "legal" else "book")
            wrong = self._steps[-1].unit or "desk"
            self._move("give_back", 1, self._clerk(wrong), None, self._pick("return_reason"))
        note = self._pick("order_note") if self._random() < 0.7 else ""
        self._move("refer", int(self._random() * 3), clerk, unit, note)

    def _work(self, unit: str, clerk: str) -> None:
        random = self._random
        if random() < 0.4:
            self._move("note", 1 + int(random() * 3), clerk, unit, self._pick("note"))
        if random() < 0.12:
            self._move("wait", int(random() * 2), clerk, unit, self._pick("waiting_reason"))
            if self._stuck(0.35):
                raise _EndOfSpanError
            self._move("resume", 1 + int(random() * 16), clerk, unit)
        elif self._stuck(0.12):
            raise _EndOfSpanError
        self._later(self._durations[int(random() * 1024)])

    def _finish(self, kind: str, unit: str, clerk: str) -> None:
        random = self._random
        outcome, pool, mood = self._outcome(kind)
        reply = self._pick(pool)
        closes = clerk
        if kind == "complaint" or needs_approval(unit):
            closes = manager(unit)
            self._move("submit", 0, clerk, unit, reply)
            if random() < 0.06:
                self._move("send_back", 1, closes, unit, self._pick("send_back_reason"))
                self._move("submit", 1, clerk, unit, reply)
        days = int(random() * 3) if closes != clerk else 0
        self._move("resolve", days, closes, unit, reply, outcome=outcome, satisfaction=self._satisfied(mood))

    def _outcome(self, kind: str) -> tuple[str, str, int]:
        """Returns outcome, pool of replies, and the expected satisfaction (3 high, 1 low)."""
        chance = self._random()
        if kind in {"request", "complaint"} and chance < 0.12:
            return "refused", "reply_refused", 1
        if kind == "request":
            if chance < 0.22:
                return "partly_granted", "reply_partly", 2
            return ("granted", "reply_good", 3) if chance < 0.82 else ("answered", "reply_request", 2)
        if kind == "complaint":
            return ("granted", "reply_good", 3) if chance < 0.45 else ("answered", "reply_complaint", 2)
        return "answered", "reply_criticism" if kind == "criticism" else "reply_opinion", 2

    def _satisfied(self, mood: int) -> int | None:
        if self._random() > 0.55:
            return None
        return max(1, min(5, mood + int(self._random() * 3) - (self._random() < 0.2)))

    def _stuck(self, chance: float) -> bool:
        """Whether a recent petition stays open for too long; old ones are all finished."""
        return DAYS - self._day < 75 and self._random() < chance * (1 - (DAYS - self._day) / 75)

    def _later(self, days: int) -> None:
        """Moves on by `days`, to the next working day; raises `_EndOfSpanError` after the end."""
        day = self._day + days
        if day >= DAYS:
            raise _EndOfSpanError
        if days or not self._span.works[day]:
            self._second = 0
        self._day = day

    def _move(
        self,
        move: str,
        days: int,
        by: str,
        unit: str | None,
        text: str = "",
        outcome: str | None = None,
        satisfaction: int | None = None,
    ) -> None:
        day = self._day + days
        second = self._second + 300 if day == self._day else 0
        if second > CLOSES:
            day, second = day + 1, 0
        work = self._span.next_work[day] if day < DAYS else DAYS
        if work >= DAYS:
            raise _EndOfSpanError
        second = 0 if work != day else second
        earliest = max(second, OPENS)
        second = earliest + int(self._random() * (CLOSES + 600 - earliest))
        self._day, self._second = work, second
        at = self._span.starts[work] + timedelta(seconds=second)
        self._steps.append(SampleStep(move, at, by, unit, text, outcome, satisfaction))
