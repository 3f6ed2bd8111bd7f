"""Registering while the citizen speaks: by keys, checked on the fly, ended with a code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.errors import DatabaseAwayError
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.lists.inbox import ListFilter, Scope
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.registration.reservations import free_codes
from desktop_app.petitions.vocabulary import Channel, Kind, Urgency
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import click, type_text
from ui.petitions.registration.form import RegisterForm
from ui.widgets.empty_state import EmptyState
from ui.workplace import RegisterRequest


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


@pytest.fixture
def form(clerk: DeskWindow) -> RegisterForm:
    clerk.key(Qt.Key.Key_T, control=True)
    found = clerk.screen.registration.form
    assert found is not None
    assert found.isVisible()
    return found


def known_caller(office: TestOffice) -> None:
    contact = Contact(name="زهرا امینی", mobile="09123456789", group="publisher")
    petition = NewPetition(Kind.COMPLAINT, Channel.PHONE, "متن پیشین", "موضوع پیشین", contact)
    office.services.register.register(office.clerk, petition)


def all_of(clerk: DeskWindow) -> list[str]:
    found = clerk.office.services.inbox.find(clerk.actor, ListFilter(scope=Scope.ANY), 50)[1]
    return [row.subject for row in found]


def test_a_call_is_registered_from_the_keyboard_and_its_code_is_read_aloud(
    clerk: DeskWindow, form: RegisterForm
) -> None:
    assert clerk.focus() is form.fields.mobile
    type_text(form.fields.mobile, "۰۹۱۲ ۳۴۵ ۶۷۸۹")
    type_text(form.fields.name, "مریم نوری")
    type_text(form.fields.subject, "تلفن پاسخ نمی‌دهد")
    form.fields.kind.setFocus()
    clerk.key(Qt.Key.Key_2, text="2")
    type_text(form.fields.text, "سه روز است کسی پاسخ نمی‌دهد.")
    clerk.key(Qt.Key.Key_Return, control=True)
    row = clerk.office.services.inbox.find(clerk.actor, ListFilter(), 5)[1][0]
    assert (row.subject, row.kind, row.channel) == ("تلفن پاسخ نمی‌دهد", "complaint", "phone")
    assert row.petitioner_name == "مریم نوری"
    shown = "".join(c for c in form.footer.code.text() if c.isdigit())
    assert "".join(str("۰۱۲۳۴۵۶۷۸۹".index(c)) for c in shown) == row.tracking_code
    click(form.footer.copy_button)
    assert QGuiApplication.clipboard().text() == row.tracking_code


def latin(shown: str) -> str:
    return "".join(str("۰۱۲۳۴۵۶۷۸۹".index(c)) for c in shown if c.isdigit())


def test_the_code_stands_there_while_one_still_types_and_is_the_petitions(
    clerk: DeskWindow, form: RegisterForm
) -> None:
    promised = latin(form.footer.code.text())
    assert len(promised) == 12
    assert form.footer.code.text().strip("\u2066\u2069").split("   ") == [
        "".join("۰۱۲۳۴۵۶۷۸۹"[int(c)] for c in promised[at : at + 4]) for at in (0, 4, 8)
    ]
    assert "با ثبت درخواست معتبر می‌شود" in form.footer.heading.text()
    type_text(form.fields.text, "متن نخست")
    clerk.key(Qt.Key.Key_F6)
    rows = clerk.office.services.inbox.find(clerk.actor, ListFilter(), 5)[1]
    assert [row.tracking_code for row in rows] == [promised]
    # The next form has a code of its own.
    assert latin(form.footer.code.text()) not in ("", promised)


def test_a_form_that_is_put_away_gives_its_code_back_and_gets_another(
    clerk: DeskWindow, form: RegisterForm
) -> None:
    promised = latin(form.footer.code.text())
    type_text(form.fields.text, "متن")
    clerk.key(Qt.Key.Key_Escape)
    assert "با کدی دیگر" in clerk.message
    database = clerk.office.services.database
    with database.reading() as session:
        assert free_codes(session, [promised], database.now(session)) == {promised}
    clerk.key(Qt.Key.Key_T, control=True)
    assert latin(form.footer.code.text()) not in ("", promised)
    clerk.key(Qt.Key.Key_Return, control=True)
    assert len(all_of(clerk)) == 1


def test_while_the_database_is_away_no_code_is_promised(
    clerk: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as away:

        def no_answer(_actor: object) -> str:
            raise DatabaseAwayError(where="srv")

        away.setattr(clerk.office.services.reservations, "reserve", no_answer)
        clerk.key(Qt.Key.Key_T, control=True)
        form = clerk.screen.registration.form
        assert form is not None
        assert (form.footer.code.text(), form.footer.copy_button.isHidden()) == ("", True)
        assert form.footer.heading.text() == "کد پس از ثبت داده می‌شود"
        type_text(form.fields.text, "متن")
        clerk.key(Qt.Key.Key_Return, control=True)
    row = clerk.office.services.inbox.find(clerk.actor, ListFilter(), 5)[1][0]
    assert latin(form.footer.code.text()) == row.tracking_code


def test_a_code_that_lapsed_meanwhile_is_told(clerk: DeskWindow, form: RegisterForm) -> None:
    promised = latin(form.footer.code.text())
    clerk.office.services.reservations.give_back(clerk.actor, promised)
    type_text(form.fields.text, "متن")
    clerk.key(Qt.Key.Key_Return, control=True)
    assert "با کد دیگری ثبت شد" in clerk.message
    assert latin(form.footer.code.text()) not in ("", promised)


def test_a_caller_who_wrote_before_is_recognised_with_their_history(
    clerk: DeskWindow, form: RegisterForm
) -> None:
    known_caller(clerk.office)
    type_text(form.fields.mobile, "09123456789")
    clerk.settle()
    assert form.fields.name.text() == "زهرا امینی"
    assert form.fields.group.code() == "publisher"
    assert form.caller.name.text() == "زهرا امینی"
    assert form.caller.history.model().rowCount() == 1
    assert form.fields.mobile_check.words == "شناخته شد"


def other_caller(office: TestOffice) -> None:
    contact = Contact(name="حسن شریفی", mobile="09351112233", national_id="1234567891", group="artist")
    petition = NewPetition(Kind.REQUEST, Channel.PHONE, "متن دوم", "موضوع دوم", contact)
    office.services.register.register(office.clerk, petition)


def type_number(clerk: DeskWindow, form: RegisterForm, number: str) -> None:
    form.fields.mobile.selectAll()
    type_text(form.fields.mobile, number)
    clerk.settle()


def test_what_a_look_up_filled_follows_the_corrected_number(clerk: DeskWindow, form: RegisterForm) -> None:
    known_caller(clerk.office)
    other_caller(clerk.office)
    fields = form.fields
    type_number(clerk, form, "09123456789")
    assert (fields.name.text(), fields.group.code()) == ("زهرا امینی", "publisher")
    type_number(clerk, form, "09351112233")
    assert (fields.name.text(), fields.group.code()) == ("حسن شریفی", "artist")
    type_number(clerk, form, "09350001122")
    assert (fields.name.text(), fields.group.code()) == ("", "citizen")
    # The national ID of a person leads there as well, and a number that was kept does not take it away.
    type_text(fields.national_id, "1234567891")
    clerk.settle()
    assert fields.name.text() == "حسن شریفی"
    assert not fields.stored_name.isVisible()


def test_what_was_typed_stays_and_one_key_takes_the_stored_name(
    clerk: DeskWindow, form: RegisterForm
) -> None:
    known_caller(clerk.office)
    other_caller(clerk.office)
    fields = form.fields
    type_text(fields.name, "نام دیگر")
    type_number(clerk, form, "09123456789")
    assert fields.name.text() == "نام دیگر"
    assert fields.stored_name.isVisible()
    assert "زهرا امینی" in fields.stored_name.text()
    type_number(clerk, form, "09351112233")
    assert fields.name.text() == "نام دیگر"
    assert "حسن شریفی" in fields.stored_name.text()
    clerk.key(Qt.Key.Key_F4)
    assert fields.name.text() == "حسن شریفی"
    assert not fields.stored_name.isVisible()
    # Taken, it follows the number again; the same name in other letters is no other name.
    type_number(clerk, form, "09123456789")
    assert fields.name.text() == "زهرا امینی"
    fields.name.setText("زهرا اميني")
    assert not fields.stored_name.isVisible()


def test_a_form_that_comes_back_still_knows_what_was_filled_in(clerk: DeskWindow, form: RegisterForm) -> None:
    known_caller(clerk.office)
    other_caller(clerk.office)
    type_number(clerk, form, "09123456789")
    kept = form.fields.written()
    form.fields.clear()
    form.fields.write_again(kept)
    clerk.settle()
    assert form.fields.name.text() == "زهرا امینی"
    type_number(clerk, form, "09351112233")
    assert form.fields.name.text() == "حسن شریفی"


@pytest.mark.parametrize(
    ("who", "answer", "registered", "people"),
    [
        ("clerk", "همان شخص، نام ثبت‌شده", "زهرا امینی", {"زهرا امینی", "حسن شریفی"}),
        ("clerk", "شخص دیگر", "زهرا کریمی", {"زهرا امینی", "زهرا کریمی", "حسن شریفی"}),
        ("manager", "همان شخص، اصلاح نام", "زهرا کریمی", {"زهرا کریمی", "حسن شریفی"}),
    ],
)
def test_a_number_with_another_name_is_asked_about_once(
    office: TestOffice, who: str, answer: str, registered: str, people: set[str]
) -> None:
    known_caller(office)
    other_caller(office)
    with desk(office, getattr(office, who)) as opened:
        opened.key(Qt.Key.Key_T, control=True)
        form = opened.screen.registration.form
        assert form is not None
        type_text(form.fields.name, "زهرا کریمی")
        form.fields.unit.choose(office.books.id)
        type_text(form.fields.text, "متن تماس تازه")
        type_text(form.fields.mobile, "09123456789")
        opened.key(Qt.Key.Key_Return, control=True)
        assert len(all_of(opened)) == 2
        assert form.question is not None
        answers = {button.text(): button for button in form.question.buttons}
        assert ("همان شخص، اصلاح نام" in answers) is (who == "manager")
        click(answers[answer])
        opened.settle()
        row = office.services.inbox.find(opened.actor, ListFilter(scope=Scope.ANY), 50)[1]
        assert {one.petitioner_name for one in row if one.subject == "متن تماس تازه"} == {registered}
        assert {one.name for one in office.services.petitioners.page(office.clerk)} == people
        assert form.last_registered is not None


def test_after_registering_the_head_tells_of_no_kept_form(clerk: DeskWindow, form: RegisterForm) -> None:
    type_text(form.fields.text, "متن")
    clerk.key(Qt.Key.Key_Escape)
    clerk.key(Qt.Key.Key_T, control=True)
    assert form.header.again.text()
    assert form.header.leave.text() == "کنار گذاشتن"
    clerk.key(Qt.Key.Key_Return, control=True)
    assert (form.header.again.text(), form.header.leave.text()) == ("", "بستن")
    assert form.footer.receipt_button.text() == "رسید"
    clerk.key(Qt.Key.Key_Return, control=True)
    # The receipt that can still be printed is not that of the new code.
    assert (form.header.leave.text(), form.footer.receipt_button.text()) == ("کنار گذاشتن", "رسید قبلی")


def test_an_unknown_number_says_so(clerk: DeskWindow, form: RegisterForm) -> None:
    type_text(form.fields.mobile, "09350001122")
    clerk.settle()
    assert form.caller.name.text() == "تماس‌گیرندهٔ جدید"


def test_a_national_id_is_checked_while_it_is_typed(form: RegisterForm) -> None:
    type_text(form.fields.national_id, "۰۰۸۴۵۷۵۹۴")
    assert form.fields.id_check.state == ""
    type_text(form.fields.national_id, "۸")
    assert form.fields.id_check.state == "good"
    form.fields.national_id.setText("0084575949")
    assert form.fields.id_check.state == "bad"


def test_a_wrong_national_id_is_refused_with_a_sentence_and_nothing_is_lost(
    clerk: DeskWindow, form: RegisterForm
) -> None:
    type_text(form.fields.national_id, "1111111111")
    type_text(form.fields.text, "متن")
    clerk.key(Qt.Key.Key_Return, control=True)
    assert all_of(clerk) == []
    assert "کد ملی" in form.refusals.card.words.text()
    assert form.refusals.card.field is form.fields.national_id
    assert clerk.focus() is form.fields.national_id
    assert form.fields.text.toPlainText() == "متن"


def test_a_petition_without_words_is_refused(clerk: DeskWindow, form: RegisterForm) -> None:
    type_text(form.fields.name, "کسی")
    clerk.key(Qt.Key.Key_Return, control=True)
    assert all_of(clerk) == []
    assert clerk.focus() is form.fields.text


def test_register_and_next_clears_the_form_and_leaves_the_code(clerk: DeskWindow, form: RegisterForm) -> None:
    type_text(form.fields.text, "متن نخست")
    clerk.key(Qt.Key.Key_F6)
    assert form.fields.is_empty()
    assert form.footer.code.text()
    assert clerk.focus() is form.fields.mobile
    type_text(form.fields.text, "متن دوم")
    clerk.key(Qt.Key.Key_F6)
    assert len(all_of(clerk)) == 2


def test_escape_puts_the_form_aside_and_the_draft_comes_back(clerk: DeskWindow, form: RegisterForm) -> None:
    type_text(form.fields.subject, "نیمه‌کاره")
    clerk.key(Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert "کنار گذاشته شد" in clerk.message
    clerk.window.go("inbox", RegisterRequest())
    clerk.settle()
    assert form.isVisible()
    assert form.fields.subject.text() == "نیمه‌کاره"


def test_what_was_registered_does_not_come_back(clerk: DeskWindow, form: RegisterForm) -> None:
    type_text(form.fields.text, "متن")
    clerk.key(Qt.Key.Key_Return, control=True)
    clerk.key(Qt.Key.Key_Return, control=True)
    assert form.fields.is_empty()
    assert len(all_of(clerk)) == 1


def test_unit_urgency_and_channel_go_with_it(clerk: DeskWindow, form: RegisterForm) -> None:
    form.fields.unit.choose(clerk.office.music.id)
    form.fields.urgency.choose(Urgency.URGENT)
    form.fields.channel.choose(Channel.LETTER)
    assert form.fields.letter.isVisible()
    type_text(form.fields.letter, "۱۴۰۵/۱۲۳")
    type_text(form.fields.text, "نامه‌ای رسید")
    clerk.key(Qt.Key.Key_Return, control=True)
    row = clerk.office.services.inbox.find(clerk.actor, ListFilter(), 5)[1][0]
    assert (row.unit_id, row.urgency, row.channel) == (clerk.office.music.id, "urgent", "letter")
    assert clerk.stored(row.id).letter_number is not None


def test_an_earlier_petition_opens_from_the_history(clerk: DeskWindow, form: RegisterForm) -> None:
    known_caller(clerk.office)
    type_text(form.fields.mobile, "09123456789")
    clerk.settle()
    form.caller.history.setFocus()
    form.caller.history.go_to(0)
    clerk.key(Qt.Key.Key_Return)
    assert not form.isVisible()
    assert clerk.shown.subject == "موضوع پیشین"


def test_a_reviewer_is_told_who_registers(office: TestOffice) -> None:
    with desk(office, office.reviewer) as reviewer:
        reviewer.window.go("inbox", RegisterRequest())
        reviewer.settle()
        form = reviewer.screen.registration.form
        assert form is not None
        assert form.findChildren(EmptyState)
        form.register()
        reviewer.settle()
        assert all_of(reviewer) == []


def test_what_is_too_long_is_told_and_never_cut(clerk: DeskWindow, form: RegisterForm) -> None:
    form.fields.name.setText("ب" * 401)
    type_text(form.fields.text, "متن")
    clerk.key(Qt.Key.Key_Return, control=True)
    assert all_of(clerk) == []
    assert "«نام» بیش از اندازه بلند است" in form.refusals.card.words.text()
    assert clerk.focus() is form.fields.name
    form.fields.name.setText("ب" * 400)
    clerk.key(Qt.Key.Key_Return, control=True)
    [row] = clerk.office.services.inbox.find(clerk.actor, ListFilter(scope=Scope.ANY), 5)[1]
    assert row.petitioner_name == "ب" * 400
