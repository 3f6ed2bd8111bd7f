"""Letters where everybody is a role of their own: who sends them, and what SQL does not let anybody forge."""

from __future__ import annotations

from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Any

import psycopg
import pytest

from desktop_app.database.verification import verify
from desktop_app.errors import NotFoundError, NotPermittedError
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.office.letter_templates import LetterKind
from desktop_app.persian.dates import JalaliDay
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.staff.roles import Actor
from tests.clocks import server_now
from tests.guarded import Department, by_sql
from tests.security.reviewed import told

PAGE = b"%PDF-1.4 made"


def resolved(department: Department, text: str = "متن") -> int:
    """A petition of the book unit that was answered by its clerk."""
    clerk, rezaei = department.signed_in("rezaei")
    books = department.office.books.id
    made = clerk.register.register(rezaei, NewPetition(Kind.REQUEST, Channel.PHONE, text, unit_id=books))
    taken = clerk.desk.take(rezaei, made.id, clerk.desk.peek(rezaei, made.id).version)
    return clerk.desk.resolve(rezaei, made.id, taken.version, Outcome.ANSWERED, "پاسخ").id


def this_year(department: Department) -> int:
    return JalaliDay.of(department.owner.drafting.today()).year


def test_who_works_on_a_petition_sends_its_letter_and_nobody_else(department: Department) -> None:
    number, year = resolved(department), this_year(department)
    outsider, amini = department.signed_in("amini")
    with pytest.raises(NotFoundError):
        outsider.petition_letters.issue_reply(amini, number, "")
    reviewer, sadeghi = department.signed_in("sadeghi")
    with pytest.raises(NotFoundError):
        reviewer.petition_letters.issue_reply(sadeghi, number, "")
    clerk, nouri = department.signed_in("nouri")
    paper = clerk.petition_letters.issue_reply(nouri, number, "علی کریمی")
    assert paper.issued is not None
    assert paper.issued.number == f"{year}/1"
    manager, yazdi = department.signed_in("yazdi")
    assert manager.petition_letters.paper(yazdi, number, LetterKind.REPLY).pdf == paper.pdf
    clerk.petition_letters.note_printed(nouri, number, LetterKind.REPLY, "printer")
    with department.sql("amini") as connection:
        assert connection.execute("SELECT id FROM letter").fetchall() == []


def test_clerks_who_send_at_once_get_numbers_without_a_gap(department: Department) -> None:
    numbers = [resolved(department, f"متن {at}") for at in range(6)]
    people = [department.signed_in(name) for name in ("rezaei", "nouri", "yazdi")]

    def send(at: int) -> str:
        services, actor = people[at % 3]
        issued = services.petition_letters.issue_reply(actor, numbers[at], "").issued
        assert issued is not None
        return issued.number

    with ThreadPoolExecutor(3) as pool:
        given = list(pool.map(send, range(6)))
    assert sorted(given) == [f"{this_year(department)}/{n}" for n in range(1, 7)]


def test_templates_are_an_administrator_s(department: Department) -> None:
    clerk, _ = department.signed_in("rezaei")
    forged = Actor(None, "کسی", department.office.administrator.memberships)
    with pytest.raises(NotPermittedError):
        clerk.letter_templates.change(forged, LetterKind.SLIP, 0, clerk.letter_templates.all()[1].words)
    admin, administrator = department.signed_in("admin")
    seen = admin.letter_templates.all()[1]
    row = admin.letter_templates.change(administrator, LetterKind.SLIP, seen.version, seen.words)
    assert row.version == seen.version + 1


def values(year: int, number: int) -> dict[str, Any]:
    """What an honest client gives with the first letter."""
    page = b64encode(PAGE).decode()
    return {
        "kind": "reply", "part": 1, "year": year, "number": number, "written": "x", "addressee": "", "page": page,
        "classification": "normal", "paper_size": "a4", "enclosure": "", "copies": "",
    }  # fmt: skip


def _issued_by_sql(
    connection: psycopg.Connection[Any], petition: int, this: int, /, **given: Any
) -> str | None:
    """Takes the next number and issues a letter of a petition with it, all in one transaction."""
    known = values(this, 1)
    with connection.transaction():
        connection.execute("SELECT app.take_numbers('letter', %s, 1)", [given.get("year", this)])
        return by_sql(connection, "letter_issued", petition, **(known | given))


