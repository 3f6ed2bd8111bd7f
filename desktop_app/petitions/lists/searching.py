"""Searches petitions: first the index, then the list's other conditions, then phrases in the texts.

The index returns the newest matches in batches, until enough of them are in the list or none are left. A query of
words that occur in every petition could take very long. It stops after `LONGEST` seconds; what was found is shown,
with a note that there may be more.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop_app.database.search import MOST_MATCHES, matching_ids
from desktop_app.persian.query import Query, contains_phrase, parse_query
from desktop_app.petitions.follow_ups.model import PetitionMessage, WroteAgain
from desktop_app.petitions.model import Petition, PetitionText

#: The time limit of a search, in seconds.
LONGEST: Final = 3.0
#: Petitions whose texts are read between two checks of the time limit.
READ_AT_ONCE: Final = 250
_LEAST: Final = 50


@dataclass(frozen=True, slots=True)
class SearchMatches:
    """The newest matches; `more`: there are others, or may be because the time was up."""

    ids: list[int]
    more: bool


def searched(
    session: Session, query: str, conditions: Sequence[ColumnElement[bool]], most: int
) -> SearchMatches:
    """Returns at most `most` petitions that match a query and fulfil the conditions, newest first."""
    asked, until = parse_query(query), time.monotonic() + LONGEST
    found: list[int] = []
    before: int | None = None
    rounds = 0
    while True:
        # Asks the index for few matches if few are wanted, and for more each time that they were not enough.
        going = min(MOST_MATCHES, max(most, _LEAST) * 4**rounds)
        ids, rounds = matching_ids(session, asked, most=going, before=before), rounds + 1
        for start in range(0, len(ids), READ_AT_ONCE):
            found += _matching(session, asked, ids[start : start + READ_AT_ONCE], conditions, until)
            if len(found) >= most:
                last = start + READ_AT_ONCE >= len(ids) and len(ids) < going
                return SearchMatches(found[:most], len(found) > most or not last)
            if time.monotonic() > until and (start + READ_AT_ONCE < len(ids) or len(ids) == going):
                return SearchMatches(found, True)
        if len(ids) < going:
            # The later messages may not have been searched to the end.
            return SearchMatches(found, bool(asked.phrases) and time.monotonic() > until)
        before = ids[-1]


def _matching(
    session: Session,
    asked: Query,
    ids: Sequence[int],
    conditions: Sequence[ColumnElement[bool]],
    until: float,
) -> list[int]:
    """Returns those of `ids` that are in the list and contain the phrases, in their order."""
    statement = (
        select(Petition.id, Petition.subject, PetitionText.body) if asked.phrases else select(Petition.id)
    )
    statement = statement.where(Petition.id.in_(ids), *conditions)
    if asked.phrases:
        statement = statement.outerjoin(PetitionText, PetitionText.petition_id == Petition.id)
    rows = {row[0]: row for row in session.execute(statement)}
    wanting = {
        number: left
        for number, row in rows.items()
        if (left := [p for p in asked.phrases if not _holds(row, p)])
    }
    if wanting:
        _look_further(session, wanting, until)
    return [number for number in ids if number in rows and number not in wanting]


def _look_further(session: Session, wanting: dict[int, list[tuple[str, ...]]], until: float) -> None:
    """Removes petitions from `wanting` whose phrases occur in their later messages, each phrase within one text."""
    # Only a few petitions have later messages.
    again = session.scalars(select(WroteAgain.petition_id).where(WroteAgain.petition_id.in_(list(wanting))))
    numbers = again.all()
    if not numbers:
        return
    texts = (
        select(PetitionMessage.petition_id, PetitionMessage.text)
        .where(PetitionMessage.petition_id.in_(numbers))
        .order_by(PetitionMessage.petition_id, PetitionMessage.id)
        .execution_options(yield_per=READ_AT_ONCE)
    )
    with session.execute(texts) as rows:
        for number, words in rows:
            if left := wanting.get(number):
                left[:] = [phrase for phrase in left if not contains_phrase(phrase, words)]
                if not left:
                    del wanting[number]
            if time.monotonic() > until:
                return


def _holds(row: Sequence[object], phrase: tuple[str, ...]) -> bool:
    return any(contains_phrase(phrase, str(part)) for part in row[1:] if part)
