from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from desktop_app.errors import NotFoundError
from desktop_app.office.settings import AnswerDeadline
from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope, View
from desktop_app.petitions.lists.rows import PetitionRow
from desktop_app.petitions.model import Petition
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Status
from tests.conftest import NOON, office_with, usual
from tests.department import TestOffice
from tests.engines import Made

DEADLINES = (
    AnswerDeadline("complaint", None, 5, working=True),
    AnswerDeadline("request", "phone", 3, working=False),
)


def crowd(office: TestOffice) -> None:
    """Ninety petitions of every sort, many of them received at one moment."""
    services = office.services
    services.office.set_deadlines(office.administrator, DEADLINES)
    kinds, channels = tuple(Kind), (Channel.PORTAL, Channel.PHONE, Channel.SMS)
    units = (None, office.books.id, office.music.id)
    made = services.register.register_many(
        office.clerk,
        [
            NewPetition(
                kind=kinds[n % 5],
                channel=channels[n % 3],
                text=f"متن {n} {'کنسرت' if n % 4 == 0 else 'کتاب'}",
                unit_id=units[n % 7 % 3],
                received_at=NOON - timedelta(days=n % 11),
                external_id=f"N-{n}",
            )
            for n in range(90)
        ],
    )
    desk = services.desk
    for n, found in enumerate(made):
        assert found is not None
        detail = desk.peek(office.clerk, found.id)
        if detail.unit_id == office.books.id and n % 2 == 0:
            taken = desk.take(office.clerk, found.id, detail.version)
            if n % 3 == 0:
                desk.wait(office.clerk, found.id, taken.version, "مدارک")
            elif detail.kind is not Kind.COMPLAINT and n % 5 == 1:
                desk.resolve(office.clerk, found.id, taken.version, Outcome.ANSWERED, "پاسخ")


@pytest.fixture
def made(request: pytest.FixtureRequest) -> Made:
    return office_with(crowd) if "crowded" in request.fixturenames else usual(request)


@pytest.fixture
def crowded(office: TestOffice, monkeypatch: pytest.MonkeyPatch) -> TestOffice:
    """The office with its `crowd` and a fence every seven rows."""
    monkeypatch.setattr("desktop_app.petitions.lists.paging.FENCE", 7)
    return office


def everything(office: TestOffice) -> list[PetitionRow]:
    wanted = ListFilter(scope=Scope.ANY)
    outline = office.services.inbox.outline(office.clerk, wanted)
    found = [
        row
        for start in range(0, outline.total, 7)
        for row in office.services.inbox.page(office.clerk, wanted, outline, start, 7)
    ]
    assert len({row.id for row in found}) == 90
    return found


TODAY = date(2026, 11, 24)
CLOSED = {"resolved", "archived"}


def belongs(row: PetitionRow, view: View, office: TestOffice) -> bool:
    due = row.due_on
    open_ = row.status not in CLOSED
    table = {
        View.ALL: True,
        View.MINE: row.assignee_id == office.clerk.person_id,
        View.MY_UNIT: row.unit_id == office.books.id,
        View.UNROUTED: row.unit_id is None,
        View.WAITING: row.status == "waiting",
        View.LATE: due is not None and due < TODAY and not row.paused and open_,
        # The week ends on Friday, 27 November.
        View.THIS_WEEK: due is not None and TODAY <= due <= date(2026, 11, 27) and open_,
    }
    return table[view]


def in_order(rows: list[PetitionRow], order: Order) -> list[int]:
    far = date.max
    if order is Order.DEADLINE:
        return [row.id for row in sorted(rows, key=lambda row: (row.due_on or far, row.id))]
    newest = order is Order.NEWEST
    return [row.id for row in sorted(rows, key=lambda row: (row.received_at, row.id), reverse=newest)]


