from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.documents.document import Document
from desktop_app.errors import (
    ConflictError,
    InvalidValueError,
    NotFoundError,
    NotPermittedError,
    RuleError,
)
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind, InstrumentStatus
from desktop_app.petitions.history.sentences import sentence
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Move, Outcome, Status
from desktop_app.reports.notices.model import NoticeKind
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice
from tests.instruments.consulting import exposed_now

TODAY = date(2026, 11, 24)


def terms(office: TestOffice, **known: object) -> NewDeputy:
    """The clerk of the book unit acts for the clerk of the music unit, this week."""
    made = NewDeputy(
        office.music_clerk.person_id or 0, office.clerk.person_id or 0, TODAY, TODAY + timedelta(days=6)
    )
    return replace(made, **known)  # type: ignore[arg-type]


def acting(office: TestOffice) -> Actor:
    return office.services.accounts.actor(office.clerk.person_id or 0)


def test_a_deputy_has_the_memberships_of_the_absent_from_the_first_to_the_last_day(
    office: TestOffice, clock: FixedClock
) -> None:
    made = office.services.deputies.add(
        office.administrator, terms(office, first_day=TODAY + timedelta(days=1))
    )
    assert not made.in_force
    for days, counts in ((0, False), (1, True), (5, True), (1, False)):
        clock.moment += timedelta(days=days)
        assert acting(office).has(Role.CLERK, office.music.id) is counts, clock.moment
    assert acting(office).memberships == office.clerk.memberships
    assert office.services.deputies.all()[0].over


def test_a_deputy_moves_the_other_s_petitions_and_the_history_says_for_whom(office: TestOffice) -> None:
    office.services.deputies.add(office.administrator, terms(office))
    petition, own = office.petition(unit=office.music), office.petition("دیگر", unit=office.books)
    desk, deputy = office.services.desk, acting(office)
    taken = desk.take(deputy, petition.id, petition.version)
    assert (taken.assignee_id, taken.status) == (office.clerk.person_id, Status.IN_PROGRESS)
    last = taken.history[-1]
    assert (last.actor_id, last.actor_name) == (office.clerk.person_id, office.clerk.name)
    assert (last.after["on_behalf_of"], last.after["on_behalf_of_id"]) == (
        "سارا امینی", office.music_clerk.person_id,
    )  # fmt: skip
    assert sentence(last, None).endswith("به نیابت از سارا امینی")
    # What is one's own right is done for nobody else.
    mine = desk.take(deputy, own.id, own.version)
    assert "on_behalf_of" not in mine.history[-1].after
    assert "نیابت" not in sentence(mine.history[-1], None)


def test_notes_drafts_and_what_is_taken_back_are_written_for_the_absent_too(office: TestOffice) -> None:
    office.services.deputies.add(office.administrator, terms(office))
    desk, deputy = office.services.desk, acting(office)
    petition, own = office.petition(unit=office.music), office.petition("دیگر", unit=office.books)
    noted = desk.note(deputy, petition.id, "یادداشت")
    assert sentence(noted.history[-1], None) == "مریم رضایی یادداشت نوشت، به نیابت از سارا امینی"
    drafted = desk.save_draft(deputy, petition.id, noted.version, "پیش‌نویس پاسخ")
    assert drafted.history[-1].after["on_behalf_of_id"] == office.music_clerk.person_id
    taken = desk.take(deputy, petition.id, drafted.version)
    undone = desk.undo(deputy, petition.id, taken.version)
    assert undone.history[-1].after["on_behalf_of"] == "سارا امینی"
    mine = desk.note(deputy, own.id, "یادداشت")
    assert "on_behalf_of" not in mine.history[-1].after
    mine = desk.save_draft(deputy, own.id, mine.version, "پاسخ")
    assert "on_behalf_of" not in mine.history[-1].after


def test_a_reviewer_s_deputy_moves_drafts_and_decides_comments_for_them(office: TestOffice) -> None:
    office.services.deputies.add(office.administrator, terms(office, person_id=office.reviewer.person_id))
    drafting, comments, deputy = office.services.drafting, office.services.comments, acting(office)
    draft = drafting.register(office.reviewer, InstrumentKind.BYLAW, "سند")
    document = Document("draft.txt", "ماده ۱- متن.\n", (), "txt", "")
    draft = drafting.add_revision(office.reviewer, draft.row.id, document)
    draft = drafting.move(office.reviewer, draft.row.id, draft.row.version, InstrumentStatus.LEGAL_REVIEW)
    draft = drafting.move(deputy, draft.row.id, draft.row.version, InstrumentStatus.DRAFTING)
    assert draft.history[-1].after["on_behalf_of"] == office.reviewer.name
    assert draft.history[-2].after.keys() == {"status"}
    exposed_now(office.services, draft.row.id)
    comments.take_in(office.clerk, draft.row.id, [NewComment("مهلت کم است.")])
    [came] = comments.of_instrument(draft.row.id)
    comments.decide(deputy, came.id, came.version, Disposition.ACCEPTED, "پذیرفته شد.")
    with office.services.database.reading() as session:
        assert history(session, "comment", came.id)[-1].after["on_behalf_of"] == office.reviewer.name


