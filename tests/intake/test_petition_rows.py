from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.formats.columns import PETITION_FIELDS, folded_name
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.intake.imports.petition_rows import PetitionRows
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
READ = PetitionRows(
    "in.csv",
    {field: field for field in PETITION_FIELDS},
    channel=Channel.SMS,
    units={folded_name("اداره کتاب"): 3, "books": 3},
    now=NOW,
)


def good(**cells: str) -> NewPetition:
    found = READ(TabularRow(7, {"kind": "درخواست", "text": "متن", **cells}))
    assert isinstance(found, NewPetition), found
    return found


def fault(**cells: str) -> RowFault:
    found = READ(TabularRow(7, {"kind": "درخواست", "text": "متن", **cells}))
    assert isinstance(found, RowFault), found
    return found


def test_the_sender_of_a_text_message_is_a_telephone() -> None:
    for sender in ("+98 912 123 4567", "۰۹۱۲۱۲۳۴۵۶۷", "9121234567"):
        contact = good(name=sender).contact
        assert (contact.name, contact.mobile) == ("", "09121234567")
    both = good(name="09121234567", mobile="09350000000").contact
    assert (both.name, both.mobile) == ("09121234567", "09350000000")
    assert good(name="Bank").contact.name == "Bank"
    # Who writes by other ways is called what they call themselves.
    assert good(name="09121234567", channel="تلفن").contact.mobile is None


def test_a_full_row_becomes_a_petition() -> None:
    made = good(
        external_id=" ۱۲۳۴ ", kind="شكايت", channel="تلفنی", subject="  موضوع \n دوم", text=" متن\tبا فاصله ",
        name="علی  کریمی", national_id="۰۰۱-۲۳۴۵۶۷-۹", mobile="+98 912 123 4567", email="a@b.ir", group="هنرمند",
        about="کنسرت", unit="اداره كتاب", received_at="۱۴۰۵/۸/۱۲ 10:30", letter_number="۱۲/۳",
    )  # fmt: skip
    assert (made.kind, made.channel, made.unit_id) == (Kind.COMPLAINT, Channel.PHONE, 3)
    assert (made.external_id, made.letter_number) == ("1234", "12/3")
    assert made.subject == "موضوع دوم"
    assert made.text == " متن\tبا فاصله "
    assert made.contact.name == "علی کریمی"
    assert (made.contact.national_id, made.contact.mobile) == ("0012345679", "09121234567")
    assert (made.contact.email, made.contact.group) == ("a@b.ir", "artist")
    assert made.received_at == datetime(2026, 11, 3, 7, 0, tzinfo=UTC)


def test_what_is_empty_is_left_open() -> None:
    made = good()
    assert (made.channel, made.external_id, made.received_at, made.unit_id) == (Channel.SMS, None, None, None)
    assert made.contact.is_anonymous


@pytest.mark.parametrize(
    ("cells", "field", "reason"),
    [
        ({"text": " \n "}, "text", "empty"),
        ({"text": "ب" * 1_048_577}, "text", "too_long"),
        ({"text": "الف\x00ب"}, "text", "control_characters"),
        ({"text": "الف\ud800ب"}, "text", "control_characters"),
        ({"kind": ""}, "kind", "empty"),
        ({"kind": "سفارش"}, "kind", "unknown"),
        ({"channel": "کبوتر"}, "channel", "unknown"),
        ({"group": "فضانورد"}, "group", "unknown"),
        ({"unit": "اداره خیالی"}, "unit", "unknown"),
        ({"subject": "ب" * 201}, "subject", "too_long"),
        ({"subject": "الف\x07ب"}, "subject", "control_characters"),
        ({"name": "ب" * 401}, "name", "too_long"),
        ({"national_id": "0012345678"}, "national_id", "check_digit"),
        ({"national_id": "1111111111"}, "national_id", "check_digit"),
        ({"national_id": "123"}, "national_id", "ten_digits"),
        ({"mobile": "02188990011"}, "mobile", "mobile_form"),
        ({"email": "نشانی"}, "email", "email_form"),
        ({"received_at": "1405/13/45"}, "received_at", "no_such_date"),
        ({"received_at": "1405/12/30"}, "received_at", "no_such_date"),
        ({"received_at": "2026-02-30"}, "received_at", "no_such_date"),
        ({"received_at": "دیروز"}, "received_at", "not_a_date"),
        ({"received_at": "1405/09/04"}, "received_at", "in_future"),
        ({"received_at": "2026-11-24T08:00:01Z"}, "received_at", "in_future"),
        ({"external_id": "x" * 61}, "external_id", "too_long"),
        ({"about": "x" * 201}, "about", "too_long"),
        ({"letter_number": "x" * 41}, "letter_number", "too_long"),
    ],
)
def test_a_bad_cell_costs_the_row_and_is_named(cells: dict[str, str], field: str, reason: str) -> None:
    found = fault(**cells)
    assert (found.file, found.row, found.field, found.reason) == ("in.csv", 7, field, reason)
    assert len(found.value) <= 40
    assert found.value.isprintable()


def test_all_faults_of_a_row_are_told_at_once() -> None:
    found = fault(text="", national_id="1", received_at="x")
    assert [found.field, *(other.field for other in found.also)] == ["text", "national_id", "received_at"]


@pytest.mark.parametrize("text", ["<b>سلام</b>", "\u202eوارونه\u202c", "الف\x07ب", "=1+1", "x" * 1_048_576])
def test_a_citizen_s_text_is_kept_exactly_as_it_came(text: str) -> None:
    assert good(text=text).text == text


def test_invisible_direction_marks_are_dropped_from_fields_of_one_line() -> None:
    assert good(name="\u202bعلی\u200f کریمی\u202c").contact.name == "علی کریمی"


@pytest.mark.parametrize("day", ["1405/09/03", "1405-9-3", "۱۴۰۵٫۰۹٫۰۳".replace("٫", "."), "2026-11-24"])
def test_today_is_not_the_future_in_either_calendar(day: str) -> None:
    assert good(received_at=day).received_at == datetime(2026, 11, 23, 20, 30, tzinfo=UTC)


def test_a_national_id_that_a_spreadsheet_took_for_a_number_gets_its_zeros_back() -> None:
    assert good(national_id="12345679").contact.national_id == "0012345679"


def test_a_row_that_could_not_be_taken_apart_has_that_fault_only() -> None:
    found = READ(TabularRow(9, {"kind": "x"}, "unclosed_quote"))
    assert isinstance(found, RowFault)
    assert (found.row, found.field, found.reason, found.also) == (9, "", "unclosed_quote", ())
