"""Planted faults of the staff: recovery codes of one PC."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import faults

_TESTS: Final = "tests/staff/test_recovery.py"

FAULTS: Final = (
    *faults(
        "recovery",
        "desktop_app/staff/recovery_codes.py",
        _TESTS,
        (
            "wrong_codes_cost_no_waiting",
            "if tries < FREE_TRIES or last is None:",
            "if True:",
            "wrong_codes_are_events_and_make_the_next_try_wait[sqlite]",
        ),
        (
            "clock_that_went_back_shortens_the_wait",
            "max(timedelta(0), now - last)",
            "abs(now - last)",
            "waiting_grows_and_a_clock_that_goes_back_shortens_nothing",
        ),
        (
            "small_letters_are_no_code",
            "latin_digits(typed).upper()",
            "latin_digits(typed)",
            "a_code_is_read_as_people_type_it",
        ),
    ),
    *faults(
        "recovery",
        "desktop_app/staff/recovery.py",
        _TESTS,
        (
            "wrong_code_leaves_no_event",
            "for one in codes:\n                item = Item(one.person_id, given=",
            "for one in codes[:0]:\n                item = Item(one.person_id, given=",
            "wrong_codes_are_events_and_make_the_next_try_wait[sqlite]",
        ),
        (
            "code_of_who_administers_no_more_counts",
            "RecoveryCode.ended_at.is_(None), Person.active, administers)",
            "RecoveryCode.ended_at.is_(None), Person.active)",
            "only_an_administrator_has_a_code_and_only_as_long_as_they_are_one[sqlite]",
        ),
    ),
    *faults(
        "recovery",
        "desktop_app/staff/recovery_acts.py",
        _TESTS,
        (
            "used_code_counts_on",
            "    steps=(_ends(USED),),\n",
            "",
            "where_there_is_a_second_person_they_confirm_the_account[sqlite]",
        ),
        (
            "second_person_is_passed_over",
            '        "opened_at": opened_by(now, this),\n',
            "",
            "where_there_is_a_second_person_they_confirm_the_account[sqlite]",
        ),
    ),
    *faults(
        "recovery",
        "desktop_app/database/recovery_guard.py",
        _TESTS,
        (
            "tries_are_taken_back",
            "NEW.failed_tries = OLD.failed_tries + 1",
            "1",
            "the_file_takes_nothing_else[fewer_tries-sqlite]",
        ),
    ),
)
