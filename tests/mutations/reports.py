"""Faults in what the reports count."""

from __future__ import annotations

from typing import Final

from tests.mutations.fault import Fault, faults

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "counting",
        "desktop_app/reports/monthly.py",
        "tests/reports/test_monthly.py",
        (
            "lateness_of_the_open_only",
            "return (self.late + self.overdue) / self.of",
            "return self.late / self.of",
            "lateness_is_counted_and_ranked_as_by_hand",
        ),
        (
            "percentile_rounds_to_the_nearest",
            "ceil(number * 9 / 10)",
            "round(number * 9 / 10)",
            "median_and_ninetieth_percentile",
        ),
        (
            "median_of_an_even_number_is_the_upper_one",
            "(_ranked(counts, (number + 1) // 2) + _ranked(counts, number // 2 + 1)) / 2",
            "float(_ranked(counts, number // 2 + 1))",
            "median_and_ninetieth_percentile",
        ),
    ),
    *faults(
        "counting",
        "desktop_app/reports/period.py",
        "tests/reports/test_period.py",
        (
            "period_before_is_a_day_short",
            "return Period(end - timedelta(days=self.days - 1), end, PeriodKind.RANGE)",
            "return Period(end - timedelta(days=self.days - 2), end, PeriodKind.RANGE)",
            "what_is_typed_is_a_period_with_its_neighbours",
        ),
    ),
    *faults(
        "counting",
        "desktop_app/reports/figure_queries.py",
        "tests/reports/test_counting.py",
        (
            "late_on_its_last_day_in_sql",
            "func.count().filter(Petition.due_on < self.period.last)",
            "func.count().filter(Petition.due_on <= self.period.last)",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
        (
            "stays_that_ended_later_count",
            ".where(during(stays.c.ended, first, last))",
            ".where(stays.c.ended >= start_of_day(first))",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
        (
            "second_stay_replaces_the_first",
            "func.sum(_DAYS_STAYED)",
            "func.max(_DAYS_STAYED)",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
        (
            "resolved_later_is_not_open",
            "later = (Petition.resolved_at.is_(None), Petition.resolved_at >= end)",
            "later = (Petition.resolved_at.is_(None),)",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
        (
            "last_day_is_not_of_the_period",
            "during(Petition.received_at, self.period.first, self.period.last)",
            "during(Petition.received_at, self.period.first, self.period.last - timedelta(days=1))",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
        (
            "open_only_if_it_came_in_the_period",
            ".where(*self.along, Petition.received_at < end)",
            ".where(*self.along, during(Petition.received_at, self.period.first, self.period.last))",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
    ),
    *faults(
        "counting",
        "desktop_app/petitions/lists/conditions.py",
        "tests/reports/test_counting.py",
        (
            "on_its_last_day_it_is_overdue",
            "day_number(Petition.resolved_at) > date_number(Petition.due_on)",
            "day_number(Petition.resolved_at) >= date_number(Petition.due_on)",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
    ),
    *faults(
        "issuing",
        "desktop_app/office/number_expressions.py",
        "tests/security/test_letters_with_roles.py",
        (
            "letter_bears_a_number_of_another_year",
            "not_(func.coalesce(this_year, false())), ",
            "",
            "the_rules_of_letters_hold_for_whoever_calls_them",
        ),
    ),
    *faults(
        "issuing",
        "desktop_app/reports/acts.py",
        "tests/security/test_issued_reports_with_roles.py",
        (
            "manager_of_a_unit_issues_for_the_office",
            "return or_(covers(scope, Role.MANAGER, of), administers)",
            "return or_(has_role(scope, Role.MANAGER), administers)",
            "a_unit_s_manager_issues_what_is_of_the_unit",
        ),
        (
            "older_edition_is_corrected",
            "later.scope_key == former.scope_key, later.edition > former.edition",
            "later.scope_key == former.scope_key, later.edition > former.edition + 9",
            "only_managers_issue_and_only_the_latest_edition_is_corrected",
        ),
    ),
    *faults(
        "redline",
        "desktop_app/reports/redline/writing.py",
        "tests/reports/test_redline.py",
        (
            "last_insertion_touches_the_next_paragraph",
            "        if joined:\n",
            "        if not joined:\n",
            "libreoffice_gives_text_tables_and_numbers_of_both_documents",
        ),
        (
            "changed_columns_are_not_counted",
            "            self._recast[old.table] = None\n",
            "            self._recast.pop(old.table, None)\n",
            "changed_columns_are_told",
        ),
    ),
    *faults(
        "redline",
        "desktop_app/reports/redline/rows.py",
        "tests/reports/test_redline.py",
        (
            "deleted_row_stays_as_an_empty_one",
            '    _mark_row(row, signer.element("del", concern))\n',
            "",
            "a_row_is_tracked_as_a_row_and_a_word_of_a_cell_as_a_word",
        ),
    ),
    *faults(
        "redline",
        "desktop_app/reports/redline/package.py",
        "tests/reports/test_redline.py",
        (
            "attached_template_stays",
            '_DROPPED: Final = _MACROS | {"attachedTemplate", "origin", "signature"}',
            '_DROPPED: Final = _MACROS | {"origin", "signature"}',
            "macros_and_what_may_bring_them_are_left_out",
        ),
    ),
    *faults(
        "redline",
        "desktop_app/reports/redline/accepting.py",
        "tests/reports/test_redline.py",
        (
            "deleted_marks_of_the_source_are_forgotten",
            "            _join(paragraph)\n",
            "            pass\n",
            "changes_that_the_file_already_tracked_are_accepted_first_and_that_is_told",
        ),
    ),
)
