"""The life of a draft before the public: each step, each rule, by the services and by SQL, on both engines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import exc

from desktop_app.documents.document import Document
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError, RuleError
from desktop_app.instruments.comments.decisions import Carrier
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.consultation.windows import next_open_day
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind, InstrumentStatus
from desktop_app.office.workdays import WorkCalendar
from desktop_app.persian.dates import short_date
from desktop_app.persian.digits import persian_digits
from desktop_app.petitions.deadlines.closures import Closure
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import add_person, second_reviewer
from tests.instruments.consulting import FIRST_TEXT, NEXT_TEXT, Consultation

#: Those that a comment cannot be without.
_COLUMNS_OF_A_COMMENT = (
    "instrument_id", "identity_key", "channel", "sender", '"group"', "provision", "quote", "text", "received_at",
    "reason", "decided_by", "version",
)  # fmt: skip


def refused(rule: str, act: Callable[[], object], consultation: Consultation) -> None:
    """The act is refused by the rule, and everything is as before."""
    before = consultation.now if consultation.id else None
    with pytest.raises(RuleError) as error:
        act()
    assert error.value.parameters["rule"] == rule
    if before is not None:
        assert consultation.now == before


def missing(consultation: Consultation) -> set[str]:
    """What the gate says is missing for the next step."""
    return {point.rule for point in consultation.now.gate.points if not point.holds}


def refused_by_sql(rule: str, statement: str, consultation: Consultation, **values: object) -> None:
    before = consultation.now
    with pytest.raises(exc.DBAPIError) as error:
        consultation.sql(statement, **values)
    assert f"statute: {rule}" in str(error.value.orig)
    assert consultation.now == before


def test_a_regulation_goes_from_the_desk_to_its_promulgation(consultation: Consultation) -> None:
    consultation.register()
    assert InstrumentAction.ASK_TO_OPEN in consultation.now.steps
    consultation.ask()
    consultation.open()
    row = consultation.now.row
    assert row.status is InstrumentStatus.OPEN
    assert row.closes_on is not None
    assert row.opened_on is not None
    assert (row.closes_on - row.opened_on).days >= 14
    comment = consultation.comment()
    consultation.after_the_end()
    assert consultation.stands() is InstrumentStatus.CLOSED
    consultation.services.life.start_revising(
        consultation.office.reviewer, consultation.id, consultation.version
    )
    consultation.write(NEXT_TEXT)
    consultation.decide(comment, Disposition.ACCEPTED, Carrier(2, "ماده ۱"))
    consultation.sum_up()
    consultation.services.life.make_ready(consultation.office.reviewer, consultation.id, consultation.version)
    consultation.finish()
    done = consultation.now
    assert done.row.status is InstrumentStatus.PROMULGATED
    assert done.letter_number == "۱۲۳/۴۵"
    assert done.steps == frozenset()
    states = [event.after["status"] for event in done.history if event.action == "moved"]
    assert states == ["legal_review", "open", "revising", "ready", "promulgated"]


def test_a_bill_is_submitted_after_a_month(consultation: Consultation) -> None:
    consultation.ready(InstrumentKind.BILL)
    row = consultation.now.row
    assert row.closes_on is not None
    assert row.opened_on is not None
    assert (row.closes_on - row.opened_on).days >= 30
    refused_by_sql(
        "bills_are_submitted", "UPDATE instrument SET status = 'promulgated' WHERE id = :id", consultation
    )
    consultation.finish()
    assert consultation.stands() is InstrumentStatus.SUBMITTED


@pytest.mark.usefixtures("ready")
def test_a_regulation_is_never_submitted(consultation: Consultation) -> None:
    refused_by_sql(
        "regulations_are_promulgated",
        "UPDATE instrument SET status = 'submitted' WHERE id = :id",
        consultation,
    )
    refused_by_sql("track_follows_kind", "UPDATE instrument SET track = 'b' WHERE id = :id", consultation)
    refused_by_sql(
        "kind_stays", "UPDATE instrument SET track = 'b', kind = 'bill' WHERE id = :id", consultation
    )


def test_the_author_does_not_review_and_one_alone_does_not_open(consultation: Consultation) -> None:
    services, office = consultation.services, consultation.office
    consultation.register()
    with pytest.raises(NotPermittedError):
        consultation.ask(by=office.clerk)
    mine = services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    own = Consultation(office, consultation.clock, mine.row.id)
    services.drafting.add_revision(office.reviewer, own.id, document())
    services.drafting.move(office.reviewer, own.id, own.version, InstrumentStatus.LEGAL_REVIEW)
    # Nobody else in the office could: the sentence says who is needed.
    refused("another_reviewer_is_needed", own.ask, own)
    assert InstrumentAction.ASK_TO_OPEN not in own.now.steps
    another = second_reviewer(office)
    refused("reviewer_is_not_the_author", own.ask, own)
    assert own.now.kept_from == "reviewer_is_not_the_author"
    own.ask(by=another)
    refused("nobody_asked_to_open", consultation.open, consultation)
    consultation.ask()
    with pytest.raises(NotPermittedError):
        consultation.open(by=office.clerk)
    asked = consultation.now
    assert InstrumentAction.OPEN not in asked.steps
    assert InstrumentAction.DECLINE in asked.steps
    refused_by_sql(
        "second_person_needed",
        "UPDATE instrument SET status = 'open', opened_on = :day, closes_on = :end, approved_by_id = asked_by_id"
        " WHERE id = :id",
        consultation,
        day=consultation.today.isoformat() if services.database.is_sqlite else consultation.today,
        end=day_of(consultation, 40),
    )


def test_whoever_asked_does_not_open_though_they_manage(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    roles = frozenset({Membership(Role.REVIEWER, None), Membership(Role.MANAGER, None)})
    added = add_person(services, office.administrator, "لیلا صالحی", "salehi", roles)
    both = services.accounts.actor(added.id)
    consultation.register().ask(by=both)
    assert InstrumentAction.OPEN not in services.drafting.detail(both, consultation.id).steps
    assert InstrumentAction.OPEN in services.drafting.detail(office.manager, consultation.id).steps
    refused("second_person_needed", lambda: consultation.open(by=both), consultation)
    consultation.open()


def test_whoever_wrote_the_revision_does_not_put_it_before_the_public(consultation: Consultation) -> None:
    """The document is the clerk's; the revision that is to be exposed is the reviewer's."""
    office = consultation.office
    another = second_reviewer(office)
    consultation.register()
    consultation.write(NEXT_TEXT, by=office.reviewer)
    refused("reviewer_is_not_the_author", consultation.ask, consultation)
    detail = consultation.now
    assert (detail.kept_from, InstrumentAction.ASK_TO_OPEN in detail.steps) == (
        "reviewer_is_not_the_author",
        False,
    )
    refused_by_sql(
        "reviewer_is_not_the_author",
        "UPDATE instrument SET exposed_revision_id = (SELECT max(id) FROM revision WHERE instrument_id = :id),"
        " place = 'portal', asked_by_id = :who WHERE id = :id",
        consultation,
        who=office.reviewer.person_id,
    )
    theirs = consultation.services.drafting.detail(another, consultation.id)
    assert (theirs.kept_from, InstrumentAction.ASK_TO_OPEN in theirs.steps) == ("", True)
    consultation.ask(by=another)
    refused_by_sql(
        "reviewer_is_not_the_author",
        "UPDATE instrument SET status = 'open', opened_on = :day, closes_on = :end, asked_by_id = :who,"
        " approved_by_id = :manager WHERE id = :id",
        consultation,
        day=day_of(consultation, 0),
        end=day_of(consultation, 40),
        who=office.reviewer.person_id,
        manager=office.manager.person_id,
    )
    consultation.open()
    assert consultation.stands() is InstrumentStatus.OPEN


@pytest.mark.usefixtures("revising")
def test_whoever_wrote_the_amended_text_does_not_declare_it_ready(consultation: Consultation) -> None:
    """Nor does it help that somebody else wrote the last revision behind it."""
    office, life = consultation.office, consultation.services.life
    consultation.write(NEXT_TEXT, by=office.reviewer)
    consultation.write(NEXT_TEXT.replace("هزینه", "هزینهٔ"))
    consultation.sum_up()

    def ready(by: Actor) -> None:
        life.make_ready(by, consultation.id, consultation.version)

    refused("another_reviewer_is_needed", lambda: ready(office.reviewer), consultation)
    another = second_reviewer(office)
    refused("reviewer_is_not_the_author", lambda: ready(office.reviewer), consultation)
    assert InstrumentAction.MAKE_READY not in consultation.now.steps
    refused_by_sql(
        "reviewer_is_not_the_author",
        "UPDATE instrument SET status = 'ready', ready_by_id = :who WHERE id = :id",
        consultation,
        who=office.reviewer.person_id,
    )
    ready(another)
    assert consultation.stands() is InstrumentStatus.READY


def test_whoever_wrote_the_only_text_does_not_declare_it_ready_without_a_change(
    consultation: Consultation,
) -> None:
    office = consultation.office
    another = second_reviewer(office)
    consultation.register()
    consultation.write(NEXT_TEXT, by=office.reviewer)
    consultation.ask(by=another)
    consultation.open()
    consultation.after_the_end()
    consultation.services.life.start_revising(office.reviewer, consultation.id, consultation.version)
    consultation.sum_up()

    def ready(by: Actor) -> None:
        consultation.services.life.make_ready(
            by, consultation.id, consultation.version, no_change_reason="نظری نرسید."
        )

    assert InstrumentAction.MAKE_READY not in consultation.now.steps
    refused("reviewer_is_not_the_author", lambda: ready(office.reviewer), consultation)
    ready(another)
    assert consultation.stands() is InstrumentStatus.READY


def test_a_request_is_declined_with_a_reason_and_asked_again(consultation: Consultation) -> None:
    office, life = consultation.office, consultation.services.life
    consultation.register().ask()
    with pytest.raises(InvalidValueError):
        life.decline(office.manager, consultation.id, consultation.version, "  ")
    life.decline(office.manager, consultation.id, consultation.version, "پیوست ندارد")
    assert consultation.now.exposure is None
    assert consultation.now.history[-1].text == "پیوست ندارد"
    consultation.ask()
    life.decline(office.reviewer, consultation.id, consultation.version, "خودم پس گرفتم")
    assert consultation.now.exposure is None


def test_a_window_is_never_asked_for_below_its_floor(consultation: Consultation) -> None:
    consultation.register()
    refused(
        "window_below_floor",
        lambda: consultation.ask(until=consultation.today + timedelta(days=13)),
        consultation,
    )
    with pytest.raises(InvalidValueError):
        consultation.ask(until=consultation.today + timedelta(days=4000))
    consultation.ask(until=consultation.today + timedelta(days=40))
    consultation.open()
    row = consultation.now.row
    assert row.closes_on is not None
    assert row.closes_on >= consultation.today + timedelta(days=40)


@pytest.mark.parametrize(
    ("kind", "short"), [(InstrumentKind.LICENSING_DIRECTIVE, 13), (InstrumentKind.BILL, 29)]
)
def test_sql_opens_no_window_below_its_floor(
    consultation: Consultation, kind: InstrumentKind, short: int
) -> None:
    consultation.register(kind).ask()
    refused_by_sql(
        "window_below_floor",
        "UPDATE instrument SET status = 'open', opened_on = :day, closes_on = :end, approved_by_id = :who"
        " WHERE id = :id",
        consultation,
        day=day_of(consultation, 0),
        end=day_of(consultation, short),
        who=consultation.office.manager.person_id,
    )


def test_the_database_counts_every_opening_day_as_the_program_does(consultation: Consultation) -> None:
    """One day less than the earliest lawful end is refused, the end itself is taken; over a leap year."""
    consultation.register(InstrumentKind.BILL).ask()
    for step in range(0, 400, 7):
        consultation.pass_days(7 if step else 0)
        window = consultation.services.life.window(consultation.id)
        assert tried(consultation, window.counted_to - timedelta(days=1)) == "window_below_floor"
        assert tried(consultation, window.closes_on) == ""
        if window.moved_over:
            assert tried(consultation, window.counted_to) == "window_ends_on_closed_day"


@pytest.mark.usefixtures("opened")
def test_an_open_window_only_grows_and_its_text_stays(consultation: Consultation) -> None:
    office, life = consultation.office, consultation.services.life
    row = consultation.now.row
    assert row.closes_on is not None
    end = row.closes_on
    for until in (end, end - timedelta(days=1)):
        extend = partial(life.extend, office.manager, consultation.id, consultation.version, until, "درخواست")
        refused("window_only_grows", extend, consultation)
    with pytest.raises(NotPermittedError):
        life.extend(office.clerk, consultation.id, consultation.version, end + timedelta(days=7), "درخواست")
    with pytest.raises(InvalidValueError):
        life.extend(office.manager, consultation.id, consultation.version, end + timedelta(days=7), "")
    for statement, rule in (
        ("closes_on = :earlier", "window_only_grows"),
        ("opened_on = :earlier", "exposed_text_stays"),
        ("exposed_revision_id = exposed_revision_id + 1", "exposed_text_stays"),
        ("place = 'single_window'", "exposed_text_stays"),
        ("status = 'revising'", "window_still_open"),
        ("status = 'ready'", "not_from_this_state"),
        ("status = 'drafting'", "not_from_this_state"),
        ("status = 'promulgated'", "not_from_this_state"),
    ):
        values = {"earlier": day_of(consultation, 13)} if ":earlier" in statement else {}
        refused_by_sql(rule, f"UPDATE instrument SET {statement} WHERE id = :id", consultation, **values)
    refused_by_sql("instrument_stays", "DELETE FROM instrument WHERE id = :id", consultation)
    life.extend(
        office.manager, consultation.id, consultation.version, end + timedelta(days=7), "درخواست انجمن"
    )
    grown = consultation.now
    assert grown.row.closes_on is not None
    assert grown.row.closes_on >= end + timedelta(days=7)
    assert grown.history[-1].text == "درخواست انجمن"
    # A working draft is welcome meanwhile; what the public reads is the exposed revision.
    consultation.write(NEXT_TEXT)
    assert consultation.now.exposure is not None
    assert consultation.now.exposure.revision == 1


@pytest.mark.usefixtures("opened")
def test_time_alone_ends_a_window_and_not_a_minute_early(consultation: Consultation) -> None:
    office, life = consultation.office, consultation.services.life
    row = consultation.now.row
    assert row.closes_on is not None
    consultation.pass_days((row.closes_on - consultation.today).days)
    # Eleven at night of the last day, Tehran.
    consultation.clock.advance(timedelta(hours=11))
    consultation.set_day()
    assert consultation.stands() is InstrumentStatus.OPEN

    def start() -> object:
        return life.start_revising(office.reviewer, consultation.id, consultation.version)

    refused("window_still_open", start, consultation)
    consultation.clock.advance(timedelta(hours=2))
    consultation.set_day()
    assert consultation.stands() is InstrumentStatus.CLOSED
    later = row.closes_on + timedelta(days=7)
    refused(
        "window_is_over",
        lambda: life.extend(office.manager, consultation.id, consultation.version, later, "دیر شد"),
        consultation,
    )
    refused_by_sql(
        "window_is_over",
        "UPDATE instrument SET closes_on = :later WHERE id = :id",
        consultation,
        later=day_of(consultation, 9),
    )
    start()
    assert consultation.stands() is InstrumentStatus.REVISING


def test_a_pc_clock_that_went_back_keeps_no_window_open(consultation: Consultation) -> None:
    if not consultation.services.database.is_sqlite:
        # The server's clock rules: there is nothing to go back.
        return
    consultation.closed()
    consultation.services.life.start_revising(
        consultation.office.reviewer, consultation.id, consultation.version
    )
    consultation.clock.advance(timedelta(days=-30))
    with pytest.raises(RuleError) as error:
        consultation.sum_up()
    assert error.value.parameters["rule"] == "clock_went_back"


@pytest.mark.usefixtures("opened")
def test_the_gate_counts_what_is_missing_and_opens_when_nothing_is(consultation: Consultation) -> None:
    office, life = consultation.office, consultation.services.life
    comment = consultation.comment()
    consultation.after_the_end()
    life.start_revising(office.reviewer, consultation.id, consultation.version)

    def ready() -> object:
        return life.make_ready(office.reviewer, consultation.id, consultation.version)

    refused("every_comment_is_decided", ready, consultation)
    refused("every_comment_is_decided", consultation.sum_up, consultation)
    points = {point.rule: (point.holds, point.missing) for point in consultation.now.gate.points}
    assert points["every_comment_is_decided"] == (False, 1)
    refused_by_sql(
        "every_comment_is_decided",
        "UPDATE instrument SET status = 'ready', ready_by_id = :who WHERE id = :id",
        consultation,
        who=office.reviewer.person_id,
    )
    consultation.decide(comment)
    refused("newer_revision_or_reason", ready, consultation)
    consultation.write(NEXT_TEXT)
    refused("changes_are_explained", ready, consultation)
    consultation.explain()
    refused("summing_up_is_needed", ready, consultation)
    consultation.sum_up()
    # A decision behind the summing-up makes it stale.
    consultation.clock.advance(timedelta(minutes=5))
    consultation.decide(comment, Disposition.OUT_OF_SCOPE)
    refused("summing_up_is_needed", ready, consultation)
    consultation.clock.advance(timedelta(minutes=5))
    consultation.sum_up()
    assert missing(consultation) == set()
    # So does a revision.
    consultation.write(f"{NEXT_TEXT}\nماده ۳- این دستورالعمل از فردا اجرا می‌شود.")
    assert missing(consultation) == {"changes_are_explained", "summing_up_is_needed"}
    refused("changes_are_explained", ready, consultation)
    consultation.sum_up()
    with pytest.raises(NotPermittedError):
        life.make_ready(office.clerk, consultation.id, consultation.version)
    ready()
    assert consultation.stands() is InstrumentStatus.READY
    assert [one.number for one in consultation.services.summing_up.all(consultation.id)] == [1, 2, 3]


@pytest.mark.usefixtures("revising")
def test_no_change_takes_a_written_reason(consultation: Consultation) -> None:
    office, life = consultation.office, consultation.services.life
    consultation.sum_up()
    with pytest.raises(RuleError):
        life.make_ready(office.reviewer, consultation.id, consultation.version)
    life.make_ready(
        office.reviewer,
        consultation.id,
        consultation.version,
        no_change_reason="نظری نرسید که تغییری بخواهد.",
    )
    assert consultation.stands() is InstrumentStatus.READY


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("accepted", [Disposition.ACCEPTED, Disposition.PARTLY_ACCEPTED])
def test_an_accepted_comment_names_what_carries_it_before_anything_goes_out(
    consultation: Consultation, accepted: Disposition
) -> None:
    office, life = consultation.office, consultation.services.life
    comment = consultation.comment()
    consultation.after_the_end()
    life.start_revising(office.reviewer, consultation.id, consultation.version)
    consultation.write(NEXT_TEXT)
    consultation.decide(comment, accepted)
    with pytest.raises(RuleError):
        consultation.decide(comment, accepted, Carrier(1, "ماده ۱"))
    with pytest.raises(RuleError):
        consultation.decide(comment, Disposition.REJECTED, Carrier(2, "ماده ۱"))
    consultation.explain()
    refused("accepted_is_carried", consultation.freeze, consultation)
    # Half of it is none: the revision without the provision.
    consultation.sql(
        "UPDATE public_comment SET carried_revision_id = (SELECT max(id) FROM revision WHERE instrument_id = :id)"
        " WHERE instrument_id = :id"
    )
    assert missing(consultation) == {"accepted_is_carried", "summing_up_is_needed"}

    def ready() -> object:
        return life.make_ready(office.reviewer, consultation.id, consultation.version)

    refused("accepted_is_carried", ready, consultation)
    refused_by_sql(
        "accepted_is_carried",
        "UPDATE instrument SET status = 'ready', ready_by_id = :who WHERE id = :id",
        consultation,
        who=office.reviewer.person_id,
    )
    consultation.clock.advance(timedelta(minutes=5))
    consultation.decide(comment, accepted, Carrier(2, "ماده ۱"))
    refused("summing_up_is_needed", ready, consultation)
    consultation.clock.advance(timedelta(minutes=5))
    consultation.sum_up()
    ready()
    consultation.finish()
    content = consultation.services.summing_up.all(consultation.id)[-1].content
    (told,) = content["provisions"][0]["comments"]
    assert told["change"]["old"].endswith("مهلت پاسخ سی روز است.")
    assert told["change"]["new"].endswith("مهلت پاسخ بیست روز است.")
    assert [(one["provision"], one["carried"]) for one in content["changes"]] == [("ماده ۱", 1)]


@pytest.mark.usefixtures("ready")
def test_nothing_goes_out_without_a_letter_behind_the_end(consultation: Consultation) -> None:
    closes_on = consultation.now.row.closes_on
    assert closes_on is not None
    tomorrow = consultation.today + timedelta(days=1)
    with pytest.raises(InvalidValueError) as ahead:
        consultation.finish(letter_date=tomorrow)
    # In the calendar of whoever typed it.
    assert ahead.value.parameters["value"] == short_date(tomorrow)
    refused("letter_before_the_end", lambda: consultation.finish(letter_date=closes_on), consultation)
    refused_by_sql(
        "letter_is_needed", "UPDATE instrument SET status = 'promulgated' WHERE id = :id", consultation
    )
    with pytest.raises(NotPermittedError):
        consultation.finish(by=consultation.office.clerk)


@pytest.mark.usefixtures("ready")
def test_a_letter_without_a_number_gets_the_office_s_next_one_and_none_twice(
    consultation: Consultation,
) -> None:
    office = consultation.office.services.office
    changed = replace(office.settings(), letter_pattern="د/{yy}/{number:03}")
    office.change(consultation.office.administrator, changed)
    first = consultation.id
    with pytest.raises(InvalidValueError):
        consultation.finish(number=None, letter_date=consultation.today + timedelta(days=1))
    consultation.finish(number=None)
    number = consultation.now.letter_number
    assert (number[:2], number[-4:]) == ("د/", "/001")
    second = consultation.ready()
    assert second.id != first
    with pytest.raises(ConflictError):
        second.finish(number=persian_digits(number))
    second.finish(number=None)
    assert second.now.letter_number == number[:-1] + "2"


@pytest.mark.usefixtures("revising")
def test_a_summing_up_by_a_reviewer_s_deputy_says_for_whom(consultation: Consultation) -> None:
    consultation.write(NEXT_TEXT)
    office = consultation.office
    absent, acting = office.reviewer.person_id or 0, office.other_clerk.person_id or 0
    today = consultation.today
    office.services.deputies.add(office.administrator, NewDeputy(absent, acting, today, today))
    consultation.explain()
    office.services.summing_up.freeze(office.services.accounts.actor(acting), consultation.id)
    assert consultation.now.history[-1].after["on_behalf_of"] == office.reviewer.name


@pytest.mark.usefixtures("ready")
def test_one_comment_that_comes_late_still_holds_the_gate(consultation: Consultation) -> None:
    consultation.clock.advance(timedelta(minutes=5))
    late = consultation.comment("دیر رسید")
    assert consultation.services.comments.one(late).late
    assert missing(consultation) == {"every_comment_is_decided", "summing_up_is_needed"}
    refused("every_comment_is_decided", consultation.finish, consultation)
    refused_by_sql(
        "every_comment_is_decided",
        "UPDATE instrument SET status = 'promulgated', letter_number = 'x', letter_date = :day WHERE id = :id",
        consultation,
        day=day_of(consultation, 0),
    )


@pytest.mark.usefixtures("opened")
def test_what_was_finished_stays(consultation: Consultation) -> None:
    comment = consultation.comment()
    consultation.after_the_end()
    life, office = consultation.services.life, consultation.office
    life.start_revising(office.reviewer, consultation.id, consultation.version)
    consultation.write(NEXT_TEXT)
    consultation.decide(comment)
    consultation.sum_up()
    life.make_ready(office.reviewer, consultation.id, consultation.version)
    consultation.finish()
    with pytest.raises(RuleError):
        life.withdraw(office.manager, consultation.id, consultation.version, "پشیمانی")
    with pytest.raises(RuleError):
        consultation.decide(comment, Disposition.OUT_OF_SCOPE)
    with pytest.raises(RuleError):
        consultation.services.comments.take_in(office.clerk, consultation.id, [NewComment(text="دیر")])
    refused_by_sql(
        "instrument_is_finished",
        "UPDATE public_comment SET disposition = 'accepted' WHERE instrument_id = :id",
        consultation,
    )
    another = ", ".join(name for name in _COLUMNS_OF_A_COMMENT if name != "identity_key")
    refused_by_sql(
        "comments_are_over",
        f"INSERT INTO public_comment (identity_key, {another}) SELECT 'another', {another} FROM public_comment"
        " WHERE instrument_id = :id",
        consultation,
    )
    for column in ("text = 'x'", "sender = 'x'", "received_at = '2020-01-01 00:00:00'"):
        refused_by_sql(
            "public_words_stay", f"UPDATE public_comment SET {column} WHERE instrument_id = :id", consultation
        )
    refused_by_sql("public_words_stay", "DELETE FROM public_comment WHERE instrument_id = :id", consultation)
    refused_by_sql(
        "frozen", "UPDATE consultation_report SET sha256 = 'x' WHERE instrument_id = :id", consultation
    )
    refused_by_sql("frozen", "DELETE FROM consultation_report WHERE instrument_id = :id", consultation)


@pytest.mark.usefixtures("opened")
def test_comments_enter_only_what_was_exposed(consultation: Consultation) -> None:
    consultation.comment()
    office, comments = consultation.office, consultation.services.comments
    draft = Consultation(office, consultation.clock).register()
    others = ", ".join(
        name for name in _COLUMNS_OF_A_COMMENT if name not in {"identity_key", "instrument_id"}
    )
    insert = (
        f"INSERT INTO public_comment (identity_key, instrument_id, {others})"
        f" SELECT 'another', :id, {others} FROM public_comment LIMIT 1"
    )

    def none_comes() -> None:
        with pytest.raises(RuleError) as refusal:
            comments.take_in(office.clerk, draft.id, [NewComment("زود است.")])
        assert refusal.value.parameters["rule"] == "draft_is_not_exposed"

    none_comes()
    refused_by_sql("draft_is_not_exposed", insert, draft)
    draft.ask()
    none_comes()
    refused_by_sql("draft_is_not_exposed", insert, draft)
    draft.open()
    draft.comment("به‌موقع است.")
    draft.services.life.withdraw(office.manager, draft.id, draft.version, "زمینه آن از میان رفت.")
    none_comes()
    draft.services.life.take_up_again(office.manager, draft.id, draft.version, "دوباره لازم است.")
    none_comes()
    assert [one.text for one in comments.of_instrument(draft.id)] == ["به‌موقع است."]
    # A copy of the database brings the comments of the first window.
    draft.sql(insert)


@pytest.mark.usefixtures("opened")
def test_what_was_withdrawn_starts_a_full_new_window(consultation: Consultation) -> None:
    office, life = consultation.office, consultation.services.life
    first = consultation.now.row.closes_on
    consultation.pass_days(5)
    life.withdraw(office.manager, consultation.id, consultation.version, "نیاز به بازنگری")
    assert consultation.stands() is InstrumentStatus.WITHDRAWN
    refused_by_sql(
        "full_window_again", "UPDATE instrument SET status = 'drafting' WHERE id = :id", consultation
    )
    life.take_up_again(office.manager, consultation.id, consultation.version, "دوباره لازم شد")
    consultation.services.drafting.move(
        office.manager, consultation.id, consultation.version, InstrumentStatus.LEGAL_REVIEW
    )
    consultation.ask()
    consultation.open()
    again = consultation.now.row
    assert first is not None
    assert again.closes_on is not None
    assert again.closes_on >= first + timedelta(days=5)
    assert again.opened_on == consultation.today


@pytest.mark.usefixtures("opened")
def test_a_closure_that_is_declared_afterwards_only_lengthens(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    end = consultation.now.row.closes_on
    assert end is not None
    services.closures.add(office.administrator, Closure(end, "تعطیلی آلودگی هوا"))
    longer = consultation.now
    calendar: WorkCalendar = services.office.calendar()
    assert longer.row.closes_on is not None
    assert longer.row.closes_on > end
    assert not calendar.is_closed(longer.row.closes_on)
    assert longer.history[-1].text == "تعطیلی آلودگی هوا"
    services.closures.remove(office.administrator, end)
    assert consultation.now.row.closes_on == longer.row.closes_on


@pytest.mark.usefixtures("opened")
def test_a_window_whose_last_day_is_closed_on_that_day_goes_on(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    end = consultation.now.row.closes_on
    assert end is not None
    consultation.pass_days((end - consultation.today).days)
    services.closures.add(office.administrator, Closure(end, "تعطیلی آلودگی هوا"))
    calendar: WorkCalendar = services.office.calendar()
    assert consultation.now.row.closes_on == next_open_day(end, calendar)[0] > end


def test_two_who_open_at_once_open_once(consultation: Consultation) -> None:
    consultation.register().ask()
    version = consultation.version
    consultation.open()
    with pytest.raises(ConflictError):
        consultation.services.life.open(consultation.office.manager, consultation.id, version)


def day_of(consultation: Consultation, after: int) -> object:
    """A day as the driver of the engine takes it."""
    day = consultation.today + timedelta(days=after)
    return day.isoformat() if consultation.services.database.is_sqlite else day


def tried(consultation: Consultation, closes_on: date) -> str:
    """Opens the window today by SQL and takes it back; returns the rule that refused it, empty where none did."""
    statement = (
        f"UPDATE instrument SET status = 'open', opened_on = '{consultation.today}', closes_on = '{closes_on}',"
        f" approved_by_id = {consultation.office.manager.person_id} WHERE id = {consultation.id}"
    )
    with consultation.services.database.engine.connect() as connection, connection.begin() as trial:
        try:
            connection.exec_driver_sql(statement)
        except exc.DBAPIError as error:
            return str(error.orig).splitlines()[0].removeprefix("statute: ")
        finally:
            trial.rollback()
    return ""


def document() -> Document:
    return Document("draft.txt", FIRST_TEXT, (), "txt", "")
