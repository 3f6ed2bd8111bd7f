"""Letters and receipts of a consultation: invitations, notices."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.errors import InvalidValueError, RuleError
from desktop_app.office.letter_templates import LetterKind
from desktop_app.office.settings import IdentityRule
from desktop_app.people.experts import ExpertWords
from desktop_app.petitions.vocabulary import Channel
from desktop_app.reports.letters.issuing import merged
from tests.department import TestOffice
from tests.instruments.consulting import Consultation
from tests.reports.letters import words_of
from tests.reports.pdf.reading import by_pdfium

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
