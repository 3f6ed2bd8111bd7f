"""Rights on drafts, annotations, comments and campaigns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.database.rights.model import (
    KEEP,
    ME,
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
    "instrument": TableRights(
        drafts(*KEEP),
        columns={
            "UPDATE": (
                "status changed_at opened_on closes_on finished_on exposed_revision_id place notice "
                "asked_until asked_by_id approved_by_id ready_by_id no_change_reason finished_by_id "
                "letter_number letter_date withdrawn_reason second_reader version"
            ),
        },
    ),
    "revision": TableRights(
        drafts("INSERT"),
        rows=signed("author_id"),
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
        {"staff": READ, "reviewer": ("INSERT",)},
        rows={"SELECT": ("true", ""), "INSERT": ("", f"made_by_id = {ME}")},
    ),
    # What somebody has answered is not taken back.
    "invitation": TableRights(
        drafts(*WRITE),
        columns={
            "UPDATE": "answer answered_at version",
        },
        rows={
            "SELECT": ("true", ""),
            "INSERT": ("", f"invited_by_id = {ME}"),
            "UPDATE": ("true", "true"),
            "DELETE": ("answer = ''", ""),
        },
    ),
    "window_floor": TableRights(
        set_by_administrator(*KEEP),
        told=("office",),
    ),
    "jalali_month": TableRights(
        {"staff": READ},
    ),
}

_KINDS: Final = ("instrument", "thread", "comment_thread")
_EVENTS: Final = {kind: EventRights(writable=f"(SELECT app.at_desk()) OR {REVIEWS}") for kind in _KINDS}
# Acts alone write these.
_ACTED: Final = dict.fromkeys(("comment", "campaign"), EventRights())

declare(
    "instruments",
    ModuleRights(
        _TABLES,
        _EVENTS | _ACTED,
        {"administrator": ("lengthen_windows(text)",)},
        (script(__package__, "rights.sql"),),
    ),
)
