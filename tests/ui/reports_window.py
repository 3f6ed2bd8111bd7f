"""The screen of the reports over an office with some petitions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.persian.dates import JalaliMonth, start_of_day
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.ui.consultation import settle, workplace
from tests.ui.keyboard import activate
from tests.ui.prepared import begins_with, its_office
from ui.reports.screen import ReportsScreen

ABAN = JalaliMonth(1405, 8)
MEHR = JalaliMonth(1405, 7)
Open = Callable[..., ReportsScreen]


def busy(office: TestOffice, clock: FixedClock) -> None:
    """Five petitions of Aban in two units and without one, the first resolved today; two of Mehr."""
    del clock
    given = (
        (ABAN, 3, office.books, Kind.REQUEST, Channel.PORTAL),
        (ABAN, 3, office.books, Kind.COMPLAINT, Channel.PHONE),
        (ABAN, 9, office.books, Kind.REQUEST, Channel.PHONE),
        (ABAN, 12, office.music, Kind.REQUEST, Channel.PORTAL),
        (ABAN, 30, None, Kind.OPINION, Channel.SMS),
        (MEHR, 5, office.music, Kind.REQUEST, Channel.PORTAL),
        (MEHR, 6, office.books, Kind.REQUEST, Channel.PORTAL),
    )
    for month, day, unit, kind, channel in given:
        moment = start_of_day(month.first_day + timedelta(days=day - 1)) + timedelta(hours=10)
        made = office.petition(
            f"متن {month.code} {day} {kind}", unit=unit, kind=kind, channel=channel, received_at=moment
        )
        if (month, day, kind) == (ABAN, 3, Kind.REQUEST):
            desk, clerk = office.services.desk, office.clerk
            taken = desk.take(clerk, made.id, made.version)
            desk.resolve(clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ", satisfaction=4)


prepared = begins_with(busy)
busy_office = its_office


@pytest.fixture
def open_screen(qtbot: QtBot, busy_office: TestOffice) -> Open:
    """Opens the screen; `target` is what the dialog for files answers, `printer` what the one for printers does."""

    def make(
        target: Path | None = None,
        ask_printer: Callable[[QPrinter, QWidget], bool] = lambda printer, parent: False,
        actor: Actor | None = None,
    ) -> ReportsScreen:
        asked: list[tuple[Path, str]] = []

        def ask_path(suggested: Path, kinds: str) -> Path | None:
            asked.append((suggested, kinds))
            return target

        place = workplace(busy_office, actor or busy_office.manager)
        screen = ReportsScreen(place, ask_path=ask_path, ask_printer=ask_printer)
        screen.asked = asked  # type: ignore[attr-defined]
        qtbot.addWidget(screen)
        screen.resize(1272, 788)
        activate(screen)
        settle(screen)
        return screen

    return make


def text_of(pdf: bytes | Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def picker(screen: ReportsScreen) -> QWidget:
    assert screen.header.picker is not None
    return screen.header.picker.month_picker
