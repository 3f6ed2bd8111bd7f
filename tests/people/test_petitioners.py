from __future__ import annotations

import pytest

from desktop_app.database.audit import history
from desktop_app.errors import InvalidValueError
from desktop_app.people.identity import valid_email, valid_mobile, valid_national_id
from desktop_app.people.petitioners import Contact, mask, page_key, recognise
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.conftest import NOON
from tests.department import TestOffice


@pytest.mark.parametrize("typed", ["0012345679", "۰۰۱۲۳۴۵۶۷۹", "٠٠١٢٣٤٥٦٧٩", " 001-234567-9 ", "12345679"])
def test_a_national_id_is_read_however_it_is_typed(typed: str) -> None:
    assert valid_national_id(typed) == "0012345679"


@pytest.mark.parametrize("place", range(10))
def test_every_single_wrong_digit_of_a_national_id_is_caught(place: int) -> None:
    good = "0012345679"
    for digit in "0123456789":
        wrong = good[:place] + digit + good[place + 1 :]
        if wrong != good:
            with pytest.raises(InvalidValueError):
                valid_national_id(wrong)


@pytest.mark.parametrize(
    "typed", [str(digit) * 10 for digit in range(10)] + ["", "123", "00123456791", "کد ملی"]
)
def test_what_is_no_national_id_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValueError):
        valid_national_id(typed)


@pytest.mark.parametrize(
    "typed", ["09121234567", "9121234567", "+989121234567", "00989121234567", "۰۹۱۲ ۱۲۳ ۴۵۶۷"]
)
def test_a_mobile_number_is_read_however_it_is_typed(typed: str) -> None:
    assert valid_mobile(typed) == "09121234567"


@pytest.mark.parametrize("typed", ["02188990011", "0912123456", "091212345678", "abc", ""])
def test_what_is_no_mobile_number_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValueError):
        valid_mobile(typed)


@pytest.mark.parametrize(
    ("typed", "good"), [("a@b.ir", True), (" a.b@c.co.ir ", True), ("a@b", False), ("@b.ir", False)]
)
def test_an_email_address_has_its_form(typed: str, good: bool) -> None:
    if good:
        assert valid_email(typed) == typed.strip()
    else:
        with pytest.raises(InvalidValueError):
            valid_email(typed)


def recognised(office: TestOffice, *contacts: Contact) -> list[int | None]:
    with office.services.database.writing() as session:
        return recognise(session, office.clerk, contacts, NOON)


def test_a_petitioner_is_known_by_national_id_whatever_the_name(office: TestOffice) -> None:
    first, second, third = recognised(
        office,
        Contact(name="علی کریمی", national_id="0012345679"),
        Contact(name="ع. کریمی", national_id="0012345679", email="a@b.ir"),
        Contact(name="علی کریمی"),
    )
    assert first == second != third


def test_what_is_added_to_a_petitioner_leaves_one_event_with_the_fields(office: TestOffice) -> None:
    [known] = recognised(office, Contact(name="علی کریمی", national_id="0012345679"))
    again = Contact(name="علی کریمی", national_id="0012345679", mobile="09121234567", email="a@b.ir")
    for _ in range(2):
        assert recognised(office, again, again) == [known, known]
    with office.services.database.reading() as session:
        [event] = history(session, "petitioner", known or 0)
    assert (event.action, event.actor_id) == ("petitioner_completed", office.clerk.person_id)
    assert event.after == {"fields": ["mobile", "email"]}


def test_a_petitioner_is_known_by_mobile_and_name_together(office: TestOffice) -> None:
    [first] = recognised(office, Contact(name="سارا نوری", mobile="09121234567"))
    same, other, unnamed = recognised(
        office,
        Contact(name="سارا نوري", mobile="09121234567"),
        Contact(name="برادر سارا", mobile="09121234567"),
        Contact(mobile="09121234567"),
    )
    assert first == same
    assert len({first, other, unnamed}) == 3


def test_another_national_id_is_another_person_whatever_the_mobile(office: TestOffice) -> None:
    father, son = recognised(
        office,
        Contact(name="علی کریمی", national_id="0012345679", mobile="09121234567"),
        Contact(name="علی کریمی", national_id="0499370899", mobile="09121234567"),
    )
    assert father != son


def test_what_is_newly_known_is_added_and_nothing_is_overwritten(office: TestOffice) -> None:
    recognised(office, Contact(name="علی", national_id="0012345679", mobile="09121234567"))
    recognised(office, Contact(name="دیگر", national_id="0012345679", mobile="09350000000", email="a@b.ir"))
    [row] = office.services.petitioners.page(office.clerk)
    assert (row.name, row.email) == ("علی", mask("a@b.ir"))
    found = office.services.register.caller(office.clerk, "09121234567")
    assert found is not None
    assert found.id == row.id


