"""Public comments (نظرهای مردم) on an instrument: registration, reading by provision, and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ARRAY, ColumnElement, Row, String, bindparam, func, select, text
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.acts.performing import in_parts
from desktop_app.database.audit import history
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.database.sameness import RowKind, identity_of, stored_keys
from desktop_app.errors import InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.campaigns.model import CampaignMember
from desktop_app.instruments.campaigns.rows import Campaign
from desktop_app.instruments.comments.acting import OF_DECISION, denied, do_one
from desktop_app.instruments.comments.acts.arrival import AWAITED, LONGEST_TEXT, TAKEN_IN
from desktop_app.instruments.comments.acts.deciding import DECIDED
from desktop_app.instruments.comments.acts.predicates import TAKERS
from desktop_app.instruments.comments.decisions import (
    Around,
    Carrier,
    Unchanged,
    around_of,
    decision,
)
from desktop_app.instruments.comments.places import GivenPlace, found_places, given_places
from desktop_app.instruments.comments.senders import shown_sender
from desktop_app.instruments.comments.staff_thread_model import CommentThread
from desktop_app.instruments.comments.triage_model import CommentIssue
from desktop_app.instruments.consultation.gate import undecided_where
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import (
    FINISHED,
    LONGEST_PROVISION,
    Disposition,
    HiddenReason,
    InstrumentStatus,
    ThreadStatus,
)
from desktop_app.people.identity import identifies
from desktop_app.people.model import LONGEST_NAME
from desktop_app.persian.dates import tehran_day
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor

#: The longest texts that one act takes in, in letters.
MOST_TEXT: Final = 8_000_000


@dataclass(frozen=True, slots=True)
class NewComment:
    """A new comment to register. `received_at` is timezone-aware; None means now."""

    text: str
    channel: str = "portal"
    sender: str = ""
    group: str = "citizen"
    provision: str = ""
    quote: str = ""
    external_id: str | None = None
    received_at: datetime | None = None
    letter_number: str = ""


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment as a screen shows it. `text` and `quote` are untrusted plain text from the public."""

    id: int
    version: int
    channel: str
    #: The name; of a sender who left a number or an address instead, its end, with the `sender_key`.
    sender: str
    group: str
    provision: str
    quote: str
    text: str
    received_at: datetime
    late: bool
    disposition: Disposition | None
    reason: str
    decided_by: str
    #: Where an accepted comment is carried: the revision number and the label of the provision in it.
    carried_revision: int | None = None
    carried_provision: str = ""
    #: Why the text stays as it is although the comment is accepted.
    unchanged_reason: str = ""
    #: The campaign group (هم‌متن) of the comment, whether it follows the decision on the group, and whether a
    #: reviewer decides it apart from the group.
    campaign: int | None = None
    follows: bool = False
    apart: bool = False
    issues: tuple[str, ...] = ()
    assignee_id: int | None = None
    assignee: str = ""
    #: The reason for which the comment is hidden. Its text and sender are then empty for everybody (`moderation`).
    hidden: HiddenReason | None = None
    #: The second reader of a rejection. `unconfirmed`: the instrument requires one and there is none yet.
    confirmed_by: str = ""
    unconfirmed: bool = False
    decided_by_id: int | None = None
    #: The number of the letter that contained the comment; empty if it was not recorded.
    letter_number: str = ""
    #: The number of open staff threads on the comment.
    threads: int = 0
    #: The stored place of the comment; None if it is computed on reading.
    place: GivenPlace | None = None
    sender_key: str = ""
    #: The campaign group that this row represents (`campaigns.as_one`), and the words of one member if all share
    #: nothing.
    stands_for: Campaign | None = None
    example: str = ""

    @property
    def decided(self) -> Disposition | None:
        """The effective disposition. A rejection that still needs its second reader does not count."""
        return None if self.unconfirmed else self.disposition

    @property
    def waits(self) -> bool:
        """Whether a decision is missing; for a campaign group, on any of its members."""
        missing = self.decided is None
        return missing if self.stands_for is None else self.stands_for.undecided > 0


