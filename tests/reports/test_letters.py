"""Letters and papers of petitions and consultations: what stands on them, what goes out, that it stays as it is."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A5
from reportlab.lib.units import mm
from sqlalchemy import text, update

from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event, history
from desktop_app.database.verification import verify
from desktop_app.errors import InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.office.letter_choices import Classification, CopyLine, LetterChoices, PaperSize
from desktop_app.office.letter_templates import LetterKind, LetterWords
from desktop_app.office.model import LetterTemplate
from desktop_app.office.settings import IdentityRule, OfficeSettings
from desktop_app.people.experts import ExpertWords
from desktop_app.persian.dates import JalaliMonth
from desktop_app.persian.digits import isolated, persian_digits
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.history.sentences import sentence
from desktop_app.petitions.registration.codes import spoken
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.reports.letters.issuing import merged
from desktop_app.reports.letters.of_petitions import ALL_REFERRALS, OF_PETITIONS
from desktop_app.reports.letters.page import LAYOUT, letter_pdf, window_of
from desktop_app.reports.letters.papers import dwell_words
from desktop_app.reports.letters.sheet import LetterSheet
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.wording import in_language, use_language
from desktop_app.wording.errors import error_sentence
from tests.department import TestOffice
from tests.instruments.consulting import Consultation, made_history
from tests.reports.pdf.reading import by_pdfium, by_poppler, characters, codes_of, has_poppler, page_sizes
from tests.staff.test_deputies import terms

REPLY = "مجوز کتاب شما صادر شده است.\nبرای دریافت آن به دبیرخانه مراجعه کنید."


def resolved(office: TestOffice, **known: Any) -> PetitionDetail:
    """A petition of the book unit that was answered."""
    taken = office.taken(**known)
    return office.services.desk.resolve(office.clerk, taken.id, taken.version, Outcome.GRANTED, REPLY)


def events_of(office: TestOffice, item_type: str, item_id: int) -> tuple[Event, ...]:
    with office.services.database.reading() as session:
        return history(session, item_type, item_id)


def words_of(content: bytes) -> str:
    """All of a PDF in one line."""
    return " ".join(" ".join(by_pdfium(content)).split())


# In which language


@pytest.mark.parametrize("kind", OF_PETITIONS)
def test_a_persian_paper_is_the_same_from_an_english_window(
    sqlite_office: TestOffice, kind: LetterKind
) -> None:
    office, letters = sqlite_office, sqlite_office.services.petition_letters
    detail = resolved(office)
    office.services.attachments.add(office.clerk, detail.id, "نامه ناشر.pdf", b"%PDF-1.4 made")

    def page() -> bytes:
        return letters.paper(office.clerk, detail.id, kind).pdf

    persian = page()
    use_language("en")
    assert in_language("fa", page) == persian
    assert not re.search("[۰-۹]", words_of(page()))


# Going out


def test_a_reply_goes_out_once_under_the_next_number_and_is_printed_as_it_went_out(
    office: TestOffice, clock: FixedClock
) -> None:
    letters, detail = office.services.petition_letters, resolved(office)
    draft = letters.paper(office.clerk, detail.id, LetterKind.REPLY)
    assert (draft.issued, draft.refusal) == (None, None)
    assert "پیش‌نویس" in words_of(draft.pdf)
    paper = letters.issue_reply(office.clerk, detail.id, "علی کریمی\nتهران، خیابان بهار")
    assert paper.issued is not None
    assert paper.issued.number == "1405/1"
    shown = words_of(paper.pdf)
    assert "پیش‌نویس" not in shown
    assert "۱۴۰۵/۱" in shown
    assert "برای دریافت آن به دبیرخانه مراجعه کنید" in shown
    # Whatever becomes of settings, template and clock: a reprint is the letter.
    clock.moment += timedelta(days=40)
    settings = office.services.office.settings()
    office.services.office.change(office.administrator, replace(settings, office_name="اداره دیگر"))
    row = office.services.letter_templates.all()[0]
    office.services.letter_templates.change(
        office.administrator, LetterKind.REPLY, row.version, replace(row.words, subject="دیگر")
    )
    for again in (
        letters.paper(office.other_clerk, detail.id, LetterKind.REPLY),
        letters.issue_reply(office.other_clerk, detail.id, "کس دیگری"),
    ):
        assert again.issued == paper.issued
        assert again.pdf == paper.pdf
        assert again.refusal == "letter_is_out"
    (event,) = [one for one in events_of(office, "petition", detail.id) if one.action == "letter_issued"]
    assert event.actor_name == office.clerk.name
    assert event.after["issued_number"] == "1405/1"
    assert event.after["sha256"] == sha256(paper.pdf).hexdigest()


def test_letters_and_reports_are_in_one_register(office: TestOffice) -> None:
    letters, reports = office.services.petition_letters, office.services.issued_reports
    first, second = (resolved(office, name=name) for name in ("الف", "ب"))
    assert letters.issue_reply(office.clerk, first.id, "الف").issued.number == "1405/1"  # type: ignore[union-attr]
    row = reports.issue(office.manager, ReportScope(Period.month(JalaliMonth(1405, 8))))
    assert row.issue.number == 2
    assert letters.issue_reply(office.clerk, second.id, "ب").issued.number == "1405/3"  # type: ignore[union-attr]
    # A new edition keeps its number and takes none.
    assert reports.correct(office.manager, row.id, "خطای شمارش").issue.number == 2
    third = resolved(office, name="پ")
    assert letters.issue_reply(office.clerk, third.id, "پ").issued.number == "1405/4"  # type: ignore[union-attr]


def test_numbers_leave_no_gap_and_nobody_gets_one_for_a_draft(office: TestOffice, clock: FixedClock) -> None:
    letters = office.services.petition_letters
    first, second, third = (resolved(office, name=name) for name in ("الف", "ب", "پ"))
    for detail in (first, second, third):
        letters.paper(office.clerk, detail.id, LetterKind.REPLY)
    with pytest.raises(InvalidValueError):
        letters.issue_reply(office.clerk, first.id, "سطر\n" * 9)
    numbers = []
    for detail in (first, second):
        issued = letters.issue_reply(office.clerk, detail.id, "").issued
        assert issued is not None
        numbers.append(issued.number)
    # A new Jalali year begins at one.
    clock.moment = datetime(2027, 3, 25, 8, 0, tzinfo=UTC)
    issued = letters.issue_reply(office.clerk, third.id, "").issued
    assert issued is not None
    assert [*numbers, issued.number] == ["1405/1", "1405/2", "1406/1"]


def test_what_breaks_while_a_letter_goes_out_takes_no_number(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters, detail = office.services.petition_letters, resolved(office)

    def out_of_memory(sheet: LetterSheet) -> bytes:
        if sheet.number:
            raise MemoryError
        return letter_pdf(sheet)

    with monkeypatch.context() as broken:
        broken.setattr("desktop_app.reports.letters.page.letter_pdf", out_of_memory)
        with pytest.raises(MemoryError):
            letters.issue_reply(office.clerk, detail.id, "")
    assert letters.issued(office.clerk, detail.id) == ()
    assert [one.action for one in events_of(office, "petition", detail.id)][-1] == "resolve"
    issued = letters.issue_reply(office.clerk, detail.id, "").issued
    assert issued is not None
    assert issued.number == "1405/1"


def test_a_number_that_stands_on_a_promulgated_document_is_passed_over_and_the_other_way_round(
    office: TestOffice, clock: FixedClock
) -> None:
    letters, detail = office.services.petition_letters, resolved(office)
    with made_history(office.services), office.services.database.writing() as session:
        taken = {"number": "۱۴۰۵/۱", "at": clock.now().replace(tzinfo=None).isoformat(sep=" ")}
        session.execute(
            text(
                "INSERT INTO instrument (code, title, kind, track, status, letter_number, created_at, changed_at,"
                " version) VALUES ('x', 'x', 'circular', 'a', 'promulgated', :number, :at, :at, 1)"
            ),
            taken,
        )
    issued = letters.issue_reply(office.clerk, detail.id, "").issued
    assert issued is not None
    assert issued.number == "1405/2"


def test_without_a_reply_without_the_role_and_out_of_sight_nothing_goes_out(
    sqlite_office: TestOffice,
) -> None:
    """On PostgreSQL the same is tried over each person's own role (tests/security)."""
    office = sqlite_office
    letters = office.services.petition_letters
    waiting = office.taken()
    with pytest.raises(RuleError) as refused:
        letters.issue_reply(office.clerk, waiting.id, "")
    assert refused.value.parameters["rule"] == "letter_needs_a_reply"
    detail = resolved(office, name="زهرا")
    with pytest.raises(NotFoundError):
        letters.issue_reply(office.music_clerk, detail.id, "")
    with pytest.raises(NotFoundError):
        letters.paper(office.music_clerk, detail.id, LetterKind.DOSSIER)
    # Whoever sent it on sees it, and writes no letters of another unit.
    services = office.services
    sent = office.registered("متن دیگر", unit=office.books)
    taken = services.desk.take(office.clerk, sent, version=1)
    services.desk.refer(office.clerk, sent, taken.version, office.music.id, "برای شما")
    assert letters.paper(office.clerk, sent, LetterKind.REPLY).refusal == "not_your_role"
    with pytest.raises(NotPermittedError):
        letters.issue_reply(office.clerk, sent, "")