@pytest.mark.parametrize("order", [Order.DEADLINE, Order.NEWEST, Order.OLDEST])
def test_pages_put_together_are_the_list_in_every_view(crowded: TestOffice, order: Order) -> None:
    rows = everything(crowded)
    inbox = crowded.services.inbox
    # Pages of eleven begin at every place between two fences, which stand every seven rows.
    for view in View:
        for scope in Scope:
            wanted = ListFilter(view=view, scope=scope, order=order)
            scoped = {Scope.ANY: CLOSED | {s.value for s in Status}, Scope.CLOSED: CLOSED}.get(scope)
            expected = [
                row
                for row in rows
                if belongs(row, view, crowded)
                and (row.status in scoped if scoped else row.status not in CLOSED)
            ]
            outline = inbox.outline(crowded.clerk, wanted)
            assert outline.total == len(expected), (view, scope)
            paged = [
                row.id
                for start in range(0, outline.total, 11)
                for row in inbox.page(crowded.clerk, wanted, outline, start, 11)
            ]
            assert paged == in_order(expected, order), (view, scope)


def test_the_views_of_the_test_are_not_empty(crowded: TestOffice) -> None:
    counts = crowded.services.inbox.counts(crowded.clerk)
    assert all(counts[view] > 0 for view in View), counts
    rows = [row for row in everything(crowded) if row.status not in CLOSED]
    assert counts == {view: sum(belongs(row, view, crowded) for row in rows) for view in View}


def test_lists_can_be_narrowed(crowded: TestOffice) -> None:
    rows = everything(crowded)
    inbox, base = crowded.services.inbox, ListFilter(scope=Scope.ANY)
    cases = {
        "kind": (replace(base, kind="complaint"), [r for r in rows if r.kind == "complaint"]),
        "unit": (replace(base, unit_id=crowded.music.id), [r for r in rows if r.unit_id == crowded.music.id]),
        "status": (replace(base, status=Status.WAITING), [r for r in rows if r.status == "waiting"]),
        "words": (replace(base, query="كنسرت"), [r for r in rows if "کنسرت" in r.snippet]),
        "from": (replace(base, received=DayRange(TODAY - timedelta(days=2))), [
            r for r in rows if r.received_at >= NOON - timedelta(days=2)
        ]),
        "until": (replace(base, received=DayRange(None, TODAY - timedelta(days=3))), [
            r for r in rows if r.received_at < NOON - timedelta(days=2)
        ]),
    }  # fmt: skip
    for name, (wanted, expected) in cases.items():
        outline = inbox.outline(crowded.clerk, wanted)
        assert 0 < outline.total == len(expected), name


def test_a_list_opens_around_the_petition_that_is_kept(crowded: TestOffice) -> None:
    wanted = ListFilter()
    inbox = crowded.services.inbox
    outline = inbox.outline(crowded.clerk, wanted)
    tenth = inbox.page(crowded.clerk, wanted, outline, 40, 1)[0]
    opened = inbox.open_list(crowded.clerk, wanted, keep=tenth.id, count=16)
    assert (opened.place, opened.first) == (40, 32)
    assert opened.rows[8].id == tenth.id


