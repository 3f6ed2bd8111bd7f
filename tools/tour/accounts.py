"""Accounts in the administration: passwords, confirmations, handing over, deputies."""

from __future__ import annotations

import contextlib
from datetime import timedelta

from PySide6.QtCore import Qt

from desktop_app.clock import pc_clock
from desktop_app.errors import (
    RuleError,
)
from desktop_app.persian.dates import tehran_day
from desktop_app.staff.accounts import PersonRow
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Membership, Role, pc_user
from tests.ui.keyboard import choose_row
from tools.tour.machinery import Tour, actor, scene
from ui import stage


@scene
def administration_password(tour: Tour) -> None:
    screen = tour.administration("p.hosseini", "staff")
    # A person with a one-time password may do nothing before choosing their own, so this person is in no other
    # picture.
    stage.write(screen.staff.pane.box, "اکبری")
    stage.settle(400)
    stage.click(screen.staff.password.ask_button)
    stage.settle(150)
    tour.picture("administration-password-asked")
    stage.click(screen.staff.password.yes_button)
    stage.settle(400)
    tour.picture("administration-password-shown")
    stage.write(screen.staff.pane.box, "نیست")
    stage.settle(400)
    tour.picture("administration-nobody-found")


@scene
def administration_recovery(tour: Tour) -> None:
    """The recovery code of the administrator who is signed in, asked for and made."""
    screen = tour.administration("p.hosseini", "staff")
    choose_row(screen.staff.roster, tour.window().workplace.actor.person_id or 0)
    stage.settle(300)
    tour.picture("administration-recovery")
    stage.click(screen.staff.recovery.ask_button)
    stage.settle(100)
    tour.picture("administration-recovery-asked")
    stage.click(screen.staff.recovery.yes_button)
    stage.settle(400)
    tour.picture("administration-recovery-code")
    stage.click(screen.staff.recovery.put_away_button)
    stage.settle(100)


@scene
def administration_confirmations(tour: Tour) -> None:
    """What waits for a second person: as who asked sees it, as who confirms, and nothing."""
    row = next(one for one in tour.services.accounts.all() if one.username == "p.hosseini")
    let_something_wait(tour, row)
    for name in ("p.hosseini", "d.moradi"):
        screen = tour.administration(name, "confirmations")
        tour.picture(f"administration-confirmations-{name[0]}")
    screen.confirmations.save_button.setFocus(Qt.FocusReason.TabFocusReason)
    tour.window().resize(1366, 768)
    stage.settle(300)
    tour.picture("administration-confirmations-1366")
    tour.window().resize(tour.window().minimumSizeHint().expandedTo(tour.window().minimumSize()))
    stage.settle(300)
    tour.picture("administration-confirmations-small")
    tour.window().bell.open()
    stage.settle(400)
    tour.picture("bell-confirmations")
    tour.window().side_pane.close()
    tour.window().resize(1366, 768)
    screen = tour.administration("p.hosseini", "staff")
    stage.settle(300)
    tour.window().resize(1366, 768)
    stage.settle(300)
    stage.write(screen.staff.pane.box, row.full_name.split()[-1])
    stage.settle(400)
    tour.picture("administration-staff-waiting-1366")


def let_something_wait(tour: Tour, row: PersonRow) -> None:
    """Makes a second person, a role and two accounts that wait; once for all pictures."""
    accounts, administrator = tour.services.accounts, actor(tour.services, "p.hosseini")
    if any(one.username == "n.sadr" for one in accounts.all()):
        return
    screen = tour.administration("p.hosseini", "staff")
    stage.write(screen.staff.pane.box, row.full_name.split()[-1])
    stage.settle(400)
    tour.picture("administration-staff-alone")
    manager = next(one for one in accounts.all() if one.username == "d.moradi")
    whole_office = manager.memberships | {Membership(Role.MANAGER, None)}
    accounts.change(pc_user("tour"), manager.id, manager.version, memberships=whole_office)
    tour.administration("d.moradi", "confirmations")
    tour.picture("administration-confirmations-none")
    memberships = row.memberships | {Membership(Role.REVIEWER, None)}
    accounts.change(administrator, row.id, row.version, memberships=memberships)
    made = accounts.add(administrator, "نیما صدر", "n.sadr", frozenset({Membership(Role.CLERK, None)}))
    accounts.change_own_password(accounts.actor(made.person.id), made.password, "own-words-1405")
    accounts.add(administrator, "لیلا رهنما", "l.rahnama", frozenset({Membership(Role.CLERK, None)}))


@scene
def administration_hand_over(tour: Tour) -> None:
    screen = tour.administration("d.moradi", "hand_over")
    panel = screen.hand_over
    panel.choose(actor(tour.services, "n.amini").person_id or 0)
    stage.settle(400)
    for box in panel.boxes.values():
        box.setCurrentIndex(2)
    stage.write(panel.reason, "به اداره دیگری رفت")
    tour.picture("administration-hand-over")
    stage.click(panel.start_button)
    stage.settle(500)
    tour.picture("administration-handed-over")
    tour.window().message_bar.undo_action.trigger()
    stage.settle(500)


@scene
def administration_deputies(tour: Tour) -> None:
    deputies = tour.services.deputies
    people = {row.username: row.id for row in tour.services.accounts.all()}
    administrator = actor(tour.services, "p.hosseini")
    today = tehran_day(pc_clock().now())
    for absent, acting, first, last in (
        ("n.amini", "k.sharifi", 0, 6), ("m.naderi", "f.salehi", 3, 20),
    ):  # fmt: skip
        terms = NewDeputy(people[absent], people[acting], today + timedelta(first), today + timedelta(last))
        with contextlib.suppress(RuleError):
            deputies.add(administrator, terms)
    tour.administration("p.hosseini", "deputies")
    tour.picture("administration-deputies-full")
    screen = tour.administration("p.hosseini", "deputies")
    screen.deputies.start_new()
    screen.deputies.save()
    stage.settle(200)
    tour.picture("administration-deputies-refused")
