"""The names of the domain's stored values in each language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from desktop_app.languages import in_language, language_in_use
from desktop_app.wording.catalogue import fill, translate
from desktop_app.wording.moves import move_faces

#: Names set by the office, by family and language code. All others have the program's own name.
_given: dict[tuple[str, str], dict[str, str]] = {}


def label(family: str, value: str) -> str:
    """Returns the name of `value` in a `family` of values, or `value` itself if it is unknown."""
    return _table(family, language_in_use().code).get(str(value), str(value))


def labels(family: str) -> dict[str, str]:
    """Returns all values of a family with their names, in the order of the family."""
    return dict(_table(family, language_in_use().code))


def revision_name(number: int) -> str:
    """Returns the name of a revision of a draft: «نسخهٔ ۲»."""
    return fill(translate("Comparison", "Revision {n}"), n=number)


def standard_labels(family: str, language: str) -> dict[str, str]:
    """Returns all values of a family with the program's own names in `language`, ignoring the office's names."""
    return dict(_standard(family, language))


def rename(family: str, language: str, names: Mapping[str, str]) -> None:
    """Sets the office's names for values of a family in `language`."""
    if _given.get((family, language)) != names:
        _given[family, language] = dict(names)
        _table.cache_clear()


@lru_cache(maxsize=128)
def _table(family: str, language: str) -> dict[str, str]:
    standard = _standard(family, language)
    given = _given.get((family, language), {})
    return {value: given.get(value) or words for value, words in standard.items()}


@lru_cache(maxsize=128)
def _standard(family: str, language: str) -> dict[str, str]:
    return in_language(language, _FAMILIES[family])


def _weight_kind() -> dict[str, str]:
    return {
        "exemption_deleted": translate("WeightKind", "exemption deleted"),
        "right_deleted": translate("WeightKind", "right deleted"),
        "duty_inserted": translate("WeightKind", "new duty"),
        "negation": translate("WeightKind", "negation"),
        "amount": translate("WeightKind", "amount"),
        "term": translate("WeightKind", "term"),
        "number": translate("WeightKind", "number"),
        "meaning": translate("WeightKind", "meaning"),
    }


def _kind() -> dict[str, str]:
    return {
        "request": translate("Kind", "Request"),
        "complaint": translate("Kind", "Complaint"),
        "suggestion": translate("Kind", "Suggestion"),
        "criticism": translate("Kind", "Criticism"),
        "opinion": translate("Kind", "Opinion"),
    }


def _channel() -> dict[str, str]:
    return {
        "portal": translate("Channel", "Portal"),
        "service_desk": translate("Channel", "Service desk"),
        "single_window": translate("Channel", "Single window (Wafa)"),
        "phone": translate("Channel", "Phone"),
        "sms": translate("Channel", "Text message"),
        "letter": translate("Channel", "Letter"),
        "in_person": translate("Channel", "In person"),
        "email": translate("Channel", "E-mail"),
    }


def _set_up_task() -> dict[str, str]:
    return {
        "letterhead": translate("SetUpTask", "Office name and letterhead"),
        "units": translate("SetUpTask", "Units"),
        "accounts": translate("SetUpTask", "Accounts of the staff"),
        "routing": translate("SetUpTask", "Routing rules"),
        "calendar": translate("SetUpTask", "Calendar and closed days"),
        "deadlines": translate("SetUpTask", "Deadlines"),
        "replies": translate("SetUpTask", "Saved replies and letters"),
        "messages": translate("SetUpTask", "Messages to petitioners"),
        "backup": translate("SetUpTask", "Back-up"),
        "seal": translate("SetUpTask", "Seal of the history"),
    }


def _status() -> dict[str, str]:
    return {
        "registered": translate("Status", "Registered"),
        "referred": translate("Status", "Referred"),
        "in_progress": translate("Status", "In progress"),
        "waiting": translate("Status", "Waiting for petitioner"),
        "awaiting_approval": translate("Status", "Awaiting approval"),
        "resolved": translate("Status", "Resolved"),
        "archived": translate("Status", "Archived"),
    }


def _outcome() -> dict[str, str]:
    return {
        "answered": translate("Outcome", "Answered"),
        "granted": translate("Outcome", "Granted"),
        "partly_granted": translate("Outcome", "Partly granted"),
        "refused": translate("Outcome", "Refused"),
        "inadmissible": translate("Outcome", "Inadmissible"),
        "duplicate": translate("Outcome", "Duplicate"),
        "withdrawn": translate("Outcome", "Withdrawn"),
        "passed_on": translate("Outcome", "Passed on to another body"),
        "noted": translate("Outcome", "Noted, without a reply"),
        "commented": translate("Outcome", "Taken as a comment"),
    }


def _urgency() -> dict[str, str]:
    return {
        "normal": translate("Urgency", "Normal"),
        "urgent": translate("Urgency", "Urgent"),
        "immediate": translate("Urgency", "Immediate"),
    }


def _purpose() -> dict[str, str]:
    return {
        "action": translate("Purpose", "For action"),
        "opinion": translate("Purpose", "For an opinion"),
        "information": translate("Purpose", "For information"),
    }


def _beside() -> dict[str, str]:
    return {
        "asked": translate("Beside", "Asked of us"),
        "waited_for": translate("Beside", "Out for an answer"),
        "overdue": translate("Beside", "Answer overdue"),
    }


def _group() -> dict[str, str]:
    return {
        "citizen": translate("Group", "Citizen"),
        "artist": translate("Group", "Artist"),
        "media": translate("Group", "Media"),
        "publisher": translate("Group", "Publisher"),
        "expert": translate("Group", "Expert"),
        "institute": translate("Group", "Institute"),
        "official": translate("Group", "Public body"),
    }


def _role() -> dict[str, str]:
    return {
        "clerk": translate("Role", "Clerk"),
        "reviewer": translate("Role", "Legal reviewer"),
        "manager": translate("Role", "Manager"),
        "administrator": translate("Role", "Administrator"),
    }


def _view() -> dict[str, str]:
    return {
        "mine": translate("View", "Mine"),
        "my_unit": translate("View", "My unit"),
        "unrouted": translate("View", "Unrouted"),
        "waiting": translate("View", "Waiting"),
        "late": translate("View", "Late"),
        "this_week": translate("View", "This week"),
        "all": translate("View", "All"),
    }


def _scope() -> dict[str, str]:
    return {
        "open": translate("Scope", "are open"),
        "closed": translate("Scope", "are closed"),
        "any": translate("Scope", "are open or closed"),
    }


def _order() -> dict[str, str]:
    return {
        "deadline": translate("Order", "nearest deadline"),
        "newest": translate("Order", "newest first"),
        "oldest": translate("Order", "oldest first"),
        "kind": translate("Order", "kind"),
        "subject": translate("Order", "subject"),
        "sender": translate("Order", "petitioner"),
        "unit": translate("Order", "unit"),
        "assignee": translate("Order", "assignee"),
        "status": translate("Order", "state"),
        "channel": translate("Order", "channel"),
        "urgency": translate("Order", "urgency"),
        "registry": translate("Order", "registry number"),
        "letter": translate("Order", "letter number"),
        "about": translate("Order", "what it is about"),
        "outcome": translate("Order", "outcome"),
        "resolved": translate("Order", "day of resolution"),
    }


