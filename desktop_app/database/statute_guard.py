"""Rules on rows that the database of both engines keeps, whoever asks and by whatever client.

A rule is a named expression over the row before and after. Each module declares its own, like its tables; here they
are compiled into triggers. Acts (`database.acts`) judge with the same expressions. Who may do what by their role
is `rights`' business (PostgreSQL only).

The day is the server's in Tehran. SQLite has no server: there it is the latest moment that the program ever saw,
`clock_mark`, which only goes forward. Only the event of people who take a wrong mark back sets it back.

A refusal begins with `statute: ` and goes on with the name of the rule, as `RuleError` has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Date,
    Table,
    and_,
    false,
    func,
    literal_column,
    not_,
    or_,
    select,
    text,
    true,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function, literal_sql
from desktop_app.database.acts.parts import RestoredRow
from desktop_app.database.audit import EventRecord
from desktop_app.database.clock_mark import CONFIRMED, OF_ITEM, SECONDED, TAKEN_BACK, ClockMark
from desktop_app.database.declarations import load_all, named_table

MARK: Final = "statute: "
INSERT: Final = "INSERT"
UPDATE: Final = "UPDATE"
DELETE: Final = "DELETE"


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a rule reads: the row after and before, with columns as `new.c.status`, and the day in Tehran."""

    new: Any
    old: Any
    today: ColumnElement[Any]


#: Whether a change of a row breaks the rule.
Condition = Callable[[RowChange], ColumnElement[bool]]


@dataclass(frozen=True)
class RowRule:
    """A rule on the rows of a table, asked at the statements `verbs`. The old row is there for updates only."""

    name: str
    table: Table
    verbs: tuple[str, ...]
    broken: Condition
    #: Whether only SQLite has it.
    on_sqlite: bool = False


def stays(table: Any, name: str, *columns: str) -> tuple[RowRule, RowRule]:
    """Returns the rules against deleting rows, and against changing `columns` (all if none is named)."""

    def changed(change: RowChange) -> ColumnElement[bool]:
        if not columns:
            return true()
        return or_(false(), *(differs(change, column) for column in columns))

    return RowRule(name, table, (DELETE,), lambda _change: true()), RowRule(name, table, (UPDATE,), changed)


def differs(change: RowChange, column: str) -> ColumnElement[bool]:
    """Whether a column has another value after the change."""
    other: ColumnElement[bool] = change.new.c[column].is_distinct_from(change.old.c[column])
    return other


@dataclass(frozen=True)
class _Module:
    rules: tuple[RowRule, ...]
    fill: Callable[[Connection], None] | None


_DECLARED: Final[dict[str, _Module]] = {}


def declare(module: str, *rules: RowRule, fill: Callable[[Connection], None] | None = None) -> None:
    """Registers the rules of a module, which are asked in this order; `fill` writes the rows that they count with."""
    _DECLARED[module] = _Module(rules, fill)


def _goes_back(change: RowChange) -> ColumnElement[bool]:
    """Whether the mark is set back, or said to be set by an event, without one that people recorded for it."""
    back = or_(change.new.c.day < change.old.c.day, change.new.c.at < change.old.c.at)
    return or_(
        and_(back, not_(_recorded(change, TAKEN_BACK))),
        and_(differs(change, "event_id"), not_(_recorded(change, CONFIRMED, TAKEN_BACK))),
    )


#: Whether an event says that there was nobody else, and the day that it names.
_alone: Final = engine_function(
    Boolean(),
    postgresql="({0} ->> 'nobody_else')::boolean",
    sqlite="(json_extract({0}, '$.nobody_else') = 1)",
)
_named_day: Final = engine_function(
    Date(), postgresql="({0} ->> 'clock_day')::date", sqlite="json_extract({0}, '$.clock_day')"
)


def _recorded(change: RowChange, *actions: str) -> ColumnElement[bool]:
    """Whether a newer event of one of `actions` names the new time, and a second person signed it if there is one."""
    event, second = aliased(EventRecord), aliased(EventRecord)
    signed = select(second.id).where(
        second.item_type == event.item_type,
        second.item_id == event.item_id,
        second.sequence == event.sequence + 1,
        second.action == SECONDED,
        second.actor_id != event.actor_id,
    )
    return (
        select(event.id)
        .where(
            event.id == change.new.c.event_id,
            event.id > change.old.c.event_id,
            event.item_type == OF_ITEM,
            event.action.in_(actions),
            event.at == change.new.c.at,
            _named_day(event.after) == change.new.c.day,
            or_(func.coalesce(_alone(event.after), false()), signed.correlate(event).exists()),
        )
        .exists()
    )


