"""The rows of `python -m tools.calendar_days`, and the modules that they run."""

from __future__ import annotations

from tests.selection import clock_modules
from tools.calendar_days import ROWS, Row


def test_the_rows_have_every_pair() -> None:
    every = {
        pair
        for one in ROWS
        for other in ROWS
        for third in ROWS
        for pair in Row(one.kind, None, other.time, third.zone, one.office, other.fonts).pairs()
        | Row(one.kind, None, other.time, third.zone, other.office, third.fonts).pairs()
        | Row(one.kind, None, other.time, third.zone, third.office, one.fonts).pairs()
    }
    assert every == {pair for row in ROWS for pair in row.pairs()}


def test_a_module_that_asks_the_time_is_among_those_that_are_run() -> None:
    few, many = (set(clock_modules(departments=wide)) for wide in (False, True))
    assert (
        {"tests/ui/test_demo.py", "tests/cli/test_clock.py", "tests/security/test_threads_by_sql.py"}
        <= few
        < many
    )
    assert "tests/security/test_acts_by_sql.py" in many - few
    assert "tests/persian/test_digits.py" not in many
