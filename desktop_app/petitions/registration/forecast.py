"""What registering would do with a petition that is being typed: the unit by rule, the deadline, the text message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desktop_app.database.engine import Database
from desktop_app.office.message_templates import DeliveryMethod, MessageKind, active_templates
from desktop_app.office.settings import calendar_of, deadlines_of
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.deadlines.counting import deadline, rule_for
from desktop_app.petitions.outbox.settings import message_settings_of
from desktop_app.petitions.registration.register import NewPetition, incoming
from desktop_app.petitions.routing.applying import router_in_force
from desktop_app.staff.model import Unit


@dataclass(frozen=True, slots=True)
class Forecast:
    """`rule` and `unit` are empty where no routing rule applies; `due_on` is None without a deadline.

    `days` are those of the deadline's rule, `working` whether closed days are skipped. `texts` says whether the
    office sends the code as a text message by itself; None where it cannot be sent at all.
    """

    rule: str
    unit: str
    due_on: date | None
    days: int
    working: bool
    texts: bool | None


class Forecasts:
    """Tells what registering would do; nothing is written, and no personal data is looked up."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, petition: NewPetition) -> Forecast:
        """Returns what would become of the petition now, received today."""
        with self._database.reading() as session:
            today = tehran_day(self._database.now(session))
            found = None if petition.unit_id else router_in_force(session).first(incoming(petition))
            unit = None
            if found is not None:
                unit = session.scalar(select(Unit.name).where(Unit.id == found.then.unit_id))
            rule = rule_for(petition.kind, petition.channel, deadlines_of(session))
            due = deadline(today, rule, calendar_of(session)).day if rule is not None else None
            sms = (MessageKind.REGISTERED.value, DeliveryMethod.SMS.value)
            offered = sms in active_templates(session, (MessageKind.REGISTERED,))
            by_itself = petition.channel in message_settings_of(session).sms_to
            return Forecast(
                found.name if found is not None else "",
                unit or "",
                due,
                rule.days if rule is not None else 0,
                rule.working if rule is not None else False,
                by_itself if offered else None,
            )
