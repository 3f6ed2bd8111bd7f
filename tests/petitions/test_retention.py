from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.database.engine import Database
from desktop_app.database.search import matching_ids
from desktop_app.database.transfer import copy_database
from desktop_app.database.verification import verify
from desktop_app.errors import (
    AttachmentError,
    ConflictError,
    InvalidValueError,
    NotPermittedError,
    RuleError,
)
from desktop_app.office.letter_choices import LetterChoices
from desktop_app.office.letter_templates import LetterKind
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.improvements.service import NewImprovement
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.retention import service
from desktop_app.petitions.retention.service import MaskingRun, RetentionRule, cut_of
from desktop_app.petitions.retention.words import PersonMask, masked_file_name
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.progress import SilentProgress
from tests.conftest import NOON
from tests.database.made import PROGRAM
from tests.department import TestOffice
from tests.engines import SqliteFiles
from tests.petitions.outbox.sending import switch_on

LONG_AGO = datetime(2016, 4, 1, 8, 0, tzinfo=UTC)
RULE = RetentionRule(5, "مصوبه ۱۲ شورای اداری")
NAME, NATIONAL_ID, MOBILE, EMAIL = "مریم کاظمی‌پور", "0499370899", "09121234567", "m.kazemi@example.ir"
WORDS = f"با سلام، اینجانب {NAME} با کد ملی ۰۴۹۹۳۷۰۸۹۹ و شماره ۰۹۱۲ ۱۲۳ ۴۵۶۷ پیگیر مجوز نشر هستم."
#: What no table may hold any more, in any form.
TOLD = ("کاظمی", NATIONAL_ID, "۰۴۹۹۳۷۰۸۹۹", MOBILE, "۰۹۱۲ ۱۲۳", EMAIL, "شناسنامه", "scan of her papers")


def closed(office: TestOffice, clock: FixedClock, at: datetime = LONG_AGO, **known: Any) -> int:
    """A petition of `NAME` in all of whose parts she is told, resolved at a moment."""
    clock.moment = at
    services, clerk = office.services, office.clerk
    contact = Contact(NAME, NATIONAL_ID, MOBILE, EMAIL, "artist")
    made = services.register.register(
        clerk,
        NewPetition(
            kind=Kind.REQUEST, channel=Channel.PORTAL, text=WORDS, subject=f"مجوز {NAME}", contact=contact,
            unit_id=office.books.id, **known,
        ),
    )  # fmt: skip
    taken = services.desk.take(clerk, made.id, services.desk.peek(clerk, made.id).version)
    services.desk.note(clerk, made.id, "خانم کاظمی پور با ۰۹۱۲۱۲۳۴۵۶۷ تماس گرفت")
    words = f"{made.tracking_code}: {WORDS} ارغنون {EMAIL}"
    again = NewPetition(Kind.REQUEST, Channel.SMS, words, contact=contact)
    services.auto_intake.take_in(office.manager, [again])
    services.attachments.add(clerk, made.id, "شناسنامه کاظمی‌پور.png", b"\x89PNG\r\n\x1a\n scan of her papers")
    services.desk.resolve(
        clerk, made.id, services.desk.peek(clerk, made.id).version, Outcome.ANSWERED,
        f"سرکار خانم {NAME}، پاسخ به {EMAIL} فرستاده شد.",
    )  # fmt: skip
    assert taken.id == made.id
    clock.moment = NOON
    return made.id


def in_force(office: TestOffice, rule: RetentionRule = RULE) -> None:
    retention = office.services.retention
    retention.set_rule(office.administrator, rule, seen=retention.rule())


def masked(office: TestOffice) -> MaskingRun:
    retention = office.services.retention
    return retention.run(office.administrator, retention.begin(retention.preview(office.administrator)))


def everything(database: Database) -> str:
    """All that the tables hold, as one text."""
    tables = (
        "petition", "petition_text", "petitioner", "petitioner_identity", "outbox_address",
        "reply", "referral", "stored_file", "stored_part", "reminder",
        "event", "intake_submission", "letter", "outbox_message", "petition_message",
    )  # fmt: skip
    with database.reading() as session:
        found = [
            str([bytes(value).decode("utf-8", "replace") if isinstance(value, bytes | memoryview) else value
                 for value in row])
            for table in tables
            for row in session.execute(text(f"SELECT * FROM {table}"))
        ]  # fmt: skip
    return "\n".join(found)