def test_a_deputy_writes_the_letter_in_the_name_of_whom_they_stand_for(office: TestOffice) -> None:
    detail, letters = resolved(office), office.services.petition_letters
    with pytest.raises((NotPermittedError, NotFoundError)):
        letters.issue_reply(office.music_clerk, detail.id, "")
    absent, deputy = office.clerk.person_id or 0, office.music_clerk.person_id or 0
    office.services.deputies.add(office.administrator, terms(office, person_id=absent, deputy_id=deputy))
    paper = letters.issue_reply(office.services.accounts.actor(deputy), detail.id, "علی\nتهران")
    assert paper.issued is not None
    assert paper.issued.issued_by == office.music_clerk.name
    last = events_of(office, "petition", detail.id)[-1]
    assert (last.action, last.actor_id) == ("letter_issued", deputy)
    assert last.after["on_behalf_of_id"] == absent
    assert sentence(last, None).endswith(f"به نیابت از {office.clerk.name}")


def test_a_sheet_of_each_referral_or_of_one_that_is_chosen(office: TestOffice) -> None:
    taken = office.taken()
    desk, letters = office.services.desk, office.services.petition_letters
    desk.refer(office.clerk, taken.id, taken.version, office.music.id, "هامش دوم")
    last = letters.paper(office.manager, taken.id, LetterKind.REFERRAL)
    first, second = last.referrals
    assert last.referral == second.id
    assert "هامش دوم" in words_of(last.pdf)
    assert "هامش دوم" not in words_of(
        letters.paper(office.manager, taken.id, LetterKind.REFERRAL, referral=first.id).pdf
    )
    every = letters.paper(office.manager, taken.id, LetterKind.REFERRAL, referral=ALL_REFERRALS)
    assert len(by_pdfium(every.pdf)) == 2
    with pytest.raises(NotFoundError):
        letters.paper(office.manager, taken.id, LetterKind.REFERRAL, referral=999_999)


