"""The way of a petition over the desk, and what each of its steps asks for."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from desktop_app.clock import FixedClock
from desktop_app.errors import InvalidValueError, NotFoundError
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.model import Referral
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.registration.codes import new_tracking_code
from desktop_app.petitions.vocabulary import Outcome, Status
from tests.conftest import NOON
from tests.department import TestOffice
from tests.petitions.refusing import refused


def test_each_petition_counts_once_a_day_and_not_when_it_is_taken_back(
    office: TestOffice, clock: FixedClock
) -> None:
    desk = office.services.desk
    first, second = office.taken(text="یک"), office.taken(text="دو")
    clock.moment -= timedelta(days=1)
    desk.resolve(office.clerk, first.id, first.version, Outcome.ANSWERED, "پاسخ")
    clock.moment += timedelta(days=1)
    assert desk.done_today(office.clerk) == 0
    done = desk.refer(office.clerk, second.id, second.version, office.music.id, "بررسی")
    assert (desk.done_today(office.clerk), desk.done_today(office.other_clerk)) == (1, 0)
    desk.undo(office.clerk, second.id, done.version)
    assert desk.done_today(office.clerk) == 0


def test_the_whole_way_of_a_petition(office: TestOffice) -> None:
    desk = office.services.desk
    made = office.petition()
    referred = desk.refer(office.clerk, made.id, made.version, office.books.id, "برای بررسی")
    assert (referred.status, referred.unit_name, referred.assignee_id) == (
        Status.REFERRED,
        "اداره کتاب",
        None,
    )
    taken = desk.take(office.clerk, made.id, referred.version)
    assert (taken.status, taken.assignee_name) == (Status.IN_PROGRESS, "مریم رضایی")
    resolved = desk.resolve(
        office.clerk, made.id, taken.version, Outcome.ANSWERED, "پاسخ شما", satisfaction=4
    )
    assert (resolved.status, resolved.outcome, resolved.satisfaction) == (Status.RESOLVED, "answered", 4)
    assert [reply.text for reply in resolved.replies] == ["پاسخ شما"]
    archived = desk.archive(office.manager, made.id, resolved.version)
    assert archived.status is Status.ARCHIVED
    reopened = desk.reopen(office.manager, made.id, archived.version, "مدرک تازه رسید")
    assert (reopened.status, reopened.outcome, reopened.resolved_at) == (Status.IN_PROGRESS, None, None)
    actions = [event.action for event in reopened.history]
    assert actions == ["registered", "refer", "take", "resolve", "archive", "reopen"]
    last = reopened.history[-1]
    assert (last.before["status"], last.after["status"], last.text) == (
        "archived",
        "in_progress",
        "مدرک تازه رسید",
    )


def test_returning_gives_it_back_to_nobody(office: TestOffice) -> None:
    made = office.petition(unit=office.books)
    back = office.services.desk.give_back(office.clerk, made.id, made.version, "در صلاحیت ما نیست")
    assert (back.status, back.unit_id) == (Status.REGISTERED, None)
    assert back.referrals[0].acted_at is not None


def test_an_approved_answer_goes_through_the_manager(office: TestOffice) -> None:
    desk = office.services.desk
    made = office.petition(unit=office.music)
    taken = desk.take(office.music_clerk, made.id, made.version)
    answer = lambda: desk.resolve(office.music_clerk, made.id, taken.version, Outcome.GRANTED, "بله")  # noqa: E731
    assert refused(answer) == "unit_asks_for_approval"
    sent = desk.submit(office.music_clerk, made.id, taken.version, "پیش‌نویس پاسخ")
    assert (sent.status, sent.draft) == (Status.AWAITING_APPROVAL, "پیش‌نویس پاسخ")
    back = desk.send_back(office.music_manager, made.id, sent.version, "کوتاه‌تر")
    again = desk.submit(office.music_clerk, made.id, back.version, "پاسخ کوتاه")
    done = desk.resolve(office.music_manager, made.id, again.version, Outcome.GRANTED, "")
    assert [reply.text for reply in done.replies] == ["پاسخ کوتاه"]
    assert done.replies[0].author == "سارا امینی"


def test_it_is_resolved_only_when_other_units_have_answered(office: TestOffice) -> None:
    desk = office.services.desk
    taken = office.taken()
    with office.services.database.writing() as session:
        out = Referral(
            petition_id=taken.id,
            to_unit_id=office.music.id,
            purpose="action",
            order_note="",
            sent_at=NOON,
            side=True,
        )
        session.add(out)
        session.flush()
        referral = out.id

    def resolve() -> PetitionDetail:
        return desk.resolve(office.clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")

    assert refused(resolve) == "referral_still_out"
    with office.services.database.writing() as session:
        session.get_one(Referral, referral).acted_at = NOON
    assert resolve().status is Status.RESOLVED


def test_a_unit_that_is_told_holds_nothing_back(office: TestOffice) -> None:
    desk = office.services.desk
    taken = office.taken()
    told = office.informed(taken)
    assert (told.status, told.unit_id) == (Status.IN_PROGRESS, office.books.id)
    assert (
        desk.resolve(office.clerk, told.id, told.version, Outcome.ANSWERED, "پاسخ").status is Status.RESOLVED
    )


@pytest.mark.parametrize("outcome", [Outcome.INADMISSIBLE, Outcome.WITHDRAWN])
def test_any_open_state_can_be_closed_without_an_answer(office: TestOffice, outcome: Outcome) -> None:
    desk = office.services.desk
    waiting = office.taken(text="الف")
    waiting = desk.wait(office.clerk, waiting.id, waiting.version, "مدارک")
    for petition in (
        office.petition("ب"),
        office.petition("ج", unit=office.books),
        office.taken(text="د"),
        waiting,
    ):
        done = desk.resolve(office.clerk, petition.id, petition.version, outcome, "دلیل")
        assert (done.status, done.outcome, done.replies) == (Status.RESOLVED, outcome.value, ())


def test_a_duplicate_names_the_other_one(office: TestOffice) -> None:
    desk = office.services.desk
    first, second = office.petition("الف"), office.petition("ب")

    def close(code: str) -> PetitionDetail:
        return desk.resolve(
            office.clerk, second.id, second.version, Outcome.DUPLICATE, "تکراری", duplicate_of=code
        )

    with pytest.raises(InvalidValueError):
        close("1234")
    with pytest.raises(NotFoundError):
        close(new_tracking_code(lambda _: 7))
    assert refused(lambda: close(second.tracking_code)) == "duplicate_of_itself"
    assert close(first.tracking_code).duplicate_of == first.tracking_code


def test_who_may_not_refer_learns_that_before_what_is_missing(office: TestOffice) -> None:
    taken = office.taken()
    refer = partial(office.services.desk.refer, office.music_clerk, taken.id, taken.version, office.music.id)
    assert refused(refer) == "not_your_role"


def test_a_reply_is_of_whoever_submits_it_and_is_sent_unchanged(office: TestOffice) -> None:
    desk = office.services.desk
    taken = office.taken()
    drafted = desk.save_draft(office.clerk, taken.id, taken.version, "پاسخ")
    waiting = desk.submit(office.other_clerk, taken.id, drafted.version, "پاسخ")
    resolved = desk.resolve(office.manager, taken.id, waiting.version, Outcome.ANSWERED, "")
    assert [(reply.text, reply.author) for reply in resolved.replies] == [("پاسخ", office.other_clerk.name)]


def test_only_a_clerk_of_the_unit_can_take_work_over(office: TestOffice) -> None:
    taken = office.taken()
    who = office.music_clerk.person_id or 0
    act = lambda: office.services.desk.hand_over(office.clerk, taken.id, taken.version, who, "مرخصی")  # noqa: E731
    assert refused(act) == "not_a_clerk_of_the_unit"


def test_personal_data_is_masked_for_those_who_do_not_work_on_the_item(office: TestOffice) -> None:
    taken = office.taken()
    desk = office.services.desk
    told = office.informed(taken)
    assert not desk.peek(office.clerk, told.id).masked
    assert desk.peek(office.music_clerk, told.id).masked
    assert desk.peek(office.manager, told.id).masked


def test_a_petition_is_unread_until_it_is_opened_and_again_when_somebody_changes_it(
    office: TestOffice, clock: FixedClock
) -> None:
    def unread() -> bool:
        return office.services.inbox.by_code(office.clerk, petition.tracking_code).unread

    petition = office.petition(unit=office.books)
    assert unread()
    office.services.desk.open(office.clerk, petition.id)
    assert not unread()
    clock.advance(timedelta(minutes=5))
    office.services.desk.take(office.other_clerk, petition.id, petition.version)
    assert unread()


def test_of_a_long_history_the_latest_comes_with_the_petition_and_the_rest_when_asked(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.petitions.desk.detail.LATEST", 3)
    desk = office.services.desk
    made = office.taken(text="متن")
    for number in range(6):
        desk.note(office.clerk, made.id, f"یادداشت {number}")
    shown = desk.peek(office.clerk, made.id).history
    assert [event.sequence for event in shown] == [6, 7, 8]
    before = desk.earlier(office.clerk, made.id, 6, 4)
    assert [event.sequence for event in before] == [2, 3, 4, 5]
    assert [event.action for event in desk.earlier(office.clerk, made.id, 2, 4)] == ["registered"]
    assert desk.earlier(office.clerk, made.id, 1, 4) == ()
    with pytest.raises(NotFoundError):
        desk.earlier(office.clerk, 999, 6, 4)
    # On PostgreSQL row security says who sees it, and the program itself sees all.
    if office.services.database.is_sqlite:
        with pytest.raises(NotFoundError):
            desk.earlier(office.music_clerk, made.id, 6, 4)


def test_an_answer_of_long_ago_still_stands_beside_its_referral(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = office.services
    made = office.taken(text="متن")
    services.side_referrals.send(
        office.clerk, made.id, made.version, [SideTarget(office.music.id)], "نظر شما؟"
    )
    [sent] = [row for row in services.desk.peek(office.clerk, made.id).referrals if row.side]
    services.side_referrals.answer(office.music_clerk, made.id, sent.id, "موافقیم")
    monkeypatch.setattr("desktop_app.petitions.desk.detail.LATEST", 1)
    services.desk.note(office.clerk, made.id, "یادداشت")
    [row] = [row for row in services.desk.peek(office.clerk, made.id).referrals if row.side]
    assert row.answer == "موافقیم"
