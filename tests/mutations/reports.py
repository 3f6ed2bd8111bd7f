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
            "stays_that_ended_later_count",
            "stay.ended is not None and period.first <= stay.ended <= period.last",
            "stay.ended is not None and period.first <= stay.ended",
            "how_long_petitions_lay_with_a_unit_is_of_those_that_left_it",
        ),
        (
            "on_its_last_day_it_is_overdue",
            "case.resolved > case.due",
            "case.resolved >= case.due",
            "lateness_is_counted_and_ranked_as_by_hand",
        ),
        (
            "on_its_last_day_it_is_late",
            "case.due < last",
            "case.due <= last",
            "the_month_is_counted_as_by_hand",
        ),
        (
            "resolved_on_the_last_day_is_open",
            "(case.resolved is None or case.resolved > last)",
            "(case.resolved is None or case.resolved >= last)",
            "open_is_what_came_before_too_and_not_what_ended_on_the_last_day",
        ),
        (
            "last_day_is_not_of_the_period",
            "if first <= case.received <= last:",
            "if first <= case.received < last:",
            "the_month_is_counted_as_by_hand",
        ),
        (
            "open_only_if_it_came_in_the_period",
            "if case.received <= last and (",
            "if first <= case.received <= last and (",
            "open_is_what_came_before_too_and_not_what_ended_on_the_last_day",
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
        (
            "second_stay_replaces_the_first",
            "stayed[stay.unit, stay.petition] += (stay.ended - stay.began).days",
            "stayed[stay.unit, stay.petition] = (stay.ended - stay.began).days",
            "how_long_petitions_lay_with_a_unit_is_of_those_that_left_it",
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
    ),
)
