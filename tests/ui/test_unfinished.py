"""What was typed and not saved: through an outage, a window that is killed, signing out and closing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop_app.bootstrap import open_services
from desktop_app.errors import DatabaseAwayError
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.people.experts import ExpertWords
from desktop_app.petitions.vocabulary import Outcome, Purpose
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from desktop_app.unfinished import FOLDER, Key, RecoveredDraft, UnfinishedTexts
from tests.database.faults.servers import Server
from tests.department import TestOffice, open_office
from tests.ui.consultation import FIRST, SECOND, comment, draft
from tests.ui.keyboard import CONTROL, activate, click, press, put_away, type_text, wait
from tests.ui.typing_window import PACE
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.administration.templates_panel import TemplatesPanel
from ui.application import Session, screens
from ui.comments.screen import CommentsScreen
from ui.comparison.screen import ComparisonScreen
from ui.draft_recovery import describe
from ui.instruments.screen import InstrumentsScreen
from ui.instruments.step_dialog import StepDialog
from ui.main_window import MainWindow
from ui.people.experts_page import ExpertsPage
from ui.people.screen import PeopleScreen
from ui.petitions.desk.sending import Mode
from ui.petitions.screen import InboxScreen
from ui.sign_in.window import SignInWindow
from ui.unfinished import WRITES_EVERY
from ui.widgets.leave_dialog import LeaveDialog
from ui.workplace import RegisterRequest

NOTE = "متقاضی پیام داد؛ سوابق بررسی شود"
S = TypeVar("S", bound=Any)


class Place:
    """A PC: windows open on it one after the other, or beside each other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sessions: list[Session] = []

    def window(self, office: TestOffice, actor: Actor | None = None, only: str | None = None) -> MainWindow:
        """Signs in, and waits until everything stands there; with one screen if `only` names it."""
        offered = screens()
        session = Session(
            Settings(data_folder=self.folder, theme="light"),
            offered if only is None else {only: offered[only]},
        )
        self.sessions.append(session)
        window = session.open_main(office.services, actor or office.clerk)
        activate(window)
        assert wait(lambda: ready(window))
        return window

    def crash(self, window: MainWindow) -> None:
        """The window is gone without a word; its file stays behind as it is."""
        assert wait(lambda: window.workplace.unfinished.is_written)
        session = next(one for one in self.sessions if one.window is window)
        window.keeping.settle()
        session.close()
        window.close()
        put_away(window)
        session.window = None
        assert jobs.wait_all()

    def files(self) -> list[Path]:
        folder = self.folder / FOLDER
        return list(folder.iterdir()) if folder.exists() else []

    def clean_up(self) -> None:
        for session in self.sessions:
            if session.window is not None:
                keeping = getattr(session.window, "keeping", None)
                if keeping is not None:
                    keeping.settle()
                session.window.close()
                put_away(session.window)
            session.close()
        assert jobs.wait_all()


def ready(window: MainWindow) -> bool:
    assert jobs.wait_all()
    return window.workplace.unfinished.is_open


@pytest.fixture
def pc(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path / "data")
    yield made
    made.clean_up()


def screen_of(window: MainWindow, kind: type[S], name: str, item: object = None) -> S:
    window.go(name, item)
    assert jobs.wait_all()
    found = window.current_screen()
    assert isinstance(found, kind)
    return found


def inbox(window: MainWindow, petition_id: int) -> InboxScreen:
    screen: InboxScreen = screen_of(window, InboxScreen, "inbox", petition_id)

    def shows() -> bool:
        detail = screen.details.detail
        return detail is not None and detail.id == petition_id

    assert wait(shows)
    return screen


def newer_text(screen: ComparisonScreen) -> str:
    assert screen.page.loaded is not None
    return screen.page.loaded.comparison.new.text


def write(window: MainWindow, petition_id: int, mode: Mode, text: str) -> InboxScreen:
    screen = inbox(window, petition_id)
    screen.details.composer.turn_to(mode)
    type_text(screen.details.composer.edit, text)
    return screen


