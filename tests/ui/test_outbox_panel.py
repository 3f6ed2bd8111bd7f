"""Messages to petitioners in the window: switched on, counted, handed on, tried again, and seen at the petition."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from desktop_app.clock import FixedClock
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.petitions.lists.inbox import Scope
from desktop_app.petitions.outbox.model import MessageState, OutboxBatch, OutboxMessage
from desktop_app.petitions.outbox.service import OutboxRow, Receipt
from desktop_app.petitions.outbox.settings import MailSecurity, MessageSettings
from desktop_app.petitions.vocabulary import Channel, Outcome
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor, Membership, Role
from desktop_app.wording import digits
from tests.conftest import NOON
from tests.department import TestOffice
from tests.key_store import KeyStore
from tests.petitions.outbox.sending import SENDER, by, messages, switch_on
from tests.smtp_server import SmtpServer
from tests.ui.consultation import workplace
from tests.ui.desk_window import desk as desk_window
from tests.ui.desk_window import opened_bell
from tests.ui.keyboard import CONTROL, activate, click, press
from tests.ui.prepared import PreparedOffices
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.application import screens
from ui.main_window import MainWindow
from ui.workplace import MessageWording, Workplace


class Shown:
    def __init__(self, office: TestOffice, actor: Actor, qtbot: QtBot, section: str) -> None:
        self.office = office
        self.screen = AdministrationScreen(Workplace(office.services, actor, Settings(data_folder=Path())))
        qtbot.addWidget(self.screen)
        self.said: list[str] = []
        self.undo: list[object] = []
        self.screen.message.connect(self._on_message)
        self.screen.resize(1272, 788)
        activate(self.screen)
        self.screen.tabs.choose(section)
        self.settle()

    def _on_message(self, words: str, undo: object) -> None:
        self.said.append(words)
        self.undo.append(undo)

    def settle(self) -> None:
        for _ in range(4):
            assert jobs.wait_all()


def _told(office: TestOffice, _clock: FixedClock) -> None:
    switch_on(office, kinds=[MessageKind.REGISTERED, MessageKind.ANSWERED])
    by(Channel.SMS, office)
    by(Channel.SMS, office, text="دوم")


@pytest.fixture
def sqlite_office(prepared_offices: PreparedOffices, clock: FixedClock) -> Iterator[TestOffice]:
    with prepared_offices.office(_told, clock) as (office, _):
        yield office


def choose(shown: Shown, kind: MessageKind, way: DeliveryMethod) -> None:
    """Goes to the row of a template."""
    place = list(MessageKind).index(kind) * len(DeliveryMethod) + list(DeliveryMethod).index(way) + 1
    roster = shown.screen.messages.roster
    at = next(at for at, row in enumerate(roster.rows()) if row.key == place)
    roster.setCurrentIndex(roster.model().index(at, 0))
    shown.settle()


def test_a_message_is_written_counted_and_switched_on(sqlite_office: TestOffice, qtbot: QtBot) -> None:
    shown = Shown(sqlite_office, sqlite_office.administrator, qtbot, "messages")
    panel = shown.screen.messages
    choose(shown, MessageKind.CLOSED, DeliveryMethod.SMS)
    assert panel.subject.isHidden()
    assert not panel.active.isChecked()
    assert "بخش" in panel.sample.count.text()
    panel.text.setPlainText("{code} " + "س" * 400)
    assert not panel.sample.cut.isHidden()
    panel.text.setPlainText("کد {nothing}")
    assert "nothing" in panel.sample.trouble.text()
    panel.text.setPlainText("درخواست ")
    panel.text.moveCursor(panel.text.textCursor().MoveOperation.End)
    click(panel.variables["code"])
    assert panel.text.toPlainText() == "درخواست {code}"
    assert panel.sample.trouble.isHidden()
    panel.active.setChecked(True)
    click(panel.save_button)
    shown.settle()
    rows = {(row.kind, row.way): row for row in sqlite_office.services.message_templates.all()}
    kept = rows[MessageKind.CLOSED, DeliveryMethod.SMS]
    assert (kept.active, kept.standard, kept.text) == (True, False, "درخواست {code}")
    undo = shown.undo[-1]
    assert callable(undo)
    undo()
    shown.settle()
    rows = {(row.kind, row.way): row for row in sqlite_office.services.message_templates.all()}
    assert (
        rows[MessageKind.CLOSED, DeliveryMethod.SMS].active,
        rows[MessageKind.CLOSED, DeliveryMethod.SMS].standard,
    ) == (
        False,
        True,
    )
    choose(shown, MessageKind.CLOSED, DeliveryMethod.EMAIL)
    assert not panel.subject.isHidden()
    assert panel.sample.count.isHidden()


def test_what_was_being_written_is_found_again(sqlite_office: TestOffice, qtbot: QtBot) -> None:
    shown = Shown(sqlite_office, sqlite_office.administrator, qtbot, "units")
    shown.screen.open_item(MessageWording(15))
    shown.settle()
    panel = shown.screen.messages
    assert shown.screen.tabs.value() == "messages"
    assert panel.roster.key() == 15
    assert not panel.subject.isHidden()
    before = panel.text.toPlainText()
    panel.text.setPlainText(f"{before} و بیشتر")
    # Others change the office's words meanwhile: what is being written stays.
    row = sqlite_office.services.message_templates.all()[14]
    sqlite_office.services.message_templates.change(
        sqlite_office.administrator, row.kind, row.way, row.version, active=True
    )
    shown.screen.refresh()
    shown.settle()
    assert panel.text.toPlainText() == f"{before} و بیشتر"
    click(panel.save_button)
    shown.settle()
    assert sqlite_office.services.message_templates.all()[14].text == row.text


def test_settings_of_messages_are_saved_and_refused_by_field(
    sqlite_office: TestOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown = Shown(sqlite_office, sqlite_office.administrator, qtbot, "messages")
    form = shown.screen.messages.settings
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    click(form.browse_button)
    form.segments.setText("۲")
    form.channels["phone"].setChecked(True)
    click(form.save_button)
    shown.settle()
    wanted = MessageSettings(2, ("phone",), SENDER, str(tmp_path))
    assert sqlite_office.services.message_rules.settings() == wanted
    form.segments.setText("بسیار")
    click(form.save_button)
    shown.settle()
    assert sqlite_office.services.message_rules.settings() == wanted
    assert form.refusals.card.field is form.segments


def test_a_mail_server_is_set_and_tried(
    sqlite_office: TestOffice, qtbot: QtBot, smtp: SmtpServer, key_store: KeyStore
) -> None:
    office = sqlite_office
    shown = Shown(office, office.administrator, qtbot, "messages")
    form = shown.screen.messages.settings
    form.host.setText("127.0.0.1")
    form.security.choose(MailSecurity.STARTTLS)
    assert form.port.text() == "۵۸۷"
    form.security.choose(MailSecurity.TLS)
    assert form.port.text() == "۴۶۵"
    form.port.setText("بسیار")
    click(form.save_button)
    shown.settle()
    assert form.refusals.card.field is form.port
    form.port.setText(digits(smtp.port))
    form.security.choose(MailSecurity.STARTTLS)
    form.security.choose(MailSecurity.TLS)
    # A port of the office's own stays.
    assert form.port.text() == digits(smtp.port)
    form.user.setText(smtp.user)
    form.password.setText(smtp.password)
    form.trial.setText("کسی")
    click(form.trial_button)
    shown.settle()
    assert form.refusals.card.field is form.trial
    # It says that nothing was saved, and nothing was.
    assert office.services.message_rules.settings().mail_host == ""
    form.trial.setText("09121234567")
    click(form.trial_button)
    shown.settle()
    assert form.refusals.card.field is form.folder
    assert office.services.message_rules.settings().mail_host == ""
    form.trial.setText("me@example.ir")
    press(form.trial, Qt.Key.Key_Return)
    shown.settle()
    stored = office.services.message_rules.settings()
    assert (stored.mail_host, stored.mail_port, stored.mail_user) == ("127.0.0.1", smtp.port, smtp.user)
    assert list(key_store.kept.values()) == [smtp.password]
    assert form.password.text() == ""
    assert smtp.addresses() == ["me@example.ir"]
    assert "پذیرفت" in shown.said[-1]
    smtp.answers["RCPT"] = ["550 no such user"]
    click(form.trial_button)
    shown.settle()
    assert (form.trial_button.isEnabled(), smtp.addresses()) == (True, ["me@example.ir"])


def test_what_may_have_left_is_not_sent_again_with_the_others(
    sqlite_office: TestOffice, qtbot: QtBot, smtp: SmtpServer
) -> None:
    office = sqlite_office
    settings = MessageSettings(sender=SENDER, mail_host="127.0.0.1", mail_port=smtp.port, mail_user=smtp.user)
    office.services.message_rules.change(office.administrator, settings)
    settings.mail_account.keep_password(smtp.password)
    by(Channel.EMAIL, office, text="چهارم")
    with office.services.database.writing() as session:
        session.execute(update(OutboxMessage).where(OutboxMessage.way == "sms").values(state="cancelled"))
    panel = Shown(office, office.administrator, qtbot, "outbox")
    smtp.breaks["TOLD"] = 1
    by(Channel.EMAIL, office, text="پنجم")
    # No folder is asked for.
    click(panel.screen.outbox.write_button)
    panel.settle()
    outbox = panel.screen.outbox
    press(outbox.filter, Qt.Key.Key_2)
    panel.settle()
    (row,) = outbox.roster.rows()
    assert "معلوم نیست" in row.about
    # Whoever asked the addressee sends it again; nobody does so with many.
    assert outbox.all_button.isHidden()
    assert not outbox.again_button.isHidden()
    press(outbox.filter, Qt.Key.Key_1)
    panel.settle()
    click(outbox.write_button)
    panel.settle()
    assert "به سرور رایانامه" in panel.said[-1]
    assert len(smtp.mails) == 2


def test_what_waits_is_handed_on_and_what_failed_tried_again(
    sqlite_office: TestOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office = sqlite_office
    shown = Shown(office, office.administrator, qtbot, "outbox")
    panel = shown.screen.outbox
    assert len(panel.roster.rows()) == 2
    assert panel.again_button.isHidden()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    click(panel.write_button)
    shown.settle()
    assert "۲ پیام" in shown.said[-1]
    assert panel.roster.rows() == ()
    (file,) = tmp_path.glob("*.jsonl")
    one, two = (json.loads(line)["id"] for line in file.read_text("utf-8").splitlines())
    said = tmp_path / "receipts.csv"
    said.write_text(f"id,status,reason\n{one},delivered,\n{two},failed,<b>خاموش</b>\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(said)], ""))
    click(panel.receipts_button)
    shown.settle()
    press(panel.filter, Qt.Key.Key_2)
    shown.settle()
    (row,) = panel.roster.rows()
    assert "<b>خاموش</b>" in row.about
    assert "<b>خاموش</b>" in panel.became.text()
    press(panel, Qt.Key.Key_Return, CONTROL)
    shown.settle()
    assert messages(office, OutboxMessage.state) == [("delivered",), ("retried",), ("waiting",)]
    opened: list[int] = []
    panel.opened.connect(opened.append)
    press(panel.filter, Qt.Key.Key_5)
    shown.settle()
    press(panel.roster, Qt.Key.Key_Return)
    assert opened


def test_an_answer_that_comes_late_does_not_stand_under_what_was_chosen_since(
    sqlite_office: TestOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Shown(sqlite_office, sqlite_office.administrator, qtbot, "outbox")
    panel, outbox, may_go_on = shown.screen.outbox, sqlite_office.services.outbox, threading.Event()
    listed = outbox.listed
    assert len(panel.roster.rows()) == 2

    def slowly(actor: Actor, states: Iterable[MessageState] = ()) -> tuple[OutboxRow, ...]:
        if MessageState.WAITING in (asked := tuple(states)):
            may_go_on.wait(20)
        return listed(actor, asked)

    monkeypatch.setattr(outbox, "listed", slowly)
    panel.refresh()
    press(panel.filter, Qt.Key.Key_2)
    may_go_on.set()
    shown.settle()
    assert (panel.filter.value(), panel.roster.rows()) == ("failed", ())


def test_a_manager_of_a_unit_sees_its_messages_and_hands_nothing_on(
    sqlite_office: TestOffice, qtbot: QtBot
) -> None:
    office = sqlite_office
    books = replace(office.clerk, memberships=frozenset({Membership(Role.MANAGER, office.books.id)}))
    shown = Shown(office, books, qtbot, "outbox")
    assert shown.screen.outbox.write_button.isHidden()
    assert len(shown.screen.outbox.roster.rows()) == 2
    other = Shown(office, office.music_manager, qtbot, "outbox")
    assert other.screen.outbox.roster.rows() == ()


def test_the_petition_tells_what_its_petitioner_was_told(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    number = by(Channel.SMS, office, text="سوم")
    taken = office.services.desk.take(office.clerk, number, 1)
    office.services.desk.resolve(office.clerk, number, taken.version, Outcome.ANSWERED, "<b>پاسخ</b>")
    (key,) = messages(office, OutboxMessage.key)[-1]
    with office.services.database.writing() as session:
        found = session.query(OutboxMessage).filter(OutboxMessage.key == key).one()
        found.state, found.address = MessageState.SENT.value, "09121234567"
    office.services.outbox.note_receipts(office.manager, [Receipt(key, True)])
    with desk_window(office, office.clerk) as clerk:
        clerk.show(scope=Scope.ANY, keep=number)
        line = clerk.screen.details.body.messages
        assert not line.isHidden()
        assert ["پاسخ" in one.title.text() for one in line.lines] == [False, True]
        assert "رسید" in line.lines[1].state.text()
        assert line.lines[1].text.isHidden()
        assert line.lines[1].reason.isHidden()
        line.lines[1].title.setFocus()
        press(line.lines[1].title, Qt.Key.Key_Return)
        assert not line.lines[1].text.isHidden()
        assert "<b>پاسخ</b>" in line.lines[1].text.text()


def test_the_bell_leads_to_what_did_not_arrive(
    sqlite_office: TestOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    office = sqlite_office
    office.services.delivery.write(office.manager, tmp_path)
    with office.services.database.reading() as session:
        key = session.scalars(select(OutboxMessage.key)).first()
    assert key is not None
    office.services.outbox.note_receipts(office.manager, [Receipt(key, False, "خاموش")])
    office.services.closures.confirm(office.administrator, 1405)
    window = MainWindow(workplace(office, office.administrator), screens())
    qtbot.addWidget(window)
    activate(window)
    assert jobs.wait_all()
    panel = opened_bell(window)
    assert [notice.kind.value for notice in panel.shown()] == ["outbox"]
    press(panel.list, Qt.Key.Key_Return)
    for _ in range(4):
        assert jobs.wait_all()
    screen = window.current_screen()
    assert isinstance(screen, AdministrationScreen)
    assert (screen.tabs.value(), screen.outbox.filter.value()) == ("outbox", "failed")
    assert len(screen.outbox.roster.rows()) == 1
    # It stands in the list; what stands in none is told over it.
    assert screen.outbox.trouble.isHidden()
    with office.services.database.writing() as session:
        session.execute(
            update(OutboxBatch).values(state="ready", folder="/mnt/away", made_at=NOON - timedelta(2))
        )
    screen.outbox.refresh()
    assert jobs.wait_all()
    assert "/mnt/away" in screen.outbox.trouble.text()
