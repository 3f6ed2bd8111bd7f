"""Petitions of a department, and what its database refuses."""

from __future__ import annotations

import psycopg
import pytest

from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.guarded import Department


@pytest.fixture(scope="module")
def items(guarded: Department) -> dict[str, int]:
    """A petition of each unit, a complaint of the clerk's own, one that is nobody's yet."""
    office = guarded.office
    services = guarded.owner

    def made(text: str, unit: int | None, kind: Kind = Kind.REQUEST) -> int:
        contact = Contact(name="علی کریمی", mobile="09121234567", national_id="0499370899")
        new = NewPetition(kind=kind, channel=Channel.PHONE, text=text, contact=contact, unit_id=unit)
        return services.register.register(office.pc, new).id

    own = made("شکایت از نگارخانه", office.books.id, Kind.COMPLAINT)
    clerk, rezaei = guarded.signed_in("rezaei")
    clerk.desk.take(rezaei, own, clerk.desk.peek(rezaei, own).version)
    taken = made("درخواست مجوز کتاب", office.books.id)
    clerk.desk.take(rezaei, taken, clerk.desk.peek(rezaei, taken).version)
    return {
        "own_complaint": own,
        "books_taken": taken,
        "books": made("درخواست پروانه نشر", office.books.id),
        "music": made("درخواست مجوز کنسرت", office.music.id),
        "unrouted": made("پیشنهاد", None),
    }


def refused(connection: psycopg.Connection[object], statement: str) -> str:
    """What the database says to a statement that it has to refuse, also at the end of the transaction."""
    with pytest.raises(psycopg.Error) as caught, connection.transaction():
        connection.execute(statement.encode())
    # For want of a right, by a constraint or by a guard; not for a slip in the statement.
    assert (caught.value.sqlstate or "").startswith(("42501", "23", "22", "P0001", "2BP01")), caught.value
    return str(caught.value)