@pytest.mark.parametrize("body", ["{reply}\n{salary}", "با سلام"])
def test_a_template_that_this_program_would_not_take_sends_nothing_out(office: TestOffice, body: str) -> None:
    """Written by another version, or by hand: the line of the reply would be left out without a word."""
    detail, letters = resolved(office), office.services.petition_letters
    templates = office.services.letter_templates
    words, seen = templates.all()[0].words, templates.all()[0].version
    templates.change(
        office.administrator, LetterKind.REPLY, seen, replace(words, subject="پاسخ", body="{reply}")
    )
    assert letters.paper(office.clerk, detail.id, LetterKind.REPLY).pdf
    with office.services.database.writing() as session:
        session.execute(update(LetterTemplate).values(body=body))
    with pytest.raises(RuleError) as trouble:
        letters.issue_reply(office.clerk, detail.id, "")
    assert "راهبر" in error_sentence(trouble.value)
    # The other papers are printed, and the template can be read and put right.
    assert letters.paper(office.clerk, detail.id, LetterKind.SLIP).pdf
    (row, *_) = templates.all()
    assert row.words.body == body
    templates.change(office.administrator, LetterKind.REPLY, row.version, replace(words, body="{reply}"))
    assert letters.issue_reply(office.clerk, detail.id, "").issued is not None


def test_a_reply_of_later_is_another_letter(office: TestOffice) -> None:
    services, detail = office.services, resolved(office)
    letters = services.petition_letters
    first = letters.issue_reply(office.clerk, detail.id, "")
    now = services.desk.peek(office.clerk, detail.id)
    again = services.desk.reopen(office.clerk, detail.id, now.version, "کامل نبود")
    assert letters.paper(office.clerk, detail.id, LetterKind.REPLY).issued == first.issued
    services.desk.resolve(office.clerk, detail.id, again.version, Outcome.ANSWERED, "پاسخ تازه")
    second = letters.issue_reply(office.clerk, detail.id, "")
    assert second.issued is not None
    assert second.issued.number == "1405/2"
    assert [one.number for one in letters.issued(office.clerk, detail.id)] == ["1405/1", "1405/2"]


def test_undo_stops_at_a_letter_and_looks_past_what_was_printed(office: TestOffice) -> None:
    services, detail = office.services, resolved(office)
    services.petition_letters.note_printed(office.clerk, detail.id, LetterKind.DOSSIER, "file")
    now = services.desk.peek(office.clerk, detail.id)
    assert now.undoable
    assert now.version == detail.version
    back = services.desk.undo(office.clerk, detail.id, now.version)
    now = services.desk.resolve(office.clerk, detail.id, back.version, Outcome.GRANTED, REPLY)
    services.petition_letters.issue_reply(office.clerk, detail.id, "")
    now = services.desk.peek(office.clerk, detail.id)
    assert not now.undoable
    with pytest.raises(RuleError):
        services.desk.undo(office.clerk, detail.id, now.version)


def test_a_letter_beside_what_a_colleague_writes_is_no_conflict(office: TestOffice) -> None:
    services, detail = office.services, resolved(office)
    services.petition_letters.issue_reply(office.other_clerk, detail.id, "")
    back = services.desk.reopen(office.clerk, detail.id, detail.version, "کامل نبود")
    assert back.status.value == "in_progress"


def test_what_was_printed_stands_in_the_history(office: TestOffice) -> None:
    detail = office.petition()
    office.services.petition_letters.note_printed(office.manager, detail.id, LetterKind.SLIP, "printer")
    event = events_of(office, "petition", detail.id)[-1]
    assert (event.action, event.actor_name) == ("printed", office.manager.name)
    assert event.after == {"letter_kind": "slip", "onto": "printer"}


def test_a_page_that_is_not_what_went_out_is_not_printed(office: TestOffice) -> None:
    letters, detail = office.services.petition_letters, resolved(office)
    letters.issue_reply(office.clerk, detail.id, "")
    with office.services.database.writing() as session:
        session.execute(text("UPDATE letter SET page = :page"), {"page": b"%PDF-1.4 forged"})
    with pytest.raises(RuleError) as damaged:
        letters.paper(office.clerk, detail.id, LetterKind.REPLY)
    assert damaged.value.parameters["rule"] == "letter_is_damaged"


# What was chosen for one letter


CHOSEN = LetterChoices(
    " دو  برگ ",
    Classification.CONFIDENTIAL,
    PaperSize.A5,
    "ادارهٔ کتاب، جهت اقدام\n\nدفتر مدیرکل، جهت اطلاع",
)


def test_what_is_chosen_for_a_letter_goes_out_with_it_and_stays(office: TestOffice) -> None:
    letters, detail = office.services.petition_letters, resolved(office)
    usual = letters.paper(office.clerk, detail.id, LetterKind.REPLY)
    assert usual.choices == LetterChoices()
    draft = letters.paper(office.clerk, detail.id, LetterKind.REPLY, choices=CHOSEN)
    assert draft.choices.enclosure == "دو برگ"
    assert "پیش‌نویس، محرمانه" in words_of(draft.pdf)
    paper = letters.issue_reply(office.clerk, detail.id, "علی کریمی\nتهران", CHOSEN)
    assert paper.issued is not None
    assert paper.choices == paper.issued.choices == draft.choices
    assert page_sizes(paper.pdf)[0] == pytest.approx(A5, abs=1)
    for words in ("محرمانه", "دو برگ", "ادارهٔ کتاب، جهت اقدام", "دفتر مدیرکل، جهت اطلاع"):
        assert words in words_of(paper.pdf)
    event = events_of(office, "petition", detail.id)[-1]
    assert (event.action, event.after["classification"]) == ("letter_issued", "confidential")
    # What the template chooses later is for later letters.
    row = office.services.letter_templates.all()[0]
    changed = replace(row.words, paper_size=PaperSize.A4, copies="دبیرخانه")
    office.services.letter_templates.change(office.administrator, LetterKind.REPLY, row.version, changed)
    again = letters.paper(office.other_clerk, detail.id, LetterKind.REPLY, choices=LetterChoices())
    assert (again.pdf, again.choices) == (paper.pdf, paper.choices)
    [issued] = letters.issued(office.clerk, detail.id)
    assert issued.choices == paper.choices
    dossier = words_of(letters.paper(office.clerk, detail.id, LetterKind.DOSSIER).pdf)
    assert "محرمانه" in dossier
    assert "دفتر مدیرکل، جهت اطلاع" in dossier
    assert verify(office.services.database).ok


