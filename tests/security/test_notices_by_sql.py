"""Notices where everybody is a role of their own: no login makes a notice ordinary, or answers it, past the rules."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop_app.office.settings import IdentityRule
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.guarded import Department, act_by_sql, by_sql
from tests.petitions.test_notices import ID, MOBILE
from tests.security.refusing import refused

WORDS = "صدای کنسرت شبانه همسایه‌ها را آزار می‌دهد."


def _notice(department: Department, **contact: str) -> int:
    office = department.office
    office.services.office.set_identity_rules(
        office.administrator, (IdentityRule("complaint", None, ("name", "national_id")),)
    )
    new = NewPetition(
        Kind.COMPLAINT, Channel.LETTER, WORDS, contact=Contact(**contact), unit_id=office.books.id
    )
    made = office.services.register.register(office.clerk, new)
    assert made.notice
    return made.id


def _row(department: Department, number: int, *columns: str) -> tuple[Any, ...]:
    with department.owner.database.reading() as session:
        found = session.connection().exec_driver_sql(
            f"SELECT {', '.join(columns)} FROM petition WHERE id = {number}"
        )
        return tuple(found.one())


def test_a_login_neither_answers_a_notice_nor_makes_it_ordinary(department: Department) -> None:
    number = _notice(department, name="علی کریمی")
    person = _row(department, number, "petitioner_id")[0]
    with department.sql("rezaei") as psql:
        assert by_sql(psql, "take", number) is None
        assert by_sql(psql, "submit", number, words="پاسخ") == "notice_gets_no_reply"
        assert by_sql(psql, "draft", number, words="پاسخ", seen=2) == "notice_gets_no_reply"
        completed = {"petitioner_id": person, "petitioner_name": "علی", "due_on": "2030-01-01"}
        assert by_sql(psql, "identity_completed", number, seen=2, **completed) == "identity_incomplete"
        nobody = completed | {"petitioner_id": 987654}
        assert by_sql(psql, "identity_completed", number, seen=2, **nobody) == "not_there_any_more"
        for statement in (
            f"UPDATE petition SET notice = false WHERE id = {number}",
            f"UPDATE petition SET completed_at = now() WHERE id = {number}",
            f"UPDATE petition SET due_on = '2030-01-01' WHERE id = {number}",
            f"UPDATE petitioner SET masked_national_id = '•••••••899' WHERE id = {person}",
            "UPDATE office SET identity_rules = '[]'",
        ):
            refused(psql, statement)
    with department.sql("nouri") as psql:
        given: dict[str, Any] = {"outcome": "answered", "satisfaction": None, "reason": ""}
        assert by_sql(psql, "resolve", number, words="پاسخ", **given) == "notice_gets_no_reply"
        noted: dict[str, Any] = {"outcome": "noted", "satisfaction": None, "duplicate_of_id": None}
        assert by_sql(psql, "close", number, words="گفته شد", **noted) is None
        assert by_sql(psql, "close", department.office.taken().id, words="ـ", **noted) == (
            "only_a_notice_is_noted"
        )
    assert _row(department, number, "notice", "due_on", "status") == (True, None, "resolved")


def test_whoever_registers_by_sql_does_not_say_what_is_a_notice(department: Department) -> None:
    year, last = _row(department, _notice(department), "registry_year", "registry_number")
    department.owner.office.set_identity_rules(
        department.office.administrator, (IdentityRule(None, "phone", ("name",)),)
    )
    with department.sql("rezaei") as psql:
        psql.execute(b"BEGIN")
        psql.execute(f"SELECT app.take_numbers('registry', {year}, 1)".encode())
        given: dict[str, Any] = {
            "identity_key": "id:phone:x-1", "external_id": "x-1", "tracking_code": "123456789015",
            "registry_year": year, "registry_number": last + 1, "kind": "request", "channel": "phone",
            "urgency": "normal", "subject": "س", "snippet": "س", "petitioner_id": None, "petitioner_name": "  ",
            "unit_id": None, "about": "", "about_id": None, "letter_number": None,
            "received_at": "2026-11-24T08:00:00+00:00", "due_on": "2030-01-01", "body": "س", "rule_id": None,
            "said": None, "notice": False, "completed_at": "2026-11-24T08:00:00+00:00",
        }  # fmt: skip
        assert act_by_sql(psql, "act_petition_registered", 1, **given) is None
        psql.execute(b"COMMIT")
        found = psql.execute(
            b"SELECT notice, completed_at, due_on FROM petition WHERE external_id = 'x-1'"
        ).fetchone()
    assert found == (True, None, None)


@pytest.mark.parametrize("name", ["amini", "sadeghi", "sharifi"])
def test_who_does_not_work_on_a_notice_adds_nothing_to_its_petitioner(
    department: Department, name: str
) -> None:
    number = _notice(department, name="علی کریمی")
    contact = json.dumps({"name": "علی", "name_key": "x", "national_id": ID, "mobile": MOBILE})
    with department.sql(name) as psql:
        told = refused(psql, f"SELECT app.complete_petitioner({number}, '{contact}', 1, 'x', now())")
        assert "only who works on a notice" in told or "permission denied" in told
        asked = by_sql(psql, "identity_completed", number, petitioner_id=1, petitioner_name="", due_on=None)
        assert asked in ("not_there", "not_your_role")
    assert _row(department, number, "notice")[0]


def test_numbers_are_asked_about_before_they_are_added(department: Department) -> None:
    number = _notice(department, name="علی کریمی")
    contact = json.dumps({"name": "", "name_key": "", "national_id": ID, "group": "citizen"})
    ask = f"SELECT app.complete_petitioner({number}, '{contact}', 1, 'x', now())"
    with department.sql("rezaei") as psql:
        assert "asked about" in refused(psql, ask)
        for wrong in ({"national_id": "123"}, {"mobile": "12"}, {"email": "x"}):
            bad = json.dumps({"name": "", "name_key": "", "group": "citizen"} | wrong)
            assert "no such identity" in refused(
                psql, f"SELECT app.complete_petitioner({number}, '{bad}', 1, 'x', now())"
            )
        psql.execute(f"SELECT app.ask(ARRAY['{ID}'])".encode())
        found = psql.execute(ask.encode()).fetchone()
        assert found is not None
        completed = {"petitioner_id": found[0], "petitioner_name": "", "due_on": None}
        assert by_sql(psql, "identity_completed", number, **completed) is None
        # What is ordinary now is not completed once more, and its petitioner gets nothing by this way.
        other = json.dumps({"name": "", "name_key": "", "mobile": MOBILE, "group": "citizen"})
        psql.execute(f"SELECT app.complete_petitioner({number}, '{other}', 1, 'x', now())".encode())
    with department.owner.database.reading() as session:
        [mobile] = (
            session.connection()
            .exec_driver_sql(f"SELECT mobile FROM petitioner_identity WHERE petitioner_id = {found[0]}")
            .one()
        )
    assert mobile is None


def test_the_program_completes_a_notice_with_the_clerk_s_own_login(department: Department) -> None:
    number = _notice(department, name="علی کریمی")
    services, clerk = department.signed_in("rezaei")
    done = services.notice_identities.complete(clerk, number, 1, Contact(national_id=ID))
    assert (done.notice, services.desk.open(clerk, number).national_id) == (False, ID)
    assert done.history[-1].actor_name == "مریم رضایی"


def test_only_an_administrator_sets_what_is_required_by_sql(department: Department) -> None:
    rules = json.dumps([{"kind": None, "channel": None, "fields": ["name"]}])
    given = {"identity_rules": json.loads(rules)}
    for name in ("rezaei", "yazdi", "sadeghi"):
        with department.sql(name) as psql:
            assert by_sql(psql, "identity_rules_changed", 1, item_type="office", **given) == "not_your_role"
    with department.sql("admin") as psql:
        wrongs: tuple[Any, ...] = ([{"fields": "name"}], [{"fields": ["shoe_size"]}], [{"kind": None}], {})
        for wrong in wrongs:
            found = by_sql(psql, "identity_rules_changed", 1, item_type="office", identity_rules=wrong)
            assert found == "out_of_range"
        assert by_sql(psql, "identity_rules_changed", 1, item_type="office", **given) is None
