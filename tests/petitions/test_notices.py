"""Petitions whose identity is incomplete: notices, which get no reply, and how they are made whole."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event, history
from desktop_app.database.search import matching_ids
from desktop_app.database.verification import verify
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.office.settings import AnswerDeadline, IdentityRule
from desktop_app.people.petitioners import Contact
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.bulk.acts import Resolve
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.lists.filters import ListFilter, Scope
from desktop_app.petitions.registration.correction import Correction
from desktop_app.petitions.registration.register import NewPetition, Registered
from desktop_app.petitions.vocabulary import Channel, Kind, Move, Outcome, Status
from tests.conftest import NOON
from tests.department import TestOffice, only_administrator
from tests.petitions.outbox.sending import switch_on

ID, OTHER_ID, MOBILE = "0499370899", "0013542419", "09121234567"
RULES = (
    IdentityRule("complaint", None, ("name", "national_id")),
    IdentityRule(None, "phone", ("name", "mobile")),
    IdentityRule("complaint", "sms", ()),
)


def require(office: TestOffice, *rules: IdentityRule) -> None:
    office.services.office.set_identity_rules(office.administrator, rules or RULES)


def registered(
    office: TestOffice,
    text: str = "صدای کنسرت شبانه همسایه‌ها را آزار می‌دهد.",
    *,
    kind: Kind = Kind.COMPLAINT,
    channel: Channel = Channel.LETTER,
    told: bool = False,
    **contact: str,
) -> Registered:
    return office.services.register.register(
        office.clerk,
        NewPetition(
            kind, channel, text, contact=Contact(**contact), unit_id=office.books.id, told_no_reply=told
        ),
    )


def events(office: TestOffice, number: int) -> tuple[Event, ...]:
    with office.services.database.reading() as session:
        return history(session, "petition", number)


def test_nothing_is_required_until_the_office_sets_it(office: TestOffice) -> None:
    assert office.services.office.identity_rules() == ()
    made = registered(office)
    assert not made.notice
    assert not office.services.desk.peek(office.clerk, made.id).notice
    assert "notice" not in events(office, made.id)[0].after


@pytest.mark.parametrize(
    ("kind", "channel", "contact", "notice"),
    [
        (Kind.COMPLAINT, Channel.LETTER, {"name": "علی کریمی", "national_id": ID}, False),
        (Kind.COMPLAINT, Channel.LETTER, {"name": "علی کریمی", "mobile": MOBILE}, True),
        (Kind.COMPLAINT, Channel.LETTER, {"national_id": ID}, True),
        (Kind.COMPLAINT, Channel.LETTER, {}, True),
        (Kind.COMPLAINT, Channel.LETTER, {"name": "  ", "national_id": ID}, True),
        # A rule of the kind comes before one of the channel, and one of both before either.
        (Kind.COMPLAINT, Channel.PHONE, {"name": "علی کریمی", "national_id": ID}, False),
        (Kind.COMPLAINT, Channel.SMS, {"mobile": MOBILE}, False),
        (Kind.REQUEST, Channel.PHONE, {"name": "علی کریمی", "mobile": MOBILE}, False),
        (Kind.REQUEST, Channel.PHONE, {"name": "علی کریمی"}, True),
        (Kind.REQUEST, Channel.LETTER, {}, False),
    ],
)
def test_the_rule_of_kind_and_channel_says_what_a_petition_needs(
    office: TestOffice, kind: Kind, channel: Channel, contact: dict[str, str], notice: bool
) -> None:
    require(office)
    made = registered(office, kind=kind, channel=channel, told=True, **contact)
    assert made.notice is notice
    assert office.services.desk.peek(office.clerk, made.id).notice is notice


def test_what_is_on_file_of_the_petitioner_counts(office: TestOffice) -> None:
    registered(office, kind=Kind.REQUEST, name="علی کریمی", national_id=ID, mobile=MOBILE)
    require(office, IdentityRule(None, None, ("national_id",)))
    # Recognised by number and name, whose national ID the office knows.
    assert not registered(office, "متن دیگر", name="علی کریمی", mobile=MOBILE).notice
    assert registered(office, "متن سوم", name="حسن کریمی", mobile=MOBILE).notice


def test_a_notice_has_no_deadline_and_says_so_in_its_history(office: TestOffice) -> None:
    office.services.office.set_deadlines(office.administrator, (AnswerDeadline(None, None, 5, False),))
    require(office)
    notice = office.services.desk.peek(office.clerk, registered(office).id)
    whole = office.services.desk.peek(
        office.clerk, registered(office, "متن دیگر", name="علی کریمی", national_id=ID).id
    )
    assert (notice.due_on, notice.notice) == (None, True)
    assert (whole.due_on, whole.notice) == (tehran_day(NOON) + timedelta(days=5), False)
    assert notice.history[0].after["notice"] is True
    assert "said" not in notice.history[0].after
    # A holiday that is added later gives it none either.
    assert office.services.desk.why_this_date(office.clerk, notice.id) is None


@pytest.mark.parametrize("channel", [Channel.PHONE, Channel.IN_PERSON])
def test_whoever_listens_is_told_that_it_gets_no_reply(office: TestOffice, channel: Channel) -> None:
    require(office, IdentityRule(None, None, ("name",)))
    with pytest.raises(RuleError, match="notice_not_told"):
        registered(office, channel=channel)
    assert office.services.inbox.count(office.clerk, ListFilter(scope=Scope.ANY)) == 0
    made = registered(office, channel=channel, told=True)
    assert events(office, made.id)[0].after["said"] is True
    # Of an ordinary petition nothing of the kind is recorded.
    whole = registered(office, "متن دیگر", channel=channel, told=True, name="علی کریمی")
    assert "said" not in events(office, whole.id)[0].after


def test_a_notice_gets_no_reply_of_any_kind(office: TestOffice) -> None:
    desk = office.services.desk
    require(office)
    made = registered(office, mobile=MOBILE, kind=Kind.COMPLAINT)
    seen = desk.take(office.clerk, made.id, 1)
    assert {Move.SUBMIT, Move.RESOLVE}.isdisjoint(seen.allowed)
    assert seen.refusals[Move.RESOLVE] == seen.refusals[Move.SUBMIT] == "notice_gets_no_reply"
    for act in (
        lambda: desk.submit(office.clerk, made.id, seen.version, "پاسخ"),
        lambda: desk.save_draft(office.clerk, made.id, seen.version, "پاسخ"),
        lambda: desk.resolve(office.other_clerk, made.id, seen.version, Outcome.ANSWERED, "پاسخ"),
        lambda: office.services.petition_letters.issue_reply(office.clerk, made.id, "علی"),
    ):
        with pytest.raises(RuleError, match="notice_gets_no_reply"):
            act()
    closed = desk.resolve(office.other_clerk, made.id, seen.version, Outcome.NOTED, "به واحد نظارت گفته شد")
    assert (closed.status, closed.outcome) == (Status.RESOLVED, "noted")


def test_of_a_notice_the_registration_alone_is_acknowledged(office: TestOffice) -> None:
    require(office, IdentityRule("complaint", None, ("national_id",)))
    switch_on(office)
    kinds = {}
    for kind in (Kind.COMPLAINT, Kind.REQUEST):
        new = NewPetition(
            kind, Channel.PORTAL, "متن", external_id=f"P-{kind.value}", unit_id=office.books.id,
            contact=Contact("علی کریمی", mobile=MOBILE),
        )  # fmt: skip
        made = office.services.register.register(office.clerk, new)
        taken = office.services.desk.take(office.clerk, made.id, 1)
        outcome = Outcome.NOTED if taken.notice else Outcome.WITHDRAWN
        office.services.desk.resolve(office.other_clerk, made.id, taken.version, outcome, "گفته شد")
        kinds[taken.notice] = [message.kind for message in office.services.outbox.of(office.manager, made.id)]
    assert sorted(kinds[False]) == ["closed", "registered", "taken"]
    assert kinds[True] == ["registered"]


def test_only_a_notice_is_closed_as_noted(office: TestOffice) -> None:
    taken = office.taken()
    with pytest.raises(RuleError, match="only_a_notice_is_noted"):
        office.services.desk.resolve(office.clerk, taken.id, taken.version, Outcome.NOTED, "گفته شد")


def test_many_at_once_are_judged_one_by_one(office: TestOffice) -> None:
    require(office)
    notice = registered(office, kind=Kind.COMPLAINT, name="علی کریمی").id
    whole = office.taken().id
    office.services.desk.take(office.clerk, notice, 1)
    bulk, act = office.services.bulk, Resolve(Outcome.ANSWERED, "پاسخ")
    preview = bulk.preview(office.manager, BulkSelection((notice, whole)), act)
    assert [(error.parameters["rule"], count) for error, count in preview.refused] == [
        ("notice_gets_no_reply", 1)
    ]
    run = bulk.run(office.manager, bulk.begin(BulkSelection((notice, whole)), act, preview))
    assert list(run.done) == [whole]
    assert office.services.desk.peek(office.manager, whole).status is Status.RESOLVED


def test_a_completed_identity_makes_it_an_ordinary_petition_from_that_day(
    office: TestOffice, clock: FixedClock
) -> None:
    services = office.services
    services.office.set_deadlines(office.administrator, (AnswerDeadline(None, None, 5, False),))
    require(office)
    number = registered(office, name="علی کریمی", mobile=MOBILE).id
    clock.advance(timedelta(days=30))
    seen = services.desk.peek(office.clerk, number)
    asked = services.notice_identities.of(office.clerk, number)
    assert (asked.required, asked.missing) == (("name", "national_id"), ("national_id",))
    assert asked.on_file == ("name", "mobile")
    done = services.notice_identities.complete(
        office.clerk, number, seen.version, Contact("علی کریمی", "۰۴۹۹۳۷۰۸۹۹", "09351112233")
    )
    day = tehran_day(NOON) + timedelta(days=30)
    assert (done.notice, done.national_id, done.mobile) == (False, ID, MOBILE)
    assert done.petitioner_id == seen.petitioner_id
    assert tehran_day(done.completed_at or NOON) == day
    assert done.due_on is not None
    assert done.due_on - day in (timedelta(days=5), timedelta(days=6), timedelta(days=7))
    explained = services.desk.why_this_date(office.clerk, number)
    assert explained is not None
    assert (explained.received, explained.day) == (day, done.due_on)
    last = done.history[-1]
    assert (last.action, last.actor_name, last.after["fields"]) == (
        "identity_completed", office.clerk.name, ["national_id"],
    )  # fmt: skip
    assert (last.before["notice"], last.after["notice"], last.before["due_on"]) == (True, False, None)
    assert ID not in str(last)
    assert Move.TAKE in done.allowed
    taken = services.desk.take(office.clerk, number, done.version)
    assert taken.refusals.get(Move.SUBMIT) is None
    # It is found by the new number, and the history holds.
    with services.database.reading() as session:
        assert matching_ids(session, ID) == [number]
    assert verify(services.database).ok


def test_pauses_and_holidays_count_from_the_completion(office: TestOffice, clock: FixedClock) -> None:
    services = office.services
    services.office.set_deadlines(office.administrator, (AnswerDeadline(None, None, 20, False),))
    require(office)
    number = registered(office, name="علی کریمی").id
    clock.advance(timedelta(days=10))
    seen = services.desk.peek(office.clerk, number)
    done = services.notice_identities.complete(
        office.clerk, number, seen.version, Contact("علی کریمی", national_id=ID)
    )
    assert done.due_on is not None
    waits = services.desk.take(office.clerk, number, done.version)
    waits = services.desk.wait(office.clerk, number, waits.version, "مدرک بیاورد")
    clock.advance(timedelta(days=7))
    goes_on = services.desk.resume(office.clerk, number, waits.version, "آورد")
    assert goes_on.due_on is not None
    assert goes_on.due_on >= done.due_on + timedelta(days=7)
    assert goes_on.due_on <= done.due_on + timedelta(days=10)


def test_one_without_any_name_gets_its_petitioner(office: TestOffice) -> None:
    require(office)
    number = registered(office).id
    assert office.services.desk.peek(office.clerk, number).petitioner_id is None
    done = office.services.notice_identities.complete(
        office.clerk, number, 1, Contact("مریم کاظمی", national_id=ID, email="m@example.ir")
    )
    assert (done.petitioner_name, done.national_id, done.email) == ("مریم کاظمی", ID, "m@example.ir")
    assert done.history[-1].after["fields"] == ["name", "national_id", "email"]
    with office.services.database.reading() as session:
        assert matching_ids(session, "کاظمی") == matching_ids(session, ID) == [number]


def test_a_known_national_id_brings_it_to_that_petitioner(office: TestOffice) -> None:
    services = office.services
    known = registered(office, "متن نخست", name="علی کریمی", national_id=ID, mobile=MOBILE)
    require(office)
    number = registered(office, name="ع. کریمی", mobile="09351112233").id
    done = services.notice_identities.complete(office.clerk, number, 1, Contact(national_id=ID))
    first = services.desk.peek(office.clerk, known.id)
    assert (done.petitioner_id, done.petitioner_name) == (first.petitioner_id, "ع. کریمی")
    # Nothing on file was overwritten.
    assert first.mobile == MOBILE
    # Search finds it by what is on file now, and masks by it later.
    with services.database.reading() as session:
        assert number in matching_ids(session, MOBILE)
    correction = Correction("درخواست خودش", name="علی کریمی راد")
    assert services.corrections.correct(office.manager, done.petitioner_id or 0, correction) == 2
    with services.database.reading() as session:
        assert sorted(matching_ids(session, "راد")) == [known.id, number]


def test_as_long_as_something_is_missing_nothing_changes(office: TestOffice) -> None:
    services = office.services
    require(office)
    number = registered(office, name="علی کریمی").id
    for contact in (Contact("علی کریمی"), Contact("علی کریمی", mobile=MOBILE), Contact()):
        with pytest.raises(RuleError, match="identity_incomplete"):
            services.notice_identities.complete(office.clerk, number, 1, contact)
    with pytest.raises(InvalidValueError):
        services.notice_identities.complete(office.clerk, number, 1, Contact(national_id="1234567890"))
    seen = services.desk.peek(office.clerk, number)
    assert (seen.notice, seen.version, seen.mobile, len(seen.history)) == (True, 1, "", 1)


def test_who_does_not_work_on_it_does_not_complete_it(office: TestOffice) -> None:
    complete = office.services.notice_identities.complete
    require(office)
    number = registered(office).id
    contact = Contact("علی کریمی", national_id=ID)
    for actor in (office.music_clerk, office.reviewer, only_administrator(office)):
        with pytest.raises((NotFoundError, NotPermittedError)):
            complete(actor, number, 1, contact)
    office.services.desk.take(office.clerk, number, 1)
    with pytest.raises(ConflictError):
        complete(office.other_clerk, number, 1, contact)
    whole = office.taken()
    with pytest.raises(RuleError, match="no_notice"):
        complete(office.clerk, whole.id, whole.version, contact)


def test_a_closed_notice_is_reopened_before_it_is_completed(office: TestOffice) -> None:
    services = office.services
    require(office)
    number = registered(office).id
    closed = services.desk.resolve(office.clerk, number, 1, Outcome.NOTED, "گفته شد")
    with pytest.raises(RuleError, match="not_from_this_state"):
        services.notice_identities.complete(office.clerk, number, closed.version, Contact("الف", ID))
    opened = services.desk.reopen(office.clerk, number, closed.version, "خودش زنگ زد")
    assert opened.notice
    done = services.notice_identities.complete(
        office.clerk, number, opened.version, Contact("علی کریمی", national_id=ID)
    )
    assert not done.notice


def test_when_less_is_required_later_nothing_more_need_be_given(office: TestOffice) -> None:
    require(office)
    number = registered(office, name="علی کریمی").id
    require(office, IdentityRule(None, None, ("name",)))
    done = office.services.notice_identities.complete(office.clerk, number, 1, Contact())
    assert not done.notice


def test_lists_tell_notices_from_others(office: TestOffice) -> None:
    require(office)
    notice, whole = registered(office).id, office.taken().id
    inbox = office.services.inbox
    found = {
        name: [row.id for row in inbox.first(office.manager, wanted)]
        for name, wanted in {
            "notice": ListFilter(notice=True),
            "ordinary": ListFilter(ordinary=True),
            "both": ListFilter(),
        }.items()
    }
    assert (found["notice"], found["ordinary"]) == ([notice], [whole])
    assert sorted(found["both"]) == sorted([notice, whole])
    rows = {row.id: row.notice for row in inbox.first(office.manager, ListFilter())}
    assert rows == {notice: True, whole: False}


def test_only_an_administrator_sets_what_is_required(office: TestOffice) -> None:
    kept = office.services.office
    for actor in (office.clerk, office.manager, office.reviewer):
        with pytest.raises(NotPermittedError):
            kept.set_identity_rules(actor, RULES)
    for rules in (
        (IdentityRule(None, None, ("shoe_size",)),),
        (IdentityRule(None, "sms", ("name",)), IdentityRule(None, "sms", ("mobile",))),
    ):
        with pytest.raises(InvalidValueError):
            kept.set_identity_rules(office.administrator, rules)
    kept.set_identity_rules(office.administrator, RULES, seen=())
    assert kept.identity_rules() == RULES
    with pytest.raises(ConflictError):
        kept.set_identity_rules(office.administrator, (), seen=())
