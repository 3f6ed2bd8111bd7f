"""Acts on PostgreSQL: each is compiled into one function with one statement."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import (
    BigInteger,
    Integer,
    Text,
    case,
    cast,
    column,
    func,
    literal_column,
    select,
    true,
)

from desktop_app.database.acts.model import Act, ActScope, Does, Step
from desktop_app.database.acts.parts import (
    change,
    conditions_of,
    creation,
    insertion,
    kept_columns,
    own_digests,
    step_digests,
    untold_columns,
    values_of,
    verdict_of,
)
from desktop_app.database.acts.postgresql_parts import (
    EMPTY,
    IDS,
    events_of,
    items_sent,
    json_object,
    my_roles,
    recordset,
    scope_of,
    verdicts_of,
)
from desktop_app.database.vouched import VOUCHED, VouchedDigest


def statement_of(act: Act) -> Any:
    """Returns the statement of an act: it applies the rules, writes the rows and events, and returns the
    verdicts.
    """
    roles = my_roles(act.roles)
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
    steps = _Steps(act, fit, roles, fit.c.item)
    written = [made, *steps.statements]
    events = _events(act, fit, fit, steps, roles)
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
    steps = _Steps(act, fit, roles, fit.c.id)
    after: Any = fit
    if untold_columns(act):
        was = json_object({name: fit.c[name] for name in untold_columns(act)})
        steps.changes[act.table.name] = (
            select(
                fit.c.id.label("item"),
                func.jsonb_build_array(json_object({"id": fit.c.id, "was": was})).label("made"),
            )
        ).cte("change_item")
    if own is not None:
        changed = change(own, scope_of(roles, fit, table), table.c.id == func.any(IDS))
        after = changed.returning(*table.c).cte("changed_item")
        written.append(after)
    events = [_events(act, fit, after, steps, roles)] if act.recorded else []
    return verdicts_of(judged, after).add_cte(*written, *steps.statements, *events)


def _events(act: Act, fit: Any, after: Any, steps: _Steps, roles: Any) -> Any:
    """Returns the insertion of the events."""
    sources: Any = fit if after is fit else fit.join(after, after.c.id == fit.c.id)
    vouched: list[Any] = [
        func.jsonb_build_object(_row_name(digest, after.c.id), digest.expression(after.c))
        for digest in own_digests(act)
    ]
    for rows in steps.vouched:
        sources = sources.outerjoin(rows, rows.c.item == fit.c.id)
        vouched.append(func.coalesce(rows.c.made, EMPTY))
    written_rows: Any = EMPTY
    for name, rows in steps.changes.items():
        sources = sources.outerjoin(rows, rows.c.item == fit.c.id)
        one_step = case((rows.c.made.is_(None), EMPTY), else_=json_object({name: rows.c.made}))
        written_rows = written_rows.op("||")(one_step)
    counts: dict[str, Any] = {}
    for name, rows in steps.counts.items():
        sources = sources.outerjoin(rows, rows.c.item == fit.c.id)
        counts[name] = func.coalesce(rows.c.count, 0)
    earlier = scope_of(roles, fit)
    later = earlier if after is fit else replace(scope_of(roles, after), given=earlier.given)
    remarks = {name: func.jsonb_extract_path(fit.c.remarks, name) for name in act.remarks}
    return events_of(
        act,
        act.action,
        sources,
        earlier,
        later,
        func.jsonb_strip_nulls(json_object(values_of(act.extra, earlier))),
        func.jsonb_strip_nulls(json_object(remarks)),
        *([json_object(counts)] if counts else []),
        case((written_rows == EMPTY, EMPTY), else_=json_object({"changes": written_rows})),
        *([json_object({VOUCHED: _merged(vouched)})] if vouched else []),
    )


def _merged(objects: list[Any]) -> Any:
    whole = objects[0]
    for one in objects[1:]:
        whole = whole.op("||")(one)
    return whole


def _row_name(digest: VouchedDigest, key: Any) -> Any:
    return literal_column(f"'{digest.name}:'", Text).concat(cast(key, Text))


class _Steps:
    """The statements of the steps of other tables, their rows by step for the event, and the numbers of rows by key.

    `sent` is the number by which the rows of the caller name their item.
    """

    def __init__(self, act: Act, fit: Any, roles: Any, sent: Any) -> None:
        self.statements: list[Any] = []
        self.changes: dict[str, Any] = {}
        self.counts: dict[str, Any] = {}
        #: Digests of rows by item, as JSON objects.
        self.vouched: list[Any] = []
        self._fit, self._roles, self._sent = fit, roles, sent
        self._made: dict[str, Any] = {}
        self._named = {step.name: step for step in act.others}
        self._named_by = {step.of: ("id", step.by) for step in act.others if step.of}
        for step in act.others:
            self._add(step)

    def _add(self, step: Step) -> None:
        given, matched = None, []
        if step.given:
            given = recordset(
                f"the_rows -> '{step.name}'",
                f"given_{step.name}",
                [
                    column("item", BigInteger),
                    column("place", Integer),
                    *(column(name, step.table.c[name].type) for name in step.given),
                    *([column(step.by, Text)] if step.of else []),
                ],
            )
            matched = [given.c.item == self._sent]
        scope = scope_of(self._roles, self._fit, step.table, given)
        if step.does is Does.INSERT:
            made = found = self._insert(step, scope, given, matched)
        else:
            found, made = self._change(step, scope, matched)
        self._vouch(step, made)
        if step.of or "item" not in found.c:
            return
        one = {"id": found.c[step.key]}
        if kept_columns(step):
            one["was"] = json_object({c.name: found.c[c.name] for c in kept_columns(step)})
        of_item = select(found.c.item).group_by(found.c.item)
        if step.recorded:
            made = func.jsonb_agg(json_object(one)).label("made")
            self.changes[step.name] = of_item.add_columns(made).cte(f"change_{step.name}")
        if step.counted:
            self.counts[step.counted] = of_item.add_columns(func.count().label("count")).cte(
                f"count_{step.name}"
            )

    def _vouch(self, step: Step, made: Any) -> None:
        """Adds the digests of the rows that a step wrote, if their item is known."""
        if step.of or "item" not in made.c:
            return
        for digest in step_digests(step):
            named = func.jsonb_object_agg(_row_name(digest, made.c[step.key]), made.c[digest.name])
            rows = select(made.c.item, named.label("made")).group_by(made.c.item)
            self.vouched.append(rows.cte(f"vouched_{step.name}_{digest.name}"))

    def _insert(self, step: Step, scope: ActScope, given: Any, matched: list[Any]) -> Any:
        """Adds the statement of a step that inserts; returns the inserted rows."""
        owner = self._fit.c.id
        if step.of:
            parent = self._made[step.of]
            owner = parent.c.id
            name = self._named[step.of].value(step.by, scope)
            matched = [*matched, parent.c.item == self._fit.c.id, parent.c[step.by] == name]
        names = dict.fromkeys((step.key, *self._named_by.get(step.name, ())))
        returned = [step.table.c[name] for name in names]
        if step.belongs:
            returned.append(step.table.c[step.belongs].label("item"))
        returned += _digest_columns(step)
        # New rows are numbered in the order in which they were sent.
        order = given.c.place if given is not None else None
        made = insertion(step, scope, owner, *matched, order=order).returning(*returned)
        made = made.cte(f"made_{step.name}")
        self._made[step.name] = made
        self.statements.append(made)
        return made

    def _change(self, step: Step, scope: ActScope, matched: list[Any]) -> tuple[Any, Any]:
        """Adds the statement of a step that changes or deletes; returns the rows as they were, and as they are."""
        target = step.table
        if step.belongs:
            matched = [*matched, target.c[step.belongs] == func.any(IDS)]
        before = select(self._fit.c.id.label("item"), target.c[step.key], *kept_columns(step))
        found = before.where(*matched, *conditions_of(step, scope)).cte(f"was_{step.name}")
        returned = [target.c[step.key], *_digest_columns(step)]
        if step.belongs:
            returned.append(target.c[step.belongs].label("item"))
        made = change(step, scope, *matched).returning(*returned).cte(f"made_{step.name}")
        self.statements.append(made)
        return found, made


def _digest_columns(step: Step) -> list[Any]:
    return [digest.expression(step.table.c).label(digest.name) for digest in step_digests(step)]
