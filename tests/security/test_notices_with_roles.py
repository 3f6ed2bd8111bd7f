"""Notices where everybody is a role of their own: who is told what, and whose marks nobody else reads or writes."""

from __future__ import annotations

import psycopg
import pytest

from desktop_app.petitions.bulk.acts import Refer
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.vocabulary import Move
from desktop_app.reports.notices.model import NoticeKind, Told
from desktop_app.reports.notices.runs import list_of
from desktop_app.staff.roles import Actor
from tests.guarded import Department
from tests.reports.test_notices import INDEXES, NO_OTHER_WAY, plan_of


def test_each_unit_is_told_of_its_own(department: Department) -> None:
    office = department.office
    manager, yazdi = department.signed_in("yazdi")
    books, music = office.registered("برای کتاب"), office.registered("برای موسیقی")
    manager.desk.refer(yazdi, books, 1, office.books.id)
    manager.desk.refer(yazdi, music, 1, office.music.id)
    found = {}
    for name in ("rezaei", "amini", "sadeghi"):
        services, actor = department.signed_in(name)
        found[name] = [(row.kind, row.petition_id) for row in services.notices.of(actor).notices]
    assert found == {
        "rezaei": [(NoticeKind.TO_UNIT, books)],
        "amini": [(NoticeKind.TO_UNIT, music)],
        "sadeghi": [],
    }
    # Whoever asks for another is told of nothing that they do not see.
    outsider, amini = department.signed_in("amini")
    as_another = Actor(office.clerk.person_id, amini.name, office.clerk.memberships)
    assert outsider.notices.of(as_another).notices == ()


def test_row_security_leaves_the_indexes_in_use(department: Department) -> None:
    manager, yazdi = department.signed_in("yazdi")
    manager.desk.refer(yazdi, department.office.registered(), 1, department.office.books.id)
    clerk, rezaei = department.signed_in("rezaei")
    plan = plan_of(clerk, rezaei, "EXPLAIN", *NO_OTHER_WAY)
    for index, moment in zip(INDEXES, ("changed_at", "sent_at", "acted_at", "taken_at"), strict=True):
        lines = plan.splitlines()
        at = next(at for at, line in enumerate(lines) if f"using {index}" in line)
        assert "Index Cond" in lines[at + 1], plan
        assert moment in lines[at + 1], plan


def test_marks_and_wishes_are_of_their_person_alone(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    clerk.notices.mark(rezaei, {"event:1": True})
    clerk.notices.tell(rezaei, {Told.CLOSED})
    assert clerk.notices.of(rezaei).muted == {Told.CLOSED}
    for name in ("nouri", "yazdi", "admin"):
        with department.sql(name) as psql:
            assert psql.execute("SELECT count(*) FROM notice_state").fetchone() == (0,)
            assert psql.execute("UPDATE notice_state SET marks = '{}'").rowcount == 0
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(
                    "INSERT INTO notice_state (person_id, marks, muted) VALUES (%s, '{}', '[]')",
                    (department.office.manager.person_id if name != "yazdi" else rezaei.person_id,),
                )
    with department.sql("rezaei") as psql:
        for statement in ("DELETE FROM notice_state", "UPDATE notice_state SET person_id = 1"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(statement)


def test_a_run_and_a_take_over_are_told_to_whom_they_concern_alone(department: Department) -> None:
    office = department.office
    mine = office.taken().id
    numbers = tuple(office.registered(f"متن {number}") for number in range(3))
    manager, yazdi = department.signed_in("yazdi")
    act, selection = Refer(office.books.id, "برای اقدام"), BulkSelection(numbers)
    manager.bulk.run(yazdi, manager.bulk.begin(selection, act, manager.bulk.preview(yazdi, selection, act)))
    colleague, nouri = department.signed_in("nouri")
    colleague.desk.make(Move.TAKE_OVER, nouri, mine, colleague.desk.peek(nouri, mine).version)
    clerk, rezaei = department.signed_in("rezaei")
    told = {row.kind: row for row in clerk.notices.of(rezaei).notices}
    assert told.keys() == {NoticeKind.TO_UNIT, NoticeKind.TAKEN_OVER}
    run = told[NoticeKind.TO_UNIT]
    assert (run.count, told[NoticeKind.TAKEN_OVER].petition_id) == (3, mine)
    rows = clerk.inbox.first(rezaei, list_of(run, rezaei.person_id), 10)
    assert {row.id for row in rows} == set(numbers)
    # Whoever knows the key of a run sees no more by it than without it.
    outsider, amini = department.signed_in("amini")
    assert outsider.inbox.first(amini, list_of(run, amini.person_id), 10) == ()
    assert outsider.notices.of(amini).notices == ()
    with department.sql("amini") as psql:
        assert psql.execute("SELECT count(*) FROM taken_over").fetchone() == (0,)
