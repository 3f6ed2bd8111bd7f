"""Traces a petition or a comment back to its submissions, and submissions to their results.

People who see an item see its submissions; sender identifiers are masked for people who do not work on the
item. Submissions of a hidden comment are not shown here: reading its text has a separate
operation, which records an event (`instruments.moderation`).
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.errors import NotFoundError, NotPermittedError
from desktop_app.instruments.comments.moderation import must_read_senders
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.intake.formats.columns import PETITION_FIELDS, match
from desktop_app.intake.sources.model import IntakeFile, IntakeSource
from desktop_app.intake.staging.model import ANSWER, IntakeSubmission, StagingState
from desktop_app.intake.staging.originals import read_originals, shown
from desktop_app.intake.staging.service import TAKERS, may_mend
from desktop_app.intake.staging.submissions import attached
from desktop_app.people.petitioners import mask
from desktop_app.petitions.follow_ups.model import PetitionMessage
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import is_seen, works_in
from desktop_app.staff.roles import Actor

#: Maximum number of submissions shown for an item; the export of further messages has all of them.
MOST: Final = 100
_IDENTIFIERS: Final = frozenset({"national_id", "mobile", "email"})


@dataclass(frozen=True, slots=True)
class ItemOrigin:
    """A submission of an item. All text is plain.

    `source`, `file` and `row` are set for a row of a file; `mended` is the corrected payload; `files` are the
    names of its attachments; `further` marks a further message to an existing petition; `was_there` marks a
    duplicate.
    """

    id: int
    channel: str
    external_id: str | None
    received_at: datetime | None
    arrived_at: datetime
    handled_at: datetime | None
    payload: Any
    mended: Any
    files: tuple[str, ...] = ()
    further: bool = False
    was_there: bool = False
    source: str = ""
    file: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Traced:
    """The submissions of an item in order of arrival, at most `MOST`, and their total number."""

    origins: tuple[ItemOrigin, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Handled:
    """A processed submission: a petition, or a comment on an instrument.

    A petition has its `petition_id`; `further` marks a message to it, `answer` an answer about satisfaction.
    """

    id: int
    channel: str
    external_id: str | None
    handled_at: datetime
    petition_id: int | None
    further: bool
    comment_id: int | None
    instrument_id: int | None
    was_there: bool
    answer: bool = False


class Tracing:
    """Reads submissions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_petition(self, actor: Actor, petition_id: int, *, only: int | None = None) -> Traced:
        """Returns the submissions of a petition and of its further messages; `only` restricts them to one id.

        Raises `NotFoundError`.
        """
        with self._database.reading() as session:
            if not is_seen(session, actor, petition_id):
                raise NotFoundError(item="petition", key=petition_id)
            unit = session.scalar(select(Petition.unit_id).where(Petition.id == petition_id))
            its = select(PetitionMessage.id).where(PetitionMessage.petition_id == petition_id)
            which = or_(
                _is("petition", petition_id),
                and_(IntakeSubmission.item_type == "message", IntakeSubmission.item_id.in_(its)),
            )
            if only is not None:
                which = and_(which, IntakeSubmission.id == only)
            traced = _traced(session, which)
            works = works_in(actor, unit)
        return self._whole(actor, traced) if works else traced

    def of_comment(self, actor: Actor, comment_id: int) -> Traced:
        """Returns the submissions of a comment for people who may read its sender; empty for a hidden comment.

        Raises `NotFoundError`, `NotPermittedError`.
        """
        with self._database.reading() as session:
            if not _in_sight(session, actor, comment_id):
                return Traced((), 0)
            traced = _traced(session, _is("comment", comment_id))
        return self._whole(actor, traced)

    def files_with_comment(self, actor: Actor, comment_id: int) -> int:
        """The number of attachments submitted with a comment, which stay in its submission.

        It is 0 for people who may not read the sender, and for a hidden comment. Raises `NotFoundError`.
        """
        with self._database.reading() as session:
            with suppress(NotPermittedError):
                if _in_sight(session, actor, comment_id):
                    counted = func.sum(func.json_array_length(IntakeSubmission.attachments))
                    return int(session.scalar(select(counted).where(_is("comment", comment_id))) or 0)
            return 0

    def file_with_comment(
        self, actor: Actor, comment_id: int, submission_id: int, place: int
    ) -> tuple[str, bytes]:
        """Returns name and content of the attachment at index `place` of a submission of a comment.

        Raises `NotFoundError`, `NotPermittedError`.
        """
        with self._database.reading() as session:
            if _in_sight(session, actor, comment_id):
                which = and_(_is("comment", comment_id), IntakeSubmission.id == submission_id)
                files = attached(session.scalar(select(IntakeSubmission.attachments).where(which))) or ()
                if 0 <= place < len(files):
                    return files[place].name, files[place].content
        raise NotFoundError(item="submission", key=submission_id)

    def handled(self, actor: Actor, *, before: int | None = None, count: int = 200) -> tuple[Handled, ...]:
        """Returns processed submissions, latest first, with ids below `before`.

        Raises `NotPermittedError` for people who neither process submissions of the whole office nor correct
        them.
        """
        may_mend(actor)
        # Do not refer administrators without another role to petitions that they cannot see.
        leads = any(m.role in TAKERS and m.unit_id is None for m in actor.held)
        statement = (
            select(
                IntakeSubmission.id,
                IntakeSubmission.channel,
                IntakeSubmission.external_id,
                IntakeSubmission.handled_at,
                IntakeSubmission.item_type,
                IntakeSubmission.item_id,
                IntakeSubmission.was_there,
                PetitionMessage.petition_id.label("message_of"),
                PublicComment.instrument_id,
            )
            .outerjoin(
                PetitionMessage,
                and_(IntakeSubmission.item_type == "message", PetitionMessage.id == IntakeSubmission.item_id),
            )
            .outerjoin(
                PublicComment,
                and_(IntakeSubmission.item_type == "comment", PublicComment.id == IntakeSubmission.item_id),
            )
            .where(IntakeSubmission.state == StagingState.DONE.value)
            .order_by(IntakeSubmission.id.desc())
            .limit(count)
        )
        if before is not None:
            statement = statement.where(IntakeSubmission.id < before)
        with self._database.reading() as session:
            return tuple(_handled(row, leads=leads) for row in session.execute(statement))

    def one(self, actor: Actor, submission_id: int) -> ItemOrigin:
        """Returns one submission. Raises `NotPermittedError`, `NotFoundError`."""
        may_mend(actor)
        with self._database.reading() as session:
            traced = _traced(session, IntakeSubmission.id == submission_id)
        if not traced.origins:
            raise NotFoundError(item="submission", key=submission_id)
        return self._whole(actor, traced).origins[0]

    def _whole(self, actor: Actor, traced: Traced) -> Traced:
        """Returns submissions as they came, those that the person may read; the reading is noted."""
        if not traced.origins:
            return traced
        came = read_originals(self._database, actor, [one.id for one in traced.origins])
        whole = (
            replace(one, payload=came[one.id].payload, mended=came[one.id].mended) if one.id in came else one
            for one in traced.origins
        )
        return replace(traced, origins=tuple(whole))


