"""Routing where everybody is a role of their own: who is moved by rules, who writes them, what SQL lets nobody do."""

from __future__ import annotations

from typing import Final

import psycopg
import pytest

from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.routing.rules import Conditions, Consequence
from desktop_app.petitions.vocabulary import Channel, Kind, Status, Urgency
from tests.guarded import Department

WHEN: Final = Conditions(kinds=frozenset({"complaint"}), words=("کنسرت",))
COMPLAINT: Final = NewPetition(Kind.COMPLAINT, Channel.PHONE, "از کنسرت دیشب", contact=Contact("علی"))


def music_rule(department: Department, *, on: bool = True, label: int | None = None) -> int:
    admin, actor = department.signed_in("admin")
    then = Consequence(department.office.music.id, Urgency.URGENT, (label,) if label else ())
    made = admin.routing_rules.add(actor, "کنسرت", WHEN, then)
    if on:
        admin.routing_rules.switch(actor, made.id, made.version, on=True)
    return made.id


def test_a_clerk_s_petition_is_moved_to_another_unit_under_their_own_role(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    other = clerk.register.register(rezaei, NewPetition(Kind.REQUEST, Channel.PHONE, "دیگر")).id
    label = clerk.labels.put_on(rezaei, other, "موسیقی").id
    music_rule(department, label=label)
    made = clerk.register.register(rezaei, COMPLAINT)
    detail = clerk.desk.peek(rezaei, made.id)
    assert (detail.unit_id, detail.status, detail.urgency) == (
        department.office.music.id, Status.REFERRED, "urgent",
    )  # fmt: skip
    assert ([one.name for one in detail.labels], detail.referrals[0].rule) == (["موسیقی"], "کنسرت")
    theirs, amini = department.signed_in("amini")
    assert theirs.desk.take(amini, made.id, 1).version == 2


def test_an_administrator_and_a_manager_bring_in_what_rules_move(department: Department) -> None:
    number = music_rule(department)
    for at, name in enumerate(("admin", "yazdi", "sharifi", "amini")):
        services, actor = department.signed_in(name)
        petition = NewPetition(Kind.COMPLAINT, Channel.PHONE, f"کنسرت {at}")
        [made] = services.register.register_many(actor, [petition])
        assert made is not None
        with department.sql("yazdi") as connection:
            found = connection.execute(
                "SELECT to_unit_id, rule_id FROM referral WHERE petition_id = %s", [made.id]
            )
            assert found.fetchall() == [(department.office.music.id, number)]


def test_what_waits_is_routed_by_a_clerk_and_taken_back(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    made = clerk.register.register(rezaei, COMPLAINT)
    label = clerk.labels.put_on(rezaei, made.id, "موسیقی")
    clerk.labels.take_off(rezaei, made.id, label.id)
    music_rule(department, label=label.id)
    done = clerk.unrouted.run(rezaei, clerk.unrouted.plan(rezaei))
    assert (done.moved, done.failed) == (1, 0)
    assert clerk.unrouted.take_back(rezaei, done) == 1
    detail = clerk.desk.peek(rezaei, made.id)
    assert (detail.unit_id, detail.urgency, detail.labels) == (None, "normal", ())


def test_whoever_sees_a_part_tries_on_a_part(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    books = department.office.books.id
    clerk.register.register(rezaei, NewPetition(Kind.COMPLAINT, Channel.PHONE, "کنسرت کتاب", unit_id=books))
    clerk.register.register(rezaei, COMPLAINT)
    number = music_rule(department, on=False)
    today = clerk.drafting.today()
    for name, moved in (("yazdi", 2), ("rezaei", 2), ("amini", 1)):
        services, actor = department.signed_in(name)
        rules = [row.rule for row in services.routing_rules.all()]
        assert services.routing_trials.run(actor, rules, today, today).moved[number] == moved


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE routing_rule SET active = false, version = version + 1",
        "INSERT INTO routing_rule (name, place, active, kinds, channels, groups, about, phrases, unit_id, label_ids,"
        " version) SELECT 'x', 9, true, '[]', '[]', '[]', '[]', '[]', unit_id, '[]', 1 FROM routing_rule",
        "DELETE FROM routing_rule",
    ],
)
def test_nobody_of_the_desk_writes_a_rule_by_sql(department: Department, statement: str) -> None:
    music_rule(department)
    for name in ("rezaei", "yazdi", "sadeghi"):
        with department.sql(name) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement.encode())
    with department.sql("admin") as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("DELETE FROM routing_rule")


def test_no_referral_names_a_rule_that_did_not_make_it(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    made = clerk.register.register(rezaei, NewPetition(Kind.REQUEST, Channel.PHONE, "متن"))
    off = music_rule(department, on=False)
    on = music_rule(department)
    forged = (
        "INSERT INTO referral (petition_id, to_unit_id, purpose, order_note, sent_by_id, sent_at, side, rule_id)"
        " VALUES (%s, %s, 'action', '', app.me(), now(), false, %s)"
    )
    office = department.office
    for unit, number in ((office.music.id, off), (office.books.id, on), (office.music.id, 999)):
        with department.sql("rezaei") as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(forged, [made.id, unit, number])
    with (
        department.sql("rezaei") as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(
            "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
            " VALUES ('routing_rule', %s, 3, now(), app.me(), 'مریم رضایی', 'routing_rule_changed', '{}', '{}', '')",
            [on],
        )
