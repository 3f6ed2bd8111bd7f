"""What is out on the side, in the inbox, on the bell and on the worklist of a day, for both sides."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.clock import FixedClock
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.lists.filters import ListFilter, from_json, to_json
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.vocabulary import Purpose
from desktop_app.reports.bell import Call
from desktop_app.reports.worklist_pdf import worklist_pdf
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.reports.pdf.reading import by_pdfium


def out(office: TestOffice, target: SideTarget, text: str = "درخواست") -> PetitionDetail:
    taken = office.taken(text=text, subject=text)
    return office.services.side_referrals.send(office.clerk, taken.id, taken.version, [target], "نظر؟")


def calls(office: TestOffice, actor: Actor) -> list[tuple[Call, str, str]]:
    return [(row.call, row.words, row.beside) for row in office.services.bells.of(actor).rows]


def held(office: TestOffice, actor: Actor, *values: str) -> set[int]:
    beside = values if len(values) > 1 else values[0]
    wanted = ListFilter(beside=beside)
    assert from_json(to_json(wanted)) == wanted
    return {row.id for row in office.services.inbox.first(actor, wanted)}


def test_a_list_holds_what_is_asked_waited_for_and_overdue(office: TestOffice, clock: FixedClock) -> None:
    to_unit = out(office, SideTarget(office.music.id, days=1), "یک")
    to_person = out(office, SideTarget(office.music.id, office.music_clerk.person_id, days=None), "دو")
    out(office, SideTarget(office.music.id, purpose=Purpose.INFORMATION), "سه")
    both = {to_unit.id, to_person.id}
    assert held(office, office.music_clerk, "asked") == both
    assert held(office, office.music_manager, "asked") == {to_unit.id}
    assert held(office, office.clerk, "asked") == held(office, office.manager, "waited_for") == set()
    assert held(office, office.other_clerk, "waited_for") == both
    assert held(office, office.clerk, "overdue") == set()
    clock.moment += timedelta(days=9)
    assert held(office, office.clerk, "overdue") == {to_unit.id}
    assert held(office, office.clerk, "overdue", "waited_for") == both
    side = office.services.desk.peek(office.music_clerk, to_unit.id).referrals[-1]
    office.services.side_referrals.answer(office.music_clerk, to_unit.id, side.id, "پاسخ")
    assert held(office, office.clerk, "overdue") == set()


def test_the_bell_rings_for_who_is_asked_and_then_for_who_waits(
    office: TestOffice, clock: FixedClock
) -> None:
    out(office, SideTarget(office.music.id, days=2))
    assert calls(office, office.music_clerk) == [(Call.ASKED, "درخواست", "اداره کتاب")]
    assert calls(office, office.clerk) == []
    clock.moment += timedelta(days=9)
    assert calls(office, office.clerk) == [(Call.OVERDUE, "درخواست", "اداره موسیقی")]
    assert calls(office, office.other_clerk) == []


def test_a_clerk_who_is_asked_by_name_is_rung_alone(office: TestOffice) -> None:
    out(office, SideTarget(office.books.id, office.other_clerk.person_id))
    assert calls(office, office.other_clerk) == [(Call.ASKED, "درخواست", "اداره کتاب")]
    assert calls(office, office.music_clerk) == []


def test_the_worklist_of_both_sides_has_it_on_paper(office: TestOffice, clock: FixedClock) -> None:
    out(office, SideTarget(office.music.id, days=1), "پرسش")
    worklists = office.services.worklists
    theirs = worklists.of(office.music_clerk)
    assert [(row.asked, row.subject, row.from_unit) for row in theirs.beside] == [
        (True, "پرسش", "اداره کتاب")
    ]
    assert worklists.of(office.clerk).beside == ()
    clock.moment += timedelta(days=9)
    mine = worklists.of(office.clerk)
    assert [(row.asked, row.to_unit) for row in mine.beside] == [(False, "اداره موسیقی")]
    unit = worklists.of(office.music_manager, office.music.id)
    assert [row.asked for row in unit.beside] == [True]
    assert worklists.of(office.manager, office.books.id).beside[0].asked is False
    (page,) = by_pdfium(worklist_pdf(mine))
    assert "پرسش" in page


def test_what_is_far_off_is_on_no_worklist(office: TestOffice) -> None:
    out(office, SideTarget(office.music.id, days=20))
    assert office.services.worklists.of(office.music_clerk).beside == ()
