from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final

from desktop_app.clock import TEHRAN
from desktop_app.persian.dates import start_of_day
from desktop_app.sample.petitions import SamplePetition, petitions
from desktop_app.sample.stories import state_after

UNTIL = date(2026, 11, 24)
#: The table of states: what may be done in each, "" before anything was done.
_ALLOWED: Final = {
    "registered": {"refer", "close"},
    "referred": {"give_back", "take", "close"},
    "in_progress": {"refer", "wait", "submit", "resolve", "close", "note"},
    "waiting": {"resume", "close", "note"},
    "awaiting_approval": {"send_back", "resolve", "close"},
    "resolved": {"reopen"},
}
_NEEDS_TEXT: Final = {"give_back", "wait", "send_back", "close", "reopen", "note", "submit", "resolve"}


@lru_cache(maxsize=1)
def sample() -> tuple[SamplePetition, ...]:
    return tuple(petitions(5000, 23, UNTIL))


def test_every_story_makes_only_moves_that_the_state_allows() -> None:
    for petition in sample():
        for place, step in enumerate(petition.story):
            assert step.move in _ALLOWED[state_after(petition.story[:place])]


def test_steps_follow_each_other_after_the_arrival_and_before_the_end() -> None:
    end = start_of_day(UNTIL)
    for petition in sample():
        moments = [petition.received_at, *(step.at for step in petition.story)]
        assert all(before < after for before, after in pairwise(moments))
        assert moments[-1] < end


def test_the_staff_works_on_working_days_in_office_hours() -> None:
    for petition in sample():
        for step in petition.story:
            if step.by is not None:
                moment = step.at.astimezone(TEHRAN)
                assert moment.weekday() not in {3, 4}
                assert 8 <= moment.hour < 15


def test_moves_that_need_a_reason_or_a_reply_have_one() -> None:
    for petition in sample():
        for step in petition.story:
            if step.move in _NEEDS_TEXT:
                assert step.text
            assert (step.outcome is not None) == (step.move in {"resolve", "close"})


def test_no_complaint_is_closed_by_the_one_who_worked_on_it() -> None:
    closed = 0
    for petition in sample():
        if petition.kind == "complaint":
            takers = {step.by for step in petition.story if step.move == "take"}
            for step in petition.story:
                if step.move in {"resolve", "close"}:
                    closed += 1
                    assert step.by not in takers
    assert closed > 500


def test_stories_hold_every_kind_of_step() -> None:
    moves = {step.move for petition in sample() for step in petition.story}
    assert moves == {
        "refer", "give_back", "take", "note", "wait", "resume", "submit", "send_back", "resolve", "close", "reopen",
    }  # fmt: skip


def test_most_are_resolved_within_a_month_and_some_take_much_longer() -> None:
    lasted = sorted(p.story[-1].at - p.received_at for p in sample() if p.state == "resolved")
    assert timedelta(days=4) < lasted[len(lasted) // 2] < timedelta(days=20)
    assert lasted[len(lasted) * 98 // 100] > timedelta(days=35)
