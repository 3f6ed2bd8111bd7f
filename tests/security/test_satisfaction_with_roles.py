"""Satisfaction that is told later, where everybody is a role of their own."""

from __future__ import annotations

from desktop_app.petitions.desk.satisfaction import SatisfactionScore
from desktop_app.petitions.vocabulary import Outcome
from tests.guarded import Department
from tests.security.test_what_sql_cannot_do import refused

_SET = "UPDATE petition SET satisfaction = {}, version = version + 1, changed_at = now() WHERE id = {}"


def test_a_closed_petition_gets_its_first_mark_and_no_other(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    made = department.office.taken()
    open_one = department.office.taken(external_id="open")
    done = clerk.desk.resolve(rezaei, made.id, made.version, Outcome.ANSWERED, "پاسخ")
    amini, music = department.signed_in("amini")
    mark = SatisfactionScore(made.tracking_code, 4, "ممنون")
    # Of another unit: it is not there for them.
    assert amini.satisfaction.marks(music, [made.tracking_code]) == {}
    assert amini.satisfaction.take_in(music, [mark]) == 0
    with department.sql("rezaei") as psql:
        # Without an event, out of bounds, on an open one.
        refused(psql, _SET.format(4, made.id))
        refused(psql, _SET.format(6, made.id))
        refused(psql, _SET.format(4, open_one.id))
    assert clerk.satisfaction.take_in(rezaei, [mark]) == 1
    assert clerk.satisfaction.take_in(rezaei, [mark]) == 0
    with department.sql("rezaei") as psql:
        refused(psql, _SET.format(1, made.id))
    assert clerk.desk.peek(rezaei, done.id).satisfaction == 4
