"""What is done most often asks the database few times: two hundred clerks share one server, and what a statement
costs is mostly that there is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from desktop_app.petitions.lists.inbox import ListFilter, View
from desktop_app.petitions.vocabulary import Outcome
from desktop_app.staff.presence import Doing, OpenItem
from tests.department import TestOffice


def asked(office: TestOffice, act: Callable[[], object]) -> list[str]:
    """The statements of an act; the clock of these tests stands, so that nobody asks the server for the time."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    engine = office.services.database.engine
    event.listen(engine, "before_cursor_execute", note)
    act()
    event.remove(engine, "before_cursor_execute", note)
    return sent


@pytest.mark.parametrize(
    ("use", "most"), [("open", 6), ("note", 11), ("resolve", 19), ("list", 2), ("news", 2), ("stand", 2)]
)
def test_what_is_done_all_day_asks_few_times(office: TestOffice, use: str, most: int) -> None:
    services, clerk = office.services, office.clerk
    desk, inbox = services.desk, services.inbox
    taken = office.taken()
    mine = ListFilter(view=View.MINE)
    place = OpenItem("petition", taken.id, Doing.LOOKING)
    # What is pruned now and then is none of it.
    services.presence.report(clerk, place)
    desk.open(clerk, taken.id)
    uses: dict[str, Callable[[], object]] = {
        "open": lambda: desk.open(clerk, taken.id),
        "note": lambda: desk.note(clerk, taken.id, "یادداشت"),
        "resolve": lambda: desk.resolve(clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ"),
        "list": lambda: inbox.open_list(clerk, mine),
        "news": lambda: inbox.news(clerk, mine, 0, [taken.id]),
        "stand": lambda: services.presence.report(clerk, place),
    }
    sent = asked(office, uses[use])
    assert len(sent) <= most, "\n".join(sent)


def test_a_list_that_was_opened_before_is_asked_for_in_the_same_words(office: TestOffice) -> None:
    """Otherwise neither the driver nor the server would know it again."""
    office.taken()
    wanted = ListFilter(view=View.MY_UNIT)
    first = asked(office, lambda: office.services.inbox.open_list(office.clerk, wanted))
    office.taken(text="دیگر")
    assert asked(office, lambda: office.services.inbox.open_list(office.clerk, wanted)) == first


def test_the_same_rows_are_told_whoever_reads_them(office: TestOffice) -> None:
    """A statement that is kept for one person is nobody else's."""
    taken = office.taken()
    wanted = ListFilter(view=View.MINE)
    inbox = office.services.inbox
    assert [row.id for row in inbox.open_list(office.clerk, wanted).rows] == [taken.id]
    assert inbox.open_list(office.music_clerk, wanted).rows == ()
    assert [row.unread for row in inbox.open_list(office.clerk, wanted).rows] == [False]
    everything = ListFilter(view=View.ALL)
    seen = [inbox.open_list(who, everything).rows for who in (office.clerk, office.manager)]
    assert [[row.unread for row in rows] for rows in seen] == [[False], [True]]
