"""What the window would not allow, tried by SQL over a connection of each person's own role.

A new table joins by a line in the lists below: who, what they try, and what the database says to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.petitions.vocabulary import Outcome
from tests.guarded import Department, act_by_sql, by_sql
from tests.security.refusing import items, refused

__all__ = ["items"]

_EVENT = (
    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
    " VALUES ('{}', {}, {}, {}, {}, '{}', 'note', '{{}}', '{{}}', 'x')"
)


READING = {
    "another unit's petition": "SELECT * FROM petition WHERE id = {music}",
    "its text": "SELECT * FROM petition_text WHERE petition_id = {music}",
    "its history": "SELECT * FROM event WHERE item_type = 'petition' AND item_id = {music}",
    "its referrals": "SELECT * FROM referral WHERE petition_id = {music}",
    "it by search": "SELECT app.search('کنسرت', 10, 1000)",
    "it by a join": "SELECT * FROM petition_text t JOIN petition p ON p.id = t.petition_id WHERE p.id = {music}",
    "it through a cursor": "SELECT * FROM petition WHERE id IN (SELECT item_id FROM event) AND id = {music}",
    "others' accounts in the history": "SELECT * FROM event WHERE item_type = 'person' AND item_id <> app.me()",
    "what others have read": "SELECT * FROM petition_seen WHERE person_id <> app.me()",
}


@pytest.mark.parametrize("what", READING)
def test_a_clerk_does_not_read(guarded: Department, items: dict[str, int], what: str) -> None:
    with guarded.sql("rezaei") as clerk:
        assert clerk.execute(READING[what].format(**items).encode()).fetchall() == []


@pytest.mark.parametrize("who", ["rezaei", "sadeghi", "sharifi", "yazdi", "admin"])
@pytest.mark.parametrize(
    "secret",
    [
        "SELECT password_hash FROM person",
        "SELECT * FROM person",
        "SELECT rolpassword FROM pg_authid",
        "SELECT * FROM pg_shadow",
        "SELECT * FROM petition_search",
        "SELECT * FROM petition_sketch",
        "SELECT * FROM counter",
        "COPY petition TO PROGRAM 'cat'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT lo_import('/etc/passwd')",
    ],
)
def test_nobody_reads_secrets(guarded: Department, who: str, secret: str) -> None:
    with guarded.sql(who) as connection:
        assert "permission denied" in refused(connection, secret)


@pytest.mark.parametrize("who", ["rezaei", "sadeghi", "sharifi", "yazdi", "admin"])
@pytest.mark.parametrize(
    "act",
    [
        "UPDATE event SET text = 'x'",
        "DELETE FROM event",
        "TRUNCATE event",
        "ALTER TABLE event DISABLE TRIGGER ALL",
        "DELETE FROM petition",
        "TRUNCATE petition CASCADE",
        "UPDATE petition SET tracking_code = '1'",
        "UPDATE petition SET registry_number = 1",
        "UPDATE petition SET received_at = now()",
        "UPDATE petition SET reach = '{1,2,3}'",
        "UPDATE petition_text SET body = 'x'",
        "UPDATE counter SET last = 100",
        "INSERT INTO counter VALUES ('registry', 1500, 5)",
        "UPDATE revision SET text = 'x'",
        "DELETE FROM revision",
        "DELETE FROM person",
        "UPDATE person SET password_hash = 'x'",
        "UPDATE person SET username = 'x'",
        "UPDATE alembic_version SET version_num = '0'",
        "ALTER TABLE petition DISABLE ROW LEVEL SECURITY",
        "DROP POLICY select_own ON petition",
        "CREATE TABLE public.mine (id int)",
        "CREATE TABLE app.mine (id int)",
        "CREATE TEMP TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION app.me() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE ROLE another LOGIN",
        "ALTER ROLE rezaei SUPERUSER",
        "GRANT mosharekat_administrator TO nouri",
        "SET ROLE mosharekat",
        "SET ROLE mosharekat_administrator",
        "SET ROLE yazdi",
        "SET SESSION AUTHORIZATION yazdi",
        "SET session_replication_role = replica",
    ],
)
def test_nobody_alters_evidence_rights_or_objects(
    guarded: Department, items: dict[str, int], who: str, act: str
) -> None:
    # The role that somebody else is: nobody is let into it, whoever asks.
    if act in {f"SET SESSION AUTHORIZATION {who}", f"SET ROLE {who}"}:
        act = "SET ROLE nouri"
    with guarded.sql(who) as connection:
        refused(connection, act)


#: What acts write, written by a client itself.
BESIDE_ACTS = (
    "INSERT INTO petition (tracking_code, registry_year, registry_number, identity_key, kind, channel, status,"
    " is_open, urgency, subject, snippet, petitioner_name, about, received_at, registered_at, due_order, changed_at,"
    " version) VALUES ('999999999999', 1405, 6, 'x', 'request', 'phone', 'registered', true, 'normal', '', '', '',"
    " '', now(), now(), '9999-12-31', now(), 1)",
    "INSERT INTO petition_text (petition_id, body) VALUES ({books_taken}, 'x')",
    "UPDATE petition SET status = 'resolved', outcome = 'answered', version = version + 1 WHERE id = {books_taken}",
    "UPDATE petition SET due_on = '2099-01-01', version = version + 1 WHERE id = {books_taken}",
    "UPDATE petition SET assignee_id = NULL, version = version + 1 WHERE id = {books_taken}",
    "UPDATE petition SET resolved_at = now() - interval '40 days' WHERE id = {books_taken}",
    "UPDATE petition SET subject = 'x' WHERE id = {books_taken}",
    "SELECT 1 FROM petition WHERE id = {books_taken} FOR UPDATE",
    "SELECT 1 FROM petition WHERE id = {books_taken} FOR SHARE",
    "INSERT INTO referral (petition_id, to_unit_id, purpose, order_note, sent_by_id, sent_at, side)"
    " VALUES ({music}, {unit}, 'action', '', app.me(), now(), true)",
    "INSERT INTO referral (petition_id, to_unit_id, purpose, order_note, sent_by_id, sent_at, side)"
    " VALUES ({books_taken}, {unit}, 'action', '', app.me(), now(), false)",
    "UPDATE referral SET acted_at = now(), result = 'answered'",
    "DELETE FROM referral",
    "INSERT INTO reply (petition_id, text, author_id, written_at) VALUES ({books_taken}, 'x', app.me(), now())",
    "UPDATE reply SET text = 'x'",
    "INSERT INTO petition_pause (petition_id, began) VALUES ({books_taken}, '2026-01-01')",
    "UPDATE petition_pause SET ended = '2030-01-01'",
    "DELETE FROM petition_pause",
    "INSERT INTO petition_label (petition_id, label_id) VALUES ({books_taken}, 1)",
    "UPDATE stored_file SET removed_at = now(), removed_by_id = app.me()",
    "INSERT INTO improvement_petition (improvement_id, petition_id) VALUES (1, {books_taken})",
    *(
        "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
        " SELECT 'petition', {books_taken}, max(sequence) + 1, clock_timestamp(), app.me(), 'مریم رضایی',"
        f" '{action}', '{{{{}}}}', '{after}', 'x' FROM event"
        " WHERE item_type = 'petition' AND item_id = {books_taken}"
        for action, after in (
            ("note", "{{}}"),
            ("resolve", '{{"outcome": "granted"}}'),
            ("reopen", '{{"status": "in_progress"}}'),
            ("undo", "{{}}"),
            ("registered", "{{}}"),
        )
    ),
)


@pytest.mark.parametrize("who", ["rezaei", "sadeghi", "sharifi", "yazdi", "admin"])
@pytest.mark.parametrize("statement", BESIDE_ACTS)
def test_nobody_writes_beside_the_acts(
    guarded: Department, items: dict[str, int], who: str, statement: str
) -> None:
    with guarded.sql(who) as connection:
        refused(connection, statement.format(**items, unit=guarded.office.books.id))


#: Who does what to which petition, and the rule that refuses it.
ACTS: dict[str, tuple[str, str, str, Mapping[str, object], str]] = {
    "take what another unit was sent": ("rezaei", "take", "music", {}, "not_there"),
    "resolve one's own complaint": (
        "rezaei", "resolve", "own_complaint", {"outcome": "answered"}, "complaint_never_by_assignee",
    ),
    "close one's own complaint": (
        "rezaei", "close", "own_complaint", {"outcome": "withdrawn"}, "complaint_never_by_assignee",
    ),
    "resolve without an outcome": ("rezaei", "resolve", "books_taken", {}, "not_there_any_more"),
    "resolve without an answer": (
        "rezaei", "resolve", "books_taken", {"outcome": "withdrawn"}, "not_there_any_more",
    ),
    "close as a comment": ("rezaei", "close", "books_taken", {"outcome": "commented"}, "not_there_any_more"),
    "close as a duplicate of nothing": (
        "rezaei", "close", "books_taken", {"outcome": "duplicate"}, "not_there_any_more",
    ),
    "close as a duplicate of what one does not see": (
        "rezaei", "close", "books_taken", {"outcome": "duplicate", "duplicate_of_id": "music"}, "not_there_any_more",
    ),
    "close as its own duplicate": (
        "rezaei", "close", "books_taken", {"outcome": "duplicate", "duplicate_of_id": "books_taken"},
        "duplicate_of_itself",
    ),
    "refuse without a reason": ("rezaei", "resolve", "books_taken", {"outcome": "refused"}, "reason_missing"),
    "satisfy beyond measure": (
        "rezaei", "resolve", "books_taken", {"outcome": "answered", "satisfaction": 9}, "out_of_range",
    ),
    "resolve what nobody has taken": (
        "rezaei", "resolve", "books", {"outcome": "answered"}, "not_from_this_state",
    ),
    "archive what is open": ("yazdi", "archive", "books_taken", {}, "not_from_this_state"),
    "archive as a clerk": ("rezaei", "archive", "books_taken", {}, "not_from_this_state"),
    "hand a colleague's work over": (
        "nouri", "hand_over", "books_taken", {"assignee_id": "nouri"}, "not_your_role",
    ),
    "take over as a clerk of another unit": ("amini", "take_over", "books_taken", {}, "not_there"),
    "take over one's own": ("rezaei", "take_over", "books_taken", {}, "has_it_already"),
    "hand over to another unit": (
        "rezaei", "hand_over", "books_taken", {"assignee_id": "amini"}, "not_a_clerk_of_the_unit",
    ),
    "send by a rule that is none": (
        "rezaei", "refer", "books_taken", {"unit_id": "music_unit", "rule_id": 4711}, "not_there_any_more",
    ),
    "undo what somebody else did": ("nouri", "undo_take", "books_taken", {}, "nothing_to_undo"),
    "undo what was not done": ("rezaei", "undo_resolve", "books_taken", {}, "nothing_to_undo"),
    "move as a reviewer": ("sadeghi", "refer", "unrouted", {"unit_id": "music_unit"}, "not_there"),
    "write as a reviewer": ("sadeghi", "note", "books_taken", {}, "not_there"),
    "add a file that is empty": (
        "rezaei", "attachment_added", "books_taken",
        {"name": "x", "media_type": "x", "size": 0, "sha256": "x"}, "out_of_range",
    ),
    "issue a letter that is none": (
        "rezaei", "letter_issued", "books_taken", {"kind": "reply", "part": 4711}, "letter_needs_a_reply",
    ),
    "absorb what was not merged": ("rezaei", "absorbed", "books_taken", {"other": "books"}, "not_there"),
    "release what was not merged": ("rezaei", "released", "books_taken", {"other": "music"}, "not_there"),
    "link with what one does not see": ("rezaei", "linked", "books_taken", {"other": "music"}, "not_there"),
    "link beside the other one": ("rezaei", "linked", "books", {"other": "books_taken"}, "not_there_any_more"),
    "remove a link that is none": (
        "rezaei", "link_removed", "books_taken", {"other": "books"}, "not_there_any_more",
    ),
    "turn into a comment that is none": (
        "rezaei", "turned", "books_taken", {"comment_id": 4711, "instrument_id": 1}, "draft_is_not_open",
    ),
    "reveal as a clerk of another unit": ("sharifi", "revealed", "books_taken", {}, "not_there"),
}  # fmt: skip


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_refused_by_its_rules(guarded: Department, items: dict[str, int], act: str) -> None:
    who, name, item, given, rule = ACTS[act]
    office = guarded.office
    known = items | {
        "nouri": office.other_clerk.person_id,
        "amini": office.music_clerk.person_id,
        "music_unit": office.music.id,
    }
    values: dict[str, Any] = {
        key: known[value] if isinstance(value, str) and value in known else value
        for key, value in given.items()
    }
    with guarded.sql(who) as connection:
        assert by_sql(connection, name, items[item], words="متن", **values) == rule


def test_how_a_petition_may_end_is_what_the_office_has_set(
    guarded: Department, items: dict[str, int]
) -> None:
    administrator, admin = guarded.signed_in("admin")

    def choose(code: Outcome, *, offered: bool, reason: bool) -> None:
        seen = next(row for row in administrator.outcomes.all() if row.code is code)
        administrator.outcomes.change(admin, seen, replace(seen, offered=offered, reason=reason))

    def resolved(outcome: str, reason: str = "") -> str | None:
        with guarded.sql("rezaei") as clerk, clerk.transaction(force_rollback=True):
            return by_sql(
                clerk, "resolve", items["books_taken"], words="پاسخ", outcome=outcome, reason=reason
            )

    choose(Outcome.GRANTED, offered=False, reason=False)
    choose(Outcome.ANSWERED, offered=True, reason=True)
    try:
        assert resolved("granted") == "outcome_not_offered"
        assert resolved("answered", " \n ") == "reason_missing"
        assert resolved("answered", "بند ۲") is None
    finally:
        choose(Outcome.GRANTED, offered=True, reason=False)
        choose(Outcome.ANSWERED, offered=True, reason=False)
    assert (resolved("granted"), resolved("answered")) == (None, None)


@pytest.mark.parametrize(
    "event",
    {
        "in another's name": ("petition", "books", 9, "now()", "app.me() + 1", "مریم رضایی"),
        "in nobody's name": ("petition", "books", 9, "now()", "NULL", "مریم رضایی"),
        "under another name": ("petition", "books", 9, "now()", "app.me()", "حسن نوری"),
        "of yesterday": ("petition", "books", 9, "now() - interval '1 day'", "app.me()", "مریم رضایی"),
        "of tomorrow": ("petition", "books", 9, "now() + interval '1 day'", "app.me()", "مریم رضایی"),
        "of another unit's petition": ("petition", "music", 9, "now()", "app.me()", "مریم رضایی"),
        "of a colleague's account": ("person", "music", 9, "now()", "app.me()", "مریم رضایی"),
        "of the settings": ("office", "music", 9, "now()", "app.me()", "مریم رضایی"),
    }.items(),
    ids=lambda item: item[0],
)
def test_history_is_not_invented(
    guarded: Department, items: dict[str, int], event: tuple[str, tuple[str, str, int, str, str, str]]
) -> None:
    kind, item, *rest = event[1]
    with guarded.sql("rezaei") as clerk:
        refused(clerk, _EVENT.format(kind, items[item], *rest))


@pytest.mark.parametrize("who", ["rezaei", "sadeghi", "sharifi", "yazdi"])
@pytest.mark.parametrize(
    "act",
    [
        "SELECT app.sync_account(1)",
        "SELECT app.set_password(app.me(), 'plain words')",
        "SELECT app.set_password(NULL, NULL)",
        "INSERT INTO person_role (person_id, role) VALUES (app.me(), 'administrator')",
        "DELETE FROM person_role",
        "UPDATE person SET active = true",
        "INSERT INTO unit (code, name, active, needs_approval) VALUES ('x', 'x', true, false)",
        "UPDATE unit SET needs_approval = false",
        "UPDATE unit SET place = 9",
        "UPDATE person SET must_change_password = false",
        "SELECT app.open_in_unit(1)",
        "INSERT INTO deputy (person_id, deputy_id, first_day, last_day, version)"
        " SELECT id, app.me(), '2020-01-01', '2099-01-01', 1 FROM person WHERE username = 'yazdi'",
        "UPDATE deputy SET last_day = '2099-01-01'",
        "DELETE FROM deputy",
        "INSERT INTO reply_template (title, text, active, version) VALUES ('x', 'x', true, 1)",
        "INSERT INTO reply_template (title, text, active, version, owner_id)"
        " SELECT 'x', 'x', true, 1, id FROM person WHERE username = 'admin'",
        "INSERT INTO office_service (code, name, active, version) VALUES ('x', 'x', true, 1)",
        "UPDATE setting SET value = '1'",
        "DELETE FROM closed_day",
        "INSERT INTO calendar_year (year) VALUES (1406)",
        "UPDATE office SET retention_years = 1",
    ],
)
def test_only_an_administrator_administers(guarded: Department, who: str, act: str) -> None:
    with guarded.sql(who) as connection:
        refused(connection, act)


@pytest.mark.parametrize("name", ["postgres", "mosharekat", "pg_monitor", "mosharekat_staff"])
def test_no_administrator_makes_an_account_of_a_role_of_the_server(guarded: Department, name: str) -> None:
    with guarded.sql("admin") as admin:
        odd = act_by_sql(admin, "act_person_person_added", 0, username=name, full_name="x", password_hash="")
        assert odd == "odd_username"


def test_every_table_says_who_may_do_what_with_it(guarded: Department) -> None:
    """A table that a migration adds is closed to everybody until a module declares rights on it."""
    from desktop_app.database.rights.model import tables as declared_tables  # noqa: PLC0415

    with guarded.sql("mosharekat") as owner:
        tables = {
            row[0] for row in owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        }
    assert tables - set(declared_tables()) == {"counter"}


def test_a_unit_that_holds_petitions_is_not_retired_by_sql(
    guarded: Department, items: dict[str, int]
) -> None:
    with guarded.sql("admin") as admin:
        refused(admin, f"UPDATE unit SET active = false WHERE id = {guarded.office.books.id}")
        terms: dict[str, Any] = {"name": "اداره کتاب", "active": False, "needs_approval": False}
        unit = guarded.office.books.id
        assert act_by_sql(admin, "act_unit_unit_changed", unit, **terms) == "unit_holds_petitions"


@pytest.mark.parametrize(
    "kind", ["unit", "office", "deputy", "closed_day", "calendar_year", "reply_template", "office_service"]
)
def test_nobody_writes_the_history_of_what_the_office_sets(guarded: Department, kind: str) -> None:
    with guarded.sql("rezaei") as clerk:
        me = clerk.execute("SELECT app.me()").fetchone()
        assert me is not None
        refused(clerk, _EVENT.format(kind, 1, 900, "now()", me[0], "مریم رضایی"))
    with guarded.sql("admin") as admin:
        me = admin.execute("SELECT app.me()").fetchone()
        assert me is not None
        refused(admin, _EVENT.format(kind, 1, 900, "now()", me[0], "مدیر سامانه"))


def test_a_clerk_is_not_told_what_others_hold(guarded: Department, items: dict[str, int]) -> None:
    rezaei = guarded.office.clerk.person_id
    for who, told in (("nouri", 0), ("sharifi", 0), ("yazdi", 1), ("admin", 1)):
        with guarded.sql(who) as connection:
            found = connection.execute("SELECT * FROM app.held_by(%s)", (rezaei,)).fetchall()
            assert len(found) == told
