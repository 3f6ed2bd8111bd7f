"""Commenters are told what became of their comment: who, by which way, in which words, and once."""

from __future__ import annotations

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from desktop_app.clock import FixedClock
from desktop_app.database.acts.model import Item
from desktop_app.errors import InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.instruments.comments.acting import do_each
from desktop_app.instruments.comments.decisions import Carrier, Unchanged
from desktop_app.instruments.model import PublicComment
from desktop_app.instruments.vocabulary import Disposition, HiddenReason
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.petitions.outbox.service import Receipt
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.reports.outcome.acts import SENDER_TOLD
from desktop_app.reports.outcome.planning import NotTold
from desktop_app.reports.outcome.service import BATCH
from tests.department import TestOffice
from tests.instruments.consulting import Consultation, made_history
from tests.reports.telling import (
    COMMENTS,
    EMAIL,
    MOBILE,
    NATIONAL_ID,
    OTHER_MOBILE,
    REASON,
    comment_of,
    decide,
    finish,
    finished,
    hide,
    revised,
    switch_on,
)

SMS, MAIL = DeliveryMethod.SMS, DeliveryMethod.EMAIL


@pytest.fixture
def consultation(office: TestOffice, clock: FixedClock) -> Consultation:
    return Consultation(office, clock)


def texts(consultation: Consultation) -> dict[int, str]:
    """The texts of the messages by comment."""
    with consultation.services.database.reading() as session:
        rows = session.execute(
            select(OutboxMessage.comment_id, OutboxMessage.text).order_by(OutboxMessage.id)
        )
        return {row.comment_id or 0: row.text for row in rows}


def written(folder: Path) -> list[dict[str, str]]:
    """The text messages in the files of a folder."""
    return [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]


def test_who_left_a_contact_is_told_decision_reason_words_and_link(
    consultation: Consultation, tmp_path: Path
) -> None:
    numbers = finished(consultation)
    switch_on(consultation)
    office, outcomes = consultation.office, consultation.services.comment_outcomes
    preview = outcomes.preview(office.manager, consultation.id)
    assert preview.ways == {SMS: 2, MAIL: 1}
    assert preview.not_told == {NotTold.NO_CONTACT: 2, NotTold.BAD_CONTACT: 1}
    assert {one.way for one in preview.examples} == {SMS, MAIL}
    assert all("•" in one.address for one in preview.examples)
    # A preview writes nothing.
    assert texts(consultation) == {}
    assert outcomes.tell(office.manager, consultation.id) == {SMS: 2, MAIL: 1}
    told = texts(consultation)
    assert sorted(told) == [numbers[0], numbers[1], numbers[5]]
    accepted, rejected = told[numbers[0]], told[numbers[5]]
    assert REASON in accepted
    assert "پذیرفته" in accepted
    assert "با قانون سازگار نیست." in rejected
    code = consultation.now.row.code
    assert f"https://portal.example.ir/drafts/{code}/outcome.html#m1" in accepted
    assert consultation.services.delivery.write(office.manager, tmp_path).messages == {"sms": 2, "email": 1}
    assert {one["to"] for one in written(tmp_path)} == {"09123456789", "09351112233"}
    [mail] = tmp_path.glob("*.eml")
    assert f"To: {EMAIL}" in mail.read_text("utf-8")
    events = [
        event for event in consultation.events_of("comment", numbers[0]) if event.action == "sender_told"
    ]
    assert [event.after["way"] for event in events] == ["sms"]
    assert MOBILE not in str(events)


