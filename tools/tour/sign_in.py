"""Signing in, the lock, a person's own settings, and what a start could not do."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.database.clock_mark import keep_the_time
from desktop_app.database.engine import sqlite_url
from desktop_app.errors import (
    BadFileError,
    SettingsError,
)
from desktop_app.settings import Layers, Settings
from desktop_app.staff.unlocking import FREE
from desktop_app.wording.errors import error_sentence
from tests.clocks import use_clock
from tests.updates.share import UpdateShare
from tools.tour.machinery import Tour, actor, filled, scene
from ui import stage
from ui.application import Session, screens
from ui.crash import CrashDialog, Incident
from ui.start_trouble import TroubleDialog
from ui.widgets.person_menu import PersonMenu


@scene
def sign_in(tour: Tour) -> None:
    window = Session(tour.settings, screens(), tour.services).open_sign_in()
    stage.settle(300)
    tour.picture("sign-in", window)
    stage.write(window.form.username, "s.kazemi")
    stage.write(window.form.password, "wrong-password")
    stage.click(window.form.button)
    stage.settle(400)
    tour.picture("sign-in-refused", window)
    window.close()


@scene
def sign_in_recovery(tour: Tour) -> None:
    """The way back of who lost the password of one PC."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        services = open_services(sqlite_url(Path(name) / "mosharekat.db"))
        first = services.accounts.create_first_administrator("سارا کاظمی", "s.kazemi", "secret-words-1405")
        services.recovery.make(first)
        window = Session(tour.new_pc(name), screens(), services).open_sign_in()
        stage.settle(300)
        stage.click(window.form.lost_link)
        form = window.pages.recovery_form
        form.code.setText("2345-6789-ACDE-FGHJ-KMNP-QRTV")
        for field in (form.password, form.again):
            field.setText("new-words-1405")
        stage.click(form.button)
        stage.settle(300)
        tour.picture("sign-in-recovery-refused", window)
        window.close()
        stage.settle()
        services.close()


@scene
def fixed_settings(tour: Tour) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        fixed = frozenset({"language", "database", "remember", "theme", "lock_minutes"})
        settings = Settings(data_folder=Path(name), theme=tour.settings.theme, layers=Layers(fixed=fixed))
        window = Session(settings, screens(), tour.services).open_sign_in()
        stage.settle(600)
        tour.picture("fixed-sign-in", window)
        window.close()
        menu = PersonMenu((), actor(tour.services, "s.kazemi"), fixed=fixed)
        languages = menu.findChildren(QMenu)[0]
        for part, shown in (("menu", menu), ("choices", languages)):
            shown.popup(QPoint())
            stage.settle(200)
            tour.picture(f"fixed-{part}", shown)
            shown.close()
        menu.deleteLater()
        stage.settle()


@scene
def update(tour: Tour) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        share = UpdateShare(Path(name))
        share.publish("1.4.0")
        settings = replace(share.settings, theme=tour.settings.theme)
        session = Session(settings, screens())
        window = session.open_main(tour.services, actor(tour.services, "p.hosseini"))
        stage.settle(600)
        session.updates.look()
        stage.settle(600)
        tour.picture("update-ready", window)
        share.setup("1.4.0").write_bytes(b"another")
        session.updates.look()
        stage.settle(600)
        tour.picture("update-refused", window)
        window.close()
        session.close()
        stage.settle()


