"""Building the coming revision: words, suggested wordings, merged drafts."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import Qt

from desktop_app.documents.document import Document
from desktop_app.instruments.vocabulary import (
    InstrumentKind,
    ThreadKind,
)
from tests import coming_samples
from tools.tour.machinery import Tour, actor, scene
from ui import stage
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import RevisionPair


@scene
def building(tour: Tour) -> None:
    """The coming revision: words taken and refused one by one, words written in place, numbers."""
    number = add_draft(tour, coming_samples.BEFORE, coming_samples.AFTER)
    tour.open(tour.services, "e.rezaei", "comparison")
    screen = tour.window().current_screen()
    assert isinstance(screen, ComparisonScreen)
    screen.compare(RevisionPair(number, 1, 2))
    stage.settle(600)
    stage.press(screen.page.view, Qt.Key.Key_B)
    stage.settle(300)
    tour.picture("building-side-by-side")
    stage.press(screen.page.view, Qt.Key.Key_W)
    stage.settle(600)
    page = screen.desk.building.coming.page
    stage.press(page.pane, Qt.Key.Key_J)
    stage.press(page.pane, Qt.Key.Key_J)
    stage.press(page.pane, Qt.Key.Key_R)
    stage.settle(400)
    for _ in range(2):
        stage.press(page.pane, Qt.Key.Key_Tab)
    stage.press(page.pane, Qt.Key.Key_R)
    stage.settle(600)
    tour.picture("building-words")
    stage.press(page.pane, Qt.Key.Key_E)
    stage.settle(200)
    page.card.field.setPlainText("پانزده روز تقویمی")
    tour.picture("building-writing")
    stage.press(page.card.field, Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    stage.settle(600)
    tour.picture("building-written")
    if page.repairs.isHidden():
        stage.press(page.pane, Qt.Key.Key_N)
        stage.settle(300)
        tour.picture("building-numbers")
    page.repairs.apply()
    stage.settle(800)
    tour.picture("building-numbers-applied")
    stage.press(page.pane, Qt.Key.Key_S, modifiers=Qt.KeyboardModifier.ControlModifier)
    stage.settle(600)
    tour.picture("building-saving")


@scene
def suggestions(tour: Tour) -> None:
    """Suggested wordings in the text: accepted, refused with a reason, and two for the same words."""
    number = add_draft(tour, coming_samples.BEFORE, coming_samples.AFTER)
    suggest(tour, number, coming_samples.AFTER)
    tour.open(tour.services, "e.rezaei", "comparison")
    screen = tour.window().current_screen()
    assert isinstance(screen, ComparisonScreen)
    screen.compare(RevisionPair(number, 1, 2))
    stage.settle(600)
    stage.press(screen.page.view, Qt.Key.Key_G)
    stage.settle(600)
    page = screen.desk.building.suggesting.page
    tour.picture("suggestions")
    stage.press(page.pane, Qt.Key.Key_A)
    stage.settle(800)
    stage.press(page.pane, Qt.Key.Key_R)
    stage.settle(300)
    tour.picture("suggestions-reason-missing")
    page.card.reason.setPlainText("با ماده ۶ هماهنگ نیست.")
    stage.press(page.card.reason, Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    stage.settle(900)
    tour.picture("suggestions-conflict")
    stage.press(page.pane, Qt.Key.Key_2)
    stage.settle(900)
    tour.picture("suggestions-decided")


@scene
def merging(tour: Tour) -> None:
    """Two drafts merged against the revision that both were written from; what both changed is asked."""
    base = coming_samples.BEFORE
    first = (
        base.replace("هیئتی است", "کارگروهی است")
        .replace("سی روز", "پانزده روز")
        .replace("ماده ۶ـ", "ماده ۶ـ آثار نفیس پیش از نمایش بیمه می‌شود.\nماده ۷ـ")
    )
    second = (
        base.replace("سی روز", "بیست روز کاری")
        .replace("پاسخ‌گوی اصالت", "مسئول اصالت")
        .replace("ماده ۶ـ", "ماده ۶ـ نگارخانه نشانی خود را در درگاه اعلام می‌کند.\nماده ۷ـ")
    )
    number = add_draft(tour, base, first, second)
    tour.open(tour.services, "e.rezaei", "comparison")
    screen = tour.window().current_screen()
    assert isinstance(screen, ComparisonScreen)
    screen.compare(RevisionPair(number, 2, 3))
    stage.settle(600)
    screen.desk.merging.open()
    stage.settle(800)
    page = screen.desk.merging.page
    tour.picture("merging")
    stage.press(page.list, Qt.Key.Key_2)
    stage.settle(600)
    tour.picture("merging-second")
    for _question in page.questions:
        stage.press(page.list, Qt.Key.Key_3)
        stage.settle(600)
    tour.picture("merging-answered")
    page.summary_wanted.emit()
    stage.settle(200)
    tour.picture("merging-saving")
    screen.desk.merging.leave()
    screen.compare(RevisionPair(add_draft(tour, base, first), 1, 2))
    stage.settle(600)
    screen.desk.merging.open()
    stage.settle(300)
    tour.picture("merging-incomplete")


def suggest(tour: Tour, number: int, text: str) -> None:
    """Writes suggested wordings on the second revision of an instrument, two of them for the same words."""
    said = (
        ("h.moradi", "پانزده روز کاری", "بیست روز کاری", "پانزده روز برای کارگاه‌های کوچک کافی نیست."),
        ("s.karimi", "بیمه می‌شود", "با هزینه نگارخانه بیمه می‌شود", ""),
        ("h.moradi", "یک نمایشگاه را", "دو نمایشگاه را", "با برنامه سالانه یکی شود."),
        (
            "e.rezaei",
            "هر سال یک نمایشگاه",
            "هر سال دست‌کم یک نمایشگاه گروهی",
            "نگارخانه کوچک توان آن را دارد.",
        ),
    )
    known = {person.username for person in tour.services.accounts.all()}
    for username, words, instead, reply in said:
        who = actor(tour.services, username if username in known else "e.rezaei")
        start = text.index(words)
        row = tour.services.annotations.annotate(
            who, number, 2, start, start + len(words), ThreadKind.SUGGESTION, instead
        )
        if reply:
            tour.services.annotations.reply(who, row.id, 2, reply)


def add_draft(tour: Tour, *texts: str) -> int:
    """Registers an instrument with these revisions, and returns its id."""
    services, reviewer = tour.services, actor(tour.services, "e.rezaei")
    title = "آیین‌نامه نمونه نگارخانه‌ها"
    number = services.drafting.register(reviewer, InstrumentKind.BYLAW, title).row.id
    for words in texts:
        digest = hashlib.sha256(words.encode()).hexdigest()
        services.drafting.add_revision(reviewer, number, Document("sample.txt", words, (), "txt", digest))
    return number
