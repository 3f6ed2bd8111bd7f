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

_OWN_MARK: Final = (
    f"person_id = {ME} AND person_name = (SELECT full_name FROM person WHERE id = {ME})"
    " AND at BETWEEN now() - interval '2 seconds' AND clock_timestamp() + interval '2 seconds'"
)

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
        {"staff": READ},
    ),
    "thread_message": TableRights(
        {"staff": READ},
    ),
    "thread_place": TableRights(
        {"staff": READ},
    ),
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
        {"staff": READ, "clerk": ("INSERT",), "manager": ("INSERT",), "reviewer": KEEP},
        columns={
            "UPDATE": (
                "disposition reason decided_by decided_by_id decided_at carried_revision_id "
                "carried_provision confirmed_by_id confirmed_by confirmed_at hidden_reason hidden_by_id "
                "hidden_by hidden_at letter_number version"
            ),
        },
        rows={
            "SELECT": (
                f"hidden_reason IS NULL OR {REVIEWS} OR EXISTS (SELECT 1 FROM instrument i WHERE i.id = instrument_id"
                " AND i.unit_id IS NOT NULL"
                " AND (i.unit_id = ANY ((SELECT app.my_units())::integer[]) OR app.has_role('manager', i.unit_id)))",
                "",
            ),
            # Nobody brings a comment that is decided already, in whosever name.
            "INSERT": (
                "",
                "disposition IS NULL AND decided_by_id IS NULL AND confirmed_by_id IS NULL"
                # Who brings it says when it was written, and not when it came into the house.
                " AND taken_in_at BETWEEN now() - interval '2 seconds' AND clock_timestamp() + interval '2 seconds'"
                " AND hidden_reason IS NULL",
            ),
            "UPDATE": ("(SELECT app.has_role('reviewer', NULL))", "true"),
        },
    ),
    "campaign": TableRights(
        drafts(*KEEP),
        columns={
            "UPDATE": (
                "head_id additions disposition reason decided_by decided_by_id decided_at "
                "carried_revision_id carried_provision version"
            ),
        },
        rows={
            "SELECT": ("true", ""),
            "INSERT": ("", "disposition IS NULL OR (SELECT app.has_role('reviewer', NULL))"),
            # What was decided is guarded by the trigger.
            "UPDATE": ("true", "true"),
        },
    ),
    # What a person placed is a reviewer's; the program places the rest, whoever brought the comments.
    "campaign_member": TableRights(
        drafts(*KEEP),
        columns={
            "UPDATE": "campaign_id by_hand placed_by_id follows",
        },
        rows={
            "SELECT": ("true", ""),
            "INSERT": ("", "NOT by_hand AND NOT follows"),
            "UPDATE": (
                "NOT by_hand OR (SELECT app.has_role('reviewer', NULL))",
                "(NOT by_hand AND NOT follows) OR (SELECT app.has_role('reviewer', NULL))",
            ),
        },
    ),
    "comment_fingerprint": TableRights(
        drafts(*KEEP),
        columns={
            "UPDATE": "against_id adds",
        },
    ),
    "comment_thread": TableRights(
        {"staff": READ},
    ),
    "comment_thread_message": TableRights(
        {"staff": READ},
    ),
    # What the program finds comes with the comments, whoever brings them; where one belongs is a reviewer's to say.
    "comment_place": TableRights(
        {"staff": READ, "clerk": ("INSERT",), "manager": ("INSERT",), "reviewer": KEEP},
        columns={
            "UPDATE": (
                "revision_id provision begin how confidence candidates chosen_by_id chosen_by chosen_at "
                "version"
            ),
        },
        rows={
            "SELECT": ("true", ""),
            "INSERT": ("", f"how <> 'person' OR ({REVIEWS} AND chosen_by_id = {ME})"),
            "UPDATE": (REVIEWS, f"how <> 'person' OR chosen_by_id = {ME}"),
        },
    ),
    "comment_issue": TableRights(
        {"staff": READ, "reviewer": ("INSERT", "DELETE")},
        rows={
            "SELECT": ("true", ""),
            "INSERT": ("", REVIEWS),
            "DELETE": (REVIEWS, ""),
        },
    ),
    "comment_assignment": TableRights(
        {
            "staff": READ,
            "reviewer": ("INSERT", "DELETE"),
            "manager": ("INSERT", "DELETE"),
        },
        rows={
            "SELECT": ("true", ""),
            "INSERT": ("", f"{REVIEWS} OR (SELECT app.has_role('manager', NULL))"),
            "DELETE": (f"{REVIEWS} OR (SELECT app.has_role('manager', NULL))", ""),
        },
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

_KINDS: Final = ("instrument", "comment", "campaign")
_EVENTS: Final = {kind: EventRights(writable=f"(SELECT app.at_desk()) OR {REVIEWS}") for kind in _KINDS} | {
    "thread": EventRights(),
    "composition": EventRights(),
    "comment_thread": EventRights(),
}

declare(
    "instruments",
    ModuleRights(
        _TABLES,
        _EVENTS,
        {"administrator": ("lengthen_windows(text)",)},
        (script(__package__, "rights.sql"),),
    ),
)