def test_a_template_chooses_for_letters_of_its_kind(office: TestOffice) -> None:
    templates, letters = office.services.letter_templates, office.services.petition_letters
    row, detail = templates.all()[0], resolved(office)
    words = replace(row.words, classification=Classification.STRICTLY_CONFIDENTIAL, copies="بایگانی، جهت ثبت")
    changed = templates.change(office.administrator, LetterKind.REPLY, row.version, words)
    assert changed.words == words
    issued = letters.issue_reply(office.clerk, detail.id, "").issued
    assert issued is not None
    assert issued.choices == words.choices


def test_too_many_copies_send_nothing_out(office: TestOffice) -> None:
    letters, detail = office.services.petition_letters, resolved(office)
    for choices, field in (
        (LetterChoices(copies="دبیرخانه\n" * 13), "letter_copies"),
        (LetterChoices(enclosure="ب" * 201), "letter_enclosure"),
    ):
        with pytest.raises(InvalidValueError) as refused:
            letters.issue_reply(office.clerk, detail.id, "", choices)
        assert refused.value.parameters["field"] == field
    assert letters.issued(office.clerk, detail.id) == ()


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (LetterKind.REPLY, "پاسخ شکایت شما"),
        (LetterKind.SLIP, "رسید ثبت شکایت"),
        (LetterKind.REFERRAL, "شکایت با مشخصات زیر"),
        (LetterKind.DOSSIER, "پروندهٔ شکایت"),
    ],
)
def test_a_paper_names_the_kind_of_its_petition(
    sqlite_office: TestOffice, kind: LetterKind, title: str
) -> None:
    office = sqlite_office
    taken = office.taken(text="به من پاسخ ندادند.", kind=Kind.COMPLAINT, subject="تأخیر")
    desk = office.services.desk
    detail = desk.resolve(office.other_clerk, taken.id, taken.version, Outcome.ANSWERED, "بررسی شد.")
    shown = words_of(office.services.petition_letters.paper(office.clerk, detail.id, kind).pdf)
    assert title in shown
    assert "درخواست" not in shown


# What stands on them


def sheet(**changed: Any) -> LetterSheet:
    whole = LetterSheet(
        kind=LetterKind.REPLY,
        number="1405/7",
        made_at=datetime(2026, 11, 24, 8, 0, tzinfo=UTC),
        addressee=("جناب آقای علی کریمی", "تهران، خیابان بهار"),
        subject="پاسخ درخواست",
        paragraphs=("با سلام و احترام؛", "پاسخ شما."),
        enclosure="یک برگ",
        signer="دکتر یزدی",
        signer_title="مدیرکل",
        copies=(CopyLine("دبیرخانه", "جهت اطلاع"),),
        settings=OfficeSettings(),
    )
    return replace(whole, **changed)


def boxes(content: bytes, wanted: str) -> tuple[float, float, float, float]:
    """Where words are drawn on the first page: left, bottom, right, top in points from the lower left."""
    seen = [one for one in characters(content, 0) if not one.text.isspace()]
    read = "".join(one.text for one in seen)
    at = read.find(wanted.replace(" ", ""))
    assert at >= 0, read
    found = seen[at : at + len(wanted.replace(" ", ""))]
    return (
        min(one.left for one in found),
        min(one.bottom for one in found),
        max(one.right for one in found),
        max(one.top for one in found),
    )


@pytest.mark.parametrize(
    "window",
    [
        {},
        {"window_right": 15, "window_top": 45, "window_width": 100, "window_height": 35},
        {"window_right": 100, "window_top": 60},
        # It has no room for the label.
        {"window_width": 60},
    ],
)
@pytest.mark.parametrize("lines", [2, 6])
def test_the_addressee_is_drawn_inside_the_window(window: dict[str, Any], lines: int) -> None:
    settings = replace(OfficeSettings(), **window)
    address = ("جناب آقای علی کریمی", *["تهران، خیابان بهار"] * (lines - 1))
    content = letter_pdf(sheet(settings=settings, addressee=address))
    left, bottom, right, top = window_of(settings)
    assert right == pytest.approx(LAYOUT.width - settings.window_right * mm)
    assert top == pytest.approx(LAYOUT.height - settings.window_top * mm)
    for words in set(address):
        box = boxes(content, words)
        assert left <= box[0] <= box[2] <= right
        assert bottom <= box[1] <= box[3] <= top
    # Nothing else is seen through it.
    seen = {
        one.text
        for one in characters(content, 0)
        if left < (one.left + one.right) / 2 < right and bottom < (one.bottom + one.top) / 2 < top
    }
    label = "گیرنده:" if settings.window_width >= 70 else ""
    assert {letter for letter in seen if letter.strip()} == set(label + "".join(address)) - {" "}


