"""Consultations for the tests of instruments: played to a state once, in the template that their databases copy."""

from __future__ import annotations

from typing import Final

import pytest

from desktop_app.clock import FixedClock
from tests.conftest import usual
from tests.department import TestOffice
from tests.engines import Made
from tests.instruments.consulting import Consultation, played_to

#: Fixtures of this name begin a test in the state of that name.
_STATES: Final = ("opened", "revising", "ready")


@pytest.fixture
def made(request: pytest.FixtureRequest) -> Made:
    state = next((name for name in _STATES if name in request.fixturenames), None)
    return played_to(state) if state else usual(request)


@pytest.fixture
def consultation(office: TestOffice, clock: FixedClock) -> Consultation:
    """One without an instrument, unless a fixture of a state is asked for too."""
    return Consultation(office, clock)


@pytest.fixture
def opened(consultation: Consultation) -> None:
    """The test begins with an open window."""
    consultation.resume()


@pytest.fixture
def revising(consultation: Consultation) -> None:
    """The test begins in revising, on the morning behind the window's last day."""
    consultation.resume()


@pytest.fixture
def ready(consultation: Consultation) -> None:
    """The test begins with what is ready, on the morning behind the window's last day."""
    consultation.resume()
