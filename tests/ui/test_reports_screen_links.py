"""Numbers of a report that lead to their rows, by keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QRectF, Qt
from sqlalchemy import select, update

from desktop_app.instruments.vocabulary import Disposition
from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.improvements.service import NewImprovement
from desktop_app.petitions.lists.filters import NOBODY
from desktop_app.petitions.lists.inbox import ListFilter, Scope
from desktop_app.petitions.model import Petition
from desktop_app.reports.period import Period
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.ui.consultation import FIRST, comment, draft, open_window, settle
from tests.ui.keyboard import click, press
from tests.ui.reports_window import ABAN, MEHR, Open, busy_office, open_screen, prepared
from ui.reports.lines_table import Behind, FigureRow
from ui.reports.screen import ReportsScreen

__all__ = ["busy_office", "open_screen", "prepared"]


def asked_of(screen: ReportsScreen) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    screen.navigate.connect(lambda name, item: found.append((name, item)))
    return found


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