def _instrument_kind() -> dict[str, str]:
    return {
        "circular": translate("InstrumentKind", "Circular"),
        "bylaw": translate("InstrumentKind", "Bylaw"),
        "directive": translate("InstrumentKind", "Directive"),
        "criteria": translate("InstrumentKind", "Executive criteria"),
        "licensing_directive": translate("InstrumentKind", "Licensing directive"),
        "service_directive": translate("InstrumentKind", "Service directive"),
        "bill": translate("InstrumentKind", "Bill"),
        "cabinet_bylaw": translate("InstrumentKind", "Draft cabinet bylaw"),
    }


def _track() -> dict[str, str]:
    return {
        "a": translate("Track", "Track A, ends in promulgation"),
        "b": translate("Track", "Track B, ends in submission"),
    }


def _track_rule() -> dict[str, str]:
    """The sentence about the legal requirement of a track."""
    return {
        "a": translate(
            "Instruments", "Track A: open to the public for at least 14 full days, then promulgated."
        ),
        "b": translate("Instruments", "Track B: open to the public for at least one month, then submitted."),
    }


def _instrument_status() -> dict[str, str]:
    return {
        "drafting": translate("InstrumentStatus", "Drafting"),
        "legal_review": translate("InstrumentStatus", "Legal review"),
        "open": translate("InstrumentStatus", "Open to the public"),
        "closed": translate("InstrumentStatus", "Window closed"),
        "revising": translate("InstrumentStatus", "Revising"),
        "ready": translate("InstrumentStatus", "Ready"),
        "promulgated": translate("InstrumentStatus", "Promulgated"),
        "submitted": translate("InstrumentStatus", "Submitted"),
        "withdrawn": translate("InstrumentStatus", "Withdrawn"),
    }


def _thread_kind() -> dict[str, str]:
    return {
        "note": translate("ThreadKind", "Note"),
        "question": translate("ThreadKind", "Question"),
        "objection": translate("ThreadKind", "Objection"),
        "suggestion": translate("ThreadKind", "Suggested wording"),
    }


def _thread_status() -> dict[str, str]:
    return {
        "open": translate("ThreadStatus", "Open"),
        "resolved": translate("ThreadStatus", "Settled"),
    }


def _thread_outcome() -> dict[str, str]:
    return {
        "applied": translate("ThreadOutcome", "Applied"),
        "answered": translate("ThreadOutcome", "Answered"),
        "dismissed": translate("ThreadOutcome", "Dismissed"),
    }


def _placement() -> dict[str, str]:
    return {
        "exact": translate("Placement", "Same place"),
        "moved": translate("Placement", "Moved along"),
        "changed": translate("Placement", "Words changed"),
        "orphan": translate("Placement", "Place lost"),
        "ambiguous": translate("Placement", "Several places fit"),
    }


def _disposition() -> dict[str, str]:
    return {
        "accepted": translate("Disposition", "Accepted"),
        "partly_accepted": translate("Disposition", "Partly accepted"),
        "rejected": translate("Disposition", "Rejected"),
        "out_of_scope": translate("Disposition", "Out of scope"),
        "already_covered": translate("Disposition", "Already covered"),
    }


def _publishing() -> dict[str, str]:
    return {
        "portal": translate("Life", "portal"),
        "single_window": translate("Life", "single window"),
    }


def _left_out() -> dict[str, str]:
    return {
        "footnotes": translate("LeftOut", "footnotes"),
        "endnotes": translate("LeftOut", "endnotes"),
        "header": translate("LeftOut", "page headers"),
        "footer": translate("LeftOut", "page footers"),
        "comments": translate("LeftOut", "comments in the file"),
        "images": translate("LeftOut", "pictures"),
        "drawings": translate("LeftOut", "drawings"),
        "embedded": translate("LeftOut", "embedded objects"),
        "linked": translate("LeftOut", "linked files"),
        "contents": translate("LeftOut", "table of contents"),
        "hidden_text": translate("LeftOut", "hidden text"),
        "page_furniture": translate("LeftOut", "page numbers and running heads in the text"),
        "tracked_changes": translate("LeftOut", "tracked changes (read as accepted)"),
    }


