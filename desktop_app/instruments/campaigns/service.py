"""Campaign groups (هم‌متن) for people: read as one, split and joined by hand, decided at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item, Rows
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, NotFoundError
from desktop_app.instruments.campaigns.acts import DECIDED as CAMPAIGN_DECIDED
from desktop_app.instruments.campaigns.acts import JOINED, READ, SET_APART, TAKEN_OUT
from desktop_app.instruments.campaigns.common_text import (
    AddedWords,
    columns_of,
    find_common,
    members_of,
    read_common,
    stored_text,
)
from desktop_app.instruments.campaigns.model import CampaignMember, CampaignRecord
from desktop_app.instruments.campaigns.readings import must_have_read, readers_of
from desktop_app.instruments.campaigns.rows import Campaign, senders_of
from desktop_app.instruments.comments.acting import OF_DECISION, do_each, do_one, error_of
from desktop_app.instruments.comments.acts.deciding import DECIDED
from desktop_app.instruments.comments.decisions import Carrier, Unchanged, around_of, decision
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.comments.staff_thread_model import CommentThread
from desktop_app.instruments.consultation.gate import undecided_where
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import Disposition, ThreadStatus
from desktop_app.likeness.common import words_at
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor, Role

#: How many members one transaction covers.
CHUNK: Final = 500
_DECIDED_MEANWHILE: Final = frozenset(
    {"comment_is_decided", "comment_is_apart", "not_there_any_more", "not_there"}
)


@dataclass(frozen=True, slots=True)
class CampaignText:
    """The text of a group: what all members share, and individual additions by frequency.

    These are the public's words, as plain text. `apart` are the members that are decided apart from the group.
    """

    campaign: Campaign
    text: str
    additions: tuple[AddedWords, ...]
    members: tuple[int, ...]
    apart: frozenset[int]


def standing_for(head: CommentRow, campaign: Campaign) -> CommentRow:
    """Returns the row that represents a group: the shared part of its head, and the decision of the group.

    `head` may represent it already.
    """
    text, example = head.text, head.example
    if head.stands_for is None and head.id == campaign.head:
        text = words_at(head.text, campaign.shared)
        example = "" if text else head.text
    return replace(
        head,
        text=text,
        example=example,
        version=campaign.version,
        disposition=campaign.disposition,
        reason=campaign.reason,
        decided_by=campaign.decided_by,
        carried_revision=campaign.carried_revision,
        carried_provision=campaign.carried_provision,
        unchanged_reason=campaign.unchanged_reason,
        stands_for=campaign,
    )


def as_one(
    comments: Sequence[CommentRow], heads: Mapping[int, CommentRow], campaigns: Mapping[int, Campaign]
) -> tuple[CommentRow, ...]:
    """Returns the comments in their order, with each group as one row in place of its first comment.

    A member that is decided apart keeps its row.

    `heads` by comment id, `campaigns` by their id.
    """
    shown: list[CommentRow] = []
    met: set[int] = set()
    for comment in comments:
        campaign = campaigns.get(comment.campaign or 0)
        if campaign is None or comment.apart:
            shown.append(comment)
        elif campaign.id not in met:
            met.add(campaign.id)
            shown.append(standing_for(heads.get(campaign.head, comment), campaign))
    return tuple(shown)


class Campaigns:
    """The use cases of groups."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, instrument_id: int) -> tuple[Campaign, ...]:
        """Returns the groups of an instrument, largest first."""
        with self._database.reading() as session:
            return _read(session, instrument_id)

    def one(self, campaign_id: int) -> Campaign:
        """Returns the present state of a group. Raises `NotFoundError` if it has less than two members."""
        with self._database.reading() as session:
            return _one(session, campaign_id)

    def text(self, campaign_id: int) -> CampaignText:
        """Returns the common text of the members, and individual additions. Raises `NotFoundError`."""
        with self._database.reading() as session:
            campaign = _one(session, campaign_id)
            common = read_common(session, campaign_id)
            apart = select(CampaignMember.comment_id).where(
                CampaignMember.campaign_id == campaign_id, CampaignMember.apart
            )
            alone = frozenset(session.scalars(apart))
        return CampaignText(campaign, common.text, common.additions, common.members, alone)

    @once
    def read(self, actor: Actor, campaign_id: int, digest: str) -> None:
        """Records that the person saw the additions of a group; `digest` is the group's, as it was shown.

        Raises `RuleError` if there are others now.
        """
        with self._database.writing() as session:
            item, now = Item(campaign_id, given={"digest": digest}), self._database.now(session)
            for rule in do_each(session, READ, actor, [item], now).values():
                if rule != "so_already":
                    raise error_of(session, "campaign", item, rule, OF_DECISION)

    @once
    def set_apart(
        self, actor: Actor, campaign_id: int, comments: Sequence[int], *, apart: bool = True
    ) -> None:
        """Leaves members out of decisions on their group, or takes them in again; decisions that they have stay.

        Raises `NotFoundError`.
        """
        with self._database.writing() as session:
            held = [one.id for one in members_of(session, campaign_id) if one.id in set(comments)]
            if not held:
                raise NotFoundError(item="comment", key="")
            rows = [{"item": campaign_id, "comment_id": one, "apart": apart} for one in held]
            self._do(session, SET_APART, actor, Item(campaign_id), {"members": rows})

    @once
    def take_out(self, actor: Actor, campaign_id: int, comments: Sequence[int]) -> None:
        """Removes comments from a group permanently: the search does not add them again.

        Their decisions stay. Raises `NotFoundError`.
        """
        with self._database.writing() as session:
            held = members_of(session, campaign_id)
            gone = [one.id for one in held if one.id in set(comments)]
            if not gone:
                raise NotFoundError(item="comment", key="")
            left = [one for one in held if one.id not in gone]
            found = find_common(session, stored_text(session, campaign_id), left, {})
            rows = {
                "gone": [{"item": campaign_id, "comment_id": one} for one in gone],
                "compared": found.rows(campaign_id, found.changed),
            }
            self._do(session, TAKEN_OUT, actor, Item(campaign_id, given=found.given), rows)

    @once
    def join(self, actor: Actor, campaign_id: int, other_id: int) -> Campaign:
        """Moves the members of `other_id` into a group permanently; their decisions stay.

        Raises `NotFoundError`, `RuleError` for groups of two instruments.
        """
        with self._database.writing() as session:
            moved = members_of(session, other_id)
            if not moved:
                raise NotFoundError(item="campaign", key=other_id)
            if session.get(CampaignRecord, campaign_id) is None:
                raise NotFoundError(item="campaign", key=campaign_id)
            held = members_of(session, campaign_id) if campaign_id != other_id else []
            members = sorted([*held, *moved], key=lambda one: one.id)
            found = find_common(session, stored_text(session, campaign_id), members, {})
            new = {one.id: one for one in moved}
            rows = {
                "moved": [
                    columns_of(one.stored)
                    | (found.row(campaign_id, one.id) if one.id in found.changed else {})
                    | {"item": campaign_id, "comment_id": one.id, "campaign_id": other_id}
                    for one in moved
                ],
                "compared": found.rows(campaign_id, [one for one in found.changed if one not in new]),
            }
            self._do(session, JOINED, actor, Item(campaign_id, given=found.given | {"other": other_id}), rows)
            return _one(session, campaign_id)

    def _do(self, session: Session, act: Act, actor: Actor, item: Item, rows: Rows | None = None) -> None:
        do_one(session, act, actor, item, self._database.now(session), rows, errors=OF_DECISION)

    def decide(
        self,
        actor: Actor,
        campaign_id: int,
        version: int,
        disposition: Disposition,
        reason: str,
        carrier: Carrier | Unchanged | None = None,
        progress: Progress | None = None,
    ) -> Campaign:
        """Decides a group: all members that are undecided, or have the group's previous decision, get it.

        Members that were decided separately keep their decision, and those set apart get none. Whoever decides saw
        the additions as they are now (`read`). It runs in chunks: a cancellation or an outage
        leaves whole chunks done, and a repeated call continues with the rest. Raises `ConflictError`,
        `RuleError`.
        """
        actor.must_be(Role.REVIEWER, act="decide_comment")
        progress = progress or SilentProgress()
        done, more = 0, True
        total = self._members(campaign_id)
        while more and not progress.cancelled():
            decided, more = self._decide_chunk(actor, campaign_id, version, disposition, reason, carrier)
            done += decided
            progress.report(done, total)
        return self.one(campaign_id)

    def _members(self, campaign_id: int) -> int:
        """Returns the number of members of a group. Raises `NotFoundError` if it has less than two."""
        counted = select(func.count()).where(CampaignMember.campaign_id == campaign_id)
        with self._database.reading() as session:
            count = session.scalar(counted) or 0
        if count < 2:
            raise NotFoundError(item="campaign", key=campaign_id)
        return count

    @once
    def _decide_chunk(
        self,
        actor: Actor,
        campaign_id: int,
        version: int,
        disposition: Disposition,
        reason: str,
        carrier: Carrier | Unchanged | None,
    ) -> tuple[int, bool]:
        """Returns how many members it decided, and whether there are more; the last chunk stores the group's own
        decision.
        """
        with self._database.writing() as session:
            record = session.get(CampaignRecord, campaign_id)
            if record is None:
                raise NotFoundError(item="campaign", key=campaign_id)
            must_have_read(session, [campaign_id], actor.person_id)
            if record.version != version:
                raise ConflictError(item="campaign", key=campaign_id, theirs=record.decided_by)
            now = self._database.now(session)
            given = decision(session, actor, record.instrument_id, disposition, reason, carrier, now)
            found = _to_decide(session, campaign_id, given)
            members, more = found[:CHUNK], len(found) > CHUNK
            items = [Item(number, given=given | {"campaign": campaign_id}) for number in members]
            refused = do_each(session, DECIDED, actor, items, now) if items else {}
            # Somebody else may have decided or moved some of them meanwhile: these stay.
            for number, rule in refused.items():
                if rule not in _DECIDED_MEANWHILE:
                    raise error_of(session, "comment", Item(number), rule, OF_DECISION)
            if not more:
                self._do(session, CAMPAIGN_DECIDED, actor, Item(campaign_id, version, given=given))
            return len(members) - len(refused), more


