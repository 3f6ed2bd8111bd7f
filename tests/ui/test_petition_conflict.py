"""Two people on the same petition: the second is told, sees both versions, loses no text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desktop_app.clock import FixedClock
from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.vocabulary import Move, Outcome, Status
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, ask, desk
from tests.ui.keyboard import activate, click
from ui.petitions.desk.composer_words import box_name
from ui.petitions.desk.conflict_panel import ConflictPanel
from ui.petitions.desk.sending import Mode

MINE = "نوشته من، که نباید گم شود."


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def refused(office: TestOffice, clock: FixedClock) -> Iterator[DeskWindow]:
    """The clerk writes a reply; the colleague was quicker with a draft of one."""
    made = office.taken()
    with desk(office, office.clerk) as clerk:
        clerk.show(View.MINE, keep=made.id)
        clerk.letter("e")
        clerk.write(MINE)
        clock.advance(timedelta(minutes=5))
        office.services.desk.save_draft(
            office.other_clerk, made.id, made.version, "پیش‌نویس همکار در این میان"
        )
        clerk.send()
        yield clerk


def panel(clerk: DeskWindow) -> ConflictPanel:
    return clerk.screen.details.body.conflict


def test_the_second_is_told_who_did_what_and_nothing_is_overwritten(refused: DeskWindow) -> None:
    assert panel(refused).isVisible()
    assert refused.office.other_clerk.name in panel(refused).title.text()
    assert "پیش‌نویس همکار در این میان" in panel(refused).theirs.toPlainText()
    assert panel(refused).mine.toPlainText() == MINE
    assert refused.stored(refused.shown.id).status is Status.IN_PROGRESS


def test_the_text_stays_in_the_box(refused: DeskWindow) -> None:
    assert refused.mode is Mode.REPLY
    assert refused.screen.details.composer.text() == MINE


def test_mine_goes_on_the_new_version_when_the_person_says_so(refused: DeskWindow) -> None:
    petition = refused.shown.id
    click(panel(refused).send_button)
    refused.settle()
    now = refused.stored(petition)
    assert (now.status, now.replies[-1].text) == (Status.RESOLVED, MINE)
    assert [event.action for event in now.history][-2:] == ["draft", "resolve"]
    assert not panel(refused).isVisible()


def test_putting_it_aside_sends_nothing_and_keeps_the_text(refused: DeskWindow) -> None:
    click(panel(refused).aside_button)
    refused.settle()
    assert not panel(refused).isVisible()
    assert refused.stored(refused.shown.id).status is Status.IN_PROGRESS
    assert refused.screen.details.unsent.text(refused.shown.id, Mode.REPLY) == MINE


def test_what_is_not_possible_any_more_cannot_be_sent_again(office: TestOffice) -> None:
    made = office.taken()
    with desk(office, office.clerk) as clerk:
        clerk.show(View.MINE, keep=made.id)
        clerk.letter("w")
        clerk.write(MINE)
        office.services.desk.resolve(
            office.other_clerk, made.id, made.version, Outcome.ANSWERED, "پاسخ همکار"
        )
        clerk.send()
        assert panel(clerk).isVisible()
        assert not panel(clerk).send_button.isEnabled()
        assert clerk.screen.details.unsent.text(made.id, Move.WAIT) == MINE
        # It stands in the box that the sentence names.
        assert f"«{box_name(Move.WAIT)}»" in panel(clerk).kept.text()
        assert clerk.mode is Move.WAIT
        assert clerk.screen.details.composer.text() == MINE
        assert clerk.stored(made.id).status is Status.RESOLVED


def test_two_windows_at_once_the_first_wins_and_the_second_keeps_its_words(office: TestOffice) -> None:
    made = office.taken()
    with desk(office, office.clerk) as first, desk(office, office.other_clerk) as second:
        for window, words in ((first, "پاسخ اول"), (second, "پاسخ دوم")):
            window.show(View.MY_UNIT, keep=made.id)
            window.screen.details.ask(Mode.REPLY)
            window.write(words)
        first.screen.details.composer.send()
        first.settle()
        second.screen.details.composer.send()
        second.settle()
        assert first.stored(made.id).replies[-1].text == "پاسخ اول"
        assert panel(second).isVisible()
        assert panel(second).mine.toPlainText() == "پاسخ دوم"
        assert second.screen.details.unsent.text(made.id, Mode.REPLY) == "پاسخ دوم"


def test_who_has_gone_on_meanwhile_is_told_and_finds_the_words_again(office: TestOffice) -> None:
    first, second = office.taken(subject="یکم"), office.taken(subject="دوم")
    with desk(office, office.clerk) as clerk:
        clerk.show(View.MINE, keep=first.id)
        clerk.letter("w")
        clerk.write(MINE)
        office.services.desk.wait(office.other_clerk, first.id, first.version, "دلیل همکار")
        clerk.screen.details.composer.send()
        clerk.screen.details.show_petition(second.id)
        clerk.settle()
        assert clerk.shown.id == second.id
        assert not panel(clerk).isVisible()
        assert office.other_clerk.name in clerk.message
        assert clerk.screen.details.unsent.text(first.id, Move.WAIT) == MINE


def test_a_draft_that_was_sent_untouched_is_not_replaced_by_the_colleague_s(
    office: TestOffice, clock: FixedClock
) -> None:
    made = office.taken()
    drafted = office.services.desk.save_draft(office.clerk, made.id, made.version, MINE)
    with desk(office, office.clerk) as clerk:
        clerk.show(View.MINE, keep=made.id)
        clerk.letter("e")
        assert clerk.screen.details.composer.text() == MINE
        clock.advance(timedelta(minutes=5))
        office.services.desk.save_draft(office.other_clerk, made.id, drafted.version, "پیش‌نویس همکار")
        clerk.send()
        assert panel(clerk).isVisible()
        assert "پیش‌نویس همکار" in panel(clerk).theirs.toPlainText()
        assert clerk.screen.details.composer.text() == MINE


def test_a_take_over_names_the_colleague_whose_window_tells_of_it_and_keeps_their_words(
    office: TestOffice,
) -> None:
    made = office.taken()
    with desk(office, office.clerk) as mine, desk(office, office.other_clerk) as colleague:
        for window in (mine, colleague):
            window.show(View.MY_UNIT, keep=made.id)
        activate(mine.window)
        mine.letter("e")
        mine.write(MINE)
        activate(colleague.window)
        colleague.letter("a")
        composer = colleague.screen.details.composer
        assert colleague.mode is Move.TAKE_OVER
        assert "مریم رضایی" in composer.title.text()
        assert composer.hint.text()
        colleague.send()
        assert colleague.stored(made.id).assignee_id == office.other_clerk.person_id
        # The open pane of who had it follows by itself: who, the buttons, and where their words are.
        ask(mine.screen.watch)
        mine.settle()
        told = mine.screen.details.foot.colleagues.words.text()
        assert "حسن نوری رسیدگی را از مریم رضایی تحویل گرفت" in told
        assert "«پاسخ»" in told
        assert mine.screen.details.composer.text() == MINE
        assert not mine.screen.details.actions_of_moves.moves[Move.HAND_OVER].isEnabled()
        assert mine.screen.details.actions_of_moves.moves[Move.TAKE_OVER].isEnabled()
        # The colleague takes it back with one key; the words still stand where they were.
        colleague.key(Qt.Key.Key_Z, control=True)
        colleague.settle()
        assert colleague.stored(made.id).assignee_id == office.clerk.person_id
        ask(mine.screen.watch)
        mine.settle()
        assert mine.screen.details.composer.text() == MINE
        assert mine.screen.details.actions_of_moves.moves[Move.HAND_OVER].isEnabled()


def test_words_whose_box_was_left_before_the_refusal_came_stand_in_it_again(office: TestOffice) -> None:
    made = office.taken()
    with desk(office, office.clerk) as clerk:
        clerk.show(View.MINE, keep=made.id)
        clerk.letter("e")
        clerk.write(MINE)
        office.services.desk.resolve(office.other_clerk, made.id, made.version, Outcome.WITHDRAWN, "پس گرفت")
        clerk.screen.details.composer.send()
        clerk.screen.details.composer.turn_to(Mode.NOTE)
        clerk.settle()
        assert "«پاسخ»" in panel(clerk).kept.text()
        assert (clerk.mode, clerk.screen.details.composer.text()) == (Mode.REPLY, MINE)
        # The buttons follow what the colleague did.
        assert not clerk.screen.details.composer.send_button.isEnabled()
        moves = clerk.screen.details.actions_of_moves.moves
        assert moves[Move.REOPEN].isEnabled()
        assert not moves[Move.REFER].isEnabled()