def test_what_was_closed_long_ago_is_masked_everywhere_and_the_history_holds(
    office: TestOffice, clock: FixedClock
) -> None:
    database = office.services.database
    switch_on(office)
    number = closed(office, clock, external_id="P-7")
    sent = office.services.outbox.of(office.manager, number)
    assert [message.state for message in sent] == ["waiting"] * 3
    assert NAME in sent[0].text
    with database.writing() as session:
        session.execute(
            text(
                "INSERT INTO intake_submission (channel, external_id, payload)"
                " VALUES ('portal', 'P-7', '{\"name\": \"" + NAME + "\"}')"
            )
        )
        assert matching_ids(session, "کاظمی") == matching_ids(session, "ارغنون kazemi") == [number]
    before = verify(database)
    assert all(word in everything(database) for word in TOLD)
    in_force(office)
    preview = office.services.retention.preview(office.administrator)
    assert (preview.petitions, preview.persons, preview.replies, preview.files) == (1, 1, 1, 1)
    run = masked(office)
    assert (run.finished, run.petitions, run.files) == (True, 1, 1)
    left = everything(database)
    assert [word for word in TOLD if word in left] == []
    with database.reading() as session:
        for gone in ("کاظمی", NATIONAL_ID, "kazemi"):
            assert matching_ids(session, gone) == []
        assert matching_ids(session, "مجوز نشر ارغنون") == [number]
        assert session.scalar(text("SELECT count(*) FROM petition_sketch")) == 0
        events = history(session, "petition", number)
        told = history(session, "office", 1)[-1]
        [read] = history(session, "readings", office.administrator.person_id or 0)
    assert (read.after["purpose"], read.after["petitions"]) == ("masking", [number])
    assert events[-1].action == "masked"
    assert events[-1].actor_name == office.administrator.name
    assert (events[-1].after["years"], events[-1].after["basis"]) == (5, RULE.basis)
    assert (told.action, told.after["petitions"], told.after["basis"]) == ("masking_ended", 1, RULE.basis)
    # The chain is the one that it was, and goes on.
    assert verify(database).ok
    assert before.ok
    # What never went out does not go any more.
    assert [one.state for one in office.services.outbox.of(office.manager, number)] == ["cancelled"] * 3
    detail = office.services.desk.peek(office.clerk, number)
    assert "مجوز نشر" in detail.text
    assert detail.petitioner_name == ""
    assert masked(office).petitions == 0


def test_a_masked_history_is_carried_to_either_engine(
    office: TestOffice, clock: FixedClock, sqlite_files: SqliteFiles, empty_url: str
) -> None:
    closed(office, clock)
    in_force(office)
    masked(office)
    there = Database(empty_url)
    copy_database(office.services.database, there, PROGRAM)
    verdict = verify(there)
    assert verdict.ok
    assert verdict.head == verify(office.services.database).head
    assert [word for word in TOLD if word in everything(there)] == []
    there.close()


def test_values_are_changed_by_a_masking_and_by_nothing_else(office: TestOffice, clock: FixedClock) -> None:
    database, number = office.services.database, closed(office, clock)
    in_force(office)
    masked(office)
    own = f"item_type = 'petition' AND item_id = {number}"
    for statement in (
        f"UPDATE event SET text = 'x' WHERE {own} AND sequence = 3",
        f"UPDATE event SET text = 'x' WHERE {own} AND action = 'masked'",
        f"UPDATE event SET actor_name = 'x' WHERE {own} AND sequence = 3",
        # Of an event whose values are masked: the frame stays.
        f"UPDATE event SET at = '2016-04-02 08:00:00.000000' WHERE {own} AND sequence = 3",
        f"UPDATE event SET actor_id = NULL WHERE {own} AND sequence = 3",
        f"UPDATE event SET action = 'draft' WHERE {own} AND sequence = 3",
        f"DELETE FROM event WHERE {own}",
    ):
        with pytest.raises(DatabaseError), database.writing() as session:
            session.execute(text(statement))
    assert verify(database).ok