def _to_decide(session: Session, campaign_id: int, given: Mapping[str, Any]) -> list[int]:
    """Returns the members that the decision applies to and that do not have it yet, one more than a chunk."""
    statement = (
        select(PublicComment.id)
        .join(CampaignMember, CampaignMember.comment_id == PublicComment.id)
        .where(
            CampaignMember.campaign_id == campaign_id,
            CampaignMember.apart.is_(False),
            PublicComment.disposition.is_(None) | CampaignMember.follows,
            ~(
                CampaignMember.follows
                & (func.coalesce(PublicComment.disposition, "") == given["disposition"])
                & (PublicComment.reason == given["reason"])
                & (func.coalesce(PublicComment.carried_revision_id, 0) == (given["carried_revision_id"] or 0))
                & (PublicComment.carried_provision == given["carried_provision"])
                & (PublicComment.unchanged_reason == given["unchanged_reason"])
            ),
        )
        .order_by(PublicComment.id)
        .limit(CHUNK + 1)
    )
    return list(session.scalars(statement))


def _one(session: Session, campaign_id: int) -> Campaign:
    record = session.get(CampaignRecord, campaign_id)
    found = _read(session, record.instrument_id, campaign_id) if record is not None else ()
    if not found:
        raise NotFoundError(item="campaign", key=campaign_id)
    return found[0]


