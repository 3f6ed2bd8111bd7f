"""What was typed and not saved: through an outage, a window that is killed, signing out and closing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop_app.bootstrap import open_services
from desktop_app.errors import DatabaseAwayError
from desktop_app.petitions.vocabulary import Outcome, Purpose
from desktop_app.unfinished import FOLDER, Key, RecoveredDraft, UnfinishedTexts
from tests.database.faults.servers import Server
from tests.department import TestOffice, open_office
from tests.ui.choosing import choose_music
from tests.ui.keyboard import CONTROL, activate, click, press, type_text, wait
from tests.ui.own_pc import Place, pc, screen_of
from tests.ui.typing_window import PACE
from ui import jobs
from ui.main_window import MainWindow
from ui.petitions.desk.sending import Mode
from ui.petitions.screen import InboxScreen
from ui.sign_in.window import SignInWindow
from ui.unfinished import WRITES_EVERY
from ui.widgets.leave_dialog import LeaveDialog

__all__ = ["pc"]

NOTE = "متقاضی پیام داد؛ سوابق بررسی شود"


def inbox(window: MainWindow, petition_id: int) -> InboxScreen:
    screen: InboxScreen = screen_of(window, InboxScreen, "inbox", petition_id)

    def shows() -> bool:
        detail = screen.details.detail
        return detail is not None and detail.id == petition_id

    assert wait(shows)
    return screen


def write(window: MainWindow, petition_id: int, mode: Mode, text: str) -> InboxScreen:
    screen = inbox(window, petition_id)
    screen.details.composer.turn_to(mode)
    type_text(screen.details.composer.edit, text)
    return screen


def box_text(screen: InboxScreen) -> str:
    return screen.details.composer.edit.toPlainText()


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
    choose_music(composer.order, office)
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
    assert composer.order.recipients.places == ()
    pc.crash(window)
    composer = inbox(pc.window(office), taken.id).details.composer
    composer.turn_to(Mode.ORDER)
    assert wait(lambda: [place.unit_id for place in composer.order.recipients.places] == [office.music.id])
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
