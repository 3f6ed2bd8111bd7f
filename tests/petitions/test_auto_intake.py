"""What is written to a petition that is there, by its code or in a flood: put to it once, told, and never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from desktop_app.database.verification import verify
from desktop_app.people.petitioners import Contact
from desktop_app.persian.digits import ARABIC_DIGITS, persian_digits
from desktop_app.petitions.follow_ups.auto_intake import Came
from desktop_app.petitions.follow_ups.model import PetitionMessage
from desktop_app.petitions.follow_ups.service import FollowUpReason
from desktop_app.petitions.lists.filters import ListFilter, Scope
from desktop_app.petitions.model import Petition
from desktop_app.petitions.registration.codes import codes_in, new_tracking_code, spoken
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Status
from tests.conftest import NOON
from tests.department import TestOffice

MINE = Contact(mobile="09121234567")


def text(words: str, contact: Contact = MINE, at: datetime = NOON, **known: object) -> NewPetition:
    made = NewPetition(Kind.REQUEST, Channel.SMS, words, contact=contact, received_at=at)
    return replace(made, **known)  # type: ignore[arg-type]


def came(office: TestOffice, *texts: NewPetition) -> list[Came]:
    return office.services.auto_intake.take_in(office.manager, texts)


def first(office: TestOffice, words: str = "متن نخست") -> tuple[int, str]:
    """A petition in the book unit, in progress with the clerk; its id and code."""
    [made] = came(office, text(words, unit_id=office.books.id))
    assert made.registered is not None
    office.services.desk.take(office.clerk, made.registered.id, 1)
    return made.registered.id, made.registered.tracking_code


@pytest.mark.parametrize(
    "write",
    [
        str,
        spoken,
        persian_digits,
        lambda code: spoken(code).replace("-", " ").translate(str.maketrans("0123456789", ARABIC_DIGITS)),
        lambda code: f"\u2066{persian_digits(spoken(code))}\u2069",
        "\u200c".join,
    ],
)
def test_a_code_is_found_in_a_text_however_it_is_written(write: object) -> None:
    code = new_tracking_code(lambda _below: 4072918355)
    assert callable(write)
    assert codes_in(f"سلام، درباره {write(code)} چه شد؟ تلفن 09121234567 مبلغ 120000") == (code,)


def test_a_number_that_is_no_code_is_none() -> None:
    code = new_tracking_code(lambda _below: 4072918355)
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    assert codes_in(f"{wrong} و {code}1 و 09121234567") == ()


def test_a_text_with_the_code_is_put_to_its_petition_and_told_to_who_has_it(office: TestOffice) -> None:
    number, code = first(office)
    words = f"کد {persian_digits(spoken(code))}: مدرک را فرستادم"
    [made] = came(office, text(words, at=NOON + timedelta(hours=2)))
    assert (made.petition_id, made.registered) == (number, None)
    assert made.joined is not None
    detail = office.services.desk.peek(office.clerk, number)
    assert (detail.status, detail.further) == (Status.IN_PROGRESS, 1)
    [message] = detail.messages
    assert (message.text, message.sender, message.other_sender, message.cause) == (
        words, "09121234567", False, FollowUpReason.CODE,
    )  # fmt: skip
    assert (detail.history[-1].action, detail.history[-1].text) == ("wrote_again", "")
    wanted = ListFilter(again=True)
    services = office.services
    assert [row.id for row in services.inbox.first(office.clerk, wanted, 9)] == [number]
    [row] = services.inbox.first(office.clerk, wanted, 9)
    assert (row.further, row.wrote_again, row.unread) == (1, True, True)
    calls = [(one.call.value, one.item_id) for one in services.bells.of(office.clerk).rows]
    assert calls == [("wrote_again", number)]
    # A colleague who looks in takes it from nobody.
    services.desk.open(office.other_clerk, number)
    assert services.bells.of(office.clerk).rows
    services.desk.open(office.clerk, number)
    assert not services.bells.of(office.clerk).rows
    assert not services.inbox.first(office.clerk, wanted, 9)
    assert verify(services.database).ok


def test_the_same_text_again_adds_nothing_in_whatever_order(office: TestOffice) -> None:
    number, code = first(office)
    one, two = text(f"{code} یک", external_id="S-1"), text(f"{code} دو")
    assert [made.fresh for made in came(office, one, two, one)] == [True, True, False]
    assert [made.fresh for made in came(office, two, one)] == [False, False]
    assert [made.petition_id for made in came(office, two, text("متن نخست", unit_id=office.books.id))] == [
        number, number,
    ]  # fmt: skip
    assert office.services.desk.peek(office.clerk, number).further == 2


def test_from_another_number_it_is_put_there_and_pointed_out(office: TestOffice) -> None:
    number, code = first(office)
    came(office, text(f"{code} از تلفن دیگر", Contact(mobile="09351112233")))
    detail = office.services.desk.peek(office.clerk, number)
    assert detail.messages[0].other_sender
    assert detail.history[-1].after["other_sender"] is True


def test_one_s_own_address_is_no_other_one_in_small_letters_or_capitals(office: TestOffice) -> None:
    [made] = came(office, text("متن نخست", Contact(email="Karimi@Example.ir"), channel=Channel.EMAIL))
    assert made.registered is not None
    code = made.registered.tracking_code
    for address in ("karimi@example.ir", "amini@example.ir"):
        came(office, text(f"{code} از {address}", Contact(email=address), channel=Channel.EMAIL))
    messages = office.services.desk.peek(office.clerk, made.registered.id).messages
    assert [one.other_sender for one in messages] == [False, True]


def test_a_closed_petition_stays_closed_and_comes_up_for_its_unit(office: TestOffice) -> None:
    number, code = first(office)
    desk = office.services.desk
    detail = desk.peek(office.clerk, number)
    desk.resolve(office.clerk, number, detail.version, Outcome.WITHDRAWN, "خودش خواست")
    came(office, text(f"{code} پشیمان شدم"))
    assert desk.peek(office.clerk, number).status is Status.RESOLVED
    wanted = ListFilter(scope=Scope.CLOSED, again=True)
    assert [row.id for row in office.services.inbox.first(office.other_clerk, wanted, 9)] == [number]
    assert [row.item_id for row in office.services.bells.of(office.other_clerk).rows] == [number]
    assert not office.services.bells.of(office.music_clerk).rows
    desk.open(office.other_clerk, number)
    assert not office.services.bells.of(office.clerk).rows


def test_the_code_of_a_merged_one_leads_to_the_one_that_remains(office: TestOffice) -> None:
    number, code = first(office)
    other, other_code = first(office, "همان متن")
    desk = office.services.desk
    detail = desk.peek(office.clerk, other)
    desk.resolve(office.clerk, other, detail.version, Outcome.DUPLICATE, "همان", duplicate_of=code)
    [made] = came(office, text(f"کد {other_code}"))
    assert made.petition_id == number


def test_a_code_that_is_nobody_s_is_a_petition(office: TestOffice) -> None:
    [made] = came(office, text(f"کد {new_tracking_code()}"))
    assert made.registered is not None


def test_on_other_ways_a_code_in_the_text_moves_nothing(office: TestOffice) -> None:
    _, code = first(office)
    [made] = came(office, text(f"کد {code}", channel=Channel.PORTAL))
    assert made.registered is not None


def test_a_flood_of_one_number_is_gathered_and_every_text_kept(office: TestOffice) -> None:
    settings = office.services.office.settings()
    office.services.office.change(office.administrator, replace(settings, texts_an_hour=3))
    flood = [text(f"پیامک {n}", at=NOON + timedelta(seconds=n)) for n in range(12)]
    made = [*came(office, *flood[:7]), *came(office, *flood[7:])]
    assert [one.registered is not None for one in made] == [True] * 4 + [False] * 8
    gathering = made[3].petition_id
    assert {one.petition_id for one in made[4:]} == {gathering}
    assert gathering is not None
    with office.services.database.reading() as session:
        kept = session.scalars(select(PetitionMessage.text).order_by(PetitionMessage.id)).all()
        assert len(session.scalars(select(Petition.id)).all()) == 4
    assert kept == [f"پیامک {n}" for n in range(4, 12)]
    assert [one.text for one in office.services.further_texts.all(office.manager, gathering)] == kept
    assert office.services.desk.peek(office.manager, gathering).further == 8
    # The next hour, and another number, stand for themselves.
    later = came(
        office, text("بعد", at=NOON + timedelta(hours=1)), text("دیگری", Contact(mobile="09351112233"))
    )
    assert all(one.registered for one in later)
    assert not any(one.fresh for one in came(office, *flood))


def test_pages_of_further_texts_are_read_backwards(office: TestOffice) -> None:
    number, code = first(office)
    came(office, *(text(f"{code} {n}") for n in range(25)))
    messages = office.services.further_texts
    last = messages.page(office.clerk, number, count=10)
    before = messages.page(office.clerk, number, before=last[0].id, count=20)
    assert [int(one.text.split()[-1]) for one in (*before, *last)] == list(range(25))
    assert messages.count(office.clerk, number) == 25
