from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import select, update

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.errors import AppError, BusyError, ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.model import Petition, Referral
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.registration.codes import new_tracking_code
from desktop_app.petitions.vocabulary import Kind, Move, Outcome, Purpose, Status
from desktop_app.reports.notices.model import NoticeKind
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Actor, Membership, Role
from tests.conftest import NOON, office_with, usual
from tests.department import TestOffice, add_person
from tests.engines import Made


@pytest.fixture
def made(request: pytest.FixtureRequest) -> Made:
    return office_with(each_state) if "status" in request.fixturenames else usual(request)


def refused(act: Callable[[], object]) -> str:
    """The rule that refuses `act`."""
    with pytest.raises(RuleError) as caught:
        act()
    return str(caught.value.parameters["rule"])


def test_each_petition_counts_once_a_day_and_not_when_it_is_taken_back(
    office: TestOffice, clock: FixedClock
) -> None:
    desk = office.services.desk
    first, second = office.taken(text="یک"), office.taken(text="دو")
    clock.moment -= timedelta(days=1)
    desk.resolve(office.clerk, first.id, first.version, Outcome.ANSWERED, "پاسخ")
    clock.moment += timedelta(days=1)
    assert desk.done_today(office.clerk) == 0
    done = desk.refer(office.clerk, second.id, second.version, office.music.id, "بررسی")
    assert (desk.done_today(office.clerk), desk.done_today(office.other_clerk)) == (1, 0)
    desk.undo(office.clerk, second.id, done.version)
    assert desk.done_today(office.clerk) == 0


def test_the_whole_way_of_a_petition(office: TestOffice) -> None:
    desk = office.services.desk
    made = office.petition()
    referred = desk.refer(office.clerk, made.id, made.version, office.books.id, "برای بررسی")
    assert (referred.status, referred.unit_name, referred.assignee_id) == (
        Status.REFERRED,
        "اداره کتاب",
        None,
    )
    taken = desk.take(office.clerk, made.id, referred.version)
    assert (taken.status, taken.assignee_name) == (Status.IN_PROGRESS, "مریم رضایی")
    resolved = desk.resolve(
        office.clerk, made.id, taken.version, Outcome.ANSWERED, "پاسخ شما", satisfaction=4
    )
    assert (resolved.status, resolved.outcome, resolved.satisfaction) == (Status.RESOLVED, "answered", 4)
    assert [reply.text for reply in resolved.replies] == ["پاسخ شما"]
    archived = desk.archive(office.manager, made.id, resolved.version)
    assert archived.status is Status.ARCHIVED
    reopened = desk.reopen(office.manager, made.id, archived.version, "مدرک تازه رسید")
    assert (reopened.status, reopened.outcome, reopened.resolved_at) == (Status.IN_PROGRESS, None, None)
    actions = [event.action for event in reopened.history]
    assert actions == ["registered", "refer", "take", "resolve", "archive", "reopen"]
    last = reopened.history[-1]
    assert (last.before["status"], last.after["status"], last.text) == (
        "archived",
        "in_progress",
        "مدرک تازه رسید",
    )


def test_returning_gives_it_back_to_nobody(office: TestOffice) -> None:
    made = office.petition(unit=office.books)
    back = office.services.desk.give_back(office.clerk, made.id, made.version, "در صلاحیت ما نیست")
    assert (back.status, back.unit_id) == (Status.REGISTERED, None)
    assert back.referrals[0].acted_at is not None


def test_an_approved_answer_goes_through_the_manager(office: TestOffice) -> None:
    desk = office.services.desk
    made = office.petition(unit=office.music)
    taken = desk.take(office.music_clerk, made.id, made.version)
    answer = lambda: desk.resolve(office.music_clerk, made.id, taken.version, Outcome.GRANTED, "بله")  # noqa: E731
    assert refused(answer) == "unit_asks_for_approval"
    sent = desk.submit(office.music_clerk, made.id, taken.version, "پیش‌نویس پاسخ")
    assert (sent.status, sent.draft) == (Status.AWAITING_APPROVAL, "پیش‌نویس پاسخ")
    back = desk.send_back(office.music_manager, made.id, sent.version, "کوتاه‌تر")
    again = desk.submit(office.music_clerk, made.id, back.version, "پاسخ کوتاه")
    done = desk.resolve(office.music_manager, made.id, again.version, Outcome.GRANTED, "")
    assert [reply.text for reply in done.replies] == ["پاسخ کوتاه"]
    assert done.replies[0].author == "سارا امینی"


