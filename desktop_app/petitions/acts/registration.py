"""The act that registers a petition: its row, text, first referral and labels."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Date,
    String,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import given, negation, nothing, now
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.database.sameness import row_key
from desktop_app.office.model import Counter
from desktop_app.office.number_expressions import is_this_year
from desktop_app.office.numbering import REGISTRY
from desktop_app.petitions.acts.beside import at_desk
from desktop_app.petitions.acts.identity import lacks_identity
from desktop_app.petitions.acts.moves import RULE_NAME
from desktop_app.petitions.acts.predicates import TOLD, active_unit, rule_sends_elsewhere
from desktop_app.petitions.acts.steps import LABELS, PETITION, REFERRAL, TO_UNIT
from desktop_app.petitions.model import NO_DEADLINE
from desktop_app.petitions.vocabulary import Channel, Kind, Status, Urgency
from desktop_app.staff.role_expressions import has_role, on_behalf_of, roles_of
from desktop_app.staff.roles import Role

#: The deadline of a new petition: kind, channel, moment of arrival; SQLite takes the given day, the fourth.
_due_of_new: Final = engine_function(
    Date(),
    postgresql="app.due_for({0}, {1}, ({2} AT TIME ZONE 'Asia/Tehran')::date, NULL)",
    sqlite="{3}",
)


def _due(scope: ActScope) -> ColumnElement[Any]:
    """Returns the deadline; a notice has none."""
    return case((not_(lacks_identity(scope)), _due_ordinary(scope)))


def _due_ordinary(scope: ActScope) -> ColumnElement[Any]:
    return _due_of_new(*(scope.given(name) for name in ("kind", "channel", "received_at", "due_on")))


def _registers(scope: ActScope) -> ColumnElement[bool]:
    return or_(at_desk(scope), has_role(scope, Role.ADMINISTRATOR))


def _unknown_value(scope: ActScope) -> ColumnElement[bool]:
    """Whether kind, channel or urgency is none that the program knows."""
    known = {"kind": Kind, "channel": Channel, "urgency": Urgency}
    return or_(
        *(
            func.coalesce(scope.given(name).not_in([one.value for one in of]), true())
            for name, of in known.items()
        )
    )


def _no_such_unit(scope: ActScope) -> ColumnElement[bool]:
    unit = scope.given("unit_id")
    return and_(unit.is_not(None), not_(active_unit(unit)))


def _not_taken(scope: ActScope) -> ColumnElement[bool]:
    """Whether the registry number was not taken from this year's counter (`office.numbering`)."""
    counter = aliased(Counter)
    found = select(counter.last).where(
        counter.series == REGISTRY,
        counter.year == scope.given("registry_year"),
        counter.last >= scope.given("registry_number"),
    )
    this_year = is_this_year(scope, scope.given("registry_year"))
    return or_(not_(this_year), not_(found.correlate_except(counter).exists()))


#: Whether whoever registers has asked about the key of a row (`people.asking`); on SQLite nobody need.
_asked: Final = engine_function(
    Boolean(), postgresql="(left({0}, 8) <> 'content:' OR app.has_asked(ARRAY[app.row_key({0})]))", sqlite="1"
)


def _not_asked(scope: ActScope) -> ColumnElement[bool]:
    return not_(_asked(scope.given("identity_key")))


def _status(scope: ActScope) -> ColumnElement[Any]:
    return case((scope.given("unit_id").is_(None), Status.REGISTERED.value), else_=Status.REFERRED.value)


def _registry(scope: ActScope) -> ColumnElement[Any]:
    row = scope.item.c
    return cast(row.registry_year, String) + literal("/") + cast(row.registry_number, String)


def _notice(scope: ActScope) -> ColumnElement[Any]:
    """Returns true for a notice, else NULL, which the event leaves out."""
    return case((scope.item.c.notice, true()))


def _said(scope: ActScope) -> ColumnElement[Any]:
    """Returns true where the sender of a notice was told that it gets no reply."""
    return case((and_(scope.item.c.notice, scope.given("said")), true()))


_SETS: Final[dict[str, Expression]] = {
    "identity_key": lambda scope: row_key(scope.given("identity_key")),
    "status": _status,
    "is_open": lambda _scope: true(),
    "due_on": _due,
    "due_order": lambda scope: func.coalesce(_due(scope), literal(NO_DEADLINE, Date)),
    "notice": lacks_identity,
    "registered_at": now,
    "changed_at": now,
    "version": lambda _scope: literal(1),
}
_PETITION: Final = Step(
    "petition",
    PETITION,
    Does.INSERT,
    "id",
    given=(
        "identity_key", "external_id", "tracking_code", "registry_year", "registry_number", "kind", "channel",
        "urgency", "subject", "snippet", "petitioner_id", "petitioner_name", "unit_id", "about", "about_id",
        "letter_number", "received_at", "due_on",
    ),
    sets=_SETS,
)  # fmt: skip
_TEXT: Final = Step(
    "text",
    named_table("petition_text"),
    Does.INSERT,
    "petition_id",
    sets={"body": given("body")},
    recorded=False,
)
_REFERRED: Final = Step(
    "referral",
    REFERRAL,
    Does.INSERT,
    "petition_id",
    sets=TO_UNIT
    | {
        "from_unit_id": nothing,
        "to_unit_id": lambda scope: scope.item.c.unit_id,
        "rule_id": given("rule_id"),
    },
    where=lambda scope: scope.item.c.unit_id.is_not(None),
)
REGISTERED: Final = Act(
    name="registered",
    item_type="petition",
    table=PETITION,
    key="tracking_code",
    refusals=(
        ("out_of_range", _unknown_value),
        ("out_of_range", _not_taken),
        ("out_of_range", _not_asked),
        ("not_there_any_more", _no_such_unit),
        ("not_there_any_more", rule_sends_elsewhere),
    ),
    who_refusals=(("not_your_role", negation(_registers)),),
    steps=(_PETITION, _TEXT, _REFERRED, LABELS),
    told={name: TOLD[name] for name in ("status", "unit_id", "unit_name")}
    | {"channel": lambda scope: scope.item.c.channel},
    roles=roles_of,
    asks={"body": Text(), "rule_id": BigInteger(), "said": Boolean()},
    remarks=("words", "labels"),
    extra={
        "notice": _notice,
        "said": _said,
        "registry": _registry,
        "rule_id": given("rule_id"),
        "rule": RULE_NAME,
    }
    | on_behalf_of([negation(_registers)]),
)

declare(REGISTERED)