def box_text(screen: InboxScreen) -> str:
    return screen.details.composer.edit.toPlainText()


# Through a crash


@pytest.mark.skipif(os.name != "posix", reason="signals that kill a server are those of POSIX")
def test_typing_goes_on_without_a_server_and_survives_the_window_that_is_killed(
    server: Server, tmp_path: Path
) -> None:
    services = open_services(server.url(), prepare_schema=False)
    petition = open_office(services).petition()
    services.close()
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.typing_window", server.url(), str(tmp_path), str(petition.id)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    try:
        typed = typed_until_killed(window, server)
    finally:
        window.kill()
        window.communicate()
    server.start()
    services = open_services(server.url(), prepare_schema=False)
    pc = Place(tmp_path)
    try:
        again = pc.window(open_office(services))
        assert again.keeping.bar.isVisible()
        click(again.keeping.bar.show_button)
        assert jobs.wait_all()
        screen = inbox(again, petition.id)
        found = box_text(screen)
        assert found == "ب" * len(found)
        # What was typed in the last moment before the blow is all that may be missing.
        assert typed - len(found) <= 2 * WRITES_EVERY / PACE
        assert screen.details.composer.kept.words.text().startswith("نوشتهٔ ناتمام شما از ")
    finally:
        pc.clean_up()
        services.close()


def typed_until_killed(window: subprocess.Popen[str], server: Server) -> int:
    """Kills the server in the middle of a word and the window a while after it has told; how much was typed."""
    assert window.stdout is not None
    typed, away_at = 0, 0
    for line in window.stdout:
        if line.startswith("typed"):
            typed = int(line.split()[1])
            if typed == 10:
                server.kill()
        if line == "away\n":
            away_at = typed
        if away_at and typed >= away_at + 40:
            break
        assert typed < 1000, "the window never told that the database is away"
    assert away_at
    return typed


def test_each_purpose_of_the_box_keeps_its_own_text(pc: Place, sqlite_office: TestOffice) -> None:
    first = sqlite_office.taken()
    second = sqlite_office.petition(text="دیگر", subject="دیگر")
    window = pc.window(sqlite_office)
    write(window, first.id, Mode.REPLY, "پاسخ")
    write(window, first.id, Mode.ORDER, "هامش")
    write(window, second.id, Mode.NOTE, "یادداشت")
    pc.crash(window)
    again = pc.window(sqlite_office)
    bar = again.keeping.bar
    assert bar.words.text().startswith("۳ نوشتهٔ ناتمام شما بازیابی شد")
    assert {action.text().split()[0] for action in bar.menu().actions()} == {"پاسخ", "هامش", "یادداشت"}
    screen = inbox(again, first.id)
    assert screen.details.composer.mode is Mode.REPLY
    assert box_text(screen) == "پاسخ"
    screen.details.composer.turn_to(Mode.ORDER)
    assert box_text(screen) == "هامش"
    assert box_text(inbox(again, second.id)) == "یادداشت"


def test_unit_outcome_and_reason_come_back_with_the_text(pc: Place, sqlite_office: TestOffice) -> None:
    office = sqlite_office
    taken, other = office.taken(), office.taken(text="درخواست دیگر")
    window = pc.window(office)
    composer = write(window, taken.id, Mode.ORDER, "برای بررسی").details.composer
    composer.order.unit.choose(office.music.id)
    composer.order.purpose.choose(Purpose.INFORMATION)
    composer.turn_to(Mode.REPLY)
    type_text(composer.edit, "پاسخ منفی")
    composer.reply.outcome.choose(Outcome.REFUSED)
    type_text(composer.reply.reason, "بند ۲")
    # What was chosen for one petition says nothing about the next.
    composer = inbox(window, other.id).details.composer
    composer.turn_to(Mode.REPLY)
    assert (composer.reply.outcome.code(), composer.reply.reason.text()) == (Outcome.ANSWERED, "")
    composer.turn_to(Mode.ORDER)
    assert composer.order.unit.code() is None
    pc.crash(window)
    composer = inbox(pc.window(office), taken.id).details.composer
    composer.turn_to(Mode.ORDER)
    assert wait(lambda: composer.order.unit.code() == office.music.id)
    assert (composer.text(), composer.order.purpose.code()) == ("برای بررسی", Purpose.INFORMATION)
    composer.turn_to(Mode.REPLY)
    assert (composer.text(), composer.reply.outcome.code()) == ("پاسخ منفی", Outcome.REFUSED)
    composer.send()
    assert jobs.wait_all()
    last = office.services.desk.peek(office.clerk, taken.id).history[-1]
    assert (last.action, last.text, last.after["reason"]) == ("resolve", "پاسخ منفی", "بند ۲")


