"""Rights on drafts, annotations, comments and campaigns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.database.rights.model import (
    KEEP,
    READ,
    WRITE,
    EventRights,
    ModuleRights,
    TableRights,
    declare,
    script,
)
from desktop_app.staff.rights import REVIEWS, drafts, set_by_administrator, signed

_TABLES: Final[Mapping[str, TableRights]] = {
    # Acts write the drafts.
    "instrument": TableRights(
        {"staff": READ},
    ),
    "revision": TableRights(
        {"staff": READ},
    ),
    "thread": TableRights(
        drafts(*KEEP),
        columns={
            "UPDATE": "status outcome revision_id anchor changed_at version",
        },
        rows=signed("author_id"),
    ),
    "thread_message": TableRights(
        drafts("INSERT"),
        rows=signed("author_id"),
    ),
    "thread_place": TableRights(
        drafts(*WRITE),
    ),
    "change_mark": TableRights(
        drafts(*WRITE),
        rows=signed("person_id", "UPDATE", "DELETE"),
    ),
    # A pin that is taken back brings those back that it had put aside, whoever set them.
    "alignment_pin": TableRights(
        drafts(*WRITE),
        rows={"SELECT": ("true", ""), "INSERT": ("", "true"), "DELETE": ("true", "")},
    ),
    "composition": TableRights(
        drafts(*KEEP),
    ),
    # What is hidden is read by reviewers and by the unit of the draft.
    "public_comment": TableRights(
        {"staff": READ},
        rows={
            "SELECT": (
                f"hidden_reason IS NULL OR {REVIEWS} OR EXISTS (SELECT 1 FROM instrument i WHERE i.id = instrument_id"
                " AND i.unit_id IS NOT NULL"
                " AND (i.unit_id = ANY ((SELECT app.my_units())::integer[]) OR app.has_role('manager', i.unit_id)))",
                "",
            ),
        },
    ),
    **dict.fromkeys(
        ("campaign", "campaign_member", "comment_fingerprint", "comment_place", "comment_issue"),
        TableRights({"staff": READ}),
    ),
    "comment_thread": TableRights(
        drafts(*KEEP),
        columns={
            "UPDATE": "status outcome assignee_id version",
        },
        rows=signed("author_id"),
    ),
    "comment_thread_message": TableRights(
        drafts("INSERT"),
        rows=signed("author_id"),
    ),
    "consultation_report": TableRights(
        {"staff": READ},
    ),
    "invitation": TableRights(
        {"staff": READ},
    ),
    "window_floor": TableRights(
        set_by_administrator(*KEEP),
        told=("office",),
    ),
    "jalali_month": TableRights(
        {"staff": READ},
    ),
}

_KINDS: Final = ("thread", "comment_thread")
_WRITES: Final = f"(SELECT app.at_desk()) OR {REVIEWS}"
_EVENTS: Final = dict.fromkeys(_KINDS, EventRights(writable=_WRITES)) | {
    # What the history of a draft tells of pins is not an act yet.
    "instrument": EventRights(writable=f"action IN ('pinned', 'unpinned') AND ({_WRITES})"),
    # Acts alone write these.
    "comment": EventRights(),
    "campaign": EventRights(),
}

declare(
    "instruments",
    ModuleRights(
        _TABLES,
        _EVENTS,
        dict.fromkeys(("clerk", "reviewer", "manager"), ("hold_draft(integer)",)),
        (script(__package__, "rights.sql"),),
    ),
)
