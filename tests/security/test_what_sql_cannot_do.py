"""What the window would not allow, tried by SQL over a connection of each person's own role.

A new table joins by a line in the lists below: who, what they try, and what the database says to it.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace

import psycopg
import pytest
from psycopg import errors

from desktop_app.office.numbering import written
from desktop_app.people.petitioners import Contact
from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from tests.guarded import Department

_MOVE = "UPDATE petition SET version = version + 1, changed_at = now(), {} WHERE id = {}"
_RESOLVED = "status = 'resolved', is_open = false, resolved_at = now(), outcome = 'answered'"
_EVENT = (
    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
    " VALUES ('{}', {}, {}, {}, {}, '{}', 'note', '{{}}', '{{}}', 'x')"
)
_NEW = (
    "INSERT INTO petition (tracking_code, registry_year, registry_number, identity_key, kind, channel, status,"
    " is_open, urgency, subject, snippet, petitioner_name, about, received_at, registered_at, due_order, changed_at,"
    " version)"
    " VALUES ('999999999999', 1405, {}, 'x', 'request', 'phone', '{}', true, 'normal', '', '', '', '', now(), now(),"
    " '9999-12-31', now(), 1)"
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


MOVES = {
    "take what another unit was sent": ("rezaei", "status = 'in_progress', assignee_id = app.me()", "music"),
    "resolve one's own complaint": ("rezaei", _RESOLVED, "own_complaint"),
    "resolve without an outcome": (
        "rezaei",
        "status = 'resolved', is_open = false, resolved_at = now()",
        "books_taken",
    ),
    "resolve and leave it open": (
        "rezaei",
        "status = 'resolved', outcome = 'answered', resolved_at = now()",
        "books_taken",
    ),
    "resolve what nobody has taken": ("rezaei", _RESOLVED, "books"),
    "resolve yesterday": (
        "rezaei",
        "status = 'resolved', is_open = false, resolved_at = now() - interval '1 day', outcome = 'answered'",
        "books_taken",
    ),
    "archive what is open": (
        "yazdi",
        "status = 'archived', is_open = false, outcome = 'answered'",
        "books_taken",
    ),
    "take in another's name": ("rezaei", "status = 'in_progress', assignee_id = app.me() + 1", "books"),
    "move a deadline": ("rezaei", "due_on = '2030-01-01', due_order = '2030-01-01'", "books_taken"),
    "move a deadline as a manager": (
        "yazdi",
        "due_on = '2030-01-01', due_order = '2030-01-01'",
        "books_taken",
    ),
    "give it an outcome by the way": (
        "rezaei",
        "status = 'waiting', paused_on = now()::date, outcome = 'refused'",
        "books_taken",
    ),
    "hand a colleague's work over": ("nouri", "assignee_id = app.me()", "books_taken"),
    "invent a state": ("rezaei", "status = 'forgotten'", "books_taken"),
}


@pytest.mark.parametrize("move", MOVES)
def test_a_move_that_is_none_is_refused(guarded: Department, items: dict[str, int], move: str) -> None:
    who, change, item = MOVES[move]
    with guarded.sql(who) as connection:
        statement = _MOVE.format(change, items[item])
        try:
            with connection.transaction():
                touched = connection.execute(statement.encode()).rowcount
        except psycopg.Error:
            return
        assert touched == 0


@pytest.mark.parametrize("item", ["unrouted", "books"])
def test_who_is_not_at_the_desk_moves_nothing(guarded: Department, items: dict[str, int], item: str) -> None:
    with guarded.sql("sadeghi") as reviewer:
        statement = _MOVE.format("status = 'referred', unit_id = 1", items[item])
        assert "permission denied" in refused(reviewer, statement)


def test_a_move_that_leaves_no_event_is_refused_at_the_end(
    guarded: Department, items: dict[str, int]
) -> None:
    with guarded.sql("rezaei") as clerk:
        # A move of the table, by who may make it; but the history would not show it.
        said = refused(clerk, _MOVE.format("status = 'in_progress', assignee_id = app.me()", items["books"]))
        assert "event" in said


@pytest.mark.parametrize(
    ("change", "after", "text", "said"),
    [
        (_RESOLVED.replace("answered", "refused"), {"outcome": "refused"}, "پاسخ", "needs a reason"),
        (_RESOLVED.replace("answered", "withdrawn"), {"outcome": "withdrawn"}, " \n ", "needs a reason"),
        ("status = 'waiting', paused_on = now()::date", {}, "", "needs a reason"),
        ("status = 'registered', unit_id = NULL, assignee_id = NULL", {}, "", "not a move"),
        # The history would tell another move than the one that was made.
        (_RESOLVED, {"outcome": "granted"}, "پاسخ", "an event that tells it"),
        (_RESOLVED.replace("answered", "refused"), {"outcome": "refused", "reason": "بند ۲"}, "پاسخ", ""),
    ],
)
def test_a_move_says_what_it_is_and_its_reason(
    guarded: Department, items: dict[str, int], change: str, after: dict[str, str], text: str, said: str
) -> None:
    expected = pytest.raises(psycopg.Error, match=said) if said else contextlib.nullcontext()
    with guarded.sql("rezaei") as clerk, expected:
        move_and_tell(clerk, items["books_taken"], change, after, text)


def move_and_tell(
    clerk: psycopg.Connection[object], number: int, change: str, after: dict[str, str], text: str
) -> None:
    """A clerk moves a petition by SQL and writes the event of it; taken back again where nothing refuses it."""
    told = (
        "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
        " SELECT 'petition', %s, max(sequence) + 1, clock_timestamp(), app.me(), 'مریم رضایی', 'resolve', '{}',"
        " %s, %s FROM event WHERE item_type = 'petition' AND item_id = %s"
    )
    says = json.dumps({"status": change.split("'")[1]} | after)
    with clerk.transaction(force_rollback=True):
        clerk.execute(_MOVE.format(change, number).encode())
        clerk.execute(told.encode(), (number, says, text, number))
        clerk.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_how_a_petition_may_end_is_what_the_office_has_set(
    guarded: Department, items: dict[str, int]
) -> None:
    administrator, admin = guarded.signed_in("admin")

    def choose(code: Outcome, *, offered: bool, reason: bool) -> None:
        seen = next(row for row in administrator.outcomes.all() if row.code is code)
        administrator.outcomes.change(admin, seen, replace(seen, offered=offered, reason=reason))

    granted, number = _RESOLVED.replace("answered", "granted"), items["books_taken"]
    choose(Outcome.GRANTED, offered=False, reason=False)
    choose(Outcome.ANSWERED, offered=True, reason=True)
    try:
        with guarded.sql("rezaei") as clerk:
            assert "does not offer" in refused(clerk, _MOVE.format(granted, number))
            with pytest.raises(psycopg.Error, match="needs a reason"):
                move_and_tell(clerk, number, _RESOLVED, {"outcome": "answered"}, "پاسخ")
            move_and_tell(clerk, number, _RESOLVED, {"outcome": "answered", "reason": "بند ۲"}, "پاسخ")
    finally:
        choose(Outcome.GRANTED, offered=True, reason=False)
        choose(Outcome.ANSWERED, offered=True, reason=False)
    with guarded.sql("rezaei") as clerk:
        move_and_tell(clerk, number, granted, {"outcome": "granted"}, "پاسخ")
        move_and_tell(clerk, number, _RESOLVED, {"outcome": "answered"}, "پاسخ")


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


@pytest.mark.parametrize("number", ["1", "4", "500", "0", "-1"])
def test_a_registry_number_is_neither_taken_twice_nor_skipped(
    guarded: Department, items: dict[str, int], number: str
) -> None:
    with guarded.sql("rezaei") as clerk:
        refused(clerk, _NEW.format(number, "registered"))


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


@pytest.mark.parametrize("status", ["in_progress", "resolved", "archived"])
def test_a_petition_begins_at_its_beginning(guarded: Department, items: dict[str, int], status: str) -> None:
    with guarded.sql("rezaei") as clerk:
        refused(clerk, _NEW.format(6, status))


@pytest.mark.parametrize("who", ["rezaei", "sadeghi", "sharifi", "yazdi"])
@pytest.mark.parametrize(
    "act",
    [
        "SELECT app.sync_account(1)",
        "SELECT app.set_password(1, 'SCRAM-SHA-256$4096:AAAA$BBBB:CCCC')",
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
        "DELETE FROM deadline_rule",
    ],
)
def test_only_an_administrator_administers(guarded: Department, who: str, act: str) -> None:
    with guarded.sql(who) as connection:
        refused(connection, act)


@pytest.mark.parametrize("name", ["postgres", "mosharekat", "pg_monitor", "mosharekat_staff"])
def test_no_administrator_makes_an_account_of_a_role_of_the_server(guarded: Department, name: str) -> None:
    with guarded.sql("admin") as admin:
        refused(
            admin,
            "WITH made AS (INSERT INTO person (username, full_name, password_hash, active, created_at, version)"
            f" VALUES ('{name}', 'x', '', true, now(), 1) RETURNING id) SELECT app.sync_account(id) FROM made",
        )
        said = refused(
            admin,
            "DO $$ DECLARE made integer; BEGIN INSERT INTO person (username, full_name, password_hash, active,"
            f" created_at, version) VALUES ('{name}', 'x', '', true, now(), 1) RETURNING id INTO made;"
            " PERFORM app.sync_account(made); END $$",
        )
        assert "account" in said


@pytest.mark.parametrize(
    "call",
    [
        "SELECT app.take_numbers(NULL, NULL, NULL)",
        "SELECT app.take_numbers('registry', 1405, -1)",
        "SELECT app.take_numbers('registry', 1405, 2147483647)",
        "SELECT app.take_numbers('x''; DROP TABLE petition; --', 1405, 1)",
        "SELECT app.take_numbers('registry', -5, 1)",
        "SELECT app.search('a', -1, 1000)",
        "SELECT app.guard_petition()",
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
        refused(
            clerk,
            _MOVE.format(_RESOLVED, items["own_complaint"]).replace("petition SET", "public.petition SET"),
        )
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


def test_every_table_says_who_may_do_what_with_it(guarded: Department) -> None:
    """A table that a migration adds is closed to everybody until `rights.tables` names it."""
    from desktop_app.database.rights.tables import GRANTS  # noqa: PLC0415

    with guarded.sql("mosharekat") as owner:
        tables = {
            row[0] for row in owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        }
    assert tables - set(GRANTS) == {"counter"}


def test_a_unit_that_holds_petitions_is_not_retired_by_sql(
    guarded: Department, items: dict[str, int]
) -> None:
    with guarded.sql("admin") as admin:
        said = refused(admin, f"UPDATE unit SET active = false WHERE id = {guarded.office.books.id}")
        assert "open petitions" in said


@pytest.mark.parametrize(
    "kind", ["unit", "office", "deputy", "closed_day", "reply_template", "office_service"]
)
def test_only_an_administrator_writes_the_history_of_what_the_office_sets(
    guarded: Department, kind: str
) -> None:
    with guarded.sql("rezaei") as clerk:
        me = clerk.execute("SELECT app.me()").fetchone()
        assert me is not None
        refused(clerk, _EVENT.format(kind, 1, 900, "now()", me[0], "مریم رضایی"))


@pytest.mark.parametrize(
    ("who", "change"),
    [
        ("rezaei", "assignee_id = NULL"),
        ("rezaei", "assignee_id = NULL, status = 'waiting'"),
        ("yazdi", "assignee_id = NULL"),
        ("admin", "assignee_id = NULL"),
        ("sharifi", "assignee_id = app.me()"),
        ("nouri", "assignee_id = app.me()"),
    ],
)
def test_work_in_progress_is_not_taken_from_its_clerk_otherwise_than_by_the_rules(
    guarded: Department, items: dict[str, int], who: str, change: str
) -> None:
    with (
        guarded.sql(who) as connection,
        contextlib.suppress(errors.InsufficientPrivilege),
        connection.transaction(force_rollback=True),
    ):
        assert connection.execute(_MOVE.format(change, items["books_taken"]).encode()).rowcount == 0


def test_a_clerk_is_not_told_what_others_hold(guarded: Department, items: dict[str, int]) -> None:
    rezaei = guarded.office.clerk.person_id
    for who, told in (("nouri", 0), ("sharifi", 0), ("yazdi", 1), ("admin", 1)):
        with guarded.sql(who) as connection:
            found = connection.execute("SELECT * FROM app.held_by(%s)", (rezaei,)).fetchall()
            assert len(found) == told


class TestThePortal:
    """The portal hands in and reads nothing."""

    @pytest.fixture
    def portal(self, guarded: Department) -> psycopg.Connection[object]:
        return guarded.sql("portal_of_the_office", "portal-words-1405")

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
