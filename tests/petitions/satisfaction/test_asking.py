"""The question how satisfied somebody is: asked once, when it is due, and of nobody whose case is open again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, event, select, text, update

from desktop_app.clock import FixedClock
from desktop_app.database.verification import verify
from desktop_app.errors import InvalidValueError, NotPermittedError
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.people.model import PetitionerIdentity
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.satisfaction.settings import QuestionSettings
from desktop_app.petitions.vocabulary import Channel, Outcome
from tests.conftest import office_with
from tests.department import TestOffice
from tests.engines import Made
from tests.only import on_postgresql, on_sqlite
from tests.petitions.outbox.sending import EMAIL, MOBILE, SENDER, by, messages
from tests.petitions.satisfaction.asking import (
    ASKED_AFTER,
    ask_from_now_on,
    closed,
    come,
    mark,
    past,
    questions,
    reopen,
    send,
    sent,
)

OTHER = "09129876543"


@pytest.fixture
def made() -> Made:
    return office_with(ask_from_now_on)


def test_nobody_is_asked_until_an_administrator_switches_it_on(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    rules = office.services.question_rules
    rules.change(office.administrator, QuestionSettings(0))
    closed(office)
    assert send(office, tmp_path, clock) == 0
    with pytest.raises(NotPermittedError):
        rules.change(office.manager, QuestionSettings(3))
    for wrong in (
        QuestionSettings(-1),
        QuestionSettings(61),
        QuestionSettings(3, 0),
        QuestionSettings(3, 91),
    ):
        with pytest.raises(InvalidValueError):
            rules.change(office.administrator, wrong)
    rules.change(office.administrator, QuestionSettings(3, 7))
    # What was closed before is never asked about.
    assert send(office, tmp_path, clock, 30) == 0
    assert (questions(office), messages(office)) == ([], [])
    number = closed(office)
    assert send(office, tmp_path, clock) == 1
    assert questions(office) == [(number, None)]


def test_it_is_asked_once_when_it_is_due_in_the_words_of_the_template(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    number = closed(office)
    assert send(office, tmp_path, clock, ASKED_AFTER - 1) == 0
    assert send(office, tmp_path, clock, 1) == 1
    [message] = sent(tmp_path)
    assert (message["to"], "۱" in message["text"], "۵" in message["text"]) == (MOBILE, True, True)
    for days in (0, 1, 20, 60):
        assert send(office, tmp_path, clock, days) == 0
    assert messages(office) == [("satisfaction", "sent")]
    events = past(office, number)
    assert [event.action for event in events][-1] == "satisfaction_asked"
    assert verify(office.services.database).ok


def test_who_wrote_by_mail_is_asked_by_mail_and_who_used_the_portal_where_an_answer_comes_from(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    closed(office, Channel.EMAIL)
    closed(office, Channel.PORTAL, contact=Contact(name="دیگری", mobile=OTHER))
    closed(office, Channel.PHONE, contact=Contact(name="ناشناس"))
    assert send(office, tmp_path, clock) == 2
    ways = messages(office, OutboxMessage.way, OutboxMessage.state)
    assert ways == [("email", "sent"), ("sms", "sent")]
    assert [one["to"] for one in sent(tmp_path)] == [OTHER]
    [mail] = tmp_path.glob("*.eml")
    assert EMAIL in mail.read_text("utf-8")


@pytest.mark.parametrize("way", [DeliveryMethod.SMS, DeliveryMethod.EMAIL])
def test_a_way_that_is_off_is_not_used(
    office: TestOffice, tmp_path: Path, clock: FixedClock, way: DeliveryMethod
) -> None:
    office.services.message_templates.change(
        office.administrator, MessageKind.SATISFACTION, way, 2, active=False
    )
    closed(office)
    assert send(office, tmp_path, clock) == 1
    left = {DeliveryMethod.SMS: "email", DeliveryMethod.EMAIL: "sms"}[way]
    assert messages(office, OutboxMessage.way) == [(left,)]


def test_a_second_petition_of_a_number_waits_until_the_first_question_is_over(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    first = closed(office)
    second = closed(office, text="درخواست دوم", contact=Contact(name="همسر او", mobile=MOBILE))
    other = closed(office, text="درخواست دیگری", contact=Contact(name="دیگری", mobile=OTHER))
    assert send(office, tmp_path, clock) == 2
    assert questions(office) == [(first, None), (other, None)]
    assert send(office, tmp_path, clock, 14) == 0
    # The last day for an answer is over.
    assert send(office, tmp_path, clock, 1) == 1
    assert questions(office)[2:] == [(second, None)]


def test_two_rounds_at_once_ask_once(office: TestOffice, tmp_path: Path, clock: FixedClock) -> None:
    numbers = [closed(office, text=f"درخواست {at}") for at in range(3)]
    numbers += [
        closed(office, text=f"از {at}", contact=Contact(name=f"کس {at}", mobile=f"0912000000{at}"))
        for at in range(5)
    ]
    clock.advance(timedelta(days=ASKED_AFTER))
    asked: list[int] = []
    begin = threading.Barrier(4)

    def work(at: int) -> None:
        folder = tmp_path / str(at)
        folder.mkdir()
        begin.wait()
        asked.append(office.services.delivery.write(office.manager, folder).asked)

    threads = [threading.Thread(target=work, args=(at,)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(asked), sum(asked)) == (4, 6)
    assert len(messages(office)) == 6
    whole = [one["to"] for at in range(4) for one in sent(tmp_path / str(at))]
    assert sorted(whole) == sorted({MOBILE, *(f"0912000000{at}" for at in range(5))})


def test_who_reopens_before_it_is_sent_is_not_asked(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    number = closed(office)
    reopen(office, number)
    assert send(office, tmp_path, clock) == 0
    # Without a sender's address an e-mail waits; reopening withholds the question.
    office.services.message_rules.change(office.administrator, MessageSettings())
    other = closed(office, Channel.EMAIL, text="دیگر")
    assert send(office, tmp_path, clock) == 1
    assert messages(office) == [("satisfaction", "waiting")]
    reopen(office, other)
    assert messages(office) == [("satisfaction", "cancelled")]
    office.services.message_rules.change(office.administrator, MessageSettings(sender=SENDER))
    # Not after another end either: whose case was taken up again is left in peace.
    seen = office.services.desk.peek(office.clerk, other)
    office.services.desk.resolve(office.clerk, other, seen.version, Outcome.ANSWERED, "پاسخ")
    assert send(office, tmp_path, clock) == 0
    assert list(tmp_path.glob("*.eml")) == []


def test_what_is_overtaken_while_it_waits_is_cancelled_by_the_round(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    number = closed(office)
    send(office, tmp_path, clock)
    with office.services.database.writing() as session:
        session.execute(update(OutboxMessage).values(state=MessageState.WAITING.value, batch_id=None))
    assert send(office, tmp_path, clock, 15) == 0
    assert messages(office) == [("satisfaction", "cancelled")]
    assert mark(office, number) is None


@on_postgresql
def test_a_message_that_is_taken_meanwhile_is_not_cancelled(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    closed(office)
    send(office, tmp_path, clock)
    database = office.services.database
    state = update(OutboxMessage).values(batch_id=None)
    with database.writing() as session:
        session.execute(state.values(state=MessageState.WAITING.value))
    clock.advance(timedelta(days=15))
    with ThreadPoolExecutor(1) as pool:
        with database.engine.begin() as other:
            other.execute(state.values(state=MessageState.TAKEN.value))
            waiting = pool.submit(office.services.delivery.write, office.manager, tmp_path)
            while not other.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")):
                assert not waiting.done()
                time.sleep(0.01)
        waiting.result()
    assert messages(office) == [("satisfaction", "taken")]


@on_sqlite
def test_while_the_clock_of_one_pc_is_in_doubt_nobody_is_asked_and_nothing_cancelled(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    # Without a sender's address an e-mail waits.
    office.services.message_rules.change(office.administrator, MessageSettings())
    first = closed(office, Channel.EMAIL)
    assert send(office, tmp_path, clock) == 1
    second = closed(office, contact=Contact(name="دیگری", mobile=OTHER))
    clock.jump(timedelta(days=30))
    assert send(office, tmp_path, clock, 0) == 0
    clock.jump(timedelta(days=-30))
    assert (questions(office), messages(office)) == ([(first, None)], [("satisfaction", "waiting")])
    assert send(office, tmp_path, clock) == 1
    assert questions(office) == [(first, None), (second, None)]
    assert messages(office) == [("satisfaction", "waiting"), ("satisfaction", "sent")]


def test_who_is_reached_by_no_way_in_use_costs_the_round_nothing(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    office.services.message_templates.change(
        office.administrator, MessageKind.SATISFACTION, DeliveryMethod.EMAIL, 2, active=False
    )
    before = _statements(office, lambda: send(office, tmp_path, clock, 0))
    for at in range(2):
        closed(office, Channel.EMAIL, contact=Contact(name=f"کس {at}", email=f"{at}@example.ir"))
    assert _statements(office, lambda: send(office, tmp_path, clock)) == before
    assert questions(office) == []
    reached = closed(office)
    assert _statements(office, lambda: send(office, tmp_path, clock)) > before
    assert questions(office) == [(reached, None)]


@on_sqlite
def test_an_open_question_and_the_question_of_an_answer_are_found_by_indexes(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    closed(office, Channel.EMAIL)
    found: list[tuple[str, Any]] = []

    def keep(_connection: object, _cursor: object, statement: str, values: Any, *_: object) -> None:
        if "lower(" in statement and "satisfaction" in f"{statement} {values}":
            found.append((statement, values))

    engine = office.services.database.engine
    event.listen(engine, "before_cursor_execute", keep)
    send(office, tmp_path, clock)
    come(office, "5")
    event.remove(engine, "before_cursor_execute", keep)
    with engine.connect() as connection:
        plans = [
            [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
            for statement, values in found
        ]
    told = {line for plan in plans for line in plan}
    large = ("SCAN petition", "SCAN satisfaction_question", "SCAN outbox_")
    assert [line for line in told if line.startswith(large)] == []
    for index in ("ix_petitioner_identity_lower_email", "ix_outbox_address_lower_address"):
        assert any(index in line for line in told), index


def _statements(office: TestOffice, work: Callable[[], object]) -> int:
    """Does work; returns the number of its statements."""
    found: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        found.append(statement)

    engine = office.services.database.engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        work()
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len(found)


@pytest.mark.parametrize("case", ["told", "duplicate", "masked", "notice", "open", "without"])
def test_nobody_is_asked_in_vain(office: TestOffice, tmp_path: Path, clock: FixedClock, case: str) -> None:
    services = office.services
    number = by(Channel.SMS, office)
    seen = services.desk.take(office.clerk, number, 1)
    if case == "told":
        services.desk.resolve(office.clerk, number, seen.version, Outcome.ANSWERED, "پاسخ", satisfaction=4)
    elif case == "duplicate":
        original = by(Channel.PHONE, office, text="اصل", contact=Contact(name="بی‌نشان"))
        code = services.desk.peek(office.manager, original).tracking_code
        services.desk.resolve(
            office.clerk, number, seen.version, Outcome.DUPLICATE, "تکراری", duplicate_of=code
        )
    elif case != "open":
        services.desk.resolve(office.clerk, number, seen.version, Outcome.ANSWERED, "پاسخ")
    with services.database.writing() as session:
        if case == "masked":
            session.execute(update(Petition).values(masked_at=clock.now()))
        if case == "notice":
            session.execute(update(Petition).values(notice=True))
        if case == "without":
            session.execute(delete(PetitionerIdentity))
    assert send(office, tmp_path, clock) == (1 if case == "without" else 0)
    assert sent(tmp_path) == []


def test_a_failed_question_frees_its_number_and_is_no_second_one(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    first = closed(office)
    second = closed(office, text="درخواست دوم")
    send(office, tmp_path, clock)
    with office.services.database.writing() as session:
        session.execute(update(OutboxMessage).values(state="failed", reason="خاموش"))
    assert send(office, tmp_path, clock, 1) == 1
    assert questions(office) == [(first, None), (second, None)]
    with office.services.database.reading() as session:
        failed = session.scalars(select(OutboxMessage.id).where(OutboxMessage.state == "failed")).one()
    # A person may send the failed one again: it is the same question.
    assert office.services.outbox.again(office.manager, [failed]) == 1
