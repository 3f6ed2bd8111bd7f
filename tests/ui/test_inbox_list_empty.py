"""The list of the inbox where there is nothing to show: what is said, and where it leads."""

from __future__ import annotations

from desktop_app.errors import DatabaseAwayError
from desktop_app.petitions.lists.inbox import View
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, clerk, desk, office
from tests.ui.keyboard import click
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel
from ui.workplace import SearchFor

__all__ = ["clerk", "office"]


def words_on(page: EmptyState) -> str:
    return "\n".join(found.text() for found in page.findChildren(PlainLabel))


def empty_page(clerk: DeskWindow) -> EmptyState:
    page = clerk.screen.side.pages.currentWidget()
    assert isinstance(page, EmptyState)
    return page


def test_an_empty_desk_says_what_could_be_done_and_leads_there(clerk: DeskWindow) -> None:
    clerk.office.registered("بی‌ارجاع", subject="بی‌ارجاع")
    clerk.office.registered("واحد", subject="در واحد", unit=clerk.office.books)
    clerk.show(View.MINE)
    said = words_on(empty_page(clerk))
    assert "کاری برای شما نمانده است" in said
    assert "۱ درخواست هنوز به جایی نرفته است" in said
    assert "۱ مورد از واحد شما کارشناس ندارد" in said
    assert not clerk.screen.details.isVisible()
    buttons = empty_page(clerk).findChildren(Button)
    click(next(button for button in buttons if button.text() == "دیدن بی‌ارجاع‌ها"))
    clerk.settle()
    assert clerk.subjects() == ["بی‌ارجاع"]


def test_a_search_without_matches_offers_to_clear_the_filter(clerk: DeskWindow) -> None:
    clerk.office.registered("متن")
    clerk.window.go("inbox", SearchFor("ناپیداست"))
    clerk.settle()
    assert "چیزی پیدا نشد" in words_on(empty_page(clerk))


def test_a_person_without_a_unit_is_told_who_can_help(office: TestOffice) -> None:
    with desk(office, office.reviewer) as reviewer:
        reviewer.show(View.MY_UNIT)
        said = words_on(empty_page(reviewer))
        assert "کارشناسان و مدیران هر واحد" in said
        assert "راهبر سامانه" in said


def test_a_list_that_cannot_be_read_says_so_and_is_read_again_on_demand(
    office: TestOffice, clerk: DeskWindow
) -> None:
    assert clerk.screen.model.rowCount() == 0
    clerk.screen.model.failed.emit(DatabaseAwayError(where="somewhere"))
    assert "فهرست خوانده نشد" in words_on(empty_page(clerk))
    office.registered("متن", subject="پس از قطعی")
    clerk.screen.lists.show_view(View.ALL)
    clerk.settle()
    assert clerk.subjects() == ["پس از قطعی"]


def test_an_office_without_petitions_is_led_to_its_first_file(clerk: DeskWindow) -> None:
    clerk.show(View.ALL)
    buttons = empty_page(clerk).findChildren(Button)
    click(next(button for button in buttons if button.text() == "وارد کردن فایل"))
    clerk.settle()
    assert clerk.screen.registration.import_page is not None
    assert clerk.screen.registration.import_page.isVisible()
