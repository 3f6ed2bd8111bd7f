"""Stores the places of comments: those found on arrival, and those chosen by people for unsure ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, insert, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.comments.anchoring import Anchored, How, Places, places_of
from desktop_app.instruments.comments.place_model import CommentPlace
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.model import Instrument, PublicComment, Revision
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.persian.dates import tehran_day
from desktop_app.staff.roles import Actor, Role, told_behalf

_FINISHED: Final = (InstrumentStatus.PROMULGATED.value, InstrumentStatus.SUBMITTED.value)
_LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class GivenPlace:
    """The stored place of a comment; `begin` and `candidates` are code points of the text of `revision` (its
    number).
    """

    revision: int
    provision: str
    begin: int | None
    how: How
    confidence: int
    candidates: tuple[tuple[int, int], ...]
    chosen_by: str
    version: int

    def anchored_on(self, places: Places, revision: int | None) -> Anchored | None:
        """Returns the place on the text of a revision (its number); None if it has to be searched again."""
        if self.how is How.PERSON:
            if self.begin is None:
                return Anchored(None, How.PERSON, 100)
            at = places.named(self.provision, self.begin)
            return None if at is None else Anchored(at, How.PERSON, 100)
        if self.revision != revision:
            return None
        if self.begin is not None:
            at = places.named(self.provision, self.begin)
            return None if at is None else Anchored(at, self.how, self.confidence)
        known = places.at_start
        offered = tuple((known[begin], sure) for begin, sure in self.candidates if begin in known)
        return Anchored(None, self.how, self.confidence, offered)


@dataclass(frozen=True, slots=True)
class Placed:
    """The result of a choice, for undo: by comment the values before it (None: nothing), and the version after
    it.
    """

    before: Mapping[int, dict[str, Any] | None]
    versions: Mapping[int, int]
    provision: str


class CommentPlaces:
    """Lets people choose the places of comments."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def choose(self, actor: Actor, instrument_id: int, seen: Mapping[int, int], begin: int | None) -> Placed:
        """Puts comments on the provision that begins at `begin` in the exposed text, on the whole text for None.

        `seen` maps the comments' ids to the version of the place that was seen, 0 for none. Raises
        `ConflictError` if somebody else chose meanwhile, `RuleError`, `NotFoundError`, `InvalidValueError`.
        """
        actor.must_be(Role.REVIEWER, act="place_comment")
        with self._database.writing() as session:
            revision = _text_of(session, instrument_id)
            places = places_of(revision.text)
            at = next((at for at, one in enumerate(places.provisions) if one.start == begin), None)
            if at is None and begin is not None:
                raise InvalidValueError(field="provision", reason="unknown", value=begin)
            name = "" if at is None else places.name(at)[:_LONGEST_NAME]
            now = self._database.now(session)
            rows = _comments(session, instrument_id, seen)
            held = _places_where(session, CommentPlace.comment_id.in_(list(seen)), lock=True)
            before: dict[int, dict[str, Any] | None] = {}
            for comment in rows:
                place = held.get(comment.id)
                if (place.version if place is not None else 0) != seen[comment.id]:
                    theirs = place.chosen_by if place is not None else ""
                    raise ConflictError(item="comment", key=comment.id, theirs=theirs)
                before[comment.id] = None if place is None else _values(place)
                if place is None:
                    place = held[comment.id] = CommentPlace(comment_id=comment.id)
                    session.add(place)
                former = _audit_values(before[comment.id], comment)
                place.revision_id, place.provision, place.begin = revision.id, name, begin
                place.how, place.confidence, place.candidates = How.PERSON.value, 100, []
                place.chosen_by_id, place.chosen_by, place.chosen_at = actor.person_id, actor.name, now
                self._record(
                    session, actor, comment, now, "placed", former, _audit_values(_values(place), comment)
                )
            session.flush()
            return Placed(before, {number: held[number].version for number in before}, name)

    @once
    def take_back(self, actor: Actor, instrument_id: int, placed: Placed) -> int:
        """Restores the places before a choice, except those that were chosen again meanwhile; returns how many."""
        actor.must_be(Role.REVIEWER, act="place_comment")
        with self._database.writing() as session:
            revision = _text_of(session, instrument_id)
            now = self._database.now(session)
            rows = _comments(session, instrument_id, placed.before)
            held = _places_where(session, CommentPlace.comment_id.in_(list(placed.before)), lock=True)
            back = 0
            for comment in rows:
                place = held.get(comment.id)
                if place is None or place.version != placed.versions[comment.id]:
                    continue
                former = _audit_values(_values(place), comment)
                values = placed.before[comment.id]
                if values is None:
                    values = _found(places_of(revision.text), revision.id, comment)
                for name, value in values.items():
                    setattr(place, name, value)
                self._record(
                    session, actor, comment, now, "placing_undone", former, _audit_values(values, comment)
                )
                back += 1
            session.flush()
            return back

    @staticmethod
    def _record(
        session: Session,
        actor: Actor,
        comment: PublicComment,
        now: datetime,
        action: str,
        before: dict[str, Any],
        after: dict[str, Any],
    ) -> None:
        record_event(
            session,
            item_type="comment",
            item_id=comment.id,
            at=now,
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=after | told_behalf(actor.on_behalf_of(lambda who: who.has(Role.REVIEWER))),
        )


