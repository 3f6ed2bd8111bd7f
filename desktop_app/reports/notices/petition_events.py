"""Notices from the history of petitions: the newest events of those that concern a person.

Which petitions concern a person is asked of four indexes, each read from its newest end: the person's own, those
referred to their units, those that they referred and that came back, those that a colleague took over from them.
Only then the events of these are read.
A run that did the same to many is told once (`notices.runs`), and read past: it hides nothing older.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.persian.greetings import after_greeting
from desktop_app.petitions.bulk.members import in_run
from desktop_app.petitions.model import Petition, PetitionSeen, Referral, TakenOver
from desktop_app.petitions.referrals.side_lists import units_of
from desktop_app.petitions.visibility import reach
from desktop_app.petitions.vocabulary import OPEN, Move, SideAct
from desktop_app.reports.notices.model import MOST, Notice, NoticeKind
from desktop_app.reports.notices.runs import TOLD_ONCE, Runs, grouped, runs_of
from desktop_app.staff.roles import Actor

_LONGEST_REASON: Final = 200
#: After so many runs in a row the reading ends; what is older waits until they are.
_MOST_RUNS: Final = 20


@dataclass(frozen=True, slots=True)
class _Reader:
    """Who reads the notices: their id, their units, and when something that they sent came back, by petition."""

    person_id: int
    units: frozenset[int]
    came_back: frozenset[tuple[int, datetime]]


def petition_notices(session: Session, actor: Actor, since: datetime) -> list[Notice]:
    """Returns the notices of what others did since a moment, the newest first, at most `MOST`."""
    if actor.person_id is None:
        return []
    units = units_of(actor)
    came_back = _came_back(session, actor.person_id, since)
    others = {number for number, _ in came_back} | set(_taken_over(session, actor.person_id, since))
    reader = _Reader(actor.person_id, frozenset(units), frozenset(came_back))
    made: dict[str, Notice] = {}
    runs: dict[str, datetime] = {}
    while True:
        mine = list(_mine(session, actor.person_id, since, runs))
        referred = list(_referred(session, units, since, runs))
        petitions = _petitions(session, actor, {*mine, *referred, *others})
        for number, events in _events(session, petitions, since).items():
            made.update((notice.key, notice) for notice in _of_petition(reader, petitions[number], events))
        fresh = {key: last for key, last in runs_of(made.values()).items() if key not in runs}
        if not fresh or len(runs) >= _MOST_RUNS or max(len(mine), len(referred)) < MOST:
            break
        runs |= fresh
    told = grouped(session, actor, made.values())
    told.sort(key=lambda notice: (notice.at, notice.key), reverse=True)
    return told[:MOST]


def _mine(session: Session, person_id: int, since: datetime, runs: Runs) -> Iterable[int]:
    return session.scalars(
        select(Petition.id)
        .where(
            Petition.assignee_id == person_id,
            Petition.changed_at >= since,
            *(_past(key, Petition.changed_at > last) for key, last in runs.items()),
        )
        .order_by(Petition.changed_at.desc())
        .limit(MOST)
    )


def _referred(session: Session, units: Sequence[int], since: datetime, runs: Runs) -> Iterable[int]:
    # Unit by unit, so that each is read from the end of the index.
    for unit in units:
        statement = select(Referral.petition_id).where(Referral.to_unit_id == unit, Referral.sent_at >= since)
        if runs:
            # The petition is joined for the condition on the runs alone.
            statement = statement.join(Petition, Petition.id == Referral.petition_id).where(
                *(_past(key, Referral.sent_at > last) for key, last in runs.items())
            )
        yield from session.scalars(statement.order_by(Referral.sent_at.desc()).limit(MOST))


def _past(key: str, later: ColumnElement[bool]) -> ColumnElement[bool]:
    """Returns the condition that something is no part of a run, or came `later` than it."""
    return or_(later, ~in_run(key))


def _came_back(session: Session, person_id: int, since: datetime) -> set[tuple[int, datetime]]:
    found = session.execute(
        select(Referral.petition_id, Referral.acted_at)
        .where(
            Referral.sent_by_id == person_id,
            Referral.result.is_not(None),
            Referral.acted_at.is_not(None),
            Referral.acted_at >= since,
        )
        .order_by(Referral.acted_at.desc())
        .limit(MOST)
    )
    return {(row.petition_id, row.acted_at) for row in found if row.acted_at is not None}


def _taken_over(session: Session, person_id: int, since: datetime) -> Iterable[int]:
    return session.scalars(
        select(TakenOver.petition_id)
        .where(TakenOver.person_id == person_id, TakenOver.taken_at >= since)
        .order_by(TakenOver.taken_at.desc())
        .limit(MOST)
    )


def _petitions(session: Session, actor: Actor, wanted: set[int]) -> dict[int, Any]:
    """Returns what notices say of the petitions, only of those that the person may see now."""
    if not wanted:
        return {}
    read = and_(PetitionSeen.petition_id == Petition.id, PetitionSeen.person_id == actor.person_id)
    statement = (
        select(
            Petition.id,
            Petition.subject,
            Petition.snippet,
            Petition.due_on,
            Petition.is_open,
            (PetitionSeen.version == Petition.version).label("read"),
        )
        .outerjoin(PetitionSeen, read)
        .where(Petition.id.in_(sorted(wanted)), *reach(session, actor))
    )
    return {row.id: row for row in session.execute(statement)}


def _events(session: Session, petitions: Iterable[int], since: datetime) -> dict[int, list[Any]]:
    numbers = sorted(petitions)
    by_petition: dict[int, list[Any]] = defaultdict(list)
    if not numbers:
        return by_petition
    statement = (
        select(
            EventRecord.id,
            EventRecord.item_id,
            EventRecord.at,
            EventRecord.actor_id,
            EventRecord.actor_name,
            EventRecord.action,
            EventRecord.before,
            EventRecord.after,
            EventRecord.text,
        )
        .where(EventRecord.item_type == "petition", EventRecord.item_id.in_(numbers))
        .order_by(EventRecord.item_id, EventRecord.sequence)
    )
    for row in session.execute(statement):
        # Compared here: with the moment in the query, an engine may walk through the events of everybody.
        if row.at >= since:
            by_petition[row.item_id].append(row)
    return by_petition


def _of_petition(reader: _Reader, petition: Any, events: Sequence[Any]) -> list[Notice]:
    """Returns the notices of one petition. What was undone is not told; what the person acted on since, was seen."""
    told: list[tuple[Any, NoticeKind]] = []
    last_own = 0
    for event in events:
        undone = (event.after or {}).get("undone")
        if undone is not None:
            at = next((at for at in range(len(told) - 1, -1, -1) if told[at][0].action == undone), None)
            if at is not None:
                del told[at]
        elif event.actor_id == reader.person_id:
            last_own = event.id
        elif (kind := _kind(reader, event)) is not None:
            told.append((event, kind))
    return [
        Notice(
            key=f"event:{event.id}",
            kind=kind,
            at=event.at,
            who=event.actor_name,
            about=petition.subject or petition.snippet,
            why=" ".join(after_greeting(event.text[:400]).split())[:_LONGEST_REASON],
            due_on=petition.due_on if petition.is_open else None,
            petition_id=petition.id,
            seen=bool(petition.read) or event.id < last_own,
            run=(event.after or {}).get("bulk", "") if kind in TOLD_ONCE else "",
            unit=(event.after or {}).get("unit_name") or "",
        )
        for event, kind in told
    ]


def _kind(reader: _Reader, event: Any) -> NoticeKind | None:
    """Returns what an event tells the person; None for nothing."""
    before, after, action = event.before or {}, event.after or {}, event.action
    mine = after.get("assignee_id") == reader.person_id
    whole_unit = after.get("assignee_id") is None and after.get("unit_id") in reader.units
    came_back = (event.item_id, event.at) in reader.came_back
    if action in (Move.REFER, Move.HAND_OVER):
        if mine:
            return NoticeKind.REFERRED if action == Move.REFER else NoticeKind.ASSIGNED
        return NoticeKind.TO_UNIT if whole_unit else None
    if action == Move.TAKE_OVER:
        return NoticeKind.TAKEN_OVER if before.get("assignee_id") == reader.person_id else None
    if action in (Move.GIVE_BACK, SideAct.RETURNED):
        return NoticeKind.RETURNED if came_back else None
    if action == SideAct.ANSWERED:
        return NoticeKind.ANSWERED if came_back else None
    if action == Move.SEND_BACK:
        return NoticeKind.SENT_BACK if mine else None
    if action == Move.REOPEN:
        return NoticeKind.PETITION_REOPENED if mine or whole_unit else None
    ended = before.get("status") in OPEN and bool(after.get("status")) and after["status"] not in OPEN
    return NoticeKind.CLOSED if ended and before.get("assignee_id") == reader.person_id else None