def _is_another_row(_change: RowChange) -> ColumnElement[bool]:
    """Whether there is a mark: another one would replace it."""
    return select(ClockMark.id).exists()


_MARKED: Final = named_table(ClockMark.__tablename__)
# A server has its own clock.
declare(
    "database",
    RowRule("clock_only_goes_forward", _MARKED, (INSERT,), _is_another_row, on_sqlite=True),
    RowRule("clock_only_goes_forward", _MARKED, (UPDATE,), _goes_back, on_sqlite=True),
    RowRule("clock_only_goes_forward", _MARKED, (DELETE,), lambda _change: true(), on_sqlite=True),
)


def set_up(connection: Connection) -> None:
    """Creates the triggers, whose tables exist."""
    if connection.dialect.name == "sqlite":
        for statement in sqlite_triggers().values():
            connection.exec_driver_sql(statement)
        return
    room = str(connection.scalar(text("SELECT quote_ident(current_schema())")))
    for table, body in postgresql_bodies().items():
        connection.exec_driver_sql(
            f"CREATE FUNCTION statute_{table}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
            f" SET search_path = pg_catalog, {room}, pg_temp AS $statute${body}$statute$"
        )
        connection.exec_driver_sql(f"REVOKE ALL ON FUNCTION statute_{table}() FROM PUBLIC")
        # By its name before every other trigger of the table: law first.
        connection.exec_driver_sql(
            f"CREATE TRIGGER a_statute BEFORE INSERT OR UPDATE OR DELETE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION statute_{table}()"
        )


def fill(connection: Connection) -> None:
    """Writes the rows that the rules count with."""
    load_all()
    for module in _DECLARED.values():
        if module.fill is not None:
            module.fill(connection)


def take_down(connection: Connection) -> None:
    """Removes the triggers: the tables are then unguarded."""
    if connection.dialect.name == "sqlite":
        for name in sqlite_triggers():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        return
    for table in postgresql_bodies():
        connection.exec_driver_sql(f"DROP TRIGGER a_statute ON {table}")
        connection.exec_driver_sql(f"DROP FUNCTION statute_{table}()")


def sqlite_triggers() -> dict[str, str]:
    """Returns the statements by the names of the triggers.

    SQLite fires a table's triggers in no defined order: there is one for each statement, with its rules in order.
    """
    raised: dict[tuple[str, str], list[str]] = {}
    for rule in _rules():
        for verb in rule.verbs:
            raised.setdefault((rule.table.name, verb), []).append(
                f"SELECT RAISE(ABORT, '{MARK}{rule.name}') WHERE {_written(rule, 'sqlite')};"
            )
    return {
        f"statute_{table}_{verb.lower()}": (
            f"CREATE TRIGGER statute_{table}_{verb.lower()} BEFORE {verb} ON {table} BEGIN {' '.join(rules)} END"
        )
        for (table, verb), rules in raised.items()
    }


def postgresql_bodies() -> dict[str, str]:
    """Returns the bodies of the triggers' functions by table."""
    bodies: dict[str, list[str]] = {}
    for rule in _rules():
        if rule.on_sqlite:
            continue
        verbs = ", ".join(f"'{verb}'" for verb in rule.verbs)
        # Nested: PL/pgSQL does not promise to leave the second half of a condition alone, and OLD may be missing.
        bodies.setdefault(rule.table.name, []).append(
            f"IF TG_OP IN ({verbs}) THEN IF ({_written(rule, 'postgresql')}) THEN"
            f" RAISE integrity_constraint_violation USING MESSAGE = '{MARK}{rule.name}'; END IF; END IF;"
        )
    end = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"
    return {table: f"BEGIN {' '.join(rules)} {end} END" for table, rules in bodies.items()}


#: The day by the clock of the database.
_today: Final = engine_function(
    Date(), postgresql="app.today()", sqlite="(SELECT clock_mark.day FROM clock_mark)"
)


def _rules() -> Iterable[RowRule]:
    load_all()
    return (rule for module in _DECLARED.values() for rule in module.rules)


@cache
def _written(rule: RowRule, engine: str) -> str:
    """Returns the condition of a rule in the SQL of an engine. It is written once: the bell compares the triggers."""
    change = RowChange(_row("NEW", rule.table), _row("OLD", rule.table), _today())
    return literal_sql(rule.broken(change), engine)


def _row(name: str, table: Table) -> RestoredRow:
    return RestoredRow({c.name: literal_column(f'{name}."{c.name}"', c.type) for c in table.c})
