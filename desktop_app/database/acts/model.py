"""What an act is: data that both engines read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table


@dataclass(frozen=True)
class ActScope:
    """What an expression may look at: the item's row before the act, the row that a step writes, what the caller
    gives, and who acts when. `today` is the day in Tehran."""

    item: Any
    row: Any
    given: Callable[[str], ColumnElement[Any]]
    #: The version of the item that the caller saw, and the words that come with it.
    seen: ColumnElement[Any]
    words: ColumnElement[Any]
    me: ColumnElement[Any]
    now: ColumnElement[Any]
    today: ColumnElement[Any]
    #: The roles that the actor holds today: role, unit_id, person_id (of whom they are the deputy).
    roles: Any
    #: Narrows the roles that count: the actor's own, or these and those of one absent person.
    own_roles: bool = False
    deputy_of: ColumnElement[Any] | None = None


Expression = Callable[[ActScope], ColumnElement[Any]]
#: Computes a value on SQLite, for what PostgreSQL has a function: from connection, item's id and parameters.
Computed = Callable[[Connection, int, Mapping[str, Any]], Any]


class Does(StrEnum):
    """What a step does with a table."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True)
class Step:
    """Rows of one table that an act writes for each of its items.

    `given` are the columns that the caller may give; one that is in `sets` too is only looked at by its expression.
    The step of the item's own table reads them from the item; any other step runs for the rows that the caller sends
    for it, or, without `given`, for every item. `belongs` is the column with the item's id: it never comes from the
    caller. `where` narrows the rows that are changed, or the items that get a new row.
    """

    name: str
    table: Table
    does: Does
    belongs: str
    given: tuple[str, ...] = ()
    sets: Mapping[str, Expression] = field(default_factory=dict)
    where: Expression | None = None
    #: On SQLite, columns that Python computes.
    computed: Mapping[str, Computed] = field(default_factory=dict)
    #: What becomes of its rows when the act is taken back, where they are not simply as before (or gone).
    undone: Mapping[str, Expression] = field(default_factory=dict)
    #: Rows that are so are left alone then.
    undone_where: Expression | None = None

    @property
    def key(self) -> str:
        """The column of the primary key that tells the rows of one item apart."""
        [*keys] = (c.name for c in self.table.primary_key.columns if c.name != self.belongs)
        return keys[0] if keys else self.belongs

    def value(self, name: str, scope: ActScope) -> ColumnElement[Any]:
        """What the column `name` is set to."""
        return self.sets[name](scope) if name in self.sets else scope.given(name)

    @property
    def written(self) -> tuple[str, ...]:
        """The columns that it writes, but for `belongs`."""
        return tuple(dict.fromkeys((*self.given, *self.sets)))


@dataclass(frozen=True)
class Act:
    """One thing that can be done with an item. `refusals` are rules in their order: the first that is true refuses.
    `who_refusals` come behind them: rules that look at the actor's roles, and that a deputy may fulfil for somebody.

    `told` are the values that the event gives before and after; `remarks` the keys that the caller may add to the
    event; `extra` what the database adds (left out where NULL). The step of the item's own table comes first.
    """

    name: str
    item_type: str
    table: Table
    refusals: tuple[tuple[str, Expression], ...]
    steps: tuple[Step, ...]
    told: Mapping[str, Expression]
    #: The roles of a person (the first) on a day (the second).
    roles: Callable[[Any, Any], Any]
    who_refusals: tuple[tuple[str, Expression], ...] = ()
    #: What the caller says of an item beside the columns of its row, for expressions to look at.
    asks: Mapping[str, Any] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    extra: Mapping[str, Expression] = field(default_factory=dict)

    @property
    def function(self) -> str:
        """Its name in the schema `app` of PostgreSQL."""
        return f"act_{self.item_type}_{self.name}"

    @property
    def own(self) -> Step | None:
        """The step that changes the item's own row."""
        return next((step for step in self.steps if step.table is self.table), None)

    @property
    def given(self) -> dict[str, Any]:
        """What the caller gives with an item: names and types."""
        own = self.own.given if self.own is not None else ()
        return {name: self.table.c[name].type for name in own} | dict(self.asks)

    @property
    def others(self) -> tuple[Step, ...]:
        """The steps that write other tables."""
        return tuple(step for step in self.steps if step.table is not self.table)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an act: the version that the caller saw (None: any), what is written with it, and the columns that
    the caller gives for its own row."""

    id: int
    version: int | None = None
    text: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    remarks: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """What became of an item: the rule that refused it, or None where it was written; its version then."""

    item_id: int
    refused: str | None
    version: int | None


@dataclass(frozen=True)
class Reversal:
    """Takes an act back by its own event: the item and the other rows get the values that they had before.

    `event` says which event of the item it is; `of` is the act that the event must be of. An item whose told values
    are no longer those of the event is refused by `changed_since`.
    """

    name: str
    of: Act
    #: A condition on the item's events, of which the latest counts: from the table of events and the scope.
    event: Callable[[Any, ActScope], ColumnElement[bool]]
    #: Rules that look at that event too: `scope.row`.
    refusals: tuple[tuple[str, Expression], ...]
    #: Columns of the item that follow from the others, by the item's row as it is restored.
    follows: Mapping[str, Expression]
    extra: Mapping[str, Expression] = field(default_factory=dict)
    #: Whether the item has to be as the act left it.
    as_left: bool = True

    @property
    def function(self) -> str:
        """Its name in the schema `app` of PostgreSQL."""
        return f"act_{self.of.item_type}_{self.name}_{self.of.name}"


#: The acts of all rooms, by the name of their function: a room declares its own, as it declares its tables.
_DECLARED: Final[dict[str, Act | Reversal]] = {}


def declare(*acts: Act | Reversal) -> None:
    """Makes acts known to `script`."""
    _DECLARED.update({act.function: act for act in acts})


def declared() -> list[Act | Reversal]:
    """The acts of all rooms, in the order of their names."""
    return [act for _, act in sorted(_DECLARED.items())]


#: Rows by the name of the step; each names its `item`.
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
