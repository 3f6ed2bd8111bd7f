"""The staging table and its worker, on both engines: in order, once; what cannot be read waits."""

from __future__ import annotations

import base64
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.database.verification import verify
from desktop_app.errors import NotFoundError, NotPermittedError, RuleError
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.intake.staging.originals import originals_of
from desktop_app.intake.staging.submissions import read_fault, written
from desktop_app.persian.digits import persian_digits
from desktop_app.petitions.desk import attachments as attachments_module
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope
from desktop_app.petitions.model import Petition
from desktop_app.petitions.retention.service import RetentionRule
from desktop_app.wording.row_faults import row_fault_sentence
from tests.conftest import NOON
from tests.department import TestOffice
from tests.guarded import Department
from tests.intake.staged import GOOD, hand_in, petitions, run, states
from tests.security.refusing import refused
from tests.ui.consultation import FIRST, draft, open_window


def test_what_was_handed_in_becomes_petitions_in_order_with_their_files(office: TestOffice) -> None:
    came = NOON - timedelta(days=2)
    content = base64.b64encode(b"%PDF-1.4 sample").decode()
    hand_in(
        office.services.database,
        {"external_id": "P-1", "received_at": came, "payload": GOOD | {"unit": office.books.name}},
        {
            "external_id": "P-2",
            "payload": {"نوع": "شکایت", "متن": "شکایت نمونه", "تلفن همراه": "۰۹۱۲۱۲۳۴۵۶۷"},
        },
        {"external_id": "P-3", "attachments": [{"name": "نامه.pdf", "content": content}]},
    )
    assert office.services.staging.waiting(office.manager) == 3
    assert run(office) == (3, 0, 0, 0)
    first, second, third = petitions(office)
    assert [one.external_id for one in (first, second, third)] == ["P-1", "P-2", "P-3"]
    assert (first.received_at, first.unit_id, first.status) == (came, office.books.id, "referred")
    assert second.kind == "complaint"
    assert office.services.desk.peek(office.manager, second.id).mobile.endswith("567")
    (file,) = office.services.attachments.of(office.manager, third.id)
    assert (file.name, file.media_type) == ("نامه.pdf", "application/pdf")
    [origin] = office.services.tracing.of_petition(office.manager, second.id).origins
    assert (origin.external_id, origin.payload["نوع"]) == ("P-2", "شکایت")
    assert run(office) == (0, 0, 0, 0)
    assert verify(office.services.database).ok


def test_a_clock_that_runs_ahead_moves_nothing(office: TestOffice) -> None:
    hand_in(office.services.database, {"received_at": NOON + timedelta(days=400), "external_id": "1"})
    assert run(office) == (1, 0, 0, 0)
    (made,) = petitions(office)
    assert made.received_at <= NOON


def test_the_same_thing_again_is_there_already(office: TestOffice) -> None:
    database = office.services.database
    hand_in(database, {"external_id": "P-1"}, {"external_id": "P-1"})
    assert run(office) == (1, 0, 1, 0)
    hand_in(database, {"external_id": "P-1"})
    assert run(office) == (0, 0, 1, 0)
    assert len(petitions(office)) == 1
    assert states(office) == ["done"] * 3


