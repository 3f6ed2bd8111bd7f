"""From the desk to the raw thing that arrived, and from what was taken in to the petition."""

from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.petitions.desk import attachments as attachments_module
from desktop_app.petitions.history.sentences import sentence
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.intake.staged import GOOD, hand_in, petitions
from tests.intake.test_tracing import with_files
from tests.ui.consultation import workplace
from tests.ui.desk_window import desk
from tests.ui.keyboard import CONTROL, activate, click, press
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.comments.screen import CommentsScreen
from ui.widgets.attachment_dialogs import RiskDialog
from ui.widgets.origin_dialog import OriginDialog
from ui.workplace import Workplace


def test_the_petition_s_raw_thing_opens_by_a_key_as_plain_text(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    payload = GOOD | {"<b>نام</b>": "<i>x</i>", "unit": office.books.name}
    hand_in(office.services.database, {"external_id": "P-1", "payload": payload})
    office.services.staging.run(office.manager)
    [made] = petitions(office)
    with desk(office, office.clerk) as window:
        window.show(keep=made.id)
        window.focus_table()
        window.letter("i")
        dialog = window.screen.tracing.dialog
        assert isinstance(dialog, OriginDialog)
        window.settle()
        assert "P-1" in dialog.view.heading.text()
        assert "<b>نام</b>: <i>x</i>" in dialog.view.text.toPlainText()
        assert not dialog.later_button.isVisible()
        press(dialog, Qt.Key.Key_Escape)
        window.settle()


def test_where_nothing_was_handed_in_that_is_said(sqlite_office: TestOffice) -> None:
    number = sqlite_office.registered(unit=sqlite_office.books)
    with desk(sqlite_office, sqlite_office.clerk) as window:
        window.show(keep=number)
        window.screen.tracing.action.trigger()
        window.settle()
        dialog = window.screen.tracing.dialog
        assert isinstance(dialog, OriginDialog)
        assert dialog.empty.isVisible()
        dialog.close()


def test_what_was_taken_in_leads_to_its_petition(sqlite_office: TestOffice, qtbot: QtBot) -> None:
    office = sqlite_office
    hand_in(office.services.database, {"external_id": "P-1"}, {"external_id": "P-2"})
    office.services.staging.run(office.manager)
    screen = AdministrationScreen(
        Workplace(office.services, office.administrator, Settings(data_folder=Path()))
    )
    qtbot.addWidget(screen)
    went: list[tuple[str, object]] = []
    screen.navigate.connect(lambda name, item: went.append((name, item)))
    screen.resize(1272, 788)
    activate(screen)
    screen.tabs.choose("arrived")
    for _ in range(4):
        assert jobs.wait_all()
    panel = screen.arrived
    assert len(panel.roster.rows()) == 2
    assert "P-2" in panel.view.heading.text()
    panel.roster.setFocus()
    press(panel.roster, Qt.Key.Key_Down)
    for _ in range(4):
        assert jobs.wait_all()
    press(panel.roster, Qt.Key.Key_Return, CONTROL)
    assert went == [("inbox", petitions(office)[0].id)]


def test_files_that_came_with_a_comment_are_counted_and_opened_after_a_warning(
    sqlite_office: TestOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    office = sqlite_office
    with_files(office, tmp_path / "mails")
    screen = CommentsScreen(workplace(office, office.reviewer))
    qtbot.addWidget(screen)
    screen.resize(1272, 788)
    activate(screen)
    screen.shown()
    opened: list[Path] = []
    screen.origins.opening.open_url = lambda url: opened.append(Path(url.toLocalFile()))
    qtbot.waitUntil(screen.decision.files.isVisible, timeout=60_000)
    assert "۲" in screen.decision.files.text()
    press(screen.decision.files, Qt.Key.Key_Return)
    dialog = screen.origins.dialog
    assert isinstance(dialog, OriginDialog)
    assert jobs.wait_all()
    letter, program = dialog.view.files
    click(letter)
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=60_000)
    assert opened[0].read_bytes() == b"%PDF-1.7\n"
    assert not opened[0].stat().st_mode & stat.S_IWUSR
    press(program, Qt.Key.Key_Return)
    assert jobs.wait_all()
    warning = screen.origins.opening.dialog
    assert isinstance(warning, RiskDialog)
    press(warning, Qt.Key.Key_Escape)
    assert jobs.wait_all()
    assert len(opened) == 1
    dialog.close()
    screen.workplace.opened.clean()


def test_the_history_leads_to_the_files_that_were_not_attached(
    sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = sqlite_office
    hand_in(office.services.database, {"channel": "sms", "payload": GOOD | {"mobile": "09121234567"}})
    office.services.staging.run(office.manager)
    [made] = petitions(office)
    monkeypatch.setattr(attachments_module, "MOST_FILES", 0)
    text = {"from": "09121234567", "text": made.tracking_code}
    file = {"name": "مدرک.pdf", "content": base64.b64encode(b"%PDF-1.4 sample").decode()}
    hand_in(
        office.services.database,
        {"channel": "sms", "payload": text, "external_id": "S-1", "attachments": [file]},
    )
    office.services.staging.run(office.manager)
    with desk(office, office.manager) as window:
        window.show(keep=made.id)
        link = window.screen.details.body.history.left_files
        assert not link.isHidden()
        assert "۱ فایل" in sentence(window.shown.history[-1], None)
        link.setFocus()
        press(link, Qt.Key.Key_Return)
        window.settle()
        dialog = window.screen.tracing.dialog
        assert isinstance(dialog, OriginDialog)
        assert "S-1" in dialog.view.heading.text()
        assert [one.files for one in dialog.traced.origins] == [("مدرک.pdf",)]
        dialog.close()