def _field() -> dict[str, str]:
    return {
        "text": translate("Field", "text"),
        "subject": translate("Field", "subject"),
        "kind": translate("Field", "kind"),
        "channel": translate("Field", "channel"),
        "name": translate("Field", "name"),
        "national_id": translate("Field", "national ID"),
        "mobile": translate("Field", "mobile"),
        "email": translate("Field", "e-mail"),
        "group": translate("Field", "group"),
        "unit": translate("Field", "unit"),
        "date": translate("Field", "date"),
        "reminder": translate("Field", "reminder"),
        "received_at": translate("Field", "date received"),
        "month": translate("Field", "month"),
        "year": translate("Field", "year"),
        "reason": translate("Field", "reason"),
        "attachment_mb": translate("Field", "most megabytes of an attachment"),
        "texts_an_hour": translate("Field", "text messages of a number in an hour"),
        "retention_years": translate("Field", "years of retention"),
        "archive_days": translate("Field", "days until the archive"),
        "identity_rules": translate("Field", "required identity"),
        "retention_basis": translate("Field", "basis of the retention"),
        "expertise": translate("Field", "fields of expertise"),
        "issue": translate("Field", "issue"),
        "recovery_code": translate("Field", "recovery code"),
        "targets": translate("Field", "units and colleagues asked"),
        "unchanged_reason": translate("Field", "why the text stays"),
        "petitions": translate("Field", "petitions"),
        "order_note": translate("Field", "order note"),
        "reply": translate("Field", "reply"),
        "note": translate("Field", "note"),
        "rule_name": translate("Field", "name of the rule"),
        "rule_words": translate("Field", "words that are looked for"),
        "source_name": translate("Field", "name of the source"),
        "mail_host": translate("Field", "mail server"),
        "mail_port": translate("Field", "port"),
        "mail_user": translate("Field", "user name"),
        "mailbox": translate("Field", "mailbox"),
        "source_mapping": translate("Field", "columns of the source"),
        "label_name": translate("Field", "name of the label"),
        "macro_key": translate("Field", "key of the macro"),
        "macro_steps": translate("Field", "what the macro does"),
        "message": translate("Field", "message"),
        "quote": translate("Field", "quoted phrase"),
        "title": translate("Field", "title"),
        "full_name": translate("Field", "full name"),
        "username": translate("Field", "user name"),
        "password": translate("Field", "password"),
        "unit_name": translate("Field", "unit name"),
        "server": translate("Field", "server"),
        "port": translate("Field", "port"),
        "database_name": translate("Field", "name of the database"),
        "office_name": translate("Field", "office name"),
        "days": translate("Field", "number of days"),
        "source": translate("Field", "legal source"),
        "source_date": translate("Field", "day of the legal source"),
        "person": translate("Field", "who is absent"),
        "deputy": translate("Field", "deputy"),
        "signature": translate("Field", "signature"),
        "until": translate("Field", "last day of the window"),
        "letter_date": translate("Field", "day of the letter"),
        "closure_name": translate("Field", "name of the holiday or closure"),
        "template_text": translate("Field", "text of the saved reply"),
        "message_subject": translate("Field", "subject of the message"),
        "message_text": translate("Field", "text of the message"),
        "message_key": translate("Field", "identifier of the message"),
        "receipt": translate("Field", "state of delivery"),
        "sms_segments": translate("Field", "most segments of a text message"),
        "ask_after_days": translate("Field", "days from closing to the question"),
        "earlier_days": translate("Field", "days of earlier answers"),
        "answer_days": translate("Field", "days for an answer"),
        "message_sender": translate("Field", "sender of e-mails"),
        "portal_address": translate("Field", "address of the packages on the portal"),
        "message_folder": translate("Field", "folder of the messages"),
        "trial_address": translate("Field", "address of the trial message"),
        "letter_subject": translate("Field", "subject of the letter"),
        "letter_body": translate("Field", "text of the letter"),
        "letter_enclosure": translate("Field", "enclosure"),
        "letter_copies": translate("Field", "copies to"),
        "office_address": translate("Field", "postal address of the office"),
        "invocation": translate("Field", "line above the emblem"),
        "copy_purposes": translate("Field", "purposes of copies"),
        "signer": translate("Field", "name of who signs"),
        "signer_title": translate("Field", "office of who signs"),
        "addressee": translate("Field", "addressee"),
        "window_right": translate("Field", "window from the right edge"),
        "window_top": translate("Field", "window from the upper edge"),
        "window_width": translate("Field", "width of the window"),
        "window_height": translate("Field", "height of the window"),
        "service_code": translate("Field", "code of the service"),
        "service_name": translate("Field", "name of the service"),
        "registry_pattern": translate("Field", "pattern of registry numbers"),
        "letter_pattern": translate("Field", "pattern of letter numbers"),
        "name_persian": translate("Field", "name in Persian"),
        "name_english": translate("Field", "name in English"),
        "first_day": translate("Field", "first day"),
        "last_day": translate("Field", "last day"),
        "satisfaction": translate("Field", "satisfaction"),
        "tracking_code": translate("Field", "tracking code"),
        "revision": translate("Field", "revision"),
        "external_id": translate("Field", "identifier"),
        "letter_number": translate("Field", "letter number"),
        "point": translate("Field", "point"),
        "about": translate("Field", "about"),
        "reference": translate("Field", "number of a service, document or news item"),
        "subject_kind": translate("Field", "service, document or news item"),
        "provision": translate("Field", "provision"),
        "instrument": translate("Field", "draft"),
        "duplicate_of": translate("Field", "duplicate of"),
        "database_address": translate("Field", "address of the database"),
        "folder": translate("Field", "folder"),
        "hour": translate("Field", "hour"),
        "custodian": translate("Field", "second custodian"),
        "keep": translate("Field", "number to keep"),
        "copies": translate("Field", "copies"),
        "mail": translate("Field", "address of the mail"),
        "signed_as": translate("Field", "who answers for it"),
        "analysis": translate("Field", "the analysis"),
        "label": translate("Field", "label"),
        "printer": translate("Field", "printer"),
        "backup_days": translate("Field", "days until a back-up is old"),
        "clock_gap_days": translate("Field", "days until the clock is asked about"),
    }


def _item_type() -> dict[str, str]:
    return {
        "petition": translate("ItemType", "Petition"),
        "instrument": translate("ItemType", "Draft document"),
        "comment": translate("ItemType", "Public comment"),
        "comment_thread": translate("ItemType", "Staff thread on a comment"),
        "campaign": translate("ItemType", "Campaign group"),
        "thread": translate("ItemType", "Annotation"),
        "composition": translate("ItemType", "Composed revision"),
        "person": translate("ItemType", "Account"),
        "unit": translate("ItemType", "Unit"),
        "office": translate("ItemType", "Office"),
        "deputy": translate("ItemType", "Deputy"),
        "closed_day": translate("ItemType", "Closed day"),
        "calendar_year": translate("ItemType", "Year of the calendar"),
        "reply_template": translate("ItemType", "Saved reply"),
        "routing_rule": translate("ItemType", "Routing rule"),
        "check_point": translate("ItemType", "Point of a checklist"),
        "letter_template": translate("ItemType", "Template of a letter"),
        "own_reply": translate("ItemType", "Saved reply of one's own"),
        "label": translate("ItemType", "Label"),
        "macro": translate("ItemType", "Macro"),
        "office_service": translate("ItemType", "Service"),
        "saved_view": translate("ItemType", "Saved view"),
        "improvement": translate("ItemType", "Improvement action"),
        "expert": translate("ItemType", "Expert"),
        "list": translate("ItemType", "Written lists"),
        "petitioner": translate("ItemType", "Petitioner"),
        "reading": translate("ItemType", "Reading of a petition's personal data"),
        "readings": translate("ItemType", "Readings of personal data in lists"),
        "look_up": translate("ItemType", "Look-ups of petitioners"),
        "look_ups": translate("ItemType", "Numbers asked about while registering and searching"),
        "intake": translate("ItemType", "Handed in"),
        "outbox": translate("ItemType", "Messages to petitioners"),
        "outbox_message": translate("ItemType", "Message to a petitioner"),
        "message_template": translate("ItemType", "Template of a message"),
        "intake_source": translate("ItemType", "Source"),
        "report": translate("ItemType", "Report"),
    }


def _backup_method() -> dict[str, str]:
    return {
        "sqlite": translate("BackupMethod", "Copy of the file"),
        "pg_dump": "pg_dump",
        "export": translate("BackupMethod", "Row by row"),
    }


