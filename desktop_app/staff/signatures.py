"""The personal signature: a few lines below a person's name, in replies and letters that they draft."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError, NotPermittedError
from desktop_app.staff.model import Person, PersonalSignature
from desktop_app.staff.roles import Actor, Role

LONGEST: Final = 300
MOST_LINES: Final = 4


class Signatures:
    """Reads and stores the signature of the acting person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, actor: Actor) -> str:
        """Returns the lines below the name; empty where the person wrote none."""
        with self._database.reading() as session:
            return _lines(session, actor.person_id)

    def below_name(self, actor: Actor) -> str:
        """Returns the name of the person with the lines below it, as the variable of a saved reply."""
        with self._database.reading() as session:
            return signature_of(session, actor.person_id) or actor.name

    @once
    def write(self, actor: Actor, text: str) -> str:
        """Stores the lines, or removes them where the text is empty; returns the former ones.

        Raises `InvalidValueError` (`too_long`, `too_many_lines`), `NotPermittedError` without an account.
        """
        lines = [" ".join(line.split()) for line in text.strip().splitlines()]
        text = "\n".join(lines)
        if len(text) > LONGEST:
            raise InvalidValueError(field="signature", reason="too_long", value="")
        if len(lines) > MOST_LINES:
            raise InvalidValueError(field="signature", reason="too_many_lines", value=MOST_LINES)
        if actor.person_id is None:
            raise NotPermittedError(act="keep_signature", who_may=Role.CLERK.value)
        with self._database.writing() as session:
            row = session.get(PersonalSignature, actor.person_id)
            if row is None:
                row = PersonalSignature(person_id=actor.person_id, text="")
                session.add(row)
            before, row.text = row.text, text
            return before


def signature_of(session: Session, person_id: int | None) -> str:
    """Returns a person's name with the lines below it; empty where they wrote none."""
    row = session.execute(
        select(Person.full_name, PersonalSignature.text)
        .join(PersonalSignature, PersonalSignature.person_id == Person.id)
        .where(Person.id == person_id, PersonalSignature.text != "")
    ).one_or_none()
    return f"{row.full_name}\n{row.text}" if row is not None else ""


def _lines(session: Session, person_id: int | None) -> str:
    if person_id is None:
        return ""
    return (
        session.scalar(select(PersonalSignature.text).where(PersonalSignature.person_id == person_id)) or ""
    )
