"""Every paper without a printer, on a full disk, without its logo, with a template that was spoilt: one sentence."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy import update

from desktop_app.clock import FixedClock
from desktop_app.office.letter_templates import VARIABLES, LetterKind
from desktop_app.office.model import LetterTemplate
from desktop_app.people.experts import ExpertWords
from desktop_app.petitions.vocabulary import Outcome
from desktop_app.reports.letters.of_petitions import OF_PETITIONS
from desktop_app.settings import Settings
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.letters import without_logo_words
from tests.department import TestOffice
from tests.instruments.consulting import Consultation
from tests.reports.test_letterhead_logo import broken
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import CONTROL, activate, press, put_away
from ui import jobs
from ui.instruments.screen import InstrumentsScreen
from ui.main_window import MainWindow
from ui.petitions.lists.escalation_page import EscalationPage
from ui.widgets.export_work import ExportWork
from ui.widgets.plain import PlainLabel
from ui.workplace import Workplace

_OF_CONSULTATIONS = (LetterKind.INVITATION, LetterKind.NOTICE)


def papers_of_the_inbox(office: TestOffice, shown: DeskWindow) -> Iterator[tuple[QWidget, ExportWork]]:
    """Opens one after the other: letters and papers of a petition, the worklist, what is overdue."""
    taken = office.taken(subject="مجوز کتاب")
    number = office.services.desk.resolve(
        office.clerk, taken.id, taken.version, Outcome.GRANTED, "صادر شد."
    ).id
    papers = shown.screen.papers
    for kind in OF_PETITIONS:
        papers.show_letter(number, kind)
        shown.settle()
        assert papers.letters is not None
        yield papers.letters, papers.letters.work
    papers.show_worklist()
    shown.settle()
    assert papers.worklist is not None
    yield papers.worklist, papers.worklist.work
    papers.show_escalation()
    shown.settle()
    assert papers.escalation is not None
    yield papers.escalation, papers.escalation.work


def papers_of_a_draft(drafts: InstrumentsScreen) -> Iterator[tuple[QWidget, ExportWork]]:
    """Opens one after the other: invitations, a notice, the summing-up."""
    for kind in _OF_CONSULTATIONS:
        drafts.papers.show_letters(kind)
        assert jobs.wait_all()
        yield drafts.papers.letters, drafts.papers.letters.work
        drafts.papers.letters.closed.emit()
        assert jobs.wait_all()
    drafts.details.life.report.click()
    assert jobs.wait_all()
    yield drafts.papers.summing_up, drafts.papers.summing_up.work


@pytest.fixture
def drafts(sqlite_office: TestOffice, clock: FixedClock) -> Iterator[InstrumentsScreen]:
    """The window of the drafts, with one before the public to which somebody is invited."""
    office = sqlite_office
    consultation = Consultation(office, clock).opened()
    expert = office.services.experts.add(office.clerk, ExpertWords("بهرام ناصری", fields=("نشر",)))
    office.services.invitations.invite(office.clerk, consultation.id, [expert.id])
    place = Workplace(office.services, office.clerk, Settings(data_folder=Path(), theme="light"))
    window = MainWindow(place, {"drafts": InstrumentsScreen})
    activate(window)
    screen = window.current_screen()
    assert isinstance(screen, InstrumentsScreen)
    assert jobs.wait_all()
    screen.open_item(consultation.id)
    assert jobs.wait_all()
    yield screen
    assert jobs.wait_all()
    window.close()
    put_away(window)


@pytest.fixture
def no_printer_and_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: object, target: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("ui.widgets.printing.QPrinterInfo.availablePrinterNames", list)
    monkeypatch.setattr(os, "replace", full)


def told_in_a_sentence(page: QWidget, work: ExportWork, folder: Path) -> None:
    """Ctrl+P without a printer, then Ctrl+S onto a full disk."""
    folder.mkdir(exist_ok=True)
    work.ask_path = lambda suggested, _kinds: folder / suggested.name
    press(page, Qt.Key.Key_P, CONTROL)
    assert jobs.wait_all()
    assert "چاپگری ندارد" in work.bar.text, page
    press(page, Qt.Key.Key_S, CONTROL)
    assert jobs.wait_all()
    assert "دیسک پر است" in work.bar.text, page
    assert list(folder.iterdir()) == []


def left_out(page: QWidget) -> PlainLabel:
    """Where a page says what its paper goes without."""
    return page.left_out if isinstance(page, EscalationPage) else page.preview.left_out  # type: ignore[attr-defined]


@pytest.mark.usefixtures("no_printer_and_a_full_disk")
def test_papers_of_the_inbox_tell_of_printer_and_disk(sqlite_office: TestOffice, tmp_path: Path) -> None:
    with desk(sqlite_office, sqlite_office.manager) as shown:
        for page, work in papers_of_the_inbox(sqlite_office, shown):
            told_in_a_sentence(page, work, tmp_path / "papers")


@pytest.mark.usefixtures("no_printer_and_a_full_disk")
def test_papers_of_a_draft_tell_of_printer_and_disk(drafts: InstrumentsScreen, tmp_path: Path) -> None:
    for page, work in papers_of_a_draft(drafts):
        told_in_a_sentence(page, work, tmp_path / "papers")


def test_papers_of_the_inbox_say_that_they_go_without_the_logo(sqlite_office: TestOffice) -> None:
    with desk(sqlite_office, sqlite_office.manager) as shown:
        shown.screen.papers.show_escalation()
        shown.settle()
        overdue = shown.screen.papers.escalation
        assert overdue is not None
        assert overdue.left_out.isHidden()
        shown.key(Qt.Key.Key_Escape)
        broken(sqlite_office)
        for page, _ in papers_of_the_inbox(sqlite_office, shown):
            assert left_out(page).isVisible(), page
            assert left_out(page).text() == without_logo_words()


def test_papers_of_a_draft_say_that_they_go_without_the_logo(
    drafts: InstrumentsScreen, sqlite_office: TestOffice
) -> None:
    broken(sqlite_office)
    for page, _ in papers_of_a_draft(drafts):
        assert left_out(page).isVisible(), page
        assert left_out(page).text() == without_logo_words()


def spoil(office: TestOffice) -> None:
    """Every template as somebody wrote it into the table by hand."""
    templates = office.services.letter_templates
    for row in templates.all():
        templates.change(office.administrator, row.kind, row.version, row.words)
    with office.services.database.writing() as session:
        session.execute(update(LetterTemplate).values(standard=False, body="{salary}"))


def test_a_spoilt_template_is_told_for_every_letter_and_paper(
    sqlite_office: TestOffice, drafts: InstrumentsScreen
) -> None:
    spoil(sqlite_office)
    told = rule_sentence("letter_template_is_broken")
    seen: list[LetterKind] = []
    for kind in _OF_CONSULTATIONS:
        drafts.papers.show_letters(kind)
        assert jobs.wait_all()
        window = drafts.window()
        assert isinstance(window, MainWindow)
        assert told in window.message_bar.text
        window.message_bar.hide()
        seen.append(kind)
    number = sqlite_office.taken(subject="مجوز کتاب").id
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        for kind in OF_PETITIONS:
            shown.screen.papers.show_letter(number, kind)
            shown.settle()
            assert told in shown.message
            shown.window.message_bar.hide()
            seen.append(kind)
    assert sorted(seen) == sorted(VARIABLES)
