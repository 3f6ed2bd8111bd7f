from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.errors import InvalidValueError, NotPermittedError, RuleError
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope
from desktop_app.petitions.model import Petition
from desktop_app.petitions.registration.codes import new_tracking_code, read_tracking_code, spoken
from desktop_app.petitions.registration.register import NewPetition, identity_key
from desktop_app.petitions.vocabulary import Channel, Kind, Status
from tests.conftest import NOON
from tests.department import TestOffice

CALL = NewPetition(kind=Kind.REQUEST, channel=Channel.PHONE, text="پرسش درباره مجوز")


def test_a_petition_gets_code_number_subject_and_event(office: TestOffice) -> None:
    made = office.services.register.register(office.clerk, replace(CALL, contact=Contact(name="علی کریمی")))
    detail = office.services.desk.peek(office.clerk, made.id)
    assert read_tracking_code(detail.tracking_code) == made.tracking_code
    assert (detail.registry_year, detail.registry_number) == (1405, 1)
    assert (detail.subject, detail.status, detail.received_at) == (
        "پرسش درباره مجوز",
        Status.REGISTERED,
        NOON,
    )
    [event] = detail.history
    assert (event.actor_name, event.action, event.before) == ("مریم رضایی", "registered", {})
    assert event.after["registry"] == "1405/1"


def test_many_long_petitions_are_sent_in_parts(office: TestOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.petitions.registration.register.MOST_TEXT", 40)
    rows = [replace(CALL, text=f"متن {number} " * 3, external_id=f"P-{number}") for number in range(9)]
    made = office.services.register.register_many(office.clerk, rows)
    numbers = [one.registry_number for one in made if one is not None]
    assert numbers == list(range(1, 10))
    texts = [office.services.desk.peek(office.clerk, one.id).text for one in made if one is not None]
    assert texts == [row.text for row in rows]


def test_registry_numbers_begin_again_with_the_jalali_year(office: TestOffice, clock: FixedClock) -> None:
    office.registered("الف")
    clock.advance(timedelta(days=120))
    office.registered("ب", name="کسی دیگر")
    new_year = office.petition("ج", name="کسی دیگر")
    assert (new_year.registry_year, new_year.registry_number) == (1406, 2)


def test_eight_threads_leave_no_gap_and_no_double(database_url: str) -> None:
    services = open_services(database_url, prepare_schema=False)
    services.accounts.create_first_administrator("مدیر", "admin", "a long password")
    actor = services.accounts.sign_in("admin", "a long password")
    services.close()
    ready = threading.Barrier(8)

    def clerk(number: int) -> list[int]:
        own = open_services(database_url, prepare_schema=False)
        ready.wait()
        numbers = []
        for turn in range(5):
            batch = [replace(CALL, text=f"متن {number} {turn} {n}") for n in range(3)]
            numbers += [made.registry_number for made in own.register.register_many(actor, batch) if made]
            # A transaction that fails gives its numbers back.
            with pytest.raises(InvalidValueError):
                own.register.register_many(actor, [replace(CALL, text=" ")])
        own.close()
        return numbers

    with ThreadPoolExecutor(8) as pool:
        numbers = [number for found in pool.map(clerk, range(8)) for number in found]
    assert sorted(numbers) == list(range(1, 121))


def test_two_imports_of_the_same_rows_at_once_make_each_row_once(database_url: str) -> None:
    services = open_services(database_url, prepare_schema=False)
    services.accounts.create_first_administrator("مدیر", "admin", "a long password")
    actor = services.accounts.sign_in("admin", "a long password")
    rows = [replace(CALL, text=f"متن {n}", external_id=f"X-{n}") for n in range(200)]
    ready = threading.Barrier(2)

    def take_in(_: int) -> int:
        own = open_services(database_url, prepare_schema=False)
        ready.wait()
        made = sum(found is not None for found in own.register.register_many(actor, rows))
        own.close()
        return made

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take_in, range(2))) == [0, 200]
    assert services.inbox.outline(actor, ListFilter(scope=Scope.ANY)).total == 200
    services.close()


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("text", "  ", "empty"),
        ("text", "ب" * 1_048_577, "too_long"),
        ("text", "الف\x00", "control_characters"),
        ("subject", "ب" * 201, "too_long"),
        ("about", "ب" * 201, "too_long"),
        ("external_id", "x" * 61, "too_long"),
        ("letter_number", "x" * 41, "too_long"),
        ("contact", Contact(name="ب" * 401), "too_long"),
    ],
)
def test_what_cannot_be_kept_is_refused(office: TestOffice, field: str, value: object, reason: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        office.services.register.register(office.clerk, replace(CALL, **{field: value}))  # type: ignore[arg-type]
    assert caught.value.parameters["reason"] == reason
    assert office.services.inbox.outline(office.clerk, ListFilter(scope=Scope.ANY)).total == 0


def test_the_same_call_twice_is_told(office: TestOffice) -> None:
    office.services.register.register(office.clerk, replace(CALL, external_id="1"))
    with pytest.raises(RuleError) as caught:
        office.services.register.register(office.clerk, replace(CALL, external_id="1", text="دیگر"))
    assert caught.value.parameters["rule"] == "already_registered"


def test_the_same_words_on_another_day_are_another_petition(office: TestOffice, clock: FixedClock) -> None:
    office.services.register.register(office.clerk, CALL)
    with pytest.raises(RuleError):
        office.services.register.register(office.clerk, CALL)
    clock.advance(timedelta(days=1))
    assert office.services.register.register(office.clerk, CALL).registry_number == 2


def test_a_reviewer_registers_nothing(office: TestOffice) -> None:
    with pytest.raises(NotPermittedError):
        office.services.register.register(office.reviewer, CALL)


def test_what_is_stored_of_a_row_s_key_cannot_be_tried(office: TestOffice) -> None:
    made = office.services.register.register_many(office.clerk, [CALL, replace(CALL, external_id="7")])
    with office.services.database.reading() as session:
        stored = [session.get_one(Petition, one.id).identity_key for one in made if one is not None]
    assert stored[0].startswith("k")
    assert identity_key(CALL) not in stored
    assert stored[1] == "id:phone:7"
    assert office.services.register.register_many(office.clerk, [CALL]) == [None]


def test_the_identity_of_a_row_is_its_channel_and_id_or_its_content_and_day() -> None:
    by_id = replace(CALL, external_id="7")
    assert identity_key(by_id) == identity_key(replace(by_id, text="دیگر", received_at=NOON))
    assert identity_key(by_id) != identity_key(replace(by_id, channel=Channel.SMS))
    assert identity_key(CALL) == identity_key(replace(CALL, text="پرسش  دربارهٔ\nمجوز"))
    on_a_day = replace(CALL, received_at=NOON)
    assert identity_key(on_a_day) == identity_key(replace(CALL, received_at=NOON + timedelta(hours=3)))
    assert identity_key(on_a_day) != identity_key(replace(CALL, received_at=NOON + timedelta(days=1)))
    # Half past nine in the evening in London is the next day in Tehran.
    night = identity_key(replace(CALL, received_at=NOON.replace(day=23, hour=21, minute=30)))
    assert night == identity_key(on_a_day)
    assert night != identity_key(replace(CALL, received_at=NOON.replace(day=23)))
    assert identity_key(CALL) != identity_key(replace(CALL, contact=Contact(name="علی کریمی")))
    assert identity_key(CALL) != identity_key(replace(CALL, contact=Contact(mobile="09121234567")))
    # What one field ends with does not begin the next one.
    assert identity_key(replace(CALL, subject="کتاب", text="خانه")) != identity_key(
        replace(CALL, subject="کتا", text="بخانه")
    )


def test_of_two_rows_with_one_identity_the_first_is_kept(office: TestOffice) -> None:
    rows = [replace(CALL, external_id="7", text=text) for text in ("یکم", "دوم")]
    first, second = office.services.register.register_many(office.clerk, rows)
    assert second is None
    assert first is not None
    assert office.services.desk.peek(office.clerk, first.id).text == "یکم"


def test_tracking_codes_catch_every_wrong_digit_and_swap() -> None:
    code = new_tracking_code()
    for place in range(12):
        for digit in "0123456789":
            wrong = code[:place] + digit + code[place + 1 :]
            if wrong != code:
                with pytest.raises(InvalidValueError):
                    read_tracking_code(wrong)
        swapped = code[:place] + code[place : place + 2][::-1] + code[place + 2 :]
        if swapped != code:
            with pytest.raises(InvalidValueError):
                read_tracking_code(swapped)


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "۴-{0}"[2:], "{1}"])
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    code = new_tracking_code()
    persian = spoken(code).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert read_tracking_code(typed.format(code, persian)) == code


