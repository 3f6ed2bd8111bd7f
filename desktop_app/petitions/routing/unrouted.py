"""Routes waiting petitions by the rules in force: one bulk referral for each rule, which can be undone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from desktop_app.database.engine import Database
from desktop_app.errors import AppError
from desktop_app.petitions.bulk.acts import Refer
from desktop_app.petitions.bulk.run import BulkProgress, BulkSelection
from desktop_app.petitions.bulk.service import Bulk
from desktop_app.petitions.model import Petition
from desktop_app.petitions.routing.applying import as_they_came, router_in_force
from desktop_app.petitions.routing.rules import Incoming, RuleDefinition
from desktop_app.petitions.visibility import reach
from desktop_app.petitions.vocabulary import Status
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor, Role

_PART: Final = 500


@dataclass(slots=True)
class RoutingPlan:
    """The petitions that each rule would route; `left` of them wait for a person."""

    by_rule: dict[RuleDefinition, list[int]] = field(default_factory=dict)
    left: int = 0

    @property
    def count(self) -> int:
        return sum(map(len, self.by_rule.values()))


@dataclass(slots=True)
class Routed:
    """The result: the bulk runs in their order, each of which can also be undone separately."""

    runs: list[BulkProgress] = field(default_factory=list)
    moved: int = 0
    failed: int = 0
    cancelled: bool = False
    stopped: AppError | None = None


class Unrouted:
    """Applies the rules in force to petitions without a unit."""

    def __init__(self, database: Database, bulk: Bulk) -> None:
        self._database, self._bulk = database, bulk

    def plan(self, actor: Actor) -> RoutingPlan:
        """Returns what would be routed now. Raises `NotPermittedError` for a person who may not refer."""
        actor.must_be(Role.CLERK, Role.MANAGER, act="refer")
        plan, by_rule = RoutingPlan(), defaultdict[RuleDefinition, list[int]](list)
        with self._database.reading() as session:
            router = router_in_force(session)
            statement = (
                as_they_came(Petition.id)
                .where(
                    Petition.status == Status.REGISTERED.value,
                    Petition.unit_id.is_(None),
                    *reach(session, actor),
                )
                .order_by(Petition.id)
            )
            for number, *seen in session.execute(statement.execution_options(yield_per=_PART)):
                rule = router.first(Incoming(*seen))
                if rule is None:
                    plan.left += 1
                else:
                    by_rule[rule].append(number)
            plan.by_rule = dict(by_rule)
        return plan

    def run(self, actor: Actor, plan: RoutingPlan, progress: Progress | None = None) -> Routed:
        """Executes the plan. An error of the database stops it (`Routed.stopped`), and finished runs stay.

        Raises `NotFoundError` for a rule that was switched off or changed its unit since the plan.
        """
        progress = progress or SilentProgress()
        done, total = Routed(), plan.count
        for rule, ids in plan.by_rule.items():
            act, selection = Refer(rule.then.unit_id, rule_id=rule.id), BulkSelection(tuple(ids))
            run = self._bulk.begin(selection, act, self._bulk.preview(actor, selection, act))
            self._bulk.run(actor, run, _Part(progress))
            done.runs.append(run)
            done.moved += len(run.done)
            done.failed += len(run.failures)
            progress.report(done.moved + done.failed, total)
            if run.cancelled or run.stopped is not None:
                done.cancelled, done.stopped = run.cancelled, run.stopped
                break
        return done

    def take_back(self, actor: Actor, routed: Routed, progress: Progress | None = None) -> int:
        """Undoes all runs, last first; returns how many petitions have no unit again."""
        return sum(self._bulk.take_back(actor, run, progress) for run in reversed(routed.runs))


class _Part:
    """Passes on a cancellation, but no progress, because one run is only a part of the whole."""

    def __init__(self, whole: Progress) -> None:
        self._whole = whole

    def report(self, done: int, total: int | None = None) -> None:
        del done, total

    def cancelled(self) -> bool:
        return self._whole.cancelled()
