"""The form for a telephone call: the time of the call, the way and the deadline, and the code by text message."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.office.settings import AnswerDeadline
from desktop_app.petitions.outbox.model import OutboxMessage
from desktop_app.petitions.routing.rules import Conditions, Consequence
from tests.department import TestOffice
from tests.petitions.outbox.sending import messages
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import CONTROL, press, put_away, type_text
from ui.petitions.registration.call_time import CallTime, clock_words
from ui.petitions.registration.form import RegisterForm


@pytest.fixture
def clerk(sqlite_office: TestOffice) -> Iterator[DeskWindow]:
    office = sqlite_office
    office.services.office.set_deadlines(office.administrator, (AnswerDeadline(None, None, 5, True),))
    row = office.services.routing_rules.add(
        office.administrator, "کنسرت", Conditions(words=("کنسرت",)), Consequence(office.music.id)
    )
    office.services.routing_rules.switch(office.administrator, row.id, row.version, on=True)
    office.services.message_templates.change(
        office.administrator, MessageKind.REGISTERED, DeliveryMethod.SMS, 1, active=True
    )
    with desk(office, office.clerk) as opened:
        yield opened


@pytest.fixture
def form(clerk: DeskWindow) -> RegisterForm:
    clerk.key(Qt.Key.Key_T, control=True)
    found = clerk.screen.registration.form
    assert found is not None
    return found


def test_the_line_says_where_it_goes_and_when_it_is_due(clerk: DeskWindow, form: RegisterForm) -> None:
    assert "۵ روز کاری" in form.way.due.text()
    assert form.way.unit.text() == "قاعده‌ای ندارد؛ در انتظار ارجاع می‌ماند"
    type_text(form.fields.text, "مجوز کنسرت چه شد؟")
    clerk.settle()
    assert form.way.unit.text() == "با قاعدهٔ «کنسرت» به واحد اداره موسیقی می‌رود"
    form.fields.unit.choose(clerk.office.books.id)
    clerk.settle()
    assert form.way.unit.text() == ""


def test_a_number_can_be_mended_and_is_registered_as_it_was_typed(
    clerk: DeskWindow, form: RegisterForm
) -> None:
    type_text(form.fields.mobile, "09121234567")
    press(form.fields.mobile, Qt.Key.Key_Backspace)
    type_text(form.fields.mobile, "8")
    assert form.fields.mobile.text() == form.fields.contact_so_far().mobile == "09121234568"


def test_the_search_of_the_list_behind_the_form_takes_no_focus(clerk: DeskWindow, form: RegisterForm) -> None:
    form.fields.name.setFocus()
    press(form.fields.name, Qt.Key.Key_F, CONTROL)
    assert clerk.focus() is form.fields.name


def test_the_code_is_texted_if_the_clerk_ticks_it(clerk: DeskWindow, form: RegisterForm) -> None:
    assert not form.footer.text_code.isEnabled()
    type_text(form.fields.mobile, "09121234567")
    clerk.settle()
    assert form.footer.text_code.isEnabled()
    form.footer.text_code.click()
    type_text(form.fields.text, "متن")
    clerk.key(Qt.Key.Key_Return, control=True)
    assert [row[0] for row in messages(clerk.office, OutboxMessage.way)] == ["sms"]
    # One key begins the next call, with nothing of this one.
    clerk.key(Qt.Key.Key_Return, control=True)
    assert form.fields.is_empty()
    assert not form.footer.text_code.isChecked()
    assert clerk.focus() is form.fields.mobile


def test_the_call_is_timed_until_it_is_registered(clerk: DeskWindow, form: RegisterForm) -> None:
    assert form.call_time.isHidden()
    type_text(form.fields.mobile, "0912")
    assert not form.call_time.isHidden()
    type_text(form.fields.text, "متن")
    form.fields.mobile.clear()
    clerk.key(Qt.Key.Key_Return, control=True)
    assert form.call_time.isHidden()


def test_the_time_is_minutes_and_seconds_in_persian_digits(clerk: DeskWindow) -> None:
    now = [100.0]
    shown = CallTime(clerk.window, lambda: now[0])
    shown.begin()
    now[0] = 352.9
    shown.show_time()
    assert shown.text() == "گفت‌وگو ۰۴:۱۲"
    shown.begin()
    assert clock_words(3_725) == "۱:۰۲:۰۵"
    shown.end()
    put_away(shown)
