"""The office's own form of a summing-up: who wrote each comment, unmasked, for those who work on the draft; what is
published stays as it was frozen. On both engines."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document
from openpyxl import load_workbook

from desktop_app.clock import FixedClock
from desktop_app.errors import NotPermittedError
from desktop_app.instruments.comments.decisions import Carrier
from desktop_app.instruments.comments.register import WrittenDown
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.comments.triage_acts import Hide
from desktop_app.instruments.consultation.named_senders import Wrote
from desktop_app.instruments.vocabulary import Disposition, HiddenReason
from desktop_app.people.model import LONGEST_NAME
from desktop_app.reports.summing_up import FORMS, ConsultationReportCopy, summing_up_file
from desktop_app.staff.roles import Membership, Role
from tests.conftest import office_with
from tests.department import TestOffice
from tests.engines import Made
from tests.instruments.campaigning import COMMON
from tests.instruments.consulting import (
    NEXT_TEXT,
    Consultation,
    first_consultation,
    made_history,
    played_to,
)
from tests.reports.pdf.reading import by_pdfium

MARKING = "داخلی — دارای اطلاعات شخصی"
NUMBER = "09121234567"
OWN = f"{COMMON} شماره من {NUMBER} است و در یزد سه کتاب‌فروشی بسته شد."


@pytest.fixture
def made(request: pytest.FixtureRequest) -> Made:
    return office_with(answered) if "frozen" in request.fixturenames else played_to("opened")


@pytest.fixture
def consultation(office: TestOffice, clock: FixedClock) -> Consultation:
    """One that is open, and nobody has said anything yet."""
    return Consultation(office, clock).resume()


@pytest.fixture
def frozen(office: TestOffice, clock: FixedClock) -> Consultation:
    """One whose summing-up is frozen, on the morning behind its end."""
    return Consultation(office, clock).resume()


def answered(office: TestOffice) -> None:
    """A group of three, one of whom added something; a letter; a comment with a telephone number; all decided."""
    consultation = first_consultation(office).opened()
    services = consultation.services
    taken = [
        NewComment(COMMON, sender="زهرا کاظمی", external_id="1", provision="ماده ۱"),
        NewComment(COMMON, sender="علی صادقی", external_id="2", provision="ماده ۱"),
        NewComment(OWN, sender="مریم رستمی", external_id="3", provision="ماده ۱"),
        NewComment(
            f"هزینه را کم کنید؛ {NUMBER}", sender="09351112233", channel="sms", external_id="4", provision="ماده ۲"
        ),
    ]  # fmt: skip
    services.comments.take_in(office.clerk, consultation.id, taken)
    letter = WrittenDown("هزینه را حذف کنید.", "letter", sender="شورای کتاب", letter_number="۱۴۰۵/۱۲")
    services.comment_register.write_down(office.clerk, consultation.id, letter)
    services.campaign_finding.look(office.reviewer, consultation.id)
    consultation.after_the_end()
    services.life.start_revising(office.reviewer, consultation.id, consultation.version)
    consultation.write(NEXT_TEXT)
    [group] = services.campaigns.all(consultation.id)
    services.campaigns.read(office.reviewer, group.id, group.digest)
    services.campaigns.decide(
        office.reviewer, group.id, group.version, Disposition.ACCEPTED, "پذیرفتیم.", Carrier(2, "ماده ۱")
    )
    for row in services.comments.of_instrument(consultation.id):
        if row.campaign is None:
            consultation.decide(row.id)
    consultation.sum_up()


def public(consultation: Consultation) -> ConsultationReportCopy:
    office = consultation.office
    return office.services.consultation_reports.of(office.reviewer, consultation.id)


def internal(consultation: Consultation) -> ConsultationReportCopy:
    office = consultation.office
    return office.services.consultation_reports.of(office.reviewer, consultation.id, internal=True)


def behind(copy: ConsultationReportCopy) -> list[Wrote]:
    assert copy.named is not None
    return list(copy.named.answers)


def paper(copy: ConsultationReportCopy) -> str:
    return " ".join(" ".join(by_pdfium(summing_up_file(copy, "pdf"))).split())


def test_it_says_who_wrote_each_comment_in_their_own_words_and_so_on_every_page(
    frozen: Consultation,
) -> None:
    copy = internal(frozen)
    pages = by_pdfium(summing_up_file(copy, "pdf"))
    assert len(pages) > 1
    assert all(MARKING in " ".join(page.split()) for page in pages)
    said = " ".join(" ".join(pages).split())
    for words in (
        "زهرا کاظمی",
        "علی صادقی",
        "مریم رستمی",
        "شورای کتاب",
        "۱۴۰۵/۱۲",
        NUMBER,
        "کتاب‌فروشی بسته شد",
    ):
        assert words in said
    # It was made from the frozen one, and has no digest of its own.
    assert "کد صحت گزارش نهایی‌شده" in said
    # Who sent a text message goes by a number.
    assert "۰۹۳۵۱۱۱۲۲۳۳" in said
    assert "چپ‌به‌راست" not in said
    word = Document(io.BytesIO(summing_up_file(copy, "docx")))
    assert MARKING in word.sections[0].header.paragraphs[0].text
    assert all(section.header.is_linked_to_previous for section in list(word.sections)[1:])
    cells = " ".join(
        cell.text for table in word.tables for row in table.rows for cell in dict.fromkeys(row.cells)
    )
    assert "شورای کتاب" in cells
    assert "علی صادقی" in cells
    book = load_workbook(io.BytesIO(summing_up_file(copy, "xlsx")))
    assert all(sheet["A1"].value == MARKING for sheet in book)
    assert all(sheet.oddHeader.center.text == MARKING for sheet in book)
    values = {str(cell.value) for sheet in book for row in sheet.rows for cell in row}
    assert {"شورای کتاب", "علی صادقی", "مریم رستمی", OWN} & values >= {
        "شورای کتاب",
        "علی صادقی",
        "مریم رستمی",
    }


def test_what_is_published_is_what_was_frozen_byte_for_byte(frozen: Consultation) -> None:
    kept = frozen.services.summing_up.one(frozen.id, 1)
    before = summing_up_file(public(frozen), "pdf")
    made = internal(frozen)
    assert made.frozen == kept == frozen.services.summing_up.one(frozen.id, 1)
    assert summing_up_file(public(frozen), "pdf") == before
    said = paper(public(frozen))
    for words in (MARKING, "زهرا کاظمی", "شورای کتاب", "۱۴۰۵/۱۲", NUMBER, "۰۹۳۵۱۱۱۲۲۳۳"):
        assert words not in said


def test_making_it_is_an_event_with_how_many_were_named(frozen: Consultation) -> None:
    internal(frozen)
    event = frozen.now.history[-1]
    assert (event.action, event.actor_name) == ("senders_read", frozen.office.reviewer.name)
    assert event.after == {"number": 1, "count": 5}
    assert "زهرا" not in str(event)


def test_another_unit_s_clerk_is_refused_and_nothing_is_written(frozen: Consultation) -> None:
    office, reports = frozen.office, frozen.services.consultation_reports
    frozen.sql("UPDATE instrument SET unit_id = :unit WHERE id = :id", unit=office.books.id)
    stranger = replace(office.clerk, memberships=frozenset({Membership(Role.CLERK, office.music.id)}))
    for who in (office.music_clerk, stranger):
        assert not reports.may_name(who, frozen.id)
        with pytest.raises(NotPermittedError) as caught:
            reports.of(who, frozen.id, internal=True)
        assert caught.value.parameters["who_may"] == "reviewer,manager"
        assert reports.of(who, frozen.id).named is None
    assert frozen.now.history[-1].action == "summed_up"
    # The unit that the draft is of works on it.
    assert reports.may_name(office.clerk, frozen.id)
    assert reports.of(office.manager, frozen.id, internal=True).named is not None


def test_what_was_corrected_or_erased_since_stands_as_it_is_now_and_the_paper_says_so(
    frozen: Consultation,
) -> None:
    # Nobody can, as long as the law's triggers stand.
    with made_history(frozen.services):
        for name, now in (("شورای کتاب", ""), ("علی صادقی", "علی صادقیان")):
            frozen.sql("UPDATE public_comment SET sender = :now WHERE sender = :name", name=name, now=now)
    copy = internal(frozen)
    assert not any(one.changed for one in behind(copy))
    said = paper(copy)
    assert "شورای کتاب" not in said
    assert "بی‌نام" in said
    assert "علی صادقیان" in said
    assert "به شکل کنونی آمده است" in said


def test_a_group_that_changed_behind_the_freezing_is_marked(frozen: Consultation) -> None:
    services, office = frozen.services, frozen.office
    rows = services.comments.of_instrument(frozen.id)
    apart = next(one for one in rows if one.sender == "مریم رستمی")
    hidden = next(one for one in rows if one.sender == "شورای کتاب")
    frozen.decide(apart.id, Disposition.REJECTED)
    services.triage.run(office.reviewer, frozen.id, [hidden.id], Hide(HiddenReason.OFF_TOPIC))
    copy = internal(frozen)
    found = {one.number: one.wrote for one in copy.matrix.answers if one.wrote is not None}
    assert [(len(one.members), one.changed) for one in found.values()] == [(2, True), (1, False), (0, True)]
    said = paper(copy)
    assert "گروه پس از نهایی شدن تغییر کرده است" in said
    assert "در میان نظرهای کنونی یافت نشد" in said
    assert "۲ پاسخ نشان‌دار است" in said


def test_two_who_wrote_the_same_at_the_same_moment_are_told_apart_by_what_was_decided(
    consultation: Consultation,
) -> None:
    services, office = consultation.services, consultation.office
    taken = [
        NewComment("هزینه را کم کنید.", sender=name, external_id=name, received_at=consultation.clock.now())
        for name in ("نخست", "دوم")
    ]
    services.comments.take_in(office.clerk, consultation.id, taken)
    first, second = services.comments.of_instrument(consultation.id)
    consultation.decide(first.id, Disposition.REJECTED)
    consultation.decide(second.id, Disposition.OUT_OF_SCOPE)
    copy = internal(consultation)
    assert copy.frozen is None
    told = {
        one.disposition: one.wrote.members[0].sender for one in copy.matrix.answers if one.wrote is not None
    }
    assert told == {"rejected": first.sender, "out_of_scope": second.sender}


def test_hostile_names_come_through_every_form(consultation: Consultation) -> None:
    name = '=HYPERLINK("x")\u202e<b>\x1b'.ljust(LONGEST_NAME, "ک")
    services, office = consultation.services, consultation.office
    services.comments.take_in(office.clerk, consultation.id, [NewComment("خوب است.", sender=name)])
    copy = internal(consultation)
    for form in FORMS:
        assert summing_up_file(copy, form)
    book = load_workbook(io.BytesIO(summing_up_file(copy, "xlsx")))
    cells = [cell for sheet in book for row in sheet.rows for cell in row if "HYPERLINK" in str(cell.value)]
    assert cells
    assert all(cell.data_type == "s" for cell in cells)
