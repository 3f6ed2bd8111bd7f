"""The power goes while a clerk types: what was typed is there again, and is registered once."""

from __future__ import annotations

from desktop_app.unfinished import FOLDER
from tests.journeys.conftest import Desk
from tests.journeys.sign_in import sign_in
from tests.journeys.station import Station
from tests.journeys.waiting import waited

NAME = "رضا کاظمی"
CALL = "تابلوی تالار از ماه پیش افتاده و خطرناک است."
LAST = " لطفاً پیگیری کنید."


def test_what_is_typed_outlives_the_program(desk: Desk, station: Station) -> None:
    program = station.open(*desk.arguments)
    sign_in(program, "rezaei")
    program.press("ctrl+t")
    program.wait_focus("شمارهٔ تماس")
    program.write("نام", NAME)
    program.write("متن گفته‌ها", CALL)
    kept = desk.folder / FOLDER
    waited(lambda: any(CALL.encode() in file.read_bytes() for file in kept.iterdir()), "the first keeping")
    program.type(LAST)
    program.kill()

    again = station.open(*desk.arguments)
    sign_in(again, "rezaei")
    again.sees("بازیابی شد")
    again.click("نمایش", "push button")
    # The last third of a second may be gone, and nothing before it.
    left = waited(lambda: again.text("متن گفته‌ها"), "the text")
    assert (CALL + LAST).startswith(left)
    assert left.startswith(CALL)
    assert again.text("نام") == NAME
    again.press("ctrl+Return")
    again.sees("ثبت شد")
    assert desk.rows("SELECT body FROM petition_text") == [(left,)]
    again.press("Escape")
    again.close()
