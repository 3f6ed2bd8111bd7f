"""The staging table when a worker is killed, stopped or doubled: everything once, and nothing lost."""

from __future__ import annotations

import base64
import itertools
import threading
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from desktop_app.database.verification import verify
from desktop_app.intake.staging import service as staging_module
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.intake.staging.service import Staging
from tests.conftest import NOON
from tests.department import TestOffice
from tests.guarded import Department
from tests.intake.staged import GOOD, Killed, hand_in, petitions, run, states


def test_a_run_is_stopped_between_two_parts_and_gone_on_with(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging_module, "PART", 2)
    hand_in(office.services.database, *({"external_id": str(n)} for n in range(5)))

    class Stopping:
        stopped = False

        def report(self, done: int, total: int | None = None) -> None:
            assert total == 5
            self.stopped = True

        def cancelled(self) -> bool:
            return self.stopped

    taken = office.services.staging.run(office.manager, Stopping())
    assert (taken.petitions, taken.cancelled) == (2, True)
    assert states(office) == ["done"] * 2 + ["waiting"] * 3
    assert run(office) == (3, 0, 0, 0)


def test_a_part_holds_no_more_than_fits_into_memory(
    sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = sqlite_office
    monkeypatch.setattr(staging_module, "PART_BYTES", 2_000)
    file = {"name": "a.txt", "content": base64.b64encode(b"x" * 900).decode()}
    hand_in(office.services.database, *({"external_id": str(n), "attachments": [file]} for n in range(3)))
    parts: list[int] = []

    class Watching:
        def report(self, done: int, total: int | None = None) -> None:
            parts.append(done)

        def cancelled(self) -> bool:
            return False

    assert office.services.staging.run(office.manager, Watching()).petitions == 3
    assert parts == [1, 2, 3]


#: An example that is tried again is another one in the database.
_tags = itertools.count(1)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_killed_at_any_statement_nothing_is_lost_and_nothing_twice(
    sqlite_office: TestOffice, data: st.DataObject
) -> None:
    office = sqlite_office
    tag = next(_tags)
    before = len(petitions(office))
    rows: list[dict[str, Any]] = [
        {"external_id": f"{tag}-{n}", "payload": GOOD if good else {"text": "x"}}
        for n, good in enumerate(data.draw(st.lists(st.booleans(), min_size=1, max_size=6)))
    ]
    ids = hand_in(office.services.database, *rows)
    kills = data.draw(st.lists(st.integers(1, 60), max_size=3))
    engine = office.services.database.engine
    for at in kills:
        left = [at]

        def count(*_: Any, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise Killed

        event.listen(engine, "before_cursor_execute", count)
        try:
            office.services.staging.run(office.manager)
        except Killed:
            pass
        finally:
            event.remove(engine, "before_cursor_execute", count)
    office.services.staging.run(office.manager)
    wanted = [row["external_id"] for row in rows if row["payload"] is GOOD]
    made = [one.external_id for one in petitions(office)][before:]
    assert made == wanted
    with office.services.database.reading() as session:
        found = session.scalars(
            select(IntakeSubmission).where(IntakeSubmission.id.in_(ids)).order_by(IntakeSubmission.id)
        ).all()
        assert [one.state for one in found] == [
            "done" if row["payload"] is GOOD else "quarantined" for row in rows
        ]


def test_two_workers_at_once_take_everything_once(
    department: Department, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = department.office
    monkeypatch.setattr(staging_module, "PART", 3)
    hand_in(office.services.database, *({"external_id": str(n)} for n in range(20)))
    workers = [department.signed_in("yazdi") for _ in range(2)]
    taken: list[int] = []
    troubles: list[BaseException] = []

    def work(staging: Staging, actor: Any) -> None:
        try:
            taken.append(staging.run(actor).petitions)
        except BaseException as error:
            troubles.append(error)

    threads = [threading.Thread(target=work, args=(services.staging, actor)) for services, actor in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    assert sum(taken) == 20
    assert sorted(int(one.external_id or 0) for one in petitions(office)) == list(range(20))


def test_killed_at_every_statement_a_further_text_and_a_flood_are_kept_once(
    sqlite_office: TestOffice,
) -> None:
    office = sqlite_office
    database, services = office.services.database, office.services
    services.office.change(office.administrator, replace(services.office.settings(), texts_an_hour=1))
    hand_in(database, {"channel": "sms", "payload": GOOD | {"mobile": "09121234567"}})
    run(office)
    (made,) = petitions(office)
    texts = [made.tracking_code, "سیل ۱", "سیل ۲", "سیل ۳"]
    hand_in(
        database,
        *(
            {
                "channel": "sms",
                "payload": GOOD | {"mobile": "09121234567", "text": words},
                "received_at": NOON,
            }
            for words in texts
        ),
    )
    for at in itertools.count(1, 4):
        left = [at]

        def count(*_: Any, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise Killed

        event.listen(database.engine, "before_cursor_execute", count)
        try:
            services.staging.run(office.manager)
            break
        except Killed:
            # All of a part, or nothing of it.
            assert len(petitions(office)) == 1 + (states(office)[-1] == "done")
        finally:
            event.remove(database.engine, "before_cursor_execute", count)
    assert at > 20
    numbers = [one.id for one in petitions(office)]
    kept = [[one.text for one in services.further_texts.all(office.manager, number)] for number in numbers]
    assert kept == [texts[:1], texts[2:]]
    assert verify(database).ok
