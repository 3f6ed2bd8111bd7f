"""Faults in the windows of consultations, their floors, and the gate; in the program and in the statute guard."""

from __future__ import annotations

from typing import Final

from tests.mutations.fault import Fault, faults

_LIFE: Final = "tests/instruments/test_life.py"
_INSTRUMENTS: Final = "desktop_app/instruments"
_GUARD: Final = "desktop_app/database/statute_guard.py"

WINDOWS: Final = (
    *faults(
        "windows",
        f"{_INSTRUMENTS}/consultation/windows.py",
        "tests/instruments/test_windows.py",
        (
            "only_one_closed_day_is_passed_over",
            "while (reason := calendar.reason_closed(day)) is not None:",
            "if (reason := calendar.reason_closed(day)) is not None:",
            "an_end_on_a_closed_day_moves_to_the_next_open_one_and_says_over_which",
        ),
        (
            "track_a_lasts_a_day_less",
            "Track.A: Floor(14)",
            "Track.A: Floor(13)",
            "tests/instruments/test_floors.py::test_the_law_s_own_floor_holds_until_somebody_raises_it[sqlite]",
        ),
        (
            "track_b_without_its_month",
            "Track.B: Floor(30, month=True)",
            "Track.B: Floor(30)",
            "a_month_is_the_longer_of_thirty_days_and_the_jalali_month",
        ),
        (
            "opening_day_counts",
            "by_days = opened_on + timedelta(days=floor.days)",
            "by_days = opened_on + timedelta(days=floor.days - 1)",
            "the_opening_day_does_not_count",
        ),
    ),
    *faults(
        "windows",
        f"{_INSTRUMENTS}/consultation/legal_day.py",
        "tests/instruments/test_floors.py",
        (
            "clock_that_went_back_is_believed",
            "if database.is_sqlite and is_behind(session, now):",
            "if not database.is_sqlite and is_behind(session, now):",
            f"{_LIFE}::test_a_pc_clock_that_went_back_keeps_no_window_open[sqlite]",
        ),
        (
            "raised_floor_is_forgotten",
            "days=max(law.days, raised.days)",
            "days=min(law.days, raised.days)",
            "a_raised_floor_holds_for_the_next_window_and_leaves_an_open_one_as_it_is[sqlite-licensing_directive-a-25]",
        ),
    ),
    *faults(
        "windows",
        f"{_INSTRUMENTS}/consultation/floors.py",
        "tests/instruments/test_floors.py",
        (
            "floor_sinks_by_a_day",
            "if not floor.days <= days <= LONGEST_WINDOW:",
            "if not floor.days - 1 <= days <= LONGEST_WINDOW:",
            "what_a_floor_would_be_is_refused_where_it_could_not_be_raised[sqlite]",
        ),
    ),
    *faults(
        "windows",
        f"{_INSTRUMENTS}/consultation/life_cycle.py",
        _LIFE,
        (
            "window_that_ends_today_is_not_lengthened",
            "Instrument.closes_on >= today).with_for_update()",
            "Instrument.closes_on > today).with_for_update()",
            "a_window_whose_last_day_is_closed_on_that_day_goes_on[sqlite]",
        ),
    ),
    *faults(
        "windows",
        _GUARD,
        _LIFE,
        (
            "guard_lets_a_window_shrink",
            '("UPDATE", f"{stays} AND NEW.closes_on < OLD.closes_on", "window_only_grows"),',
            '("UPDATE", f"{stays} AND NEW.closes_on < NEW.opened_on", "window_only_grows"),',
            "an_open_window_only_grows_and_its_text_stays[sqlite]",
        ),
        (
            "guard_of_sqlite_opens_a_day_short",
            "date(NEW.opened_on, '+14 days')",
            "date(NEW.opened_on, '+13 days')",
            "tests/instruments/test_windows.py::"
            "test_the_database_counts_no_opening_day_of_eleven_years_shorter_or_longer[sqlite]",
        ),
        (
            "guard_of_postgresql_opens_a_day_short",
            "THEN opened + 14 ELSE",
            "THEN opened + 13 ELSE",
            "tests/instruments/test_windows.py::"
            "test_the_database_counts_no_opening_day_of_eleven_years_shorter_or_longer[postgresql]",
        ),
        (
            "guard_forgets_the_raised_floor",
            "f\"{to('open')} AND NEW.closes_on < {in_force}\"",
            "f\"{to('open')} AND NEW.closes_on < {law}\"",
            "tests/instruments/test_floors.py::test_sql_opens_no_window_below_a_raised_floor[sqlite]",
        ),
    ),
)