def test_a_page_is_whole_though_many_have_left_the_list_since_it_was_outlined(
    crowded: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.petitions.lists.paging.FENCE", 3)
    inbox, desk, by = crowded.services.inbox, crowded.services.desk, crowded.manager
    wanted = ListFilter(unit_id=crowded.books.id)
    outline = inbox.outline(by, wanted)
    before = inbox.page(by, wanted, outline, 0, outline.total)
    assert len(outline.fences) == 9
    # More than the way to the page leaves room for, right behind its beginning.
    gone = [row.id for row in before[8:21] if row.status == Status.REFERRED]
    assert len(gone) > 5
    for number in gone:
        desk.give_back(crowded.clerk, number, desk.peek(by, number).version, "به اداره دیگری مربوط است.")
    left = [row.id for row in before if row.id not in gone]
    assert [row.id for row in inbox.page(by, wanted, outline, 8, 8)] == left[8:16]


@pytest.mark.parametrize("order", [Order.DEADLINE, Order.NEWEST])
def test_pages_between_rows_of_one_key_follow_one_another(crowded: TestOffice, order: Order) -> None:
    inbox, by = crowded.services.inbox, crowded.clerk
    moment = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
    with crowded.services.database.writing() as session:
        session.execute(update(Petition).where(Petition.id % 5 != 0).values(due_on=None, received_at=moment))
    wanted = ListFilter(scope=Scope.ANY, order=order)
    outline = inbox.outline(by, wanted)
    assert len({key for key, _ in outline.fences}) < len(outline.fences) - 5
    whole = [row.id for row in inbox.page(by, wanted, outline, 0, outline.total)]
    for start in range(0, outline.total, 5):
        assert [row.id for row in inbox.page(by, wanted, outline, start, 9)] == whole[start : start + 9]


def test_a_page_outside_of_the_list_is_empty(crowded: TestOffice) -> None:
    wanted = ListFilter()
    outline = crowded.services.inbox.outline(crowded.clerk, wanted)
    assert crowded.services.inbox.page(crowded.clerk, wanted, outline, outline.total, 5) == ()
    assert crowded.services.inbox.page(crowded.clerk, wanted, outline, -1, 5) == ()


SPELLINGS = [
    ("علي كريمي", "علی کریمی"),
    ("می‌رود", "مي رود"),
    ("میرود", "می‌رود"),
    ("کتابخانه‌های", "كتابخانه هاي"),
    ("کتاب‌ها", "کتاب"),
    ("مسئول", "مسيول"),
    ("آیین‌نامه", "ایین نامه"),
    ("مُجوّز", "مجوز"),
    ("نامهٔ", "نامه"),
    ("مؤسسه", "موسسه"),
    ("پروانۀ", "پروانه"),
    ("شماره ۱۲۳۴۵", "شماره 12345"),
    ("شماره ٤٥٦", "شماره ۴۵۶"),
    ("ســلام", "سلام"),
    ("ﻣﺠﻮﺯ", "مجوز"),
    ("بزرگ‌ترین", "بزرگ ترین"),
    ("Film CONCERT", "film concert"),
]


@pytest.mark.parametrize(("written", "asked"), SPELLINGS)
def test_search_finds_what_was_written_in_another_spelling(
    office: TestOffice, written: str, asked: str
) -> None:
    made = office.petition(f"آغاز {written} پایان", name="")
    office.registered("چیز دیگری است", name="", subject="دیگر")
    outline, rows = office.services.inbox.find(office.clerk, ListFilter(query=asked), 10)
    assert [row.id for row in rows] == [made.id]
    assert (outline.total, outline.capped) == (1, False)


@pytest.mark.parametrize(
    "query", ["'", '"', "*", "a* OR b", "NEAR(a b)", ") | (", "\\", "%", "کتاب:*", "\x00", "!!", "؟"]
)
def test_no_query_is_an_operator_or_an_error(office: TestOffice, query: str) -> None:
    office.registered("متنی ساده")
    office.services.inbox.find(office.clerk, ListFilter(query=query), 10)


def test_the_sender_the_codes_and_the_beginning_of_a_word_find_it(office: TestOffice) -> None:
    made = office.petition("متن", subject="کنسرت", name="سارا نوری", external_id="AB-77")
    office.registered("دیگر", subject="دیگر", name="دیگری")
    code = made.tracking_code
    for query in ("نوری", "کنس", code, f"{code[:4]}-{code[4:8]}-{code[8:]}", code[:6], "AB-77", "ab"):
        _, rows = office.services.inbox.find(office.clerk, ListFilter(query=query), 10)
        assert [row.id for row in rows] == [made.id], query


def test_a_code_that_is_not_there_is_said(office: TestOffice) -> None:
    with pytest.raises(NotFoundError):
        office.services.inbox.by_code(office.clerk, "000000000101")


def test_a_short_number_is_a_number_and_a_long_one_may_be_a_beginning(office: TestOffice) -> None:
    made = office.petition("متن", subject="شماره 29", external_id="EXT-1")
    for query, found in (
        ("EXT-1", True),
        ("EXT-2", False),
        ("29", True),
        ("2", False),
        (made.tracking_code[:5], True),
    ):
        _, rows = office.services.inbox.find(office.clerk, ListFilter(query=query), 10)
        assert bool(rows) is found, query