@scene
def clock_question(tour: Tour) -> None:
    """The question after a holiday, its refusal, in a small window; the bar; a latest time that was wrong."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        services = filled(Path(name), petitions=0)
        seen = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
        with services.database.writing() as session:
            keep_the_time(session, seen)
        clock = FixedClock(seen + timedelta(days=13))
        use_clock(services.database, clock)
        own = Session(tour.settings, screens(), services)
        window = own.open_main(services, actor(services, "d.moradi"))
        stage.settle(800)
        question = window.clock_question
        assert question.dialog is not None
        tour.picture("clock-question", question.dialog)
        stage.write(question.dialog.username, "p.hosseini")
        stage.write(question.dialog.password, "wrong-password")
        stage.click(question.dialog.confirm_button)
        stage.settle(600)
        tour.picture("clock-question-refused", question.dialog)
        question.dialog.resize(420, 360)
        stage.settle(200)
        tour.picture("clock-question-small", question.dialog)
        stage.click(question.dialog.later_button)
        stage.settle(300)
        tour.picture("clock-question-bar", window)
        window.resize(960, 600)
        stage.settle(300)
        tour.picture("clock-question-bar-small", window)
        clock.moment = seen - timedelta(days=9)
        question.look()
        stage.settle(600)
        assert question.dialog is not None
        tour.picture("clock-question-behind", question.dialog)
        window.close()
        stage.settle()
        services.close()


@scene
def lock(tour: Tour) -> None:
    tour.inbox("s.kazemi")
    lock = tour.window().lock
    assert lock is not None
    tour.window().rail.person_clicked.emit()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    stage.settle(100)
    tour.picture("lock-menu", menu)
    lock.lock()
    assert lock.page is not None
    stage.settle(200)
    tour.picture("locked")
    stage.write(lock.page.password, "wrong-password")
    stage.click(lock.page.button)
    stage.settle(300)
    tour.picture("locked-refused")
    for _ in range(FREE - 1):
        stage.write(lock.page.password, "wrong-password")
        stage.click(lock.page.button)
        stage.settle(300)
    # A text is lost only if the disk cannot be written.
    lock.page._unsaved = True
    stage.click(lock.page.leave_button)
    stage.settle(100)
    tour.picture("locked-waiting")


@scene
def own_absence_and_signature(tour: Tour) -> None:
    """A person names their own deputy, and writes the lines below their name."""
    tour.inbox("s.kazemi")
    corner = tour.window().person_corner
    deputies = corner.show_deputies()
    stage.settle(300)
    deputies.save()
    stage.settle(100)
    tour.picture("own-deputy-missing", deputies)
    deputies.deputy.setCurrentIndex(0)
    today = tour.services.notices.of(actor(tour.services, "s.kazemi")).today
    deputies.first_day.set_day(today + timedelta(days=1))
    deputies.last_day.set_day(today + timedelta(days=5))
    deputies.save()
    stage.settle(300)
    tour.picture("own-deputy", deputies)
    deputies.reject()
    signature = corner.show_signature()
    stage.settle(200)
    signature.edit.setPlainText("کارشناس مسئول میز خدمت\nداخلی ۱۲۳")
    stage.settle(50)
    tour.picture("own-signature", signature)
    signature.reject()


@scene
def own_password(tour: Tour) -> None:
    tour.inbox("s.kazemi")
    dialog = tour.window().person_corner.change_password()
    stage.settle(200)
    tour.picture("own-password", dialog)
    stage.write(dialog.old, "wrong-password")
    stage.write(dialog.new, "a-new-password")
    stage.write(dialog.again, "a-new-password")
    stage.click(dialog.change_button)
    stage.settle(400)
    tour.picture("own-password-refused", dialog)
    dialog.reject()


@scene
def start_trouble(tour: Tour) -> None:
    """What a start without a console could not do, a note beside an open window, and a bug with its report."""
    log = tour.settings.log_file
    wording = (
        error_sentence(BadFileError(name="پیش‌نویس دوم.docx", reason="not_found")),
        error_sentence(SettingsError(path="settings.json", kept="settings.broken.json")),
    )
    for name, sentences, started in (
        ("start-trouble", wording[:1], False),
        ("start-note", wording[1:], True),
    ):
        dialog = TroubleDialog(sentences, log, started=started)
        dialog.show()
        stage.settle(300)
        tour.picture(name, dialog)
        dialog.close()
    for name, past in (("crash", False), ("crash-last-time", True)):
        crash = CrashDialog(Incident("123456", "ValueError: …", "the report", past), log)
        crash.show()
        stage.settle(300)
        tour.picture(name, crash)
        crash.close()
