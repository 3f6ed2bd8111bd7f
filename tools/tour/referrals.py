"""Side referrals and the checklist of a petition."""

from __future__ import annotations

import contextlib

from desktop_app.errors import (
    RuleError,
)
from desktop_app.petitions.lists.filters import ListFilter, Scope, View
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.vocabulary import Kind, Move, Purpose, Status
from tools.tour.machinery import Tour, actor, scene
from ui import stage
from ui.petitions.desk.sending import Mode


@scene
def side_referrals(tour: Tour) -> None:
    """A petition with side referrals: the tree, the box to refer it to more units, and the box of an asked
    person.
    """
    services, clerk = tour.services, actor(tour.services, "s.kazemi")
    wanted = ListFilter(scope=Scope.ANY, status=Status.IN_PROGRESS, view=View.MINE)
    rows = services.inbox.find(clerk, wanted, 4)[1]
    row = rows[-1]
    places = services.side_referrals.places()
    press = next(unit.id for unit in services.units.all() if unit.code == "press")
    own = next(
        one for one in places if one.unit_id == row.unit_id and one.person_id not in (None, clerk.person_id)
    )
    other = next(one for one in places if one.unit_id not in (row.unit_id, press) and one.person_id)
    with contextlib.suppress(RuleError):
        targets = [
            SideTarget(own.unit_id, own.person_id, days=2),
            SideTarget(press, purpose=Purpose.ACTION, days=3),
            SideTarget(other.unit_id, None, Purpose.INFORMATION),
        ]
        seen = services.desk.peek(clerk, row.id)
        sent = services.side_referrals.send(clerk, row.id, seen.version, targets, "لطفاً نظر خود را بنویسید.")
        asked = next(one.id for one in sent.referrals if one.to_person == own.person and one.side)
        colleague = services.accounts.actor(own.person_id or 0)
        services.side_referrals.answer(
            colleague, row.id, asked, "سابقه‌ای از این متقاضی در بایگانی نیست؛ مانعی دیده نمی‌شود."
        )
    inbox = tour.inbox("s.kazemi")
    inbox.open_petition(row.id)
    stage.settle(600)
    body = inbox.details.body
    body.ensureWidgetVisible(body.holding, 0, 40)
    stage.settle(300)
    tour.picture("inbox-side-referrals")
    inbox.details.ask(Mode.ORDER)
    recipients = inbox.details.composer.order.recipients
    for place in [one for one in places if one.person_id and one.unit_id != row.unit_id][:2]:
        recipients.add(place)
    recipients.ask()
    stage.settle(300)
    tour.picture("inbox-side-choosing", recipients.field.list_view)
    recipients.field.close_list()
    inbox.details.composer.edit.setPlainText("لطفاً نظر خود را تا پایان هفته بنویسید.")
    stage.settle(300)
    tour.picture("inbox-side-order")
    # Leaves no unfinished text for the following scenes.
    inbox.details.composer.edit.clear()
    other_side = tour.inbox("sh.tavakoli")
    other_side.open_petition(row.id)
    stage.settle(600)
    other_side.details.ask(Mode.SIDE_ANSWER)
    stage.settle(300)
    tour.picture("inbox-side-answer")


@scene
def checklists(tour: Tour) -> None:
    """The checklist of a petition, what an answer waits for, and where an administrator keeps the points."""
    administrator, clerk = actor(tour.services, "p.hosseini"), actor(tour.services, "s.kazemi")
    lists = tour.services.checklists
    titles = (
        "احراز هویت متقاضی",
        "دریافت سوابق بایگانی",
        "تماس با متقاضی",
        "پیوست نظر بررس",
        "ثبت یادآوری پیگیری",
    )
    made = [
        lists.add(administrator, kind=kind, title=title, required=at in (0, 1, 3))
        for kind in (Kind.REQUEST, Kind.CRITICISM)
        for at, title in enumerate(titles)
    ]
    inbox = tour.inbox("s.kazemi")
    wanted = ListFilter(status=Status.IN_PROGRESS, view=View.MINE, kind=Kind.CRITICISM)
    row = tour.services.inbox.find(clerk, wanted, 1)[1][0]
    for point in made[5:7]:
        with contextlib.suppress(RuleError):
            lists.tick(clerk, row.id, point.id)
    inbox.lists.show_list(wanted, keep=row.id)
    stage.settle(900)
    inbox.details.ask(Move.RESOLVE)
    stage.settle(300)
    tour.picture("checklist")
    screen = tour.administration("p.hosseini", "checklists")
    stage.settle(400)
    screen.checklists.roster.setCurrentIndex(screen.checklists.roster.model().index(2, 0))
    stage.settle(300)
    tour.picture("administration-checklists")
    for point in made:
        title, required = point.title, point.required
        lists.change(administrator, point.id, point.version, title=title, required=required, active=False)
