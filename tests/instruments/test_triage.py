"""Triage: one act on many comments, previewed, with what stayed named, taken back where nobody built on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.database.audit import history
from desktop_app.errors import InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.instruments.comments.service import CommentRow, NewComment
from desktop_app.instruments.comments.triage_acts import Assign, Decide, PutIssue
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind
from tests.department import TestOffice, second_reviewer
from tests.instruments.consulting import NEXT_TEXT, Consultation, exposed_now

CAME = datetime(2026, 11, 10, 8, 0, tzinfo=UTC)
ACT = Decide(Disposition.OUT_OF_SCOPE, "موضوع این آیین‌نامه نیست.")


@pytest.fixture
def instrument(office: TestOffice) -> int:
    made = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    came = [
        NewComment(f"نظر شماره {n}", external_id=str(n), received_at=CAME + timedelta(minutes=n))
        for n in range(6)
    ]
    exposed_now(office.services, made.row.id)
    office.services.comments.take_in(office.clerk, made.row.id, came)
    return made.row.id


def rows(office: TestOffice, instrument: int) -> tuple[CommentRow, ...]:
    return office.services.comments.of_instrument(instrument)


def test_many_are_decided_at_once_and_what_is_decided_stays(office: TestOffice, instrument: int) -> None:
    triage, ids = office.services.triage, [row.id for row in rows(office, instrument)]
    first = rows(office, instrument)[0]
    office.services.comments.decide(
        office.reviewer, first.id, first.version, Disposition.ACCEPTED, "پذیرفته شد."
    )
    with pytest.raises(NotPermittedError):
        triage.run(office.clerk, instrument, ids, ACT)
    with pytest.raises(InvalidValueError):
        triage.preview(office.reviewer, instrument, ids, Decide(Disposition.REJECTED, " "))
    seen = triage.preview(office.reviewer, instrument, [*ids, 999], ACT)
    assert (seen.total, seen.possible) == (7, 5)
    assert {type(error): count for error, count in seen.refused} == {RuleError: 1, NotFoundError: 1}
    run = triage.run(office.reviewer, instrument, ids, ACT)
    assert run.done == ids[1:]
    assert [(one.comment_id, one.error.parameters["rule"]) for one in run.failures] == [
        (first.id, "comment_is_decided")
    ]
    after = rows(office, instrument)
    assert [row.disposition for row in after] == [Disposition.ACCEPTED] + [Disposition.OUT_OF_SCOPE] * 5
    # Somebody builds on one of them; the others are taken back.
    built = after[2]
    office.services.comments.decide(
        office.reviewer, built.id, built.version, Disposition.REJECTED, "خلاف قانون"
    )
    assert triage.take_back(office.reviewer, instrument, run) == 4
    assert run.done == [built.id]
    assert [row.disposition for row in rows(office, instrument)] == [
        Disposition.ACCEPTED, None, Disposition.REJECTED, None, None, None,
    ]  # fmt: skip
    with office.services.database.reading() as session:
        told = [event.action for event in history(session, "comment", ids[1])]
    assert told == ["decided", "bulk_taken_back"]


def test_issues_and_reviewers_stand_with_the_comments_and_are_taken_back(
    office: TestOffice, instrument: int
) -> None:
    triage, ids = office.services.triage, [row.id for row in rows(office, instrument)]
    triage.run(office.reviewer, instrument, ids[:2], PutIssue("مهلت"))
    run = triage.run(office.reviewer, instrument, ids[:4], PutIssue(" هزینه  صدور "))
    triage.run(office.reviewer, instrument, ids[:1], PutIssue("مهلت", on=False))
    assert [row.issues for row in rows(office, instrument)[:5]] == [
        ("هزینه صدور",), ("مهلت", "هزینه صدور"), ("هزینه صدور",), ("هزینه صدور",), (),
    ]  # fmt: skip
    assert triage.take_back(office.reviewer, instrument, run) == 3
    assert [row.issues for row in rows(office, instrument)[:3]] == [("هزینه صدور",), ("مهلت",), ()]
    [(person, name)] = [one for one in triage.reviewers() if one[0] == office.reviewer.person_id]
    with pytest.raises(NotFoundError):
        triage.run(office.manager, instrument, ids, Assign(office.clerk.person_id))
    given = triage.run(office.manager, instrument, ids[:3], Assign(person))
    assert [row.assignee for row in rows(office, instrument)[:4]] == [name] * 3 + [""]
    assert triage.take_back(office.reviewer, instrument, given) == 0
    assert triage.take_back(office.manager, instrument, given) == 3
    assert {row.assignee_id for row in rows(office, instrument)} == {None}


def test_an_assignment_is_taken_back_though_its_person_has_left(office: TestOffice, instrument: int) -> None:
    triage, ids = office.services.triage, [row.id for row in rows(office, instrument)]
    left = second_reviewer(office)
    run = triage.run(office.manager, instrument, ids, Assign(left.person_id))
    accounts = office.services.accounts
    account = next(one for one in accounts.all() if one.id == left.person_id)
    accounts.change(office.administrator, account.id, account.version, active=False)
    with pytest.raises(NotFoundError):
        triage.run(office.manager, instrument, ids, Assign(left.person_id))
    assert triage.take_back(office.manager, instrument, run) == len(ids)
    assert {row.assignee_id for row in rows(office, instrument)} == {None}


def test_nothing_is_taken_back_on_a_draft_that_is_finished_or_not_there(consultation: Consultation) -> None:
    services, reviewer = consultation.services, consultation.office.reviewer
    consultation.revising()
    number = consultation.comment("مهلت کم است.")
    run = services.triage.run(reviewer, consultation.id, [number], ACT)
    assert run.done == [number]
    with pytest.raises(NotFoundError):
        services.triage.take_back(reviewer, consultation.id + 1, run)
    consultation.write(NEXT_TEXT)
    consultation.sum_up()
    services.life.make_ready(reviewer, consultation.id, consultation.version)
    consultation.finish()
    with pytest.raises(RuleError) as error:
        services.triage.take_back(reviewer, consultation.id, run)
    assert error.value.parameters["rule"] == "instrument_is_finished"
    assert services.comments.one(number).disposition is Disposition.OUT_OF_SCOPE