def test_the_same_number_with_other_words_waits_for_a_person(office: TestOffice) -> None:
    staging = office.services.staging
    other = GOOD | {"text": "چیز دیگر"}
    hand_in(
        office.services.database,
        {"external_id": "P-1"},
        {"external_id": "P-1", "payload": other},
        {"external_id": "P-1", "payload": GOOD | {"text": "چیز سوم"}},
        {"external_id": "P-1", "payload": other},
    )
    assert run(office) == (1, 0, 0, 3)
    first, second, same = staging.quarantined(office.manager)
    assert (first.fault.field, first.fault.reason) == ("text", "changed_words")
    found = staging.changed(office.manager, first.id)
    assert found is not None
    assert (found.fields, found.before.text, found.now.text) == (("text",), GOOD["text"], "چیز دیگر")
    with pytest.raises(NotPermittedError):
        staging.take_further(office.clerk, first.id)
    staging.take_further(office.manager, first.id)
    with pytest.raises(NotFoundError):
        staging.take_further(office.manager, first.id)
    # The same words again are there now.
    assert staging.changed(office.manager, same.id) is None
    with pytest.raises(RuleError) as refusal:
        staging.take_further(office.manager, same.id)
    assert refusal.value.parameters["rule"] == "no_other_words"
    staging.try_again(office.manager, same.id)
    assert run(office) == (0, 0, 1, 0)
    staging.put_aside(office.manager, second.id, "همان است.")
    (made,) = petitions(office)
    (message,) = office.services.further_texts.page(office.manager, made.id)
    assert message.text.endswith("چیز دیگر")
    assert states(office) == ["done", "done", "aside", "done"]
    assert verify(office.services.database).ok


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"payload": {"kind": "request"}}, "متن"),
        ({"payload": {"text": "متن"}}, "نوع"),
        ({"payload": GOOD | {"mobile": "12"}}, "همراه"),
        ({"payload": [1, 2]}, "JSON"),
        ({"payload": GOOD | {"name": {"first": "x"}}}, "فهرست"),
        ({"channel": "telegram"}, "راه دریافت"),
        ({"attachments": [{"name": "x.pdf", "content": "not base64!"}]}, "فایل"),
        ({"attachments": [{"name": "x.pdf", "content": ""}]}, "خالی"),
        ({"attachments": "x"}, "فایل"),
        ({"payload": GOOD | {"text": "a\x00b"}}, "متن"),
        ({"payload": GOOD | {"instrument": "هیچ"}}, "پیش‌نویس"),
    ],
)
def test_what_cannot_be_read_waits_with_its_reason(
    sqlite_office: TestOffice, row: dict[str, Any], words: str
) -> None:
    office = sqlite_office
    hand_in(office.services.database, {"external_id": "good"}, row, {"external_id": "later"})
    assert run(office) == (2, 0, 0, 1)
    (found,) = office.services.staging.quarantined(office.manager)
    sentence = row_fault_sentence(found.fault)
    assert words in sentence, sentence
    assert states(office) == ["done", "quarantined", "done"]


def test_it_is_mended_and_tried_again_and_stays_as_it_came(office: TestOffice) -> None:
    staging = office.services.staging
    number, other = hand_in(
        office.services.database, {"payload": {"text": "متن"}}, {"payload": GOOD | {"unit": "واحد تازه"}}
    )
    assert run(office) == (0, 0, 0, 2)
    staging.mend(office.manager, number, {"text": "متن", "kind": "complaint"})
    with pytest.raises(NotFoundError):
        staging.mend(office.manager, number, {"text": "متن"})
    assert run(office) == (1, 0, 0, 0)
    (made,) = petitions(office)
    [origin] = office.services.tracing.of_petition(office.manager, made.id).origins
    assert (origin.payload, origin.mended) == ({"text": "متن"}, {"text": "متن", "kind": "complaint"})
    # What stood in the way is gone.
    office.services.units.add(office.administrator, "واحد تازه")
    staging.try_again(office.administrator, other)
    assert run(office) == (1, 0, 0, 0)
    assert verify(office.services.database).ok


def test_comments_go_to_their_draft(office: TestOffice) -> None:
    row = draft(office, FIRST).row
    hand_in(office.services.database, {"payload": {"text": "نظر", "instrument": row.code}})
    assert run(office) == (0, 0, 0, 1)
    open_window(office, row.id, date(2026, 11, 20), date(2026, 12, 5))
    (waits,) = office.services.staging.quarantined(office.manager)
    office.services.staging.try_again(office.manager, waits.id)
    hand_in(
        office.services.database,
        {"payload": {"متن": "نظر دوم", "پیش‌نویس": row.title, "ماده": "ماده ۲"}, "external_id": "C-1"},
        {"payload": {"text": "نظر دوم", "instrument": row.code}, "external_id": "C-1"},
    )
    assert run(office) == (0, 2, 1, 0)
    found = office.services.comments.of_instrument(row.id)
    assert sorted(one.text for one in found) == ["نظر", "نظر دوم"]
    assert petitions(office) == []


def test_only_who_sees_every_unit_takes_in(office: TestOffice) -> None:
    hand_in(office.services.database, {})
    for actor in (office.clerk, office.reviewer):
        with pytest.raises(NotPermittedError):
            office.services.staging.run(actor)
    assert states(office) == ["waiting"]


