"""The portal's one question: how it stands with a petition, by code and phone; nothing else, and not often."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import text

from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from tests.department import TestOffice
from tests.guarded import Department

_ASK = "SELECT app.portal_ask(%s, %s)"
_ANSWER = "SELECT * FROM app.portal_status(%s)"


def status(portal: psycopg.Connection[Any], code: str, digits: str) -> list[Any]:
    """Asks as a portal does, in two transactions."""
    inquiry = portal.execute(_ASK, (code, digits)).fetchone()
    return portal.execute(_ANSWER, inquiry).fetchall()


@pytest.fixture
def portal(department: Department) -> Iterator[psycopg.Connection[Any]]:
    with department.sql("portal_of_the_office", "portal-words-1405") as connection:
        yield connection


def registered(office: TestOffice) -> tuple[int, str]:
    made = office.services.register.register(
        office.clerk,
        NewPetition(
            Kind.REQUEST, Channel.PORTAL, "متن نمونه", "موضوع", Contact("زهرا سعیدی", None, "09123456789"),
            unit_id=office.books.id,
        ),
    )  # fmt: skip
    return made.id, made.tracking_code


def test_state_first_and_the_answer_when_it_is_sent(
    department: Department, portal: psycopg.Connection[Any]
) -> None:
    office, desk = department.office, department.office.services.desk
    number, code = registered(office)
    spaced = " ".join((code[:4], code[4:8], code[8:]))
    (row,) = status(portal, spaced, "۶۷۸۹")
    assert (row[0], row[1], row[5]) == ("referred", None, None)
    taken = desk.take(office.clerk, number, 1)
    desk.resolve(office.clerk, number, taken.version, Outcome.ANSWERED, "پاسخ اداره")
    (row,) = status(portal, code, "09123456789")
    assert (row[0], row[1], row[5]) == ("resolved", "answered", "پاسخ اداره")


@pytest.mark.parametrize("digits", ["", "9", "789", "0000", "12345678900", "%", "' OR 1=1 --"])
def test_without_the_right_digits_there_is_nothing(
    department: Department, portal: psycopg.Connection[Any], digits: str
) -> None:
    _, code = registered(department.office)
    assert status(portal, code, digits) == []
    assert status(portal, "000000000000", "6789") == []


def test_after_five_wrong_ones_the_code_is_silent_and_others_are_not(
    department: Department, portal: psycopg.Connection[Any]
) -> None:
    _, code = registered(department.office)
    for wrong in range(5):
        assert status(portal, code, f"000{wrong}") == []
    with pytest.raises(errors.ConfigurationLimitExceeded):
        status(portal, code, "6789")
    other = department.office.services.register.register(
        department.office.clerk,
        NewPetition(Kind.REQUEST, Channel.PHONE, "دیگر", "دیگر", Contact("دیگری", None, "09120000001")),
    )
    assert len(status(portal, other.tracking_code, "0001")) == 1


def test_an_inquiry_is_answered_once_it_is_committed_and_no_second_time(
    department: Department, portal: psycopg.Connection[Any]
) -> None:
    _, code = registered(department.office)
    portal.execute("BEGIN")
    inquiry = portal.execute(_ASK, (code, "6789")).fetchone()
    with pytest.raises(errors.InvalidParameterValue):
        portal.execute(_ANSWER, inquiry)
    portal.execute("ROLLBACK")
    with pytest.raises(errors.InvalidParameterValue):
        portal.execute(_ANSWER, inquiry)
    inquiry = portal.execute(_ASK, (code, "6789")).fetchone()
    assert len(portal.execute(_ANSWER, inquiry).fetchall()) == 1
    with pytest.raises(errors.InvalidParameterValue):
        portal.execute(_ANSWER, inquiry)
    # It is not kept for another day.
    with department.owner.database.writing() as session:
        session.execute(
            text("UPDATE portal_inquiry SET found = NULL, asked_at = now() - interval '61 seconds'")
        )
    with pytest.raises(errors.InvalidParameterValue):
        portal.execute(_ANSWER, inquiry)


def test_guesses_that_are_rolled_back_or_cancelled_count(
    department: Department, portal: psycopg.Connection[Any]
) -> None:
    _, code = registered(department.office)
    portal.execute("SET statement_timeout = '100ms'")
    for wrong in range(5):
        inquiry = portal.execute(_ASK, (code, f"000{wrong}")).fetchone()
        with pytest.raises(errors.QueryCanceled):
            portal.execute(_ANSWER, inquiry)
    portal.execute("SET statement_timeout = 0")
    # The last one of them is answered: there are four others.
    portal.execute("BEGIN")
    assert portal.execute(_ANSWER, inquiry).fetchall() == []
    portal.execute("ROLLBACK")
    with pytest.raises(errors.ConfigurationLimitExceeded):
        portal.execute(_ASK, (code, "6789"))


def test_many_who_ask_at_once_get_no_more_answers(
    department: Department, portal: psycopg.Connection[Any]
) -> None:
    _, code = registered(department.office)
    others = [department.sql("portal_of_the_office", "portal-words-1405") for _ in range(7)]
    inquiries = []
    for place, other in enumerate(others):
        # Nobody waits for the open transactions of others.
        other.execute("SET lock_timeout = '1s'")
        other.execute("BEGIN")
        inquiries.append(other.execute(_ASK, (code, f"000{place}")).fetchone())
    answered = 0
    for other, inquiry in reversed(list(zip(others, inquiries, strict=True))):
        other.execute("COMMIT")
        try:
            other.execute(_ANSWER, inquiry)
            answered += 1
        except errors.ConfigurationLimitExceeded:
            pass
        other.close()
    assert answered == 5


def test_what_was_asked_nobody_reads_and_only_the_portal_asks(department: Department) -> None:
    for who, password in (("portal_of_the_office", "portal-words-1405"),):
        with department.sql(who, password) as connection, pytest.raises(errors.InsufficientPrivilege):
            connection.execute("SELECT * FROM portal_inquiry")
    for who in ("rezaei", "yazdi", "admin"):
        for act in (
            b"SELECT * FROM portal_inquiry",
            b"SELECT app.portal_ask('1', '2')",
            b"SELECT * FROM app.portal_status(1)",
        ):
            with department.sql(who) as connection, pytest.raises(errors.InsufficientPrivilege):
                connection.execute(act)


@pytest.mark.parametrize(
    ("column", "size"), [("payload", 1_000_001), ("attachments", 67_000_001)], ids=["payload", "attachments"]
)
def test_what_is_handed_in_has_a_size(portal: psycopg.Connection[Any], column: str, size: int) -> None:
    too_large = f'["{"x" * size}"]'
    insert = "INSERT INTO intake_submission (channel, payload, attachments) VALUES ('web', %s, %s)"
    given = {"payload": "{}", "attachments": "[]"}
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
        portal.execute(insert, tuple((given | {column: too_large}).values()))
    portal.execute(insert, tuple(given.values()))
