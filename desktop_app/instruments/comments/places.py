"""Stores the places of comments: those found on arrival, and those chosen by people for unsure ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.comments.acting import denied, do_each
from desktop_app.instruments.comments.acts.placing import PLACED, PLACING_UNDONE
from desktop_app.instruments.comments.anchoring import Anchored, How, Places, places_of
from desktop_app.instruments.comments.place_model import CommentPlace
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.model import Instrument, PublicComment, Revision
from desktop_app.persian.dates import tehran_day
from desktop_app.staff.roles import Actor, Role

_LONGEST_NAME: Final = 120


class Words(Protocol):
    """The words of a new comment by which its place is found."""

    @property
    def provision(self) -> str: ...
    @property
    def quote(self) -> str: ...
    @property
    def text(self) -> str: ...


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
    """The result of a choice, for undo: the versions of the places after it, by comment."""

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
        with self._database.writing() as session:
            revision = _text_of(session, instrument_id)
            places = places_of(revision.text)
            at = next((at for at, one in enumerate(places.provisions) if one.start == begin), None)
            if at is None and begin is not None:
                raise InvalidValueError(field="provision", reason="unknown", value=begin)
            name = "" if at is None else places.name(at)[:_LONGEST_NAME]
            given = {"revision_id": revision.id, "provision": name, "begin": begin}
            numbers = _comments(session, instrument_id, seen)
            items = [Item(one, given=given | {"place_version": seen[one]}) for one in numbers]
            now = self._database.now(session)
            for number, rule in do_each(session, PLACED, actor, items, now).items():
                raise _error_of(session, number, rule)
            return Placed(_versions(session, numbers), name)

    @once
    def take_back(self, actor: Actor, instrument_id: int, placed: Placed) -> int:
        """Restores the places before a choice, except those that were chosen again meanwhile; returns how many."""
        with self._database.writing() as session:
            numbers = _comments(session, instrument_id, placed.versions)
            now = self._database.now(session)
            held = _versions(session, numbers)
            items = [Item(one) for one in numbers if held.get(one) == placed.versions[one]]
            refused = do_each(session, PLACING_UNDONE, actor, items, now)
            for number, rule in refused.items():
                if rule != "nothing_to_undo":
                    raise _error_of(session, number, rule)
            return len(items) - len(refused)


def _error_of(session: Session, number: int, rule: str) -> AppError:
    if rule == "conflict":
        theirs = session.scalar(select(CommentPlace.chosen_by).where(CommentPlace.comment_id == number))
        return ConflictError(item="comment", key=number, theirs=theirs or "")
    return denied("place_comment", Role.REVIEWER).get(rule) or RuleError(rule=rule)


def _versions(session: Session, numbers: Sequence[int]) -> dict[int, int]:
    """Returns the versions of the stored places, by comment."""
    held = select(CommentPlace.comment_id, CommentPlace.version).where(CommentPlace.comment_id.in_(numbers))
    return {row[0]: row[1] for row in session.execute(held)}


def found_places(session: Session, instrument: Instrument, comments: Sequence[Words]) -> list[dict[str, Any]]:
    """Returns the places of new comments, in their order; nothing for a text without provisions."""
    revision = _exposed(session, instrument) if comments else None
    places = places_of(revision.text) if revision is not None else None
    if revision is None or places is None or not places.provisions:
        return []
    return [_found(places, revision.id, comment) for comment in comments]


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


def _found(places: Places, revision_id: int, comment: Words) -> dict[str, Any]:
    anchored = places.locate(comment.provision, comment.quote, comment.text)
    begin = None if anchored.at is None else places.provisions[anchored.at].start
    return {
        "revision_id": revision_id,
        "provision": "" if anchored.at is None else places.name(anchored.at)[:_LONGEST_NAME],
        "begin": begin,
        "how": anchored.how.value,
        "confidence": anchored.confidence,
        "candidates": [[places.provisions[at].start, sure] for at, sure in anchored.candidates],
    }


def _text_of(session: Session, instrument_id: int) -> Revision:
    revision = _exposed(session, existing_instrument(session, instrument_id))
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


def _comments(session: Session, instrument_id: int, ids: Mapping[int, object]) -> list[int]:
    found = select(PublicComment.id).where(
        PublicComment.instrument_id == instrument_id, PublicComment.id.in_(list(ids))
    )
    numbers = list(session.scalars(found.order_by(PublicComment.id)))
    if len(numbers) != len(ids):
        raise NotFoundError(item="comment", key=min(set(ids).difference(numbers)))
    return numbers
