"""What one administrator may not do alone: a second person confirms it."""

from __future__ import annotations

import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event, history
from desktop_app.errors import NotFoundError, NotPermittedError, RuleError
from desktop_app.persian.dates import tehran_day
from desktop_app.staff.accounts import PersonRow
from desktop_app.staff.confirmations import PendingRow
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice, add_person

MANAGER = Membership(Role.MANAGER, None)
ADMINISTRATOR = Membership(Role.ADMINISTRATOR, None)


def row_of(office: TestOffice, actor: Actor) -> PersonRow:
    return next(row for row in office.services.accounts.all() if row.id == actor.person_id)


def ask(office: TestOffice, whom: Actor, role: Membership, by: Actor | None = None) -> PersonRow:
    """Saves the account of `whom` with another role."""
    row = row_of(office, whom)
    return office.services.accounts.change(
        by or office.administrator, row.id, row.version, memberships=row.memberships | {role}
    )


def waiting(office: TestOffice, actor: Actor) -> list[PendingRow]:
    return list(office.services.confirmations.pending(actor))


def told(office: TestOffice, whom: Actor, action: str) -> Event:
    with office.services.database.reading() as session:
        return next(one for one in history(session, "person", whom.person_id or 0) if one.action == action)


def test_a_role_for_oneself_takes_effect_when_a_second_person_confirms_it(office: TestOffice) -> None:
    asked = ask(office, office.administrator, MANAGER)
    assert MANAGER not in asked.memberships
    assert asked.proposed == {MANAGER}
    assert not office.services.accounts.actor(asked.id).has(Role.MANAGER)
    [own] = waiting(office, office.administrator)
    assert (own.mine, own.asked_by, own.membership) == (True, "مدیر سامانه", MANAGER)
    with pytest.raises(RuleError) as caught:
        office.services.confirmations.confirm(office.administrator, own)
    assert caught.value.parameters["rule"] == "second_person_is_another"
    [row] = waiting(office, office.manager)
    office.services.confirmations.confirm(office.manager, row)
    assert office.services.accounts.actor(asked.id).has(Role.MANAGER)
    assert waiting(office, office.manager) == []
    event = told(office, office.administrator, "role_confirmed")
    assert (event.actor_name, event.after) == (office.manager.name, {"role": "manager"})
    with pytest.raises(RuleError) as caught:
        office.services.confirmations.confirm(office.manager, row)
    assert caught.value.parameters["rule"] == "not_proposed"


@pytest.mark.parametrize("role", [Role.CLERK, Role.MANAGER, Role.REVIEWER])
def test_the_desk_opens_to_no_administrator_alone(office: TestOffice, role: Role) -> None:
    other = add_person(office.services, office.administrator, "دومی", "dovom", frozenset({ADMINISTRATOR}))
    actor = office.services.accounts.actor(other.id)
    asked = ask(office, actor, Membership(role, office.books.id))
    assert asked.proposed == {Membership(role, office.books.id)}
    # Nor is it confirmed by whom it is for.
    [row] = waiting(office, actor)
    assert row.mine
    with pytest.raises(RuleError):
        office.services.confirmations.confirm(actor, row)


def test_administration_for_somebody_of_the_desk_waits_and_a_role_of_the_desk_for_a_clerk_does_not(
    office: TestOffice,
) -> None:
    assert ask(office, office.clerk, ADMINISTRATOR).proposed == {ADMINISTRATOR}
    given = ask(office, office.other_clerk, Membership(Role.MANAGER, office.books.id))
    assert given.proposed == frozenset()
    assert "nobody_else" not in told(office, office.other_clerk, "role_given").after


def test_what_was_asked_for_is_declined_by_another_and_withdrawn_by_whoever_asked(office: TestOffice) -> None:
    confirmations = office.services.confirmations
    ask(office, office.administrator, MANAGER)
    [row] = waiting(office, office.manager)
    confirmations.decline(office.manager, row)
    assert row_of(office, office.administrator).proposed == frozenset()
    assert told(office, office.administrator, "role_declined").actor_name == office.manager.name
    ask(office, office.administrator, MANAGER)
    [row] = waiting(office, office.administrator)
    with pytest.raises(NotPermittedError):
        confirmations.withdraw(office.manager, row)
    other = add_person(office.services, office.administrator, "دومی", "dovom", frozenset({ADMINISTRATOR}))
    with pytest.raises(RuleError) as caught:
        confirmations.withdraw(office.services.accounts.actor(other.id), row)
    assert caught.value.parameters["rule"] == "asked_by_another"
    confirmations.withdraw(office.administrator, row)
    assert waiting(office, office.manager) == []
    assert told(office, office.administrator, "role_withdrawn").actor_name == "مدیر سامانه"


@pytest.mark.parametrize("who", ["clerk", "reviewer", "music_manager"])
def test_nobody_else_confirms(office: TestOffice, who: str) -> None:
    actor: Actor = getattr(office, who)
    ask(office, office.administrator, MANAGER)
    [row] = waiting(office, office.manager)
    assert waiting(office, actor) == []
    for settle in (office.services.confirmations.confirm, office.services.confirmations.decline):
        with pytest.raises(NotPermittedError):
            settle(actor, row)


