from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import InvalidValueError
from desktop_app.office.numbering import DEFAULT_PATTERN, valid_pattern, written
from desktop_app.office.settings import OfficeSettings
from tests.department import TestOffice


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        (DEFAULT_PATTERN, "1405/123"),
        ("{year}/{number:05}", "1405/00123"),
        ("م-{yy}-{number}", "م-05-123"),
        (" {number:03}.{year} ", "123.1405"),
    ],
)
def test_a_number_is_written_by_the_pattern(pattern: str, shown: str) -> None:
    assert written(valid_pattern(pattern), 1405, 123) == shown


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("  ", "empty"),
        ("x" * 41, "too_long"),
        ("{number}", "pattern_form"),
        ("{year}", "pattern_form"),
        ("{year}{number}", "pattern_form"),
        ("{year}/{year}/{number}", "pattern_form"),
        ("{year}/1{number}", "pattern_form"),
        ("{year}/{number}}", "pattern_form"),
        ("{year}/{month}", "unknown_place"),
        ("{year}/{number:5000}", "unknown_place"),
        ("{year.real}/{number}", "unknown_place"),
        ("{year}/\u202e{number}", "control_characters"),
    ],
)
def test_a_pattern_that_would_mix_numbers_up_is_refused(pattern: str, reason: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        valid_pattern(pattern)
    assert caught.value.parameters["reason"] == reason


@given(
    st.sampled_from(["{year}/{number}", "{yy}-{number:04}", "{number:02}/{year}"]),
    st.lists(st.tuples(st.integers(1390, 1450), st.integers(1, 99_999)), min_size=2, max_size=2, unique=True),
)
def test_two_numbers_never_look_alike(pattern: str, pair: list[tuple[int, int]]) -> None:
    (year, number), (other_year, other) = pair
    assert written(pattern, year, number) != written(pattern, other_year, other)


def test_the_office_s_pattern_is_kept_and_shown_with_the_petition(office: TestOffice) -> None:
    service, desk = office.services.office, office.services.desk
    petition = office.petition()
    assert petition.registry == "1405/1"
    saved = service.change(
        office.administrator, replace(OfficeSettings(), registry_pattern=" م/{year}/{number:05} ")
    )
    assert saved.registry_pattern == "م/{year}/{number:05}"
    shown = desk.peek(office.clerk, petition.id)
    assert (shown.registry, shown.registry_number) == ("م/1405/00001", 1)
    with pytest.raises(InvalidValueError):
        service.change(office.administrator, replace(OfficeSettings(), registry_pattern="{number}"))
    assert service.settings() == saved
