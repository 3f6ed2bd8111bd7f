"""Two clerks of a unit at one petition, on PostgreSQL: each sees what the other does, and nothing typed is lost."""

from __future__ import annotations

from pathlib import Path

import psycopg
from sqlalchemy import make_url

from tests.guarded import Department
from tests.journeys.sign_in import sign_in
from tests.journeys.station import Program, Station
from tests.journeys.waiting import waited

SUBJECT = "مجوز کتاب"
HERS = "نسخهٔ دوم کتاب هم ضمیمه است."
ORDER = "دربارهٔ لوح فشردهٔ آن نظر بدهید."
HIS = "ناشر فردا زنگ می‌زند."


def test_two_clerks_at_one_petition(
    department: Department, station: Station, second_station: Station, tmp_path: Path
) -> None:
    office = department.office
    number = office.registered(subject=SUBJECT, unit=office.books)
    address = make_url(department.url)
    # An empty name: the host stands in the query, and a PC's settings name no login.
    server = address._replace(drivername="postgresql", username="", password=None).render_as_string()

    def come_in(place: Station, username: str) -> Program:
        program = place.open("--data-dir", str(tmp_path / username), "--database", server)
        sign_in(program, username)
        program.click("هرگز", "push button")
        program.click(SUBJECT, "cell")
        program.find(SUBJECT, "label")
        return program

    owner = address.set(drivername="postgresql").render_as_string(hide_password=False)

    def state() -> tuple[object, ...]:
        """The status, and what the history says in words."""
        with psycopg.connect(owner) as connection:
            status = connection.execute("SELECT status FROM petition WHERE id = %s", (number,)).fetchone()
            told = connection.execute(
                "SELECT text FROM event WHERE item_type = 'petition' AND item_id = %s AND text <> '' ORDER BY id",
                (number,),
            ).fetchall()
        return (*(status or ()), *(text for (text,) in told))

    her, him = come_in(station, "rezaei"), come_in(second_station, "nouri")

    her.press("a")
    waited(lambda: state() == ("in_progress",), "her petition")
    him.sees("مریم رضایی")
    her.press("n")
    her.wait_focus("نوشتهٔ شما")
    her.type(HERS)
    him.sees("مریم رضایی در حال ویرایش")
    him.press("n")
    him.wait_focus("نوشتهٔ شما")
    him.type(HIS)
    her.press("ctrl+Return")
    waited(lambda: state() == ("in_progress", HERS), "her note")
    her.press("r")
    her.choose_recipient("اداره موسیقی")
    her.write("نوشتهٔ شما", ORDER)
    her.press("ctrl+Return")
    waited(lambda: state() == ("referred", HERS, ORDER), "the referral")
    him.press("ctrl+Return")
    waited(lambda: state() == ("referred", HERS, ORDER, HIS), "his note, which nothing took from him")
    # The window knows it a moment later, and asks about an unsent text until then.
    him.sees("افزوده شد")
    her.close()
    him.close()
