"""What the registration form says before a call is registered, and the text message with the code."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.office.settings import AnswerDeadline
from desktop_app.people.petitioners import Contact
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.outbox.model import OutboxMessage
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.routing.rules import Conditions, Consequence
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.conftest import NOON
from tests.department import TestOffice
from tests.petitions.outbox.sending import messages

CALL = NewPetition(
    Kind.COMPLAINT, Channel.PHONE, "مجوز کنسرت چه شد؟", contact=Contact("علی", mobile="09121234567")
)


def switch_on(office: TestOffice) -> None:
    office.services.message_templates.change(
        office.administrator, MessageKind.REGISTERED, DeliveryMethod.SMS, 1, active=True
    )


def test_it_is_what_registering_does(office: TestOffice) -> None:
    services = office.services
    assert services.forecasts.of(CALL).due_on is None
    services.office.set_deadlines(office.administrator, (AnswerDeadline("complaint", None, 5, False),))
    row = services.routing_rules.add(
        office.administrator, "کنسرت", Conditions(words=("کنسرت",)), Consequence(office.music.id)
    )
    services.routing_rules.switch(office.administrator, row.id, row.version, on=True)
    found = services.forecasts.of(CALL)
    assert (found.rule, found.unit) == ("کنسرت", office.music.name)
    assert (found.due_on, found.days, found.working) == (tehran_day(NOON) + timedelta(days=5), 5, False)
    made = services.desk.peek(office.clerk, services.register.register(office.clerk, CALL).id)
    assert (made.unit_id, made.due_on) == (office.music.id, found.due_on)
    # A chosen unit is kept, whatever the rules say.
    assert services.forecasts.of(replace(CALL, unit_id=office.books.id)).rule == ""


@pytest.mark.parametrize(("wish", "texted"), [(None, False), (True, True), (False, False)])
def test_the_code_is_texted_to_a_caller_as_the_clerk_wishes(
    office: TestOffice, wish: bool | None, texted: bool
) -> None:
    switch_on(office)
    assert office.services.forecasts.of(CALL).texts is False
    made = office.services.register.register(office.clerk, replace(CALL, texts_code=wish))
    found = messages(office, OutboxMessage.petition_id, OutboxMessage.kind, OutboxMessage.way)
    assert [tuple(row) for row in found] == ([(made.id, "registered", "sms")] if texted else [])


def test_where_text_messages_are_off_there_is_no_choice(office: TestOffice) -> None:
    assert office.services.forecasts.of(CALL).texts is None
    office.services.register.register(office.clerk, replace(CALL, texts_code=True))
    assert messages(office, OutboxMessage.id) == []
