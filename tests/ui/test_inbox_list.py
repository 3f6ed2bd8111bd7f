"""The list of the inbox: views, order, any place of a long list at once, what colleagues change."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester

from desktop_app.clock import FixedClock
from desktop_app.errors import DatabaseAwayError
from desktop_app.office.settings import AnswerDeadline
from desktop_app.petitions.lists.inbox import ListFilter, Order, View
from desktop_app.petitions.lists.ordering import SectionKey
from desktop_app.petitions.lists.sections import News, OpenedList
from desktop_app.petitions.vocabulary import Kind, Move
from desktop_app.staff.roles import Actor
from tests.conftest import NOON
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, ask, clerk, many, office
from tests.ui.keyboard import click, wait
from ui.petitions.lists.columns import PetitionColumn
from ui.petitions.lists.model import ROW_ROLE, PetitionListModel
from ui.petitions.lists.row_words import age_words, due_words

__all__ = ["clerk", "office"]


def test_the_model_keeps_the_rules_of_item_models(clerk: DeskWindow, qtmodeltester: ModelTester) -> None:
    many(clerk.office, 300)
    clerk.show()
    qtmodeltester.check(clerk.screen.model)  # type: ignore[no-untyped-call]
    clerk.screen.model.fold(SectionKey.WITHOUT)
    qtmodeltester.check(clerk.screen.model)  # type: ignore[no-untyped-call]
    clerk.settle()


def test_the_row_two_thousand_five_hundred_of_three_thousand_is_the_right_one(clerk: DeskWindow) -> None:
    many(clerk.office, 3000)
    clerk.screen.lists.show_list(ListFilter(order=Order.OLDEST))
    clerk.settle()
    model = clerk.screen.model
    assert model.rowCount() == 3000
    assert model.row_at(2500) is None
    clerk.screen.table.scrollTo(model.index(2500, 0))
    clerk.screen.table.viewport().grab()
    clerk.settle()
    row = model.row_at(2500)
    assert row is not None
    assert row.subject == "مورد 2500"
    assert model.data(model.index(2500, PetitionColumn.SUBJECT), ROW_ROLE) == row


def test_a_jump_from_end_to_end_leaves_no_row_unread(clerk: DeskWindow) -> None:
    many(clerk.office, 3000)
    clerk.screen.lists.show_list(ListFilter(order=Order.OLDEST))
    clerk.settle()
    for row in (2999, 10, 1500, 2998, 700):
        clerk.screen.table.scrollTo(clerk.screen.model.index(row, 0))
        clerk.screen.table.viewport().grab()
    clerk.settle()
    clerk.screen.table.viewport().grab()
    clerk.settle()
    seen = [clerk.screen.model.row_at(row) for row in clerk.screen.table.visible_rows()]
    assert len(seen) > 10
    assert all(row is not None for row in seen)


def test_the_first_rows_of_a_slow_list_are_there_before_it_is_counted(
    clerk: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(clerk.office, 600)
    inbox, may_go_on = clerk.office.services.inbox, threading.Event()
    open_list = inbox.open_list

    def slowly(*arguments: Any, **known: Any) -> OpenedList:
        may_go_on.wait(20)
        return open_list(*arguments, **known)

    monkeypatch.setattr(inbox, "open_list", slowly)
    clerk.screen.lists.show_list(ListFilter(order=Order.OLDEST))
    model, table = clerk.screen.model, clerk.screen.table
    assert wait(lambda: model.counting)
    assert (model.rowCount(), model.counting) == (256, True)
    assert "بقیه شمرده می‌شود" in clerk.screen.side.status.words
    table.select(40)
    may_go_on.set()
    clerk.settle()
    assert (model.rowCount(), model.counting) == (600, False)
    assert table.current_table_row() == 40
    assert clerk.shown.subject == "مورد 40"
    assert "۶۰۰" in clerk.screen.side.status.words


def test_first_rows_that_come_after_the_list_failed_are_dropped(
    clerk: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(clerk.office, 600)
    inbox = clerk.office.services.inbox
    opening, asked, may_fail, may_go_on = (
        inbox.opening,
        threading.Event(),
        threading.Event(),
        threading.Event(),
    )

    def fail(*_arguments: Any, **_known: Any) -> OpenedList:
        may_fail.wait(20)
        raise DatabaseAwayError(where="somewhere")

    def open_late(*arguments: Any) -> OpenedList:
        asked.set()
        may_go_on.wait(20)
        return opening(*arguments)

    monkeypatch.setattr(inbox, "open_list", fail)
    monkeypatch.setattr(inbox, "opening", open_late)
    clerk.screen.lists.show_list(ListFilter(order=Order.OLDEST))
    assert wait(asked.is_set)
    may_fail.set()
    assert wait(lambda: clerk.screen.side.shows_page)
    may_go_on.set()
    clerk.settle()
    assert clerk.screen.side.shows_page
    assert (clerk.screen.model.rowCount(), clerk.screen.model.counting) == (0, False)


def test_the_selection_stays_on_its_petition_when_the_list_is_read_again(clerk: DeskWindow) -> None:
    many(clerk.office, 600)
    clerk.screen.lists.show_list(ListFilter(order=Order.NEWEST))
    clerk.settle()
    clerk.screen.table.select(300)
    clerk.settle()
    kept = clerk.shown.subject
    clerk.office.registered("تازه", subject="تازه‌رسیده", received_at=NOON)
    clerk.screen.refresh()
    clerk.settle()
    assert clerk.shown.subject == kept
    assert clerk.screen.table.current_table_row() == 301
    assert clerk.screen.model.outline.total == 601


def test_what_comes_is_told_by_a_strip_and_moves_nothing(clerk: DeskWindow) -> None:
    for number in range(3):
        clerk.office.registered(f"متن {number}", subject=f"پیشین {number}")
    clerk.show()
    before = clerk.subjects()
    for number in range(3):
        clerk.office.registered(f"تازه {number}", subject=f"تازه {number}")
    ask(clerk.screen.watch)
    clerk.settle()
    assert clerk.screen.strip.isVisible()
    assert clerk.screen.strip.text() == "۳ مورد جدید؛ نمایش"
    assert clerk.subjects() == before
    click(clerk.screen.strip)
    clerk.settle()
    assert len(clerk.subjects()) == 6
    assert not clerk.screen.strip.isVisible()


def test_what_a_colleague_changed_shows_in_its_row_without_moving(clerk: DeskWindow) -> None:
    first = clerk.office.petition("یک", unit=clerk.office.books)
    clerk.office.registered("دو", unit=clerk.office.books)
    clerk.show(View.MY_UNIT, keep=first.id)
    clerk.office.services.desk.take(clerk.office.other_clerk, first.id, first.version)
    ask(clerk.screen.watch)
    clerk.settle()
    row = clerk.screen.table.current_row()
    assert row is not None
    assert row.assignee_name == clerk.office.other_clerk.name


def test_of_what_colleagues_changed_only_what_is_seen_is_read_again_the_rest_when_it_is(
    clerk: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(clerk.office, 60)
    clerk.show(View.ALL)
    screen, inbox = clerk.screen, clerk.office.services.inbox
    read: list[list[int]] = []
    news = inbox.news

    def noted(actor: Actor, wanted: ListFilter, after: int, ids: Sequence[int]) -> News:
        read.append(list(ids))
        return news(actor, wanted, after, ids)

    monkeypatch.setattr(inbox, "news", noted)
    ask(screen.watch)
    clerk.settle()
    seen = screen.model.ids_of(screen.table.visible_rows())
    assert set(seen) <= set(read.pop())
    out_of_sight = screen.model.ids_of(range(58, 59))[0]
    assert out_of_sight not in seen

    def settled() -> None:
        # In a moment of its own.
        assert wait(lambda: bool(read))
        clerk.settle()

    screen.others_changed(frozenset({("petition", seen[1]), ("petition", out_of_sight), ("event", seen[2])}))
    settled()
    assert read == [[seen[1]]]
    # What is scrolled to is read with the next question, which each change brings.
    screen.table.select(58)
    clerk.settle()
    read.clear()
    beside = screen.model.ids_of(range(57, 58))[0]
    screen.others_changed(frozenset({("petition", beside)}))
    settled()
    assert [sorted(ids) for ids in read] == [sorted([beside, out_of_sight])]
    # Many at once: all that is seen.
    read.clear()
    screen.others_changed(frozenset({("petition", 0), ("petition", out_of_sight)}))
    settled()
    assert set(read[0]) >= set(screen.model.ids_of(screen.table.visible_rows()))


def test_views_are_counted_and_a_click_shows_one(clerk: DeskWindow) -> None:
    clerk.office.registered("بی‌ارجاع", subject="بی‌ارجاع")
    clerk.office.registered("واحد", subject="در واحد", unit=clerk.office.books)
    clerk.office.taken(subject="مال من")
    clerk.show()
    tabs = clerk.screen.views.tabs
    assert tabs.counts == {
        "mine": "۱", "my_unit": "۲", "unrouted": "۱", "waiting": "۰", "late": "۰", "this_week": "۰", "all": "۳",
    }  # fmt: skip
    click(tabs, tabs.boxes()[list(View).index(View.UNROUTED)])
    clerk.settle()
    assert clerk.subjects() == ["بی‌ارجاع"]
    assert clerk.screen.filter.wanted().view is View.UNROUTED


def test_a_click_on_the_header_orders_by_arrival_and_again_the_other_way(clerk: DeskWindow) -> None:
    many(clerk.office, 3)
    clerk.show()
    header = clerk.screen.table.header
    at = QPoint(header.sectionViewportPosition(PetitionColumn.AGE) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    clerk.settle()
    assert clerk.subjects() == ["مورد 2", "مورد 1", "مورد 0"]
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    clerk.settle()
    assert clerk.subjects() == ["مورد 0", "مورد 1", "مورد 2"]


def test_arrows_and_letters_step_over_headings(clerk: DeskWindow) -> None:
    office = clerk.office
    office.services.office.set_deadlines(office.administrator, (AnswerDeadline("request", None, 60, True),))
    office.registered("یک", subject="یک")
    office.registered("دو", subject="دو", kind=Kind.OPINION)
    clerk.show()
    clerk.focus_table()
    assert clerk.shown.subject == "یک"
    clerk.letter("j")
    assert clerk.shown.subject == "دو"
    clerk.letter("ن")
    assert clerk.shown.subject == "یک"
    clerk.key(Qt.Key.Key_Down)
    assert clerk.shown.subject == "دو"


def test_a_chord_goes_to_the_unrouted(clerk: DeskWindow) -> None:
    clerk.office.registered("بی‌ارجاع", subject="بی‌ارجاع")
    clerk.office.registered("واحد", subject="در واحد", unit=clerk.office.books)
    for chord in ("gu", "لع"):
        clerk.show()
        assert len(clerk.subjects()) == 2
        clerk.focus_table()
        for letter in chord:
            clerk.letter(letter)
        assert clerk.subjects() == ["بی‌ارجاع"]


def test_a_selection_that_runs_ahead_of_the_rows_is_caught_up_with(clerk: DeskWindow) -> None:
    many(clerk.office, 900)
    clerk.screen.lists.show_list(ListFilter(order=Order.OLDEST))
    clerk.settle()
    clerk.focus_table()
    clerk.key(Qt.Key.Key_End, control=True)
    clerk.screen.table.viewport().grab()
    clerk.settle()
    assert clerk.shown.subject == "مورد 899"


def test_space_hides_and_shows_the_preview_and_enter_goes_in(clerk: DeskWindow) -> None:
    clerk.office.registered("متن")
    clerk.show()
    clerk.focus_table()
    clerk.key(Qt.Key.Key_Space)
    assert not clerk.screen.details.isVisible()
    clerk.key(Qt.Key.Key_Return)
    assert clerk.screen.details.isVisible()
    assert clerk.focus() is clerk.screen.details.body
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.focus() is clerk.screen.table


def test_what_was_looked_at_for_a_while_is_read_for_this_person_alone(clerk: DeskWindow) -> None:
    made = clerk.office.petition(unit=clerk.office.books)
    clerk.show(keep=made.id)
    row = clerk.screen.table.current_row()
    assert row is not None
    assert row.unread
    for timer in clerk.screen.details.findChildren(QTimer):
        if timer.isActive():
            timer.start(0)
    clerk.settle()
    row = clerk.screen.table.current_row()
    assert row is not None
    assert not row.unread
    others = clerk.office.services.inbox.by_code(clerk.office.other_clerk, made.tracking_code)
    assert others.unread


def test_the_count_beside_the_rail_is_that_of_the_view(clerk: DeskWindow) -> None:
    told: list[int] = []
    clerk.screen.count_changed.connect(told.append)
    clerk.office.registered("یک")
    clerk.office.taken()
    clerk.show(View.MINE)
    assert told[-1] == 1
    clerk.show(View.ALL)
    assert told[-1] == 2


@pytest.mark.parametrize(
    ("days", "words"),
    [(-4, "۴ روز تأخیر"), (-1, "۱ روز تأخیر"), (0, "امروز"), (1, "۱ روز مانده"), (12, "۱۲ روز مانده")],
)
def test_a_deadline_is_told_in_days(days: int, words: str) -> None:
    today = NOON.date()
    assert due_words(today + timedelta(days=days), today) == words


def test_an_age_is_told_in_days_and_beyond_a_year_in_years(clock: FixedClock) -> None:
    today = clock.now().date()
    told = [age_words(today - timedelta(days=days), today) for days in (0, 1, 24, 365, 400, 800)]
    assert told == ["امروز", "دیروز", "۲۴ روز", "۳۶۵ روز", "۱ سال", "۲ سال"]


def test_the_model_returns_short_texts_only(office: TestOffice, clerk: DeskWindow) -> None:
    office.registered("ب" * 100_000, subject="س" * 200, name="ن" * 400)
    clerk.show()
    model: PetitionListModel = clerk.screen.model
    row = model.rowCount() - 1
    for column in PetitionColumn:
        assert len(str(model.data(model.index(row, column)))) <= 200


def test_the_person_who_moves_on_while_it_is_saved_is_not_pulled_back(clerk: DeskWindow) -> None:
    first = clerk.office.petition("یک", subject="یک", unit=clerk.office.books)
    second = clerk.office.petition("دو", subject="دو", unit=clerk.office.books)
    clerk.show(View.MY_UNIT, keep=first.id)
    clerk.screen.details.ask(Move.TAKE)
    clerk.screen.table.step(1)
    clerk.settle()
    assert clerk.stored(first.id).assignee_id == clerk.actor.person_id
    assert clerk.shown.id == second.id
