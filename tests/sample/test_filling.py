"""The made office in a database: it keeps the rules that the desk keeps, on both engines."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.database.audit import EventRecord
from desktop_app.errors import RuleError
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus, Placement, ThreadKind
from desktop_app.petitions.lists.inbox import ListFilter, Scope
from desktop_app.petitions.model import Petition, Referral
from desktop_app.petitions.moves import TABLE
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import OPEN, Channel, Kind, Move, Status
from desktop_app.reports.notices.model import NoticeKind
from desktop_app.sample.annotations import REVISION, THREADS
from desktop_app.sample.filling import SAMPLE_PASSWORD, fill
from desktop_app.services import Services
from desktop_app.staff.roles import Role, pc_user
from tests.conftest import NOON, with_cheap_passwords
from tests.engines import Made

UNTIL = date(2026, 11, 24)


def made_office(url: str) -> None:
    """Fills a template once: every test looks at a copy of its own."""
    services = with_cheap_passwords(open_services(url, clock=FixedClock(NOON), prepare_schema=False))
    fill(services, petitions=400, instruments=2, until=UNTIL)
    services.close()


@pytest.fixture
def made() -> Made:
    return made_office


@pytest.fixture
def filled(services: Services) -> Services:
    return services


def test_registry_numbers_have_no_gap_and_go_on_behind_the_made_ones(filled: Services) -> None:
    with filled.database.reading() as session:
        years = session.execute(
            select(
                Petition.registry_year, func.min(Petition.registry_number), func.max(Petition.registry_number),
                func.count(),
            ).group_by(Petition.registry_year)
        ).all()  # fmt: skip
    assert sum(count for *_, count in years) == 400
    assert all(least == 1 and most == count for _, least, most, count in years)
    last = next(most for year, _, most, _ in years if year == 1405)
    made = filled.register.register(pc_user("t"), NewPetition(Kind.REQUEST, Channel.PHONE, "تازه"))
    assert (made.registry_year, made.registry_number) == (1405, last + 1)


def test_every_state_follows_from_its_history_by_the_table_of_moves(filled: Services) -> None:
    with filled.database.reading() as session:
        petitions = list(session.scalars(select(Petition)))
        events = list(
            session.scalars(select(EventRecord).order_by(EventRecord.item_id, EventRecord.sequence))
        )
    history: dict[int, list[EventRecord]] = {}
    for event in events:
        if event.item_type == "petition":
            history.setdefault(event.item_id, []).append(event)
    for petition in petitions:
        status = Status.REGISTERED
        for event in history[petition.id]:
            if event.action not in set(Move):
                continue
            rule = TABLE[Move(event.action)]
            assert status in rule.starts
            status = rule.target or status
        assert petition.status == status
        assert petition.is_open == (status in OPEN)
        assert (petition.outcome is None) == (status in OPEN)


def test_what_is_resolved_is_out_with_nobody(filled: Services) -> None:
    with filled.database.reading() as session:
        out = session.scalar(
            select(func.count())
            .select_from(Referral)
            .join(Petition, Petition.id == Referral.petition_id)
            .where(Petition.is_open.is_(False), Referral.acted_at.is_(None))
        )
    assert out == 0


def test_made_petitions_are_found_and_made_people_sign_in(filled: Services) -> None:
    clerk = filled.accounts.sign_in("s.kazemi", SAMPLE_PASSWORD)
    assert clerk.has(Role.CLERK)
    found = filled.inbox.outline(clerk, ListFilter(scope=Scope.ANY, query="مجوز"))
    assert found.total > 10


def test_made_drafts_stand_where_their_story_says(filled: Services) -> None:
    rows = {row.code: row for row in filled.drafting.all()}
    assert rows["galleries"].kind is InstrumentKind.BYLAW
    assert rows["galleries"].status is InstrumentStatus.REVISING
    assert rows["galleries"].revisions == 3
    threads = filled.annotations.on_revision(rows["galleries"].id, 3)
    assert {thread.placement for thread in threads} >= {Placement.EXACT, Placement.CHANGED, Placement.ORPHAN}


def test_a_made_suggestion_is_a_wording_that_can_be_taken_with_its_reason_behind_it(filled: Services) -> None:
    galleries = filled.drafting.by_code("galleries")
    suggestions = {
        thread.quote: [message.text for message in thread.messages]
        for thread in filled.annotations.on_revision(galleries.id, REVISION)
        if thread.kind is ThreadKind.SUGGESTION
    }
    made = {thread.quote: thread for thread in THREADS if thread.suggestion}
    assert suggestions.keys() == made.keys()
    for quote, messages in suggestions.items():
        assert messages[:2] == [made[quote].suggestion, made[quote].message]


def test_the_work_on_annotations_is_given_due_labelled_and_mentions_somebody(filled: Services) -> None:
    galleries = filled.drafting.by_code("galleries")
    rows = filled.annotations.on_revision(galleries.id, REVISION)
    names = {thread.assignee for thread in THREADS if thread.assignee}
    assert len({row.assignee_id for row in rows} - {None}) == len(names) == 2
    assert sum(row.due_on is not None for row in rows) == sum(one.due is not None for one in THREADS)
    assert {label for row in rows for label in row.labels} == {
        label for one in THREADS for label in one.labels
    }
    mentioned = next(row for row in rows if row.messages[0].text.startswith("@"))
    notices = filled.notices.of(filled.accounts.actor(mentioned.assignee_id or 0)).notices
    assert NoticeKind.THREAD_MENTIONED in {
        notice.kind for notice in notices if notice.item_id == mentioned.id
    }


def test_made_data_never_mixes_with_what_is_there(filled: Services) -> None:
    with pytest.raises(RuleError):
        fill(filled, petitions=1, until=UNTIL)
