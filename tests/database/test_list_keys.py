"""The keys of subjects and senders that stand in the row: whoever writes it, they are those of what it says."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event, select, text
from sqlalchemy.dialects import sqlite

from desktop_app.database.collation import kept_order, persian_order
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.lists.filters import Grouping, ListFilter, Order, Scope
from desktop_app.petitions.lists.ordering import in_order
from desktop_app.petitions.model import NO_DEADLINE, Petition
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.staff.roles import pc_user
from tests.department import TestOffice


def registered(office: TestOffice) -> list[int]:
    made = [
        NewPetition(
            Kind.REQUEST, Channel.PHONE, "متن", subject, contact=Contact(name=name, mobile="09120000001")
        )
        for subject, name in (("نمایش «شب»", "ژاله"), ("", ""), ("كتاب ۱۲", "آرش"), ("أمر", "يحيی"))
    ]
    return [office.services.register.register(office.clerk, one).id for one in made]


def keys_that_are_others(office: TestOffice) -> list[int]:
    """Petitions whose kept keys are not those that their texts have."""
    wrong = (kept_order(Petition.subject) != persian_order(Petition.subject)) | (
        kept_order(Petition.petitioner_name) != persian_order(Petition.petitioner_name)
    )
    with office.services.database.reading() as session:
        return list(session.scalars(select(Petition.id).where(wrong)))


def test_a_row_has_the_keys_of_its_texts_from_its_first_moment_and_when_they_change(
    office: TestOffice,
) -> None:
    first, *_, last = registered(office)
    assert keys_that_are_others(office) == []
    with office.services.database.writing() as session:
        petition = session.get_one(Petition, first)
        petition.subject = "آغاز"
        session.flush()
        session.execute(text("UPDATE petition SET petitioner_name = 'آبان' WHERE id = :id"), {"id": last})
        session.execute(text("UPDATE petition SET urgency = 'urgent'"))
    assert keys_that_are_others(office) == []
    wanted = ListFilter(scope=Scope.ANY, order=Order.SUBJECT)
    assert office.services.inbox.first(office.clerk, wanted)[0].id == first
    assert office.services.inbox.first(office.clerk, ListFilter(order=Order.SENDER))[0].id == last


def test_a_list_by_subject_or_sender_is_read_off_an_index(sqlite_office: TestOffice) -> None:
    registered(sqlite_office)
    with sqlite_office.services.database.reading() as session:
        for order, index in ((Order.SUBJECT, "subject_key"), (Order.SENDER, "petitioner_name_key")):
            wanted = ListFilter(scope=Scope.ANY, order=order)
            statement = in_order(select(Petition.id), wanted, NO_DEADLINE).compile(dialect=sqlite.dialect())
            plan = session.execute(text(f"EXPLAIN QUERY PLAN {statement}")).all()
            told = " ".join(str(row[3]) for row in plan)
            assert f"USING COVERING INDEX ix_petition_{index}" in told
            assert "TEMP B-TREE" not in told


def test_views_and_headings_by_petitioner_are_read_off_an_index(sqlite_office: TestOffice) -> None:
    registered(sqlite_office)
    inbox, everybody_s = sqlite_office.services.inbox, pc_user("من")
    database, asked = sqlite_office.services.database, list[tuple[str, Any]]()

    def told(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(database.engine, "before_cursor_execute", told)
    inbox.counts(everybody_s)
    inbox.counts_of(everybody_s, [ListFilter(unit_id=sqlite_office.books.id, kind="complaint")])
    inbox.outline(everybody_s, ListFilter(scope=Scope.ANY, order=Order.NEWEST, grouping=Grouping.SENDER))
    event.remove(database.engine, "before_cursor_execute", told)
    found = [one for one in asked if "FROM petition" in one[0]]
    indexes = ("open_counted", "open_counted", "petitioner_name_key_headed")
    with database.reading() as session:
        for (statement, parameters), index in zip(found, indexes, strict=True):
            plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            assert f"USING COVERING INDEX ix_petition_{index}" in " ".join(str(row[3]) for row in plan)
