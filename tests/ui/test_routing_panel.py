"""The editor of routing rules: written as a sentence, ordered by keys and drag, tried, switched, run, taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from desktop_app.people.petitioners import Contact
from desktop_app.persian.dates import start_of_day
from desktop_app.petitions.history.sentences import sentence
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.routing.rules import Conditions, Consequence
from desktop_app.petitions.vocabulary import Channel, Kind, Urgency
from tests.department import TestOffice
from tests.ui.administering import Desk, Key, desk
from tests.ui.keyboard import click, press, titles, type_text
from ui import jobs
from ui.administration.routing_panel import RoutingPanel
from ui.widgets.ordered_roster import OrderedRoster

__all__ = ["desk"]
COMPLAINT = NewPetition(Kind.COMPLAINT, Channel.PORTAL, "از مجوزهای نشر خبری نیست", contact=Contact("علی"))
ALT = Qt.KeyboardModifier.AltModifier


def routing(desk: Desk) -> RoutingPanel:
    desk.section("routing")
    return desk.screen.routing


def rules(office: TestOffice, *names: str) -> None:
    book, admin = office.services.routing_rules, office.administrator
    for name in names:
        made = book.add(admin, name, Conditions(words=(name,)), Consequence(office.books.id))
        book.switch(admin, made.id, made.version, on=True)


def test_a_rule_is_written_tried_switched_on_and_taken_back(desk: Desk, sqlite_office: TestOffice) -> None:
    panel, book = routing(desk), sqlite_office.services.routing_rules
    press(desk.screen, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_text(panel.form.name, "شکایت نشر")
    click(panel.form.kinds.boxes["complaint"])
    type_text(panel.form.words, "مجوز نشر، شابک")
    panel.form.unit.choose(sqlite_office.books.id)
    panel.form.urgency.choose(Urgency.URGENT)
    sentence = "اگر نوع شکایت است و متن «مجوز نشر» یا «شابک» دارد ← اداره کتاب، فوری"
    assert panel.form.sentence.text() == sentence
    click(panel.save_button)
    assert jobs.wait_all()
    [made] = book.all()
    assert (made.active, made.rule.when.words) == (False, ("مجوز نشر", "شابک"))
    assert panel.roster.rows()[0].about == sentence
    assert panel.roster.rows()[0].mark == "خاموش"
    click(panel.switch_button)
    assert jobs.wait_all()
    assert book.all()[0].active
    assert panel.switch_button.text() == "خاموش کردن"
    desk.take_back()
    assert not book.all()[0].active
    assert desk.troubles == []


def test_last_month_is_told_in_numbers_before_anything_is_saved(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    services = sqlite_office.services
    month = services.routing_trials.months(1)[0]
    came = start_of_day(month)
    for n, unit in enumerate((None, None, sqlite_office.music.id)):
        services.register.register(
            sqlite_office.clerk, replace(COMPLAINT, text=f"مجوز نشر {n}", received_at=came, unit_id=unit)
        )
    panel = routing(desk)
    panel.start_new()
    panel.form.words.setText("مجوز نشر")
    panel.form.unit.choose(sqlite_office.music.id)
    click(panel.trial.button)
    assert jobs.wait_all()
    told = panel.trial.found.text()
    assert "این قاعده ۳ مورد را می‌فرستاد" in told
    assert "۱ مورد به همان واحد رفته‌اند و ۲ مورد جای دیگرند" in told
    assert "هنوز ارجاع‌نشده: ۲" in told
    rows = panel.trial.elsewhere.rows()
    assert [row.about for row in rows] == ["اکنون: هنوز ارجاع‌نشده · با این قاعده: اداره موسیقی"] * 2
    assert not panel.trial.elsewhere.isHidden()
    # Of another rule it says nothing; what is stopped says no number.
    panel.trial.period.choose(12)
    click(panel.trial.button)
    assert panel.trial.button.text() == "توقف"
    click(panel.trial.button)
    assert jobs.wait_all()
    assert panel.trial.found.text() == "پیش از پایان متوقف شد."
    assert panel.trial.elsewhere.rows() == ()
    panel.start_new()
    assert panel.trial.found.isHidden()
    assert services.routing_rules.all() == ()


def test_a_petition_s_history_says_which_rule_moved_it_and_why(desk: Desk, sqlite_office: TestOffice) -> None:
    rules(sqlite_office, "مجوز نشر")
    number = sqlite_office.services.register.register(sqlite_office.clerk, COMPLAINT).id
    [event] = sqlite_office.services.desk.peek(sqlite_office.clerk, number).history
    told = sentence(event, sqlite_office.clerk.person_id)
    assert "به قاعدهٔ «مجوز نشر» (شمارهٔ ۱) به اداره کتاب ارجاع شد" in told
    assert told.endswith("چون در آن آمده: «مجوز نشر»")


def test_rules_are_moved_by_keys_and_by_dragging(desk: Desk, sqlite_office: TestOffice) -> None:
    rules(sqlite_office, "الف", "ب", "پ")
    panel, book = routing(desk), sqlite_office.services.routing_rules
    QAbstractItemModelTester(panel.roster.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.roster.setFocus()
    press(panel.roster, Key.Key_Down, ALT)
    assert jobs.wait_all()
    assert [row.rule.name for row in book.all()] == ["ب", "الف", "پ"]
    press(panel.roster, Key.Key_Down, ALT)
    press(panel.roster, Key.Key_Up, ALT)
    assert jobs.wait_all()
    assert titles(panel.roster)[panel.roster.currentIndex().row()].endswith("الف")
    desk.take_back()
    index = panel.roster.model().index(2, 0)
    below = panel.roster.visualRect(index).bottom() + 40
    assert panel.roster.dropped_at(below) == 4
    assert panel.roster.dropped_at(panel.roster.visualRect(index).top() + 2) == 3
    assert panel.roster.dropped_at(QPoint(0, 1).y()) == 1


class Dropped(QDropEvent):
    """Under `offscreen` no drag is under way, of which Qt's own event would name the source."""

    def __init__(self, source: QWidget | None, at: QPoint, data: QMimeData) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        super().__init__(QPointF(at), Qt.DropAction.MoveAction, data, left, none)
        self._source = source

    def source(self) -> QObject:
        return self._source  # type: ignore[return-value]