def test_a_new_account_has_no_role_before_its_password_is_chosen_and_confirmed(office: TestOffice) -> None:
    accounts, confirmations = office.services.accounts, office.services.confirmations
    roles = frozenset({ADMINISTRATOR})
    made = accounts.add(office.administrator, "راهبر تازه", "tazeh", roles)
    assert (made.person.unconfirmed, made.person.memberships) == (True, roles)
    [row] = waiting(office, office.manager)
    assert (row.membership, row.ready) == (None, False)
    with pytest.raises(RuleError) as caught:
        confirmations.confirm(office.manager, row)
    assert caught.value.parameters["rule"] == "password_not_chosen"
    accounts.change_own_password(accounts.actor(made.person.id), made.password, "own-words-1405")
    new = accounts.actor(made.person.id)
    assert (new.unconfirmed, new.memberships) == (True, frozenset())
    with pytest.raises(NotPermittedError):
        office.services.units.add(new, "واحد")
    [row] = waiting(office, office.manager)
    confirmations.confirm(office.manager, row)
    assert accounts.actor(made.person.id).memberships == roles
    assert office.services.units.add(new, "واحد").active
    assert told(office, new, "account_confirmed").after["unconfirmed"] is False


def test_a_deputy_whose_account_waits_acts_for_nobody(office: TestOffice, clock: FixedClock) -> None:
    services, today = office.services, tehran_day(clock.moment)
    absent, deputy = office.music_clerk.person_id or 0, office.clerk.person_id or 0
    services.deputies.add(office.administrator, NewDeputy(absent, deputy, today, today))
    number = office.registered(unit=office.music)
    made = services.accounts.reset_password(
        office.administrator, deputy, row_of(office, office.clerk).version
    )
    services.accounts.change_own_password(services.accounts.actor(deputy), made.password, "own-words-1405")
    with pytest.raises((RuleError, NotFoundError)):
        services.desk.take(office.clerk, number, version=1)
    [waits] = waiting(office, office.manager)
    services.confirmations.confirm(office.manager, waits)
    assert services.desk.take(office.clerk, number, version=1).status == "in_progress"


def test_a_declined_account_is_disabled_and_waits_when_it_is_used_again(office: TestOffice) -> None:
    accounts = office.services.accounts
    row = row_of(office, office.clerk)
    made = accounts.reset_password(office.administrator, row.id, row.version)
    accounts.change_own_password(accounts.actor(row.id), made.password, "own-words-1405")
    [waits] = waiting(office, office.manager)
    office.services.confirmations.decline(office.manager, waits)
    now = row_of(office, office.clerk)
    assert (now.active, now.unconfirmed) == (False, True)
    accounts.change(office.administrator, now.id, now.version, active=True)
    assert accounts.actor(row.id).unconfirmed


def test_whoever_reset_a_password_or_owns_the_account_does_not_confirm_it(office: TestOffice) -> None:
    accounts = office.services.accounts
    row = row_of(office, office.manager)
    add_person(office.services, office.administrator, "دومی", "dovom", frozenset({ADMINISTRATOR}))
    made = accounts.reset_password(office.administrator, row.id, row.version)
    accounts.change_own_password(accounts.actor(row.id), made.password, "own-words-1405")
    [waits] = waiting(office, office.administrator)
    assert waits.mine
    with pytest.raises(RuleError):
        office.services.confirmations.confirm(office.administrator, waits)
    assert waiting(office, accounts.actor(row.id)) == []


def test_in_an_office_with_nobody_else_it_takes_effect_at_once_and_the_history_says_so(
    office: TestOffice,
) -> None:
    accounts = office.services.accounts
    manager = row_of(office, office.manager)
    accounts.change(office.administrator, manager.id, manager.version, active=False)
    assert office.services.confirmations.second_persons() == {office.administrator.person_id}
    assert ask(office, office.administrator, MANAGER).memberships >= {MANAGER}
    assert told(office, office.administrator, "role_given").after["nobody_else"] is True
    made = accounts.add(office.administrator, "تازه", "tazeh", frozenset())
    assert not made.person.unconfirmed
    with office.services.database.reading() as session:
        [added] = history(session, "person", made.person.id)
    assert added.after["nobody_else"] is True


def test_whoever_resets_the_password_of_the_second_person_is_not_alone(office: TestOffice) -> None:
    accounts = office.services.accounts
    row = row_of(office, office.manager)
    # Of their own password nobody but the two could say anything.
    assert not accounts.reset_password(office.administrator, row.id, row.version).person.unconfirmed
    assert ask(office, office.administrator, MANAGER).proposed == {MANAGER}
    assert accounts.add(office.administrator, "تازه", "tazeh", frozenset()).person.unconfirmed
    other = add_person(office.services, office.pc, "دومی", "dovom", frozenset({ADMINISTRATOR}))
    for number in (other.id, row.id):
        now = next(one for one in accounts.all() if one.id == number)
        assert accounts.reset_password(office.administrator, now.id, now.version).person.unconfirmed


def test_the_user_of_the_computer_needs_nobody(office: TestOffice) -> None:
    given = ask(office, office.administrator, MANAGER, by=office.pc)
    assert MANAGER in given.memberships
    assert "nobody_else" not in told(office, office.administrator, "role_given").after


def test_the_bell_calls_whoever_can_confirm(office: TestOffice) -> None:
    ask(office, office.administrator, MANAGER)
    rows = {
        actor.person_id: [row.words for row in office.services.bells.of(actor).rows if row.call == "confirm"]
        for actor in (office.manager, office.administrator, office.clerk)
    }
    assert rows == {
        office.manager.person_id: ["مدیر سامانه"],
        office.administrator.person_id: [],
        office.clerk.person_id: [],
    }
