"""Faults in the windows of consultations, their floors, the steps of a draft, and the rules of law."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_LIFE: Final = "tests/instruments/test_life.py"
_FOUR_EYES: Final = "tests/instruments/test_life_four_eyes.py"
_LIFE_WINDOWS: Final = "tests/instruments/test_life_windows.py"
_INSTRUMENTS: Final = "desktop_app/instruments"
_BACK: Final = "tests/instruments/test_back_to_amending.py"
_OBJECTIONS: Final = "tests/instruments/test_open_objections.py"
_CHANGES: Final = "tests/instruments/test_material_changes.py"
_MATRIX: Final = "tests/instruments/test_step_matrix.py::test_offers_and_acts_are_what_the_table_says[sqlite]"

WINDOWS: Final = (
    *faults(
        "changes",
        f"{_INSTRUMENTS}/changes/material.py",
        _CHANGES,
        (
            "renumbering_is_a_change",
            "return is_change(entry) and not number_alone and entry.part not in MARGINS",
            "return is_change(entry) and entry.part not in MARGINS",
            "numbers_and_spelling_are_counted_and_are_no_changes",
        ),
        (
            "name_of_an_unchanged_provision",
            "owner = change_of.get(index, -1 - index)",
            "owner = change_of.get(index, 0)",
            "a_name_means_one_change_or_none",
        ),
        (
            "key_without_the_new_words",
            '*old, "", *new)',
            "*old)",
            "a_reason_counts_for_the_same_words_in_a_later_revision_and_for_no_others[sqlite]",
        ),
        (
            "notes_of_an_inserted_article_apart",
            "indices += _below(entries, index)",
            "indices += []",
            "what_stands_below_an_inserted_article_is_part_of_its_change",
        ),
        (
            "a_note_that_becomes_an_article_is_renumbered",
            "        and _kinds(entry) is None\n",
            "",
            "a_provision_of_another_kind_is_a_change",
        ),
        (
            "two_changes_whose_names_look_alike",
            "while _folded(shown) in taken:",
            "while shown in found:",
            "no_two_changes_have_names_that_look_alike",
        ),
    ),
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
            f"{_LIFE_WINDOWS}::test_a_pc_clock_that_went_back_keeps_no_window_open[sqlite]",
        ),
        (
            "raised_floor_is_forgotten",
            "days=max(law.days, raised.days)",
            "days=min(law.days, raised.days)",
            "the_floor_is_raised_with_its_source_and_never_lowered[sqlite]",
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
        f"{_INSTRUMENTS}/acts/predicates.py",
        _LIFE_WINDOWS,
        (
            "window_that_ends_today_is_not_lengthened",
            "func.coalesce(item.closes_on < scope.today, false())",
            "func.coalesce(item.closes_on <= scope.today, false())",
            "a_window_whose_last_day_is_closed_on_that_day_goes_on[sqlite]",
        ),
    ),
    *faults(
        "windows",
        f"{_INSTRUMENTS}/statute/days.py",
        _LIFE,
        (
            "guard_opens_a_day_short",
            "days_later(opened_on, literal(floor.days))",
            "days_later(opened_on, literal(floor.days - 1))",
            "tests/instruments/test_windows.py::"
            "test_the_database_counts_no_opening_day_of_eleven_years_shorter_or_longer[sqlite]",
        ),
        (
            "guard_counts_the_month_a_day_short",
            "days_later(after.first_day, number - literal(1))",
            "days_later(after.first_day, number - literal(2))",
            "tests/instruments/test_windows.py::"
            "test_the_database_counts_no_opening_day_of_eleven_years_shorter_or_longer[sqlite]",
        ),
        (
            "window_opens_below_the_raised_floor",
            "    earliest = floor_in_force(track, opened_on)",
            "    earliest = floor_of_law(track, opened_on)",
            "tests/instruments/test_floors.py::"
            "test_a_raised_floor_holds_for_the_next_window_and_leaves_an_open_one_as_it_is"
            "[sqlite-licensing_directive-a-25]",
        ),
    ),
    *faults(
        "windows",
        f"{_INSTRUMENTS}/statute/rules.py",
        _LIFE_WINDOWS,
        (
            "guard_lets_a_window_shrink",
            "change.new.c.closes_on < change.old.c.closes_on),",
            "change.new.c.closes_on < change.new.c.opened_on),",
            "an_open_window_only_grows_and_its_text_stays[sqlite]",
        ),
        (
            "guard_forgets_the_raised_floor",
            'LawRule("window_below_floor", _at_opening(_below(floor_in_force)), _OPEN)',
            'LawRule("window_below_floor", _at_opening(_below(floor_of_law)), _OPEN)',
            "tests/instruments/test_floors.py::test_sql_opens_no_window_below_a_raised_floor[sqlite]",
        ),
    ),
)
GATE: Final = (
    *faults(
        "gate",
        f"{_INSTRUMENTS}/consultation/gate.py",
        _LIFE_WINDOWS,
        (
            "window_is_over_on_its_last_day",
            "and today > instrument.closes_on:",
            "and today >= instrument.closes_on:",
            "time_alone_ends_a_window_and_not_a_minute_early[sqlite]",
        ),
    ),
    *faults(
        "gate",
        f"{_INSTRUMENTS}/acts/drafts.py",
        _FOUR_EYES,
        (
            "whoever_asked_is_offered_to_open",
            'personal=(_NOBODY_ASKED, ("second_person_needed", judged(SECOND_PERSON, _OPENS))),',
            "personal=(_NOBODY_ASKED,),",
            "whoever_asked_does_not_open_though_they_manage[sqlite]",
        ),
        (
            "going_back_keeps_the_summing_up",
            '    "stale_reports": lambda scope: last_report_of(scope.item),\n',
            "",
            f"{_BACK}::test_what_goes_back_loses_what_made_it_ready_and_says_why[sqlite]",
        ),
        (
            "asked_for_twice",
            '        ("not_from_this_state", negation(nobody_asked)),\n',
            "",
            _MATRIX,
        ),
    ),
    *faults(
        "gate",
        f"{_INSTRUMENTS}/steps.py",
        _LIFE,
        (
            "manager_of_another_unit_opens",
            "_A.OPEN.value: _step({_S.LEGAL_REVIEW}, {_S.OPEN}, {Who.MANAGER}),",
            "_A.OPEN.value: _step({_S.LEGAL_REVIEW}, {_S.OPEN}, {Who.ANY_MANAGER}),",
            _MATRIX,
        ),
        (
            "draft_is_summed_up_before_its_window_is_over",
            "_A.SUM_UP.value: _step({_S.REVISING, _S.READY}, set(), {Who.REVIEWER}),",
            "_A.SUM_UP.value: _step({_S.CLOSED, _S.REVISING, _S.READY}, set(), {Who.REVIEWER}),",
            _MATRIX,
        ),
    ),
    *faults(
        "gate",
        f"{_INSTRUMENTS}/statute/outcome.py",
        _LIFE,
        (
            "summing_up_from_before_going_back_counts",
            "        report.number > instrument.c.stale_reports,\n",
            "",
            f"{_BACK}::test_the_frozen_summing_up_does_not_count_any_more_though_nothing_else_changed[sqlite]",
        ),
        (
            "every_annotation_is_an_objection",
            "thread.kind == ThreadKind.OBJECTION.value, thread.status == ThreadStatus.OPEN.value",
            "thread.status == ThreadStatus.OPEN.value",
            f"{_OBJECTIONS}::test_other_annotations_and_another_draft_s_objections_hold_nothing[sqlite-note]",
        ),
        (
            "placed_behind_the_summing_up",
            ", _places_of(own))",
            ")",
            "tests/instruments/test_comment_places.py::"
            "test_an_unsure_place_neither_blocks_the_gate_nor_opens_it"
            "_and_a_later_choice_makes_the_summing_up_stale[sqlite]",
        ),
        (
            "hidden_behind_the_summing_up",
            "coalesce(c.hidden_reason, '-')",
            "'-'",
            "tests/instruments/test_moderation.py::test_what_is_hidden_behind_the_summing_up_makes_it_stale[sqlite]",
        ),
        (
            "partly_accepted_is_not_carried",
            "_ACCEPTED: Final = tuple(one.value for one in ACCEPTING)",
            "_ACCEPTED: Final = (Disposition.ACCEPTED.value,)",
            "an_accepted_comment_names_what_carries_it_before_anything_goes_out[sqlite-partly_accepted]",
        ),
        (
            "rejection_counts_without_the_second_reader",
            "return missing | (second_reader & unconfirmed)",
            "return missing",
            "tests/instruments/test_moderation.py::test_the_database_keeps_the_second_reader_whoever_asks[sqlite]",
        ),
        (
            "exposed_revision_is_taken_for_a_newer_one",
            "newer.id > instrument.c.exposed_revision_id",
            "newer.id >= instrument.c.exposed_revision_id",
            "the_gate_counts_what_is_missing_and_opens_when_nothing_is[sqlite]",
        ),
        (
            "carried_by_any_provision",
            "not_(is_changed(comment.carried_provision, instrument.c.exposed_revision_id, last)),",
            'comment.carried_provision == "",',
            f"{_CHANGES}::test_an_unrelated_carrier_is_refused_when_typed_at_freezing_before_ready_and_at_the_end"
            "[sqlite]",
        ),
        (
            "reason_that_was_taken_away_counts",
            "        reason.id == last,\n",
            "",
            f"{_CHANGES}::test_a_reason_that_is_rewritten_or_taken_away_makes_the_summing_up_stale[sqlite]",
        ),
        (
            "comparison_under_former_pins",
            "row.old_revision_id == old, row.new_revision_id == new, row.pins == pins_between(old, new)",
            "row.old_revision_id == old, row.new_revision_id == new",
            f"{_CHANGES}::test_a_pin_makes_the_stored_comparison_one_of_the_past[sqlite]",
        ),
        (
            "summing_up_over_an_older_revision",
            "        report.revision_id == last_revision_of(instrument),\n",
            "",
            "the_gate_counts_what_is_missing_and_opens_when_nothing_is[sqlite]",
        ),
        (
            "comment_behind_the_summing_up",
            ", _decisions_of(own)",
            "",
            "one_comment_that_comes_late_still_holds_the_gate[sqlite]",
        ),
        (
            "writer_of_the_only_text_declares_it_ready",
            "            one.id == last_revision_of(instrument),\n",
            "",
            f"{_FOUR_EYES}::test_whoever_wrote_the_only_text_does_not_declare_it_ready_without_a_change[sqlite]",
        ),
    ),
    *faults(
        "gate",
        f"{_INSTRUMENTS}/statute/rules.py",
        _LIFE,
        (
            "late_comment_does_not_hold_the_end",
            '    "every_comment_is_decided", to=_READY | _FINISHED,',
            '    "every_comment_is_decided", to=_READY,',
            "one_comment_that_comes_late_still_holds_the_gate[sqlite]",
        ),
        (
            "carriers_are_not_asked_for_at_the_end",
            '    "accepted_is_carried", to=_READY | _FINISHED,',
            '    "accepted_is_carried", to=_READY,',
            f"{_CHANGES}::test_an_unrelated_carrier_is_refused_when_typed_at_freezing_before_ready_and_at_the_end"
            "[sqlite]",
        ),
        (
            "changes_that_nobody_listed_pass",
            "    lambda change: is_uncompared(change.new),\n",
            "",
            f"{_CHANGES}::test_changes_that_nobody_has_listed_yet_are_missing_in_the_checklist[sqlite]",
        ),
        (
            "open_objection_does_not_hold_the_end",
            'LawRule("objections_are_closed", to=_READY | _FINISHED,',
            'LawRule("objections_are_closed", to=_READY,',
            f"{_OBJECTIONS}::test_what_is_objected_to_while_it_is_ready_does_not_go_out[sqlite]",
        ),
        (
            "objection_is_copied_open_behind_the_end",
            'RowRule("objections_are_over", named_table("thread"), _WHENEVER,',
            'RowRule("objections_are_over", named_table("thread"), (UPDATE,),',
            f"{_OBJECTIONS}::test_behind_the_end_no_objection_is_raised_or_reopened[sqlite]",
        ),
        (
            "stale_summing_up_becomes_fresh",
            "    return or_(new.stale_reports < old.stale_reports, and_(back, kept))\n",
            "    return and_(back, kept)\n",
            f"{_BACK}::test_sql_does_not_go_back_and_keep_what_was_ready[sqlite]",
        ),
        (
            "one_person_opens",
            "or_(new.approved_by_id.is_(None), new.approved_by_id.is_not_distinct_from(new.asked_by_id))",
            "new.approved_by_id.is_(None)",
            f"{_FOUR_EYES}::test_the_author_does_not_review_and_one_alone_does_not_open[sqlite]",
        ),
    ),
)
FAULTS: Final[tuple[Fault, ...]] = (*WINDOWS, *GATE)
