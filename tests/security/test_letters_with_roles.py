"""Letters where everybody is a role of their own: who sends them, and what SQL does not let anybody forge."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Any

import psycopg
import pytest
from psycopg import sql

from desktop_app.errors import NotFoundError, NotPermittedError
from desktop_app.office.letter_templates import LetterKind
from desktop_app.persian.dates import JalaliDay
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.staff.roles import Actor
from tests.guarded import Department

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


def _letter(values: dict[str, Any]) -> tuple[sql.Composed, list[Any]]:
    columns = sql.SQL(", ").join(map(sql.Identifier, values))
    places = sql.SQL(", ").join(
        sql.SQL(value) if name in {"issued_at", "issued_by_id"} else sql.Placeholder()
        for name, value in values.items()
    )
    statement = sql.SQL("INSERT INTO letter ({}) VALUES ({})").format(columns, places)
    return statement, [v for name, v in values.items() if name not in {"issued_at", "issued_by_id"}]


def _take_and_write(connection: psycopg.Connection[Any], year: int, values: dict[str, Any]) -> None:
    with connection.transaction():
        connection.execute("SELECT app.take_numbers('letter', %s, 1)", [year])
        connection.execute(*_letter(values))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "leaves an event"),
        ({"number": 9, "written": "{year}/9"}, "leave no gap"),
        ({"written": "{year}/2"}, "leave no gap"),
        ({"sha256": "0" * 64}, "kept as it goes out"),
        ({"page": None}, "kept as it goes out"),
        ({"issued_at": "now() - interval '1 day'"}, "kept as it goes out"),
        ({"issued_by_id": "app.me() + 1"}, "row-level security"),
        ({"item_id": "music"}, "row-level security"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_no_letter_is_forged_by_sql(department: Department, changed: dict[str, Any], told: str) -> None:
    number, year = resolved(department), this_year(department)
    other, amini = department.signed_in("amini")
    music = other.register.register(
        amini, NewPetition(Kind.REQUEST, Channel.PHONE, "دیگر", unit_id=department.office.music.id)
    ).id
    values: dict[str, Any] = {
        "kind": "reply", "item_type": "petition", "item_id": number, "part": 0, "year": year, "number": 1,
        "written": f"{year}/1", "addressee": "", "issued_at": "now()", "issued_by_id": "app.me()",
        "issued_by": "مریم رضایی", "sha256": sha256(PAGE).hexdigest(), "page": PAGE,
    }  # fmt: skip
    for name, value in changed.items():
        values[name] = music if value == "music" else value
        if name == "written":
            values[name] = str(value).format(year=year)
    with department.sql("rezaei") as clerk, pytest.raises(psycopg.Error, match=told):
        _take_and_write(clerk, year, values)


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
            f" VALUES ('petition', {number}, 99, now(), app.me(), 'مریم رضایی', 'letter_issued', '{{}}',"
            ' \'{"letter_number": "1405/77", "sha256": "00"}\', \'\')'
        )
        with pytest.raises(psycopg.Error, match="no letter"), connection.transaction():
            connection.execute(forged.encode())
