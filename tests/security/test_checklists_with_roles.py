"""Checklists where everybody is a role of their own: no login answers past a point, or keeps a list."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.errors import NotFoundError, NotPermittedError, RuleError
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from tests.guarded import Department, by_sql
from tests.security.refusing import refused

POINT = "احراز هویت متقاضی"


def taken(department: Department) -> int:
    clerk, rezaei = department.signed_in("rezaei")
    books = department.office.books.id
    made = clerk.register.register(rezaei, NewPetition(Kind.REQUEST, Channel.PHONE, "متن", unit_id=books))
    return clerk.desk.take(rezaei, made.id, 1).id


def point(department: Department) -> int:
    administrator, admin = department.signed_in("admin")
    return administrator.checklists.add(admin, kind=Kind.REQUEST, title=POINT, required=True).id


def test_a_clerk_ticks_and_answers(department: Department) -> None:
    one, number = point(department), taken(department)
    clerk, rezaei = department.signed_in("rezaei")
    seen = clerk.desk.open(rezaei, number)
    with pytest.raises(RuleError, match="point_missing") as caught:
        clerk.desk.resolve(rezaei, number, seen.version, Outcome.ANSWERED, "پاسخ")
    assert caught.value.parameters["point"] == POINT
    now = clerk.checklists.tick(rezaei, number, one)
    assert [tick.ticked_by for tick in clerk.checklists.of(rezaei, number)] == [rezaei.name]
    assert clerk.desk.resolve(rezaei, number, now.version, Outcome.ANSWERED, "پاسخ").outcome == "answered"


def test_another_unit_sees_no_ticks_and_makes_none(department: Department) -> None:
    one, number = point(department), taken(department)
    other, amini = department.signed_in("amini")
    with pytest.raises(NotFoundError):
        other.checklists.tick(amini, number, one)
    with pytest.raises(NotFoundError):
        other.checklists.of(amini, number)
    clerk, rezaei = department.signed_in("rezaei")
    clerk.checklists.tick(rezaei, number, one)
    with department.sql("amini") as psql:
        assert psql.execute("SELECT * FROM petition_tick").fetchall() == []
        assert by_sql(psql, "unticked", number, point_id=one) == "not_there"


def test_sql_neither_answers_past_a_point_nor_keeps_a_list(department: Department) -> None:
    one, number = point(department), taken(department)
    clerk, rezaei = department.signed_in("rezaei")
    with pytest.raises(NotPermittedError):
        clerk.checklists.add(rezaei, kind=Kind.REQUEST, title="دیگر", required=True)
    with department.sql("rezaei") as psql:
        given: dict[str, Any] = {"outcome": "answered", "satisfaction": None, "reason": ""}
        assert by_sql(psql, "resolve", number, words="پاسخ", **given) == "point_missing"
        closing: dict[str, Any] = {"outcome": "inadmissible", "satisfaction": None, "duplicate_of_id": None}
        assert by_sql(psql, "close", number, words="علت", **closing) == "point_missing"
        changed: dict[str, Any] = {"title": "الف", "required": False, "active": False}
        refusal = by_sql(psql, "check_point_changed", one, item_type="check_point", **changed)
        assert refusal == "not_your_role"
        for statement in (
            f"UPDATE check_point SET required = false WHERE id = {one}",
            f"INSERT INTO petition_tick VALUES ({number}, {one}, app.me(), now())",
            "DELETE FROM check_point",
            "DELETE FROM petition_tick",
        ):
            refused(psql, statement)
