"""Faults in closures that are entered when a window is over."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_INSTRUMENTS: Final = "desktop_app/instruments"
_LATE: Final = "tests/instruments/test_late_closures.py"
_LATE_ASKED: Final = "tests/instruments/test_late_closures_asked.py"

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "late_closures",
        f"{_INSTRUMENTS}/statute/late_closures.py",
        _LATE_ASKED,
        (
            "window_is_opened_again_without_a_closure",
            "return and_(is_open, is_undecided(change.old), to_its_end)",
            "return and_(is_open, to_its_end)",
            f"{_LATE}::test_by_sql_a_window_is_opened_again_for_its_closure_and_to_its_day_alone[sqlite]",
        ),
        (
            "window_is_opened_again_for_any_time",
            "return and_(is_open, is_undecided(change.old), to_its_end)",
            "return and_(is_open, is_undecided(change.old))",
            f"{_LATE}::test_by_sql_a_window_is_opened_again_for_its_closure_and_to_its_day_alone[postgresql]",
        ),
        (
            "decision_is_written_over",
            "not_asked = or_(not_(ends_on_closure(change.new)), _has_reason(change.old))",
            "not_asked = not_(ends_on_closure(change.new))",
            "a_reason_to_leave_it_closed_is_published_and_stands_in_the_history[sqlite]",
        ),
        (
            "reason_is_taken_for_another_last_day",
            'return case((differs(change, "closes_on"), _has_reason(change.new)), else_=other_reason)',
            'return case((differs(change, "closes_on"), _has_reason(change.new) & other_reason), else_=other_reason)',
            "a_new_window_begins_without_the_reason_of_the_old_one[sqlite]",
        ),
        (
            "window_is_opened_again_against_the_decision",
            "return and_(is_open, is_undecided(change.old), to_its_end)",
            "return and_(is_open, ends_on_closure(change.old), to_its_end)",
            "by_sql_a_reason_that_a_manager_gave_is_not_cleared_nor_the_window_opened_again[sqlite-revising]",
        ),
        (
            "reason_of_a_decision_is_cleared",
            'other_reason = and_(differs(change, "closure_reason"), not_asked)',
            'other_reason = and_(differs(change, "closure_reason"), not_asked, _has_reason(change.new))',
            "by_sql_a_reason_that_a_manager_gave_is_not_cleared_nor_the_window_opened_again[postgresql-ready]",
        ),
    ),
    *faults(
        "late_closures",
        f"{_INSTRUMENTS}/consultation/late_closures.py",
        "tests/instruments/test_clock_of_one_pc.py",
        (
            "closure_waits_for_a_doubted_clock",
            "if any(map(calendar.is_closed, ",
            "if any(map(bool, ",
            "closures_that_move_no_window_are_entered_with_a_clock_that_nobody_confirmed",
        ),
    ),
    *faults(
        "late_closures",
        f"{_INSTRUMENTS}/statute/days.py",
        _LATE,
        (
            "window_is_opened_again_for_the_rest_of_today",
            "return next_open_day(days_later(today, literal(1)))",
            "return next_open_day(days_later(today, literal(0)))",
            "the_day_after_a_closure_is_counted_alike_from_1404_to_1410[sqlite]",
        ),
    ),
    *faults(
        "late_closures",
        f"{_INSTRUMENTS}/statute/rules.py",
        _LATE_ASKED,
        (
            "what_is_ready_goes_out_without_the_decision",
            '"closure_needs_a_decision", late_closures.undecided, _READY | _FINISHED,',
            '"closure_needs_a_decision", late_closures.undecided, _READY,',
            "what_is_ready_does_not_go_out_before_the_decision[sqlite-opened_again]",
        ),
        (
            "window_is_moved_to_a_closed_day",
            '    LawRule("window_ends_on_closed_day", late_closures.moved_to_closed_day),\n',
            "",
            f"{_LATE}::test_by_sql_no_window_is_moved_to_a_closed_day[sqlite]",
        ),
        (
            "amending_goes_back_without_a_further_day",
            "goes_on = or_(new.closes_on > old.closes_on, _comes_to(change, _OPEN))",
            "goes_on = new.closes_on > old.closes_on",
            "without_a_closure_nobody_is_asked_and_nothing_is_opened[sqlite]",
        ),
    ),
    *faults(
        "late_closures",
        f"{_INSTRUMENTS}/statute/outcome.py",
        _LATE_ASKED,
        (
            "summing_up_without_the_decision_counts",
            "window = _window_of(instrument.c.closes_on, instrument.c.closure_reason)",
            "window = _window_of(instrument.c.closes_on, instrument.c.withdrawn_reason)",
            "a_reason_to_leave_it_closed_is_published_and_stands_in_the_history[sqlite]",
        ),
    ),
    *faults(
        "late_closures",
        f"{_INSTRUMENTS}/consultation/publication.py",
        _LATE,
        (
            "reopening_of_an_earlier_window_is_published",
            "tehran_day(found.at) <= instrument.opened_on:",
            "tehran_day(found.at) < instrument.opened_on:",
            "a_full_new_window_says_nothing_of_an_earlier_reopening[sqlite]",
        ),
    ),
    *faults(
        "late_closures",
        "desktop_app/petitions/deadlines/closures.py",
        _LATE_ASKED,
        (
            "manager_is_asked_for_another_day",
            "if one.effect is not WindowEffect.ASKED or one.before == day)",
            "if one.effect is not WindowEffect.ASKED or one.before)",
            "the_gate_asks_a_manager_when_amending_has_begun[sqlite]",
        ),
    ),
    *faults(
        "late_closures",
        "desktop_app/reports/bell.py",
        _LATE,
        (
            "bell_calls_though_the_new_end_is_published",
            'later.action.in_(("moved", "package_made")),',
            'later.action.in_(("moved",)),',
            "the_bell_calls_until_the_new_end_is_published[sqlite]",
        ),
    ),
)
