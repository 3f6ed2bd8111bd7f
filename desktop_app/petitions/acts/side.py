"""Acts on side referrals (ارجاع هم‌زمان), which leave the petition in its unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    and_,
    false,
    func,
    literal,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import empty_words, negation, now
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step
from desktop_app.petitions.acts.moves import REASON
from desktop_app.petitions.acts.predicates import TOLD, conflict, sees, works
from desktop_app.petitions.acts.steps import PETITION, REFERRAL, SENT_BESIDE, TOUCHED
from desktop_app.petitions.model import Referral
from desktop_app.petitions.vocabulary import (
    Purpose,
    SideAct,
    SideResult,
)
from desktop_app.staff.role_expressions import acts_for, has_role, on_behalf_of, roles_of
from desktop_app.staff.roles import Role


def _asked_referral(
    scope: ActScope, *conditions: Callable[[Any], ColumnElement[bool]]
) -> ColumnElement[bool]:
    """Whether the given referral is a side referral of this petition and fulfils the conditions."""
    row = aliased(Referral)
    found = select(row.id).where(
        row.id == scope.given("referral"),
        row.petition_id == scope.item.c.id,
        row.side,
        *(condition(row) for condition in conditions),
    )
    return found.correlate_except(row).exists()


def _answers(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor may answer: anyone in the recipient unit; for a person, only they, their deputy and
    their manager.
    """

    def theirs(row: Any) -> ColumnElement[bool]:
        manager = has_role(scope, Role.MANAGER, row.to_unit_id)
        unit = and_(row.to_person_id.is_(None), has_role(scope, Role.CLERK, row.to_unit_id))
        person = or_(
            func.coalesce(row.to_person_id == scope.me, false()),
            acts_for(scope, lambda person: person == row.to_person_id, Role.CLERK, row.to_unit_id),
        )
        return or_(manager, unit, person)

    return _asked_referral(scope, theirs)


def _recalls(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor sent the referral or works on the petition."""
    sent = _asked_referral(scope, lambda row: func.coalesce(row.sent_by_id == scope.me, false()))
    return or_(works(scope), sent)


def _side_act(name: SideAct, result: SideResult, who: Expression, *needs: tuple[str, Expression]) -> Act:
    recalled = result is SideResult.RECALLED
    seen: Expression = lambda scope: func.coalesce(scope.row.c.seen_at, scope.now)  # noqa: E731
    ended = Step(
        "acted",
        REFERRAL,
        Does.UPDATE,
        "petition_id",
        sets={"acted_at": now, "result": lambda _scope: literal(result.value)}
        | ({} if recalled else {"seen_at": seen}),
        where=lambda scope: and_(
            scope.row.c.id == scope.given("referral"), scope.row.c.side, scope.row.c.acted_at.is_(None)
        ),
    )
    by_who = (("not_your_role", negation(who)),)
    return Act(
        name=name.value,
        item_type="petition",
        table=PETITION,
        refusals=(
            ("not_there", negation(sees)),
            ("not_there_any_more", negation(_asked_referral)),
            (
                "referral_is_closed",
                negation(lambda scope: _asked_referral(scope, lambda row: row.acted_at.is_(None))),
            ),
            ("not_from_this_state", lambda scope: not_(scope.item.c.is_open)),
            *needs,
        ),
        who_refusals=by_who,
        steps=(TOUCHED, ended),
        told=TOLD,
        roles=roles_of,
        asks={"referral": BigInteger()},
        remarks=("targets", "referral"),
        extra=on_behalf_of([expression for _, expression in by_who]),
    )


_FOR_ANSWER: Final = (
    "not_from_this_state",
    negation(lambda scope: _asked_referral(scope, lambda row: row.purpose != Purpose.INFORMATION.value)),
)
SIDE: Final = (
    Act(
        name=SideAct.SENT.value,
        item_type="petition",
        table=PETITION,
        refusals=(
            ("not_there", negation(sees)),
            ("conflict", conflict),
            ("not_from_this_state", lambda scope: not_(scope.item.c.is_open)),
        ),
        who_refusals=(("not_your_role", negation(works)),),
        steps=(TOUCHED, SENT_BESIDE),
        told=TOLD,
        roles=roles_of,
        remarks=("targets",),
        extra=on_behalf_of([negation(works)]),
    ),
    _side_act(SideAct.ANSWERED, SideResult.ANSWERED, _answers, _FOR_ANSWER, ("text_missing", empty_words)),
    _side_act(SideAct.RETURNED, SideResult.RETURNED, _answers, _FOR_ANSWER, REASON),
    _side_act(SideAct.RECALLED, SideResult.RECALLED, _recalls),
)
#: The acts on side referrals, by the action of their event.
SIDE_ACTS: Final[Mapping[SideAct, Act]] = {SideAct(act.name): act for act in SIDE}
