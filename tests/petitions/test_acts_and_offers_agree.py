"""What a screen offers (`petitions.moves`) and what an act lets through agree, in every state and for everybody."""

from __future__ import annotations

from datetime import datetime
from itertools import product

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.acts.performing import perform
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.acts.moves import ACTS
from desktop_app.petitions.desk.detail import standing_of
from desktop_app.petitions.model import Petition, Referral
from desktop_app.petitions.moves import MoveContext, refusal
from desktop_app.petitions.vocabulary import Kind, Move, Purpose, Status
from desktop_app.staff.deputies import NewDeputy, acting_on
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor, Membership, Role
from tests.conftest import NOON
from tests.department import TestOffice, add_person
from tests.petitions.test_desk_moves import in_state, made
from tools.attack.table import MOVES, Person, may

__all__ = ["made"]


def given(office: TestOffice, move: Move) -> dict[str, object]:
    """What makes the act complete, so that only state and role are left to refuse it."""
    columns: dict[Move, dict[str, object]] = {
        Move.REFER: {"unit_id": office.music.id},
        Move.RESOLVE: {"outcome": "answered"},
        Move.CLOSE: {"outcome": "withdrawn"},
        Move.HAND_OVER: {"assignee_id": office.other_clerk.person_id},
    }
    return columns.get(move, {})


def judged(
    session: Session, office: TestOffice, move: Move, actor: Actor, petition: Petition, now: datetime
) -> str | None:
    """What refuses the act, which is not kept."""
    item = Item(petition.id, petition.version, "متن", given(office, move))
    point = session.begin_nested()
    [verdict] = perform(session, ACTS[move], [item], actor_id=actor.person_id, actor_name=actor.name, now=now)
    point.rollback()
    return verdict.refused


def by_hand(move: Move, actor: Actor, standing: MoveContext) -> bool:
    """Whether the table that is written out by hand (`tools.attack.table`) lets a person without deputies do it."""
    starts, _target, role, _columns = MOVES[move.value]
    units = {
        role: frozenset(one.unit_id for one in actor.memberships if one.role is role)
        for role in (Role.CLERK, Role.MANAGER)
    }
    who = Person(actor.person_id or 0, units[Role.CLERK], units[Role.MANAGER])
    row = {"unit_id": standing.unit_id, "assignee_id": standing.assignee_id, "status": standing.status.value}
    had_it = actor.person_id in standing.former_assignees | {standing.assignee_id}
    ends = move in (Move.RESOLVE, Move.CLOSE)
    waits = standing.out_for_action or (standing.needs_approval and not who.manages(standing.unit_id))
    return (
        standing.status.value in starts
        and may(role, row, who)
        and not (ends and standing.kind is Kind.COMPLAINT and had_it)
        and not (move is Move.RESOLVE and waits)
    )


def more_people(office: TestOffice) -> tuple[Actor, Actor]:
    """A deputy of the assignee from another unit, and a clerk here who manages another unit."""
    accounts, today = office.services.accounts, tehran_day(NOON)
    deputy = NewDeputy(office.clerk.person_id or 0, office.music_clerk.person_id or 0, today, today)
    office.services.deputies.add(office.administrator, deputy)
    both = frozenset({Membership(Role.CLERK, office.books.id), Membership(Role.MANAGER, office.music.id)})
    row = add_person(office.services, office.administrator, "نیما راد", "rad", both)
    return office.music_clerk, accounts.actor(row.id)


@pytest.mark.parametrize("status", Status)
def test_an_act_is_refused_where_it_is_not_offered_and_nowhere_else(
    office: TestOffice, status: Status
) -> None:
    number = in_state(office, status).id
    database = office.services.database
    if status is Status.IN_PROGRESS:
        # As a complaint it was another clerk's before.
        one = office.services.desk.peek(office.clerk, number)
        colleague = office.other_clerk.person_id
        assert colleague is not None
        office.services.desk.hand_over(office.clerk, number, one.version, colleague, "مرخصی")
    actors = (
        office.clerk, office.other_clerk, office.manager, office.music_manager, office.reviewer,
        *more_people(office),
    )  # fmt: skip
    standings = [(kind, False, False) for kind in Kind if kind in (Kind.REQUEST, Kind.COMPLAINT)]
    if status in (Status.IN_PROGRESS, Status.AWAITING_APPROVAL):
        standings += [(Kind.REQUEST, True, False), (Kind.REQUEST, False, True)]
    for kind, approval, out in standings:
        with database.rehearsing() as session:
            now = database.now(session)
            session.execute(update(Petition).where(Petition.id == number).values(kind=kind.value))
            session.execute(update(Unit).values(needs_approval=approval))
            if out:
                session.add(
                    Referral(
                        petition_id=number, to_unit_id=office.music.id, purpose=Purpose.ACTION.value,
                        order_note="بررسی", sent_at=now, side=True,
                    )
                )  # fmt: skip
            session.flush()
            petition = session.scalars(select(Petition).where(Petition.id == number)).one()
            standing = standing_of(session, petition)
            today = tehran_day(now)
            for actor, move in product([acting_on(session, one, today) for one in actors], Move):
                offered, done = (
                    refusal(move, standing, actor),
                    judged(session, office, move, actor, petition, now),
                )
                # Whoever does not see a petition learns no more.
                same = offered is not None if done == "not_there" else offered == done
                assert same, (move, actor.name, kind, approval, out, offered, done)
                if not actor.delegations:
                    assert (done is None) == by_hand(move, actor, standing), (
                        move,
                        actor.name,
                        kind,
                        approval,
                        out,
                    )


def test_an_act_on_a_version_that_is_not_there_yet_is_a_conflict(office: TestOffice) -> None:
    petition, database = office.taken(), office.services.database
    with database.rehearsing() as session:
        for seen, refused in ((petition.version + 5, "conflict"), (petition.version, None)):
            item = Item(petition.id, seen, "دلیل")
            [verdict] = perform(
                session, ACTS[Move.WAIT], [item], actor_id=office.clerk.person_id,
                actor_name=office.clerk.name, now=database.now(session),
            )  # fmt: skip
            assert verdict.refused == refused
