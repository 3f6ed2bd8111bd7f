"""Declarations of acts: data from which both engines build their statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table

from desktop_app.database.declarations import load_all


@dataclass(frozen=True)
class ActScope:
    """The inputs of an expression: the item's row before the act, the row being written, the caller's values,
    the actor and the time. `today` is the day in Tehran.
    """

    item: Any
    row: Any
    given: Callable[[str], ColumnElement[Any]]
    #: The version of the item that the caller saw, and the text given with the act.
    seen: ColumnElement[Any]
    words: ColumnElement[Any]
    me: ColumnElement[Any]
    my_name: ColumnElement[Any]
    now: ColumnElement[Any]
    today: ColumnElement[Any]
    #: The roles that the actor holds today, with columns role, unit_id and person_id (the person they
    #: deputise for).
    roles: Any
    #: Narrows the roles that count: only the actor's own, or these and those of one absent person.
    own_roles: bool = False
    deputy_of: ColumnElement[Any] | None = None


Expression = Callable[[ActScope], ColumnElement[Any]]
#: Computes on SQLite what a PostgreSQL function computes, from the connection and the item's id: values by column.
Computation = Callable[[Connection, int], Mapping[str, Any]]


class Does(StrEnum):
    """The kind of statement of a step."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True)
class Step:
    """Rows of one table that an act writes for each of its items.

    `given` are the columns that the caller supplies; a column that is also in `sets` is only an input of its
    expression. The step of the item's own table reads them from the item. Any other step runs for the rows
    that the caller sends for it, or for every item if `given` is empty; its expressions also see the values of
    the item. `belongs` is the foreign key to the item; the caller never supplies it. It is empty where `where`
    alone says which rows belong to the item; the event does not record rows that such a step inserts. `where`
    filters the rows that are changed, or the items that get a new row. A step may also change other rows of the
    item's table: it does not belong to them by their id.

    The rows of a step `of` an INSERT step belong to the rows that this one inserts, by their foreign key
    `belongs`. Those that the caller sends name the inserted row by its column `by`, with the value that was given for
    it; the event does not record them.
    """

    name: str
    table: Table
    does: Does
    belongs: str
    given: tuple[str, ...] = ()
    sets: Mapping[str, Expression] = field(default_factory=dict)
    where: Expression | None = None
    #: Columns of `sets` that `compute` gives on SQLite.
    computed: tuple[str, ...] = ()
    compute: Computation | None = None
    #: Whether the event records the rows.
    recorded: bool = True
    #: The key under which the event gives the number of rows, if any.
    counted: str = ""
    of: str = ""
    by: str = ""
    #: Values to set when the act is undone; by default changed and deleted rows are restored, and inserted ones
    #: deleted.
    undone: Mapping[str, Expression] = field(default_factory=dict)
    #: If given, undoing changes only the rows that match it.
    undone_where: Expression | None = None

    @property
    def key(self) -> str:
        """The primary key column that distinguishes the rows of one item."""
        [*keys] = (c.name for c in self.table.primary_key.columns if c.name != self.belongs)
        return keys[0] if keys else self.belongs

    def value(self, name: str, scope: ActScope) -> ColumnElement[Any]:
        """Returns the expression that the column `name` is set to."""
        return self.sets[name](scope) if name in self.sets else scope.given(name)

    @property
    def written(self) -> tuple[str, ...]:
        """The columns that the step writes, without `belongs`."""
        return tuple(dict.fromkeys((*self.given, *self.sets)))


