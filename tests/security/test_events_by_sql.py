"""Events that clients write themselves: of their own doing, of what there is, and of no other kind."""

from __future__ import annotations

import psycopg
import pytest

from tests.guarded import Department
from tests.intake.staged import hand_in

FORGED = (
    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
    " SELECT %s, %s, (SELECT coalesce(max(sequence), 0) + 1 FROM event WHERE item_type = %s AND item_id = %s),"
    " clock_timestamp(), app.me(), full_name, %s, '{}', '{}', 'x' FROM person WHERE id = app.me()"
)


@pytest.mark.parametrize(
    ("kind", "item", "action"),
    [
        ("list", 1, "sent_by_hand"),
        ("list", 2, "list_exported"),
        ("macro", 4711, "macro_added"),
        ("outbox", 4711, "outbox_written"),
        ("outbox_message", 4711, "outbox_again"),
        ("outbox_message", 4711, "sent_by_hand"),
        ("intake", 4711, "intake_put_aside"),
        ("intake", 1, "intake_mended"),
        ("intake", 1, "taken_back_by_hand"),
        ("saved_view", 4711, "view_added"),
    ],
)
def test_no_event_is_written_of_another_kind_or_of_what_there_is_not(
    department: Department, kind: str, item: int, action: str
) -> None:
    assert hand_in(department.owner.database, {"payload": {"text": "x"}}) == [1]
    with department.sql("yazdi") as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute(FORGED, (kind, item, kind, item, action))


def test_of_what_there_is_who_may_do_it_writes_the_event(department: Department) -> None:
    hand_in(department.owner.database, {"payload": {"text": "x"}})
    tries = (("list", "list_exported", ("yazdi", "rezaei")), ("intake", "intake_tried_again", ("yazdi",)))
    for name in ("yazdi", "rezaei"):
        with department.sql(name) as psql:
            for kind, action, who in tries:
                if name in who:
                    assert psql.execute(FORGED, (kind, 1, kind, 1, action)).rowcount == 1
                else:
                    with pytest.raises(psycopg.errors.InsufficientPrivilege):
                        psql.execute(FORGED, (kind, 1, kind, 1, action))
