"""The details pane: hostile and very long texts, the time line, why this date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocumentFragment
from PySide6.QtWidgets import QTextEdit

from desktop_app.office.settings import AnswerDeadline
from desktop_app.people.petitioners import Contact
from desktop_app.persian.joined_numbers import without_isolates
from desktop_app.petitions.history.sentences import sentence
from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from tests.conftest import NOON
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import click, press
from ui.petitions.desk.citizen_text import AT_ONCE, CitizenText
from ui.petitions.desk.history_words import time_line
from ui.petitions.lists.columns import PetitionColumn
from ui.widgets.pane_popup import PanePopup
from ui.widgets.plain import PlainLabel

HTML = '<img src="file:///etc/passwd"><b onclick="x">سلام</b> <a href="http://x">اینجا</a>'
OVERRIDE = "پرداخت \u202e۰۰۰۱\u202c ریال\u0007"


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


def page_of(clerk: DeskWindow) -> QTextEdit:
    return clerk.screen.details.body.text.page


COMPANY = "شرکت تعاونی چندمنظوره ناشران و پدیدآورندگان آثار فرهنگی و هنری " * 6


def test_a_long_name_is_cut_in_the_list_told_in_its_tip_and_whole_in_the_details(clerk: DeskWindow) -> None:
    name = COMPANY[:398] + "پی"
    petition = clerk.office.petition("متن", subject="نام بلند", name=name)
    clerk.show(View.ALL, keep=petition.id)
    model = clerk.screen.model
    row = model.table_row_of(petition.id)
    assert row is not None
    cell = model.index(row, PetitionColumn.SENDER)
    assert len(str(model.data(cell))) <= 200
    tip = QTextDocumentFragment.fromHtml(str(model.data(cell, Qt.ItemDataRole.ToolTipRole)))
    assert tip.toPlainText() == name
    head = clerk.screen.details.head
    assert head.facts.sender_label.text() == name
    # All of its lines are there, and nothing of it is behind what stands beside and below.
    needed = head.facts.sender_label.heightForWidth(head.facts.sender_label.width())
    assert head.facts.sender_label.height() >= needed > 2 * head.facts.sender_label.fontMetrics().height()
    assert head.facts.origin.geometry().top() >= head.facts.sender_label.geometry().bottom()
    other = clerk.office.petition("متن دوم", subject="نام کوتاه", name="آرش")
    clerk.show(View.ALL, keep=other.id)
    assert head.facts.origin.geometry().center().y() == head.facts.sender_label.geometry().center().y()


def test_html_of_a_citizen_is_shown_as_it_was_written(clerk: DeskWindow) -> None:
    made = clerk.office.petition(HTML, subject="<h1>موضوع</h1>", name="<i>نام</i>")
    clerk.show(keep=made.id)
    assert page_of(clerk).toPlainText() == HTML
    assert clerk.screen.details.head.title.text() == "<h1>موضوع</h1>"
    for label in clerk.screen.details.findChildren(PlainLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_tool_tip_of_the_list_does_not_become_a_page(clerk: DeskWindow) -> None:
    made = clerk.office.petition(HTML, subject="<h1>موضوع</h1>")
    clerk.show(keep=made.id)
    model = clerk.screen.model
    tip = str(model.data(model.index(model.rowCount() - 1, 2), Qt.ItemDataRole.ToolTipRole))
    assert "&lt;h1&gt;" in tip
    assert "<img" not in tip


def test_direction_overrides_and_control_characters_are_shown_and_not_obeyed(clerk: DeskWindow) -> None:
    made = clerk.office.petition(OVERRIDE, subject="عنوان \u202eوارونه")
    clerk.show(keep=made.id)
    page = page_of(clerk)
    shown = page.toPlainText()
    assert shown == "پرداخت ◊۰۰۰۱◊ ریال◊"
    cursor = page.textCursor()
    tips = []
    for place, letter in enumerate(shown, start=1):
        cursor.setPosition(place)
        tips += [cursor.charFormat().toolTip()] * (letter == "◊")
    assert ["راست‌به‌چپ" in tips[0], "پایان جهت" in tips[1], "زنگ" in tips[2]] == [True] * 3
    cursor.setPosition(9)
    cursor.setPosition(len(shown), cursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    assert page.createMimeDataFromSelection().text() == "۰۰۱[پایان جهت] ریال[زنگ]"
    assert "\u202e" not in clerk.subjects()[0]
    assert clerk.stored(made.id).text == OVERRIDE


def test_latin_digits_of_a_citizen_look_persian_and_are_copied_as_written(clerk: DeskWindow) -> None:
    text = "😀 تلفن 021-88776655 و نشانی a1@b2.ir، 12 روز\u0007"
    made = clerk.office.petition(text)
    clerk.show(keep=made.id)
    page = page_of(clerk)
    shown = without_isolates(page.toPlainText())
    assert shown == "😀 تلفن ۰۲۱-۸۸۷۷۶۶۵۵ و نشانی a1@b2.ir، ۱۲ روز◊"
    page.selectAll()
    assert page.createMimeDataFromSelection().text() == text.replace("\u0007", "[زنگ]")
    reader = clerk.screen.details.body.text
    reader.show_whole()
    assert "۱۲ روز" in reader.reader.toPlainText()
    found = reader.reader.document().find("۱۲ روز")
    reader.reader.setTextCursor(found)
    assert reader.reader.createMimeDataFromSelection().text() == "12 روز"


def test_a_text_of_a_megabyte_opens_with_its_beginning_and_whole_on_demand(clerk: DeskWindow) -> None:
    text = "واژه " * 200_000
    made = clerk.office.petition(text)
    clerk.show(keep=made.id)
    view: CitizenText = clerk.screen.details.body.text
    assert len(view.page.toPlainText()) == AT_ONCE + 1
    assert view.more.isVisible()
    assert "۱۰۰۰۰۰۰" in view.more.text()
    view.show_whole()
    assert view.reader.isVisible()
    assert view.reader.toPlainText().replace("\n", "") == text
    longest = max(len(line) for line in view.reader.toPlainText().split("\n"))
    assert longest <= 2000


def test_the_time_line_tells_what_happened_in_order_with_the_order_note(clerk: DeskWindow) -> None:
    office = clerk.office
    made = office.taken()
    desk_ = office.services.desk
    desk_.note(office.other_clerk, made.id, "تماس گرفتم")
    now = desk_.refer(clerk.actor, made.id, made.version, office.music.id, "لطفاً پاسخ دهید")
    line = time_line(now.history, clerk.actor.person_id, this_year=NOON.year)
    assert [event.sentence for event in line][1:] == [
        "شما رسیدگی را به‌عهده گرفتید",
        f"{office.other_clerk.name} یادداشت نوشت: تماس گرفتم",
        "شما درخواست را به اداره موسیقی ارجاع دادید",
    ]
    assert line[-1].note == "لطفاً پاسخ دهید"


def test_every_action_of_the_history_has_a_sentence_without_gaps(clerk: DeskWindow) -> None:
    office, desk_ = clerk.office, clerk.office.services.desk
    made = office.taken()
    now = desk_.wait(clerk.actor, made.id, made.version, "دلیل")
    now = desk_.resume(clerk.actor, made.id, now.version, "دلیل")
    now = desk_.hand_over(clerk.actor, made.id, now.version, office.other_clerk.person_id or 0, "دلیل")
    now = desk_.resolve(office.other_clerk, made.id, now.version, Outcome.ANSWERED, "پاسخ")
    now = desk_.archive(office.manager, made.id, now.version)
    now = desk_.reopen(office.manager, made.id, now.version, "دلیل")
    now = desk_.undo(office.manager, made.id, now.version)
    for person in (clerk.actor.person_id, None):
        for event in now.history:
            words = sentence(event, person)
            assert words
            assert "{" not in words
            assert event.action not in words


def test_a_sent_reply_stands_in_full_over_the_time_line(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    reply = "پاسخ بلند. " * 40
    clerk.office.services.desk.resolve(clerk.actor, made.id, made.version, Outcome.ANSWERED, reply)
    clerk.screen.open_petition(made.id)
    clerk.settle()
    labels = [label.text() for label in clerk.screen.details.body.findChildren(PlainLabel)]
    assert reply in labels


def test_why_this_date_names_the_rule_and_every_day_that_did_not_count(clerk: DeskWindow) -> None:
    office = clerk.office
    office.services.office.set_deadlines(office.administrator, (AnswerDeadline("request", None, 5, True),))
    made = office.petition(unit=office.books, received_at=NOON - timedelta(days=1))
    clerk.show(keep=made.id)
    clerk.screen.details.explanation.toggle(clerk.shown)
    clerk.settle()
    popup = clerk.screen.details.findChild(PanePopup)
    assert isinstance(popup, PanePopup)
    assert popup.isVisible()
    said = "\n".join(label.text() for label in popup.findChildren(PlainLabel))
    assert "۵ روز کاری" in said
    assert "تعطیل آخر هفته" in said
    assert "پنجشنبه" in said.replace("\u200c", "")
    # Nobody has confirmed the calendar of that year yet.
    assert "تقویم سال ۱۴۰۵ هنوز تأیید نشده است" in said
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.screen.details.findChild(PanePopup) is None
    office.services.closures.confirm(office.administrator, 1405)
    clerk.screen.details.explanation.toggle(clerk.shown)
    clerk.settle()
    popup = clerk.screen.details.findChild(PanePopup)
    assert isinstance(popup, PanePopup)
    assert "تأیید نشده" not in "\n".join(label.text() for label in popup.findChildren(PlainLabel))


def test_the_popup_stays_in_the_pane_when_the_window_grows(clerk: DeskWindow) -> None:
    made = clerk.office.petition()
    clerk.window.resize(960, 600)
    clerk.screen.open_petition(made.id)
    clerk.settle()
    details = clerk.screen.details
    narrow = details.width()
    details.explanation.toggle(clerk.shown)
    clerk.settle()
    popup = details.findChild(PanePopup)
    assert isinstance(popup, PanePopup)
    clerk.window.resize(1440, 868)
    clerk.settle()
    assert details.width() < narrow
    assert popup.isVisible()
    assert details.rect().contains(popup.geometry())


def test_the_code_is_copied_in_latin_digits(clerk: DeskWindow) -> None:
    made = clerk.office.petition()
    clerk.show(keep=made.id)
    copy = "کپی کد رهگیری"
    [act] = [act for act in clerk.screen.details.head.menu().actions() if act.text() == copy]
    act.trigger()
    assert QGuiApplication.clipboard().text() == made.tracking_code
    assert "۰" <= clerk.screen.details.head.code.text()[1] <= "۹"


def test_another_name_of_the_sender_s_number_is_a_mark_for_the_clerk(office: TestOffice) -> None:
    for name in ("علی کریمی", "مریم کریمی"):
        contact = Contact(name=name, mobile="09121234567")
        petition = NewPetition(
            Kind.REQUEST, Channel.PORTAL, f"متن {name}", contact=contact, unit_id=office.books.id
        )
        office.services.register.register_many(office.pc, [petition])
    with desk(office, office.clerk) as clerk:
        clerk.show()
        remark = clerk.screen.details.head.facts.remark
        assert remark.isVisible()
        assert clerk.shown.other_names
        assert f"«{clerk.shown.other_names[0]}»" in remark.text()
        clerk.show(keep=office.petition("دیگر", unit=office.books).id)
        assert not remark.isVisible()


def test_identifiers_are_masked_for_those_who_do_not_work_on_it(office: TestOffice) -> None:
    made = office.taken(kind=Kind.COMPLAINT)
    office.informed(made)
    with desk(office, office.music_clerk) as other:
        other.show(View.ALL, keep=made.id)
        assert other.shown.masked
        # A clerk who was told of it has nothing to do with who sent it.
        assert other.screen.details.head.facts.reveal.isHidden()


def test_a_manager_may_read_who_sent_it_and_sees_that_this_is_noted(office: TestOffice) -> None:
    made = office.services.register.register(
        office.clerk,
        NewPetition(
            kind=Kind.REQUEST,
            channel=Channel.PHONE,
            text="درخواست",
            contact=Contact(name="علی کریمی", mobile="09121234567"),
            unit_id=office.books.id,
        ),
    )
    with desk(office, office.manager) as manager:
        manager.show(View.ALL, keep=made.id)
        head = manager.screen.details.head
        assert "۰۹۱۲۱۲۳۴۵۶۷" not in head.facts.contact.text()
        click(head.facts.reveal)
        manager.settle()
        assert "۰۹۱۲۱۲۳۴۵۶۷" in head.facts.contact.text()
        assert head.facts.reveal.isHidden()
        assert "ثبت" in manager.message
        assert manager.shown.history[-1].action == "revealed"
        # It stays while this petition is looked at, and is masked again when it is come back to.
        manager.screen.details.reload()
        manager.settle()
        assert "۰۹۱۲۱۲۳۴۵۶۷" in head.facts.contact.text()
        other = office.petition("دیگر", subject="دیگر")
        manager.show(View.ALL, keep=other.id)
        manager.show(View.ALL, keep=made.id)
        assert "۰۹۱۲۱۲۳۴۵۶۷" not in head.facts.contact.text()


def test_the_pane_follows_the_selection_and_drops_what_comes_too_late(clerk: DeskWindow) -> None:
    first, second = clerk.office.petition("یک", subject="یک"), clerk.office.petition("دو", subject="دو")
    clerk.show(keep=first.id)
    clerk.screen.details.show_petition(second.id)
    clerk.screen.details.show_petition(first.id)
    clerk.settle()
    assert clerk.shown.id == first.id
    assert page_of(clerk).toPlainText() == "یک"


def test_earlier_events_come_when_they_are_asked_for_and_stay(
    clerk: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.petitions.desk.detail.LATEST", 3)
    monkeypatch.setattr("ui.petitions.desk.history_part.MORE", 4)
    desk_service = clerk.office.services.desk
    petition = clerk.office.taken(text="متن")
    for number in range(6):
        desk_service.note(clerk.actor, petition.id, f"یادداشت {number}")
    clerk.show(View.ALL, keep=petition.id)
    body = clerk.screen.details.body
    assert [event.sentence.split(": ")[-1] for event in body.history.timeline.events] == [
        "یادداشت 3", "یادداشت 4", "یادداشت 5",
    ]  # fmt: skip
    assert body.history.count_words() == "۸ رویداد"
    assert body.history.earlier.text() == "رویدادهای پیش از این: ۵"
    body.history.earlier.setFocus()
    press(body.history.earlier, Qt.Key.Key_Return)
    clerk.settle()
    assert len(body.history.timeline.events) == 7
    assert body.history.earlier.text() == "رویدادهای پیش از این: ۱"
    # A note of one's own comes behind what was read.
    desk_service.note(clerk.actor, petition.id, "تازه")
    clerk.screen.refresh()
    clerk.screen.open_petition(petition.id)
    clerk.settle()
    assert body.history.timeline.events[-1].sentence.endswith("تازه")
    body.history.earlier.setFocus()
    press(body.history.earlier, Qt.Key.Key_Return)
    clerk.settle()
    other = clerk.office.petition("متن دوم")
    clerk.show(View.ALL, keep=other.id)
    assert not body.history.earlier.isVisible()