@dataclass(frozen=True)
class Act:
    """One operation on items of a table.

    `refusals` are rules in order: the first true one refuses the act. `who_refusals` come after them and
    depend on the actor's roles, which a deputy may hold on behalf of somebody. `told` are the values that the
    event records before and after. An act that changes the item's own row also increments its version.
    `remarks` are the keys that the caller may add to the event, `extra` those that the database adds (omitted
    where NULL). The step of the item's own table comes first.

    Derived data may be written without an event (`recorded`).

    If that step is an INSERT, the act creates items; `key` is a unique column among those that the caller gives.
    Without a key it creates one item at a time. So does an act that is `alone`: its rules look at rows that the same
    call could change. An item that is to be put `under` another one of its own table comes alone as well.
    The rows to which the items' foreign key `under` refers, or is to refer, are locked first, so that what is under
    one of them happens one after the other.
    The rules of such an act see only the given values, while `told` and `extra` see the new row.

    If that step is a DELETE, the act removes its items, and the event has no `told` values after it. Other functions
    of the database call an `inner` act, and no login.
    """

    name: str
    item_type: str
    table: Table
    refusals: tuple[tuple[str, Expression], ...]
    steps: tuple[Step, ...]
    told: Mapping[str, Expression]
    #: Selects the roles of a person (first argument) on a day (second).
    roles: Callable[[Any, Any], Any]
    who_refusals: tuple[tuple[str, Expression], ...] = ()
    #: Names and types of values that the caller gives for expressions only, not for columns of the item.
    asks: Mapping[str, Any] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    extra: Mapping[str, Expression] = field(default_factory=dict)
    key: str = ""
    inner: bool = False
    alone: bool = False
    under: str = ""
    recorded: bool = True
    #: The action of its event, if it is not the name: several acts may have events of one action.
    told_as: str = ""

    @property
    def action(self) -> str:
        """The action of its event."""
        return self.told_as or self.name

    @property
    def function(self) -> str:
        """The name of its function in the PostgreSQL schema `app`; `app.perform` calls only those with `act_`."""
        return f"{'inner' if self.inner else 'act'}_{self.item_type}_{self.name}"

    @property
    def own(self) -> Step | None:
        """The step that changes the item's own row."""
        return next((step for step in self.steps if self._is_own(step)), None)

    @property
    def creates(self) -> bool:
        """Whether the act creates its items."""
        return self.own is not None and self.own.does is Does.INSERT

    @property
    def is_single(self) -> bool:
        """Whether a call has one item."""
        return self.alone or (self.creates and not self.key)

    @property
    def single_with(self) -> str:
        """The value with which an item comes alone: a reference to its own table; empty if there is none."""
        if self.under not in self.given:
            return ""
        referred = {key.column.table for key in self.table.c[self.under].foreign_keys}
        return self.under if self.table in referred else ""

    @property
    def removes(self) -> bool:
        """Whether the act deletes its items."""
        return self.own is not None and self.own.does is Does.DELETE

    @property
    def given(self) -> dict[str, Any]:
        """Names and types of the values that the caller gives with an item."""
        own = self.own.given if self.own is not None else ()
        return {name: self.table.c[name].type for name in own} | dict(self.asks)

    @property
    def others(self) -> tuple[Step, ...]:
        """The steps that write other rows."""
        return tuple(step for step in self.steps if not self._is_own(step))

    def _is_own(self, step: Step) -> bool:
        return step.table is self.table and step.belongs == "id"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an act: the version that the caller saw (None: any), the text, and the values for the
    item's own row. For a new item, `id` is any number by which the caller and the rows of other steps name it.
    """

    id: int
    version: int | None = None
    text: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    remarks: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """The result for one item: the rule that refused it (None: written), and its version afterwards.

    For a new item, `item_id` is the caller's number and `version` the id that it got.
    """

    item_id: int
    refused: str | None
    version: int | None


@dataclass(frozen=True)
class Reversal:
    """Undoes an act by its event: the item and the other rows get their previous values.

    `event` selects the event of the item; `of` is the act that the event must be of. The rule `changed_since`
    refuses an item whose recorded values are no longer those of the event.
    """

    name: str
    of: Act
    #: A condition on the item's events, built from the event table and the scope; the latest match counts.
    event: Callable[[Any, ActScope], ColumnElement[bool]]
    #: Rules that can also read that event, as `scope.row`.
    refusals: tuple[tuple[str, Expression], ...]
    #: Columns derived from the restored row of the item.
    follows: Mapping[str, Expression]
    #: Keys that the database adds to the event (omitted where NULL); None copies those of the act's event.
    extra: Mapping[str, Expression] | None = None
    #: Whether the item must be unchanged since the act.
    as_left: bool = True

    @property
    def function(self) -> str:
        """The name of its function in the PostgreSQL schema `app`."""
        return f"act_{self.of.item_type}_{self.name}_{self.of.name}"


#: The acts of all modules, by the name of their function; each module declares its own, like its tables.
_DECLARED: Final[dict[str, Act | Reversal]] = {}


def declare(*acts: Act | Reversal) -> None:
    """Registers acts, so that `script` includes them."""
    _DECLARED.update({act.function: act for act in acts})


def declared() -> list[Act | Reversal]:
    """Returns the acts of all modules, sorted by name."""
    load_all()
    return [act for _, act in sorted(_DECLARED.items())]


#: Rows by the name of the step; each has the key `item`.
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
