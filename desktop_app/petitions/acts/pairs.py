"""Acts on two petitions: merging one into the other, links, and "not the same"."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    and_,
    case,
    false,
    func,
    literal,
    not_,
    select,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import given, id_in, me, negation, now
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step, declare
from desktop_app.database.audit import EventRecord
from desktop_app.database.declarations import named_table
from desktop_app.petitions.acts.beside import at_desk, beside
from desktop_app.petitions.acts.predicates import sees_other
from desktop_app.petitions.acts.steps import PETITION
from desktop_app.petitions.duplicates.pairs import ACTIONS, PairKind, PetitionPair
from desktop_app.staff.role_expressions import roles_of

_PAIR: Final = named_table("petition_pair")


def _code_of_other(scope: ActScope) -> ColumnElement[Any]:
    other = PETITION.alias()
    found = select(other.c.tracking_code).where(other.c.id == scope.given("other"))
    return found.correlate_except(other).scalar_subquery()


def _last_of_other(scope: ActScope, value: Any, event: Any) -> ColumnElement[Any]:
    """Returns a value of the latest event of the other petition."""
    later = aliased(EventRecord)
    last = (
        select(func.max(later.sequence))
        .where(later.item_type == "petition", later.item_id == scope.given("other"))
        .correlate_except(later)
        .scalar_subquery()
    )
    found = select(value).where(
        event.item_type == "petition", event.item_id == scope.given("other"), event.sequence == last
    )
    return found.correlate_except(event).scalar_subquery()


def _merge_act(name: str, side: str) -> Act:
    """Returns the act on the petition into which the actor has just merged another one, or from which they
    took it: it copies from the event of that one on whose behalf it was.
    """

    def just_done(scope: ActScope) -> ColumnElement[bool]:
        event = aliased(EventRecord)
        into = id_in(getattr(event, side)["duplicate_of_id"])
        by_me = event.actor_id.is_not_distinct_from(scope.me)
        done = _last_of_other(scope, and_(by_me, func.coalesce(into == scope.item.c.id, false())), event)
        return func.coalesce(done, false())

    def behalf(key: str) -> Expression:
        def copied(scope: ActScope) -> ColumnElement[Any]:
            event = aliased(EventRecord)
            part = event.after[key]
            return _last_of_other(scope, id_in(part) if key.endswith("_id") else part.as_string(), event)

        return copied

    return Act(
        name=name,
        item_type="petition",
        table=PETITION,
        refusals=(("not_there", negation(just_done)),),
        steps=(),
        told={},
        roles=roles_of,
        asks={"other": BigInteger()},
        extra={
            "tracking_code": _code_of_other,
            **{key: behalf(key) for key in ("on_behalf_of_id", "on_behalf_of")},
        },
    )


def _pair(scope: ActScope, *kinds: PairKind) -> ColumnElement[bool]:
    """Whether there is a decision of one of the kinds about the petition and a later one, which is given."""
    pair = aliased(PetitionPair)
    found = select(pair.first_id).where(
        pair.first_id == scope.item.c.id,
        pair.second_id == scope.given("other"),
        pair.kind.in_([kind.value for kind in kinds]),
    )
    return found.correlate_except(pair).exists()


def _pair_act(kind: PairKind, name: str, *, made: bool) -> Act:
    """Returns the act that makes a decision about two petitions, or removes it.

    The earlier petition comes first and has the row; then the same is recorded of the other.
    """

    def comes_second(scope: ActScope) -> ColumnElement[bool]:
        event = aliased(EventRecord)
        same = and_(
            event.action == name,
            event.actor_id.is_not_distinct_from(scope.me),
            event.after["tracking_code"].as_string() == scope.item.c.tracking_code,
        )
        return func.coalesce(_last_of_other(scope, same, event), false())

    def refused(scope: ActScope) -> ColumnElement[bool]:
        there = _pair(scope, kind)
        earlier = scope.item.c.id < scope.given("other")
        return case((earlier, there if made else not_(there)), else_=not_(comes_second(scope)))

    values: dict[str, Expression] = {
        "kind": lambda _scope: literal(kind.value),
        "made_at": now,
        "made_by_id": me,
    }
    of_other: Expression = lambda scope: scope.row.c.second_id == scope.given("other")  # noqa: E731
    changed = Step("changed_pair", _PAIR, Does.UPDATE, "first_id", sets=values, where=of_other)
    added = Step(
        "pair", _PAIR, Does.INSERT, "first_id", sets=values | {"second_id": given("other")},
        where=lambda scope: and_(scope.item.c.id < scope.given("other"), not_(_pair(scope, *PairKind))),
    )  # fmt: skip
    removed = Step("pair", _PAIR, Does.DELETE, "first_id", where=of_other)
    return beside(
        name, at_desk, ("not_there", lambda scope: not_(sees_other(scope, scope.given("other")))),
        ("not_there_any_more", refused), steps=(changed, added) if made else (removed,),
        asks={"other": BigInteger()}, extra={"tracking_code": _code_of_other},
    )  # fmt: skip


_ALL: Final = (
    _merge_act("absorbed", "after"),
    _merge_act("released", "before"),
    *(
        _pair_act(kind, name, made=made)
        for kind, names in ACTIONS.items()
        for name, made in zip(names, (True, False), strict=True)
    ),
)
#: The acts on two petitions, by the action of their event.
OF_TWO: Final[dict[str, Act]] = {act.name: act for act in _ALL}

declare(*_ALL)