def test_a_code_that_is_taken_is_drawn_again(office: TestOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    first = office.petition("الف")
    drawn = iter([first.tracking_code, "000000000101", "000000000202"])
    monkeypatch.setattr("desktop_app.petitions.registration.register.new_tracking_code", lambda: next(drawn))
    assert office.petition("ب", name="کسی دیگر").tracking_code == "000000000101"


@pytest.mark.parametrize("letter", ["ن", "İ", "\U0001f600"])
def test_the_name_of_a_company_is_kept_whole_found_and_sorted(office: TestOffice, letter: str) -> None:
    """400 characters, also of four bytes each: an index of PostgreSQL takes no key above a third of a page."""
    name = "شرکت تعاونی " + letter * 388
    office.registered("الف", subject="یک", name="آرش")
    made = office.services.register.register(office.clerk, replace(CALL, contact=Contact(name=name)))
    office.registered("ب", subject="دو", name="یوسف")
    assert len(name) == 400
    assert office.services.desk.peek(office.clerk, made.id).petitioner_name == name
    assert [person.name for person in office.services.petitioners.page(office.clerk, "شرکت تعاونی")] == [name]
    by_sender = ListFilter(scope=Scope.ANY, order=Order.SENDER)
    rows = office.services.inbox.find(office.clerk, by_sender, 10)[1]
    assert [row.petitioner_name for row in rows] == ["آرش", name, "یوسف"]
    with pytest.raises(InvalidValueError) as caught:
        office.services.register.register(office.clerk, replace(CALL, contact=Contact(name=name + "ی")))
    assert caught.value.parameters["field"] == "name"


def test_long_names_that_differ_at_their_end_are_sorted_by_it(office: TestOffice) -> None:
    for last in ("ی", "ا", "م"):
        office.registered(last, name="ش" * 390 + last)
    rows = office.services.inbox.find(office.clerk, ListFilter(scope=Scope.ANY, order=Order.SENDER), 10)[1]
    assert [row.petitioner_name[-1] for row in rows] == ["ا", "م", "ی"]
