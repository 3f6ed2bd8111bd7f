"""An office that asks petitioners how satisfied they are, and what comes back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event, history
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.satisfaction.model import SatisfactionQuestion
from desktop_app.petitions.satisfaction.settings import QuestionSettings
from desktop_app.petitions.vocabulary import Channel, Outcome
from tests.department import TestOffice
from tests.intake.staged import hand_in
from tests.petitions.outbox.sending import MOBILE, SENDER, by

#: Days after closing, and for an answer.
ASKED_AFTER, ANSWER_DAYS = 3, 14


def ask_from_now_on(office: TestOffice, **settings: int) -> None:
    """Switches the question on, by text message and e-mail."""
    services, administrator = office.services, office.administrator
    for way in (DeliveryMethod.SMS, DeliveryMethod.EMAIL):
        services.message_templates.change(administrator, MessageKind.SATISFACTION, way, 1, active=True)
    services.message_rules.change(administrator, MessageSettings(sender=SENDER))
    told = {"ask_after_days": ASKED_AFTER, "answer_days": ANSWER_DAYS} | settings
    services.question_rules.change(administrator, QuestionSettings(**told))


def closed(office: TestOffice, channel: Channel = Channel.SMS, **known: Any) -> int:
    """A petition that its clerk has answered; its id."""
    number = by(channel, office, **known)
    seen = office.services.desk.take(office.clerk, number, 1)
    office.services.desk.resolve(office.clerk, number, seen.version, Outcome.ANSWERED, "پاسخ")
    return number


def reopen(office: TestOffice, number: int) -> PetitionDetail:
    seen = office.services.desk.peek(office.manager, number)
    return office.services.desk.reopen(office.manager, number, seen.version, "دوباره")


def send(office: TestOffice, folder: Path, clock: FixedClock, days: int = ASKED_AFTER) -> int:
    """The round that sends messages, so many days later; returns about how many petitions it asked."""
    clock.advance(timedelta(days=days))
    return office.services.delivery.write(office.manager, folder).asked


def sent(folder: Path) -> list[dict[str, Any]]:
    """The text messages in the folder."""
    files = sorted(path for path in folder.iterdir() if path.suffix == ".jsonl" and path.name[0] != ".")
    return [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]


def text_message(
    office: TestOffice, words: str, mobile: str = MOBILE, *, at: datetime | None = None, **known: Any
) -> int:
    """A text message as an office's file brings it; returns the id of its submission."""
    payload = {"kind": "request", "text": words, "mobile": mobile}
    [made] = hand_in(
        office.services.database, {"channel": "sms", "payload": payload, "received_at": at, **known}
    )
    return made


def come(office: TestOffice, words: str, mobile: str = MOBILE, **known: Any) -> str:
    """Takes in a text message; returns what became of it: its state, and the item or the first reason."""
    number = text_message(office, words, mobile, **known)
    office.services.staging.run(office.manager)
    return became(office, number)


def became(office: TestOffice, number: int) -> str:
    with office.services.database.reading() as session:
        one = session.get_one(IntakeSubmission, number)
        return one.item_type or (json.loads(one.reason)[0]["reason"] if one.reason else one.state)


def questions(office: TestOffice) -> list[tuple[int, int | None]]:
    """The petitions that were asked about, with their answers."""
    with office.services.database.reading() as session:
        rows = session.execute(
            select(SatisfactionQuestion.petition_id, SatisfactionQuestion.mark).order_by(
                SatisfactionQuestion.asked_at, SatisfactionQuestion.petition_id
            )
        )
        return [(row[0], row[1]) for row in rows]


def mark(office: TestOffice, number: int) -> int | None:
    return office.services.desk.peek(office.manager, number).satisfaction


def past(office: TestOffice, number: int) -> tuple[Event, ...]:
    """The history of a petition."""
    with office.services.database.reading() as session:
        return history(session, "petition", number)
