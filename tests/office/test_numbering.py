from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.database.audit import history
from desktop_app.errors import ConflictError, InvalidValueError
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
    wrong = {
        "registry_pattern": replace(saved, registry_pattern="{number}"),
        "letter_pattern": replace(saved, letter_pattern="{number}"),
    }
    for name, settings in wrong.items():
        with pytest.raises(InvalidValueError) as caught:
            service.change(office.administrator, settings)
        assert caught.value.parameters["field"] == name
    assert service.settings() == saved


def test_a_pattern_that_changes_in_mid_year_leaves_no_gap_and_gives_no_number_twice(
    office: TestOffice,
) -> None:
    service, patterns = office.services.office, ("{year}/{number}", "{number:03}-{yy}", "{year}/{number}")
    made = []
    for count, pattern in enumerate(patterns):
        seen = service.settings()
        service.change(office.administrator, replace(seen, registry_pattern=pattern), seen=seen)
        made += [office.petition(text=f"درخواست {count} {n}") for n in (1, 2)]
    shown = [office.services.desk.peek(office.clerk, one.id) for one in made]
    assert [one.registry_number for one in shown] == [1, 2, 3, 4, 5, 6]
    assert len({one.registry for one in shown}) == 6
    with office.services.database.reading() as session:
        changes = [one for one in history(session, "office", 1) if one.action == "settings_changed"]
    assert [one.after["registry_pattern"] for one in changes] == list(patterns)


def test_settings_that_somebody_changed_meanwhile_are_not_overwritten(office: TestOffice) -> None:
    service = office.services.office
    seen = service.settings()
    service.change(office.administrator, replace(seen, phone="1"), seen=seen)
    with pytest.raises(ConflictError):
        service.change(office.administrator, replace(seen, help_line="2"), seen=seen)
    assert (service.settings().phone, service.settings().help_line) == ("1", "")
