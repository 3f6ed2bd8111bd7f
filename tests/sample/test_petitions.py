from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, date, timedelta
from functools import lru_cache

import pytest

from desktop_app.clock import TEHRAN
from desktop_app.people.identity import Group, valid_email, valid_mobile, valid_national_id
from desktop_app.persian.dates import start_of_day
from desktop_app.persian.text import fold, words
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Status, Urgency
from desktop_app.sample.instruments import instrument
from desktop_app.sample.moments import arrivals
from desktop_app.sample.office import STAFF, UNITS
from desktop_app.sample.people import ORGANISATIONS, organisations
from desktop_app.sample.petitions import SamplePetition, petitions
from desktop_app.wording import use_language

UNTIL = date(2026, 11, 24)
END = start_of_day(UNTIL)
_FINGERPRINT = """
import hashlib, sys
from datetime import date
from desktop_app.sample.people import ORGANISATIONS, organisations
from desktop_app.sample.petitions import petitions
made = hashlib.sha256()
for petition in petitions(300, 11, date(2026, 11, 24)):
    made.update(repr(petition).encode())
sys.stdout.write(made.hexdigest())
"""


@lru_cache(maxsize=1)
def sample() -> tuple[SamplePetition, ...]:
    return tuple(petitions(6000, 5, UNTIL))


@pytest.mark.parametrize("count", [0, 1, 37, 6000])
def test_as_many_come_as_were_asked_for(count: int) -> None:
    assert sum(1 for _ in petitions(count, 5, UNTIL)) == count
    # Of a few, a quarter came lately, so that there is work for everybody.
    assert sum(arrivals(300, UNTIL)[-30:]) >= 70


