"""Complaints: never resolved by whom they were assigned to, where there is somebody else."""

from __future__ import annotations

from functools import partial

from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.vocabulary import Kind, Outcome, Status
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Membership, Role
from tests.conftest import NOON
from tests.department import TestOffice, add_person
from tests.petitions.refusing import refused


def test_only_the_manager_of_the_unit_itself_approves(office: TestOffice) -> None:
    """A clerk of this unit who manages another one still asks for the approval."""
    accounts, desk = office.services.accounts, office.services.desk
    roles = frozenset({Membership(Role.CLERK, office.music.id), Membership(Role.MANAGER, office.books.id)})
    added = add_person(office.services, office.administrator, "لیلا صالحی", "salehi", roles)
    number = office.registered(unit=office.music)
    taken = desk.take(office.music_clerk, number, version=1)
    both = accounts.actor(added.id)
    answer = partial(desk.resolve, both, number, taken.version, Outcome.GRANTED, "بله")
    assert refused(answer) == "unit_asks_for_approval"


def test_a_complaint_is_never_closed_by_its_assignee(office: TestOffice) -> None:
    desk = office.services.desk
    taken = office.taken(kind=Kind.COMPLAINT)
    for outcome in (Outcome.ANSWERED, Outcome.INADMISSIBLE, Outcome.WITHDRAWN):
        act = lambda outcome=outcome: desk.resolve(office.clerk, taken.id, taken.version, outcome, "متن")  # noqa: E731
        assert refused(act) == "complaint_never_by_assignee"
    assert taken.resolve_refusal == "complaint_never_by_assignee"
    done = desk.resolve(office.other_clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")
    assert done.status is Status.RESOLVED


def passed_on(office: TestOffice) -> PetitionDetail:
    """A complaint that the clerk has handed over to the other clerk."""
    taken = office.taken(kind=Kind.COMPLAINT)
    colleague = office.other_clerk.person_id or 0
    return office.services.desk.hand_over(office.clerk, taken.id, taken.version, colleague, "مرخصی")


def leave_the_clerks_alone(office: TestOffice) -> None:
    """Takes the roles for the whole office away from all, so that the book unit has its two clerks and no more."""
    accounts, chief = office.services.accounts, office.administrator
    rows = {row.id: row for row in accounts.all()}
    manager, administrator = rows[office.manager.person_id or 0], rows[chief.person_id or 0]
    accounts.change(chief, manager.id, manager.version, active=False)
    only = frozenset({Membership(Role.ADMINISTRATOR, None)})
    accounts.change(chief, administrator.id, administrator.version, memberships=only)


def test_who_was_the_assignee_of_a_complaint_never_resolves_it(office: TestOffice) -> None:
    desk, petition = office.services.desk, passed_on(office)
    for actor in (office.clerk, office.other_clerk):
        for outcome in (Outcome.ANSWERED, Outcome.WITHDRAWN):
            act = lambda a=actor, o=outcome: desk.resolve(a, petition.id, petition.version, o, "متن")  # noqa: E731
            assert refused(act) == "complaint_never_by_assignee"
        assert desk.peek(actor, petition.id).resolve_refusal == "complaint_never_by_assignee"
    # Another kind of petition is resolved by whoever has it.
    other = office.taken(kind=Kind.REQUEST)
    assert (
        desk.resolve(office.clerk, other.id, other.version, Outcome.ANSWERED, "پاسخ").status
        is Status.RESOLVED
    )
    done = desk.resolve(office.manager, petition.id, petition.version, Outcome.ANSWERED, "پاسخ")
    assert "nobody_else" not in done.history[-1].after


def test_a_complaint_that_everybody_of_the_unit_had_is_resolved_by_a_manager(office: TestOffice) -> None:
    desk, petition = office.services.desk, passed_on(office)
    memberships = frozenset({Membership(Role.MANAGER, office.books.id)})
    row = add_person(office.services, office.administrator, "نیما راد", "rad", memberships)
    head = office.services.accounts.actor(row.id)
    leave_the_clerks_alone(office)
    # The new head of the unit was not its assignee: the ordinary rule holds.
    assert desk.peek(office.clerk, petition.id).resolve_refusal == "complaint_never_by_assignee"
    back = desk.hand_over(head, petition.id, petition.version, None, "دوباره تقسیم می‌شود")
    taken = desk.take(head, petition.id, back.version)
    # Everybody was its assignee now: the clerks still do not resolve it, the manager does, and that is recorded.
    assert desk.peek(office.clerk, petition.id).resolve_refusal == "complaint_never_by_assignee"
    act = lambda: desk.resolve(office.clerk, petition.id, taken.version, Outcome.ANSWERED, "پاسخ")  # noqa: E731
    assert refused(act) == "complaint_never_by_assignee"
    done = desk.resolve(head, petition.id, taken.version, Outcome.ANSWERED, "پاسخ")
    assert done.history[-1].after["nobody_else"] is True


def test_a_complaint_is_resolved_by_its_assignee_where_there_is_nobody_else_at_all(
    office: TestOffice,
) -> None:
    desk, petition = office.services.desk, passed_on(office)
    leave_the_clerks_alone(office)
    assert desk.peek(office.clerk, petition.id).resolve_refusal is None
    done = desk.resolve(office.clerk, petition.id, petition.version, Outcome.ANSWERED, "پاسخ")
    assert done.history[-1].after["nobody_else"] is True


def test_a_colleague_closes_the_complaint_of_whom_they_also_deputise_for(office: TestOffice) -> None:
    taken = office.taken(kind=Kind.COMPLAINT)
    absent, colleague = office.clerk.person_id or 0, office.other_clerk.person_id or 0
    today = tehran_day(NOON)
    office.services.deputies.add(office.administrator, NewDeputy(absent, colleague, today, today))
    deputy = office.services.accounts.actor(colleague)
    assert deputy.acts_for(absent, office.books.id)
    assert office.services.desk.peek(deputy, taken.id).resolve_refusal is None
    done = office.services.desk.resolve(deputy, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")
    # It is their own right: nobody's name stands beside theirs.
    assert "on_behalf_of" not in done.history[-1].after
