"""The SQL statements of acts on SQLite. They are cached: building one takes longer than executing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Select,
    Text,
    and_,
    bindparam,
    case,
    func,
    literal,
    null,
    select,
    type_coerce,
    update,
)

from desktop_app.database.acts.model import Act, ActScope, Does, Reversal, Step
from desktop_app.database.acts.parts import (
    RestoredRow,
    change,
    conditions_of,
    creation,
    insertion,
    kept_columns,
    own_digests,
    restored_columns,
    step_digests,
    undoing,
    untold_columns,
    values_of,
    verdict_of,
)
from desktop_app.database.audit import EventRecord
from desktop_app.database.base import UtcMoment

_EVENT: Final[Any] = EventRecord.__table__


class StepStatements:
    """The statements of a step of another table: one `insert`, or a query `before` and the `change`."""

    def __init__(self, act: Act, step: Step) -> None:
        item, scope = items_of(act, step.table, step)
        self.step, table = step, step.table
        self.insert: Any = None
        self.before: Any = None
        self.change: Any = None
        if step.does is Does.INSERT:
            owner = scope.given("of") if step.of else item.c.id
            named_by = [child.by for child in act.others if child.of == step.name]
            belongs = table.c[step.belongs or step.key]
            returned = [
                belongs,
                table.c[step.key],
                *_digest_columns(step),
                *(table.c[name] for name in named_by),
            ]
            self.insert = insertion(step, scope, owner).returning(*returned)
            return
        self.before = select(
            item.c.id.label("item"),
            table.c[step.key].label("id"),
            *(c.label(f"was_{c.name}") for c in kept_columns(step)),
        ).where(*conditions_of(step, scope))
        self.change = change(step, scope)
        if step_digests(step):
            self.change = self.change.returning(table.c[step.key], *_digest_columns(step))


def _digest_columns(step: Step) -> list[Any]:
    return [digest.expression(step.table.c).label(digest.name) for digest in step_digests(step)]


class ActStatements:
    """The statements of an act.

    `judge` reads the verdicts and the values before the act, `steps` write other tables, `own` writes the
    items, `told` reads the values afterwards.
    """

    def __init__(self, act: Act) -> None:
        item, scope = items_of(act)
        self.judge: Any = select(
            item.c.id,
            item.c.version,
            item.c.words,
            verdict_of(act, scope).label("refused"),
            *_told(act, scope),
            *(value.label(f"extra_{name}") for name, value in values_of(act.extra, scope).items()),
            *(item.c[name].label(f"was_{name}") for name in untold_columns(act)),
        ).order_by(item.c.id)
        self.steps = tuple(StepStatements(act, step) for step in act.others)
        self.told = _told_of_items(act)
        self.own: Any = None
        if act.own is not None:
            computed = {name: _computed(act, name) for name in act.own.computed}
            own = replace(act.own, sets=dict(act.own.sets) | computed)
            only = [act.table.c.id == bindparam("this", type_=Integer)] if computed else []
            self.own = change(own, items_of(act, act.table)[1], *only)


class ReversalStatements:
    """The statements of a reversal: `judge` finds the event, `own` restores an item, `steps` restore other
    rows.
    """

    def __init__(self, reversal: Reversal) -> None:
        act, table = reversal.of, reversal.of.table
        self.judge: Any = _judge_of(reversal)
        self.told = _told_of_items(act)
        new = {c.name: bindparam(f"new_{c.name}", type_=c.type) for c in _writable(act)}
        item, scope = items_of(act)
        restored = replace(scope, item=RestoredRow({c.name: new.get(c.name, c) for c in table.c}))
        values = new | values_of(reversal.follows, restored)
        this = bindparam("this", type_=Integer)
        self.own: Any = update(table).values(values).where(table.c.id == this)
        self.steps: dict[str, Any] = {}
        for step in act.others:
            was = {c.name: bindparam(f"was_{c.name}", type_=c.type) for c in kept_columns(step)}
            belongs = step.table.c[step.belongs] if step.belongs else item.c.id
            same = [step.table.c[step.key] == bindparam("row", type_=Integer), belongs == this]
            self.steps[step.name] = undoing(step, replace(scope, row=step.table), was, *same)


class CreationStatements:
    """The statements of an act that creates items: `judge` reads the verdicts, `own` creates the items, `steps`
    write other tables, `told` reads what the event records.
    """

    def __init__(self, act: Act) -> None:
        sent, scope = _sent_of(act)
        own = act.own
        assert own is not None
        self.judge: Any = select(sent.c.item, verdict_of(act, scope).label("refused")).order_by(sent.c.item)
        self.own: Any = creation(own, scope, sent).returning(act.table.c.id, act.table.c[act.key or "id"])
        self.steps = tuple(StepStatements(act, step) for step in act.others)
        item, made = items_of(act)
        self.told: Any = select(
            item.c.id,
            *_told(act, made),
            *_own_digests(act, item),
            *(value.label(f"extra_{name}") for name, value in values_of(act.extra, made).items()),
        )


_ACTS: Final[dict[str, ActStatements]] = {}
_CREATIONS: Final[dict[str, CreationStatements]] = {}
_REVERSALS: Final[dict[str, ReversalStatements]] = {}


def statements_of(act: Act) -> ActStatements:
    if act.function not in _ACTS:
        _ACTS[act.function] = ActStatements(act)
    return _ACTS[act.function]


def creation_statements_of(act: Act) -> CreationStatements:
    if act.function not in _CREATIONS:
        _CREATIONS[act.function] = CreationStatements(act)
    return _CREATIONS[act.function]


def reversal_statements_of(reversal: Reversal) -> ReversalStatements:
    if reversal.function not in _REVERSALS:
        _REVERSALS[reversal.function] = ReversalStatements(reversal)
    return _REVERSALS[reversal.function]


def _sent_of(act: Act) -> tuple[Any, ActScope]:
    """Returns the items of the caller's JSON that are to be created, and their scope."""
    sent = func.json_each(bindparam("items", type_=Text)).table_valued("value", name="sent")
    sent_values = {"item": Integer(), "words": Text()} | {
        f"given_{name}": of for name, of in act.given.items()
    }
    item = select(
        *(
            type_coerce(func.json_extract(sent.c.value, f"$.{name}"), of).label(name)
            for name, of in sent_values.items()
        )
    ).subquery("item")
    return item, _scope_of(act, item)


