"""The administration's section of what other systems handed in: taken in, put right, tried again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.database.audit import history
from desktop_app.intake.sources.service import SourceSettings
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice
from tests.intake.staged import GOOD, hand_in, petitions, states
from tests.intake.tables import write_csv
from tests.intake.watching import aged
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from ui import jobs
from ui.administration.intake_panel import IntakePanel
from ui.administration.screen import AdministrationScreen
from ui.widgets.text_field import TextField
from ui.workplace import Workplace


class Shown:
    def __init__(self, office: TestOffice, actor: Actor, qtbot: QtBot) -> None:
        self.office = office
        self.screen = AdministrationScreen(Workplace(office.services, actor, Settings(data_folder=Path())))
        qtbot.addWidget(self.screen)
        self.said: list[str] = []
        self.undo: Callable[[], None] | None = None
        self.screen.message.connect(self._on_message)
        self.screen.resize(1272, 788)
        activate(self.screen)
        self.screen.tabs.choose("intake")
        self.settle()

    def _on_message(self, words: str, undo: Callable[[], None] | None) -> None:
        self.said.append(words)
        self.undo = undo

    def take_back(self) -> None:
        """Undo in the message bar."""
        assert self.undo is not None
        self.undo()
        self.settle()

    @property
    def panel(self) -> IntakePanel:
        return self.screen.intake

    def settle(self) -> None:
        for _ in range(4):
            assert jobs.wait_all()

    def type(self, name: str, text: str) -> None:
        field = self.panel.fields[name]
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        else:
            assert isinstance(field, TextField)
            field.setText(text)


@pytest.fixture
def shown(sqlite_office: TestOffice, qtbot: QtBot) -> Shown:
    hand_in(
        sqlite_office.services.database,
        {"external_id": "P-1"},
        {"external_id": "P-2", "payload": {"متن": "متنی که نوع آن نیامده", "عدد": 12}},
        {"external_id": "P-3", "payload": GOOD | {"mobile": "12"}},
    )
    return Shown(sqlite_office, sqlite_office.administrator, qtbot)


def test_what_waits_is_taken_in_by_a_button_and_the_rest_is_told(shown: Shown) -> None:
    assert "۳" in shown.panel.state.text()
    assert shown.panel.roster.rows() == ()
    click(shown.panel.take_button)
    shown.settle()
    assert "۱ درخواست" in shown.said[0]
    assert [row.title.split()[-1].strip("\u2066\u2069") for row in shown.panel.roster.rows()] == [
        "P-2",
        "P-3",
    ]
    assert "نوع" in shown.panel.reasons.text()
    assert states(shown.office) == ["done", "quarantined", "quarantined"]


def test_it_is_put_right_by_keys_and_taken_in_at_once(shown: Shown) -> None:
    click(shown.panel.take_button)
    shown.settle()
    assert set(shown.panel.fields) == {"متن", "عدد", "kind"}
    shown.type("kind", "شکایت")
    press(shown.panel.fields["kind"], Qt.Key.Key_Return, CONTROL)
    shown.settle()
    made = petitions(shown.office)
    assert [one.kind for one in made] == ["request", "complaint"]
    [origin] = shown.office.services.tracing.of_petition(shown.office.manager, made[1].id).origins
    assert origin.mended == {"متن": "متنی که نوع آن نیامده", "عدد": 12, "kind": "شکایت"}
    assert [row.title.split()[-1].strip("\u2066\u2069") for row in shown.panel.roster.rows()] == ["P-3"]


def test_tried_again_as_it_is_it_comes_back_with_the_same_reason(shown: Shown) -> None:
    click(shown.panel.take_button)
    shown.settle()
    before = shown.panel.reasons.text()
    click(shown.panel.again_button)
    shown.settle()
    assert states(shown.office) == ["done", "quarantined", "quarantined"]
    assert shown.panel.reasons.text() == before
    assert shown.panel.again_button.isEnabled()


def test_an_administrator_who_is_nothing_else_mends_and_does_not_take_in(
    sqlite_office: TestOffice, qtbot: QtBot
) -> None:
    (number,) = hand_in(sqlite_office.services.database, {"payload": {"text": "متن"}})
    sqlite_office.services.staging.run(sqlite_office.manager)
    person = sqlite_office.administrator
    alone = Actor(person.person_id, person.name, frozenset({Membership(Role.ADMINISTRATOR, None)}))
    shown = Shown(sqlite_office, alone, qtbot)
    assert shown.panel.take_button.isHidden()
    shown.type("kind", "request")
    click(shown.panel.save_button)
    shown.settle()
    assert states(sqlite_office) == ["waiting"]
    assert number > 0


def test_nothing_is_there_is_said(sqlite_office: TestOffice, qtbot: QtBot) -> None:
    shown = Shown(sqlite_office, sqlite_office.administrator, qtbot)
    assert "نیست" in shown.panel.state.text()
    assert shown.panel.save_button.isHidden()
    click(shown.panel.take_button)
    shown.settle()
    assert shown.said == []


def test_identifiers_are_shown_to_who_puts_it_right_and_an_event_says_so(
    sqlite_office: TestOffice, qtbot: QtBot
) -> None:
    payload = {"text": "متن", "mobile": "09121234567"}
    [number] = hand_in(sqlite_office.services.database, {"payload": payload})
    sqlite_office.services.staging.run(sqlite_office.manager)
    shown = Shown(sqlite_office, sqlite_office.administrator, qtbot)
    field = shown.panel.fields["mobile"]
    assert isinstance(field, TextField)
    assert field.text() == "09121234567"
    with sqlite_office.services.database.reading() as session:
        told = history(session, "readings", sqlite_office.administrator.person_id or 0)
    assert [event.after["submissions"] for event in told] == [[number]]


def test_words_of_a_citizen_are_plain_text(sqlite_office: TestOffice, qtbot: QtBot) -> None:
    payload: dict[str, Any] = {"text": "<b>درشت</b>\u202eزیر", "نام <i>": "x"}
    hand_in(sqlite_office.services.database, {"payload": payload, "external_id": "<b>1</b>"})
    sqlite_office.services.staging.run(sqlite_office.manager)
    shown = Shown(sqlite_office, sqlite_office.administrator, qtbot)
    assert "<b>1</b>" in shown.panel.heading.text()
    field = shown.panel.fields["text"]
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == payload["text"]


def test_a_row_of_a_file_asks_for_what_its_source_does_not_say(
    sqlite_office: TestOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    office = sqlite_office
    services, folder = office.services, tmp_path / "sms"
    folder.mkdir()
    told = SourceSettings(
        "پیامک", folder=str(folder), petition_kind="request", mapping={"text": "c1", "mobile": "c2"}
    )
    services.sources.add(office.administrator, told)
    aged(write_csv(folder / "a.csv", [("متن", "12", "چیز")], ("c1", "c2", "c3")))
    shown = Shown(office, office.administrator, qtbot)
    click(shown.panel.take_button)
    shown.settle()
    assert list(shown.panel.fields) == ["c1", "c2", "c3"]
    assert shown.panel.fields["c2"].accessibleName() == "تلفن همراه"
    assert "a.csv" in shown.panel.heading.text()
    shown.type("c2", "۰۹۱۲۱۱۱۲۲۳۳")
    click(shown.panel.save_button)
    shown.settle()
    assert states(office) == ["done"]


def test_it_is_put_aside_by_keys_taken_back_by_undo_and_found_among_those_put_aside(shown: Shown) -> None:
    panel, staging = shown.panel, shown.office.services.staging
    click(panel.take_button)
    shown.settle()
    [first, second] = [row.key for row in panel.roster.rows()]
    panel.form.reason.setFocus()
    press(panel.form.reason, Qt.Key.Key_Return)
    # Without a reason nothing is done, and the line says so.
    assert panel.form.refusals.card.field is panel.form.reason
    type_text(panel.form.reason, "تبلیغ است")
    press(panel.form.reason, Qt.Key.Key_Return)
    shown.settle()
    assert states(shown.office) == ["done", "aside", "quarantined"]
    assert [row.key for row in panel.roster.rows()] == [second]
    # The keyboard goes on in the list.
    assert panel.roster.hasFocus()
    shown.take_back()
    assert states(shown.office) == ["done", "quarantined", "quarantined"]
    assert [row.key for row in panel.roster.rows()] == [first, second]
    staging.put_aside(shown.office.manager, first, "آزمایش درگاه")
    panel.filter.setFocus()
    press(panel.filter, Qt.Key.Key_2)
    shown.settle()
    [row] = panel.roster.rows()
    assert (row.key, "آزمایش درگاه" in row.about) == (first, True)
    told = panel.form.aside_words.text()
    assert shown.office.manager.name in told
    assert "آزمایش درگاه" in told
    assert panel.save_button.isHidden()
    assert all(not isinstance(field, TextField) or field.isReadOnly() for field in panel.fields.values())
    panel.form.back_button.setFocus()
    press(panel.form.back_button, Qt.Key.Key_Space)
    shown.settle()
    assert states(shown.office) == ["done", "quarantined", "quarantined"]
    assert panel.roster.rows() == ()
    assert panel.filter.hasFocus()
    shown.take_back()
    assert [one.reason for one in staging.aside(shown.office.manager)] == ["آزمایش درگاه"]
    assert [row.key for row in panel.roster.rows()] == [first]


def test_a_row_with_other_words_becomes_a_further_text_by_a_key(
    sqlite_office: TestOffice, qtbot: QtBot
) -> None:
    office = sqlite_office
    hand_in(
        office.services.database,
        {"external_id": "P-1"},
        {"external_id": "P-1", "payload": GOOD | {"text": "چیز دیگر"}},
    )
    office.services.staging.run(office.manager)
    shown = Shown(office, office.administrator, qtbot)
    form = shown.panel.form
    assert "با متن دیگری" in form.reasons.text()
    assert form.texts.isVisible()
    assert form.texts.before.toPlainText() == GOOD["text"]
    assert form.texts.now.toPlainText() == "چیز دیگر"
    shown.panel.roster.setFocus()
    press(shown.panel.roster, Qt.Key.Key_F)
    shown.settle()
    assert states(office) == ["done", "done"]
    (made,) = petitions(office)
    assert office.services.further_texts.count(office.manager, made.id) == 1
    assert not form.texts.isVisible()


def test_what_cannot_be_read_offers_no_further_text(shown: Shown) -> None:
    click(shown.panel.take_button)
    shown.settle()
    assert not shown.panel.form.further_button.isVisible()
    press(shown.panel.roster, Qt.Key.Key_F)
    shown.settle()
    assert states(shown.office) == ["done", "quarantined", "quarantined"]
