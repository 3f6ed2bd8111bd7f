"""One act on many petitions: the same rules, the same events, all of it taken back."""

from __future__ import annotations

import json
import sqlite3
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from desktop_app.clock import FixedClock
from desktop_app.database.audit import record_event
from desktop_app.database.verification import verify
from desktop_app.errors import (
    AppError,
    ConflictError,
    DatabaseAwayError,
    InvalidValueError,
    NotFoundError,
    RuleError,
)
from desktop_app.petitions.bulk import service
from desktop_app.petitions.bulk.acts import Act, Archive, HandOver, PutLabel, Refer, Resolve, Take
from desktop_app.petitions.bulk.members import in_run
from desktop_app.petitions.bulk.run import BulkProgress, BulkSelection
from desktop_app.petitions.bulk.stored import kept_act, read_act
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.lists.inbox import ListFilter, Scope, View
from desktop_app.petitions.model import Petition
from desktop_app.petitions.vocabulary import Kind, Outcome, Status
from desktop_app.staff.roles import Actor
from tests.department import TestOffice


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "CHUNK", 3)


def done(office: TestOffice, actor: Actor, selection: BulkSelection, act: Act) -> BulkProgress:
    bulk = office.services.bulk
    return bulk.run(actor, bulk.begin(selection, act, bulk.preview(actor, selection, act)))


def every(office: TestOffice, run: BulkProgress) -> list[PetitionDetail]:
    return [office.services.desk.peek(office.manager, number) for number in sorted(run.done)]


def reasons(run: BulkProgress) -> dict[int, str]:
    return {
        failure.petition_id: str(failure.error.parameters.get("rule") or failure.error.code)
        for failure in run.failures
    }


def test_an_act_on_many_reads_in_each_history_as_on_one_and_is_taken_back(office: TestOffice) -> None:
    alone = office.taken(text="یکی", name="الف")
    one = office.services.desk.refer(office.clerk, alone.id, alone.version, office.music.id, "بررسی شود")
    many = [office.taken(text=f"متن {number}") for number in range(7)]
    ids = tuple(made.id for made in many)
    run = done(office, office.clerk, BulkSelection(ids), Refer(office.music.id, "بررسی شود"))
    assert (sorted(run.done), run.failures, run.untouched) == (list(ids), [], 0)
    for was, now in zip(many, every(office, run), strict=True):
        assert (now.status, now.unit_id, now.assignee_id) == (Status.REFERRED, office.music.id, None)
        assert now.version == was.version + 1
        assert now.referrals[-1].order_note == "بررسی شود"
        mine, theirs = now.history[-1], one.history[-1]
        assert mine.after.pop("bulk")
        assert mine.after.pop("changes", {}).keys() == theirs.after.get("changes", {}).keys()
        assert [name.split(":")[0] for name in mine.after.pop("vouched")] == ["referral", "referral_words"]
        theirs_after = {
            name: value for name, value in theirs.after.items() if name not in {"changes", "vouched"}
        }
        assert (mine.action, mine.before, mine.after, mine.text) == (
            theirs.action, theirs.before, theirs_after, theirs.text,
        )  # fmt: skip
        assert mine.actor_id == office.clerk.person_id
    assert office.services.bulk.take_back(office.clerk, run) == 7
    assert list(run.done) == []
    for was in many:
        now = office.services.desk.peek(office.clerk, was.id)
        assert (now.status, now.assignee_id, now.allowed) == (
            Status.IN_PROGRESS,
            was.assignee_id,
            was.allowed,
        )
        assert len(now.referrals) == len(was.referrals)
        assert [event.action for event in now.history[-2:]] == ["refer", "undo"]
    assert not verify(office.services.database).breaks


def test_what_cannot_be_done_is_counted_before_and_named_after(office: TestOffice) -> None:
    taken = [office.taken(text=f"متن {number}") for number in range(4)]
    foreign = office.petition("از موسیقی", unit=office.music)
    there = office.petition("هنوز ارجاع", unit=office.books)
    complaint = office.taken(text="شکایت", kind=Kind.COMPLAINT)
    selection = BulkSelection((*(made.id for made in taken), foreign.id, there.id, complaint.id, 999))
    act = Resolve(Outcome.GRANTED, "{name} گرامی، پذیرفته شد.")
    preview = office.services.bulk.preview(office.clerk, selection, act)
    assert (preview.total, preview.possible) == (8, 4)
    assert sum(count for _, count in preview.refused) == 4
    run = done(office, office.clerk, selection, act)
    assert sorted(run.done) == [made.id for made in taken]
    assert reasons(run) == {
        foreign.id: "not_from_this_state",
        there.id: "not_from_this_state",
        complaint.id: "complaint_never_by_assignee",
        999: "not_found",
    }
    assert every(office, run)[0].replies[-1].text == "علی کریمی گرامی، پذیرفته شد."


