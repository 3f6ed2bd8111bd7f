"""The screen of the public's comments over an open directive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.ui.consultation import FIRST, SECOND, comment, document, draft, open_window, settle, workplace
from tests.ui.keyboard import activate
from tests.ui.prepared import PreparedOffices, its_given, its_office, nothing
from ui.comments.screen import CommentsScreen

OPENED, CLOSES = date(2026, 11, 20), date(2026, 12, 5)
REASON = "مدت پروانه دو سال شد."
Open = Callable[..., CommentsScreen]


def consulted(office: TestOffice, clock: FixedClock) -> int:
    """An open directive with two comments on article 2, one on its note, one on article 1, one on the whole."""
    clock.advance(timedelta(days=-10))
    made = draft(office, FIRST)
    clock.advance(timedelta(days=9))
    office.services.drafting.add_revision(office.reviewer, made.row.id, document(SECOND))
    clock.advance(timedelta(days=1))
    open_window(office, made.row.id, OPENED, CLOSES)
    number = made.row.id
    comment(office, number, "مدت کم است.", provision="ماده ۲", quote="مدت یک سال")
    comment(
        office, number, "سه سال بهتر است.", provision="ماده 2", quote="مدت يك سال", channel="sms",
        sender="",
    )  # fmt: skip
    comment(office, number, "تبصره روشن نیست.", provision="تبصره ماده ۲")
    comment(office, number, "خوب است.", provision="ماده یک")
    comment(office, number, "با همه آن موافقم.")
    return number


@pytest.fixture
def prepared(
    request: pytest.FixtureRequest, prepared_offices: PreparedOffices, clock: FixedClock
) -> Iterator[tuple[TestOffice, int]]:
    """With the directive where the test asks for `consultation`."""
    with prepared_offices.office(
        consulted if "consultation" in request.fixturenames else nothing, clock
    ) as made:
        yield made


sqlite_office, consultation = its_office, its_given


@pytest.fixture
def open_screen(qtbot: QtBot, sqlite_office: TestOffice) -> Open:
    def make(actor: Actor | None = None) -> CommentsScreen:
        screen = CommentsScreen(workplace(sqlite_office, actor or sqlite_office.reviewer))
        qtbot.addWidget(screen)
        screen.resize(1272, 788)
        activate(screen)
        screen.shown()
        settle(screen)
        return screen

    return make


def stored(office: TestOffice, instrument: int, at: int) -> CommentRow:
    return office.services.comments.of_instrument(instrument)[at]


def go_to(screen: CommentsScreen, label: str) -> None:
    at = next(i for i, part in enumerate(screen.page.parts.rows()) if part.label == label)
    screen.page.parts.go_to(at)


def texts(screen: CommentsScreen) -> list[str]:
    return [one.text for one in screen.page.comments.listed]
