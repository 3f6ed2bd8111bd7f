"""Moves of the desk by keys, in the real window on a real database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.petitions.lists.inbox import Scope, View
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.vocabulary import Channel, Kind, Move, Outcome, Purpose, Status
from desktop_app.wording.errors import rule_sentence
from tests.department import TestOffice
from tests.petitions.outbox.sending import by
from tests.ui.choosing import choose_music, choose_recipient
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import click
from ui.petitions.desk.sending import Mode
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.plain import PlainLabel


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


def test_the_key_takes_a_referred_petition_under_both_layouts(clerk: DeskWindow) -> None:
    for letter in "aش":
        made = clerk.office.petition(f"متن {letter}", unit=clerk.office.books)
        clerk.show(View.MY_UNIT, keep=made.id)
        clerk.letter(letter)
        now = clerk.stored(made.id)
        assert now.status is Status.IN_PROGRESS
        assert now.assignee_id == clerk.actor.person_id
        assert "اکنون با شماست" in clerk.message
        clerk.window.message_bar.clear()


def test_a_key_struck_before_the_petition_is_read_is_obeyed_when_it_is(clerk: DeskWindow) -> None:
    first = clerk.office.petition("یک", unit=clerk.office.books)
    second = clerk.office.petition("دو", unit=clerk.office.books)
    clerk.show(View.MY_UNIT, keep=first.id)
    clerk.screen.details.show_petition(second.id)
    clerk.screen.details.ask(Move.TAKE)
    clerk.settle()
    assert clerk.stored(second.id).status is Status.IN_PROGRESS
    assert clerk.stored(first.id).status is Status.REFERRED


def test_a_note_is_written_and_stands_in_the_history(clerk: DeskWindow) -> None:
    for letter in "nد":
        made = clerk.office.petition(f"متن {letter}", unit=clerk.office.books)
        clerk.show(keep=made.id)
        clerk.letter(letter)
        assert clerk.mode is Mode.NOTE
        assert clerk.focus() is clerk.screen.details.composer.edit
        clerk.write("با متقاضی تماس گرفته شد.")
        clerk.send()
        last = clerk.stored(made.id).history[-1]
        assert (last.action, last.text) == ("note", "با متقاضی تماس گرفته شد.")
        assert clerk.screen.details.composer.text() == ""
        clerk.focus_table()


def test_a_petition_is_referred_with_an_order_note(clerk: DeskWindow) -> None:
    for letter in "rق":
        made = clerk.office.taken(text=f"متن {letter}")
        clerk.show(View.MINE, keep=made.id)
        clerk.letter(letter)
        assert clerk.mode is Mode.ORDER
        choose_music(clerk.screen.details.composer.order, clerk.office)
        clerk.write("لطفاً تا شنبه پاسخ داده شود.")
        clerk.send()
        now = clerk.stored(made.id)
        assert (now.status, now.unit_id) == (Status.REFERRED, clerk.office.music.id)
        assert now.referrals[-1].order_note == "لطفاً تا شنبه پاسخ داده شود."
        assert "اداره موسیقی" in clerk.message
        clerk.window.message_bar.clear()
        clerk.focus_table()


def test_what_is_in_progress_is_not_referred_without_a_note(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("r")
    choose_music(clerk.screen.details.composer.order, clerk.office)
    clerk.send()
    assert clerk.stored(made.id).status is Status.IN_PROGRESS
    assert "هامش" in clerk.screen.details.composer.refusal.words.text()


def test_a_referral_wants_a_unit(clerk: DeskWindow) -> None:
    made = clerk.office.petition()
    clerk.show(keep=made.id)
    clerk.letter("r")
    clerk.send()
    assert clerk.stored(made.id).status is Status.REGISTERED
    assert "واحد" in clerk.screen.details.composer.refusal.words.text()


def test_a_unit_is_told_for_information_and_the_petition_stays(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("r")
    composer = clerk.screen.details.composer
    choose_music(composer.order, clerk.office)
    composer.order.purpose.choose(Purpose.INFORMATION)
    clerk.write("جهت اطلاع")
    clerk.send()
    now = clerk.stored(made.id)
    assert now.status is Status.IN_PROGRESS
    assert now.referrals[-1].purpose is Purpose.INFORMATION


def test_resolving_sends_the_reply_and_goes_to_the_next_one(clerk: DeskWindow) -> None:
    for letter in "dی":
        first, second = (
            clerk.office.taken(text=f"{subject} {letter}", subject=subject) for subject in ("نخست", "دوم")
        )
        clerk.show(View.MINE, keep=first.id)
        clerk.letter(letter)
        assert clerk.mode is Mode.REPLY
        reply = clerk.screen.details.composer.reply
        reply.outcome.choose(Outcome.GRANTED)
        reply.satisfaction.choose(4)
        clerk.write("مجوز صادر شد.")
        clerk.send()
        now = clerk.stored(first.id)
        assert (now.status, now.outcome, now.satisfaction) == (Status.RESOLVED, "granted", 4)
        assert now.replies[-1].text == "مجوز صادر شد."
        assert clerk.shown.id == second.id
        clerk.focus_table()
    # A command on a petition that is still being read is dropped when another one is chosen.
    details = clerk.screen.details
    details.show_petition(first.id)
    click(details.head.buttons[Move.WAIT])
    details.show_petition(second.id)
    clerk.settle()
    assert (clerk.shown.id, clerk.mode) == (second.id, Mode.NOTE)


def test_an_empty_reply_resolves_nothing(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("e")
    clerk.send()
    assert clerk.stored(made.id).status is Status.IN_PROGRESS
    assert "خالی" in clerk.screen.details.composer.refusal.words.text()


def test_a_resolved_petition_is_reopened_with_a_reason(clerk: DeskWindow) -> None:
    for letter in "oخ":
        made = clerk.office.taken(text=f"متن {letter}")
        done = clerk.office.services.desk.resolve(
            clerk.actor, made.id, made.version, Outcome.ANSWERED, "پاسخ"
        )
        clerk.show(scope=Scope.CLOSED, keep=done.id)
        clerk.letter(letter)
        assert clerk.mode is Move.REOPEN
        clerk.send()
        assert clerk.stored(made.id).status is Status.RESOLVED
        clerk.write("مدرک تازه رسید.")
        clerk.send()
        assert clerk.stored(made.id).status is Status.IN_PROGRESS
        clerk.focus_table()


def test_undo_takes_the_last_move_back_and_the_history_shows_both(clerk: DeskWindow) -> None:
    for key in (Qt.Key.Key_Z, ord("ظ")):
        made = clerk.office.petition(f"متن {key}", unit=clerk.office.books)
        clerk.show(View.MY_UNIT, keep=made.id)
        clerk.letter("a")
        clerk.key(key, control=True)
        now = clerk.stored(made.id)
        assert (now.status, now.assignee_id) == (Status.REFERRED, None)
        assert [event.action for event in now.history] == ["registered", "take", "undo"]


def facts_of(question: ConfirmDialog | None) -> list[str]:
    assert question is not None
    assert question.isVisible()
    return [line.text() for line in question.findChildren(PlainLabel)]


def test_behind_a_note_the_older_act_is_offered_by_its_name(clerk: DeskWindow) -> None:
    made = clerk.office.petition(unit=clerk.office.books)
    clerk.show(View.MY_UNIT, keep=made.id)
    clerk.letter("a")
    clerk.letter("n")
    clerk.write("زنگ زدم.")
    clerk.send()
    clerk.focus_table()
    clerk.key(Qt.Key.Key_Z, control=True)
    assert clerk.stored(made.id).status is Status.IN_PROGRESS
    question = clerk.screen.details.moves.question
    facts = facts_of(question)
    assert f"• {made.subject} ({shown_code(made.tracking_code)})" in facts
    assert any("به‌عهده گرفت" in fact for fact in facts)
    assert any("یادداشت" in fact for fact in facts)
    assert question is not None
    click(question.buttons[0])
    clerk.settle()
    now = clerk.stored(made.id)
    assert (now.status, [event.action for event in now.history][-1]) == (Status.REFERRED, "undo")
    assert "به‌عهده گرفتن" in clerk.message


def test_an_act_whose_message_is_gone_is_taken_back_after_a_question(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("d")
    clerk.write("پاسخ")
    clerk.send()
    bar = clerk.window.message_bar
    said = bar.text
    bar.hide()
    clerk.focus_table()
    clerk.key(Qt.Key.Key_Z, control=True)
    assert clerk.stored(made.id).status is Status.RESOLVED
    assert said in facts_of(bar.question)
    assert bar.question is not None
    bar.question.reject()
    # Refused, it can still be taken back.
    clerk.key(Qt.Key.Key_Z, control=True)
    click(bar.question.buttons[0])
    clerk.settle()
    assert clerk.stored(made.id).status is Status.IN_PROGRESS


def test_what_is_not_on_the_screen_is_not_taken_back_without_a_question(clerk: DeskWindow) -> None:
    answered, other = clerk.office.taken(text="الف", subject="موضوع یکم"), clerk.office.taken(text="ب")
    clerk.show(View.MINE, keep=answered.id)
    clerk.letter("d")
    clerk.write("پاسخ")
    clerk.send()
    clerk.show(View.MINE, keep=other.id)
    clerk.letter("n")
    clerk.write("زنگ زدم.")
    clerk.send()
    clerk.focus_table()
    clerk.key(Qt.Key.Key_Z, control=True)
    assert clerk.stored(answered.id).status is Status.RESOLVED
    facts = facts_of(clerk.screen.details.moves.question)
    assert f"• موضوع یکم ({shown_code(answered.tracking_code)})" in facts


def test_undo_brings_a_resolved_petition_back_from_the_message_bar(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("d")
    clerk.write("پاسخ")
    clerk.send()
    assert clerk.stored(made.id).status is Status.RESOLVED
    click(clerk.window.message_bar.undo_button)
    clerk.settle()
    now = clerk.stored(made.id)
    assert (now.status, now.outcome) == (Status.IN_PROGRESS, None)


def test_an_answer_that_was_given_before_something_else_is_not_taken_back_without_a_question(
    clerk: DeskWindow,
) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("d")
    clerk.write("پاسخ")
    clerk.send()
    clerk.screen.registration.imported.emit(41)
    clerk.settle()
    clerk.window.message_bar.say("۴۱ ردیف وارد شد.")
    clerk.focus_table()
    clerk.key(Qt.Key.Key_Z, control=True)
    assert clerk.stored(made.id).status is Status.RESOLVED
    question = clerk.screen.details.moves.question
    assert question is not None
    assert any(shown_code(made.tracking_code) in one.text() for one in question.findChildren(PlainLabel))
    click(question.buttons[0])
    clerk.settle()
    assert clerk.stored(made.id).status is Status.IN_PROGRESS


def test_a_complaint_is_never_closed_by_its_assignee_and_the_button_says_why(clerk: DeskWindow) -> None:
    made = clerk.office.taken(kind=Kind.COMPLAINT)
    clerk.show(View.MINE, keep=made.id)
    button = clerk.screen.details.head.buttons[Move.RESOLVE]
    why = rule_sentence("complaint_never_by_assignee")
    assert button.isVisible()
    assert not button.isEnabled()
    assert button.toolTip() == why
    clerk.focus_table()
    clerk.letter("x")
    clerk.write("تکراری است.")
    clerk.send()
    assert clerk.stored(made.id).status is Status.IN_PROGRESS


def test_the_colleague_of_the_assignee_closes_the_complaint(office: TestOffice) -> None:
    made = office.taken(kind=Kind.COMPLAINT)
    with desk(office, office.other_clerk) as other:
        other.show(View.MY_UNIT, keep=made.id)
        other.letter("d")
        other.write("به شکایت رسیدگی شد.")
        other.send()
        assert other.stored(made.id).status is Status.RESOLVED


def test_a_reply_of_a_unit_with_approval_goes_to_the_manager(office: TestOffice) -> None:
    made = office.petition(unit=office.music)
    taken = office.services.desk.take(office.music_clerk, made.id, made.version)
    with desk(office, office.music_clerk) as clerk:
        clerk.show(View.MINE, keep=taken.id)
        assert not clerk.screen.details.head.buttons[Move.RESOLVE].isEnabled()
        clerk.letter("e")
        assert clerk.screen.details.composer.send_button.text() == "فرستادن برای تأیید"
        clerk.write("مجوز کنسرت صادر می‌شود.")
        clerk.send()
        assert clerk.stored(made.id).status is Status.AWAITING_APPROVAL
    with desk(office, office.music_manager) as manager:
        manager.show(keep=made.id)
        manager.letter("b")
        manager.write("شماره مجوز را بنویسید.")
        manager.send()
        assert manager.stored(made.id).status is Status.IN_PROGRESS


def test_the_manager_approves_the_drafted_reply(office: TestOffice) -> None:
    made = office.petition(unit=office.music)
    desk_ = office.services.desk
    taken = desk_.take(office.music_clerk, made.id, made.version)
    desk_.submit(office.music_clerk, taken.id, taken.version, "مجوز صادر می‌شود.")
    with desk(office, office.music_manager) as manager:
        manager.show(keep=made.id)
        manager.letter("d")
        assert manager.screen.details.composer.text() == "مجوز صادر می‌شود."
        manager.send()
        now = manager.stored(made.id)
        assert (now.status, now.replies[-1].text) == (Status.RESOLVED, "مجوز صادر می‌شود.")


def test_waiting_stops_the_clock_and_the_same_key_goes_on(clerk: DeskWindow) -> None:
    for letter in "wص":
        made = clerk.office.taken(text=f"متن {letter}")
        clerk.show(View.MINE, keep=made.id)
        clerk.letter(letter)
        assert clerk.mode is Move.WAIT
        clerk.write("تصویر کارت ملی خواسته شد.")
        clerk.send()
        assert clerk.stored(made.id).status is Status.WAITING
        clerk.focus_table()
        clerk.letter(letter)
        assert clerk.screen.details.composer.mode.value == "resume"
        clerk.write("کارت ملی رسید.")
        clerk.send()
        assert clerk.stored(made.id).status is Status.IN_PROGRESS
        clerk.focus_table()


def test_what_is_not_our_business_is_returned_with_a_reason(clerk: DeskWindow) -> None:
    made = clerk.office.petition(unit=clerk.office.books)
    clerk.show(View.MY_UNIT, keep=made.id)
    clerk.letter("b")
    assert clerk.mode is Move.GIVE_BACK
    clerk.write("به اداره موسیقی مربوط است.")
    clerk.send()
    now = clerk.stored(made.id)
    assert (now.status, now.unit_id) == (Status.REGISTERED, None)


def test_a_duplicate_names_the_other_one_by_its_code(clerk: DeskWindow) -> None:
    original, copy = clerk.office.petition("اصل"), clerk.office.petition("رونوشت")
    clerk.show(keep=copy.id)
    clerk.letter("x")
    fields = clerk.screen.details.composer.reply
    fields.outcome.choose(Outcome.DUPLICATE)
    assert fields.duplicate_of.isVisible()
    fields.duplicate_of.setText(original.tracking_code)
    clerk.write("همان درخواست است.")
    clerk.send()
    question = clerk.screen.details.moves.question
    assert question is not None
    click(question.buttons[1])
    clerk.settle()
    assert clerk.stored(copy.id).duplicate_of == original.tracking_code


def test_work_is_handed_over_to_a_colleague_of_the_unit(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("h")
    fields = clerk.screen.details.composer.colleague
    assert [fields.person.itemText(i) for i in range(fields.person.count())] == [
        clerk.office.other_clerk.name
    ]
    clerk.write("به مرخصی می‌روم.")
    clerk.send()
    assert clerk.stored(made.id).assignee_id == clerk.office.other_clerk.person_id


def test_a_manager_archives_a_resolved_petition_at_once(office: TestOffice) -> None:
    made = office.taken()
    office.services.desk.resolve(office.clerk, made.id, made.version, Outcome.ANSWERED, "پاسخ")
    with desk(office, office.manager) as manager:
        manager.show(scope=Scope.ANY, keep=made.id)
        manager.letter("v")
        assert manager.stored(made.id).status is Status.ARCHIVED


def test_a_clerk_of_another_unit_has_no_buttons_but_may_write_a_note(office: TestOffice) -> None:
    made = office.taken()
    # Told of it, and no more: what one is not told of one does not see.
    office.informed(made)
    with desk(office, office.music_clerk) as other:
        other.show(keep=made.id)
        assert not any(button.isVisible() for button in other.screen.details.head.buttons.values())
        other.letter("n")
        other.write("پیشنهاد: با هم پاسخ دهیم.")
        other.send()
        assert other.stored(made.id).history[-1].action == "note"


def test_a_draft_of_the_reply_is_kept_for_colleagues(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("e")
    clerk.write("پاسخ نیمه‌کاره")
    click(clerk.screen.details.composer.save_button)
    clerk.settle()
    assert clerk.stored(made.id).draft == "پاسخ نیمه‌کاره"
    assert clerk.screen.details.composer.text() == "پاسخ نیمه‌کاره"


def test_letters_typed_in_the_box_are_text_and_no_commands(clerk: DeskWindow) -> None:
    made = clerk.office.petition(unit=clerk.office.books)
    clerk.show(View.MY_UNIT, keep=made.id)
    clerk.letter("n")
    for letter in "arش":
        clerk.letter(letter)
    assert clerk.screen.details.composer.text() == "arش"
    assert clerk.stored(made.id).status is Status.REFERRED
    assert clerk.mode is Mode.NOTE


def test_a_letter_chooses_a_unit_by_its_name_and_is_no_command(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("r")
    recipients = clerk.screen.details.composer.order.recipients
    assert clerk.focus() is recipients.field
    choose_recipient(clerk.screen.details.composer.order, "ا")
    assert [place.unit_id for place in recipients.places] == [clerk.office.music.id]
    assert clerk.mode is Mode.ORDER


def test_escape_puts_a_move_aside_and_keeps_what_was_typed(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("w")
    clerk.write("مدرک خواسته شد")
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.mode is Mode.NOTE
    clerk.focus_table()
    clerk.letter("w")
    assert clerk.screen.details.composer.text() == "مدرک خواسته شد"


def test_what_was_typed_stays_with_its_petition(clerk: DeskWindow) -> None:
    first, second = clerk.office.taken(subject="یکم"), clerk.office.taken(subject="دوم")
    clerk.show(View.MINE, keep=first.id)
    clerk.letter("e")
    clerk.write("پاسخ نخست، ناتمام")
    clerk.focus_table()
    clerk.letter("j")
    assert clerk.shown.id == second.id
    assert clerk.screen.details.composer.text() == ""
    clerk.focus_table()
    clerk.letter("k")
    assert clerk.shown.id == first.id
    assert clerk.mode is Mode.REPLY
    assert clerk.screen.details.composer.text() == "پاسخ نخست، ناتمام"


def test_the_box_says_what_happens_to_what_is_written(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("d")
    composer = clerk.screen.details.composer
    assert composer.hint.text() == "ارسال نمی‌شود؛ پیگیری با کد"
    assert composer.send_button.text() == "ثبت پاسخ و بستن"
    composer.reply.outcome.choose(Outcome.WITHDRAWN)
    assert composer.hint.text() == ""


def test_button_message_row_and_card_say_what_becomes_of_an_answer(clerk: DeskWindow) -> None:
    office, services = clerk.office, clerk.office.services
    services.message_templates.switch(office.administrator, DeliveryMethod.SMS, on=True)
    number = by(Channel.SMS, office)
    services.desk.take(office.clerk, number, services.desk.peek(office.clerk, number).version)
    clerk.show(View.MINE, keep=number)
    clerk.letter("d")
    composer = clerk.screen.details.composer
    assert (composer.hint.text(), composer.send_button.text()) == ("ارسال از راه پیامک", "فرستادن و بستن")
    clerk.write("مجوز شما صادر شد.")
    clerk.send()
    assert "اطلاع به متقاضی: در نوبت ارسال از راه پیامک." in clerk.message
    now = clerk.stored(number)
    assert now.delivery is not None
    assert now.delivery.state == "waiting"