def _event_action() -> dict[str, str]:
    return {move: face.event for move, face in move_faces().items()} | {
        "registered": translate("EventAction", "Registered"),
        "comments_taken_in": translate("EventAction", "Comments came in"),
        "informed": translate("EventAction", "Sent for information"),
        "side_sent": translate("EventAction", "Referred on the side"),
        "side_answered": translate("EventAction", "Referral on the side answered"),
        "side_returned": translate("EventAction", "Referral on the side returned"),
        "side_recalled": translate("EventAction", "Referral on the side recalled"),
        "note": translate("EventAction", "Note"),
        "labelled": translate("EventAction", "Label put on"),
        "unlabelled": translate("EventAction", "Label taken off"),
        "label_added": translate("EventAction", "Label made"),
        "label_changed": translate("EventAction", "Label changed"),
        "macro_added": translate("EventAction", "Macro shared"),
        "macro_changed": translate("EventAction", "Macro changed"),
        "macro_removed": translate("EventAction", "Macro removed"),
        "label_merged": translate("EventAction", "Label merged into another"),
        "label_unmerged": translate("EventAction", "Merge of a label taken back"),
        "draft": translate("EventAction", "Draft of a reply"),
        "revealed": translate("EventAction", "Personal data read"),
        "looked_up": translate("EventAction", "Petitioner looked up by number"),
        "turned": translate("EventAction", "Petition made a comment"),
        "turned_back": translate("EventAction", "Comment made a petition again"),
        "became_petition": translate("EventAction", "Registered as a petition"),
        "was_comment": translate("EventAction", "Came as a comment"),
        "about_set": translate("EventAction", "What it is about said"),
        "wrote_again": translate("EventAction", "Petitioner wrote again"),
        "satisfaction_told": translate("EventAction", "Satisfaction told later"),
        "satisfaction_asked": translate("EventAction", "Asked how satisfied they are"),
        "answer_told": translate("EventAction", "Message about an earlier answer written"),
        "satisfaction_answered": translate("EventAction", "Answered how satisfied they are"),
        "satisfaction_settled": translate("EventAction", "Answer about satisfaction settled"),
        "archived_by_itself": translate("EventAction", "Archived by itself"),
        "identity_completed": translate("EventAction", "Identity completed"),
        "registration_corrected": translate("EventAction", "Registration corrected"),
        "interim_reply": translate("EventAction", "Interim reply"),
        "ticked": translate("EventAction", "Point ticked"),
        "unticked": translate("EventAction", "Tick taken away"),
        "check_point_added": translate("EventAction", "Point of a checklist made"),
        "check_point_changed": translate("EventAction", "Point of a checklist changed"),
        "check_point_moved": translate("EventAction", "Point of a checklist put elsewhere"),
        "petitioner_corrected": translate("EventAction", "Petitioner corrected"),
        "petitioner_completed": translate("EventAction", "Petitioner's data completed"),
        "masked": translate("EventAction", "Personal data masked"),
        "masking_begun": translate("EventAction", "Masking of personal data begun"),
        "masking_ended": translate("EventAction", "Masking of personal data ended"),
        "undo": translate("EventAction", "Taken back"),
        "moved": translate("EventAction", "State changed"),
        "revision_added": translate("EventAction", "Revision added"),
        "opening_asked": translate("EventAction", "Opening to the public asked for"),
        "opening_declined": translate("EventAction", "Opening declined"),
        "window_extended": translate("EventAction", "Window extended"),
        "window_reopened": translate("EventAction", "Window opened again"),
        "window_left_closed": translate("EventAction", "Window left closed"),
        "summed_up": translate("EventAction", "Summing-up frozen"),
        "package_made": translate("EventAction", "Publishing package made"),
        "floor_raised": translate("EventAction", "Least length of windows raised"),
        "pinned": translate("EventAction", "Provisions pinned"),
        "changes_compared": translate("EventAction", "Changes since the publication stored"),
        "changes_explained": translate("EventAction", "Reasons for changes given"),
        "unpinned": translate("EventAction", "Pin removed"),
        "decided": translate("EventAction", "Decided"),
        "taken_out": translate("EventAction", "Taken out of the campaign group"),
        "opened": translate("EventAction", "Opened"),
        "rejection_confirmed": translate("EventAction", "Rejection confirmed"),
        "moderated": translate("EventAction", "Hidden or shown"),
        "hidden_read": translate("EventAction", "A hidden comment read"),
        "letter_corrected": translate("EventAction", "Number of the letter corrected"),
        "sender_read": translate("EventAction", "Number of the sender read"),
        "sender_told": translate("EventAction", "Sender told what became of the comment"),
        "senders_read": translate("EventAction", "Summing-up with the names of senders made"),
        "second_reader_settled": translate("EventAction", "Second reader settled"),
        "issues_changed": translate("EventAction", "Issues changed"),
        "placed": translate("EventAction", "Put at its provision"),
        "placing_undone": translate("EventAction", "Putting at a provision taken back"),
        "reviewer_assigned": translate("EventAction", "Given to a reviewer"),
        "bulk_taken_back": translate("EventAction", "An act on many taken back"),
        "additions_read": translate("EventAction", "Additions of single senders read"),
        "members_set_apart": translate("EventAction", "Members decided apart, or with the group again"),
        "groups_joined": translate("EventAction", "Campaign groups joined"),
        "found": translate("EventAction", "Campaign group found"),
        "gathered": translate("EventAction", "Further comments of the campaign group found"),
        "comments_compared": translate("EventAction", "Comments compared with each other"),
        "composition_begun": translate("EventAction", "Composing of a revision begun"),
        "composition_kept": translate("EventAction", "Composed revision changed"),
        "composition_dropped": translate("EventAction", "Composed revision dropped"),
        "composition_taken_up": translate("EventAction", "Composed revision taken up again"),
        "composition_saved": translate("EventAction", "Composed revision saved"),
        "annotated": translate("EventAction", "Annotated"),
        "replied": translate("EventAction", "Replied"),
        "annotated_from_word": translate("EventAction", "Annotation taken in from Word"),
        "replied_from_word": translate("EventAction", "Reply taken in from Word"),
        "resolved": translate("EventAction", "Settled"),
        "reopened": translate("EventAction", "Reopened"),
        "assigned": translate("EventAction", "Assigned"),
        "due_set": translate("EventAction", "Deadline set"),
        "labels_changed": translate("EventAction", "Labels changed"),
        "carried": translate("EventAction", "Found again after a pin"),
        "attached": translate("EventAction", "Attached to a place"),
        "attaching_undone": translate("EventAction", "Attaching taken back"),
        "person_added": translate("EventAction", "Account made"),
        "person_changed": translate("EventAction", "Account changed"),
        "password_changed": translate("EventAction", "Password changed"),
        "password_reset": translate("EventAction", "Password reset"),
        "password_recovered": translate("EventAction", "Password set by a recovery code"),
        "recovery_code_made": translate("EventAction", "Recovery code made"),
        "recovery_failed": translate("EventAction", "Wrong recovery code typed"),
        "session_ended": translate("EventAction", "Session ended that blocked others"),
        "unit_added": translate("EventAction", "Unit made"),
        "unit_changed": translate("EventAction", "Unit changed"),
        "settings_changed": translate("EventAction", "Settings changed"),
        "deadlines_changed": translate("EventAction", "Deadlines changed"),
        "identity_rules_changed": translate("EventAction", "Required identity changed"),
        "set_up_confirmed": translate("EventAction", "Set-up task confirmed"),
        "set_up_unconfirmed": translate("EventAction", "Confirmation of a set-up task taken back"),
        "history_exported": translate("EventAction", "History exported"),
        "intake_mended": translate("EventAction", "What was handed in put right"),
        "intake_quarantined": translate("EventAction", "What was handed in found faulty"),
        "intake_tried_again": translate("EventAction", "What was handed in tried again"),
        "intake_put_aside": translate("EventAction", "What was handed in put aside"),
        "intake_taken_back": translate("EventAction", "What was put aside taken back"),
        "intake_source_added": translate("EventAction", "Source added"),
        "intake_source_changed": translate("EventAction", "Source changed"),
        "list_exported": translate("EventAction", "List written into a file"),
        "backup_made": translate("EventAction", "Back-up made"),
        "backup_tried": translate("EventAction", "Back-up tried by restoring it"),
        "restored": translate("EventAction", "Restored from a back-up"),
        "copied_here": translate("EventAction", "Carried over from another database"),
        "copied_out": translate("EventAction", "Everything copied to another database"),
        "broken_chain_accepted": translate("EventAction", "Broken history taken over"),
        "person_unlocked": translate("EventAction", "Account unlocked"),
        "role_given": translate("EventAction", "Role given"),
        "role_taken": translate("EventAction", "Role taken away"),
        "role_proposed": translate("EventAction", "Role asked for"),
        "role_confirmed": translate("EventAction", "Role confirmed"),
        "role_declined": translate("EventAction", "Role declined"),
        "role_withdrawn": translate("EventAction", "Role no longer asked for"),
        "account_confirmed": translate("EventAction", "Account confirmed"),
        "account_declined": translate("EventAction", "Account declined"),
        "unit_moved": translate("EventAction", "Unit put elsewhere"),
        "view_added": translate("EventAction", "View shared"),
        "view_changed": translate("EventAction", "Shared view changed"),
        "view_removed": translate("EventAction", "Shared view removed"),
        "deputy_added": translate("EventAction", "Deputy named"),
        "deputy_changed": translate("EventAction", "Deputy changed"),
        "deputy_removed": translate("EventAction", "Deputy's time ended"),
        "closed_day_added": translate("EventAction", "Closed day added"),
        "closed_day_changed": translate("EventAction", "Closed day changed"),
        "closed_day_removed": translate("EventAction", "Closed day removed"),
        "calendar_confirmed": translate("EventAction", "Calendar of a year confirmed"),
        "calendar_unconfirmed": translate("EventAction", "Confirmation of a calendar taken back"),
        "clock_confirmed": translate("EventAction", "Day of this PC confirmed"),
        "clock_taken_back": translate("EventAction", "Wrong latest time of this PC taken back"),
        "clock_seconded": translate("EventAction", "Day of this PC signed by the second person"),
        "deadline_moved": translate("EventAction", "Deadline moved"),
        "improvement_added": translate("EventAction", "Improvement action made"),
        "improvement_changed": translate("EventAction", "Improvement action changed"),
        "improvement_done": translate("EventAction", "Improvement action done"),
        "improvement_reopened": translate("EventAction", "Improvement action open again"),
        "improvement_named": translate("EventAction", "Led to an improvement action"),
        "attachment_added": translate("EventAction", "Attachment added"),
        "attachment_removed": translate("EventAction", "Attachment removed"),
        "files_left": translate("EventAction", "Files stayed with what arrived"),
        "absorbed": translate("EventAction", "Duplicate put to it"),
        "released": translate("EventAction", "Duplicate taken from it"),
        "unmerge": translate("EventAction", "No duplicate any more"),
        "linked": translate("EventAction", "Linked with another one"),
        "link_removed": translate("EventAction", "Link removed"),
        "set_apart": translate("EventAction", "Not the same as another one"),
        "set_apart_removed": translate("EventAction", "“Not the same” taken back"),
        "template_added": translate("EventAction", "Saved reply added"),
        "template_changed": translate("EventAction", "Saved reply changed"),
        "routing_rule_added": translate("EventAction", "Routing rule added"),
        "routing_rule_changed": translate("EventAction", "Routing rule changed"),
        "routing_rule_moved": translate("EventAction", "Routing rule moved in the order"),
        "letter_template_changed": translate("EventAction", "Template of a letter changed"),
        "message_template_changed": translate("EventAction", "Template of a message changed"),
        "outbox_written": translate("EventAction", "Messages handed on"),
        "outbox_mailed": translate("EventAction", "E-mails handed to the mail server"),
        "outbox_again": translate("EventAction", "Messages tried again"),
        "outbox_receipts": translate("EventAction", "Receipts of messages read"),
        "letter_issued": translate("EventAction", "Letter went out"),
        "printed": translate("EventAction", "Printed"),
        "service_added": translate("EventAction", "Service added"),
        "service_changed": translate("EventAction", "Service changed"),
        "expert_added": translate("EventAction", "Expert entered"),
        "expert_changed": translate("EventAction", "Expert changed"),
        "invited": translate("EventAction", "Experts invited"),
        "invitation_taken_back": translate("EventAction", "Invitations taken back"),
        "invitation_answered": translate("EventAction", "Answer to an invitation noted"),
        "outcome_changed": translate("EventAction", "Outcome changed"),
        "report_issued": translate("EventAction", "Report issued"),
        "report_corrected": translate("EventAction", "New edition of a report"),
    }


