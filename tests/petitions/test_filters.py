"""Filters over every field, every order, headings; each against the same worked out in Python, on both engines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import literal, select, update

from desktop_app.database.collation import persian_order
from desktop_app.office.services import SubjectKind
from desktop_app.office.settings import AnswerDeadline
from desktop_app.people.petitioners import Contact
from desktop_app.persian.dates import JalaliMonth, tehran_day
from desktop_app.persian.day_ranges import DayRange
from desktop_app.persian.names import NAMELESS, sort_key
from desktop_app.petitions.bulk.acts import PutLabel
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.deadlines.dwell_times import LeftUnit
from desktop_app.petitions.improvements.service import NewImprovement
from desktop_app.petitions.lists.filters import (
    MANY,
    NOBODY,
    Grouping,
    ListFilter,
    Order,
    Scope,
    Some,
    View,
    conditions_set,
    from_json,
    several,
    to_json,
)
from desktop_app.petitions.lists.inbox import Inbox
from desktop_app.petitions.lists.ordering import SectionKey
from desktop_app.petitions.lists.rows import PetitionRow
from desktop_app.petitions.model import Petition
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Status, Urgency
from desktop_app.staff.roles import Actor
from tests.conftest import NOON, office_with, usual
from tests.department import TestOffice
from tests.engines import Made

TODAY = date(2026, 11, 24)
EVERYTHING = ListFilter(scope=Scope.ANY)
#: In the order of a dictionary; the Arabic letters and the signs before them weigh nothing.
SUBJECTS = (
    "آب",
    "«ابر»",
    "باران",
    "پروانه",
    "پروانه نشر",
    "تئاتر",
    "چاپ",
    "ژاله",
    "كتاب",
    "گالری",
    "هنر",
    "يادبود",
)
_SAID = "نشانی ادارهٔ شما را در سامانه پیدا نکردم؛ خواهش می‌کنم آن را برایم پیامک کنید."
GROUPS = ("citizen", "publisher", "artist")
NAMES = ("آرش مهر", "", "پروین صالحی", "ژاله نوری", "كريم اکبری")


def days_left(row: PetitionRow) -> int:
    return ((row.due_on or date.max) - TODAY).days


def rows_of(inbox: Inbox, actor: Actor, wanted: ListFilter) -> list[PetitionRow]:
    """The whole list, page by page, as a window reads it."""
    outline = inbox.outline(actor, wanted)
    found = [
        row for start in range(0, outline.total, 7) for row in inbox.page(actor, wanted, outline, start, 7)
    ]
    assert len(found) == outline.total
    return found


def variety(office: TestOffice) -> None:
    """Sixty petitions that differ in every field."""
    services = office.services
    services.office.set_deadlines(office.administrator, (AnswerDeadline(None, None, 5, working=False),))
    services.catalogue.add(office.administrator, "7", "مجوز اجرا", SubjectKind.NEWS)
    made = services.register.register_many(
        office.clerk,
        [
            NewPetition(
                tuple(Kind)[n % 5], tuple(Channel)[n % 8], _SAID if n > 57 else f"متن {n}", SUBJECTS[n * 5 % 12],
                Contact(name=NAMES[n % 5], mobile=f"0912111223{n % 5}" if NAMES[n % 5] else "", group=GROUPS[n % 3]),
                unit_id=(None, office.books.id, office.music.id)[n % 3], received_at=NOON - timedelta(days=n % 13),
                external_id=f"V-{n}", urgency=tuple(Urgency)[n % 3], about=("پروانۀ نشر", "", "مجوز اجرا")[n % 3],
                letter_number=f"۱۴۰۵/{n}-الف" if n % 4 == 0 else None,
            )
            for n in range(60)
        ],
    )  # fmt: skip
    desk = services.desk
    for n, one in enumerate(made):
        assert one is not None
        if n == 5:
            again = NewPetition(Kind.REQUEST, Channel.SMS, one.tracking_code)
            services.auto_intake.take_in(office.manager, [again])
        detail = desk.peek(office.clerk, one.id)
        if detail.unit_id == office.books.id and n % 2 == 0:
            taken = desk.take(office.clerk, one.id, detail.version)
            if n % 4 == 0:
                desk.wait(office.clerk, one.id, taken.version, "مدارک")
            elif detail.kind is not Kind.COMPLAINT and n % 3 == 1:
                desk.resolve(office.clerk, one.id, taken.version, Outcome.ANSWERED, "پاسخ")


@pytest.fixture
def made(request: pytest.FixtureRequest) -> Made:
    return office_with(variety) if "varied" in request.fixturenames else usual(request)


@pytest.fixture
def varied(office: TestOffice, monkeypatch: pytest.MonkeyPatch) -> TestOffice:
    """The office with its `variety` and a fence every seven rows."""
    monkeypatch.setattr("desktop_app.petitions.lists.paging.FENCE", 7)
    return office


def test_every_field_narrows_a_list_to_what_has_it(varied: TestOffice) -> None:
    inbox, actor = varied.services.inbox, varied.clerk
    rows = rows_of(inbox, actor, EVERYTHING)
    assert len(rows) == 60
    clerk, three = actor.person_id or 0, TODAY - timedelta(days=3)
    label = varied.services.labels.put_on(
        actor, next(row.id for row in rows if row.unit_id is None), "نمایشگاه"
    )
    out = next(row.id for row in rows if row.unit_id == varied.books.id and row.status != "resolved")
    seen = varied.services.desk.peek(actor, out)
    varied.services.side_referrals.send(actor, out, seen.version, [SideTarget(varied.music.id)], "نظر؟")
    marked, overdue = (row.id for row in [row for row in rows if row.resolved_at is not None][:2])
    named = {row.id for row in rows[5:8]}
    action = varied.services.improvements.add(actor, NewImprovement("خدمت", "اقدام"), sorted(named)).id
    many = varied.services.labels.put_on(actor, min(named), "گروهی").id
    act, selection = PutLabel(many), BulkSelection(tuple(sorted(named)[1:]))
    bulk = varied.services.bulk
    run = bulk.run(actor, bulk.begin(selection, act, bulk.preview(actor, selection, act)))
    with varied.services.database.writing() as session:
        session.execute(update(Petition).where(Petition.id == marked).values(satisfaction=4))
        session.execute(update(Petition).where(Petition.id == overdue).values(due_on=TODAY, due_order=TODAY))
        session.execute(update(Petition).where(Petition.id.in_(named)).values(notice=True))
    rows = rows_of(inbox, actor, EVERYTHING)
    cases: dict[str, tuple[object, Callable[[PetitionRow], bool]]] = {
        "kind": ("complaint", lambda row: row.kind == "complaint"),
        "channel": ("sms", lambda row: row.channel == "sms"),
        "status": (Status.REFERRED, lambda row: row.status == "referred"),
        "scope": (Scope.CLOSED, lambda row: row.outcome is not None),
        "urgency": ("urgent", lambda row: row.urgency == "urgent"),
        "outcome": ("answered", lambda row: row.outcome == "answered"),
        "unit_id": (NOBODY, lambda row: row.unit_id is None),
        "assignee_id": (clerk, lambda row: row.assignee_id == clerk),
        "paused": (True, lambda row: row.paused),
        "running": (True, lambda row: not row.paused),
        "late": (True, lambda row: not row.paused and not row.outcome and (row.due_on or TODAY) < TODAY),
        "received": (DayRange(three, three), lambda row: tehran_day(row.received_at) == three),
        "due": (DayRange(words="۳ روز آینده"), lambda row: bool(row.due_on) and 0 <= days_left(row) < 3),
        "resolved": (DayRange(words="امروز"), lambda row: row.resolved_at is not None),
        "again": (True, lambda row: row.wrote_again),
        "notice": (True, lambda row: row.id in named),
        "ordinary": (True, lambda row: row.id not in named),
        "alike": (True, lambda row: row.external_id in ("V-58", "V-59")),
        "about": ("پروانه‌نشر", lambda row: row.unit_id is None),
        # Not a part of the name.
        "service": ("مجوز اجرا", lambda row: row.about == "مجوز اجرا"),
        "about_kind": ("news", lambda row: row.about == "مجوز اجرا"),
        "registry": (f"{rows[3].registry_year}/۰{rows[3].registry_number}", lambda row: row.id == rows[3].id),
        "query": ("كتاب", lambda row: row.subject == "كتاب"),
        "petitioner_id": (None, lambda _row: True),
        "letter_number": ("1405/8-الف", lambda row: row.external_id == "V-8"),
        "label_id": (label.id, lambda row: row.labels == ("نمایشگاه",)),
        "beside": ("waited_for", lambda row: row.id == out),
        "delivery": ("at_counter", lambda row: row.outcome is not None and not row.notice),
        "group": ("publisher", lambda row: row.petitioner_name == NAMES[4]),
        "open_on": (three, lambda row: tehran_day(row.received_at) <= three),
        "satisfaction": (4, lambda row: row.id == marked),
        "left_unit": (LeftUnit(varied.books.id, TODAY, TODAY), lambda row: row.resolved_at is not None),
        "improvement_id": (action, lambda row: row.id in named),
        "run": (run.key, lambda row: row.id in run.done),
        "overdue": (
            True,
            lambda row: bool(row.resolved_at and row.due_on and tehran_day(row.resolved_at) > row.due_on),
        ),
    }  # fmt: skip
    kept: list[tuple[ListFilter, int]] = []
    shown = {"view", "order", "backwards", "grouping", "depth"}
    assert set(cases) == {field.name for field in fields(ListFilter)} - shown
    for name, (value, belongs) in cases.items():
        wanted = replace(EVERYTHING, **{name: value})  # type: ignore[arg-type]
        found = {row.id for row in rows_of(inbox, actor, wanted)}
        assert found == {row.id for row in rows if belongs(row)}, name
        assert found, name
        assert inbox.count(actor, wanted) == len(found), name
        kept.append((wanted, len(found)))
        assert conditions_set(wanted) == (
            ("scope", name) if value is not None and name != "scope" else ("scope",)
        )
    kept.append((ListFilter(), sum(row.outcome is None for row in rows)))
    assert inbox.counts_of(actor, [wanted for wanted, _ in kept]) == tuple(count for _, count in kept)
    nobody = replace(EVERYTHING, assignee_id=NOBODY, unit_id=varied.books.id, kind="request")
    assert {row.assignee_id for row in rows_of(inbox, actor, nobody)} == {None}


def test_a_field_may_have_several_values(varied: TestOffice) -> None:
    services, inbox, actor = varied.services, varied.services.inbox, varied.clerk
    books, music, clerk = varied.books.id, varied.music.id, actor.person_id or 0
    numbers = [row.id for row in rows_of(inbox, actor, EVERYTHING)][:2]
    labels = [services.labels.put_on(actor, number, f"نشان {number}").id for number in numbers]
    out = next(
        row.id for row in rows_of(inbox, actor, EVERYTHING) if row.unit_id == books and not row.outcome
    )
    seen = services.desk.peek(actor, out)
    services.side_referrals.send(actor, out, seen.version, [SideTarget(music)], "نظر؟")
    rows = rows_of(inbox, actor, EVERYTHING)
    cases: dict[str, tuple[Some[object], Callable[[PetitionRow], bool]]] = {
        "kind": (several(["complaint", "opinion"]), lambda row: row.kind in ("complaint", "opinion")),
        "channel": (several(["sms", "letter"]), lambda row: row.channel in ("sms", "letter")),
        "status": (
            several([Status.WAITING, Status.RESOLVED]),
            lambda row: row.status in ("waiting", "resolved"),
        ),
        "urgency": (several(["urgent", "normal"]), lambda row: row.urgency in ("urgent", "normal")),
        "outcome": (several(["answered", "granted"]), lambda row: row.outcome == "answered"),
        "unit_id": (several([books, NOBODY]), lambda row: row.unit_id in (books, None)),
        "assignee_id": (several([NOBODY, clerk]), lambda row: row.assignee_id in (None, clerk)),
        "about_kind": (several(["news", "service"]), lambda row: row.about == "مجوز اجرا"),
        "label_id": (several(labels), lambda row: row.id in numbers),
        "beside": (several(["waited_for", "overdue"]), lambda row: row.id == out),
        "delivery": (several(["off", "at_counter"]), lambda row: row.outcome is not None),
        "group": (several(["publisher", "artist"]), lambda row: row.petitioner_name in (NAMES[4], NAMES[2])),
    }
    assert set(cases) == MANY
    for name, (value, belongs) in cases.items():
        wanted = replace(EVERYTHING, **{name: value})  # type: ignore[arg-type]
        for order in (Order.DEADLINE, Order.NEWEST, Order.SUBJECT):
            found = {row.id for row in rows_of(inbox, actor, replace(wanted, order=order))}
            assert found == {row.id for row in rows if belongs(row)}, (name, order)
            assert found, name
        assert inbox.count(actor, wanted) == inbox.open_list(actor, wanted).outline.total
        assert {row.id for row in inbox.first(actor, wanted, 60)} == found, name
    opened = inbox.open_list(actor, ListFilter(unit_id=several([books, music])))
    assert sum(section.count for section in opened.sections) == opened.outline.total > 0
    both = ListFilter(unit_id=several([music, books]), status=several([Status.WAITING, Status.REFERRED]))
    assert from_json(to_json(both)) == both == from_json(to_json(replace(both)))


def test_several_of_one_and_none_are_plain_values() -> None:
    assert several([3]) == 3
    assert several([]) is None
    assert several([5, 3, 5]) == several([3, 5]) == (3, 5)
    assert from_json({"unit_id": 3}) == ListFilter(unit_id=3)
    assert from_json({"unit_id": ["3"], "late": [1, 2], "kind": ["a", "b"]}).unit_id == 3


@pytest.mark.parametrize("backwards", [False, True])
def test_every_order_is_what_a_reader_expects(varied: TestOffice, backwards: bool) -> None:
    inbox, actor = varied.services.inbox, varied.clerk
    rows = rows_of(inbox, actor, EVERYTHING)

    def rank(values: object, value: str | None) -> int:
        listed = [one.value for one in values]  # type: ignore[attr-defined]
        return listed.index(value) if value in listed else 99

    keys: dict[Order, Callable[[PetitionRow], object]] = {
        Order.DEADLINE: lambda row: row.due_on or date.max,
        Order.OLDEST: lambda row: row.received_at,
        Order.KIND: lambda row: rank(Kind, row.kind),
        Order.SUBJECT: lambda row: SUBJECTS.index(row.subject),
        Order.SENDER: lambda row: sort_key(row.petitioner_name),
        Order.UNIT: lambda row: sort_key(row.unit_name),
        Order.ASSIGNEE: lambda row: sort_key(row.assignee_name),
        Order.STATUS: lambda row: rank(Status, row.status),
        Order.CHANNEL: lambda row: rank(Channel, row.channel),
        Order.URGENCY: lambda row: -rank(Urgency, row.urgency),
        Order.REGISTRY: lambda row: (row.registry_year, row.registry_number),
        Order.OUTCOME: lambda row: rank(Outcome, row.outcome),
        Order.RESOLVED: lambda row: (row.resolved_at is None, row.resolved_at or NOON),
    }
    for order, key in keys.items():
        wanted = replace(EVERYTHING, order=order, backwards=backwards)
        expected = sorted(rows, key=lambda row: (key(row), row.id), reverse=backwards)
        found = [row.id for row in rows_of(inbox, actor, wanted)]
        assert found == [row.id for row in expected], order
        assert [row.id for row in inbox.first(actor, wanted, 9)] == found[:9], order
        kept = inbox.open_list(actor, wanted, keep=found[40], count=16)
        assert (kept.place, kept.rows[8].id) == (40, found[40]), order
    for order in (Order.LETTER, Order.ABOUT):
        assert len(rows_of(inbox, actor, replace(EVERYTHING, order=order))) == 60


@pytest.mark.parametrize("grouping", [Grouping.UNIT, Grouping.DEADLINE, Grouping.SENDER])
def test_headings_stand_over_their_rows_and_count_them(varied: TestOffice, grouping: Grouping) -> None:
    inbox, actor = varied.services.inbox, varied.clerk
    opened = inbox.open_list(actor, replace(EVERYTHING, order=Order.NEWEST, grouping=grouping))
    value: Callable[[PetitionRow], object] = {
        Grouping.UNIT: lambda row: row.unit_name,
        Grouping.SENDER: lambda row: row.petitioner_name,
        Grouping.DEADLINE: lambda row: (
            SectionKey.PAST if row.due_on and row.due_on < TODAY else SectionKey.TODAY if row.due_on == TODAY
            else SectionKey.THIS_WEEK if row.due_on and row.due_on <= date(2026, 11, 27) else SectionKey.LATER
        ),
    }[grouping]  # fmt: skip
    runs = [(key, list(rows)) for key, rows in groupby(opened.rows, value)]
    told = [(section.key if grouping is Grouping.DEADLINE else section.name) for section in opened.sections]
    assert told == [key for key, _ in runs]
    assert [section.count for section in opened.sections] == [len(rows) for _, rows in runs]
    assert len(runs) >= 3
    assert max(Counter(key for key, _ in runs).values()) == 1
    for _, rows in runs:
        assert [row.id for row in rows] == [
            row.id for row in sorted(rows, key=lambda row: (row.received_at, row.id), reverse=True)
        ]


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.DEADLINE, Order.SUBJECT])
def test_the_first_rows_under_headings_by_unit_are_those_of_the_list(
    varied: TestOffice, order: Order
) -> None:
    inbox, actor = varied.services.inbox, varied.clerk
    for backwards in (False, True):
        wanted = replace(EVERYTHING, order=order, backwards=backwards, grouping=Grouping.UNIT)
        rows = inbox.open_list(actor, wanted).rows
        assert len(rows) == 60
        for count in (1, 23, 60, 90):
            assert inbox.first(actor, wanted, count) == rows[:count]


def test_more_headings_than_anybody_reads_are_left_out(
    varied: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.petitions.lists.sections.MOST_SECTIONS", 2)
    opened = varied.services.inbox.open_list(varied.clerk, replace(EVERYTHING, grouping=Grouping.SENDER))
    assert (opened.sections, opened.crowded, len(opened.rows)) == ((), True, 60)


def test_texts_without_a_stored_key_have_one_order_on_both_engines(office: TestOffice) -> None:
    texts = [
        *SUBJECTS,
        "",
        "!؟",
        "مسئول",
        "مسوول",
        "می‌رود",
        "مي رود",
        "ABC 12",
        "۱۲ ماده",
        "ة",
        "أمر",
        "إمر",
        "(الف)",
        "نامهٔ",
    ]
    with office.services.database.reading() as session:
        keys = {text: session.scalar(select(persian_order(literal(text)))) for text in texts}
    expected = {text: sort_key(text, length=400) for text in texts}
    assert expected["!؟"] == NAMELESS
    for one in texts:
        for other in texts:
            here, there = keys[one], keys[other]
            assert here is not None
            assert there is not None
            assert (here < there) == (expected[one] < expected[other]), (one, other)


DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 1, 1))
RANGES = st.builds(DayRange, DAYS, st.none() | DAYS) | st.just(DayRange(words="ماه جاری"))


@settings(max_examples=60)
@given(
    st.builds(
        ListFilter, view=st.sampled_from(View), scope=st.sampled_from(Scope), order=st.sampled_from(Order),
        unit_id=st.lists(st.integers(0, 9)).map(several), late=st.booleans(),
        status=st.lists(st.sampled_from(Status)).map(several),
        received=st.none() | RANGES, due=st.none() | RANGES, about=st.text(max_size=9), backwards=st.booleans(),
        grouping=st.sampled_from(Grouping), query=st.text(max_size=9),
        left_unit=st.none() | st.builds(LeftUnit, st.integers(1, 9), DAYS, DAYS),
    )
)  # fmt: skip
def test_a_filter_is_kept_and_read_again(wanted: ListFilter) -> None:
    assert from_json(to_json(wanted)) == wanted


def test_what_another_version_wrote_is_read_as_far_as_it_is_known() -> None:
    month = JalaliMonth(1405, 7)
    document = {
        "kind": "complaint",
        "scope": "sideways",
        "colour": "red",
        "received": 5,
        "due": {"first": "x"},
    }
    assert from_json(document) == ListFilter(kind="complaint")
    span = {"first": month.first_day.isoformat()}
    assert from_json({"received": span}) == ListFilter(received=DayRange(month.first_day))
