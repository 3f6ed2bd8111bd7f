"""An act on many petitions while the server goes away in the middle of it: each has it once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_app.bootstrap import open_services
from desktop_app.errors import OutcomeUnknownError
from desktop_app.petitions.bulk import service
from desktop_app.petitions.bulk.acts import Refer
from desktop_app.petitions.bulk.run import BulkProgress, BulkSelection
from desktop_app.petitions.lists.inbox import ListFilter, View
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.services import Services
from desktop_app.staff.roles import pc_user
from tests.database.faults.proxy import Cut, Proxy
from tests.database.faults.servers import Desk

CLERK = pc_user("reception")
MANY = 7


@pytest.fixture
def proxy(desk: Desk) -> Iterator[Proxy]:
    made = Proxy(desk.server.port)
    yield made
    made.close()


@pytest.fixture
def away(proxy: Proxy, desk: Desk) -> Iterator[Services]:
    opened = open_services(proxy.url(desk.name), prepare_schema=False)
    yield opened
    opened.close()


def begun(services: Services, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> BulkProgress:
    """Seven petitions about to be referred, by the filter that they leave by it, in chunks of three."""
    monkeypatch.setattr(service, "CHUNK", 3)
    desk.run(
        "INSERT INTO unit (code, name, active, needs_approval, place)"
        " VALUES ('books', 'کتاب', true, false, 1)"
    )
    for number in range(MANY):
        services.register.register(CLERK, NewPetition(Kind.REQUEST, Channel.PHONE, f"متن {number}"))
    selection, act = BulkSelection(wanted=ListFilter(view=View.UNROUTED)), Refer(1, "بررسی")
    return services.bulk.begin(selection, act, services.bulk.preview(CLERK, selection, act))


def referred(desk: Desk) -> list[tuple[object, ...]]:
    return desk.run(
        "SELECT item_id, count(*) FROM event WHERE action = 'refer' GROUP BY item_id ORDER BY item_id"
    )


@pytest.mark.parametrize("cut", list(Cut))
def test_a_connection_that_breaks_in_the_middle_is_ridden_out(
    desk: Desk, proxy: Proxy, away: Services, cut: Cut, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = begun(away, desk, monkeypatch)

    class Cuts:
        def report(self, done: int, total: int | None = None) -> None:
            if done == 3:
                proxy.cut = cut

        def cancelled(self) -> bool:
            return False

    away.bulk.run(CLERK, run, Cuts())
    proxy.release()
    assert (run.finished, len(run.done), run.failures, proxy.cuts) == (True, MANY, [], 1)
    assert referred(desk) == [(number, 1) for number in range(1, MANY + 1)]


def test_one_that_stays_away_stops_it_and_going_on_does_nothing_twice(
    desk: Desk, proxy: Proxy, away: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = begun(away, desk, monkeypatch)
    monkeypatch.setattr("desktop_app.database.engine.ASKS_FOR", 0.5)

    class Goes:
        def report(self, done: int, total: int | None = None) -> None:
            proxy.cut = Cut.ANSWER
            proxy.refuse()

        def cancelled(self) -> bool:
            return False

    away.bulk.run(CLERK, run, Goes())
    # The server has done six of them; nobody has told.
    assert isinstance(run.stopped, OutcomeUnknownError)
    assert (len(run.done), run.untouched, len(referred(desk))) == (3, 4, 6)
    back = open_services(desk.url, prepare_schema=False)
    back.bulk.run(CLERK, run)
    assert (run.finished, len(run.done), run.failures) == (True, MANY, [])
    assert referred(desk) == [(number, 1) for number in range(1, MANY + 1)]
    assert back.bulk.take_back(CLERK, run) == 0
    back.close()
