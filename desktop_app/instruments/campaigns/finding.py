"""Finds campaign groups (هم‌متن): comments on an instrument that are one text sent by many.

Every new comment is compared with all others once; comments placed by a person are not moved. Automatic search
only adds to a group, so that a reported group of «۹۰۰ نظر» is never split in two later. The search only reads.
Results are written in small transactions, so that nobody waits for it, and a repeated search continues where it
was stopped.
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

#: How many ungrouped comments one transaction covers; a group is one transaction, whatever its size.
CHUNK: Final = 1000
#: If at most one in so many comments lacks a stored fingerprint, the other texts are not read again.
MISSING_ONE_IN: Final = 20
_Node = tuple[str, int]
_GROUPERS: Final = (Role.CLERK, Role.REVIEWER, Role.MANAGER)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A comment as the search reads it: whether it is new, its group, and its stored fingerprint."""

    id: int
    fresh: bool
    campaign: int | None
    print: Print | None

    @property
    def node(self) -> _Node:
        return ("group", self.campaign) if self.campaign is not None else ("comment", self.id)


@dataclass(frozen=True, slots=True)
class CampaignSearch:
    """The result of a search: how many new comments were examined, and how many of them are in a group."""

    looked_at: int
    grouped: int


class CampaignFinding:
    """Finds groups among the comments of one instrument."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @staticmethod
    def may(actor: Actor) -> bool:
        """Whether the person may store what is found."""
        return not actor.roles.isdisjoint(_GROUPERS)

    def waiting(self, instrument_id: int) -> int:
        """Returns the number of comments that were not examined yet."""
        with self._database.reading() as session:
            missing = (
                select(func.count())
                .select_from(PublicComment)
                .outerjoin(CampaignMember, CampaignMember.comment_id == PublicComment.id)
                .where(PublicComment.instrument_id == instrument_id, CampaignMember.comment_id.is_(None))
            )
            return session.scalar(missing) or 0

    def look(self, actor: Actor, instrument_id: int, progress: Progress | None = None) -> CampaignSearch:
        """Examines the comments that arrived since the last search. `progress` counts comments.

        Raises `CancelledError`: what was stored by then stays.
        """
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
            self._mark_ungrouped(instrument_id, alone[first : first + CHUNK], prints)
            looked_at += len(alone[first : first + CHUNK])
            progress.report(looked_at, len(fresh))
        return CampaignSearch(looked_at, grouped)

    def _read(self, instrument_id: int) -> tuple[list[_Seen], dict[int, str]]:
        """Returns all comments, and the texts of those without a fingerprint; of all comments if these are many."""
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
        """Returns clusters around the few new comments, found by fingerprint; `texts` gets the texts that were
        compared.
        """
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
        """Stores the fingerprints of comments that were examined before fingerprints were stored."""
        with self._database.writing() as session:
            _lock(session, instrument_id)
            keep_prints(session, prints)

    @once
    def _put_together(
        self, instrument_id: int, ids: Sequence[int], texts: dict[int, str], prints: Mapping[int, Print]
    ) -> int:
        """Puts comments that are one text into the group that has most of them, or a new one; returns how many
        were added.

        Comments placed by a person, or in another group, are not moved.
        """
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
    def _mark_ungrouped(self, instrument_id: int, ids: Sequence[int], prints: Mapping[int, Print]) -> None:
        """Stores that comments were examined and resemble no other."""
        with self._database.writing() as session:
            _lock(session, instrument_id)
            known = _members(session, ids)
            fresh = [number for number in ids if number not in known]
            _add(session, fresh, None)
            keep_prints(session, {number: prints[number] for number in fresh})


class _Together:
    """A union-find structure over comments; each is represented by itself, or by its group."""

    def __init__(self) -> None:
        self._above: dict[_Node, _Node] = {}
        self._named: dict[int, _Node] = {}

    def head(self, node: _Node) -> _Node:
        """Returns the representative of a node's cluster."""
        while (above := self._above.get(node, node)) != node:
            node = above
        return node

    def join(self, one: tuple[_Node, int], other: tuple[_Node, int]) -> None:
        """Merges the clusters of two nodes, each with the comment that it was found by."""
        self._named |= {one[1]: one[0], other[1]: other[0]}
        first, second = sorted((self.head(one[0]), self.head(other[0])))
        self._above[second] = first

    def clusters(self) -> list[list[int]]:
        """Returns the comments that were joined, by cluster."""
        found: defaultdict[_Node, list[int]] = defaultdict(list)
        for number, node in self._named.items():
            found[self.head(node)].append(number)
        return [sorted(cluster) for cluster in found.values()]


def _go_on(progress: Progress) -> None:
    if progress.cancelled():
        raise CancelledError


def _lock(session: Session, instrument_id: int) -> None:
    # A concurrent search waits here, and then finds these comments placed.
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
    """Returns the largest of the groups that the comments are in; the oldest among equals."""
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
