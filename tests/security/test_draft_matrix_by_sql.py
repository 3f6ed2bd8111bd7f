"""Every state, step and login: by plain SQL a step is refused, or leaves one true event."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import psycopg

from desktop_app.clock import FixedClock
from desktop_app.instruments.steps import STEPS
from desktop_app.persian.dates import JalaliDay
from tests.clocks import server_day, server_now
from tests.guarded import Department, by_sql
from tests.instruments.consulting import Consultation
from tests.instruments.step_matrix import PEOPLE, TABLE, Draft, draft_in, register_expert, staffed

#: The row as JSON, and the events of the draft.
_ROW = "SELECT to_jsonb(i) FROM instrument i WHERE i.id = %s"
_EVENTS = (
    "SELECT actor_id = app.me(), at, action, before, after FROM event WHERE item_type = 'instrument'"
    " AND item_id = %s ORDER BY sequence"
)
#: What changes with every act, without being told.
_ALWAYS = {"version", "changed_at"}
#: The columns that an event tells under another name, or as its author and its text.
_TOLD_AS = {
    "exposed_revision_id": "revision", "place": "publishing", "asked_until": "until", "asked_by_id": "actor_id",
    "approved_by_id": "actor_id", "ready_by_id": "actor_id", "finished_by_id": "actor_id", "finished_on": "at",
    "withdrawn_reason": "text", "closure_reason": "text", "notice": "text",
}  # fmt: skip


def plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def wrong_event(psql: psycopg.Connection[Any], draft: Draft, before: Any, began: datetime) -> str:
    """Returns what is wrong with the last event of the draft, or an empty string."""
    after = psql.execute(_ROW, (draft.id,)).fetchone()
    assert after is not None
    own, at, _action, told_before, told_after = psql.execute(_EVENTS, (draft.id,)).fetchall()[-1]
    if not own or not began <= at <= server_now():
        return "in another's name, or at another time"
    changed = {name for name in before if before[name] != after[0][name]} - _ALWAYS
    for name in changed:
        if _TOLD_AS.get(name, name) in {"actor_id", "at", "text"}:
            continue
        if name in told_after and told_after[name] != after[0][name]:
            return f"{name} is another after the act"
        # A closed window is an open one that is over.
        if name in told_before and told_before[name] not in {before[name], "closed"}:
            return f"{name} was another before the act"
        if _TOLD_AS.get(name, name) not in told_after:
            return f"{name} is not told"
    return ""


def register_number(psql: psycopg.Connection[Any]) -> dict[str, Any]:
    """Takes the next number of the office's register; 0 for a login that must not."""
    year = JalaliDay.of(server_day()).year
    try:
        with psql.transaction():
            taken = psql.execute("SELECT app.take_numbers('letter', %s, 1)", (year,)).fetchone()
    except psycopg.errors.InsufficientPrivilege:
        taken = (0,)
    assert taken is not None
    return {"year": year, "number": taken[0]}


def test_a_step_by_sql_is_refused_or_leaves_one_true_event(guarded: Department) -> None:
    office, now = guarded.office, server_now()
    people, expert = staffed(office), register_expert(office)
    wrong, taken = [], 0
    logins = {who: guarded.sql(username) for who, username in PEOPLE.items()}
    try:
        for state, steps in TABLE.items():
            draft = draft_in(state, Consultation(office, FixedClock(now)), people, expert)
            values = {step: plain(draft.given(step)) for step in STEPS}
            for who, psql in logins.items():
                for step in STEPS:
                    with psql.transaction(force_rollback=True):
                        before = psql.execute(_ROW, (draft.id,)).fetchone()
                        events = len(psql.execute(_EVENTS, (draft.id,)).fetchall())
                        assert before is not None
                        began = server_now()
                        given = values[step] | (register_number(psql) if step == "sum_up" else {})
                        rule = by_sql(
                            psql,
                            step,
                            draft.id,
                            item_type="instrument",
                            words=draft.words(step),
                            actor=office.manager.person_id,
                            **given,
                        )
                        new = len(psql.execute(_EVENTS, (draft.id,)).fetchall()) - events
                        expected = who in steps.get(step, ())
                        if (rule is None, new) != (expected, int(expected)):
                            wrong.append((state, step, who, rule, new))
                        elif expected:
                            taken += 1
                            if fault := wrong_event(psql, draft, before[0], began):
                                wrong.append((state, step, who, fault, new))
    finally:
        for psql in logins.values():
            psql.close()
    assert wrong == []
    assert taken == sum(len(whom) for steps in TABLE.values() for whom in steps.values())
