"""The rules of a consultation, each tried through the services and through SQL, on both engines: refused in one
sentence that names the rule, everything as before. The door of the window is `tests.ui.test_rules_in_the_window`,
that of SQL over a person's own role `tests.security`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from desktop_app.errors import AppError, NotPermittedError, RuleError
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind, InstrumentStatus
from desktop_app.wording.errors import error_sentence
from tests.department import second_reviewer
from tests.engines import Made
from tests.instruments.consulting import NEXT_TEXT, Consultation, played_to
from tests.instruments.refusing import day_of, refused_by_sql


@pytest.fixture
def made(request: pytest.FixtureRequest, made: Made) -> Made:
    """Begins the test of a rule in its state."""
    begins = RULES[request.getfixturevalue("name")].begins if "name" in request.fixturenames else ""
    return played_to(begins) if begins else made


@dataclass(frozen=True)
class Rule:
    """How the state comes about, what is tried by a service and by SQL, and which rule says no. The test begins in
    the state `begins`, without an instrument where it is empty, and goes on with `arrange`. `service` is
    `NotPermittedError`'s act where the person may not; the statement sets columns of the instrument, with `:end`
    thirty days from now at hand; empty where a role is the matter, which SQL by the owner does not have."""

    begins: str
    arrange: Callable[[Consultation], object]
    act: Callable[[Consultation], object]
    service: str
    statement: str = ""
    sql: str = ""


def last_minute(one: Consultation) -> None:
    """Goes on from an open window to 23:59 of its last day in Tehran; the made clock stands at half past eleven."""
    end = one.now.row.closes_on
    assert end is not None
    one.pass_days((end - one.today).days)
    one.clock.advance(timedelta(hours=12, minutes=29))
    one.set_day()


def as_it_is(one: Consultation) -> None:
    """Changes nothing: the test begins where the rule is tried."""


def comment_late(one: Consultation) -> None:
    one.comment("دیر رسید.", number="late")


def asked_by_its_author(one: Consultation) -> None:
    """The reviewer wrote it."""
    second_reviewer(one.office)
    made = one.services.drafting.register(one.office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    one.id = made.row.id
    one.set_day()
    one.write(NEXT_TEXT)
    one.services.drafting.move(one.office.reviewer, one.id, one.version, InstrumentStatus.LEGAL_REVIEW)


def asked_by_the_revision_s_writer(one: Consultation) -> None:
    """The document is the clerk's, its last revision the reviewer's."""
    second_reviewer(one.office)
    one.register()
    one.write(NEXT_TEXT, by=one.office.reviewer)


def amended_by_the_reviewer(one: Consultation) -> None:
    second_reviewer(one.office)
    one.write(NEXT_TEXT, by=one.office.reviewer)
    one.sum_up()


def amended_and_objected_to(one: Consultation) -> None:
    one.write(NEXT_TEXT)
    one.sum_up()
    one.raise_objection()


def declare_ready(one: Consultation) -> object:
    return one.services.life.make_ready(one.office.reviewer, one.id, one.version)


def start(one: Consultation) -> object:
    return one.services.life.start_revising(one.office.reviewer, one.id, one.version)


def shorten(one: Consultation) -> object:
    end = one.now.row.closes_on
    assert end is not None
    return one.services.life.extend(one.office.manager, one.id, one.version, end - timedelta(days=1), "زودتر")


def ask_for_another_text(one: Consultation) -> None:
    one.write(NEXT_TEXT)
    one.ask()


def ask_below_the_floor(one: Consultation) -> None:
    one.ask(until=one.today + timedelta(days=13))


PROMULGATE = "status = 'promulgated', letter_number = '1', letter_date = :today, finished_on = :today"
RULES = {
    "ابلاغ a minute before the end": Rule(
        "opened", last_minute, Consultation.finish, "not_from_this_state", PROMULGATE, "not_from_this_state"
    ),
    "amending a minute before the end": Rule(
        "opened", last_minute, start, "window_still_open", "status = 'revising'", "window_still_open"
    ),
    "ابلاغ with one undecided comment": Rule(
        "ready", comment_late, Consultation.finish, "every_comment_is_decided", PROMULGATE,
        "every_comment_is_decided",
    ),
    "ابلاغ with one open objection": Rule(
        "ready", Consultation.raise_objection, Consultation.finish, "objections_are_closed", PROMULGATE,
        "objections_are_closed",
    ),
    "ready with one open objection": Rule(
        "revising", amended_and_objected_to, declare_ready, "objections_are_closed",
        "status = 'ready', ready_by_id = :reviewer", "objections_are_closed",
    ),
    "ابلاغ by a clerk": Rule(
        "ready", as_it_is, lambda one: one.finish(by=one.office.clerk), "finish_instrument"
    ),
    "ابلاغ of a bill": Rule(
        "", lambda one: one.ready(InstrumentKind.BILL), lambda one: one.finish(by=one.office.clerk),
        "finish_instrument", PROMULGATE, "bills_are_submitted",
    ),
    "ارسال of a regulation": Rule(
        "ready", as_it_is, lambda one: one.finish(by=one.office.reviewer), "finish_instrument",
        "status = 'submitted', letter_number = '1', letter_date = :today", "regulations_are_promulgated",
    ),
    "a window below its floor": Rule(
        "", Consultation.register, ask_below_the_floor, "window_below_floor",
        "status = 'open', exposed_revision_id = (SELECT min(id) FROM revision WHERE instrument_id = :id),"
        " place = 'portal', opened_on = :today, closes_on = :short, asked_by_id = :reviewer,"
        " approved_by_id = author_id",
        "window_below_floor",
    ),
    "a window made shorter": Rule(
        "opened", as_it_is, shorten, "window_only_grows", "closes_on = :short", "window_only_grows"
    ),
    "another text before the public": Rule(
        "opened", as_it_is, ask_for_another_text, "not_from_this_state",
        "exposed_revision_id = exposed_revision_id + 1", "exposed_text_stays",
    ),
    "a reviewer of one's own text": Rule(
        "", asked_by_its_author, Consultation.ask, "reviewer_is_not_the_author",
        "status = 'open', exposed_revision_id = (SELECT min(id) FROM revision WHERE instrument_id = :id),"
        " place = 'portal', opened_on = :today, closes_on = :end, asked_by_id = author_id",
        "reviewer_is_not_the_author",
    ),
    "a reviewer of one's own revision": Rule(
        "", asked_by_the_revision_s_writer, Consultation.ask, "reviewer_is_not_the_author",
        "asked_by_id = :reviewer, place = 'portal', exposed_revision_id = (SELECT max(id) FROM revision WHERE"
        " instrument_id = :id)",
        "reviewer_is_not_the_author",
    ),
    "a reviewer of one's own amended text": Rule(
        "revising", amended_by_the_reviewer, declare_ready, "reviewer_is_not_the_author",
        "status = 'ready', ready_by_id = :reviewer", "reviewer_is_not_the_author",
    ),
    "ready without a second text or a reason": Rule(
        "revising", as_it_is, declare_ready,
        "newer_revision_or_reason", "status = 'ready', ready_by_id = :reviewer", "newer_revision_or_reason",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RULES)
def test_a_rule_holds_at_the_door_of_the_services_and_of_sql(consultation: Consultation, name: str) -> None:
    rule = RULES[name]
    if rule.begins:
        consultation.resume()
    rule.arrange(consultation)
    before = consultation.now
    with pytest.raises(AppError) as refusal:
        rule.act(consultation)
    error = refusal.value
    assert isinstance(error, RuleError | NotPermittedError)
    assert error.parameters.get("rule", error.parameters.get("act")) == rule.service
    # One sentence, in the clerk's own language.
    sentence = error_sentence(error)
    assert sentence.endswith(".")
    assert not any("a" <= letter.lower() <= "z" for letter in sentence)
    now = consultation.now
    assert (now.row.status, now.row.closes_on, now.exposure, now.letter_number) == (
        before.row.status,
        before.row.closes_on,
        before.exposure,
        before.letter_number,
    )
    if rule.statement:
        days = {key: day_of(consultation, after) for key, after in (("today", 0), ("short", 5), ("end", 40))}
        known: dict[str, object] = {**days, "reviewer": consultation.office.reviewer.person_id}
        values = {key: value for key, value in known.items() if f":{key}" in rule.statement}
        refused_by_sql(
            rule.sql, f"UPDATE instrument SET {rule.statement} WHERE id = :id", consultation, **values
        )


@pytest.mark.usefixtures("opened")
def test_a_minute_later_the_window_is_over_and_amending_begins(consultation: Consultation) -> None:
    last_minute(consultation)
    consultation.clock.advance(timedelta(minutes=1))
    consultation.set_day()
    start(consultation)
    assert consultation.stands() is InstrumentStatus.REVISING


@pytest.mark.usefixtures("opened")
def test_a_pc_whose_clock_is_a_month_ahead_ends_no_window_on_a_server(consultation: Consultation) -> None:
    """PostgreSQL refuses by its own clock. An SQLite file has none: what was said then is not unsaid afterwards."""
    consultation.clock.advance(timedelta(days=30))
    if consultation.services.database.is_sqlite:
        start(consultation)
        consultation.clock.advance(timedelta(days=-30))
        with pytest.raises(RuleError) as refusal:
            consultation.sum_up()
        assert refusal.value.parameters["rule"] == "clock_went_back"
        return
    with pytest.raises(RuleError) as refusal:
        start(consultation)
    assert refusal.value.parameters["rule"] == "window_still_open"
    consultation.clock.advance(timedelta(days=-30))
    assert consultation.stands() is InstrumentStatus.OPEN


@pytest.mark.usefixtures("opened")
def test_what_the_public_reads_is_frozen_and_a_working_draft_is_welcome(consultation: Consultation) -> None:
    with pytest.raises(Exception, match="append-only"):
        consultation.sql("UPDATE revision SET text = 'x' WHERE instrument_id = :id")
    consultation.write(NEXT_TEXT)
    detail = consultation.now
    assert [one.number for one in detail.revisions] == [1, 2]
    assert detail.exposure is not None
    assert detail.exposure.revision == 1
    assert consultation.services.drafting.compare(consultation.id, 1, 2).entries


@pytest.mark.parametrize(
    ("kind", "ends"),
    [
        (InstrumentKind.LICENSING_DIRECTIVE, InstrumentStatus.PROMULGATED),
        (InstrumentKind.BILL, InstrumentStatus.SUBMITTED),
    ],
)
def test_each_track_has_one_end_whatever_is_asked_for(
    consultation: Consultation, kind: InstrumentKind, ends: InstrumentStatus
) -> None:
    consultation.ready(kind)
    consultation.finish()
    assert consultation.stands() is ends


@pytest.mark.usefixtures("ready")
def test_a_decision_that_came_before_the_late_comment_does_not_answer_it(consultation: Consultation) -> None:
    comment_late(consultation)
    (late,) = consultation.services.comments.of_instrument(consultation.id)
    assert late.late
    consultation.clock.advance(timedelta(minutes=1))
    consultation.decide(late.id, Disposition.OUT_OF_SCOPE)
    with pytest.raises(RuleError) as refusal:
        consultation.finish()
    assert refusal.value.parameters["rule"] == "summing_up_is_needed"