def test_what_is_open_young_or_kept_back_stays_as_it_is(office: TestOffice, clock: FixedClock) -> None:
    services, manager = office.services, office.manager
    young = closed(office, clock, at=datetime(2024, 4, 1, 8, 0, tzinfo=UTC))
    held, merged_into, improving, free = (closed(office, clock, external_id=f"old-{n}") for n in range(4))
    label = services.labels.put_on(office.clerk, held, "پرونده قضایی")
    # What came long ago counts from the day of its answer.
    clock.moment = LONG_AGO
    slow = office.taken(text="دیر پاسخ گرفت")
    clock.moment = NOON
    services.desk.resolve(office.clerk, slow.id, slow.version, Outcome.ANSWERED, "پاسخ")
    other = office.taken()
    # A merge that was taken apart halfway: still tied to the old one.
    with services.database.writing() as session:
        session.execute(text(f"UPDATE petition SET duplicate_of_id = {merged_into} WHERE id = {other.id}"))
    services.improvements.add(manager, NewImprovement(title="ساده‌کردن فرم", service="مجوز نشر"), [improving])
    in_force(office, RetentionRule(5, "مصوبه", label.id))
    preview = services.retention.preview(office.administrator)
    assert (preview.petitions, preview.held_by_label, preview.held_by_matter) == (1, 1, 2)
    assert masked(office).petitions == 1
    with services.database.reading() as session:
        done = session.execute(text("SELECT id FROM petition WHERE masked_at IS NOT NULL")).scalars().all()
        # The others are hers and still known by her name: only the old one was parted from it.
        named = text("SELECT p.id, c.name FROM petition p JOIN petitioner c ON c.id = p.petitioner_id")
        names: dict[int, str] = {row[0]: row[1] for row in session.execute(named)}
        groups = (
            session.execute(text("SELECT DISTINCT \"group\" FROM petitioner WHERE name = ''")).scalars().all()
        )
    assert done == [free]
    assert names[free] == ""
    assert names[young] == names[held] == NAME
    assert groups == ["artist"]


class Stops(SilentProgress):
    """Is asked to stop once something was done."""

    def __init__(self) -> None:
        self.done = 0

    def report(self, done: int, total: int | None = None) -> None:
        del total
        self.done = done

    def cancelled(self) -> bool:
        return self.done > 0


def test_a_masking_is_stopped_and_gone_on_with(
    office: TestOffice, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "CHUNK", 2)
    for n in range(5):
        closed(office, clock, external_id=f"old-{n}")
    in_force(office)
    retention, admin = office.services.retention, office.administrator
    run = retention.run(admin, retention.begin(retention.preview(admin)), Stops())
    assert (run.petitions, run.cancelled, run.finished) == (2, True, False)
    assert retention.preview(admin).petitions == 3
    run = retention.run(admin, run)
    assert (run.petitions, run.cancelled, run.finished) == (5, False, True)
    with office.services.database.reading() as session:
        acts = [event.action for event in history(session, "office", 1)]
        ended = history(session, "office", 1)[-1]
    assert acts[-3:] == ["masking_begun", "masking_ended", "masking_ended"]
    assert ended.after["petitions"] == 5


def test_only_an_administrator_masks_by_a_rule_that_stands(office: TestOffice, clock: FixedClock) -> None:
    retention, admin = office.services.retention, office.administrator
    closed(office, clock)
    with pytest.raises(RuleError) as caught:
        retention.preview(admin)
    assert caught.value.parameters["rule"] == "no_retention"
    for rule, field in (
        (RetentionRule(5, "  "), "retention_basis"),
        (RetentionRule(-1, "x"), "retention_years"),
    ):
        with pytest.raises(InvalidValueError) as wrong:
            retention.set_rule(admin, rule, seen=RetentionRule())
        assert wrong.value.parameters["field"] == field
    for actor in (office.clerk, office.manager, office.reviewer):
        with pytest.raises(NotPermittedError):
            retention.set_rule(actor, RULE, seen=RetentionRule())
    in_force(office)
    preview = retention.preview(admin)
    for actor in (office.clerk, office.manager, office.reviewer):
        with pytest.raises(NotPermittedError):
            retention.preview(actor)
        with pytest.raises(NotPermittedError):
            retention.run(actor, retention.begin(preview))
    with pytest.raises(ConflictError):
        retention.set_rule(admin, RetentionRule(7, "x"), seen=RetentionRule())
    retention.set_rule(admin, RetentionRule(9, "مصوبه تازه"), seen=RULE)
    with pytest.raises(RuleError):
        retention.run(admin, retention.begin(preview))
    assert retention.preview(admin).petitions == 1


