"""What each group of staff may do with each table, and which rows of it. A new table joins by a few lines here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Everybody with an account is in the first; the others by their roles. The portal is no staff.
GROUPS: Final = (
    "mosharekat_staff",
    "mosharekat_clerk",
    "mosharekat_reviewer",
    "mosharekat_manager",
    "mosharekat_administrator",
    "mosharekat_portal",
)

_READ: Final = ("SELECT",)
_KEEP: Final = ("INSERT", "UPDATE")
_WRITE: Final = ("INSERT", "UPDATE", "DELETE")
_DRAFTS: Final = ("clerk", "reviewer", "manager")


def _desk(*privileges: str) -> dict[str, tuple[str, ...]]:
    # Everybody may ask; which rows there are for whom is row security's.
    return {"staff": _READ, "clerk": privileges, "manager": privileges}


def _drafts(*privileges: str) -> dict[str, tuple[str, ...]]:
    return {"staff": _READ} | dict.fromkeys(_DRAFTS, privileges)


def _set_by_administrator(*privileges: str) -> dict[str, tuple[str, ...]]:
    return {"staff": _READ, "administrator": privileges}


#: Table → group (without `mosharekat_`) → privileges.
GRANTS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "alembic_version": {"staff": _READ},
    "unit": _set_by_administrator(*_KEEP),
    "person": _set_by_administrator(*_KEEP),
    "person_role": _set_by_administrator(*_WRITE),
    "setting": _set_by_administrator(*_KEEP),
    "closed_day": _set_by_administrator(*_WRITE),
    "deadline_rule": _set_by_administrator(*_WRITE),
    "deputy": _set_by_administrator(*_WRITE),
    "reply_template": {"staff": _READ} | dict.fromkeys(("clerk", "manager", "administrator"), _KEEP),
    "letter_template": _set_by_administrator(*_KEEP),
    "routing_rule": _set_by_administrator(*_KEEP),
    # What went out stays as it went out.
    "letter": _drafts("INSERT"),
    "label": {"staff": _READ, "clerk": ("INSERT",), "manager": ("INSERT",), "administrator": _KEEP},
    # Acts (`database.acts`) write petitions and what belongs to them, and who merges labels moves these.
    "petition_label": {"staff": _READ, "administrator": _WRITE},
    "office_service": _set_by_administrator(*_KEEP),
    "petitioner": _desk(*_KEEP) | {"administrator": _KEEP},
    "petition": {"staff": _READ},
    "petition_text": {"staff": _READ},
    "petition_search": {"clerk": ("INSERT",), "manager": ("INSERT",), "administrator": ("INSERT",)},
    "petition_sketch": {"clerk": ("INSERT",), "manager": ("INSERT",), "administrator": ("INSERT",)},
    "near_equal": _desk("UPDATE"),
    "petition_pair": {"staff": _READ},
    "improvement": _desk(*_KEEP),
    "improvement_petition": {"staff": _READ},
    "stored_file": _desk("INSERT"),
    "stored_part": _desk("INSERT"),
    # What petitioners write further a function brings, whoever of the desk has it.
    "petition_message": {"staff": _READ},
    "wrote_again": _desk("UPDATE"),
    "petition_pause": {"staff": _READ},
    "petition_seen": {"staff": ("SELECT", *_KEEP)},
    "referral": {"staff": _READ},
    "reply": {"staff": _READ},
    "event": {"staff": ("SELECT", "INSERT")},
    "instrument": _drafts(*_KEEP),
    "revision": _drafts("INSERT"),
    "thread": _drafts(*_KEEP),
    "thread_message": _drafts("INSERT"),
    "thread_place": _drafts(*_WRITE),
    "change_mark": _drafts(*_WRITE),
    "alignment_pin": _drafts(*_WRITE),
    "composition": _drafts(*_KEEP),
    "public_comment": {"staff": _READ, "clerk": ("INSERT",), "manager": ("INSERT",), "reviewer": _KEEP},
    "campaign": _drafts(*_KEEP),
    "campaign_member": _drafts(*_KEEP),
    "comment_fingerprint": _drafts(*_KEEP),
    "comment_thread": _drafts(*_KEEP),
    "comment_thread_message": _drafts("INSERT"),
    "comment_place": {"staff": _READ, "clerk": ("INSERT",), "manager": ("INSERT",), "reviewer": _KEEP},
    "comment_issue": {"staff": _READ, "reviewer": ("INSERT", "DELETE")},
    "comment_assignment": {
        "staff": _READ,
        "reviewer": ("INSERT", "DELETE"),
        "manager": ("INSERT", "DELETE"),
    },
    "consultation_report": {"staff": _READ, "reviewer": ("INSERT",)},
    "issued_report": {"staff": _READ, "manager": ("INSERT",), "administrator": ("INSERT",)},
    "expert": _drafts(*_KEEP),
    "invitation": _drafts(*_WRITE),
    "window_floor": _set_by_administrator(*_KEEP),
    "jalali_month": {"staff": _READ},
    "clock_mark": {"staff": _READ},
    "message_template": _set_by_administrator(*_KEEP),
    # As the petition that they are of, which an administrator may bring in as well.
    "outbox_message": _desk(*_KEEP) | {"administrator": ("INSERT",)},
    "outbox_batch": _desk(*_KEEP),
    "intake_submission": _desk(*_KEEP) | {"portal": ("INSERT",), "administrator": ("UPDATE",)},
    "intake_source": _set_by_administrator(*_KEEP),
    "intake_file": _desk(*_KEEP),
    "intake_visit": _desk(*_KEEP),
    # Its definer function alone writes and reads it.
    "portal_inquiry": {},
    "operation": {"staff": ("SELECT", "INSERT", "UPDATE", "DELETE")},
    "presence": {"staff": ("SELECT", "INSERT", "UPDATE", "DELETE")},
    "saved_view": {"staff": ("SELECT", "INSERT", "UPDATE", "DELETE")},
    "macro": _desk(*_WRITE),
    "bulk_run": _desk(*_KEEP),
    "bulk_part": _desk(*_KEEP),
    "list_layout": {"staff": ("SELECT", "INSERT", "UPDATE")},
    "reminder": {"staff": ("SELECT", "INSERT", "UPDATE")},
    # Made by a function, which alone knows whether a code is free.
    "reserved_code": {"staff": ("SELECT", "DELETE")},
}

#: (Table, privilege) → the columns it is given for; all of them where it is not named here.
COLUMNS: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("person", "SELECT"): (
        "id", "username", "full_name", "active", "must_change_password", "created_at", "version",
    ),
    ("person", "UPDATE"): ("full_name", "active", "must_change_password", "version"),
    ("petitioner", "UPDATE"): ("national_id", "mobile", "email"),
    ("petition_seen", "UPDATE"): ("version",),
    ("improvement", "UPDATE"): (
        "service", "title", "text", "owner_id", "due_on", "done_on", "done_note", "version",
    ),
    ("wrote_again", "UPDATE"): ("unread",),
    ("thread", "UPDATE"): ("status", "outcome", "revision_id", "anchor", "changed_at", "version"),
    ("instrument", "UPDATE"): (
        "status", "changed_at", "opened_on", "closes_on", "finished_on", "exposed_revision_id", "place",
        "notice", "asked_until", "asked_by_id", "approved_by_id", "ready_by_id", "no_change_reason", "finished_by_id",
        "letter_number", "letter_date", "withdrawn_reason", "second_reader", "version",
    ),
    ("public_comment", "UPDATE"): (
        "disposition", "reason", "decided_by", "decided_by_id", "decided_at", "carried_revision_id",
        "carried_provision", "confirmed_by_id", "confirmed_by", "confirmed_at", "hidden_reason", "hidden_by_id",
        "hidden_by", "hidden_at", "letter_number", "version",
    ),
    ("comment_place", "UPDATE"): (
        "revision_id", "provision", "begin", "how", "confidence", "candidates", "chosen_by_id", "chosen_by",
        "chosen_at", "version",
    ),
    ("comment_thread", "UPDATE"): ("status", "outcome", "assignee_id", "version"),
    ("campaign", "UPDATE"): (
        "head_id", "additions", "disposition", "reason", "decided_by", "decided_by_id", "decided_at",
        "carried_revision_id", "carried_provision", "version",
    ),
    ("campaign_member", "UPDATE"): ("campaign_id", "by_hand", "placed_by_id", "follows"),
    ("comment_fingerprint", "UPDATE"): ("against_id", "adds"),
    ("macro", "UPDATE"): ("name", "key", "unit_id", "steps", "version"),
    # What was done stays written; how far it has come and what came back is told beside it.
    ("bulk_run", "UPDATE"): ("cursor", "done", "refused", "undone", "changed_at", "ended_at", "put_away_at"),
    ("bulk_part", "UPDATE"): ("undone",),
    ("saved_view", "UPDATE"): ("name", "unit_id", "filter", "columns", "version"),
    ("list_layout", "UPDATE"): ("columns",),
    ("near_equal", "UPDATE"): ("settled",),
    ("reminder", "UPDATE"): ("due_on", "done_at"),
    ("expert", "UPDATE"): (
        "name", "name_key", "group", "organisation", "fields", "mobile", "email", "address", "note", "active",
        "version",
    ),
    ("invitation", "UPDATE"): ("answer", "answered_at", "version"),
    ("operation", "INSERT"): ("id", "client", "asked"),
    ("operation", "UPDATE"): ("asked",),
    # What it says never changes.
    ("outbox_message", "UPDATE"): ("state", "address", "batch_id", "sent_at", "told_at", "reason"),
    ("outbox_batch", "UPDATE"): ("state", "folder", "folder_mark", "written_at"),
    ("intake_submission", "INSERT"): (
        "channel", "external_id", "received_at", "payload", "attachments", "file_id", "row", "row_key",
    ),
    # As it came it stays.
    ("intake_submission", "UPDATE"): (
        "state", "reason", "mended", "handled_at", "item_type", "item_id", "row_key", "was_there",
    ),
    ("intake_visit", "UPDATE"): ("at", "trouble", "waiting"),
    ("intake_file", "UPDATE"): (
        "state", "position", "unreadable", "set_aside", "waiting_already", "kept_as", "ended_at", "created",
        "already_present", "quarantined", "note",
    ),
}  # fmt: skip

#: What is in reach of whom says one array, asked for once in a statement; `reach` is kept in the row (functions.sql).
_MINE: Final = (
    "coalesce(unit_id, 0) = ANY ((SELECT app.my_reach())::integer[])"
    " OR -assignee_id = ANY ((SELECT app.my_reach())::integer[])"
    " OR reach && (SELECT app.my_reach())"
)
_OF_PETITION: Final = "EXISTS (SELECT 1 FROM petition p WHERE p.id = petition_id)"
_OF_ITEM: Final = "item_type = 'petition' AND EXISTS (SELECT 1 FROM petition p WHERE p.id = item_id)"
_WORKED_ON: Final = (
    "EXISTS (SELECT 1 FROM petition p WHERE p.id = item_id"
    " AND (app.has_role('clerk', p.unit_id) OR app.has_role('manager', p.unit_id)))"
)
_OF_BOTH: Final = (
    "EXISTS (SELECT 1 FROM petition p WHERE p.id = first_id)"
    " AND EXISTS (SELECT 1 FROM petition p WHERE p.id = second_id)"
)
_ME: Final = "(SELECT app.me())"
_REVIEWS: Final = "(SELECT app.has_role('reviewer', NULL))"
_MY_DESK: Final = (
    "unit_id = ANY ((SELECT app.my_units())::integer[])"
    " OR (unit_id IS NOT NULL AND (SELECT app.office_wide()))"
)
_OF_RUN: Final = f"EXISTS (SELECT 1 FROM bulk_run r WHERE r.id = run_id AND r.person_id = {_ME})"
_MY_VIEW: Final = f"owner_id = {_ME} OR (unit_id IS NOT NULL AND app.has_role('manager', unit_id))"
_ADMINISTERS: Final = "(SELECT app.has_role('administrator', NULL))"
_OWN_OR_OFFICE: Final = f"owner_id = {_ME} OR (owner_id IS NULL AND {_ADMINISTERS})"
_ISSUES: Final = (
    "((SELECT app.office_wide()) OR coalesce(unit_id = ANY ((SELECT app.my_units())::integer[]), false))"
    " AND (app.has_role('manager', unit_id) OR (SELECT app.has_role('administrator', NULL)))"
)
_HANDED_IN: Final = (
    f"{_ADMINISTERS} OR (SELECT app.office_wide())"
    " OR item_type = 'petition' AND EXISTS (SELECT 1 FROM petition p WHERE p.id = item_id)"
    " OR item_type = 'message' AND EXISTS (SELECT 1 FROM petition_message m WHERE m.id = item_id)"
    # Of a comment who reads its sender (`instruments.moderation`).
    " OR item_type = 'comment' AND EXISTS (SELECT 1 FROM public_comment c JOIN instrument i ON i.id = c.instrument_id"
    " WHERE c.id = item_id AND c.hidden_reason IS NULL AND ((SELECT app.has_role('reviewer', NULL))"
    " OR i.unit_id = ANY ((SELECT app.my_units())::integer[]) OR app.has_role('manager', i.unit_id)))"
)
_TAKES_IN: Final = "(SELECT app.office_wide())"
_READABLE_EVENT: Final = (
    "CASE item_type WHEN 'petition' THEN (SELECT app.has_role('administrator', NULL))"
    " OR EXISTS (SELECT 1 FROM petition p WHERE p.id = item_id)"
    " WHEN 'saved_view' THEN (SELECT app.has_role('administrator', NULL))"
    " OR app.sees_view(item_id)"
    " WHEN 'person' THEN item_id = (SELECT app.me()) OR (SELECT app.has_role('administrator', NULL))"
    " ELSE true END"
)
#: Acts write the history of petitions. What else is recorded is a closed list of kinds of items.
_WRITABLE_EVENT: Final = (
    "CASE WHEN item_type = 'saved_view' THEN app.sees_view(item_id)"
    f" WHEN item_type = 'person' AND item_id = {_ME} AND action = 'password_changed' THEN true"
    " WHEN item_type IN ('person', 'unit', 'office', 'deputy', 'closed_day', 'reply_template', 'letter_template',"
    f" 'office_service', 'routing_rule', 'message_template', 'intake_source') THEN {_ADMINISTERS}"
    " WHEN item_type IN ('instrument', 'thread', 'comment', 'comment_thread', 'campaign', 'expert')"
    f" THEN (SELECT app.at_desk()) OR {_REVIEWS}"
    " ELSE item_type IN ('intake', 'label', 'list', 'macro', 'own_reply', 'outbox', 'outbox_message', 'improvement',"
    " 'report') END"
)


def _signed(column: str, *verbs: str) -> dict[str, tuple[str, str]]:
    """Read by everybody; what is written bears the writer's own name."""
    own = f"{column} = {_ME}"
    rows: dict[str, tuple[str, str]] = {
        "SELECT": ("true", ""),
        "INSERT": ("", own),
        "UPDATE": ("true", "true"),
        "DELETE": ("true", ""),
    }
    return rows | {verb: (own, own if verb == "UPDATE" else "") for verb in verbs}


