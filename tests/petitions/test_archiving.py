from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event, history
from desktop_app.database.verification import verify
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError, RuleError
from desktop_app.petitions.improvements.service import NewImprovement
from desktop_app.petitions.retention import archiving
from desktop_app.petitions.retention.service import RetentionRule
from desktop_app.petitions.vocabulary import Move, Outcome, Status
from tests.department import TestOffice
from tests.only import on_sqlite


def resolved(office: TestOffice, text: str = "مجوز نشر کتاب خود را می‌خواهم.") -> int:
    taken = office.taken(text=text)
    office.services.desk.resolve(office.clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")
    return taken.id


def set_days(office: TestOffice, days: int) -> None:
    kept = office.services.archiving
    kept.set_days(office.administrator, days, seen=kept.days())


def status(office: TestOffice, number: int) -> Status:
    return office.services.desk.peek(office.manager, number).status


def events(office: TestOffice, number: int) -> tuple[Event, ...]:
    with office.services.database.reading() as session:
        return history(session, "petition", number)


def test_nothing_is_archived_by_itself_until_the_office_sets_it(
    office: TestOffice, clock: FixedClock
) -> None:
    number = resolved(office)
    clock.advance(timedelta(days=4000))
    assert (office.services.archiving.days(), office.services.archiving.run()) == (0, 0)
    assert status(office, number) is Status.RESOLVED


def test_a_petition_is_archived_by_itself_so_many_days_after_its_resolution(
    office: TestOffice, clock: FixedClock
) -> None:
    number, still_open = resolved(office), office.taken().id
    set_days(office, 30)
    clock.advance(timedelta(days=29, hours=12))
    assert office.services.archiving.run() == 0
    # 30 days later by the calendar, whatever the hour.
    clock.advance(timedelta(hours=1))
    assert office.services.archiving.run() == 1
    assert office.services.archiving.run() == 0
    assert (status(office, number), status(office, still_open)) == (Status.ARCHIVED, Status.IN_PROGRESS)
    last = events(office, number)[-1]
    assert (last.action, last.actor_id, last.actor_name) == ("archived_by_itself", None, "")
    assert (last.before["status"], last.after["status"], last.after["days"]) == ("resolved", "archived", 30)
    assert verify(office.services.database).ok


def test_what_was_archived_by_itself_is_reopened_as_what_a_manager_archived(
    office: TestOffice, clock: FixedClock
) -> None:
    number, services = resolved(office), office.services
    set_days(office, 1)
    clock.advance(timedelta(days=1))
    assert services.archiving.run() == 1
    seen = services.desk.peek(office.clerk, number)
    assert Move.REOPEN not in seen.allowed
    assert not seen.undoable
    with pytest.raises(RuleError, match="nothing_to_undo"):
        services.desk.undo(office.clerk, number, seen.version)
    again = services.desk.reopen(office.manager, number, seen.version, "نامه تازه‌ای رسید")
    assert again.status is Status.IN_PROGRESS
    clock.advance(timedelta(days=100))
    # Reopened meanwhile: it is not archived again.
    assert services.archiving.run() == 0
    assert status(office, number) is Status.IN_PROGRESS


def test_what_is_held_back_from_masking_is_not_archived_either(office: TestOffice, clock: FixedClock) -> None:
    services = office.services
    labelled, led, plain = (resolved(office, f"درخواست شماره {word}") for word in ("یک", "دو", "سه"))
    lawsuit = services.labels.put_on(office.clerk, labelled, "پرونده قضایی")
    retention = services.retention
    retention.set_rule(office.administrator, RetentionRule(5, "مصوبه", lawsuit.id), seen=retention.rule())
    services.improvements.add(office.manager, NewImprovement("مجوز نشر", "اصلاح فرم"), [led])
    set_days(office, 3)
    clock.advance(timedelta(days=10))
    counted = services.archiving.preview(office.administrator, 3)
    assert (counted.petitions, counted.held_back) == (1, 2)
    assert services.archiving.run() == 1
    assert [status(office, one) for one in (labelled, led, plain)] == [
        Status.RESOLVED, Status.RESOLVED, Status.ARCHIVED,
    ]  # fmt: skip


def test_held_ones_do_not_stand_in_the_way_of_others(
    office: TestOffice, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = [resolved(office, f"درخواست شماره {place} درباره کتاب") for place in range(2)]
    clock.advance(timedelta(days=1))
    plain = resolved(office)
    action = NewImprovement("مجوز نشر", "اصلاح فرم")
    office.services.improvements.add(office.manager, action, older)
    set_days(office, 3)
    clock.advance(timedelta(days=10))
    monkeypatch.setattr(archiving, "BATCH", 2)
    assert office.services.archiving.run() == 1
    assert status(office, plain) is Status.ARCHIVED


def test_it_works_in_batches_until_nothing_is_due(
    office: TestOffice, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [resolved(office, f"درخواست شماره {place} درباره کتاب") for place in range(5)]
    set_days(office, 1)
    clock.advance(timedelta(days=2))
    monkeypatch.setattr(archiving, "BATCH", 2)
    assert office.services.archiving.run() == 5
    assert {status(office, one) for one in numbers} == {Status.ARCHIVED}


def test_sessions_that_ask_at_the_same_time_archive_each_petition_once(
    office: TestOffice, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [resolved(office, f"درخواست شماره {place} درباره کتاب") for place in range(12)]
    set_days(office, 1)
    clock.advance(timedelta(days=2))
    monkeypatch.setattr(archiving, "BATCH", 3)
    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda _: office.services.archiving.run(), range(24)))
    assert sum(done) == 12
    for number in numbers:
        assert [one.action for one in events(office, number)].count("archived_by_itself") == 1


@on_sqlite
def test_a_pc_whose_clock_is_in_doubt_archives_nothing(office: TestOffice, clock: FixedClock) -> None:
    number = resolved(office)
    set_days(office, 30)
    office.services.clock.look()
    clock.jump(timedelta(days=40))
    assert office.services.archiving.run() == 0
    clock.jump(-timedelta(days=40))
    clock.advance(timedelta(days=31))
    assert office.services.archiving.run() == 1
    assert status(office, number) is Status.ARCHIVED


def test_only_an_administrator_sets_and_counts(office: TestOffice) -> None:
    kept = office.services.archiving
    for actor in (office.clerk, office.manager, office.reviewer):
        with pytest.raises(NotPermittedError):
            kept.set_days(actor, 5, seen=0)
        with pytest.raises(NotPermittedError):
            kept.preview(actor, 5)
    for days in (-1, 3651):
        with pytest.raises(InvalidValueError):
            kept.set_days(office.administrator, days, seen=0)
        with pytest.raises(InvalidValueError):
            kept.preview(office.administrator, days)
    set_days(office, 5)
    with pytest.raises(ConflictError):
        kept.set_days(office.administrator, 7, seen=0)
