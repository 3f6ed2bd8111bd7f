"""What a petitioner wrote again: the mark in the list, the texts under the petition, all of it in a file."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop_app.people.petitioners import Contact
from desktop_app.petitions.lists.filters import ListFilter
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.department import TestOffice
from tests.ui.desk_window import desk
from tests.ui.keyboard import click
from ui.petitions.follow_ups.box import message_head
from ui.theme import theme
from ui.widgets.plain import PlainLabel


def written(office: TestOffice, count: int, mobile: str = "09121234567") -> int:
    """A petition to which so much was written since, from `mobile`."""
    contact = Contact(mobile="09121234567")
    petition = NewPetition(
        Kind.REQUEST, Channel.SMS, f"متن نخست {count}", contact=contact, unit_id=office.books.id
    )
    made = office.services.register.register(office.clerk, petition)
    office.services.desk.take(office.clerk, made.id, 1)
    texts = [
        NewPetition(
            Kind.REQUEST, Channel.SMS, f"{made.tracking_code} <b>{n}</b>", contact=Contact(mobile=mobile)
        )
        for n in range(count)
    ]
    office.services.auto_intake.take_in(office.manager, texts)
    return made.id


def test_it_stands_under_the_petition_and_is_read_back_page_by_page(sqlite_office: TestOffice) -> None:
    number = written(sqlite_office, 30)
    with desk(sqlite_office, sqlite_office.clerk) as window:
        window.screen.lists.show_list(ListFilter(again=True), keep=number)
        window.settle()
        box = window.screen.details.body.further
        assert box.isVisible()
        assert len(box.rows) == 20
        assert "۱۰" in box.earlier.text()
        box.earlier.setFocus()
        window.key(Qt.Key.Key_Return)
        assert len(box.rows) == 30
        assert not box.earlier.isVisible()
        model = window.screen.model
        [at] = [at for at in range(model.rowCount()) if model.row_at(at) is not None]
        tips = [
            model.index(at, column).data(Qt.ItemDataRole.ToolTipRole) for column in range(model.columnCount())
        ]
        assert any("۳۰" in str(tip) for tip in tips)


def test_another_sender_is_pointed_out_and_nothing_is_there_where_nothing_was_written(
    sqlite_office: TestOffice,
) -> None:
    number = written(sqlite_office, 1, "09351112233")
    other = written(sqlite_office, 0)
    with desk(sqlite_office, sqlite_office.clerk) as window:
        window.show(keep=number)
        box = window.screen.details.body.further
        heads = [message_head(row) for row in box.rows]
        assert ["۰۹۳۵" in head for head in heads] == [True]
        window.show(keep=other)
        assert not box.isVisible()


def test_all_of_it_goes_into_a_file(sqlite_office: TestOffice, tmp_path: Path) -> None:
    number = written(sqlite_office, 30)
    target = tmp_path / "all.csv"
    with desk(sqlite_office, sqlite_office.clerk) as window:
        window.show(keep=number)
        box = window.screen.details.body.further
        box.export.work.ask_path = lambda _path, _kinds: target
        click(box.file)
        window.settle()
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 31
    assert rows[1][-1].endswith("<b>0</b>")


def marks(labels: Iterable[PlainLabel]) -> list[str]:
    return [label.text()[start:end] for label in labels for start, end in label.marks]


def test_a_marked_word_stands_on_its_ground_and_nothing_of_the_text_goes(qtbot: QtBot) -> None:
    words = "نوشته نخست\n😀 رسید مدارک"
    label = PlainLabel(words, wrap=True)
    qtbot.addWidget(label)
    label.resize(200, 80)
    plain = inked(label, theme().warnbg)
    label.mark(((13, 17),))
    marked = inked(label, theme().warnbg)
    assert plain[0] > 0
    assert plain[1] == 0
    # Of the edges of letters some are mixed with the ground.
    assert marked[0] > plain[0] * 0.7
    assert marked[1] > 100
    label.mark(())
    assert inked(label, theme().warnbg) == plain


def inked(label: PlainLabel, ground: QColor) -> tuple[int, int]:
    """How many points are as dark as letters, and how many are of the ground."""
    image = label.grab().toImage()
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(point.lightness() < 110 for point in points), sum(point == ground for point in points)


def test_what_a_search_found_is_marked_where_it_was_written(sqlite_office: TestOffice) -> None:
    number = written(sqlite_office, 30)
    with desk(sqlite_office, sqlite_office.clerk) as window:
        window.screen.lists.search("29 نخست")
        window.settle()
        assert window.screen.model.outline.total == 1
        box = window.screen.details.body.further
        assert number == window.screen.lists.current_id
        assert marks(box.findChildren(PlainLabel)) == ["29"]
        assert box.found is None
        # One of those before is brought up, and only while it is searched for.
        window.screen.lists.search("3 نخست")
        window.settle()
        assert marks(box.findChildren(PlainLabel)) == ["3"]
        assert len(box.rows) == 20
        window.show(keep=number)
        assert marks(box.findChildren(PlainLabel)) == []