def test_a_registration_by_a_deputy_says_for_whom_and_one_s_own_does_not(office: TestOffice) -> None:
    absent = terms(office, deputy_id=office.reviewer.person_id)
    office.services.deputies.add(office.administrator, absent)
    deputy = office.services.accounts.actor(office.reviewer.person_id or 0)
    register, desk = office.services.register, office.services.desk
    made = register.register(deputy, NewPetition(Kind.REQUEST, Channel.PHONE, "تلفنی"))
    assert desk.peek(office.pc, made.id).history[-1].after["on_behalf_of"] == "سارا امینی"
    made = register.register(office.clerk, NewPetition(Kind.REQUEST, Channel.PHONE, "حضوری"))
    assert "on_behalf_of" not in desk.peek(office.pc, made.id).history[-1].after
    # Reviewers, clerks and managers alike annotate and draft: nobody needs to stand for another.
    draft = office.services.drafting.register(deputy, InstrumentKind.BYLAW, "سند")
    assert draft.history[-1].after.keys() == {"kind", "title", "vouched"}


def test_what_is_done_for_whom_is_known_before_it_is_done(office: TestOffice) -> None:
    office.services.deputies.add(office.administrator, terms(office))
    petition, own = office.petition(unit=office.music), office.petition("دیگر", unit=office.books)
    shown = office.services.desk.peek(acting(office), petition.id)
    assert Move.TAKE in shown.allowed
    assert shown.on_behalf_of == dict.fromkeys((*shown.allowed, None), "سارا امینی")
    assert office.services.desk.peek(acting(office), own.id).on_behalf_of == {}
    assert office.services.desk.peek(office.music_clerk, petition.id).on_behalf_of == {}


def test_a_deputy_s_rights_begin_and_end_while_they_are_signed_in(
    office: TestOffice, clock: FixedClock
) -> None:
    """The same `Actor`, from one sign-in: what they may do is counted when they do it."""
    desk, signed_in = office.services.desk, office.clerk
    first, second = (office.petition(text, unit=office.music) for text in ("یکم", "دوم"))
    tomorrow = TODAY + timedelta(days=1)
    office.services.deputies.add(office.administrator, terms(office, first_day=tomorrow, last_day=tomorrow))
    with pytest.raises(RuleError) as caught:
        desk.take(signed_in, first.id, first.version)
    assert caught.value.parameters["rule"] == "not_your_role"
    clock.moment += timedelta(days=1)
    assert Move.TAKE in desk.peek(signed_in, first.id).allowed
    taken = desk.take(signed_in, first.id, first.version)
    assert taken.history[-1].after["on_behalf_of"] == "سارا امینی"
    acts = acting(office)
    clock.moment += timedelta(days=1)
    assert desk.peek(acts, second.id).allowed == frozenset()
    with pytest.raises(RuleError):
        desk.take(acts, second.id, second.version)
    # Nor is anything taken back any more that was done for somebody else.
    assert not desk.peek(acts, first.id).undoable
    with pytest.raises(RuleError):
        desk.undo(acts, first.id, taken.version)


def test_a_delegation_that_is_ended_ends_at_once(office: TestOffice) -> None:
    made = office.services.deputies.add(office.administrator, terms(office))
    acts = acting(office)
    petition = office.petition(unit=office.music)
    office.services.deputies.remove(office.administrator, made.id, made.version)
    with pytest.raises(RuleError):
        office.services.desk.take(acts, petition.id, petition.version)
    noted = office.services.desk.note(acts, petition.id, "یادداشت")
    assert "on_behalf_of" not in noted.history[-1].after


