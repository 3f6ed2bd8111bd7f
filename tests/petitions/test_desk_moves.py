"""The moves of a petition by its state and role: offered, refused, taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from sqlalchemy import update

from desktop_app.errors import AppError, ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.model import Petition
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.vocabulary import Move, Outcome, Status
from desktop_app.reports.notices.model import NoticeKind
from desktop_app.staff.roles import Actor
from tests.conftest import office_with, usual
from tests.department import TestOffice
from tests.engines import Made
from tests.petitions.refusing import refused


@pytest.fixture
def made(request: pytest.FixtureRequest) -> Made:
    return office_with(each_state) if "status" in request.fixturenames else usual(request)


Act = Callable[[TestOffice, PetitionDetail, str], object]
WITH_REASON: dict[str, tuple[str, Act]] = {
    "give_back": ("referred", lambda o, p, r: o.services.desk.give_back(o.clerk, p.id, p.version, r)),
    "refer": ("taken", lambda o, p, r: o.services.desk.refer(o.clerk, p.id, p.version, o.music.id, r)),
    "wait": ("taken", lambda o, p, r: o.services.desk.wait(o.clerk, p.id, p.version, r)),
    "submit": ("taken", lambda o, p, r: o.services.desk.submit(o.clerk, p.id, p.version, r)),
    "resolve": (
        "taken",
        lambda o, p, r: o.services.desk.resolve(o.clerk, p.id, p.version, Outcome.GRANTED, r),
    ),
    "close": (
        "taken",
        lambda o, p, r: o.services.desk.resolve(o.clerk, p.id, p.version, Outcome.INADMISSIBLE, r),
    ),
    "hand_over": (
        "taken",
        lambda o, p, r: o.services.desk.hand_over(o.clerk, p.id, p.version, o.other_clerk.person_id or 0, r),
    ),
    "note": ("taken", lambda o, p, r: o.services.desk.note(o.clerk, p.id, r)),
}


@pytest.mark.parametrize("name", WITH_REASON)
def test_a_move_that_needs_words_is_refused_without_them(office: TestOffice, name: str) -> None:
    where, act = WITH_REASON[name]
    petition = office.taken() if where == "taken" else office.petition(unit=office.books)
    with pytest.raises(InvalidValueError) as caught:
        act(office, petition, " \n")
    assert caught.value.parameters["reason"] == "empty"
    untouched = office.services.desk.peek(office.clerk, petition.id)
    assert (untouched.version, len(untouched.history)) == (petition.version, len(petition.history))


def each_state(office: TestOffice) -> None:
    """Puts a petition of the book unit in each state into a template, in the order of the states."""
    desk = office.services.desk
    office.registered("ثبت‌شده")
    office.registered("ارجاع‌شده", unit=office.books)
    office.taken(text="در دست اقدام")
    waiting = office.taken(text="در انتظار")
    desk.wait(office.clerk, waiting.id, waiting.version, "مدارک")
    drafted = office.taken(text="برای تأیید")
    desk.submit(office.clerk, drafted.id, drafted.version, "پاسخ")
    for text in ("رسیدگی‌شده", "بایگانی"):
        taken = office.taken(text=text)
        resolved = desk.resolve(office.clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")
    desk.archive(office.manager, resolved.id, resolved.version)


def in_state(office: TestOffice, status: Status) -> PetitionDetail:
    """The petition of the template that is in that state."""
    return office.services.desk.peek(office.clerk, office.made_id(1 + list(Status).index(status)))


#: What a clerk of the unit (and assignee) and a manager may do from each state.
CLERK = {
    Status.REGISTERED: {Move.REFER, Move.CLOSE},
    Status.REFERRED: {Move.GIVE_BACK, Move.TAKE, Move.CLOSE},
    Status.IN_PROGRESS: {Move.REFER, Move.WAIT, Move.SUBMIT, Move.RESOLVE, Move.CLOSE, Move.HAND_OVER},
    Status.WAITING: {Move.RESUME, Move.CLOSE},
    Status.AWAITING_APPROVAL: {Move.RESOLVE, Move.CLOSE},
    Status.RESOLVED: {Move.REOPEN},
    Status.ARCHIVED: set(),
}
MANAGER = {
    Status.REGISTERED: {Move.REFER, Move.CLOSE},
    Status.REFERRED: {Move.GIVE_BACK, Move.TAKE, Move.CLOSE, Move.HAND_OVER},
    Status.IN_PROGRESS: {
        Move.REFER, Move.WAIT, Move.SUBMIT, Move.RESOLVE, Move.CLOSE, Move.HAND_OVER, Move.TAKE_OVER,
    },
    Status.WAITING: {Move.RESUME, Move.CLOSE, Move.TAKE_OVER},
    Status.AWAITING_APPROVAL: {Move.RESOLVE, Move.CLOSE, Move.SEND_BACK},
    Status.RESOLVED: {Move.REOPEN, Move.ARCHIVE},
    Status.ARCHIVED: {Move.REOPEN},
}  # fmt: skip


@pytest.mark.parametrize("status", Status)
def test_only_the_moves_of_the_table_are_offered(office: TestOffice, status: Status) -> None:
    petition = in_state(office, status)

    def offered(actor: Actor) -> set[Move]:
        try:
            return set(office.services.desk.peek(actor, petition.id).allowed)
        except NotFoundError:
            # Where a colleague does not even see it.
            return set()

    assert petition.status is status
    assert offered(office.clerk) == CLERK[status]
    assert offered(office.manager) == MANAGER[status]
    assert offered(office.reviewer) == set()
    elsewhere = {Move.REFER, Move.CLOSE} if status is Status.REGISTERED else set()
    assert offered(office.music_clerk) == elsewhere


def attempt(office: TestOffice, move: Move, actor: Actor, p: PetitionDetail) -> None:
    desk, who, where = office.services.desk, office.other_clerk.person_id or 0, (actor, p.id, p.version)
    acts: dict[Move, Callable[[], object]] = {
        Move.REFER: lambda: desk.refer(*where, office.music.id, "دستور"),
        Move.GIVE_BACK: lambda: desk.give_back(*where, "دلیل"),
        Move.TAKE: lambda: desk.take(*where),
        Move.WAIT: lambda: desk.wait(*where, "دلیل"),
        Move.RESUME: lambda: desk.resume(*where, "دلیل"),
        Move.SUBMIT: lambda: desk.submit(*where, "پاسخ"),
        Move.SEND_BACK: lambda: desk.send_back(*where, "دلیل"),
        Move.RESOLVE: lambda: desk.resolve(*where, Outcome.ANSWERED, "پاسخ"),
        Move.CLOSE: lambda: desk.resolve(*where, Outcome.WITHDRAWN, "دلیل"),
        Move.REOPEN: lambda: desk.reopen(*where, "دلیل"),
        Move.ARCHIVE: lambda: desk.archive(*where),
        Move.HAND_OVER: lambda: desk.hand_over(*where, who, "دلیل"),
        Move.TAKE_OVER: lambda: desk.make(Move.TAKE_OVER, *where),
    }
    acts[move]()


@pytest.mark.parametrize("status", Status)
def test_a_move_that_is_not_offered_is_refused_and_leaves_no_trace(
    office: TestOffice, status: Status
) -> None:
    petition = in_state(office, status)
    for move in set(Move) - CLERK[status]:
        with pytest.raises(AppError) as caught:
            attempt(office, move, office.clerk, petition)
        assert caught.value.code in {"rule", "conflict"}
        assert isinstance(caught.value, RuleError)
    after = office.services.desk.peek(office.clerk, petition.id)
    assert (after.version, len(after.history)) == (petition.version, len(petition.history))


@pytest.mark.parametrize("status", [Status.IN_PROGRESS, Status.WAITING])
def test_a_colleague_takes_over_what_somebody_has_and_takes_it_back(
    office: TestOffice, status: Status
) -> None:
    desk, before = office.services.desk, in_state(office, status)
    taken = desk.make(Move.TAKE_OVER, office.other_clerk, before.id, before.version, "مرخصی همکار")
    assert (taken.status, taken.assignee_id) == (status, office.other_clerk.person_id)
    event = taken.history[-1]
    assert (event.action, event.text, event.before["assignee_name"]) == (
        "take_over",
        "مرخصی همکار",
        "مریم رضایی",
    )
    # Who had it is told at once, and by nobody but them.
    notices = office.services.notices
    [notice] = notices.of(office.clerk).notices
    assert (notice.kind, notice.petition_id) == (NoticeKind.TAKEN_OVER, before.id)
    assert (notice.who, notice.why) == ("حسن نوری", "مرخصی همکار")
    for other in (office.manager, office.other_clerk):
        assert before.id not in [row.petition_id for row in notices.of(other).notices]
    # What they send on the state that they saw is a conflict and overwrites nothing.
    with pytest.raises(ConflictError):
        desk.resolve(office.clerk, before.id, before.version, Outcome.WITHDRAWN, "پاسخ من")
    back = desk.undo(office.other_clerk, before.id, taken.version)
    assert (back.status, back.assignee_id) == (status, office.clerk.person_id)
    assert office.services.notices.of(office.clerk).notices == ()


@pytest.mark.parametrize(
    ("status", "move"),
    [
        (Status.REGISTERED, Move.REFER),
        (Status.REFERRED, Move.TAKE),
        (Status.REFERRED, Move.GIVE_BACK),
        (Status.IN_PROGRESS, Move.REFER),
        (Status.IN_PROGRESS, Move.WAIT),
        (Status.IN_PROGRESS, Move.RESOLVE),
        (Status.IN_PROGRESS, Move.CLOSE),
        (Status.IN_PROGRESS, Move.HAND_OVER),
        (Status.WAITING, Move.RESUME),
        (Status.RESOLVED, Move.REOPEN),
    ],
)
def test_undo_restores_what_was_before_and_the_history_shows_both(
    office: TestOffice, status: Status, move: Move
) -> None:
    desk = office.services.desk
    before = in_state(office, status)
    attempt(office, move, office.clerk, before)
    moved = desk.peek(office.clerk, before.id)
    assert moved.undoable
    undone = desk.undo(office.clerk, before.id, moved.version)
    for name in (
        "status",
        "unit_id",
        "assignee_id",
        "outcome",
        "due_on",
        "paused_on",
        "resolved_at",
        "replies",
    ):
        assert getattr(undone, name) == getattr(before, name), name
    assert [r.acted_at for r in undone.referrals] == [r.acted_at for r in before.referrals]
    assert [event.action for event in undone.history][-2:] == [move.value, "undo"]
    assert not undone.undoable
    assert refused(lambda: desk.undo(office.clerk, before.id, undone.version)) == "nothing_to_undo"


def test_undo_takes_back_what_was_seen_and_not_what_the_person_did_elsewhere_since(
    office: TestOffice,
) -> None:
    desk, sides = office.services.desk, office.services.side_referrals
    seen = office.taken()
    asked = sides.send(office.clerk, seen.id, seen.version, [SideTarget(office.music.id)], "نظر شما؟")
    with pytest.raises(ConflictError):
        desk.undo(office.clerk, seen.id, seen.version)
    assert [row.side for row in desk.peek(office.clerk, seen.id).referrals] == [False, True]
    desk.undo(office.clerk, seen.id, asked.version)
    assert [row.side for row in desk.peek(office.clerk, seen.id).referrals] == [False]


def test_nobody_undoes_another_s_move_or_what_was_built_on(office: TestOffice) -> None:
    desk = office.services.desk
    taken = office.taken()
    assert refused(lambda: desk.undo(office.other_clerk, taken.id, taken.version)) == "nothing_to_undo"
    assert desk.peek(office.clerk, taken.id).undoable
    assert not desk.peek(office.other_clerk, taken.id).undoable
    # One's own note does not stand in the way, a colleague's does.
    own = desk.note(office.clerk, taken.id, "یادداشت خودم")
    assert own.undoable
    back = desk.undo(office.clerk, taken.id, own.version)
    assert [event.action for event in back.history][-3:] == ["take", "note", "undo"]
    taken = desk.take(office.clerk, taken.id, back.version)
    noted = desk.note(office.other_clerk, taken.id, "یادداشت")
    assert refused(lambda: desk.undo(office.clerk, taken.id, noted.version)) == "nothing_to_undo"


def test_a_move_is_not_undone_where_the_petition_is_not_as_it_left_it(office: TestOffice) -> None:
    taken = office.taken()
    with office.services.database.writing() as session:
        moved = update(Petition).where(Petition.id == taken.id).values(due_on=date(2027, 1, 1))
        session.execute(moved)
    undo = partial(office.services.desk.undo, office.clerk, taken.id, taken.version)
    assert refused(undo) == "nothing_to_undo"
