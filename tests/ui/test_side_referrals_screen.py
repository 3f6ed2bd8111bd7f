"""Referrals on the side by keys and clicks, in the real window on a real database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.vocabulary import Purpose, SideResult, Status
from tests.department import TestOffice
from tests.ui.choosing import choose_music, choose_recipient
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import CONTROL, activate, click, press
from ui.petitions.desk.sending import Mode
from ui.petitions.referrals.custody_words import holding_lines
from ui.widgets.chip import FilterChip
from ui.widgets.plain import PlainLabel


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


def asked(office: TestOffice, *targets: SideTarget) -> PetitionDetail:
    taken = office.taken()
    return office.services.side_referrals.send(office.clerk, taken.id, taken.version, targets, "نظر شما؟")


def test_several_are_chosen_by_letters_and_asked_in_one_act(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("r")
    composer = clerk.screen.details.composer
    recipients, field = composer.order.recipients, composer.order.recipients.field
    assert clerk.focus() is field
    place = field.mapTo(clerk.window, QPoint(0, 0))
    for letters in ("موسیقی", "نوری"):
        press(field, Qt.Key.Key_B, CONTROL)
        choose_recipient(composer.order, letters)
        clerk.settle()
        activate(clerk.window)
        # What is chosen stands above the field, which stays under the pointer.
        assert field.mapTo(clerk.window, QPoint(0, 0)) == place
    assert [(place.unit, place.person) for place in recipients.places] == [
        ("اداره موسیقی", ""),
        ("اداره کتاب", "حسن نوری"),
    ]
    press(field, Qt.Key.Key_Return)
    assert clerk.focus() is composer.edit
    composer.order.purpose.choose(Purpose.OPINION)
    clerk.send()
    assert "هامش" in clerk.screen.details.composer.refusal.words.text()
    clerk.write("نظر شما چیست؟")
    clerk.send()
    now = clerk.stored(made.id)
    assert now.status is Status.IN_PROGRESS
    assert [(row.to_person, row.purpose, row.due_on is None) for row in now.referrals if row.side] == [
        ("", Purpose.OPINION, False),
        ("حسن نوری", Purpose.OPINION, False),
    ]
    assert "۲ گیرنده" in clerk.message
    assert clerk.shown.id == made.id


def test_a_petition_is_referred_to_a_clerk_and_comes_back_by_undo(clerk: DeskWindow) -> None:
    office = clerk.office
    made = office.registered("برای همکار")
    clerk.show(View.ALL, keep=made)
    clerk.letter("r")
    order = clerk.screen.details.composer.order
    choose_recipient(order, "نوری")
    assert order.beside == ()
    clerk.send()
    now = clerk.stored(made)
    assert (now.unit_id, now.assignee_id) == (office.books.id, office.other_clerk.person_id)
    assert now.status is Status.REFERRED
    assert "حسن نوری" in clerk.message
    clerk.screen.details.moves.undo()
    clerk.settle()
    back = clerk.stored(made)
    assert (back.unit_id, back.assignee_id, back.status) == (None, None, Status.REGISTERED)


def test_what_went_out_is_taken_back_from_the_message_bar(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("r")
    order = clerk.screen.details.composer.order
    choose_music(order, clerk.office)
    order.purpose.choose(Purpose.OPINION)
    clerk.write("نظر؟")
    clerk.send()
    assert [row.purpose for row in clerk.stored(made.id).referrals if row.side] == [Purpose.OPINION]
    clerk.screen.details.moves.undo()
    clerk.settle()
    assert [row for row in clerk.stored(made.id).referrals if row.side] == []


def test_while_it_waits_for_the_petitioner_others_can_be_asked(clerk: DeskWindow) -> None:
    taken = clerk.office.taken()
    clerk.office.services.desk.wait(clerk.actor, taken.id, taken.version, "مدارک")
    clerk.show(View.MINE, keep=taken.id)
    clerk.letter("r")
    assert clerk.mode is Mode.ORDER
    order = clerk.screen.details.composer.order
    assert order.purpose.code() is Purpose.OPINION
    choose_music(order, clerk.office)
    clerk.write("نظر شما؟")
    clerk.send()
    now = clerk.stored(taken.id)
    assert now.status is Status.WAITING
    assert [(row.purpose, row.due_on is None) for row in now.referrals if row.side] == [
        (Purpose.OPINION, False)
    ]


@pytest.mark.parametrize("letter", ["p", "ح"])
def test_who_is_asked_answers_from_the_box(office: TestOffice, letter: str) -> None:
    made = asked(office, SideTarget(office.music.id))
    with desk(office, office.music_clerk) as opened:
        opened.show(View.ALL, keep=made.id)
        head = opened.screen.details.head
        assert head.side_buttons[Mode.SIDE_ANSWER].isVisible()
        assert not head.side_buttons[Mode.SIDE_RECALL].isVisible()
        opened.letter(letter)
        assert opened.mode is Mode.SIDE_ANSWER
        opened.send()
        assert "خالی" in opened.screen.details.composer.refusal.words.text()
        opened.write("مانعی نیست.")
        opened.send()
        side = opened.stored(made.id).referrals[-1]
        assert (side.result, side.answer) == (SideResult.ANSWERED, "مانعی نیست.")
        assert not opened.screen.details.composer.text()
        assert not head.side_buttons[Mode.SIDE_ANSWER].isVisible()


def test_a_click_returns_it_with_a_reason(office: TestOffice) -> None:
    made = asked(office, SideTarget(office.music.id, purpose=Purpose.ACTION))
    with desk(office, office.music_clerk) as opened:
        opened.show(View.ALL, keep=made.id)
        click(opened.screen.details.head.side_buttons[Mode.SIDE_RETURN])
        assert opened.mode is Mode.SIDE_RETURN
        opened.write("به ما مربوط نیست.")
        opened.send()
        assert opened.stored(made.id).referrals[-1].result is SideResult.RETURNED


def test_one_of_two_is_recalled(office: TestOffice, clerk: DeskWindow) -> None:
    made = asked(
        office, SideTarget(office.music.id), SideTarget(office.books.id, office.other_clerk.person_id)
    )
    clerk.show(View.MINE, keep=made.id)
    details = clerk.screen.details
    details.ask(Mode.SIDE_RECALL)
    choice = details.composer.side.referral
    assert choice.isVisible()
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    clerk.send()
    results = [row.result for row in clerk.stored(made.id).referrals if row.side]
    assert results == [None, SideResult.RECALLED]


def test_the_tree_says_who_has_it_and_a_missing_opinion_warns(office: TestOffice, clerk: DeskWindow) -> None:
    made = asked(office, SideTarget(office.music.id, days=3))
    clerk.show(View.MINE, keep=made.id)
    details = clerk.screen.details
    assert details.body.holding.isVisible()
    lines = holding_lines(clerk.shown)
    assert [line.indent for line in lines] == [0, 1]
    assert lines[0].sentence.startswith("اکنون نزد")
    assert "هنوز ندیده" in lines[1].sentence
    assert "هنوز نرسیده" in details.foot.lock_line.words.text()
    office.services.side_referrals.answer(
        office.music_clerk, made.id, clerk.shown.referrals[-1].id, "خوب است"
    )
    details.reload()
    clerk.settle()
    assert details.foot.lock_line.words.text() == ""
    assert holding_lines(clerk.shown)[1].note == "خوب است"


def test_a_referral_to_several_names_each_of_them_and_asks_for_the_order_of_what_is_only_registered(
    clerk: DeskWindow,
) -> None:
    made = clerk.office.registered()
    clerk.show(View.ALL, keep=made)
    clerk.letter("r")
    composer = clerk.screen.details.composer
    for typed in ("اداره موسیقی", "اداره کتاب"):
        choose_recipient(composer.order, typed)
    clerk.settle()
    chips = composer.order.recipients.chips.findChildren(FilterChip)
    assert [chip.text() for chip in chips if chip.isVisible()] == [
        "مسئول: اداره موسیقی",
        "اداره کتاب",
    ]
    clerk.send()
    assert "در دست اقدام" not in composer.refusal.words.text()
    assert "هامش" in composer.refusal.words.text()
    clerk.write("بررسی شود")
    clerk.send()
    assert clerk.stored(made).status is Status.REFERRED
    assert "اداره موسیقی" in clerk.message
    assert "اداره کتاب" in clerk.message


def test_where_there_is_no_saved_reply_the_choice_says_so(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    details = clerk.screen.details
    details.foot.saved_replies.ask(details.detail or made)
    clerk.settle()
    finder = details.foot.saved_replies.finder
    assert finder is not None
    words = [label.text() for label in finder.findChildren(PlainLabel) if label.isVisible()]
    assert any("هنوز پاسخ آماده‌ای نیست" in one for one in words), words
    finder.reject()