def test_by_sql_nothing_is_put_away_and_what_waits_is_read_by_who_takes_it_in(
    department: Department,
) -> None:
    office = department.office
    hand_in(office.services.database, {"external_id": "1", "payload": GOOD | {"unit": office.books.name}})
    hand_in(office.services.database, {"external_id": "2", "payload": {"text": "x"}})
    office.services.staging.run(office.manager)
    (made,) = petitions(office)
    # Of a petition whoever sees it sees what it came from; what waits nobody else.
    for who, seen in (
        ("amini", []),
        ("sadeghi", []),
        ("rezaei", ["1"]),
        ("yazdi", ["1", "2"]),
        ("admin", ["1", "2"]),
    ):
        with department.sql(who) as connection:
            found = connection.execute("SELECT external_id FROM intake_submission ORDER BY id").fetchall()
            assert [row[0] for row in found] == seen, who
    with department.sql("yazdi") as manager:
        for act in (
            "UPDATE intake_submission SET state = 'done' WHERE external_id = '2'",
            f"UPDATE intake_submission SET state = 'done', item_type = 'petition', item_id = {made.id}"
            " WHERE external_id = '2'",
            "UPDATE intake_submission SET state = 'away' WHERE external_id = '2'",
            "UPDATE intake_submission SET payload = '{}' WHERE external_id = '2'",
            "UPDATE intake_submission SET state = 'waiting' WHERE external_id = '1'",
            "DELETE FROM intake_submission",
            "INSERT INTO intake_submission (channel, payload) VALUES ('portal', '{}')",
        ):
            refused(manager, act)


def test_what_was_handed_in_is_not_put_away_beside_something_else(department: Department) -> None:
    office = department.office
    manager, yazdi = department.signed_in("yazdi")
    hand_in(
        office.services.database, {"payload": GOOD | {"text": "درخواست کتابخانه"}}, {"external_id": " ۱۲ "}
    )
    assert run(office) == (2, 0, 0, 0)
    first, second = petitions(office)
    asked: dict[str, Any] = {"kind": "complaint", "text": "شکایت از تأخیر در مجوز"}
    waits, numbered = hand_in(
        office.services.database, {"payload": asked}, {"payload": asked, "external_id": "13"}
    )
    taken = "UPDATE intake_submission SET state = 'done', item_type = 'petition', item_id = {} WHERE id = {}"
    with department.sql("yazdi") as by_hand:
        for other in (first.id, second.id):
            refused(by_hand, taken.format(other, waits))
            refused(by_hand, taken.format(other, numbered))
    # What it says it becomes, and the same in another spelling is there already.
    hand_in(
        office.services.database,
        {"external_id": "١٢"},
        {"payload": GOOD | {"text": "درخواست  كتاب‌خانه".replace("‌", "‍")}},
    )
    told = manager.staging.run(yazdi)
    assert (told.petitions, told.already_present, told.quarantined) == (2, 2, 0)


def test_a_reason_is_read_as_it_was_written() -> None:
    fault = RowFault("", 7, "text", "empty", "", (RowFault("", 7, "mobile", "unknown", "12"),))
    assert read_fault(7, written(fault)) == fault


def test_what_is_taken_in_is_found_and_listed(office: TestOffice, clock: FixedClock) -> None:
    hand_in(office.services.database, {"payload": GOOD | {"text": "واژه نایاب زمرد"}})
    clock.advance(timedelta(minutes=1))
    assert run(office) == (1, 0, 0, 0)
    wanted = ListFilter(scope=Scope.ANY, order=Order.NEWEST, query="زمرد")
    assert office.services.inbox.outline(office.manager, wanted).total == 1
    with office.services.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Petition)) == 1


def test_a_text_message_with_a_code_is_put_to_its_petition_and_traced(office: TestOffice) -> None:
    database, staging = office.services.database, office.services.staging
    hand_in(database, {"channel": "sms", "payload": GOOD | {"mobile": "09121234567"}})
    assert run(office) == (1, 0, 0, 0)
    (made,) = petitions(office)
    # Nobody writes the kind into a text message.
    text = {"from": "+98 912 123 4567", "text": f"کد {persian_digits(made.tracking_code)} چه شد؟"}
    content = base64.b64encode(b"%PDF-1.4 sample").decode()
    files = [{"name": "مدرک.pdf", "content": content}]
    hand_in(database, *({"channel": "sms", "payload": text, "external_id": "S-9", "attachments": files},) * 2)
    taken = staging.run(office.manager)
    assert (taken.petitions, taken.further, taken.already_present) == (0, 1, 1)
    assert len(petitions(office)) == 1
    detail = office.services.desk.peek(office.manager, made.id)
    [message] = detail.messages
    assert not message.other_sender
    assert [file.name for file in office.services.attachments.of(office.manager, made.id)] == ["مدرک.pdf"]
    first, *later = office.services.tracing.of_petition(office.manager, made.id).origins
    assert not first.further
    assert [(one.payload, one.further, one.was_there, one.files) for one in later] == [
        (text, True, False, ("مدرک.pdf",)), (text, True, True, ("مدرک.pdf",)),
    ]  # fmt: skip
    assert verify(database).ok


