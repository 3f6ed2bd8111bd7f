"""Referrals on the side: sent to several at once, seen, answered, returned, recalled, taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.errors import InvalidValueError, RuleError
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.desk.detail import PetitionDetail, ReferralRow
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.vocabulary import Outcome, Purpose, SideResult, Status
from desktop_app.staff.roles import Actor, Membership, Role
from tests.conftest import NOON
from tests.department import TestOffice, add_person, working_days


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(RuleError) as caught:
        act()
    return str(caught.value.parameters["rule"])


def asked(
    office: TestOffice, *targets: SideTarget, note: str = "نظر شما چیست؟", text: str = "درخواست"
) -> PetitionDetail:
    """A petition in progress in the book unit that is out at others."""
    taken = office.taken(text=text)
    return office.services.side_referrals.send(office.clerk, taken.id, taken.version, targets, note)


def last_side(detail: PetitionDetail) -> ReferralRow:
    return next(row for row in reversed(detail.referrals) if row.side)


def test_several_are_asked_at_once_and_the_petition_stays(office: TestOffice) -> None:
    now = asked(
        office,
        SideTarget(office.music.id, purpose=Purpose.ACTION, days=3),
        SideTarget(office.books.id, office.other_clerk.person_id),
        SideTarget(office.music.id, office.music_clerk.person_id, Purpose.INFORMATION),
    )
    assert (now.status, now.unit_id, now.assignee_id) == (
        Status.IN_PROGRESS,
        office.books.id,
        office.clerk.person_id,
    )
    sides = [row for row in now.referrals if row.side]
    assert [(row.to_unit, row.to_person, row.purpose) for row in sides] == [
        ("اداره موسیقی", "", Purpose.ACTION),
        ("اداره کتاب", "حسن نوری", Purpose.OPINION),
        ("اداره موسیقی", "سارا امینی", Purpose.INFORMATION),
    ]
    event = now.history[-1]
    assert (event.action, event.text) == ("side_sent", "نظر شما چیست؟")
    assert [target["person"] for target in event.after["targets"]] == ["", "حسن نوری", "سارا امینی"]


def test_the_day_is_counted_in_working_days(office: TestOffice) -> None:
    now = asked(office, SideTarget(office.music.id, days=3))
    due = last_side(now).due_on
    assert due is not None
    calendar = office.services.office.calendar()
    assert working_days(calendar, tehran_day(NOON), due) == 3
    assert not calendar.is_closed(due)
    without = asked(office, SideTarget(office.music.id, days=None), text="دیگری")
    assert last_side(without).due_on is None
    with pytest.raises(InvalidValueError):
        asked(office, SideTarget(office.music.id, days=0), text="سومی")


def test_opening_it_there_is_seen_and_looking_in_from_above_is_not(
    office: TestOffice, clock: FixedClock
) -> None:
    now = asked(office, SideTarget(office.music.id))
    desk = office.services.desk
    desk.open(office.manager, now.id)
    desk.open(office.clerk, now.id)
    desk.peek(office.music_clerk, now.id)
    assert last_side(desk.peek(office.clerk, now.id)).seen_at is None
    clock.moment += timedelta(hours=2)
    seen = desk.open(office.music_clerk, now.id)
    assert last_side(seen).seen_at == clock.moment
    clock.moment += timedelta(hours=2)
    again = desk.open(office.music_manager, now.id)
    assert (last_side(again).seen_at, again.version) == (last_side(seen).seen_at, now.version)


def test_a_main_referral_is_seen_before_it_is_taken(office: TestOffice) -> None:
    made = office.petition(unit=office.music)
    seen = office.services.desk.open(office.music_clerk, made.id)
    assert seen.referrals[0].seen_at == NOON
    assert seen.referrals[0].acted_at is None


def test_who_is_asked_answers_and_nobody_else(office: TestOffice) -> None:
    sides = office.services.side_referrals
    now = asked(office, SideTarget(office.music.id, office.music_clerk.person_id))
    side = last_side(now)
    assert (side.answerable, side.recallable) == (False, True)
    assert refused(lambda: sides.answer(office.clerk, now.id, side.id, "از سوی خودم")) == "not_your_role"
    theirs = office.services.desk.peek(office.music_clerk, now.id)
    assert (last_side(theirs).answerable, last_side(theirs).recallable) == (True, False)
    assert (theirs.allowed, theirs.sends_beside) == (frozenset(), False)
    answered = sides.answer(office.music_clerk, now.id, side.id, "مانعی نیست")
    came = last_side(answered)
    assert (came.result, came.answer, came.acted_at) == (SideResult.ANSWERED, "مانعی نیست", NOON)
    assert (
        refused(lambda: sides.answer(office.music_clerk, now.id, side.id, "دوباره")) == "referral_is_closed"
    )
    assert (answered.unit_id, answered.status) == (office.books.id, Status.IN_PROGRESS)


def test_the_manager_answers_for_a_clerk_and_a_colleague_does_not(office: TestOffice) -> None:
    sides = office.services.side_referrals
    admin = office.administrator
    other = add_person(
        office.services, admin, "نیما راد", "rad", frozenset({Membership(Role.CLERK, office.music.id)})
    )
    rad = office.services.accounts.actor(other.id)
    now = asked(office, SideTarget(office.music.id, office.music_clerk.person_id))
    side = last_side(now).id
    assert refused(lambda: sides.answer(rad, now.id, side, "من")) == "not_your_role"
    assert not last_side(office.services.desk.peek(rad, now.id)).answerable
    assert last_side(sides.answer(office.music_manager, now.id, side, "مدیر")).result is SideResult.ANSWERED


def test_action_holds_the_resolution_back_and_an_opinion_does_not(office: TestOffice) -> None:
    desk, sides = office.services.desk, office.services.side_referrals
    now = asked(office, SideTarget(office.music.id, purpose=Purpose.ACTION))

    def resolve(seen: PetitionDetail) -> PetitionDetail:
        return desk.resolve(office.clerk, seen.id, seen.version, Outcome.ANSWERED, "پاسخ")

    assert refused(lambda: resolve(now)) == "referral_still_out"
    assert now.resolve_refusal == "referral_still_out"
    back = sides.give_back(office.music_clerk, now.id, last_side(now).id, "به ما مربوط نیست")
    assert (last_side(back).result, last_side(back).answer) == (SideResult.RETURNED, "به ما مربوط نیست")
    # What came back meanwhile is no conflict for who had the petition open.
    assert resolve(now).status is Status.RESOLVED
    other = asked(office, SideTarget(office.music.id), text="دیگری")
    closed = resolve(other)
    assert closed.status is Status.RESOLVED
    late = last_side(closed).id
    assert refused(lambda: sides.answer(office.music_clerk, other.id, late, "دیر")) == "not_from_this_state"


def test_a_colleague_of_the_own_unit_holds_it_back_until_they_answer(office: TestOffice) -> None:
    now = asked(office, SideTarget(office.books.id, office.other_clerk.person_id, Purpose.ACTION))
    assert now.resolve_refusal == "referral_still_out"
    back = office.services.side_referrals.answer(office.other_clerk, now.id, last_side(now).id, "انجام شد")
    assert back.resolve_refusal is None


def test_a_question_is_recalled_and_that_is_taken_back(office: TestOffice) -> None:
    desk, sides = office.services.desk, office.services.side_referrals
    now = asked(office, SideTarget(office.music.id, purpose=Purpose.ACTION))
    side = last_side(now).id
    assert refused(lambda: sides.recall(office.music_clerk, now.id, side)) == "not_your_role"
    recalled = sides.recall(office.other_clerk, now.id, side, "دیگر لازم نیست")
    assert (last_side(recalled).result, recalled.resolve_refusal) == (SideResult.RECALLED, None)
    assert last_side(recalled).seen_at is None
    again = desk.undo(office.other_clerk, now.id, recalled.version)
    assert (last_side(again).result, last_side(again).acted_at) == (None, None)
    assert again.resolve_refusal == "referral_still_out"
    assert again.history[-1].after["undone"] == "side_recalled"


def test_what_was_sent_is_taken_back_until_somebody_builds_on_it(office: TestOffice) -> None:
    desk, sides = office.services.desk, office.services.side_referrals
    now = asked(
        office, SideTarget(office.music.id), SideTarget(office.books.id, office.other_clerk.person_id)
    )
    assert now.undoable
    back = desk.undo(office.clerk, now.id, now.version)
    assert [row for row in back.referrals if row.side] == []
    again = sides.send(office.clerk, back.id, back.version, [SideTarget(office.music.id)], "دوباره")
    answered = sides.answer(office.music_clerk, again.id, last_side(again).id, "نظر ما")
    assert refused(lambda: desk.undo(office.clerk, again.id, answered.version)) == "nothing_to_undo"
    reopened = desk.undo(office.music_clerk, again.id, answered.version)
    assert (last_side(reopened).acted_at, last_side(reopened).answer) == (None, "")


def test_it_goes_on_to_one_unit_and_beside_it_to_others_in_one_act(office: TestOffice) -> None:
    desk = office.services.desk
    taken = office.taken()
    beside = [SideTarget(office.books.id, office.other_clerk.person_id, days=2)]
    gone = desk.refer(
        office.clerk, taken.id, taken.version, office.music.id, "بررسی شود", days=4, beside=beside
    )
    assert (gone.unit_id, gone.status) == (office.music.id, Status.REFERRED)
    main = next(row for row in reversed(gone.referrals) if not row.side)
    assert main.due_on is not None
    assert (last_side(gone).from_unit, last_side(gone).to_person) == ("اداره کتاب", "حسن نوری")
    back = desk.undo(office.clerk, taken.id, gone.version)
    assert (back.unit_id, back.status, len(back.referrals)) == (
        office.books.id,
        Status.IN_PROGRESS,
        len(taken.referrals),
    )


def test_nobody_is_asked_twice_nor_oneself_nor_the_unit_that_has_it(office: TestOffice) -> None:
    sides = office.services.side_referrals
    now = asked(office, SideTarget(office.music.id))

    def send(target: SideTarget, by: Actor = office.clerk) -> Callable[[], object]:
        return lambda: sides.send(by, now.id, now.version, [target], "نظر")

    assert refused(send(SideTarget(office.music.id))) == "already_asked"
    assert refused(send(SideTarget(office.books.id))) == "already_in_this_unit"
    assert refused(send(SideTarget(office.books.id, office.clerk.person_id))) == "not_to_oneself"
    strange = SideTarget(office.books.id, office.music_clerk.person_id)
    assert refused(send(strange)) == "not_a_clerk_of_the_unit"
    outside = SideTarget(office.books.id, office.other_clerk.person_id)
    assert refused(send(outside, office.music_clerk)) == "not_your_role"
    with pytest.raises(InvalidValueError):
        sides.send(office.clerk, now.id, now.version, [], "نظر")
    with pytest.raises(InvalidValueError):
        sides.send(office.clerk, now.id, now.version, [outside], " ")


def test_the_unit_that_takes_the_petition_has_nothing_left_to_answer_on_the_side(office: TestOffice) -> None:
    desk = office.services.desk
    now = asked(office, SideTarget(office.music.id, purpose=Purpose.ACTION))
    gone = desk.refer(office.clerk, now.id, now.version, office.music.id, "خودتان")
    taken = desk.take(office.music_clerk, now.id, gone.version)
    assert last_side(taken).acted_at is not None
    assert not last_side(taken).answerable


def test_a_returned_main_referral_says_so(office: TestOffice) -> None:
    made = office.petition(unit=office.music)
    back = office.services.desk.give_back(office.music_clerk, made.id, made.version, "به ما مربوط نیست")
    assert back.referrals[0].result is SideResult.RETURNED
    again = office.services.desk.undo(office.music_clerk, made.id, back.version)
    assert (again.referrals[0].result, again.referrals[0].acted_at) == (None, None)
