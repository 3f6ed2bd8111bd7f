"""Outcomes of petitions as configured by the office: availability, order, names, and required reasons.

The codes are fixed, since law and statistics depend on them. A retired outcome keeps its name in history and
reports.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, RuleError
from desktop_app.office.acts import OFFICE
from desktop_app.office.model import OfficeRow
from desktop_app.persian.text import UNSEEN, fold
from desktop_app.petitions.outcome_acts import LONGEST_NAME, OUTCOME_CHANGED, REASON_BY_RULE
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Outcome
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import administer
from desktop_app.wording.labels import rename, standard_labels


@dataclass(frozen=True, slots=True)
class OutcomeChoice:
    """An outcome as configured by the office; `place` counts from 0. With `reason`, an outcome with a reply
    also requires a reason for the history.
    """

    code: Outcome
    place: int
    persian: str
    english: str
    offered: bool = True
    reason: bool = False

    @property
    def reason_by_rule(self) -> bool:
        """Whether the reason is required regardless of the settings."""
        return self.code in REASON_BY_RULE


class Outcomes:
    """Reads and changes the configuration of outcomes; only an administrator may change it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[OutcomeChoice, ...]:
        """Returns every outcome in the office's order, and applies their names in this process."""
        with self._database.reading() as session:
            found = outcomes_of(session)
        _teach(found)
        return found

    @once
    def change(self, actor: Actor, seen: OutcomeChoice, wanted: OutcomeChoice) -> tuple[OutcomeChoice, ...]:
        """Changes an outcome and its place; the others move up or down.

        Raises `ConflictError` if it differs from `seen`, `InvalidValueError` for names that are empty, too
        long or taken. Raises `RuleError` if no outcome with a reply, or none without, would be available.
        """
        with self._database.writing() as session:
            version, stored = session.execute(select(OfficeRow.version, OfficeRow.outcomes)).one()
            rows = list(_read(stored))
            if rows[seen.place] != seen or wanted.code is not seen.code:
                raise ConflictError(item="outcome")
            others = [row for row in rows if row.code is not seen.code]
            wanted = _valid(wanted, others)
            place = min(max(wanted.place, 0), len(others))
            ordered = [*others[:place], wanted, *others[place:]]
            now = tuple(replace(row, place=at) for at, row in enumerate(ordered))
            administer(
                session,
                OUTCOME_CHANGED,
                actor,
                Item(
                    OFFICE,
                    version,
                    given={"outcomes": [_kept(row) for row in now], "outcome": seen.code.value},
                ),
                self._database.now(session),
                denied="change_outcomes",
                errors={"conflict": ConflictError(item="outcome")},
            )
        _teach(now)
        return now


def outcomes_of(session: Session) -> tuple[OutcomeChoice, ...]:
    """Returns the outcomes in the caller's transaction."""
    return _read(session.scalar(select(OfficeRow.outcomes)))


def must_be_offered(session: Session, outcome: Outcome, reason: str) -> None:
    """Raises `RuleError` for an unavailable outcome, `InvalidValueError` if the required reason is missing."""
    choice = next(row for row in outcomes_of(session) if row.code is outcome)
    if not choice.offered:
        raise RuleError(rule="outcome_not_offered")
    if choice.reason and outcome not in CLOSING_WITHOUT_ANSWER and not reason.strip(UNSEEN):
        raise InvalidValueError(field="reason", reason="empty", value="")


def standard_outcomes() -> tuple[OutcomeChoice, ...]:
    """Returns the program's default outcomes."""
    return _read([])


def _read(stored: Any) -> tuple[OutcomeChoice, ...]:
    """Merges stored settings into the defaults; unknown codes are ignored, and missing ones added."""
    persian, english = standard_labels("outcome", "fa"), standard_labels("outcome", "en")
    kept: dict[str, Mapping[str, Any]] = {
        str(entry.get("code")): entry
        for entry in (stored if isinstance(stored, list) else [])
        if isinstance(entry, dict)
    }
    known = {outcome.value for outcome in Outcome}
    order = [code for code in kept if code in known]
    order += [outcome.value for outcome in Outcome if outcome.value not in kept]
    return tuple(
        OutcomeChoice(
            code=Outcome(code),
            place=place,
            persian=str(kept.get(code, {}).get("fa") or persian[code]),
            english=str(kept.get(code, {}).get("en") or english[code]),
            offered=kept.get(code, {}).get("offered") is not False and code != Outcome.COMMENTED,
            reason=Outcome(code) in REASON_BY_RULE or kept.get(code, {}).get("reason") is True,
        )
        for place, code in enumerate(order)
    )


def _kept(row: OutcomeChoice) -> dict[str, Any]:
    """Returns the stored form; a name equal to the default is stored empty, so that it follows the program."""
    code = row.code.value
    return {
        "code": code,
        "fa": "" if row.persian == standard_labels("outcome", "fa")[code] else row.persian,
        "en": "" if row.english == standard_labels("outcome", "en")[code] else row.english,
        # Nobody can choose it, but it must not be refused either.
        "offered": row.offered or row.code is Outcome.COMMENTED,
        "reason": row.reason,
    }


def _valid(wanted: OutcomeChoice, others: Sequence[OutcomeChoice]) -> OutcomeChoice:
    persian = _name(wanted.persian, [row.persian for row in others], "name_persian")
    english = _name(wanted.english, [row.english for row in others], "name_english")
    return replace(
        wanted, persian=persian, english=english, reason=wanted.reason or wanted.code in REASON_BY_RULE
    )


def _name(typed: str, taken: Sequence[str], field: str) -> str:
    if not typed.strip():
        raise InvalidValueError(field=field, reason="empty", value="")
    # A zero-width non-joiner is part of Persian words; a line break is not.
    if not typed.replace("\u200c", "").isprintable():
        raise InvalidValueError(field=field, reason="control_characters", value="")
    name = " ".join(typed.split())
    if len(name) > LONGEST_NAME:
        raise InvalidValueError(field=field, reason="too_long", value="")
    if fold(name) in map(fold, taken):
        raise ConflictError(item="outcome", name=name)
    return name


def _teach(rows: Sequence[OutcomeChoice]) -> None:
    rename("outcome", "fa", {row.code.value: row.persian for row in rows})
    rename("outcome", "en", {row.code.value: row.english for row in rows})
