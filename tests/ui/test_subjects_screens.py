"""The catalogue in the administration, offered while registering and on the petition, by keys."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.office.services import SubjectKind
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.petitions.test_subjects import catalogue
from tests.ui.desk_window import desk
from tests.ui.keyboard import activate, click, press
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.petitions.registration.fields import RegisterFields
from ui.widgets.finder import FinderDialog
from ui.workplace import Workplace


def settle() -> None:
    for _ in range(4):
        assert jobs.wait_all()


def test_a_list_is_taken_in_from_a_file_and_faults_are_told(
    sqlite_office: TestOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [
                ("عنوان", "کد", "نوع"),
                ("صدور مجوز", "۱۲۳", ""),
                ("خبر یکم", "", "خبر"),
                ("", "۴", ""),
                ("x", "؟!", ""),
            ]
        )
    office = sqlite_office
    screen = AdministrationScreen(
        Workplace(office.services, office.administrator, Settings(data_folder=Path()))
    )
    qtbot.addWidget(screen)
    said: list[str] = []
    screen.message.connect(lambda words, _undo: said.append(words))
    activate(screen)
    screen.tabs.choose("services")
    settle()
    panel = screen.services
    panel.ask_file = lambda: str(path)
    click(panel.import_button)
    settle()
    assert "۲ مورد جدید" in said[0]
    assert "۲ سطر خوانده نشد" in said[0]
    rows = office.services.catalogue.all()
    assert [(row.name, row.number, row.kind) for row in rows] == [
        ("صدور مجوز", "123", SubjectKind.SERVICE), ("خبر یکم", "", SubjectKind.NEWS),
    ]  # fmt: skip
    assert len(panel.roster.rows()) == 2


def test_what_a_petition_is_about_is_chosen_by_keys_and_taken_back(sqlite_office: TestOffice) -> None:
    rows = catalogue(sqlite_office)
    number = sqlite_office.registered(unit=sqlite_office.books)
    with desk(sqlite_office, sqlite_office.clerk) as window:
        window.show(keep=number)
        window.focus_table()
        window.letter("q")
        finder = window.screen.subjects.finder
        assert isinstance(finder, FinderDialog)
        finder.field.setText("نگارخانه")
        window.settle()
        press(finder.field, Qt.Key.Key_Return)
        window.settle()
        assert window.stored(number).about_id == rows[SubjectKind.INSTRUMENT].id
        assert rows[SubjectKind.INSTRUMENT].name in window.message
        click(window.window.message_bar.undo_button)
        window.settle()
        assert window.stored(number).about_id is None


def test_the_form_offers_the_catalogue_by_a_part_of_title_or_number(
    sqlite_office: TestOffice, qtbot: QtBot
) -> None:
    rows = catalogue(sqlite_office)
    fields = RegisterFields()
    qtbot.addWidget(fields)
    fields.offer_subjects(tuple(rows.values()))
    completer = fields.about.completer()
    for typed in ("نشر", "۱۳۰۲"):
        completer.setCompletionPrefix(typed)
        assert completer.completionCount() == 1
        assert rows[SubjectKind.SERVICE].name in completer.currentCompletion()
