"""Files become revisions of a draft: chosen, dropped, refused, stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as WordDocument
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from desktop_app.errors import BadFileError, RuleError
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.vocabulary import InstrumentStatus
from tests.department import TestOffice, only_administrator
from tests.ui.consultation import FIRST, document, draft, settle
from tests.ui.desk_window import empty_state
from tests.ui.drafts_window import Open, errors_of, open_screen
from tests.ui.keyboard import CONTROL, click, press, type_text
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel

__all__ = ["open_screen"]


def word_file(folder: Path, *paragraphs: str) -> Path:
    made = WordDocument()
    for text in paragraphs:
        made.add_paragraph(text)
    path = folder / "پیش‌نویس.docx"
    made.save(str(path))
    return path


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
