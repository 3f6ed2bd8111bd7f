"""The demo drives the whole main job through the window and leaves what it promises."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop_app.bootstrap import open_services
from desktop_app.cli.window import demo_people
from desktop_app.clock import FixedClock
from desktop_app.database.engine import sqlite_url
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.lists.inbox import ListFilter, Scope
from desktop_app.sample.filling import fill
from desktop_app.sample.papers import draw_pages, papers
from desktop_app.settings import Settings
from tests.clocks import pc_at
from tests.conftest import NOON
from tests.reports.pdf.reading import by_pdfium
from ui.demo.day import take_pictures

#: Opens the demo on little data, lets it fail, and prints what is told.
FAILING = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.cli import main, window
from ui.application import Session
from ui.crash import CrashDialog
from ui.widgets.plain import PlainLabel

window.DEMO_PETITIONS = 5
open_main = Session.open_main

def told():
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, CrashDialog):
            print(*(label.text() for label in dialog.findChildren(PlainLabel)), sep="\\n", flush=True)
            os._exit(0)

def opened(self, *words):
    made = open_main(self, *words)
    QTimer.singleShot(0, lambda: 1 / 0)
    self.timer = QTimer(self, interval=50, timeout=told)
    self.timer.start()
    return made

Session.open_main = opened
main(["--data-dir", sys.argv[1], "demo"])
"""


@pytest.fixture(scope="module")
def left(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that one run of the demo left, with the database beside it."""
    folder = tmp_path_factory.mktemp("demo")
    with pc_at(FixedClock(NOON)):
        services = open_services(sqlite_url(folder / "demo.db"))
        fill(services, petitions=150, until=tehran_day(NOON))
        settings = replace(Settings(data_folder=folder), database=sqlite_url(folder / "demo.db"))
        take_pictures(settings, services, demo_people(services), folder / "pictures")
        services.close()
    return folder


def test_a_picture_of_every_step_is_left(left: Path) -> None:
    names = [path.stem[3:] for path in sorted((left / "pictures").glob("*.png"))]
    for step in (
        "sign-in", "inbox", "taken", "noted", "replying", "resolved-and-next", "registered", "import-result",
        "search", "drafts", "revision-kept", "comparison", "annotated", "public-comments",
        "draft-before-the-public", "gate", "gate-explained", "promulgated", "you-said-we-did", "commenters-told",
        "petitioners",
        "monthly-report", "administration", "inbox-dark",
    ):  # fmt: skip
        assert step in names
    assert all(not QImage(str(path)).isNull() for path in (left / "pictures").glob("*.png"))


def test_the_comparison_is_left_as_the_contract_says(left: Path) -> None:
    document = json.loads((left / "pictures" / "comparison.json").read_text(encoding="utf-8"))
    assert {"engine", "old", "new", "counts", "provisions", "stale_references", "not_compared"} <= set(
        document
    )
    assert document["counts"]["moved"] == 1


def test_the_monthly_report_is_left_as_a_readable_pdf(left: Path) -> None:
    pdf = pypdfium2.PdfDocument(left / "pictures" / "monthly-report.pdf")
    assert "گزارش ماهانهٔ مشارکت مردمی" in pdf[0].get_textpage().get_text_bounded()
    pdf.close()


def test_every_paper_is_made_and_drawn_in_colour_and_in_grey(left: Path, tmp_path: Path) -> None:
    services = open_services(sqlite_url(left / "demo.db"))
    clerk, _, manager, _ = demo_people(services)
    made = dict(papers(services, clerk, manager))
    services.close()
    told = {name: " ".join(by_pdfium(pdf)) for name, pdf in made.items()}
    assert all(told.values())
    assert clerk.name in told["month-of-a-person-draft"]
    assert "نمونه‌پور" in told["invitations-issued"]
    # A number of the register is no date.
    numbered = [
        re.search("۱۴۰۵/[۰-۹]+(?![۰-۹/])", told[f"invitations-{state}"]) for state in ("draft", "issued")
    ]
    assert list(map(bool, numbered)) == [False, True]
    assert "ویرایش ۲" in told["month-second-edition"]
    page = tmp_path / "slip.pdf"
    page.write_bytes(made["slip"])
    drawn = draw_pages(page)
    if shutil.which("pdftoppm") is None:
        assert drawn == []
        return
    assert [path.parent.name for path in drawn] == ["colour", "grey"]
    assert QImage(str(drawn[1])).allGray()
    assert QImage(str(drawn[0])).size() == QImage(str(drawn[1])).size()


def test_what_the_pictures_show_was_really_done(left: Path) -> None:
    services = open_services(sqlite_url(left / "demo.db"))
    clerk = demo_people(services)[0]
    found, _ = services.inbox.find(clerk, ListFilter(scope=Scope.ANY, query="زمان تحویل پروانه نگارخانه"), 5)
    assert found.total == 1
    draft = services.drafting.by_code("galleries")
    quotes = [thread.quote for thread in services.annotations.on_revision(draft.id, 3)]
    assert "پانزده روز کاری" in quotes
    assert len(services.material_changes.explanations(draft.id)) == 1
    finished = services.drafting.by_code("art-schools")
    assert services.comment_outcomes.frozen(finished.id) is not None
    services.close()
    page = (left / "pictures" / "package" / "outcome.html").read_text(encoding="utf-8")
    assert "نوزده" in page


def test_a_crash_of_the_demo_names_a_log_that_is_there(tmp_path: Path) -> None:
    command, environment = [sys.executable, "-c", FAILING, str(tmp_path)], {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=os.environ | environment, check=False, timeout=120
    )
    log = tmp_path / "mosharekat.log"
    assert str(log) in done.stdout, done.stderr
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
