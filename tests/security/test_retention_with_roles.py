"""Masking where everybody is a role of their own: by an administrator, through the database's own functions only."""

from __future__ import annotations

import json

import psycopg
import pytest
from sqlalchemy import text

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.database.search import matching_ids
from desktop_app.database.verification import BreakReason, verify
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.correction import Correction
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.retention.service import RetentionRule
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.clocks import server_now
from tests.guarded import Department
from tests.petitions.test_retention import LONG_AGO, TOLD, closed, everything
from tests.security.refusing import refused

REFUSED = (
    "SELECT app.retention(now() - interval '6 years', 0, 10)",
    "SELECT app.retention_counts(now() - interval '6 years')",
    "SELECT app.personal_data({old})",
    "SELECT app.may_mask({old})",
    "SELECT app.note_masking(ARRAY[{old}], 1, 'x', NULL)",
    "SELECT app.mask({old}, '{{}}')",
    "SELECT app.empty_aside(now() - interval '6 years', 10)",
    "UPDATE event SET text = '' WHERE item_type = 'petition' AND item_id = {old}",
    "UPDATE petition SET masked_at = now(), version = version + 1 WHERE id = {old}",
    "UPDATE petition SET petitioner_name = '' WHERE id = {old}",
    "UPDATE petition_text SET body = '' WHERE petition_id = {old}",
    "DELETE FROM stored_part",
    "UPDATE setting SET value = '1' WHERE name = 'retention_years'",
    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
    " SELECT 'petition', {old}, 1 + max(sequence), now(), app.me(),"
    " (SELECT full_name FROM person WHERE id = app.me()), 'masked', '{{}}', '{{\"masked\": {{\"1\": \"x\"}}}}', ''"
    " FROM event WHERE item_type = 'petition' AND item_id = {old}",
)


@pytest.mark.parametrize("name", ["rezaei", "yazdi", "sadeghi"])
def test_no_clerk_manager_or_reviewer_masks_by_sql(department: Department, name: str) -> None:
    old = _old_one(department)
    _in_force(department)
    for statement in REFUSED:
        with department.sql(name) as psql:
            refused(psql, statement.format(old=old))
    assert history_holds(department)
    assert all(word in everything(department.owner.database) for word in TOLD)


def test_an_administrator_masks_what_the_rule_lets_and_nothing_else(department: Department) -> None:
    old = _old_one(department)
    young = department.office.taken().id
    services, admin = department.signed_in("admin")
    with department.sql("admin") as psql, pytest.raises(psycopg.Error):
        psql.execute(f"SELECT app.mask({old}, '{{}}')".encode())
    _in_force(department)
    aside = _came_by_intake(department, old)
    for statement in (
        "SELECT app.empty_aside(now(), 10)",
        f"UPDATE intake_submission SET payload = '{{}}' WHERE id = {aside}",
        f"SELECT app.personal_data({young})",
        f"SELECT app.mask({young}, '{{}}')",
        "SELECT app.retention(now() - interval '1 year', 0, 10)",
        f"UPDATE event SET text = '' WHERE item_id = {old}",
        f"UPDATE petition_text SET body = '' WHERE petition_id = {old}",
    ):
        with department.sql("admin") as psql, pytest.raises(psycopg.Error):
            psql.execute(statement.encode())
    # Masking hides letters: no other words are put into a citizen's mouth.
    for field, words in (
        ("body", "'سپاسگزارم'"),
        ("subject", "'قدردانی'"),
        ("body", "repeat('•', length(t.body) + 1)"),
    ):
        with department.sql("admin") as psql:
            invented = (
                f"SELECT app.mask({old}, d::json) FROM (SELECT jsonb_build_object('subject', p.subject, 'snippet',"
                " p.snippet, 'about', p.about, 'body', t.body, 'messages', '[]'::jsonb, 'replies', '[]'::jsonb,"
                " 'referrals', '[]'::jsonb, 'reminders', '[]'::jsonb, 'files', '[]'::jsonb, 'events', '[]'::jsonb)"
                f" || jsonb_build_object('{field}', {words}) AS d FROM petition p JOIN petition_text t"
                f" ON t.petition_id = p.id WHERE p.id = {old}) made"
            )
            assert "hides letters" in refused(psql, invented)
    preview = services.retention.preview(admin)
    assert (preview.petitions, preview.aside) == (1, 1)
    run = services.retention.run(admin, services.retention.begin(preview))
    assert (run.stopped, run.finished, run.petitions, run.aside) == (None, True, 1, 1)
    assert [word for word in TOLD if word in everything(department.owner.database)] == []
    assert history_holds(department)
    with department.owner.database.reading() as session:
        [read] = history(session, "readings", admin.person_id or 0)
    assert (read.after["purpose"], read.after["petitions"]) == ("masking", [old])
    # Once more there is nothing to mask, by SQL neither.
    with department.sql("admin") as psql, pytest.raises(psycopg.Error):
        psql.execute(f"SELECT app.mask({old}, '{{}}')".encode())


