"""Annotations on a revision and over all drafts."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from desktop_app.instruments.annotations.over_all import ThreadView
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.vocabulary import (
    ThreadOutcome,
    ThreadStatus,
)
from tests import annotated_bylaw
from tools.tour.machinery import Tour, actor, scene
from ui import stage
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import RevisionPair
from ui.instruments.screen import InstrumentsScreen
from ui.workplace import ShowThread


@scene
def reading(tour: Tour) -> None:
    """A revision with a table, annotations of every kind, overlapping ones, orphans, forty threads."""
    services, reviewer = tour.services, actor(tour.services, "e.rezaei")
    number = annotated_bylaw.filed(services, reviewer)
    screen = open_reading(tour, number, 2)
    text = screen.papers.reader.body.text
    tour.picture("reading")
    text.step_thread(1)
    text.step_thread(1)
    stage.settle(100)
    tour.picture("reading-active")
    text.toggle_words()
    stage.settle(200)
    tour.picture("reading-in-words")
    text.toggle_words()
    text.show_place("new", text.text.index("ماده ۹"))
    overlapping = next(card for card in text.shown.cards if card.text.startswith("از ثبت"))
    text.set_active_thread(overlapping.thread_id, scroll=True)
    stage.settle(100)
    tour.picture("reading-overlapping")
    screen.papers.reader.foot.orphans.click()
    stage.settle(300)
    tour.picture("reading-tray")
    screen.papers.reader.threads.hide()
    at = text.text.index("مهلت از تاریخ")
    text.select_text("new", at, at + 13)
    stage.press(text, Qt.Key.Key_N)
    stage.settle(300)
    tour.picture("reading-new-thread")
    screen = open_reading(tour, annotated_bylaw.filed(services, reviewer, many=40), 2)
    text = screen.papers.reader.body.text
    text.show_place("new", text.text.index("تکلیف 20 "))
    stage.settle(200)
    tour.picture("reading-forty")
    tour.window().go("comparison", RevisionPair(number, 1, 2))
    stage.settle(600)
    tour.picture("comparison-kinds")


def open_reading(tour: Tour, number: int, revision: int) -> InstrumentsScreen:
    """Opens the reading page of a revision."""
    tour.open(tour.services, "e.rezaei", "drafts")
    screen = tour.window().current_screen()
    assert isinstance(screen, InstrumentsScreen)
    stage.settle(400)
    screen.open_item(number)
    stage.settle(400)
    screen.papers.read(revision)
    stage.settle(600)
    return screen


@scene
def threads(tour: Tour) -> None:
    """Annotations over all drafts: one's own, blocking, without a place; a reply to one closed meanwhile."""
    work = give_work(tour)
    tour.open(tour.services, "e.rezaei", "drafts")
    screen = tour.window().current_screen()
    assert isinstance(screen, InstrumentsScreen)
    stage.settle(400)
    tour.picture("drafts-blocked")
    screen.show_threads()
    stage.settle(800)
    page = screen.threads
    for view in (ThreadView.MINE, ThreadView.OPEN, ThreadView.BLOCKING, ThreadView.HOMELESS):
        page.choose(view)
        stage.settle(600)
        tour.picture(f"threads-{view.value}")
    page.panel.places_wanted.emit(page.panel.active or 0)
    stage.settle(1500)
    tour.picture("threads-homeless-places")
    page.choose(ThreadView.OPEN)
    stage.write(page.search, "مهلت")
    stage.settle(600)
    tour.picture("threads-search")
    tour.window().go("comparison", ShowThread(work.instrument_id, work.id))
    stage.settle(1500)
    comparison = tour.window().current_screen()
    assert isinstance(comparison, ComparisonScreen)
    form = comparison.page.threads.boxes[work.id].form
    assert form is not None
    stage.write(form.text, "با این تعریف موافقم؛ فقط @")
    stage.settle(400)
    tour.picture("threads-mention")
    form.text.completer.activated.emit("حسین مرادی")
    services = tour.services
    colleague = actor(services, "h.moradi")
    row = services.annotations.thread(work.id, 3)
    services.annotations.resolve(colleague, row.id, row.version, 3, ThreadOutcome.ANSWERED, "روشن است.")
    comparison.others_changed(frozenset({("thread", work.id)}))
    stage.settle(1000)
    tour.picture("threads-closed-meanwhile")


def give_work(tour: Tour) -> ThreadRow:
    """Gives annotations of a draft days, labels and persons, and one of them to the reviewer."""
    services = tour.services
    me, colleague = actor(services, "e.rezaei"), actor(services, "h.moradi")
    draft, today = services.drafting.by_code("galleries"), services.drafting.today()
    rows = [row for row in services.annotations.on_revision(draft.id, 3) if row.status is ThreadStatus.OPEN]
    placed = [row for row in rows if row.start is not None]
    for row, days, label in zip(placed, (-4, 2, 9), ("مهلت‌ها", "تعریف‌ها", "مهلت‌ها"), strict=False):
        given = services.annotations.assign(colleague, row.id, row.version, 3, me.person_id)
        services.annotations.set_due(colleague, row.id, given.version, 3, today + timedelta(days=days))
        services.annotations.set_label(colleague, row.id, 3, label)
    text = f"@{me.name} نظر شما چیست؟"
    services.annotations.reply(colleague, placed[0].id, 3, text, [me.person_id or 0])
    return placed[0]
