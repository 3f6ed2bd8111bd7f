"""A petition that is registered over a connection of the desk's own role."""

from __future__ import annotations

from desktop_app.people.petitioners import Contact
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.services import Services
from desktop_app.staff.roles import Actor

TEXT = "لطفاً نتیجه درخواست مجوز کتاب مرا اعلام کنید."


def registered(
    services: Services, actor: Actor, text: str = TEXT, kind: Kind = Kind.REQUEST, unit: int | None = None
) -> PetitionDetail:
    contact = Contact(name="علی کریمی", mobile="09121234567")
    new = NewPetition(
        kind=kind, channel=Channel.PHONE, text=text, subject="مجوز کتاب", contact=contact, unit_id=unit
    )
    return services.desk.open(actor, services.register.register(actor, new).id)
