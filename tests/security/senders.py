"""Petitions, further texts and comments of a planted sender."""

from __future__ import annotations

from typing import Any

import psycopg

from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.guarded import Department
from tests.security.identifiers import MOBILE, NATIONAL_ID

STAFF = ("rezaei", "nouri", "amini", "sharifi", "sadeghi", "yazdi", "admin")
CALL = NewPetition(
    Kind.REQUEST, Channel.SMS, "پروانه نشر", "پروانه", Contact("مریم کاظمی", NATIONAL_ID, MOBILE)
)


def registered(department: Department) -> tuple[int, str]:
    """A petition without a number of its own in the book unit; its id and code."""
    made = department.owner.register.register_many(department.office.pc, [CALL])[0]
    assert made is not None
    return made.id, made.tracking_code


def matched(psql: psycopg.Connection[Any], statement: str, *given: Any) -> Any:
    """Returns the first value, or `refused`."""
    try:
        found = psql.execute(statement.encode(), given).fetchone()
    except psycopg.errors.InsufficientPrivilege:
        return "refused"
    return found[0] if found is not None else None
