"""What the window would not allow, tried by SQL over a connection of each person's own role.

A new table joins by a line in the lists below: who, what they try, and what the database says to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import text

from desktop_app.office.numbering import written
from desktop_app.people.petitioners import Contact
from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from tests.guarded import Department, act_by_sql, by_sql

_EVENT = (
    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
    " VALUES ('{}', {}, {}, {}, {}, '{}', 'note', '{{}}', '{{}}', 'x')"
)


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


def register_by_sql(clerk: psycopg.Connection[Any], number: int, **forged: object) -> str | None:
    """Registers a petition as the program does, with numbers and columns that the caller chooses."""
    given: dict[str, Any] = {
        "identity_key": f"by-sql-{number}", "tracking_code": f"{number:012}", "registry_year": 1405,
        "registry_number": number, "kind": "request", "channel": "phone", "urgency": "normal", "subject": "x",
        "snippet": "x", "petitioner_name": "", "about": "", "received_at": "2026-11-20T08:00:00Z", "body": "x",
    }  # fmt: skip
    return by_sql(clerk, "registered", 0, **(given | forged))


def test_a_registry_number_is_neither_repeated_nor_skipped(
    guarded: Department, items: dict[str, int]
) -> None:
    last = 5
    for number in (1, last - 1, 0, -1):
        with guarded.sql("rezaei") as clerk, pytest.raises(psycopg.errors.IntegrityError):
            register_by_sql(clerk, number)
    # A number that was not taken from the counter would stop the registrations of everybody.
    with guarded.sql("rezaei") as clerk:
        assert [register_by_sql(clerk, number) for number in (last + 1, 500)] == ["out_of_range"] * 2
        with pytest.raises(psycopg.errors.IntegrityError), clerk.transaction():
            skip_a_number(clerk)


def skip_a_number(clerk: psycopg.Connection[Any]) -> None:
    clerk.execute("SELECT app.take_numbers('registry', 1405, 2)")
    register_by_sql(clerk, 7)


def test_a_number_that_is_taken_is_used(guarded: Department, items: dict[str, int]) -> None:
    with guarded.sql("rezaei") as clerk:
        assert "not used" in refused(clerk, "SELECT app.take_numbers('registry', 1405, 1)")


def test_a_letter_number_that_is_taken_stands_on_a_letter(guarded: Department, items: dict[str, int]) -> None:
    take = "SELECT app.take_numbers('letter', 1405, {})"
    with guarded.sql("rezaei") as clerk, guarded.sql("yazdi") as manager:
        assert "not used" in refused(clerk, take.format(1))
        assert "not used" in refused(manager, take.format(1))
        # None for later, and no series of one's own.
        for call in (take.format(0), take.format(2), "SELECT app.take_numbers('memo', 1405, 1)"):
            assert "no such numbers" in refused(manager, call)


@pytest.mark.parametrize(
    "pattern", ["{year}/{number}", "{number:05}-{yy}", "ن/{yy}/{number:03}", "۷ {year} ب {number}"]
)
@pytest.mark.parametrize("number", [7, 12345, 1234567])
def test_the_database_writes_numbers_as_the_program_does(
    guarded: Department, pattern: str, number: int
) -> None:
    with guarded.sql("mosharekat") as owner:
        found = owner.execute("SELECT app.number_written(%s, 1405, %s)", (pattern, number)).fetchone()
    assert found == (latin_digits(written(pattern, 1405, number)),)


def test_a_petition_begins_at_its_beginning(guarded: Department, items: dict[str, int]) -> None:
    forged = {
        "status": "archived", "is_open": False, "version": 9, "assignee_id": 2, "outcome": "granted",
        "due_on": "2099-01-01", "registered_at": "2020-01-01T00:00:00Z", "resolved_at": "2020-01-01T00:00:00Z",
    }  # fmt: skip
    with guarded.sql("rezaei") as clerk, clerk.transaction(force_rollback=True):
        taken = clerk.execute("SELECT app.take_numbers('registry', 1405, 1)").fetchone()
        assert taken is not None
        assert register_by_sql(clerk, taken[0], **forged) is None
        clerk.execute("SET CONSTRAINTS ALL IMMEDIATE")
        made = clerk.execute(
            "SELECT status, is_open, version, assignee_id, outcome, due_on, resolved_at, registered_at > now() - "
            "interval '1 minute', (SELECT array_agg((e.sequence, e.action, e.actor_name)::text) FROM event e"
            " WHERE e.item_type = 'petition' AND e.item_id = p.id) FROM petition p WHERE registry_number = %s",
            (taken[0],),
        ).fetchone()
    assert made == ("registered", True, 1, None, None, None, None, True, ['(1,registered,"مریم رضایی")'])


@pytest.mark.parametrize(
    ("who", "forged", "rule"),
    [
        ("rezaei", {"kind": "order"}, "out_of_range"),
        ("rezaei", {"channel": None}, "out_of_range"),
        ("rezaei", {"unit_id": 4711}, "not_there_any_more"),
        ("rezaei", {"rule_id": 4711}, "not_there_any_more"),
        ("sadeghi", {}, "not_your_role"),
    ],
)
def test_a_petition_is_registered_with_what_there_is_and_by_the_desk(
    guarded: Department, items: dict[str, int], who: str, forged: dict[str, object], rule: str
) -> None:
    with guarded.sql(who) as connection, connection.transaction(force_rollback=True):
        connection.execute("SELECT app.take_numbers('registry', 1405, 1)" if who == "rezaei" else "SELECT 1")
        assert register_by_sql(connection, 6 if who == "rezaei" else 5, **forged) == rule


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


@pytest.mark.parametrize(
    "call",
    [
        "SELECT app.take_numbers(NULL, NULL, NULL)",
        "SELECT app.take_numbers('registry', 1405, -1)",
        "SELECT app.take_numbers('registry', 1405, 2147483647)",
        "SELECT app.take_numbers('x''; DROP TABLE petition; --', 1405, 1)",
        "SELECT app.take_numbers('registry', -5, 1)",
        "SELECT app.search('a', -1, 1000)",
        "SELECT app.guard_new_petition()",
        "SELECT app.check_register()",
        "SELECT app.guard_event()",
    ],
)
def test_functions_take_odd_arguments_without_harm(
    guarded: Department, items: dict[str, int], call: str
) -> None:
    with guarded.sql("rezaei") as clerk:
        refused(clerk, call)
        assert clerk.execute("SELECT count(*) FROM petition").fetchone() == (4,)


def test_a_hostile_search_path_deceives_no_function(guarded: Department, items: dict[str, int]) -> None:
    with guarded.sql("rezaei") as clerk:
        clerk.execute("SET search_path = pg_temp, app, public, pg_catalog")
        me = clerk.execute("SELECT app.me()").fetchone()
        assert (
            clerk.execute("SELECT id FROM public.petition WHERE id = %s", (items["music"],)).fetchall() == []
        )
        said = by_sql(clerk, "close", items["own_complaint"], words="x", outcome="withdrawn")
        assert said == "complaint_never_by_assignee"
        clerk.execute("SET search_path = ''")
        assert clerk.execute("SELECT app.me()").fetchone() == me
        assert clerk.execute("SELECT app.search('کنسرت', 10, 1000)").fetchall() == []


def test_every_function_that_acts_for_its_owner_has_a_fixed_search_path(guarded: Department) -> None:
    with guarded.sql("mosharekat") as owner:
        loose = owner.execute(
            "SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            " WHERE n.nspname IN ('app', 'public') AND p.prosecdef"
            " AND NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%pg_temp')"
        ).fetchall()
        assert loose == []


def test_nobody_numbers_rows_or_takes_numbers_ahead(guarded: Department) -> None:
    numbered = (
        "SELECT c.table_name, g.rolname FROM information_schema.columns c, pg_roles g WHERE c.table_schema = 'public'"
        " AND c.is_identity = 'YES' AND g.rolname LIKE 'mosharekat\\_%'"
        " AND has_column_privilege(g.rolname, c.table_name, c.column_name, 'INSERT')"
    )
    sequences = (
        "SELECT s.relname, g.rolname FROM pg_class s, pg_roles g WHERE s.relkind = 'S'"
        " AND g.rolname LIKE 'mosharekat\\_%' AND has_sequence_privilege(g.rolname, s.oid, 'USAGE, SELECT, UPDATE')"
    )
    with guarded.owner.database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM pg_class WHERE relkind = 'S'")).scalar_one() > 40
        assert session.execute(text(numbered)).all() == []
        assert session.execute(text(sequences)).all() == []


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


class TestThePortal:
    """The portal hands in and reads nothing."""

    @pytest.fixture
    def portal(self, guarded: Department) -> Iterator[psycopg.Connection[object]]:
        with guarded.sql("portal_of_the_office", "portal-words-1405") as psql:
            yield psql

    def test_it_hands_in(self, portal: psycopg.Connection[object]) -> None:
        portal.execute(
            "INSERT INTO intake_submission (channel, external_id, received_at, payload)"
            " VALUES ('portal', 'P-1', now(), '{\"text\": \"متن\"}')"
        )
        portal.close()

    @pytest.mark.parametrize(
        "act",
        [
            "SELECT * FROM intake_submission",
            "UPDATE intake_submission SET payload = '{}'",
            "DELETE FROM intake_submission",
            "INSERT INTO intake_submission (channel, payload, state) VALUES ('portal', '{}', 'done')",
            "INSERT INTO intake_submission (channel, payload) VALUES ('portal', '{}') RETURNING id",
            "SELECT * FROM petition",
            "SELECT * FROM person",
            "SELECT * FROM setting",
            "SELECT * FROM public_comment",
            "SELECT app.search('a', 1, 1000)",
            "SELECT app.me()",
            "SELECT app.sync_account(1)",
            "INSERT INTO event VALUES (1)",
            "CREATE TEMP TABLE x (id int)",
        ],
    )
    def test_it_does_nothing_else(self, portal: psycopg.Connection[object], act: str) -> None:
        with pytest.raises(errors.InsufficientPrivilege):
            portal.execute(act.encode())
        portal.close()


@pytest.mark.parametrize("function", ["append_event", "append_reading_event"])
@pytest.mark.parametrize("who", ["rezaei", "yazdi", "admin"])
def test_nobody_appends_events_past_the_functions_that_read(
    guarded: Department, who: str, function: str
) -> None:
    call = f"SELECT app.{function}('petition', 'note', '{{}}', 1, 'x', now())"
    if function == "append_event":
        call = f"SELECT app.{function}('petition', 1, 'note', '{{}}', 1, 'x', now())"
    with guarded.sql(who) as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute(call.encode())