def test_only_the_manager_of_the_unit_itself_approves(office: TestOffice) -> None:
    """A clerk of this unit who manages another one still asks for the approval."""
    accounts, desk = office.services.accounts, office.services.desk
    roles = frozenset({Membership(Role.CLERK, office.music.id), Membership(Role.MANAGER, office.books.id)})
    added = add_person(office.services, office.administrator, "لیلا صالحی", "salehi", roles)
    number = office.registered(unit=office.music)
    taken = desk.take(office.music_clerk, number, version=1)
    both = accounts.actor(added.id)
    answer = partial(desk.resolve, both, number, taken.version, Outcome.GRANTED, "بله")
    assert refused(answer) == "unit_asks_for_approval"


def test_a_complaint_is_never_closed_by_its_assignee(office: TestOffice) -> None:
    desk = office.services.desk
    taken = office.taken(kind=Kind.COMPLAINT)
    for outcome in (Outcome.ANSWERED, Outcome.INADMISSIBLE, Outcome.WITHDRAWN):
        act = lambda outcome=outcome: desk.resolve(office.clerk, taken.id, taken.version, outcome, "متن")  # noqa: E731
        assert refused(act) == "complaint_never_by_assignee"
    assert taken.resolve_refusal == "complaint_never_by_assignee"
    done = desk.resolve(office.other_clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")
    assert done.status is Status.RESOLVED


def passed_on(office: TestOffice) -> PetitionDetail:
    """A complaint that the clerk has handed over to the other clerk."""
    taken = office.taken(kind=Kind.COMPLAINT)
    colleague = office.other_clerk.person_id or 0
    return office.services.desk.hand_over(office.clerk, taken.id, taken.version, colleague, "مرخصی")


def leave_the_clerks_alone(office: TestOffice) -> None:
    """Takes the roles for the whole office away from all, so that the book unit has its two clerks and no more."""
    accounts, chief = office.services.accounts, office.administrator
    rows = {row.id: row for row in accounts.all()}
    manager, administrator = rows[office.manager.person_id or 0], rows[chief.person_id or 0]
    accounts.change(chief, manager.id, manager.version, active=False)
    only = frozenset({Membership(Role.ADMINISTRATOR, None)})
    accounts.change(chief, administrator.id, administrator.version, memberships=only)


def test_who_was_the_assignee_of_a_complaint_never_resolves_it(office: TestOffice) -> None:
    desk, petition = office.services.desk, passed_on(office)
    for actor in (office.clerk, office.other_clerk):
        for outcome in (Outcome.ANSWERED, Outcome.WITHDRAWN):
            act = lambda a=actor, o=outcome: desk.resolve(a, petition.id, petition.version, o, "متن")  # noqa: E731
            assert refused(act) == "complaint_never_by_assignee"
        assert desk.peek(actor, petition.id).resolve_refusal == "complaint_never_by_assignee"
    # Another kind of petition is resolved by whoever has it.
    other = office.taken(kind=Kind.REQUEST)
    assert (
        desk.resolve(office.clerk, other.id, other.version, Outcome.ANSWERED, "پاسخ").status
        is Status.RESOLVED
    )
    done = desk.resolve(office.manager, petition.id, petition.version, Outcome.ANSWERED, "پاسخ")
    assert "nobody_else" not in done.history[-1].after


def test_a_complaint_that_everybody_of_the_unit_had_is_resolved_by_a_manager(office: TestOffice) -> None:
    desk, petition = office.services.desk, passed_on(office)
    memberships = frozenset({Membership(Role.MANAGER, office.books.id)})
    row = add_person(office.services, office.administrator, "نیما راد", "rad", memberships)
    head = office.services.accounts.actor(row.id)
    leave_the_clerks_alone(office)
    # The new head of the unit was not its assignee: the ordinary rule holds.
    assert desk.peek(office.clerk, petition.id).resolve_refusal == "complaint_never_by_assignee"
    back = desk.hand_over(head, petition.id, petition.version, None, "دوباره تقسیم می‌شود")
    taken = desk.take(head, petition.id, back.version)
    # Everybody was its assignee now: the clerks still do not resolve it, the manager does, and that is recorded.
    assert desk.peek(office.clerk, petition.id).resolve_refusal == "complaint_never_by_assignee"
    act = lambda: desk.resolve(office.clerk, petition.id, taken.version, Outcome.ANSWERED, "پاسخ")  # noqa: E731
    assert refused(act) == "complaint_never_by_assignee"
    done = desk.resolve(head, petition.id, taken.version, Outcome.ANSWERED, "پاسخ")
    assert done.history[-1].after["nobody_else"] is True


def test_a_complaint_is_resolved_by_its_assignee_where_there_is_nobody_else_at_all(
    office: TestOffice,
) -> None:
    desk, petition = office.services.desk, passed_on(office)
    leave_the_clerks_alone(office)
    assert desk.peek(office.clerk, petition.id).resolve_refusal is None
    done = desk.resolve(office.clerk, petition.id, petition.version, Outcome.ANSWERED, "پاسخ")
    assert done.history[-1].after["nobody_else"] is True


def test_a_colleague_closes_the_complaint_of_whom_they_also_deputise_for(office: TestOffice) -> None:
    taken = office.taken(kind=Kind.COMPLAINT)
    absent, colleague = office.clerk.person_id or 0, office.other_clerk.person_id or 0
    today = tehran_day(NOON)
    office.services.deputies.add(office.administrator, NewDeputy(absent, colleague, today, today))
    deputy = office.services.accounts.actor(colleague)
    assert deputy.acts_for(absent, office.books.id)
    assert office.services.desk.peek(deputy, taken.id).resolve_refusal is None
    done = office.services.desk.resolve(deputy, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")
    # It is their own right: nobody's name stands beside theirs.
    assert "on_behalf_of" not in done.history[-1].after


def test_it_is_resolved_only_when_other_units_have_answered(office: TestOffice) -> None:
    desk = office.services.desk
    taken = office.taken()
    with office.services.database.writing() as session:
        out = Referral(
            petition_id=taken.id,
            to_unit_id=office.music.id,
            purpose="action",
            order_note="",
            sent_at=NOON,
            side=True,
        )
        session.add(out)
        session.flush()
        referral = out.id

    def resolve() -> PetitionDetail:
        return desk.resolve(office.clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")

    assert refused(resolve) == "referral_still_out"
    with office.services.database.writing() as session:
        session.get_one(Referral, referral).acted_at = NOON
    assert resolve().status is Status.RESOLVED


def test_a_unit_that_is_told_holds_nothing_back(office: TestOffice) -> None:
    desk = office.services.desk
    taken = office.taken()
    told = desk.refer(
        office.clerk, taken.id, taken.version, office.music.id, "جهت اطلاع", purpose=Purpose.INFORMATION
    )
    assert (told.status, told.unit_id) == (Status.IN_PROGRESS, office.books.id)
    assert (
        desk.resolve(office.clerk, told.id, told.version, Outcome.ANSWERED, "پاسخ").status is Status.RESOLVED
    )


@pytest.mark.parametrize("outcome", [Outcome.INADMISSIBLE, Outcome.WITHDRAWN])
def test_any_open_state_can_be_closed_without_an_answer(office: TestOffice, outcome: Outcome) -> None:
    desk = office.services.desk
    waiting = office.taken(text="الف")
    waiting = desk.wait(office.clerk, waiting.id, waiting.version, "مدارک")
    for petition in (
        office.petition("ب"),
        office.petition("ج", unit=office.books),
        office.taken(text="د"),
        waiting,
    ):
        done = desk.resolve(office.clerk, petition.id, petition.version, outcome, "دلیل")
        assert (done.status, done.outcome, done.replies) == (Status.RESOLVED, outcome.value, ())


def test_a_duplicate_names_the_other_one(office: TestOffice) -> None:
    desk = office.services.desk
    first, second = office.petition("الف"), office.petition("ب")

    def close(code: str) -> PetitionDetail:
        return desk.resolve(
            office.clerk, second.id, second.version, Outcome.DUPLICATE, "تکراری", duplicate_of=code
        )

    with pytest.raises(InvalidValueError):
        close("1234")
    with pytest.raises(NotFoundError):
        close(new_tracking_code(lambda _: 7))
    assert refused(lambda: close(second.tracking_code)) == "duplicate_of_itself"
    assert close(first.tracking_code).duplicate_of == first.tracking_code


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


def test_the_second_of_two_is_told_and_loses_nothing(office: TestOffice) -> None:
    desk = office.services.desk
    seen = office.taken()
    quicker = desk.wait(office.other_clerk, seen.id, seen.version, "مدارک ناقص است")
    with pytest.raises(ConflictError) as caught:
        desk.resolve(office.clerk, seen.id, seen.version, Outcome.ANSWERED, "پاسخ من")
    assert caught.value.parameters["theirs"] == "حسن نوری"
    now = desk.peek(office.clerk, seen.id)
    assert (now.version, now.status, now.replies) == (quicker.version, Status.WAITING, ())


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


def test_the_second_learns_who_was_quicker_before_what_is_missing(office: TestOffice) -> None:
    desk = office.services.desk
    seen = office.petition("متن")
    sent = desk.refer(office.other_clerk, seen.id, seen.version, office.books.id)
    desk.take(office.other_clerk, seen.id, sent.version)
    with pytest.raises(ConflictError) as caught:
        desk.refer(office.clerk, seen.id, seen.version, office.music.id)
    assert caught.value.parameters["theirs"] == office.other_clerk.name


def test_who_may_not_refer_learns_that_before_what_is_missing(office: TestOffice) -> None:
    taken = office.taken()
    refer = partial(office.services.desk.refer, office.music_clerk, taken.id, taken.version, office.music.id)
    assert refused(refer) == "not_your_role"


def test_a_reply_is_of_whoever_submits_it_and_is_sent_unchanged(office: TestOffice) -> None:
    desk = office.services.desk
    taken = office.taken()
    drafted = desk.save_draft(office.clerk, taken.id, taken.version, "پاسخ")
    waiting = desk.submit(office.other_clerk, taken.id, drafted.version, "پاسخ")
    resolved = desk.resolve(office.manager, taken.id, waiting.version, Outcome.ANSWERED, "")
    assert [(reply.text, reply.author) for reply in resolved.replies] == [("پاسخ", office.other_clerk.name)]


def test_a_note_alone_is_no_conflict_for_who_writes_a_reply(office: TestOffice) -> None:
    desk = office.services.desk
    seen = office.taken()
    desk.note(office.other_clerk, seen.id, "تلفنی هم پیگیر بود")
    desk.reveal(office.manager, seen.id)
    drafted = desk.save_draft(office.clerk, seen.id, seen.version, "پیش‌نویس پاسخ")
    desk.note(office.other_clerk, seen.id, "دوباره زنگ زد")
    # Two notes and a draft since `seen`: the draft is another's business, the note after it is not.
    with pytest.raises(ConflictError) as caught:
        desk.wait(office.other_clerk, seen.id, seen.version, "مدارک ناقص است")
    assert caught.value.parameters["theirs"] == office.clerk.name
    done = desk.resolve(office.clerk, seen.id, drafted.version, Outcome.ANSWERED, "پاسخ من")
    assert [event.action for event in done.history][-4:] == ["revealed", "draft", "note", "resolve"]
    assert done.replies[-1].text == "پاسخ من"
    with pytest.raises(ConflictError):
        desk.reopen(office.clerk, seen.id, done.version + 1, "نسخه‌ای که نیست")


def test_a_version_that_is_not_there_yet_is_a_conflict_whatever_was_done_last(office: TestOffice) -> None:
    desk = office.services.desk
    noted = desk.note(office.other_clerk, office.taken().id, "تلفنی هم پیگیر بود")
    for ahead in (1, 5):
        with pytest.raises(ConflictError):
            desk.wait(office.clerk, noted.id, noted.version + ahead, "مدارک ناقص است")
        with pytest.raises(ConflictError):
            desk.save_draft(office.clerk, noted.id, noted.version + ahead, "پیش‌نویس")
    assert desk.peek(office.clerk, noted.id).status is Status.IN_PROGRESS


def test_each_version_of_a_petition_is_that_of_one_event(office: TestOffice) -> None:
    # What tells a note from a move since the version that somebody saw.
    desk = office.services.desk
    now = office.petition()
    now = desk.refer(office.clerk, now.id, now.version, office.books.id, "ارجاع")
    now = desk.take(office.clerk, now.id, now.version)
    now = desk.refer(office.clerk, now.id, now.version, office.music.id, "آگاهی", purpose=Purpose.INFORMATION)
    desk.reveal(office.manager, now.id)
    now = desk.wait(office.clerk, now.id, now.version, "مدارک")
    now = desk.undo(office.clerk, now.id, now.version)
    now = desk.note(office.clerk, now.id, "یادداشت")
    now = desk.save_draft(office.clerk, now.id, now.version, "پیش‌نویس")
    now = desk.resolve(office.clerk, now.id, now.version, Outcome.ANSWERED, "پاسخ")
    told = [event.action for event in now.history if event.action != "revealed"]
    assert now.version == len(told) == 9


def test_notes_never_conflict(office: TestOffice) -> None:
    seen = office.taken()
    office.services.desk.note(office.clerk, seen.id, "یادداشت یکم")
    after = office.services.desk.note(office.other_clerk, seen.id, "یادداشت دوم")
    assert [event.text for event in after.history if event.action == "note"] == ["یادداشت یکم", "یادداشت دوم"]


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
    noted = desk.note(office.other_clerk, taken.id, "یادداشت")
    assert refused(lambda: desk.undo(office.clerk, taken.id, noted.version)) == "nothing_to_undo"


def test_a_move_is_not_undone_where_the_petition_is_not_as_it_left_it(office: TestOffice) -> None:
    taken = office.taken()
    with office.services.database.writing() as session:
        moved = update(Petition).where(Petition.id == taken.id).values(due_on=date(2027, 1, 1))
        session.execute(moved)
    undo = partial(office.services.desk.undo, office.clerk, taken.id, taken.version)
    assert refused(undo) == "nothing_to_undo"


def test_only_a_clerk_of_the_unit_can_take_work_over(office: TestOffice) -> None:
    taken = office.taken()
    who = office.music_clerk.person_id or 0
    act = lambda: office.services.desk.hand_over(office.clerk, taken.id, taken.version, who, "مرخصی")  # noqa: E731
    assert refused(act) == "not_a_clerk_of_the_unit"


def test_personal_data_is_masked_for_those_who_do_not_work_on_the_item(office: TestOffice) -> None:
    taken = office.taken()
    desk = office.services.desk
    told = desk.refer(
        office.clerk, taken.id, taken.version, office.music.id, "برای اطلاع", purpose=Purpose.INFORMATION
    )
    assert not desk.peek(office.clerk, told.id).masked
    assert desk.peek(office.music_clerk, told.id).masked
    assert desk.peek(office.manager, told.id).masked


def test_a_petition_is_unread_until_it_is_opened_and_again_when_somebody_changes_it(
    office: TestOffice, clock: FixedClock
) -> None:
    def unread() -> bool:
        return office.services.inbox.by_code(office.clerk, petition.tracking_code).unread

    petition = office.petition(unit=office.books)
    assert unread()
    office.services.desk.open(office.clerk, petition.id)
    assert not unread()
    clock.advance(timedelta(minutes=5))
    office.services.desk.take(office.other_clerk, petition.id, petition.version)
    assert unread()


def test_a_petition_that_is_being_changed_can_be_opened_and_not_written(
    office: TestOffice, database_url: str, clock: FixedClock
) -> None:
    if office.services.database.is_sqlite:
        pytest.skip("a file has one writer at a time")
    petition = office.taken()
    other = open_services(database_url, clock=clock, prepare_schema=False)
    with office.services.database.writing() as session:
        session.execute(select(Petition.id).where(Petition.id == petition.id).with_for_update(key_share=True))
        # That it was seen is written down, by its number: nobody waits for the change.
        assert other.desk.open(office.other_clerk, petition.id).id == petition.id
        with pytest.raises(BusyError):
            other.desk.note(office.other_clerk, petition.id, "من هم می‌نویسم")
    other.close()


def test_of_a_long_history_the_latest_comes_with_the_petition_and_the_rest_when_asked(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.petitions.desk.detail.LATEST", 3)
    desk = office.services.desk
    made = office.taken(text="متن")
    for number in range(6):
        desk.note(office.clerk, made.id, f"یادداشت {number}")
    shown = desk.peek(office.clerk, made.id).history
    assert [event.sequence for event in shown] == [6, 7, 8]
    before = desk.earlier(office.clerk, made.id, 6, 4)
    assert [event.sequence for event in before] == [2, 3, 4, 5]
    assert [event.action for event in desk.earlier(office.clerk, made.id, 2, 4)] == ["registered"]
    assert desk.earlier(office.clerk, made.id, 1, 4) == ()
    with pytest.raises(NotFoundError):
        desk.earlier(office.clerk, 999, 6, 4)
    # On PostgreSQL row security says who sees it, and the program itself sees all.
    if office.services.database.is_sqlite:
        with pytest.raises(NotFoundError):
            desk.earlier(office.music_clerk, made.id, 6, 4)


def test_an_answer_of_long_ago_still_stands_beside_its_referral(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = office.services
    made = office.taken(text="متن")
    services.side_referrals.send(
        office.clerk, made.id, made.version, [SideTarget(office.music.id)], "نظر شما؟"
    )
    [sent] = [row for row in services.desk.peek(office.clerk, made.id).referrals if row.side]
    services.side_referrals.answer(office.music_clerk, made.id, sent.id, "موافقیم")
    monkeypatch.setattr("desktop_app.petitions.desk.detail.LATEST", 1)
    services.desk.note(office.clerk, made.id, "یادداشت")
    [row] = [row for row in services.desk.peek(office.clerk, made.id).referrals if row.side]
    assert row.answer == "موافقیم"
