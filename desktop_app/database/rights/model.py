"""Declarations of rights: what each group of staff may do with each table, and with which rows of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, Final

from sqlalchemy import Connection

from desktop_app.database.declarations import load_all

#: Everybody with an account is in the first; the others by their roles. The portal is no staff.
GROUPS: Final = (
    "mosharekat_staff",
    "mosharekat_clerk",
    "mosharekat_reviewer",
    "mosharekat_manager",
    "mosharekat_administrator",
    "mosharekat_portal",
)

READ: Final = ("SELECT",)
KEEP: Final = ("INSERT", "UPDATE")
WRITE: Final = ("INSERT", "UPDATE", "DELETE")
#: The acting person, in the condition of a policy.
ME: Final = "(SELECT app.me())"
#: Conditions under which rows are read and written by the person whose they are, by verb.
OWN_ROWS: Final = {
    "SELECT": (f"person_id = {ME}", ""),
    "INSERT": ("", f"person_id = {ME}"),
    "UPDATE": (f"person_id = {ME}", f"person_id = {ME}"),
}


@dataclass(frozen=True)
class TableRights:
    """The rights on one table.

    `groups` are the privileges by group (without `mosharekat_`), `columns` the names of the columns
    of a privilege, separated by spaces; all of them where it is not named. `rows` are the conditions of row security
    by statement: which rows, which new rows.
    """

    groups: Mapping[str, Sequence[str]]
    columns: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    #: The new rows of the portal.
    portal: str = ""
    #: Types of items: a login that writes a row leaves an event of one of them in the same transaction.
    told: Sequence[str] = ()


@dataclass(frozen=True)
class EventRights:
    """Who reads and who writes events of a type of item, as conditions on the row of the event.

    Acts (`database.acts`) write the events that nobody may write.
    """

    readable: str = "true"
    writable: str = "false"


@dataclass(frozen=True)
class ModuleRights:
    """The rights that one module declares.

    `scripts` are SQL scripts that may run again; they run before the rights are granted. `functions` are the
    signatures of the functions in the schema `app` that a group may call.
    """

    tables: Mapping[str, TableRights] = field(default_factory=dict)
    events: Mapping[str, EventRights] = field(default_factory=dict)
    functions: Mapping[str, Sequence[str]] = field(default_factory=dict)
    scripts: Sequence[str] = ()


_DECLARED: Final[dict[str, ModuleRights]] = {}


def declare(module: str, rights: ModuleRights) -> None:
    """Registers the rights of a module; they are applied in the order of registration."""
    _DECLARED[module] = rights


def declared() -> list[ModuleRights]:
    """Returns the rights of all modules."""
    load_all()
    return list(_DECLARED.values())


def tables() -> dict[str, TableRights]:
    """Returns the rights of all modules by table. A table that is not named is closed to everybody."""
    return {name: table for module in declared() for name, table in module.tables.items()}


def events() -> dict[str, EventRights]:
    """Returns the rights on events of all modules by type of item."""
    return {name: rights for module in declared() for name, rights in module.events.items()}


def script(package: str, name: str) -> str:
    """Returns the text of an SQL script that lies in a package."""
    return resources.files(package).joinpath(name).read_text(encoding="utf-8")


def run_script(connection: Connection, script: str) -> None:
    """Runs a script of several statements through the driver, so that % and : mean themselves."""
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor:
        cursor.execute(script)
