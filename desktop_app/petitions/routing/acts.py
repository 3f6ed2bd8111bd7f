"""Acts on routing rules."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import JSON, Boolean, ColumnElement, false, not_

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import column, named
from desktop_app.database.acts.model import ActScope, Does, Expression, declare
from desktop_app.petitions.acts.predicates import active_unit
from desktop_app.petitions.routing.model import RoutingRule
from desktop_app.staff.model import Unit
from desktop_app.staff.roster import Rules, ordering, roster_act

#: The names of the labels in a list of ids, in its order.
_names: Final = engine_function(
    JSON(),
    postgresql="coalesce((SELECT json_agg(l.name ORDER BY wanted.place) FROM json_array_elements_text({0})"
    " WITH ORDINALITY AS wanted (id, place) JOIN label l ON l.id = wanted.id::bigint), '[]'::json)",
    sqlite="(SELECT json_group_array(name) FROM (SELECT l.name FROM json_each({0}) AS wanted"
    " JOIN label l ON l.id = wanted.value ORDER BY wanted.key))",
)
#: Whether a label of a list is not in use.
_unknown_label: Final = engine_function(
    Boolean(),
    postgresql="EXISTS (SELECT 1 FROM json_array_elements_text({0}) AS wanted (id) WHERE NOT EXISTS ("
    "SELECT 1 FROM label l WHERE l.id = wanted.id::bigint AND l.active))",
    sqlite="EXISTS (SELECT 1 FROM json_each({0}) AS wanted WHERE NOT EXISTS ("
    "SELECT 1 FROM label l WHERE l.id = wanted.value AND l.active))",
)


def _retired_unit(scope: ActScope) -> ColumnElement[bool]:
    return not_(active_unit(scope.given("unit_id")))


_GIVEN: Final = (
    "name", "kinds", "channels", "groups", "about", "phrases", "unit_id", "urgency", "label_ids",
)  # fmt: skip
_TOLD: Final = ("name", "active", "place", "about", "unit_id", "urgency")
_TELLS: Final[dict[str, Expression]] = {
    "kind": column("kinds"),
    "channel": column("channels"),
    "group": column("groups"),
    "words": column("phrases"),
    "unit_name": named(Unit, "unit_id", "name"),
    "labels": lambda scope: _names(scope.item.c.label_ids),
}
_RULES: Final[Rules] = (
    ("no_such_unit", _retired_unit),
    ("no_such_label", lambda scope: _unknown_label(scope.given("label_ids"))),
)


def _rule_act(name: str, does: Does, *given: str, rules: Rules = (), **known: Any) -> Any:
    table = RoutingRule.__tablename__
    return roster_act(
        name, "routing_rule", table, does, given=given, told=_TOLD, tells=_TELLS, rules=rules, **known
    )


ADDED: Final = _rule_act(
    "routing_rule_added",
    Does.INSERT,
    *_GIVEN,
    "place",
    rules=_RULES,
    sets={"active": lambda _scope: false()},
)
CHANGED: Final = _rule_act("routing_rule_changed", Does.UPDATE, *_GIVEN, rules=_RULES)
SWITCHED: Final = _rule_act("routing_rule_switched", Does.UPDATE, "active", told_as="routing_rule_changed")
MOVED: Final = ordering("routing_rule_moved", "routing_rule", RoutingRule.__tablename__)

declare(ADDED, CHANGED, SWITCHED, MOVED)
