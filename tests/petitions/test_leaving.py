from __future__ import annotations

import pytest

from desktop_app.errors import InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.desk.service import Desk
from desktop_app.petitions.vocabulary import Status
from tests.department import TestOffice

REASON = "خانم رضایی به واحد دیگری رفت"


def held(office: TestOffice, count: int = 3) -> list[PetitionDetail]:
    return [office.taken(text=f"درخواست شماره {n}") for n in range(count)]


def now(office: TestOffice, petition: PetitionDetail) -> PetitionDetail:
    return office.services.desk.peek(office.manager, petition.id)


def test_what_a_person_holds_is_counted_by_unit_with_who_could_take_over(office: TestOffice) -> None:
    held(office)
    waiting = office.taken(text="منتظر متقاضی")
    office.services.desk.wait(office.clerk, waiting.id, waiting.version, "مدرک")
    clerk = office.clerk.person_id or 0
    [holding] = office.services.leavers.holdings(office.manager, clerk)
    assert (holding.unit_id, holding.movable, holding.staying) == (office.books.id, 3, 1)
    assert holding.successors == ((office.other_clerk.person_id, "حسن نوری"),)
    assert holding.allowed
    # An administrator who manages nothing is told the numbers, and that another hands over.
    [seen] = office.services.leavers.holdings(office.administrator, clerk)
    assert (seen.movable, seen.allowed) == (3, False)
    assert office.services.leavers.holdings(office.manager, office.reviewer.person_id or 0) == ()
    with pytest.raises(NotFoundError):
        office.services.leavers.holdings(office.manager, 999)


def test_everything_goes_to_the_successor_with_an_event_each(office: TestOffice) -> None:
    petitions = held(office)
    made = office.services.leavers.hand_over(
        office.manager, office.clerk.person_id or 0, {office.books.id: office.other_clerk.person_id}, REASON
    )
    assert (len(made.done), made.failures, made.untouched) == (3, (), 0)
    for petition in petitions:
        found = now(office, petition)
        last = found.history[-1]
        assert (found.assignee_id, found.status) == (office.other_clerk.person_id, Status.IN_PROGRESS)
        assert (last.action, last.text, last.actor_id) == ("hand_over", REASON, office.manager.person_id)
        assert (last.before["assignee_id"], last.after["assignee_name"]) == (
            office.clerk.person_id,
            "حسن نوری",
        )


def test_it_goes_back_to_the_unit_and_a_colleague_takes_it(office: TestOffice) -> None:
    [petition] = held(office, 1)
    office.services.leavers.hand_over(
        office.manager, office.clerk.person_id or 0, {office.books.id: None}, REASON
    )
    found = now(office, petition)
    assert (found.assignee_id, found.unit_id, found.status) == (None, office.books.id, Status.REFERRED)
    assert found.referrals[-1].order_note == REASON
    taken = office.services.desk.take(office.other_clerk, found.id, found.version)
    assert (taken.assignee_id, taken.status) == (office.other_clerk.person_id, Status.IN_PROGRESS)
    assert all(referral.acted_at for referral in taken.referrals)


def test_what_was_sent_to_the_leaver_and_not_taken_goes_back_too(office: TestOffice) -> None:
    desk = office.services.desk
    petition = office.petition()
    desk.refer(office.clerk, petition.id, petition.version, office.books.id, person_id=office.clerk.person_id)
    made = office.services.leavers.hand_over(
        office.manager, office.clerk.person_id or 0, {office.books.id: None}, REASON
    )
    assert len(made.done) == 1
    assert now(office, petition).assignee_id is None


def test_what_cannot_go_is_named_row_by_row_and_the_rest_goes(office: TestOffice) -> None:
    first, second, third = held(office)
    office.services.desk.wait(office.clerk, second.id, second.version, "مدرک")
    made = office.services.leavers.hand_over(
        office.manager, office.clerk.person_id or 0, {office.books.id: office.other_clerk.person_id}, REASON
    )
    assert {petition_id for petition_id, _ in made.done} == {first.id, third.id}
    [failure] = made.failures
    assert (failure.petition_id, failure.tracking_code) == (second.id, second.tracking_code)
    assert failure.error.parameters == {"rule": "not_from_this_state"}
    assert now(office, second).assignee_id == office.clerk.person_id


def test_it_can_be_stopped_and_what_was_done_stays(office: TestOffice) -> None:
    petitions = held(office)

    class StopAfterOne:
        told: list[tuple[int, int | None]] = []  # noqa: RUF012

        def report(self, done: int, total: int | None = None) -> None:
            self.told.append((done, total))

        def cancelled(self) -> bool:
            return len(self.told) == 1

    made = office.services.leavers.hand_over(
        office.manager,
        office.clerk.person_id or 0,
        {office.books.id: office.other_clerk.person_id},
        REASON,
        StopAfterOne(),
    )
    assert (len(made.done), made.untouched) == (1, 2)
    assert StopAfterOne.told == [(1, 3)]
    with_whom = [now(office, petition).assignee_id for petition in petitions]
    assert sorted(map(str, with_whom)) == sorted(
        map(str, [office.other_clerk.person_id, office.clerk.person_id, office.clerk.person_id])
    )


def test_a_handing_over_is_taken_back_where_nobody_built_on_it(office: TestOffice) -> None:
    first, second = held(office, 2)
    leavers = office.services.leavers
    made = leavers.hand_over(
        office.manager, office.clerk.person_id or 0, {office.books.id: office.other_clerk.person_id}, REASON
    )
    office.services.desk.note(office.other_clerk, second.id, "دیدم")
    assert leavers.take_back(office.manager, made.done) == 1
    assert now(office, first).assignee_id == office.clerk.person_id
    assert now(office, second).assignee_id == office.other_clerk.person_id


def test_it_takes_a_manager_of_the_unit_a_clerk_of_the_unit_and_a_reason(office: TestOffice) -> None:
    [petition] = held(office, 1)
    leavers, clerk = office.services.leavers, office.clerk.person_id or 0
    to = {office.books.id: office.other_clerk.person_id}
    for actor in (office.music_manager, office.administrator, office.other_clerk):
        with pytest.raises(NotPermittedError) as caught:
            leavers.hand_over(actor, clerk, to, REASON)
        assert caught.value.parameters["who_may"] == "manager"
    with pytest.raises(NotPermittedError):
        leavers.holdings(office.clerk, clerk)
    for wrong in (office.music_clerk.person_id, clerk, 999):
        with pytest.raises(RuleError):
            leavers.hand_over(office.manager, clerk, {office.books.id: wrong}, REASON)
    with pytest.raises(InvalidValueError):
        leavers.hand_over(office.manager, clerk, to, "  ")
    assert now(office, petition).version == petition.version


def test_only_the_manager_takes_a_petition_from_its_clerk(office: TestOffice) -> None:
    [petition] = held(office, 1)
    desk: Desk = office.services.desk
    with pytest.raises(RuleError) as caught:
        desk.hand_over(office.clerk, petition.id, petition.version, None, REASON)
    assert caught.value.parameters["rule"] == "only_the_manager_gives_back"