@pytest.mark.parametrize(
    ("who", "given", "rule"),
    [
        ("rezaei", {"number": 9}, "not_there_any_more"),
        ("rezaei", {"year": 1390}, "not_there_any_more"),
        ("rezaei", {"kind": "notice"}, "not_there_any_more"),
        ("rezaei", {"kind": None}, "not_there_any_more"),
        ("rezaei", {"part": 4711}, "letter_needs_a_reply"),
        ("rezaei", {"page": ""}, "text_missing"),
        ("rezaei", {"classification": "secret"}, "out_of_range"),
        ("rezaei", {"paper_size": None}, "out_of_range"),
        ("amini", {}, "not_there"),
        ("sadeghi", {}, "not_there"),
    ],
)
def test_the_rules_of_letters_hold_for_whoever_calls_them(
    department: Department, who: str, given: dict[str, Any], rule: str
) -> None:
    number, year = resolved(department), this_year(department)
    with department.sql(who) as psql, psql.transaction(force_rollback=True):
        assert _issued_by_sql(psql, number, year, **given) == rule
    with department.sql("rezaei") as psql, psql.transaction(force_rollback=True):
        # Around New Year that of the last year would do.
        assert _issued_by_sql(psql, number, year, year=year - 2) == "not_there_any_more"
    # A number that was taken for a letter that was refused is not lost: the transaction is.
    with department.sql("rezaei") as psql:
        with pytest.raises(psycopg.Error, match="taken and not used"):
            _issued_by_sql(psql, number, year, number=9)
        assert _issued_by_sql(psql, number, year) is None
        with psql.transaction(force_rollback=True):
            assert _issued_by_sql(psql, number, year, number=2) == "letter_is_out"


def test_a_letter_bears_who_sent_it_when_and_its_own_digest_whatever_the_caller_says(
    department: Department,
) -> None:
    number, year = resolved(department), this_year(department)
    manager = department.office.manager
    forged: dict[str, Any] = {
        "written": "1405/77", "sha256": "0" * 64, "issued_by": manager.name, "issued_by_id": manager.person_id,
        "issued_at": "2020-01-01", "item_id": 4711,
    }  # fmt: skip
    before = server_now()
    with department.sql("rezaei") as psql:
        assert _issued_by_sql(psql, number, year, **forged) is None
        row = psql.execute(
            "SELECT item_id, written, sha256, issued_by, issued_at >= %s FROM letter", [before]
        ).fetchone()
    digest, clerk = sha256(PAGE).hexdigest(), department.office.clerk
    assert row == (number, f"{year}/1", digest, clerk.name, True)
    event = told(department, "petition", number)[-1]
    assert (event.action, event.actor_id, event.after["issued_number"], event.after["sha256"]) == (
        "letter_issued", clerk.person_id, f"{year}/1", digest,
    )  # fmt: skip
    assert verify(department.owner.database).ok


def test_no_letter_bears_a_number_that_somebody_wrote_on_a_draft(department: Department) -> None:
    number = resolved(department)
    drafting, reviewer = department.owner.drafting, department.office.reviewer
    draft = drafting.register(reviewer, InstrumentKind.BYLAW, "آیین‌نامه").row.id
    clerk = department.office.clerk.person_id
    with department.sql("mosharekat") as owner, owner.transaction(force_rollback=True):
        owner.execute("ALTER TABLE instrument DISABLE TRIGGER USER")
        owner.execute("UPDATE instrument SET letter_number = '۱۳۹۸/۱' WHERE id = %s", [draft])
        # The owner says who acts and when.
        rules = []
        for one in (1, 2):
            owner.execute("SELECT app.take_numbers('letter', 1398, 1)")
            rules.append(by_sql(owner, "letter_issued", number, actor=clerk, **values(1398, one)))
        assert rules == ["not_there_any_more", None]


@pytest.mark.parametrize("who", ["rezaei", "sadeghi", "yazdi", "admin"])
def test_nobody_writes_a_letter_beside_the_act(department: Department, who: str) -> None:
    number = resolved(department)
    with department.sql(who) as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute(
            "INSERT INTO letter (kind, item_type, item_id, part, year, number, written, addressee, issued_at,"
            " issued_by_id, issued_by, sha256, page)"
            " VALUES ('reply', 'petition', %s, 1, 1405, 1, '1405/1', '', now(), app.me(), 'x', %s, %s)",
            [number, sha256(PAGE).hexdigest(), PAGE],
        )


def test_what_went_out_is_neither_changed_nor_erased_and_not_told_of_falsely(department: Department) -> None:
    number = resolved(department)
    clerk, rezaei = department.signed_in("rezaei")
    clerk.petition_letters.issue_reply(rezaei, number, "")
    with department.sql("rezaei") as connection:
        for act in ("UPDATE letter SET addressee = 'x'", "DELETE FROM letter", "TRUNCATE letter"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
                connection.execute(act.encode())
        forged = (
            "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
            f" SELECT 'petition', {number}, max(sequence) + 1, now(), app.me(), 'مریم رضایی',"
            " 'letter_issued', '{}',"
            ' \'{"letter_number": "1405/77", "sha256": "00"}\', \'\''
            f" FROM event WHERE item_type = 'petition' AND item_id = {number}"
        )
        with pytest.raises(psycopg.Error, match="row-level security"), connection.transaction():
            connection.execute(forged.encode())
