"""An office that notifies petitioners of everything, by every delivery method."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from secrets import token_hex
from typing import Any

from sqlalchemy import insert, select

from desktop_app.office.message_templates import DeliveryMethod, MessageKind, ways_of
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.outbox.model import OutboxMessage
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.conftest import NOON
from tests.department import TestOffice

MOBILE = "09121234567"
EMAIL = "karimi@example.ir"
SENDER = "desk@farhang.example.ir"


def switch_on(
    office: TestOffice,
    kinds: Iterable[MessageKind] = MessageKind,
    ways: Iterable[DeliveryMethod] = DeliveryMethod,
) -> None:
    """Activates messages of these kinds for these delivery methods, and sets a sender for e-mails."""
    services, administrator = office.services, office.administrator
    for kind in kinds:
        for way in set(ways).intersection(ways_of(kind)):
            services.message_templates.change(administrator, kind, way, 1, active=True)
    services.message_rules.change(administrator, MessageSettings(sender=SENDER))


def by(channel: Channel, office: TestOffice, **known: Any) -> int:
    """Registers a petition of a channel, whose petitioner can be reached; returns its id."""
    values: dict[str, Any] = {
        "kind": Kind.REQUEST,
        "channel": channel,
        "text": "لطفاً نتیجه درخواست مجوز کتاب مرا اعلام کنید.",
        "subject": "مجوز کتاب",
        "contact": Contact(name="علی کریمی", mobile=MOBILE, email=EMAIL),
        "unit_id": office.books.id,
        "external_id": "P-1" if channel is Channel.PORTAL else None,
    } | known
    return office.services.register.register(office.clerk, NewPetition(**values)).id


def messages(office: TestOffice, *columns: Any) -> list[Any]:
    """Returns the rows of the outbox in their order: kind and state, or these columns."""
    wanted = columns or (OutboxMessage.kind, OutboxMessage.state)
    with office.services.database.reading() as session:
        return [tuple(row) for row in session.execute(select(*wanted).order_by(OutboxMessage.id))]


def put_in(
    office: TestOffice, petitions: Mapping[DeliveryMethod, int], ways: Iterable[DeliveryMethod]
) -> list[str]:
    """Messages that wait, without the acts that cause them; returns their keys."""
    rows = [
        {
            "key": token_hex(12), "petition_id": petitions[way], "kind": "registered", "way": way.value,
            "subject": "موضوع", "text": "متن", "state": "waiting", "made_at": NOON,
        }
        for way in ways
    ]  # fmt: skip
    with office.services.database.writing() as session:
        session.execute(insert(OutboxMessage), rows)
    return [str(row["key"]) for row in rows]
