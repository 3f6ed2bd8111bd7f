"""The notice centre by keys: what is told, seen, unseen again, taken back, and not told any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from desktop_app.office.message_templates import MessageKind
from desktop_app.petitions.bulk.acts import Refer
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.outbox.model import OutboxMessage
from desktop_app.petitions.outbox.service import Receipt
from desktop_app.petitions.vocabulary import Channel, Status
from desktop_app.reports.notices.model import Notice, NoticeKind, NoticeList
from desktop_app.staff.deputies import NewDeputy
from tests.department import TestOffice
from tests.petitions.outbox.sending import by, messages, switch_on
from tests.ui.desk_window import DeskWindow, desk, empty_state, opened_bell
from tests.ui.fitting import misfits
from tests.ui.keyboard import CONTROL, activate, click, press
from ui import jobs
from ui.notices.cards import CardList
from ui.notices.pane import NoticesPane
from ui.notices.words import buttons_of, line_words, spoken_words

SHIFT = Qt.KeyboardModifier.ShiftModifier
DAY = date(2026, 11, 24)


@pytest.fixture
def clerk(sqlite_office: TestOffice) -> Iterator[DeskWindow]:
    """A clerk to whom a colleague referred three petitions, and who has one of their own."""
    office = sqlite_office
    office.taken(subject="کار خودم")
    for number in range(3):
        made = office.petition(f"متن {number}", subject=f"پرونده {number}")
        office.services.desk.refer(
            office.other_clerk,
            made.id,
            made.version,
            office.books.id,
            "لطفاً ببینید",
            person_id=office.clerk.person_id,
        )
    with desk(office, office.clerk) as opened:
        opened.show(View.MINE)
        opened.focus_table()
        opened.settle()
        yield opened


def letter(shown: DeskWindow, written: str) -> None:
    activate(shown.window)
    shown.letter(written)


def unseen(pane: NoticesPane) -> list[str]:
    return [notice.about for notice in pane.shown() if not notice.seen]


def test_ctrl_shift_n_opens_the_notices_over_the_details_and_closes_them(clerk: DeskWindow) -> None:
    assert clerk.window.top_bar.bell.count == 3
    before = clerk.screen.table.current_table_row()
    press(clerk.focus(), Qt.Key.Key_N, CONTROL | SHIFT)
    clerk.settle()
    centre = clerk.window.bell.centre
    assert clerk.window.side_pane.content is centre
    assert clerk.focus() is centre.list
    assert centre.head.aside.text() == "۳ دیده‌نشده"
    # Opening alone marks nothing as seen.
    assert len(unseen(centre)) == 3
    press(clerk.focus(), Qt.Key.Key_N, CONTROL | SHIFT)
    clerk.settle()
    assert not clerk.window.side_pane.isVisible()
    assert clerk.focus() is clerk.screen.table
    assert clerk.screen.table.current_table_row() == before


def test_j_and_k_move_and_enter_opens_what_is_then_seen(clerk: DeskWindow) -> None:
    centre = opened_bell(clerk.window)
    first, second, third = (notice.petition_id for notice in centre.shown())
    letter(clerk, "j")
    clerk.key(ord("ت"), text="ت")
    letter(clerk, "k")
    current = centre.list.notice()
    assert current is not None
    assert current.petition_id == second
    clerk.key(Qt.Key.Key_Return)
    assert clerk.shown.id == second
    assert not clerk.window.side_pane.isVisible()
    assert clerk.window.top_bar.bell.count == 2
    opened_bell(clerk.window)
    assert [notice.petition_id for notice in centre.shown()] == [first, third, second]


def test_u_makes_a_notice_unseen_again(clerk: DeskWindow) -> None:
    centre = opened_bell(clerk.window)
    click(centre.all_button)
    clerk.settle()
    assert clerk.window.top_bar.bell.count == 0
    letter(clerk, "u")
    assert clerk.window.top_bar.bell.count == 1
    assert len(unseen(centre)) == 1


def test_all_seen_is_taken_back_by_ctrl_z(clerk: DeskWindow) -> None:
    centre = opened_bell(clerk.window)
    click(centre.all_button)
    clerk.settle()
    assert clerk.message == "۳ اعلان دیده شد."
    assert not centre.all_button.isEnabled()
    assert unseen(centre) == []
    clerk.key(Qt.Key.Key_Z, control=True)
    assert len(unseen(centre)) == 3
    assert clerk.window.top_bar.bell.count == 3
    # It is stored and not only shown.
    assert clerk.office.services.notices.of(clerk.actor).unseen == 3


def test_a_takes_a_petition_from_its_card_and_no_other(clerk: DeskWindow) -> None:
    centre = opened_bell(clerk.window)
    notice = centre.list.notice()
    assert notice is not None
    letter(clerk, "a")
    assert clerk.stored(notice.petition_id).status is Status.IN_PROGRESS
    assert notice.about in clerk.message
    taken = [one for one in centre.shown() if one.seen]
    assert [one.petition_id for one in taken] == [notice.petition_id]
    others = [one.petition_id for one in centre.shown() if not one.seen]
    assert {clerk.stored(number).status for number in others} == {Status.REFERRED}
    clerk.key(Qt.Key.Key_Z, control=True)
    assert clerk.stored(notice.petition_id).status is Status.REFERRED


def test_a_click_on_a_button_of_a_card_opens_its_place(clerk: DeskWindow) -> None:
    centre = opened_bell(clerk.window)
    letter(clerk, "j")
    notice = centre.list.notice()
    assert notice is not None
    click(centre.list.viewport(), centre.list.button_box("open"))
    clerk.settle()
    assert clerk.shown.id == notice.petition_id


def test_a_message_that_did_not_arrive_is_sent_again_from_its_card(
    sqlite_office: TestOffice, tmp_path: Path
) -> None:
    office = sqlite_office
    switch_on(office, kinds=[MessageKind.REGISTERED])
    number = by(Channel.SMS, office)
    office.services.desk.take(office.clerk, number, 1)
    office.services.delivery.write(office.manager, tmp_path)
    [(key,)] = messages(office, OutboxMessage.key)
    office.services.outbox.note_receipts(office.manager, [Receipt(key, False, "خاموش")])
    with desk(office, office.clerk) as shown:
        centre = opened_bell(shown.window)
        [notice] = centre.shown()
        assert (notice.kind, notice.petition_id) == (NoticeKind.NOT_REACHED, number)
        assert centre.tabs.counts == {"all": "۱", "messages": "۱"}
        assert "خاموش" in line_words(notice)
        letter(shown, "s")
        assert "دوباره" in shown.message
        assert centre.shown() == ()
    assert messages(office) == [("registered", "retried"), ("registered", "waiting")]


def test_letters_do_nothing_to_the_petition_below(clerk: DeskWindow) -> None:
    opened_bell(clerk.window)
    before = clerk.stored(clerk.shown.id)
    for written in "wxrp":
        letter(clerk, written)
    assert clerk.stored(before.id) == before
    assert clerk.window.side_pane.isVisible()


def test_what_to_be_told_is_chosen_per_person_and_kept(clerk: DeskWindow) -> None:
    centre = opened_bell(clerk.window)
    click(centre.gear)
    box = centre.wishes.boxes["referred"]
    assert clerk.focus() is box
    clerk.key(Qt.Key.Key_Space)
    assert clerk.window.top_bar.bell.count == 0
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.window.side_pane.isVisible()
    assert "اکنون چیزی" in empty_state(centre).title.text()
    clerk.key(Qt.Key.Key_Escape)
    assert not clerk.window.side_pane.isVisible()
    with desk(clerk.office, clerk.actor) as again:
        assert again.window.top_bar.bell.count == 0
        click(opened_bell(again.window).gear)
        assert not again.window.bell.centre.wishes.boxes["referred"].isChecked()


def test_a_tab_shows_one_topic_and_only_topics_that_there_are(clerk: DeskWindow) -> None:
    office = clerk.office
    office.services.reminders.add(office.clerk, clerk.shown.id, DAY, "زنگ به ناشر")
    absent, me = office.music_clerk.person_id, office.clerk.person_id
    assert absent is not None
    assert me is not None
    office.services.deputies.add(office.administrator, NewDeputy(absent, me, DAY, DAY))
    centre = opened_bell(clerk.window)
    assert centre.tabs.counts == {"all": "۵", "petitions": "۴", "deputies": "۱"}
    centre.tabs.choose("deputies")
    [notice] = centre.shown()
    assert notice.kind is NoticeKind.DEPUTY_BEGINS
    clerk.key(Qt.Key.Key_Tab)
    press(centre.list, Qt.Key.Key_Return)
    clerk.settle()
    assert "جانشین سارا امینی" in clerk.screen.side.remark.text()


def test_the_notices_fit_in_a_small_window(clerk: DeskWindow) -> None:
    clerk.window.resize(QSize(960, 600))
    clerk.settle()
    centre = opened_bell(clerk.window)
    assert clerk.window.side_pane.width() == 561
    assert misfits(centre) == []
    centre.show_wishes()
    assert misfits(centre) == []


def test_without_notices_it_says_so_and_keeps_the_keys(sqlite_office: TestOffice) -> None:
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        centre = opened_bell(shown.window)
        assert "اکنون چیزی" in empty_state(centre).title.text()
        assert not centre.all_button.isEnabled()
        shown.key(Qt.Key.Key_Escape)
        assert not shown.window.side_pane.isVisible()


def test_notices_that_cannot_be_read_say_why_and_are_tried_again(qtbot: QtBot) -> None:
    centre = NoticesPane(("referred",))
    qtbot.addWidget(centre)
    centre.show()
    tried: list[bool] = []
    centre.retried.connect(lambda: tried.append(True))
    centre.show_trouble("پایگاه داده در دسترس نیست.")
    page = empty_state(centre)
    assert "ممکن نشد" in page.title.text()
    button = next(one for one in page.findChildren(type(centre.all_button)) if one.isVisible())
    click(button)
    assert tried == [True]
    # Known notices stay, whatever happens.
    known = NoticeList(DAY, (Notice("a", NoticeKind.GUARD, about="نگهبان"),))
    centre.show_found(known)
    centre.show_trouble("پایگاه داده در دسترس نیست.")
    assert centre.list.isVisible()


@pytest.mark.parametrize("letters", ["dt", "یف"])
def test_a_reminder_is_done_by_d_and_put_off_by_t(qtbot: QtBot, letters: str) -> None:
    centre = NoticesPane(("referred",))
    qtbot.addWidget(centre)
    activate(centre)
    asked: list[str] = []
    centre.pressed.connect(lambda command, _notice: asked.append(command))
    centre.show_found(
        NoticeList(DAY, (Notice("a", NoticeKind.REMINDER, about="زنگ به ناشر", reminder_id=1),))
    )
    for written in letters:
        press(centre.list, ord(written.upper()), text=written)
    assert asked == ["done", "later"]


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_is_drawn_and_spoken(qtbot: QtBot, kind: NoticeKind) -> None:
    cards = CardList()
    qtbot.addWidget(cards)
    cards.resize(408, 300)
    cards.today = DAY
    at = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    notice = Notice("key", kind, at, who="مریم رضایی", about="مجوز رمان", why="لطفاً", until=DAY, count=3)
    cards.show_rows([notice])
    cards.grab()
    words = spoken_words(notice, DAY)
    assert "{" not in words
    assert ("۱۱:۳۰" in words) != ("امروز" in words)
    assert buttons_of(notice)[0].words
    assert jobs.wait_all()


def test_one_card_tells_of_a_run_and_enter_leads_to_exactly_its_rows(sqlite_office: TestOffice) -> None:
    office, bulk = sqlite_office, sqlite_office.services.bulk
    office.taken(subject="کار خودم")
    numbers = tuple(office.registered(f"متن {number}", subject=f"پرونده {number}") for number in range(4))
    act, selection = Refer(office.books.id, "برای اقدام"), BulkSelection(numbers)
    bulk.run(office.manager, bulk.begin(selection, act, bulk.preview(office.manager, selection, act)))
    with desk(office, office.clerk) as shown:
        press(shown.focus(), Qt.Key.Key_N, CONTROL | SHIFT)
        shown.settle()
        centre = shown.window.bell.centre
        [card] = centre.shown()
        assert shown.window.top_bar.bell.count == 1
        words = spoken_words(card, DAY)
        assert words.startswith("۴ درخواست به اداره کتاب ارجاع شد؛ کامران یزدی؛ برای اقدام")
        assert [button.command for button in buttons_of(card)] == ["open"]
        press(shown.focus(), Qt.Key.Key_Return)
        shown.settle()
        assert sorted(shown.subjects()) == [f"پرونده {number}" for number in range(4)]
        assert "۴ درخواست به اداره کتاب ارجاع شد" in shown.screen.side.remark.text()
        assert shown.window.top_bar.bell.count == 0