def _read(session: Session, instrument_id: int, only: int | None = None) -> tuple[Campaign, ...]:
    records = select(CampaignRecord).where(CampaignRecord.instrument_id == instrument_id)
    members = (
        select(
            CampaignMember.campaign_id,
            func.coalesce(func.nullif(PublicComment.sender_key, ""), PublicComment.sender),
            PublicComment.disposition,
            CampaignMember.follows,
            CampaignMember.apart,
            undecided_where(Instrument.second_reader.is_(True)),
        )
        .join(PublicComment, PublicComment.id == CampaignMember.comment_id)
        .join(Instrument, Instrument.id == PublicComment.instrument_id)
        .where(PublicComment.instrument_id == instrument_id, CampaignMember.campaign_id.is_not(None))
    )
    if only is not None:
        records = records.where(CampaignRecord.id == only)
        members = members.where(CampaignMember.campaign_id == only)
    names: defaultdict[int, list[str]] = defaultdict(list)
    undecided: Counter[int] = Counter()
    apart: Counter[int] = Counter()
    for number, sender, disposition, follows, alone, missing in session.execute(members):
        assert number is not None
        names[number].append(sender)
        undecided[number] += bool(missing) and not alone
        apart[number] += alone or (disposition is not None and not follows)
    numbers = around_of(session, instrument_id).numbers
    threads = _open_threads(session, instrument_id)
    readers = readers_of(session, instrument_id)
    found = [
        Campaign(
            id=record.id,
            version=record.version,
            head=record.head_id,
            shared=tuple((begin, end) for begin, end in record.shared),
            senders=senders_of(names[record.id]),
            additions=record.additions,
            undecided=undecided[record.id],
            apart=apart[record.id],
            disposition=Disposition(record.disposition) if record.disposition else None,
            reason=record.reason,
            decided_by=record.decided_by,
            carried_revision=numbers.get(record.carried_revision_id or 0),
            carried_provision=record.carried_provision,
            unchanged_reason=record.unchanged_reason,
            digest=record.digest,
            readers=frozenset(readers[record.id]),
            threads=threads[record.id],
        )
        for record in session.scalars(records)
        if len(names[record.id]) > 1
    ]
    return tuple(sorted(found, key=lambda one: (-one.senders.submissions, one.id)))


def _open_threads(session: Session, instrument_id: int) -> Counter[int]:
    """Counts open staff threads by group, on the group itself and on its members."""
    group = func.coalesce(CommentThread.campaign_id, CampaignMember.campaign_id)
    found = (
        select(group, func.count())
        .select_from(CommentThread)
        .outerjoin(CampaignMember, CampaignMember.comment_id == CommentThread.comment_id)
        .where(
            CommentThread.instrument_id == instrument_id,
            CommentThread.status == ThreadStatus.OPEN.value,
            group.is_not(None),
        )
        .group_by(group)
    )
    return Counter({row[0]: row[1] for row in session.execute(found)})
