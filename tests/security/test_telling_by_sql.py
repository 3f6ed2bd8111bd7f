"""Messages to commenters where everybody has an own login: whom SQL lets tell, how often, and what it reads."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import select, text

from desktop_app.clock import FixedClock
from desktop_app.errors import NotPermittedError
from desktop_app.office.model import ClosedDay
from desktop_app.petitions.outbox.service import Receipt
from tests.clocks import server_now
from tests.guarded import Department, by_sql
from tests.instruments.consulting import Consultation, put_before_public
from tests.reports.telling import COMMENTS, EMAIL, finish, finished, revised, switch_on
from tests.security.refusing import refused

WORDS: dict[str, Any] = {"way": "email", "subject": "نتیجه", "text": "نتیجهٔ نظر شما"}
WAYS = "SELECT comment, way FROM app.ways_to_senders(%s)"
STAFF = ("rezaei", "nouri", "amini", "sharifi", "sadeghi", "yazdi", "admin")


@pytest.fixture
def consultation(department: Department) -> Consultation:
    """A consultation whose window ended on the last day without a closure: with one, a manager has to decide."""
    made = Consultation(department.office, FixedClock(server_now())).register()
    with made.services.database.reading() as session:
        closed = set(session.scalars(select(ClosedDay.day)))
    last = next(day for ago in count(1) if (day := made.today - timedelta(days=ago)) not in closed)
    put_before_public(made.services, made.id, last - timedelta(days=30), last)
    return made


def told_by(psql: psycopg.Connection[Any], number: int, key: str = "k") -> str | None:
    return by_sql(psql, "sender_told", number, item_type="comment", key=f"{key}{number}", **WORDS)


def test_reviewers_and_managers_of_the_unit_tell_and_nobody_else(
    department: Department, consultation: Consultation
) -> None:
    first, second, *_ = revised(consultation)
    switch_on(consultation)
    with department.sql("sadeghi") as psql:
        # The law leaves no message before the end.
        assert told_by(psql, first) == "draft_is_not_finished"
    finish(consultation)
    for name in ("rezaei", "amini", "admin"):
        services, person = department.signed_in(name)
        with department.sql(name) as psql:
            assert told_by(psql, first) == "not_your_role", name
            assert psql.execute(WAYS, (consultation.id,)).fetchall() == [], name
        with pytest.raises(NotPermittedError):
            services.comment_outcomes.tell(person, consultation.id)
    with department.sql("sadeghi") as psql:
        assert told_by(psql, first) is None
        # How senders are reached, and nothing else of them.
        assert dict(psql.execute(WAYS, (consultation.id,)).fetchall())[second] == "email"
    with department.sql("yazdi") as psql:
        assert told_by(psql, second) is None


def test_sql_tells_nobody_twice_and_chooses_no_address(
    department: Department, consultation: Consultation, tmp_path: Path
) -> None:
    first, second, named, nameless, national, _ = finished(consultation)
    with department.sql("sadeghi") as psql:
        assert told_by(psql, second) == "message_is_off"
    switch_on(consultation)
    with department.sql("sadeghi") as psql:
        assert told_by(psql, first) is None
        assert told_by(psql, first, key="other") == "told_already"
        assert told_by(psql, second) is None
        for number in (named, nameless, national):
            assert told_by(psql, number) == "cannot_be_reached"
    with department.sql("yazdi") as psql:
        new = "INSERT INTO outbox_message (key, comment_id, kind, way, subject, text, state, made_at{more}) VALUES"
        row = f"('k9', {first}, 'commented', 'sms', '', 'x', 'waiting', now()"
        refused(psql, f"{new.format(more='')} {row})")
        refused(psql, f"{new.format(more=', address')} {row}, '09120000000')")
        refused(psql, f"UPDATE outbox_message SET comment_id = {second}")
        refused(psql, "UPDATE outbox_message SET text = 'x'")
        refused(psql, "DELETE FROM outbox_message")
        # What the client says of the way is not believed: the way is the sender's own.
        [way] = psql.execute("SELECT way FROM outbox_message WHERE comment_id = %s", (first,)).fetchall()
        assert way == ("sms",)
    services, yazdi = department.signed_in("yazdi")
    assert services.delivery.write(yazdi, tmp_path).messages == {"sms": 1, "email": 1}
    [path] = tmp_path.glob("*.jsonl")
    sent = json.loads(path.read_text("utf-8"))
    assert sent["to"] == "09123456789"
    services.outbox.note_receipts(yazdi, [Receipt(sent["id"], False, "خاموش")])
    again = (
        "INSERT INTO outbox_message (key, comment_id, kind, way, subject, text, state, made_at, again_of_id)"
        " SELECT %s, comment_id, kind, way, subject, {words}, 'waiting', now(), id FROM outbox_message"
        " WHERE state IN ('failed', 'retried') LIMIT 1"
    )
    with department.sql("yazdi") as psql:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute(again.format(words="'other words'").encode(), ("again 1",))
        # Nor without an event.
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute(again.format(words="text").encode(), ("again 2",))
        [[failed]] = psql.execute("SELECT id FROM outbox_message WHERE state = 'failed'").fetchall()
        assert services.outbox.again(yazdi, [failed]) == 1
        # A failed message is replaced once.
        with pytest.raises(psycopg.errors.UniqueViolation):
            psql.execute(again.format(words="text").encode(), ("again 3",))
    with department.sql("rezaei") as psql:
        # Of one unit's clerk they are not.
        assert psql.execute("UPDATE outbox_message SET state = 'cancelled'").rowcount == 0


def test_nobody_reads_a_contact_and_only_who_reads_the_comment_reads_its_message(
    department: Department, consultation: Consultation, tmp_path: Path
) -> None:
    numbers = finished(consultation, COMMENTS[:2])
    switch_on(consultation)
    services, sadeghi = department.signed_in("sadeghi")
    assert sum(services.comment_outcomes.tell(sadeghi, consultation.id).values()) == 2
    with department.owner.database.engine.begin() as owner:
        owner.execute(
            text("UPDATE public_comment SET hidden_reason = 'insult' WHERE id = :id"), {"id": numbers[0]}
        )
    seen = {}
    for name in STAFF:
        with department.sql(name) as psql:
            for asked in (
                "SELECT * FROM comment_sender",
                "SELECT * FROM outbox_address",
                f"SELECT app.contact_of({numbers[0]})",
                f"SELECT app.way_to({numbers[0]})",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    psql.execute(asked.encode())
            rows = psql.execute("SELECT * FROM outbox_message").fetchall()
            assert EMAIL not in str(rows)
            assert "6789" not in str(rows)
            seen[name] = len(rows)
    # Reviewers, the draft's unit, and who sends for all read the message of a hidden comment.
    assert seen["sadeghi"] == seen["yazdi"] == 2
    assert seen["amini"] == 1
    preview = services.comment_outcomes.preview(sadeghi, consultation.id)
    assert sum(preview.made.values()) == 2
