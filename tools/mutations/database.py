"""Faults in the chain of events and in what verifies it."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_CLOCK: Final = "tests/instruments/test_clock_of_one_pc.py"
_CLOCK_MARK: Final = "tests/instruments/test_clock_of_one_pc_mark.py"

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "chain",
        "desktop_app/database/chain.py",
        "tests/database/test_chain.py",
        (
            "actor_is_not_in_the_hash",
            "str(sequence), at, actor, action, content))",
            'str(sequence), at, "", action, content))',
            "each_field_of_an_event_is_in_its_hash",
        ),
        (
            "words_are_not_in_the_hash",
            "_digest((CONTENT_MARK, actor_name, before, after, text))",
            "_digest((CONTENT_MARK, actor_name, before, after))",
            "each_part_of_the_content_is_in_its_hash",
        ),
        (
            "parts_without_their_lengths",
            'return "".join([f"{len(part)}:{part}," for part in parts])',
            'return "".join([f"{part}," for part in parts])',
            "a_comma_in_a_part_is_no_end_of_it",
        ),
        (
            "block_without_the_block_before",
            "return _digest((BLOCK_MARK, previous, str(number), rows))",
            "return _digest((BLOCK_MARK, str(number), rows))",
            "each_part_of_a_block_is_in_its_digest",
        ),
    ),
    *faults(
        "chain",
        "desktop_app/database/chain_guard.py",
        "tests/database/test_event_chain.py",
        (
            "postgresql_lets_a_place_be_skipped",
            "IF NEW.sequence IS DISTINCT FROM coalesce(last_sequence, 0) + 1 THEN",
            "IF NEW.sequence <= coalesce(last_sequence, 0) THEN",
            "an_event_out_of_its_place_is_refused[postgresql-7]",
        ),
        (
            "sqlite_lets_a_place_be_skipped",
            "NEW.sequence IS NOT 1 + coalesce(",
            "NEW.sequence <= coalesce(",
            "an_event_out_of_its_place_is_refused[sqlite-2]",
        ),
        (
            "sqlite_replaces_an_event",
            '        " OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)"\n',
            "",
            "sqlite_replaces_no_event_by_another",
        ),
        (
            "masking_changes_the_frame",
            '_FRAME: Final = tuple(field for field in _FIELDS if field not in {"before", "after", "text"})',
            '_FRAME: Final = tuple(field for field in _FIELDS if field not in {"before", "after", "text", "at"})',
            "tests/petitions/test_retention.py::test_values_are_changed_by_a_masking_and_by_nothing_else[sqlite]",
        ),
    ),
    *faults(
        "chain",
        "desktop_app/database/recorded_rows.py",
        "tests/database/test_verification.py",
        (
            "row_written_past_the_acts_is_not_noticed",
            "if row[name] != _read(table.c[name].type, value):",
            "if row[name] == _read(table.c[name].type, value):",
            "a_row_that_was_written_past_the_acts_is_named",
        ),
        (
            "missing_last_events_are_not_noticed",
            "one.columns.update(name for name, told in act.told.items() if told == ItemColumn(name))",
            "one.columns.update(())",
            "the_end_of_a_thread_s_history_is_missed_too[sqlite]",
        ),
    ),
    *faults(
        "chain",
        "desktop_app/database/verification.py",
        "tests/database/test_verification.py",
        (
            "masked_values_may_be_anything",
            "if self._others.get(sequence) != self._masked.get(sequence)",
            "if sequence not in self._masked",
            "what_was_masked_stays_as_the_masking_left_it",
        ),
    ),
    *faults(
        "chain",
        "desktop_app/database/verification.py",
        "tests/database/test_seals.py",
        (
            "seal_that_does_not_fit_is_a_reason_to_read_less",
            "max((one.last_event for one in against if one.fault is None), default=0)",
            "max((one.last_event for one in against), default=0)",
            "a_seal_that_does_not_fit_is_no_reason_to_read_less",
        ),
    ),
    *faults(
        "chain",
        "desktop_app/database/seals.py",
        "tests/database/test_seals.py",
        (
            "shorter_history_fits",
            "elif newest < seal.head.last_event:",
            "elif newest < 0:",
            "a_forged_history_with_all_hashes_made_again_does_not_fit",
        ),
        (
            "seal_with_any_valid_signature_counts",
            "            document.require(custodian)\n",
            "            document.require(document.key)\n",
            "keys_files_and_folders_that_prove_nothing_are_told",
        ),
    ),
    *faults(
        "chain",
        "desktop_app/database/vouched.py",
        "tests/database/test_vouched_rows.py",
        (
            "digest_of_a_row_without_its_name",
            "parts = [_written(row[name]) for name in self.columns]",
            "parts = [_written(row[name]) for name in self.columns[1:]]",
            "the_digest_of_a_row_is_the_same_in_sql_and_here",
        ),
    ),
    *faults(
        "chain",
        "desktop_app/database/recorded_rows.py",
        "tests/database/test_vouched_rows.py",
        (
            "row_that_is_gone_fits",
            "if any(found.get(name) != digest for name, digest in one.vouched.items()):",
            "if any(found.get(name, digest) != digest for name, digest in one.vouched.items()):",
            "a_row_that_is_gone_is_named",
        ),
        (
            "what_is_taken_back_stays_vouched_for",
            "for name, digest in (undone.pop() if undone else {}).items():",
            "for name, digest in {}.items():",
            "what_is_taken_back_is_vouched_for_as_before",
        ),
    ),
    *faults(
        "chain",
        "desktop_app/database/stored_bytes.py",
        "tests/database/test_vouched_rows.py",
        (
            "missing_bytes_fit",
            "if size and not masked:",
            "if masked:",
            "bytes_that_were_changed_are_named",
        ),
    ),
    *faults(
        "clock",
        "desktop_app/database/clock_watch.py",
        _CLOCK,
        (
            "jump_back_is_no_jump",
            "if abs(reading.now - due) > TOLERANCE:",
            "if reading.now - due > TOLERANCE:",
            "a_jump_while_the_program_runs_is_noticed_in_both_directions",
        ),
        (
            "start_looks_at_no_gap",
            "if began.now - mark.at > longest_gap:",
            "if False:",
            "after_a_holiday_of_ten_days_one_question_is_asked_and_then_it_goes_on",
        ),
        (
            "jump_is_forgotten_at_the_next_start",
            "if mark.doubted:",
            "if False:",
            "a_jump_that_was_seen_is_not_forgotten_by_a_new_start",
        ),
        (
            "wrong_beginning_stays_the_measure",
            "                self._began = reading\n            if reading.now",
            "                pass\n            if reading.now",
            "thirty_days_ahead_then_corrected_loses_not_a_day",
        ),
        (
            "other_program_hears_nothing",
            "if self._settled_by not in (None, mark.event_id):",
            "if False:",
            "another_program_on_the_same_file_hears_what_was_confirmed",
        ),
    ),
    *faults(
        "clock",
        "desktop_app/database/statute_guard.py",
        _CLOCK_MARK,
        (
            "old_event_takes_the_mark_back_again",
            "event.id > change.old.c.event_id,",
            "event.id > 0,",
            "a_mark_taken_back_goes_forward_again_and_back_only_by_another_event",
        ),
        (
            "own_signature_is_a_second_one",
            "        second.actor_id != event.actor_id,\n",
            "",
            "an_event_of_one_person_alone_does_not_set_the_mark_back",
        ),
        (
            "mark_is_replaced",
            "return select(ClockMark.id).exists()",
            "return false()",
            "raw_sql_does_not_set_the_mark_back",
        ),
    ),
    *faults(
        "clock",
        "desktop_app/database/clock_mark.py",
        _CLOCK_MARK,
        (
            "verification_misses_a_mark_behind_the_history",
            "return (mark.at, latest) if mark.at < latest - TOLERANCE else None",
            "return None",
            "verification_tells_of_a_mark_that_went_back_without_an_event",
        ),
    ),
    *faults(
        "clock",
        "desktop_app/office/clock_acts.py",
        "tests/instruments/test_clock_of_one_pc_confirmed.py",
        (
            "one_person_is_enough",
            'return and_(_somebody_else(scope), not_(_second(scope, "id").exists()))',
            'return and_(_somebody_else(scope), scope.given("second_id") == 0)',
            "nobody_confirms_alone_while_there_is_somebody_else",
        ),
        (
            "one_time_password_signs",
            "        person.must_change_password.is_(False),\n",
            "",
            "an_account_signs_nothing",
        ),
        (
            "mark_goes_back_without_a_reason",
            "CLOCK_TAKEN_BACK: Final = _clock_act(TAKEN_BACK, lambda _scope: always())",
            "CLOCK_TAKEN_BACK: Final = _clock_act(TAKEN_BACK, lambda scope: not_(_somebody_else(scope)))",
            f"{_CLOCK_MARK}::test_a_mark_that_was_set_wrongly_is_taken_back_by_two_people_with_a_reason",
        ),
    ),
    *faults(
        "clock",
        "desktop_app/office/clock.py",
        _CLOCK,
        (
            "doubted_time_is_kept",
            "if database.is_sqlite and clock_doubt(session, database) is None:",
            "if database.is_sqlite:",
            "thirty_days_ahead_then_corrected_loses_not_a_day",
        ),
        (
            "gap_of_the_office_is_not_asked",
            "days = settings_of(session).clock_gap_days",
            "days = 7",
            "the_office_sets_the_gap",
        ),
    ),
    *faults(
        "clock",
        "desktop_app/instruments/consultation/legal_day.py",
        _CLOCK,
        (
            "step_of_the_law_with_a_doubted_clock",
            "if clock_doubt(session, database) is not None:",
            "if False:",
            "an_open_window_is_not_ended_by_a_clock_that_is_thirty_days_ahead",
        ),
    ),
    *faults(
        "chain",
        "desktop_app/database/own_catalogue.py",
        "tests/database/test_own_catalogue.py",
        (
            "altered_part_is_not_named",
            "elif found[part] != due[part]:",
            "elif False:",
            "each_change_is_named",
        ),
    ),
)
