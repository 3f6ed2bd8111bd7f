"""Experts in the register, invited to a consultation: once each, while there is something to answer to."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.errors import (
    ConflictError,
    FolderInUseError,
    InvalidValueError,
    NotFoundError,
    NotPermittedError,
    RuleError,
)
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.vocabulary import InvitationAnswer
from desktop_app.people.experts import ExpertRow, ExpertWords
from desktop_app.reports.invitations import mails, write_invitations
from desktop_app.reports.letters.issuing import merged
from tests.department import TestOffice, only_administrator
from tests.instruments.consulting import Consultation
from tests.reports.pdf.reading import by_pdfium

POET = ExpertWords(
    "نیلوفر جاوید", "artist", "خانه شاعران", ("شعر", "ترانه"), "09121234567", "n@example.org", "تهران"
)
PRINTER = ExpertWords("بهرام ناصری", "publisher", fields=("نشر",))


def entered(consultation: Consultation, *words: ExpertWords) -> list[ExpertRow]:
    experts, clerk = consultation.services.experts, consultation.office.clerk
    return [experts.add(clerk, one) for one in words]


def test_an_expert_is_entered_changed_and_retired(consultation: Consultation) -> None:
    experts, clerk = consultation.services.experts, consultation.office.clerk
    made = experts.add(
        clerk, ExpertWords(" نیلوفر  جاوید ", fields=("شعر", "شعر ", "تئاتر"), mobile="۰۹۱۲ ۱۲۳ ۴۵۶۷")
    )
    assert made.words.name == "نیلوفر جاوید"
    assert made.words.fields == ("شعر", "تئاتر")
    assert made.words.mobile == "09121234567"
    changed = experts.change(clerk, made.id, made.version, POET)
    assert changed.words == POET
    with pytest.raises(ConflictError):
        experts.change(clerk, made.id, made.version, active=False)
    experts.change(clerk, made.id, changed.version, active=False)
    assert experts.all(active_only=True) == ()
    assert len(experts.all()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ExpertWords("  "),
        ExpertWords("ن" * 121),
        ExpertWords("ن", mobile="12"),
        ExpertWords("ن", email="کجا"),
        ExpertWords("ن", fields=tuple(str(n) for n in range(21))),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    sqlite_office: TestOffice, clock: FixedClock, words: ExpertWords
) -> None:
    with pytest.raises(InvalidValueError):
        sqlite_office.services.experts.add(sqlite_office.clerk, words)
    assert sqlite_office.services.experts.all() == ()


def test_the_same_name_is_two_people_only_in_two_places(consultation: Consultation) -> None:
    entered(consultation, ExpertWords("علي رضايي", organisation="دانشگاه هنر"))
    with pytest.raises(ConflictError):
        entered(consultation, ExpertWords("علی رضایی", organisation="دانشگاه هنر"))
    entered(consultation, ExpertWords("علی رضایی", organisation="انجمن ناشران"))


def test_the_history_tells_no_number_of_an_expert(consultation: Consultation) -> None:
    (poet,) = entered(consultation, POET)
    with consultation.services.database.reading() as session:
        (told,) = history(session, "expert", poet.id)
    assert told.action == "expert_added"
    assert "09121234567" not in str(told)
    assert "example.org" not in str(told)


@pytest.mark.usefixtures("opened")
def test_each_is_invited_once_and_who_answers_is_seen(consultation: Consultation) -> None:
    poet, printer = entered(consultation, POET, PRINTER)
    invitations, reviewer = consultation.services.invitations, consultation.office.reviewer
    assert invitations.invite(reviewer, consultation.id, [poet.id, printer.id, poet.id]) == 2
    assert invitations.invite(reviewer, consultation.id, [poet.id]) == 0
    assert consultation.now.history[-1].action == "invited"
    consultation.services.comments.take_in(
        consultation.office.clerk, consultation.id, [NewComment(text="خوب است.", sender="نيلوفر جاويد")]
    )
    rows = {row.expert.id: row for row in invitations.of(consultation.id)}
    assert rows[poet.id].comments == 1
    assert rows[poet.id].has_answered
    assert not rows[printer.id].has_answered
    noted = invitations.note_answer(
        reviewer, rows[printer.id].id, rows[printer.id].version, InvitationAnswer.DECLINED
    )
    assert not noted.has_answered
    with pytest.raises(ConflictError):
        invitations.note_answer(reviewer, noted.id, rows[printer.id].version, InvitationAnswer.ANSWERED)
    # An answer stays; what nobody has answered is taken back.
    assert invitations.take_back(reviewer, consultation.id, [poet.id, printer.id]) == 1
    assert [row.expert.id for row in invitations.of(consultation.id)] == [printer.id]


def test_nobody_is_invited_to_what_is_not_before_the_public_or_by_whoever_may_not(
    consultation: Consultation,
) -> None:
    (poet,) = entered(consultation, POET)
    consultation.closed()
    invitations = consultation.services.invitations
    with pytest.raises(RuleError):
        invitations.invite(consultation.office.reviewer, consultation.id, [poet.id])
    office = consultation.office
    with pytest.raises(NotPermittedError):
        invitations.invite(only_administrator(office), consultation.id, [poet.id])
    consultation.opened()
    with pytest.raises(NotFoundError):
        invitations.invite(consultation.office.reviewer, consultation.id, [poet.id + 99])
    assert invitations.of(consultation.id) == ()


def test_letters_mails_and_the_list_go_out(
    sqlite_office: TestOffice, clock: FixedClock, tmp_path: Path
) -> None:
    consultation = Consultation(sqlite_office, clock)
    experts = entered(consultation, POET, PRINTER)
    consultation.opened()
    services, reviewer = consultation.services, sqlite_office.reviewer
    services.invitations.invite(reviewer, consultation.id, [one.id for one in experts])
    letters = services.consultation_letters.invitations(reviewer, consultation.id)
    pages = by_pdfium(merged([one.pdf for one in letters]))
    assert len(pages) == 2
    assert "بهرام ناصری" in pages[0]
    assert "نیلوفر جاوید" in pages[1]
    sent = mails(letters)
    assert len(sent) == 1
    mail = message_from_bytes(next(iter(sent.values())), policy=default)
    assert mail["To"] == "n@example.org"
    assert "دستورالعمل صدور مجوز" in str(mail["Subject"])
    assert "شعر، ترانه" in mail.get_content()
    assert write_invitations(tmp_path / "out", letters) == 1
    sheet = load_workbook(tmp_path / "out" / "list.xlsx").active
    assert sheet is not None
    assert [row[0].value for row in sheet[sheet.auto_filter.ref]][1:] == ["بهرام ناصری", "نیلوفر جاوید"]
    with pytest.raises(FolderInUseError):
        write_invitations(tmp_path / "out", letters)


def test_a_title_with_a_line_in_it_makes_no_header_of_a_mail(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(sqlite_office, clock)
    (poet,) = entered(consultation, POET)
    consultation.opened()
    with sqlite_office.services.database.writing() as session:
        from desktop_app.instruments.model import Instrument  # noqa: PLC0415

        session.get_one(Instrument, consultation.id).title = "سند\r\nBcc: x@example.org"
    services = consultation.services
    services.invitations.invite(sqlite_office.reviewer, consultation.id, [poet.id])
    letters = services.consultation_letters.invitations(sqlite_office.reviewer, consultation.id)
    (content,) = mails(letters).values()
    mail = message_from_bytes(content, policy=default)
    # `X-Unsent` opens it as a draft of the office.
    assert (mail["Bcc"], mail["X-Unsent"]) == (None, "1")
