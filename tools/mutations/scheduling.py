"""Faults in the tasks of the scheduler: quoting, accounts, missed times, and what a refusal leaves."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "scheduling",
        "desktop_app/scheduling/quoting.py",
        "tests/scheduling/test_quoting.py",
        (
            "backslash_before_a_quotation_mark_is_not_doubled",
            "found[1] * 2 + (",
            "found[1] + (",
            "a_hostile_word_is_the_same_after_the_line_of_windows",
        ),
        (
            "variable_stands_within_quotation_marks",
            'part if part in "%$" else _quoted(part) for part in parts',
            "_quoted(word) for part in parts[:1]",
            "no_variable_is_replaced_within_a_word",
        ),
        (
            "percent_is_a_specifier_of_systemd",
            '.replace("%", "%%")',
            "",
            "any_words_are_the_same_after_the_line_of_systemd",
        ),
    ),
    *faults(
        "scheduling",
        "desktop_app/scheduling/task_xml.py",
        "tests/scheduling/test_task_xml.py",
        (
            "console_of_a_signed_in_user_flashes",
            "    if task.account is Account.USER:\n        _add(run",
            "    if task.account is Account.SYSTEM:\n        _add(run",
            "the_program_gets_its_words_unchanged",
        ),
        (
            "document_has_no_byte_order_mark",
            "codecs.BOM_UTF16_LE + ",
            "",
            "the_document_has_the_elements_of_the_schema_and_no_others",
        ),
        (
            "second_run_starts_beside_the_first",
            '"IgnoreNew"',
            '"Parallel"',
            "a_second_run_is_not_started_and_a_missed_one_is_made_up_for",
        ),
    ),
    *faults(
        "scheduling",
        "desktop_app/scheduling/task.py",
        "tests/scheduling/test_task_xml.py",
        (
            "desk_program_is_called_by_a_task",
            "path.with_name(CONSOLE_PROGRAM + path.suffix)",
            "path",
            "a_task_never_calls_the_desk_program",
        ),
    ),
    *faults(
        "scheduling",
        "desktop_app/scheduling/state.py",
        "tests/scheduling/test_state.py",
        (
            "missed_time_is_forgotten",
            "return since < next_time(plan, now - GRACE) - timedelta(days=1)",
            "return since < now - timedelta(days=2)",
            "a_task_is_not_missed_within_the_hour_after_its_time",
        ),
        (
            "failed_start_is_taken_for_a_run",
            "    if failed:\n        return TaskState.TROUBLE\n",
            "",
            "what_the_scheduler_says_comes_first",
        ),
    ),
    *faults(
        "scheduling",
        "desktop_app/scheduling/runs.py",
        "tests/scheduling/test_state.py",
        (
            "killed_run_goes_on_for_ever",
            'broken=not ended and is_dead(str(document["by"]))',
            "broken=False",
            "a_killed_run_is_broken_off",
        ),
    ),
    *faults(
        "scheduling",
        "desktop_app/scheduling/systemd.py",
        "tests/cli/test_tasks.py",
        (
            "refused_change_stays_on_the_disk",
            "                _put_back(name, content)\n            raise",
            "                pass\n            raise",
            "on_linux_a_service_and_a_timer_are_made",
        ),
    ),
    *faults(
        "scheduling",
        "desktop_app/scheduling/service.py",
        "tests/cli/test_tasks.py",
        (
            "task_keeps_the_server_of_its_day",
            "if self._settings.database and self._settings.database != kept:",
            "if self._settings.database:",
            "a_task_names_the_database_only_where_the_settings_do_not",
        ),
    ),
)