def test_what_was_sent_does_not_come_back(pc: Place, sqlite_office: TestOffice) -> None:
    petition = sqlite_office.taken()
    window = pc.window(sqlite_office)
    screen = write(window, petition.id, Mode.NOTE, NOTE)
    press(screen.details.composer.edit, Qt.Key.Key_Return, CONTROL)
    assert wait(lambda: box_text(screen) == "")
    pc.crash(window)
    again = pc.window(sqlite_office)
    assert again.keeping.bar.isHidden()
    assert box_text(inbox(again, petition.id)) == ""


def test_what_is_thrown_away_is_gone_unless_it_is_brought_back(pc: Place, sqlite_office: TestOffice) -> None:
    petition = sqlite_office.taken()
    window = pc.window(sqlite_office)
    write(window, petition.id, Mode.NOTE, NOTE)
    pc.crash(window)
    again = pc.window(sqlite_office)
    screen = inbox(again, petition.id)
    click(screen.details.composer.kept.throw_away)
    assert box_text(screen) == ""
    assert again.keeping.bar.isHidden()
    again.message_bar.undo_action.trigger()
    assert box_text(screen) == NOTE
    click(screen.details.composer.kept.throw_away)
    pc.crash(again)
    third = pc.window(sqlite_office)
    assert third.keeping.bar.isHidden()
    assert box_text(inbox(third, petition.id)) == ""


def test_a_text_is_not_put_on_another_petition_that_has_its_number(
    pc: Place, sqlite_office: TestOffice
) -> None:
    petition = sqlite_office.taken()
    window = pc.window(sqlite_office)
    screen = write(window, petition.id, Mode.NOTE, NOTE)
    screen.details.unsent.keep(petition.id, Mode.NOTE, NOTE + ".", "999999999999")
    pc.crash(window)
    assert box_text(inbox(pc.window(sqlite_office), petition.id)) == ""


def test_a_colleague_on_the_same_pc_sees_nothing_of_it(pc: Place, sqlite_office: TestOffice) -> None:
    petition = sqlite_office.taken()
    window = pc.window(sqlite_office)
    write(window, petition.id, Mode.NOTE, NOTE)
    pc.crash(window)
    theirs = pc.window(sqlite_office, sqlite_office.other_clerk)
    assert theirs.keeping.bar.isHidden()
    assert box_text(inbox(theirs, petition.id)) == ""


def test_two_windows_of_one_person_do_not_overwrite_each_other(pc: Place, sqlite_office: TestOffice) -> None:
    petition = sqlite_office.taken()
    one, two = pc.window(sqlite_office), pc.window(sqlite_office)
    write(one, petition.id, Mode.NOTE, "یکم")
    write(two, petition.id, Mode.NOTE, "دوم")
    assert box_text(inbox(one, petition.id)) == "یکم"
    pc.crash(one)
    pc.crash(two)
    found = set()
    for _ in range(2):
        window = pc.window(sqlite_office)
        screen = inbox(window, petition.id)
        found.add(box_text(screen))
        screen.details.composer.edit.setFocus()
        press(screen.details.composer.edit, Qt.Key.Key_Return, CONTROL)
        assert wait(lambda screen=screen: box_text(screen) == "")  # type: ignore[misc]
        pc.crash(window)
    assert found == {"یکم", "دوم"}
    assert pc.files() == []