def may_take_in(actor: Actor, status: InstrumentStatus) -> bool:
    """Returns whether the actor may register comments on an instrument with this status."""
    return status in AWAITED and not actor.roles.isdisjoint(TAKERS)


def must_await_comments(status: InstrumentStatus) -> None:
    """Raises `RuleError` for an instrument that is not before the public yet, and for a finished one."""
    if status.value in FINISHED:
        raise RuleError(rule="comments_are_over")
    if status not in AWAITED:
        raise RuleError(rule="draft_is_not_exposed")


class Comments:
    """The service for public comments."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_instrument(self, instrument_id: int) -> tuple[CommentRow, ...]:
        """Returns all comments on an instrument, in order of receipt."""
        with self._database.reading() as session:
            around = around_of(session, instrument_id)
            return _rows(session, around, PublicComment.instrument_id == instrument_id)

    def one(self, comment_id: int) -> CommentRow:
        """Returns a comment by its id. Raises `NotFoundError`."""
        with self._database.reading() as session:
            comment = existing_comment(session, comment_id)
            around = around_of(session, comment.instrument_id)
            [row] = _rows(session, around, PublicComment.id == comment_id)
            return row

    @once
    def take_in(self, actor: Actor, instrument_id: int, comments: Sequence[NewComment]) -> int:
        """Registers comments, skipping duplicates, and returns the number of new ones.

        A comment received after the window is stored and shown as late. Raises `RuleError` if the instrument is
        not before the public yet, or finished.
        """
        with self._database.writing() as session:
            return take_in_new(session, actor, instrument_id, comments, self._database.now(session))

    @staticmethod
    def tally(session: Session, instrument_id: int) -> dict[str, int]:
        """Returns the number of comments by disposition (`undecided` for none), in the caller's transaction."""
        missing = undecided_where(session.get_one(Instrument, instrument_id).second_reader)
        of_it = PublicComment.instrument_id == instrument_id
        found = select(PublicComment.disposition, func.count()).where(of_it, ~missing)
        rows = session.execute(found.group_by(PublicComment.disposition))
        counted = {str(disposition): count for disposition, count in rows}
        undecided = session.scalar(select(func.count()).where(of_it, missing)) or 0
        return dict(sorted((counted | ({"undecided": undecided} if undecided else {})).items()))

    def known(self, instrument_id: int, keys: Iterable[str]) -> set[str]:
        """Returns those of `keys` (see `identity_key`) that the instrument already has."""
        with self._database.reading() as session:
            return set(comments_there(session, instrument_id, keys))

    @once
    def decide(
        self,
        actor: Actor,
        comment_id: int,
        version: int,
        disposition: Disposition,
        reason: str,
        carrier: Carrier | Unchanged | None = None,
    ) -> CommentRow:
        """Decides a comment. The reason is published and therefore required.

        `carrier` names the change that carries an accepted comment, or says why the text stays. It may be added by a
        later decision, but without it the draft does not become ready. Raises `ConflictError` if `version` is
        outdated, `InvalidValueError` if the reason is empty, and `RuleError` if the instrument is finished.
        """
        with self._database.writing() as session:
            comment = existing_comment(session, comment_id)
            instrument_id = comment.instrument_id
            now = self._database.now(session)
            given = decision(session, actor, instrument_id, disposition, reason, carrier, now)
            do_one(session, DECIDED, actor, Item(comment_id, version, given=given), now, errors=OF_DECISION)
            [row] = _rows(session, around_of(session, instrument_id), PublicComment.id == comment_id)
            return row


def existing_comment(session: Session, comment_id: int) -> PublicComment:
    """Returns the comment. Raises `NotFoundError`."""
    comment = session.get(PublicComment, comment_id)
    if comment is None:
        raise NotFoundError(item="comment", key=comment_id)
    return comment