#: What the rounds write down: everybody reads it.
_ROUNDS: Final = {"SELECT": ("true", ""), "INSERT": ("", _TAKES_IN), "UPDATE": (_TAKES_IN, _TAKES_IN)}
#: Table → verb → (which rows, which new rows).
POLICIES: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "petition": {
        "SELECT": (_MINE, ""),
    },
    "petition_text": {"SELECT": (_OF_PETITION, "")},
    "petition_message": {"SELECT": (_OF_PETITION, "")},
    "wrote_again": {"SELECT": (_OF_PETITION, ""), "UPDATE": (_OF_PETITION, _OF_PETITION)},
    "petition_pause": {"SELECT": (_OF_PETITION, "")},
    "referral": {
        "SELECT": (
            f"to_unit_id = ANY ((SELECT app.my_units())::integer[]) OR sent_by_id = {_ME} OR {_OF_PETITION}",
            "",
        ),
    },
    "reply": {"SELECT": (_OF_PETITION, "")},
    "outbox_message": {
        "SELECT": (_OF_PETITION, ""),
        "INSERT": ("", _OF_PETITION),
        "UPDATE": (_OF_PETITION, _OF_PETITION),
    },
    # Files are written by who sees the petitions of every unit.
    "outbox_batch": {
        "SELECT": ("(SELECT app.at_desk())", ""),
        "INSERT": ("", "(SELECT app.office_wide()) AND state = 'taken'"),
        "UPDATE": ("(SELECT app.office_wide())", "true"),
    },
    "petition_seen": {
        "SELECT": (f"person_id = {_ME}", ""),
        "INSERT": ("", f"person_id = {_ME}"),
        "UPDATE": (f"person_id = {_ME}", f"person_id = {_ME}"),
    },
    "event": {"SELECT": (_READABLE_EVENT, ""), "INSERT": ("", _WRITABLE_EVENT)},
    "revision": _signed("author_id"),
    # To a petitioner writes who works on the petition, as `petitions.moves.works`.
    "letter": {
        # It bears an address.
        "SELECT": (f"item_type <> 'petition' OR {_WORKED_ON}", ""),
        "INSERT": (
            "",
            f"issued_by_id = {_ME} AND ((item_type = 'petition' AND {_WORKED_ON})"
            " OR (item_type = 'instrument' AND EXISTS (SELECT 1 FROM instrument i WHERE i.id = item_id)))",
        ),
    },
    "consultation_report": {"SELECT": ("true", ""), "INSERT": ("", f"made_by_id = {_ME}")},
    # Everybody reads what was issued; of a colleague, that colleague and managers. Only those issue one who see all
    # that is counted in it, so that nobody's report is of a part and says the whole.
    "issued_report": {
        "SELECT": (
            f"person_id IS NULL OR person_id = {_ME} OR issued_by_id = {_ME}"
            " OR (SELECT app.has_role('manager', NULL))",
            "",
        ),
        "INSERT": ("", f"issued_by_id = {_ME} AND ({_ISSUES})"),
    },
    # What somebody has answered is not taken back.
    "invitation": {
        "SELECT": ("true", ""),
        "INSERT": ("", f"invited_by_id = {_ME}"),
        "UPDATE": ("true", "true"),
        "DELETE": ("answer = ''", ""),
    },
    "thread": _signed("author_id"),
    "thread_message": _signed("author_id"),
    "comment_thread": _signed("author_id"),
    "comment_thread_message": _signed("author_id"),
    "change_mark": _signed("person_id", "UPDATE", "DELETE"),
    # Only what nobody asks for any more is taken away.
    "operation": {
        "SELECT": ("true", ""),
        "INSERT": ("", "true"),
        "UPDATE": ("true", "true"),
        "DELETE": ("at < now() - interval '1 day'", ""),
    },
    # Where somebody is says nobody else; what is long past may be taken away by anybody.
    "presence": {
        "SELECT": ("true", ""),
        "INSERT": ("", f"person_id = {_ME}"),
        "UPDATE": (f"person_id = {_ME}", f"person_id = {_ME}"),
        "DELETE": (f"person_id = {_ME} OR at < now() - interval '1 minute'", ""),
    },
    # As a view: whose who made it, and of the manager of the unit that it is shared with.
    "macro": {
        "SELECT": (f"owner_id = {_ME} OR {_MY_DESK}", ""),
        "INSERT": ("", f"owner_id = {_ME} AND (unit_id IS NULL OR {_MY_DESK})"),
        "UPDATE": (_MY_VIEW, f"unit_id IS NULL OR {_MY_DESK}"),
        "DELETE": (_MY_VIEW, ""),
    },
    # What somebody did with many is theirs to look up, to go on with and to take back.
    "bulk_run": {
        "SELECT": (f"person_id = {_ME}", ""),
        "INSERT": ("", f"person_id = {_ME}"),
        "UPDATE": (f"person_id = {_ME}", f"person_id = {_ME}"),
    },
    "bulk_part": {
        "SELECT": (_OF_RUN, ""),
        "INSERT": ("", _OF_RUN),
        "UPDATE": (_OF_RUN, _OF_RUN),
    },
    # A view is whose who made it, and of the manager of the unit that it is shared with.
    "saved_view": {
        "SELECT": (f"owner_id = {_ME} OR {_MY_DESK}", ""),
        "INSERT": ("", f"owner_id = {_ME} AND (unit_id IS NULL OR {_MY_DESK})"),
        "UPDATE": (_MY_VIEW, f"unit_id IS NULL OR {_MY_DESK}"),
        "DELETE": (_MY_VIEW, ""),
    },
    "list_layout": {
        "SELECT": (f"person_id = {_ME}", ""),
        "INSERT": ("", f"person_id = {_ME}"),
        "UPDATE": (f"person_id = {_ME}", f"person_id = {_ME}"),
    },
    # What one reminds oneself of is one's own business, the manager's not either.
    "reminder": {
        "SELECT": (f"person_id = {_ME}", ""),
        "INSERT": ("", f"person_id = {_ME} AND {_OF_PETITION}"),
        "UPDATE": (f"person_id = {_ME}", f"person_id = {_ME}"),
    },
    "reserved_code": {"SELECT": (f"person_id = {_ME}", ""), "DELETE": (f"person_id = {_ME}", "")},
    # A group is also a deputy's, who is one on the days of the delegation only.
    "petitioner": {
        "SELECT": ("true", ""),
        "INSERT": ("", "(SELECT app.at_desk())"),
        "UPDATE": ("(SELECT app.at_desk())", "true"),
    },
    "petition_search": {"INSERT": ("", "(SELECT app.at_desk())")},
    "petition_sketch": {"INSERT": ("", "(SELECT app.at_desk())")},
    # Numbers only; the petitions that they stand for have their own row security.
    "near_equal": {
        "SELECT": ("(SELECT app.at_desk())", ""),
        "UPDATE": ("(SELECT app.at_desk())", "true"),
    },
    "stored_file": {
        "SELECT": (_OF_ITEM, ""),
        "INSERT": ("", f"{_OF_ITEM} AND added_by_id = {_ME} AND removed_at IS NULL"),
    },
    # Whoever made it, its owner and managers change it.
    "improvement": {
        "SELECT": ("true", ""),
        "INSERT": ("", f"(SELECT app.at_desk()) AND made_by_id = {_ME} AND done_on IS NULL"),
        "UPDATE": (
            f"owner_id = {_ME} OR made_by_id = {_ME} OR (SELECT app.has_role('manager', NULL))",
            "true",
        ),
    },
    # How many led to an action everybody may know; which, row security of the petitions tells.
    "improvement_petition": {"SELECT": ("true", "")},
    # What was removed is read by managers; parts come with their file, not later.
    "stored_part": {
        "SELECT": (
            "EXISTS (SELECT 1 FROM stored_file f JOIN petition p ON p.id = f.item_id WHERE f.id = file_id"
            " AND f.item_type = 'petition' AND (f.removed_at IS NULL OR app.has_role('manager', p.unit_id)))",
            "",
        ),
        "INSERT": (
            "",
            f"EXISTS (SELECT 1 FROM stored_file f WHERE f.id = file_id AND f.added_by_id = {_ME}"
            " AND f.added_at >= now() - interval '10 seconds')",
        ),
    },
    # The office's own are its administrators'; a clerk's own are theirs alone.
    "reply_template": {
        "SELECT": (f"owner_id IS NULL OR owner_id = {_ME}", ""),
        "INSERT": ("", _OWN_OR_OFFICE),
        "UPDATE": (_OWN_OR_OFFICE, _OWN_OR_OFFICE),
    },
    # Merging two labels concerns petitions that administrators do not see; they learn their numbers and no more.
    "petition_label": {
        "SELECT": (f"{_ADMINISTERS} OR {_OF_PETITION}", ""),
        "INSERT": ("", _ADMINISTERS),
        "UPDATE": (_ADMINISTERS, _ADMINISTERS),
        "DELETE": (_ADMINISTERS, ""),
    },
    # Who takes in for every unit, and mends; of a petition whoever sees it sees what it came from.
    "intake_submission": {
        "SELECT": (_HANDED_IN, ""),
        "INSERT": ("", f"file_id IS NOT NULL AND {_TAKES_IN}"),
        "UPDATE": (_HANDED_IN, "true"),
    },
    "intake_file": _ROUNDS,
    "intake_visit": _ROUNDS,
    # Of two petitions speaks who sees both.
    "petition_pair": {"SELECT": (_OF_BOTH, "")},
    # What is hidden is read by reviewers and by the unit of the draft.
    "public_comment": {
        "SELECT": (
            f"hidden_reason IS NULL OR {_REVIEWS} OR EXISTS (SELECT 1 FROM instrument i WHERE i.id = instrument_id"
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
    "campaign": {
        "SELECT": ("true", ""),
        "INSERT": ("", "disposition IS NULL OR (SELECT app.has_role('reviewer', NULL))"),
        # What was decided is guarded by the trigger.
        "UPDATE": ("true", "true"),
    },
    # What a person placed is a reviewer's; the program places the rest, whoever brought the comments.
    "campaign_member": {
        "SELECT": ("true", ""),
        "INSERT": ("", "NOT by_hand AND NOT follows"),
        "UPDATE": (
            "NOT by_hand OR (SELECT app.has_role('reviewer', NULL))",
            "(NOT by_hand AND NOT follows) OR (SELECT app.has_role('reviewer', NULL))",
        ),
    },
    # What the program finds comes with the comments, whoever brings them; where one belongs is a reviewer's to say.
    "comment_place": {
        "SELECT": ("true", ""),
        "INSERT": ("", f"how <> 'person' OR ({_REVIEWS} AND chosen_by_id = {_ME})"),
        "UPDATE": (_REVIEWS, f"how <> 'person' OR chosen_by_id = {_ME}"),
    },
    "comment_issue": {
        "SELECT": ("true", ""),
        "INSERT": ("", _REVIEWS),
        "DELETE": (_REVIEWS, ""),
    },
    "comment_assignment": {
        "SELECT": ("true", ""),
        "INSERT": ("", f"{_REVIEWS} OR (SELECT app.has_role('manager', NULL))"),
        "DELETE": (f"{_REVIEWS} OR (SELECT app.has_role('manager', NULL))", ""),
    },
    # A pin that is taken back brings those back that it had put aside, whoever set them.
    "alignment_pin": {"SELECT": ("true", ""), "INSERT": ("", "true"), "DELETE": ("true", "")},
}
