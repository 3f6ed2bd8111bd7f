"""Hidden comments and the second reader of rejections: through the services and by SQL, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.errors import AppError, NotPermittedError, RuleError
from desktop_app.instruments.comments.triage_acts import Confirm, Decide, Hide
from desktop_app.instruments.vocabulary import Disposition, HiddenReason
from desktop_app.reports.participation import consultations_of
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice, add_person
from tests.instruments.consulting import NEXT_TEXT, Consultation

INSULT = "این اداره پر از آدم‌های نادان است."


@pytest.fixture
def consultation(office: TestOffice, clock: FixedClock) -> Consultation:
    """A rejected comment and an open question, revising, where rejections are read a second time."""
    made = Consultation(office, clock).register()
    made.services.moderation.ask_for_second_reader(office.reviewer, made.id, made.version, wanted=True)
    made.ask()
    made.open()
    made.comment(INSULT, number="1")
    made.comment(number="2")
    made.after_the_end()
    made.services.life.start_revising(office.reviewer, made.id, made.version)
    made.write(NEXT_TEXT)
    ids = [one.id for one in made.services.comments.of_instrument(made.id)]
    made.services.triage.run(office.reviewer, made.id, ids, Decide(Disposition.REJECTED, "خلاف قانون است."))
    return made


def second(office: TestOffice) -> Actor:
    memberships = frozenset({Membership(Role.REVIEWER, None)})
    row = add_person(office.services, office.administrator, "حسین مرادی", "moradi", memberships)
    return office.services.accounts.actor(row.id)


def told(consultation: Consultation) -> dict[str, int]:
    """What a report of its time says of the comments."""
    row = consultation.now.row
    assert row.opened_on is not None
    scope = ReportScope(Period.between(row.opened_on, row.opened_on))
    with consultation.services.database.reading() as session:
        [made] = consultations_of(session, scope)
    return made.dispositions


def test_a_rejection_counts_when_a_second_person_has_read_it(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    rows = services.comments.of_instrument(consultation.id)
    ids = [one.id for one in rows]
    assert [one.unconfirmed for one in rows] == [True, True]
    assert consultation.now.row.undecided == 2
    assert services.comments.one(ids[0]).waits
    assert told(consultation) == {"undecided": 2}
    points = {point.rule: (point.holds, point.missing) for point in consultation.now.gate.points}
    assert points["every_comment_is_decided"] == (False, 2)
    with pytest.raises(RuleError) as caught:
        consultation.sum_up()
    assert caught.value.parameters["rule"] == "every_comment_is_decided"
    own = services.triage.run(office.reviewer, consultation.id, ids, Confirm())
    assert {one.error.parameters["rule"] for one in own.failures} == {"second_reader_is_another"}
    other = second(office)
    run = services.triage.run(other, consultation.id, ids, Confirm())
    assert run.done == ids
    assert services.triage.take_back(other, consultation.id, run) == 2
    services.triage.run(other, consultation.id, ids, Confirm())
    assert told(consultation) == {"rejected": 2}
    # Decided otherwise, it is to be read again.
    consultation.decide(ids[0])
    assert [one.unconfirmed for one in services.comments.of_instrument(consultation.id)] == [True, False]
    services.triage.run(other, consultation.id, ids, Confirm())
    consultation.sum_up()
    services.life.make_ready(office.reviewer, consultation.id, consultation.version)


def test_the_database_keeps_the_second_reader_whoever_asks(consultation: Consultation) -> None:
    office = consultation.office
    first = office.reviewer.person_id
    with pytest.raises(DBAPIError, match="second_reader_is_another"):
        consultation.sql(
            "UPDATE public_comment SET confirmed_by_id = :first, version = version + 1 WHERE instrument_id = :id",
            first=first,
        )
    with pytest.raises(DBAPIError, match="second_reader_is_settled"):
        consultation.sql("UPDATE instrument SET second_reader = false WHERE id = :id")
    with pytest.raises(DBAPIError, match="every_comment_is_decided"):
        consultation.sql(
            "UPDATE instrument SET status = 'ready', ready_by_id = :first WHERE id = :id", first=first
        )
    other = second(office).person_id
    consultation.sql("UPDATE public_comment SET confirmed_by_id = :who WHERE instrument_id = :id", who=other)
    with pytest.raises(DBAPIError, match="confirmation_is_of_a_rejection"):
        consultation.sql("UPDATE public_comment SET reason = 'x' WHERE instrument_id = :id")
    with pytest.raises(DBAPIError, match="confirmation_is_of_a_rejection"):
        consultation.sql("UPDATE public_comment SET disposition = 'accepted' WHERE instrument_id = :id")
    with pytest.raises(AppError):
        consultation.services.moderation.ask_for_second_reader(
            office.reviewer, consultation.id, consultation.version, wanted=False
        )


def test_what_is_hidden_behind_the_summing_up_makes_it_stale(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    ids = [one.id for one in services.comments.of_instrument(consultation.id)]
    services.triage.run(second(office), consultation.id, ids, Confirm())
    consultation.sum_up()
    assert consultation.now.gate.is_open
    consultation.clock.advance(timedelta(minutes=5))
    services.triage.run(office.reviewer, consultation.id, ids[:1], Hide(HiddenReason.INSULT))
    stale = [point.rule for point in consultation.now.gate.points if not point.holds]
    assert stale == ["summing_up_is_needed"]


def test_what_is_hidden_is_counted_published_nowhere_and_its_reading_is_an_event(
    consultation: Consultation,
) -> None:
    office, services = consultation.office, consultation.services
    insult = services.comments.of_instrument(consultation.id)[0]
    with pytest.raises(NotPermittedError):
        services.triage.run(office.clerk, consultation.id, [insult.id], Hide(HiddenReason.INSULT))
    run = services.triage.run(office.reviewer, consultation.id, [insult.id], Hide(HiddenReason.INSULT))
    shown = services.comments.one(insult.id)
    assert (shown.text, shown.sender, shown.hidden) == ("", "", HiddenReason.INSULT)
    content = services.summing_up.content(office.reviewer, consultation.id)
    assert (content["comments"], content["hidden"]) == (2, {"insult": 1})
    assert sum(len(one["comments"]) for one in content["provisions"]) == 1
    assert INSULT not in str(content)
    with pytest.raises(NotPermittedError):
        services.moderation.read(office.music_clerk, insult.id)
    stranger = replace(office.clerk, memberships=frozenset({Membership(Role.CLERK, office.music.id)}))
    with pytest.raises(NotPermittedError):
        services.moderation.read(stranger, insult.id)
    assert services.moderation.read(office.reviewer, insult.id).text == INSULT
    with services.database.reading() as session:
        told = [event.action for event in history(session, "comment", insult.id)]
    assert told == ["decided", "moderated", "hidden_read"]
    again = services.triage.run(office.reviewer, consultation.id, [insult.id], Hide(None))
    assert services.comments.one(insult.id).text == INSULT
    assert services.triage.take_back(office.reviewer, consultation.id, again) == 1
    assert services.comments.one(insult.id).hidden is HiddenReason.INSULT
    assert services.triage.take_back(office.reviewer, consultation.id, run) == 0
