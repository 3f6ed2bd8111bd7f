"""One notice for what a bulk run did to many petitions of a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final, TypeAlias

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from desktop_app.petitions.bulk.members import in_run
from desktop_app.petitions.lists.filters import ListFilter, Scope
from desktop_app.petitions.model import Petition, PetitionSeen
from desktop_app.petitions.visibility import reach
from desktop_app.reports.notices.model import Notice, NoticeKind
from desktop_app.staff.roles import Actor

#: The keys of runs, with the moment of their latest act that was read.
Runs: TypeAlias = Mapping[str, datetime]
#: Kinds that a run can cause for many petitions.
TOLD_ONCE: Final = frozenset(
    {NoticeKind.REFERRED, NoticeKind.TO_UNIT, NoticeKind.ASSIGNED, NoticeKind.CLOSED}
)
#: Kinds that concern only some petitions of their run: the person's own.
_OF_OWN: Final = frozenset({NoticeKind.CLOSED})


def runs_of(notices: Iterable[Notice]) -> dict[str, datetime]:
    """Returns the runs that did the same to several petitions, with the latest moment of each."""
    return {
        key: max(notice.at for notice in rows if notice.at is not None)
        for (key, _), rows in _by_run(notices).items()
        if key and len(rows) > 1
    }


def grouped(session: Session, actor: Actor, notices: Iterable[Notice]) -> list[Notice]:
    """Returns the notices with one for each run that did the same to several petitions.

    All of these are counted, not only those that were read. The notice is seen where each of them was read.
    """
    kept, made = list[Notice](), list[Notice]()
    for (key, kind), rows in _by_run(notices).items():
        if not key or len(rows) == 1:
            kept.extend(replace(row, run="") for row in rows)
            continue
        latest = max(rows, key=lambda row: (row.at, row.key))
        members = _members(session, actor, key, kind)
        unread = members.keys() - {row.petition_id for row in rows if row.seen}
        made.append(
            replace(
                latest,
                key=f"run:{key}:{kind.value}",
                about="",
                due_on=None,
                petition_id=0,
                count=len(members),
                members=frozenset(members),
                seen=all(members[number] for number in unread),
            )
        )
    return kept + made


def list_of(notice: Notice, person_id: int | None) -> ListFilter:
    """Returns the list of exactly those petitions that the notice of a run counts, for the person who is told."""
    mine = person_id if notice.kind in _OF_OWN else None
    return ListFilter(scope=Scope.ANY, run=notice.run, assignee_id=mine)


def _by_run(notices: Iterable[Notice]) -> dict[tuple[str, NoticeKind], list[Notice]]:
    rows: dict[tuple[str, NoticeKind], list[Notice]] = defaultdict(list)
    for notice in notices:
        rows[notice.run, notice.kind].append(notice)
    return rows


def _members(session: Session, actor: Actor, key: str, kind: NoticeKind) -> dict[int, bool]:
    """Returns the petitions of a run that the person sees, and whether they have read each."""
    read = and_(PetitionSeen.petition_id == Petition.id, PetitionSeen.person_id == actor.person_id)
    statement = (
        select(Petition.id, (PetitionSeen.version == Petition.version).label("read"))
        .outerjoin(PetitionSeen, read)
        .where(in_run(key), *reach(session, actor))
    )
    if kind in _OF_OWN:
        statement = statement.where(Petition.assignee_id == actor.person_id)
    return {row.id: bool(row.read) for row in session.execute(statement)}
