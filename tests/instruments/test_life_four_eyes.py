"""Nobody decides alone on a draft: who wrote, asked for or reviewed it does not take the next step."""

from __future__ import annotations

import pytest

from desktop_app.documents.document import Document
from desktop_app.errors import NotPermittedError
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import add_person, second_reviewer
from tests.instruments.consulting import FIRST_TEXT, NEXT_TEXT, Consultation
from tests.instruments.refusing import day_of, refused, refused_by_sql


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


def document() -> Document:
    return Document("draft.txt", FIRST_TEXT, (), "txt", "")
