"""Undoing acts on PostgreSQL from their events."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import (
    BigInteger,
    case,
    cast,
    column,
    false,
    func,
    literal,
    literal_column,
    null,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects import postgresql

from desktop_app.database.acts.model import ActScope, Reversal, Step
from desktop_app.database.acts.parts import (
    RestoredRow,
    kept_columns,
    restored_columns,
    undoing,
    untold_columns,
    values_of,
)
from desktop_app.database.acts.postgresql_parts import (
    EVENT,
    IDS,
    events_of,
    from_json,
    items_sent,
    json_object,
    my_roles,
    scope_of,
    verdicts_of,
)


def reversal_statement_of(reversal: Reversal) -> Any:
    """Returns the statement that undoes an act."""
    act = reversal.of
    table = act.table
    roles = my_roles(act.roles)
    asked = items_sent({})
    events = EVENT.alias("events")
    own = select(*table.c, asked.c.seen, asked.c.words).join_from(table, asked, asked.c.item == table.c.id)
    item = own.where(table.c.id == func.any(IDS)).cte("items")
    last = (
        select(
            events.c.action.label("last_action"),
            events.c.actor_id.label("last_actor"),
            cast(events.c.before, postgresql.JSONB).label("last_before"),
            cast(events.c.after, postgresql.JSONB).label("last_after"),
            cast(
                func.jsonb_extract_path_text(
                    cast(events.c.after, postgresql.JSONB), literal_column("'on_behalf_of_id'")
                ),
                BigInteger,
            ).label("last_behalf"),
        )
        .where(
            events.c.item_type == act.item_type,
            events.c.item_id == item.c.id,
            reversal.event(events, scope_of(roles, item)),
        )
        .order_by(events.c.sequence.desc())
        .limit(1)
        .correlate(item)
        .lateral("last")
    )
    held = select(*item.c, *last.c).select_from(item.outerjoin(last, true())).cte("held")
    changed = or_(
        false(),
        *(held.c[c.name].is_distinct_from(from_json(held.c.last_after, c)) for c in restored_columns(act)),
    )
    scope = scope_of(roles, held, held)
    refused = case(
        (held.c.last_action.is_distinct_from(literal(act.action)), literal("nothing_to_undo")),
        *((expression(scope), literal(rule)) for rule, expression in reversal.refusals),
        *([(changed, literal("changed_since"))] if reversal.as_left else []),
        else_=null(),
    )
    judged = select(*held.c, refused.label("refused")).cte("judged")
    fit = select(*judged.c).where(judged.c.refused.is_(None)).cte("fit")
    values: dict[str, Any] = {c.name: from_json(fit.c.last_before, c) for c in restored_columns(act)}
    was = func.jsonb_extract_path(
        fit.c.last_after, *(literal_column(f"'{part}'") for part in ("changes", table.name, "0", "was"))
    )
    for name in untold_columns(act):
        values[name] = func.coalesce(from_json(was, table.c[name]), fit.c[name])
    restored = replace(
        scope_of(roles, fit),
        item=RestoredRow({c.name: values.get(c.name, fit.c[c.name]) for c in table.c}),
    )
    values |= {name: expression(restored) for name, expression in reversal.follows.items()}
    after = (
        update(table)
        .values(values)
        .where(table.c.id == fit.c.id, table.c.id == func.any(IDS))
        .returning(*table.c)
        .cte("changed_item")
    )
    undone = [_undone(step, fit, scope_of(roles, fit, step.table)) for step in act.others]
    extra = (
        {name: func.jsonb_extract_path(fit.c.last_after, literal_column(f"'{name}'")) for name in act.extra}
        if reversal.extra is None
        else values_of(reversal.extra, scope_of(roles, fit, fit))
    )
    recorded = events_of(
        act,
        reversal.name,
        fit.join(after, after.c.id == fit.c.id),
        scope_of(roles, fit),
        scope_of(roles, after),
        func.jsonb_strip_nulls(json_object(extra)),
        json_object({"undone": literal_column(f"'{act.name}'")}),
    )
    return verdicts_of(judged, after).add_cte(after, *undone, recorded)


def _undone(step: Step, fit: Any, scope: ActScope) -> Any:
    """Returns the step undone for the rows that the event names."""
    table = step.table
    made = func.jsonb_extract_path(
        fit.c.last_after, literal_column("'changes'"), literal_column(f"'{step.name}'")
    )
    part = func.jsonb_to_recordset(made).table_valued(
        column("id", BigInteger), column("was", postgresql.JSONB)
    )
    part = part.render_derived(name="part", with_types=True)
    rows = (
        select(fit.c.id.label("item"), part.c.id, part.c.was)
        .select_from(fit.join(part, true()))
        .cte(f"rows_{step.name}")
    )
    was = {c.name: from_json(rows.c.was, c) for c in kept_columns(step)}
    belonging = [fit.c.id == rows.c.item]
    if step.belongs:
        belonging = [table.c[step.belongs] == rows.c.item, table.c[step.belongs] == func.any(IDS)]
    change = undoing(
        step,
        scope,
        was,
        table.c[step.key] == rows.c.id,
        *belonging,
    )
    return change.returning(table.c[step.key]).cte(f"made_{step.name}")