def place_new(session: Session, instrument: Instrument, comments: Sequence[PublicComment]) -> None:
    """Finds and stores the places of new comments, in the caller's transaction. Does nothing for a text without
    provisions.
    """
    revision = _exposed(session, instrument) if comments else None
    if revision is None:
        return
    places = places_of(revision.text)
    if not places.provisions:
        return
    rows = [
        {"comment_id": comment.id, "version": 1} | _found(places, revision.id, comment)
        for comment in comments
    ]
    session.execute(insert(CommentPlace), rows)


def given_places(session: Session, which: ColumnElement[bool]) -> dict[int, GivenPlace]:
    """Returns the stored places of comments; `which` is a condition on `PublicComment`."""
    columns = (
        CommentPlace.comment_id, Revision.number, CommentPlace.provision, CommentPlace.begin,
        CommentPlace.how, CommentPlace.confidence, CommentPlace.candidates, CommentPlace.chosen_by,
        CommentPlace.version,
    )  # fmt: skip
    found = (
        select(*columns)
        .join(PublicComment, PublicComment.id == CommentPlace.comment_id)
        .join(Revision, Revision.id == CommentPlace.revision_id)
        .where(which)
    )
    return {
        row[0]: GivenPlace(
            row[1],
            row[2],
            row[3],
            How(row[4]),
            row[5],
            tuple((one[0], one[1]) for one in row[6]),
            row[7],
            row[8],
        )
        for row in session.execute(found)
    }


def _found(places: Places, revision_id: int, comment: PublicComment) -> dict[str, Any]:
    anchored = places.locate(comment.provision, comment.quote, comment.text)
    begin = None if anchored.at is None else places.provisions[anchored.at].start
    return {
        "revision_id": revision_id,
        "provision": "" if anchored.at is None else places.name(anchored.at)[:_LONGEST_NAME],
        "begin": begin,
        "how": anchored.how.value,
        "confidence": anchored.confidence,
        "candidates": [[places.provisions[at].start, sure] for at, sure in anchored.candidates],
        "chosen_by_id": None,
        "chosen_by": "",
        "chosen_at": None,
    }


def _values(place: CommentPlace) -> dict[str, Any]:
    return {
        "revision_id": place.revision_id,
        "provision": place.provision,
        "begin": place.begin,
        "how": place.how,
        "confidence": place.confidence,
        "candidates": place.candidates,
        "chosen_by_id": place.chosen_by_id,
        "chosen_by": place.chosen_by,
        "chosen_at": place.chosen_at,
    }


def _audit_values(values: Mapping[str, Any] | None, comment: PublicComment) -> dict[str, Any]:
    """Returns the values for the audit log: the provision and the evidence; without a place, the comment's own
    label.
    """
    if values is None:
        return {
            "provision": comment.provision,
            "how": How.LABEL.value if comment.provision else How.WHOLE.value,
        }
    return {"provision": values["provision"], "how": values["how"]}


def _text_of(session: Session, instrument_id: int) -> Revision:
    instrument = existing_instrument(session, instrument_id, lock=True)
    if instrument.status in _FINISHED:
        raise RuleError(rule="instrument_is_finished")
    revision = _exposed(session, instrument)
    if revision is None:
        raise RuleError(rule="instrument_has_no_text")
    return revision


def _exposed(session: Session, instrument: Instrument) -> Revision | None:
    """Returns the text that comments are about, by the rule of `review.exposed_revision`."""
    if instrument.exposed_revision_id is not None:
        return session.get_one(Revision, instrument.exposed_revision_id)
    statement = select(Revision.number, Revision.created_at).where(Revision.instrument_id == instrument.id)
    known = session.execute(statement.order_by(Revision.number)).all()
    opened = instrument.opened_on
    there = [row for row in known if opened is None or tehran_day(row.created_at) <= opened]
    if not known:
        return None
    number = there[-1].number if there else known[0].number
    return session.scalar(
        select(Revision).where(Revision.instrument_id == instrument.id, Revision.number == number)
    )


def _comments(session: Session, instrument_id: int, ids: Mapping[int, object]) -> list[PublicComment]:
    found = select(PublicComment).where(
        PublicComment.instrument_id == instrument_id, PublicComment.id.in_(list(ids))
    )
    rows = list(session.scalars(found.order_by(PublicComment.id)))
    if len(rows) != len(ids):
        missing = min(set(ids) - {row.id for row in rows})
        raise NotFoundError(item="comment", key=missing)
    return rows


def _places_where(session: Session, which: ColumnElement[bool], *, lock: bool) -> dict[int, CommentPlace]:
    found = select(CommentPlace).where(which).order_by(CommentPlace.comment_id)
    return {row.comment_id: row for row in session.scalars(found.with_for_update() if lock else found)}
