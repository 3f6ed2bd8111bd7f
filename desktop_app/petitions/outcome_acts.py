"""The act on the office's configuration of outcomes (`petitions.outcomes`)."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, Integer, String, case, func, literal, or_, true

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import given
from desktop_app.database.acts.model import ActScope, Expression, declare
from desktop_app.office.acts import office_act
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Outcome
from desktop_app.wording.labels import standard_labels

#: Outcomes that always require a reason, whatever the office configures.
REASON_BY_RULE: Final = CLOSING_WITHOUT_ANSWER | {Outcome.REFUSED}
LONGEST_NAME: Final = 40

_WITHOUT_ANSWER: Final = ", ".join(f"'{outcome.value}'" for outcome in sorted(CLOSING_WITHOUT_ANSWER))


def _in_list(of_type: Any, postgresql: str, sqlite: str) -> Any:
    """Returns a function of the entry of an outcome in a list: list and code."""
    return engine_function(
        of_type,
        postgresql=f"(SELECT {postgresql} FROM json_array_elements({{0}}) WITH ORDINALITY AS e (one, place)"
        " WHERE e.one ->> 'code' = {1})",
        sqlite=f"(SELECT {sqlite} FROM json_each({{0}}) AS e WHERE json_extract(e.value, '$.code') = {{1}})",
    )


_persian: Final = _in_list(
    String(), "nullif(e.one ->> 'fa', '')", "nullif(json_extract(e.value, '$.fa'), '')"
)
_english: Final = _in_list(
    String(), "nullif(e.one ->> 'en', '')", "nullif(json_extract(e.value, '$.en'), '')"
)
_offered: Final = _in_list(Boolean(), "(e.one ->> 'offered')::boolean", "json_extract(e.value, '$.offered')")
_reason: Final = _in_list(Boolean(), "(e.one ->> 'reason')::boolean", "json_extract(e.value, '$.reason')")
_place: Final = _in_list(Integer(), "e.place::integer", "e.key + 1")
#: Whether the list offers no outcome with an answer, or none without.
_runs_out: Final = engine_function(
    Boolean(),
    postgresql=f"(SELECT count(DISTINCT e.one ->> 'code' IN ({_WITHOUT_ANSWER})) < 2"
    " FROM json_array_elements({0}) AS e (one)"
    " WHERE (e.one ->> 'offered')::boolean AND e.one ->> 'code' <> 'commented')",
    sqlite=f"(SELECT count(DISTINCT json_extract(e.value, '$.code') IN ({_WITHOUT_ANSWER})) < 2"
    " FROM json_each({0}) AS e"
    " WHERE json_extract(e.value, '$.offered') AND json_extract(e.value, '$.code') <> 'commented')",
)


def _entry(read: Any, otherwise: dict[str, Any] | None = None) -> Expression:
    """Returns a value of the outcome that changes; `otherwise` are those of the program, by code."""

    def told(scope: ActScope) -> ColumnElement[Any]:
        code = scope.given("outcome")
        found: ColumnElement[Any] = read(scope.item.c.outcomes, code)
        return found if otherwise is None else func.coalesce(found, case(otherwise, value=code))

    return told


def _demanded(scope: ActScope) -> ColumnElement[bool]:
    by_rule = scope.given("outcome").in_([outcome.value for outcome in sorted(REASON_BY_RULE)])
    return or_(by_rule, func.coalesce(_reason(scope.item.c.outcomes, scope.given("outcome")), literal(False)))


OUTCOME_CHANGED: Final = office_act(
    "outcome_changed", "outcomes", asks={"outcome": String()},
    rules=(("outcomes_run_out", lambda scope: _runs_out(scope.given("outcomes"))),),
    tells={
        "outcome": given("outcome"),
        "name_persian": _entry(_persian, standard_labels("outcome", "fa")),
        "name_english": _entry(_english, standard_labels("outcome", "en")),
        "offered": lambda scope: func.coalesce(_entry(_offered)(scope), true()),
        "reason_demanded": _demanded,
        "place": _entry(_place, {outcome.value: place for place, outcome in enumerate(Outcome, start=1)}),
    },
)  # fmt: skip

declare(OUTCOME_CHANGED)
