"""Rights on drafts, annotations, comments and campaigns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.database.rights.model import (
    ME,
    READ,
    WRITE,
    EventRights,
    ModuleRights,
    TableRights,
    declare,
    script,
)
from desktop_app.staff.rights import REVIEWS, drafts

_OWN_MARK: Final = (
    f"person_id = {ME} AND person_name = (SELECT full_name FROM person WHERE id = {ME})"
    " AND at BETWEEN now() - interval '2 seconds' AND clock_timestamp() + interval '2 seconds'"
    # Colleagues' windows know these (`drafting.review_marks.MarkState`).
    " AND state IN ('seen', 'accepted', 'discuss')"
)

_TABLES: Final[Mapping[str, TableRights]] = {
    # Acts write the drafts.
    "instrument": TableRights(
        {"staff": READ},
    ),
    "revision": TableRights(
        {"staff": READ},
    ),
    "thread": TableRights(
        {"staff": READ},
    ),
    "thread_message": TableRights(
        {"staff": READ},
    ),
    "thread_place": TableRights(
        {"staff": READ},
    ),
    **dict.fromkeys(("thread_mention", "thread_label"), TableRights({"staff": READ})),
    # What somebody thinks of a change is their own working state, and no act depends on it: they write their own
    # rows, in their own name and with the present moment.
    "change_mark": TableRights(
        drafts(*WRITE),
        rows={
            "SELECT": ("true", ""),
            "INSERT": ("", _OWN_MARK),
            "UPDATE": (f"person_id = {ME}", _OWN_MARK),
            "DELETE": (f"person_id = {ME}", ""),
        },
    ),
    "alignment_pin": TableRights(
        {"staff": READ},
    ),
    "composition": TableRights(
        {"staff": READ},
    ),
    # What is hidden is read by reviewers and by the unit of the draft.
    "public_comment": TableRights(
        {"staff": READ},
        rows={
            "SELECT": (
                f"hidden_reason IS NULL OR {REVIEWS} OR EXISTS (SELECT 1 FROM instrument i WHERE i.id = instrument_id"
                " AND i.unit_id IS NOT NULL"
                " AND (i.unit_id = ANY ((SELECT app.my_units())::bigint[]) OR app.has_role('manager', i.unit_id)))",
                "",
            ),
        },
    ),
    # Acts alone write it, and a definer function reads it.
    "comment_sender": TableRights({}),
    **dict.fromkeys(
        (
            "campaign",
            "campaign_member",
            "campaign_reading",
            "comment_fingerprint",
            "comment_place",
            "comment_issue",
        ),
        TableRights({"staff": READ}),
    ),
    "comment_thread": TableRights(
        {"staff": READ},
    ),
    "comment_thread_message": TableRights(
        {"staff": READ},
    ),
    "consultation_report": TableRights(
        {"staff": READ},
    ),
    **dict.fromkeys(("text_comparison", "text_change", "change_reason"), TableRights({"staff": READ})),
    "invitation": TableRights(
        {"staff": READ},
    ),
    "window_floor": TableRights(
        {"staff": READ},
    ),
    "jalali_month": TableRights(
        {"staff": READ},
    ),
}

# Acts alone write the history.
_EVENTS: Final = dict.fromkeys(
    ("instrument", "thread", "composition", "comment", "comment_thread", "campaign"), EventRights()
)

declare(
    "instruments",
    ModuleRights(
        _TABLES,
        _EVENTS,
        dict.fromkeys(("clerk", "reviewer", "manager"), ("hold_draft(bigint)",))
        | {
            "staff": (
                "comments_there(bigint, text[])",
                "comment_senders(bigint[])",
                "ways_to_senders(bigint)",
            )
        },
        (script(__package__, "rights.sql"),),
    ),
)