def _event_field() -> dict[str, str]:
    return {
        "status": translate("EventField", "State"),
        "subject": translate("EventField", "Subject"),
        "urgency": translate("EventField", "Urgency"),
        "set_up_task": translate("EventField", "Set-up task"),
        "key_fingerprint": translate("EventField", "Fingerprint of the key"),
        "organisation": translate("EventField", "Organisation"),
        "expertise": translate("EventField", "Fields of expertise"),
        "reachable": translate("EventField", "Ways to reach them"),
        "answer": translate("EventField", "Answer"),
        "count": translate("EventField", "Count"),
        "group": translate("EventField", "Group"),
        "unit_name": translate("EventField", "Unit"),
        "unit_id": translate("EventField", "Number of the unit"),
        "assignee_name": translate("EventField", "Assignee"),
        "word_author": translate("EventField", "Author in Word"),
        "assignee_id": translate("EventField", "Number of the assignee"),
        "outcome": translate("EventField", "Outcome"),
        "duplicate_of_id": translate("EventField", "Duplicate of number"),
        "satisfaction": translate("EventField", "Satisfaction"),
        "due_on": translate("EventField", "Deadline"),
        "paused_on": translate("EventField", "Clock stands since"),
        "resolved_at": translate("EventField", "Resolved at"),
        "version": translate("EventField", "Version"),
        "effects": translate("EventField", "Effects"),
        "changes": translate("EventField", "Effects"),
        "label": translate("EventField", "Label"),
        "rule": translate("EventField", "Routing rule"),
        "rule_id": translate("EventField", "Number of the routing rule"),
        "labels": translate("EventField", "Labels"),
        "words": translate("EventField", "Words that are looked for"),
        "label_id": translate("EventField", "Number of the label"),
        "merged_into": translate("EventField", "Merged into"),
        "merged_into_id": translate("EventField", "Number of the label"),
        "steps": translate("EventField", "Steps"),
        "undone": translate("EventField", "What was taken back"),
        "channel": translate("EventField", "Channel"),
        "kind": translate("EventField", "Kind"),
        "registry": translate("EventField", "Registry number"),
        "title": translate("EventField", "Title"),
        "code": translate("EventField", "Code"),
        "tracking_code": translate("EventField", "Tracking code"),
        "number": translate("EventField", "Number"),
        "edition": translate("EventField", "Edition"),
        "report_number": translate("EventField", "Number of the report"),
        "period": translate("EventField", "Period"),
        "accepted": translate("EventField", "Accepted suggestions"),
        "signed_as": translate("EventField", "Signed by"),
        "colleague": translate("EventField", "Colleague"),
        "summary": translate("EventField", "Summary"),
        "filter": translate("EventField", "Conditions"),
        "columns": translate("EventField", "Columns"),
        "source_name": translate("EventField", "File"),
        "revision": translate("EventField", "Revision"),
        "old": translate("EventField", "Older revision"),
        "new": translate("EventField", "Newer revision"),
        "old_at": translate("EventField", "Character in the older revision"),
        "new_at": translate("EventField", "Character in the newer revision"),
        "same": translate("EventField", "One provision"),
        "passages": translate("EventField", "Changes taken from the older revision"),
        "suggestions": translate("EventField", "Suggestions applied"),
        "placement": translate("EventField", "Found"),
        "begin": translate("EventField", "From character"),
        "end": translate("EventField", "To character"),
        "disposition": translate("EventField", "Decision"),
        "reason": translate("EventField", "Reason"),
        "name": translate("EventField", "Name"),
        "full_name": translate("EventField", "Full name"),
        "username": translate("EventField", "User name"),
        "active": translate("EventField", "In use"),
        "needs_approval": translate("EventField", "Answers wait for approval"),
        "memberships": translate("EventField", "Roles"),
        "quote": translate("EventField", "Quoted phrase"),
        "path": translate("EventField", "Provision"),
        "text": translate("EventField", "Text"),
        "deadlines": translate("EventField", "Deadlines"),
        "identity_rules": translate("EventField", "Required identity"),
        "notice": translate("EventField", "Notice without a reply"),
        "said": translate("EventField", "Told that it gets no reply"),
        "track": translate("EventField", "Track"),
        "days": translate("EventField", "Days"),
        "working": translate("EventField", "Working days"),
        "ministry": translate("EventField", "Ministry"),
        "office_name": translate("EventField", "Office"),
        "office_short": translate("EventField", "Short name"),
        "phone": translate("EventField", "Phone"),
        "logo": translate("EventField", "Logo"),
        "help_line": translate("EventField", "Help for staff"),
        "decree_number": translate("EventField", "Number of the decree"),
        "sms_number": translate("EventField", "SMS number"),
        "weekend": translate("EventField", "Weekend"),
        "rows": translate("EventField", "Rows"),
        "purpose": translate("EventField", "Read for"),
        "batch": translate("EventField", "Batch"),
        "submissions": translate("EventField", "Submissions"),
        "number_key": translate("EventField", "Key of the number"),
        "number_keys": translate("EventField", "Keys of the numbers"),
        "misses": translate("EventField", "Numbers of nobody within an hour"),
        "refused": translate("EventField", "Refused"),
        "list": translate("EventField", "List"),
        "fields": translate("EventField", "Fields"),
        "format": translate("EventField", "Kind of file"),
        "actor_name": translate("EventField", "Person"),
        "item_type": translate("EventField", "Item"),
        "action": translate("EventField", "Act"),
        "since": translate("EventField", "From"),
        "until": translate("EventField", "Until"),
        "opened_on": translate("EventField", "First day of the window"),
        "closes_on": translate("EventField", "Last day of the window"),
        "publishing": translate("EventField", "Place of publication"),
        "letter_date": translate("EventField", "Date of the letter"),
        "finished_on": translate("EventField", "Day of promulgation or submission"),
        "no_change_reason": translate("EventField", "Reason for no change"),
        "closure": translate("EventField", "Closed because of"),
        "closure_reason": translate("EventField", "Reason for leaving it closed"),
        "stale_reports": translate("EventField", "Last summing-up that does not count any more"),
        "must_change_password": translate("EventField", "Has to choose a password"),
        "failed_tries": translate("EventField", "Wrong codes so far"),
        "unconfirmed": translate("EventField", "Waits for a second person"),
        "place": translate("EventField", "Place in the order"),
        "point": translate("EventField", "Point"),
        "point_id": translate("EventField", "Number of the point"),
        "required": translate("EventField", "Required"),
        "person_name": translate("EventField", "Who is absent"),
        "person_id": translate("EventField", "Number of who is absent"),
        "deputy_name": translate("EventField", "Deputy"),
        "deputy_id": translate("EventField", "Number of the deputy"),
        "first_day": translate("EventField", "First day"),
        "last_day": translate("EventField", "Last day"),
        "role": translate("EventField", "Role"),
        "day": translate("EventField", "Day"),
        "year": translate("EventField", "Year"),
        "estimated": translate("EventField", "Estimated lunar date"),
        "source": translate("EventField", "Source"),
        "matter": translate("EventField", "What it brings"),
        "watched_folder": translate("EventField", "Folder"),
        "mailbox": translate("EventField", "Mailbox"),
        "source_date": translate("EventField", "Day of the source"),
        "petitions_moved": translate("EventField", "Petitions whose deadline moved"),
        "file": translate("EventField", "File"),
        "carried_revision_id": translate("EventField", "Carried by revision"),
        "carried_revision": translate("EventField", "Carried by revision"),
        "carried_provision": translate("EventField", "Carried by the provision"),
        "unchanged_reason": translate("EventField", "Why the text stays as it is"),
        "carried_place": translate("EventField", "From or to where"),
        "method": translate("EventField", "Way of the back-up"),
        "bytes": translate("EventField", "Size in bytes"),
        "sound": translate("EventField", "Sound"),
        "fault": translate("EventField", "Fault"),
        "sha256": translate("EventField", "Hash"),
        "service": translate("EventField", "Service"),
        "owner_name": translate("EventField", "Owner"),
        "owner_id": translate("EventField", "Owner"),
        "done_on": translate("EventField", "Done on"),
        "done_note": translate("EventField", "What came of it"),
        "petitions": translate("EventField", "Petitions"),
        "attachment_mb": translate("EventField", "Most megabytes of an attachment"),
        "texts_an_hour": translate("EventField", "Text messages of a number in an hour"),
        "texts": translate("EventField", "Further texts"),
        "comment_id": translate("EventField", "Number of the comment"),
        "instrument": translate("EventField", "Draft"),
        "instrument_id": translate("EventField", "Number of the draft"),
        "about": translate("EventField", "Subject of the catalogue"),
        "about_id": translate("EventField", "Number of the subject"),
        "file_id": translate("EventField", "Number of the file"),
        "submission_id": translate("EventField", "Number of what arrived"),
        "subject_kind": translate("EventField", "Kind of entry"),
        "other_sender": translate("EventField", "From another number or address"),
        "retention_years": translate("EventField", "Years of retention"),
        "archive_days": translate("EventField", "Days after which it is archived by itself"),
        "colleague_figures": translate("EventField", "Work of each colleague in reports"),
        "retention_basis": translate("EventField", "Basis of the retention"),
        "retention_hold": translate("EventField", "Number of the label that keeps back"),
        "years": translate("EventField", "Years of retention"),
        "basis": translate("EventField", "Basis of the retention"),
        "expected": translate("EventField", "Expected petitions"),
        "values": translate("EventField", "Masked values"),
        "files": translate("EventField", "Files"),
        "put_aside": translate("EventField", "Emptied things that were put aside"),
        "verified": translate("EventField", "Read again and checked"),
        "breaks": translate("EventField", "Places where the history does not hold"),
        "found": translate("EventField", "The places"),
        "on_behalf_of": translate("EventField", "On behalf of"),
        "on_behalf_of_id": translate("EventField", "Number of whom it is on behalf of"),
        "backup_days": translate("EventField", "Days until a back-up is old"),
        "clock_gap_days": translate("EventField", "Days until the clock is asked about"),
        "clock_day": translate("EventField", "Day that was confirmed"),
        "clock_day_before": translate("EventField", "Latest day that was seen before"),
        "clock_doubt": translate("EventField", "Why the clock was doubted"),
        "second_person": translate("EventField", "Second person"),
        "second_id": translate("EventField", "Number of the second person"),
        "registry_pattern": translate("EventField", "Pattern of registry numbers"),
        "letter_pattern": translate("EventField", "Pattern of letter numbers"),
        "letter_kind": translate("EventField", "Letter or paper"),
        "issued_number": translate("EventField", "Letter number"),
        "letter_number": translate("EventField", "Letter number"),
        "standard": translate("EventField", "The program's own words"),
        "body": translate("EventField", "Text of the letter"),
        "enclosure": translate("EventField", "Enclosure"),
        "signer": translate("EventField", "Who signs"),
        "signer_title": translate("EventField", "Office of who signs"),
        "copies": translate("EventField", "Copies to"),
        "classification": translate("EventField", "Classification"),
        "paper_size": translate("EventField", "Size of the paper"),
        "office_address": translate("EventField", "Address of the office"),
        "invocation": translate("EventField", "Line above the emblem"),
        "seal_place": translate("EventField", "The place of the seal is marked"),
        "prints_letterhead": translate("EventField", "The letterhead is printed"),
        "copy_purposes": translate("EventField", "Purposes of copies"),
        "onto": translate("EventField", "Onto"),
        "window_right": translate("EventField", "Window from the right edge (mm)"),
        "window_top": translate("EventField", "Window from the upper edge (mm)"),
        "window_width": translate("EventField", "Width of the window (mm)"),
        "window_height": translate("EventField", "Height of the window (mm)"),
        "name_persian": translate("EventField", "Name in Persian"),
        "name_english": translate("EventField", "Name in English"),
        "offered": translate("EventField", "Is offered"),
        "reason_demanded": translate("EventField", "A reason is demanded"),
        "comments": translate("EventField", "Comments"),
        "issues": translate("EventField", "Issues"),
        "provision": translate("EventField", "Provision"),
        "how": translate("EventField", "Told by"),
        "confirmed_by": translate("EventField", "Confirmed by"),
        "hidden_reason": translate("EventField", "Hidden because"),
        "second_reader": translate("EventField", "Rejections are read a second time"),
        "nobody_else": translate("EventField", "Nobody else was left to decide"),
        "bulk": translate("EventField", "Sign of the act on many"),
        "targets": translate("EventField", "Recipients"),
        "referral": translate("EventField", "Number of the referral"),
        "referral_due_on": translate("EventField", "Last day of the referral"),
        "undoes": translate("EventField", "Sign of the act on many"),
        "message_kind": translate("EventField", "Message"),
        "way": translate("EventField", "By which way"),
        "message_subject": translate("EventField", "Subject of the message"),
        "message_text": translate("EventField", "Text of the message"),
        "delivered": translate("EventField", "Arrived"),
        "failed": translate("EventField", "Did not arrive"),
        "sms_segments": translate("EventField", "Most segments of a text message"),
        "ask_after_days": translate("EventField", "Days from closing to the question"),
        "tell_from": translate("EventField", "Earlier answers are told since"),
        "answer_days": translate("EventField", "Days for an answer"),
        "sms_to": translate("EventField", "Text messages also to who came by"),
        "sender": translate("EventField", "Sender of e-mails"),
        "portal_address": translate("EventField", "Address of the packages on the portal"),
        "folder": translate("EventField", "Folder of the messages"),
        "mail_host": translate("EventField", "Mail server"),
        "mail_port": translate("EventField", "Port of the mail server"),
        "mail_security": translate("EventField", "Encryption of the mail server"),
        "mail_user": translate("EventField", "User name on the mail server"),
        "sent": translate("EventField", "Taken by the mail server"),
        "put_off": translate("EventField", "Put off"),
        "unsure": translate("EventField", "Not known whether it left"),
        "campaign": translate("EventField", "Number of the campaign group"),
    }


