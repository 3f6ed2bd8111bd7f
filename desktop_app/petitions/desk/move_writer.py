"""Writes the moves of petitions, and the acts beside them, each in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, InvalidValueError
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.acts.beside import BESIDE_MOVES
from desktop_app.petitions.acts.moves import ACTS
from desktop_app.petitions.desk.conflicts import as_seen, do_one, mark_seen
from desktop_app.petitions.desk.detail import PetitionDetail, load_detail, standing_of
from desktop_app.petitions.duplicates.merging import tell_the_other
from desktop_app.petitions.model import Petition
from desktop_app.petitions.moves import refusal, refusal_error
from desktop_app.petitions.outbox.announcing import messages_of_move
from desktop_app.petitions.vocabulary import Move
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor

LONGEST_NOTE = 100_000


@dataclass
class Asked:
    """The data that a move writes besides its own columns.

    `given` holds values from the caller, `rows` the rows of other tables by step name, `remarks` extra keys
    of the event. `reply` is the reply that is sent, for the message to the petitioner.
    """

    given: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    remarks: dict[str, Any] = field(default_factory=dict)
    reply: str = ""


class MoveWriter:
    """Checks the version that the caller has seen, writes the event, and returns the petition as stored."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def move(
        self,
        move: Move,
        actor: Actor,
        petition_id: int,
        version: int,
        text: str = "",
        asked: Callable[[Session, Petition, datetime], Asked] | None = None,
    ) -> PetitionDetail:
        """Writes a move; `asked` reads in its transaction what it writes besides.

        Raises `InvalidValueError`, `ConflictError`, `RuleError`.
        """
        if len(text) > LONGEST_NOTE:
            raise InvalidValueError(field="text", reason="too_long", value="")
        with self._database.writing() as session:
            petition = as_seen(session, petition_id, version)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            try:
                made = asked(session, petition, now) if asked is not None else Asked()
            except AppError:
                # Whoever may not make the move at all learns that first.
                _require_allowed(move, session, petition, actor)
                raise
            was = petition.duplicate_of_id
            rows = {name: [{"item": petition_id, **row} for row in own] for name, own in made.rows.items()}
            rows["messages"] = messages_of_move(
                session,
                move,
                [petition_id],
                now,
                outcome=made.given.get("outcome"),
                replies={petition_id: made.reply},
            )
            item = Item(petition_id, version, text, made.given, made.remarks)
            seen = do_one(session, ACTS[move], actor, item, rows, now)
            if was is not None or made.given.get("duplicate_of_id") is not None:
                session.refresh(petition)
                tell_the_other(session, actor, petition, was, now)
            mark_seen(session, actor, petition_id, seen)
            return load_detail(session, actor, petition_id)

    @once
    def write(self, action: str, actor: Actor, item: Item) -> PetitionDetail:
        """Writes an act beside the moves (`BESIDE_MOVES`). Raises `InvalidValueError` for a text that is too long."""
        if len(item.text) > LONGEST_NOTE:
            raise InvalidValueError(field="text", reason="too_long", value="")
        with self._database.writing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            version = do_one(session, BESIDE_MOVES[action], actor, item, None, now)
            mark_seen(session, actor, item.id, version)
            return load_detail(session, actor, item.id)


def _require_allowed(move: Move, session: Session, petition: Petition, actor: Actor) -> None:
    """Raises `RuleError` if `actor` may not make the move."""
    standing = standing_of(session, petition)
    rule = refusal(move, standing, actor)
    if rule is not None:
        raise refusal_error(rule, standing)