def test_all_of_a_view_goes_by_the_filter_and_leaves_what_comes_or_changes_meanwhile(
    office: TestOffice, clock: FixedClock
) -> None:
    bulk, desk = office.services.bulk, office.services.desk
    waiting = [office.petition(f"متن {number}", unit=office.books) for number in range(8)]
    selection = BulkSelection(wanted=ListFilter(view=View.MY_UNIT, scope=Scope.OPEN))
    preview = bulk.preview(office.clerk, selection, Take())
    assert (preview.total, preview.possible) == (8, 8)
    clock.moment += timedelta(minutes=1)
    late = office.petition("تازه", unit=office.books)
    desk.take(office.other_clerk, waiting[5].id, waiting[5].version)
    desk.note(office.other_clerk, waiting[6].id, "یادداشت")
    run = bulk.run(office.clerk, bulk.begin(selection, Take(), preview))
    assert sorted(run.done) == [made.id for made in waiting if made.id != waiting[5].id]
    assert isinstance(run.failures[0].error, ConflictError)
    assert run.failures[0].error.parameters["theirs"] == "حسن نوری"
    assert desk.peek(office.clerk, late.id).assignee_id is None
    assert {one.assignee_name for one in every(office, run)} == {"مریم رضایی"}


def test_a_stop_keeps_what_is_done_and_going_on_does_nothing_twice(office: TestOffice) -> None:
    ids = [office.taken(text=f"متن {number}").id for number in range(7)]
    bulk, act = office.services.bulk, HandOver(office.other_clerk.person_id or 0, "مرخصی")
    selection = BulkSelection(tuple(ids))

    class Stop:
        def __init__(self) -> None:
            self.told: list[int] = []

        def report(self, done: int, total: int | None = None) -> None:
            assert total == 7
            self.told.append(done)

        def cancelled(self) -> bool:
            return bool(self.told)

    run = bulk.begin(selection, act, bulk.preview(office.clerk, selection, act))
    stopped = bulk.run(office.clerk, run, Stop())
    assert (list(stopped.done), stopped.cancelled, stopped.untouched) == (ids[:3], True, 4)
    again = bulk.run(office.clerk, stopped)
    assert (sorted(again.done), again.finished, again.failures) == (ids, True, [])
    for one in every(office, again):
        assert [event.action for event in one.history].count("hand_over") == 1
    # What a colleague has built on stays; the rest comes back.
    desk = office.services.desk
    desk.note(office.other_clerk, ids[3], "شروع شد")
    assert bulk.take_back(office.clerk, again) == 6
    assert list(again.done) == [ids[3]]
    assert desk.peek(office.clerk, ids[3]).assignee_name == "حسن نوری"


def test_a_taking_back_that_is_stopped_tells_what_it_did_not_reach_and_goes_on(office: TestOffice) -> None:
    made = [office.taken(text=f"متن {number}") for number in range(7)]
    bulk, act = office.services.bulk, HandOver(office.other_clerk.person_id or 0, "مرخصی")
    selection = BulkSelection(tuple(one.id for one in made))
    run = bulk.run(office.clerk, bulk.begin(selection, act, bulk.preview(office.clerk, selection, act)))
    # The last one was built on by a colleague.
    office.services.desk.note(office.other_clerk, made[6].id, "شروع شد")

    class Stop:
        looked = 0

        def report(self, done: int, total: int | None = None) -> None:
            assert total == 7
            self.looked = done

        def cancelled(self) -> bool:
            return self.looked >= 4

    assert bulk.take_back(office.clerk, run, Stop()) == 3
    assert (len(run.done), run.unreached) == (4, 3)
    assert bulk.take_back(office.clerk, run) == 3
    assert (list(run.done), run.unreached) == ([made[6].id], 0)