def dragged(roster: OrderedRoster, row: int, height: int, *, source: QWidget | None = None) -> Dropped:
    """A row is pressed by the mouse and let go at this height; `source`: it comes from there instead."""
    viewport = roster.viewport()
    start = roster.visualRect(roster.model().index(row, 0)).center()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    data = roster.model().mimeData([roster.currentIndex()])
    event = Dropped(source or roster, QPoint(start.x(), height), data)
    # As the list hears what its viewport is sent: Qt itself sends nobody a drop without a drag.
    roster.viewportEvent(event)
    return event


def test_a_rule_is_dragged_to_its_place_by_the_mouse_and_taken_back(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    rules(sqlite_office, "الف", "ب", "پ")
    panel, book = routing(desk), sqlite_office.services.routing_rules
    boxes = [panel.roster.visualRect(panel.roster.model().index(row, 0)) for row in range(3)]

    def order() -> str:
        assert jobs.wait_all()
        return "".join(row.rule.name for row in book.all())

    event = dragged(panel.roster, 0, boxes[2].bottom() - 2)
    assert order() == "بپالف"
    # The list takes no row away by itself.
    assert (event.isAccepted(), event.dropAction()) == (True, Qt.DropAction.IgnoreAction)
    assert titles(panel.roster)[panel.roster.currentIndex().row()].endswith("الف")
    dragged(panel.roster, 2, boxes[0].top() + 2)
    assert order() == "الفبپ"
    desk.take_back()
    assert order() == "بپالف"
    # Between two others, from above: its own place counts no more.
    dragged(panel.roster, 0, boxes[2].top() + 2)
    assert order() == "پبالف"
    desk.take_back()
    # Let go where it was it stays, and nothing is said; what comes from elsewhere is not taken.
    said = len(desk.said)
    dragged(panel.roster, 1, boxes[1].center().y() - 2)
    assert not dragged(panel.roster, 1, boxes[0].top(), source=panel.form).isAccepted()
    assert (order(), len(desk.said)) == ("بپالف", said)
    assert panel.roster.model().rowCount() == 3


def test_dead_and_contradicting_rules_are_marked_and_told(desk: Desk, sqlite_office: TestOffice) -> None:
    book, admin = sqlite_office.services.routing_rules, sqlite_office.administrator
    complaint = Conditions(kinds=frozenset({"complaint"}))
    for name, when, to in (
        ("همه شکایت‌ها", complaint, sqlite_office.music),
        ("شکایت نشر", replace(complaint, words=("نشر",)), sqlite_office.books),
        ("نشر", Conditions(words=("نشر",)), sqlite_office.books),
    ):
        made = book.add(admin, name, when, Consequence(to.id))
        book.switch(admin, made.id, made.version, on=True)
    panel = routing(desk)
    assert [row.mark for row in panel.roster.rows()] == ["ناسازگار", "نوبت آن نمی‌رسد", "ناسازگار"]
    press(panel.roster, Key.Key_Down)
    assert "«همه شکایت‌ها» (۱)" in panel.trouble.text()
    assert not panel.trouble.isHidden()


def test_what_waits_is_counted_sent_and_taken_back(desk: Desk, sqlite_office: TestOffice) -> None:
    services = sqlite_office.services
    number = services.register.register(sqlite_office.clerk, COMPLAINT).id
    services.register.register(sqlite_office.clerk, replace(COMPLAINT, text="دیگر"))
    rules(sqlite_office, "مجوز نشر")
    panel = routing(desk)
    assert not panel.route_button.isHidden()
    click(panel.route_button)
    assert jobs.wait_all()
    assert panel.route_button.text() == "فرستادن ۱ مورد؛ ۱ مورد می‌ماند"
    click(panel.route_button)
    assert jobs.wait_all()
    assert services.desk.peek(sqlite_office.clerk, number).unit_id == sqlite_office.books.id
    assert desk.said == ["۱ درخواست به قاعده‌ها ارجاع شد."]
    desk.take_back()
    assert services.desk.peek(sqlite_office.clerk, number).unit_id is None


@pytest.mark.parametrize(("field", "typed"), [("labels", "نیست"), ("words", "؟")])
def test_what_cannot_be_saved_is_told_and_stays(
    desk: Desk, sqlite_office: TestOffice, field: str, typed: str
) -> None:
    panel = routing(desk)
    panel.start_new()
    panel.form.name.setText("قاعده")
    getattr(panel.form, field).setText(typed)
    click(panel.save_button)
    assert jobs.wait_all()
    assert panel.form.refusals.card.field is getattr(panel.form, field)
    assert panel.save_button.isEnabled()
    assert getattr(panel.form, field).text() == typed
    assert sqlite_office.services.routing_rules.all() == ()
