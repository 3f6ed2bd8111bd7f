"""Rights on what is handed in: by the portal, by files, by text message."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.database.rights.model import (
    KEEP,
    READ,
    EventRights,
    ModuleRights,
    TableRights,
    declare,
    script,
)
from desktop_app.staff.rights import ADMINISTERS, TAKES_IN, desk

_HANDED_IN: Final = (
    # What was taken in carries identifiers of senders; an administrator mends what was not.
    f"({ADMINISTERS} AND state <> 'done') OR (SELECT app.office_wide())"
    " OR item_type IN ('petition', 'answer') AND EXISTS (SELECT 1 FROM petition p WHERE p.id = item_id)"
    " OR item_type = 'message' AND EXISTS (SELECT 1 FROM petition_message m WHERE m.id = item_id)"
    # Of a comment who reads its sender (`instruments.moderation`).
    " OR item_type = 'comment' AND EXISTS (SELECT 1 FROM public_comment c JOIN instrument i ON i.id = c.instrument_id"
    " WHERE c.id = item_id AND c.hidden_reason IS NULL AND ((SELECT app.has_role('reviewer', NULL))"
    " OR i.unit_id = ANY ((SELECT app.my_units())::bigint[]) OR app.has_role('manager', i.unit_id)))"
)
#: What the rounds write down: everybody reads it.
_ROUNDS: Final = {"SELECT": ("true", ""), "INSERT": ("", TAKES_IN), "UPDATE": (TAKES_IN, TAKES_IN)}

_TABLES: Final[Mapping[str, TableRights]] = {
    # Who takes in for every unit, and mends; of a petition whoever sees it sees what it came from.
    "intake_submission": TableRights(
        desk(*KEEP) | {"portal": ("INSERT",), "administrator": ("UPDATE",)},
        columns={
            "INSERT": "channel external_id received_at payload attachments file_id row row_key",
            # As it came it stays.
            "UPDATE": "state reason handled_at item_type item_id row_key was_there",
        },
        rows={
            "SELECT": (_HANDED_IN, ""),
            "INSERT": ("", f"file_id IS NOT NULL AND {TAKES_IN}"),
            "UPDATE": (_HANDED_IN, "true"),
        },
        # A submission is words, and as many bytes of files (in base64) as one part of a run takes.
        portal=(
            "file_id IS NULL AND row_key IS NULL AND length(payload::text) <= 1000000"
            " AND length(attachments::text) <= 67000000"
        ),
    ),
    # Definer functions alone write and read it.
    "submission_original": TableRights(
        {},
    ),
    # Acts (`intake.sources.acts`) write them.
    "intake_source": TableRights({"staff": READ}),
    "intake_file": TableRights(
        desk(*KEEP),
        columns={
            "UPDATE": (
                "state position unreadable set_aside waiting_already kept_as ended_at created "
                "already_present quarantined note"
            ),
        },
        rows=_ROUNDS,
    ),
    "intake_visit": TableRights(
        desk(*KEEP),
        columns={
            "UPDATE": "at trouble waiting",
        },
        rows=_ROUNDS,
    ),
    # Its definer functions alone write and read it.
    "portal_inquiry": TableRights(
        {},
    ),
}

_FUNCTIONS: Final = {
    "portal": ("portal_ask(text, text)", "portal_status(bigint)"),
    "staff": (
        "read_submissions(bigint[], bigint, text, timestamptz)",
        "submissions(bigint[])",
        "mend_submission(bigint, json, bigint, text, timestamptz)",
    ),
}
#: What is recorded without a function, of what was not taken in.
_NOTED: Final = ("intake_quarantined", "intake_tried_again", "intake_put_aside", "intake_taken_back")
_EVENTS: Final = {
    "intake": EventRights(
        writable=(
            f"action IN {_NOTED} AND ({ADMINISTERS} OR (SELECT app.office_wide()))"
            " AND EXISTS (SELECT 1 FROM intake_submission i WHERE i.id = event.item_id AND i.state <> 'done')"
        )
    ),
    "intake_source": EventRights(),
}

declare(
    "intake",
    ModuleRights(
        _TABLES,
        _EVENTS,
        _FUNCTIONS,
        tuple(script(__package__, name) for name in ("rights.sql", "originals.sql", "portal.sql")),
    ),
)
