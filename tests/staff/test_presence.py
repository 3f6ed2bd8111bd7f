from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.services import Services
from desktop_app.staff import presence
from desktop_app.staff.presence import HOLDS, Doing, OpenItem
from tests.clocks import pc_at
from tests.department import TestOffice

WRITING = OpenItem("petition", 7, Doing.WRITING)
LOOKING = OpenItem("petition", 7, Doing.LOOKING)


@pytest.fixture
def other(office: TestOffice, database_url: str, clock: FixedClock) -> Iterator[Services]:
    """The services of another client on the same database."""
    opened = open_services(database_url, clock=clock, prepare_schema=False)
    yield opened
    opened.close()


def test_each_sees_the_other_and_not_himself(office: TestOffice, other: Services) -> None:
    assert office.services.presence.report(office.clerk, LOOKING) == ()
    found = other.presence.report(office.music_clerk, WRITING)
    assert [(one.name, one.place) for one in found] == [("مریم رضایی", LOOKING)]
    found = office.services.presence.others(office.clerk)
    assert [(one.name, one.place) for one in found] == [("سارا امینی", WRITING)]


def test_a_client_is_at_one_place_and_gone_when_it_leaves(office: TestOffice, other: Services) -> None:
    other.presence.report(office.music_clerk, WRITING)
    other.presence.report(office.music_clerk, OpenItem("instrument", 3, Doing.LOOKING))
    found = office.services.presence.others(office.clerk)
    assert [one.place for one in found] == [OpenItem("instrument", 3, Doing.LOOKING)]
    other.presence.leave()
    assert office.services.presence.others(office.clerk) == ()


def test_one_s_own_second_window_is_no_colleague(office: TestOffice, other: Services) -> None:
    other.presence.report(office.clerk, WRITING)
    assert office.services.presence.others(office.clerk) == ()


def test_a_word_that_is_too_old_no_longer_holds(
    office: TestOffice, other: Services, clock: FixedClock
) -> None:
    other.presence.report(office.music_clerk, WRITING)
    clock.advance(timedelta(seconds=5))
    (found,) = office.services.presence.others(office.clerk)
    assert found.holds == pytest.approx(7)
    clock.advance(HOLDS - timedelta(seconds=5))
    assert office.services.presence.others(office.clerk) == ()


def test_presence_never_stands_in_the_way_of_a_change(office: TestOffice, other: Services) -> None:
    petition = office.taken()
    other.presence.report(office.other_clerk, OpenItem("petition", petition.id, Doing.WRITING))
    noted = office.services.desk.note(office.clerk, petition.id, "یادداشت")
    assert noted.history[-1].text == "یادداشت"


def test_a_killed_client_is_gone_from_the_others_list_within_fifteen_seconds(
    office: TestOffice, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the clocks that an office has: its server's, or that of the PC."""
    assert HOLDS.total_seconds() <= 15
    with pc_at(None):
        killed, own = (open_services(database_url, prepare_schema=False) for _ in range(2))
        killed.presence.report(office.music_clerk, WRITING)
        # Its connection ends, and nobody says that it leaves.
        killed.database.close()
        (found,) = own.presence.others(office.clerk)
        assert (found.name, found.holds <= HOLDS.total_seconds()) == ("سارا امینی", True)
        monkeypatch.setattr(presence, "HOLDS", timedelta(milliseconds=200))
        deadline = time.monotonic() + 60
        while own.presence.others(office.clerk) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert own.presence.others(office.clerk) == ()
        own.close()
