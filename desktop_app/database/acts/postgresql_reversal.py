"""Undoing acts on PostgreSQL from their events."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Text,
    case,
    cast,
    column,
    delete,
    func,
    insert,
    literal,
    literal_column,
    null,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects import postgresql

from desktop_app.database.acts.model import ActScope, Does, Reversal
from desktop_app.database.acts.parts import (
    RestoredRow,
    kept_columns,
    restored_columns,
    untold_columns,
    values_of,
)
from desktop_app.database.acts.postgresql_parts import (
    IDS,
    ME,
    NOW,
    TODAY,
    from_json,
    json_object,
    recordset,
)
from desktop_app.database.base import Base, Json

_EVENT: Final = Base.metadata.tables["event"]


def reversal_statement_of(reversal: Reversal) -> Any:
    """Returns the statement that undoes an act."""
    act = reversal.of
    table = act.table
    roles = act.roles(ME, TODAY).cte("my_roles")
    asked = recordset(
        "the_items",
        "asked",
        [column("item", BigInteger), column("seen", BigInteger), column("words", Text),
         column("remarks", postgresql.JSONB)],
    )  # fmt: skip

    def scope_of(item: Any, row: Any = None) -> ActScope:
        return ActScope(
            item=item,
            row=row,
            given=lambda _name: null(),
            seen=item.c.seen if "seen" in item.c else null(),
            words=item.c.words if "words" in item.c else null(),
            me=ME,
            now=NOW,
            today=TODAY,
            roles=roles,
        )

    events = _EVENT.alias("events")
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
            reversal.event(events, scope_of(item)),
        )
        .order_by(events.c.sequence.desc())
        .limit(1)
        .correlate(item)
        .lateral("last")
    )
    held = select(*item.c, *last.c).select_from(item.outerjoin(last, true())).cte("held")
    changed = or_(
        *(held.c[c.name].is_distinct_from(from_json(held.c.last_after, c)) for c in restored_columns(act))
    )
    scope = scope_of(held, held)
    refused = case(
        (held.c.last_action.is_distinct_from(literal(act.name)), literal("nothing_to_undo")),
        *((expression(scope), literal(rule)) for rule, expression in reversal.refusals),
        *([(changed, literal("changed_since"))] if reversal.as_left else []),
        else_=null(),
    )
    judged = select(*held.c, refused.label("refused")).cte("judged")
    fit = select(*judged.c).where(judged.c.refused.is_(None)).cte("fit")
    values: dict[str, Any] = {c.name: from_json(fit.c.last_before, c) for c in restored_columns(act)}
    beside = untold_columns(act)
    was_own = (
        func.jsonb_extract_path(
            fit.c.last_after, *(literal_column(f"'{part}'") for part in ("changes", act.own.name, "0", "was"))
        )
        if act.own is not None
        else null()
    )
    for name in beside:
        c = table.c[name]
        values[name] = func.coalesce(from_json(was_own, c), fit.c[name])
    restored = scope_of(fit, None)
    restored = ActScope(
        **{
            **restored.__dict__,
            "item": RestoredRow({c.name: values.get(c.name, fit.c[c.name]) for c in table.c}),
        }
    )
    values |= {name: expression(restored) for name, expression in reversal.follows.items()}
    after = (
        update(table)
        .values(values)
        .where(table.c.id == fit.c.id, table.c.id == func.any(IDS))
        .returning(*table.c)
        .cte("changed_item")
    )
    written: list[Any] = [after]
    for step in act.others:
        target, key = step.table, step.table.c[step.key]
        part = func.jsonb_to_recordset(
            func.jsonb_extract_path(
                fit.c.last_after, literal_column("'changes'"), literal_column(f"'{step.name}'")
            )
        ).table_valued(column("id", BigInteger), column("was", postgresql.JSONB))
        part = part.render_derived(name="part", with_types=True)
        rows = (
            select(fit.c.id.label("item"), part.c.id, part.c.was)
            .select_from(fit.join(part, true()))
            .cte(f"rows_{step.name}")
        )
        same = [
            key == rows.c.id,
            target.c[step.belongs] == rows.c.item,
            target.c[step.belongs] == func.any(IDS),
        ]
        row_scope = scope_of(fit, target)
        if step.undone_where is not None:
            same.append(step.undone_where(row_scope))
        if step.undone:
            change: Any = update(target).values(values_of(step.undone, row_scope)).where(*same)
        elif step.does is Does.INSERT:
            change = delete(target).where(*same)
        else:
            change = (
                update(target)
                .values({c.name: from_json(rows.c.was, c) for c in kept_columns(step)})
                .where(*same)
            )
        written.append(change.returning(key).cte(f"made_{step.name}"))
    extra = (
        {name: func.jsonb_extract_path(fit.c.last_after, literal_column(f"'{name}'")) for name in act.extra}
        if reversal.extra is None
        else values_of(reversal.extra, scope_of(fit, fit))
    )
    made = json_object({"undone": literal_column(f"'{act.name}'")})
    earlier = _EVENT.alias("earlier")
    place = (
        select(func.coalesce(func.max(earlier.c.sequence), 0) + 1)
        .where(earlier.c.item_type == act.item_type, earlier.c.item_id == fit.c.id)
        .correlate(fit)
        .scalar_subquery()
    )
    told: Any = json_object(values_of(act.told, scope_of(after)))
    event_values = {
        "item_type": literal(act.item_type),
        "item_id": fit.c.id,
        "sequence": place,
        "at": NOW,
        "actor_id": ME,
        "actor_name": literal_column("the_name", Text),
        "action": literal(reversal.name),
        "before": cast(json_object(values_of(act.told, scope_of(fit))), Json),
        "after": cast(told.op("||")(func.jsonb_strip_nulls(json_object(extra))).op("||")(made), Json),
        "text": func.coalesce(fit.c.words, ""),
    }
    lines = (
        select(*event_values.values()).select_from(fit.join(after, after.c.id == fit.c.id)).order_by(fit.c.id)
    )
    written.append(
        insert(_EVENT).from_select(list(event_values), lines).returning(_EVENT.c.id).cte("made_events")
    )
    result = select(
        cast(judged.c.id, BigInteger), cast(judged.c.refused, Text), cast(after.c.version, BigInteger)
    ).select_from(judged.outerjoin(after, after.c.id == judged.c.id))
    return result.add_cte(*written)
