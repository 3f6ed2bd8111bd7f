"""The administration: its sections, backups, tasks of Windows, the audit log."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from datetime import date, timedelta
from pathlib import Path

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock, pc_clock
from desktop_app.database.engine import sqlite_url
from desktop_app.database.last_backup import record_backup, record_trial
from desktop_app.errors import (
    BackupError,
)
from desktop_app.instruments.vocabulary import (
    Track,
)
from desktop_app.reports.trail import TrailFilter
from desktop_app.scheduling.plan import Account, TaskName, TaskPlan
from desktop_app.scheduling.runs import forget, note_made, noted
from desktop_app.wording import translate
from tests.schedulers import StandIn, stand_in
from tests.ui.keyboard import choose_row
from tools.tour.machinery import UNTIL, Tour, actor, scene
from ui import stage
from ui.administration.backup_dialogs import NewPassphraseDialog, OpenBackupDialog
from ui.administration.screen import AdministrationScreen
from ui.administration.server_dialog import ServerDialog
from ui.administration.tasks_panel import TasksPanel


@scene
def administration(tour: Tour) -> None:
    tour.open(tour.services, "p.hosseini", "administration")
    stage.settle(300)
    screen = tour.window().current_screen()
    assert isinstance(screen, AdministrationScreen)
    for section in screen.tabs.codes():
        screen.tabs.choose(section)
        stage.settle(300)
        tour.picture(f"administration-{section}")
    show_backups(tour, screen)


def show_backups(tour: Tour, screen: AdministrationScreen) -> None:
    """An old backup, one in progress, a finished one; targets for copying all data."""
    pane = screen.database.backups
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        target = Path(name) / "mosharekat-20261101.db"
        database = tour.services.database
        clock, database.clock = database.clock, FixedClock(pc_clock().now() - timedelta(days=23))
        record_backup(database, target, "sqlite")
        record_trial(database, target, BackupError(reason="edited", name=target.name))
        database.clock = clock
        pane.refresh()
        stage.settle(300)
        tour.picture("administration-backup-old")
        # A backup of the sample ends before a picture of it can be taken.
        pane.work.show_running("پشتیبان‌گیری در mosharekat-20261124.db …")
        pane.work.show_progress(62, 100)
        stage.settle(100)
        tour.picture("administration-backup-running")
        pane.work.show_running("")
        pane.ask_new_file = lambda _title, _name: target
        pane.make()
        stage.until(lambda: target.exists() and pane.make_button.isEnabled(), "back-up")
        stage.settle(300)
        tour.picture("administration-backup-done")
        pane.ask_backup = lambda: target
        pane.try_one()
        stage.until(lambda: not pane.fault.isVisible() and pane.make_button.isEnabled(), "trial")
        stage.settle(300)
        tour.picture("administration-backup-tried")
    for name, asked in (
        ("passphrase", NewPassphraseDialog(pane)),
        (
            "open",
            OpenBackupDialog(
                "mosharekat-20261124.db.enc", translate("Administration", "Restore"), encrypted=True,
                signed=True, parent=pane,
            ),
        ),
    ):  # fmt: skip
        asked.show()
        stage.settle(200)
        tour.picture(f"administration-backup-{name}", asked)
        asked.close()
    dialog = ServerDialog(pane)
    dialog.show()
    stage.settle(200)
    tour.picture("administration-server", dialog)
    dialog.close()


@scene
def administration_tasks(tour: Tour) -> None:
    """Tasks of Windows: none, some of them with trouble, a refusal; and a PC without a scheduler."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        path = os.environ["PATH"]
        os.environ["PATH"] = name
        panel = tour.administration("p.hosseini", "tasks").tasks
        stage.settle(600)
        tour.picture("administration-tasks-no-scheduler")
        os.environ["PATH"] = path
        scheduler = stand_in(Path(name) / "bin", "schtasks")
        panel.refresh()
        stage.settle(800)
        tour.picture("administration-tasks-none")
        _show_tasks(tour, panel, scheduler)
        os.environ["PATH"] = path