def test_number_date_and_enclosure_are_at_the_left_and_the_signature_too() -> None:
    content = letter_pdf(sheet())
    for words in ("شماره", "تاریخ", "پیوست", "طبقه‌بندی"):
        _, bottom, right, _ = boxes(content, words)
        assert right < LAYOUT.width / 2
        assert bottom > LAYOUT.height - 45 * mm
    assert boxes(content, "دکتر یزدی")[2] < LAYOUT.width / 2
    assert boxes(content, "رونوشت")[0] > LAYOUT.width / 2
    assert boxes(content, "دکتر یزدی")[1] > boxes(content, "رونوشت")[3]
    # The seal is set beside the signature, and not over it.
    assert boxes(content, "دکتر یزدی")[2] < boxes(content, "محل مُهر")[0]


def test_on_small_paper_a_few_copies_stand_beside_signature_and_seal() -> None:
    few = (CopyLine("دبیرخانه", "جهت اطلاع"), CopyLine("بایگانی", "جهت ثبت در پرونده"))
    content = letter_pdf(sheet(copies=few, paper_size=PaperSize.A5))
    title, seal = boxes(content, "مدیرکل"), boxes(content, "محل مُهر")
    for words in ("رونوشت", "دبیرخانه", "بایگانی"):
        assert boxes(content, words)[0] > seal[2]
        assert boxes(content, words)[1] > title[1] - 4


LONG = ("با سلام و احترام؛", *(f"بند شمارهٔ {n} از پاسخ، که چند سطر است. " * 6 for n in range(9)))
OFFICE = replace(OfficeSettings(), office_address="تهران، خیابان نمونه، شمارهٔ ۱۲", phone="021-42991")


@pytest.mark.parametrize("size", list(PaperSize))
def test_a_second_page_has_number_and_date_and_every_foot_the_office(size: PaperSize) -> None:
    pages = by_pdfium(
        letter_pdf(sheet(paragraphs=LONG, settings=OFFICE, paper_size=size, code=isolated("۴۰۷۲-۹۱۸۳-۵۵۹۲")))
    )
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        words = " ".join(page.split())
        assert "۱۴۰۵/۷" in words
        assert "۱۴۰۵/۰۹/۰۳" in words
        assert "خیابان نمونه" in words
        assert "۰۲۱-۴۲۹۹۱" in words
        assert "۴۰۷۲-۹۱۸۳-۵۵۹۲" in words
        assert f"صفحهٔ {persian_digits(str(number))} از" in words
        assert ("بسمه تعالی" in words) is (number == 1)
        assert "میز مشارکت" not in words


@pytest.mark.parametrize("size", list(PaperSize))
def test_signature_and_copies_stand_under_the_last_lines_of_the_text(size: PaperSize) -> None:
    copies = (CopyLine("دبیرخانه", "جهت اطلاع"), CopyLine("بایگانی", "جهت ثبت"))
    turned = set()
    for more in range(26):
        text = (*LONG[:3], *("سطر",) * more, "سطر پایانی.")
        pages = by_pdfium(letter_pdf(sheet(paragraphs=text, copies=copies, paper_size=size)))
        [signed] = [page for page in pages if "دکتر یزدی" in page]
        assert all(words in signed for words in ("سطر پایانی", "رونوشت", "دبیرخانه", "بایگانی"))
        turned.add(len(pages))
    assert len(turned) > 1


def test_on_paper_that_has_a_letterhead_none_is_printed() -> None:
    settings = replace(OFFICE, prints_letterhead=False)
    content = letter_pdf(sheet(settings=settings))
    shown = words_of(content)
    assert not any(words in shown for words in ("وزارت", "بسمه تعالی", "خیابان نمونه"))
    assert "صفحهٔ ۱ از ۱" in shown
    printed = letter_pdf(sheet(settings=OFFICE))
    # Numbers are stamped at the same place.
    assert boxes(content, "شماره") == boxes(printed, "شماره")


def test_the_office_says_what_stands_above_the_emblem_and_whether_a_seal_has_its_place() -> None:
    plain = replace(OFFICE, invocation="به نام خدا", seal_place=False)
    shown = words_of(letter_pdf(sheet(settings=plain)))
    assert "به نام خدا" in shown
    assert "محل مُهر" not in shown


@pytest.mark.parametrize("size", list(PaperSize))
def test_a_long_address_of_the_office_stands_in_the_foot_as_a_whole(size: PaperSize) -> None:
    address = " ".join(f"خیابان نمونهٔ {one}،" for one in "ابپتثجچحخدذر") + " پلاک پایانی"
    invocation = "بسم الله الرحمن الرحیم و به نستعین"
    settings = replace(OFFICE, office_address=address, office_name="اداره کل " * 9, invocation=invocation)
    content = letter_pdf(sheet(settings=settings, paper_size=size, paragraphs=LONG[:2]))
    assert "پلاک پایانی" in words_of(content)
    # What stands above the emblem parts the office from the number.
    left, bottom, right, _ = boxes(content, invocation)
    # Nothing of the office or of the number is drawn below it.
    between = [
        one.text for one in characters(content, 0) if left < one.left < right and one.bottom > bottom - 40
    ]
    assert "".join(between).count("ا") == invocation.count("ا")


@pytest.mark.parametrize("size", list(PaperSize))
def test_many_copies_with_long_purposes_all_stand_below_a_heading(size: PaperSize) -> None:
    lines = tuple(CopyLine(f"ادارهٔ نمونهٔ {one}", "جهت اطلاع و اقدام لازم " * 5) for one in "ابپتثجچحخدذر")
    pages = by_pdfium(letter_pdf(sheet(paragraphs=LONG[:5], copies=lines, paper_size=size)))
    words = [" ".join(page.split()) for page in pages]
    assert all(any(line.recipient in page for page in words) for line in lines)
    assert all("رونوشت:" in page for page in words if "ادارهٔ نمونهٔ" in page)


