"""The report of a bug tells where it happened, and no word of a citizen."""

from __future__ import annotations

import pytest

from desktop_app.crash_report import report_of
from desktop_app.errors import BusyError

WORDS = "متن شهروند 0012345679"


def caught(bug: BaseException) -> BaseException:
    try:
        raise bug
    except BaseException as error:
        return error


def test_a_report_has_the_number_the_place_and_the_kind_but_no_value() -> None:
    report = report_of("123456", caught(ValueError(f"invalid literal: {WORDS}")), "Qt 6")
    assert "incident 123456" in report
    assert "Qt 6" in report
    assert "tests/test_crash_report.py" in report
    assert " caught" in report
    assert "builtins.ValueError: (left out)" in report
    assert "0012345679" not in report
    assert "شهروند" not in report


def test_what_lies_behind_is_told_as_well() -> None:
    try:
        try:
            raise KeyError(WORDS)
        except KeyError as error:
            raise RuntimeError(WORDS) from error
    except RuntimeError as error:
        report = report_of("1", error)
    assert report.index("RuntimeError") < report.index("because of") < report.index("KeyError")
    assert "شهروند" not in report


@pytest.mark.parametrize("loops", [False, True])
def test_an_expected_error_tells_its_parameters_and_a_circle_ends(loops: bool) -> None:
    error = caught(BusyError(where="office.db"))
    if loops:
        error.__cause__ = ValueError(WORDS)
        error.__cause__.__cause__ = error
    report = report_of("1", error)
    assert "BusyError: busy {'where': 'office.db'}" in report
    assert "شهروند" not in report
