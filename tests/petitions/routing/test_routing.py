"""Routing rules in the office: written, ordered and tried, applied where nobody told a unit, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.bulk.acts import Refer
from desktop_app.petitions.model import Petition, Referral
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.routing.book import RuleRow, findings_of
from desktop_app.petitions.routing.rules import Conditions, Consequence
from desktop_app.petitions.vocabulary import Channel, Kind, Status, Urgency
from tests.department import TestOffice

LICENCE = Conditions(kinds=frozenset({"complaint"}), words=("مجوز نشر",))


def rule(
    office: TestOffice,
    name: str = "شکایت از مجوز نشر",
    when: Conditions = LICENCE,
    *,
    to: int | None = None,
    on: bool = True,
    **then: Any,
) -> RuleRow:
    book, admin = office.services.routing_rules, office.administrator
    made = book.add(admin, name, when, Consequence(to or office.books.id, **then))
    return book.switch(admin, made.id, made.version, on=True) if on else made


COMPLAINT = NewPetition(
    Kind.COMPLAINT, Channel.PORTAL, "از مجوزهای نشر كتابم خبری نیست", contact=Contact("علی")
)


def test_a_rule_is_written_changed_switched_and_each_is_told(office: TestOffice) -> None:
    book, admin = office.services.routing_rules, office.administrator
    made = rule(office, "  شکایت   نشر ", replace(LICENCE, words=("مجوز نشر", "مجوزهای نشر", " ")), on=False)
    assert (made.place, made.active, made.rule.name) == (1, False, "شکایت نشر")
    assert made.rule.when.words == ("مجوز نشر",)
    on = book.switch(admin, made.id, made.version, on=True)
    changed = book.change(
        admin, made.id, on.version, "کتاب", Conditions(kinds=frozenset(Kind)), Consequence(office.music.id)
    )
    assert changed.active
    assert (changed.rule.when, changed.unit_name) == (Conditions(), "اداره موسیقی")
    with office.services.database.reading() as session:
        events = history(session, "routing_rule", made.id)
    assert [event.action for event in events] == [
        "routing_rule_added", "routing_rule_changed", "routing_rule_changed",
    ]  # fmt: skip
    assert events[1].before["active"] is False
    assert events[1].after["active"] is True
    assert events[2].after["unit_name"] == "اداره موسیقی"


def test_of_two_administrators_the_second_is_told(office: TestOffice) -> None:
    book, admin = office.services.routing_rules, office.administrator
    made = rule(office, on=False)
    book.switch(admin, made.id, made.version, on=True)
    with pytest.raises(ConflictError):
        book.change(admin, made.id, made.version, "دیگر", LICENCE, made.rule.then)
    with pytest.raises(ConflictError):
        book.switch(admin, made.id, made.version, on=False)
    with pytest.raises(ConflictError):
        book.move(admin, made.id, made.version, 1)


def test_the_order_is_moved_and_whoever_has_another_rule_open_keeps_it(office: TestOffice) -> None:
    book, admin = office.services.routing_rules, office.administrator
    rows = [rule(office, name, on=False) for name in ("الف", "ب", "پ", "ت")]

    def names(found: tuple[RuleRow, ...]) -> str:
        assert [row.place for row in found] == [1, 2, 3, 4]
        return "".join(row.rule.name for row in found)

    moved = book.move(admin, rows[3].id, rows[3].version, 2)
    assert names(moved) == "الفتبپ"
    assert names(book.move(admin, rows[3].id, moved[1].version, 99)) == "الفبپت"
    assert names(book.move(admin, rows[2].id, rows[2].version, 1)) == "پالفبت"
    assert book.change(admin, rows[1].id, rows[1].version, "ب", LICENCE, rows[1].rule.then).place == 3


@pytest.mark.parametrize(
    ("name", "when", "field", "reason"),
    [
        (" ", LICENCE, "rule_name", "empty"),
        ("ق" * 81, LICENCE, "rule_name", "too_long"),
        ("ق\x07", LICENCE, "rule_name", "control_characters"),
        ("ق", replace(LICENCE, words=("؟ !",)), "rule_words", "no_word"),
        ("ق", replace(LICENCE, words=("ن" * 81,)), "rule_words", "too_long"),
        ("ق", replace(LICENCE, about=tuple(f"خدمت {n}" for n in range(41))), "about", "too_many"),
    ],
)
def test_what_no_rule_can_be_is_refused_by_name(
    office: TestOffice, name: str, when: Conditions, field: str, reason: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        rule(office, name, when, on=False)
    assert (caught.value.parameters["field"], caught.value.parameters["reason"]) == (field, reason)
    assert office.services.routing_rules.all() == ()


def test_a_rule_names_a_unit_and_labels_that_are_in_use(office: TestOffice) -> None:
    with pytest.raises(NotFoundError):
        rule(office, to=999)
    with pytest.raises(NotFoundError):
        rule(office, label_ids=(7,))


def test_only_administrators_change_rules_and_everybody_reads_them(office: TestOffice) -> None:
    made, other = rule(office), rule(office, "دیگری")
    book = office.services.routing_rules
    for actor in (office.manager, office.clerk, office.reviewer):
        with pytest.raises(NotPermittedError):
            book.switch(actor, made.id, made.version, on=False)
        with pytest.raises(NotPermittedError):
            book.move(actor, made.id, made.version, 2)
        with pytest.raises(NotPermittedError):
            book.add(actor, "ق", LICENCE, made.rule.then)
        with pytest.raises(NotPermittedError):
            book.change(actor, made.id, made.version, "ق", LICENCE, made.rule.then)
    assert book.all() == (made, other)


def test_a_petition_without_a_unit_goes_where_the_first_rule_says_and_tells_which(office: TestOffice) -> None:
    services = office.services
    first = office.petition("یکی", name="رضا")
    label = services.labels.put_on(office.clerk, first.id, "نشر")
    made = rule(office, urgency=Urgency.URGENT, label_ids=(label.id,), to=office.music.id)
    rule(office, "هر شکایتی", Conditions(kinds=frozenset({"complaint"})))
    number = services.register.register(office.clerk, COMPLAINT).id
    detail = services.desk.peek(office.clerk, number)
    assert (detail.unit_id, detail.status, detail.urgency) == (office.music.id, Status.REFERRED, "urgent")
    assert [one.name for one in detail.labels] == ["نشر"]
    assert detail.version == 1
    [event] = detail.history
    assert (event.after["rule"], event.after["rule_id"]) == (made.rule.name, made.id)
    assert (event.after["labels"], event.after["words"]) == (["نشر"], ["مجوز نشر"])
    [referral] = detail.referrals
    assert (referral.to_unit, referral.rule) == ("اداره موسیقی", made.rule.name)


def test_a_told_unit_stays_and_nothing_is_made_less_pressing(office: TestOffice) -> None:
    rule(office, urgency=Urgency.URGENT, to=office.music.id)
    register, desk = office.services.register, office.services.desk
    told = register.register(office.clerk, replace(COMPLAINT, unit_id=office.books.id)).id
    detail = desk.peek(office.clerk, told)
    assert (detail.unit_id, detail.urgency) == (office.books.id, "normal")
    assert "rule" not in detail.history[0].after
    assert detail.referrals[0].rule == ""
    # Also beside others that a rule moves.
    beside = [
        replace(COMPLAINT, text=f"مجوز نشر {n}", unit_id=unit)
        for n, unit in enumerate((office.books.id, None))
    ]
    both = [desk.peek(office.manager, one.id) for one in register.register_many(office.clerk, beside) if one]
    assert [one.unit_id for one in both] == [office.books.id, office.music.id]
    pressing = replace(COMPLAINT, text="باز هم مجوز نشر", urgency=Urgency.IMMEDIATE)
    assert desk.peek(office.clerk, register.register(office.clerk, pressing).id).urgency == "immediate"


def test_rules_that_are_off_or_lead_to_a_retired_unit_move_nothing(office: TestOffice) -> None:
    services = office.services
    rule(office, on=False)
    made = rule(office, to=office.music.id)
    services.units.change(office.administrator, office.music.id, active=False)
    detail = services.desk.peek(office.clerk, services.register.register(office.clerk, COMPLAINT).id)
    assert (detail.unit_id, detail.status) == (None, Status.REGISTERED)
    assert findings_of(services.routing_rules.all()).dead == {}
    assert not next(row for row in services.routing_rules.all() if row.id == made.id).unit_active


def test_labels_that_were_merged_or_retired_since_are_followed_or_left(office: TestOffice) -> None:
    services, admin = office.services, office.administrator
    one = office.petition("یکی", name="رضا")
    labels = [services.labels.put_on(office.clerk, one.id, name) for name in ("نشر", "کتاب", "کهنه")]
    rule(office, label_ids=tuple(label.id for label in labels))
    services.labels.merge(admin, labels[0].id, labels[0].version, labels[1].id)
    services.labels.change(admin, labels[2].id, labels[2].version, active=False)
    number = services.register.register(office.clerk, COMPLAINT).id
    assert [label.name for label in services.desk.peek(office.clerk, number).labels] == ["کتاب"]


def test_last_month_is_tried_against_where_it_went(office: TestOffice, clock: FixedClock) -> None:
    services = office.services
    for n in range(3):
        services.register.register(
            office.clerk, replace(COMPLAINT, text=f"مجوز نشر {n}", unit_id=office.music.id)
        )
    services.register.register(office.clerk, replace(COMPLAINT, text="مجوز نشر", unit_id=office.books.id))
    services.register.register(office.clerk, replace(COMPLAINT, text="مجوز نشر هنوز"))
    services.register.register(office.clerk, replace(COMPLAINT, text="دیگر"))
    clock.advance(timedelta(days=31))
    made = rule(office, on=False)
    trials = services.routing_trials
    first, last = trials.months(1)
    assert trials.months(3)[1] == last
    assert (first - trials.months(3)[0]).days in (59, 60, 61, 62)
    trial = trials.run(office.manager, [made.rule], first, last)
    assert (trial.total, trial.moved[made.id], trial.unrouted) == (6, 5, 1)
    assert trial.differing({made.id: office.books.id}) == 4
    assert trial.against == {
        (made.id, office.music.id): 3, (made.id, office.books.id): 1, (made.id, None): 1,
    }  # fmt: skip
    assert {(one.unit_id, one.rule_id) for one in trial.elsewhere} == {
        (office.music.id, made.id), (None, made.id),
    }  # fmt: skip
    assert trials.run(office.manager, [made.rule], first, last, of=made.id + 1).elsewhere == []
    assert trials.run(office.manager, [made.rule], last, last).total == 0
    with pytest.raises(NotPermittedError):
        trials.run(office.reviewer, [made.rule], first, last)


def test_what_waits_is_routed_now_and_all_of_it_taken_back(office: TestOffice) -> None:
    services = office.services
    waiting = [
        services.register.register(office.clerk, replace(COMPLAINT, text=f"مجوز نشر {n}")).id
        for n in range(3)
    ]
    other = services.register.register(office.clerk, replace(COMPLAINT, text="دیگر")).id
    label = services.labels.put_on(office.clerk, other, "نشر")
    made = rule(office, to=office.music.id, urgency=Urgency.URGENT, label_ids=(label.id,))
    plan = services.unrouted.plan(office.clerk)
    assert (plan.count, plan.left) == (3, 1)
    done = services.unrouted.run(office.clerk, plan)
    assert (done.moved, done.failed) == (3, 0)
    for number in waiting:
        detail = services.desk.peek(office.clerk, number)
        assert (detail.unit_id, detail.urgency) == (office.music.id, "urgent")
        assert [one.name for one in detail.labels] == ["نشر"]
        assert (detail.history[-1].action, detail.history[-1].after["rule"]) == ("refer", made.rule.name)
        assert detail.referrals[-1].rule == made.rule.name
    assert services.desk.peek(office.clerk, other).unit_id is None
    assert isinstance(services.bulk_runs.all(office.clerk)[0].act, Refer)
    assert services.unrouted.take_back(office.clerk, done) == 3
    for number in waiting:
        detail = services.desk.peek(office.clerk, number)
        assert (detail.unit_id, detail.urgency, detail.labels) == (None, "normal", ())
        assert detail.status is Status.REGISTERED


def test_one_undo_at_the_desk_takes_the_urgency_back_too(office: TestOffice) -> None:
    services = office.services
    number = services.register.register(office.clerk, COMPLAINT).id
    rule(office, urgency=Urgency.IMMEDIATE)
    services.unrouted.run(office.clerk, services.unrouted.plan(office.clerk))
    detail = services.desk.peek(office.clerk, number)
    assert detail.urgency == "immediate"
    back = services.desk.undo(office.clerk, number, detail.version)
    assert (back.urgency, back.unit_id) == ("normal", None)


def test_a_rule_that_was_switched_off_meanwhile_moves_nothing_more(office: TestOffice) -> None:
    services = office.services
    number = services.register.register(office.clerk, COMPLAINT).id
    made = rule(office)
    plan = services.unrouted.plan(office.clerk)
    services.routing_rules.switch(office.administrator, made.id, made.version, on=False)
    with pytest.raises(NotFoundError):
        services.unrouted.run(office.clerk, plan)
    assert services.desk.peek(office.clerk, number).unit_id is None
    with pytest.raises(NotPermittedError):
        services.unrouted.plan(office.reviewer)


def test_what_other_systems_hand_in_is_routed_on_its_way(office: TestOffice) -> None:
    services = office.services
    made = rule(office, to=office.music.id)
    with services.database.writing() as session:
        for number, words in enumerate(("مجوز نشر من کجاست", "موضوع دیگر")):
            payload = {"نوع": "شکایت", "متن": words, "نام متقاضی": "علی"}
            session.add(IntakeSubmission(channel="portal", external_id=f"P-{number}", payload=payload))
    assert services.staging.run(office.manager).petitions == 2
    with services.database.reading() as session:
        found = {
            row.external_id: (row.unit_id, row.status)
            for row in session.execute(select(Petition.external_id, Petition.unit_id, Petition.status))
        }
        ruled = list(session.scalars(select(Referral.rule_id)))
    assert found == {"P-0": (office.music.id, "referred"), "P-1": (None, "registered")}
    assert ruled == [made.id]
