"""The drafts, driven by keys and clicks on a real database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document as WordDocument
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.errors import AppError, BadFileError, ConflictError, NotFoundError, RuleError
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus, Track
from desktop_app.staff.presence import Doing, OpenItem, Present
from desktop_app.staff.roles import Actor
from desktop_app.wording.labels import label
from tests.department import TestOffice, only_administrator
from tests.ui.consultation import (
    FIRST,
    SECOND,
    TITLE,
    comment,
    document,
    draft,
    open_window,
    settle,
    workplace,
)
from tests.ui.desk_window import empty_state
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from ui import jobs
from ui.instruments.screen import InstrumentsScreen
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel
from ui.widgets.reading_view import ReadingView
from ui.widgets.skeleton import Skeleton

Open = Callable[..., InstrumentsScreen]


@pytest.fixture
def open_screen(qtbot: QtBot, sqlite_office: TestOffice) -> Open:
    """Opens the screen for somebody; `file` is what the dialog for files answers."""

    def make(actor: Actor | None = None, file: Path | None = None) -> InstrumentsScreen:
        place = workplace(sqlite_office, actor or sqlite_office.reviewer)
        screen = InstrumentsScreen(place, ask_file=lambda: file)
        qtbot.addWidget(screen)
        screen.resize(1272, 788)
        activate(screen)
        screen.shown()
        settle(screen)
        return screen

    return make


def top_of(view: ReadingView) -> str:
    """Returns the text of the first block in sight."""
    assert view.page is not None
    index, _origin = next(view.page.visible(view.verticalScrollBar().value() + 12, 1))
    block = view.page.blocks[index]
    return view.text[block.start : block.end]


def errors_of(screen: InstrumentsScreen) -> list[AppError]:
    found: list[AppError] = []
    screen.trouble.connect(found.append)
    return found


def said_by(screen: InstrumentsScreen) -> list[str]:
    found: list[str] = []
    screen.message.connect(lambda sentence, _undo: found.append(sentence))
    return found


def asked_of(screen: InstrumentsScreen) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    screen.navigate.connect(lambda name, item: found.append((name, item)))
    return found


def word_file(folder: Path, *paragraphs: str) -> Path:
    made = WordDocument()
    for text in paragraphs:
        made.add_paragraph(text)
    path = folder / "پیش‌نویس.docx"
    made.save(str(path))
    return path


def test_without_drafts_the_screen_says_what_would_be_here_and_offers_to_register_one(
    open_screen: Open,
) -> None:
    screen = open_screen()
    assert empty_state(screen).isVisible()
    press(screen, Qt.Key.Key_N, CONTROL)
    assert screen.steps.register_dialog is not None
    assert screen.steps.register_dialog.isVisible()


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


def test_a_word_file_becomes_a_revision_after_its_structure_was_shown(
    open_screen: Open, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    made = draft(sqlite_office)
    path = word_file(tmp_path, "ماده ۱- نگارخانه پروانه می‌خواهد.", "ماده ۲- پروانه یک سال اعتبار دارد.")
    screen = open_screen(file=path)
    press(screen.list_page.list, Qt.Key.Key_O, CONTROL)
    settle(screen)
    page = screen.importing.page
    assert page.isVisible()
    outline = [(entry.label, entry.heading) for entry in page.body.outline.rows()]
    assert outline == [("ماده ۱", "نگارخانه پروانه می‌خواهد."), ("ماده ۲", "پروانه یک سال اعتبار دارد.")]
    assert sqlite_office.services.drafting.detail(sqlite_office.reviewer, made.row.id).revisions == ()
    type_text(page.summary, "متن نخست")
    press(page.summary, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    (kept,) = sqlite_office.services.drafting.detail(sqlite_office.reviewer, made.row.id).revisions
    assert kept.summary == "متن نخست"
    assert kept.source_name == "پیش‌نویس.docx"
    assert len(screen.details.revisions.cards) == 1
    assert not page.isVisible()


def test_a_dropped_file_is_read_as_one_that_was_chosen(
    open_screen: Open, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    draft(sqlite_office)
    path = tmp_path / "text.txt"
    path.write_text(FIRST, encoding="utf-8")
    screen = open_screen()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    actions, buttons, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPoint(50, 50), actions, data, buttons, keys)
    screen.dragEnterEvent(entering)
    assert entering.isAccepted()
    screen.dropEvent(QDropEvent(QPointF(50, 50), actions, data, buttons, keys))
    settle(screen)
    assert screen.importing.page.isVisible()
    assert "ماده ۱" in screen.importing.page.body.text.text


def test_putting_an_import_away_keeps_nothing(
    open_screen: Open, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    made = draft(sqlite_office)
    screen = open_screen(file=word_file(tmp_path, "ماده ۱- متن."))
    screen.importing.choose_file()
    settle(screen)
    press(screen.importing.page.summary, Qt.Key.Key_Escape)
    settle(screen)
    assert not screen.importing.page.isVisible()
    assert sqlite_office.services.drafting.detail(sqlite_office.reviewer, made.row.id).revisions == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("قدیمی.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("خالی.docx", b""),
        ("دروغ.docx", b"this is no zip file"),
        ("سند.pdf", b"%PDF-1.7\n"),
    ],
)
def test_a_refused_file_is_told_in_one_sentence_and_changes_nothing(
    open_screen: Open, sqlite_office: TestOffice, tmp_path: Path, name: str, content: bytes
) -> None:
    draft(sqlite_office, FIRST)
    path = tmp_path / name
    path.write_bytes(content)
    screen = open_screen(file=path)
    errors = errors_of(screen)
    screen.importing.choose_file()
    settle(screen)
    assert [type(error) for error in errors] == [BadFileError]
    assert not screen.importing.page.isVisible()
    assert len(screen.details.revisions.cards) == 1


def test_the_reading_of_a_large_file_can_be_stopped(
    open_screen: Open, sqlite_office: TestOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    draft(sqlite_office, FIRST)
    path = tmp_path / "large.txt"
    path.write_text("".join(f"ماده {n}- حکم شماره {n} است.\n" for n in range(60_000)), encoding="utf-8")
    screen = open_screen()
    screen.importing.patience.setInterval(0)
    screen.importing.read(path)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in screen.findChildren(EmptyState)), timeout=60_000)
    click(empty_state(screen).findChildren(Button)[0])
    settle(screen)
    assert screen.list_page.isVisible()
    assert not screen.importing.page.isVisible()


def test_the_text_of_the_last_revision_over_again_is_refused_and_the_preview_stays(
    open_screen: Open, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    path = tmp_path / "same.txt"
    path.write_text(FIRST, encoding="utf-8")
    draft(sqlite_office, FIRST)
    screen = open_screen(file=path)
    errors = errors_of(screen)
    screen.importing.choose_file()
    settle(screen)
    click(screen.importing.page.save_button)
    settle(screen)
    assert [type(error) for error in errors] == [RuleError]
    assert screen.importing.page.isVisible()
    assert screen.importing.page.save_button.isEnabled()


def test_what_was_left_out_of_a_file_is_named_at_its_revision(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    made = draft(sqlite_office)
    sqlite_office.services.drafting.add_revision(
        sqlite_office.reviewer, made.row.id, document(FIRST, "footnotes", "header")
    )
    screen = open_screen()
    (card,) = screen.details.revisions.cards
    texts = [one.text() for one in card.findChildren(PlainLabel)]
    assert "خوانده نشد: پانوشت‌ها، سرصفحه‌ها" in texts


def test_the_keyboard_belongs_to_the_list_as_soon_as_it_is_there(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    draft(sqlite_office, FIRST)
    assert open_screen().list_page.list.hasFocus()


def test_enter_reads_the_latest_revision_and_escape_comes_back(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    draft(sqlite_office, FIRST, SECOND)
    screen = open_screen()
    press(screen.list_page.list, Qt.Key.Key_Return)
    settle(screen)
    assert screen.papers.reader.isVisible()
    assert screen.papers.reader.body.text.text == SECOND
    assert TITLE in screen.title()
    press(screen.papers.reader.body.text, Qt.Key.Key_Escape)
    assert screen.list_page.isVisible()


def test_the_reader_steps_to_the_revision_before_by_the_key_under_both_layouts(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    draft(sqlite_office, FIRST, SECOND)
    screen = open_screen()
    screen.papers.read(2)
    settle(screen)
    press(screen.papers.reader.body.text, Qt.Key.Key_BracketLeft)
    settle(screen)
    assert screen.papers.reader.body.text.text == FIRST
    press(screen.papers.reader.body.text, ord("چ"), text="چ")
    settle(screen)
    assert screen.papers.reader.body.text.text == SECOND


def test_choosing_in_the_outline_scrolls_the_text_there(open_screen: Open, sqlite_office: TestOffice) -> None:
    long = "".join(f"ماده {number}- حکم شماره {number} " + "متن " * 60 + "\n" for number in range(1, 60))
    draft(sqlite_office, long)
    screen = open_screen()
    screen.papers.read(1)
    settle(screen)
    outline = screen.papers.reader.body.outline
    outline.go_to(39)
    text = screen.papers.reader.body.text
    assert top_of(text).startswith("ماده 40-")
    # Scrolling selects the provision at the top.
    press(text, Qt.Key.Key_Home)
    assert outline.currentIndex().row() == 0


def test_words_are_found_in_the_text_however_they_are_spelled(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen()
    screen.papers.read(1)
    settle(screen)
    body = screen.papers.reader.body
    press(body.text, Qt.Key.Key_F, CONTROL)
    assert body.search.hasFocus()
    type_text(body.search, "نگارخانه")
    press(body.search, Qt.Key.Key_Return)
    settle(screen)
    first = body.text.shown.match
    assert first is not None
    assert body.text.text[slice(*first)] == "نگارخانه"
    press(body.search, Qt.Key.Key_F3)
    assert body.text.shown.match != first
    press(body.search, Qt.Key.Key_F3)
    press(body.search, Qt.Key.Key_F3)
    body.search.setText("مي آيد")
    press(body.search, Qt.Key.Key_Return)
    found = body.text.shown.match
    assert found is not None
    assert body.text.text[slice(*found)] == "می‌آید"
    body.search.setText("نیست که نیست")
    press(body.search, Qt.Key.Key_Return)
    assert body.search.property("invalid")


def test_document_text_grows_with_the_scale(open_screen: Open, sqlite_office: TestOffice) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen()
    screen.papers.read(1)
    settle(screen)
    page = screen.papers.reader.body.text.page
    assert page is not None
    before = page.layout(0).line_height
    click(screen.papers.reader.head.larger)
    assert page.layout(0).line_height > before
    click(screen.papers.reader.head.smaller)
    assert page.layout(0).line_height == before


def test_control_characters_are_shown_and_the_outline_still_leads_to_its_place(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    draft(sqlite_office, "ماده ۱- \u202eوارونه و 😀 تمام.\nماده ۲- دیگر.\n")
    screen = open_screen()
    screen.papers.read(1)
    settle(screen)
    body = screen.papers.reader.body
    assert body.text.page is not None
    shown = body.text.page.layout(0).paragraphs[0].layout.text()
    assert "\u202e" not in shown
    assert "\ufffdوارونه و 😀" in shown
    assert not body.text.viewport().grab().isNull()


def test_two_revisions_go_to_the_comparison_by_one_key(open_screen: Open, sqlite_office: TestOffice) -> None:
    made = draft(sqlite_office, FIRST, SECOND)
    screen = open_screen()
    asked = asked_of(screen)
    press(screen.list_page.list, Qt.Key.Key_M, CONTROL)
    assert asked == [("comparison", (made.row.id, 1, 2))]


def test_of_three_revisions_every_pair_can_be_compared(open_screen: Open, sqlite_office: TestOffice) -> None:
    made = draft(sqlite_office, FIRST, SECOND, FIRST)
    screen = open_screen()
    asked = asked_of(screen)
    menu = screen.details.compare_menu()
    assert len(menu.actions()) == 3
    menu.actions()[-1].trigger()
    assert asked == [("comparison", (made.row.id, 1, 2))]


def test_a_single_revision_cannot_be_compared(open_screen: Open, sqlite_office: TestOffice) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen()
    assert not screen.details.compare.isEnabled()


def test_an_administrator_is_told_who_may_import(open_screen: Open, sqlite_office: TestOffice) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen(only_administrator(sqlite_office))
    assert not screen.details.bring_in.isEnabled()
    assert "کارشناس حقوقی" in screen.details.hint.text()


def test_a_finished_draft_says_why_it_takes_no_revision(open_screen: Open, sqlite_office: TestOffice) -> None:
    made = draft(sqlite_office, FIRST)
    with sqlite_office.services.database.writing() as session:
        instrument = session.get_one(Instrument, made.row.id)
        instrument.status, instrument.withdrawn_reason = InstrumentStatus.WITHDRAWN.value, "منتفی شد"
    screen = open_screen()
    assert not screen.details.bring_in.isEnabled()
    assert screen.details.hint.isVisible()
    assert "نسخه" in screen.details.hint.text()


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
