"""The reports, driven by keys and clicks: figures, the page that is printed, saving, printing to a real file."""

from __future__ import annotations

import errno
import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import openpyxl
import pypdfium2
import pytest
import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from desktop_app.clock import FixedClock
from desktop_app.errors import DatabaseAwayError
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.persian.dates import JalaliMonth, start_of_day
from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.improvements.service import NewImprovement
from desktop_app.petitions.lists.filters import NOBODY
from desktop_app.petitions.lists.inbox import ListFilter, Scope
from desktop_app.petitions.model import Petition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.reports.facts import FigureNote
from desktop_app.reports.own_view import KeptReportView
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.roles import Actor, Membership, Role
from desktop_app.wording import digits
from tests.department import TestOffice
from tests.office.test_logo import picture
from tests.reports.test_letterhead_logo import broken
from tests.ui.conftest import OFFSCREEN_ONLY
from tests.ui.consultation import FIRST, comment, draft, open_window, settle, workplace
from tests.ui.desk_window import empty_state
from tests.ui.keyboard import CONTROL, activate, click, press
from tests.ui.prepared import begins_with, its_office
from tests.ui.printers import into_file
from ui import jobs
from ui.reports.lines_table import Behind, FigureRow
from ui.reports.made import file_name, make_report
from ui.reports.screen import ReportsScreen
from ui.reports.tables import Links, crossed_rows
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState

AZAR_NOON = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
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


def values(screen: ReportsScreen) -> dict[str, str]:
    return {fact.code: fact.value for fact in screen.page.figures.facts}


