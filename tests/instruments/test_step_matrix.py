"""Every state, step and person: what the screen offers and what the act does are what domain.md says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop_app.clock import FixedClock
from desktop_app.database.acts.model import Act, Item
from desktop_app.database.acts.performing import perform
from desktop_app.instruments.acts.beside import REVISION_ADDED, SUMMED_UP
from desktop_app.instruments.acts.drafts import DRAFT_ACTS
from desktop_app.instruments.acts.inviting import INVITED
from desktop_app.instruments.consultation.gate import offers_of
from desktop_app.instruments.consultation.letter_numbers import next_letter
from desktop_app.instruments.steps import STEPS
from desktop_app.persian.dates import tehran_day
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.instruments.consulting import Consultation
from tests.instruments.step_matrix import HELD, PEOPLE, TABLE, Draft, draft_in, register_expert, staffed

ACTS: dict[str, Act] = {**DRAFT_ACTS, "add_revision": REVISION_ADDED, "sum_up": SUMMED_UP, "invite": INVITED}


class _UndoneError(Exception):
    """Rolls an act back that was only tried."""


def tried(draft: Draft, actor: Actor, step: str, given: Mapping[str, Any]) -> str | None:
    """Returns the rule that refuses the step, None for one that was taken and rolled back."""
    database = draft.consultation.services.database
    found: list[str | None] = []
    try:
        with database.writing() as session:
            now = database.now(session)
            if step == "sum_up":
                register = next_letter(session, tehran_day(now))
                given = {**given, "year": register.year, "number": register.number}
            item = Item(draft.id, text=draft.words(step), given=given)
            verdicts = perform(
                session, ACTS[step], [item], actor_id=actor.person_id, actor_name=actor.name, now=now
            )
            found = [verdict.refused for verdict in verdicts]
            raise _UndoneError
    except _UndoneError:
        return found[0]


def test_all_steps_have_an_act_and_stand_in_the_table() -> None:
    assert set(ACTS) == set(STEPS)
    assert {step for steps in TABLE.values() for step in steps} == set(STEPS)


def test_offers_and_acts_are_what_the_table_says(office: TestOffice, clock: FixedClock) -> None:
    people, expert = staffed(office), register_expert(office)
    wrong, cells = [], 0
    for state, steps in TABLE.items():
        draft = draft_in(state, Consultation(office, clock), people, expert)
        before, values = draft.consultation.now, {step: draft.given(step) for step in STEPS}
        for who in PEOPLE:
            with office.services.database.reading() as session:
                offers = offers_of(session, people[who], draft.id, draft.consultation.today)
            for step in STEPS:
                cells += 1
                expected = who in steps.get(step, ())
                offered = expected or who in HELD.get(state, {}).get(step, ())
                refused = tried(draft, people[who], step, values[step])
                if (offers.may(step), refused is None) != (offered, expected):
                    wrong.append((state, step, who, offers.refused[step], refused))
        assert draft.consultation.now == before
    assert wrong == []
    assert cells == 12 * 9 * 19
