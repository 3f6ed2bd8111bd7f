"""Planted identifiers, and in which columns a login finds them."""

from __future__ import annotations

from typing import Any

import psycopg

from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.staff.roles import Membership, Role
from tests.department import add_person
from tests.guarded import Department

MOBILE = "09124567801"
NATIONAL_ID = "0499370899"
EMAIL = "maryam.kazemi@example.ir"
KNOWN = (MOBILE, NATIONAL_ID, EMAIL)
#: An administrator without another role; the first one of an office is also its manager.
ONLY_ADMINISTRATOR = "zarei"
READ = "SELECT app.read_identities(ARRAY[{}], '', 1, 'x', NULL)"


def by_text_message(department: Department) -> int:
    """A text message to the book unit, from the planted number."""
    contact = Contact("مریم کاظمی", NATIONAL_ID, MOBILE, EMAIL)
    new = NewPetition(
        Kind.REQUEST, Channel.SMS, "پروانه نشر", "پروانه", contact, unit_id=department.office.books.id
    )
    return department.owner.register.register(department.office.pc, new).id


def add_administrator(department: Department) -> None:
    role = frozenset({Membership(Role.ADMINISTRATOR, None)})
    add_person(department.owner, department.office.administrator, "ژاله زارعی", ONLY_ADMINISTRATOR, role)


def readable(psql: psycopg.Connection[Any]) -> list[tuple[str, str]]:
    """Returns the columns of text and JSON that the login may read."""
    return psql.execute(
        "SELECT c.table_name::text, c.column_name::text FROM information_schema.columns c"
        " WHERE c.table_schema = 'public' AND c.data_type IN ('text', 'character varying', 'json', 'jsonb',"
        " 'tsvector', 'bytea', 'ARRAY')"
        " AND has_column_privilege(format('public.%I', c.table_name), c.column_name, 'SELECT')"
    ).fetchall()


def found_by(psql: psycopg.Connection[Any]) -> set[str]:
    """Returns the columns in which the login finds a planted identifier."""
    found = set()
    for table, column in readable(psql):
        condition = " OR ".join(f"\"{column}\"::text LIKE '%{one}%'" for one in KNOWN)
        if psql.execute(f'SELECT 1 FROM "{table}" WHERE {condition} LIMIT 1'.encode()).fetchone():
            found.add(f"{table}.{column}")
    return found