def test_a_deputy_hands_over_for_the_assignee_and_never_closes_their_complaint(office: TestOffice) -> None:
    petition = office.petition(kind=Kind.COMPLAINT, unit=office.music)
    desk = office.services.desk
    taken = desk.take(office.music_clerk, petition.id, petition.version)
    office.services.deputies.add(office.administrator, terms(office))
    deputy = acting(office)
    with pytest.raises(RuleError) as caught:
        desk.resolve(deputy, taken.id, taken.version, Outcome.INADMISSIBLE, "دلیل")
    assert caught.value.parameters["rule"] == "complaint_never_by_assignee"
    handed = desk.hand_over(deputy, taken.id, taken.version, office.music_clerk.person_id or 0, "برگشت")
    assert handed.history[-1].after["on_behalf_of"] == "سارا امینی"


def test_the_history_of_a_separated_duplicate_names_whose_deputy_separated_it(office: TestOffice) -> None:
    desk = office.services.desk
    stays = office.petition("می‌ماند", unit=office.music)
    other = office.petition("همان", unit=office.music)
    merged = desk.resolve(
        office.music_clerk,
        other.id,
        other.version,
        Outcome.DUPLICATE,
        "همان است",
        duplicate_of=stays.tracking_code,
    )
    office.services.deputies.add(office.administrator, terms(office))
    parted = desk.unmerge(acting(office), merged.id, merged.version, "دو موضوع است")
    released = desk.peek(office.music_clerk, stays.id)
    for told in (parted.history[-1], released.history[-1]):
        assert (told.action, told.after["on_behalf_of"]) == (
            "unmerge" if told is parted.history[-1] else "released", "سارا امینی",
        )  # fmt: skip
    again = desk.resolve(
        acting(office),
        parted.id,
        parted.version,
        Outcome.DUPLICATE,
        "همان است",
        duplicate_of=stays.tracking_code,
    )
    parted = desk.unmerge(office.music_clerk, again.id, again.version, "دو موضوع است")
    assert "on_behalf_of" not in parted.history[-1].after


@pytest.mark.parametrize(
    ("known", "counts"),
    [
        ({}, True),
        ({"role": Role.CLERK}, True),
        ({"unit": "music"}, True),
    ],
)
def test_the_scope_is_a_unit_and_a_role(office: TestOffice, known: dict[str, object], counts: bool) -> None:
    if "unit" in known:
        known = {"unit_id": office.music.id}
    office.services.deputies.add(office.administrator, terms(office, **known))
    assert acting(office).has(Role.CLERK, office.music.id) is counts
    assert not acting(office).has(Role.MANAGER)


def test_a_role_in_the_whole_office_is_narrowed_to_the_unit(office: TestOffice) -> None:
    office.services.deputies.add(
        office.administrator, terms(office, person_id=office.manager.person_id, unit_id=office.music.id)
    )
    [delegation] = acting(office).delegations
    assert delegation.memberships == {Membership(Role.MANAGER, office.music.id)}


@pytest.mark.parametrize(
    ("known", "error"),
    [
        ({"deputy_id": "same"}, "deputy_of_oneself"),
        ({"role": Role.ADMINISTRATOR}, "nobody_administers_as_deputy"),
        ({"role": Role.MANAGER}, "nothing_to_delegate"),
        ({"unit_id": "books"}, "nothing_to_delegate"),
        ({"last_day": TODAY - timedelta(days=1)}, "out_of_range"),
        ({"last_day": TODAY + timedelta(days=400)}, "out_of_range"),
        ({"first_day": TODAY - timedelta(days=9), "last_day": TODAY - timedelta(days=1)}, "in_past"),
        ({"deputy_id": 999}, "person"),
        ({"deputy_id": "admin"}, "deputy_for_oneself"),
    ],
)
def test_a_deputy_that_cannot_be_is_refused(office: TestOffice, known: dict[str, object], error: str) -> None:
    stands_for = {
        "same": office.music_clerk.person_id,
        "books": office.books.id,
        "admin": office.administrator.person_id,
    }
    known = {name: stands_for.get(str(value), value) for name, value in known.items()}
    with pytest.raises((RuleError, InvalidValueError, NotFoundError)) as caught:
        office.services.deputies.add(office.administrator, terms(office, **known))
    assert error in caught.value.parameters.values()
    assert office.services.deputies.all() == ()


def test_nobody_is_made_the_same_deputy_twice(office: TestOffice) -> None:
    deputies = office.services.deputies
    made = deputies.add(office.administrator, terms(office))
    with pytest.raises(RuleError):
        deputies.add(office.administrator, terms(office, role=Role.CLERK))
    deputies.change(office.administrator, made.id, made.version, terms(office, role=Role.CLERK))
    deputies.add(office.administrator, terms(office, deputy_id=office.other_clerk.person_id))


