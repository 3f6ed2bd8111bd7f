"""A clerk with the mouse: low rows are referred together and come back; the number of a caller is corrected."""

from __future__ import annotations

import time

from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.journeys.conftest import Desk
from tests.journeys.sign_in import sign_in
from tests.journeys.station import Program, Station
from tests.journeys.waiting import waited
from ui.widgets.shield import LATE

ORDINALS = (
    "یکم",
    "دوم",
    "سوم",
    "چهارم",
    "پنجم",
    "ششم",
    "هفتم",
    "هشتم",
    "نهم",
    "دهم",
    "یازدهم",
    "دوازدهم",
    "سیزدهم",
)
CALLERS = {"زهرا امینی": "09121234567", "حسن شریفی": "09351112233"}
AGAIN = "برای همان پرونده دوباره تماس گرفت."
OTHER = "از همان شماره، دربارهٔ پرونده‌ای دیگر."


def test_a_clerk_with_the_mouse(desk: Desk, station: Station) -> None:
    prepare(desk)
    program = station.open(*desk.arguments)
    sign_in(program, "rezaei")
    program.click("هرگز", "push button")
    refer_what_is_marked(desk, program)
    correct_the_number(desk, program)
    keep_two_people_apart(desk, program)
    program.sees("رسید")
    program.press("Escape")
    program.find("کارتابل — ", "frame")
    program.close()
    assert "ok" in station.run(*desk.arguments, "audit", "verify", "--json")


def prepare(desk: Desk) -> None:
    office = desk.office()
    for ordinal in ORDINALS:
        office.taken(text=f"متن {ordinal}", subject=f"پرونده {ordinal}")
    for name, mobile in CALLERS.items():
        contact = Contact(name=name, mobile=mobile)
        petition = NewPetition(Kind.REQUEST, Channel.PHONE, f"متن {name}", f"تماس {name}", contact)
        office.services.register.register(office.clerk, petition)
    office.services.close()


def refer_what_is_marked(desk: Desk, program: Program) -> None:
    """The second of two quick clicks meets the row that it is meant for, though a bar has come with the first."""
    program.press("g", "m")
    program.find("پرونده یکم", "cell")
    *_, upper, lower = program.middles("پرونده", "cell")
    program.station.click(upper, lower, held="ctrl")
    program.sees("۲ درخواست نشان شده است")
    program.press("r")
    program.choose_recipient("اداره موسیقی")
    program.press("Return")
    program.type("بررسی شود.")
    program.sees("برای ۲ درخواست از ۲ درخواست")
    program.press("ctrl+Return")
    sent = "SELECT count(*) FROM petition JOIN unit u ON u.id = unit_id WHERE u.code = 'music'"
    waited(lambda: desk.value(sent) == 2, "the referral of two")
    program.sees("لغو این کار")
    # A person needs longer to read it: what has just appeared takes no click.
    time.sleep(LATE / 1000)
    program.click("لغو این کار", "push button")
    waited(lambda: desk.value(sent) == 0, "both back")


def correct_the_number(desk: Desk, program: Program) -> None:
    """What a look-up filled in follows the number; a typed name stays, and a key takes the stored one."""
    (first, wrong), (name, right) = CALLERS.items()
    program.press("ctrl+t")
    program.wait_focus("شمارهٔ تماس")
    program.type(wrong)
    program.wait_text("نام", first)
    program.write("شمارهٔ تماس", right)
    program.wait_text("نام", name)
    program.write("نام", "نام دیگر")
    program.sees(f"نام ثبت‌شدهٔ این شماره: {name}")
    program.press("F4")
    program.wait_text("نام", name)
    program.write("متن گفته‌ها", AGAIN)
    program.press("ctrl+Return")
    waited(lambda: of_call(desk, AGAIN) == [(name,)], "the call of the known one")
    assert desk.value("SELECT count(*) FROM petitioner WHERE name = ?", name) == 1


def keep_two_people_apart(desk: Desk, program: Program) -> None:
    """A known number with another name is asked about once."""
    name, number = next(iter(CALLERS.items()))
    program.press("ctrl+Return")
    program.wait_text("متن گفته‌ها", "")
    program.write("شمارهٔ تماس", number)
    program.wait_text("نام", name)
    program.write("نام", "مریم امینی")
    program.write("متن گفته‌ها", OTHER)
    program.press("ctrl+Return")
    program.sees("این شماره با نام دیگری ثبت شده است")
    assert of_call(desk, OTHER) == []
    program.click("شخص دیگر", "push button")
    waited(lambda: of_call(desk, OTHER) == [("مریم امینی",)], "the call of the other one")


def of_call(desk: Desk, text: str) -> list[tuple[str]]:
    return desk.rows(
        "SELECT w.name FROM petition p JOIN petition_text t ON t.petition_id = p.id"
        " JOIN petitioner w ON w.id = petitioner_id WHERE t.body = ?",
        text,
    )
