"""Notices in the window: registering one on the telephone, finding it, closing it, completing its identity."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from desktop_app.office.settings import AnswerDeadline, IdentityRule
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.history.sentences import sentence
from desktop_app.petitions.lists.filters import ListFilter
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Move, Outcome
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.petitions.test_notices import ID, MOBILE, events, registered, require
from tests.ui.choosing import choose
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import activate, click, press, type_text
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.petitions.desk.completing import CompletionDialog
from ui.petitions.registration.form import RegisterForm
from ui.widgets.plain import PlainLabel
from ui.workplace import Workplace

Key = Qt.Key
PHONE = IdentityRule(None, "phone", ("name", "national_id"))


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    require(sqlite_office, PHONE, IdentityRule("complaint", None, ("name", "national_id")))
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


@pytest.fixture
def form(clerk: DeskWindow) -> RegisterForm:
    clerk.key(Key.Key_T, control=True)
    found = clerk.screen.registration.form
    assert found is not None
    return found


def only_row(clerk: DeskWindow) -> int:
    [row] = clerk.office.services.inbox.find(clerk.actor, ListFilter(), 5)[1]
    return row.id


def test_the_clerk_reads_a_sentence_out_loud_and_marks_that_it_was_said(
    clerk: DeskWindow, form: RegisterForm
) -> None:
    assert not form.notice.isVisible()
    type_text(form.fields.mobile, MOBILE)
    type_text(form.fields.text, "صدای کنسرت همسایه‌ها را آزار می‌دهد.")
    clerk.settle()
    assert form.notice.isVisible()
    assert "نام" in form.notice.why.text()
    assert "کد ملی" in form.notice.why.text()
    assert "پاسخی به آن داده نمی‌شود" in form.notice.sentence.text()
    # Not registered before it was said; the focus stands on the mark.
    clerk.key(Key.Key_Return, control=True)
    assert clerk.office.services.inbox.find(clerk.actor, ListFilter(), 5)[1] == ()
    assert clerk.focus() is form.notice.said
    clerk.key(Key.Key_Space)
    clerk.key(Key.Key_Return, control=True)
    number = only_row(clerk)
    first = events(clerk.office, number)[0]
    assert (first.after["notice"], first.after["said"]) == (True, True)
    assert "به فرستنده گفته شد" in sentence(first, None)
    assert "بدون پاسخ" in clerk.message
    # The next call begins without the mark of this one.
    clerk.key(Key.Key_Return, control=True)
    assert not form.notice.isVisible()
    assert not form.notice.said.isChecked()


def test_what_the_caller_gives_after_all_makes_the_sentence_disappear(
    clerk: DeskWindow, form: RegisterForm
) -> None:
    type_text(form.fields.text, "متن")
    assert form.notice.isVisible()
    type_text(form.fields.name, "علی کریمی")
    assert form.notice.missing == ("national_id",)
    type_text(form.fields.national_id, ID[:9])
    assert form.notice.isVisible()
    type_text(form.fields.national_id, ID[9:])
    assert not form.notice.isVisible()
    clerk.key(Key.Key_Return, control=True)
    assert not clerk.office.services.desk.peek(clerk.actor, only_row(clerk)).notice


def test_a_letter_is_nobody_who_listens(clerk: DeskWindow, form: RegisterForm) -> None:
    form.fields.channel.choose(Channel.LETTER)
    form.fields.kind.choose(Kind.COMPLAINT.value)
    type_text(form.fields.text, "متن نامه")
    clerk.settle()
    assert form.notice.isVisible()
    assert not form.notice.sentence.isVisible()
    assert not form.notice.said.isVisible()
    clerk.key(Key.Key_Return, control=True)
    assert clerk.office.services.desk.peek(clerk.actor, only_row(clerk)).notice


def test_a_known_caller_whose_national_id_is_on_file_is_asked_for_nothing(
    clerk: DeskWindow, form: RegisterForm
) -> None:
    known = NewPetition(
        Kind.REQUEST, Channel.LETTER, "پیشین", contact=Contact("زهرا امینی", ID, MOBILE),
        unit_id=clerk.office.music.id,
    )  # fmt: skip
    clerk.office.services.register.register(clerk.office.music_clerk, known)
    type_text(form.fields.mobile, MOBILE)
    clerk.settle()
    type_text(form.fields.text, "متن")
    assert form.fields.name.text() == "زهرا امینی"
    assert not form.notice.isVisible()
    # Another name on the same phone is another person.
    type_text(form.fields.name, " پور")
    assert form.notice.isVisible()


def test_a_notice_shows_itself_in_the_list_and_is_closed_without_a_reply(
    office: TestOffice, clerk: DeskWindow
) -> None:
    number = registered(office, kind=Kind.REQUEST, channel=Channel.PHONE, told=True, name="علی").id
    office.services.desk.take(office.clerk, number, 1)
    clerk.show(keep=number)
    head = clerk.screen.details.head
    assert head.notice.isVisible()
    assert head.notice.words == "بدون پاسخ"
    assert "ناقص" in head.facts._due.text()
    lock = head.buttons[Move.RESOLVE]
    assert lock.isVisible()
    assert not lock.isEnabled()
    assert "مشخصات فرستنده ناقص است" in lock.toolTip()
    assert head.buttons[Move.CLOSE].isVisible()
    clerk.focus_table()
    clerk.letter("x")
    composer = clerk.screen.details.composer
    assert composer.mode is Move.CLOSE
    assert composer.reply.outcome.code() is Outcome.NOTED
    type_text(composer.edit, "به واحد نظارت گفته شد")
    clerk.key(Key.Key_Return, control=True)
    assert office.services.desk.peek(office.clerk, number).outcome == "noted"


def test_an_ordinary_petition_is_not_closed_as_noted(office: TestOffice, clerk: DeskWindow) -> None:
    number = office.taken().id
    clerk.show(keep=number)
    assert not clerk.screen.details.head.notice.isVisible()
    clerk.focus_table()
    clerk.letter("x")
    outcome = clerk.screen.details.composer.reply.outcome
    assert outcome.findText("رسیدگی بدون پاسخ") == -1


def test_its_identity_is_completed_from_the_keyboard(office: TestOffice, clerk: DeskWindow) -> None:
    office.services.office.set_deadlines(office.administrator, (AnswerDeadline(None, None, 5, False),))
    number = registered(office, kind=Kind.COMPLAINT, channel=Channel.LETTER, name="علی کریمی").id
    clerk.show(keep=number)
    assert clerk.screen.details.head.facts.complete.isVisible()
    clerk.focus_table()
    press(clerk.screen.table, Key.Key_I, Qt.KeyboardModifier.ShiftModifier, "I")
    clerk.settle()
    dialog = clerk.screen.completing.dialog
    assert isinstance(dialog, CompletionDialog)
    assert dialog.fields["name"].text() == "علی کریمی"
    assert [name for name, field in dialog.fields.items() if field.isReadOnly()] == ["name"]
    assert dialog.fields["national_id"].hasFocus()
    captions = [one.text() for one in dialog.findChildren(PlainLabel)]
    assert {"نام (ثبت‌شده)", "کد ملی (لازم)"} <= set(captions)
    type_text(dialog.fields["name"], "راد")
    assert dialog.fields["name"].text() == "علی کریمی"
    type_text(dialog.fields["national_id"], "۱۲۳")
    press(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_all()
    assert dialog.isVisible()
    assert dialog.refusals.card.isVisible()
    dialog.fields["national_id"].clear()
    press(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_all()
    assert "کم است" in dialog.refusals.card.words.text()
    type_text(dialog.fields["national_id"], "۰۴۹۹۳۷۰۸۹۹")
    press(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    assert not shiboken6.isValid(dialog)
    detail = office.services.desk.peek(office.clerk, number)
    assert (detail.notice, detail.due_on is not None) == (False, True)
    assert detail.history[-1].after["fields"] == ["national_id"]
    assert not clerk.screen.details.head.notice.isVisible()
    assert "درخواست عادی" in clerk.message
    assert "مشخصات متقاضی را کامل کردید" in sentence(detail.history[-1], office.clerk.person_id)


def test_for_another_petition_the_command_says_that_it_is_no_notice(
    office: TestOffice, clerk: DeskWindow
) -> None:
    clerk.show(keep=office.taken().id)
    clerk.screen.completing.action.trigger()
    clerk.settle()
    assert clerk.screen.completing.dialog is None
    assert "کامل است" in clerk.message


def test_the_filter_finds_notices(office: TestOffice, clerk: DeskWindow) -> None:
    notice = registered(office, name="علی").id
    office.taken()
    clerk.show()
    assert len(clerk.subjects()) == 2
    bar = clerk.screen.filter
    bar.finder.ask_more()
    choose(clerk, "مشخصات ناقص")
    assert bar.wanted().notice
    assert bar.chips["notice"].isVisible()
    assert "بدون پاسخ هستند" in bar.accessibleName()
    assert len(clerk.subjects()) == 1
    assert clerk.shown.id == notice


# Administration


@pytest.fixture
def administration(
    qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path
) -> tuple[AdministrationScreen, list[str]]:
    workplace = Workplace(sqlite_office.services, sqlite_office.administrator, Settings(data_folder=tmp_path))
    screen = AdministrationScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1200, 900)
    said: list[str] = []
    screen.message.connect(lambda sentence, _undo: said.append(sentence))
    activate(screen)
    screen.tabs.choose("identity")
    screen.shown()
    assert jobs.wait_all()
    return screen, said


def tick(box: QCheckBox) -> None:
    press(box, Key.Key_Space)


def test_an_administrator_says_what_is_required_and_takes_it_back(
    administration: tuple[AdministrationScreen, list[str]], sqlite_office: TestOffice
) -> None:
    screen, said = administration
    panel, rules = screen.identity, sqlite_office.services.office.identity_rules
    panel.kind.choose("complaint")
    tick(panel.fields["name"])
    tick(panel.fields["national_id"])
    click(panel.save_button)
    assert jobs.wait_all()
    assert rules() == (IdentityRule("complaint", None, ("name", "national_id")),)
    assert said == ["قاعدهٔ «شکایت · هر راه دریافت» ذخیره شد."]
    tick(panel.fields["mobile"])
    click(panel.save_button)
    assert jobs.wait_all()
    assert rules() == (IdentityRule("complaint", None, ("name", "national_id", "mobile")),)
    # A second rule of the same kind and channel is refused.
    panel.start_new()
    panel.kind.choose("complaint")
    click(panel.save_button)
    assert jobs.wait_all()
    assert panel.refusals.card.field is panel.channel
    assert len(rules()) == 1
    panel.channel.choose("sms")
    click(panel.save_button)
    assert jobs.wait_all()
    assert rules()[1] == IdentityRule("complaint", "sms", ())
    assert not panel.refusals.card.isVisible()
    press(panel.roster, Key.Key_Up)
    assert jobs.wait_all()
    click(panel.remove_button)
    assert jobs.wait_all()
    assert rules() == (IdentityRule("complaint", "sms", ()),)