def _show_tasks(tour: Tour, panel: TasksPanel, scheduler: StandIn) -> None:
    data, tasks = panel._workplace.settings.data_folder, panel._tasks
    tasks.install(TaskPlan(TaskName.INTAKE))
    tasks.install(TaskPlan(TaskName.BACK_UP, folder=r"\\srv-db01\پشتیبان ۱۰۰%", tries=True, at="02:00"))
    tasks.install(TaskPlan(TaskName.SEAL, folder=r"E:\seals", account=Account.NETWORK_SERVICE))
    clock = FixedClock(pc_clock().now() - timedelta(hours=2))
    noted(data, TaskName.INTAKE, clock, lambda: 0, lambda: "")
    note_made(data, tasks.made(TaskName.INTAKE).plan, clock.now())
    trouble = "به پایگاه دادهٔ «srv-db01» دسترسی نیست یا قفل است. چیزی از دست نرفت؛ دوباره تلاش کنید."
    noted(data, TaskName.BACK_UP, pc_clock(), lambda: 3, lambda: trouble)
    panel.refresh()
    stage.settle(900)
    tour.picture("administration-tasks-missed")
    for place in (3, 4, 5):
        choose_row(panel.roster, place)
        stage.settle(300)
        tour.picture(f"administration-tasks-{panel._name}")
    choose_row(panel.roster, 4)
    panel.form.prints.setChecked(True)
    scheduler.refuse("ERROR: Access is denied.")
    panel.save()
    stage.settle(900)
    tour.picture("administration-tasks-refused")
    choose_row(panel.roster, 3)
    panel.form.account.choose(Account.ALWAYS)
    tour.window().resize(960, 600)
    stage.settle(400)
    tour.picture("administration-tasks-small")
    tour.window().resize(1440, 868)
    for one in TaskName:
        forget(data, one)


@scene
def history(tour: Tour) -> None:
    """The audit log on a copy of its own, which is manipulated at the end."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        path = Path(name) / "copy.db"
        shutil.copyfile(tour.services.database.place, path)
        services = open_services(sqlite_url(path))
        tour.open(services, "p.hosseini", "administration")
        screen = tour.window().current_screen()
        assert isinstance(screen, AdministrationScreen)
        panel = screen.history
        screen.tabs.choose("history")
        stage.settle(500)
        panel.table.select(3)
        tour.picture("history")
        panel.verify()
        stage.until(lambda: panel.verdict._look == "sound", "verified")
        tour.picture("history-sound")
        panel.show_events(TrailFilter(item_type="petition", action="resolve", since=UNTIL.replace(day=1)))
        stage.settle(400)
        tour.picture("history-filtered")
        panel.show_events(TrailFilter(code="واژه‌ای‌که‌نیست"))
        stage.settle(400)
        tour.picture("history-nothing-found")
        tamper(path)
        panel.show_events(TrailFilter())
        panel.verify()
        stage.until(lambda: panel.verdict._look == "broken", "verified")
        stage.settle(300)
        tour.picture("history-broken")
        tour.session.open_main(tour.services, actor(tour.services, "p.hosseini"))
        stage.settle(300)
        services.close()


@scene
def administration_windows(tour: Tour) -> None:
    """A raised floor with its source; the next one while typing, and one that would be lower."""
    services = tour.services
    admin = actor(services, "p.hosseini")
    services.floors.raise_to(admin, Track.A, 16, "نظر اداره حقوقی به شماره ۱۲", date(2026, 11, 20))
    panel = tour.administration("p.hosseini", "windows").windows
    stage.write(panel.days, "21")
    stage.write(panel.source, "ابلاغیه معاونت حقوقی به شماره ۱۴۰۵/۳۳")
    stage.settle(700)
    tour.picture("administration-windows-raising")
    panel.days.setText("10")
    stage.settle(700)
    tour.picture("administration-windows-refused")


@scene
def administration_archiving(tour: Tour) -> None:
    panel = tour.administration("p.hosseini", "archiving").archiving
    tour.picture("administration-archiving-off")
    panel.on.setChecked(True)
    stage.write(panel.days, "30")
    stage.click(panel.count_button)
    stage.settle(900)
    tour.picture("administration-archiving-counted")


@scene
def administration_retention(tour: Tour) -> None:
    screen = tour.administration("p.hosseini", "retention")
    panel = screen.retention
    tour.picture("administration-retention-off")
    panel.on.setChecked(True)
    stage.write(panel.years, "1")
    stage.write(panel.basis, "مصوبهٔ ۱۲ شورای اداری، ۱۴۰۴/۰۲/۰۱")
    stage.click(panel.save_button)
    stage.settle(400)
    stage.click(panel.count_button)
    stage.settle(900)
    tour.picture("administration-retention-counted")


def tamper(path: Path) -> None:
    """Changes and deletes events as the file's owner could."""
    owner = sqlite3.connect(path)
    for name in ("event_no_update", "event_no_delete"):
        owner.execute(f"DROP TRIGGER {name}")
    owner.execute(
        "UPDATE event SET text = 'چیز دیگر' WHERE item_type = 'petition' AND item_id = 7 AND sequence = 2"
    )
    owner.execute("DELETE FROM event WHERE item_type = 'petition' AND item_id = 12 AND sequence = 1")
    owner.commit()
    owner.close()