def test_the_same_seed_and_day_give_the_same_petitions_in_every_process() -> None:
    here = hashlib.sha256()
    for petition in petitions(300, 11, UNTIL):
        here.update(repr(petition).encode())
    for salt in ("0", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", _FINGERPRINT],
            env={**os.environ, "PYTHONHASHSEED": salt},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout == here.hexdigest()


def test_another_seed_gives_other_petitions() -> None:
    assert next(iter(petitions(300, 1, UNTIL))) != next(iter(petitions(300, 2, UNTIL)))


def test_they_come_in_order_within_the_two_years_before_the_day() -> None:
    moments = [petition.received_at for petition in sample()]
    assert moments == sorted(moments)
    assert END - timedelta(days=730) <= moments[0]
    assert moments[-1] < END
    assert all(moment.tzinfo is UTC for moment in moments)


def test_the_telephone_rings_in_office_hours_and_the_portal_is_open_at_night() -> None:
    hours: dict[str, Counter[int]] = {"phone": Counter(), "portal": Counter()}
    for petition in sample():
        if petition.channel in hours:
            hours[petition.channel][petition.received_at.astimezone(TEHRAN).hour] += 1
    assert set(hours["phone"]) <= set(range(7, 16))
    assert any(hours["portal"][hour] for hour in (22, 23, 0))


def test_nobody_takes_a_call_on_a_friday_and_fewer_write() -> None:
    days = Counter(petition.received_at.astimezone(TEHRAN).weekday() for petition in sample())
    called = {p.received_at.astimezone(TEHRAN).weekday() for p in sample() if p.channel == "phone"}
    assert not called & {3, 4}
    assert days[4] < days[0] / 2


def test_few_write_at_nowruz() -> None:
    def written(first: date) -> int:
        return sum(
            first <= p.received_at.astimezone(TEHRAN).date() < first + timedelta(days=13) for p in sample()
        )

    assert written(date(2026, 3, 21)) < written(date(2026, 2, 14)) / 2


def test_kinds_channels_groups_and_urgencies_are_words_of_the_desk_and_all_occur() -> None:
    assert {p.kind for p in sample()} == {kind.value for kind in Kind}
    assert {p.channel for p in sample()} == {channel.value for channel in Channel}
    assert {p.urgency for p in sample()} == {urgency.value for urgency in Urgency}
    assert {p.group for p in sample() if p.group} <= {group.value for group in Group}
    assert {p.unit_code for p in sample()} == {unit.code for unit in UNITS} | {None}


def test_codes_of_senders_pass_the_office_s_checks() -> None:
    for petition in sample()[:1500]:
        if petition.national_id:
            valid_national_id(petition.national_id)
        if petition.mobile:
            valid_mobile(petition.mobile)
        if petition.email:
            valid_email(petition.email)


def test_a_national_id_belongs_to_one_name() -> None:
    names: dict[str, set[str]] = {}
    for petition in sample():
        if petition.national_id and petition.name:
            names.setdefault(petition.national_id, set()).add(petition.name)
    assert all(len(found) == 1 for found in names.values())
    assert any(sum(p.national_id == code for p in sample()) > 1 for code in list(names)[:200])


def test_nobody_writes_about_a_draft_before_it_lies_open() -> None:
    about = [p for p in sample() if p.about_kind == "instrument"]
    assert about
    for petition in about:
        opened = instrument(petition.about).opened or 0
        assert END - petition.received_at <= timedelta(days=opened)


def test_an_organisation_is_of_the_group_of_its_kind() -> None:
    groups = {name: group for kind, group in ORGANISATIONS.items() for name in organisations(kind)}
    signed = [p for p in sample() if p.name in groups]
    assert len(signed) > 300
    assert all(p.group == groups[p.name or ""] and p.national_id is None for p in signed)


def test_external_ids_are_unique_and_letters_have_a_number() -> None:
    given = [p.external_id for p in sample() if p.external_id]
    assert len(set(given)) == len(given)
    assert all(p.letter_number for p in sample() if p.channel == "letter")


def test_no_slot_is_left_unfilled_and_subjects_fit_the_column() -> None:
    for petition in sample():
        assert not set("{}%") & set(petition.subject + petition.text)
        assert 3 <= len(petition.subject) <= 200


def test_texts_differ_and_are_of_one_to_a_dozen_sentences() -> None:
    texts = [p.text for p in sample() if p.channel != "sms" and p.repeats is None]
    lengths = sorted(len(text) for text in texts)
    assert len(set(texts)) > 0.9 * len(texts)
    assert lengths[len(lengths) // 2] > 120
    assert lengths[-1] < 1500


def test_old_keyboards_and_odd_characters_are_among_them() -> None:
    everything = "\n".join(p.text for p in sample())
    for character in ("ي", "ك", "\u200c", "\u200f", "\ufeff", "٤", "\u202e"):
        assert character in everything
    assert any("مي " in p.text for p in sample())


def test_a_petition_without_a_unit_was_routed_by_nobody() -> None:
    for petition in sample():
        if petition.unit_code is None:
            assert {step.move for step in petition.story} <= {"close"}


def test_about_four_in_a_hundred_are_unrouted_and_the_open_ones_of_them_are_recent() -> None:
    unrouted = [p for p in sample() if p.unit_code is None]
    assert 0.025 <= len(unrouted) / len(sample()) <= 0.06
    still_open = [p for p in unrouted if p.state == "registered"]
    assert still_open
    assert all(END - p.received_at < timedelta(days=52) for p in still_open)


def test_old_ones_are_resolved_and_recent_ones_mostly_open() -> None:
    old = [p for p in sample() if END - p.received_at > timedelta(days=200)]
    recent = [p for p in sample() if END - p.received_at < timedelta(days=4)]
    assert sum(p.state == "resolved" for p in old) > 0.99 * len(old)
    assert sum(p.state != "resolved" for p in recent) > 0.6 * len(recent)


def test_every_state_of_the_desk_but_the_archive_occurs() -> None:
    assert {p.state for p in sample()} == {status.value for status in Status} - {"archived"}


def test_some_open_ones_are_older_than_any_deadline() -> None:
    assert any(p.state != "resolved" and END - p.received_at > timedelta(days=50) for p in sample())


def test_a_repeat_has_the_same_sender_and_the_same_words_once_folded() -> None:
    by_number = {p.number: p for p in sample()}
    repeats = [p for p in sample() if p.repeats]
    assert repeats
    alike = 0
    for petition in repeats:
        earlier = by_number[petition.repeats or 0]
        assert earlier.received_at <= petition.received_at
        assert (earlier.name, earlier.mobile) == (petition.name, petition.mobile)
        alike += words(earlier.text) == words(petition.text)
    assert alike > 0.8 * len(repeats)


def test_a_campaign_brings_many_senders_with_one_text() -> None:
    begun = fold("ما اهالی تئاتر و شهروندان")
    senders = {p.national_id for p in sample() if begun in fold(p.text)}
    assert len(senders) > 5


def test_people_and_units_of_the_stories_exist() -> None:
    names = {person.user_name for person in STAFF} | {None}
    units = {unit.code for unit in UNITS} | {None}
    for petition in sample():
        for step in petition.story:
            assert step.by in names
            assert step.unit in units
            assert step.outcome in {None, *Outcome}
            assert step.satisfaction in {None, 1, 2, 3, 4, 5}


def test_the_language_of_the_program_does_not_change_what_citizens_write() -> None:
    texts = [made.text for made in petitions(60, 5, date(2026, 11, 24))]
    use_language("en")
    assert [made.text for made in petitions(60, 5, date(2026, 11, 24))] == texts
