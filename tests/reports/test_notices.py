"""What a person is told, of whom, and what they have seen of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from desktop_app.clock import FixedClock
from desktop_app.errors import NotPermittedError
from desktop_app.petitions.bulk.acts import Act, HandOver, Refer, Resolve
from desktop_app.petitions.bulk.run import BulkProgress, BulkSelection
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.vocabulary import Outcome, Purpose
from desktop_app.reports.notices.model import MOST, Notice, NoticeKind, NoticeList, Told
from desktop_app.reports.notices.runs import list_of
from desktop_app.services import Services
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice
from tests.only import on_postgresql, on_sqlite

Kinds = list[tuple[NoticeKind, int]]


def told(office: TestOffice, actor: Actor) -> Kinds:
    return [(row.kind, row.petition_id) for row in office.services.notices.of(actor).notices]


def unseen(office: TestOffice, actor: Actor) -> Kinds:
    rows = office.services.notices.of(actor).notices
    return [(row.kind, row.petition_id) for row in rows if not row.seen]


def refer_to(
    office: TestOffice, actor: Actor, number: int, note: str = "", *, by: Actor | None = None
) -> int:
    """Refers a petition to a person of the book unit; returns its version."""
    desk, sender = office.services.desk, by or office.other_clerk
    version = desk.peek(sender, number).version
    person = actor.person_id
    return desk.refer(sender, number, version, office.books.id, person_id=person, order_note=note).version


def test_who_gets_a_petition_is_told_by_whom_what_and_why(office: TestOffice) -> None:
    number = office.registered(subject="مجوز رمان")
    refer_to(office, office.clerk, number, "با سلام، لطفاً تا چهارشنبه", by=office.manager)
    [notice] = office.services.notices.of(office.clerk).notices
    assert (notice.kind, notice.who, notice.petition_id) == (NoticeKind.REFERRED, "کامران یزدی", number)
    # The greeting says nothing about it.
    assert (notice.about, notice.why, notice.seen) == ("مجوز رمان", "لطفاً تا چهارشنبه", False)
    # Neither the sender nor a colleague of the same unit is told.
    assert told(office, office.manager) == []
    assert told(office, office.other_clerk) == []
    assert told(office, office.music_clerk) == []


def test_the_whole_unit_is_told_of_what_is_referred_to_nobody_in_it(office: TestOffice) -> None:
    number = office.registered()
    desk = office.services.desk
    desk.refer(office.manager, number, 1, office.books.id)
    assert told(office, office.clerk) == told(office, office.other_clerk) == [(NoticeKind.TO_UNIT, number)]
    assert told(office, office.music_clerk) == []


def test_the_head_of_a_unit_is_told_of_the_week_that_is_over(office: TestOffice, clock: FixedClock) -> None:
    # Nothing came before the end of last week, a Friday.
    office.registered(unit=office.books)
    head = replace(office.manager, memberships=frozenset({Membership(Role.MANAGER, office.books.id)}))
    assert told(office, head) == []
    clock.advance(timedelta(days=7))
    [notice] = office.services.notices.of(head).notices
    assert (notice.kind, notice.who, notice.item_id) == (
        NoticeKind.WEEK_REPORT, office.books.name, office.books.id,
    )  # fmt: skip
    assert (notice.shows, notice.about) == ("1405-08-30..1405-09-06", "هفتهٔ ۳۰ آبان تا ۶ آذر ۱۴۰۵")
    [whole] = [one for one in office.services.notices.of(office.manager).notices if one.kind is notice.kind]
    assert (whole.who, whole.item_id) == ("همهٔ واحدها", 0)
    # Not the clerks of the unit, not the head of another one, and nobody who does not want it.
    of_music = replace(office.manager, memberships=frozenset({Membership(Role.MANAGER, office.music.id)}))
    assert told(office, of_music) == told(office, office.music_clerk) == []
    office.services.notices.mark(head, {notice.key: True})
    assert unseen(office, head) == []
    clock.advance(timedelta(days=7))
    assert len(unseen(office, head)) == 1
    office.services.notices.tell(head, [Told.WEEK_REPORT])
    assert told(office, head) == []


def test_what_comes_back_is_told_to_who_sent_it(office: TestOffice) -> None:
    number, desk = office.registered(), office.services.desk
    version = desk.refer(office.clerk, number, 1, office.music.id).version
    desk.give_back(office.music_clerk, number, version, "مربوط به کتاب است")
    [notice] = office.services.notices.of(office.clerk).notices
    assert (notice.kind, notice.who, notice.why) == (NoticeKind.RETURNED, "سارا امینی", "مربوط به کتاب است")
    assert told(office, office.other_clerk) == []


def test_the_assignee_is_told_of_an_end_and_a_new_beginning_by_others(office: TestOffice) -> None:
    made, desk = office.taken(), office.services.desk
    done = desk.resolve(office.manager, made.id, made.version, Outcome.ANSWERED, "پاسخ")
    assert told(office, office.clerk) == [(NoticeKind.CLOSED, made.id)]
    desk.reopen(office.manager, made.id, done.version, "متقاضی دوباره نوشت")
    rows = office.services.notices.of(office.clerk).notices
    assert {row.kind for row in rows} == {NoticeKind.CLOSED, NoticeKind.PETITION_REOPENED}


def test_nobody_is_told_of_their_own_acts(office: TestOffice) -> None:
    made = office.taken()
    office.services.desk.resolve(office.clerk, made.id, made.version, Outcome.ANSWERED, "پاسخ")
    assert told(office, office.clerk) == []


def test_a_manager_who_gives_a_petition_to_somebody_else_tells_both_units_people(office: TestOffice) -> None:
    made = office.taken()
    desk = office.services.desk
    desk.hand_over(office.manager, made.id, made.version, office.other_clerk.person_id, "مرخصی")
    assert told(office, office.other_clerk) == [(NoticeKind.ASSIGNED, made.id)]


def test_a_reply_that_is_sent_back_is_told_to_its_clerk(office: TestOffice) -> None:
    number, desk = office.registered(unit=office.music), office.services.desk
    version = desk.take(office.music_clerk, number, 1).version
    version = desk.submit(office.music_clerk, number, version, "پیش‌نویس").version
    assert (NoticeKind.APPROVAL, number) in told(office, office.music_manager)
    desk.send_back(office.music_manager, number, version, "کوتاه‌تر")
    assert told(office, office.music_clerk) == [(NoticeKind.SENT_BACK, number)]


def test_a_question_on_the_side_is_told_to_the_unit_and_its_answer_to_who_asked(office: TestOffice) -> None:
    made, side = office.taken(), office.services.side_referrals
    asked = side.send(
        office.clerk, made.id, made.version, [SideTarget(office.music.id, None, Purpose.OPINION)], "نظر شما؟"
    )
    assert told(office, office.music_clerk) == [(NoticeKind.ASKED, made.id)]
    [referral] = [row for row in asked.referrals if row.side]
    side.answer(office.music_clerk, made.id, referral.id, "مانعی ندارد")
    assert told(office, office.clerk) == [(NoticeKind.ANSWERED, made.id)]
    assert told(office, office.music_clerk) == []


def test_what_was_undone_is_told_to_nobody(office: TestOffice) -> None:
    made, desk = office.taken(), office.services.desk
    done = desk.resolve(office.manager, made.id, made.version, Outcome.ANSWERED, "پاسخ")
    assert told(office, office.clerk) == [(NoticeKind.CLOSED, made.id)]
    desk.undo(office.manager, made.id, done.version)
    assert told(office, office.clerk) == []


def test_who_left_a_unit_is_told_no_longer_of_its_petitions(office: TestOffice) -> None:
    number = office.registered()
    office.services.desk.refer(office.manager, number, 1, office.books.id)
    moved = replace(office.clerk, memberships=frozenset({Membership(Role.CLERK, office.music.id)}))
    assert told(office, office.clerk) == [(NoticeKind.TO_UNIT, number)]
    assert told(office, moved) == []


def test_what_the_person_has_read_or_acted_on_since_is_seen(office: TestOffice) -> None:
    first, second = office.registered(), office.registered("متنی دیگر")
    desk = office.services.desk
    version = refer_to(office, office.clerk, first)
    refer_to(office, office.clerk, second)
    assert len(unseen(office, office.clerk)) == 2
    desk.take(office.clerk, first, version)
    desk.open(office.clerk, second)
    assert unseen(office, office.clerk) == []
    assert len(told(office, office.clerk)) == 2


def test_a_notice_is_marked_as_seen_unseen_again_and_the_mark_is_taken_back(office: TestOffice) -> None:
    number, notices = office.registered(), office.services.notices
    refer_to(office, office.clerk, number)
    [notice] = notices.of(office.clerk).notices
    before = notices.mark(office.clerk, {notice.key: True})
    assert (before, notices.of(office.clerk).unseen) == ({notice.key: None}, 0)
    notices.mark(office.clerk, before)
    assert notices.of(office.clerk).unseen == 1
    # Who reads the petition has seen it, until they say otherwise.
    office.services.desk.open(office.clerk, number)
    notices.mark(office.clerk, {notice.key: False})
    assert notices.of(office.clerk).unseen == 1
    # A mark is one's own.
    assert notices.of(office.other_clerk).notices == ()


def test_unseen_notices_come_first_and_the_newest_of_them_before_the_others(
    office: TestOffice, clock: FixedClock
) -> None:
    numbers = [office.registered(f"متن {number}") for number in range(3)]
    for number in numbers:
        clock.advance(timedelta(minutes=1))
        refer_to(office, office.clerk, number)
    notices = office.services.notices
    newest = notices.of(office.clerk).notices[0]
    notices.mark(office.clerk, {newest.key: True})
    first, second, third = numbers
    assert [number for _, number in told(office, office.clerk)] == [second, first, third]


def test_what_a_person_does_not_want_to_be_told_is_not_there(office: TestOffice) -> None:
    number = office.registered()
    office.services.desk.refer(office.manager, number, 1, office.books.id)
    notices = office.services.notices
    notices.tell(office.clerk, {Told.TO_UNIT, Told.CLOSED})
    found = notices.of(office.clerk)
    assert (found.notices, found.muted) == ((), frozenset({Told.TO_UNIT, Told.CLOSED}))
    assert told(office, office.other_clerk) == [(NoticeKind.TO_UNIT, number)]
    notices.tell(office.clerk, ())
    assert told(office, office.clerk) == [(NoticeKind.TO_UNIT, number)]


def test_the_history_is_told_for_two_weeks(office: TestOffice, clock: FixedClock) -> None:
    refer_to(office, office.clerk, office.registered())
    clock.advance(timedelta(days=14))
    [notice] = office.services.notices.of(office.clerk).notices
    assert notice.key.startswith("event:")
    clock.advance(timedelta(days=1))
    # What still waits for the person calls on, from the bell.
    [notice] = office.services.notices.of(office.clerk).notices
    assert (notice.kind, notice.key.startswith("referred:")) == (NoticeKind.REFERRED, True)


def test_a_deputy_is_told_when_they_begin_why_other_rows_appear_and_when_they_end(
    office: TestOffice, clock: FixedClock
) -> None:
    office.taken()
    first, me, absent = date(2026, 11, 24), office.music_clerk, office.clerk
    assert me.person_id is not None
    assert absent.person_id is not None
    terms = NewDeputy(absent.person_id, me.person_id, first, first + timedelta(days=2))
    office.services.deputies.add(office.administrator, terms)
    acting = office.services.accounts.actor(me.person_id)
    [begins] = office.services.notices.of(acting).notices
    assert (begins.kind, begins.who, begins.count) == (NoticeKind.DEPUTY_BEGINS, "مریم رضایی", 1)
    assert begins.until == first + timedelta(days=2)
    assert [row.who for row in office.services.notices.of(absent).notices] == ["سارا امینی"]
    clock.advance(timedelta(days=3))
    acting = office.services.accounts.actor(me.person_id)
    rows = office.services.notices.of(acting).notices
    assert [row.kind for row in rows] == [NoticeKind.DEPUTY_ENDS, NoticeKind.DEPUTY_BEGINS]
    kinds = {kind for kind, _ in told(office, absent)}
    assert kinds == {NoticeKind.ABSENCE_BEGINS, NoticeKind.ABSENCE_ENDS}


def test_a_reminder_that_was_put_off_is_unseen_on_its_new_day(office: TestOffice, clock: FixedClock) -> None:
    made, reminders = office.taken(), office.services.reminders
    today = date(2026, 11, 24)
    kept = reminders.add(office.clerk, made.id, today, "زنگ به ناشر")
    notices = office.services.notices
    [notice] = notices.of(office.clerk).notices
    assert (notice.kind, notice.about, notice.reminder_id) == (NoticeKind.REMINDER, "زنگ به ناشر", kept.id)
    notices.mark(office.clerk, {notice.key: True})
    reminders.put_off(office.clerk, kept.id, today + timedelta(days=1))
    assert notices.of(office.clerk).notices == ()
    clock.advance(timedelta(days=1))
    assert notices.of(office.clerk).unseen == 1


def test_without_an_account_there_are_no_notices_and_no_marks(office: TestOffice) -> None:
    assert office.services.notices.of(office.pc) == NoticeList(date(2026, 11, 24), ())
    with pytest.raises(NotPermittedError):
        office.services.notices.mark(office.pc, {"event:1": True})


def plan_of(services: Services, actor: Actor, explain: str, *settings: str, of_threads: bool = False) -> str:
    """The plan of every query on petitions, referrals and the history that the notices need; or of that on the
    annotations of a person who has none.
    """
    database, asked = services.database, list[tuple[str, object]]()

    def listen(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        asked.append((statement, parameters))

    event.listen(database.engine, "before_cursor_execute", listen)
    services.notices.of(actor)
    event.remove(database.engine, "before_cursor_execute", listen)
    parts = ("changed_at >=", "sent_at >=", "acted_at >=", "taken_at >=", "event.before")
    wanted = [one for one in asked if any(part in one[0] for part in parts) and "LIMIT" in one[0].upper()]
    wanted += [one for one in asked if "FROM event" in one[0] and "item_id IN" in one[0]]
    threads = [one for one in wanted if "FROM thread" in one[0]]
    wanted = threads if of_threads else [one for one in wanted if one not in threads]
    assert len(wanted) == (1 if of_threads else 5)
    lines: list[str] = []
    with database.reading() as session:
        for setting in settings:
            session.connection().exec_driver_sql(setting)
        for statement, parameters in wanted:
            rows = session.connection().exec_driver_sql(f"{explain} {statement}", parameters)  # type: ignore[arg-type]
            lines += [" ".join(map(str, row)) for row in rows]
    return "\n".join(lines)


#: Of a handful of rows there is no need for an index.
NO_OTHER_WAY = [f"SET LOCAL enable_{way} = off" for way in ("seqscan", "bitmapscan", "sort")]
INDEXES = (
    "ix_petition_assignee_changed",
    "ix_referral_to_unit",
    "ix_referral_came_back",
    "ix_taken_over_person",
)


@on_sqlite
def test_notices_are_read_off_indexes_on_one_pc(office: TestOffice) -> None:
    refer_to(office, office.clerk, office.registered())
    plan = plan_of(office.services, office.clerk, "EXPLAIN QUERY PLAN")
    for index in INDEXES:
        assert f"USING INDEX {index}" in plan or f"USING COVERING INDEX {index}" in plan, plan
    assert "SEARCH event USING INDEX" in plan
    assert "item_id=?" in plan
    assert "SCAN" not in plan
    assert "TEMP B-TREE" not in plan


@on_sqlite
def test_annotations_of_a_person_are_found_by_two_indexes(office: TestOffice) -> None:
    plan = plan_of(office.services, office.clerk, "EXPLAIN QUERY PLAN", of_threads=True)
    for index in ("ix_thread_assignee", "ix_thread_author"):
        assert f"SEARCH thread USING INDEX {index}" in plan, plan
    assert "SCAN" not in plan


@on_postgresql
def test_notices_are_read_off_indexes_on_a_server(office: TestOffice) -> None:
    refer_to(office, office.clerk, office.registered())
    plan = plan_of(office.services, office.clerk, "EXPLAIN", *NO_OTHER_WAY)
    for index in (*INDEXES, "uq_event_item_type_item_id_sequence"):
        assert f"using {index}" in plan, plan
    assert "Seq Scan" not in plan


def refer_many(office: TestOffice, numbers: Sequence[int], text: str = "برای اقدام") -> BulkProgress:
    """Lets the manager refer petitions to the book unit in one run."""
    bulk, act = office.services.bulk, Refer(office.books.id, text)
    selection = BulkSelection(tuple(numbers))
    return bulk.run(office.manager, bulk.begin(selection, act, bulk.preview(office.manager, selection, act)))


def rows_behind(office: TestOffice, actor: Actor, notice: Notice) -> set[int]:
    wanted = list_of(notice, actor.person_id)
    assert office.services.inbox.count(actor, wanted) == notice.count
    return {row.id for row in office.services.inbox.first(actor, wanted, 500)}


def test_many_that_one_run_referred_are_told_once_and_lead_to_exactly_these(
    office: TestOffice, clock: FixedClock
) -> None:
    services = office.services
    alone = office.registered("متنی که جداگانه ارجاع شد")
    services.desk.refer(office.manager, alone, 1, office.books.id)
    clock.advance(timedelta(minutes=1))
    numbers = [office.registered(f"متن {number}") for number in range(MOST + 3)]
    run = refer_many(office, numbers)
    assert sorted(run.done) == numbers
    one, other = services.notices.of(office.clerk).notices
    # The run is counted whole, though it is longer than the list, and hides nothing that came before it.
    assert (one.kind, one.count, one.petition_id) == (NoticeKind.TO_UNIT, len(numbers), 0)
    assert (one.who, one.unit, one.why, one.seen) == ("کامران یزدی", "اداره کتاب", "برای اقدام", False)
    assert (other.petition_id, other.count, other.run) == (alone, 0, "")
    assert rows_behind(office, office.clerk, one) == set(numbers)
    # What happens to one of them afterwards is told of it alone.
    clock.advance(timedelta(minutes=1))
    version = services.desk.peek(office.clerk, numbers[0]).version
    version = services.desk.take(office.clerk, numbers[0], version).version
    services.desk.resolve(office.manager, numbers[0], version, Outcome.ANSWERED, "پاسخ")
    assert told(office, office.clerk)[0] == (NoticeKind.CLOSED, numbers[0])
    # A mark is on the whole, and is taken back with it.
    before = services.notices.mark(office.clerk, {one.key: True})
    assert [row.seen for row in services.notices.of(office.clerk).notices if row.run] == [True]
    services.notices.mark(office.clerk, before)
    # What was undone is neither counted nor shown.
    services.bulk.take_back(office.manager, run)
    rows = services.notices.of(office.clerk).notices
    assert {row.petition_id for row in rows if row.kind is NoticeKind.TO_UNIT} == {alone, numbers[0]}


def test_a_run_that_was_undone_in_part_counts_the_rest(office: TestOffice) -> None:
    numbers = [office.registered(f"متن {number}") for number in range(4)]
    refer_many(office, numbers)
    desk = office.services.desk
    desk.undo(office.manager, numbers[1], desk.peek(office.manager, numbers[1]).version)
    [one] = office.services.notices.of(office.clerk).notices
    assert one.count == 3
    assert rows_behind(office, office.clerk, one) == {numbers[0], numbers[2], numbers[3]}
    for number in (numbers[0], numbers[2]):
        desk.open(office.clerk, number)
    assert office.services.notices.of(office.clerk).unseen == 1
    desk.open(office.clerk, numbers[3])
    assert office.services.notices.of(office.clerk).unseen == 0


def test_many_that_are_handed_over_given_back_or_closed_at_once_are_told_once(office: TestOffice) -> None:
    services = office.services
    mine = [office.taken(text=f"متن {number}").id for number in range(4)]
    foreign = office.taken(office.other_clerk, text="از همکار").id
    bulk, selection = services.bulk, BulkSelection((*mine[:2], foreign))
    act: Act = HandOver(office.other_clerk.person_id or 0, "مرخصی")
    bulk.run(office.manager, bulk.begin(selection, act, bulk.preview(office.manager, selection, act)))
    [given] = services.notices.of(office.other_clerk).notices
    assert (given.kind, given.count) == (NoticeKind.ASSIGNED, 2)
    assert rows_behind(office, office.other_clerk, given) == set(mine[:2])
    # All that a colleague leaves behind goes back to the unit in one run.
    unit, leaver = office.books.id, office.other_clerk.person_id or 0
    services.leavers.hand_over(office.manager, leaver, {unit: None}, "انتقال")
    [back] = [row for row in services.notices.of(office.clerk).notices if row.run]
    assert (back.kind, back.count, back.why) == (NoticeKind.TO_UNIT, 3, "انتقال")
    assert rows_behind(office, office.clerk, back) == {*mine[:2], foreign}
    act = Resolve(Outcome.WITHDRAWN, "متقاضی انصراف داد")
    theirs = office.taken(office.other_clerk, text="دیگری از همکار").id
    selection = BulkSelection((*mine[2:], theirs))
    bulk.run(office.manager, bulk.begin(selection, act, bulk.preview(office.manager, selection, act)))
    closed = [row for row in services.notices.of(office.clerk).notices if row.kind is NoticeKind.CLOSED]
    assert [row.count for row in closed] == [2]
    assert rows_behind(office, office.clerk, closed[0]) == set(mine[2:])
