"""The papers of a consultation in the window: its summing-up read, saved and printed, its package made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.instruments.comments.service import NewComment
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.instruments.consulting import NEXT_TEXT, Consultation
from tests.reports.pdf.reading import by_pdfium
from tests.ui.consultation import settle, workplace
from tests.ui.keyboard import CONTROL, activate, click, press
from ui import jobs
from ui.instruments.screen import InstrumentsScreen
from ui.instruments.summing_up_page import INTERNAL, PUBLIC


@pytest.fixture
def consultation(sqlite_office: TestOffice, clock: FixedClock) -> Consultation:
    return Consultation(sqlite_office, clock)


def screen_of(
    qtbot: QtBot, consultation: Consultation, folder: Path, *, by: Actor | None = None
) -> InstrumentsScreen:
    office = consultation.office
    screen = InstrumentsScreen(
        workplace(office, by or office.reviewer), ask_folder=lambda _owner, _suggested: folder
    )
    qtbot.addWidget(screen)
    screen.resize(1272, 788)
    activate(screen)
    screen.shown()
    settle(screen)
    screen.open_item(consultation.id)
    settle(screen)
    return screen


def test_the_summing_up_is_read_and_saved_in_each_form(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    consultation.opened()
    comment = consultation.comment()
    consultation.after_the_end()
    office = consultation.office
    office.services.life.start_revising(office.reviewer, consultation.id, consultation.version)
    consultation.write(NEXT_TEXT)
    consultation.decide(comment)
    consultation.sum_up()
    screen = screen_of(qtbot, consultation, tmp_path)
    click(screen.details.life.report)
    assert jobs.wait_all()
    page = screen.papers.summing_up
    assert page.isVisible()
    assert page.state.words == "نهایی، شمارهٔ \u2066۱۴۰۵/۱\u2069"
    assert page.preview.pages >= 2
    page.work.ask_path = lambda suggested, _kinds: tmp_path / suggested.name
    activate(screen)
    press(page, Qt.Key.Key_S, CONTROL)
    assert jobs.wait_all()
    for action in page.more_menu().actions():
        action.trigger()
        assert jobs.wait_all()
    assert {path.suffix for path in tmp_path.iterdir()} == {".pdf", ".docx", ".xlsx"}
    assert all("گزارش جمع‌بندی" in path.name for path in tmp_path.iterdir())
    assert next(tmp_path.glob("*.pdf")).read_bytes() == page.opened.pdf if page.opened else False
    press(page.preview.view, Qt.Key.Key_Escape)
    assert screen.details.isVisible()


def test_whoever_works_on_the_draft_turns_to_the_form_with_names_and_back(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    consultation.opened()
    consultation.services.comments.take_in(
        consultation.office.clerk, consultation.id, [NewComment("مهلت را کمتر کنید.", sender="شورای کتاب")]
    )
    screen = screen_of(qtbot, consultation, tmp_path)
    click(screen.details.life.report)
    assert jobs.wait_all()
    page = screen.papers.summing_up
    assert page.form.isVisible()
    assert not page.personal.isVisible()
    assert "senders_read" not in {event.action for event in consultation.now.history}
    activate(screen)
    press(page, Qt.Key.Key_I, CONTROL)
    assert jobs.wait_all()
    assert page.form.value() == INTERNAL
    assert page.personal.isVisible()
    assert page.personal.words == "داخلی — دارای اطلاعات شخصی"
    assert page.opened is not None
    assert "شورای کتاب" in " ".join(by_pdfium(page.opened.pdf))
    assert consultation.now.history[-1].action == "senders_read"
    page.work.ask_path = lambda suggested, _kinds: tmp_path / suggested.name
    press(page, Qt.Key.Key_S, CONTROL)
    assert jobs.wait_all()
    [saved] = tmp_path.glob("*.pdf")
    assert saved.name.startswith("نسخهٔ داخلی گزارش جمع‌بندی")
    press(page.form, Qt.Key.Key_1)
    assert jobs.wait_all()
    assert not page.personal.isVisible()
    assert "شورای کتاب" not in " ".join(by_pdfium(page.opened.pdf))
    # What is opened again is the form for publication, whatever was shown last.
    press(page, Qt.Key.Key_I, CONTROL)
    assert jobs.wait_all()
    press(page.preview.view, Qt.Key.Key_Escape)
    click(screen.details.life.report)
    assert jobs.wait_all()
    assert page.form.value() == PUBLIC
    assert not page.personal.isVisible()


def test_who_does_not_work_on_the_draft_is_not_offered_the_form_with_names(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    consultation.opened()
    screen = screen_of(qtbot, consultation, tmp_path, by=consultation.office.clerk)
    click(screen.details.life.report)
    assert jobs.wait_all()
    assert screen.papers.summing_up.isVisible()
    assert not screen.papers.summing_up.form.isVisible()
    press(screen.papers.summing_up, Qt.Key.Key_I, CONTROL)
    assert jobs.wait_all()
    assert not screen.papers.summing_up.personal.isVisible()
    assert "senders_read" not in {event.action for event in consultation.now.history}


def test_one_that_is_not_frozen_says_so_in_its_head(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    consultation.opened()
    screen = screen_of(qtbot, consultation, tmp_path)
    click(screen.details.life.report)
    assert jobs.wait_all()
    assert screen.papers.summing_up.state.words == "هنوز نهایی نشده"


def test_a_package_is_made_into_a_folder_of_its_own_and_no_other_folder_is_touched(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    consultation.opened()
    screen = screen_of(qtbot, consultation, tmp_path)
    click(screen.details.life.package)
    assert jobs.wait_all()
    target = tmp_path / consultation.now.row.code
    assert (target / "index.html").exists()
    assert "نوشته شد" in screen.papers.packing.bar.text
    assert consultation.now.history[-1].action == "package_made"
    (target / "letter.docx").write_bytes(b"somebody's")
    click(screen.details.life.package)
    assert jobs.wait_all()
    assert "فایل‌های دیگری دارد" in screen.papers.packing.bar.text
    assert (target / "letter.docx").exists()


def test_a_draft_that_never_stood_before_the_public_offers_neither(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    consultation.register().ask()
    screen = screen_of(qtbot, consultation, tmp_path)
    life = screen.details.life
    assert life.isVisible()
    assert life.package.isHidden()
    assert life.report.isHidden()
