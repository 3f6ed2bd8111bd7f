"""Papers of a petition: what stands on letters, sheets, receipts and dossiers, and who reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop_app.clock import FixedClock
from desktop_app.errors import InvalidValueError, NotFoundError
from desktop_app.office.letter_templates import LetterKind, LetterWords
from desktop_app.office.settings import OfficeSettings
from desktop_app.persian.digits import persian_digits
from desktop_app.petitions.registration.codes import spoken
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.reports.letters.of_petitions import ALL_REFERRALS, OF_PETITIONS
from desktop_app.reports.letters.papers import dwell_words
from desktop_app.wording import in_language, use_language
from tests.department import TestOffice
from tests.reports.letters import REPLY, resolved, words_of
from tests.reports.pdf.reading import by_pdfium, codes_of


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
