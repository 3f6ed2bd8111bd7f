"""What is handed in for the staging table, and what became of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select

from desktop_app.database.engine import Database
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.petitions.model import Petition
from tests.department import TestOffice

GOOD: dict[str, Any] = {"kind": "request", "text": "متن درخواست نمونه", "name": "علی کریمی"}


def hand_in(database: Database, *rows: dict[str, Any]) -> list[int]:
    """As the portal writes it."""
    made = []
    with database.writing() as session:
        for row in rows:
            values = {"channel": "portal", "payload": GOOD, **row}
            made.append(
                session.scalar(insert(IntakeSubmission).values(**values).returning(IntakeSubmission.id))
            )
    return [int(number or 0) for number in made]


def states(office: TestOffice) -> list[str]:
    with office.services.database.reading() as session:
        return list(session.scalars(select(IntakeSubmission.state).order_by(IntakeSubmission.id)))


def petitions(office: TestOffice) -> list[Any]:
    with office.services.database.reading() as session:
        return list(session.scalars(select(Petition).order_by(Petition.id)))


def run(office: TestOffice) -> tuple[int, int, int, int]:
    taken = office.services.staging.run(office.manager)
    return taken.petitions, taken.comments, taken.already_present, taken.quarantined


class Killed(BaseException):
    """As if the process had ended there."""
