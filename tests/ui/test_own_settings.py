"""The settings of a person in their menu: sizes and digits, saved for this PC."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.languages import PERSIAN, in_language, use_language
from desktop_app.persian.dates import tehran_day
from desktop_app.settings import Settings, load_settings, save_settings
from desktop_app.staff.deputies import NewDeputy
from desktop_app.wording import digits, number
from tests.conftest import NOON
from tests.department import TestOffice
from tests.ui.fitting import misfits
from tests.ui.keyboard import activate, press, put_away
from ui import jobs
from ui.main_window import MainWindow
from ui.theme import appearance, theme
from ui.widgets.button import Button
from ui.widgets.person_menu import PersonMenu
from ui.widgets.plain import PlainLabel
from ui.workplace import Workplace


@pytest.fixture
def window(sqlite_office: TestOffice) -> Iterator[MainWindow]:
    settings = Settings(data_folder=Path(), theme="light")
    made = MainWindow(Workplace(sqlite_office.services, sqlite_office.clerk, settings), {})
    activate(made)
    yield made
    appearance().scale_documents(1)
    made.close()
    put_away(made)


def choices(menu: PersonMenu, name: str) -> dict[str, QAction]:
    found = next(action.menu() for action in menu.actions() if action.text() == name)
    assert isinstance(found, QMenu)
    return {action.text(): action for action in found.actions()}


def test_the_menu_offers_sizes_and_digits_and_they_are_saved(window: MainWindow) -> None:
    kept: list[tuple[str, object]] = []
    window.setting_chosen.connect(lambda name, value: kept.append((name, value)))
    corner = window.person_corner
    corner.open_menu(window.rail.person)
    [menu] = window.findChildren(PersonMenu)
    assert choices(menu, "اندازهٔ نمایش")["۱۰۰٪"].isChecked()
    choices(menu, "اندازهٔ نمایش")["۱۲۵٪"].trigger()
    assert "از اجرای بعدی" in window.message_bar.text
    choices(menu, "ارقام")["لاتین (123)"].trigger()
    choices(menu, "اندازهٔ متن‌های بلند")["۱۵۰٪"].trigger()
    assert theme().document_scale == 1.5
    assert kept == [("scale", 125), ("digits", "latin"), ("document_scale", 150)]
    menu.close()
    corner.open_menu(window.rail.person)
    again = window.findChildren(PersonMenu)[-1]
    assert choices(again, "اندازهٔ نمایش")["۱۲۵٪"].isChecked()
    assert choices(again, "ارقام")["لاتین (123)"].isChecked()
    again.close()


def test_latin_digits_are_for_the_window_and_not_for_letters() -> None:
    try:
        use_language(PERSIAN, latin_digits=True)
        assert (digits("۱۴۰۵/12"), number(1234.5, decimals=1)) == ("۱۴۰۵/12", "1,234.5")
        assert in_language(PERSIAN, lambda: digits(12)) == "۱۲"
    finally:
        use_language(PERSIAN)
    assert digits(12) == "۱۲"


def test_the_digits_are_read_from_the_settings_of_this_pc(tmp_path: Path) -> None:
    settings = load_settings(data_folder=tmp_path)
    assert settings.digits == "language"
    save_settings(replace(settings, digits="latin"))
    assert load_settings(data_folder=tmp_path).digits == "latin"


def test_a_person_reads_who_acts_for_them_and_for_whom_they_act(
    window: MainWindow, sqlite_office: TestOffice
) -> None:
    office, today = sqlite_office, tehran_day(NOON)

    def told() -> list[str]:
        dialog = window.person_corner.show_deputies()
        assert jobs.wait_all()
        lines = [dialog.lines.itemAt(at) for at in range(dialog.lines.count())]
        found = [line.widget() for line in lines if line is not None]
        dialog.accept()
        return [label.text() for label in found if isinstance(label, PlainLabel)]

    [nobody] = told()
    assert "هیچ‌کس" in nobody
    clerk, other = office.clerk.person_id or 0, office.other_clerk.person_id or 0
    for absent, deputy in ((clerk, other), (other, clerk)):
        office.services.deputies.add(office.administrator, NewDeputy(absent, deputy, today, today))
    assert [office.other_clerk.name in line for line in told()] == [True, True]
    assert {line.startswith("شما") for line in told()} == {True, False}


def test_a_person_names_their_own_deputy_by_keys_and_ends_it_again(
    window: MainWindow, sqlite_office: TestOffice
) -> None:
    office, day = sqlite_office, tehran_day(NOON) + timedelta(days=1)
    dialog = window.person_corner.show_deputies()
    assert jobs.wait_all()
    dialog.save()
    assert "جانشین" in dialog.trouble.text()
    assert jobs.wait_all()
    assert misfits(dialog) == []
    dialog.deputy.setCurrentIndex(dialog.deputy.findData(office.other_clerk.person_id))
    dialog.first_day.set_day(day)
    dialog.save()
    assert dialog.focusWidget() is dialog.last_day
    dialog.last_day.set_day(day + timedelta(days=2))
    press(dialog.last_day, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_all()
    assert dialog.trouble.isHidden()
    assert misfits(dialog) == []
    [row] = office.services.deputies.all()
    assert (row.terms.person_id, row.deputy_name) == (office.clerk.person_id, office.other_clerk.name)
    [end] = [one for one in dialog.findChildren(Button) if one.text() == "پایان جانشینی"]
    end.click()
    assert jobs.wait_all()
    assert office.services.deputies.all() == ()
    dialog.accept()


def test_a_person_writes_the_lines_below_their_name(window: MainWindow, sqlite_office: TestOffice) -> None:
    office = sqlite_office
    dialog = window.person_corner.show_signature()
    assert jobs.wait_all()
    dialog.edit.setPlainText("۱\n۲\n۳\n۴\n۵")
    dialog.save()
    assert jobs.wait_all()
    assert "امضای شخصی" in dialog.trouble.text()
    dialog.edit.setPlainText("کارشناس کتاب")
    press(dialog.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_all()
    assert office.services.signatures.of(office.clerk) == "کارشناس کتاب"
    assert "ذخیره شد" in window.message_bar.text
    again = window.person_corner.show_signature()
    assert jobs.wait_all()
    assert again.edit.toPlainText() == "کارشناس کتاب"
    again.reject()
