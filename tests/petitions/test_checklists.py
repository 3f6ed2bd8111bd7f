"""Checklists of kinds and labels: who ticks what, and what an answer waits for."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.verification import verify
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.petitions.bulk.acts import Resolve
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.checklists.service import CheckPointRow, Tick
from desktop_app.petitions.macros.service import MacroTerms
from desktop_app.petitions.vocabulary import Kind, Move, Outcome, Status
from desktop_app.wording.errors import error_sentence
from tests.department import TestOffice

POINT = "احراز هویت متقاضی"


def add(office: TestOffice, title: str = POINT, *, required: bool = True, **of: Any) -> CheckPointRow:
    of = of or {"kind": Kind.REQUEST}
    return office.services.checklists.add(office.administrator, title=title, required=required, **of)


def points(office: TestOffice, number: int) -> dict[str, Tick]:
    return {tick.title: tick for tick in office.services.checklists.of(office.clerk, number)}


def test_nothing_is_asked_for_until_an_administrator_makes_a_point(office: TestOffice) -> None:
    seen = office.taken()
    assert points(office, seen.id) == {}
    assert Move.RESOLVE in seen.allowed


def test_a_point_is_ticked_with_who_and_when_and_an_event(office: TestOffice, clock: FixedClock) -> None:
    row, seen = add(office), office.taken()
    assert points(office, seen.id)[POINT].missing
    now = office.services.checklists.tick(office.clerk, seen.id, row.id)
    tick = points(office, seen.id)[POINT]
    assert (tick.ticked_by, tick.ticked_at, tick.missing) == (office.clerk.name, clock.now(), False)
    assert (now.history[-1].action, now.history[-1].after["point"]) == ("ticked", POINT)
    back = office.services.checklists.tick(office.other_clerk, seen.id, row.id, on=False)
    assert (back.history[-1].action, back.history[-1].actor_name) == ("unticked", office.other_clerk.name)
    assert points(office, seen.id)[POINT].missing
    assert not verify(office.services.database).breaks


def test_a_petition_is_answered_only_when_the_required_points_are_ticked(office: TestOffice) -> None:
    desk, lists = office.services.desk, office.services.checklists
    first, second = add(office), add(office, "پیوست نظر بررس")
    add(office, "ثبت یادآوری", required=False)
    seen = desk.peek(office.clerk, office.taken().id)
    assert (seen.resolve_refusal, seen.first_missing) == ("point_missing", POINT)
    with pytest.raises(RuleError, match="point_missing") as caught:
        desk.resolve(office.clerk, seen.id, seen.version, Outcome.ANSWERED, "پاسخ")
    assert POINT in error_sentence(caught.value)
    now = lists.tick(office.clerk, seen.id, first.id)
    with pytest.raises(RuleError) as caught:
        desk.resolve(office.clerk, seen.id, now.version, Outcome.ANSWERED, "پاسخ")
    assert "پیوست نظر بررس" in error_sentence(caught.value)
    now = lists.tick(office.clerk, seen.id, second.id)
    assert (now.resolve_refusal, now.first_missing) == (None, "")
    done = desk.resolve(office.clerk, seen.id, now.version, Outcome.ANSWERED, "پاسخ")
    assert done.status is Status.RESOLVED


def test_a_decision_without_an_answer_needs_them_and_a_duplicate_does_not(office: TestOffice) -> None:
    add(office)
    desk, seen = office.services.desk, office.taken()
    with pytest.raises(RuleError, match="point_missing"):
        desk.resolve(office.clerk, seen.id, seen.version, Outcome.INADMISSIBLE, "علت")
    closed = desk.resolve(office.clerk, seen.id, seen.version, Outcome.WITHDRAWN, "انصراف داد")
    assert closed.status is Status.RESOLVED


def test_a_reply_goes_for_approval_before_the_points_and_the_manager_waits_for_them(
    office: TestOffice,
) -> None:
    row, desk = add(office), office.services.desk
    number = office.registered(unit=office.music)
    seen = desk.take(office.music_clerk, number, 1)
    sent = desk.submit(office.music_clerk, number, seen.version, "پاسخ")
    with pytest.raises(RuleError, match="point_missing"):
        desk.resolve(office.music_manager, number, sent.version, Outcome.ANSWERED, "")
    now = office.services.checklists.tick(office.music_manager, number, row.id)
    assert desk.resolve(office.music_manager, number, now.version, Outcome.ANSWERED, "").outcome == "answered"


def test_a_point_of_a_label_belongs_to_its_petitions_also_after_a_merge(office: TestOffice) -> None:
    labels, seen = office.services.labels, office.taken()
    label = labels.put_on(office.clerk, seen.id, "فوری")
    other = office.taken(text="متن دیگر").id
    add(office, label_id=label.id)
    assert [tick.label for tick in points(office, seen.id).values()] == ["فوری"]
    assert points(office, other) == {}
    into = labels.put_on(office.clerk, other, "بسیار فوری")
    [stored] = [one for one in labels.all() if one.id == label.id]
    labels.merge(office.administrator, label.id, stored.version, into.id)
    assert set(points(office, seen.id)) == set(points(office, other)) == {POINT}
    labels.take_off(office.clerk, other, into.id)
    assert points(office, other) == {}


def test_another_kind_has_another_list_and_ticked_points_stay_in_sight(office: TestOffice) -> None:
    row = add(office)
    add(office, "احراز هویت شاکی", kind=Kind.COMPLAINT)
    seen = office.taken(kind=Kind.COMPLAINT)
    assert set(points(office, seen.id)) == {"احراز هویت شاکی"}
    with pytest.raises(RuleError, match="not_its_point"):
        office.services.checklists.tick(office.clerk, seen.id, row.id)


def test_a_retired_point_is_asked_for_no_more_and_stays_where_it_was_ticked(office: TestOffice) -> None:
    row, ticked, other = add(office), office.taken(), office.taken(text="متن دیگر")
    office.services.checklists.tick(office.clerk, ticked.id, row.id)
    office.services.checklists.change(
        office.administrator, row.id, row.version, title=POINT, required=True, active=False
    )
    assert points(office, other.id) == {}
    assert points(office, ticked.id)[POINT].ticked_by == office.clerk.name
    assert office.services.desk.peek(office.clerk, other.id).resolve_refusal is None


def test_points_are_ordered_renamed_and_never_twice_in_a_list(office: TestOffice) -> None:
    lists, by = office.services.checklists, office.administrator
    first, second = add(office), add(office, "تماس با متقاضی", required=False)
    assert [row.title for row in lists.move(by, second.id, -1)] == ["تماس با متقاضی", POINT]
    assert [row.place for row in lists.all()] == [1, 2]
    changed = lists.change(by, first.id, first.version, title="احراز هویت", required=False, active=True)
    assert (changed.title, changed.required) == ("احراز هویت", False)
    with pytest.raises(ConflictError):
        add(office, "احراز  هويت")
    with pytest.raises(ConflictError):
        lists.change(by, first.id, first.version, title="دیگر", required=True, active=True)
    with pytest.raises(InvalidValueError):
        add(office, " ")
    with pytest.raises(NotFoundError):
        add(office, "الف", label_id=987654)
    # The same words are another point of another list.
    assert add(office, "احراز هویت", kind=Kind.OPINION).place == 1


def test_only_administrators_keep_lists_and_only_who_works_on_it_ticks(office: TestOffice) -> None:
    row, seen = add(office), office.taken()
    lists, second = office.services.checklists, add(office, "ب")
    for act in (
        lambda: lists.add(office.manager, kind=Kind.REQUEST, title="الف", required=True),
        lambda: lists.change(office.clerk, row.id, 1, title="الف", required=False, active=False),
        lambda: lists.move(office.clerk, second.id, -1),
    ):
        with pytest.raises(NotPermittedError):
            act()
    with pytest.raises((NotFoundError, RuleError)):
        lists.tick(office.music_clerk, seen.id, row.id)
    lists.tick(office.clerk, seen.id, row.id)
    with pytest.raises(RuleError, match="ticked_already"):
        lists.tick(office.other_clerk, seen.id, row.id)


def test_a_closed_petition_is_ticked_no_more(office: TestOffice) -> None:
    row, seen = add(office, required=False), office.taken()
    done = office.services.desk.resolve(office.clerk, seen.id, seen.version, Outcome.ANSWERED, "پاسخ")
    with pytest.raises(RuleError, match="not_from_this_state"):
        office.services.checklists.tick(office.clerk, done.id, row.id)


def test_a_tick_is_no_conflict_with_what_a_colleague_is_writing(office: TestOffice) -> None:
    row, seen = add(office), office.taken()
    office.services.checklists.tick(office.other_clerk, seen.id, row.id)
    done = office.services.desk.resolve(office.clerk, seen.id, seen.version, Outcome.ANSWERED, "پاسخ")
    assert done.status is Status.RESOLVED


def test_in_bulk_and_by_macro_the_missing_point_is_named_too(office: TestOffice) -> None:
    services, clerk = office.services, office.clerk
    row, ready, lacking = add(office), office.taken(), office.taken(text="متن دیگر")
    services.checklists.tick(clerk, ready.id, row.id)
    act, selection = Resolve(Outcome.ANSWERED, "پاسخ"), BulkSelection((ready.id, lacking.id))
    preview = services.bulk.preview(clerk, selection, act)
    [(error, count)] = preview.refused
    assert (preview.possible, count) == (1, 1)
    assert POINT in error_sentence(error)
    run = services.bulk.run(clerk, services.bulk.begin(selection, act, preview))
    assert list(run.done) == [ready.id]
    assert [POINT in error_sentence(failure.error) for failure in run.failures] == [True]
    macro = services.macros.add(clerk, MacroTerms("پاسخ", steps=(act,)))
    shown = services.desk.peek(clerk, lacking.id)
    [outcome] = services.macro_runs.preview(clerk, lacking.id, macro.id)
    assert outcome.error is not None
    assert POINT in error_sentence(outcome.error)
    with pytest.raises(RuleError, match="point_missing"):
        services.macro_runs.run(clerk, lacking.id, shown.version, macro.id)
