"""Reserved codes where everybody is a role of their own: made by the function alone, ended by their holder."""

from __future__ import annotations

import psycopg
import pytest

from desktop_app.petitions.registration.codes import new_tracking_code
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.guarded import Department


def test_the_database_keeps_a_code_for_who_reserved_it(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    code = clerk.reservations.reserve(rezaei)
    with department.sql("nouri") as psql:
        assert psql.execute("SELECT count(*) FROM reserved_code").fetchone() == (0,)
        assert psql.execute("DELETE FROM reserved_code").rowcount == 0
        assert psql.execute("SELECT app.reserve_code(%s, NULL)", (code,)).fetchone() == (False,)
        assert psql.execute("SELECT app.free_codes(%s)", ([code],)).fetchall() == []
        # Whose it is says the login, not the caller.
        mine = new_tracking_code()
        assert psql.execute("SELECT app.reserve_code(%s, %s)", (mine, rezaei.person_id)).fetchone() == (True,)
        assert psql.execute("SELECT tracking_code FROM reserved_code").fetchall() == [(mine,)]
        for statement in (
            "INSERT INTO reserved_code (tracking_code, until) VALUES ('1', now())",
            "UPDATE reserved_code SET until = now()",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(statement)
        for wrong in ("12", "123456789012", "x"):
            with pytest.raises(psycopg.errors.InvalidParameterValue):
                psql.execute("SELECT app.reserve_code(%s, NULL)", (wrong,))
    with department.sql("sadeghi") as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute("SELECT app.free_codes(%s)", ([code],))
    made = clerk.register.register(
        rezaei, NewPetition(Kind.REQUEST, Channel.PHONE, "متن", reserved_code=code)
    )
    assert made.tracking_code == code
    # Another unit's clerk, who does not see the petition, learns that the code is gone and no more.
    amini, actor = department.signed_in("amini")
    again = amini.register.register(
        actor, NewPetition(Kind.REQUEST, Channel.PHONE, "متن دو", reserved_code=code)
    )
    assert again.tracking_code != code
