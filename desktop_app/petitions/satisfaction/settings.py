"""Settings of the question about satisfaction: how many days after closing it is asked, and may be answered."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Final

from sqlalchemy import ColumnElement, and_, case, false, func, not_, or_, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import ActScope, Does, declare
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError
from desktop_app.office.model import OfficeRow
from desktop_app.office.settings import change_office
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import roster_act

#: The greatest number of days after closing, and the least and greatest for an answer.
MOST_DAYS: Final = 60
ANSWER_DAYS: Final = (1, 90)


@dataclass(frozen=True, slots=True)
class QuestionSettings:
    """`ask_after_days`: days from closing to the question, 0 for never; `answer_days`: days for an answer."""

    ask_after_days: int = 0
    answer_days: int = 14


def _out_of_range(scope: ActScope) -> ColumnElement[bool]:
    return or_(
        not_(func.coalesce(scope.given("ask_after_days").between(0, MOST_DAYS), false())),
        not_(func.coalesce(scope.given("answer_days").between(*ANSWER_DAYS), false())),
    )


def _asks_since(scope: ActScope) -> ColumnElement[object]:
    """Petitions that were closed before it was switched on are not asked about."""
    was = scope.item.c
    switched_on = and_(was.ask_after_days == 0, scope.given("ask_after_days") > 0)
    return case((switched_on, scope.now), else_=was.asks_since)


QUESTION_SETTINGS_CHANGED: Final = roster_act(
    "question_settings_changed",
    "office",
    "office",
    Does.UPDATE,
    given=("ask_after_days", "answer_days"),
    sets={"asks_since": _asks_since},
    told=("ask_after_days", "answer_days"),
    rules=(("out_of_range", _out_of_range),),
    told_as="settings_changed",
)
declare(QUESTION_SETTINGS_CHANGED)


class QuestionRules:
    """Reads the settings, and changes them for an administrator."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def settings(self) -> QuestionSettings:
        with self._database.reading() as session:
            return question_settings_of(session)

    @once
    def change(
        self, actor: Actor, settings: QuestionSettings, *, seen: QuestionSettings | None = None
    ) -> QuestionSettings:
        """Replaces the settings. Raises `InvalidValueError`, `NotPermittedError`; `ConflictError` if they are no
        longer as they were `seen`.
        """
        if not 0 <= settings.ask_after_days <= MOST_DAYS:
            raise InvalidValueError(field="ask_after_days", reason="out_of_range", value="")
        if not ANSWER_DAYS[0] <= settings.answer_days <= ANSWER_DAYS[1]:
            raise InvalidValueError(field="answer_days", reason="out_of_range", value="")
        with self._database.writing() as session:
            if seen is not None and seen != question_settings_of(session):
                raise ConflictError(item="office")
            change_office(session, self._database, QUESTION_SETTINGS_CHANGED, actor, asdict(settings))
        return settings


def question_settings_of(session: Session) -> QuestionSettings:
    """Returns the settings, inside the caller's transaction."""
    row = session.execute(select(OfficeRow.ask_after_days, OfficeRow.answer_days)).one_or_none()
    return QuestionSettings() if row is None else QuestionSettings(*row)
