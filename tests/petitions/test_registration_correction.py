"""Correcting how a petition was registered: kind, subject, letter number and the petitioner's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.search import matching_ids
from desktop_app.database.verification import verify
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.office.settings import AnswerDeadline
from desktop_app.people.petitioners import Contact
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.registration.changed_words import changed_rows
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.registration.registration_correction import RegistrationCorrection
from desktop_app.petitions.registration.rows_there import RowThere
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.staff.roles import Actor
from tests.conftest import NOON
from tests.department import TestOffice
from tests.petitions.test_auto_intake import came, text

BODY = "پاسخ تلفن ۴۲۹۹۱ را نمی‌دهند."


def registered(office: TestOffice, **known: Any) -> PetitionDetail:
    new = NewPetition(
        kind=known.pop("kind", Kind.REQUEST), channel=Channel.LETTER, text=BODY, subject="تلفن کتابخانه",
        contact=Contact(name="علی کریمی", mobile="09121234567"), unit_id=office.books.id, letter_number="۱۲/۴",
        **known,
    )  # fmt: skip
    made = office.services.register.register(office.clerk, new)
    return office.services.desk.peek(office.clerk, made.id)


def correct(office: TestOffice, by: Actor, seen: PetitionDetail, **other: Any) -> PetitionDetail:
    wanted = RegistrationCorrection(
        seen.kind, seen.subject, seen.letter_number or "", "متقاضی تماس گرفت و گفت"
    )
    return office.services.registration_corrections.correct(
        by, seen.id, seen.version, replace(wanted, **other)
    )


def found(office: TestOffice, query: str) -> list[int]:
    with office.services.database.reading() as session:
        return matching_ids(session, query)


def test_kind_subject_and_number_are_corrected_with_one_event_that_says_why(office: TestOffice) -> None:
    seen = registered(office)
    now = correct(
        office, office.clerk, seen, kind=Kind.CRITICISM, subject=" تلفن   نگارخانه ", letter_number="۱۲/۵"
    )
    assert (now.kind, now.subject, now.letter_number) == (Kind.CRITICISM, "تلفن نگارخانه", "۱۲/۵")
    assert now.text == BODY
    event = now.history[-1]
    assert (event.action, event.actor_name, event.text) == (
        "registration_corrected", office.clerk.name, "متقاضی تماس گرفت و گفت",
    )  # fmt: skip
    assert (event.before["kind"], event.after["kind"]) == ("request", "criticism")
    assert (event.before["subject"], event.after["subject"]) == ("تلفن کتابخانه", "تلفن نگارخانه")
    assert now.version == seen.version + 1
    assert not verify(office.services.database).breaks


def test_search_finds_it_by_the_new_words_and_no_longer_by_the_former_ones(office: TestOffice) -> None:
    seen = registered(office)
    came(office, text(f"{seen.tracking_code} پیوست را فرستادم"))
    seen = office.services.desk.peek(office.clerk, seen.id)
    now = correct(office, office.clerk, seen, subject="تلفن نگارخانه", letter_number="")
    assert found(office, "کتابخانه") == []
    assert found(office, "۱۲/۴") == []
    for words in ("نگارخانه", "تلفن", "کریمی", "09121234567", "پیوست", "۴۲۹۹۱"):
        assert found(office, words) == [seen.id], words
    office.services.desk.undo(office.clerk, seen.id, now.version)
    assert found(office, "نگارخانه") == []
    for words in ("کتابخانه", "تلفن", "09121234567", "پیوست"):
        assert found(office, words) == [seen.id], words


def test_with_another_kind_the_deadline_is_counted_again_and_undone_with_it(office: TestOffice) -> None:
    rules = (AnswerDeadline("complaint", None, 5, False), AnswerDeadline("request", None, 20, False))
    office.services.office.set_deadlines(office.administrator, rules)
    seen = registered(office)
    assert seen.due_on == tehran_day(NOON) + timedelta(days=20)
    now = correct(office, office.clerk, seen, kind=Kind.COMPLAINT)
    assert now.due_on == tehran_day(NOON) + timedelta(days=5)
    none = correct(office, office.clerk, now, kind=Kind.OPINION)
    assert none.due_on is None
    back = office.services.desk.undo(office.clerk, none.id, none.version)
    assert (back.kind, back.due_on) == (Kind.COMPLAINT, now.due_on)
    assert back.history[-1].after["undone"] == "registration_corrected"
    assert not verify(office.services.database).breaks


def test_another_subject_leaves_the_deadline_alone(office: TestOffice) -> None:
    seen = registered(office)
    # A rule of today is none for what was registered before it.
    rules = (AnswerDeadline(None, None, 5, False),)
    office.services.office.set_deadlines(office.administrator, rules)
    assert correct(office, office.clerk, seen, subject="دیگر").due_on is None


def test_days_of_waiting_still_do_not_count_after_a_correction(office: TestOffice, clock: FixedClock) -> None:
    desk = office.services.desk
    office.services.office.set_deadlines(office.administrator, (AnswerDeadline(None, None, 20, False),))
    taken = desk.take(office.clerk, registered(office).id, 1)
    waiting = desk.wait(office.clerk, taken.id, taken.version, "مدرک خواسته شد")
    clock.advance(timedelta(days=4))
    resumed = desk.resume(office.clerk, waiting.id, waiting.version, "آمد")
    now = correct(office, office.clerk, resumed, kind=Kind.CRITICISM)
    assert now.due_on == resumed.due_on != taken.due_on


@pytest.mark.parametrize(
    ("other", "error"),
    [
        ({"reason": "  "}, InvalidValueError),
        ({"subject": "", "kind": Kind.OPINION}, InvalidValueError),
        ({"subject": "ش" * 201}, InvalidValueError),
        ({"letter_number": "1" * 41}, InvalidValueError),
        ({}, RuleError),
    ],
)
def test_what_is_incomplete_or_changes_nothing_is_refused(
    office: TestOffice, other: dict[str, Any], error: type[Exception]
) -> None:
    seen = registered(office)
    with pytest.raises(error):
        correct(office, office.clerk, seen, **other)
    assert office.services.desk.peek(office.clerk, seen.id) == seen


def test_only_who_works_on_it_corrects_it_and_not_over_a_colleagues_change(office: TestOffice) -> None:
    seen = registered(office)
    with pytest.raises((NotFoundError, RuleError)):
        correct(office, office.music_clerk, seen, subject="دیگر")
    office.services.desk.take(office.other_clerk, seen.id, seen.version)
    with pytest.raises(ConflictError):
        correct(office, office.clerk, seen, subject="دیگر")


def test_whoever_has_a_complaint_does_not_make_it_another_kind(office: TestOffice) -> None:
    desk = office.services.desk
    mine = desk.take(office.clerk, registered(office, kind=Kind.COMPLAINT).id, 1)
    with pytest.raises(RuleError, match="complaint_stays"):
        correct(office, office.clerk, mine, kind=Kind.REQUEST)
    assert correct(office, office.clerk, mine, subject="دیگر").subject == "دیگر"
    mine = desk.peek(office.clerk, mine.id)
    assert correct(office, office.other_clerk, mine, kind=Kind.REQUEST).kind is Kind.REQUEST


def test_the_kind_of_a_closed_petition_stays(office: TestOffice) -> None:
    desk = office.services.desk
    taken = desk.take(office.clerk, registered(office).id, 1)
    closed = desk.resolve(office.clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")
    with pytest.raises(RuleError, match="kind_of_closed"):
        correct(office, office.clerk, closed, kind=Kind.OPINION)
    assert correct(office, office.clerk, closed, letter_number="99").letter_number == "99"


def test_the_name_is_corrected_by_a_manager_in_all_petitions_of_the_person(office: TestOffice) -> None:
    seen, other = registered(office), registered(office, external_id="7")
    with pytest.raises(NotPermittedError):
        correct(office, office.clerk, seen, name="علی کرمی")
    now = correct(office, office.manager, seen, name="علی کرمی", subject="دیگر")
    assert (now.petitioner_name, now.subject) == ("علی کرمی", "دیگر")
    assert [event.action for event in now.history[-2:]] == ["petitioner_corrected", "registration_corrected"]
    assert office.services.desk.peek(office.clerk, other.id).petitioner_name == "علی کرمی"
    assert found(office, "کرمی دیگر") == [seen.id]
    # The name alone has one event.
    alone = correct(office, office.manager, now, name="علی کرامی")
    assert alone.history[-1].action == "petitioner_corrected"


def test_a_refused_correction_leaves_the_name_too(office: TestOffice) -> None:
    taken = office.services.desk.take(office.clerk, registered(office).id, 1)
    closed = office.services.desk.resolve(office.clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")
    with pytest.raises(RuleError, match="kind_of_closed"):
        correct(office, office.manager, closed, name="علی کرمی", kind=Kind.OPINION)
    assert office.services.desk.peek(office.clerk, closed.id).petitioner_name == "علی کریمی"


def test_undoing_needs_that_nothing_was_built_on_it(office: TestOffice) -> None:
    seen = registered(office)
    now = correct(office, office.clerk, seen, subject="دیگر")
    assert now.undoable
    later = office.services.desk.note(office.other_clerk, now.id, "یادداشت")
    with pytest.raises(RuleError, match="nothing_to_undo"):
        office.services.desk.undo(office.clerk, later.id, later.version)


def test_a_row_that_comes_again_with_the_former_words_is_no_change(office: TestOffice) -> None:
    row = NewPetition(
        Kind.REQUEST, Channel.PORTAL, BODY, "تلفن کتابخانه", external_id="77", unit_id=office.books.id
    )
    made = office.services.register.register(office.clerk, row)
    seen = office.services.desk.peek(office.clerk, made.id)
    correct(office, office.clerk, seen, kind=Kind.CRITICISM, subject="تلفن نگارخانه")
    with office.services.database.reading() as session:
        there = RowThere(made.id)
        assert changed_rows(session, [(row, there)]) == {}
        assert changed_rows(session, [(replace(row, text="متن دیگر"), there)])[0].fields == ("text",)