def test_changing_and_ending_are_events_with_before_and_after(office: TestOffice) -> None:
    deputies = office.services.deputies
    made = deputies.add(office.administrator, terms(office))
    longer = terms(office, last_day=TODAY + timedelta(days=20))
    changed = deputies.change(office.administrator, made.id, made.version, longer)
    with pytest.raises(ConflictError):
        deputies.remove(office.administrator, made.id, made.version)
    assert deputies.remove(office.administrator, changed.id, changed.version) == longer
    assert acting(office).delegations == ()
    with office.services.database.reading() as session:
        told = history(session, "deputy", made.id)
    assert [event.action for event in told] == ["deputy_added", "deputy_changed", "deputy_removed"]
    assert (told[1].before["last_day"], told[1].after["last_day"]) == ("2026-11-30", "2026-12-14")
    assert told[2].before["deputy_name"] == office.clerk.name
    assert told[2].after == {}


def test_a_disabled_person_has_no_deputy(office: TestOffice) -> None:
    office.services.deputies.add(office.administrator, terms(office))
    row = next(row for row in office.services.accounts.all() if row.id == office.music_clerk.person_id)
    office.services.accounts.change(office.administrator, row.id, row.version, active=False)
    assert acting(office).delegations == ()


@pytest.mark.parametrize("who", ["clerk", "reviewer", "manager"])
def test_only_an_administrator_makes_deputies_of_others(office: TestOffice, who: str) -> None:
    actor: Actor = getattr(office, who)
    with pytest.raises(NotPermittedError):
        office.services.deputies.add(actor, terms(office))
    made = office.services.deputies.add(office.administrator, terms(office))
    with pytest.raises(NotPermittedError):
        office.services.deputies.remove(actor, made.id, made.version)


def test_an_administrator_without_a_second_person_makes_themself_a_deputy_and_the_history_says_so(
    office: TestOffice,
) -> None:
    """The first administrator is a clerk as well."""
    manager = next(row for row in office.services.accounts.all() if row.id == office.manager.person_id)
    office.services.accounts.change(office.administrator, manager.id, manager.version, active=False)
    made = office.services.deputies.add(
        office.administrator, terms(office, deputy_id=office.administrator.person_id)
    )
    with office.services.database.reading() as session:
        [added] = history(session, "deputy", made.id)
    assert added.after["nobody_else"] is True


def test_a_person_names_their_own_deputy_changes_the_days_and_ends_it(office: TestOffice) -> None:
    deputies, me = office.services.deputies, office.music_clerk
    tomorrow = TODAY + timedelta(days=1)
    made = deputies.add(me, terms(office, first_day=tomorrow))
    # The deputy is told before it begins, and sees nothing of it until then.
    [told] = office.services.notices.of(acting(office)).notices
    assert (told.kind, told.who, told.due_on, told.until) == (
        NoticeKind.DEPUTY_NAMED, me.name, tomorrow, TODAY + timedelta(days=6),
    )  # fmt: skip
    assert office.services.notices.of(me).notices == ()
    changed = deputies.change(me, made.id, made.version, terms(office))
    assert changed.in_force
    assert acting(office).delegations
    assert [row.kind for row in office.services.notices.of(acting(office)).notices] == [
        NoticeKind.DEPUTY_BEGINS
    ]
    deputies.remove(me, made.id, changed.version)
    assert not acting(office).delegations
    with office.services.database.reading() as session:
        events = history(session, "deputy", made.id)
    assert [(one.action, one.actor_name) for one in events] == [
        ("deputy_added", me.name), ("deputy_changed", me.name), ("deputy_removed", me.name),
    ]  # fmt: skip


def test_a_delegation_of_one_s_own_is_no_way_to_that_of_another(office: TestOffice) -> None:
    deputies = office.services.deputies
    made = deputies.add(office.administrator, terms(office))
    theirs = terms(office, person_id=office.clerk.person_id, deputy_id=office.other_clerk.person_id)
    for actor in (office.clerk, office.music_clerk):
        with pytest.raises(NotPermittedError):
            deputies.change(actor, made.id, made.version, theirs)
    # The rules of deputies hold for one's own as well.
    with pytest.raises(RuleError, match="deputy_of_oneself"):
        deputies.add(office.clerk, terms(office, person_id=office.clerk.person_id))
    assert office.clerk.person_id not in dict(deputies.candidates(office.clerk))
    near, *_others = deputies.candidates(office.clerk)
    assert near[0] in (office.other_clerk.person_id, office.manager.person_id)