def test_the_form_of_a_new_petition_comes_back_whole(pc: Place, sqlite_office: TestOffice) -> None:
    window = pc.window(sqlite_office)
    screen: InboxScreen = screen_of(window, InboxScreen, "inbox", RegisterRequest())
    assert screen.registration.form is not None
    fields = screen.registration.form.fields
    type_text(fields.name, "مریم سعیدی")
    type_text(fields.text, "پروانه من چه شد؟")
    fields.unit.choose(sqlite_office.music.id)
    fields.kind.choose("complaint")
    pc.crash(window)
    again = pc.window(sqlite_office)
    click(again.keeping.bar.show_button)
    assert jobs.wait_all()
    found = again.current_screen()
    assert isinstance(found, InboxScreen)
    form = found.registration.form
    assert form is not None
    assert form.isVisible()
    assert form.fields.name.text() == "مریم سعیدی"
    assert form.fields.text.toPlainText() == "پروانه من چه شد؟"
    assert form.fields.unit.code() == sqlite_office.music.id
    assert form.fields.kind.value() == "complaint"
    assert form.kept.isVisible()
    form.register()
    assert jobs.wait_all()
    assert form.kept.isHidden()
    pc.crash(again)
    assert pc.files() == []


def test_the_decision_on_a_comment_comes_back(pc: Place, sqlite_office: TestOffice) -> None:
    instrument = draft(sqlite_office, FIRST, SECOND).row.id
    comment(sqlite_office, instrument, "یک سال کم است.")
    given = comment(sqlite_office, instrument, "مهلت بلندتر شود.", sender="نادر")
    window = pc.window(sqlite_office, sqlite_office.reviewer, "comments")
    screen: CommentsScreen = screen_of(window, CommentsScreen, "comments", instrument)
    screen.page.comments.step(1)
    screen.decision.choose("rejected")
    type_text(screen.decision.reason, "با قانون نمی‌خواند")
    pc.crash(window)
    again = pc.window(sqlite_office, sqlite_office.reviewer, "comments")
    click(again.keeping.bar.show_button)
    assert jobs.wait_all()
    found = again.current_screen()
    assert isinstance(found, CommentsScreen)
    assert wait(lambda: found.decision.comment is not None and found.decision.comment.id == given.id)
    assert found.decision.choice.value() == "rejected"
    assert found.decision.reason.toPlainText() == "با قانون نمی‌خواند"
    assert found.decision.kept.isVisible()
    found.deciding.save()
    assert jobs.wait_all()
    pc.crash(again)
    assert pc.files() == []


