"""Faults in what makes a row that comes again the same row, and a sender the same person."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_SENDERS: Final = "tests/security/test_senders_by_sql.py"

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "identity",
        "desktop_app/intake/staging/row_staging.py",
        "tests/intake/test_rounds.py",
        (
            "row_of_another_source_is_the_same",
            "json.dumps([source_id, folded]",
            "json.dumps([folded]",
            "a_row_waits_in_quarantine_once_for_each_source[sqlite]",
        ),
        (
            "other_letters_are_another_row",
            "folded = {name: fold(cell) for name, cell in fields.items() if cell}",
            "folded = {name: cell for name, cell in fields.items() if cell}",
            "a_row_waits_in_quarantine_once_for_each_source[sqlite]",
        ),
    ),
    *faults(
        "keys",
        "desktop_app/database/rights/numbers.sql",
        _SENDERS,
        (
            "keys_of_rows_can_be_tried",
            "THEN app.new_key(purpose || told)",
            "THEN told",
            "nobody_who_reads_the_key_of_a_row_can_try_numbers[rezaei]",
        ),
    ),
    *faults(
        "keys",
        "desktop_app/people/rights.sql",
        _SENDERS,
        (
            "asking_that_is_rolled_back_counts",
            "AND a.at > since AND age(a.xmin) > 0));",
            "AND a.at > since));",
            "who_matches_numbers_has_asked_about_them_and_the_history_says_so",
        ),
    ),
    *faults(
        "keys",
        "desktop_app/intake/originals.sql",
        "tests/security/test_submissions_by_sql.py",
        (
            "reading_a_submission_that_is_rolled_back_counts",
            "AND (NOT committed OR age(e.xmin) > 0) AND item.number",
            "AND item.number",
            "what_came_in_is_masked_and_read_whole_with_an_event",
        ),
        (
            "everybody_reads_submissions",
            "o.submission_id IS NULL AND i.id = ANY (readable));",
            "o.submission_id IS NULL);",
            "a_submission_that_hides_nothing_is_given_to_whoever_may_read_it",
        ),
    ),
    *faults(
        "keys",
        "desktop_app/instruments/rights.sql",
        _SENDERS,
        (
            "reading_a_sender_that_is_rolled_back_counts",
            "AND e.at >= since AND age(e.xmin) > 0",
            "AND e.at >= since",
            "the_sender_of_a_comment_is_read_with_an_event",
        ),
    ),
    *faults(
        "keys",
        "desktop_app/database/sameness.py",
        "tests/petitions/test_register.py",
        (
            "sqlite_stores_what_can_be_tried",
            "key(kind + told) if key and told.startswith(CONTENT) else told",
            "told",
            "what_is_stored_of_a_row_s_key_cannot_be_tried[sqlite]",
        ),
    ),
    *faults(
        "identity",
        "desktop_app/database/sameness.py",
        "tests/petitions/test_register.py",
        (
            "same_id_of_another_channel_is_the_same",
            'return f"id:{channel}:{external_id}"',
            'return f"id:{external_id}"',
            "the_identity_of_a_row_is_its_channel_and_id_or_its_content_and_day",
        ),
        (
            "same_words_on_another_day_are_the_same",
            "parts = [channel, day, *content]",
            "parts = [channel, *content]",
            "the_same_words_on_another_day_are_another_petition[sqlite]",
        ),
        (
            "day_in_london",
            "day = tehran_day(received_at).isoformat() if received_at else",
            "day = received_at.date().isoformat() if received_at else",
            "the_identity_of_a_row_is_its_channel_and_id_or_its_content_and_day",
        ),
        (
            "parts_run_together",
            r'"\x1f".join(fold(part) for part in parts)',
            '"".join(fold(part) for part in parts)',
            "the_identity_of_a_row_is_its_channel_and_id_or_its_content_and_day",
        ),
    ),
    *faults(
        "identity",
        "desktop_app/petitions/registration/register.py",
        "tests/petitions/test_register.py",
        (
            "sender_makes_no_difference",
            "(*content, *sender))",
            "content)",
            "the_identity_of_a_row_is_its_channel_and_id_or_its_content_and_day",
        ),
        (
            "row_that_is_there_is_made_again",
            "if key not in known:\n                fresh.setdefault(key, petition)",
            "if key not in known:\n                fresh[key] = petition",
            "of_two_rows_with_one_identity_the_first_is_kept[sqlite]",
        ),
    ),
    *faults(
        "identity",
        "desktop_app/people/petitioners.py",
        "tests/people/test_petitioners.py",
        (
            "what_is_known_is_overwritten",
            "if not row[field] and getattr(contact, field):",
            "if getattr(contact, field):",
            "what_is_newly_known_is_added_and_nothing_is_overwritten[sqlite]",
        ),
        (
            "mobile_alone_is_enough",
            "known = self._by_mobile.get((contact.mobile, key))",
            "known = next((at for (one, _), at in self._by_mobile.items() if one == contact.mobile), None)",
            "a_petitioner_is_known_by_mobile_and_name_together[sqlite]",
        ),
        (
            "mobile_before_the_national_id",
            "        elif contact.mobile:\n",
            "        if known is None and contact.mobile:\n",
            "another_national_id_is_another_person_whatever_the_mobile[sqlite]",
        ),
    ),
)
