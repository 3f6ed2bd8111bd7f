"""By SQL, in one's own name: history that tells what never was, written to be undone to it."""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest
from sqlalchemy import text

from desktop_app.office.settings import AnswerDeadline
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.services import Services
from desktop_app.staff.roles import Actor
from tests.guarded import Department

_UNDO = (
    "UPDATE petition SET version = version + 1, changed_at = now(), status = %(status)s::text,"
    " is_open = %(status)s::text NOT IN ('resolved', 'archived'), unit_id = %(unit_id)s::integer,"
    " assignee_id = %(assignee_id)s::integer, outcome = %(outcome)s,"
    " duplicate_of_id = %(duplicate_of_id)s::integer, satisfaction = %(satisfaction)s::integer,"
    " due_on = %(due_on)s::date, due_order = coalesce(%(due_on)s::date, DATE '9999-12-31'),"
    " paused_on = %(paused_on)s::date,"
    " resolved_at = CASE WHEN %(status)s::text IN ('resolved', 'archived') THEN now() END WHERE id = %(id)s"
)


def in_progress(
    department: Department, words: str = "شکایت از نگارخانه", kind: Kind = Kind.COMPLAINT
) -> tuple[Services, Actor, PetitionDetail]:
    """What the clerk has in progress; a complaint is not theirs to resolve."""
    office = department.office
    rule = AnswerDeadline(None, None, 5, working=True)
    office.services.office.set_deadlines(office.administrator, (rule,))
    services, rezaei = department.signed_in("rezaei")
    new = NewPetition(
        kind=kind,
        channel=Channel.PHONE,
        text=words,
        unit_id=department.office.books.id,
    )
    seen = services.desk.open(rezaei, services.register.register(rezaei, new).id)
    return services, rezaei, services.desk.take(rezaei, seen.id, seen.version)


def standing(department: Department, number: int) -> dict[str, Any]:
    with department.owner.database.reading() as session:
        return dict(session.execute(text("SELECT app.standing_of(:n)"), {"n": number}).scalar_one())


def write(
    connection: psycopg.Connection[Any], number: int, action: str, before: object, after: object
) -> None:
    connection.execute(
        "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
        " SELECT 'petition', %s, max(sequence) + 1, clock_timestamp(), app.me(), 'مریم رضایی', %s, %s, %s, 'چون'"
        " FROM event WHERE item_type = 'petition' AND item_id = %s",
        (number, action, json.dumps(before), json.dumps(after), number),
    )


def go_back(
    connection: psycopg.Connection[Any],
    number: int,
    forged: list[tuple[str, Any, Any]],
    never: dict[str, Any],
) -> None:
    """Writes what never happened, and undoes it, in one transaction that leaves the event it has to."""
    with connection.transaction():
        for action, before, after in forged:
            write(connection, number, action, before, after)
        connection.execute(_UNDO, never | {"id": number})
        write(connection, number, "undo", {}, never)


RESOLVED = {"status": "resolved", "outcome": "answered"}
LATER = {"due_on": "2031-01-01"}
FREE = {"due_on": None}


@pytest.mark.parametrize("wanted", [RESOLVED, LATER, FREE], ids=["resolved", "later", "free"])
@pytest.mark.parametrize("told", ["once", "twice", "little"])
def test_what_never_was_is_not_gone_back_to(
    department: Department, wanted: dict[str, Any], told: str
) -> None:
    services, rezaei, detail = in_progress(department)
    with department.sql("rezaei") as clerk:
        now = standing(department, detail.id)
        never = now | wanted
        # Twice: as if it had been so, and moved on from there.
        forged = [("resolve", now, never)] if told == "twice" else []
        forged.append(("reopen", never, {"status": now["status"]} if told == "little" else now))
        with pytest.raises(psycopg.errors.InsufficientPrivilege) as refused:
            go_back(clerk, detail.id, forged, never)
        assert ("tells it as it is" in str(refused.value)) is (told == "twice")
    assert services.desk.peek(rezaei, detail.id).version == detail.version
    # Undoing what was done is as it was.
    undone = services.desk.undo(rezaei, detail.id, detail.version)
    assert undone.assignee_id is None


def test_a_duplicate_does_not_come_back_as_something_else(department: Department) -> None:
    services, rezaei, detail = in_progress(department, kind=Kind.REQUEST)
    other = in_progress(department, "درخواستی دیگر", Kind.REQUEST)[2]
    merged = services.desk.resolve(
        rezaei, detail.id, detail.version, Outcome.DUPLICATE, "همان است", duplicate_of=other.tracking_code
    )
    with department.sql("rezaei") as clerk:
        now = standing(department, detail.id)
        never = now | {"status": "awaiting_approval", "outcome": None, "duplicate_of_id": None}
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            go_back(clerk, detail.id, [("close", never, now)], never)
    back = services.desk.unmerge(rezaei, detail.id, merged.version, "دو موضوع است")
    assert back.status == detail.status
