"""Drafts: their list, life and calendar."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.bootstrap import open_services
from desktop_app.database.engine import sqlite_url
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.persian.dates import JalaliDay
from desktop_app.wording import translate
from tests.reports.word_colleague import Colleague
from tools.tour.machinery import Tour, actor, scene
from ui import stage
from ui.comparison.screen import ComparisonScreen
from ui.instruments.screen import InstrumentsScreen
from ui.instruments.step_dialog import StepDialog


@scene
def drafts(tour: Tour) -> None:
    tour.open(tour.services, "e.rezaei", "drafts")
    stage.settle(400)
    tour.picture("drafts")
    screen = tour.window().current_screen()
    assert isinstance(screen, InstrumentsScreen)
    screen.list_page.show_view("calendar")
    stage.settle(400)
    tour.picture("drafts-calendar")


@scene
def drafts_life(tour: Tour) -> None:
    """The actions that each state offers to the person who takes the next step."""
    for name, code in (
        ("h.moradi", "service-desk"),
        ("e.rezaei", "stage-performance"),
        ("e.rezaei", "galleries"),
        ("j.fazeli", "art-schools"),
        ("g.zarei", "gallery-licensing"),
    ):
        tour.open(tour.services, name, "drafts")
        screen = tour.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        screen.open_item(tour.services.drafting.by_code(code).id)
        stage.settle(400)
        tour.picture(f"drafts-life-{code}")
        offered = screen.details.life._steps
        if offered:
            screen.steps.take(offered[0])
            dialog = step_dialog(tour, screen)
            tour.picture(f"drafts-life-{code}-{offered[0].value}", dialog)
            dialog.reject()


@scene
def drafts_held(tour: Tour) -> None:
    """Open objections in the gate and in the comparison; a ready draft goes back to its amending."""
    number = tour.services.drafting.by_code("galleries").id
    tour.open(tour.services, "e.rezaei", "drafts")
    screen = tour.window().current_screen()
    assert isinstance(screen, InstrumentsScreen)
    screen.open_item(number)
    stage.settle(400)
    (row,) = (row for row in screen.details.life.points if row.point.rule == "objections_are_closed")
    assert row.link is not None
    row.link.setFocus(Qt.FocusReason.TabFocusReason)
    stage.settle(100)
    tour.picture("drafts-held-by-objections")
    stage.press(row.link, Qt.Key.Key_Space)
    stage.settle(800)
    tour.picture("comparison-objection")
    comparison = tour.window().current_screen()
    assert isinstance(comparison, ComparisonScreen)
    stage.press(comparison.page.view, Qt.Key.Key_O)
    stage.settle(400)
    tour.picture("comparison-objection-next")
    tour.open(tour.services, "j.fazeli", "drafts")
    screen = tour.window().current_screen()
    assert isinstance(screen, InstrumentsScreen)
    screen.open_item(tour.services.drafting.by_code("art-schools").id)
    stage.settle(400)
    tour.picture("drafts-ready")
    screen.steps.take(InstrumentAction.REVISE_AGAIN)
    dialog = step_dialog(tour, screen)
    tour.picture("drafts-back-to-amending", dialog)
    dialog.reject()


@scene
def drafts_own_text(tour: Tour) -> None:
    """A reviewer who wrote the text: the step is not offered, with the reason."""
    tour.open(tour.services, "e.rezaei", "drafts")
    screen = tour.window().current_screen()
    assert isinstance(screen, InstrumentsScreen)
    screen.open_item(tour.services.drafting.by_code("service-desk").id)
    stage.settle(400)
    tour.picture("drafts-own-text")


@scene
def drafts_empty(tour: Tour) -> None:
    tour.open(tour.empty, "e.rezaei", "drafts")
    stage.settle(300)
    tour.picture("drafts-empty")


@scene
def drafts_word(tour: Tour) -> None:
    """What a file brings that a colleague commented and changed in Word."""
    draft = tour.services.drafting.by_code("gallery-licensing")
    legal = actor(tour.services, "e.rezaei")
    number = tour.services.drafting.detail(legal, draft.id).revisions[-1].number
    data = tour.services.word_export.revision(legal, draft.id, number, annotations=True)
    words = tour.services.drafting.revision(draft.id, number).text.split()
    colleague = Colleague(data)
    long = [word for word in dict.fromkeys(words) if len(word) > 6 and words.count(word) == 1]
    colleague.comment(long[0], "این واژه در قانون تعریف نشده است؛ تعریف آن به مادهٔ ۱ افزوده شود.")
    colleague.comment(long[0], "با این نظر موافقم.", answers="تعریف نشده")
    colleague.comment(long[1], "مهلت با کدام روز آغاز می‌شود؟")
    colleague.replace(long[2], "عبارت پیشنهادی")
    folder = Path(tempfile.mkdtemp(dir=tour.folder.parent))
    path = folder / "پیش‌نویس برگشته.docx"
    path.write_bytes(colleague.data())
    tour.open(tour.services, "e.rezaei", "drafts")
    tour.window().go("drafts", draft.id)
    stage.settle(1200)
    screen = tour.window().current_screen()
    assert isinstance(screen, InstrumentsScreen)
    screen.word.open_menu(screen.details.word_button)
    stage.settle(400)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    tour.picture("drafts-word-menu", menu)
    menu.close()
    screen.word.read(path)
    stage.settle(1500)
    tour.picture("drafts-word-import")
    shutil.rmtree(folder)


@scene
def window_in_an_unconfirmed_year(tour: Tour) -> None:
    """A last day in a year whose calendar nobody confirmed, and a last day that is refused below its field."""
    tour.open(tour.services, "h.moradi", "drafts")
    screen = tour.window().current_screen()
    assert isinstance(screen, InstrumentsScreen)
    screen.open_item(tour.services.drafting.by_code("service-desk").id)
    stage.settle(400)
    screen.steps.take(InstrumentAction.ASK_TO_OPEN)
    dialog = step_dialog(tour, screen)
    dialog.until.set_day(JalaliDay(1406, 1, 17).to_date())
    stage.settle(200)
    tour.picture("window-unconfirmed-year", dialog)
    dialog.until.set_day(JalaliDay(1407, 1, 17).to_date())
    dialog.save_button.click()
    stage.settle(400)
    tour.picture("window-refused-below-its-day", dialog)
    dialog.reject()


@scene
def calendar_to_confirm(tour: Tour) -> None:
    """The closed days of the next year: estimated lunar holidays, and the button that confirms them."""
    closures = tour.administration("p.hosseini", "closures").closures
    closures.show_year(1406)
    stage.settle(400)
    lunar = next(row for row in closures.roster.rows() if row.mark == translate("Closures", "Estimated"))
    closures.roster.show_rows(closures.roster.rows(), lunar.key)
    stage.settle(300)
    tour.picture("calendar-to-confirm")
    closures.show_year(1405)
    stage.settle(400)
    tour.picture("calendar-confirmed")


@scene
def closure_entered_later(tour: Tour) -> None:
    """On a copy: what a closure does to windows, one that is open again, and the gate's question to a manager."""
    own = tour.services
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        path = Path(name) / "copy.db"
        shutil.copyfile(own.database.place, path)
        tour.services = open_services(sqlite_url(path))
        try:
            _enter_closures(tour)
        finally:
            copied, tour.services = tour.services, own
            tour.session.open_main(own, actor(own, "p.hosseini"))
            stage.settle(300)
            copied.close()


