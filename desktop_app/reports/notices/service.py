"""The notices of a person: reads them, marks them as seen, and stores what the person wants to be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotPermittedError
from desktop_app.reports.bell import Bells
from desktop_app.reports.notices.calls import call_notices
from desktop_app.reports.notices.deputy_days import deputy_notices
from desktop_app.reports.notices.model import (
    MOST,
    REACHES_BACK,
    TOLD_AS,
    Marks,
    NoticeList,
    NoticeState,
    Told,
    in_order,
)
from desktop_app.reports.notices.petition_events import petition_notices
from desktop_app.reports.notices.thread_events import thread_notices
from desktop_app.reports.notices.week_reports import week_notices
from desktop_app.staff.roles import Actor, Role

#: So many marks are kept of a person, the newest ones.
_MOST_MARKS: Final = 1000


class NoticeCentre:
    """Collects the notices of a person from the history, deputies, the weeks and the bell."""

    def __init__(self, database: Database, bells: Bells) -> None:
        self._database, self._bells = database, bells

    def of(self, actor: Actor) -> NoticeList:
        """Returns the notices of `actor`; none for an actor without an account."""
        bell = self._bells.of(actor)
        if actor.person_id is None:
            return NoticeList(bell.today, ())
        with self._database.reading() as session:
            now = self._database.about_now(session)
            state = session.get(NoticeState, actor.person_id)
            marks = state.marks if state is not None else {}
            muted = frozenset(told for told in Told if state is not None and told.value in state.muted)
            happened = petition_notices(session, actor, now - REACHES_BACK)
            threads = thread_notices(session, actor, now - REACHES_BACK, bell.today)
            notices = [
                *call_notices(bell, happened),
                *happened,
                *threads,
                *deputy_notices(session, actor, bell.today),
                *week_notices(session, actor, bell.today),
            ]
        shown = [
            replace(notice, seen=marks.get(notice.key, notice.seen))
            for notice in notices
            if TOLD_AS.get(notice.kind) not in muted
        ]
        more = bell.more or MOST in (len(happened), len(threads))
        return NoticeList(bell.today, in_order(shown), muted, more=more, tried=bell.tried)

    @once
    def mark(self, actor: Actor, marks: Marks) -> dict[str, bool | None]:
        """Marks notices as seen or unseen; returns their former marks, so that this can be undone.

        Raises `NotPermittedError` for an actor without an account.
        """
        with self._database.writing() as session:
            state = _own(session, actor)
            kept = dict(state.marks)
            before = {key: kept.pop(key, None) for key in marks}
            kept.update({key: seen for key, seen in marks.items() if seen is not None})
            state.marks = dict(list(kept.items())[-_MOST_MARKS:])
            return before

    @once
    def tell(self, actor: Actor, muted: Iterable[Told]) -> None:
        """Stores what the person does not want to be told. Raises as `mark`."""
        with self._database.writing() as session:
            _own(session, actor).muted = sorted(told.value for told in muted)


def _own(session: Session, actor: Actor) -> NoticeState:
    if actor.person_id is None:
        raise NotPermittedError(act="keep_notices", who_may=Role.CLERK.value)
    state = session.get(NoticeState, actor.person_id, with_for_update=True)
    if state is None:
        state = NoticeState(person_id=actor.person_id, marks={}, muted=[])
        session.add(state)
    return state
