"""Working through a list without the mouse: saved replies, the next one, taking back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop_app.petitions.bulk.acts import Resolve, Take
from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.macros.service import MacroTerms
from desktop_app.petitions.macros.steps import NoteStep
from desktop_app.petitions.vocabulary import Outcome, Status
from tests.department import TestOffice
from tests.ui.choosing import choose_music, music_of
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import CONTROL, activate, press, type_text
from ui.petitions.desk.sending import Mode
from ui.widgets.plain import PlainLabel


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


@pytest.mark.parametrize("name", ["علی کریمی", ""])
def test_a_saved_reply_is_found_by_typing_and_filled_from_the_petition(clerk: DeskWindow, name: str) -> None:
    office = clerk.office
    office.services.templates.add(
        office.administrator, "پاسخ مجوز", "{name} گرامی، {unit}، {clerk}: <b>صادر شد</b>."
    )
    office.services.templates.add(office.administrator, "سپاس", "سپاس از شما.")
    made = office.taken(name=name)
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("d")
    clerk.key(Qt.Key.Key_J, control=True)
    finder = clerk.screen.details.foot.saved_replies.finder
    assert finder is not None
    type_text(finder.field, "مجوز")
    assert finder.shown() == ["پاسخ مجوز"]
    press(finder.field, Qt.Key.Key_Return)
    activate(clerk.window)
    clerk.settle()
    who = name or "{name}"
    assert clerk.screen.details.composer.text() == f"{who} گرامی، اداره کتاب، مریم رضایی: <b>صادر شد</b>."
    clerk.screen.details.composer.reply.outcome.choose(Outcome.GRANTED)
    clerk.send()
    if name:
        assert clerk.stored(made.id).status is Status.RESOLVED
    else:
        assert clerk.stored(made.id).status is Status.IN_PROGRESS
        assert "{name}" in clerk.screen.details.composer.refusal.words.text()
        assert clerk.screen.details.composer.edit.textCursor().selectedText() == "{name}"


def test_after_referring_the_next_one_is_there_under_the_same_hands_and_can_be_taken_back(
    clerk: DeskWindow,
) -> None:
    first, second = clerk.office.taken(text="یک"), clerk.office.taken(text="دو")
    clerk.show(View.MINE, keep=first.id)
    clerk.focus_table()
    for place, (made, letter) in enumerate(((first, "r"), (second, "ق")), start=1):
        assert clerk.shown.id == made.id
        clerk.letter(letter)
        assert clerk.mode is Mode.ORDER
        choose_music(clerk.screen.details.composer.order, clerk.office)
        clerk.write("رسیدگی شود.")
        clerk.send()
        assert clerk.stored(made.id).status is Status.REFERRED
        assert f"امروز {'۰۱۲'[place]} مورد" in clerk.message
        # After the last one there is no list to go on in.
        another = made is first
        assert (clerk.screen.table.isVisible(), clerk.focus() is clerk.screen.table) == (another, another)
    # Both come back, the latest first: at once what the message offers, the one before it after a question.
    for made in (second, first):
        clerk.key(Qt.Key.Key_Z, control=True)
        if made is first:
            question = clerk.screen.details.moves.question
            assert question is not None
            activate(question.buttons[0].window())
            press(question.buttons[0], Qt.Key.Key_Space)
            clerk.settle()
        assert clerk.stored(made.id).status is Status.IN_PROGRESS
        assert clerk.shown.id == made.id
    assert clerk.office.services.desk.done_today(clerk.actor) == 0


def test_what_a_colleague_has_built_on_is_not_taken_back(clerk: DeskWindow) -> None:
    first, second = clerk.office.taken(text="یک"), clerk.office.taken(text="دو")
    clerk.show(View.MINE, keep=first.id)
    clerk.letter("r")
    choose_music(clerk.screen.details.composer.order, clerk.office)
    clerk.write("رسیدگی شود.")
    clerk.send()
    now = clerk.stored(first.id)
    clerk.office.services.desk.take(clerk.office.music_clerk, now.id, now.version)
    assert clerk.shown.id == second.id
    clerk.key(Qt.Key.Key_Z, control=True)
    assert clerk.stored(first.id).assignee_id == clerk.office.music_clerk.person_id
    assert "سارا امینی" in clerk.message


def test_the_palette_says_why_a_move_is_not_possible_and_has_what_was_used_first(clerk: DeskWindow) -> None:
    made = clerk.office.petition(unit=clerk.office.books)
    clerk.show(View.MY_UNIT, keep=made.id)
    palette = clerk.window.open_palette()
    type_text(palette.field, "بازگشایی")
    assert palette.shown()[0] == "بازگشایی"
    press(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.field.clear()
    type_text(palette.field, "یادداشت")
    press(palette.field, Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.mode is Mode.NOTE
    palette = clerk.window.open_palette()
    assert palette.shown()[0] == "نوشتن یادداشت"
    palette.reject()


@pytest.mark.parametrize("letter", ["l", "م"])
def test_a_label_is_made_put_on_taken_off_and_filtered_by_from_the_keyboard(
    clerk: DeskWindow, letter: str
) -> None:
    made = clerk.office.taken(text="یک")
    clerk.show(View.MINE, keep=made.id)
    clerk.focus_table()
    clerk.letter(letter)
    line = clerk.screen.details.labels
    assert line.finder is not None
    type_text(line.finder.field, "نمایشگاه")
    assert line.finder.shown() == ["برچسب جدید: نمایشگاه"]
    press(line.finder.field, Qt.Key.Key_Return)
    clerk.settle()
    activate(clerk.window)
    clerk.settle()
    assert [label.name for label in clerk.stored(made.id).labels] == ["نمایشگاه"]
    assert [chip.text() for chip in line.chips] == ["نمایشگاه"]
    row = clerk.screen.table.current_row()
    assert row is not None
    assert row.labels == ("نمایشگاه",)
    number = clerk.shown.labels[0].id
    clerk.screen.filter.change(label_id=number)
    clerk.settle()
    assert "برچسب «نمایشگاه» دارند" in clerk.screen.filter.chips["label_id"].text()
    clerk.focus_table()
    clerk.key(Qt.Key.Key_Z, control=True)
    assert clerk.stored(made.id).labels == ()


def test_what_is_written_is_kept_as_a_reply_of_ones_own(clerk: DeskWindow) -> None:
    made = clerk.office.taken(text="یک")
    clerk.show(View.MINE, keep=made.id)
    clerk.letter("e")
    clerk.write("پروانه شما آماده است.")
    clerk.key(Qt.Key.Key_J, control=True)
    finder = clerk.screen.details.foot.saved_replies.finder
    assert finder is not None
    type_text(finder.field, "پروانه آماده")
    press(finder.field, Qt.Key.Key_Return)
    clerk.settle()
    offered = clerk.office.services.templates.offered_to(clerk.actor)
    assert [(row.title, row.text, row.own) for row in offered] == [
        ("پروانه آماده", "پروانه شما آماده است.", True)
    ]
    activate(clerk.window)
    clerk.screen.details.composer.own_reply_to_remove.emit()
    clerk.settle()
    finder = clerk.screen.details.foot.saved_replies.finder
    assert finder is not None
    press(finder.field, Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.office.services.templates.offered_to(clerk.actor) == ()
    clerk.window.message_bar.undo_action.trigger()
    clerk.settle()
    assert [row.title for row in clerk.office.services.templates.offered_to(clerk.actor)] == ["پروانه آماده"]


def test_a_macro_is_written_struck_by_its_digit_and_taken_back(clerk: DeskWindow) -> None:
    first, second = clerk.office.taken(text="یک"), clerk.office.taken(text="دو")
    clerk.show(View.MINE, keep=first.id)
    clerk.focus_table()
    clerk.letter("m")
    finder = clerk.screen.macros.finder
    assert finder is not None
    type_text(finder.field, "به موسیقی")
    press(finder.field, Qt.Key.Key_Return)
    clerk.settle()
    editor = clerk.screen.macros.editor
    assert editor is not None
    press(editor, Qt.Key.Key_Return, CONTROL)
    clerk.settle()
    assert editor.refusals.card.isVisible()
    editor.key.choose("3")
    menu = editor.steps.offer()
    next(action for action in menu.actions() if action.text() == "ارجاع").trigger()
    menu.close()
    editor.steps.recipient.add(music_of(clerk.office))
    editor.steps.text.setPlainText("رسیدگی شود.")
    press(editor, Qt.Key.Key_Return, CONTROL)
    clerk.settle()
    assert not editor.isVisible()
    activate(clerk.window)
    clerk.focus_table()
    press(clerk.screen.table, ord("۳"), text="۳")
    clerk.settle()
    preview = clerk.screen.macros.preview
    assert preview is not None
    assert clerk.stored(first.id).status is Status.IN_PROGRESS
    preview.run_action.trigger()
    clerk.settle()
    activate(clerk.window)
    clerk.settle()
    assert clerk.stored(first.id).status is Status.REFERRED
    assert clerk.shown.id == second.id
    clerk.focus_table()
    clerk.key(Qt.Key.Key_Z, control=True)
    assert clerk.stored(first.id).status is Status.IN_PROGRESS


def test_the_steps_of_a_macro_are_moved_with_the_keyboard_and_shown_in_their_order(clerk: DeskWindow) -> None:
    steps = (NoteStep("یک"), Take(), NoteStep("سه"))
    made = clerk.office.taken(text="متن")
    macro = clerk.office.services.macros.add(clerk.actor, MacroTerms("نوبت", steps=steps))
    clerk.show(View.MINE, keep=made.id)
    clerk.screen.macros.edit(macro)
    clerk.settle()
    editor = clerk.screen.macros.editor
    assert editor is not None
    activate(editor)
    shown = editor.steps.list
    assert [shown.item(n).text() for n in range(3)] == ["۱. یادداشت: یک", "۲. به‌عهده گرفتن", "۳. یادداشت: سه"]
    shown.setFocus()
    press(shown, Qt.Key.Key_Down)
    press(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [shown.item(n).text() for n in range(3)] == ["۱. یادداشت: یک", "۲. یادداشت: سه", "۳. به‌عهده گرفتن"]
    press(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert not editor.steps.down_button.isEnabled()
    press(shown, Qt.Key.Key_Up)
    press(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.steps.steps() == (NoteStep("سه"), NoteStep("یک"), Take())
    assert shown.currentRow() == 0
    # What is written is the chosen step's.
    editor.steps.text.setPlainText("چهار")
    shown.setFocus()
    press(shown, Qt.Key.Key_Down)
    press(shown, Qt.Key.Key_Delete)
    assert editor.steps.steps() == (NoteStep("چهار"), Take())
    press(editor, Qt.Key.Key_Return, CONTROL)
    clerk.settle()
    [kept] = clerk.office.services.macros.all(clerk.actor)
    assert kept.terms.steps == (NoteStep("چهار"), Take())
    clerk.screen.macros.ask(kept)
    clerk.settle()
    preview = clerk.screen.macros.preview
    assert preview is not None
    words = [one.text() for one in preview.findChildren(PlainLabel)]
    assert words.index("✓ ۱. یادداشت: چهار") < words.index("– ۲. به‌عهده گرفتن")
    preview.reject()


def test_the_step_that_lacks_something_is_chosen_when_the_macro_is_refused(clerk: DeskWindow) -> None:
    steps = (NoteStep("یک"), Resolve(Outcome.GRANTED, "صادر شد."))
    made = clerk.office.taken(text="متن")
    macro = clerk.office.services.macros.add(clerk.actor, MacroTerms("پایان", steps=steps))
    clerk.show(View.MINE, keep=made.id)
    clerk.screen.macros.edit(macro)
    clerk.settle()
    editor = clerk.screen.macros.editor
    assert editor is not None
    editor.steps.list.setCurrentRow(1)
    editor.steps.text.setPlainText("")
    editor.steps.list.setCurrentRow(0)
    press(editor, Qt.Key.Key_Return, CONTROL)
    clerk.settle()
    assert editor.isVisible()
    assert editor.refusals.card.isVisible()
    assert editor.steps.list.currentRow() == 1
    editor.reject()