def test_what_an_administrator_reads_for_masking_is_noted_before(department: Department) -> None:
    old = _old_one(department)
    young = department.office.taken().id
    _in_force(department)
    note = f"SELECT app.note_masking(ARRAY[{old}, {young}], 1, 'x', NULL)"
    read = f"SELECT app.personal_data({old})"
    with department.sql("admin") as psql:
        assert "noted before" in refused(psql, read)
        psql.execute("BEGIN")
        psql.execute(note.encode())
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="noted before"):
            psql.execute(read.encode())
        psql.execute("ROLLBACK")
        assert "noted before" in refused(psql, read)
        for _ in range(2):
            psql.execute(note.encode())
        [[data]] = psql.execute(read.encode()).fetchall()
    assert TOLD[0] in str(data)
    _, admin = department.signed_in("admin")
    with department.owner.database.reading() as session:
        [event] = history(session, "readings", admin.person_id or 0)
    assert (event.actor_name, event.after["purpose"], event.after["petitions"]) == (
        admin.name,
        "masking",
        [old],
    )
    with department.sql("yazdi") as psql:
        refused(psql, note)
    assert history_holds(department)


def history_holds(department: Department) -> bool:
    """Whether every event is as it was written; the owner has set the day of closing past the acts."""
    breaks = verify(department.owner.database).breaks
    return {(one.reason, one.detail) for one in breaks} <= {(BreakReason.ROW, "resolved_at")}


def _old_one(department: Department) -> int:
    number = closed(department.office, FixedClock(server_now()))
    with department.owner.database.writing() as session:
        session.execute(
            text("UPDATE petition SET resolved_at = :at WHERE id = :id"), {"at": LONG_AGO, "id": number}
        )
    return number


def _came_by_intake(department: Department, petition_id: int) -> int:
    """As if the petition had been handed in, and something of the same person put aside."""
    payload = json.dumps({"name": TOLD[0]}, ensure_ascii=False)
    fault = json.dumps([{"field": "mobile", "reason": "mobile", "value": TOLD[3]}])
    with department.owner.database.writing() as session:
        session.execute(
            text(
                "INSERT INTO intake_submission (channel, payload, state, item_type, item_id)"
                " VALUES ('portal', :payload, 'done', 'petition', :id)"
            ),
            {"payload": payload, "id": petition_id},
        )
        made = session.execute(
            text(
                "INSERT INTO intake_submission (channel, payload, mended, state, reason, arrived_at)"
                " VALUES ('portal', :payload, :payload, 'aside', :reason, :at) RETURNING id"
            ),
            {"payload": payload, "reason": fault, "at": LONG_AGO},
        )
        return int(made.scalar_one())


def _in_force(department: Department) -> None:
    services, admin = department.signed_in("admin")
    services.retention.set_rule(admin, RetentionRule(5, "مصوبه ۱۲"), seen=RetentionRule())


def test_a_petitioner_is_corrected_by_a_manager_of_theirs_only(department: Department) -> None:
    contact = Contact("مریم کاظمی", "0499370899", "09121234567")
    for n, unit in enumerate((department.office.books, department.office.music)):
        department.owner.register.register(
            department.office.pc,
            NewPetition(Kind.REQUEST, Channel.PHONE, f"متن {n}", "مجوز", contact, unit_id=unit.id),
        )
    only_books = department.owner.register.register(
        department.office.pc,
        NewPetition(
            Kind.REQUEST, Channel.PHONE, "متن", "مجوز", Contact("زهرا"), unit_id=department.office.books.id
        ),
    )
    assert only_books.id == 3
    call = 'SELECT app.correct_petitioner({}, \'{{"name": "x", "key": "x", "reason": "x"}}\')'
    for name in ("rezaei", "sadeghi", "admin"):
        with department.sql(name) as psql:
            refused(psql, call.format(1))
    # The manager of the music unit has none of the second person's petitions.
    with department.sql("sharifi") as psql:
        refused(psql, call.format(2))
        refused(psql, "UPDATE petitioner SET name = 'x'")
    services, sharifi = department.signed_in("sharifi")
    done = services.corrections.correct(sharifi, 1, Correction("به درخواست خودش", "مریم ناظمی"))
    # Also what lies in the other unit, which this manager does not see.
    assert done == 2
    with department.owner.database.reading() as session:
        found = session.execute(
            text("SELECT petitioner_name FROM petition WHERE petitioner_id = 1")
        ).scalars()
        assert set(found) == {"مریم ناظمی"}
        assert matching_ids(session, "کاظمی") == []
        assert sorted(matching_ids(session, "ناظمی")) == [1, 2]
        assert sorted(matching_ids(session, "متن")) == [1, 2, 3]
    assert history_holds(department)
