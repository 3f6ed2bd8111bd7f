"""Faults in what leaves the program: files of lists, reports, papers, published pages, and commands."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "outputs",
        "desktop_app/reports/lists/table.py",
        "tests/reports/test_lists.py",
        (
            "csv_lacks_the_dates_for_calculations",
            '        with target.open("w", encoding="utf-8-sig", errors="backslashreplace", '
            'newline="") as stream:\n',
            '        columns = [one for one in columns if one.readable]\n        with target.open("w", '
            'encoding="utf-8-sig", errors="backslashreplace", newline="") as stream:\n',
            "a_list_is_printed_with_the_columns_chosen_and_the_others_stay_beside_them",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/reports/summing_up/xlsx.py",
        "tests/reports/test_summing_up_forms.py",
        (
            "change_is_not_among_the_printed_columns",
            "_PRINTED: Final = (0, 1, 8, 9, 10, 11, 12)",
            "_PRINTED: Final = (0, 1, 8, 9, 10, 11)",
            "a_spreadsheet_has_a_row_for_each_comment_and_no_formula",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/reports/spreadsheet.py",
        "tests/cli/test_report_monthly.py",
        (
            "totals_are_missing_in_csv",
            "for row in chain(section.rows, totals):",
            "for row in chain(section.rows, totals[1:]):",
            "the_figures_as_text_are_those_of_the_spreadsheet",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/reports/participation_tables.py",
        "tests/reports/test_monthly.py",
        (
            "lowest_mark_comes_first",
            "tuple(reversed(rows)),",
            "tuple(rows),",
            "each_mark_has_its_share_and_the_answers_a_rate",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/reports/first_page.py",
        "tests/reports/test_highlights.py",
        (
            "other_outcomes_count_one_twice",
            "return replace(section, rows=(*section.rows[: most - 1], others))",
            "return replace(section, rows=(*section.rows[:most], others))",
            "ten_delays_and_the_box_of_the_manager_are_on_the_first_page",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/reports/invitations.py",
        "tests/instruments/test_invitations.py",
        (
            "invitation_by_mail_looks_sent",
            '        mail["X-Unsent"] = "1"\n',
            "",
            "a_title_with_a_line_in_it_makes_no_header_of_a_mail",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/reports/publishing/pages.py",
        "tests/reports/test_publishing.py",
        (
            "every_note_is_in_the_contents_of_the_page",
            'if one.label and (one.heading or "-" not in one.anchor)]',
            "if one.label]",
            "pages_are_read_aloud_as_they_are_meant_and_obey_nothing",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/reports/threads_pdf.py",
        "tests/cli/test_annotations.py",
        (
            "printed_annotations_do_not_say_who_has_them",
            '    if row.assignee_name:\n        state.append(fill(translate("Annotation list", "With '
            '{name}"), name=row.assignee_name))\n',
            "",
            "lists_are_written_and_wrong_usage_is_told",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/cli/finding.py",
        "tests/cli/test_annotations.py",
        (
            "colleague_is_named_letter_by_letter",
            "    wanted = fold(name)\n",
            "    wanted = name\n",
            "lists_are_written_and_wrong_usage_is_told",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/cli/monthly.py",
        "tests/cli/test_report_monthly.py",
        (
            "a_period_that_begins_today_has_not_begun",
            "if not issues and period.first > services.reports.latest_day() + timedelta(days=1):",
            "if not issues and period.first > services.reports.latest_day():",
            "a_period_is_counted_from_its_first_day_on",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/cli/importing.py",
        "tests/cli/test_import.py",
        (
            "known_rows_with_other_words_leave_the_status_at_zero",
            "return 1 if total.rejected or total.refused or total.changed else 0",
            "return 1 if total.rejected or total.refused else 0",
            "known_rows_with_other_words_are_told_and_give_status_1",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/cli/lettering.py",
        "tests/cli/test_letter.py",
        (
            "a_letter_written_by_a_command_leaves_no_event",
            '        letters.note_printed(actor, found.id, kind, "file")\n',
            "",
            "each_paper_is_written_and_a_reply_goes_out_once",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/instruments/consultation/publication.py",
        "tests/instruments/test_late_closures.py",
        (
            "a_publication_tells_of_an_earlier_reopening",
            ".order_by(EventRecord.sequence.desc())",
            ".order_by(EventRecord.sequence)",
            "two_closures_one_after_the_other_open_it_twice",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/reports/comparison_docx/gaps.py",
        "tests/reports/test_comparison_docx.py",
        (
            "all_moves_of_a_redline_are_one",
            "if last is None or not _together(olds, news, last, (away, here)):",
            "if last is None:",
            "both_revisions_of_a_draft_come_back_and_moves_carry_the_same_words",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/reports/participation.py",
        "tests/petitions/test_improvements.py",
        (
            "an_action_is_late_on_its_last_day",
            "late = done is None and made.due_on is not None and made.due_on < last",
            "late = done is None and made.due_on is not None and made.due_on <= last",
            "the_monthly_report_tells_what_was_open_late_and_done",
        ),
    ),
    *faults(
        "outputs",
        "desktop_app/workbook/writing.py",
        "tests/reports/test_lists.py",
        (
            "moments_of_a_workbook_are_in_utc",
            "local = value.astimezone(TEHRAN).replace(tzinfo=None)",
            "local = value.replace(tzinfo=None)",
            "a_list_of_the_desk_is_written_to_its_end_in_its_order "
            "tests/reports/test_workbook.py::test_days_and_numbers_are_real_and_text_is_text",
        ),
    ),
)