def _enter_closures(tour: Tour) -> None:
    closures = tour.administration("p.hosseini", "closures").closures
    over, amended = (tour.services.drafting.by_code(code) for code in ("stage-performance", "galleries"))
    for row in (over, amended):
        assert row.closes_on is not None
        closures.start_new()
        closures.day.set_day(row.closes_on)
        closures.name.setText("تعطیلی برای آلودگی هوا")
        stage.settle(600)
        tour.picture(f"closure-preview-{row.code}")
        closures.save()
        stage.settle(600)
    tour.picture("closure-entered")
    for manager, row in (("j.fazeli", over), ("g.zarei", amended)):
        tour.open(tour.services, manager, "drafts")
        tour.window().bell.open()
        stage.settle(500)
        tour.picture(f"closure-bell-{row.code}")
        tour.window().side_pane.close()
        tour.window().go("drafts", row.id)
        stage.settle(400)
        tour.picture(f"closure-draft-{row.code}")
    screen = tour.window().current_screen()
    assert isinstance(screen, InstrumentsScreen)
    for step in (InstrumentAction.OPEN_AGAIN, InstrumentAction.LEAVE_CLOSED):
        screen.steps.step_dialog = None
        screen.steps.take(step)
        dialog = step_dialog(tour, screen)
        tour.picture(f"closure-{step.value}", dialog)
        dialog.reject()
    screen.list_page.show_view("calendar")
    stage.settle(400)
    tour.picture("closure-calendar")


def step_dialog(tour: Tour, screen: InstrumentsScreen) -> StepDialog:
    """Returns the form of a step, after the window has been computed."""
    stage.until(lambda: screen.steps.step_dialog is not None, "the form of a step")
    stage.settle(200)
    dialog = screen.steps.step_dialog
    assert dialog is not None
    return dialog
