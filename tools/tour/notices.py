"""The bell."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.bulk.acts import Refer
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.lists.filters import ListFilter, View
from desktop_app.petitions.vocabulary import Outcome as Ending
from desktop_app.petitions.vocabulary import Status
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Role
from tools.tour.machinery import Tour, actor, scene
from ui import stage


@scene
def bell(tour: Tour) -> None:
    """Due reminders, new referrals, petitions awaiting approval; adding another reminder."""
    inbox, manager = tour.inbox("d.moradi"), actor(tour.services, "d.moradi")
    rows = tour.services.inbox.first(manager, ListFilter(), 3)
    with tour.services.database.reading() as session:
        today = tehran_day(tour.services.database.now(session))
    reminders = tour.services.reminders
    for row, day, words in zip(
        rows, (-2, 0, 0), ("زنگ به ناشر", "پیگیری مدارک", "یادداشت برای جلسه"), strict=True
    ):
        if not reminders.open(manager, row.id):
            kept = reminders.add(manager, row.id, today, words)
            reminders.put_off(manager, kept.id, today + timedelta(days=day))
    inbox.lists.show_list(ListFilter(), keep=rows[0].id)
    stage.settle(600)
    inbox.reminding.ask()
    stage.settle(300)
    dialog = inbox.reminding.dialog
    assert dialog is not None
    stage.write(dialog.day, "شنبه")
    tour.picture("reminder", dialog)
    dialog.reject()
    tour.picture("bell-dot")
    tour.window().bell.open()
    stage.settle(500)
    tour.picture("bell")
    tour.window().side_pane.close()


@scene
def notices(tour: Tour) -> None:
    """What others did for a clerk: unseen and seen cards, a tab, nothing to tell, and what to be told."""
    let_others_act(tour)
    tour.inbox("s.kazemi")
    window = tour.window()
    window.bell.open()
    stage.settle(500)
    tour.picture("notices")
    centre = window.bell.centre
    centre.tabs.choose("deputies")
    stage.settle(100)
    tour.picture("notices-deputies")
    centre.tabs.choose("all")
    stage.click(centre.gear)
    stage.settle(100)
    tour.picture("notices-what-to-be-told")
    centre.leave_wishes()
    stage.click(centre.all_button)
    stage.settle(500)
    tour.picture("notices-all-seen")
    window.resize(960, 600)
    stage.settle(200)
    tour.picture("notices-small")
    window.resize(1440, 868)
    stage.settle(200)
    run = next(row for row in centre.found.notices if row.run) if centre.found is not None else None
    centre.pressed.emit("open", run)
    stage.settle(800)
    tour.picture("notices-rows-of-a-run")
    window.side_pane.close()
    tour.open(tour.empty, "s.kazemi", "inbox")
    tour.window().bell.open()
    stage.settle(500)
    tour.picture("notices-empty")
    tour.window().side_pane.close()


def let_others_act(tour: Tour) -> None:
    """Lets colleagues refer, return, close and write to a clerk; once for all pictures."""
    services, clerk = tour.services, actor(tour.services, "s.kazemi")
    order = "لطفاً تا چهارشنبه با ناشر تماس بگیرید."
    if any(one.why == order for one in services.notices.of(clerk).notices):
        return
    desk, manager = services.desk, actor(services, "n.sadeghi")
    unit = next(iter(clerk.unit_ids))
    first, second, third = services.inbox.first(manager, ListFilter(status=Status.REGISTERED), 3)
    for row, person, words in (
        (first, clerk.person_id, order),
        (second, None, "بررسی و اعلام نظر"),
    ):
        version = desk.peek(manager, row.id).version
        desk.refer(manager, row.id, version, unit, words, person_id=person)
    everybody = [services.accounts.actor(row.id) for row in services.accounts.all() if row.active]
    there = next(one for one in everybody if one.has(Role.CLERK) and not one.unit_ids & {unit, None})
    other = next(iter(there.unit_ids))
    desk.refer(clerk, third.id, desk.peek(clerk, third.id).version, other, "برای اقدام")
    desk.give_back(there, third.id, desk.peek(there, third.id).version, "مربوط به این واحد نیست.")
    mine = services.inbox.first(clerk, ListFilter(view=View.MINE, status=Status.IN_PROGRESS), 1)[0]
    version = desk.peek(manager, mine.id).version
    desk.resolve(manager, mine.id, version, Ending.WITHDRAWN, "متقاضی انصراف داد.")
    many = services.inbox.first(manager, ListFilter(status=Status.REGISTERED), 24)
    act, selection = (
        Refer(unit, "بررسی و پاسخ تا پایان هفته"),
        BulkSelection(tuple(row.id for row in many)),
    )
    bulk = services.bulk
    bulk.run(manager, bulk.begin(selection, act, bulk.preview(manager, selection, act)))
    absent = next(one for one in everybody if one.has(Role.CLERK, unit) and one.person_id != clerk.person_id)
    assert absent.person_id is not None
    assert clerk.person_id is not None
    today = services.notices.of(clerk).today
    terms = NewDeputy(absent.person_id, clerk.person_id, today, today + timedelta(days=4))
    services.deputies.add(actor(services, "p.hosseini"), terms)
