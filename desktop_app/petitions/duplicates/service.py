"""Petitions with similar texts: pointed out during and after registration, linked, or set apart.

Only petitions that a person may see are pointed out; the counts of a campaign cover only those.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, NotFoundError, RuleError
from desktop_app.likeness.one_text import OneText, sketch
from desktop_app.petitions.acts.pairs import OF_TWO
from desktop_app.petitions.desk.conflicts import do_one
from desktop_app.petitions.desk.detail import existing
from desktop_app.petitions.desk.service import Desk
from desktop_app.petitions.duplicates.likes import NOTHING, Likes, MergedInto, MergeTarget
from desktop_app.petitions.duplicates.merging import to_merge_into
from desktop_app.petitions.duplicates.minhash import sharing
from desktop_app.petitions.duplicates.near_equals import others_to, settle
from desktop_app.petitions.duplicates.pairs import ACTIONS, PairKind, pair_of, pairs_of
from desktop_app.petitions.duplicates.similar import (
    SHOWN,
    Held,
    counted,
    person_of,
)
from desktop_app.petitions.model import Petition, PetitionText
from desktop_app.petitions.registration.register import NewPetition, Register, Registered
from desktop_app.petitions.visibility import is_seen, reach
from desktop_app.petitions.vocabulary import Outcome, Status
from desktop_app.staff.roles import Actor, Role

#: The maximum number of petitions compared with a registered one, with a text being typed, and of the same sender.
_MOST: Final = 200
_MOST_TYPED: Final = 60
_OF_SENDER: Final = 40
#: A text being typed is compared from so many shingles on, about six words.
_TYPED: Final = 25


#: What was registered as a duplicate, and the error that prevented the merge, if any.
RegisteredInto = tuple[Registered, AppError | None]


class Duplicates:
    """Finds similar petitions, and stores decisions about pairs."""

    def __init__(self, database: Database, register: Register, desk: Desk) -> None:
        self._database, self._register, self._desk = database, register, desk

    def register_into(self, actor: Actor, petition: NewPetition, code: str, reason: str) -> RegisteredInto:
        """Registers a repeated petition, and merges it at once into the one with the tracking code `code`.

        It gets a tracking code of its own. Once registered it stays: an error of the merge is returned, not raised.
        """
        made = self._register.register(actor, replace(petition, unit_id=None))
        try:
            self._desk.resolve(actor, made.id, 1, Outcome.DUPLICATE, reason, duplicate_of=code)
        except AppError as error:
            return made, error
        return made, None

    def typed(self, actor: Actor, text: str, petitioner_id: int | None = None) -> Likes:
        """Returns what resembles a text being typed, from any sender; `petitioner_id` is the sender if known."""
        asked = OneText(text)
        if len(asked.found) < _TYPED:
            return NOTHING
        with self._database.reading() as session:
            numbers = sharing(session, actor, sketch(text), _MOST_TYPED)
            numbers += _of_sender(session, actor, petitioner_id)
            found = Held(session, text, asked, petitioner_id, typed=True).against(numbers)
            return counted(found, more=False)

    def of(self, actor: Actor, petition_id: int) -> Likes:
        """Returns what resembles a petition, what it was merged into, and what was merged into it. Raises
        `NotFoundError`.
        """
        with self._database.reading() as session:
            if not is_seen(session, actor, petition_id):
                raise NotFoundError(item="petition", key=petition_id)
            petition = existing(session, petition_id)
            text = (
                session.scalar(select(PetitionText.body).where(PetitionText.petition_id == petition_id)) or ""
            )
            candidates = sharing(session, actor, sketch(text), _MOST)
            more = len(candidates) == _MOST
            sender = petition.petitioner_id
            decisions = pairs_of(session, petition_id)
            stored = others_to(session, actor, petition_id)
            numbers = [*stored, *candidates, *_of_sender(session, actor, sender), *decisions]
            held = Held(session, text, OneText(text), sender, pairs=decisions, pointed_out=stored)
            found = held.against(number for number in numbers if number != petition_id)
            return counted(
                found,
                more=more,
                himself=person_of(petition),
                into=_merged_into(session, actor, petition),
                merged=_merged(session, actor, petition_id),
            )

    def target(self, actor: Actor, petition_id: int, code: str) -> MergeTarget:
        """Returns what a petition would be merged into as a duplicate of `code`. Raises as merging does."""
        with self._database.reading() as session:
            petition = existing(session, petition_id)
            into = existing(session, to_merge_into(session, actor, petition, code))
            sender = petition.petitioner_id
            return MergeTarget(
                into.id,
                into.tracking_code,
                Status(into.status),
                into.petitioner_name,
                same_sender=sender is not None and sender == into.petitioner_id,
            )

    def link(self, actor: Actor, one: int, other: int) -> None:
        """Records that two petitions belong together. Raises `RuleError`, `NotFoundError`."""
        self._say(actor, one, other, PairKind.LINKED)

    def set_apart(self, actor: Actor, one: int, other: int) -> None:
        """Records that two petitions are not the same: they are no longer pointed out to each other."""
        self._say(actor, one, other, PairKind.SET_APART)

    @once
    def take_back(self, actor: Actor, one: int, other: int) -> None:
        """Removes the decision about a pair; does nothing if there is none."""
        actor.must_be(Role.CLERK, Role.MANAGER, act="link")
        with self._database.writing() as session:
            pair = pair_of(session, one, other)
            if pair is not None:
                kind = PairKind(pair.kind)
                settle(session, one, other, settled=False)
                self._decide(session, actor, one, other, ACTIONS[kind][1])

    @once
    def _say(self, actor: Actor, one: int, other: int, kind: PairKind) -> None:
        actor.must_be(Role.CLERK, Role.MANAGER, act="link")
        if one == other:
            raise RuleError(rule="duplicate_of_itself")
        with self._database.writing() as session:
            for number in (one, other):
                if not is_seen(session, actor, number):
                    raise NotFoundError(item="petition", key=number)
            pair = pair_of(session, one, other)
            if pair is not None and pair.kind == kind:
                return
            settle(session, one, other, settled=kind is PairKind.SET_APART)
            self._decide(session, actor, one, other, ACTIONS[kind][0])

    def _decide(self, session: Session, actor: Actor, one: int, other: int, action: str) -> None:
        # In one order, so that two writers of the same pair wait instead of deadlocking.
        for number, counterpart in sorted(((one, other), (other, one))):
            item = Item(number, given={"other": counterpart})
            do_one(session, OF_TWO[action], actor, item, None, self._database.now(session))


def _of_sender(session: Session, actor: Actor, petitioner_id: int | None) -> list[int]:
    if petitioner_id is None:
        return []
    statement = (
        select(Petition.id)
        .where(Petition.petitioner_id == petitioner_id, *reach(session, actor))
        .order_by(Petition.id.desc())
        .limit(_OF_SENDER)
    )
    return list(session.scalars(statement))


def _merged_into(session: Session, actor: Actor, petition: Petition) -> MergedInto | None:
    if petition.duplicate_of_id is None or not is_seen(session, actor, petition.duplicate_of_id):
        return None
    other = existing(session, petition.duplicate_of_id)
    return MergedInto(other.id, other.tracking_code, other.subject)


def _merged(session: Session, actor: Actor, petition_id: int) -> tuple[MergedInto, ...]:
    rows = session.execute(
        select(Petition.id, Petition.tracking_code, Petition.subject)
        .where(
            Petition.duplicate_of_id == petition_id,
            *reach(session, actor),
        )
        .order_by(Petition.id.desc())
        .limit(SHOWN)
    )
    return tuple(MergedInto(*row) for row in rows)
