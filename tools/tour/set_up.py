"""The checklist of a new office."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.bootstrap import open_services
from desktop_app.database.engine import sqlite_url
from desktop_app.database.last_backup import record_backup
from desktop_app.office.set_up import SetUpTask
from desktop_app.petitions.routing.rules import Conditions, Consequence
from desktop_app.services import Services
from desktop_app.staff.roles import Actor
from desktop_app.wording.replies import proposed_replies
from tools.tour.machinery import Tour, actor, scene
from ui import stage
from ui.administration.screen import AdministrationScreen
from ui.administration.set_up.panel import SetUpPanel


@scene
def set_up(tour: Tour) -> None:
    """The checklist of a new office, one that is half done with each pane, and one that is done."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        services = open_services(sqlite_url(Path(name) / "new.db"))
        first = services.accounts.create_first_administrator("پیمان حسینی", "p.hosseini", "secret-words-1405")
        open_checklist(tour, services, first)
        tour.picture("set-up-new")
        picture_of_least_size(tour, "set-up-new-small")
        services.close()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        path = Path(name) / "copy.db"
        shutil.copyfile(tour.empty.database.place, path)
        services, admin = open_services(sqlite_url(path)), actor(tour.empty, "p.hosseini")
        set_half_up(services, admin)
        panel = open_checklist(tour, services, admin)
        tour.picture("set-up")
        for task in SetUpTask:
            panel.list.select(task)
            stage.settle(300)
            tour.picture(f"set-up-{task.value}")
        panel.list.select(SetUpTask.DEADLINES)
        picture_of_least_size(tour, "set-up-small")
        panel.pane().begin()
        stage.press(QApplication.focusWidget() or panel, Qt.Key.Key_Return)
        stage.settle(400)
        tour.picture("set-up-next")
        services.templates.add_several(admin, proposed_replies())
        services.readiness.confirm(admin, SetUpTask.SEAL)
        record_backup(services.database, Path("/srv/backups/mosharekat-20261124.db"), "sqlite", by="زمان‌بند")
        panel = open_checklist(tour, services, admin)
        tour.picture("set-up-after")
        screen = tour.window().current_screen()
        assert isinstance(screen, AdministrationScreen)
        screen.tabs.choose("set_up")
        stage.settle(300)
        tour.picture("set-up-done")
        picture_of_least_size(tour, "set-up-done-small")
        tour.session.open_main(tour.services, actor(tour.services, "p.hosseini"))
        stage.settle(300)
        services.close()


def set_half_up(services: Services, admin: Actor) -> None:
    services.office.change(admin, services.office.settings())
    for task in (SetUpTask.UNITS, SetUpTask.ACCOUNTS):
        services.readiness.confirm(admin, task)
    unit = services.units.all()[0]
    rule = services.routing_rules.add(
        admin, "مجوز کتاب", Conditions(words=("مجوز کتاب",)), Consequence(unit.id)
    )
    services.routing_rules.switch(admin, rule.id, rule.version, on=True)
    kept = [rule for rule in services.office.deadlines() if rule.kind in ("request", "suggestion")]
    services.office.set_deadlines(admin, tuple(kept))


def open_checklist(tour: Tour, services: Services, admin: Actor) -> SetUpPanel:
    tour.session.open_main(services, admin)
    stage.settle(300)
    tour.window().go("administration")
    stage.settle(400)
    screen = tour.window().current_screen()
    assert isinstance(screen, AdministrationScreen)
    return screen.set_up


def picture_of_least_size(tour: Tour, name: str) -> None:
    """A picture of the window at the least size."""
    window = tour.window()
    before = window.size()
    window.resize(960, 568)
    stage.settle(300)
    tour.picture(name)
    window.resize(before)
    stage.settle(300)
