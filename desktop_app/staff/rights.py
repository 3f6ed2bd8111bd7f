"""Rights on the tables of the staff, and conditions that the rights of other modules share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.database.rights.model import (
    KEEP,
    ME,
    OWN_ROWS,
    READ,
    EventRights,
    ModuleRights,
    TableRights,
    declare,
    script,
)

_DRAFTERS: Final = ("clerk", "reviewer", "manager")
REVIEWS: Final = "(SELECT app.has_role('reviewer', NULL))"
MY_DESK: Final = (
    "unit_id = ANY ((SELECT app.my_units())::bigint[])"
    " OR (unit_id IS NOT NULL AND (SELECT app.office_wide()))"
)
ADMINISTERS: Final = "(SELECT app.has_role('administrator', NULL))"
TAKES_IN: Final = "(SELECT app.office_wide())"


def desk(*privileges: str) -> dict[str, tuple[str, ...]]:
    # Everybody may ask; which rows there are for whom is row security's.
    return {"staff": READ, "clerk": privileges, "manager": privileges}


def drafts(*privileges: str) -> dict[str, tuple[str, ...]]:
    return {"staff": READ} | dict.fromkeys(_DRAFTERS, privileges)


_TABLES: Final[Mapping[str, TableRights]] = {
    # Acts (`staff.acts`, `staff.account_acts`) write them.
    "unit": TableRights({"staff": READ}),
    "person": TableRights(
        {"staff": READ},
        columns={
            "SELECT": (
                "id username full_name active must_change_password opened_by_id opened_at created_at version"
            ),
        },
    ),
    "person_role": TableRights({"staff": READ}),
    "role_proposal": TableRights({"staff": READ}),
    "deputy": TableRights({"staff": READ}),
    # Whoever makes the letter of a colleague's reply reads it; nobody else writes it.
    "signature": TableRights(
        {"staff": ("SELECT", *KEEP)},
        columns={"UPDATE": "text"},
        rows=OWN_ROWS | {"SELECT": ("true", "")},
    ),
    # Of one PC only: nobody reads or writes it on a server.
    "recovery_code": TableRights({}),
    # Where somebody is says nobody else; what is long past may be taken away by anybody.
    "presence": TableRights(
        {"staff": ("SELECT", "INSERT", "UPDATE", "DELETE")},
        rows={
            "SELECT": ("true", ""),
            "INSERT": ("", f"person_id = {ME}"),
            "UPDATE": (f"person_id = {ME}", f"person_id = {ME}"),
            "DELETE": (f"person_id = {ME} OR at < now() - interval '1 minute'", ""),
        },
    ),
}

_FUNCTIONS: Final = {
    "staff": (
        "has_role(text, bigint)", "my_units()", "office_wide()", "at_desk()", "sync_account(bigint)",
        "set_password(bigint, text, bigint, text, timestamptz)",
    ),
}  # fmt: skip
_EVENTS: Final = {
    "person": EventRights(f"item_id = {ME} OR {ADMINISTERS}"),
    "unit": EventRights(),
    "deputy": EventRights(),
}

declare("staff", ModuleRights(_TABLES, _EVENTS, _FUNCTIONS, (script(__package__, "rights.sql"),)))