def test_taking_back_a_run_leaves_what_a_later_run_did(office: TestOffice) -> None:
    bulk, ids = office.services.bulk, tuple(office.taken(text=f"متن {number}").id for number in range(3))
    closing = done(office, office.manager, BulkSelection(ids), Resolve(Outcome.WITHDRAWN, "انصراف"))
    archiving = done(office, office.manager, BulkSelection(ids[:2]), Archive())
    assert bulk.take_back(office.manager, closing) == 1
    states = [office.services.desk.peek(office.manager, number).status for number in ids]
    assert states == [Status.ARCHIVED, Status.ARCHIVED, Status.IN_PROGRESS]
    assert bulk.take_back(office.manager, archiving) == 2


def test_half_of_a_surrogate_pair_in_a_later_event_hides_no_petition_of_a_run(office: TestOffice) -> None:
    ids = tuple(office.taken(text=f"متن {number}").id for number in range(2))
    run = done(office, office.manager, BulkSelection(ids), Resolve(Outcome.WITHDRAWN, "انصراف"))
    with office.services.database.writing() as session:
        record_event(
            session, item_type="petition", item_id=ids[0], at=office.services.database.now(session),
            actor_id=office.manager.person_id, actor_name=office.manager.name, action="noted",
            after={"file": "a\ud800.pdf"},
        )  # fmt: skip
    with office.services.database.reading() as session:
        assert set(session.scalars(select(Petition.id).where(in_run(run.key)))) == set(ids)
    office.services.bulk.take_back(office.manager, run)
    with office.services.database.reading() as session:
        # What was done to the other one afterwards keeps it in the run.
        assert session.scalars(select(Petition.id).where(in_run(run.key))).all() == [ids[0]]


