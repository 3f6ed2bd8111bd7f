"""Killed at any statement, nobody is asked twice, and no answer is lost or counted twice."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from desktop_app.clock import FixedClock
from desktop_app.database.engine import Database
from desktop_app.database.verification import verify
from tests.conftest import office_with
from tests.department import TestOffice
from tests.engines import Made
from tests.intake.staged import Killed
from tests.petitions.outbox.sending import messages
from tests.petitions.satisfaction.asking import (
    ASKED_AFTER,
    ask_from_now_on,
    became,
    closed,
    mark,
    past,
    questions,
    sent,
    text_message,
)


@pytest.fixture
def made() -> Made:
    return office_with(ask_from_now_on)


def killed_everywhere(database: Database, work: Callable[[], object], check: Callable[[], object]) -> int:
    """Begins work again and again, and ends it one statement later each time, until it is done; returns how often."""
    for at in itertools.count(1):
        left = [at]

        def count(*_: Any, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise Killed

        event.listen(database.engine, "before_cursor_execute", count)
        try:
            work()
        except Killed:
            continue
        finally:
            event.remove(database.engine, "before_cursor_execute", count)
            check()
        return at
    raise AssertionError


def test_killed_at_any_statement_it_is_asked_once_and_answered_once(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    services, number = office.services, closed(office)
    clock.advance(timedelta(days=ASKED_AFTER))

    def both_or_neither() -> None:
        assert len(questions(office)) == len(messages(office)) <= 1

    tries = killed_everywhere(
        services.database, lambda: services.delivery.write(office.manager, tmp_path), both_or_neither
    )
    assert tries > 15
    assert (questions(office), len(sent(tmp_path))) == ([(number, None)], 1)
    came = text_message(office, "5")

    def counted_with_its_submission() -> None:
        assert (mark(office, number) == 5) == (became(office, came) == "answer")

    killed_everywhere(
        services.database, lambda: services.staging.run(office.manager), counted_with_its_submission
    )
    assert questions(office) == [(number, 5)]
    actions = [one.action for one in past(office, number)]
    assert (actions.count("satisfaction_asked"), actions.count("satisfaction_answered")) == (1, 1)
    assert verify(services.database).ok