def test_a_masked_attachment_says_why_it_cannot_be_read(office: TestOffice, clock: FixedClock) -> None:
    number = closed(office, clock)
    in_force(office)
    masked(office)
    (row,) = office.services.attachments.of(office.manager, number)
    assert (row.name, row.removed) == ("•••.png", True)
    with pytest.raises(AttachmentError) as caught:
        office.services.attachments.read(office.manager, row.id)
    assert caught.value.parameters["reason"] == "masked"


def test_a_letter_is_erased_and_its_number_stays_known(office: TestOffice, clock: FixedClock) -> None:
    number = closed(office, clock)
    letters = office.services.petition_letters
    choices = LetterChoices(f"نامهٔ {NAME}", copies=f"{NAME}، جهت اطلاع")
    letters.issue_reply(office.clerk, number, NAME, choices)
    in_force(office)
    masked(office)
    (kept,) = letters.issued(office.clerk, number)
    assert (kept.number, kept.addressee, kept.choices) == ("1405/1", (), LetterChoices())
    with office.services.database.reading() as session:
        assert session.scalar(text("SELECT page FROM letter")) is None
        assert NAME not in str([event.after for event in history(session, "petition", number)])
    with pytest.raises(RuleError) as erased:
        letters.paper(office.clerk, number, LetterKind.REPLY)
    assert erased.value.parameters["rule"] == "letter_was_masked"


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("جناب آقای كاظمي پور", "جناب آقای ••••• •••"),
        ("مَریم کاظمی‌پور آمد", "••••• •••••‌••• آمد"),
        ("کاظمیان هم بود", "کاظمیان هم بود"),
        ("مریم آمد", "مریم آمد"),
        ("۰۹۱۲-۱۲۳-۴۵۶۷ و 9121234567", "••••-•••-•••• و ••••••••••"),
        ("M.Kazemi@Example.ir", "•.••••••@•••••••.••"),
        ("شماره ۱۲۳۴", "شماره ۱۲۳۴"),
    ],
)
def test_a_person_is_put_out_of_sight_in_any_spelling(told: str, shown: str) -> None:
    words = PersonMask([NAME], [NATIONAL_ID, MOBILE, EMAIL])
    assert words.masked(told) == shown
    assert json.loads(words.masked_values(json.dumps({"reason": told})))["reason"] == shown


def test_a_file_keeps_its_ending_only() -> None:
    assert masked_file_name("شناسنامه.jpg") == "•••.jpg"
    assert masked_file_name("نامه علی.کریمی") == "•••"


@pytest.mark.parametrize(
    ("years", "day"), [(5, "1400-09-03"), (1, "1404-09-03")],
)  # fmt: skip
def test_years_are_jalali(years: int, day: str) -> None:
    from desktop_app.persian.dates import JalaliDay, tehran_day  # noqa: PLC0415

    found = JalaliDay.of(tehran_day(cut_of(NOON, years)))
    assert f"{found.year}-{found.month:02}-{found.day:02}" == day


def test_nothing_of_what_was_masked_stays_in_the_file(
    sqlite_office: TestOffice, clock: FixedClock, tmp_path: Path
) -> None:
    closed(sqlite_office, clock)
    in_force(sqlite_office)
    masked(sqlite_office)
    place = Path(sqlite_office.services.database.place)
    sqlite_office.services.close()
    held = b"".join(path.read_bytes() for path in place.parent.glob(place.name + "*"))
    assert [word for word in ("کاظمی", NATIONAL_ID, MOBILE, EMAIL) if word.encode() in held] == []
