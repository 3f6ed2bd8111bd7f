"""Rights on letters and issued reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.database.rights.model import (
    ME,
    READ,
    EventRights,
    ModuleRights,
    TableRights,
    declare,
    script,
)
from desktop_app.petitions.rights import WORKED_ON

_ISSUES: Final = (
    "((SELECT app.office_wide()) OR coalesce(unit_id = ANY ((SELECT app.my_units())::bigint[]), false))"
    " AND (app.has_role('manager', unit_id) OR (SELECT app.has_role('administrator', NULL)))"
)

_TABLES: Final[Mapping[str, TableRights]] = {
    # Acts write letters. What one says bears an address: to a petitioner writes who works on the petition.
    "letter": TableRights(
        {"staff": READ},
        rows={"SELECT": (f"item_type <> 'petition' OR {WORKED_ON}", "")},
    ),
    # Everybody reads what was issued; of a colleague, that colleague and managers. Only those issue one who see all
    # that is counted in it, so that nobody's report is of a part and says the whole.
    "issued_report": TableRights(
        {"staff": READ, "manager": ("INSERT",), "administrator": ("INSERT",)},
        rows={
            "SELECT": (
                f"person_id IS NULL OR person_id = {ME} OR issued_by_id = {ME}"
                " OR (SELECT app.has_role('manager', NULL))",
                "",
            ),
            "INSERT": ("", f"issued_by_id = {ME} AND ({_ISSUES})"),
        },
    ),
}

_EVENTS: Final = {"report": EventRights(writable="true")}

declare("reports", ModuleRights(_TABLES, _EVENTS, scripts=(script(__package__, "rights.sql"),)))