def test_a_number_under_another_name_is_told_unless_registration_knows_that_name(office: TestOffice) -> None:
    recognised(
        office,
        Contact(name="علی کریمی", mobile="09121234567"),
        Contact(mobile="09121234567"),
        Contact(name="مریم کریمی", mobile="09121234567"),
        Contact(name="حسن نوری", national_id="0012345679", mobile="09350000000"),
    )

    def told(contact: Contact) -> str | None:
        found = office.services.register.of_another(office.clerk, contact)
        return None if found is None else found.name

    assert told(Contact(name="رضا کریمی", mobile="09121234567")) == "مریم کریمی"
    assert told(Contact(name="علي کريمي", mobile="09121234567")) is None
    assert told(Contact(name="", mobile="09121234567")) is None
    assert told(Contact(name="رضا کریمی", mobile="09129999999")) is None
    assert told(Contact(name="علی کریمی", national_id="0012345679", mobile="09121234567")) == "حسن نوری"
    assert told(Contact(name="حسن نوری")) is None


def test_a_petition_tells_who_else_has_the_number_or_address_of_its_sender(office: TestOffice) -> None:
    def sent(**known: str) -> int:
        petition = NewPetition(
            Kind.REQUEST, Channel.PORTAL, f"متن {known}", contact=Contact(**known), unit_id=office.books.id
        )
        [made] = office.services.register.register_many(office.pc, [petition])
        assert made is not None
        return made.id

    first = sent(name="علی کریمی", mobile="09121234567")
    same = sent(name="علي کريمي", mobile="09121234567", email="A@b.ir")
    other = sent(name="مریم کریمی", mobile="09121234567")
    alone = sent(name="مریم کریمی", mobile="09350000000")
    by_mail = sent(name="حسن نوری", email="a@B.ir", national_id="0012345679")
    misnamed = sent(name="زهرا احمدی", national_id="0012345679")

    def names(number: int) -> tuple[str, ...]:
        return office.services.desk.open(office.clerk, number).other_names

    assert names(first) == names(same) == ("حسن نوری", "مریم کریمی")
    assert names(other) == ("علی کریمی",)
    assert names(alone) == ()
    assert names(by_mail) == ("علی کریمی",)
    # Recognised by the national ID: the petition has the name that was sent, the register the first one.
    assert set(names(misnamed)) == {"حسن نوری", "علی کریمی"}


def test_a_sender_who_left_nothing_is_nobody(office: TestOffice) -> None:
    assert recognised(office, Contact(group="artist")) == [None]
    assert office.services.petitioners.count(office.clerk) == 0


def test_names_are_listed_in_persian_order_page_by_page(office: TestOffice) -> None:
    names = ["یاسمن", "پرویز", "بهار", "آرش", "گیتی", "چنگیز", "اکبر", "کاوه", "ژاله", "زهرا"]
    recognised(office, *(Contact(name=name) for name in names))
    petitioners = office.services.petitioners
    rows = petitioners.page(office.clerk, count=4)
    while len(page := petitioners.page(office.clerk, after=page_key(rows[-1]), count=4)) > 0:
        rows += page
    expected = ["آرش", "اکبر", "بهار", "پرویز", "چنگیز", "زهرا", "ژاله", "کاوه", "گیتی", "یاسمن"]
    assert [row.name for row in rows] == expected


@pytest.mark.parametrize("query", ["كريمي", "علی کر", "0012345679", "۰۹۱۲۱۲۳۴۵۶۷", "۰۹۱۲ ۱۲۳ ۴۵۶۷"])
def test_a_petitioner_is_found_by_name_or_number(office: TestOffice, query: str) -> None:
    recognised(
        office,
        Contact(name="علی کریمی", national_id="0012345679", mobile="09121234567"),
        Contact(name="سارا نوری", mobile="09357654321"),
    )
    assert [row.name for row in office.services.petitioners.page(office.clerk, query)] == ["علی کریمی"]
    assert office.services.petitioners.count(office.clerk, query) == 1


@pytest.mark.parametrize("query", ["1234567", "0912", "001234567", "567"])
def test_a_part_of_a_number_finds_nobody(office: TestOffice, query: str) -> None:
    recognised(office, Contact(name="علی کریمی", national_id="0012345679", mobile="09121234567"))
    assert office.services.petitioners.page(office.clerk, query) == []
    assert office.services.petitioners.count(office.clerk, query) == 0


@pytest.mark.parametrize("query", ["%", "_", "\\", "%%%%"])
def test_a_wildcard_finds_nothing_special(office: TestOffice, query: str) -> None:
    recognised(office, Contact(name="علی کریمی"))
    assert office.services.petitioners.page(office.clerk, query) in (
        [],
        office.services.petitioners.page(office.clerk),
    )


def test_identifiers_are_masked_but_for_their_end() -> None:
    assert mask("09121234567") == "••••••••567"
    assert mask(None) == ""
