from __future__ import annotations

from random import Random

import pytest

from desktop_app.people.identity import Group, valid_email, valid_mobile, valid_national_id
from desktop_app.sample import people


def test_national_ids_pass_the_office_s_own_check() -> None:
    for number in (0, 1, 17, 4_999_999, people.PEOPLE):
        made = people.national_id(number)
        assert valid_national_id(made) == made


def test_national_ids_begin_with_a_prefix_that_nobody_was_given() -> None:
    assert all(people.national_id(number).startswith("99") for number in range(0, 100_000, 977))


def test_people_of_different_numbers_have_different_codes() -> None:
    ids = {people.national_id(number) for number in range(50_000)}
    mobiles = {people.mobile(number) for number in range(50_000)}
    assert len(ids) == len(mobiles) == 50_000


@pytest.mark.parametrize(("body", "digit"), [("049937089", 9), ("079041990", 4), ("008457594", 8)])
def test_the_check_digit_follows_the_registry_s_rule(body: str, digit: int) -> None:
    assert people.check_digit(body) == digit
    assert valid_national_id(f"{body}{digit}")


def test_a_person_has_a_mobile_and_an_address_that_reach_nobody() -> None:
    made = people.numbered_person(17, Random(4))
    assert valid_mobile(made.mobile) == made.mobile
    assert made.mobile.startswith("0970")
    assert valid_email(made.email).rpartition("@")[2].startswith("example.")


def test_names_are_many_and_none_is_given_twice() -> None:
    women, men = people.first_names()
    assert len(people.family_names()) >= 150
    assert len(women) >= 40
    assert len(men) >= 40
    assert not set(women) & set(men)


def test_a_woman_bears_a_woman_s_name() -> None:
    women, men = people.first_names()
    rng = Random(9)
    for made in (people.numbered_person(rng.randrange(people.PEOPLE), rng) for _ in range(200)):
        first = made.name.split(" ")[0]
        assert first in (women if made.woman else men)


def test_every_kind_of_organisation_has_names_and_groups_are_those_of_the_office() -> None:
    for kind in people.ORGANISATIONS:
        assert len(people.organisations(kind)) >= 6
    assert set(people.GROUPS) <= {group.value for group in Group}
