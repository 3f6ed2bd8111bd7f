"""Petitions that say the same, in the window: while one is typed, beside one that stands, merged and taken apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.duplicates.pairs import PairKind
from desktop_app.petitions.lists.inbox import ListFilter, View
from desktop_app.petitions.vocabulary import Move, Outcome, Status
from tests.department import TestOffice
from tests.ui.choosing import choose
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import click, type_text
from ui.petitions.desk.move_desk import MoveDesk
from ui.petitions.duplicates.duplicates_line import LikesLine
from ui.petitions.duplicates.similar_card import AlikeCard
from ui.petitions.lists.columns import PetitionColumn
from ui.petitions.registration.form import RegisterForm
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.pane_popup import PanePopup
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField

TEXT = "کتاب من از بیستم مرداد در سامانه است و بررس دوم هنوز هیچ پاسخی نداده است؛ لطفاً پیگیری کنید."


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


def typed_form(clerk: DeskWindow) -> RegisterForm:
    """The form with the words that somebody wrote before, in another spelling."""
    clerk.key(Qt.Key.Key_T, control=True)
    form = clerk.screen.registration.form
    assert form is not None
    type_text(form.fields.text, TEXT.replace("ی", "ي"))
    clerk.settle()
    return form


def line_of(clerk: DeskWindow, petition: PetitionDetail) -> LikesLine:
    clerk.screen.open_petition(petition.id)
    clerk.settle()
    return clerk.screen.details.likes


def question_of(place: RegisterForm | MoveDesk) -> ConfirmDialog:
    assert place.question is not None
    assert place.question.isVisible()
    return place.question


def said_in(question: ConfirmDialog) -> list[str]:
    return [label.text() for label in question.findChildren(PlainLabel)]


def popup_of(line: LikesLine) -> PanePopup:
    assert line.popup is not None
    return line.popup


def test_a_row_tells_of_what_resembles_it_and_the_filter_finds_it(
    clerk: DeskWindow, office: TestOffice
) -> None:
    first = office.petition(TEXT, subject="کتاب من")
    office.registered("چراغ سالن خاموش است و هیچ کس آن را درست نمی‌کند.", subject="چراغ")
    clerk.screen.lists.show_list(ListFilter())
    clerk.settle()
    model = clerk.screen.model
    assert model.indicators.alike_at(first.id) == 0
    second = office.petition(f"سلام. {TEXT}", subject="باز هم کتاب")
    clerk.screen.filter.finder.ask_more()
    choose(clerk, "دارای مورد مشابه")
    assert sorted(clerk.subjects()) == ["باز هم کتاب", "کتاب من"]
    assert clerk.screen.filter.chips["alike"].text() == "مورد مشابه دارند"
    assert (model.indicators.alike_at(first.id), model.indicators.alike_at(second.id)) == (1, 1)
    row = model.table_row_of(first.id)
    assert row is not None
    index = model.index(row, PetitionColumn.SUBJECT)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        assert "یک درخواست مشابه" in str(model.data(index, role))
    line = line_of(clerk, first)
    assert [alike.id for alike in line.likes.rows] == [second.id]
    line.show_all()
    assert [card.alike.id for card in popup_of(line).findChildren(AlikeCard)] == [second.id]
    office.services.duplicates.set_apart(clerk.actor, first.id, second.id)
    clerk.screen.lists.show_list(ListFilter())
    clerk.settle()
    assert (model.indicators.alike_at(first.id), model.indicators.alike_at(second.id)) == (0, 0)


def test_what_was_sent_before_stands_beside_what_is_typed(clerk: DeskWindow) -> None:
    first = clerk.office.taken(text=TEXT)
    panel = typed_form(clerk).caller.likeness
    assert panel.isVisible()
    assert [card.alike.id for card in panel.cards] == [first.id]
    click(panel.cards[0].buttons["apart"])
    assert not panel.isVisible()


def test_what_is_told_again_is_registered_as_a_duplicate_with_a_code_of_its_own(clerk: DeskWindow) -> None:
    first = clerk.office.taken(text=TEXT)
    form = typed_form(clerk)
    click(form.caller.likeness.cards[0].buttons["merge"])
    question = question_of(form)
    assert [words for words in said_in(question) if first.petitioner_name in words]
    click(question.buttons[1])
    clerk.settle()
    assert "تکراری با" in clerk.message
    # What was just registered is not offered as its own duplicate.
    assert not form.caller.likeness.isVisible()
    likes = clerk.office.services.duplicates.of(clerk.actor, first.id)
    (merged,) = likes.merged
    made = clerk.stored(merged.id)
    assert (made.status, made.outcome, made.duplicate_of) == (
        Status.RESOLVED,
        "duplicate",
        first.tracking_code,
    )
    assert form.footer.code.text()


@pytest.mark.parametrize("act", ["link", "back"])
def test_another_person_s_petition_is_linked_or_nothing_happens(clerk: DeskWindow, act: str) -> None:
    first = clerk.office.taken(text=TEXT)
    form = typed_form(clerk)
    click(form.caller.likeness.cards[0].buttons["merge"])
    question = question_of(form)
    assert question.focusWidget() is question.buttons[0]
    if act == "back":
        QTest.keyClick(question, Qt.Key.Key_Escape)
        clerk.settle()
        assert clerk.office.services.inbox.counts(clerk.actor)[View.ALL] == 1
        assert form.fields.text.toPlainText()
        return
    QTest.keyClick(question.buttons[0], Qt.Key.Key_Return)
    clerk.settle()
    assert "پیوند" in clerk.message
    (alike,) = clerk.office.services.duplicates.of(clerk.actor, first.id).rows
    assert (alike.pair, alike.status) == (PairKind.LINKED, Status.REGISTERED)


def test_said_apart_while_typing_stays_apart(clerk: DeskWindow) -> None:
    first = clerk.office.taken(text=TEXT)
    form = typed_form(clerk)
    click(form.caller.likeness.cards[0].buttons["apart"])
    form.register()
    clerk.settle()
    assert clerk.office.services.duplicates.of(clerk.actor, first.id).rows == ()


def test_a_petition_is_put_to_another_one_and_taken_from_it_again(clerk: DeskWindow) -> None:
    office = clerk.office
    first = office.taken(office.other_clerk, text=TEXT)
    first = office.services.desk.resolve(office.other_clerk, first.id, first.version, Outcome.GRANTED, "شد.")
    second = office.taken(office.other_clerk, text=f"سلام. {TEXT}")
    line = line_of(clerk, second)
    assert line.words.text() == "۱ درخواست هم‌متن"
    line.show_all()
    popup_of(line).findChildren(AlikeCard)[0].chosen.emit(line.likes.rows[0])
    composer = clerk.screen.details.composer
    assert clerk.mode is Move.CLOSE
    assert composer.edit.toPlainText()
    clerk.send()
    # Another person's, closed, and in the hands of a colleague.
    question = question_of(clerk.screen.details.moves)
    told = said_in(question)
    for doubt in (first.petitioner_name, "خود بسته شده است", office.other_clerk.name):
        assert any(doubt in words for words in told), doubt
    assert clerk.stored(second.id).outcome is None
    click(question.buttons[1])
    clerk.settle()
    assert clerk.stored(second.id).duplicate_of == first.tracking_code
    line = line_of(clerk, clerk.stored(second.id))
    assert line.into.isVisible()
    line.ask_to_part()
    popup = popup_of(line)
    (reason,) = popup.findChildren(TextField)
    type_text(reason, "دو کتاب جدا هستند")
    clerk.key(Qt.Key.Key_Return)
    now = clerk.stored(second.id)
    assert (now.status, now.assignee_id) == (Status.IN_PROGRESS, office.other_clerk.person_id)
    clerk.settle()
    assert Move.RESOLVE in clerk.shown.allowed
    assert not line.into.isVisible()
    assert now.history[-1].text == "دو کتاب جدا هستند"


def test_escape_puts_the_cards_away_and_a_click_opens_another_one(clerk: DeskWindow) -> None:
    first, second = clerk.office.taken(text=TEXT), clerk.office.taken(text=f"{TEXT} سپاس")
    line = line_of(clerk, second)
    line.show_all()
    popup = popup_of(line)
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not line.close_popup()
    line.show_all()
    cards = popup_of(line).findChildren(AlikeCard)
    cards[0].opened.emit(first.id)
    clerk.settle()
    assert clerk.shown.id == first.id