def test_an_enclosure_that_is_too_long_for_the_letterhead_stands_below() -> None:
    long = "نسخهٔ اصلاح‌شدهٔ آیین‌نامه در دوازده برگ و یک لوح فشرده"
    shown = words_of(letter_pdf(sheet(enclosure=long)))
    assert "پیوست: دارد" in shown
    assert long in shown
    assert words_of(letter_pdf(sheet())).count("یک برگ") == 1


def test_without_a_postal_address_no_room_is_left_for_a_window() -> None:
    name, address = "جناب آقای علی کریمی", ("جناب آقای علی کریمی", "تهران، خیابان بهار")
    by_hand, by_post = (letter_pdf(sheet(addressee=lines)) for lines in ((name,), address))
    assert boxes(by_hand, "پاسخ درخواست")[1] > boxes(by_post, "پاسخ درخواست")[3] + 20 * mm
    assert boxes(by_hand, "گیرنده")[2] == pytest.approx(boxes(by_hand, "موضوع")[2], abs=2)


def test_who_greets_in_a_reply_is_not_heard_twice(office: TestOffice) -> None:
    letters, taken = office.services.petition_letters, office.taken()
    text = "با سلام و احترام،\nمجوز شما صادر شده است."
    detail = office.services.desk.resolve(office.clerk, taken.id, taken.version, Outcome.GRANTED, text)
    shown = words_of(letters.paper(office.clerk, detail.id, LetterKind.REPLY).pdf)
    assert shown.count("با سلام") == 1
    assert "مجوز شما صادر شده است" in shown
    # A template that does not greet leaves the clerk's own words.
    row = office.services.letter_templates.all()[0]
    words = replace(row.words, body="به آگاهی می‌رساند:\n{reply}")
    office.services.letter_templates.change(office.administrator, LetterKind.REPLY, row.version, words)
    assert "با سلام و احترام" in words_of(letters.paper(office.clerk, detail.id, LetterKind.REPLY).pdf)


def test_the_office_s_logo_stands_on_every_letter_and_one_that_cannot_be_drawn_on_none(
    office: TestOffice,
) -> None:
    detail, letters = resolved(office), office.services.petition_letters
    before = {kind: len(letters.paper(office.clerk, detail.id, kind).pdf) for kind in OF_PETITIONS}
    picture = BytesIO()
    Image.effect_noise((80, 80), 60).save(picture, "PNG")
    office.services.office.change_logo(office.administrator, picture.getvalue())
    for kind in OF_PETITIONS:
        assert len(letters.paper(office.clerk, detail.id, kind).pdf) > before[kind] + 2000
    assert letter_pdf(sheet(logo=b"no picture")) == letter_pdf(sheet())


def test_an_address_that_is_too_long_for_the_window_says_so() -> None:
    content = letter_pdf(sheet(addressee=("نام", *["نشانی بسیار بلند " * 12] * 7)))
    _, bottom, _, _ = window_of(OfficeSettings())
    assert boxes(content, "...")[1] >= bottom


def test_a_label_is_copied_with_its_colon_by_both_readers() -> None:
    content = letter_pdf(sheet(subject="پاسخ شکایت شما"))
    copied = [words_of(content), *([by_poppler(content)] if has_poppler() else [])]
    for found in copied:
        plain = re.sub("[\u200e\u200f\u202a-\u202e]", "", found)
        assert "موضوع: پاسخ شکایت شما" in " ".join(plain.split())


def test_the_title_of_the_signer_has_no_line_of_a_single_word() -> None:
    title = "مدیر کل فرهنگ و ارشاد اسلامی استان تهران"
    pages = by_pdfium(letter_pdf(sheet(signer_title=title)))
    [first, second] = [line for line in pages[0].splitlines() if line.strip() and line.strip() in title]
    assert (first.strip(), second.strip()) == ("مدیر کل فرهنگ و ارشاد اسلامی", "استان تهران")


def test_a_receipt_shortens_a_long_subject_and_keeps_what_comes_after_it(
    sqlite_office: TestOffice,
) -> None:
    detail = sqlite_office.petition(subject=" ".join(["تأخیر در پاسخ"] * 11) + " پایان موضوع")
    letters = sqlite_office.services.petition_letters
    shown = words_of(letters.paper(sqlite_office.clerk, detail.id, LetterKind.SLIP).pdf)
    assert "پایان موضوع" not in shown
    for words in ("تأخیر در پاسخ", "پیگیری تلفنی", "نزد خود نگه دارید"):
        assert words in shown, words
    assert "پایان موضوع" in words_of(letters.paper(sqlite_office.clerk, detail.id, LetterKind.DOSSIER).pdf)


def test_hostile_words_are_plain_text_and_break_nothing(office: TestOffice) -> None:
    hostile = "<b>{code}</b> \u202eabc😀 " + "ب" * 5000 + "\n" * 40 + "پایان {name}"
    detail = office.petition(hostile, subject="{phone} \u202e<i>", name="}{ \u2066نام\u2069")
    plain = office.petition()
    phone = persian_digits(OfficeSettings().phone)
    for kind in (LetterKind.REPLY, LetterKind.SLIP, LetterKind.REFERRAL, LetterKind.DOSSIER):
        shown = words_of(office.services.petition_letters.paper(office.clerk, detail.id, kind).pdf)
        # The brackets of a piece that reads from the left are turned by some readers.
        assert "phone" in shown
        usual = words_of(office.services.petition_letters.paper(office.clerk, plain.id, kind).pdf)
        assert (kind, shown.count(phone)) == (kind, usual.count(phone))
        if kind is LetterKind.DOSSIER:
            assert "code" in shown
            assert "name" in shown


