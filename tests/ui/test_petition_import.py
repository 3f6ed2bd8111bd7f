"""Importing petitions in the window: seen before it is written, counted after, rejected rows to be mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.modeltest import ModelTester

from desktop_app.petitions.lists.inbox import ListFilter, Scope
from desktop_app.petitions.vocabulary import Outcome
from tests.department import TestOffice
from tests.foreign.corpus import TABLES
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import CONTROL, click, press
from ui.importing.page import ImportPage
from ui.widgets.empty_state import EmptyState

GOOD = "P-1;شکایت;تأخیر;کتاب من کجاست؟;علي كريمي;1405/08/12"
BAD = "P-2;شکایت;تاریخ;متن;زهرا;1405/13/45"
HEADER = "شناسه;نوع;موضوع;متن;نام متقاضی;تاریخ"


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


@pytest.fixture
def page(clerk: DeskWindow) -> ImportPage:
    click(clerk.screen.views.import_button)
    clerk.settle()
    found = clerk.screen.registration.import_page
    assert found is not None
    assert found.isVisible()
    return found


def file_of(folder: Path, *rows: str, header: str = HEADER, encoding: str = "utf-8") -> Path:
    path = folder / "portal.csv"
    text = "\r\n".join((header, *rows))
    if encoding == "windows-1256":
        text = text.replace("ی", "ي").replace("ک", "ك")
    path.write_bytes(text.encode(encoding))
    return path


def look(clerk: DeskWindow, page: ImportPage, path: Path) -> None:
    page.look_at(path)
    clerk.settle()


def count(clerk: DeskWindow) -> int:
    return clerk.office.services.inbox.outline(clerk.actor, ListFilter(scope=Scope.ANY)).total


def test_the_file_is_understood_and_shown_before_anything_is_written(
    clerk: DeskWindow, page: ImportPage, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    page.choose_file = lambda: str(file_of(tmp_path, GOOD, BAD, encoding="windows-1256"))
    page.choose()
    clerk.settle()
    assert "WINDOWS-1256" in page.plan_page.what.text()
    assert "نقطه‌ویرگول" in page.plan_page.what.text()
    assert page.plan_page.mapping.mapping()["text"] == "متن"
    assert page.plan_page.preview.rowCount() == 2
    assert page.plan_page.preview.fault_at(0) is None
    fault = page.plan_page.preview.fault_at(1)
    assert fault is not None
    assert fault.field == "received_at"
    shown = [page.plan_page.preview.data(page.plan_page.preview.index(0, column)) for column in range(2, 7)]
    assert "۱۴۰۵/۰۸/۱۲" in shown
    assert count(clerk) == 0
    qtmodeltester.check(page.plan_page.preview)  # type: ignore[no-untyped-call]


def test_a_message_from_before_covers_no_button_of_the_import(
    clerk: DeskWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.widgets.message_bar._JUST_NOW", 0.0)
    bar = clerk.window.message_bar
    bar.say("پاسخ داده شد.")
    click(clerk.screen.views.import_button)
    clerk.settle()
    assert not bar.isVisible()
    page = clerk.screen.registration.import_page
    assert page is not None
    button = page.plan_page.import_button

    def covers() -> bool:
        covered = QRect(bar.mapTo(clerk.window, QPoint()), bar.size())
        return bar.isVisible() and covered.intersects(
            QRect(button.mapTo(clerk.window, QPoint()), button.size())
        )

    # Said just now, it goes along when the page is turned.
    monkeypatch.setattr("ui.widgets.message_bar._JUST_NOW", 60.0)
    bar.say("از صفحهٔ پیش است.")
    look(clerk, page, file_of(tmp_path, GOOD))
    assert (bar.isVisible(), covers()) == (True, False)
    bar.say("از این صفحه است.")
    clerk.settle()
    assert (bar.isVisible(), covers()) == (True, False)


def test_good_rows_are_taken_in_and_bad_ones_told_with_row_field_and_reason(
    clerk: DeskWindow, page: ImportPage, tmp_path: Path
) -> None:
    look(clerk, page, file_of(tmp_path, GOOD, BAD))
    click(page.plan_page.import_button)
    clerk.settle()
    assert {name: label.text() for name, label in page.result.figures.items()} == {
        "created": "۱", "present": "۰", "changed": "۰", "rejected": "۱",
    }  # fmt: skip
    faults = page.result.faults
    assert [faults.data(faults.index(0, column)) for column in range(3)] == [
        "۳",
        "تاریخ دریافت",
        "1405/13/45",
    ]
    assert "تاریخ" in str(faults.data(faults.index(0, 3)))
    assert count(clerk) == 1
    assert "۱ جدید" in clerk.message


def test_the_same_file_again_makes_nothing_new(clerk: DeskWindow, page: ImportPage, tmp_path: Path) -> None:
    path = file_of(tmp_path, GOOD)
    for present in ("۰", "۱"):
        look(clerk, page, path)
        page.run_import()
        clerk.settle()
        assert page.result.figures["present"].text() == present
        click(page.result.again_button)
    assert count(clerk) == 1


def test_rejected_rows_are_saved_to_be_mended(clerk: DeskWindow, page: ImportPage, tmp_path: Path) -> None:
    look(clerk, page, file_of(tmp_path, GOOD, BAD))
    page.run_import()
    clerk.settle()
    asked: list[str] = []

    def target(name: str) -> str:
        asked.append(name)
        return str(tmp_path / "mend.csv")

    page.result.choose_target = target
    click(page.result.save_button)
    clerk.settle()
    assert asked == ["rejected.csv"]
    saved = (tmp_path / "mend.csv").read_text(encoding="utf-8-sig")
    assert "P-2" in saved
    assert "P-1" not in saved
    assert "mend.csv" in clerk.message


def test_a_missing_column_is_chosen_by_hand(clerk: DeskWindow, page: ImportPage, tmp_path: Path) -> None:
    path = file_of(tmp_path, "P-9;شکایت;گفته من", header="شناسه;نوع;چیزی که گفت")
    look(clerk, page, path)
    assert page.plan_page.lacking.isVisible()
    assert not page.plan_page.import_button.isEnabled()
    page.plan_page.mapping.choices["text"].choose("چیزی که گفت")
    clerk.settle()
    assert not page.plan_page.lacking.isVisible()
    page.run_import()
    clerk.settle()
    assert count(clerk) == 1


def test_a_file_that_is_not_what_its_name_says_gives_one_sentence(
    clerk: DeskWindow, page: ImportPage, tmp_path: Path
) -> None:
    path = tmp_path / "table.xlsx"
    path.write_bytes(b"MZ\x00 no workbook")
    look(clerk, page, path)
    assert "table.xlsx" in clerk.message
    assert page.pages.currentIndex() == 0
    assert count(clerk) == 0


def test_a_dropped_file_is_looked_at(clerk: DeskWindow, page: ImportPage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file_of(tmp_path, GOOD)))])
    nothing = Qt.KeyboardModifier.NoModifier
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPointF(50, 50), action, data, button, nothing))
    clerk.settle()
    assert page.plan_page.preview.rowCount() == 1


def test_html_and_overrides_in_a_file_stay_text_in_the_preview(
    clerk: DeskWindow, page: ImportPage, tmp_path: Path
) -> None:
    look(clerk, page, file_of(tmp_path, "P-1;شکایت;<b>موضوع</b>;متن \u202eوارونه;نام;1405/08/12"))
    preview = page.plan_page.preview
    texts = [str(preview.data(preview.index(0, column))) for column in range(preview.columnCount())]
    assert "<b>موضوع</b>" in texts
    assert not any("\u202e" in text for text in texts)


def test_an_import_can_be_stopped_and_what_was_done_is_told(
    clerk: DeskWindow, page: ImportPage, tmp_path: Path
) -> None:
    rows = [f"P-{n};درخواست;موضوع {n};متن {n};نام;1405/08/12" for n in range(1200)]
    look(clerk, page, file_of(tmp_path, *rows))
    page.run_import()
    page.stop()
    clerk.settle()
    assert page.result.stopped.isVisible()
    assert count(clerk) < 1200
    look(clerk, page, file_of(tmp_path, *rows))
    page.run_import()
    clerk.settle()
    assert count(clerk) == 1200


def test_escape_leads_back_to_the_inbox_with_the_new_petitions(
    clerk: DeskWindow, page: ImportPage, tmp_path: Path
) -> None:
    clerk.screen.lists.show_list(ListFilter())
    look(clerk, page, file_of(tmp_path, GOOD))
    page.run_import()
    clerk.settle()
    clerk.key(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert clerk.subjects() == ["تأخیر"]


def test_a_reviewer_has_no_import(office: TestOffice) -> None:
    with desk(office, office.reviewer) as reviewer:
        assert not reviewer.screen.views.import_button.isVisible()
        reviewer.screen.registration.import_file()
        page = reviewer.screen.registration.import_page
        assert page is not None
        assert page.findChildren(EmptyState)


def test_a_file_of_marks_is_taken_as_satisfaction_and_says_so(
    clerk: DeskWindow, page: ImportPage, office: TestOffice, tmp_path: Path
) -> None:
    taken = office.taken()
    done = office.services.desk.resolve(office.clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")
    header = "کد رهگیری;میزان رضایت;توضیحات"
    path = file_of(tmp_path, f"{done.tracking_code};۴;ممنون", "123;5;", header=header)
    look(clerk, page, path)
    assert page.plan_page.what.text().startswith("رضایت متقاضیان")
    assert not page.plan_page.channel.isVisible()
    assert list(page.plan_page.mapping.choices) == ["tracking_code", "satisfaction", "text"]
    assert page.plan_page.preview.fault_at(0) is None
    assert page.plan_page.preview.fault_at(1) is not None
    click(page.plan_page.import_button)
    clerk.settle()
    assert office.services.desk.peek(office.clerk, done.id).satisfaction == 4
    assert page.result.isVisible()
    # The next file is one of petitions again.
    page.begin()
    look(clerk, page, file_of(tmp_path, GOOD))
    assert page.plan_page.channel.isVisible()


def test_whatever_is_dropped_is_one_sentence_and_the_next_file_is_looked_at(
    clerk: DeskWindow, page: ImportPage, tmp_path: Path
) -> None:
    for case in (one for one in TABLES if isinstance(one.content, bytes)):
        path = case.write(tmp_path)
        page.begin()
        dropped(page, path)
        clerk.settle()
        if page.plan_page.isVisible():
            # Columns may still be chosen here.
            assert not case.reasons or "missing_columns" in case.reasons, case.name
        else:
            assert case.reasons, case.name
            assert path.name in clerk.message, case.name
            assert "\n" not in clerk.message
        path.unlink()
    page.begin()
    dropped(page, file_of(tmp_path, GOOD))
    clerk.settle()
    assert page.plan_page.preview.rowCount() == 1


def dropped(page: ImportPage, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    page.dropEvent(
        QDropEvent(
            QPointF(50, 50),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


OTHER = GOOD.replace("کتاب من کجاست؟", "کتاب من گم شده است.")


def imported(clerk: DeskWindow, page: ImportPage, path: Path) -> None:
    look(clerk, page, path)
    click(page.plan_page.import_button)
    clerk.settle()


@pytest.fixture
def changed(clerk: DeskWindow, page: ImportPage, tmp_path: Path) -> ImportPage:
    """Three petitions are there; their rows came again, two of them with other words."""
    rows = [GOOD.replace("P-1", f"P-{n}") for n in (1, 2, 3)]
    imported(clerk, page, file_of(tmp_path, *rows))
    rows[1:] = [OTHER.replace("P-1", f"P-{n}") for n in (2, 3)]
    imported(clerk, page, file_of(tmp_path, *rows))
    return page


def further_texts(office: TestOffice) -> dict[str, int]:
    _, rows = office.services.inbox.find(office.clerk, ListFilter(scope=Scope.ANY), 10)
    return {str(row.external_id): office.services.further_texts.count(office.clerk, row.id) for row in rows}


def test_rows_with_other_words_are_shown_beside_the_old_ones_and_chosen_by_keys(
    clerk: DeskWindow, changed: ImportPage, office: TestOffice, qtmodeltester: ModelTester
) -> None:
    pane = changed.result.changed
    assert pane.isVisible()
    assert pane.table.hasFocus()
    qtmodeltester.check(pane.changed)  # type: ignore[no-untyped-call]
    assert {name: label.text() for name, label in changed.result.figures.items()} == {
        "created": "۰", "present": "۱", "changed": "۲", "rejected": "۰",
    }  # fmt: skip
    assert "کجاست" in pane.texts.before.toPlainText()
    assert "گم شده است" in pane.texts.now.toPlainText()
    marked = [one.cursor.selectedText() for one in pane.texts.now.extraSelections()]
    assert any("گم" in words for words in marked)
    assert not any("کتاب" in words for words in marked)
    assert not pane.apply_button.isEnabled()
    press(pane.table, Qt.Key.Key_1)
    assert pane.table.currentIndex().row() == 1
    press(pane.table, Qt.Key.Key_2)
    assert [pane.changed.data(pane.changed.index(at, 3)) for at in range(2)] == ["نوشتهٔ بعدی", "دست‌نخورده"]
    # Until it is written, a choice can be changed.
    press(pane.table, Qt.Key.Key_Up)
    press(pane.table, Qt.Key.Key_2)
    press(pane.table, Qt.Key.Key_Down)
    press(pane.table, Qt.Key.Key_1)
    assert further_texts(office) == {"P-1": 0, "P-2": 0, "P-3": 0}
    press(pane.table, Qt.Key.Key_Return, CONTROL)
    clerk.settle()
    assert further_texts(office) == {"P-1": 0, "P-2": 0, "P-3": 1}
    assert not pane.isVisible()
    assert changed.result.close_button.hasFocus()


def test_all_rows_get_one_choice_at_once(clerk: DeskWindow, changed: ImportPage, office: TestOffice) -> None:
    pane = changed.result.changed
    pane.table.selectAll()
    click(pane.further_button)
    click(pane.apply_button)
    clerk.settle()
    assert further_texts(office) == {"P-1": 0, "P-2": 1, "P-3": 1}
