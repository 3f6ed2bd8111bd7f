"""Clerks that write continuously, each with its own client, and remember the outcome of each write."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select

from desktop_app.bootstrap import open_services
from desktop_app.database.audit import EventRecord
from desktop_app.errors import AppError, OutcomeUnknownError
from desktop_app.petitions.model import PetitionText
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.services import Services
from desktop_app.staff.roles import Actor, pc_user

_CLERK: Final = pc_user("reception")


@dataclass
class Outcomes:
    """The outcomes reported to the clerks, and the times of acknowledgements as (monotonic time, clerk)."""

    acknowledged: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    moments: list[tuple[float, int]] = field(default_factory=list)
    bugs: list[Exception] = field(default_factory=list)
    troubles: Counter[str] = field(default_factory=Counter)

    def usable_after(self, moment: float, clerks: int) -> float:
        """Returns the seconds from `moment` until every clerk had a write acknowledged."""
        firsts = [min((at for at, who in list(self.moments) if who == clerk and at > moment), default=float("inf"))
                  for clerk in range(clerks)]  # fmt: skip
        return max(firsts) - moment


@dataclass(frozen=True)
class Count:
    """The content of the database, compared with the reported outcomes."""

    acknowledged: int
    lost: int
    twice: int
    refused_but_there: int
    unknown: int


class Load:
    """`clerks` threads that add notes and register petitions until stopped; each text is padded by `weight`
    characters.
    """

    def __init__(self, url: str, clerks: int, actor: Actor = _CLERK, *, weight: int = 0) -> None:
        self.outcomes = Outcomes()
        self.clerks = clerks
        self._actor = actor
        self._weight = weight
        self._end = threading.Event()
        self.services = [open_services(url, prepare_schema=False) for _ in range(clerks)]
        shared = self._register(self.services[0], "درخواست مشترک")
        self._threads = [threading.Thread(target=self._work, args=(n, shared)) for n in range(clerks)]

    @contextmanager
    def running(self) -> Iterator[Outcomes]:
        for thread in self._threads:
            thread.start()
        try:
            yield self.outcomes
        finally:
            self._end.set()
            for thread in self._threads:
                thread.join()
            for services in self.services:
                services.close()

    def wait_for(self, more: int, within: float = 15.0) -> None:
        """Waits until so many more writes were acknowledged."""
        wanted = len(self.outcomes.acknowledged) + more
        deadline = time.monotonic() + within
        while len(self.outcomes.acknowledged) < wanted and time.monotonic() < deadline:
            time.sleep(0.01)

    def wait_for_refusals(self, each: int, within: float = 15.0) -> None:
        """Waits until every clerk was refused so many more times."""
        wanted = len(self.outcomes.refused) + each * self.clerks
        deadline = time.monotonic() + within
        while len(self.outcomes.refused) < wanted and time.monotonic() < deadline:
            time.sleep(0.01)

    def usable_after(self, moment: float, within: float = 15.0) -> float:
        """Waits until every clerk had a write acknowledged after `moment`, and returns the seconds that it took."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline and self.outcomes.usable_after(moment, self.clerks) == float("inf"):
            time.sleep(0.01)
        return self.outcomes.usable_after(moment, self.clerks)

    def _register(self, services: Services, text: str) -> int:
        petition = NewPetition(kind=Kind.REQUEST, channel=Channel.PHONE, text=text)
        return services.register.register(self._actor, petition).id

    def _work(self, clerk: int, shared: int) -> None:
        services, outcomes = self.services[clerk], self.outcomes
        number = 0
        while not self._end.is_set():
            number += 1
            # Random digits, which the database cannot compress.
            token = f"کار {clerk}-{number} {random.randbytes(self._weight // 2).hex()}".rstrip()
            try:
                if number % 4:
                    services.desk.note(self._actor, shared, token)
                else:
                    self._register(services, token)
            except OutcomeUnknownError:
                outcomes.unknown.append(token)
            except AppError as error:
                outcomes.refused.append(token)
                outcomes.troubles[error.code] += 1
                time.sleep(0.05)
            except Exception as error:
                outcomes.bugs.append(error)
                return
            else:
                outcomes.acknowledged.append(token)
                outcomes.moments.append((time.monotonic(), clerk))


def counted(url: str, outcomes: Outcomes) -> Count:
    """Compares the reported outcomes with the content of the database."""
    services = open_services(url, prepare_schema=False)
    with services.database.reading() as session:
        there = Counter(session.scalars(select(EventRecord.text).where(EventRecord.action == "note")))
        there.update(session.scalars(select(PetitionText.body)))
    services.close()
    return Count(
        acknowledged=len(outcomes.acknowledged),
        lost=sum(there[token] == 0 for token in outcomes.acknowledged),
        twice=sum(times > 1 for times in there.values()),
        refused_but_there=sum(there[token] > 0 for token in outcomes.refused),
        unknown=len(outcomes.unknown),
    )
