"""Corrected registrations and interim replies where everybody is a role of their own."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from desktop_app.errors import NotFoundError, NotPermittedError
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.lists.filters import ListFilter, Scope
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.registration.registration_correction import RegistrationCorrection
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.guarded import Department, by_sql
from tests.security.refusing import refused


def registered(department: Department, kind: Kind = Kind.REQUEST) -> int:
    clerk, rezaei = department.signed_in("rezaei")
    new = NewPetition(
        kind, Channel.LETTER, "پاسخ تلفن را نمی‌دهند.", "تلفن کتابخانه", unit_id=department.office.books.id,
        contact=Contact("علی کریمی", mobile="09121234567"),
    )  # fmt: skip
    made = clerk.register.register(rezaei, new)
    return clerk.desk.take(rezaei, made.id, 1).id


def wanted(subject: str = "تلفن نگارخانه", **other: Any) -> RegistrationCorrection:
    given: dict[str, Any] = {"kind": Kind.CRITICISM, "letter_number": "", "reason": "علت"}
    return RegistrationCorrection(subject=subject, **given | other)


def found(department: Department, query: str) -> list[int]:
    clerk, rezaei = department.signed_in("rezaei")
    rows = clerk.inbox.find(rezaei, ListFilter(scope=Scope.ANY, query=query), 10)[1]
    return [row.id for row in rows]


def test_a_clerk_corrects_and_takes_back_and_search_follows(department: Department) -> None:
    number = registered(department)
    clerk, rezaei = department.signed_in("rezaei")
    seen = clerk.desk.open(rezaei, number)
    now = clerk.registration_corrections.correct(rezaei, number, seen.version, wanted())
    assert (now.kind, now.subject, now.undoable) == (Kind.CRITICISM, "تلفن نگارخانه", True)
    assert found(department, "نگارخانه") == [number]
    assert found(department, "کتابخانه") == []
    clerk.desk.undo(rezaei, number, now.version)
    assert found(department, "کتابخانه") == [number]
    assert found(department, "09121234567") == [number]


def test_a_manager_corrects_the_name_with_it_and_a_clerk_does_not(department: Department) -> None:
    number = registered(department)
    clerk, rezaei = department.signed_in("rezaei")
    seen = clerk.desk.open(rezaei, number)
    with pytest.raises(NotPermittedError):
        clerk.registration_corrections.correct(rezaei, number, seen.version, wanted(name="علی کرمی"))
    manager, yazdi = department.signed_in("yazdi")
    seen = manager.desk.open(yazdi, number)
    now = manager.registration_corrections.correct(yazdi, number, seen.version, wanted(name="علی کرمی"))
    assert (now.petitioner_name, now.subject) == ("علی کرمی", "تلفن نگارخانه")
    assert found(department, "کرمی نگارخانه") == [number]


def test_another_unit_neither_corrects_nor_answers(department: Department) -> None:
    number = registered(department)
    other, amini = department.signed_in("amini")
    with pytest.raises(NotFoundError):
        other.registration_corrections.correct(amini, number, 2, wanted())
    with pytest.raises(NotFoundError):
        other.interim_replies.send(amini, number, 2, "پاسخ")
    with department.sql("amini") as psql:
        assert by_sql(psql, "interim_reply", number, words="پاسخ") == "not_there"
        given: dict[str, Any] = {"kind": "opinion", "subject": "x", "letter_number": None, "due_on": None}
        assert by_sql(psql, "registration_corrected", number, words="علت", **given) == "not_there"
        refused(psql, f"SELECT app.index_again({number}, '{{}}', 'x', '{{}}')")


def test_the_database_alone_counts_the_deadline_and_guards_a_complaint(department: Department) -> None:
    number = registered(department, Kind.COMPLAINT)
    with department.sql("rezaei") as psql:
        given: dict[str, Any] = {
            "kind": "opinion",
            "subject": "x",
            "letter_number": None,
            "due_on": "2031-01-01",
        }
        assert by_sql(psql, "registration_corrected", number, words=" ", **given) == "text_missing"
        assert by_sql(psql, "registration_corrected", number, words="علت", **given) == "complaint_stays"
        unknown = given | {"kind": "praise"}
        assert by_sql(psql, "registration_corrected", number, words="علت", **unknown) == "not_there_any_more"
        refused(psql, f"UPDATE petition SET kind = 'opinion' WHERE id = {number}")
        refused(psql, f"UPDATE reply SET interim = true WHERE petition_id = {number}")
    with department.sql("nouri") as psql:
        assert by_sql(psql, "registration_corrected", number, words="علت", **given) is None
    with department.owner.database.reading() as session:
        row = session.execute(text("SELECT kind, due_on FROM petition WHERE id = :id"), {"id": number}).one()
    assert tuple(row) == ("opinion", None)


def test_the_clerk_of_a_complaint_answers_it_for_now_and_takes_it_back(department: Department) -> None:
    number = registered(department, Kind.COMPLAINT)
    clerk, rezaei = department.signed_in("rezaei")
    seen = clerk.desk.open(rezaei, number)
    now = clerk.interim_replies.send(rezaei, number, seen.version, "در دست بررسی است.")
    assert now.replies[-1].interim
    back = clerk.desk.undo(rezaei, number, now.version)
    assert (back.replies, back.draft) == ((), "در دست بررسی است.")