def test_what_the_office_has_not_entered_is_printed_nowhere(office: TestOffice) -> None:
    templates, admin, settings = (
        office.services.letter_templates,
        office.administrator,
        office.services.office,
    )
    detail = office.petition()
    words = LetterWords("رسید", "ابلاغیهٔ شمارهٔ {decree}\nپیامک {sms}\nمهلت {deadline}\nهمیشه")
    templates.change(admin, LetterKind.SLIP, templates.all()[1].version, words)
    shown = words_of(office.services.petition_letters.paper(office.clerk, detail.id, LetterKind.SLIP).pdf)
    assert "همیشه" in shown
    assert not any(word in shown for word in ("تصویب‌نامه", "پیامک", "مهلت"))
    settings.change(admin, replace(settings.settings(), decree_number="۱۲/۳۴", sms_number="30001"))
    shown = words_of(office.services.petition_letters.paper(office.clerk, detail.id, LetterKind.SLIP).pdf)
    assert "۱۲/۳۴" in shown
    assert "۳۰۰۰۱" in shown


def test_the_receipt_has_the_code_for_the_eye_and_for_a_camera(office: TestOffice) -> None:
    detail = office.petition()
    content = office.services.petition_letters.paper(office.clerk, detail.id, LetterKind.SLIP).pdf
    assert len(by_pdfium(content)) == 1
    assert codes_of(content) == [detail.tracking_code] * 2
    persian = spoken(detail.tracking_code).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert words_of(content).count(persian) == 2


def test_a_dossier_holds_everything_of_the_petition(office: TestOffice, clock: FixedClock) -> None:
    services = office.services
    detail = office.taken(name="علی کریمی", kind=Kind.REQUEST, subject="مجوز کتاب")
    services.attachments.add(office.clerk, detail.id, "نامه ناشر.pdf", b"%PDF-1.4 made")
    services.desk.note(office.clerk, detail.id, "پرونده در دبیرخانه است")
    again = NewPetition(Kind.REQUEST, Channel.SMS, f"{detail.tracking_code} مدرک تازه رسید")
    services.auto_intake.take_in(office.manager, [again])
    clock.moment += timedelta(days=3)
    now = services.desk.peek(office.clerk, detail.id)
    services.desk.refer(office.clerk, detail.id, now.version, office.music.id, "لطفاً بررسی شود")
    clock.moment += timedelta(hours=5)
    shown = words_of(services.petition_letters.paper(office.clerk, detail.id, LetterKind.DOSSIER).pdf)
    for words in ("علی کریمی", "لطفاً نتیجه درخواست مجوز کتاب مرا اعلام کنید", "نامه ناشر.pdf",
                  "پرونده در دبیرخانه است", "مدرک تازه رسید", "از فرستنده‌ای دیگر",
                  "اداره موسیقی", "لطفاً بررسی شود", "۵ ساعت تاکنون",
                  f"{office.clerk.name} رسیدگی را به‌عهده گرفت",
                  f"{office.clerk.name} درخواست را به اداره موسیقی ارجاع داد"):  # fmt: skip
        assert words in shown
    # A page that is parted from the others says what it is of.
    pages = by_pdfium(services.petition_letters.paper(office.clerk, detail.id, LetterKind.DOSSIER).pdf)
    assert len(pages) > 1
    assert all(persian_digits(detail.registry) in page for page in pages)
    sheet_words = words_of(services.petition_letters.paper(office.clerk, detail.id, LetterKind.REFERRAL).pdf)
    assert "لطفاً بررسی شود" in sheet_words
    assert "اداره موسیقی" in sheet_words


def test_who_does_not_work_on_it_reads_no_personal_data_on_paper(office: TestOffice) -> None:
    services = office.services
    detail = office.taken()
    petition = office.registered("شماره من ۰۹۱۲۱۲۳۴۵۶۷ است.", unit=office.books)
    taken = services.desk.take(office.clerk, petition, version=1)
    services.desk.refer(office.clerk, petition, taken.version, office.music.id, "به شماره ۰۹۱۲۱۲۳۴۵۶۷")
    assert detail.id
    for kind in (LetterKind.DOSSIER, LetterKind.REFERRAL):
        outside = words_of(services.petition_letters.paper(office.clerk, petition, kind).pdf)
        inside = words_of(services.petition_letters.paper(office.music_clerk, petition, kind).pdf)
        assert "۰۹۱۲۱۲۳۴۵۶۷" in inside
        assert "۰۹۱۲۱۲۳۴۵۶۷" not in outside
        assert "•" in outside