_ME: Final = bindparam("me", type_=Integer)
_TODAY: Final = bindparam("today", type_=Date)


@cache
def _my_roles(roles: Callable[[Any, Any], Any]) -> Any:
    """Returns the roles of the actor as a table: one object for all acts."""
    return roles(_ME, _TODAY).cte("my_roles")


def _scope_of(act: Act, item: Any, row: Any = None) -> ActScope:
    return ActScope(
        item=item,
        row=row,
        given=lambda name: item.c[f"given_{name}"],
        seen=item.c.seen if "seen" in item.c else null(),
        words=item.c.words,
        me=_ME,
        my_name=bindparam("my_name", type_=Text),
        now=bindparam("now", type_=UtcMoment),
        today=_TODAY,
        roles=_my_roles(act.roles),
    )


def items_of(act: Act, row: Any = None, step: Step | None = None) -> tuple[Any, ActScope]:
    """Returns the items of the caller's JSON joined with their current rows.

    For a `step` with `given`, these are the rows of that step, each with the data of its item: joining two
    JSON lists would compare every pair.
    """
    given = {name: (f"$.given_{name}", of) for name, of in act.given.items()}
    if step is not None and step.given:
        given |= {name: (f"$.row_{name}", step.table.c[name].type) for name in step.given}
        given |= {"of": ("$.row_of", Integer())} if step.of else {}
    sent = func.json_each(bindparam("items", type_=Text)).table_valued("value", name="sent")
    own = act.table.alias("own_row")
    item = (
        select(
            *own.c,
            func.json_extract(sent.c.value, "$.seen").label("seen"),
            func.json_extract(sent.c.value, "$.words").label("words"),
            *(
                type_coerce(func.json_extract(sent.c.value, path), of).label(f"given_{name}")
                for name, (path, of) in given.items()
            ),
        )
        .join_from(sent, own, own.c.id == func.json_extract(sent.c.value, "$.item"))
        .subquery("item")
    )
    return item, _scope_of(act, item, row)


def _told(act: Act, scope: ActScope) -> list[ColumnElement[Any]]:
    return [value.label(f"told_{name}") for name, value in values_of(act.told, scope).items()]


def _told_of_items(act: Act) -> Select[Any]:
    item, scope = items_of(act)
    return select(item.c.id, item.c.version, *_told(act, scope), *_own_digests(act, item))


def _own_digests(act: Act, item: Any) -> list[ColumnElement[Any]]:
    return [digest.expression(item.c).label(digest.name) for digest in own_digests(act)]


def _computed(act: Act, name: str) -> Any:
    value = bindparam(f"computed_{name}", type_=act.table.c[name].type)
    return lambda _scope: value


def _writable(act: Act) -> list[Any]:
    """Returns the columns of the item that a reversal restores."""
    return [*restored_columns(act), *(act.table.c[name] for name in untold_columns(act))]


def _judge_of(reversal: Reversal) -> Select[Any]:
    act = reversal.of
    item, scope = items_of(act)
    events, last = _EVENT.alias("events"), _EVENT.alias("last_event")
    latest = (
        select(func.max(events.c.sequence))
        .where(
            events.c.item_type == act.item_type,
            events.c.item_id == item.c.id,
            reversal.event(events, scope),
        )
        .correlate_except(events)
        .scalar_subquery()
    )
    seen = RestoredRow(
        {
            **{c.name: c for c in item.c},
            "last_action": last.c.action,
            "last_actor": last.c.actor_id,
            "last_behalf": func.json_extract(last.c.after, "$.on_behalf_of_id"),
        }
    )
    judging = replace(scope, row=seen)
    refused = case(
        (func.coalesce(last.c.action, "") != act.action, literal("nothing_to_undo")),
        *((expression(judging), literal(rule)) for rule, expression in reversal.refusals),
        else_=null(),
    )
    same = and_(last.c.item_type == act.item_type, last.c.item_id == item.c.id, last.c.sequence == latest)
    return (
        select(
            *(item.c[c.name].label(f"now_{c.name}") for c in _writable(act)),
            *_told(act, scope),
            item.c.id,
            item.c.words,
            refused.label("refused"),
            *(
                value.label(f"extra_{name}")
                for name, value in values_of(reversal.extra or {}, judging).items()
            ),
            last.c.before.label("last_before"),
            last.c.after.label("last_after"),
        )
        .select_from(item)
        .outerjoin(last, same)
        .order_by(item.c.id)
    )
