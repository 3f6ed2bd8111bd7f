"""Word and the drafts, driven by keys and clicks: out with and without annotations, in from Word, and lists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.errors import AppError, BadFileError
from desktop_app.instruments.annotations.word_rows import IncomingKind
from desktop_app.instruments.vocabulary import ThreadKind, ThreadStatus
from tests.department import TestOffice
from tests.instruments.test_annotations import ARTICLES, annotate, draft
from tests.reports.word_colleague import Colleague
from tests.ui.consultation import settle, workplace
from tests.ui.keyboard import CONTROL, activate, press
from ui import jobs
from ui.instruments.screen import InstrumentsScreen

Open = Callable[[], InstrumentsScreen]


@pytest.fixture
def back(tmp_path: Path) -> Path:
    return tmp_path / "برگشته.docx"


@pytest.fixture
def open_screen(qtbot: QtBot, sqlite_office: TestOffice, back: Path) -> Open:
    def make() -> InstrumentsScreen:
        place = workplace(sqlite_office, sqlite_office.reviewer)
        screen = InstrumentsScreen(place, ask_file=lambda: back)
        qtbot.addWidget(screen)
        screen.resize(960, 600)
        activate(screen)
        screen.shown()
        settle(screen)
        return screen

    return make


def written(office: TestOffice, screen: InstrumentsScreen, folder: Path, *, annotations: bool) -> Colleague:
    target = folder / f"out{annotations}.docx"
    screen.word.work.ask_path = lambda _path, _kinds: target
    (screen.word.export_annotated if annotations else screen.word.export).trigger()
    assert jobs.wait_all()
    del office
    return Colleague(target.read_bytes())


def test_a_file_goes_out_and_what_comes_back_is_chosen_and_taken_in(
    open_screen: Open, sqlite_office: TestOffice, back: Path, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    office = sqlite_office
    instrument = draft(office, *ARTICLES)
    annotate(office, instrument, "سی روز کاری")
    screen = open_screen()
    assert "word/comments.xml" not in written(office, screen, tmp_path, annotations=False).members
    colleague = written(office, screen, tmp_path, annotations=True)
    colleague.comment("نتیجه", "به چه کسی؟")
    colleague.comment("نتیجه", "به متقاضی.", answers="به چه کسی")
    colleague.replace("درخواست", "تقاضا")
    colleague.resolve("چرا")
    back.write_bytes(colleague.data())
    screen.word.bring_in.trigger()
    assert jobs.wait_all()
    page = screen.word.page
    assert screen.pages.currentWidget() is page
    qtmodeltester.check(page.model)  # type: ignore[no-untyped-call]
    kinds = [row.kind for row in page.model.rows]
    assert sorted(kinds) == sorted(IncomingKind)
    # What Word calls resolved is not marked; a reply goes with its thread.
    assert len(page.model.chosen) == 3
    at = kinds.index(IncomingKind.THREAD)
    page.go_to(at)
    press(page.table, Qt.Key.Key_Space)
    assert len(page.model.chosen) == 1
    page.model.choose([kinds.index(IncomingKind.REPLY)], wanted=True)
    assert len(page.model.chosen) == 3
    assert "به چه کسی؟" in page.whole.toPlainText()
    press(page, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    rows = office.services.annotations.on_revision(instrument, 1)
    assert len(rows) == 3
    assert all(row.status is ThreadStatus.OPEN for row in rows)
    assert [row.quote for row in rows if row.kind is ThreadKind.SUGGESTION] == ["درخواست"]
    assert screen.pages.list_in_front
    screen.word.bring_in.trigger()
    assert jobs.wait_all()
    assert [row.kind for row in page.model.rows] == [IncomingKind.RESOLUTION]
    assert not page.take_action.isEnabled()
    press(page, Qt.Key.Key_Escape)
    assert screen.pages.list_in_front


def test_changes_become_the_next_revision_and_a_bad_file_is_told(
    open_screen: Open, sqlite_office: TestOffice, back: Path, tmp_path: Path
) -> None:
    office = sqlite_office
    instrument = draft(office, *ARTICLES)
    annotate(office, instrument, "سی روز کاری")
    screen = open_screen()
    colleague = written(office, screen, tmp_path, annotations=True)
    colleague.replace("درخواست", "تقاضا")
    back.write_bytes(colleague.data())
    screen.word.bring_in.trigger()
    assert jobs.wait_all()
    page = screen.word.page
    assert page.model.rowCount() == 1
    page.changes.choose("revision")
    assert page.model.rowCount() == 0
    press(page, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    assert "تقاضای" not in office.services.drafting.revision(instrument, 1).text
    assert "تقاضا" in office.services.drafting.revision(instrument, 2).text
    told: list[AppError] = []
    screen.trouble.connect(told.append)
    back.write_bytes(b"PK\x03\x04")
    screen.word.bring_in.trigger()
    assert jobs.wait_all()
    assert [type(error) for error in told] == [BadFileError]
    assert screen.pages.list_in_front
    for action, name in ((screen.word.list_draft, "list.pdf"), (screen.word.list_all, "list.xlsx")):
        target = tmp_path / name
        screen.word.work.ask_path = lambda _path, _kinds, target=target: target
        action.trigger()
        assert jobs.wait_all()
        assert target.stat().st_size > 1000