def test_the_address_of_a_letter_is_read_by_who_works_on_the_petition(office: TestOffice) -> None:
    services = office.services
    number = office.registered(unit=office.books)
    taken = services.desk.take(office.clerk, number, version=1)
    sent = services.desk.refer(office.clerk, number, taken.version, office.music.id, "برای شما")
    taken = services.desk.take(office.music_clerk, number, sent.version)
    services.desk.resolve(office.music_manager, number, taken.version, Outcome.ANSWERED, REPLY)
    letters = services.petition_letters
    letters.issue_reply(office.music_clerk, number, "علی کریمی\nتهران، خیابان بهار")
    inside = letters.paper(office.music_manager, number, LetterKind.REPLY)
    outside = letters.paper(office.clerk, number, LetterKind.REPLY)
    assert "خیابان بهار" in words_of(inside.pdf)
    assert "خیابان بهار" not in words_of(outside.pdf)
    assert (outside.issued, outside.refusal) == (None, "not_your_role")
    assert letters.issued(office.clerk, number) == ()
    assert "۱۴۰۵/۱" in words_of(letters.paper(office.music_clerk, number, LetterKind.DOSSIER).pdf)


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(minutes=59), "کمتر از یک ساعت"),
        (timedelta(hours=1), "۱ ساعت"),
        (timedelta(hours=23, minutes=59), "۲۳ ساعت"),
        (timedelta(days=1), "۱ روز"),
        (timedelta(days=12, hours=23), "۱۲ روز"),
    ],
)
def test_how_long_something_lay_is_told_in_days_or_hours(passed: timedelta, words: str) -> None:
    sent = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    assert dwell_words(sent, sent + passed) == words


@pytest.mark.parametrize(
    "changed",
    [
        {"window_top": 20},
        {"window_top": 300},
        {"window_right": 0},
        {"window_right": 140, "window_width": 90},
        {"window_height": 5},
    ],
)
def test_a_window_that_is_not_on_the_page_is_refused(office: TestOffice, changed: dict[str, Any]) -> None:
    settings = office.services.office
    with pytest.raises(InvalidValueError) as refused:
        settings.change(office.administrator, replace(settings.settings(), **changed))
    assert refused.value.parameters["reason"] == "out_of_range"


# Consultations


POET = ExpertWords("نیلوفر جاوید", "artist", "خانه شاعران", ("شعر", "ترانه"), address="تهران\nخیابان بهار")
PRINTER = ExpertWords("بهرام ناصری", "publisher")


def invited(office: TestOffice, clock: FixedClock) -> Consultation:
    consultation = Consultation(office, clock).opened()
    services, clerk = office.services, office.clerk
    experts = [services.experts.add(clerk, one) for one in (POET, PRINTER)]
    services.invitations.invite(clerk, consultation.id, [one.id for one in experts])
    return consultation


def test_each_invitation_is_a_letter_of_its_own_and_goes_out_once(
    office: TestOffice, clock: FixedClock
) -> None:
    consultation = invited(office, clock)
    letters = office.services.consultation_letters
    # Looking writes nothing, also not how late it is.
    clock.moment += timedelta(hours=1)
    drafts = letters.invitations(office.reviewer, consultation.id)
    assert [one.issued for one in drafts] == [None, None]
    assert all("پیش‌نویس" in words_of(one.pdf) for one in drafts)
    assert letters.issue_invitations(office.clerk, consultation.id) == 2
    assert letters.issue_invitations(office.clerk, consultation.id) == 0
    out = letters.invitations(office.reviewer, consultation.id)
    assert [one.issued.number for one in out if one.issued] == ["1405/1", "1405/2"]
    printer, poet = (words_of(one.pdf) for one in out)
    # Whose field nobody entered is asked all the same.
    assert "زمینهٔ" not in printer
    assert all("نظر کارشناسی خود" in words for words in (printer, poet))
    assert "نیلوفر جاوید" in poet
    assert "شعر، ترانه" in poet
    assert "خیابان بهار" in poet
    actions = [one.action for one in consultation.events_of("instrument", consultation.id)]
    assert actions.count("letter_issued") == 2
    whole = merged([one.pdf for one in out])
    assert len(by_pdfium(whole)) == 2
    assert merged([one.pdf for one in out]) == whole


def test_a_notice_goes_out_to_somebody_while_the_window_is_open(
    office: TestOffice, clock: FixedClock
) -> None:
    letters = office.services.consultation_letters
    consultation = Consultation(office, clock).register()
    with pytest.raises(RuleError) as early:
        letters.issue_notice(office.clerk, consultation.id, "خانه کتاب")
    assert early.value.parameters["rule"] == "letter_needs_a_window"
    consultation = Consultation(office, clock).opened()
    with pytest.raises(InvalidValueError):
        letters.issue_notice(office.clerk, consultation.id, " \n ")
    assert "خانه کتاب" in words_of(letters.notice(office.clerk, consultation.id, "خانه کتاب").pdf)
    notice = letters.issue_notice(office.clerk, consultation.id, "خانه کتاب\nتهران")
    assert notice.issued is not None
    (kept,) = letters.notices(consultation.id)
    assert kept == notice.issued
    assert letters.page(kept.id) == notice.pdf
    shown = words_of(notice.pdf)
    assert "خانه کتاب" in shown
    assert "تصویب‌نامه" not in shown


def test_nothing_that_sets_pages_is_loaded_before_a_page_is_wanted() -> None:
    """reportlab, fonts and PDFs would take most of a second from every start."""
    tried = (
        "import sys, desktop_app.reports.letters.of_petitions, desktop_app.reports.letters.of_consultations;"
        " sys.exit(bool({'reportlab', 'pikepdf', 'uharfbuzz'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", tried], check=False).returncode == 0


def test_the_receipt_of_a_notice_says_that_it_gets_no_reply(office: TestOffice) -> None:
    services = office.services
    services.office.set_identity_rules(
        office.administrator, (IdentityRule(None, "letter", ("national_id",)),)
    )
    whole = office.registered("متن نخست", unit=office.books)
    notice = office.registered("متن دوم", unit=office.books, channel=Channel.LETTER)
    letters = services.petition_letters
    pages = {
        number: words_of(letters.paper(office.clerk, number, LetterKind.SLIP).pdf)
        for number in (whole, notice)
    }
    assert "پاسخی داده نمی‌شود" not in pages[whole]
    assert pages[notice].count("پاسخی داده نمی‌شود") == 2
