"""Campaign groups (هم‌متن) for people: read as one, split and joined by hand, decided at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event, record_events
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.campaigns.common_text import AddedWords, forget, read_common, say_what_is_common
from desktop_app.instruments.campaigns.model import CampaignMember, CampaignRecord
from desktop_app.instruments.campaigns.rows import Campaign, senders_of
from desktop_app.instruments.comments.decisions import (
    NOT_CONFIRMED,
    Around,
    Carrier,
    around_of,
    carried,
    told_decision,
)
from desktop_app.instruments.comments.service import FINISHED, CommentRow
from desktop_app.instruments.comments.staff_thread_model import CommentThread
from desktop_app.instruments.consultation.gate import undecided_where
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import Disposition, ThreadStatus
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor, Role, told_behalf

#: How many members one transaction covers.
CHUNK: Final = 500
#: The values of a decision: disposition, reason, id of the carrying revision, and its provision.
_Wanted = tuple[str, str, int | None, str]


@dataclass(frozen=True, slots=True)
class CampaignText:
    """The text of a group: the common text of its head, and individual additions by frequency.

    These are the public's words, as plain text.
    """

    campaign: Campaign
    text: str
    additions: tuple[AddedWords, ...]
    members: tuple[int, ...]


def standing_for(head: CommentRow, campaign: Campaign) -> CommentRow:
    """Returns the row that represents a group: text and date of its head, decision of the group."""
    return replace(
        head,
        version=campaign.version,
        disposition=campaign.disposition,
        reason=campaign.reason,
        decided_by=campaign.decided_by,
        carried_revision=campaign.carried_revision,
        carried_provision=campaign.carried_provision,
        stands_for=campaign,
    )


def as_one(
    comments: Sequence[CommentRow], heads: Mapping[int, CommentRow], campaigns: Mapping[int, Campaign]
) -> tuple[CommentRow, ...]:
    """Returns the comments in their order, with each group as one row in place of its first comment.

    `heads` by comment id, `campaigns` by their id.
    """
    shown: list[CommentRow] = []
    met: set[int] = set()
    for comment in comments:
        campaign = campaigns.get(comment.campaign or 0)
        if campaign is None:
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
            common = read_common(session, campaign_id, campaign.head)
        return CampaignText(campaign, common.text, common.additions, common.members)

    @once
    def take_out(self, actor: Actor, campaign_id: int, comments: Sequence[int]) -> None:
        """Removes comments from a group permanently: the search does not add them again.

        Their decisions stay. Raises `NotFoundError`.
        """
        actor.must_be(Role.REVIEWER, act="decide_comment")
        with self._database.writing() as session:
            record = _locked(session, campaign_id)
            held = _held(session, campaign_id)
            gone = [member for member in held if member.comment_id in set(comments)]
            if not gone:
                raise NotFoundError(item="comment", key="")
            for member in gone:
                member.campaign_id, member.follows = None, False
                member.by_hand, member.placed_by_id = True, actor.person_id
            forget(session, [member.comment_id for member in gone])
            self._changed(session, actor, record, "taken_out", {"comments": len(gone)})

    @once
    def join(self, actor: Actor, campaign_id: int, other_id: int) -> Campaign:
        """Moves the members of `other_id` into a group permanently; their decisions stay.

        Raises `NotFoundError`, `RuleError` for groups of two instruments.
        """
        actor.must_be(Role.REVIEWER, act="decide_comment")
        with self._database.writing() as session:
            # Locked in the order of their ids, so that two concurrent joins wait instead of deadlocking.
            records = {number: _locked(session, number) for number in sorted({campaign_id, other_id})}
            record, other = records[campaign_id], records[other_id]
            if record is other or record.instrument_id != other.instrument_id:
                raise RuleError(rule="groups_of_one_instrument")
            moved = _held(session, other_id)
            if not moved:
                raise NotFoundError(item="campaign", key=other_id)
            for member in moved:
                member.campaign_id, member.follows = campaign_id, False
                member.by_hand, member.placed_by_id = True, actor.person_id
            self._changed(session, actor, record, "groups_joined", {"comments": len(moved)})
            return _one(session, campaign_id)

    def _changed(
        self, session: Session, actor: Actor, record: CampaignRecord, act: str, after: dict[str, Any]
    ) -> None:
        session.flush()
        say_what_is_common(session, record.id, {})
        record_event(
            session,
            item_type="campaign",
            item_id=record.id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=act,
            after=after | actor.told_for(Role.REVIEWER),
        )
        session.flush()

    def decide(
        self,
        actor: Actor,
        campaign_id: int,
        version: int,
        disposition: Disposition,
        reason: str,
        carrier: Carrier | None = None,
        progress: Progress | None = None,
    ) -> Campaign:
        """Decides a group: all members that are undecided, or have the group's previous decision, get it.

        Members that were decided separately keep their decision. It runs in chunks: a cancellation or an outage
        leaves whole chunks done, and a repeated call continues with the rest. Raises `ConflictError`,
        `RuleError`.
        """
        actor.must_be(Role.REVIEWER, act="decide_comment")
        if not reason.strip():
            raise InvalidValueError(field="reason", reason="empty", value="")
        progress = progress or SilentProgress()
        done, more = 0, True
        total = self.one(campaign_id).senders.submissions
        while more and not progress.cancelled():
            decided, more = self._decide_chunk(
                actor, campaign_id, version, disposition, reason.strip(), carrier
            )
            done += decided
            progress.report(done, total)
        return self.one(campaign_id)

    @once
    def _decide_chunk(
        self,
        actor: Actor,
        campaign_id: int,
        version: int,
        disposition: Disposition,
        reason: str,
        carrier: Carrier | None,
    ) -> tuple[int, bool]:
        """Returns how many members it decided, and whether there are more; the last chunk stores the group's own
        decision.
        """
        with self._database.writing() as session:
            record = _locked(session, campaign_id)
            if record.version != version:
                raise ConflictError(item="campaign", key=campaign_id, theirs=record.decided_by)
            if session.get_one(Instrument, record.instrument_id).status in FINISHED:
                raise RuleError(rule="instrument_is_finished")
            carrying = carried(session, record.instrument_id, disposition, carrier)
            now, around = self._database.now(session), around_of(session, record.instrument_id)
            behalf = told_behalf(actor.on_behalf_of(lambda who: who.has(Role.REVIEWER)))
            wanted = (disposition.value, reason, *carrying)
            found = _to_decide(session, campaign_id, wanted)
            members, more = found[:CHUNK], len(found) > CHUNK
            _decide_members(session, [row[0] for row in members], wanted, actor, now)
            after = told_decision(*wanted, around) | {"campaign": campaign_id} | behalf
            record_events(
                session,
                item_type="comment",
                at=now,
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="decided",
                events={row[0]: (told_decision(*row[1:], around), after, "") for row in members},
            )
            if not more:
                before = _audit_values(record, around)
                record.disposition, record.reason, record.carried_revision_id, record.carried_provision = (
                    wanted
                )
                record.decided_by, record.decided_by_id, record.decided_at = actor.name, actor.person_id, now
                record_event(
                    session,
                    item_type="campaign",
                    item_id=campaign_id,
                    at=now,
                    actor_id=actor.person_id,
                    actor_name=actor.name,
                    action="decided",
                    before=before,
                    after=_audit_values(record, around) | behalf,
                )
            session.flush()
            return len(members), more


def _audit_values(record: CampaignRecord, around: Around) -> dict[str, Any]:
    return told_decision(
        record.disposition, record.reason, record.carried_revision_id, record.carried_provision, around
    )


def _decide_members(
    session: Session, ids: Sequence[int], wanted: _Wanted, actor: Actor, now: datetime
) -> None:
    """Writes one decision to many comments, which the caller has locked."""
    if not ids:
        return
    disposition, reason, revision_id, provision = wanted
    session.execute(
        update(PublicComment)
        .where(PublicComment.id.in_(ids))
        .values(
            disposition=disposition,
            reason=reason,
            carried_revision_id=revision_id,
            carried_provision=provision,
            decided_by=actor.name,
            decided_by_id=actor.person_id,
            decided_at=now,
            version=PublicComment.version + 1,
            **NOT_CONFIRMED,
        )
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(CampaignMember)
        .where(CampaignMember.comment_id.in_(ids), ~CampaignMember.follows)
        .values(follows=True)
        .execution_options(synchronize_session=False)
    )


def _to_decide(
    session: Session, campaign_id: int, wanted: _Wanted
) -> list[tuple[int, str | None, str, int | None, str]]:
    """Returns the members that the decision applies to and that do not have it yet, one more than a chunk.

    Each with its present values: id, disposition, reason, carrying revision and provision.
    """
    statement = (
        select(
            PublicComment.id,
            PublicComment.disposition,
            PublicComment.reason,
            PublicComment.carried_revision_id,
            PublicComment.carried_provision,
        )
        .join(CampaignMember, CampaignMember.comment_id == PublicComment.id)
        .where(
            CampaignMember.campaign_id == campaign_id,
            PublicComment.disposition.is_(None) | CampaignMember.follows,
            ~(
                CampaignMember.follows
                & (func.coalesce(PublicComment.disposition, "") == wanted[0])
                & (PublicComment.reason == wanted[1])
                & (func.coalesce(PublicComment.carried_revision_id, 0) == (wanted[2] or 0))
                & (PublicComment.carried_provision == wanted[3])
            ),
        )
        .order_by(PublicComment.id)
        .limit(CHUNK + 1)
        .with_for_update(of=PublicComment)
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in session.execute(statement)]


def _locked(session: Session, campaign_id: int) -> CampaignRecord:
    record = session.get(CampaignRecord, campaign_id, with_for_update=True)
    if record is None:
        raise NotFoundError(item="campaign", key=campaign_id)
    return record


def _held(session: Session, campaign_id: int) -> list[CampaignMember]:
    held = select(CampaignMember).where(CampaignMember.campaign_id == campaign_id)
    return list(session.scalars(held.order_by(CampaignMember.comment_id)))


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
            PublicComment.sender,
            PublicComment.disposition,
            CampaignMember.follows,
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
    for number, sender, disposition, follows, missing in session.execute(members):
        assert number is not None
        names[number].append(sender)
        undecided[number] += bool(missing)
        apart[number] += disposition is not None and not follows
    numbers = around_of(session, instrument_id).numbers
    threads = _open_threads(session, instrument_id)
    found = [
        Campaign(
            id=record.id,
            version=record.version,
            head=record.head_id,
            senders=senders_of(names[record.id]),
            additions=record.additions,
            undecided=undecided[record.id],
            apart=apart[record.id],
            disposition=Disposition(record.disposition) if record.disposition else None,
            reason=record.reason,
            decided_by=record.decided_by,
            carried_revision=numbers.get(record.carried_revision_id or 0),
            carried_provision=record.carried_provision,
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
