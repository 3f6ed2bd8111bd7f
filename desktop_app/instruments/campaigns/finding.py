"""Finding campaign groups (هم‌متن): which comments on an instrument are one text, sent by many.

Every comment is held against all others once, when it has come in; what a person placed stays where it is. A group
only grows by itself: who was told «۹۰۰ نظر» does not find two groups tomorrow. Looking is reading; what was found is
written in chunks, so that others wait for none of it, and looking again goes on where it was stopped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import CancelledError, NotFoundError
from desktop_app.instruments.campaigns.common_text import keep_prints, say_what_is_common, texts_of
from desktop_app.instruments.campaigns.fingerprint_model import CommentFingerprint
from desktop_app.instruments.campaigns.model import CampaignMember, CampaignRecord
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.likeness.fingerprints import Neighbours, Print, prints_of
from desktop_app.likeness.grouping import groups_of
from desktop_app.likeness.resemblance import Fingerprint
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor, Role

#: So many comments without a group are one transaction; a group is one, however many are in it.
CHUNK: Final = 1000
#: Where comments of which nothing is kept are no more than one in so many, the others are not read again.
MISSING_ONE_IN: Final = 20
_Node = tuple[str, int]
_GROUPERS: Final = (Role.CLERK, Role.REVIEWER, Role.MANAGER)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A comment as looking finds it: whether it is new, the group that it is in, what is kept of it."""

    id: int
    fresh: bool
    campaign: int | None
    print: Print | None

    @property
    def node(self) -> _Node:
        return ("group", self.campaign) if self.campaign is not None else ("comment", self.id)