def take_in_new(
    session: Session, actor: Actor, instrument_id: int, comments: Sequence[NewComment], now: datetime
) -> int:
    """Registers the comments that are not duplicates, with their places; returns their number.

    Raises `InvalidValueError` for an empty or too long text, `NotFoundError`, and `RuleError` if the instrument is
    not before the public yet, or finished.
    """
    for comment in comments:
        if not comment.text.strip():
            raise InvalidValueError(field="text", reason="empty", value="")
        if len(comment.text) > LONGEST_TEXT:
            raise InvalidValueError(field="text", reason="too_long", value="")
    by_key: dict[str, NewComment] = {}
    for comment in comments:
        by_key.setdefault(identity_key(comment), comment)
    known = comments_there(session, instrument_id, by_key)
    keys = stored_keys(session, by_key, RowKind.COMMENT, new=True)
    new = [(keys[key], comment) for key, comment in by_key.items() if key not in known]
    instrument = existing_instrument(session, instrument_id)
    places = found_places(session, instrument, [comment for _, comment in new])
    count = 0
    for some in in_parts(range(len(new)), lambda place: len(new[place][1].text), MOST_TEXT):
        rows = {
            "comments": [{"item": instrument_id, **words_of(session, *new[place])} for place in some],
            "places": [
                {"item": instrument_id, "identity_key": new[place][0], **places[place]}
                for place in some
                if places
            ],
            "senders": [
                {"item": instrument_id, "identity_key": key, "sender": comment.sender[:LONGEST_NAME]}
                for key, comment in (new[place] for place in some)
                if identifies(comment.sender)
            ],
        }
        do_one(session, TAKEN_IN, actor, Item(instrument_id), now, rows, errors=denied("register", *TAKERS))
        count += _last_count(session, instrument_id)
    return count


def _last_count(session: Session, instrument_id: int) -> int:
    """Returns how many comments the instrument's last event tells of: its row is locked."""
    [event] = history(session, "instrument", instrument_id, latest=1)
    return int(event.after["count"])


_THERE: Final = text("SELECT told, comment FROM app.comments_there(:instrument, :told)").bindparams(
    bindparam("told", type_=ARRAY(String))
)


def comments_there(session: Session, instrument_id: int, keys: Iterable[str]) -> dict[str, int]:
    """Returns the comments that the instrument has of these keys, by key; for those who register comments."""
    told = list(keys)
    if session.get_bind().dialect.name != "sqlite":
        found = session.execute(_THERE, {"instrument": instrument_id, "told": told})
        return {row.told: row.comment for row in found}
    told_of = {stored: key for key, stored in stored_keys(session, told, RowKind.COMMENT).items()}
    statement = select(PublicComment.identity_key, PublicComment.id).where(
        PublicComment.instrument_id == instrument_id, PublicComment.identity_key.in_(list(told_of))
    )
    return {told_of[key]: number for key, number in session.execute(statement)}


def identity_key(comment: NewComment) -> str:
    """Returns the key that identifies duplicates of a comment on one instrument, independent of the file format."""
    content = (comment.sender, comment.provision, comment.text)
    return identity_of(comment.channel, comment.external_id, comment.received_at, content)


def words_of(session: Session, key: str, comment: NewComment) -> dict[str, Any]:
    """Returns the columns of a new comment that its register gives."""
    return {
        "identity_key": key,
        "external_id": comment.external_id,
        "channel": comment.channel,
        **shown_sender(session, comment.sender[:LONGEST_NAME]),
        "group": comment.group,
        "provision": comment.provision[:LONGEST_PROVISION],
        "quote": comment.quote,
        "text": comment.text,
        "received_at": comment.received_at,
        "letter_number": comment.letter_number,
    }


@dataclass(frozen=True, slots=True)
class _Beside:
    """Related data by comment id: issues, number of open threads, place."""

    issues: dict[int, tuple[str, ...]]
    threads: dict[int, int]
    places: dict[int, GivenPlace]


