"""Satisfaction that is told later, where everybody is a role of their own."""

from __future__ import annotations

from desktop_app.petitions.desk.satisfaction import SatisfactionScore
from desktop_app.petitions.vocabulary import Outcome
from tests.guarded import Department, by_sql


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
        told = "satisfaction_told"
        assert by_sql(psql, told, made.id, satisfaction=6) == "out_of_range"
        assert by_sql(psql, told, open_one.id, satisfaction=4) == "not_from_this_state"
    assert clerk.satisfaction.take_in(rezaei, [mark]) == 1
    assert clerk.satisfaction.take_in(rezaei, [mark]) == 0
    with department.sql("rezaei") as psql:
        assert by_sql(psql, told, made.id, satisfaction=1) == "satisfaction_is_known"
    assert clerk.desk.peek(rezaei, done.id).satisfaction == 4