def _clock_doubt() -> dict[str, str]:
    return {
        "behind": translate("ClockDoubt", "it stood before the latest time seen"),
        "jump": translate("ClockDoubt", "it jumped while the program ran"),
        "gap": translate("ClockDoubt", "the latest time seen was long ago"),
    }


def _matter() -> dict[str, str]:
    return {
        "petitions": translate("Matter", "Petitions"),
        "comments": translate("Matter", "Comments on a draft"),
    }


def _letter_kind() -> dict[str, str]:
    return {
        "reply": translate("LetterKind", "Reply letter"),
        "slip": translate("LetterKind", "Receipt"),
        "referral": translate("LetterKind", "Referral sheet"),
        "dossier": translate("LetterKind", "Dossier"),
        "invitation": translate("LetterKind", "Invitation of an expert"),
        "notice": translate("LetterKind", "Notice of a consultation"),
    }


def _classification() -> dict[str, str]:
    return {
        "normal": translate("Classification", "Normal"),
        "confidential": translate("Classification", "Confidential"),
        "strictly_confidential": translate("Classification", "Strictly confidential"),
    }


def _paper_size() -> dict[str, str]:
    return {"a4": translate("PaperSize", "A4"), "a5": translate("PaperSize", "A5")}


def _message_kind() -> dict[str, str]:
    return {
        "registered": translate("MessageKind", "Registered"),
        "taken": translate("MessageKind", "Taken on"),
        "waiting": translate("MessageKind", "Waiting for the petitioner"),
        "interim": translate("MessageKind", "Interim answer"),
        "answered": translate("MessageKind", "Answer"),
        "closed": translate("MessageKind", "Closed without an answer"),
        "reopened": translate("MessageKind", "Taken up again"),
        "satisfaction": translate("MessageKind", "Question about satisfaction"),
        "commented": translate("MessageKind", "What became of a comment"),
    }


