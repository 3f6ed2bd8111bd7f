"""Satisfaction scores (میزان رضایتمندی) that petitioners give after the answer, imported from a survey.

A score from 1 to 5 is added to a closed petition that has none. An existing score is never replaced: the same
score is already present, and a different one is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import select

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError
from desktop_app.petitions.acts.beside import BESIDE_MOVES
from desktop_app.petitions.desk.conflicts import do_many, raise_first
from desktop_app.petitions.model import Petition
from desktop_app.petitions.moves import works
from desktop_app.petitions.visibility import reach
from desktop_app.staff.roles import Actor, Role

#: The action of the event; the petitioner's comment is the text of the event.
MARKED: Final = "satisfaction_told"
LONGEST_WORDS: Final = 10_000


@dataclass(frozen=True, slots=True)
class SatisfactionScore:
    """A petitioner's score: the tracking code, 1 (not at all) to 5 (very much), and an optional comment."""

    tracking_code: str
    satisfaction: int
    text: str = ""


class ScoreStatus(StrEnum):
    """The state of a petition relative to an imported score."""

    WAITS = "waits"
    SAME = "same"
    #: It has a different score.
    OTHER = "other"
    OPEN = "open"
    #: The actor works on no petition with this code, or its personal data was masked.
    UNKNOWN = "unknown"


class Satisfaction:
    """Imports satisfaction scores."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def marks(self, actor: Actor, codes: Iterable[str]) -> Mapping[str, tuple[bool, int | None]]:
        """Returns for each tracking code whether the petition is closed, and its score; codes of petitions that
        `actor` cannot see, or does not work on, are omitted.
        """
        with self._database.reading() as session:
            found = session.execute(
                select(
                    Petition.tracking_code, Petition.is_open, Petition.satisfaction, Petition.unit_id
                ).where(
                    Petition.tracking_code.in_(sorted(set(codes))),
                    Petition.masked_at.is_(None),
                    *reach(session, actor),
                )
            )
            return {code: (not is_open, mark) for code, is_open, mark, unit in found if works(actor, unit)}

    @once
    def take_in(self, actor: Actor, marks: Sequence[SatisfactionScore]) -> int:
        """Stores scores in one transaction, with an event for each petition that has none yet, and returns
        how many were stored.

        Raises `NotPermittedError`, `ConflictError` if a petition was reopened or got another score meanwhile.
        """
        actor.must_be(Role.CLERK, Role.MANAGER, act="import")
        told: dict[str, SatisfactionScore] = {}
        for mark in marks:
            told.setdefault(mark.tracking_code, mark)
        with self._database.writing() as session:
            now = self._database.now(session)
            found = session.execute(
                select(Petition.id, Petition.tracking_code, Petition.is_open, Petition.satisfaction)
                .where(Petition.tracking_code.in_(sorted(told)), *reach(session, actor))
                .order_by(Petition.id)
            )
            wanted: dict[int, SatisfactionScore] = {}
            for number, code, is_open, standing in found:
                if standing == told[code].satisfaction:
                    continue
                if is_open or standing is not None:
                    raise ConflictError(item="petition", key=number)
                wanted[number] = told[code]
            if not wanted:
                return 0
            items = [
                Item(number, text=mark.text, given={"satisfaction": mark.satisfaction})
                for number, mark in wanted.items()
            ]
            raise_first(do_many(session, BESIDE_MOVES[MARKED], actor, items, None, now))
            return len(wanted)


def standing_of(mark: SatisfactionScore, marks: Mapping[str, tuple[bool, int | None]]) -> ScoreStatus:
    """Returns the state of a score's petition from the result of `Satisfaction.marks`."""
    if mark.tracking_code not in marks:
        return ScoreStatus.UNKNOWN
    closed, given = marks[mark.tracking_code]
    if given is not None:
        return ScoreStatus.SAME if given == mark.satisfaction else ScoreStatus.OTHER
    return ScoreStatus.WAITS if closed else ScoreStatus.OPEN