def text_of(pdf: bytes | Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def ink_of(pdf: bytes | Path) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """How black the first page is in squares of ten points, from 0 to 1."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[0].render(scale=1.0).to_numpy()
    finally:
        document.close()
    # A printer knows whole points only: A4 is 595 or 595.28 of them wide.
    black = 1.0 - picture.mean(axis=2)[:840, :590] / 255.0
    return np.asarray(black.reshape(84, 10, 59, 10).mean(axis=(1, 3)))


def asked_of(screen: ReportsScreen) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    screen.navigate.connect(lambda name, item: found.append((name, item)))
    return found


def shown(screen: ReportsScreen) -> Period:
    assert screen.header.scope is not None
    return screen.header.scope.period


def picker(screen: ReportsScreen) -> QWidget:
    assert screen.header.picker is not None
    return screen.header.picker.month_picker


def test_the_month_that_is_over_is_shown_first(open_screen: Open) -> None:
    screen = open_screen()
    assert shown(screen) == Period.month(ABAN)
    assert values(screen)["received"] == "۵"
    assert "آبان ۱۴۰۵" in screen.title()


def test_the_preview_is_the_pdf_itself(open_screen: Open) -> None:
    screen = open_screen()
    assert screen.made is not None
    words = text_of(screen.made.pdf)
    assert "گزارش ماهانهٔ مشارکت مردمی" in words
    assert "آبان ۱۴۰۵" in words
    assert screen.preview.pages == len(pypdfium2.PdfDocument(screen.made.pdf))
    assert screen.preview.document.getAllText(0).text().strip()


def test_another_month_changes_figures_and_page(open_screen: Open) -> None:
    screen = open_screen()
    before = screen.made
    press(picker(screen), Qt.Key.Key_PageUp)
    settle(screen)
    assert shown(screen) == Period.month(MEHR)
    assert values(screen)["received"] == "۲"
    assert screen.made is not None
    assert before is not None
    assert screen.made.pdf != before.pdf
    assert "مهر ۱۴۰۵" in text_of(screen.made.pdf)
    assert "مهر ۱۴۰۵" in screen.title()


def test_of_months_turned_quickly_only_the_last_one_is_shown(open_screen: Open) -> None:
    screen = open_screen()
    for _ in range(4):
        press(picker(screen), Qt.Key.Key_PageUp)
    settle(screen)
    assert screen.made is not None
    assert screen.made.report.figures.period == Period.month(JalaliMonth(1405, 4))
    assert values(screen)["received"] == "۰"


def test_no_month_to_come_can_be_chosen(open_screen: Open) -> None:
    screen = open_screen()
    press(picker(screen), Qt.Key.Key_PageDown)
    settle(screen)
    assert shown(screen) == Period.month(ABAN)


def test_the_figures_are_told_against_the_month_before(open_screen: Open) -> None:
    screen = open_screen()
    received = screen.page.figures.facts[0]
    assert received.notes[0].text == "۱۵۰\u200f٪ بیش از مهر"
    assert received.notes[1].text == "در آبان ۱۴۰۴ هیچ"
    still_open = next(fact for fact in screen.page.figures.facts if fact.code == "open")
    assert still_open.notes[0].text == "۵ بیش از مهر"
    assert still_open.notes[0].tone == "danger"


def test_notes_that_are_cut_stand_in_the_tip(open_screen: Open) -> None:
    figures = open_screen().page.figures
    whole = FigureNote("۱۲٫۵ روز کمتر از همین روزهای سال پیش و سال پیش از آن")
    figures.show_facts([replace(figures.facts[0], notes=(whole,)), *figures.facts[1:]])
    at = figures.box_of(figures.facts[0].code).center().toPoint()
    at.setY(80)
    QApplication.sendEvent(figures, QHelpEvent(QHelpEvent.Type.ToolTip, at, figures.mapToGlobal(at)))
    assert whole.text in QToolTip.text()
    QToolTip.hideText()


def test_a_unit_is_chosen_from_the_menu_and_the_page_says_so(open_screen: Open) -> None:
    screen = open_screen()
    menu = screen.header.unit_menu()
    next(action for action in menu.actions() if action.text() == "اداره کتاب").trigger()
    settle(screen)
    assert values(screen)["received"] == "۳"
    assert screen.made is not None
    assert "اداره کتاب" in text_of(screen.made.pdf)
    assert screen.header.unit_button.text() == "اداره کتاب"


def test_a_manager_of_a_unit_reads_whose_petitions_are_counted(
    open_screen: Open, busy_office: TestOffice
) -> None:
    books = frozenset({Membership(Role.MANAGER, busy_office.books.id)})
    screen = open_screen(actor=replace(busy_office.manager, memberships=books))
    words = "درخواست‌های در دسترس اداره کتاب"
    assert screen.title() == f"گزارش ماهانهٔ آبان ۱۴۰۵، {words}"
    assert screen.header.unit_button.text() == words
    assert screen.header.unit_menu().actions()[0].text() == words
    assert screen.made is not None
    assert words in text_of(screen.made.pdf)
    assert "همهٔ واحدها" not in text_of(screen.made.pdf)
    # An edition that was issued for the whole office is complete, and says so.
    busy_office.services.issued_reports.issue(busy_office.manager, ReportScope(Period.month(ABAN)))
    screen.refresh()
    settle(screen)
    assert screen.header.unit_button.text() == "همهٔ واحدها"


def count_behind(office: TestOffice, actor: Actor, behind: Behind) -> int:
    """How many rows the list behind a number has."""
    if isinstance(behind, ListFilter):
        return office.services.inbox.outline(actor, behind).total
    rows = office.services.comments.of_instrument(behind.instrument_id)
    return sum(behind.disposition in ("", one.disposition or "undecided") for one in rows)


def full(office: TestOffice) -> None:
    """Beside the petitions: a consultation with decisions, an improvement action, and what was late."""
    services, manager = office.services, office.manager
    with services.database.writing() as session:
        late = ABAN.first_day + timedelta(days=20)
        session.execute(update(Petition).values(due_on=late, due_order=late))
        # Its last day is that of the month: it has that day still.
        on_time = session.scalars(select(Petition.id).where(Petition.outcome.is_(None))).first()
        day = ABAN.last_day
        session.execute(update(Petition).where(Petition.id == on_time).values(due_on=day, due_order=day))
        numbers = list(session.scalars(select(Petition.id).order_by(Petition.id).limit(3)))
        # The name of one service is a part of the name of another one.
        session.execute(update(Petition).values(about="مجوز نشر کتاب"))
        session.execute(update(Petition).where(Petition.id.in_(numbers)).values(about="مجوز نشر"))
    services.improvements.add(manager, NewImprovement("پروانه", "فرم کوتاه‌تر", owner_id=None), numbers)
    made = draft(office, FIRST)
    open_window(office, made.row.id, ABAN.first_day, ABAN.last_day)
    for words, provision in (("نخست", "ماده ۱"), ("دوم", "ماده ۲"), ("سوم", "ماده ۲"), ("چهارم", "")):
        comment(office, made.row.id, words, provision=provision)
    kept = services.comments.of_instrument(made.row.id)
    for one, disposition in zip(kept, (Disposition.REJECTED, Disposition.OUT_OF_SCOPE), strict=False):
        services.comments.decide(office.reviewer, one.id, one.version, disposition, "دلیل")


def numbers_of(screen: ReportsScreen) -> Iterator[tuple[str, Behind, int]]:
    """Every number of the page that can be opened: where it stands, what is behind it, how many it says."""
    page, asked = screen.page, list[tuple[Behind, int]]()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        press(page.family, key)
        rows = [row for table in page.tables for row in table.rows]
        cells = [(f"{row.name} {at}", cell) for row in rows for at, cell in enumerate(row.cells)]
        yield from ((name, cell.behind, cell.rows) for name, cell in cells if cell.behind is not None)
    page.rows_wanted.connect(lambda behind, counted: asked.append((behind, counted)))
    for code in page.figures.linked:
        page.figures.opened.emit(code)
        yield code, *asked[-1]
    for chart in (page.chart, page.trend):
        counts = [line.values for line in chart.page.series]
        for series, place in [(s, p) for s, row in enumerate(counts) for p, count in enumerate(row) if count]:
            chart.bar_opened.emit(place, series)
            assert asked[-1][1] == counts[series][place]
            yield f"{len(counts[0])} places: {place} {series}", *asked[-1]
    yield from numbers_said_and_all(screen, asked)
    for place, share in enumerate(page.highlights.on_time.page.series[0].values):
        if share:
            page.highlights.on_time.bar_opened.emit(place, 0)
            yield f"share {place}", *asked[-1]


def numbers_said_and_all(
    screen: ReportsScreen, asked: list[tuple[Behind, int]]
) -> Iterator[tuple[str, Behind, int]]:
    """The numbers of the sentences, and those of all petitions of a card."""
    page = screen.page
    for place, sentence in enumerate(page.highlights.sentences):
        for at in range(len(sentence.links)):
            press(sentence, Qt.Key.Key_Return)
            yield f"sentence {place} {at}", *asked[-1]
            press(sentence, Qt.Key.Key_Left)
    for place, card in enumerate(page.highlights.cards):
        if card.all.isHidden():
            continue
        press(card.all, Qt.Key.Key_Return)
        yield f"card {place}", *asked[-1]


def test_every_number_of_the_page_opens_exactly_its_rows(open_screen: Open, busy_office: TestOffice) -> None:
    """Also those of the end of the month, whatever became of the petitions since."""
    full(busy_office)
    screen = open_screen()
    found: set[str] = set()
    for steps in (0, 1):
        # Azar is under way: what was resolved today is of its days.
        if steps:
            screen.header.choose(period=Period.between(ABAN.first_day, ABAN.last_day + timedelta(days=3)))
            settle(screen)
        press(screen.page.family, Qt.Key.Key_1)
        for name, behind, counted in list(numbers_of(screen)):
            assert count_behind(busy_office, busy_office.manager, behind) == counted > 0, name
            found.add(f"{steps} {name}")
    assert len(found) > 70
    page = screen.page
    press(page.family, Qt.Key.Key_1)
    first = page.highlights.sentences[0]
    assert first.words.startswith("درخواست‌های خارج از مهلت از ۰ مورد در پایان دورهٔ پیش به ۶ مورد")
    assert [first.words[start:end] for start, end in first.links] == ["۶", "۱"]
    assert [counted_in(row)[0] for row in page.highlights.outcomes.table.rows] == [1]
    services = [(row.name, counted_in(row)[0]) for row in page.highlights.services.table.rows]
    assert services == [("مجوز نشر", 3), ("مجوز نشر کتاب", 2)]
    assert [counted_in(row)[-1] for row in page.highlights.longest.table.rows] == [1] * 6
    # What stands in a cell is what is counted behind it, and no count is without its rows.
    for table in (page.table, page.lateness, page.dwell, page.consultations.table, page.improvements.table):
        assert table.rows
        for row in table.rows:
            counts = [cell for cell in row.cells if cell.words.isdecimal() and not row.total]
            assert all((cell.behind is not None) == (cell.rows > 0) for cell in counts), row
    assert [cell.words for cell in page.dwell.rows[0].cells[:1]] == ["۱"]
    assert counted_in(page.consultations.table.rows[0]) == [4, 1, 1, 2]
    assert counted_in(page.improvements.table.rows[0])[0] == 3


def counted_in(row: FigureRow) -> list[int]:
    return [cell.rows for cell in row.cells]


def test_clicking_the_number_of_a_unit_asks_for_the_inbox(open_screen: Open, busy_office: TestOffice) -> None:
    screen = open_screen()
    asked = asked_of(screen)
    at = next(i for i, row in enumerate(screen.page.table.rows) if row.name == "اداره کتاب")
    screen.page.ensureWidgetVisible(screen.page.table)
    click(screen.page.table, screen.page.table.link_box(at))
    ((name, wanted),) = asked
    assert name == "inbox"
    assert isinstance(wanted, ListFilter)
    assert (wanted.unit_id, wanted.scope) == (busy_office.books.id, Scope.ANY)
    assert wanted.received == DayRange(ABAN.first_day, ABAN.last_day)


def test_what_was_not_referred_opens_what_is_nobody_s(open_screen: Open) -> None:
    screen = open_screen()
    (row,) = [row for row in screen.page.table.rows if row.name == "ارجاع‌نشده"]
    assert isinstance(row.cells[0].behind, ListFilter)
    assert row.cells[0].behind.unit_id == NOBODY


def test_the_links_of_the_table_are_reached_by_keys(open_screen: Open) -> None:
    screen = open_screen()
    asked = asked_of(screen)
    table = screen.page.table
    table.setFocus()
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Return)
    assert asked == [("inbox", table.rows[0].cells[0].behind)]
    # To the left: the numbers of the same row; nothing of it was resolved in the month.
    press(table, Qt.Key.Key_Left)
    press(table, Qt.Key.Key_Return)
    assert asked[-1] == ("inbox", table.rows[0].cells[3].behind)
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Return)
    assert asked[-1] == ("inbox", table.rows[1].cells[3].behind)


def test_the_figure_received_opens_its_rows(open_screen: Open) -> None:
    screen = open_screen()
    asked = asked_of(screen)
    box = screen.page.figures.box_of("received")
    click(screen.page.figures, QRectF(box.right() - 20, 30, 16, 30))
    ((_name, wanted),) = asked
    assert isinstance(wanted, ListFilter)
    assert wanted.received == DayRange(ABAN.first_day, ABAN.last_day)
    click(screen.page.figures, screen.page.figures.box_of("late"))
    assert len(asked) == 1


def test_a_day_of_the_chart_opens_what_came_on_it(open_screen: Open, busy_office: TestOffice) -> None:
    screen = open_screen()
    asked = asked_of(screen)
    chart = screen.page.chart
    screen.page.ensureWidgetVisible(chart)
    click(chart, chart.bar_box(2, 0))
    ((_name, wanted),) = asked
    assert isinstance(wanted, ListFilter)
    assert busy_office.services.inbox.outline(busy_office.manager, wanted).total == 2
    click(chart, chart.bar_box(0, 0))
    assert len(asked) == 1


def test_a_month_of_the_trend_is_opened_by_keys(open_screen: Open, busy_office: TestOffice) -> None:
    screen = open_screen()
    asked = asked_of(screen)
    screen.page.trend.setFocus()
    press(screen.page.trend, Qt.Key.Key_Right)
    press(screen.page.trend, Qt.Key.Key_Return)
    ((_name, wanted),) = asked
    assert isinstance(wanted, ListFilter)
    assert wanted.received == DayRange(MEHR.first_day, MEHR.last_day)
    assert busy_office.services.inbox.outline(busy_office.manager, wanted).total == 2


def test_comments_by_disposition_are_counted(open_screen: Open, busy_office: TestOffice) -> None:
    made = draft(busy_office, FIRST)
    open_window(busy_office, made.row.id, ABAN.first_day, ABAN.last_day)
    comment(busy_office, made.row.id, "نخست")
    comment(busy_office, made.row.id, "دوم")
    screen = open_screen()
    assert screen.page.consultations.sentence.text() == "۲ نظر، ۱ فراخوان"
    press(picker(screen), Qt.Key.Key_PageUp)
    settle(screen)
    assert "نبود" in screen.page.consultations.sentence.text()


def test_the_printed_pages_take_the_place_of_the_dashboard_and_escape_leads_back(open_screen: Open) -> None:
    screen = open_screen()
    assert screen.page.isVisible()
    assert not screen.preview.isVisible()
    click(screen.header.preview_button)
    assert screen.preview.isVisible()
    assert not screen.page.isVisible()
    # Another month is shown as pages too.
    press(picker(screen), Qt.Key.Key_PageUp)
    settle(screen)
    assert screen.preview.isVisible()
    activate(screen)
    screen.preview.view.setFocus()
    press(screen.preview.view, Qt.Key.Key_Escape)
    assert screen.page.isVisible()
    press(screen, Qt.Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert screen.header.back_button.isVisible()
    click(screen.header.back_button)
    assert screen.page.isVisible()
    assert not screen.header.back_button.isVisible()


def test_cards_and_choosers_fold_where_there_is_little_room(open_screen: Open) -> None:
    screen = open_screen()
    cards = screen.page.highlights.cards
    tops = {card.mapTo(screen, card.rect().topLeft()).y() for card in cards}
    assert len(tops) == 1
    chooser = screen.header.unit_button
    assert chooser.mapTo(screen, chooser.rect().center()).y() < PAGE_HEADER
    screen.resize(904, 550)
    QApplication.processEvents()
    tops = {card.mapTo(screen, card.rect().topLeft()).y() for card in cards}
    assert len(tops) == 2
    assert chooser.mapTo(screen, chooser.rect().center()).y() > PAGE_HEADER


def test_a_number_in_a_sentence_is_clicked(open_screen: Open, busy_office: TestOffice) -> None:
    full(busy_office)
    screen = open_screen()
    asked = asked_of(screen)
    sentence = screen.page.highlights.sentences[0]
    ((box,), (other,)) = (sentence.link_boxes(at) for at in range(2))
    click(sentence, box)
    click(sentence, QRectF((box.right() + other.left()) / 2, box.top(), 2, box.height()))
    click(sentence, other)
    wanted = [item for _name, item in asked]
    assert [isinstance(item, ListFilter) and item.unit_id for item in wanted] == [None, NOBODY]


def test_a_card_opens_the_petitions_of_a_row_wherever_it_is_clicked(
    open_screen: Open, busy_office: TestOffice
) -> None:
    full(busy_office)
    screen = open_screen()
    asked = asked_of(screen)
    table = screen.page.highlights.longest.table
    screen.page.ensureWidgetVisible(table)
    box = table.link_box(1, 0)
    click(table, box)
    ((_name, wanted),) = asked
    assert wanted == table.rows[1].cells[-1].behind


def test_pages_turn_and_the_zoom_follows_the_buttons(open_screen: Open) -> None:
    screen = open_screen()
    screen.turn_preview()
    settle(screen)
    preview = screen.preview
    assert preview.pages > 1
    click(preview.following)
    assert preview.view.pageNavigator().currentPage() == 1
    assert preview.page_label.text().startswith("صفحهٔ ۲ از")
    before = preview.factor()
    click(preview.larger)
    assert preview.factor() == pytest.approx(before * 1.15)
    # At first as large as on paper: the width of the window would be too much.
    assert before == pytest.approx(1.0)
    preview.fit_width()
    assert preview.factor() > 1.2


def test_ctrl_p_prints_every_page_into_a_real_file(open_screen: Open, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    screen = open_screen(ask_printer=into_file(target))
    press(screen, Qt.Key.Key_P, CONTROL)
    settle(screen)
    printed = pypdfium2.PdfDocument(target)
    assert len(printed) == screen.preview.pages
    width, height = printed[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    assert screen.work.bar.text == f"{digits(len(printed))} صفحه به چاپگر رفت."


def test_the_printed_page_shows_what_the_preview_shows(open_screen: Open, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    screen = open_screen(ask_printer=into_file(target))
    screen.print_report()
    settle(screen)
    assert screen.made is not None
    printed = ink_of(target)
    wanted = ink_of(screen.made.pdf)
    # A page that slid, shrank or stayed white has its ink in other places.
    assert np.corrcoef(printed.ravel(), wanted.ravel())[0, 1] > 0.97
    # The hairlines of the charts come lighter from a printer's own resolution.
    assert printed.sum() == pytest.approx(wanted.sum(), rel=0.15)


def test_only_the_pages_that_were_asked_for_are_printed(open_screen: Open, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"

    def choose(printer: QPrinter, parent: QWidget) -> bool:
        printer.setFromTo(2, 2)
        return into_file(target)(printer, parent)

    screen = open_screen(ask_printer=choose)
    screen.print_report()
    settle(screen)
    assert len(pypdfium2.PdfDocument(target)) == 1


def test_thinking_better_of_it_prints_nothing(open_screen: Open) -> None:
    screen = open_screen()
    press(screen, Qt.Key.Key_P, CONTROL)
    settle(screen)
    assert screen.work.bar.text == ""


@pytest.mark.qt_log_ignore(OFFSCREEN_ONLY, r"QPainter::begin\(\): Returned false")
def test_a_printer_that_does_not_take_the_pages_is_told(open_screen: Open, tmp_path: Path) -> None:
    screen = open_screen(ask_printer=into_file(tmp_path / "no such folder" / "printed.pdf"))
    screen.print_report()
    settle(screen)
    assert "چاپگر صفحه‌ها را نپذیرفت" in screen.work.bar.text


def test_the_saved_pdf_is_the_preview_byte_for_byte(open_screen: Open, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    screen = open_screen(target)
    press(screen, Qt.Key.Key_S, CONTROL)
    settle(screen)
    assert screen.made is not None
    assert target.read_bytes() == screen.made.pdf
    assert os.listdir(tmp_path) == ["report.pdf"]


def test_a_name_without_ending_gets_one(open_screen: Open, tmp_path: Path) -> None:
    screen = open_screen(tmp_path / "گزارش")
    screen.save_spreadsheet()
    settle(screen)
    book = openpyxl.load_workbook(tmp_path / "گزارش.xlsx")
    rows = list(book.active.iter_rows(values_only=True))
    book.close()
    assert str(rows[1][0]).startswith("آبان ۱۴۰۵، همهٔ واحدها؛ ")
    assert ("آبان ۱۴۰۵", 5) in {row[:2] for row in rows}


def test_the_suggested_name_says_month_and_unit(open_screen: Open, busy_office: TestOffice) -> None:
    screen = open_screen()
    screen.save_pdf()
    ((suggested, kinds),) = screen.asked  # type: ignore[attr-defined]
    assert suggested.name == "گزارش ماهانهٔ آبان ۱۴۰۵.pdf"
    assert "*.pdf" in kinds
    made = make_report(
        busy_office.services, ReportScope(Period.month(ABAN), busy_office.books.id), busy_office.manager
    )
    assert file_name(made.report, ".xlsx") == "گزارش ماهانهٔ آبان ۱۴۰۵، واحد اداره کتاب.xlsx"


def test_a_folder_that_is_gone_is_told_in_one_sentence(open_screen: Open, tmp_path: Path) -> None:
    screen = open_screen(tmp_path / "gone" / "report.pdf")
    screen.save_pdf()
    settle(screen)
    assert "report.pdf" in screen.work.bar.text
    assert "پوشه دیگر نیست" in screen.work.bar.text


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "دیسک پر است"), (errno.EACCES, "اجازهٔ نوشتن"), (errno.EIO, "نوشته نشد")],
)
def test_a_full_disk_and_a_forbidden_folder_have_their_own_sentences(
    open_screen: Open,
    busy_office: TestOffice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    def refuse(source: object, target: object) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "report.pdf"
    target.write_bytes(b"the old one")
    screen = open_screen(target)
    monkeypatch.setattr(os, "replace", refuse)
    screen.save_pdf()
    settle(screen)
    assert words in screen.work.bar.text
    assert target.read_bytes() == b"the old one"
    assert os.listdir(tmp_path) == ["report.pdf"]


def test_a_logo_that_is_broken_is_told_over_the_preview(open_screen: Open, busy_office: TestOffice) -> None:
    screen = open_screen()
    assert screen.left_out.isHidden()
    broken(busy_office)
    screen.refresh()
    settle(screen)
    assert "نشان سربرگ خوانده نشد" in screen.left_out.text()
    assert screen.left_out.isVisible()
    assert screen.preview.pages
    busy_office.services.office.change_logo(busy_office.administrator, picture())
    screen.refresh()
    settle(screen)
    assert screen.left_out.isHidden()


def test_nothing_can_be_printed_before_there_is_a_report(qtbot: QtBot, busy_office: TestOffice) -> None:
    screen = ReportsScreen(workplace(busy_office, busy_office.manager))
    qtbot.addWidget(screen)
    assert not screen.print_action.isEnabled()
    screen.print_report()
    assert jobs.wait_all()
    assert screen.print_action.isEnabled()


def test_a_database_that_is_away_is_told_with_a_way_to_try_again(
    open_screen: Open, busy_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise DatabaseAwayError(where="office")

    screen = open_screen()
    with monkeypatch.context() as broken:
        broken.setattr(busy_office.services.issued_reports, "of", away)
        screen.refresh()
        settle(screen)
    click(empty_state(screen).findChildren(Button)[0])
    settle(screen)
    assert not any(one.isVisible() for one in screen.findChildren(EmptyState))


def test_the_document_is_let_go_before_its_bytes(open_screen: Open) -> None:
    screen = open_screen()
    for _ in range(3):
        press(picker(screen), Qt.Key.Key_PageUp)
        settle(screen)
    document = screen.preview.document
    screen.close()
    shiboken6.delete(screen)
    assert not shiboken6.isValid(document)
    gc.collect()


def test_saving_again_replaces_the_whole_file(open_screen: Open, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"of another month" * 100_000)
    screen = open_screen(target)
    screen.save_pdf()
    settle(screen)
    assert screen.made is not None
    assert target.read_bytes() == screen.made.pdf
    assert "نوشته شد" in screen.work.bar.text


def test_what_was_chosen_is_there_the_next_time_and_what_another_place_asks_for_is_not_kept(
    open_screen: Open, busy_office: TestOffice
) -> None:
    screen = open_screen()
    screen.header.choose(unit_id=busy_office.books.id)
    screen.page.family.choose("crossed")
    settle(screen)
    # Each number of a unit and a kind opens exactly its petitions.
    books, whole = screen.page.table.rows
    assert [cell.words for cell in books.cells] == ["۲", "۱", "۳"]
    assert [cell.words for cell in whole.cells] == ["۲", "۱", "۳"]
    inbox = busy_office.services.inbox
    for cell in (*books.cells, *whole.cells):
        assert isinstance(cell.behind, ListFilter)
        assert inbox.count(busy_office.manager, cell.behind) == cell.rows
    again = open_screen()
    assert again.header.scope == screen.header.scope
    assert again.page.family.value() == "crossed"
    week = ReportScope(Period.week(ABAN.first_day), busy_office.music.id)
    again.open_item(week)
    settle(again)
    assert again.made is not None
    assert again.made.scope == again.header.scope == week
    assert open_screen().header.scope == screen.header.scope
    # Another person has a choice of their own.
    assert open_screen(actor=busy_office.clerk).header.scope == ReportScope(Period.month(ABAN))


def test_units_and_kinds_of_an_old_edition_are_left_out_and_not_shown_as_none(open_screen: Open) -> None:
    made = open_screen().made
    assert made is not None
    links = Links(made.scope, ())
    assert crossed_rows(made.report.figures, links)
    assert crossed_rows(replace(made.report.figures, cells=()), links) == []


def test_a_choice_that_waits_is_stored_though_the_one_before_it_failed(
    open_screen: Open, busy_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    views, kept = busy_office.services.report_views, []
    stores = views.keep

    def failing(actor: Actor, view: KeptReportView) -> None:
        kept.append(view)
        if len(kept) == 1:
            raise DatabaseAwayError
        stores(actor, view)

    screen = open_screen()
    monkeypatch.setattr(views, "keep", failing)
    screen.page.family.choose("kind")
    screen.page.family.choose("crossed")
    settle(screen)
    assert [view.family for view in kept] == ["kind", "crossed"]
    monkeypatch.undo()
    assert open_screen().page.family.value() == "crossed"


def test_the_work_of_colleagues_leads_to_their_petitions(open_screen: Open, busy_office: TestOffice) -> None:
    assert not open_screen().page.colleagues.isVisible()
    office = busy_office.services.office
    office.change(busy_office.administrator, replace(office.settings(), colleague_figures=True))
    screen = open_screen()
    assert screen.page.colleagues.isVisible()
    rows = screen.page.colleagues.rows
    assert [row.name for row in rows] == [busy_office.clerk.name, "هیچ‌کس"]
    inbox = busy_office.services.inbox
    linked = [cell for row in rows for cell in row.cells if isinstance(cell.behind, ListFilter)]
    assert linked
    for cell in linked:
        assert isinstance(cell.behind, ListFilter)
        assert inbox.count(busy_office.manager, cell.behind) == cell.rows
