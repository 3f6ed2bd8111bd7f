"""Comparing revisions and files."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from desktop_app.comparison.engine import compare_texts
from desktop_app.documents.document import Document
from desktop_app.instruments.vocabulary import (
    InstrumentKind,
    ThreadKind,
)
from tests import rewritten_bylaw
from tests.compared_files import pairs
from tools.tour.machinery import Tour, actor, scene
from ui import stage
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import FilePair, RevisionPair


@scene
def comparison(tour: Tour) -> None:
    tour.open(tour.services, "e.rezaei", "comparison")
    stage.settle(300)
    tour.picture("comparison-empty")
    for code, old, new in (("galleries", 2, 3), ("art-schools", 1, 2), ("galleries", 2, 2)):
        draft = tour.services.drafting.by_code(code)
        tour.window().go("comparison", RevisionPair(draft.id, old, new))
        stage.settle(500)
        tour.picture(f"comparison-{code}-{old}-{new}")


@scene
def comparison_questions(tour: Tour) -> None:
    """Uncertain pairs: in the list and in the text, the questions, and their answers."""
    number = add_rewritten(tour)
    tour.open(tour.services, "e.rezaei", "comparison")
    screen = tour.window().current_screen()
    assert isinstance(screen, ComparisonScreen)
    screen.compare(RevisionPair(number, 1, 2))
    stage.settle(600)
    tour.picture("comparison-uncertain")
    questions = screen.desk.asking.page
    stage.press(screen.page.view, Qt.Key.Key_Q)
    stage.settle(300)
    tour.picture("comparison-question")
    stage.press(questions.area, Qt.Key.Key_F8)
    stage.settle(200)
    tour.picture("comparison-question-next")
    stage.press(questions.area, Qt.Key.Key_0)
    stage.settle(600)
    tour.picture("comparison-question-answered")
    stage.press(questions.area, Qt.Key.Key_1)
    stage.settle(600)
    tour.picture("comparison-questions-done")


def add_rewritten(tour: Tour) -> int:
    """Registers an instrument with uncertain pairs, and an annotation and comments on one of them."""
    services, reviewer = tour.services, actor(tour.services, "e.rezaei")
    title = "آیین‌نامه نمونه نگارخانه‌ها"
    number = services.drafting.register(reviewer, InstrumentKind.BYLAW, title).row.id
    before, after = (
        Document("sample.txt", text, (), "txt", hashlib.sha256(text.encode()).hexdigest())
        for text in (rewritten_bylaw.BEFORE, rewritten_bylaw.AFTER)
    )
    services.drafting.add_revision(reviewer, number, before)
    at = before.text.index("پنج روز")
    services.annotations.annotate(reviewer, number, 1, at, at + 7, ThreadKind.QUESTION, "روز کاری یا تقویمی؟")
    services.drafting.add_revision(reviewer, number, after)
    return number


@scene
def comparison_files(tour: Tour) -> None:
    tour.open(tour.services, "e.rezaei", "comparison")
    screen = tour.window().current_screen()
    assert isinstance(screen, ComparisonScreen)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        for case, files in pairs(Path(name)).items():
            show_compared(tour, screen, FilePair(*files), case)
        show_empty_side(tour, screen)


@scene
def comparison_one_file(tour: Tour) -> None:
    """One file waits for the other, on each side, and in a small window."""
    tour.open(tour.services, "e.rezaei", "comparison")
    tour.window().compare_files((Path("/پیش‌نویس آیین‌نامهٔ نگارخانه‌ها.docx"),))
    stage.settle(300)
    tour.picture("comparison-one-file")
    screen = tour.window().current_screen()
    assert isinstance(screen, ComparisonScreen)
    screen.files.change_sides()
    tour.window().resize(960, 600)
    stage.settle(300)
    tour.picture("comparison-one-file-small")
    tour.window().resize(1440, 868)


def show_compared(tour: Tour, screen: ComparisonScreen, files: FilePair, case: str) -> None:
    """Compares two files: pictures of their top, and of their first change."""
    screen.compare(files)
    stage.until(lambda: screen.page.loaded is not None and screen.page.loaded.source == files, case)
    stage.settle(500)
    tour.picture(f"comparison-{case}")
    stage.press(screen.page.view, Qt.Key.Key_F8)
    stage.settle(200)
    tour.picture(f"comparison-{case}-first-change")
    if screen.page.terms_foot.isVisible():
        stage.press(screen.page.view, Qt.Key.Key_T)
        stage.settle(200)
        tour.picture(f"comparison-{case}-list")
        stage.press(screen.page.terms.list, Qt.Key.Key_Escape)


def show_empty_side(tour: Tour, screen: ComparisonScreen) -> None:
    """Replaces one side by an empty text, because a file without words is refused."""
    loaded = screen.page.loaded
    assert loaded is not None
    screen.show_comparison(replace(loaded, comparison=compare_texts("", loaded.comparison.new.text)))
    stage.settle(300)
    tour.picture("comparison-empty-side")
