"""The drafts, driven by keys and clicks on a real database."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.errors import ConflictError, NotFoundError
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus, Track
from desktop_app.staff.presence import Doing, OpenItem, Present
from desktop_app.staff.roles import Actor
from desktop_app.wording.labels import label
from tests.department import TestOffice, only_administrator
from tests.ui.consultation import FIRST, comment, draft, open_window, settle
from tests.ui.desk_window import empty_state
from tests.ui.drafts_window import Open, asked_of, errors_of, open_screen
from tests.ui.keyboard import CONTROL, click, press, type_text
from ui import jobs
from ui.widgets.skeleton import Skeleton

__all__ = ["open_screen"]


def test_without_drafts_the_screen_says_what_would_be_here_and_offers_to_register_one(
    open_screen: Open,
) -> None:
    screen = open_screen()
    assert empty_state(screen).isVisible()
    press(screen, Qt.Key.Key_N, CONTROL)
    assert screen.steps.register_dialog is not None
    assert screen.steps.register_dialog.isVisible()


@pytest.mark.parametrize("width", [1366 - 168, 1272, 960 - 168])
def test_no_view_loses_words_beside_the_details(
    open_screen: Open, sqlite_office: TestOffice, width: int
) -> None:
    for number in range(3):
        draft(sqlite_office, title=f"پیش‌نویس {number}")
    screen = open_screen()
    screen.resize(width, 700)
    settle(screen)
    tabs = screen.list_page.tabs
    assert tabs.width() >= tabs.sizeHint().width()


def test_an_administrator_is_offered_no_registration(open_screen: Open, sqlite_office: TestOffice) -> None:
    screen = open_screen(only_administrator(sqlite_office))
    press(screen, Qt.Key.Key_N, CONTROL)
    assert screen.steps.register_dialog is None


@pytest.mark.parametrize("kind", list(InstrumentKind))
def test_each_kind_is_registered_on_the_road_that_the_law_gives_it(
    open_screen: Open, sqlite_office: TestOffice, kind: InstrumentKind, qtbot: QtBot
) -> None:
    screen = open_screen()
    dialog = screen.steps.register()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=60_000)
    dialog.kinds[kind].click()
    road = "ارسال" if kind in (InstrumentKind.BILL, InstrumentKind.CABINET_BYLAW) else "ابلاغ"
    assert road in dialog.rule.text()
    type_text(dialog.title_field, "ضوابط نو")
    press(dialog.title_field, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    (row,) = sqlite_office.services.drafting.all()
    assert row.kind is kind
    assert row.title == "ضوابط نو"
    assert (row.track is Track.B) == (road == "ارسال")
    assert screen.details.detail is not None
    assert screen.details.detail.row.id == row.id


def test_a_title_left_empty_is_told_in_the_form_and_what_was_typed_stays(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    screen = open_screen()
    dialog = screen.steps.register()
    dialog.code.setText("۱۴۰۵-۷")
    click(dialog.save_button)
    settle(screen)
    assert dialog.isVisible()
    assert "عنوان" in dialog.refusals.card.words.text()
    assert dialog.code.text() == "۱۴۰۵-۷"
    assert sqlite_office.services.drafting.all() == ()


def test_a_code_that_is_taken_is_told_in_the_form(open_screen: Open, sqlite_office: TestOffice) -> None:
    taken = draft(sqlite_office, title="نخست").row.code
    screen = open_screen()
    dialog = screen.steps.register()
    type_text(dialog.title_field, "دومی")
    dialog.code.setText(taken)
    click(dialog.save_button)
    settle(screen)
    assert taken in dialog.refusals.card.words.text()
    assert len(sqlite_office.services.drafting.all()) == 1


def test_the_keyboard_belongs_to_the_list_as_soon_as_it_is_there(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    draft(sqlite_office, FIRST)
    assert open_screen().list_page.list.hasFocus()


def test_a_draft_that_is_gone_leaves_no_skeleton_behind(
    open_screen: Open, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_actor: Actor, instrument_id: int) -> None:
        raise NotFoundError(item="instrument", key=instrument_id)

    draft(sqlite_office, FIRST)
    monkeypatch.setattr(sqlite_office.services.drafting, "detail", gone)
    screen = open_screen()
    errors = errors_of(screen)
    screen.list_page.picked.emit(screen.list_page.list.rows()[0])
    settle(screen)
    assert [type(error) for error in errors] == [NotFoundError]
    assert not any(skeleton.isVisible() for skeleton in screen.findChildren(Skeleton))
    assert not screen.details.isVisible()


def test_the_author_sends_a_draft_to_legal_review(open_screen: Open, sqlite_office: TestOffice) -> None:
    made = draft(sqlite_office, FIRST)
    screen = open_screen()
    click(screen.details.move_button)
    settle(screen)
    detail = sqlite_office.services.drafting.detail(sqlite_office.reviewer, made.row.id)
    assert detail.row.status is InstrumentStatus.LEGAL_REVIEW
    assert screen.details.detail == detail
    assert "بازگشت" in screen.details.move_button.text()


def test_a_clerk_who_did_not_write_it_has_no_button_to_move_it(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen(sqlite_office.clerk)
    assert not screen.details.move_button.isVisible()


def test_a_draft_that_somebody_moved_meanwhile_is_not_moved_again(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    made = draft(sqlite_office, FIRST)
    screen = open_screen()
    errors = errors_of(screen)
    drafting = sqlite_office.services.drafting
    drafting.move(sqlite_office.manager, made.row.id, made.row.version, InstrumentStatus.LEGAL_REVIEW)
    click(screen.details.move_button)
    settle(screen)
    assert [type(error) for error in errors] == [ConflictError]
    now = drafting.detail(sqlite_office.reviewer, made.row.id)
    assert now.row.status is InstrumentStatus.LEGAL_REVIEW
    assert screen.details.detail is not None
    assert screen.details.detail.row.status is InstrumentStatus.LEGAL_REVIEW


def test_the_history_tells_who_did_what(open_screen: Open, sqlite_office: TestOffice) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen()
    told = screen.details.history.accessibleDescription()
    assert f"{sqlite_office.reviewer.name} آن را ثبت کرد" in told
    assert f"{sqlite_office.reviewer.name} نسخهٔ ۱ را افزود" in told


def test_views_hold_their_states_and_count_them(open_screen: Open, sqlite_office: TestOffice) -> None:
    draft(sqlite_office, FIRST, title="در تدوین")
    opened = draft(sqlite_office, FIRST, title="در معرض نقد")
    open_window(sqlite_office, opened.row.id, date(2026, 11, 20), date(2026, 12, 5))
    screen = open_screen()
    screen.list_page.tabs.choose("open")
    settle(screen)
    assert [row.title for row in screen.list_page.list.rows()] == ["در معرض نقد"]
    assert screen.details.detail is not None
    assert screen.details.detail.row.id == opened.row.id
    assert "۱۱ روز مانده" in screen.details.window_mark.accessibleName()


def test_searching_folds_what_is_typed(open_screen: Open, sqlite_office: TestOffice) -> None:
    draft(sqlite_office, FIRST, title="آیین‌نامه کتاب‌های کودک")
    draft(sqlite_office, FIRST, title="بخشنامه تلفن")
    screen = open_screen()
    type_text(screen.list_page.search, "كتاب هاي")
    press(screen.list_page.search, Qt.Key.Key_Return)
    assert [row.title for row in screen.list_page.list.rows()] == ["آیین‌نامه کتاب‌های کودک"]
    type_text(screen.list_page.search, " نیست")
    press(screen.list_page.search, Qt.Key.Key_Return)
    settle(screen)
    assert not screen.list_page.list.isVisible()


def test_j_and_its_persian_letter_walk_the_list(open_screen: Open, sqlite_office: TestOffice) -> None:
    for number in range(3):
        draft(sqlite_office, title=f"پیش‌نویس {number}")
    screen = open_screen()
    rows = screen.list_page.list
    press(rows, Qt.Key.Key_J)
    press(rows, ord("ت"), text="ت")
    settle(screen)
    assert rows.currentIndex().row() == 2
    press(rows, Qt.Key.Key_K)
    settle(screen)
    assert screen.details.detail is not None
    assert screen.details.detail.row.id == rows.rows()[1].id


def test_the_public_s_comments_are_one_click_away(open_screen: Open, sqlite_office: TestOffice) -> None:
    made = draft(sqlite_office, FIRST)
    comment(sqlite_office, made.row.id, "خوب است.", provision="ماده ۱")
    screen = open_screen()
    asked = asked_of(screen)
    click(screen.details.comments_button)
    assert asked == [("comments", made.row.id)]


def test_another_screen_can_ask_for_an_instrument(open_screen: Open, sqlite_office: TestOffice) -> None:
    first = draft(sqlite_office, FIRST, title="نخست")
    draft(sqlite_office, FIRST, title="دوم")
    screen = open_screen()
    screen.open_item(first.row.id)
    settle(screen)
    assert screen.details.title.text() == "نخست"


def test_the_models_of_list_and_outline_keep_qt_s_contract(
    open_screen: Open, sqlite_office: TestOffice, qtmodeltester: ModelTester
) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen()
    screen.papers.read(1)
    settle(screen)
    models = [screen.list_page.list.row_model, screen.papers.reader.body.outline.row_model]
    for model in models:
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_every_state_has_its_name_in_the_list(open_screen: Open, sqlite_office: TestOffice) -> None:
    made = draft(sqlite_office, FIRST)
    screen = open_screen()
    model = screen.list_page.list.row_model
    told = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert label("instrument_status", made.row.status.value) in str(told)


def test_the_screen_can_die_while_it_is_reading(open_screen: Open, sqlite_office: TestOffice) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen()
    screen.refresh()
    screen.close()
    screen.deleteLater()
    assert jobs.wait_all()


def test_a_draft_of_a_colleague_appears_by_itself(open_screen: Open, sqlite_office: TestOffice) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen()
    made = sqlite_office.services.drafting.register(
        sqlite_office.reviewer, InstrumentKind.CIRCULAR, "بخشنامه"
    )
    screen.others_changed(frozenset({("instrument", made.row.id)}))
    assert jobs.wait_all()
    assert screen.list_page.list.row_model.rowCount() == 2


def test_a_colleague_at_the_same_draft_is_named(open_screen: Open, sqlite_office: TestOffice) -> None:
    made = draft(sqlite_office, FIRST)
    screen = open_screen()
    place = screen.place()
    assert place == OpenItem("instrument", made.row.id, Doing.LOOKING)
    screen.show_present((Present("حسن نوری", place, 5.0),))
    assert screen.details.presence.words.text() == "حسن نوری در حال مشاهده"
    screen.show_present(())
    assert screen.details.presence.isHidden()
