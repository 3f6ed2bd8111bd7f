"""Acts on PostgreSQL: each is compiled into one function with one statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Text,
    case,
    cast,
    column,
    func,
    insert,
    literal,
    literal_column,
    null,
    select,
)
from sqlalchemy.dialects import postgresql

from desktop_app.database.acts.model import Act, ActScope, Does
from desktop_app.database.acts.parts import (
    change,
    conditions_of,
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
    NOW,
    TODAY,
    json_object,
    recordset,
)
from desktop_app.database.base import Base, Json

_EVENT: Final = Base.metadata.tables["event"]


def statement_of(act: Act) -> Any:
    """Returns the statement of an act: it applies the rules, writes the rows and events, and returns the
    verdicts.
    """
    table, own = act.table, act.own
    roles = act.roles(ME, TODAY).cte("my_roles")
    asked = recordset(
        "the_items",
        "asked",
        [
            column("item", BigInteger),
            column("seen", BigInteger),
            column("words", Text),
            column("remarks", postgresql.JSONB),
            *(column(f"given_{name}", of) for name, of in act.given.items()),
        ],
    )
    held = (
        select(*table.c, *(c for c in asked.c if c.name != "item"))
        .join_from(table, asked, asked.c.item == table.c.id)
        .where(table.c.id == func.any(IDS))
        .cte("held")
    )

    def scope_of(item: Any, row: Any = None, given: Any = None) -> ActScope:
        return ActScope(
            item=item,
            row=row,
            given=(lambda name: item.c[f"given_{name}"]) if given is None else (lambda name: given.c[name]),
            seen=item.c.seen if "seen" in item.c else null(),
            words=item.c.words if "words" in item.c else null(),
            me=ME,
            now=NOW,
            today=TODAY,
            roles=roles,
        )

    judged = select(*held.c, verdict_of(act, scope_of(held)).label("refused")).cte("judged")
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
        changed = change(own, scope_of(fit, table), table.c.id == func.any(IDS))
        after = changed.returning(*table.c).cte("changed_item")
        written.append(after)
    for step in act.others:
        target = step.table
        given = None
        matched: list[Any] = []
        if step.given:
            given = recordset(
                f"the_rows -> '{step.name}'",
                f"given_{step.name}",
                [column("item", BigInteger), *(column(name, target.c[name].type) for name in step.given)],
            )
            matched = [given.c.item == fit.c.id]
        scope = scope_of(fit, target, given)
        if step.does is Does.INSERT:
            made = insertion(step, scope, *matched)
            found = made.returning(target.c[step.belongs], target.c[step.key]).cte(f"made_{step.name}")
        else:
            matched.append(target.c[step.belongs] == func.any(IDS))
            before = select(target.c[step.key], target.c[step.belongs], *kept_columns(step))
            found = before.where(*matched, *conditions_of(step, scope)).cte(f"was_{step.name}")
            written.append(
                change(step, scope, *matched).returning(target.c[step.key]).cte(f"made_{step.name}")
            )
        one = {"id": found.c[step.key]}
        if kept_columns(step):
            one["was"] = json_object({c.name: found.c[c.name] for c in kept_columns(step)})
        changes[step.name] = (
            select(found.c[step.belongs].label("item"), func.jsonb_agg(json_object(one)).label("made"))
            .group_by(found.c[step.belongs])
            .cte(f"change_{step.name}")
        )
        if step.does is Does.INSERT:
            written.append(found)
    written.append(_events(act, fit, scope_of(fit), after, scope_of(after), changes))
    result = select(
        cast(judged.c.id, BigInteger), cast(judged.c.refused, Text), cast(after.c.version, BigInteger)
    ).select_from(judged.outerjoin(after, after.c.id == judged.c.id))
    return result.add_cte(*written)


def _events(
    act: Act, fit: Any, before: ActScope, after: Any, later: ActScope, changes: Mapping[str, Any]
) -> Any:
    earlier = _EVENT.alias("earlier")
    place = (
        select(func.coalesce(func.max(earlier.c.sequence), 0) + 1)
        .where(earlier.c.item_type == act.item_type, earlier.c.item_id == fit.c.id)
        .correlate(fit)
        .scalar_subquery()
    )
    sources: Any = fit if after is fit else fit.join(after, after.c.id == fit.c.id)
    made: Any = EMPTY
    for name, rows in changes.items():
        sources = sources.outerjoin(rows, rows.c.item == fit.c.id)
        made = made.op("||")(case((rows.c.made.is_(None), EMPTY), else_=json_object({name: rows.c.made})))
    told: Any = json_object(values_of(act.told, later))
    for part in (
        func.jsonb_strip_nulls(json_object(values_of(act.extra, before))),
        func.jsonb_strip_nulls(
            json_object({name: func.jsonb_extract_path(fit.c.remarks, name) for name in act.remarks})
        ),
        case((made == EMPTY, EMPTY), else_=json_object({"changes": made})),
    ):
        told = told.op("||")(part)
    values = {
        "item_type": literal(act.item_type),
        "item_id": fit.c.id,
        "sequence": place,
        "at": NOW,
        "actor_id": ME,
        "actor_name": literal_column("the_name", Text),
        "action": literal(act.name),
        "before": cast(json_object(values_of(act.told, before)), Json),
        "after": cast(told, Json),
        "text": func.coalesce(fit.c.words, ""),
    }
    rows = select(*values.values()).select_from(sources).order_by(fit.c.id)
    return insert(_EVENT).from_select(list(values), rows).returning(_EVENT.c.id).cte("made_events")
