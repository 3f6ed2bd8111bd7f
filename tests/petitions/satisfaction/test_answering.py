"""What comes back from whoever was asked: put to the right petition once, or settled by a person."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from desktop_app.clock import FixedClock
from desktop_app.database.verification import verify
from desktop_app.errors import NotFoundError, NotPermittedError, RuleError
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.people.model import PetitionerIdentity
from desktop_app.people.petitioners import Contact
from desktop_app.persian.dates import JalaliMonth, tehran_day
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.retention.service import RetentionRule
from desktop_app.petitions.satisfaction.settings import QuestionSettings
from desktop_app.petitions.vocabulary import Channel, Outcome
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from tests.conftest import NOON, office_with
from tests.department import TestOffice
from tests.engines import Made
from tests.intake.staged import hand_in
from tests.petitions.outbox.sending import EMAIL, SENDER
from tests.petitions.satisfaction.asking import (
    ANSWER_DAYS,
    ask_from_now_on,
    became,
    closed,
    come,
    mark,
    past,
    questions,
    reopen,
    send,
    text_message,
)

OTHER = "09129876543"


@pytest.fixture
def made() -> Made:
    return office_with(ask_from_now_on)


@pytest.fixture
def asked(office: TestOffice, tmp_path: Path, clock: FixedClock) -> int:
    """A petition about which somebody was asked."""
    number = closed(office)
    send(office, tmp_path, clock)
    return number


def petitions(office: TestOffice) -> int:
    with office.services.database.reading() as session:
        return len(session.scalars(select(Petition.id)).all())


def mail(office: TestOffice, words: str, address: str = EMAIL) -> int:
    payload = {"kind": "request", "text": words, "subject": "Re: رضایت شما", "email": address}
    return hand_in(office.services.database, {"channel": "email", "payload": payload})[0]


@pytest.mark.parametrize(("words", "told"), [("5", 5), ("۴", 4), ("٣", 3), ("2.", 2), ("نمره ۱", 1)])
def test_a_digit_is_put_to_the_petition_and_makes_none(
    office: TestOffice, asked: int, words: str, told: int
) -> None:
    assert come(office, words, "+98 912 123 4567") == "answer"
    assert (questions(office), mark(office, asked), petitions(office)) == ([(asked, told)], told, 1)
    event = past(office, asked)[-1]
    assert (event.action, event.after["satisfaction"]) == ("satisfaction_answered", told)
    assert verify(office.services.database).ok


def test_a_mail_is_an_answer_from_the_address_that_was_asked(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    number = closed(office, Channel.EMAIL)
    send(office, tmp_path, clock)
    came = mail(office, "۵", EMAIL.upper())
    assert office.services.staging.run(office.manager).answers == 1
    assert (became(office, came), mark(office, number)) == ("answer", 5)


def test_an_answer_counts_once_however_often_it_is_delivered(office: TestOffice, asked: int) -> None:
    told: dict[str, Any] = {"at": NOON + timedelta(days=4), "external_id": "S-1"}
    assert come(office, "5", **told) == "answer"
    assert come(office, "5", **told) == "answer"
    taken = office.services.staging.run(office.manager)
    assert taken.handled == 0
    # Another text is another answer, which a person reads.
    assert come(office, "4", at=NOON + timedelta(days=5)) == "answered_already"
    assert come(office, "5", at=NOON + timedelta(days=5)) == "answered_already"
    assert questions(office) == [(asked, 5)]
    events = [event.action for event in past(office, asked)]
    assert events.count("satisfaction_answered") == 1


def test_two_workers_record_an_answer_once(office: TestOffice, asked: int) -> None:
    numbers = [text_message(office, words) for words in ("5", "5", "4")]
    threads = [threading.Thread(target=office.services.staging.run, args=(office.manager,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    states = sorted(became(office, number) for number in numbers)
    assert states == ["answer", "answered_already", "answered_already"]
    assert questions(office) == [(asked, 5)]


def test_the_next_petition_of_a_number_is_asked_about_after_the_answer(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    first, second = closed(office), closed(office, text="درخواست دوم")
    send(office, tmp_path, clock)
    assert come(office, "2") == "answer"
    assert send(office, tmp_path, clock, 1) == 1
    assert come(office, "5") == "answer"
    assert questions(office) == [(first, 2), (second, 5)]


@pytest.mark.parametrize("words", ["4 5", "۵ ناراضی", "9", "45"])
def test_an_unclear_answer_waits_and_a_clerk_settles_it(office: TestOffice, asked: int, words: str) -> None:
    desk = office.services.answer_desk
    came = text_message(office, words)
    office.services.staging.run(office.manager)
    assert became(office, came) in ("several_digits", "words_against_mark", "no_such_mark")
    assert (petitions(office), mark(office, asked)) == (1, None)
    choice = desk.choice(office.manager, came)
    assert [one.petition_id for one in choice.questions] == [asked]
    assert set(choice.marks) == {int(one) for one in words if one in "12345"} | (
        {5} if "۵" in words else set()
    )
    with pytest.raises(RuleError):
        desk.settle(office.manager, came, asked, 1)
    if not choice.marks:
        return
    with pytest.raises(NotPermittedError):
        desk.settle(office.clerk, came, asked, choice.marks[0])
    desk.settle(office.manager, came, asked, choice.marks[0])
    assert (became(office, came), mark(office, asked)) == ("answer", choice.marks[0])
    with pytest.raises(NotFoundError):
        desk.settle(office.manager, came, asked, choice.marks[0])
    events = past(office, asked)
    assert (events[-1].action, events[-1].actor_id) == ("satisfaction_settled", office.manager.person_id)
    assert verify(office.services.database).ok


def test_an_unknown_number_waits_and_belongs_to_nobody(office: TestOffice, asked: int) -> None:
    assert come(office, "5", OTHER) == "no_question_open"
    with office.services.database.reading() as session:
        came = session.scalars(select(IntakeSubmission.id)).one()
    assert office.services.answer_desk.choice(office.manager, came).questions == ()
    with pytest.raises(RuleError):
        office.services.answer_desk.settle(office.manager, came, asked, 5)
    # Whoever reads it and finds a request takes it in as one.
    payload = office.services.staging.opened(office.manager, came).payload
    office.services.staging.mend(office.manager, came, payload)
    office.services.staging.run(office.manager)
    assert (became(office, came), petitions(office), mark(office, asked)) == ("petition", 2, None)


def test_while_nobody_is_asked_a_digit_is_a_text_like_any_other(office: TestOffice) -> None:
    office.services.question_rules.change(office.administrator, QuestionSettings())
    assert come(office, "5") == "petition"


def test_an_answer_after_the_last_day_waits_and_may_be_counted(
    office: TestOffice, asked: int, clock: FixedClock
) -> None:
    clock.advance(timedelta(days=ANSWER_DAYS))
    late = text_message(office, "4")
    clock.advance(timedelta(days=1))
    office.services.staging.run(office.manager)
    assert became(office, late) == "answer_is_late"
    office.services.answer_desk.settle(office.manager, late, asked, 4)
    assert questions(office) == [(asked, 4)]


def test_on_the_last_day_it_is_in_time(office: TestOffice, asked: int, clock: FixedClock) -> None:
    clock.advance(timedelta(days=ANSWER_DAYS))
    assert come(office, "4") == "answer"
    assert mark(office, asked) == 4


def test_two_open_questions_of_a_number_are_told_apart_by_a_person(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    # The e-mails wait without a sender's address, and one address is corrected meanwhile.
    office.services.message_rules.change(office.administrator, MessageSettings())
    first = closed(office, Channel.EMAIL)
    second = closed(office, Channel.EMAIL, text="دیگری", contact=Contact(name="دیگری", email="b@example.ir"))
    assert send(office, tmp_path, clock) == 2
    with office.services.database.writing() as session:
        session.execute(update(PetitionerIdentity).values(email=EMAIL))
    office.services.message_rules.change(office.administrator, MessageSettings(sender=SENDER))
    office.services.delivery.write(office.manager, tmp_path)
    came = mail(office, "5")
    office.services.staging.run(office.manager)
    assert became(office, came) == "two_questions_open"
    choice = office.services.answer_desk.choice(office.manager, came)
    assert {one.petition_id for one in choice.questions} == {first, second}
    office.services.answer_desk.settle(office.manager, came, second, 5)
    assert (mark(office, first), mark(office, second)) == (None, 5)
    # One is left.
    mail(office, "3")
    assert office.services.staging.run(office.manager).answers == 1
    assert mark(office, first) == 3


@pytest.mark.parametrize("words", ["۵\nمجوز کتاب دومم چه شد؟", "5. شماره تلفن مرا عوض کنید"])
def test_a_request_beside_the_digit_becomes_a_petition_as_well(
    office: TestOffice, asked: int, words: str
) -> None:
    came = text_message(office, words)
    taken = office.services.staging.run(office.manager)
    # It is one of the answers and one of the petitions, and one submission.
    assert (taken.answers, taken.petitions, taken.stored, taken.handled) == (1, 1, 1, 1)
    assert became(office, came) == "petition"
    assert (mark(office, asked), petitions(office)) == (5, 2)
    assert office.services.desk.peek(office.manager, asked + 1).text == words


def test_a_text_that_names_a_code_goes_to_that_petition(office: TestOffice, asked: int) -> None:
    code = office.services.desk.peek(office.manager, asked).tracking_code
    assert come(office, f"کد {code} چه شد؟ 5 ماه گذشت") == "message"
    assert mark(office, asked) is None


def test_an_answer_about_a_case_that_was_reopened_is_kept_and_not_counted(
    office: TestOffice, asked: int
) -> None:
    reopen(office, asked)
    assert come(office, "1") == "message"
    seen = office.services.desk.peek(office.manager, asked)
    assert (seen.satisfaction, questions(office), petitions(office)) == (None, [(asked, None)], 1)
    done = office.services.desk.resolve(office.manager, asked, seen.version, Outcome.ANSWERED, "پاسخ دوم")
    # The question was about the first end.
    assert come(office, "2") == "message"
    assert office.services.desk.peek(office.manager, done.id).satisfaction is None


def test_reopening_takes_a_counted_answer_out_and_keeps_it_apart(office: TestOffice, asked: int) -> None:
    assert come(office, "1") == "answer"
    reopen(office, asked)
    assert (mark(office, asked), questions(office)) == (None, [(asked, 1)])


def test_a_mark_that_was_imported_meanwhile_is_not_replaced(office: TestOffice, asked: int) -> None:
    with office.services.database.writing() as session:
        session.execute(update(Petition).values(satisfaction=2))
    assert come(office, "5") == "marked_otherwise"
    assert come(office, "2") == "answer"
    assert questions(office) == [(asked, 2)]


def test_masking_empties_the_submission_of_an_answer(
    office: TestOffice, asked: int, clock: FixedClock
) -> None:
    services = office.services
    came = text_message(office, "5")
    services.staging.run(office.manager)
    with services.database.writing() as session:
        long_ago = clock.now() - timedelta(days=800)
        session.execute(update(Petition).values(resolved_at=long_ago))
    services.retention.set_rule(office.administrator, RetentionRule(1, "مصوبه نمونه"), seen=RetentionRule())
    services.retention.run(
        office.administrator, services.retention.begin(services.retention.preview(office.administrator))
    )
    with services.database.reading() as session:
        one = session.get_one(IntakeSubmission, came)
        assert (one.payload, one.item_type) == ({}, "answer")
    assert questions(office) == [(asked, 5)]


def test_the_report_tells_of_those_who_were_asked_and_an_issued_one_stays(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    month = ReportScope(Period.month(JalaliMonth.of(tehran_day(clock.now()))))
    office.services.question_rules.change(office.administrator, QuestionSettings(3, 60))
    numbers = [
        closed(office, text=f"متن {at}", contact=Contact(name=f"کس {at}", mobile=f"0912000000{at}"))
        for at in range(4)
    ]
    send(office, tmp_path, clock)
    assert come(office, "5", "09120000000") == "answer"
    clock.advance(timedelta(days=30))
    reports, issued = office.services.reports, office.services.issued_reports
    row = issued.issue(office.manager, month, signed_as="مدیر")
    first = issued.one(office.manager, row.id)
    figures = first.report.figures
    assert (figures.asked, figures.answered, figures.response_rate) == (4, 1, 0.25)
    assert list(figures.satisfaction_shares or ()) == [0, 0, 0, 0, 1]
    # One more answers, and another case is taken up again.
    assert come(office, "1", "09120000001") == "answer"
    reopen(office, numbers[0])
    figures = reports.of(month).figures
    assert (figures.asked, figures.answered, figures.satisfaction) == (3, 1, (1, 0, 0, 0, 0))
    again = issued.one(office.manager, row.id)
    assert (again.page, again.report) == (first.page, first.report)
