"""The life of a draft: each step, each rule, by the services and by SQL, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError, RuleError
from desktop_app.instruments.comments.decisions import Carrier
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind, InstrumentStatus
from desktop_app.persian.dates import short_date
from desktop_app.persian.digits import persian_digits
from tests.instruments.consulting import NEXT_TEXT, Consultation
from tests.instruments.refusing import COLUMNS_OF_A_COMMENT, day_of, missing, refused, refused_by_sql


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
    assert (number[:2], number[-4:]) == ("د/", "/002")
    second = consultation.ready()
    assert second.id != first
    with pytest.raises(ConflictError):
        second.finish(number=persian_digits(number))
    second.finish(number=None)
    # Each summing-up has a number of the register too.
    assert second.now.letter_number == number[:-1] + "4"


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
    another = ", ".join(name for name in COLUMNS_OF_A_COMMENT if name != "identity_key")
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
