"""Tests rules on received petitions: compares where they would have been sent with where they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from sqlalchemy import func, select

from desktop_app.database.engine import Database
from desktop_app.persian.dates import JalaliMonth, start_of_day, tehran_day
from desktop_app.petitions.model import Petition
from desktop_app.petitions.routing.applying import as_they_came
from desktop_app.petitions.routing.matching import Router
from desktop_app.petitions.routing.rules import Incoming, RuleDefinition
from desktop_app.petitions.visibility import reach
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor, Role

#: How many texts are in memory at a time.
_PART: Final = 500
#: How many petitions with another result are listed.
SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A petition that would have been sent to another unit; `unit_id` is its present unit, None if it has none."""

    petition_id: int
    tracking_code: str
    subject: str
    unit_id: int | None
    rule_id: int


@dataclass(slots=True)
class RoutingTrial:
    """The result for the petitions of these days (inclusive) that the person may see."""

    first: date
    last: date
    total: int = 0
    #: The number of petitions that each rule would have routed, by rule id.
    moved: Counter[int] = field(default_factory=Counter)
    #: The same by present unit: (rule, unit or None).
    against: Counter[tuple[int, int | None]] = field(default_factory=Counter)
    unrouted: int = 0
    elsewhere: list[Elsewhere] = field(default_factory=list)
    cancelled: bool = False

    def differing(self, units: Mapping[int, int], rule_id: int | None = None) -> int:
        """Returns how many would have been sent to another unit than the present one: all, or those of a rule.

        `units` maps each rule to its unit.
        """
        return sum(
            count
            for (number, unit), count in self.against.items()
            if unit != units[number] and rule_id in (None, number)
        )


class Trials:
    """Tests rules, which need not be in force or even stored."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def months(self, count: int) -> tuple[date, date]:
        """Returns the first and last day of so many whole Jalali months before the present one."""
        with self._database.reading() as session:
            first = last = JalaliMonth.of(tehran_day(self._database.now(session))).previous()
        for _ in range(count - 1):
            first = first.previous()
        return first.first_day, last.last_day

    def run(
        self,
        actor: Actor,
        rules: Sequence[RuleDefinition],
        first: date,
        last: date,
        progress: Progress | None = None,
        *,
        of: int | None = None,
    ) -> RoutingTrial:
        """Tests the rules, in their order, on petitions received from `first` to `last`.

        Petitions with another result are listed: of all rules, or of the rule `of`.
        """
        actor.must_be(Role.ADMINISTRATOR, Role.MANAGER, Role.CLERK, act="try_routing")
        progress = progress or SilentProgress()
        router, trial = Router(rules), RoutingTrial(first, last)
        with self._database.reading() as session:
            conditions = [
                Petition.received_at >= start_of_day(first),
                Petition.received_at < start_of_day(last + timedelta(days=1)),
                *reach(session, actor),
            ]
            expected = session.scalar(select(func.count()).select_from(Petition).where(*conditions)) or 0
            statement = (
                as_they_came(Petition.id, Petition.tracking_code, Petition.unit_id)
                .where(*conditions)
                .order_by(Petition.received_at, Petition.id)
            )
            found = session.execute(statement.execution_options(yield_per=_PART))
            for part in found.partitions():
                if progress.cancelled():
                    trial.cancelled = True
                    break
                for number, code, unit, *seen in part:
                    _try(trial, router, number, code, unit, Incoming(*seen), of)
                progress.report(trial.total, expected)
        return trial


def _try(
    trial: RoutingTrial,
    router: Router,
    number: int,
    code: str,
    unit: int | None,
    incoming: Incoming,
    of: int | None,
) -> None:
    trial.total += 1
    rule = router.first(incoming)
    if rule is None:
        trial.unrouted += 1
        return
    trial.moved[rule.id] += 1
    trial.against[rule.id, unit] += 1
    if of in (None, rule.id) and unit != rule.then.unit_id and len(trial.elsewhere) < SHOWN:
        trial.elsewhere.append(Elsewhere(number, code, incoming.subject, unit, rule.id))