def _beside(session: Session, which: ColumnElement[bool]) -> _Beside:
    issues: dict[int, tuple[str, ...]] = {}
    named = select(CommentIssue.comment_id, CommentIssue.issue).join(
        PublicComment, PublicComment.id == CommentIssue.comment_id
    )
    for number, issue in session.execute(named.where(which).order_by(CommentIssue.issue)):
        issues[number] = (*issues.get(number, ()), issue)
    open_ones = (
        select(CommentThread.comment_id, func.count())
        .join(PublicComment, PublicComment.id == CommentThread.comment_id)
        .where(which, CommentThread.status == ThreadStatus.OPEN.value)
        .group_by(CommentThread.comment_id)
    )
    threads = {int(row[0] or 0): int(row[1]) for row in session.execute(open_ones)}
    return _Beside(issues, threads, given_places(session, which))


#: The columns of a row. Loading whole entities takes three times as long for ten thousand comments.
_SHOWN: Final = (
    PublicComment.id, PublicComment.version, PublicComment.channel, PublicComment.sender, PublicComment.group,
    PublicComment.provision, PublicComment.quote, PublicComment.text, PublicComment.received_at,
    PublicComment.disposition, PublicComment.reason, PublicComment.decided_by, PublicComment.decided_by_id,
    PublicComment.carried_revision_id, PublicComment.carried_provision, PublicComment.unchanged_reason,
    PublicComment.confirmed_by,
    PublicComment.confirmed_by_id, PublicComment.hidden_reason, PublicComment.letter_number,
    CampaignMember.campaign_id, CampaignMember.follows, CampaignMember.apart, PublicComment.assignee_id,
    Person.full_name.label("assignee"), PublicComment.sender_key,
)  # fmt: skip


def _rows(session: Session, around: Around, which: ColumnElement[bool]) -> tuple[CommentRow, ...]:
    """Returns the rows that match `which`, a condition on `PublicComment`, in order of receipt."""
    found = session.execute(
        select(*_SHOWN)
        .outerjoin(CampaignMember, CampaignMember.comment_id == PublicComment.id)
        .outerjoin(Person, Person.id == PublicComment.assignee_id)
        .where(which)
        .order_by(PublicComment.received_at, PublicComment.id)
    )
    beside = _beside(session, which)
    return tuple(_row(comment, around, beside) for comment in found)


def _row(comment: Row[*tuple[Any, ...]], around: Around, beside: _Beside) -> CommentRow:
    hidden = HiddenReason(comment.hidden_reason) if comment.hidden_reason else None
    return CommentRow(
        id=comment.id,
        version=comment.version,
        channel=comment.channel,
        sender="" if hidden else comment.sender,
        group=comment.group,
        provision=comment.provision,
        quote="" if hidden else comment.quote,
        text="" if hidden else comment.text,
        received_at=comment.received_at,
        late=around.closes_on is not None and tehran_day(comment.received_at) > around.closes_on,
        disposition=Disposition(comment.disposition) if comment.disposition else None,
        reason=comment.reason,
        decided_by=comment.decided_by,
        carried_revision=around.numbers.get(comment.carried_revision_id or 0),
        carried_provision=comment.carried_provision,
        unchanged_reason=comment.unchanged_reason,
        campaign=comment.campaign_id,
        follows=bool(comment.follows),
        apart=bool(comment.apart),
        hidden=hidden,
        confirmed_by=comment.confirmed_by,
        unconfirmed=(
            around.second_reader
            and comment.disposition == Disposition.REJECTED.value
            and comment.confirmed_by_id is None
        ),
        decided_by_id=comment.decided_by_id,
        letter_number="" if hidden else comment.letter_number,
        threads=beside.threads.get(comment.id, 0),
        issues=beside.issues.get(comment.id, ()),
        place=beside.places.get(comment.id),
        assignee_id=comment.assignee_id,
        assignee=comment.assignee or "",
        sender_key="" if hidden else comment.sender_key,
    )
