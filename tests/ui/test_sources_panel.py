"""The administration's section of sources: set, their columns chosen beside a sample, what came by them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.intake.sources.model import Matter, SourceKind
from desktop_app.intake.sources.rounds import Rounds
from desktop_app.intake.sources.service import SourceSettings
from desktop_app.petitions.vocabulary import Kind
from desktop_app.settings import Settings
from desktop_app.wording.errors import error_sentence
from tests.department import TestOffice
from tests.intake.tables import GOOD, write_csv
from tests.intake.watching import aged
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import activate, click, press, type_text
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.administration.sources_panel import SourcesPanel
from ui.importing.page import ImportPage
from ui.workplace import Workplace

ODD = ("ref", "matn", "who", "ip")
ROWS = [("W-1", "متن یکم", "علی", "10.0.0.1"), ("W-2", "متن دوم", "سارا", "10.0.0.2")]


class Shown:
    def __init__(self, office: TestOffice, qtbot: QtBot) -> None:
        self.office = office
        place = Workplace(office.services, office.administrator, Settings(data_folder=Path()))
        self.screen = AdministrationScreen(place)
        qtbot.addWidget(self.screen)
        self.said: list[str] = []
        self.undo: list[object] = []
        self.screen.message.connect(self._on_message)
        self.screen.trouble.connect(lambda error: self.said.append(error_sentence(error)))
        self.screen.resize(1272, 788)
        activate(self.screen)
        self.screen.tabs.choose("sources")
        self.settle()

    def _on_message(self, words: str, undo: object) -> None:
        self.said.append(words)
        self.undo.append(undo)

    @property
    def panel(self) -> SourcesPanel:
        return self.screen.sources

    def settle(self) -> None:
        for _ in range(4):
            assert jobs.wait_all()


@pytest.fixture
def shown(sqlite_office: TestOffice, qtbot: QtBot) -> Shown:
    return Shown(sqlite_office, qtbot)


def stored(shown: Shown) -> list[SourceSettings]:
    return [row.settings for row in shown.office.services.sources.all()]


def test_a_folder_is_set_by_keys_and_changed_and_taken_back(shown: Shown, tmp_path: Path) -> None:
    form = shown.panel.form
    assert shown.panel.roster.rows() == ()
    type_text(form.name, "درگاه")
    form.choose_folder = lambda: str(tmp_path)
    click(form.folder_button)
    form.kind.choose(Kind.COMPLAINT)
    press(form.name, Qt.Key.Key_Return)
    shown.settle()
    (made,) = stored(shown)
    assert (made.name, made.folder, made.petition_kind, made.mapping) == (
        "درگاه", str(tmp_path), "complaint", {},
    )  # fmt: skip
    assert "درگاه" in shown.said[-1]
    assert not form.active.isHidden()
    form.active.setChecked(False)
    click(form.save_button)
    shown.settle()
    assert not stored(shown)[0].active
    undo = shown.undo[-1]
    assert callable(undo)
    undo()
    shown.settle()
    assert stored(shown)[0].active


def test_what_is_wrong_is_said_and_what_was_typed_stays(shown: Shown) -> None:
    form = shown.panel.form
    form.way.choose(SourceKind.MAILBOX)
    assert not form.folder.isVisible()
    form.name.setText("رایانامه")
    form.host.setText("mail.example.org")
    form.port.setText("۹۹۳x")
    click(form.save_button)
    shown.settle()
    assert (form.refusals.card.field, shown.said) == (form.port, [])
    form.port.setText("۹۹۳")
    click(form.save_button)
    shown.settle()
    assert form.refusals.card.field is form.user
    form.user.setText("desk")
    form.kind.choose(Kind.REQUEST)
    form.password.setText("secret")
    click(form.save_button)
    shown.settle()
    # No store of passwords on this PC: it is saved, and that is said.
    assert "گذرواژه" in shown.said[-1]
    (made,) = stored(shown)
    assert (made.host, made.port, made.username, made.mailbox) == ("mail.example.org", 993, "desk", "INBOX")
    assert form.password.text() == ""


def test_columns_are_chosen_beside_the_first_rows_and_saved_with_the_source(
    shown: Shown, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    office = shown.office
    office.services.sources.add(office.administrator, SourceSettings("وفا", folder=str(tmp_path)))
    shown.screen.refresh()
    shown.settle()
    path = aged(write_csv(tmp_path / "a.csv", ROWS, ODD))
    shown.panel.choose_sample = lambda: str(path)
    click(shown.panel.form.columns_button)
    shown.settle()
    page = shown.panel.mapping
    assert shown.panel.pages.currentWidget() is page
    qtmodeltester.check(page.sample)  # type: ignore[no-untyped-call]
    assert "نوع" in page.lacking.text()
    assert "متن" in page.lacking.text()
    assert not page.keep_button.isEnabled()
    assert "ip" in page.unused.text()
    page.fields.choices["kind"].choose("ref")
    page.fields.choices["text"].choose("ref")
    assert "ref" in page.lacking.text()
    page.fields.choices["text"].choose("matn")
    assert page.lacking.isHidden()
    heads = [str(page.sample.headerData(n, Qt.Orientation.Horizontal)) for n in range(4)]
    assert (heads[1], heads[3]) == ("matn\nمتن", "ip\nاستفاده نمی‌شود")
    assert page.sample.data(page.sample.index(1, 1)) == "متن دوم"
    # Left by Escape nothing has changed.
    press(page.fields, Qt.Key.Key_Escape)
    assert stored(shown)[0].mapping == {}
    shown.panel.form.kind.choose(Kind.REQUEST)
    click(shown.panel.form.columns_button)
    shown.settle()
    assert "نوع" not in page.lacking.text()
    for field, column in (("text", "matn"), ("external_id", "ref"), ("name", "who")):
        page.fields.choices[field].choose(column)
    click(page.keep_button)
    shown.settle()
    mapping = stored(shown)[0].mapping
    assert {field: column for field, column in mapping.items() if column} == {
        "text": "matn", "external_id": "ref", "name": "who",
    }  # fmt: skip
    assert "matn" in shown.panel.form.columns.text()
    services = office.services
    Rounds(services.database, services.staging, services.sources, pause=0).run(office.manager)
    shown.screen.refresh()
    shown.settle()
    (row,) = shown.panel.files.rows()
    assert ("a.csv" in row.title, "۲ جدید" in row.about, row.mark) == (True, True, "")
    click(shown.panel.form.names_button)
    assert shown.panel.form.names_button.isHidden()


def test_what_came_by_a_source_says_what_has_to_be_looked_at(shown: Shown, tmp_path: Path) -> None:
    office, services = shown.office, shown.office.services
    services.sources.add(office.administrator, SourceSettings("درگاه", folder=str(tmp_path)))
    aged(write_csv(tmp_path / "a.csv", [*GOOD, ("P-9", "", "", "بی نوع", "", "", "", "")]))
    aged(write_csv(tmp_path / "b.csv", []), 1)
    shown.screen.tabs.choose("intake")
    shown.settle()
    click(shown.screen.intake.take_button)
    shown.settle()
    # Of the two that are not clean the first one is named.
    assert "a.csv" in shown.said[-1]
    assert "a.csv" in shown.screen.intake.heading.text()
    shown.screen.tabs.choose("sources")
    shown.settle()
    marks = [
        (row.title.split("  ·")[0].strip("\u2066\u2068\u2069"), row.mark) for row in shown.panel.files.rows()
    ]
    assert marks == [("b.csv", "رد شده"), ("a.csv", "نیازمند بررسی")]


def test_when_it_was_looked_into_and_why_it_could_not_be_is_told_and_takes_nothing_from_what_is_typed(
    shown: Shown, tmp_path: Path
) -> None:
    office, services = shown.office, shown.office.services
    folder = tmp_path / "in"
    services.sources.add(office.administrator, SourceSettings("درگاه", folder=str(folder)))
    shown.screen.refresh()
    shown.settle()
    panel = shown.panel
    assert "هنوز" in panel.looked.text()
    panel.form.name.setText("نامی که نوشته می‌شود")
    services.rounds.run(office.manager)
    shown.screen.refresh()
    shown.settle()
    assert "۱۴۰۵/۰۹/۰۳" in panel.looked.text()
    assert "پوشه" in panel.trouble.text()
    assert [row.mark for row in panel.roster.rows()] == ["در دسترس نیست"]
    assert panel.form.name.text() == "نامی که نوشته می‌شود"
    folder.mkdir()
    services.rounds.run(office.manager)
    shown.screen.refresh()
    shown.settle()
    assert panel.trouble.isHidden()
    assert [row.mark for row in panel.roster.rows()] == [""]


def test_the_import_page_offers_columns_that_were_saved(sqlite_office: TestOffice, tmp_path: Path) -> None:
    office = sqlite_office
    sources, admin = office.services.sources, office.administrator
    mapping = {"text": "matn", "external_id": "ref", "kind": "who"}
    sources.add(admin, SourceSettings("وفا", folder="/x", mapping=mapping))
    del mapping["kind"]
    sources.add(admin, SourceSettings("نظرها", Matter.COMMENTS, folder="/y", mapping=dict(mapping)))
    mapping["kind"] = "who"
    rows = [(ref, text, "شکایت", ip) for ref, text, _, ip in ROWS]
    with desk(office, office.clerk) as clerk:
        page = _import_page(clerk)
        page.look_at(write_csv(tmp_path / "a.csv", rows, ODD))
        clerk.settle()
        plan = page.plan_page
        assert plan.saved.currentText() == "وفا"
        assert plan.saved.count() == 2
        assert plan.mapping.mapping() == mapping
        plan.saved.setCurrentIndex(0)
        clerk.settle()
        assert not plan.import_button.isEnabled()
        plan.saved.setCurrentIndex(1)
        clerk.settle()
        click(plan.import_button)
        clerk.settle()
        assert page.result.figures["created"].text() == "۲"
        page.look_at(write_csv(tmp_path / "b.csv"))
        clerk.settle()
        assert plan.saved.isHidden()


def _import_page(clerk: DeskWindow) -> ImportPage:
    click(clerk.screen.views.import_button)
    clerk.settle()
    found = clerk.screen.registration.import_page
    assert found is not None
    return found
