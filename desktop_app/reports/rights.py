"""Rights on letters, issued reports, notices and what a person looks at."""

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
)
from desktop_app.petitions.rights import WORKED_ON

_TABLES: Final[Mapping[str, TableRights]] = {
    # Acts write letters. What one says bears an address: to a petitioner writes who works on the petition.
    "letter": TableRights(
        {"staff": READ},
        rows={"SELECT": (f"item_type <> 'petition' OR {WORKED_ON}", "")},
    ),
    # Everybody reads what was issued; of a colleague, that colleague and managers.
    "issued_report": TableRights(
        {"staff": READ},
        rows={
            "SELECT": (
                f"person_id IS NULL OR person_id = {ME} OR issued_by_id = {ME}"
                " OR (SELECT app.has_role('manager', NULL))",
                "",
            ),
        },
    ),
    "report_view": TableRights(
        {"staff": ("SELECT", "INSERT", "UPDATE")},
        columns={
            "UPDATE": "choice",
        },
        rows=OWN_ROWS,
    ),
    # What one has seen and wants to be told is one's own business.
    "notice_state": TableRights(
        {"staff": ("SELECT", *KEEP)},
        columns={
            "UPDATE": "marks muted",
        },
        rows=OWN_ROWS,
    ),
}

_EVENTS: Final = {"report": EventRights()}

declare("reports", ModuleRights(_TABLES, _EVENTS))
