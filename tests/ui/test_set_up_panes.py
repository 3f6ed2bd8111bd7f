"""The panes of the set-up checklist: each proposal is shown, changed, accepted and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt

from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.office.settings import AnswerDeadline
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.routing.rules import Conditions, Consequence
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from tests.key_store import KeyStore
from tests.ui.keyboard import type_text
from tests.ui.picking import pick_by_keys
from tests.ui.set_up_desk import SetUpDesk, Task, desk
from ui import jobs
from ui.administration.set_up.deadlines_pane import DeadlinesPane
from ui.administration.set_up.messages_pane import MessagesPane
from ui.administration.set_up.office_panes import AccountsPane, LetterheadPane, UnitsPane
from ui.administration.set_up.rows import DoneRow
from ui.administration.set_up.rule_panes import CalendarPane, RoutingPane
from ui.administration.set_up.safety_panes import RepliesPane, SealPane

__all__ = ["desk"]

Key = Qt.Key


@pytest.fixture
def key_store() -> Iterator[KeyStore]:
    made, before = KeyStore(), keyring.get_keyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_the_proposed_deadlines_are_changed_accepted_and_taken_back(desk: SetUpDesk) -> None:
    office = desk.office.services.office
    kept = AnswerDeadline("complaint", "phone", 3, True)
    office.set_deadlines(desk.office.administrator, (kept, AnswerDeadline("request", None, 12, False)))
    desk.panel.refresh()
    assert jobs.wait_all()
    desk.go(Task.DEADLINES)
    pane = desk.panel.pane()
    assert isinstance(pane, DeadlinesPane)
    shown = {kind: (field.text(), bool(field.property("unset"))) for kind, field in pane.fields.items()}
    assert shown == {
        Kind.REQUEST: ("۱۲", False),
        Kind.COMPLAINT: ("۷", True),
        Kind.SUGGESTION: ("۲۰", True),
        Kind.CRITICISM: ("۱۵", True),
        Kind.OPINION: ("", False),
    }
    assert pane.marks[Kind.COMPLAINT].text() == "تعیین نشده"
    pane.fields[Kind.COMPLAINT].selectAll()
    type_text(pane.fields[Kind.COMPLAINT], "۹")
    desk.key(Key.Key_Return, pane.fields[Kind.COMPLAINT])
    assert office.deadlines() == (
        kept,
        AnswerDeadline("request", None, 12, False),
        AnswerDeadline("complaint", None, 9, True),
        AnswerDeadline("suggestion", None, 20, True),
        AnswerDeadline("criticism", None, 15, True),
    )
    assert desk.done() == [Task.DEADLINES]
    assert desk.selected() is Task.REPLIES
    assert desk.panel.list.hasFocus()
    assert desk.said[-1] == "«مهلت رسیدگی» انجام شد."
    desk.take_back()
    assert len(office.deadlines()) == 2
    assert desk.done() == []


def test_deadlines_of_one_channel_are_set_beside_those_of_all(desk: SetUpDesk) -> None:
    desk.go(Task.DEADLINES)
    pane = desk.panel.pane()
    assert isinstance(pane, DeadlinesPane)
    desk.click(pane.accept_button)
    desk.go(Task.DEADLINES)
    pane.channel.setCurrentIndex(pane.channel.findData("phone"))
    assert pane.fields[Kind.COMPLAINT].text() == "۷"
    pane.fields[Kind.COMPLAINT].setText("3")
    desk.click(pane.accept_button)
    rules = desk.office.services.office.deadlines()
    assert AnswerDeadline("complaint", "phone", 3, True) in rules
    assert AnswerDeadline("complaint", None, 7, True) in rules
    assert len(rules) == 5


@pytest.mark.parametrize("typed", ["0", "367", "ده", "-1", "7.5"])
def test_a_bad_number_is_refused_at_its_place_and_nothing_is_lost(desk: SetUpDesk, typed: str) -> None:
    desk.go(Task.DEADLINES)
    pane = desk.panel.pane()
    assert isinstance(pane, DeadlinesPane)
    pane.fields[Kind.SUGGESTION].setText(typed)
    desk.click(pane.accept_button)
    assert desk.office.services.office.deadlines() == ()
    assert pane.refusals.card.field is pane.fields[Kind.SUGGESTION]
    assert pane.fields[Kind.SUGGESTION].hasFocus()
    assert pane.fields[Kind.SUGGESTION].text() == typed


def test_what_is_typed_stays_when_the_list_is_read_again(desk: SetUpDesk) -> None:
    desk.go(Task.DEADLINES)
    pane = desk.panel.pane()
    assert isinstance(pane, DeadlinesPane)
    pane.fields[Kind.REQUEST].setText("33")
    desk.office.services.closures.confirm(desk.office.administrator, 1405)
    desk.panel.refresh()
    assert jobs.wait_all()
    assert desk.done() == [Task.CALENDAR]
    assert pane.fields[Kind.REQUEST].text() == "33"


def test_the_letterhead_is_confirmed_as_it_stands_or_changed(desk: SetUpDesk) -> None:
    pane = desk.panel.pane()
    assert isinstance(pane, LetterheadPane)
    desk.key(Key.Key_Return)
    assert pane.ministry.hasFocus()
    desk.key(Key.Key_Return, pane.ministry)
    assert desk.done() == [Task.LETTERHEAD]
    assert desk.undo is None
    desk.go(Task.LETTERHEAD)
    pane.office_name.setText("ادارهٔ کل گیلان")
    pane.phone.setText("۰۱۳۱۲۳")
    desk.click(pane.save_button)
    settings = desk.office.services.office.settings()
    assert (settings.office_name, settings.phone) == ("ادارهٔ کل گیلان", "013123")
    desk.take_back()
    assert desk.office.services.office.settings().phone == "42991"
    desk.go(Task.LETTERHEAD)
    pane.office_name.clear()
    desk.click(pane.save_button)
    assert [type(one).__name__ for one in desk.troubles] == ["InvalidValueError"]
    assert pane.save_button.isEnabled()


def test_units_are_added_switched_and_confirmed(desk: SetUpDesk) -> None:
    desk.go(Task.UNITS)
    pane, units = desk.panel.pane(), desk.office.services.units
    assert isinstance(pane, UnitsPane)
    type_text(pane.name, "واحد سینما")
    desk.key(Key.Key_Return, pane.name)
    assert "واحد سینما" in [unit.name for unit in units.all()]
    assert (desk.selected(), pane.name.text()) == (Task.UNITS, "")
    # Several are added one after the other.
    assert pane.name.hasFocus()
    type_text(pane.name, "حقوقی")
    desk.key(Key.Key_Return, pane.name)
    assert len(units.all()) == 4
    pane.boxes[desk.office.books.id].setFocus()
    desk.key(Key.Key_Space, pane.boxes[desk.office.books.id])
    assert pane.boxes[desk.office.books.id].hasFocus()
    assert units.all()[0].needs_approval
    desk.take_back()
    assert not units.all()[0].needs_approval
    assert not pane.boxes[desk.office.books.id].isChecked()
    desk.click(desk.row(Task.UNITS).button)
    assert pane.confirm_button.hasFocus()
    desk.key(Key.Key_Space, pane.confirm_button)
    assert desk.done() == [Task.UNITS]
    assert desk.selected() is Task.ACCOUNTS
    desk.take_back()
    assert desk.done() == []


def test_accounts_are_confirmed_and_the_confirmation_is_taken_back_later(desk: SetUpDesk) -> None:
    desk.go(Task.ACCOUNTS)
    pane = desk.panel.pane()
    assert isinstance(pane, AccountsPane)
    desk.click(pane.confirm_button)
    assert desk.done() == [Task.ACCOUNTS]
    row = desk.panel.list.rows[Task.ACCOUNTS]
    assert isinstance(row, DoneRow)
    desk.click(row.review)
    assert (desk.screen.tabs.value(), desk.selected()) == ("staff", Task.ACCOUNTS)
    desk.section("set_up")
    desk.click(pane.open_button)
    assert desk.done() == []


def test_a_rule_is_switched_on_in_the_pane_and_without_rules_the_panel_opens(desk: SetUpDesk) -> None:
    desk.go(Task.ROUTING)
    desk.key(Key.Key_Return)
    assert desk.screen.tabs.value() == "routing"
    rules = desk.office.services.routing_rules
    made = rules.add(
        desk.office.administrator, "کتاب", Conditions(words=("کتاب",)), Consequence(desk.office.books.id)
    )
    desk.section("set_up")
    pane = desk.panel.pane()
    assert isinstance(pane, RoutingPane)
    desk.key(Key.Key_Return)
    assert pane.boxes[made.id].hasFocus()
    desk.key(Key.Key_Space, pane.boxes[made.id])
    assert rules.all()[0].active
    assert desk.done() == [Task.ROUTING]
    desk.take_back()
    assert not rules.all()[0].active


def test_the_calendar_is_confirmed_beside_its_days(desk: SetUpDesk) -> None:
    desk.go(Task.CALENDAR)
    pane = desk.panel.pane()
    assert isinstance(pane, CalendarPane)
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Space, pane.confirm_button)
    assert desk.office.services.closures.is_confirmed(1405)
    desk.take_back()
    assert not desk.office.services.closures.is_confirmed(1405)
    desk.click(pane.open_button)
    assert desk.screen.tabs.value() == "closures"


def test_proposed_replies_are_changed_left_out_and_taken_over(desk: SetUpDesk) -> None:
    desk.go(Task.REPLIES)
    pane, templates = desk.panel.pane(), desk.office.services.templates
    assert isinstance(pane, RepliesPane)
    pane.proposed[1].wanted.click()
    pane.proposed[0].text.setPlainText("سلام {nobody}")
    desk.click(pane.accept_button)
    assert "nobody" in pane.refusals.card.words.text()
    assert templates.all() == ()
    pane.proposed[0].text.setPlainText("سلام {name}")
    desk.click(pane.accept_button)
    assert [(one.title, one.active) for one in templates.all()] == [
        ("اعلام دریافت و ارجاع", True),
        ("خارج از صلاحیت اداره", True),
    ]
    assert templates.all()[0].text == "سلام {name}"
    assert desk.done() == [Task.REPLIES]
    desk.take_back()
    assert not any(one.active for one in templates.all())


def test_the_key_of_the_seal_is_made(desk: SetUpDesk, tmp_path: Path, key_store: KeyStore) -> None:
    desk.go(Task.SEAL)
    pane = desk.panel.pane()
    assert isinstance(pane, SealPane)
    pane.ask_file = lambda: tmp_path / "public.txt"
    desk.click(pane.make_button)
    assert pane.refusals.card.field is pane.custodian
    assert not key_store.kept
    type_text(pane.custodian, "نگار صادقی")
    desk.key(Key.Key_Return, pane.custodian)
    assert (tmp_path / "public.txt").exists()
    assert desk.done() == [Task.SEAL]
    assert desk.undo is None
    desk.go(Task.SEAL)
    assert "کد صحت کلید" in pane.fingerprint.text()
    desk.click(pane.make_button)
    assert [type(one).__name__ for one in desk.troubles] == ["SigningError"]


def test_messages_are_switched_on_tried_and_earlier_answers_decided(desk: SetUpDesk, tmp_path: Path) -> None:
    office, services = desk.office, desk.office.services
    contact = Contact(name="علی کریمی", mobile="09121234567")
    new = NewPetition(Kind.REQUEST, Channel.SMS, "پروانهٔ نشر", unit_id=office.books.id, contact=contact)
    made = services.register.register(office.clerk, new)
    taken = services.desk.take(office.clerk, made.id, 1)
    services.desk.resolve(office.clerk, made.id, taken.version, Outcome.ANSWERED, "آماده است")
    services.message_rules.change(office.administrator, MessageSettings(folder=str(tmp_path)))
    desk.go(Task.MESSAGES)
    pane = desk.panel.pane()
    assert isinstance(pane, MessagesPane)
    assert pane.earlier.isHidden()
    assert not pane.confirm_button.isHidden()
    desk.key(Key.Key_Space, pane.boxes[DeliveryMethod.SMS])
    # The task is done, and stays selected: it asks about the answer that was given before.
    assert (desk.done(), desk.selected()) == ([Task.MESSAGES], Task.MESSAGES)
    assert pane.confirm_button.isHidden()
    assert "۱ پاسخ" in pane.earlier.words.text()
    type_text(pane.trial, "09121110000")
    desk.click(pane.trial_button)
    assert desk.selected() is Task.MESSAGES
    assert not pane.earlier.isHidden()
    pick_by_keys(pane.earlier.span, pane.earlier.span.count() - 1)
    desk.click(pane.earlier.decide_button)
    assert desk.selected() is Task.BACKUP
    written = services.delivery.write(office.manager, tmp_path)
    assert written.messages == {"sms": 1}
    # Nothing is left to be asked about, and nothing goes twice.
    desk.go(Task.MESSAGES)
    assert pane.earlier.isHidden()
    assert services.delivery.write(office.manager, tmp_path).messages == {}
