"""Searches, filters and sections of the list of the inbox."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from desktop_app.office.settings import AnswerDeadline
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope
from desktop_app.petitions.lists.ordering import SectionKey
from desktop_app.petitions.vocabulary import Kind, Outcome
from tests.conftest import NOON
from tests.ui.choosing import choose
from tests.ui.desk_window import DeskWindow, clerk, office
from tests.ui.keyboard import CONTROL, click, press, type_text
from ui.workplace import SearchFor

__all__ = ["clerk", "office"]


def test_a_search_finds_the_name_in_whatever_letters_it_was_written(clerk: DeskWindow) -> None:
    clerk.office.registered("متن", subject="نامه", name="علي كريمي")
    clerk.office.registered("دیگر", subject="دیگری", name="زهرا امینی")
    clerk.window.go("inbox", SearchFor("علی کریمی"))
    clerk.settle()
    assert clerk.subjects() == ["نامه"]
    assert clerk.screen.filter.words.isVisible()


def test_the_search_of_the_list_is_typed_and_cleared_by_its_chip(clerk: DeskWindow) -> None:
    clerk.office.registered("او می‌رود", subject="رفتن")
    clerk.office.registered("دیگر", subject="دیگری")
    clerk.show()
    clerk.focus_table()
    clerk.key(Qt.Key.Key_F, control=True)
    assert clerk.focus() is clerk.screen.filter.box
    type_text(clerk.screen.filter.box, "مي رود")
    clerk.key(Qt.Key.Key_Return)
    assert clerk.subjects() == ["رفتن"]
    chip = clerk.screen.filter.words
    click(chip, QRectF(4, 0, 12, chip.height()))
    clerk.settle()
    assert len(clerk.subjects()) == 2


def test_the_tracking_code_finds_its_petition_as_it_is_dictated(clerk: DeskWindow) -> None:
    made = clerk.office.petition("متن", subject="با کد")
    clerk.office.registered("دیگر", subject="دیگری")
    code = made.tracking_code
    clerk.window.go("inbox", SearchFor(f"{code[:4]} {code[4:8]}-{code[8:]}"))
    clerk.settle()
    assert clerk.subjects() == ["با کد"]


def test_a_search_looks_at_closed_petitions_too(clerk: DeskWindow) -> None:
    made = clerk.office.taken(subject="بسته‌شده")
    clerk.office.services.desk.resolve(clerk.actor, made.id, made.version, Outcome.ANSWERED, "پاسخ")
    clerk.window.go("inbox", SearchFor("بسته‌شده"))
    clerk.settle()
    assert clerk.subjects() == ["بسته‌شده"]
    assert clerk.screen.filter.wanted().scope is Scope.ANY


def test_a_kind_is_chosen_from_its_chip_and_cleared_by_the_cross(clerk: DeskWindow) -> None:
    clerk.office.registered("یک", subject="درخواستی")
    clerk.office.registered("دو", subject="شکایتی", kind=Kind.COMPLAINT)
    clerk.show()
    click(clerk.screen.filter.kind)
    choose(clerk, "شکایت")
    assert clerk.subjects() == ["شکایتی"]
    chip = clerk.screen.filter.kind
    click(chip, QRectF(4, 0, 12, chip.height()))
    clerk.settle()
    assert len(clerk.subjects()) == 2


def test_sections_by_deadline_are_counted_and_fold_away(clerk: DeskWindow) -> None:
    office = clerk.office
    rules = (AnswerDeadline("complaint", None, 1, True), AnswerDeadline("request", None, 60, True))
    office.services.office.set_deadlines(office.administrator, rules)
    office.registered("دیر", subject="دیر", kind=Kind.COMPLAINT, received_at=NOON - timedelta(days=20))
    office.registered("بعد", subject="بعد")
    office.registered("بعدتر", subject="بعدتر")
    office.registered("بی‌مهلت", subject="بی‌مهلت", kind=Kind.OPINION)
    clerk.show()
    model = clerk.screen.model
    headings = [model.sections.heading_at(row) for row in model.sections.heading_rows]
    assert [(h.key, h.count) for h in headings if h] == [
        (SectionKey.PAST, 1), (SectionKey.LATER, 2), (SectionKey.WITHOUT, 1),
    ]  # fmt: skip
    assert clerk.subjects() == ["دیر", "بعد", "بعدتر", "بی‌مهلت"]
    table = clerk.screen.table
    at = QPoint(300, table.rowViewportPosition(2) + 8)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    clerk.settle()
    assert clerk.subjects() == ["دیر", "بی‌مهلت"]


def test_a_condition_of_arrival_is_added_read_and_cleared(clerk: DeskWindow) -> None:
    clerk.office.registered("کهنه", subject="کهنه", received_at=NOON - timedelta(days=40))
    clerk.office.registered("تازه", subject="تازه", received_at=NOON - timedelta(hours=1))
    clerk.show()
    clerk.focus_table()
    press(clerk.focus(), Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    choose(clerk, "رسیدن ماه جاری")
    assert clerk.subjects() == ["تازه"]
    chip = clerk.screen.filter.since
    assert chip.text() == "ماه جاری رسیده‌اند"
    click(chip, QRectF(4, 0, 12, chip.height()))
    clerk.settle()
    assert len(clerk.subjects()) == 2


def test_last_month_ends_with_its_last_day(clerk: DeskWindow) -> None:
    clerk.office.registered("ماه پیش", subject="ماه پیش", received_at=NOON - timedelta(days=10))
    clerk.office.registered("این ماه", subject="این ماه", received_at=NOON - timedelta(hours=1))
    clerk.show()
    clerk.screen.filter.finder.ask("received")
    choose(clerk, "1 تا 30 آبان")
    assert clerk.subjects() == ["ماه پیش"]
    assert clerk.screen.filter.since.text() == "در آبان ۱۴۰۵ رسیده‌اند"


def test_a_filter_from_elsewhere_is_shown_as_it_is(clerk: DeskWindow) -> None:
    made = clerk.office.petition("متن", subject="از یکی")
    clerk.office.registered("دیگر", subject="دیگری", name="زهرا امینی")
    wanted = ListFilter(scope=Scope.ANY, petitioner_id=made.petitioner_id, order=Order.NEWEST)
    clerk.window.go("inbox", wanted)
    clerk.settle()
    assert clerk.subjects() == ["از یکی"]
    assert clerk.screen.filter.of_one.isVisible()
    chip = clerk.screen.filter.of_one
    click(chip, QRectF(4, 0, 12, chip.height()))
    clerk.settle()
    assert len(clerk.subjects()) == 2
