"""An open objection of the staff holds a draft until it is closed: by the services and by SQL, on both engines.
The refusals of "ready" and of the promulgation are `test_rules_at_all_doors`'."""

from __future__ import annotations

import pytest

from desktop_app.clock import FixedClock
from desktop_app.errors import RuleError
from desktop_app.instruments.consultation.agenda import Waits
from desktop_app.instruments.vocabulary import InstrumentStatus, ThreadKind, ThreadOutcome, ThreadStatus
from tests.department import TestOffice
from tests.engines import Made
from tests.instruments.consulting import Consultation, first_consultation, played_to
from tests.instruments.refusing import missing, refused, refused_by_sql


@pytest.fixture
def made() -> Made:
    return played_to("ready")


@pytest.fixture
def consultation(office: TestOffice, clock: FixedClock) -> Consultation:
    return Consultation(office, clock).resume()


def open_objections(one: Consultation) -> int:
    (point,) = (point for point in one.now.gate.points if point.rule == "objections_are_closed")
    assert point.holds is (point.missing == 0)
    return point.missing


def annotate(one: Consultation, kind: ThreadKind, *, number: int = 1) -> int:
    return one.services.annotations.annotate(
        one.office.clerk, one.id, number, 0, 6, kind, "این روشن نیست."
    ).id


@pytest.mark.parametrize("outcome", ThreadOutcome)
def test_each_objection_is_counted_until_it_is_closed_with_an_outcome(
    consultation: Consultation, outcome: ThreadOutcome
) -> None:
    consultation.turn_back()
    consultation.sum_up()
    assert missing(consultation) == set()
    on_first, on_last = annotate(consultation, ThreadKind.OBJECTION), consultation.raise_objection()
    assert open_objections(consultation) == 2
    (line,) = consultation.services.agendas.now().rows
    assert (line.waits, line.missing) == (Waits.OBJECTIONS, 2)
    life, reviewer = consultation.services.life, consultation.office.reviewer
    with pytest.raises(RuleError) as refusal:
        life.make_ready(reviewer, consultation.id, consultation.version)
    assert (refusal.value.parameters["rule"], refusal.value.parameters["count"]) == (
        "objections_are_closed", 2,
    )  # fmt: skip
    consultation.close_objection(on_first, outcome)
    assert open_objections(consultation) == 1
    consultation.close_objection(on_last, outcome)
    assert missing(consultation) == set()
    life.make_ready(reviewer, consultation.id, consultation.version)


@pytest.mark.parametrize("kind", sorted(set(ThreadKind) - {ThreadKind.OBJECTION}))
def test_other_annotations_and_another_draft_s_objections_hold_nothing(
    consultation: Consultation, kind: ThreadKind
) -> None:
    annotate(consultation, kind)
    other = first_consultation(consultation.office).revising()
    other.raise_objection()
    assert open_objections(consultation) == 0
    consultation.finish()


def test_what_is_objected_to_while_it_is_ready_does_not_go_out(consultation: Consultation) -> None:
    thread = consultation.raise_objection(by=consultation.office.clerk)
    assert missing(consultation) == {"objections_are_closed"}
    refused("objections_are_closed", consultation.finish, consultation)
    consultation.close_objection(thread)
    row = consultation.thread(thread)
    consultation.services.annotations.reopen(consultation.office.clerk, thread, row.version, 2)
    refused("objections_are_closed", consultation.finish, consultation)
    consultation.close_objection(thread)
    consultation.finish()
    assert consultation.stands() is InstrumentStatus.PROMULGATED


def test_behind_the_end_no_objection_is_raised_or_reopened(consultation: Consultation) -> None:
    closed, note = consultation.raise_objection(), annotate(consultation, ThreadKind.NOTE)
    consultation.close_objection(closed)
    consultation.finish()
    annotations, clerk = consultation.services.annotations, consultation.office.clerk
    refused("objections_are_over", consultation.raise_objection, consultation)
    version = consultation.thread(closed).version
    refused("objections_are_over", lambda: annotations.reopen(clerk, closed, version, 2), consultation)
    refused_by_sql(
        "objections_are_over", f"UPDATE thread SET status = 'open' WHERE id = {closed}", consultation
    )
    refused_by_sql(
        "objections_are_over", f"UPDATE thread SET kind = 'objection' WHERE id = {note}", consultation
    )
    columns = "instrument_id, revision_id, author_name, created_at, changed_at, anchor, version"
    copied = (
        f"INSERT INTO thread ({columns}, kind, status) SELECT {columns}, '{{}}', '{{}}' FROM thread"
        f" WHERE id = {note}"
    )
    refused_by_sql("objections_are_over", copied.format("objection", "open"), consultation)
    # What holds nothing is still written: a note, an answer, and an objection that a copy brings closed.
    annotate(consultation, ThreadKind.NOTE)
    annotations.reply(clerk, closed, 2, "پاسخ در پرونده است.")
    consultation.sql(copied.format("objection", "resolved"))
    assert consultation.thread(closed).status is ThreadStatus.RESOLVED
