"""Acts on PostgreSQL: each is compiled into one function with one statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Text,
    case,
    cast,
    column,
    func,
    select,
    true,
)

from desktop_app.database.acts.model import Act, Does, Step
from desktop_app.database.acts.parts import (
    change,
    conditions_of,
    creation,
    insertion,
    kept_columns,
    untold_columns,
    values_of,
    verdict_of,
)
from desktop_app.database.acts.postgresql_parts import (
    EMPTY,
    IDS,
    ME,
    TODAY,
    events_of,
    items_sent,
    json_object,
    recordset,
    scope_of,
    verdicts_of,
)


def statement_of(act: Act) -> Any:
    """Returns the statement of an act: it applies the rules, writes the rows and events, and returns the
    verdicts.
    """
    roles = act.roles(ME, TODAY).cte("my_roles")
    return _creation_of(act, roles) if act.creates else _change_of(act, roles)


def _creation_of(act: Act, roles: Any) -> Any:
    own, asked = act.own, items_sent(act.given)
    assert own is not None
    judged = select(*asked.c, verdict_of(act, scope_of(roles, asked)).label("refused")).cte("judged")
    allowed = select(*judged.c).where(judged.c.refused.is_(None)).cte("allowed")
    made = creation(own, scope_of(roles, allowed), allowed).returning(*act.table.c).cte("changed_item")
    # An item that is there already gets no row: its key is taken.
    fit = (
        select(*made.c, *allowed.c)
        .join_from(allowed, made, made.c[act.key] == allowed.c[f"given_{act.key}"] if act.key else true())
        .cte("fit")
    )
    changes: dict[str, Any] = {}
    written = [made, *_steps_of(act, fit, roles, fit.c.item, changes)]
    events = _events(act, fit, fit, changes, roles)
    verdicts = select(
        cast(judged.c.item, BigInteger), cast(judged.c.refused, Text), cast(fit.c.id, BigInteger)
    ).select_from(judged.outerjoin(fit, fit.c.item == judged.c.item))
    return verdicts.add_cte(*written, events)


def _change_of(act: Act, roles: Any) -> Any:
    table, own = act.table, act.own
    asked = items_sent(act.given)
    held = (
        select(*table.c, *(c for c in asked.c if c.name != "item"))
        .join_from(table, asked, asked.c.item == table.c.id)
        .where(table.c.id == func.any(IDS))
        .cte("held")
    )
    judged = select(*held.c, verdict_of(act, scope_of(roles, held)).label("refused")).cte("judged")
    fit = select(*judged.c).where(judged.c.refused.is_(None)).cte("fit")
    written: list[Any] = []
    changes: dict[str, Any] = {}
    after: Any = fit
    if untold_columns(act):
        was = json_object({name: fit.c[name] for name in untold_columns(act)})
        changes[act.table.name] = (
            select(
                fit.c.id.label("item"),
                func.jsonb_build_array(json_object({"id": fit.c.id, "was": was})).label("made"),
            )
        ).cte("change_item")
    if own is not None:
        changed = change(own, scope_of(roles, fit, table), table.c.id == func.any(IDS))
        after = changed.returning(*table.c).cte("changed_item")
        written.append(after)
    written += _steps_of(act, fit, roles, fit.c.id, changes)
    events = [_events(act, fit, after, changes, roles)] if act.recorded else []
    return verdicts_of(judged, after).add_cte(*written, *events)


def _events(act: Act, fit: Any, after: Any, changes: Mapping[str, Any], roles: Any) -> Any:
    """Returns the insertion of the events; `changes` are the rows written in other tables, by step."""
    sources: Any = fit if after is fit else fit.join(after, after.c.id == fit.c.id)
    written_rows: Any = EMPTY
    for name, rows in changes.items():
        sources = sources.outerjoin(rows, rows.c.item == fit.c.id)
        one_step = case((rows.c.made.is_(None), EMPTY), else_=json_object({name: rows.c.made}))
        written_rows = written_rows.op("||")(one_step)
    earlier = scope_of(roles, fit)
    remarks = {name: func.jsonb_extract_path(fit.c.remarks, name) for name in act.remarks}
    return events_of(
        act,
        act.name,
        sources,
        earlier,
        scope_of(roles, after),
        func.jsonb_strip_nulls(json_object(values_of(act.extra, earlier))),
        func.jsonb_strip_nulls(json_object(remarks)),
        case((written_rows == EMPTY, EMPTY), else_=json_object({"changes": written_rows})),
    )


def _steps_of(act: Act, fit: Any, roles: Any, sent: Any, changes: dict[str, Any]) -> list[Any]:
    """Returns the statements of the steps of other tables, and adds their rows to `changes`, by step.

    `sent` is the number by which the rows of the caller name their item.
    """
    written = []
    for step in act.others:
        statement, rows = _step_of(step, fit, roles, sent)
        written.append(statement)
        if step.recorded:
            changes[step.name] = rows
    return written


def _step_of(step: Step, fit: Any, roles: Any, sent: Any) -> tuple[Any, Any]:
    """Returns the statement of a step of another table, and its changes by item as JSON for the event."""
    target, key = step.table, step.table.c[step.key]
    given = None
    matched: list[Any] = []
    if step.given:
        given = recordset(
            f"the_rows -> '{step.name}'",
            f"given_{step.name}",
            [column("item", BigInteger), *(column(name, target.c[name].type) for name in step.given)],
        )
        matched = [given.c.item == sent]
    scope = scope_of(roles, fit, target, given)
    if step.does is Does.INSERT:
        made = insertion(step, scope, *matched).returning(target.c[step.belongs], key)
        statement = found = made.cte(f"made_{step.name}")
    else:
        matched.append(target.c[step.belongs] == func.any(IDS))
        before = select(key, target.c[step.belongs], *kept_columns(step))
        found = before.where(*matched, *conditions_of(step, scope)).cte(f"was_{step.name}")
        statement = change(step, scope, *matched).returning(key).cte(f"made_{step.name}")
    one = {"id": found.c[step.key]}
    if kept_columns(step):
        one["was"] = json_object({c.name: found.c[c.name] for c in kept_columns(step)})
    changes = (
        select(found.c[step.belongs].label("item"), func.jsonb_agg(json_object(one)).label("made"))
        .group_by(found.c[step.belongs])
        .cte(f"change_{step.name}")
    )
    return statement, changes
