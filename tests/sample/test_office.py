from __future__ import annotations

import string

from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.sample import office
from desktop_app.sample.pools import campaigns, cases


def test_every_unit_has_clerks_and_a_manager() -> None:
    for unit in office.UNITS:
        assert office.clerks(unit.code)
        assert office.manager(unit.code) not in office.clerks(unit.code)


def test_the_staff_has_every_role_and_two_legal_reviewers() -> None:
    roles = [person.role for person in office.STAFF]
    assert len(office.STAFF) >= 14
    assert roles.count("legal_reviewer") == 2
    assert roles.count("administrator") == 1
    assert set(roles) == {"clerk", "legal_reviewer", "manager", "administrator"}


def test_user_names_are_latin_and_unique() -> None:
    names = [person.user_name for person in office.STAFF]
    assert len(set(names)) == len(names)
    assert set("".join(names)) <= set(string.ascii_lowercase + ".")


def test_deadlines_name_known_kinds_and_channels_once() -> None:
    keys = [(rule.kind, rule.channel) for rule in office.DEADLINES]
    assert len(set(keys)) == len(keys)
    assert {kind for kind, _ in keys} <= {kind.value for kind in Kind}
    assert {channel for _, channel in keys if channel} <= {channel.value for channel in Channel}


def test_there_are_more_than_forty_matters_and_each_belongs_to_a_known_unit() -> None:
    units = {unit.code for unit in office.UNITS}
    subjects = [subject for case in cases() for subject in case.subjects]
    assert len(subjects) >= 100
    assert len(cases()) >= 40
    assert {case.unit for case in (*cases(), *campaigns()) if case.unit} == units
    assert {case.kind for case in cases()} == {kind.value for kind in Kind}
