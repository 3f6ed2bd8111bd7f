"""Referrals on the side where everybody is a role of their own: who may do what."""

from __future__ import annotations

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.petitions.lists.inbox import ListFilter
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Purpose, Status
from tests.department import add_person
from tests.guarded import Department


def out(department: Department, purpose: Purpose = Purpose.ACTION) -> tuple[int, int]:
    """A petition of the book unit that is out at the music unit: its number and the referral's."""
    clerk, rezaei = department.signed_in("rezaei")
    books, music = department.office.books.id, department.office.music.id
    made = clerk.register.register(rezaei, NewPetition(Kind.REQUEST, Channel.PHONE, "متن", unit_id=books))
    taken = clerk.desk.take(rezaei, made.id, clerk.desk.peek(rezaei, made.id).version)
    sent = clerk.side_referrals.send(
        rezaei, taken.id, taken.version, [SideTarget(music, purpose=purpose)], "نظر"
    )
    return sent.id, sent.referrals[-1].id


def test_a_question_goes_out_is_seen_answered_and_taken_back(department: Department) -> None:
    number, side = out(department)
    other, amini = department.signed_in("amini")
    seen = other.desk.open(amini, number)
    assert seen.referrals[-1].seen_at is not None
    assert (seen.referrals[-1].answerable, seen.allowed) == (True, frozenset())
    answered = other.side_referrals.answer(amini, number, side, "مانعی نیست")
    undone = other.desk.undo(amini, number, answered.version)
    assert undone.referrals[-1].acted_at is None
    other.side_referrals.give_back(amini, number, side, "به ما مربوط نیست")
    clerk, rezaei = department.signed_in("rezaei")
    now = clerk.desk.peek(rezaei, number)
    assert now.referrals[-1].answer == "به ما مربوط نیست"
    done = clerk.desk.resolve(rezaei, number, now.version, Outcome.ANSWERED, "پاسخ")
    assert done.status is Status.RESOLVED


def test_recall_and_taking_back_what_was_sent(department: Department) -> None:
    number, side = out(department)
    colleague, nouri = department.signed_in("nouri")
    recalled = colleague.side_referrals.recall(nouri, number, side)
    assert recalled.resolve_refusal is None
    again = colleague.side_referrals.send(
        nouri, number, recalled.version, [SideTarget(department.office.music.id)], "دوباره"
    )
    back = colleague.desk.undo(nouri, number, again.version)
    assert len([row for row in back.referrals if row.side]) == 1


def test_what_is_taken_back_is_out_of_their_sight_again(department: Department) -> None:
    number, _side = out(department)
    clerk, rezaei = department.signed_in("rezaei")
    other, amini = department.signed_in("amini")
    assert other.inbox.count(amini, ListFilter()) == 1
    clerk.desk.undo(rezaei, number, clerk.desk.peek(rezaei, number).version)
    with pytest.raises(NotFoundError):
        other.desk.peek(amini, number)


def test_it_goes_on_and_beside_it_to_others(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    books, music = department.office.books.id, department.office.music.id
    made = clerk.register.register(rezaei, NewPetition(Kind.REQUEST, Channel.PHONE, "متن", unit_id=books))
    taken = clerk.desk.take(rezaei, made.id, clerk.desk.peek(rezaei, made.id).version)
    beside = [SideTarget(books, department.office.other_clerk.person_id)]
    gone = clerk.desk.refer(rezaei, taken.id, taken.version, music, "بررسی", days=3, beside=beside)
    assert (gone.unit_id, len(gone.referrals)) == (music, 3)
    back = clerk.desk.undo(rezaei, taken.id, gone.version)
    assert (back.unit_id, len(back.referrals)) == (books, 1)


def test_who_is_not_asked_sees_nothing_of_it(department: Department) -> None:
    number, side = out(department, Purpose.OPINION)
    add_person(department.owner, department.office.administrator, "نیما راد", "rad", frozenset())
    with department.sql("rad") as psql:
        assert psql.execute("SELECT 1 FROM petition WHERE id = %s", (number,)).fetchone() is None
        assert psql.execute("SELECT 1 FROM referral WHERE id = %s", (side,)).fetchone() is None
