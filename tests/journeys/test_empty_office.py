"""An empty office, from the first start to its first answered petition, by one person on one PC."""

from __future__ import annotations

from tests.department import PASSWORD
from tests.journeys.conftest import Desk
from tests.journeys.station import Program, Station
from tests.journeys.waiting import waited

OFFICE = "ادارهٔ فرهنگ یزد"
UNIT = "کتابخانه‌ها"
SUBJECT = "ساعت کار کتابخانه"
CALL = "کتابخانه تا چه ساعتی باز است؟"
ANSWER = "کتابخانه هر روز تا ساعت بیست باز است."


def test_an_empty_office_answers_its_first_petition(empty_desk: Desk, station: Station) -> None:
    program = station.open(*empty_desk.arguments)
    set_up(program)
    assert empty_desk.value("SELECT office_name FROM office") == OFFICE
    refer_to_nobody(empty_desk, program)
    add_a_unit(empty_desk, program)
    answer(empty_desk, program)
    program.close()


def set_up(program: Program) -> None:
    """Language, place, account, the code on paper, the name of the office."""
    program.sees("به کدام زبان")
    program.press("Return")
    program.sees("محل نگهداری")
    program.press("Return")
    for field, words in (
        ("نام و نام خانوادگی", "سارا کاظمی"),
        ("نام کاربری", "s.kazemi"),
        ("گذرواژه", PASSWORD),
        ("تکرار گذرواژه", PASSWORD),
    ):
        program.wait_focus(field)
        program.type(words)
        program.press("Return")
    program.click("کد روی کاغذ", "check box")
    program.press("Return")
    program.wait_focus("سطر دوم: اداره")
    program.type(OFFICE)
    program.press("Return")
    program.find("کارتابل — ", "frame")
    program.click("هرگز", "push button")


def refer_to_nobody(desk: Desk, program: Program) -> None:
    """Nothing can be taken or referred yet, and the window says why and where to go on."""
    program.find("راه‌اندازی اداره", "push button")
    program.click("ثبت تلفنی", "push button")
    program.wait_focus("شمارهٔ تماس")
    program.write("نام", "رضا کاظمی")
    program.write("موضوع", SUBJECT)
    program.write("متن گفته‌ها", CALL)
    program.press("ctrl+Return")
    program.sees("ثبت شد")
    program.press("Escape")
    program.click(SUBJECT, "cell")
    program.press("a")
    program.sees("نخست آن را ارجاع دهید")
    program.press("r")
    program.sees("هنوز واحدی برای ارجاع ثبت نشده است")


def add_a_unit(desk: Desk, program: Program) -> None:
    program.click("افزودن واحد")
    program.sees("اداره هنوز واحدی ندارد")
    program.press("ctrl+n")
    program.wait_focus("نام واحد")
    program.type(UNIT)
    program.press("Return")
    waited(lambda: desk.value("SELECT name FROM unit") == UNIT, "the unit")


def answer(desk: Desk, program: Program) -> None:
    """The unit is offered at once, in the form that was left."""
    program.click("کارتابل", "check box")
    program.choose_recipient(UNIT)
    program.press("ctrl+Return")
    waited(lambda: desk.value("SELECT status FROM petition") == "referred", "the referral")
    program.press("a")
    waited(lambda: desk.value("SELECT status FROM petition") == "in_progress", "the clerk's own petition")
    program.press("d")
    program.wait_focus("نوشتهٔ شما")
    program.type(ANSWER)
    program.press("ctrl+Return")
    waited(lambda: desk.value("SELECT status FROM petition") == "resolved", "the answer")
    # The window knows it a moment later, and asks about an unsent text until then.
    program.sees("لغو این کار")
    assert desk.value("SELECT text FROM reply") == ANSWER
