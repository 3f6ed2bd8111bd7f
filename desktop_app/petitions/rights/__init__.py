"""Rights on petitions and what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.database.declarations import named_table
from desktop_app.database.rights.model import (
    KEEP,
    ME,
    OWN_ROWS,
    READ,
    WRITE,
    EventRights,
    ModuleRights,
    TableRights,
    declare,
    script,
)
from desktop_app.database.vouched import postgresql_function
from desktop_app.petitions.bulk.members import OF_RUN
from desktop_app.petitions.follow_ups.model import PetitionMessage
from desktop_app.petitions.outbox import delivery_state, earlier_answers
from desktop_app.staff.rights import ADMINISTERS, MY_DESK, desk

#: One array says what is in reach of whom, asked for once in a statement; `reach` lies in the row (visibility.sql).
_MINE: Final = (
    "coalesce(unit_id, 0) = ANY ((SELECT app.my_reach())::bigint[])"
    " OR -assignee_id = ANY ((SELECT app.my_reach())::bigint[])"
    " OR reach && (SELECT app.my_reach())"
)
_OF_PETITION: Final = "EXISTS (SELECT 1 FROM petition p WHERE p.id = petition_id)"
_TO_COMMENTER: Final = "comment_id IS NOT NULL AND (SELECT app.office_wide())"
_SENT_AGAIN: Final = f"again_of_id IS NOT NULL AND {_TO_COMMENTER}"
#: A message to a commenter is read by who reads the comment: its row security decides.
_OF_MESSAGE: Final = (
    f"{_OF_PETITION} OR {_TO_COMMENTER}"
    " OR comment_id IS NOT NULL AND EXISTS (SELECT 1 FROM public_comment c WHERE c.id = comment_id)"
)
_OF_ITEM: Final = "item_type = 'petition' AND EXISTS (SELECT 1 FROM petition p WHERE p.id = item_id)"
WORKED_ON: Final = (
    "EXISTS (SELECT 1 FROM petition p WHERE p.id = item_id"
    " AND (app.has_role('clerk', p.unit_id) OR app.has_role('manager', p.unit_id)))"
)
_OF_BOTH: Final = (
    "EXISTS (SELECT 1 FROM petition p WHERE p.id = first_id)"
    " AND EXISTS (SELECT 1 FROM petition p WHERE p.id = second_id)"
)
_OF_RUN: Final = f"EXISTS (SELECT 1 FROM bulk_run r WHERE r.id = run_id AND r.person_id = {ME})"
_MY_VIEW: Final = f"owner_id = {ME} OR (unit_id IS NOT NULL AND app.has_role('manager', unit_id))"

_TABLES: Final[Mapping[str, TableRights]] = {
    "stored_file": TableRights(
        {"staff": READ},
        rows={"SELECT": (_OF_ITEM, "")},
    ),
    # What was removed is read by managers. Parts are too large for acts: whoever adds a file inserts them, in the
    # transaction of the act. Triggers compare them with its row (`app.guard_part`, `app.check_file_whole`).
    "stored_part": TableRights(
        desk("INSERT"),
        rows={
            "SELECT": (
                "EXISTS (SELECT 1 FROM stored_file f JOIN petition p ON p.id = f.item_id WHERE f.id = file_id"
                " AND f.item_type = 'petition' AND (f.removed_at IS NULL OR app.has_role('manager', p.unit_id)))",
                "",
            ),
            "INSERT": ("", "true"),
        },
    ),
    # Acts (`petitions.routing.acts`) write them.
    "routing_rule": TableRights({"staff": READ}),
    "label": TableRights({"staff": READ}),
    # Acts (`database.acts`) write petitions and what belongs to them.
    # Administrators keep labels that are on petitions that they do not see; they learn their numbers and no more.
    "petition_label": TableRights(
        {"staff": READ},
        rows={"SELECT": (f"{ADMINISTERS} OR {_OF_PETITION}", "")},
    ),
    "petition": TableRights(
        {"staff": READ},
        rows={
            "SELECT": (_MINE, ""),
        },
    ),
    "petition_text": TableRights(
        {"staff": READ},
        rows={"SELECT": (_OF_PETITION, "")},
    ),
    "petition_search": TableRights(
        {},
    ),
    # Definer functions alone write and read it.
    "petition_sketch": TableRights(
        {},
    ),
    # Numbers only; the petitions that they stand for have their own row security.
    "near_equal": TableRights(
        desk("UPDATE"),
        columns={
            "UPDATE": "settled",
        },
        rows={
            "SELECT": ("(SELECT app.at_desk())", ""),
            "UPDATE": ("(SELECT app.at_desk())", "true"),
        },
    ),
    # Acts (`petitions.checklists.acts`) write both.
    "check_point": TableRights({"staff": READ}),
    "petition_tick": TableRights({"staff": READ}, rows={"SELECT": (_OF_PETITION, "")}),
    # Of two petitions speaks who sees both.
    "petition_pair": TableRights(
        {"staff": READ},
        rows={"SELECT": (_OF_BOTH, "")},
    ),
    "improvement": TableRights(
        {"staff": READ},
    ),
    # How many led to an action everybody may know; which, row security of the petitions tells.
    "improvement_petition": TableRights(
        {"staff": READ},
        rows={"SELECT": ("true", "")},
    ),
    # What petitioners write further a function brings, whoever of the desk has it.
    "petition_message": TableRights(
        {"staff": READ},
        rows={"SELECT": (_OF_PETITION, "")},
    ),
    # Definer functions alone write and read it.
    "message_sender": TableRights(
        {},
    ),
    "wrote_again": TableRights(
        desk("UPDATE"),
        columns={
            "UPDATE": "unread",
        },
        rows={"SELECT": (_OF_PETITION, ""), "UPDATE": (_OF_PETITION, _OF_PETITION)},
    ),
    "petition_pause": TableRights(
        {"staff": READ},
        rows={"SELECT": (_OF_PETITION, "")},
    ),
    "petition_seen": TableRights(
        {"staff": ("SELECT", *KEEP)},
        columns={
            "UPDATE": "version",
        },
        rows=OWN_ROWS,
    ),
    "referral": TableRights(
        {"staff": READ},
        rows={
            "SELECT": (
                f"to_unit_id = ANY ((SELECT app.my_units())::bigint[]) OR sent_by_id = {ME} OR {_OF_PETITION}",
                "",
            ),
        },
    ),
    # Who lost a petition to a colleague is told of it, and nobody else.
    "taken_over": TableRights({"staff": READ}, rows={"SELECT": (f"person_id = {ME}", "")}),
    "reply": TableRights(
        {"staff": READ},
        rows={"SELECT": (_OF_PETITION, "")},
    ),
    # As the petition that they are of, which an administrator may bring in as well. Those to commenters an act
    # writes, and who sends for the whole office goes on with them.
    "outbox_message": TableRights(
        desk(*KEEP) | {"administrator": ("INSERT",)},
        columns={
            # What it says never changes.
            "UPDATE": "state batch_id begun_at sent_at told_at reason",
        },
        rows={
            "SELECT": (_OF_MESSAGE, ""),
            "INSERT": ("", f"{_OF_PETITION} OR {_SENT_AGAIN}"),
            "UPDATE": (f"{_OF_PETITION} OR {_TO_COMMENTER}", f"{_OF_PETITION} OR {_TO_COMMENTER}"),
        },
    ),
    # Definer functions alone write and read it.
    "outbox_address": TableRights(
        {},
    ),
    # Acts (`petitions.satisfaction.acts`) write them.
    "satisfaction_question": TableRights(
        {"staff": READ},
        rows={"SELECT": (_OF_PETITION, "")},
    ),
    # Files are written by who sees the petitions of every unit; a function makes the batch, with its event.
    "outbox_batch": TableRights(
        desk("UPDATE"),
        columns={
            "UPDATE": "state folder folder_mark written_at",
        },
        rows={
            "SELECT": ("(SELECT app.at_desk())", ""),
            "UPDATE": ("(SELECT app.office_wide())", "true"),
        },
    ),
    # A view is whose who made it, and of the manager of the unit that it is shared with.
    "saved_view": TableRights(
        {"staff": ("SELECT", "INSERT", "UPDATE", "DELETE")},
        columns={
            "UPDATE": "name unit_id filter columns version",
        },
        rows={
            "SELECT": (f"owner_id = {ME} OR {MY_DESK}", ""),
            "INSERT": ("", f"owner_id = {ME} AND (unit_id IS NULL OR {MY_DESK})"),
            "UPDATE": (_MY_VIEW, f"unit_id IS NULL OR {MY_DESK}"),
            "DELETE": (_MY_VIEW, ""),
        },
    ),
    # As a view: whose who made it, and of the manager of the unit that it is shared with.
    "macro": TableRights(
        desk(*WRITE),
        columns={
            "UPDATE": "name key unit_id steps version",
        },
        rows={
            "SELECT": (f"owner_id = {ME} OR {MY_DESK}", ""),
            "INSERT": ("", f"owner_id = {ME} AND (unit_id IS NULL OR {MY_DESK})"),
            "UPDATE": (_MY_VIEW, f"unit_id IS NULL OR {MY_DESK}"),
            "DELETE": (_MY_VIEW, ""),
        },
    ),
    # What somebody did with many is theirs to look up, to go on with and to take back.
    "bulk_run": TableRights(
        desk(*KEEP),
        columns={
            # What was done stays written; how far it has come and what came back is told beside it.
            "UPDATE": "cursor done refused undone changed_at ended_at put_away_at",
        },
        rows=OWN_ROWS,
    ),
    "bulk_part": TableRights(
        desk(*KEEP),
        columns={
            "UPDATE": "undone",
        },
        rows={
            "SELECT": (_OF_RUN, ""),
            "INSERT": ("", _OF_RUN),
            "UPDATE": (_OF_RUN, _OF_RUN),
        },
    ),
    "list_layout": TableRights(
        {"staff": ("SELECT", "INSERT", "UPDATE")},
        columns={
            "UPDATE": "columns sizes",
        },
        rows=OWN_ROWS,
    ),
    # What one reminds oneself of is one's own business, the manager's not either.
    "reminder": TableRights(
        {"staff": ("SELECT", "INSERT", "UPDATE")},
        columns={
            "UPDATE": "due_on done_at",
        },
        rows={
            "SELECT": (f"person_id = {ME}", ""),
            "INSERT": ("", f"person_id = {ME} AND {_OF_PETITION}"),
            "UPDATE": (f"person_id = {ME}", f"person_id = {ME}"),
        },
    ),
    # Made by a function, which alone knows whether a code is free.
    "reserved_code": TableRights(
        {"staff": ("SELECT", "DELETE")},
        rows={"SELECT": (f"person_id = {ME}", ""), "DELETE": (f"person_id = {ME}", "")},
    ),
}

_FUNCTIONS: Final = {
    "staff": (
        "my_referrals()", "my_reach()", "sees_view(bigint)", "search(text, integer, bigint)",
        "alike(integer[], integer)", "keep_sketches(integer[], bigint[])",
        "pair_near_equals(integer[], bigint[])", "free_codes(text[])",
        "reserve_code(text, bigint)", "see_referrals(bigint[], timestamptz)", "held_by(bigint)", "of_run(text)",
        "write_again(jsonb)", "rows_there(text[])", "message_senders(bigint[])",
        "note_batch(bigint, bigint, text, timestamptz)",
        "take_messages(text, integer, text, text, text, bigint, text, timestamptz, bigint)",
        "batch_addresses(bigint)", "message_addresses(bigint[])", "asked_at(text[])",
        "texts_from(text[], timestamptz, timestamptz)",
        "index_petitions(bigint[], text[], text[])", "index_again(bigint, text[], text, text[])",
        "unseen_petitions(bigint)",
        "identities(bigint[])", "known_names(bigint)",
        "read_identities(bigint[], text, bigint, text, timestamptz)",
        "open_petition(bigint, bigint, text, timestamptz)", "archive_resolved(integer, timestamptz)",
        "complete_petitioner(bigint, jsonb, bigint, text, timestamptz)",
    ),
    "manager": ("correct_petitioner(bigint, jsonb)",),
    "administrator": (
        "open_in_unit(bigint)", "recalculate_deadlines(date, date, text)",
        "retention(timestamptz, bigint, integer)",
        "retention_counts(timestamptz)", "empty_aside(timestamptz, integer)", "personal_data(bigint)",
        "note_masking(bigint[], bigint, text, timestamptz)", "mask(bigint, json)",
        "archivable(integer, timestamptz)",
        "outbox_standing(timestamptz, timestamptz, timestamptz)", "untold_answers(timestamptz)",
    ),
}  # fmt: skip
_EVENTS: Final = {
    # Acts write the history of petitions.
    "improvement": EventRights(),
    "check_point": EventRights(),
    "label": EventRights(),
    "petition": EventRights(f"{ADMINISTERS} OR EXISTS (SELECT 1 FROM petition p WHERE p.id = item_id)"),
    "saved_view": EventRights(
        f"{ADMINISTERS} OR app.sees_view(item_id)",
        "action IN ('view_added', 'view_changed', 'view_removed') AND app.sees_view(item_id)",
    ),
    # What a client tells of its own doing, of what there is.
    "list": EventRights(writable="action = 'list_exported' AND item_id = 1"),
    "macro": EventRights(
        writable=(
            "action IN ('macro_added', 'macro_changed', 'macro_removed')"
            f" AND EXISTS (SELECT 1 FROM macro m WHERE m.id = event.item_id AND ({_MY_VIEW}))"
        )
    ),
    "outbox": EventRights(
        writable=(
            "(SELECT app.office_wide()) AND EXISTS (SELECT 1 FROM outbox_batch b WHERE b.id = event.item_id"
            " AND (action = 'outbox_written' AND b.state = 'written' OR action = 'outbox_mailed' AND b.folder = ''))"
        )
    ),
    "outbox_message": EventRights(
        writable=(
            "action IN ('outbox_again', 'outbox_receipts') AND (SELECT app.at_desk())"
            " AND EXISTS (SELECT 1 FROM outbox_message m WHERE m.id = event.item_id)"
        )
    ),
    "routing_rule": EventRights(),
    "reading": EventRights(f"{ADMINISTERS} OR EXISTS (SELECT 1 FROM petition p WHERE p.id = item_id)"),
    "readings": EventRights(f"{ADMINISTERS} OR item_id = {ME}"),
}
_SCRIPTS: Final = (
    "visibility.sql", "identities.sql", "registration.sql", "deadlines.sql", "duplicates.sql", "messages.sql",
    "outbox.sql", "satisfaction.sql", "retention.sql", "archiving.sql", "sharing.sql",
)  # fmt: skip

declare(
    "petitions",
    ModuleRights(
        _TABLES,
        _EVENTS,
        _FUNCTIONS,
        (
            *(script(__name__, name) for name in _SCRIPTS),
            OF_RUN,
            postgresql_function(named_table(PetitionMessage.__tablename__)),
            delivery_state.postgresql_function(),
            earlier_answers.postgresql_function(),
        ),
    ),
)
