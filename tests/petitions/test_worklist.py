from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.errors import NotPermittedError
from desktop_app.office.settings import AnswerDeadline
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.lists.worklist import ROOM, Due, Worklist, WorkSection, shares
from desktop_app.petitions.registration.codes import spoken
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.reports.worklist_pdf import summary, worklist_pdf
from desktop_app.staff.roles import Actor
from desktop_app.wording import digits
from tests.conftest import NOON
from tests.department import TestOffice
from tests.reports.pdf.reading import by_pdfium

#: Calendar days for an answer; an end on a Thursday or Friday would move on.
DEADLINE = 5


@pytest.fixture
def busy(office: TestOffice) -> TestOffice:
    """A clerk with something in every section; a colleague and another unit with something of their own."""
    services = office.services
    services.office.set_deadlines(
        office.administrator,
        tuple(AnswerDeadline(kind.value, None, DEADLINE, working=False) for kind in Kind),
    )
    for subject, days in (("دیر", -2), ("دیرتر", -4), ("امروز", 0), ("چهارشنبه", 1), ("شنبه", 4)):
        office.taken(subject=subject, received_at=NOON + timedelta(days=days - DEADLINE))
    office.taken(office.other_clerk, subject="از همکار", received_at=NOON - timedelta(days=9))
    waiting = office.taken(subject="در انتظار", received_at=NOON - timedelta(days=30))
    services.desk.wait(office.clerk, waiting.id, waiting.version, "مدارک")
    office.registered(subject="موسیقی", unit=office.music, received_at=NOON - timedelta(days=9))
    return office


def told(worklist: Worklist) -> dict[Due, list[str]]:
    return {section.due: [row.subject for row in section.rows] for section in worklist.sections}


def test_a_clerks_day_is_what_is_theirs_each_petition_once(busy: TestOffice) -> None:
    worklist = busy.services.worklists.of(busy.clerk)
    assert told(worklist) == {
        Due.LATE: ["دیرتر", "دیر"],
        Due.TODAY: ["امروز"],
        Due.THIS_WEEK: ["چهارشنبه"],
        Due.WAITING: ["در انتظار"],
    }
    assert (worklist.open, worklist.units) == (6, ())


def test_the_day_is_told_in_a_sentence_of_what_there_is(busy: TestOffice) -> None:
    worklists = busy.services.worklists
    assert summary(worklists.of(busy.clerk)) == (
        "از ۶ درخواست باز، ۲ مورد خارج از مهلت است، مهلت ۱ مورد امروز است، مهلت ۱ مورد تا پایان هفته است و ۱ مورد در "
        "انتظار پاسخ متقاضی است."
    )
    assert (
        summary(worklists.of(busy.music_manager, busy.music.id))
        == "از ۱ درخواست باز، ۱ مورد خارج از مهلت است."
    )
    nothing = replace(worklists.of(busy.clerk), open=0, sections=())
    assert summary(nothing) == "درخواست بازی وجود ندارد."


def test_a_unit_has_its_list_for_its_manager_alone(busy: TestOffice) -> None:
    worklists = busy.services.worklists
    assert told(worklists.of(busy.music_manager, busy.music.id)) == {Due.LATE: ["موسیقی"]}
    assert worklists.of(busy.music_manager).units == ((busy.music.id, busy.music.name),)
    whole = worklists.of(busy.manager, busy.books.id)
    assert "از همکار" in told(whole)[Due.LATE]
    assert {unit for unit, _ in whole.units} == {busy.books.id, busy.music.id}
    for actor, unit in ((busy.clerk, busy.books), (busy.music_manager, busy.books)):
        with pytest.raises(NotPermittedError):
            worklists.of(actor, unit.id)


def test_the_paper_is_one_page_however_much_there_is_and_says_no_more_than_names(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    office = sqlite_office
    services = office.services
    services.office.set_deadlines(
        office.administrator,
        tuple(AnswerDeadline(kind.value, None, DEADLINE, working=False) for kind in Kind),
    )
    hostile = "<b>مجوز</b> \u202eکتاب " + "بسیار بلند " * 15
    for n in range(60):
        made = services.register.register(
            office.clerk,
            NewPetition(
                kind=Kind.REQUEST, channel=Channel.PORTAL, text=f"متن {n}", subject=hostile, unit_id=office.books.id,
                contact=Contact(name="ن" * 100, national_id="0012345679", mobile="09121234567"),
                received_at=NOON - timedelta(days=n % 9),
            ),
        )  # fmt: skip
        detail = services.desk.take(office.clerk, made.id, services.desk.peek(office.clerk, made.id).version)
        if n % 5 == 0:
            services.desk.wait(office.clerk, made.id, detail.version, "مدارک")
    clock.moment += timedelta(days=1)
    actor: Actor = office.clerk
    worklist = services.worklists.of(actor)
    assert sum(len(section.rows) for section in worklist.sections) == ROOM
    line = worklist.sections[0].rows[0]
    fullest = tuple(
        WorkSection(due, 99, (line,) * share) for due, share in zip(Due, shares([99] * 4), strict=True)
    )
    assert len(by_pdfium(worklist_pdf(replace(worklist, sections=fullest)))) == 1
    for n in range(7):
        services.reminders.add(actor, line.id, worklist.today, f"زنگ {n} " + "به ناشر " * 20)
    with_reminders = services.worklists.of(actor)
    assert [row.text[:5] for row in with_reminders.reminders] == [f"زنگ {n}" for n in range(5)]
    assert sum(len(section.rows) for section in with_reminders.sections) == ROOM - 7
    narrow = zip(Due, shares([99] * 4, ROOM - 7), strict=True)
    both = replace(
        with_reminders, sections=tuple(WorkSection(due, 99, (line,) * share) for due, share in narrow)
    )
    assert len(by_pdfium(worklist_pdf(both))) == 1
    data = worklist_pdf(worklist)
    pages = by_pdfium(data)
    assert len(pages) == 1
    said = " ".join(pages[0].split())
    assert "مریم رضایی" in said
    assert "مورد دیگر در کارتابل" in said
    # A code is of use as a whole only.
    assert digits(spoken(line.tracking_code)) in said
    assert "در انتظار متقاضی" in said
    assert not any(private in said for private in ("۰۹۱۲۱۲۳۴۵۶۷", "09121234567", "۰۰۱۲۳۴۵۶۷۹", "0012345679"))
    assert worklist_pdf(worklist) == data


def test_each_section_is_told_before_one_takes_all_the_room() -> None:
    assert shares((100, 2, 0, 50)) == (16, 2, 0, 4)
    assert shares((1, 2, 3, 4)) == (1, 2, 3, 4)
    assert shares((100, 100, 100, 100), 26) == (14, 4, 4, 4)


def test_words_are_cut_only_where_the_page_is_full(busy: TestOffice) -> None:
    subject = "درخواست متن بخشنامهٔ پاسخ‌گویی به پرسش‌های ناشران و کتاب‌فروشان دربارهٔ نمایشگاه پایانی"
    worklist = busy.services.worklists.of(busy.clerk)
    row = replace(worklist.sections[0].rows[0], subject=subject)

    def ends(rows: int) -> int:
        """Returns how often the last word of the subject is on the page."""
        section = WorkSection(Due.LATE, rows, (row,) * rows)
        (page,) = by_pdfium(worklist_pdf(replace(worklist, sections=(section,))))
        return page.count("پایانی")

    assert [ends(2), ends(30)] == [2, 0]
