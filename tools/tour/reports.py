"""Reports."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt

from desktop_app.reports.period import PeriodKind
from tools.tour.machinery import Tour, scene
from ui import stage
from ui.reports.issue_dialog import IssueDialog
from ui.reports.issued_list import IssuedList
from ui.reports.made import NOW
from ui.reports.screen import ReportsScreen


@scene
def reports(tour: Tour) -> None:
    tour.open(tour.services, "d.moradi", "reports")
    stage.settle(800)
    tour.picture("reports")
    screen = tour.window().current_screen()
    assert isinstance(screen, ReportsScreen)
    screen.turn_preview()
    stage.settle(400)
    tour.picture("reports-pages")
    screen.turn_preview()
    assert screen.header.scope is not None
    month = screen.header.scope.period
    screen.header.choose(period=month.before())
    stage.settle(800)
    stage.press(screen.page.highlights.sentences[0], Qt.Key.Key_Left)
    tour.picture("reports-month-before")
    screen.header.choose(period=month)
    stage.settle(800)
    trend = screen.page.trend
    trend.setFocus()
    stage.press(trend, Qt.Key.Key_Right)
    bar = screen.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    stage.settle(200)
    tour.picture("reports-middle")
    bar.setValue(bar.maximum())
    stage.settle(200)
    tour.picture("reports-foot")


@scene
def reports_issued(tour: Tour) -> None:
    tour.open(tour.services, "d.moradi", "reports")
    stage.settle(800)
    screen = tour.window().current_screen()
    assert isinstance(screen, ReportsScreen)
    picker = screen.header.picker
    assert picker is not None
    # A report of the unit that he manages.
    screen.header.choose(unit_id=next(unit.id for unit in tour.services.units.all() if unit.name == "کتاب"))
    picker.choose_kind(PeriodKind.QUARTER)
    stage.settle(800)
    # The first theme issues it; the others reuse it.
    if screen.made is not None and not screen.made.editions:
        screen.issue()
        stage.settle(200)
        assert isinstance(screen.dialog, IssueDialog)
        tour.picture("reports-issue", screen.dialog)
        screen.dialog.issue_action.trigger()
        stage.settle(1500)
    tour.picture("reports-issued")
    screen.show_edition(NOW)
    stage.settle(800)
    bar = screen.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.settle(200)
    tour.picture("reports-below")
    screen.issue()
    stage.settle(200)
    assert isinstance(screen.dialog, IssueDialog)
    tour.picture("reports-correct", screen.dialog)
    screen.dialog.reject()
    screen.open_list()
    stage.settle(300)
    assert isinstance(screen.dialog, IssuedList)
    tour.picture("reports-list", screen.dialog)
    screen.dialog.reject()
    screen.show_edition(1)
    stage.settle(800)
    screen.page.figures.opened.emit("open")
    stage.settle(800)
    tour.picture("reports-issued-rows")
    tour.window().go("reports")
    stage.settle(800)
    picker.ask_days()
    stage.settle(200)
    assert picker.dialog is not None
    tour.picture("reports-days", picker.dialog)
    picker.dialog.reject()


@scene
def reports_week(tour: Tour) -> None:
    tour.open(tour.services, "d.moradi", "reports")
    stage.settle(800)
    screen = tour.window().current_screen()
    assert isinstance(screen, ReportsScreen)
    assert screen.header.picker is not None
    # The week that is over, in which each unit is crossed with each kind.
    screen.header.picker.choose_kind(PeriodKind.WEEK)
    stage.settle(800)
    screen.page.family.choose("crossed")
    screen.page.ensureWidgetVisible(screen.page.table)
    stage.settle(200)
    tour.picture("reports-week")


@scene
def reports_from_standby(tour: Tour) -> None:
    tour.open(tour.services, "d.moradi", "reports")
    stage.settle(800)
    screen = tour.window().current_screen()
    assert isinstance(screen, ReportsScreen)
    screen.header.show_as_of(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    stage.settle(200)
    tour.picture("reports-from-standby")


@scene
def reports_empty(tour: Tour) -> None:
    tour.open(tour.empty, "d.moradi", "reports")
    stage.settle(600)
    tour.picture("reports-empty")
