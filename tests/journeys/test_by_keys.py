"""A day at a small screen without a mouse: a call, a referral to a colleague, an answer, a search, the help."""

from __future__ import annotations

from tests.journeys.conftest import Desk
from tests.journeys.sign_in import sign_in
from tests.journeys.station import Program, Station
from tests.journeys.waiting import waited

CALL = "کتابخانه تا چه ساعتی باز است؟"
NOTE = "به متقاضی گفتم فردا تماس می‌گیریم."
ORDER = "ساعت تازه را هم بگویید."
ANSWER = "کتابخانه هر روز تا ساعت بیست باز است."
OTHER = "تالار خالی است یا نه؟"


def test_a_day_without_a_mouse(desk: Desk, small_station: Station) -> None:
    office = desk.office()
    office.registered(OTHER, subject="تالار", unit=office.books)
    office.services.close()
    program = small_station.open(*desk.arguments)
    sign_in(program, "rezaei")
    answer_the_other(desk, program)
    register(desk, program)
    refer_to_a_colleague(desk, program)
    look_up(program)
    program.close()
    assert states(desk) == {CALL: ("referred", "nouri"), OTHER: ("resolved", "rezaei")}


def states(desk: Desk) -> dict[str, tuple[str, str | None]]:
    found = desk.rows(
        "SELECT t.body, status, w.username FROM petition p JOIN petition_text t ON t.petition_id = p.id"
        " LEFT JOIN person w ON w.id = assignee_id"
    )
    return {body: (status, username) for body, status, username in found}


def register(desk: Desk, program: Program) -> None:
    """Enter leads from the number to the name and on to the words."""
    program.press("ctrl+t")
    program.wait_focus("شمارهٔ تماس")
    program.type("09121234567")
    program.press("Return")
    program.wait_focus("نام")
    program.type("زهرا احمدی")
    program.press("Return")
    program.wait_focus("متن گفته‌ها")
    program.type(CALL)
    program.press("ctrl+Return")
    waited(lambda: CALL in states(desk), "the call")
    program.sees("رسید")
    program.press("Escape")
    program.find("کارتابل — ", "frame")


def answer_the_other(desk: Desk, program: Program) -> None:
    """Over the narrow list the petition opens with Enter, and Escape leads back."""
    program.press("g", "l")
    program.find("تالار", "cell")
    program.press("Home", "Return")
    program.sees(OTHER)
    program.press("a")
    waited(lambda: states(desk)[OTHER] == ("in_progress", "rezaei"), "the own one")
    program.press("n")
    program.wait_focus("نوشتهٔ شما")
    program.type(NOTE)
    program.press("ctrl+Return")
    waited(lambda: desk.value("SELECT count(*) FROM event WHERE text = ?", NOTE) == 1, "the note")
    program.press("d")
    program.wait_focus("نوشتهٔ شما")
    program.type(ANSWER)
    program.press("ctrl+Return")
    waited(lambda: states(desk)[OTHER] == ("resolved", "rezaei"), "the answer")
    program.sees("هیچ درخواستی باز نیست")


def refer_to_a_colleague(desk: Desk, program: Program) -> None:
    program.press("g", "u")
    program.find("کتابخانه تا چه", "cell")
    program.press("Home", "r")
    program.wait_focus("گیرندهٔ ارجاع")
    program.type("نوری")
    program.press("Return")
    program.find("حسن نوری", "push button")
    program.press("Return")
    program.wait_focus("نوشتهٔ شما")
    program.type(ORDER)
    program.press("ctrl+Return")
    waited(lambda: states(desk)[CALL] == ("referred", "nouri"), "the referral")
    program.sees("لغو این کار")


def look_up(program: Program) -> None:
    """A search leads to the answered petition; the help opens and closes."""
    program.press("g", "l")
    program.find("کتابخانه تا چه", "cell")
    program.press("ctrl+k")
    program.type("تالار خالی")
    program.find("تالار")
    program.press("Return")
    program.find("تالار", "cell")
    program.press("F1")
    program.sees("راهنمای کاربر")
    program.press("Escape")
    program.gone("راهنمای کاربر")
    program.press("alt+Right")
    program.find("کتابخانه تا چه", "cell")