@dataclass(frozen=True, slots=True)
class CampaignSearch:
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

    def look(self, actor: Actor, instrument_id: int, progress: Progress | None = None) -> CampaignSearch:
        """Looks at the comments that came in since the last time. `progress` counts comments. Raises
        `CancelledError`: what was found by then stays."""
        actor.must_be(*_GROUPERS, act="register")
        progress = progress or SilentProgress()
        if not self.waiting(instrument_id):
            return CampaignSearch(0, 0)
        seen, texts = self._read(instrument_id)
        fresh = {one.id for one in seen if one.fresh}
        prints = {one.id: one.print for one in seen if one.print is not None}
        bare = [one.id for one in seen if one.print is None]
        prints |= dict(zip(bare, prints_of([texts[number] for number in bare]), strict=True))
        if len(bare) * MISSING_ONE_IN <= len(seen):
            clusters = self._near(seen, prints, texts)
        else:
            groups = groups_of([texts[one.id] for one in seen], progress)
            clusters = [[seen[place].id for place in group] for group in groups]
        known = [number for number in bare if number not in fresh]
        for first in range(0, len(known), CHUNK):
            _go_on(progress)
            self._keep(instrument_id, {number: prints[number] for number in known[first : first + CHUNK]})
        alone = sorted(fresh.difference(*clusters))
        looked_at = grouped = 0
        for cluster in clusters:
            if fresh.isdisjoint(cluster):
                continue
            _go_on(progress)
            grouped += self._put_together(instrument_id, cluster, texts, prints)
            looked_at += len(fresh.intersection(cluster))
            progress.report(looked_at, len(fresh))
        for first in range(0, len(alone), CHUNK):
            _go_on(progress)
            self._stand_alone(instrument_id, alone[first : first + CHUNK], prints)
            looked_at += len(alone[first : first + CHUNK])
            progress.report(looked_at, len(fresh))
        return CampaignSearch(looked_at, grouped)

    def _read(self, instrument_id: int) -> tuple[list[_Seen], dict[int, str]]:
        """All comments, and the words of those of which nothing is kept; of all, where these are many."""
        with self._database.reading() as session:
            read = (
                select(
                    PublicComment.id,
                    CampaignMember.comment_id,
                    CampaignMember.campaign_id,
                    CommentFingerprint.letters,
                    CommentFingerprint.sketch,
                )
                .outerjoin(CampaignMember, CampaignMember.comment_id == PublicComment.id)
                .outerjoin(CommentFingerprint, CommentFingerprint.comment_id == PublicComment.id)
                .where(PublicComment.instrument_id == instrument_id)
                .order_by(PublicComment.id)
            )
            seen = [
                _Seen(number, member is None, campaign, Print(letters, sketch) if letters else None)
                for number, member, campaign, letters, sketch in session.execute(read)
            ]
            bare = [one.id for one in seen if one.print is None]
            wanted = bare if len(bare) * MISSING_ONE_IN <= len(seen) else [one.id for one in seen]
            return seen, texts_of(session, wanted)

    def _near(
        self, seen: Sequence[_Seen], prints: Mapping[int, Print], texts: dict[int, str]
    ) -> list[list[int]]:
        """What the few that are new hang together with, by what is kept of the others; `texts` gets the words of
        those that they are compared with."""
        neighbours = Neighbours([prints[one.id] for one in seen], [one.node for one in seen])
        near = {place: neighbours.near(place) for place, one in enumerate(seen) if one.fresh}
        wanted = {seen[place].id for place in (*near, *chain.from_iterable(near.values()))}
        with self._database.reading() as session:
            texts.update(texts_of(session, sorted(wanted.difference(texts))))
        cut = {number: Fingerprint(texts[number]) for number in wanted}
        together = _Together()
        for place, others in near.items():
            mine = seen[place]
            for other in (seen[one] for one in others):
                if together.head(mine.node) != together.head(other.node) and (
                    prints[mine.id].letters == prints[other.id].letters
                    or cut[mine.id].against(cut[other.id]).near_equal
                ):
                    together.join((mine.node, mine.id), (other.node, other.id))
        return together.clusters()

    @once
    def _keep(self, instrument_id: int, prints: Mapping[int, Print]) -> None:
        """Keeps what was worked out of comments that were looked at before it could be kept."""
        with self._database.writing() as session:
            _lock(session, instrument_id)
            keep_prints(session, prints)

    @once
    def _put_together(
        self, instrument_id: int, ids: Sequence[int], texts: dict[int, str], prints: Mapping[int, Print]
    ) -> int:
        """Puts comments that are one text into the group that most of them are in, or into a new one; returns how
        many came into it. What a person placed stays where it is, and so does what another group holds."""
        with self._database.writing() as session:
            _lock(session, instrument_id)
            known = _members(session, ids)
            fresh = [number for number in ids if number not in known]
            free = [n for n, member in known.items() if member.campaign_id is None and not member.by_hand]
            target = _most_held(session, known)
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
            keep_prints(session, {number: prints[number] for number in fresh})
            if target is None:
                return 0
            for number in free:
                known[number].campaign_id = target
            session.flush()
            say_what_is_common(session, target, texts)
            return len(fresh) + len(free)

    @once
    def _stand_alone(self, instrument_id: int, ids: Sequence[int], prints: Mapping[int, Print]) -> None:
        """Keeps that comments were looked at, and that nothing is like them."""
        with self._database.writing() as session:
            _lock(session, instrument_id)
            known = _members(session, ids)
            fresh = [number for number in ids if number not in known]
            _add(session, fresh, None)
            keep_prints(session, {number: prints[number] for number in fresh})


class _Together:
    """Which comments hang together: each stands for itself, or for the group that it is in."""

    def __init__(self) -> None:
        self._above: dict[_Node, _Node] = {}
        self._named: dict[int, _Node] = {}

    def head(self, node: _Node) -> _Node:
        """What stands for all that hang together with it."""
        while (above := self._above.get(node, node)) != node:
            node = above
        return node

    def join(self, one: tuple[_Node, int], other: tuple[_Node, int]) -> None:
        """These two do, each with the comment by which that was found."""
        self._named |= {one[1]: one[0], other[1]: other[0]}
        first, second = sorted((self.head(one[0]), self.head(other[0])))
        self._above[second] = first

    def clusters(self) -> list[list[int]]:
        """The comments that were named, by what they hang together with."""
        found: defaultdict[_Node, list[int]] = defaultdict(list)
        for number, node in self._named.items():
            found[self.head(node)].append(number)
        return [sorted(cluster) for cluster in found.values()]


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


def _most_held(session: Session, known: dict[int, CampaignMember]) -> int | None:
    """The largest of the groups that they are in already; of several the oldest."""
    groups = {member.campaign_id for member in known.values() if member.campaign_id is not None}
    if len(groups) < 2:
        return next(iter(groups), None)
    sizes = (
        select(CampaignMember.campaign_id, func.count())
        .where(CampaignMember.campaign_id.in_(groups))
        .group_by(CampaignMember.campaign_id)
    )
    held = {row[0]: row[1] for row in session.execute(sizes)}
    return min(groups, key=lambda number: (-held[number], number))
