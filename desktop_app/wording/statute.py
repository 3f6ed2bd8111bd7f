"""Messages about actions that the law or the rules of a consultation forbid: the rule, and what to
do."""

from __future__ import annotations

from desktop_app.wording.catalogue import translate


def statute_rules() -> dict[str, str]:
    """Returns the messages by rule name, as services and database triggers use it."""
    return {
        "track_follows_kind": translate(
            "Statute", "The legal road follows from the kind of the document and is not chosen."
        ),
        "bills_are_submitted": translate(
            "Statute", "A bill or a draft for the cabinet is submitted, never promulgated by this office."
        ),
        "regulations_are_promulgated": translate(
            "Statute", "A regulation of this office is promulgated, never submitted."
        ),
        "window_is_needed": translate(
            "Statute",
            "Before that the document has to stand before the public: a revision, a place, a first and a last day.",
        ),
        "window_below_floor": translate(
            "Statute",
            "That window is too short: two full weeks before promulgation, one month before submission; the day of"
            " opening does not count.",
        ),
        "kind_stays": translate("Statute", "Kind and number of a document stay as they were registered."),
        "author_stays": translate("Statute", "The author of a document stays as registered."),
        "window_only_grows": translate(
            "Statute", "The end of a window can be moved out, never in; give a later day."
        ),
        "exposed_text_stays": translate(
            "Statute",
            "The text that stands before the public stays as it is until the end; write a working draft meanwhile.",
        ),
        "window_is_over": translate(
            "Statute", "The window is over and is not opened again; a new opening starts a full new window."
        ),
        "closure_needs_a_decision": translate(
            "Statute",
            "The last day of the window was declared closed after amending began; a manager opens it again until the"
            " first working day, or writes why it stays closed.",
        ),
        "no_closure_to_decide": translate(
            "Statute", "There is no closure of the last day on which a manager still has to decide."
        ),
        "window_begins_in_the_past": translate("Statute", "A window does not begin on a day that is over."),
        "window_ends_on_closed_day": translate(
            "Statute", "A window does not end on a day on which the office is closed."
        ),
        "reviewer_is_not_the_author": translate(
            "Statute",
            "Whoever wrote this text does not review it; a legal reviewer who wrote neither the document nor this"
            " revision does.",
        ),
        "another_reviewer_is_needed": translate(
            "Statute",
            "Whoever wrote this text does not review it, and the office has no other legal reviewer; an administrator"
            " has to give that role to somebody who did not write it.",
        ),
        "second_person_needed": translate(
            "Statute", "Whoever asked for the opening does not approve it; another manager does."
        ),
        "nobody_asked_to_open": translate(
            "Statute", "No legal reviewer has asked to open this document to the public yet."
        ),
        "window_still_open": translate(
            "Statute", "The window is still open; time alone ends it, and nothing is decided before."
        ),
        "every_comment_is_decided": translate(
            "Statute",
            "{count} comments of the public are not decided yet; each needs a decision with its reason.",
        ),
        "newer_revision_or_reason": translate(
            "Statute",
            "There is no revision after the one that the public read; add it, or write why nothing is changed.",
        ),
        "summing_up_is_needed": translate(
            "Statute",
            "The summing-up of the consultation is missing, or what it tells was changed since (a decision, a"
            " revision, an issue, a pin); freeze it.",
        ),
        "letter_is_needed": translate(
            "Statute", "This takes the number and the day of the letter, behind the end of the window."
        ),
        "letter_before_the_end": translate(
            "Statute",
            "The day of the letter lies before the end of the window; nothing goes out before that.",
        ),
        "letter_in_future": translate("Statute", "The day of the letter is still to come."),
        "code_is_taken": translate("Statute", "Another document has this number."),
        "nobody_new": translate("Statute", "Nobody of them is left to be invited, or to be taken back."),
        "ends_on_open_day": translate("Statute", "The window ends on a day on which the office is open."),
        "accepted_is_carried": translate(
            "Statute",
            "{count} accepted comments name no provision that really changed, and no reason why the text stays; give"
            " one of both.",
        ),
        "carrier_is_unchanged": translate(
            "Statute",
            "This provision is the same as in the text that the public read, or only its number or spelling differs;"
            " it carries no comment.",
        ),
        "carrier_or_reason": translate(
            "Statute", "A comment is carried by a provision, or the text stays for a reason; not both."
        ),
        "changes_are_explained": translate(
            "Statute",
            "{count} changes that no accepted comment asked for have no reason yet; each needs a sentence, which is"
            " published.",
        ),
        "objections_are_closed": translate(
            "Statute", "{count} objections of the staff are still open; close each with its outcome."
        ),
        "objections_are_over": translate(
            "Statute", "The document is finished; no objection is raised or reopened any more."
        ),
        "only_accepted_is_carried": translate(
            "Statute", "Only what was accepted, wholly or in part, is carried by a provision."
        ),
        "carried_by_a_newer_revision": translate(
            "Statute", "What the public asked for is carried by a revision behind the one that they read."
        ),
        "second_reader_is_settled": translate(
            "Statute", "Whether rejections are read a second time is settled before the window opens."
        ),
        "second_reader_is_another": translate(
            "Statute", "Whoever rejected a comment does not confirm it; that is for a second reviewer."
        ),
        "confirmation_is_of_a_rejection": translate(
            "Statute", "Only a rejection, as it stands, is confirmed."
        ),
        "comment_is_confirmed": translate("Statute", "This rejection is confirmed already."),
        "comment_is_hidden": translate("Statute", "This comment is hidden already."),
        "comment_is_not_hidden": translate("Statute", "This comment is not hidden."),
        "comment_is_decided": translate("Statute", "This comment is decided already; its decision stays."),
        "comment_is_apart": translate(
            "Statute",
            "This comment is decided apart from its group; the decision on the group leaves it out.",
        ),
        "additions_unread": translate(
            "Statute",
            "Single senders of this group wrote more than all share, and you have not seen that yet. Open the group"
            " and read what they added; then decide.",
        ),
        "groups_of_one_instrument": translate(
            "Statute", "Only two different campaign groups of one document can be joined."
        ),
        "nothing_is_published": translate(
            "Statute", "This document does not stand before the public, and never did; open a window first."
        ),
        "reason_needed": translate("Statute", "This needs a reason."),
        "full_window_again": translate("Statute", "A new opening starts a full new window."),
        "ready_is_taken_back": translate(
            "Statute", "What goes back is declared ready anew, over a new summing-up."
        ),
        "floor_only_rises": translate(
            "Statute",
            "The least length of a window is law; it can be raised, never lowered under {count} days.",
        ),
        "clock_went_back": translate(
            "Statute",
            "The clock of this PC stands before a moment that the program has seen already. Set it right; if that"
            " moment was wrong, let two people confirm the day (“Confirm the day …” over the screen, or `database"
            " clock`).",
        ),
        "clock_not_confirmed": translate(
            "Statute",
            "The clock of this PC may be wrong, so steps of the law wait. Set it right, or let two people confirm the"
            " day (“Confirm the day …” over the screen, or `database clock`).",
        ),
        "comments_are_over": translate(
            "Statute", "The document is finished; comments on it are not taken in any more."
        ),
        "draft_is_not_exposed": translate(
            "Statute", "The draft is not before the public; comments are taken in from its opening on."
        ),
        "draft_is_not_finished": translate(
            "Statute", "Commenters are told after the draft was promulgated or submitted."
        ),
        "nothing_is_summed_up": translate("Statute", "No summing-up of this draft is frozen."),
        "instrument_stays": translate("Statute", "A document is never deleted; withdraw it, with a reason."),
        "public_words_stay": translate("Statute", "What the public wrote is never altered or deleted."),
        "frozen": translate("Statute", "A frozen summing-up stays as it is; make a newer one."),
        "calendar_stays": translate("Statute", "The calendar of months is not changed."),
        "clock_only_goes_forward": translate(
            "Statute", "The program's time only goes forward, unless people take a wrong one back."
        ),
    }
