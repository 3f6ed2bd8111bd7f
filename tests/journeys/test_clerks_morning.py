"""A clerk's morning: a call is registered, referred, taken, noted and answered; the answer is taken back and given
again; a search leads there and back; two marked rows are taken at once.
"""

from __future__ import annotations

from desktop_app.petitions.vocabulary import Kind
from tests.journeys.conftest import Desk
from tests.journeys.sign_in import sign_in
from tests.journeys.station import Program, Station
from tests.journeys.waiting import waited

CALL = "متقاضی سه هفته است که پاسخی نگرفته و دوباره تماس گرفته است."
NOTE = "با بایگانی تماس گرفتم؛ پرونده پیدا شد."
ORDER = "پروندهٔ چاپی را هم ببینید."
ANSWER = "پروندهٔ شما بررسی شد و مجوز تا پایان هفته فرستاده می‌شود."
OTHERS = {
    "نشانی کتابخانه": "کتابخانهٔ مرکزی به کجا رفته است؟",
    "ساعت کار تالار": "تالار در روزهای تعطیل باز است یا نه؟",
    "کارت عضویت": "کارت گم شد. چگونه کارت تازه بگیرم؟",
}
CONVERSATION = "گفت‌وگو با متقاضی"


def test_a_clerks_morning(desk: Desk, station: Station) -> None:
    prepare(desk)
    program = station.open(*desk.arguments)
    sign_in(program, "rezaei")
    program.click("هرگز", "push button")
    number = register_the_call(desk, program)
    refer_and_take(desk, program, number)
    answer_and_take_back(desk, program, number)
    search_and_come_back(program)
    take_what_is_marked(desk, program)
    program.close()
    assert "ok" in station.run(*desk.arguments, "audit", "verify", "--json")


def prepare(desk: Desk) -> None:
    office = desk.office()
    office.services.checklists.add(
        office.administrator, kind=Kind.SUGGESTION, title=CONVERSATION, required=True
    )
    for subject, text in OTHERS.items():
        office.registered(text, subject=subject, unit=office.books)
    office.services.close()


def register_the_call(desk: Desk, program: Program) -> int:
    program.click("ثبت درخواست", "push button")
    program.wait_focus("شمارهٔ تماس")
    for label, last in (
        ("گروه", "ناشر"),
        ("واحد", "بعداً ارجاع شود"),
        ("فوریت", "فوری"),
        ("راه دریافت", "حضوری"),
    ):
        for entry in [*program.entries(label), last]:
            program.choose(label, entry)
    program.write("شمارهٔ تماس", "09121234567")
    program.write("نام", "زهرا احمدی")
    program.press("Tab", "Tab", "Tab", "Left", "Left")
    program.write("موضوع", "تأخیر در پاسخ")
    program.write("متن گفته‌ها", CALL)
    program.press("ctrl+Return")
    program.sees("ثبت شد")
    ((number, *rest),) = desk.rows(
        'SELECT p.id, kind, channel, urgency, status, unit_id, w.name, w."group" FROM petition p'
        " JOIN petitioner w ON w.id = petitioner_id WHERE subject = 'تأخیر در پاسخ'"
    )
    assert rest == ["suggestion", "in_person", "urgent", "registered", None, "زهرا احمدی", "publisher"]
    program.press("Escape")
    program.find("کارتابل — ", "frame")
    return int(number)


def refer_and_take(desk: Desk, program: Program, number: int) -> None:
    """The petition comes to the clerk's own unit, and the clerk takes it and notes a call."""
    program.press("g", "l")
    program.click("تأخیر در پاسخ", "cell")
    program.press("r")
    program.choose_recipient("اداره کتاب")
    program.write("نوشتهٔ شما", ORDER)
    program.press("ctrl+Return")
    waited(lambda: state(desk, number) == ("referred", "books", None), "the referral")
    program.press("a")
    waited(lambda: state(desk, number) == ("in_progress", "books", "rezaei"), "the clerk's own petition")
    program.press("n")
    program.wait_focus("نوشتهٔ شما")
    program.type(NOTE)
    program.press("ctrl+Return")
    waited(lambda: NOTE in texts(desk, number), "the note")
    # A note is not taken back; the act before it only after a question that names it.
    program.press("ctrl+z")
    program.sees("رسیدگی را به‌عهده گرفتید")
    program.press("Escape")
    program.gone("کار پیشین لغو شود؟")
    assert state(desk, number) == ("in_progress", "books", "rezaei")
    assert ORDER in desk.rows("SELECT order_note FROM referral WHERE petition_id = ?", number)[-1]


def answer_and_take_back(desk: Desk, program: Program, number: int) -> None:
    """The check list stands before the answer, and Ctrl+Z takes an answer back."""
    program.press("d")
    program.sees(f"«{CONVERSATION}»")
    program.wait_focus(CONVERSATION)
    program.press("space")
    waited(lambda: desk.value("SELECT count(*) FROM petition_tick"), "the tick")
    program.press("d")
    program.wait_focus("نوشتهٔ شما")
    program.type(ANSWER)
    program.press("ctrl+Return")
    waited(lambda: state(desk, number)[0] == "resolved", "the answer")
    program.sees("لغو این کار")
    program.press("ctrl+z")
    waited(lambda: state(desk, number)[0] == "in_progress", "the answer taken back")
    program.press("d")
    # What was taken back is there to be sent again.
    program.wait_text("نوشتهٔ شما", ANSWER)
    program.press("ctrl+Return")
    waited(lambda: state(desk, number)[0] == "resolved", "the answer once more")
    program.sees("لغو این کار")
    assert desk.rows("SELECT text FROM reply WHERE petition_id = ?", number)[-1] == (ANSWER,)


def search_and_come_back(program: Program) -> None:
    """A search for a petition; the key that points to the beginning of a Persian line leads back to the list."""
    elsewhere = next(iter(OTHERS))
    program.press("g", "l")
    program.find(elsewhere, "cell")
    program.press("ctrl+k")
    program.type("تأخیر در پاسخ")
    program.find("تأخیر در پاسخ")
    program.press("Return")
    program.sees(ANSWER)
    program.gone(elsewhere)
    program.press("alt+Right")
    program.find(elsewhere, "cell")
    program.press("j")
    program.wait_focus("درخواست")


def take_what_is_marked(desk: Desk, program: Program) -> None:
    """The marked rows are taken, not the one under the cursor."""
    program.press("g", "l")
    program.click("ساعت کار تالار", "cell")
    program.press("s", "j", "s", "k", "k", "a")
    program.sees("برای ۲ درخواست از ۲ درخواست")
    program.press("ctrl+Return")
    taken = "SELECT subject FROM petition WHERE status = 'in_progress'"
    waited(lambda: {*desk.rows(taken)} == {("ساعت کار تالار",), ("کارت عضویت",)}, "the marked ones")
    # Closed while its dialog was open, the window would stay.
    program.gone("برای ۲ درخواست از ۲ درخواست")


def state(desk: Desk, number: int) -> tuple[str, str | None, str | None]:
    ((status, unit, assignee),) = desk.rows(
        "SELECT status, u.code, w.username FROM petition p LEFT JOIN unit u ON u.id = p.unit_id"
        " LEFT JOIN person w ON w.id = assignee_id WHERE p.id = ?",
        number,
    )
    return status, unit, assignee


def texts(desk: Desk, number: int) -> list[str]:
    return [
        text
        for (text,) in desk.rows(
            "SELECT text FROM event WHERE item_type = 'petition' AND item_id = ?", number
        )
    ]