def _way() -> dict[str, str]:
    return {
        "portal": translate("Way", "Portal"),
        "sms": translate("Way", "Text message"),
        "email": translate("Way", "E-mail"),
    }


def _message_state() -> dict[str, str]:
    return {
        "waiting": translate("MessageState", "Waits to go out"),
        "cancelled": translate("MessageState", "Taken back before it went out"),
        "taken": translate("MessageState", "Going out"),
        "sent": translate("MessageState", "Went out"),
        "delivered": translate("MessageState", "Arrived"),
        "failed": translate("MessageState", "Did not arrive"),
        "retried": translate("MessageState", "Did not arrive, made again"),
    }


def _mail_security() -> dict[str, str]:
    return {
        "tls": translate("MailSecurity", "TLS from the first byte (usually port 465)"),
        "starttls": translate("MailSecurity", "STARTTLS (usually port 587)"),
    }


def _delivery() -> dict[str, str]:
    return {
        "waiting": translate("DeliveryState", "Waits to go out"),
        "handed_on": translate("DeliveryState", "Went out"),
        "confirmed": translate("DeliveryState", "Arrived"),
        "failed": translate("DeliveryState", "Did not arrive"),
        "at_portal": translate("DeliveryState", "Kept for the portal"),
        "at_counter": translate("DeliveryState", "Kept for the counter"),
        "off": translate("DeliveryState", "Not sent"),
        "nobody": translate("DeliveryState", "Nobody waits"),
    }