def test_a_chunk_whose_answer_never_came_is_known_from_the_database(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [office.petition(f"متن {number}", unit=office.books) for number in range(5)]
    bulk = office.services.bulk
    selection = BulkSelection(wanted=ListFilter(view=View.UNROUTED))
    for one in made:
        office.services.desk.give_back(office.clerk, one.id, one.version, "از ما نیست")
    act = Refer(office.music.id, "رسیدگی")
    run = bulk.begin(selection, act, bulk.preview(office.clerk, selection, act))
    # Fault injection: on SQLite no connection can be cut behind a commit, so the chunk itself loses its answer.
    real = service.Bulk._do_chunk

    def lost(self: service.Bulk, actor: Actor, run: BulkProgress) -> object:
        real(self, actor, run)
        raise AppError(where="server")

    monkeypatch.setattr(service.Bulk, "_do_chunk", lost)
    bulk.run(office.clerk, run)
    assert (list(run.done), run.cursor, run.stopped is not None) == ([], 0, True)
    monkeypatch.setattr(service.Bulk, "_do_chunk", real)
    bulk.run(office.clerk, run)
    assert (sorted(run.done), run.failures, run.finished) == ([one.id for one in made], [], True)
    for one in every(office, run):
        assert [event.action for event in one.history].count("refer") == 1


def test_a_file_that_another_program_holds_stops_it_and_going_on_does_nothing_twice(
    sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, bulk = sqlite_office, sqlite_office.services.bulk
    monkeypatch.setattr("desktop_app.database.operations.PATIENCE", 0.1)
    made = [office.taken(text=f"متن {number}") for number in range(7)]
    selection, act = BulkSelection(tuple(one.id for one in made)), Refer(office.music.id, "بررسی شود")
    run = bulk.begin(selection, act, bulk.preview(office.clerk, selection, act))
    with office.services.database.reading() as session:
        session.execute(text("PRAGMA busy_timeout = 20"))
    holder = sqlite3.connect(office.services.database.place, isolation_level=None)

    class Taken:
        def report(self, done: int, total: int | None = None) -> None:
            if done == 3:
                holder.execute("BEGIN IMMEDIATE")

        def cancelled(self) -> bool:
            return False

    bulk.run(office.clerk, run, Taken())
    assert (isinstance(run.stopped, DatabaseAwayError), len(run.done), run.untouched) == (True, 3, 4)
    # Taking back meets the same trouble: nothing is lost of what is still to be taken back.
    with pytest.raises(DatabaseAwayError):
        bulk.take_back(office.clerk, run)
    assert len(run.done) == 3
    holder.execute("ROLLBACK")
    holder.close()
    bulk.run(office.clerk, run)
    assert (run.finished, sorted(run.done), run.failures) == (True, [one.id for one in made], [])
    for one in every(office, run):
        assert [event.action for event in one.history].count("refer") == 1


def test_acts_that_fit_nothing_are_refused_before_anything_is_done(office: TestOffice) -> None:
    preview = office.services.bulk.preview
    for act, kind in (
        (Resolve(Outcome.DUPLICATE, "تکراری"), RuleError),
        (Resolve(Outcome.REFUSED, " "), InvalidValueError),
        (HandOver(999, "مرخصی"), NotFoundError),
        (Refer(999, ""), NotFoundError),
        (Refer(office.books.id, "", person_id=999), NotFoundError),
        (Refer(office.books.id, "", person_id=office.music_clerk.person_id), RuleError),
    ):
        with pytest.raises(kind):
            preview(office.clerk, BulkSelection((1,)), act)


def test_many_are_referred_to_a_clerk_also_of_the_own_unit_and_come_back(office: TestOffice) -> None:
    own, unrouted = office.taken(text="یک"), office.petition("دو")
    held = office.taken(by=office.other_clerk, text="سه")
    selection = BulkSelection((own.id, unrouted.id, held.id))
    act = Refer(office.books.id, "رسیدگی شود", person_id=office.other_clerk.person_id)
    run = done(office, office.clerk, selection, act)
    assert {(one.unit_id, one.assignee_id, one.status) for one in every(office, run)} == {
        (office.books.id, office.other_clerk.person_id, Status.REFERRED)
    }
    # Who has one does not get it again.
    assert [(one.petition_id, one.error.parameters["rule"]) for one in run.failures] == [
        (held.id, "has_it_already")
    ]
    assert office.services.bulk.take_back(office.clerk, run) == 2
    back = [office.services.desk.peek(office.clerk, one.id) for one in (own, unrouted)]
    assert [(one.unit_id, one.assignee_id) for one in back] == [
        (office.books.id, office.clerk.person_id),
        (None, None),
    ]


def test_closing_ends_open_petitions_and_archiving_puts_them_away(office: TestOffice) -> None:
    made = [office.taken(text=f"متن {number}") for number in range(3)]
    known, unknown = office.taken(text="با نام"), office.taken(text="بی نام", name="")
    selection = BulkSelection(tuple(one.id for one in made))
    closed = done(office, office.clerk, selection, Resolve(Outcome.WITHDRAWN, "انصراف داد"))
    assert [one.outcome for one in every(office, closed)] == ["withdrawn"] * 3
    put_away = done(office, office.manager, selection, Archive())
    assert {one.status for one in every(office, put_away)} == {Status.ARCHIVED}
    answered = done(
        office,
        office.clerk,
        BulkSelection((known.id, unknown.id)),
        Resolve(Outcome.ANSWERED, "{name}، سپاس."),
    )
    assert list(answered.done) == [known.id]
    assert answered.failures[0].error.parameters["value"] == "name"


def test_a_run_is_kept_with_who_when_what_and_what_became_of_it(
    office: TestOffice, clock: FixedClock
) -> None:
    made = [office.taken(text=f"متن {number}") for number in range(4)]
    complaint = office.petition("جای دیگر", unit=office.music)
    selection = BulkSelection((*(one.id for one in made), complaint.id))
    run = done(office, office.clerk, selection, Refer(office.music.id, "بررسی شود"))
    [row] = office.services.bulk_runs.all(office.clerk)
    assert (row.key, row.actor_name, row.began_at) == (run.key, "مریم رضایی", clock.now())
    assert (row.act, row.name) == (Refer(office.music.id, "بررسی شود"), "اداره موسیقی")
    assert (row.total, row.done, row.refused, row.undone, row.finished) == (5, 4, 1, 0, True)
    kept = office.services.bulk_runs.one(office.clerk, row.key)
    assert (kept.selection, kept.act, sorted(kept.done)) == (run.selection, run.act, sorted(run.done))
    assert [(one.petition_id, one.tracking_code, str(one.error)) for one in kept.failures] == [
        (one.petition_id, one.tracking_code, str(one.error)) for one in run.failures
    ]
    assert [type(one.error) for one in kept.failures] == [RuleError]
    # What somebody did is theirs.
    assert office.services.bulk_runs.all(office.manager) == ()
    with pytest.raises(NotFoundError):
        office.services.bulk_runs.one(office.manager, row.key)
    with pytest.raises(NotFoundError):
        office.services.bulk.take_back(office.manager, kept)


def test_a_run_is_taken_back_after_the_window_was_closed(office: TestOffice) -> None:
    made = [office.taken(text=f"متن {number}") for number in range(7)]
    run = done(
        office, office.clerk, BulkSelection(tuple(one.id for one in made)), Refer(office.music.id, "بررسی")
    )
    desk, runs = office.services.desk, office.services.bulk_runs
    desk.note(office.music_clerk, made[4].id, "دیدم")
    again = runs.one(office.clerk, run.key)
    assert office.services.bulk.take_back(office.clerk, again) == 6
    assert list(again.done) == [made[4].id]
    assert [desk.peek(office.clerk, one.id).status for one in made].count(Status.IN_PROGRESS) == 6
    [row] = runs.all(office.clerk)
    assert (row.done, row.undone, row.finished) == (7, 6, True)
    # Once more does nothing twice, and what was taken back is not gone on with.
    assert office.services.bulk.take_back(office.clerk, runs.one(office.clerk, run.key)) == 0
    office.services.bulk.run(office.clerk, again)
    assert [row.undone for row in runs.all(office.clerk)] == [6]
    for one in made[:4]:
        history = [event.action for event in desk.peek(office.clerk, one.id).history]
        assert (history.count("refer"), history.count("undo")) == (1, 1)


def test_a_run_that_broke_off_is_gone_on_with_by_another_window_and_does_nothing_twice(
    office: TestOffice, clock: FixedClock
) -> None:
    made = [office.petition(f"متن {number}", unit=office.books) for number in range(8)]
    bulk, runs = office.services.bulk, office.services.bulk_runs
    selection = BulkSelection(wanted=ListFilter(view=View.MY_UNIT, scope=Scope.OPEN))
    lost = bulk.begin(selection, Take(), bulk.preview(office.clerk, selection, Take()))

    class Dies:
        told = 0

        def report(self, done: int, total: int | None = None) -> None:
            self.told = done

        def cancelled(self) -> bool:
            return self.told > 0

    # Three are done, and nothing is left of the window but what the database has.
    bulk.run(office.clerk, lost, Dies())
    [row] = runs.all(office.clerk)
    assert (row.done, row.untouched, row.finished) == (3, 5, False)
    found = runs.one(office.clerk, row.key)
    assert (found.selection, found.cursor, list(found.done)) == (selection, lost.cursor, list(lost.done))
    late = office.petition("تازه", unit=office.books)
    # It was the person who stopped it; what broke off by itself is told of, a moment later.
    assert runs.broken_off(office.clerk) is None
    with office.services.database.writing() as session:
        session.execute(text("UPDATE bulk_run SET put_away_at = NULL"))
    assert runs.broken_off(office.clerk) is None
    clock.advance(timedelta(minutes=2))
    told = runs.broken_off(office.clerk)
    assert told is not None
    assert (told.key, told.done, told.total) == (row.key, 3, 8)
    assert runs.broken_off(office.manager) is None
    # Two windows go on with it at once: each chunk is one window's.
    both = [found, runs.one(office.clerk, row.key)]
    bulk.run(office.clerk, both[0], Dies())
    bulk.run(office.clerk, both[1])
    bulk.run(office.clerk, both[0])
    for run in both:
        assert (sorted(run.done), run.finished, run.failures) == ([one.id for one in made], True, [])
    for one in every(office, both[0]):
        assert [event.action for event in one.history].count("take") == 1
    assert office.services.desk.peek(office.clerk, late.id).assignee_id is None
    assert runs.broken_off(office.clerk) is None


@pytest.mark.parametrize(
    "act",
    [
        Refer(3, "هامش"),
        Refer(3, "هامش", person_id=5),
        Take(),
        HandOver(4, "مرخصی"),
        Resolve(Outcome.REFUSED, "پاسخ {name}", "دلیل"),
        Archive(),
        PutLabel(7),
        PutLabel(7, on=False),
    ],
)
def test_an_act_is_read_as_it_was_written(act: Act) -> None:
    assert read_act(json.loads(json.dumps(kept_act(act)))) == act
