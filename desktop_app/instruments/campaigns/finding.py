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
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import CancelledError
from desktop_app.instruments.campaigns.acts import COMPARED, FOUND, GATHERED
from desktop_app.instruments.campaigns.common_text import (
    FoundText,
    Member,
    find_common,
    members_of,
    stored_text,
    texts_of,
)
from desktop_app.instruments.campaigns.fingerprint_model import CommentFingerprint
from desktop_app.instruments.campaigns.model import CampaignMember
from desktop_app.instruments.comments.acting import denied, do_one
from desktop_app.instruments.comments.acts.predicates import TAKERS
from desktop_app.instruments.model import PublicComment
from desktop_app.likeness.fingerprints import Neighbours, Print, prints_of
from desktop_app.likeness.grouping import groups_of
from desktop_app.likeness.resemblance import Fingerprint
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor

#: How many ungrouped comments one transaction covers; a group is one transaction, whatever its size.
CHUNK: Final = 1000
#: If at most one in so many comments lacks a stored fingerprint, the other texts are not read again.
MISSING_ONE_IN: Final = 20
_Node = tuple[str, int]
_DENIED: Final = denied("register", *TAKERS)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A comment as the search reads it: its group, and its stored fingerprint; a new one has none."""

    id: int
    campaign: int | None
    print: Print | None

    @property
    def fresh(self) -> bool:
        return self.print is None

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
        return not actor.roles.isdisjoint(TAKERS)

    def waiting(self, instrument_id: int) -> int:
        """Returns the number of comments that were not examined yet."""
        with self._database.reading() as session:
            missing = (
                select(func.count())
                .select_from(PublicComment)
                .outerjoin(CommentFingerprint, CommentFingerprint.comment_id == PublicComment.id)
                .where(PublicComment.instrument_id == instrument_id, CommentFingerprint.comment_id.is_(None))
            )
            return session.scalar(missing) or 0

    def look(self, actor: Actor, instrument_id: int, progress: Progress | None = None) -> CampaignSearch:
        """Examines the comments that arrived since the last search. `progress` counts comments.

        Raises `CancelledError`: what was stored by then stays.
        """
        actor.must_be(*TAKERS, act="register")
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
        alone = sorted(fresh.difference(*clusters))
        looked_at = grouped = 0
        for cluster in clusters:
            if fresh.isdisjoint(cluster):
                continue
            _go_on(progress)
            grouped += self._put_together(actor, instrument_id, cluster, texts, prints)
            looked_at += len(fresh.intersection(cluster))
            progress.report(looked_at, len(fresh))
        for first in range(0, len(alone), CHUNK):
            _go_on(progress)
            self._mark_ungrouped(actor, instrument_id, alone[first : first + CHUNK], prints)
            looked_at += len(alone[first : first + CHUNK])
            progress.report(looked_at, len(fresh))
        return CampaignSearch(looked_at, grouped)

    def _read(self, instrument_id: int) -> tuple[list[_Seen], dict[int, str]]:
        """Returns all comments, and the texts of those without a fingerprint; of all comments if these are many."""
        with self._database.reading() as session:
            read = (
                select(
                    PublicComment.id,
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
                _Seen(number, campaign, Print(letters, sketch) if letters else None)
                for number, campaign, letters, sketch in session.execute(read)
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
    def _put_together(
        self,
        actor: Actor,
        instrument_id: int,
        ids: Sequence[int],
        texts: Mapping[int, str],
        prints: Mapping[int, Print],
    ) -> int:
        """Puts comments that are one text into the group that has most of them, or a new one; returns how many
        were added.

        Comments placed by a person, or in another group, are not moved.
        """
        with self._database.writing() as session:
            known = _groups_of(session, ids)
            new = [number for number in ids if number not in known]
            group = _most_held(session, {number for number in known.values() if number is not None})
            if group is None and len(new) < 2:
                self._compare(session, actor, instrument_id, ids, prints)
                return 0
            before = FoundText(min(new), [], 0, "", {}) if group is None else stored_text(session, group)
            members = members_of(session, group) if group is not None else []
            hidden = _hidden(session, new)
            members += [Member(one, hidden=one in hidden) for one in new]
            members.sort(key=lambda one: one.id)
            found = find_common(session, before, members, texts, grows=group is not None)
            item, act = (0, FOUND) if group is None else (group, GATHERED)
            rows = {
                "members": [found.row(item, one) for one in new],
                "compared": found.rows(item, sorted(found.changed.keys() - set(new))),
                "prints": _print_rows(item, ids, prints),
            }
            given = found.given | ({"instrument_id": instrument_id} if group is None else {})
            now = self._database.now(session)
            do_one(session, act, actor, Item(item, given=given), now, rows, errors=_DENIED)
            return len(new)

    @once
    def _mark_ungrouped(
        self, actor: Actor, instrument_id: int, ids: Sequence[int], prints: Mapping[int, Print]
    ) -> None:
        """Stores that comments were examined and resemble no other."""
        with self._database.writing() as session:
            self._compare(session, actor, instrument_id, ids, prints)

    def _compare(
        self,
        session: Session,
        actor: Actor,
        instrument_id: int,
        ids: Sequence[int],
        prints: Mapping[int, Print],
    ) -> None:
        rows = {"prints": _print_rows(instrument_id, ids, prints)}
        now = self._database.now(session)
        do_one(session, COMPARED, actor, Item(instrument_id), now, rows, errors=_DENIED)


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


def _print_rows(item: int, ids: Sequence[int], prints: Mapping[int, Print]) -> list[dict[str, Any]]:
    return [
        {"item": item, "comment_id": one, "letters": prints[one].letters, "sketch": prints[one].sketch}
        for one in ids
    ]


def _groups_of(session: Session, ids: Sequence[int]) -> dict[int, int | None]:
    """Returns the groups of those comments that are in one, or that a person took out of one (None)."""
    found: dict[int, int | None] = {}
    for first in range(0, len(ids), CHUNK):
        some = CampaignMember.comment_id.in_(ids[first : first + CHUNK])
        rows = session.execute(select(CampaignMember.comment_id, CampaignMember.campaign_id).where(some))
        found |= {row[0]: row[1] for row in rows}
    return found


def _hidden(session: Session, ids: Sequence[int]) -> set[int]:
    """Returns the hidden ones of the comments."""
    found: set[int] = set()
    for first in range(0, len(ids), CHUNK):
        some = PublicComment.id.in_(ids[first : first + CHUNK])
        hidden = select(PublicComment.id).where(some, PublicComment.hidden_reason.is_not(None))
        found.update(session.scalars(hidden))
    return found


def _most_held(session: Session, groups: set[int]) -> int | None:
    """Returns the largest of the groups; the oldest among equals."""
    if len(groups) < 2:
        return next(iter(groups), None)
    sizes = (
        select(CampaignMember.campaign_id, func.count())
        .where(CampaignMember.campaign_id.in_(groups))
        .group_by(CampaignMember.campaign_id)
    )
    held = {row[0]: row[1] for row in session.execute(sizes)}
    return min(groups, key=lambda number: (-held[number], number))
