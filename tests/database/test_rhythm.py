from __future__ import annotations

import pytest

from desktop_app.database.rhythm import GLANCE, SHARE, SPREAD, Rhythm, glance


def test_a_question_after_a_quiet_time_comes_within_a_moment_and_not_from_all_at_once() -> None:
    waits = [Rhythm(3.0).wait(100.0) for _ in range(50)]
    assert 0.0 <= min(waits) < SPREAD / 4
    assert SPREAD * 3 / 4 < max(waits) <= SPREAD


def test_what_is_in_sight_is_read_again_sooner_and_not_by_all_at_once() -> None:
    waits = [glance() for _ in range(50)]
    assert 0.0 <= min(waits) < GLANCE / 4
    assert GLANCE * 3 / 4 < max(waits) <= GLANCE < SPREAD


@pytest.mark.parametrize(("took", "pause"), [(0.001, 3.0), (0.1, 0.1 / SHARE)])
def test_the_next_one_keeps_its_distance_the_more_the_slower_the_answer(took: float, pause: float) -> None:
    rhythm = Rhythm(3.0)
    rhythm.asked(100.0, 100.0 + took)
    assert pause * 0.8 <= rhythm.wait(100.0 + took) <= pause * 1.2
    assert rhythm.wait(100.0 + took + pause * 1.2) <= SPREAD
