"""Ctrl+E wherever there is a list: the list as it is on the screen, in a file."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import Qt

from tests.department import TestOffice
from tests.ui.desk_window import desk
from ui.people.screen import PeopleScreen
from ui.widgets.list_export import ListExport


def written(path: Path, column: str) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [row[column] for row in csv.DictReader(stream)]


def answer(export: ListExport, target: Path) -> list[Path]:
    suggested: list[Path] = []

    def ask(path: Path, _kinds: str) -> Path:
        suggested.append(path)
        return target

    export.work.ask_path = ask
    return suggested


def three(office: TestOffice) -> None:
    for number in range(3):
        office.taken(subject=f"موضوع {number}", external_id=str(number))


def test_all_of_the_list_or_what_is_marked(sqlite_office: TestOffice, tmp_path: Path) -> None:
    three(sqlite_office)
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        shown.focus_table()
        suggested = answer(shown.screen.list_file, tmp_path / "همه.csv")
        shown.key(Qt.Key.Key_E, control=True)
        assert suggested[0].name.endswith(".xlsx")
        assert written(tmp_path / "همه.csv", "موضوع") == shown.subjects()
        assert "۳ سطر" in shown.screen.list_file.work.bar.text
        # One marked: it alone.
        answer(shown.screen.list_file, tmp_path / "یکی.csv")
        shown.letter("s")
        shown.key(Qt.Key.Key_E, control=True)
        assert len(written(tmp_path / "یکی.csv", "موضوع")) == 1


def test_without_an_ending_it_is_a_workbook_and_a_bad_place_is_told(
    sqlite_office: TestOffice, tmp_path: Path
) -> None:
    three(sqlite_office)
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        shown.focus_table()
        answer(shown.screen.list_file, tmp_path / "فهرست")
        shown.screen.list_file.button.click()
        shown.settle()
        assert (tmp_path / "فهرست.xlsx").read_bytes().startswith(b"PK")
        answer(shown.screen.list_file, tmp_path / "nowhere" / "x.csv")
        shown.key(Qt.Key.Key_E, control=True)
        assert "x.csv" in shown.screen.list_file.work.bar.text


def test_thinking_better_of_it_writes_nothing(sqlite_office: TestOffice, tmp_path: Path) -> None:
    three(sqlite_office)
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        shown.focus_table()
        shown.screen.list_file.work.ask_path = lambda _path, _kinds: None
        shown.key(Qt.Key.Key_E, control=True)
        assert shown.screen.list_file.work.bar.isHidden()
        assert list(tmp_path.iterdir()) == []


def test_petitioners_of_the_search_and_experts_of_their_tab(
    sqlite_office: TestOffice, tmp_path: Path
) -> None:
    sqlite_office.registered(name="علی کریمی", external_id="1")
    sqlite_office.registered(name="زهرا سعیدی", external_id="2")
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        shown.window.go("people")
        shown.settle()
        people = shown.window.current_screen()
        assert isinstance(people, PeopleScreen)
        people.box.setText("کریمی")
        shown.settle()
        answer(people.list_file, tmp_path / "متقاضیان.csv")
        shown.key(Qt.Key.Key_E, control=True)
        assert written(tmp_path / "متقاضیان.csv", "نام") == ["علی کریمی"]
        people.tabs.choose("experts")
        suggested = answer(people.list_file, tmp_path / "صاحب‌نظران.csv")
        shown.key(Qt.Key.Key_E, control=True)
        assert "صاحب‌نظران" in suggested[0].name
        assert written(tmp_path / "صاحب‌نظران.csv", "نام") == []
