"""Finding campaign groups (هم‌متن): which comments on an instrument are one text, sent by many.

Every comment is held against all others once, when it has come in; what a person placed stays where it is. A group
only grows by itself: who was told «۹۰۰ نظر» does not find two groups tomorrow. Looking is reading; what was found is
written in chunks, so that others wait for none of it, and looking again goes on where it was stopped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import CancelledError, NotFoundError
from desktop_app.instruments.campaign_model import CampaignMember, CampaignRecord
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.likeness.additions import common_of
from desktop_app.likeness.grouping import groups_of
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor, Role

#: So many comments without a group are one transaction; a group is one, however many are in it.
CHUNK: Final = 1000
_GROUPERS: Final = (Role.CLERK, Role.REVIEWER, Role.MANAGER)


@dataclass(frozen=True, slots=True)
class Found:
    """What looking came to: how many comments were looked at for the first time, how many of them are in a group."""

    looked_at: int
    grouped: int


class CampaignFinding:
    """Looks for groups among the comments of one instrument."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @staticmethod
    def may(actor: Actor) -> bool:
        """Whether the person may write down what is found."""
        return not actor.roles.isdisjoint(_GROUPERS)

    def waiting(self, instrument_id: int) -> int:
        """How many comments were held against no other yet."""
        with self._database.reading() as session:
            missing = (
                select(func.count())
                .select_from(PublicComment)
                .outerjoin(CampaignMember, CampaignMember.comment_id == PublicComment.id)
                .where(PublicComment.instrument_id == instrument_id, CampaignMember.comment_id.is_(None))
            )
            return session.scalar(missing) or 0

    def look(self, actor: Actor, instrument_id: int, progress: Progress | None = None) -> Found:
        """Looks at the comments that came in since the last time. `progress` counts comments. Raises
        `CancelledError`: what was found by then stays."""
        actor.must_be(*_GROUPERS, act="register")
        progress = progress or SilentProgress()
        if not self.waiting(instrument_id):
            return Found(0, 0)
        with self._database.reading() as session:
            read = (
                select(PublicComment.id, PublicComment.text, CampaignMember.comment_id.is_(None))
                .outerjoin(CampaignMember, CampaignMember.comment_id == PublicComment.id)
                .where(PublicComment.instrument_id == instrument_id)
                .order_by(PublicComment.id)
            )
            rows = session.execute(read).all()
        texts = {row[0]: row[1] for row in rows}
        fresh = {row[0] for row in rows if row[2]}
        ids = list(texts)
        groups = groups_of(list(texts.values()), progress)
        clusters = [[ids[place] for place in group] for group in groups]
        alone = sorted(fresh.difference(*clusters))
        looked_at = grouped = 0
        for cluster in clusters:
            if fresh.isdisjoint(cluster):
                continue
            _go_on(progress)
            grouped += self._put_together(instrument_id, cluster, texts)
            looked_at += len(fresh.intersection(cluster))
            progress.report(looked_at, len(fresh))
        for first in range(0, len(alone), CHUNK):
            _go_on(progress)
            self._stand_alone(instrument_id, alone[first : first + CHUNK])
            looked_at += len(alone[first : first + CHUNK])
            progress.report(looked_at, len(fresh))
        return Found(looked_at, grouped)

    @once
    def _put_together(self, instrument_id: int, ids: Sequence[int], texts: dict[int, str]) -> int:
        """Puts comments that are one text into the group that most of them are in, or into a new one; returns how
        many came into it. What a person placed stays where it is, and so does what another group holds."""
        with self._database.writing() as session:
            _lock(session, instrument_id)
            known = _members(session, ids)
            fresh = [number for number in ids if number not in known]
            free = [n for n, member in known.items() if member.campaign_id is None and not member.by_hand]
            target = _most_held(known)
            if target is None and len(fresh) + len(free) > 1:
                made = CampaignRecord(
                    instrument_id=instrument_id,
                    head_id=min(fresh + free),
                    additions=0,
                    made_at=self._database.now(session),
                )
                session.add(made)
                session.flush()
                target = made.id
            _add(session, fresh, target)
            if target is None:
                return 0
            for number in free:
                known[number].campaign_id = target
            session.flush()
            say_what_is_common(session, target, texts)
            return len(fresh) + len(free)

    @once
    def _stand_alone(self, instrument_id: int, ids: Sequence[int]) -> None:
        """Keeps that comments were looked at, and that nothing is like them."""
        with self._database.writing() as session:
            _lock(session, instrument_id)
            known = _members(session, ids)
            _add(session, [number for number in ids if number not in known], None)


def say_what_is_common(session: Session, campaign_id: int, texts: dict[int, str]) -> None:
    """Keeps which comment's text stands for a group, and how many sentences others added to it. `texts` by comment;
    those that are missing are read."""
    # What is hidden stands for nobody, and what it adds is not shown.
    held = (
        select(CampaignMember.comment_id)
        .join(PublicComment, PublicComment.id == CampaignMember.comment_id)
        .where(CampaignMember.campaign_id == campaign_id, PublicComment.hidden_reason.is_(None))
    )
    ids = sorted(session.scalars(held))
    missing = [number for number in ids if number not in texts]
    if missing:
        read = select(PublicComment.id, PublicComment.text).where(PublicComment.id.in_(missing))
        texts = texts | {row[0]: row[1] for row in session.execute(read)}
    if not ids:
        return
    common = common_of([texts[number] for number in ids])
    record = session.get_one(CampaignRecord, campaign_id)
    record.head_id, record.additions = ids[common.place], len(common.additions)


def _go_on(progress: Progress) -> None:
    if progress.cancelled():
        raise CancelledError


def _lock(session: Session, instrument_id: int) -> None:
    # Whoever looks at the same time waits here, and finds these placed.
    if session.get(Instrument, instrument_id, with_for_update=True) is None:
        raise NotFoundError(item="instrument", key=instrument_id)


def _add(session: Session, ids: Sequence[int], campaign_id: int | None) -> None:
    row = {"campaign_id": campaign_id, "by_hand": False, "placed_by_id": None, "follows": False}
    if ids:
        session.execute(insert(CampaignMember), [{"comment_id": number, **row} for number in ids])


def _members(session: Session, ids: Sequence[int]) -> dict[int, CampaignMember]:
    found: dict[int, CampaignMember] = {}
    for first in range(0, len(ids), CHUNK):
        some = select(CampaignMember).where(CampaignMember.comment_id.in_(ids[first : first + CHUNK]))
        found |= {member.comment_id: member for member in session.scalars(some)}
    return found


def _most_held(known: dict[int, CampaignMember]) -> int | None:
    """The group that most of them are in already; of several the oldest."""
    held = Counter(member.campaign_id for member in known.values() if member.campaign_id is not None)
    return min(held, key=lambda number: (-held[number], number)) if held else None