def test_files_for_which_a_petition_has_no_room_are_told_in_its_history(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, services = office.services.database, office.services
    hand_in(database, {"channel": "sms", "payload": GOOD | {"mobile": "09121234567"}})
    run(office)
    (made,) = petitions(office)
    monkeypatch.setattr(attachments_module, "MOST_FILES", 1)
    content = base64.b64encode(b"%PDF-1.4 sample").decode()
    files = [{"name": f"{n}.pdf", "content": content} for n in range(3)]
    text = {"from": "09121234567", "text": made.tracking_code}
    (number,) = hand_in(
        database, {"channel": "sms", "payload": text, "external_id": "S-1", "attachments": files}
    )
    assert services.staging.run(office.manager).further == 1
    assert [file.name for file in services.attachments.of(office.manager, made.id)] == ["0.pdf"]
    event = services.desk.peek(office.manager, made.id).history[-1]
    assert (event.action, event.after) == ("files_left", {"files": 2, "submission_id": number})
    [origin] = services.tracing.of_petition(office.manager, made.id, only=number).origins
    assert origin.files == ("0.pdf", "1.pdf", "2.pdf")
    assert services.tracing.of_petition(office.manager, made.id, only=number + 9).origins == ()
    # Full already, all of them stay; that hinders nobody's writing.
    hand_in(database, {"channel": "sms", "payload": text, "external_id": "S-2", "attachments": files})
    seen = services.desk.open(office.manager, made.id)
    assert services.staging.run(office.manager).further == 1
    services.desk.refer(office.manager, made.id, seen.version, office.books.id)
    history = services.desk.peek(office.manager, made.id).history
    assert [one.after["files"] for one in history if one.action == "files_left"] == [2, 3]
    assert verify(database).ok


def test_what_was_put_aside_is_emptied_when_its_years_are_over(office: TestOffice, clock: FixedClock) -> None:
    """Which field was wrong stays, what stood in it goes; what is younger stays as it came."""
    services, manager = office.services, office.manager
    number = "0912111"
    old, young = hand_in(services.database, *[{"payload": GOOD | {"mobile": number}}] * 2)
    services.staging.run(manager)
    for one in (old, young):
        services.staging.put_aside(manager, one, "آزمون درگاه")
    with services.database.writing() as session:
        session.execute(
            update(IntakeSubmission)
            .where(IntakeSubmission.id == old)
            .values(arrived_at=NOON.replace(year=2016))
        )
    retention = services.retention
    retention.set_rule(office.administrator, RetentionRule(5, "مصوبه ۱۲"), seen=RetentionRule())
    preview = retention.preview(office.administrator)
    assert (preview.petitions, preview.aside) == (0, 1)
    run = retention.run(office.administrator, retention.begin(preview))
    assert (run.finished, run.aside, run.stopped) == (True, 1, None)
    shown = {one.what.id: one for one in services.staging.aside(manager)}
    assert (shown[old].what.payload, shown[old].what.fault.value, shown[old].reason) == (
        {},
        "",
        "آزمون درگاه",
    )
    assert shown[old].what.fault.field == shown[young].what.fault.field == "mobile"
    hidden = "••••111"
    assert (shown[young].what.payload["mobile"], shown[young].what.fault.value) == (hidden, hidden)
    with services.database.reading() as session:
        came = originals_of(session, [old, young])
    assert [came[old].payload, came[young].payload["mobile"]] == [{}, number]
    with services.database.reading() as session:
        assert history(session, "office", 1)[-1].after["put_aside"] == 1
    # Nothing is left to do.
    assert not retention.preview(office.administrator).anything