GATE: Final = (
    *faults(
        "gate",
        f"{_INSTRUMENTS}/consultation/gate.py",
        _LIFE,
        (
            "whoever_asked_is_offered_to_open",
            "and manages\n        and not own_request",
            "and manages",
            "whoever_asked_does_not_open_though_they_manage[sqlite]",
        ),
        (
            "placed_behind_the_summing_up",
            "later | PublicComment.id.in_(placed_later)",
            "later",
            "tests/instruments/test_comment_places.py::"
            "test_an_unsure_place_neither_blocks_the_gate_nor_opens_it"
            "_and_a_later_choice_makes_the_summing_up_stale[sqlite]",
        ),
        (
            "hidden_behind_the_summing_up",
            "            | (PublicComment.hidden_at > report.made_at)\n",
            "",
            "tests/instruments/test_moderation.py::test_what_is_hidden_behind_the_summing_up_makes_it_stale[sqlite]",
        ),
        (
            "partly_accepted_is_not_carried",
            "_ACCEPTED: Final = (Disposition.ACCEPTED.value, Disposition.PARTLY_ACCEPTED.value)",
            "_ACCEPTED: Final = (Disposition.ACCEPTED.value,)",
            "an_accepted_comment_names_what_carries_it_before_anything_goes_out[sqlite-partly_accepted]",
        ),
        (
            "window_is_over_on_its_last_day",
            "and today > instrument.closes_on:",
            "and today >= instrument.closes_on:",
            "time_alone_ends_a_window_and_not_a_minute_early[sqlite]",
        ),
        (
            "rejection_counts_without_the_second_reader",
            "return missing | unconfirmed if second_reader else missing",
            "return missing",
            "tests/instruments/test_moderation.py::test_a_rejection_counts_when_a_second_person_has_read_it[sqlite]",
        ),
        (
            "exposed_revision_is_taken_for_a_newer_one",
            "Revision.id > (instrument.exposed_revision_id or 0)",
            "Revision.id >= (instrument.exposed_revision_id or 0)",
            "the_gate_counts_what_is_missing_and_opens_when_nothing_is[sqlite]",
        ),
        (
            "carried_without_a_provision",
            'PublicComment.carried_revision_id.is_(None) | (PublicComment.carried_provision == ""),',
            "PublicComment.carried_revision_id.is_(None),",
            "an_accepted_comment_names_what_carries_it_before_anything_goes_out[sqlite-accepted]",
        ),
        (
            "summing_up_over_an_older_revision",
            "holds = report is not None and report.revision_id == last",
            "holds = report is not None",
            "the_gate_counts_what_is_missing_and_opens_when_nothing_is[sqlite]",
        ),
        (
            "comment_behind_the_summing_up",
            "            | (PublicComment.taken_in_at > report.made_at)\n",
            "",
            "one_comment_that_comes_late_still_holds_the_gate[sqlite]",
        ),
        (
            "late_comment_does_not_hold_the_end",
            '                GatePoint("every_comment_is_decided", undecided == 0, undecided),\n'
            '                GatePoint("accepted_is_carried"',
            '                GatePoint("accepted_is_carried"',
            "one_comment_that_comes_late_still_holds_the_gate[sqlite]",
        ),
    ),
    *faults(
        "gate",
        f"{_INSTRUMENTS}/consultation/separation_of_duties.py",
        _LIFE,
        (
            "writer_of_the_only_text_declares_it_ready",
            "or_(Revision.id > (instrument.exposed_revision_id or 0), Revision.id == last),",
            "Revision.id > (instrument.exposed_revision_id or 0),",
            "whoever_wrote_the_only_text_does_not_declare_it_ready_without_a_change[sqlite]",
        ),
    ),
    *faults(
        "gate",
        _GUARD,
        _LIFE,
        (
            "guard_forgets_what_is_carried",
            " AND (c.carried_revision_id IS NULL OR c.carried_provision = ''))",
            " AND c.carried_revision_id IS NULL)",
            f"{_LIFE}::test_an_accepted_comment_names_what_carries_it_before_anything_goes_out[sqlite-accepted]",
        ),
        (
            "guard_forgets_the_second_reader",
            "c.disposition = 'rejected' AND c.confirmed_by_id IS NULL",
            "c.disposition = 'rejected' AND c.decided_by_id IS NULL",
            "tests/instruments/test_moderation.py::test_the_database_keeps_the_second_reader_whoever_asks[sqlite]",
        ),
        (
            "guard_lets_one_person_open",
            "NEW.approved_by_id IS NULL OR NEW.approved_by_id {same} NEW.asked_by_id",
            "NEW.approved_by_id IS NULL",
            "the_author_does_not_review_and_one_alone_does_not_open[sqlite]",
        ),
    ),
)

FAULTS: Final[tuple[Fault, ...]] = (*WINDOWS, *GATE)
