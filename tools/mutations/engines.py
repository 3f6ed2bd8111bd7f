"""Faults in the database, on one engine or on both, and in petitions, intake, people, staff and scheduling."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "engines",
        "desktop_app/petitions/rights/deadlines.sql",
        "tests/security/test_administration_with_roles.py",
        (
            "deadline_on_the_new_closed_day_itself_stays_on_postgresql",
            "WHERE p.is_open AND p.due_on >= first AND",
            "WHERE p.is_open AND p.due_on > first AND",
            "an_administrator_closes_a_day_and_the_deadlines_of_petitions_that_they_cannot_see_move",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/database/notifications.py",
        "tests/database/test_changes.py",
        (
            "who_lost_a_petition_hears_nothing_on_postgresql",
            'reach=_REACH.format(rows=f"{_NOW} || {_BEFORE}")',
            "reach=_REACH.format(rows=_NOW)",
            "a_change_is_told_to_those_who_see_the_petition_or_saw_it",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/staff/rights.sql",
        "tests/security/test_deputies_with_roles.py",
        (
            "deputy_for_one_role_has_them_all_on_postgresql",
            "        AND (d.role IS NULL OR d.role = r.role)\n",
            "",
            "a_deputy_of_today_is_not_yet_the_deputy_of_next_week",
        ),
        (
            "deputy_loses_the_role_a_day_early_on_postgresql",
            "d.last_day >= app.today() AND r.role = wanted",
            "d.last_day > app.today() AND r.role = wanted",
            "a_deputy_of_today_is_not_yet_the_deputy_of_next_week",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/petitions/rights/duplicates.sql",
        "tests/petitions/test_duplicates.py",
        (
            "least_alike_come_first_on_postgresql",
            "ORDER BY found.shared DESC, found.petition_id DESC LIMIT most;",
            "ORDER BY found.shared, found.petition_id DESC LIMIT most;",
            "the_most_alike_come_first_and_stay_when_only_some_are_compared[postgresql]",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/petitions/rights/messages.sql",
        "tests/petitions/test_auto_intake.py",
        (
            "own_address_in_capitals_is_another_sender_on_postgresql",
            "lower(coalesce(email, ''))))",
            "coalesce(email, '')))",
            "one_s_own_address_is_no_other_one_in_small_letters_or_capitals[postgresql]",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/database/changes.py",
        "tests/database/test_changes.py",
        (
            "a_new_deputy_hears_of_nothing_on_postgresql",
            'frozenset({"", "deputy", "person", "person_role", "unit"})',
            'frozenset({"", "person", "person_role", "unit"})',
            "a_change_is_told_to_those_who_see_the_petition_or_saw_it",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/database/collation.py",
        "tests/database/test_list_keys.py",
        (
            "persian_order_is_that_of_code_points_on_sqlite",
            "return sort_key(text, length=_LENGTH) if isinstance(text, str) else NAMELESS",
            "return text if isinstance(text, str) else NAMELESS",
            "a_row_has_the_keys_of_its_texts_from_its_first_moment_and_when_they_change[sqlite] "
            "tests/petitions/test_filters.py::test_every_field_narrows_a_list_to_what_has_it[sqlite] "
            "tests/petitions/test_filters.py::test_texts_without_a_stored_key_have_one_order_on_both_engines[sqlite]",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/staff/acts.py",
        "tests/staff/test_accounts.py",
        (
            "an_answered_referral_keeps_a_unit_on_sqlite",
            '    " AND r.acted_at IS NULL)))",\n',
            '    ")))",\n',
            "a_retired_unit_is_kept_but_not_offered[sqlite]",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/database/search.py",
        "tests/petitions/test_registration_correction.py",
        (
            "a_whole_number_finds_nothing_on_sqlite",
            "return f'({plain} OR \"{key(word)}\")' if key is not None and is_whole_number(word) else plain",
            "return plain",
            "search_finds_it_by_the_new_words_and_no_longer_by_the_former_ones[sqlite] "
            "tests/petitions/test_correction.py::test_what_was_wrong_is_put_right_in_register_petitions_and_search",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/people/petitioners.py",
        "tests/people/test_petitioners.py",
        (
            "names_are_searched_for_as_they_are_typed",
            "for part in sort_key(query).split()]",
            "for part in query.split()]",
            "a_petitioner_is_found_by_name_or_number "
            "tests/ui/test_people_screen.py::test_a_name_is_found_in_any_spelling",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/database/engine.py",
        "tests/cli/test_database.py",
        (
            "the_file_of_the_database_is_for_everybody_to_read_on_sqlite",
            "os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))",
            "os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o644))",
            "a_new_database_is_read_by_its_maker_alone",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/office/letter_acts.py",
        "tests/test_first_acts.py",
        (
            "an_act_has_no_table_in_a_fresh_process",
            "paper = named_table(table).alias()",
            "paper = Letter.metadata.tables[table].alias()",
            "an_act_can_be_the_first_one_of_a_process[sqlite] "
            "tests/test_declarations.py::test_no_module_asks_the_metadata_for_a_table_by_itself",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/petitions/lists/escalation.py",
        "tests/petitions/test_escalation.py",
        (
            "a_week_late_is_counted_with_the_month_too",
            "Slot.MONTH: (30, 8),",
            "Slot.MONTH: (30, 7),",
            "a_managers_units_and_people_stand_worst_first_and_what_waits_is_not_late",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/intake/sources/folders.py",
        "tests/intake/test_rounds_putting_away.py",
        (
            "reports_on_two_files_have_one_name",
            "for one in (candidate, *_ours(candidate))\n        ):",
            "for one in (candidate,)\n        ):",
            "a_name_in_done_is_never_written_over "
            "nothing_of_ours_is_written_over_another_file_and_names_may_be_as_long_as_they_get",
        ),
    ),
    *faults(
        "engines",
        "desktop_app/scheduling/plan.py",
        "tests/ui/test_tasks_panel.py",
        (
            "one_back_up_is_kept_unless_told",
            "    keep: int = 14\n",
            "    keep: int = 1\n",
            "a_task_is_made_by_keys_and_removed_and_made_again",
        ),
    ),
)
