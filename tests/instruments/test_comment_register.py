"""Comments that somebody writes down, of a caller or a letter: on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError, RuleError
from desktop_app.instruments.comments.register import WrittenDown
from desktop_app.instruments.comments.triage_acts import Hide
from desktop_app.instruments.vocabulary import HiddenReason
from desktop_app.people.identity import Group
from desktop_app.staff.roles import Membership, Role
from tests.department import add_person
from tests.instruments.consulting import Consultation, made_history

SAID = WrittenDown(
    "مهلت را کمتر کنید.",
    "phone",
    sender="09121234567",
    group=Group.ARTIST,
    provision="ماده ۱",
    quote="سی روز",
)


@pytest.mark.usefixtures("opened")
def test_what_a_caller_says_is_kept_at_its_provision_with_who_wrote_it_down(
    consultation: Consultation,
) -> None:
    office, services = consultation.office, consultation.services
    number = services.comment_register.write_down(office.clerk, consultation.id, SAID)
    (row,) = services.comments.of_instrument(consultation.id)
    assert (row.id, row.text, row.channel, row.sender, row.group) == (
        number, SAID.text, "phone", "••••••••567", "artist",
    )  # fmt: skip
    assert services.moderation.sender(office.reviewer, number) == "09121234567"
    assert services.moderation.sender(office.reviewer, number) == "09121234567"
    assert (row.provision, row.quote, row.late, row.waits) == ("ماده ۱", "سی روز", False, True)
    assert row.received_at == consultation.clock.now()
    assert row.place is not None
    assert row.place.provision == "ماده ۱"
    event, reading = consultation.events_of("comment", number)
    assert (reading.action, reading.actor_id) == ("sender_read", office.reviewer.person_id)
    assert event.after.pop("vouched").keys() == {f"public_comment:{row.id}"}
    assert (event.action, event.actor_id, event.after) == (
        "registered", office.clerk.person_id, {"channel": "phone"},
    )  # fmt: skip
    # Neither the words nor the number of the caller stand in the history.
    assert SAID.text not in event.text


@pytest.mark.usefixtures("opened")
def test_several_comments_of_one_letter_bear_its_number(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    for text in ("موافقم.", "مخالفم."):
        of_letter = WrittenDown(text, "letter", letter_number=" ۱۲۳/۴۵ ")
        number = services.comment_register.write_down(office.clerk, consultation.id, of_letter)
    rows = services.comments.of_instrument(consultation.id)
    assert [(row.text, row.letter_number) for row in rows] == [("موافقم.", "۱۲۳/۴۵"), ("مخالفم.", "۱۲۳/۴۵")]
    (event,) = consultation.events_of("comment", number)
    assert event.after.pop("vouched")
    assert event.after == {"channel": "letter", "letter_number": "۱۲۳/۴۵"}


@pytest.mark.usefixtures("opened")
def test_the_number_of_a_letter_is_put_right_by_a_reviewer_and_the_history_keeps_both(
    consultation: Consultation,
) -> None:
    office, services = consultation.office, consultation.services
    register = services.comment_register
    of_letter = WrittenDown("موافقم.", "letter", sender="شورای کتاب", letter_number="۱۲۳/۴۵")
    number = register.write_down(office.clerk, consultation.id, of_letter)
    called = register.write_down(office.clerk, consultation.id, SAID)
    before = services.comments.one(number)
    with pytest.raises(NotPermittedError):
        register.correct_letter(office.clerk, number, before.version, "۱")
    assert register.correct_letter(office.reviewer, number, before.version, " ۱۲۳/۵۴ ")
    after = services.comments.one(number)
    assert after == replace(before, letter_number="۱۲۳/۵۴", version=before.version + 1)
    event = consultation.events_of("comment", number)[-1]
    assert (event.action, event.before, event.after) == (
        "letter_corrected", {"letter_number": "۱۲۳/۴۵"}, {"letter_number": "۱۲۳/۵۴"},
    )  # fmt: skip
    # The same again is nothing new; from what somebody saw before, nothing is written.
    assert not register.correct_letter(office.reviewer, number, after.version, "۱۲۳/۵۴")
    with pytest.raises(ConflictError):
        register.correct_letter(office.reviewer, number, before.version, "۹")
    with pytest.raises(InvalidValueError):
        register.correct_letter(office.reviewer, number, after.version, "1" * 41)
    with pytest.raises(InvalidValueError):
        register.correct_letter(office.reviewer, called, services.comments.one(called).version, "۹")
    assert len(consultation.events_of("comment", number)) == 2
    assert services.comments.one(number) == after


@pytest.mark.usefixtures("opened")
def test_what_is_hidden_or_went_out_keeps_the_number_that_it_has(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    register = services.comment_register
    numbers = [
        register.write_down(office.clerk, consultation.id, WrittenDown(text, "letter", letter_number="۱"))
        for text in ("موافقم.", "مخالفم.")
    ]
    services.triage.run(office.reviewer, consultation.id, numbers[:1], Hide(HiddenReason.OFF_TOPIC))
    for number, rule in ((numbers[0], "comment_is_hidden"), (numbers[1], "instrument_is_finished")):
        if rule == "instrument_is_finished":
            with made_history(services):
                consultation.sql("UPDATE instrument SET status = 'promulgated' WHERE id = :id")
        with pytest.raises(RuleError) as caught:
            register.correct_letter(office.reviewer, number, services.comments.one(number).version, "۲")
        assert caught.value.parameters["rule"] == rule


@pytest.mark.usefixtures("opened")
def test_two_who_say_the_same_on_one_day_are_two(
    consultation: Consultation,
) -> None:
    office, services = consultation.office, consultation.services
    said = WrittenDown("موافقم.", "phone")
    for _ in range(2):
        services.comment_register.write_down(office.clerk, consultation.id, said)
    assert len(services.comments.of_instrument(consultation.id)) == 2


@pytest.mark.usefixtures("opened")
def test_a_letter_counts_by_the_day_on_which_it_came(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    end = consultation.now.row.closes_on
    assert end is not None
    consultation.after_the_end()
    for day in (end, end + timedelta(days=1)):
        services.comment_register.write_down(
            office.clerk, consultation.id, WrittenDown("نامه", "letter", received_on=day)
        )
    assert [one.late for one in services.comments.of_instrument(consultation.id)] == [False, True]


def test_what_cannot_be_is_refused_and_nothing_is_kept(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    register = services.comment_register
    consultation.register()
    with pytest.raises(RuleError) as refusal:
        register.write_down(office.clerk, consultation.id, SAID)
    assert refusal.value.parameters["rule"] == "draft_is_not_exposed"
    consultation.ask()
    consultation.open()
    tomorrow = consultation.today + timedelta(days=1)
    for bad, field in (
        (replace(SAID, text=" \n"), "text"),
        (replace(SAID, channel="pigeon"), "channel"),
        (replace(SAID, received_on=tomorrow), "received_at"),
        (replace(SAID, sender="م" * 401), "name"),
        (replace(SAID, provision="م" * 61), "provision"),
        (replace(SAID, channel="letter", letter_number="1" * 41), "letter_number"),
        # A caller has none.
        (replace(SAID, letter_number="12"), "letter_number"),
    ):
        with pytest.raises(InvalidValueError) as error:
            register.write_down(office.clerk, consultation.id, bad)
        assert error.value.parameters["field"] == field
    only = frozenset({Membership(Role.ADMINISTRATOR, None)})
    row = add_person(services, office.administrator, "حسین مرادی", "moradi", only)
    with pytest.raises(NotPermittedError):
        register.write_down(services.accounts.actor(row.id), consultation.id, SAID)
    assert services.comments.of_instrument(consultation.id) == ()


@pytest.mark.usefixtures("ready")
def test_what_is_finished_takes_no_comment_by_hand(consultation: Consultation) -> None:
    consultation.finish()
    with pytest.raises(RuleError) as refusal:
        consultation.services.comment_register.write_down(consultation.office.clerk, consultation.id, SAID)
    assert refusal.value.parameters["rule"] == "comments_are_over"
    assert consultation.services.comments.of_instrument(consultation.id) == ()
