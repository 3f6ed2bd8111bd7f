"""Messages to petitioners are written with the act that causes them, and taken back with it; on both engines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from desktop_app.clock import FixedClock
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.people.petitioners import Contact
from desktop_app.persian.digits import persian_digits
from desktop_app.petitions.bulk.acts import Resolve
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.lists.inbox import ListFilter
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.petitions.outbox.segments import segments
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.wording import use_language
from tests.conftest import NOON, office_with
from tests.department import TestOffice
from tests.engines import Made
from tests.petitions.outbox.sending import MOBILE, by, messages, switch_on


@pytest.fixture
def made() -> Made:
    return office_with(switch_on)


def resolved(office: TestOffice, number: int, reply: str = "مجوز شما صادر شد.") -> int:
    """Takes a petition and answers it; its version then."""
    desk = office.services.desk
    taken = desk.take(office.clerk, number, desk.peek(office.clerk, number).version)
    return desk.resolve(office.clerk, number, taken.version, Outcome.ANSWERED, reply).version


def test_the_petitioner_is_told_by_the_way_that_the_petition_came(office: TestOffice) -> None:
    for channel in (Channel.PORTAL, Channel.SMS, Channel.EMAIL, Channel.PHONE, Channel.LETTER):
        by(channel, office, text=f"متن {channel}")
    by(Channel.SMS, office, text="بی‌شماره", contact=Contact(name="کسی"))
    by(Channel.PORTAL, office, text="بی‌شناسه", external_id=None)
    assert messages(office, OutboxMessage.way) == [("portal",), ("sms",), ("email",)]
    office.services.message_rules.change(office.administrator, MessageSettings(sms_to=("phone",)))
    by(Channel.PHONE, office, text="تلفن دوم")
    by(Channel.LETTER, office, text="نامه دوم")
    assert messages(office, OutboxMessage.way)[3:] == [("sms",)]


def test_an_answer_is_sent_with_the_words_of_the_template(office: TestOffice) -> None:
    number = by(Channel.SMS, office)
    resolved(office, number)
    assert messages(office) == [("registered", "waiting"), ("taken", "waiting"), ("answered", "waiting")]
    detail = office.services.desk.peek(office.clerk, number)
    first, _, answer = messages(office, OutboxMessage.text)
    code = "-".join(detail.tracking_code[at : at + 4] for at in (0, 4, 8))
    assert code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) in first[0]
    assert "مجوز شما صادر شد." in answer[0]
    assert "{" not in first[0] + answer[0]


def test_citizens_are_told_in_persian_whatever_the_window_speaks(sqlite_office: TestOffice) -> None:
    use_language("en")
    try:
        number = by(Channel.EMAIL, sqlite_office)
        code = sqlite_office.services.desk.peek(sqlite_office.clerk, number).tracking_code
    finally:
        use_language("fa")
    subject, text = messages(sqlite_office, OutboxMessage.subject, OutboxMessage.text)[0]
    assert "درخواست شما" in text
    assert "۳ آذر ۱۴۰۵" in text
    assert not any(letter.isascii() and letter.isalnum() for letter in subject + text)
    # The groups of the code keep their order behind Persian letters.
    assert "\u200e" + persian_digits("-".join((code[:4], code[4:8], code[8:]))) in text


def test_nothing_goes_out_that_was_not_switched_on(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    templates = office.services.message_templates
    for row in templates.all():
        if (row.kind, row.way) != (MessageKind.ANSWERED, DeliveryMethod.SMS):
            templates.change(office.administrator, row.kind, row.way, row.version, active=False)
    number = by(Channel.SMS, office)
    resolved(office, number)
    resolved(office, by(Channel.EMAIL, office, text="دیگر"))
    assert messages(office) == [("answered", "waiting")]


def test_what_is_waited_for_and_what_is_closed_is_told_without_the_reasons(office: TestOffice) -> None:
    desk, clerk = office.services.desk, office.clerk
    number = by(Channel.SMS, office)
    taken = desk.take(clerk, number, 1)
    waits = desk.wait(clerk, number, taken.version, "راز: مدارک ناقص")
    desk.note(clerk, number, "راز: یادداشت")
    desk.resolve(clerk, number, waits.version + 1, Outcome.WITHDRAWN, "راز: تلفنی گفت")
    assert [kind for kind, _ in messages(office)] == ["registered", "taken", "waiting", "closed"]
    assert not any("راز" in text for (text,) in messages(office, OutboxMessage.text))
    assert "انصراف" in messages(office, OutboxMessage.text)[-1][0]


def test_an_answer_that_is_taken_back_in_time_never_goes_out(office: TestOffice) -> None:
    number = by(Channel.SMS, office)
    version = resolved(office, number)
    detail = office.services.desk.undo(office.clerk, number, version)
    assert messages(office)[-1] == ("answered", "cancelled")
    office.services.desk.resolve(office.clerk, number, detail.version, Outcome.ANSWERED, "صادر نشد.")
    assert messages(office)[2:] == [("answered", "cancelled"), ("answered", "waiting")]
    assert "صادر نشد." in messages(office, OutboxMessage.text)[-1][0]


def test_whoever_was_told_already_is_told_that_it_goes_on(office: TestOffice) -> None:
    number = by(Channel.SMS, office)
    version = resolved(office, number)
    _gone(office)
    detail = office.services.desk.undo(office.clerk, number, version)
    assert messages(office)[2:] == [("answered", "sent"), ("reopened", "waiting")]
    office.services.desk.resolve(office.clerk, number, detail.version, Outcome.ANSWERED, "پاسخ دوم")
    assert messages(office)[-1] == ("answered", "waiting")


def test_a_reopened_petition_s_answer_stays_here_until_it_is_closed_again(office: TestOffice) -> None:
    desk, clerk, number = office.services.desk, office.clerk, by(Channel.SMS, office)
    opened = desk.reopen(clerk, number, resolved(office, number), "دوباره")
    # Nobody was told of an end: there is nothing to tell of going on.
    assert messages(office)[2:] == [("answered", "cancelled")]
    undone = desk.undo(clerk, number, opened.version)
    assert messages(office)[2:] == [("answered", "waiting")]
    _gone(office)
    opened = desk.reopen(clerk, number, undone.version, "دوباره")
    assert messages(office)[2:] == [("answered", "sent"), ("reopened", "waiting")]
    _gone(office)
    desk.undo(clerk, number, opened.version)
    assert messages(office)[3:] == [("reopened", "sent"), ("answered", "waiting")]
    assert "مجوز شما صادر شد." in messages(office, OutboxMessage.text)[-1][0]


def test_a_duplicate_that_is_parted_again_is_told_of_nothing_that_waits(office: TestOffice) -> None:
    desk, clerk = office.services.desk, office.clerk
    one, other = by(Channel.SMS, office), by(Channel.SMS, office, text="متن دیگر")
    code = desk.peek(clerk, other).tracking_code
    merged = desk.resolve(clerk, one, 1, Outcome.DUPLICATE, "همان", duplicate_of=code)
    assert messages(office)[-1] == ("closed", "waiting")
    desk.unmerge(clerk, one, merged.version, "نه همان")
    assert messages(office)[-1] == ("closed", "cancelled")


def test_an_act_on_many_tells_each_and_takes_each_back(office: TestOffice) -> None:
    bulk, clerk = office.services.bulk, office.clerk
    ids = [by(Channel.SMS, office, text=f"متن {n}") for n in range(3)]
    for number in ids:
        office.services.desk.take(clerk, number, 1)
    act = Resolve(Outcome.ANSWERED, "{name} گرامی، پاسخ شما.")
    selection = BulkSelection(tuple(ids))
    run = bulk.run(clerk, bulk.begin(selection, act, bulk.preview(clerk, selection, act)))
    answers = [row for row in messages(office) if row[0] == "answered"]
    assert answers == [("answered", "waiting")] * 3
    assert "علی کریمی گرامی، پاسخ شما." in messages(office, OutboxMessage.text)[-1][0]
    with office.services.database.writing() as session:
        last = session.scalar(select(func.max(OutboxMessage.id)))
        session.execute(update(OutboxMessage).where(OutboxMessage.id == last).values(state="sent"))
    assert bulk.take_back(clerk, run) == 3
    assert messages(office)[6:] == [
        ("answered", "cancelled"),
        ("answered", "cancelled"),
        ("answered", "sent"),
        ("reopened", "waiting"),
    ]


def test_what_is_handed_in_is_acknowledged_once_and_what_is_old_is_not(office: TestOffice) -> None:
    payload = {"kind": "request", "text": "متن", "mobile": MOBILE}
    with office.services.database.writing() as session:
        for number, came in (("1", NOON), ("1", NOON), ("2", NOON - timedelta(days=8))):
            session.add(
                IntakeSubmission(channel="portal", external_id=number, received_at=came, payload=payload)
            )
    office.services.staging.run(office.manager)
    office.services.staging.run(office.manager)
    with office.services.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Petition)) == 2
    assert messages(office) == [("registered", "waiting")]


def test_what_a_citizen_wrote_turns_nothing_round(sqlite_office: TestOffice) -> None:
    subject = "مجوز\u202e کتاب\x07 <b>"
    by(Channel.EMAIL, sqlite_office, subject=subject, contact=Contact(name="علی\u2067", email="a@b.ir"))
    text, title = messages(sqlite_office, OutboxMessage.text, OutboxMessage.subject)[0]
    assert not {"\u202e", "\x07", "\u2067"} & set(text + title)
    assert "<b>" in text


def test_an_act_that_fails_tells_nobody(office: TestOffice) -> None:
    number = by(Channel.SMS, office)
    version = resolved(office, number)
    with pytest.raises(ConflictError):
        office.services.desk.reopen(office.clerk, number, version - 1, "دوباره")
    assert len(messages(office)) == 3
    assert office.services.register.register_many(
        office.clerk,
        [NewPetition(Kind.REQUEST, Channel.SMS, "متن", contact=Contact(mobile=MOBILE))] * 2,
    )[1] is None  # fmt: skip
    assert len(messages(office)) == 4


def test_a_text_message_is_no_longer_than_the_office_wants(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    office.services.message_rules.change(office.administrator, MessageSettings(sms_segments=2))
    resolved(office, by(Channel.SMS, office), "پاسخ بلند و بسیار مفصل " * 60)
    (text,) = messages(office, OutboxMessage.text)[-1]
    assert segments(text).count == 2
    assert "…" in text


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"text": "سلام"}, "message_needs_variable"),
        ({"text": "{code} {nationalid}"}, "no_message_variable"),
        ({"text": "{code} {reply}"}, "no_message_variable"),
        ({"text": " "}, "empty"),
        ({"text": "{code", "subject": "x"}, "loose_brace"),
    ],
)
def test_templates_are_checked(sqlite_office: TestOffice, change: dict[str, str], reason: str) -> None:
    templates, administrator = sqlite_office.services.message_templates, sqlite_office.administrator
    with pytest.raises(InvalidValueError) as caught:
        templates.change(administrator, MessageKind.REGISTERED, DeliveryMethod.SMS, 1, active=True, **change)
    assert caught.value.parameters["reason"] == reason


def test_templates_and_settings_are_an_administrator_s(sqlite_office: TestOffice) -> None:
    services = sqlite_office.services
    with pytest.raises(NotPermittedError):
        services.message_templates.change(
            sqlite_office.manager, MessageKind.TAKEN, DeliveryMethod.SMS, 1, active=False
        )
    with pytest.raises(NotPermittedError):
        services.message_rules.change(sqlite_office.clerk, MessageSettings())
    with pytest.raises(ConflictError):
        services.message_templates.change(
            sqlite_office.administrator, MessageKind.TAKEN, DeliveryMethod.SMS, 7, active=False
        )
    wrong: list[Callable[[], object]] = [
        lambda: services.message_rules.change(sqlite_office.administrator, MessageSettings(sms_segments=0)),
        lambda: services.message_rules.change(sqlite_office.administrator, MessageSettings(sender="x")),
    ]
    for act in wrong:
        with pytest.raises(InvalidValueError):
            act()
    seen = next(
        row.version
        for row in services.message_templates.all()
        if (row.kind, row.way) == (MessageKind.TAKEN, DeliveryMethod.SMS)
    )
    kept = services.message_templates.change(
        sqlite_office.administrator,
        MessageKind.TAKEN,
        DeliveryMethod.SMS,
        seen,
        active=True,
        text="کد {code}",
    )
    assert (kept.version, kept.standard, kept.text) == (seen + 1, False, "کد {code}")


def test_what_was_registered_is_in_the_list_as_ever(sqlite_office: TestOffice, clock: FixedClock) -> None:
    clock.advance(timedelta(minutes=1))
    number = by(Channel.SMS, sqlite_office)
    rows = sqlite_office.services.inbox.open_list(sqlite_office.clerk, ListFilter()).rows
    assert number in [row.id for row in rows]


def _gone(office: TestOffice) -> None:
    """Everything that waits goes out."""
    with office.services.database.writing() as session:
        session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.state == MessageState.WAITING.value)
            .values(state=MessageState.SENT.value)
        )