def _in_sight(session: Session, actor: Actor, comment_id: int) -> bool:
    """Whether the submissions of a comment may be shown; False while it is hidden.

    Raises `NotFoundError`, and `NotPermittedError` for people who may not read its sender.
    """
    comment = session.get(PublicComment, comment_id)
    if comment is None:
        raise NotFoundError(item="comment", key=comment_id)
    if comment.hidden_reason is not None:
        return False
    must_read_senders(actor, session.get_one(Instrument, comment.instrument_id), "read_origin")
    return True


def _is(item_type: str, item_id: int) -> ColumnElement[bool]:
    return and_(IntakeSubmission.item_type == item_type, IntakeSubmission.item_id == item_id)


def _traced(session: Session, which: ColumnElement[bool]) -> Traced:
    """Returns submissions with their identifiers masked."""
    found = session.execute(_WITH_PLACE.where(which).order_by(IntakeSubmission.id).limit(MOST)).all()
    count = len(found)
    if count == MOST:
        count = session.scalar(select(func.count()).select_from(IntakeSubmission).where(which)) or count
    return Traced(tuple(_origin(row[0], row[1], row[2]) for row in found), count)


_WITH_PLACE: Final = (
    select(IntakeSubmission, IntakeSource.name, IntakeFile)
    .outerjoin(IntakeFile, IntakeFile.id == IntakeSubmission.file_id)
    .outerjoin(IntakeSource, IntakeSource.id == IntakeFile.source_id)
)


def _origin(one: IntakeSubmission, source: str | None, file: IntakeFile | None) -> ItemOrigin:
    columns = file.mapping if file is not None else {}
    readable = shown(one)
    return ItemOrigin(
        id=one.id,
        channel=one.channel,
        external_id=one.external_id,
        received_at=one.received_at,
        arrived_at=one.arrived_at,
        handled_at=one.handled_at,
        payload=_masked(readable.payload, columns),
        mended=None if readable.mended is None else _masked(readable.mended, columns),
        files=_names(one.attachments),
        further=one.item_type == "message",
        was_there=one.was_there,
        source=source or "",
        file=file.name if file is not None else "",
        row=one.row or 0,
    )


def _masked(payload: Any, columns: Mapping[str, str]) -> Any:
    """Masks the fields of a payload that are named as identifiers, whatever stands in them.

    `columns` maps field to column for a row of a file.
    """
    if not isinstance(payload, Mapping):
        return {}
    known = (*match(tuple(payload), PETITION_FIELDS).items(), *columns.items())
    named = {column for field, column in known if field in _IDENTIFIERS}
    return {name: mask(str(value)) if name in named else value for name, value in payload.items()}


def _names(attachments: Any) -> tuple[str, ...]:
    if not isinstance(attachments, list):
        return ()
    return tuple(str(one.get("name", "")) for one in attachments if isinstance(one, dict))


def _handled(row: Any, *, leads: bool) -> Handled:
    petition = row.item_id if row.item_type in ("petition", ANSWER) else row.message_of
    comment = row.item_id if row.item_type == "comment" else None
    return Handled(
        id=row.id,
        channel=row.channel,
        external_id=row.external_id,
        handled_at=row.handled_at,
        petition_id=petition if leads else None,
        further=row.item_type == "message",
        answer=row.item_type == ANSWER,
        comment_id=comment,
        instrument_id=row.instrument_id,
        was_there=row.was_there,
    )