def test_an_annotation_and_a_reply_come_back(pc: Place, sqlite_office: TestOffice) -> None:
    instrument = draft(sqlite_office, FIRST, SECOND).row.id
    window = pc.window(sqlite_office, sqlite_office.reviewer, "comparison")
    screen: ComparisonScreen = screen_of(window, ComparisonScreen, "comparison", (instrument, 1, 2))
    start = newer_text(screen).index("دو سال")
    screen.page.view.select_text("new", start, start + 6)
    screen.page.commands.annotate.trigger()
    composer = screen.page.threads.composer
    type_text(composer.text, "چرا دو سال؟")
    press(composer.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    (thread,) = screen.page.threads.threads
    screen.annotating.open_thread(thread.row.id)
    reply = screen.page.threads.boxes[thread.row.id].reply
    assert reply is not None
    type_text(reply, "پاسخ نیمه‌کاره")
    screen.page.view.select_text("new", start, start + 2)
    screen.page.commands.annotate.trigger()
    type_text(composer.text, "یادداشت دوم")
    pc.crash(window)
    again = pc.window(sqlite_office, sqlite_office.reviewer, "comparison")
    found: ComparisonScreen = screen_of(again, ComparisonScreen, "comparison", (instrument, 1, 2))
    composer = found.page.threads.composer
    assert composer.isVisible()
    assert composer.text.toPlainText() == "یادداشت دوم"
    assert composer.target is not None
    assert composer.target.start == start
    found.annotating.open_thread(thread.row.id)
    box = found.page.threads.boxes[thread.row.id]
    assert box.reply is not None
    assert box.reply.toPlainText() == "پاسخ نیمه‌کاره"
    press(box.reply, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    activate(again)
    composer.text.setFocus()
    press(composer.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert len(found.page.threads.threads) == 2
    pc.crash(again)
    assert pc.files() == []


def test_another_comparison_takes_nothing_from_what_is_written(pc: Place, sqlite_office: TestOffice) -> None:
    instrument = draft(sqlite_office, FIRST, SECOND).row.id
    other = draft(sqlite_office, FIRST, SECOND, title="دیگر").row.id
    window = pc.window(sqlite_office, sqlite_office.reviewer, "comparison")
    screen: ComparisonScreen = screen_of(window, ComparisonScreen, "comparison", (instrument, 1, 2))
    start = newer_text(screen).index("دو سال")
    screen.page.view.select_text("new", start, start + 6)
    screen.page.commands.annotate.trigger()
    composer = screen.page.threads.composer
    type_text(composer.text, "چرا دو سال؟")
    screen_of(window, ComparisonScreen, "comparison", (other, 1, 2))
    assert composer.isHidden()
    assert composer.text.toPlainText() == ""
    screen_of(window, ComparisonScreen, "comparison", (instrument, 1, 2))
    assert composer.isVisible()
    assert composer.text.toPlainText() == "چرا دو سال؟"


# Leaving


def asked(window: MainWindow) -> LeaveDialog:
    assert window.keeping.dialog is not None
    return window.keeping.dialog


def test_closing_says_what_is_kept_and_keeps_it(pc: Place, sqlite_office: TestOffice) -> None:
    petition = sqlite_office.taken()
    window = pc.window(sqlite_office)
    write(window, petition.id, Mode.NOTE, NOTE)
    assert not window.close()
    assert window.isVisible()
    click(asked(window).stay_button)
    assert window.isVisible()
    window.close()
    click(asked(window).keep_button)
    assert not window.isVisible()
    pc.crash(window)
    assert box_text(inbox(pc.window(sqlite_office), petition.id)) == NOTE


def test_signing_out_can_throw_away(pc: Place, sqlite_office: TestOffice) -> None:
    petition = sqlite_office.taken()
    window = pc.window(sqlite_office)
    write(window, petition.id, Mode.NOTE, NOTE)
    window.person_corner.open_menu(window.rail.person)
    sign_out(window).trigger()
    click(asked(window).throw_button)
    assert wait(lambda: isinstance(pc.sessions[0].window, SignInWindow))
    assert box_text(inbox(pc.window(sqlite_office), petition.id)) == ""


def sign_out(window: MainWindow) -> Any:
    menu = window.findChild(QMenu)
    assert menu is not None
    found = menu.actions()[-1]
    menu.close()
    return found


def test_nothing_is_asked_where_nothing_was_typed(pc: Place, sqlite_office: TestOffice) -> None:
    window = pc.window(sqlite_office)
    assert window.close()
    assert window.keeping.dialog is None


def test_another_language_keeps_what_stands_in_the_box(pc: Place, sqlite_office: TestOffice) -> None:
    petition = sqlite_office.taken()
    window = pc.window(sqlite_office)
    write(window, petition.id, Mode.NOTE, NOTE)
    window.language_chosen.emit("en")
    again = pc.sessions[0].window
    assert isinstance(again, MainWindow)
    assert again is not window
    activate(again)
    assert box_text(inbox(again, petition.id)) == NOTE
    again.language_chosen.emit("fa")
    assert jobs.wait_all()


def test_a_disk_that_takes_nothing_is_said_once(pc: Place, sqlite_office: TestOffice) -> None:
    pc.folder.mkdir()
    (pc.folder / FOLDER).write_text("a file")
    petition = sqlite_office.taken()
    window = pc.window(sqlite_office)
    assert wait(lambda: window.message_bar.text.startswith("نوشته‌های ناتمام را نمی‌توان"))
    write(window, petition.id, Mode.NOTE, NOTE)
    window.message_bar.clear()
    unfinished = window.workplace.unfinished
    first = unfinished.error
    assert wait(lambda: unfinished.error is not first), "it is tried again"
    assert window.message_bar.text == ""
    # The question does not promise what the disk did not take.
    window.close()
    assert asked(window).throw_button.isHidden()
    click(asked(window).stay_button)
    (pc.folder / FOLDER).unlink()
    type_text(inbox(window, petition.id).details.composer.edit, "!")
    assert wait(lambda: window.message_bar.text.startswith("نوشته‌های ناتمام دوباره"))
    pc.crash(window)
    assert "یادداشت" in pc.window(sqlite_office).keeping.bar.words.text()


# While the database is away


def test_the_boxes_say_that_the_database_is_away(pc: Place, sqlite_office: TestOffice) -> None:
    petition = sqlite_office.taken()
    window = pc.window(sqlite_office)
    screen = write(window, petition.id, Mode.NOTE, NOTE)
    line = screen.details.composer.kept
    assert line.isHidden()
    window.watch.lost.emit(DatabaseAwayError(where="db"))
    assert line.words.text().startswith("پایگاه داده در دسترس نیست")
    assert "روی همین رایانه" in line.words.text()
    window.watch.restored.emit()
    assert line.isHidden()
    assert jobs.wait_all()


def test_typing_goes_on_while_the_disk_is_at_work(
    pc: Place, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    petition = sqlite_office.taken()
    window = pc.window(sqlite_office)
    screen = inbox(window, petition.id)
    edit = screen.details.composer.edit
    edit.setPlainText("متن بلند " * 2000)
    written, disk_is_free = UnfinishedTexts.write, threading.Event()

    def write_slowly(file: UnfinishedTexts, changes: Mapping[Key, RecoveredDraft | None]) -> None:
        disk_is_free.wait()
        written(file, changes)

    monkeypatch.setattr(UnfinishedTexts, "write", write_slowly)
    try:
        for _ in range(40):
            type_text(edit, "ب")
            window.workplace.unfinished.flush()
        assert edit.toPlainText().count("ب") == 2040
        assert not window.workplace.unfinished.is_written
    finally:
        disk_is_free.set()
    assert wait(lambda: window.workplace.unfinished.is_written)


# In forms


def test_an_expert_who_is_being_entered_survives_reading_again_and_a_crash(
    pc: Place, sqlite_office: TestOffice
) -> None:
    office = sqlite_office
    experts = office.services.experts
    entered = experts.add(office.clerk, ExpertWords("نیلوفر جاوید"))

    def page_of(window: MainWindow) -> ExpertsPage:
        screen: PeopleScreen = screen_of(window, PeopleScreen, "people")
        screen.tabs.choose("experts")
        assert jobs.wait_all()
        return screen.experts

    window = pc.window(office, office.clerk, "people")
    page = page_of(window)
    page.show_expert(entered.id)
    assert jobs.wait_all()
    type_text(page.note, "شنبه‌ها")
    experts.add(office.clerk, ExpertWords("بهرام کاویان"))
    page.refresh()
    assert jobs.wait_all()
    assert (page.name.text(), page.note.toPlainText()) == ("نیلوفر جاوید", "شنبه‌ها")
    page.start_new()
    type_text(page.name, "سومی")
    pc.crash(window)
    window = pc.window(office, office.clerk, "people")
    left = {one.key.item_id: one for one in window.workplace.unfinished.left()}
    window.keeping.bar.opened.emit(left[0])
    assert jobs.wait_all()
    page = page_of(window)
    assert page.name.text() == "سومی"
    window.keeping.bar.opened.emit(left[entered.id])
    assert jobs.wait_all()
    assert (page.name.text(), page.note.toPlainText()) == ("نیلوفر جاوید", "شنبه‌ها")
    click(page.save_button)
    assert jobs.wait_all()
    assert {row.words.note for row in experts.all()} == {"شنبه‌ها", ""}
    assert [one.key.item_id for one in window.workplace.unfinished.all()] == [0]


def test_a_saved_reply_that_is_being_written_survives_reading_again_and_a_crash(
    pc: Place, sqlite_office: TestOffice
) -> None:
    office = sqlite_office
    kept = office.services.templates.add(office.administrator, "پاسخ نخست", "متن نخست")
    window = pc.window(office, office.administrator, "administration")

    def panel_of(window: MainWindow) -> TemplatesPanel:
        screen: AdministrationScreen = screen_of(window, AdministrationScreen, "administration")
        screen.tabs.choose("templates")
        assert jobs.wait_all()
        return screen.templates

    panel = panel_of(window)
    panel.text.selectAll()
    type_text(panel.text, "متن تازه")
    panel.refresh()
    assert jobs.wait_all()
    assert panel.text.toPlainText() == "متن تازه"
    panel.start_new()
    type_text(panel.title, "پاسخ دوم")
    pc.crash(window)
    window = pc.window(office, office.administrator, "administration")
    window.keeping.bar.opened.emit(
        next(one for one in window.workplace.unfinished.left() if one.key.item_id == 0)
    )
    assert jobs.wait_all()
    panel = panel_of(window)
    assert panel.title.text() == "پاسخ دوم"
    window.keeping.bar.opened.emit(
        next(one for one in window.workplace.unfinished.left() if one.key.item_id == kept.id)
    )
    assert jobs.wait_all()
    assert (panel.title.text(), panel.text.toPlainText()) == ("پاسخ نخست", "متن تازه")
    # Somebody else was quicker: that is told, and what was typed stays.
    templates = office.services.templates
    templates.change(office.administrator, kept.id, kept.version, text="متن همکار")
    panel.refresh()
    assert jobs.wait_all()
    click(panel.save_button)
    assert jobs.wait_all()
    assert (panel.text.toPlainText(), templates.all()[0].text) == ("متن تازه", "متن همکار")
    # The next window shows both, and takes nothing from either.
    pc.crash(window)
    window = pc.window(office, office.administrator, "administration")
    window.keeping.bar.opened.emit(
        next(one for one in window.workplace.unfinished.left() if one.key.item_id == kept.id)
    )
    assert jobs.wait_all()
    panel = panel_of(window)
    assert panel.text.toPlainText() == "متن تازه"
    assert panel.overtaken.isVisible()
    assert "متن همکار" in panel.overtaken.text()
    click(panel.kept.line.throw_away)
    assert panel.text.toPlainText() == "متن همکار"
    assert panel.overtaken.isHidden()


def test_the_form_of_a_step_comes_back(pc: Place, sqlite_office: TestOffice) -> None:
    office = sqlite_office
    drafting = office.services.drafting
    row = draft(office, FIRST, SECOND).row

    def form(window: MainWindow) -> StepDialog:
        screen: InstrumentsScreen = screen_of(window, InstrumentsScreen, "drafts", row.id)
        assert wait(lambda: screen.details.detail is not None and screen.details.detail.row.id == row.id)
        screen.steps.take(InstrumentAction.WITHDRAW)
        dialog = screen.steps.step_dialog
        assert dialog is not None
        return dialog

    window = pc.window(office, office.manager, "drafts")
    type_text(form(window).reason, "به درخواست واحد")
    pc.crash(window)
    window = pc.window(office, office.manager, "drafts")
    [left] = window.workplace.unfinished.left()
    assert describe(left) == f"گام بعدی «{row.title}»"
    dialog = form(window)
    assert dialog.reason.toPlainText() == "به درخواست واحد"
    assert not dialog.form.line.isHidden()
    click(dialog.save_button)
    assert jobs.wait_all()
    assert drafting.detail(office.reviewer, row.id).withdrawn_reason == "به درخواست واحد"
    assert window.workplace.unfinished.all() == ()
