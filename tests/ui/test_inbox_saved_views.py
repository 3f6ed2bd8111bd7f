"""Saved views in the window: kept with order, headings and columns, counted, renamed, shared, brought back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop_app.petitions.lists.filters import Grouping, ListFilter, Order, View
from desktop_app.petitions.lists.saved_views import NewView
from desktop_app.petitions.vocabulary import Kind
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import activate, click, press, type_text
from ui.petitions.lists.columns import STANDARD, PetitionColumn
from ui.widgets.finder import FinderDialog

WANTED = ListFilter(kind="complaint", order=Order.SENDER, grouping=Grouping.UNIT)


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    sqlite_office.registered("یک", subject="شکایتی", kind=Kind.COMPLAINT, unit=sqlite_office.books)
    sqlite_office.registered("دو", subject="درخواستی", unit=sqlite_office.books)
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        opened.show()
        yield opened


def answer(clerk: DeskWindow, finder: FinderDialog | None, typed: str) -> None:
    assert finder is not None
    clerk.settle()
    finder.field.clear()
    type_text(finder.field, typed)
    press(finder.field, Qt.Key.Key_Return)
    clerk.settle()


def menu_words(clerk: DeskWindow) -> list[str]:
    return [action.text() for action in clerk.screen.view_menu.menu().actions() if action.text()]


def test_a_view_is_kept_shown_changed_and_brought_back(clerk: DeskWindow, office: TestOffice) -> None:
    keeping, table = clerk.screen.keeping, clerk.screen.table
    clerk.screen.preview.toggle()
    clerk.screen.lists.show_list(WANTED)
    clerk.screen.arranging.toggle(PetitionColumn.CHANNEL)
    answer(clerk, clerk.screen.view_menu.save_as(), "شکایت ها")
    assert clerk.message == "نمای «شکایت ها» ذخیره شد."
    tabs = clerk.screen.views.tabs
    assert tabs.value() == f"saved:{keeping.active}"
    assert tabs.counts[tabs.value()] == "۱"
    clerk.screen.lists.show_view(View.ALL)
    clerk.settle()
    # The columns were the person's own choice before they were the view's.
    assert clerk.screen.filter.wanted() == ListFilter()
    clerk.screen.arranging.toggle(PetitionColumn.CHANNEL)
    clerk.settle()
    assert len(clerk.subjects()) == 2
    assert table.columns.chosen == frozenset(STANDARD)
    click(tabs, tabs.boxes()[len(View)])
    clerk.settle()
    assert clerk.subjects() == ["شکایتی"]
    assert clerk.screen.filter.wanted() == WANTED
    assert table.columns.chosen == frozenset((*STANDARD, PetitionColumn.CHANNEL))
    assert "ذخیرهٔ تغییرهای همین نما" not in menu_words(clerk)
    clerk.screen.filter.change(kind=None)
    clerk.settle()
    assert tabs.value() == f"saved:{keeping.active}"
    next(
        action
        for action in clerk.screen.view_menu.menu().actions()
        if action.text() == "ذخیرهٔ تغییرهای همین نما"
    ).trigger()
    clerk.settle()
    assert tabs.counts[tabs.value()] == "۲"
    answer(clerk, clerk.screen.view_menu.rename(), "همه")
    answer(clerk, clerk.screen.view_menu.share(), "کتاب")
    assert clerk.message == "نمای «همه» با اداره کتاب به اشتراک گذاشته شد."
    [row] = office.services.saved_views.all(office.other_clerk)
    assert (row.terms.name, row.terms.wanted.kind, row.may_change) == ("همه", None, False)
    keeping.remove()
    clerk.settle()
    assert office.services.saved_views.all(office.clerk) == ()
    assert keeping.rows == ()
    activate(clerk.window)
    clerk.key(Qt.Key.Key_Z, control=True)
    [again] = office.services.saved_views.all(office.clerk)
    assert again.terms == row.terms
    assert keeping.active == again.id


def test_what_a_colleague_shares_appears_and_is_only_read(clerk: DeskWindow, office: TestOffice) -> None:
    views = office.services.saved_views
    views.add(office.other_clerk, NewView("از همکار", WANTED, unit_id=office.books.id))
    clerk.screen.watch.count()
    clerk.settle()
    answer(clerk, clerk.screen.view_menu.find(), "همکار")
    assert clerk.subjects() == ["شکایتی"]
    assert menu_words(clerk) == ["از همکار (اداره کتاب)", "ذخیرهٔ این نما …"]


def test_chosen_columns_are_there_again_in_another_window(clerk: DeskWindow, office: TestOffice) -> None:
    clerk.screen.arranging.toggle(PetitionColumn.STATUS)
    clerk.screen.arranging.toggle(PetitionColumn.AGE)
    clerk.settle()
    with desk(office, office.clerk) as again:
        assert again.screen.table.columns.chosen == frozenset((*STANDARD, PetitionColumn.STATUS)) - {
            PetitionColumn.AGE
        }
    with desk(office, office.other_clerk) as other:
        assert other.screen.table.columns.chosen == frozenset(STANDARD)