def _message_reason() -> dict[str, str]:
    return {
        "no_address": translate("MessageReason", "The addressee cannot be reached by this way."),
        "bad_address": translate("MessageReason", "No mail goes to this address."),
        "masked": translate("MessageReason", "The personal data of the petition was masked."),
        "unsure": translate(
            "MessageReason", "Whether it left is not known; ask the addressee before it is sent again."
        ),
    }


def _not_told() -> dict[str, str]:
    return {
        "no_contact": translate("NotTold", "left no number and no address"),
        "bad_contact": translate("NotTold", "left a number or an address that cannot be reached"),
        "not_answered": translate("NotTold", "came, or was decided, after the summing-up"),
        "off": translate("NotTold", "messages of this way are off until an administrator switches them on"),
        "same": translate("NotTold", "is told the same by another message"),
    }


def _onto() -> dict[str, str]:
    return {
        "printer": translate("Onto", "paper"),
        "file": translate("Onto", "a file"),
    }


def _hidden_reason() -> dict[str, str]:
    return {
        "insult": translate("HiddenReason", "insult"),
        "personal_data": translate("HiddenReason", "personal data"),
        "off_topic": translate("HiddenReason", "off topic"),
    }


def _written_list() -> dict[str, str]:
    return {
        "petitions": translate("List file", "Petitions"),
        "further_texts": translate("List file", "Further texts of a petition"),
        "petitioners": translate("List file", "Petitioners"),
        "experts": translate("List file", "Experts and stakeholders"),
        "instruments": translate("List file", "Drafts"),
        "comments": translate("List file", "Public comments"),
        "improvements": translate("List file", "Improvement actions"),
        "overdue": translate("List file", "Overdue petitions"),
        "annotations": translate("List file", "Annotations"),
        "annotated_revision": translate("List file", "Revision with annotations"),
        "history": translate("List file", "History"),
    }


def _about_kind() -> dict[str, str]:
    return {
        "service": translate("Catalogue", "Service"),
        "instrument": translate("Catalogue", "Document"),
        "news": translate("Catalogue", "News item"),
    }


def _how() -> dict[str, str]:
    return {
        "label": translate("Anchor", "the name that it gives"),
        "mention": translate("Anchor", "what its text names"),
        "quote": translate("Anchor", "the words that it quotes"),
        "whole": translate("Anchor", "nothing: the whole text"),
        "unsure": translate("Anchor", "unsure"),
        "person": translate("Anchor", "a reviewer"),
    }


def _scheduled_task() -> dict[str, str]:
    return {
        "intake": translate("ScheduledTask", "Intake of what is handed in"),
        "outbox": translate("ScheduledTask", "Handing on of messages"),
        "back-up": translate("ScheduledTask", "Daily back-up"),
        "monthly-report": translate("ScheduledTask", "Report of each month"),
        "seal": translate("ScheduledTask", "Seal of the history"),
    }


def _task_account() -> dict[str, str]:
    return {
        "user": translate("TaskAccount", "This user, while signed in"),
        "always": translate("TaskAccount", "This user, always"),
        "network-service": translate("TaskAccount", "Network service (NETWORK SERVICE)"),
        "system": translate("TaskAccount", "System (SYSTEM)"),
    }


def _task_state() -> dict[str, str]:
    return {
        "not_made": translate("TaskState", "Not made"),
        "waiting": translate("TaskState", "Made"),
        "running": translate("TaskState", "Runs now"),
        "done": translate("TaskState", "In order"),
        "trouble": translate("TaskState", "Trouble"),
        "missed": translate("TaskState", "Missed"),
        "off": translate("TaskState", "Switched off"),
    }


_FAMILIES: Final[dict[str, Callable[[], dict[str, str]]]] = {
    "kind": _kind,
    "hidden_reason": _hidden_reason,
    "weight_kind": _weight_kind,
    "written_list": _written_list,
    "about_kind": _about_kind,
    "anchor": _how,
    "channel": _channel,
    "set_up_task": _set_up_task,
    "status": _status,
    "outcome": _outcome,
    "urgency": _urgency,
    "purpose": _purpose,
    "beside": _beside,
    "group": _group,
    "role": _role,
    "view": _view,
    "scope": _scope,
    "order": _order,
    "instrument_kind": _instrument_kind,
    "track": _track,
    "track_rule": _track_rule,
    "instrument_status": _instrument_status,
    "thread_kind": _thread_kind,
    "thread_status": _thread_status,
    "thread_outcome": _thread_outcome,
    "placement": _placement,
    "disposition": _disposition,
    "publishing": _publishing,
    "left_out": _left_out,
    "field": _field,
    "item_type": _item_type,
    "event_action": _event_action,
    "backup_method": _backup_method,
    "letter_kind": _letter_kind,
    "classification": _classification,
    "paper_size": _paper_size,
    "clock_doubt": _clock_doubt,
    "matter": _matter,
    "onto": _onto,
    "message_kind": _message_kind,
    "way": _way,
    "message_state": _message_state,
    "delivery": _delivery,
    "message_reason": _message_reason,
    "mail_security": _mail_security,
    "not_told": _not_told,
    "event_field": _event_field,
    "scheduled_task": _scheduled_task,
    "task_account": _task_account,
    "task_state": _task_state,
}
