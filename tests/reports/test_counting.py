"""What is counted in SQL is what the definitions count case by case, on both engines."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import literal, select

from desktop_app.database.base import Base
from desktop_app.database.day_numbers import day_number
from desktop_app.office.settings import IdentityRule
from desktop_app.office.workdays import WorkCalendar
from desktop_app.people.petitioners import Contact
from desktop_app.persian.dates import JalaliMonth, start_of_day, tehran_day
from desktop_app.petitions.improvements.service import NewImprovement
from desktop_app.petitions.lists.inbox import ListFilter, Scope, View
from desktop_app.petitions.model import NO_DEADLINE, Petition, Referral
from desktop_app.petitions.outbox.model import OutboxMessage
from desktop_app.petitions.satisfaction.model import SatisfactionQuestion
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.reports.counting import count
from desktop_app.reports.monthly import figures_of
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.snapshot import content_of, report_of
from desktop_app.reports.summary import summary
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.reports.case_by_case import ReportedPetition, Stay, counted

ABAN = Period.month(JalaliMonth(1405, 8))
KINDS = (Kind.REQUEST, Kind.COMPLAINT)
CHANNELS = (Channel.PORTAL, Channel.PHONE, Channel.SMS)


def moment(chance: random.Random, earliest: datetime, days: int) -> datetime:
    """Often right beside midnight in Tehran, where a day is easily taken for another one."""
    found = earliest + timedelta(days=chance.randrange(days), seconds=chance.randrange(86_400))
    if chance.random() < 0.3:
        found = found.replace(hour=chance.choice((19, 20)), minute=30, second=chance.choice((0, 59)))
    return found.replace(microsecond=chance.choice((0, 999_999)))


def filled(office: TestOffice, number: int, earliest: datetime, days: int) -> None:
    """Made petitions and their referrals, straight into the tables: some reopened, returned, of nobody."""
    chance = random.Random(number)
    units = (office.books.id, office.music.id, None)
    people = (office.clerk.person_id, office.music_clerk.person_id, None)
    petitions: list[Petition] = []
    sent: list[list[dict[str, Any]]] = []
    for place in range(number):
        received = moment(chance, earliest, days)
        resolved = moment(chance, received, 60) if chance.random() < 0.7 else None
        if resolved is not None and resolved < received:
            resolved = received
        due = tehran_day(received) + timedelta(days=chance.randrange(40)) if chance.random() < 0.8 else None
        unit = chance.choice(units)
        made = Petition(
            tracking_code=f"T{place:09}", registry_year=1405, registry_number=place + 1, identity_key=f"t{place}",
            kind=chance.choice(KINDS).value, channel=chance.choice(CHANNELS).value,
            status="resolved" if resolved else "registered", is_open=resolved is None, urgency="normal",
            subject="س", snippet="س", petitioner_name="", unit_id=unit, assignee_id=chance.choice(people),
            about="", received_at=received, registered_at=received, due_on=due, due_order=due or NO_DEADLINE,
            resolved_at=resolved, outcome="answered" if resolved else None,
            satisfaction=chance.choice((None, 1, 4, 5)) if resolved else None, changed_at=received,
        )  # fmt: skip
        petitions.append(made)
        at, legs = received, []
        for step in range(chance.randrange(4)):
            at += timedelta(hours=chance.randrange(1, 200))
            returned = chance.random() < 0.2
            legs.append(
                {
                    "to_unit_id": chance.choice(units[:2]), "purpose": "action", "order_note": "", "sent_at": at,
                    "acted_at": at + timedelta(hours=30) if returned else None,
                    "result": "returned" if returned else None, "side": step > 0 and chance.random() < 0.3,
                }
            )  # fmt: skip
        sent.append(legs)
    with office.services.database.writing() as session:
        session.add_all(petitions)
        session.flush()
        session.add_all(
            Referral(petition_id=one.id, **leg)
            for one, legs in zip(petitions, sent, strict=True)
            for leg in legs
        )
        for one in petitions:
            if one.resolved_at is not None and chance.random() < 0.5:
                session.add_all(question(one, chance))


def question(petition: Petition, chance: random.Random) -> list[Base]:
    """Somebody was asked how satisfied they are: some about an earlier end, some in vain, some answered."""
    assert petition.resolved_at is not None
    closed = petition.resolved_at - timedelta(days=chance.choice((0, 0, 0, 9)))
    answered = closed + timedelta(days=5) if chance.random() < 0.4 else None
    message = OutboxMessage(
        key=f"q{petition.id}", petition_id=petition.id, kind="satisfaction", way="sms", subject="", text="؟",
        state=chance.choice(("waiting", "sent", "delivered", "failed")), made_at=closed,
    )  # fmt: skip
    asked = SatisfactionQuestion(
        petition_id=petition.id, closed_at=closed, asked_at=closed, expires_on=tehran_day(closed), way="sms",
        mark=5 if answered else None, answered_at=answered,
    )  # fmt: skip
    return [message, asked]


def read(office: TestOffice, scope: ReportScope) -> tuple[list[ReportedPetition], list[Stay]]:
    """Every petition of a scope as the definitions see it."""
    units = {office.books.id: office.books.name, office.music.id: office.music.name}
    cases, stays = [], []
    main: defaultdict[int, list[Referral]] = defaultdict(list)
    with office.services.database.reading() as session:
        for leg in session.scalars(select(Referral).where(~Referral.side).order_by(Referral.id)):
            main[leg.petition_id].append(leg)
        questions = {one.petition_id: one for one in session.scalars(select(SatisfactionQuestion))}
        out = set(
            session.scalars(
                select(OutboxMessage.petition_id).where(OutboxMessage.state.in_(("sent", "delivered")))
            )
        )
        for one in session.scalars(select(Petition).where(*scope.conditions())):
            asked = questions.get(one.id)
            if asked is not None and asked.closed_at != one.resolved_at:
                asked = None
            answered = asked is not None and asked.mark is not None
            over = tehran_day(one.resolved_at) if one.resolved_at else None
            cases.append(
                ReportedPetition(
                    units.get(one.unit_id or 0, ""), one.kind, one.channel, tehran_day(one.received_at), over,
                    one.due_on, one.satisfaction, asked is not None and (answered or one.id in out), answered,
                )
            )  # fmt: skip
            legs = main[one.id]
            for place, leg in enumerate(legs):
                following = legs[place + 1].sent_at if place + 1 < len(legs) else one.resolved_at
                left = leg.acted_at if leg.result else following
                stays.append(
                    Stay(
                        one.id,
                        units[leg.to_unit_id],
                        tehran_day(leg.sent_at),
                        tehran_day(left) if left else None,
                    )
                )
    return cases, stays


def plain(found: Any) -> Any:
    """Without the zeros that one way of counting leaves and the other does not."""
    if isinstance(found, Mapping):
        return {key: plain(value) for key, value in found.items() if value}
    return [plain(one) for one in found] if isinstance(found, list | tuple) else found


@pytest.mark.parametrize(
    ("earliest", "periods"),
    [
        (
            datetime(2025, 9, 1, tzinfo=UTC),
            (ABAN, Period.quarter(1405, 3), Period.year(1405), Period.between(date(2026, 10, 3), date(2026, 11, 9))),
        ),
        # There was summer time until Shahrivar 1401.
        (datetime(2021, 9, 1, tzinfo=UTC), (Period.month(JalaliMonth(1401, 6)), Period.year(1401))),
    ],
)  # fmt: skip
def test_what_is_counted_in_sql_is_what_the_definitions_count(
    office: TestOffice, earliest: datetime, periods: tuple[Period, ...]
) -> None:
    filled(office, 400, earliest, 460)
    counts: list[tuple[int, int]] = []
    with office.services.database.reading() as session:
        # The data begin for the whole office, whatever the report is of.
        begins = min(tehran_day(moment) for moment in session.scalars(select(Petition.received_at)))
    # Which petitions a report is of does not depend on its time.
    for narrowed in (
        {},
        {"unit_id": office.books.id},
        {"person_id": office.clerk.person_id},
        {"kind": Kind.COMPLAINT.value, "channel": (Channel.PHONE.value, Channel.SMS.value)},
    ):
        cases, stays = read(office, ReportScope(ABAN, **narrowed))
        for period in periods:
            wanted = replace(counted(cases, stays, period), data_from=begins)
            with office.services.database.reading() as session:
                found = count(session, ReportScope(period, **narrowed), None)
            calendar = WorkCalendar()
            assert figures_of(found, period, calendar) == figures_of(wanted, period, calendar)
            for name in ("received", "resolved", "overdue", "open", "late", "marks", "asked", "answered"):
                assert plain(getattr(found.now, name)) == plain(getattr(wanted.now, name)), name
            assert plain(found.dwell) == plain(wanted.dwell)
            assert sum(line.received for line in figures_of(found, period, calendar).by_unit) > 0
            counts.append((found.now.asked, found.now.answered))
    assert any(asked > answered > 0 for asked, answered in counts)


def test_every_total_is_the_sum_of_its_rows(office: TestOffice) -> None:
    filled(office, 300, datetime(2026, 9, 1, tzinfo=UTC), 90)
    figures = office.services.reports.of(ReportScope(ABAN)).figures
    for lines in (figures.by_unit, figures.by_kind, figures.by_channel):
        for name in ("received", "resolved", "open", "late", "overdue"):
            assert sum(getattr(line, name) for line in lines) == getattr(figures.total, name) > 0, name
    assert sum(day.received for day in figures.days) == figures.total.received == figures.trend[-1].received
    assert sum(day.resolved for day in figures.days) == figures.total.resolved == figures.trend[-1].resolved


def test_a_clerk_s_figures_are_of_what_the_clerk_sees(office: TestOffice) -> None:
    filled(office, 200, datetime(2026, 9, 1, tzinfo=UTC), 90)

    def received(actor: Actor) -> int:
        return office.services.reports.of(
            ReportScope(Period.month(JalaliMonth(1405, 8))), actor
        ).figures.total.received

    if office.services.database.is_sqlite:
        assert 0 < received(office.clerk) < received(office.manager)


def test_an_action_counts_the_petitions_that_the_reader_sees(sqlite_office: TestOffice) -> None:
    """As many as the list behind the number holds."""
    office, services = sqlite_office, sqlite_office.services
    numbers = [office.registered(f"متن {unit.id}", unit=unit) for unit in (office.books, office.music)]
    made = services.improvements.add(office.manager, NewImprovement("خدمت", "اقدام"), numbers)
    month = ReportScope(Period.month(JalaliMonth(1405, 9)))
    listed = ListFilter(view=View.ALL, scope=Scope.ANY, improvement_id=made.id)
    for actor, count_of_them in ((office.manager, 2), (office.music_clerk, 1)):
        (line,) = services.reports.of(month, actor).improvements
        assert line.petitions == services.inbox.count(actor, listed) == count_of_them


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 11, 21, 20, 29, 59, 999_999, tzinfo=UTC),
        datetime(2026, 11, 21, 20, 30, tzinfo=UTC),
        # Summer time: four and a half hours ahead.
        datetime(2022, 7, 1, 19, 29, 59, tzinfo=UTC),
        datetime(2022, 7, 1, 19, 30, tzinfo=UTC),
        datetime(2011, 3, 21, 20, 29, 59, tzinfo=UTC),
        datetime(2011, 3, 22, 19, 30, tzinfo=UTC),
    ],
)
def test_the_database_knows_the_day_in_tehran(office: TestOffice, at: datetime) -> None:
    database = office.services.database
    with database.reading() as session:
        moment = literal(at, Petition.received_at.type)
        found = session.scalar(select(day_number(moment)))
    assert found == tehran_day(at).toordinal() - date(1970, 1, 1).toordinal()


def test_notices_are_counted_apart_and_in_no_other_figure(office: TestOffice) -> None:
    services = office.services
    at = start_of_day(JalaliMonth(1405, 8).first_day)
    for text in ("یک", "دو"):
        office.registered(text, unit=office.books, received_at=at)
    services.office.set_identity_rules(office.administrator, (IdentityRule(None, "letter", ("mobile",)),))
    numbers = [
        office.registered(text, unit=office.books, received_at=at, channel=Channel.LETTER)
        for text in ("سه", "چهار", "پنج")
    ]
    services.desk.resolve(office.clerk, numbers[0], 1, Outcome.NOTED, "گفته شد")
    aban, azar = ReportScope(ABAN), ReportScope(Period.month(JalaliMonth(1405, 9)))
    figures = services.reports.of(aban, office.manager).figures
    assert (figures.total.received, figures.total.open, figures.notices) == (2, 2, (3, 0))
    assert [line.key for line in figures.by_channel] == ["portal"]
    assert sum(day.received for day in figures.days) == figures.trend[-1].received == 2
    later = services.reports.of(azar, office.manager).figures
    assert (later.total.received, later.total.resolved, later.total.open, later.notices) == (0, 0, 2, (0, 1))
    assert later.dwell == ()
    # One that is completed is an ordinary petition of the day on which it came.
    contact = Contact(mobile="09121234567")
    services.notice_identities.complete(office.clerk, numbers[1], 1, contact)
    figures = services.reports.of(aban, office.manager).figures
    assert (figures.total.received, figures.notices) == (3, (2, 0))
    assert "جدا از این‌ها ۲ درخواست بدون پاسخ" in " ".join(summary(services.reports.of(aban)))
    # What was issued is read again as it was.
    assert report_of(content_of(services.reports.of(aban))).figures.notices == (2, 0)
    # A unit's, a kind's or a channel's report has its own.
    assert services.reports.of(ReportScope(ABAN, unit_id=office.music.id)).figures.notices == (0, 0)
    assert services.reports.of(ReportScope(ABAN, channel="letter")).figures.notices == (2, 0)