def test_old_and_new_words_of_the_provision_are_in_an_email_and_make_way_in_a_text_message(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(sqlite_office, clock)
    first, second = finished(consultation, (comment_of(MOBILE, "1"), comment_of(EMAIL, "2", "کمتر لطفاً.")))
    switch_on(consultation)
    consultation.services.comment_outcomes.tell(sqlite_office.reviewer, consultation.id)
    mail = texts(consultation)[second]
    assert "مهلت پاسخ سی روز است." in mail
    assert "مهلت پاسخ بیست روز است." in mail
    assert "ماده ۱" in mail
    # The office's own words for text messages, longer than its most segments.
    assert "مهلت پاسخ سی روز است." not in texts(consultation)[first]


def test_each_is_told_once_whoever_presses_and_however_often(consultation: Consultation) -> None:
    finished(consultation)
    switch_on(consultation)
    office, outcomes = consultation.office, consultation.services.comment_outcomes
    assert sum(outcomes.tell(office.manager, consultation.id).values()) == 3
    assert outcomes.tell(office.reviewer, consultation.id) == {}
    preview = outcomes.preview(office.manager, consultation.id)
    assert (preview.count, preview.made) == (0, {MessageState.WAITING: 3})
    with pytest.raises(IntegrityError):
        consultation.sql(
            "INSERT INTO outbox_message (key, comment_id, kind, way, subject, text, state, made_at)"
            " SELECT 'again', comment_id, kind, way, subject, text, 'waiting', made_at FROM outbox_message LIMIT 1"
        )


def test_a_run_that_was_cut_off_goes_on_and_tells_nobody_twice(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(sqlite_office, clock)
    many = tuple(comment_of(f"0912{n:07}", f"{n}", f"نظر {n}") for n in range(BATCH + 5))
    finished(consultation, many)
    switch_on(consultation)
    outcomes, manager = consultation.services.comment_outcomes, sqlite_office.manager

    class DiesAfterOneBatch:
        def report(self, done: int, total: int | None = None) -> None:
            assert total == BATCH + 5
            raise KeyboardInterrupt

        def cancelled(self) -> bool:
            return False

    with pytest.raises(KeyboardInterrupt):
        outcomes.tell(manager, consultation.id, DiesAfterOneBatch())
    assert len(texts(consultation)) == BATCH
    assert outcomes.tell(manager, consultation.id) == {SMS: 5}
    assert len(texts(consultation)) == BATCH + 5


def test_nothing_goes_out_until_an_administrator_switches_it_on(consultation: Consultation) -> None:
    finished(consultation)
    outcomes, manager = consultation.services.comment_outcomes, consultation.office.manager
    assert outcomes.preview(manager, consultation.id).not_told[NotTold.OFF] == 3
    assert outcomes.tell(manager, consultation.id) == {}
    switch_on(consultation, MAIL)
    assert outcomes.tell(manager, consultation.id) == {MAIL: 1}
    assert outcomes.preview(manager, consultation.id).not_told[NotTold.OFF] == 2


def test_only_after_the_end_and_only_by_reviewers_and_managers_of_the_unit(
    consultation: Consultation,
) -> None:
    revised(consultation)
    switch_on(consultation)
    office, outcomes = consultation.office, consultation.services.comment_outcomes
    consultation.sum_up()
    assert not outcomes.offered(office.manager, consultation.id)
    for ask in (outcomes.preview, outcomes.tell):
        with pytest.raises(RuleError) as error:
            ask(office.manager, consultation.id)
        assert error.value.parameters["rule"] == "draft_is_not_finished"
    assert outcomes.frozen(consultation.id) is None
    finish(consultation)
    assert outcomes.offered(office.manager, consultation.id)
    for stranger in (office.clerk, office.administrator):
        assert not outcomes.offered(stranger, consultation.id)
        for ask in (outcomes.preview, outcomes.tell):
            with pytest.raises(NotPermittedError):
                ask(stranger, consultation.id)
    assert texts(consultation) == {}


def test_every_member_of_a_campaign_is_told_and_one_sender_the_same_once(consultation: Consultation) -> None:
    words = "مهلت پاسخ به درخواست مجوز را در این دستورالعمل کمتر کنید، چون کتاب‌ها دیر به بازار می‌رسد."
    crowd = (
        comment_of(MOBILE, "1", words),
        comment_of(OTHER_MOBILE, "2", words),
        comment_of("۰۹۱۲۳۴۵۶۷۸۹", "3", words),
        comment_of(EMAIL, "4", words),
        comment_of("سارا احمدی", "5", words),
    )
    consultation.opened()
    consultation.services.comments.take_in(consultation.office.clerk, consultation.id, crowd)
    consultation.services.campaign_finding.look(consultation.office.clerk, consultation.id)
    consultation.after_the_end()
    consultation.services.life.start_revising(
        consultation.office.reviewer, consultation.id, consultation.version
    )
    consultation.write("ماده ۱- مهلت پاسخ بیست روز است.\nماده ۲- هزینه صدور مجوز صد هزار ریال است.")
    rows = consultation.services.comments.of_instrument(consultation.id)
    for row in rows:
        decide(consultation, row.id, Disposition.ACCEPTED, REASON, Carrier(2, "ماده ۱"))
    finish(consultation)
    switch_on(consultation)
    assert len({row.campaign for row in consultation.services.comments.of_instrument(consultation.id)}) == 1
    outcomes, manager = consultation.services.comment_outcomes, consultation.office.manager
    preview = outcomes.preview(manager, consultation.id)
    assert preview.ways == {SMS: 2, MAIL: 1}
    assert preview.not_told == {NotTold.SAME: 1, NotTold.NO_CONTACT: 1}
    outcomes.tell(manager, consultation.id)
    again = outcomes.preview(manager, consultation.id)
    assert (again.count, again.not_told) == (0, preview.not_told)


def test_a_hidden_comment_is_answered_without_what_may_repeat_personal_data(
    consultation: Consultation,
) -> None:
    numbers = revised(
        consultation,
        (
            comment_of(MOBILE, "1", "بی‌سواد! شماره 09120001122", "ماده ۲"),
            comment_of(OTHER_MOBILE, "2", "همسایه‌ام علی رضوی، 09120001122، بد است.", "ماده ۲"),
        ),
    )
    for number in numbers:
        decide(
            consultation, number, Disposition.OUT_OF_SCOPE, "علی رضوی با شماره 09120001122 طرف این متن نیست."
        )
    hide(consultation, numbers[0], HiddenReason.INSULT)
    hide(consultation, numbers[1], HiddenReason.PERSONAL_DATA)
    finish(consultation)
    switch_on(consultation)
    consultation.services.comment_outcomes.tell(consultation.office.manager, consultation.id)
    insult, personal = (texts(consultation)[number] for number in numbers)
    assert "طرف این متن نیست" in insult
    assert "رضوی" not in personal
    for one in (insult, personal):
        assert "خارج از موضوع" in one
        assert "1122" not in one
        assert "بی‌سواد" not in one


def test_what_was_decided_after_the_summing_up_is_not_told(consultation: Consultation) -> None:
    first, second = finished(consultation, (comment_of(MOBILE, "1"), comment_of(EMAIL, "2", "کمتر لطفاً.")))
    switch_on(consultation)
    # The law leaves no such state; a database that came from elsewhere may have it.
    with made_history(consultation.services):
        later = consultation.clock.now() + timedelta(hours=1)
        with consultation.services.database.writing() as session:
            session.get_one(PublicComment, second).decided_at = later
    outcomes, manager = consultation.services.comment_outcomes, consultation.office.manager
    assert outcomes.preview(manager, consultation.id).not_told == {NotTold.NOT_ANSWERED: 1}
    outcomes.tell(manager, consultation.id)
    assert list(texts(consultation)) == [first]


def test_two_managers_press_at_the_same_moment_and_each_is_told_once(consultation: Consultation) -> None:
    finished(consultation, tuple(comment_of(f"0912{n:07}", f"{n}", f"نظر {n}") for n in range(30)))
    switch_on(consultation)
    office, outcomes = consultation.office, consultation.services.comment_outcomes
    together = Barrier(2)

    class AtOnce:
        def report(self, done: int, total: int | None = None) -> None:
            del done, total

        def cancelled(self) -> bool:
            # Both have planned, and neither has written.
            together.wait(timeout=30)
            return False

    with ThreadPoolExecutor(2) as pool:
        told = [
            pool.submit(outcomes.tell, actor, consultation.id, AtOnce())
            for actor in (office.manager, office.reviewer)
        ]
        counts = [sum(one.result().values()) for one in told]
    assert sum(counts) == len(texts(consultation)) == 30
    with consultation.services.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(OutboxMessage)) == 30


def test_a_failed_message_is_sent_once_more_to_the_same_sender(
    consultation: Consultation, tmp_path: Path
) -> None:
    finished(consultation, COMMENTS[:1])
    switch_on(consultation)
    office, services = consultation.office, consultation.services
    services.comment_outcomes.tell(office.manager, consultation.id)
    services.delivery.write(office.manager, tmp_path)
    [row] = services.outbox.listed(office.manager)
    assert (row.petition_id, row.draft_code, row.state) == (
        None,
        consultation.now.row.code,
        MessageState.SENT,
    )
    assert row.address.endswith("789")
    assert "0912" not in row.address
    [sent] = written(tmp_path)
    services.outbox.note_receipts(office.manager, [Receipt(sent["id"], False, "خاموش")])
    assert services.outbox.counts(office.manager) == {MessageState.FAILED: 1}
    assert services.outbox.again(office.manager, [row.id]) == 1
    assert services.outbox.again(office.manager, [row.id]) == 0
    assert services.comment_outcomes.preview(office.manager, consultation.id).made == {
        MessageState.WAITING: 1
    }
    services.delivery.write(office.manager, tmp_path)
    assert Counter(one["to"] for one in written(tmp_path)) == {"09123456789": 2}


def test_who_does_not_send_sees_none_of_them_in_the_outbox(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(sqlite_office, clock)
    finished(consultation)
    switch_on(consultation)
    consultation.services.comment_outcomes.tell(sqlite_office.reviewer, consultation.id)
    assert consultation.services.outbox.listed(sqlite_office.reviewer) == ()
    assert consultation.services.outbox.counts(sqlite_office.reviewer) == {}


def test_a_number_of_which_nothing_is_a_telephone_gets_nothing(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(sqlite_office, clock)
    finished(consultation, (comment_of(NATIONAL_ID, "1"), comment_of("نام من a@b است", "2", "بد.")))
    switch_on(consultation)
    outcomes = consultation.services.comment_outcomes
    assert outcomes.preview(sqlite_office.manager, consultation.id).not_told == {NotTold.BAD_CONTACT: 2}
    assert outcomes.tell(sqlite_office.manager, consultation.id) == {}


def test_the_portal_has_an_address_of_the_web_and_no_message_goes_by_it(sqlite_office: TestOffice) -> None:
    services, administrator = sqlite_office.services, sqlite_office.administrator
    for wrong in ("portal.example.ir", "javascript:alert(1)", "https://a b.ir", "https://x.ir/<b>"):
        with pytest.raises(InvalidValueError):
            services.message_rules.change(administrator, MessageSettings(portal_address=wrong))
    kept = services.message_rules.change(
        administrator, MessageSettings(portal_address=" https://x.ir/drafts/ ")
    )
    assert kept.portal_address == "https://x.ir/drafts"
    with pytest.raises(NotFoundError):
        services.message_templates.change(
            administrator, MessageKind.COMMENTED, DeliveryMethod.PORTAL, 1, active=True
        )


def test_a_message_is_of_one_petition_or_of_one_comment(consultation: Consultation) -> None:
    with pytest.raises(IntegrityError):
        consultation.sql(
            "INSERT INTO outbox_message (key, kind, way, subject, text, state, made_at)"
            " VALUES ('k', 'commented', 'sms', '', 'x', 'waiting', '2026-11-24 08:00:00+00')"
        )


def test_the_act_itself_refuses_what_was_decided_after_the_summing_up(consultation: Consultation) -> None:
    [number] = finished(consultation, COMMENTS[:1])
    switch_on(consultation)
    services, office = consultation.services, consultation.office
    with made_history(services), services.database.writing() as session:
        session.get_one(PublicComment, number).decided_at = consultation.clock.now() + timedelta(hours=1)
    item = Item(number, given={"key": "k", "way": "sms", "subject": "", "text": "متن"})
    with services.database.writing() as session:
        refused = do_each(session, SENDER_TOLD, office.manager, [item], consultation.clock.now())
    assert refused == {number: "not_answered"}


def test_a_short_message_leaves_out_the_words_of_the_provision_and_keeps_the_link(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(sqlite_office, clock)
    finished(consultation, COMMENTS[:1])
    services, administrator = sqlite_office.services, sqlite_office.administrator
    switch_on(consultation)
    words = "{decision}\n{reason}\nبود: {old}\nشد: {new}\n{link}\n{office}"
    services.message_templates.change(administrator, MessageKind.COMMENTED, SMS, 2, active=True, text=words)
    preview = services.comment_outcomes.preview(sqlite_office.manager, consultation.id)
    assert "بیست روز" in preview.examples[0].text
    shorter = replace(services.message_rules.settings(), sms_segments=2)
    services.message_rules.change(administrator, shorter)
    [short] = services.comment_outcomes.preview(sqlite_office.manager, consultation.id).examples
    assert REASON in short.text
    assert "سی روز" not in short.text
    assert short.text.splitlines()[2].endswith("outcome.html#m1")
    services.message_rules.change(administrator, replace(shorter, sms_segments=1))
    [shortest] = services.comment_outcomes.preview(sqlite_office.manager, consultation.id).examples
    assert "outcome.html#m1" in shortest.text


def test_who_is_accepted_without_a_change_is_told_why_the_text_stays(consultation: Consultation) -> None:
    [number] = revised(consultation, (comment_of(MOBILE, "1", "هزینه بماند.", "ماده ۲"),))
    stays = Unchanged("متن همین را می‌گوید؛ پرسش: ۰۹۱۲۱۱۱۲۲۳۳")
    decide(consultation, number, Disposition.ACCEPTED, REASON, stays)
    finish(consultation)
    switch_on(consultation)
    consultation.services.comment_outcomes.tell(consultation.office.manager, consultation.id)
    told = texts(consultation)[number]
    assert REASON in told
    assert "متن همین را می‌گوید" in told
    assert "۱۱۱۲۲۳۳" not in told
