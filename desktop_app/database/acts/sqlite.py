"""Acts on SQLite, executed step by step in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Date, RowMapping
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, ItemVerdict, Reversal, Rows, Step
from desktop_app.database.acts.parts import (
    kept_columns,
    own_digests,
    plain,
    restored_columns,
    step_digests,
    untold_columns,
)
from desktop_app.database.acts.sqlite_statements import (
    StepStatements,
    creation_statements_of,
    reversal_statements_of,
    statements_of,
)
from desktop_app.database.audit import record_events
from desktop_app.database.base import UtcMoment
from desktop_app.database.chain import canonical_json
from desktop_app.database.vouched import VOUCHED
from desktop_app.persian.dates import tehran_day

#: The items that are sent, as dictionaries.
Sent = Sequence[Mapping[str, Any]]
#: Values before and after, and the text, by item.
Events = dict[int, tuple[dict[str, Any], dict[str, Any], str]]


@dataclass(frozen=True, slots=True)
class Caller:
    """Who performs an act, when, and in which session."""

    session: Session
    actor_id: int | None
    actor_name: str
    now: datetime

    def known(self, sent: Sent) -> dict[str, Any]:
        """Returns the parameters of the statements."""
        day = tehran_day(self.now)
        return {
            "me": self.actor_id,
            "my_name": self.actor_name,
            "now": self.now,
            "today": day,
            "items": canonical_json(sent),
        }

    def record(self, act: Act, action: str, events: Events) -> None:
        """Records the events in the histories of the items."""
        record_events(
            self.session,
            item_type=act.item_type,
            at=self.now,
            actor_id=self.actor_id,
            actor_name=self.actor_name,
            action=action,
            events=events,
        )


@dataclass(slots=True)
class _Changes:
    """What the steps wrote for one item: the rows by step, and the numbers of rows by the event's key."""

    rows: dict[str, list[Any]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    #: Digests of the rows, as the event has them.
    vouched: dict[str, str] = field(default_factory=dict)


def perform_here(caller: Caller, act: Act, sent: Sent, rows: Rows) -> list[ItemVerdict]:
    """Performs `act` on the items in `sent`, like `perform`."""
    connection, statements = caller.session.connection(), statements_of(act)
    known = caller.known(sent)
    asked = {one["item"]: dict(one) for one in sent}
    found = {row["id"]: row for row in connection.execute(statements.judge, known).mappings()}
    fit = [number for number, row in found.items() if row["refused"] is None]
    if len(fit) < len(sent):
        known["items"] = canonical_json([asked[number] for number in fit])
    changes = {number: _Changes() for number in fit}
    if fit:
        _do_steps(
            connection, statements.steps, {number: asked[number] for number in fit}, rows, known, changes
        )
        if untold_columns(act):
            for number in fit:
                was = {name: plain(found[number][f"was_{name}"]) for name in untold_columns(act)}
                changes[number].rows[act.table.name] = [{"id": number, "was": was}]
        _change_items(connection, act, fit, known)
    added = {number: _added(act, found[number], asked[number], changes[number]) for number in fit}
    vouched = {number: changes[number].vouched for number in fit}
    versions = _record(caller, act, act.action, statements.told, known, found, added, vouched)
    return [ItemVerdict(number, row["refused"], versions.get(number)) for number, row in found.items()]


def create_here(caller: Caller, act: Act, sent: Sent, rows: Rows) -> list[ItemVerdict]:
    """Creates the items in `sent`, like `perform`."""
    connection, statements = caller.session.connection(), creation_statements_of(act)
    known = caller.known(sent)
    refused = {row.item: row.refused for row in connection.execute(statements.judge, known)}
    allowed = [one for one in sent if refused[one["item"]] is None]
    if not allowed:
        return [ItemVerdict(number, rule, None) for number, rule in refused.items()]
    made = connection.execute(statements.own, known | {"items": canonical_json(allowed)})
    if act.key:
        by_key = {row[1]: row[0] for row in made}
        ids = {one["item"]: by_key[one[f"given_{act.key}"]] for one in allowed}
    else:
        ids = {allowed[0]["item"]: made.scalar_one()}
    asked = {ids[one["item"]]: {**one, "item": ids[one["item"]]} for one in allowed}
    changes = {number: _Changes() for number in asked}
    of_new = {
        name: [{**row, "item": ids[row["item"]]} for row in of_step if row["item"] in ids]
        for name, of_step in rows.items()
    }
    known["items"] = canonical_json(list(asked.values()))
    _do_steps(connection, statements.steps, asked, of_new, known, changes)
    events: Events = {}
    for row in connection.execute(statements.told, known).mappings():
        one = asked[row["id"]]
        own = changes[row["id"]]
        after = _told(act, row) | _added(act, row, one, own) | _vouched(_own_vouched(act, row) | own.vouched)
        events[row["id"]] = ({}, after, one["words"])
    caller.record(act, act.action, events)
    return [ItemVerdict(number, rule, ids.get(number)) for number, rule in refused.items()]


def _added(act: Act, row: RowMapping, sent: Mapping[str, Any], changes: _Changes) -> dict[str, Any]:
    """Returns the values that the event has besides `told`: those of the database, of the caller, and the rows."""
    extra = {name: value for name in act.extra if (value := plain(row[f"extra_{name}"])) is not None}
    remarks = {name: value for name, value in sent["remarks"].items() if name in act.remarks}
    return extra | remarks | changes.counts | ({"changes": changes.rows} if changes.rows else {})


def _own_vouched(act: Act, row: RowMapping) -> dict[str, str]:
    return {f"{digest.name}:{row['id']}": row[digest.name] for digest in own_digests(act)}


def _vouched(digests: Mapping[str, str]) -> dict[str, Any]:
    return {VOUCHED: dict(digests)} if digests else {}


def _do_steps(
    connection: Connection,
    steps: Iterable[StepStatements],
    asked: Mapping[int, Mapping[str, Any]],
    rows: Rows,
    known: Mapping[str, Any],
    changes: Mapping[int, _Changes],
) -> None:
    """Writes the other tables and adds the changes and counts of each item to `changes`."""
    made: dict[str, dict[tuple[int, Any], int]] = {}
    for statements in steps:
        step, named = statements.step, made.setdefault(statements.step.name, {})
        for number in asked if step.counted else ():
            changes[number].counts[step.counted] = 0
        parameters = known
        if step.given:
            own = _rows_of(step, asked, rows.get(step.name, ()), made.get(step.of, {}))
            parameters = {**known, "items": canonical_json(own)}
            if not own:
                continue
        for number, changed, digests, name in _do_step(connection, statements, parameters):
            named |= {(number, one): changed["id"] for one in name}
            if step.of or number not in changes:
                continue
            changes[number].vouched |= digests
            if step.recorded:
                changes[number].rows.setdefault(step.name, []).append(changed)
            if step.counted:
                changes[number].counts[step.counted] += 1


def _rows_of(
    step: Step,
    asked: Mapping[int, Mapping[str, Any]],
    rows: Iterable[Mapping[str, Any]],
    made: Mapping[tuple[int, Any], int],
) -> list[dict[str, Any]]:
    """Returns the rows that the caller sends for a step, each with its item; `made` are the ids of the rows that
    they belong to.
    """
    found = []
    for row in rows:
        if row["item"] not in asked:
            continue
        one = {**asked[row["item"]], **{f"row_{name}": row.get(name) for name in step.given}}
        if step.of:
            one["row_of"] = made.get((row["item"], row[step.by]))
        if not step.of or one["row_of"] is not None:
            found.append(one)
    return found


def _change_items(connection: Connection, act: Act, fit: Sequence[int], known: Mapping[str, Any]) -> None:
    if act.own is None:
        return
    statement = statements_of(act).own
    if act.own.compute is None:
        connection.execute(statement, known)
        return
    for number in fit:
        values = act.own.compute(connection, number)
        computed = {f"computed_{name}": values[name] for name in act.own.computed}
        connection.execute(statement, {**known, **computed, "this": number})


def take_back_here(caller: Caller, reversal: Reversal, sent: Sent) -> list[ItemVerdict]:
    """Undoes an act on the items in `sent`, like `perform`."""
    connection, act = caller.session.connection(), reversal.of
    statements = reversal_statements_of(reversal)
    known = caller.known(sent)
    found = {row["id"]: row for row in connection.execute(statements.judge, known).mappings()}
    refused = {number: _refusal(reversal, row) for number, row in found.items()}
    fit = [number for number, rule in refused.items() if rule is None]
    _restore(connection, reversal, [found[number] for number in fit], known)
    known["items"] = canonical_json([one for one in sent if one["item"] in fit])
    added = {number: _extra(reversal, found[number]) | {"undone": act.name} for number in fit}
    # What an event vouched for that is undone, verification takes back as well.
    versions = _record(caller, act, reversal.name, statements.told, known, found, added, {})
    return [ItemVerdict(number, rule, versions.get(number)) for number, rule in refused.items()]


def _record(
    caller: Caller,
    act: Act,
    action: str,
    told: Any,
    known: Mapping[str, Any],
    before: Mapping[int, RowMapping],
    added: Mapping[int, Mapping[str, Any]],
    vouched: Mapping[int, Mapping[str, str]],
) -> dict[int, int]:
    """Records the event of each item that was written; returns their versions.

    `vouched` are the digests of rows of other tables; that of the own row is added.
    """
    if not added:
        return {}
    if (act.told or own_digests(act)) and not act.removes:
        after = {row["id"]: row for row in caller.session.connection().execute(told, known).mappings()}
        versions = {number: int(row["version"]) for number, row in after.items()}
    else:
        after, changed = dict(before), act.own is not None and not act.removes
        versions = {number: int(before[number]["version"]) + changed for number in added}
    if not act.recorded:
        return versions
    caller.record(
        act,
        action,
        {
            number: (
                _told(act, before[number]),
                {
                    **({} if act.removes else _told(act, after[number])),
                    **values,
                    **_vouched(
                        {
                            **(_own_vouched(act, after[number]) if number in vouched else {}),
                            **vouched.get(number, {}),
                        }
                    ),
                },
                str(before[number]["words"] or ""),
            )
            for number, values in added.items()
        },
    )
    return versions


def _extra(reversal: Reversal, row: RowMapping) -> dict[str, Any]:
    """Returns what the database adds to the event of an undone act."""
    found = (
        {name: row["last_after"].get(name) for name in reversal.of.extra}
        if reversal.extra is None
        else {name: row[f"extra_{name}"] for name in reversal.extra}
    )
    return {name: value for name, value in found.items() if value is not None}


def _refusal(reversal: Reversal, row: RowMapping) -> str | None:
    if row["refused"] is not None or not reversal.as_left:
        return None if row["refused"] is None else str(row["refused"])
    after = row["last_after"]
    left = all(plain(row[f"now_{c.name}"]) == after.get(c.name) for c in restored_columns(reversal.of))
    return None if left else "changed_since"


def _restore(
    connection: Connection, reversal: Reversal, rows: Sequence[RowMapping], known: Mapping[str, Any]
) -> None:
    """Restores the items and their other rows to their values before the act."""
    act, statements = reversal.of, reversal_statements_of(reversal)
    items: list[dict[str, Any]] = []
    others: dict[str, list[dict[str, Any]]] = {step.name: [] for step in act.others}
    for row in rows:
        before, changes = row["last_before"], row["last_after"].get("changes", {})
        new = {f"new_{c.name}": _read(c, before.get(c.name)) for c in restored_columns(act)}
        new |= {f"new_{name}": row[f"now_{name}"] for name in untold_columns(act)}
        for one in changes.get(act.table.name, ()):
            new |= {f"new_{name}": _read(act.table.c[name], value) for name, value in one["was"].items()}
        items.append({**known, **new, "this": row["id"]})
        for step in act.others:
            for one in changes.get(step.name, ()):
                kept = one.get("was", {})
                was = {f"was_{c.name}": _read(c, kept.get(c.name)) for c in kept_columns(step)}
                others[step.name].append({**known, **was, "this": row["id"], "row": one["id"]})
    # The item comes last: the steps read it as it was before the reversal.
    for statement, values in (
        *((statements.steps[name], made) for name, made in others.items()),
        (statements.own, items),
    ):
        if values:
            connection.execute(statement, values)


def _told(act: Act, row: RowMapping) -> dict[str, Any]:
    return {name: plain(row[f"told_{name}"]) for name in act.told}


def _do_step(
    connection: Connection, statements: StepStatements, known: Mapping[str, Any]
) -> Iterable[tuple[Any, ...]]:
    """Executes a step of another table; yields each item with its changes, as stored in the event, and the column
    by which the rows of a step of this one name the row, if any.
    """
    step = statements.step
    digests = step_digests(step)
    if statements.insert is not None:
        for new in connection.execute(statements.insert, known).all():
            of_row = {f"{one.name}:{new[1]}": new[place] for place, one in enumerate(digests, 2)}
            yield new[0], {"id": new[1]}, of_row, new[2 + len(digests) :]
        return
    if not (step.recorded or step.counted or digests):
        connection.execute(statements.change, known)
        return
    kept = [c.name for c in kept_columns(step)]
    before = connection.execute(statements.before, known).mappings().all()
    written: dict[int, dict[str, str]] = {}
    if before:
        changed = connection.execute(statements.change, known)
        for made in changed if digests else ():
            written[made[0]] = {f"{one.name}:{made[0]}": made[place] for place, one in enumerate(digests, 1)}
    for row in before:
        was = {name: plain(row[f"was_{name}"]) for name in kept}
        yield row["item"], {"id": row["id"]} | ({"was": was} if was else {}), written.get(row["id"], {}), ()


def _read(of: Any, value: Any) -> Any:
    """Returns the value of a column as stored in an event."""
    if value is None or not isinstance(value, str):
        return value
    if isinstance(of.type, UtcMoment):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(of.type, Date) else value
