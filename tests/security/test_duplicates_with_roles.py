"""Near-equal petitions where everybody is a role of their own: who is shown what, and what a merge may undo."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import psycopg
import pytest

from desktop_app.errors import NotFoundError
from desktop_app.likeness.shingles import sketch
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.improvements.service import NewImprovement
from desktop_app.petitions.lists.inbox import ListFilter
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Status
from desktop_app.services import Services
from desktop_app.staff.roles import Actor
from tests.guarded import Department, by_sql

TEXT = "کتاب من از بیستم مرداد در سامانه است و بررس دوم هنوز هیچ پاسخی نداده است؛ لطفاً پیگیری کنید."


def sent(services: Services, actor: Actor, text: str, unit: int | None) -> PetitionDetail:
    made = services.register.register(actor, NewPetition(Kind.REQUEST, Channel.PHONE, text, unit_id=unit))
    return services.desk.open(actor, made.id)


def test_duplicates_are_found_merged_and_parted_within_reach_only(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    other, amini = department.signed_in("amini")
    books, music = department.office.books.id, department.office.music.id
    first = sent(clerk, rezaei, TEXT, books)
    second = sent(clerk, rezaei, f"سلام. {TEXT}", books)
    theirs = sent(other, amini, f"با احترام. {TEXT}", music)
    assert {row.id for row in clerk.duplicates.of(rezaei, first.id).rows} == {second.id}
    assert other.duplicates.typed(amini, TEXT).near_equal == 1
    assert clerk.inbox.alike(rezaei, [first.id, second.id, theirs.id]) == {first.id: 1, second.id: 1}
    assert other.inbox.alike(amini, [first.id, second.id, theirs.id]) == {}
    assert clerk.inbox.count(rezaei, ListFilter(alike=True)) == 2
    assert other.inbox.count(amini, ListFilter(alike=True)) == 0
    with pytest.raises(NotFoundError):
        other.duplicates.link(amini, theirs.id, first.id)
    clerk.duplicates.link(rezaei, first.id, second.id)
    taken = clerk.desk.take(rezaei, second.id, clerk.desk.peek(rezaei, second.id).version)
    waiting = clerk.desk.wait(rezaei, taken.id, taken.version, "مدرک")
    merged = clerk.desk.resolve(
        rezaei, waiting.id, waiting.version, Outcome.DUPLICATE, "همان", duplicate_of=first.tracking_code
    )
    merged = clerk.desk.note(rezaei, merged.id, "یادداشت پس از ادغام")
    nouri, other_clerk = department.signed_in("nouri")
    with department.sql("nouri") as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        # Parted, and taken by the way.
        psql.execute(
            "UPDATE petition SET version = version + 1, status = 'waiting', is_open = true, outcome = NULL,"
            " resolved_at = NULL, duplicate_of_id = NULL, paused_on = now()::date, assignee_id = app.me()"
            " WHERE id = %s",
            (merged.id,),
        )
    back = nouri.desk.unmerge(other_clerk, merged.id, merged.version, "جدا هستند")
    assert back.status is Status.WAITING
    assert (back.assignee_id, back.due_on, back.paused_on) == (
        waiting.assignee_id,
        waiting.due_on,
        waiting.paused_on,
    )
    assert [replace(one) for one in back.referrals] == list(waiting.referrals)
    assert [event.action for event in clerk.desk.peek(rezaei, first.id).history][-2:] == [
        "absorbed",
        "released",
    ]


def test_an_improvement_action_is_changed_by_who_may(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    other, amini = department.signed_in("amini")
    petition = sent(clerk, rezaei, TEXT, department.office.books.id)
    new = NewImprovement("مجوز نشر کتاب", "مرحله بررسی دیده شود", owner_id=rezaei.person_id)
    made = clerk.improvements.add(rezaei, new, [petition.id])
    (seen,) = other.improvements.all(amini)
    assert (seen.petitions, seen.causes) == (1, ())
    values: dict[str, Any] = {"item_type": "improvement", "service": "x", "title": "x", "text": ""}
    with department.sql("amini") as psql:
        for statement in (
            "UPDATE improvement SET title = 'x'",
            "DELETE FROM improvement",
            "INSERT INTO improvement (service, title, text, made_at, made_by_id, version)"
            " VALUES ('x', 'x', '', '2020-01-01', app.me(), 1)",
            f"INSERT INTO improvement_petition VALUES ({made.id}, {petition.id})",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(statement.encode())
        for act in ("improvement_changed", "improvement_done", "improvement_reopened"):
            assert by_sql(psql, act, made.id, words="x", **values) == "not_your_role"
        assert by_sql(psql, "improvement_added", 0, **values | {"title": " "}) == "text_missing"
        assert by_sql(psql, "improvement_added", 0, **values, owner_id=4711) == "not_there_any_more"
        forged: dict[str, Any] = {
            "made_by_id": rezaei.person_id,
            "made_at": "2020-01-01",
            "done_on": "2020-01-01",
        }
        assert by_sql(psql, "improvement_added", 0, **values, **forged) is None
    with department.sql("rezaei") as psql:
        assert by_sql(psql, "improvement_done", made.id, item_type="improvement") == "text_missing"
        assert by_sql(psql, "improvement_changed", made.id, seen=9, **values) == "conflict"
    [theirs] = [one for one in other.improvements.all(amini) if one.id != made.id]
    assert (theirs.made_by, theirs.made_on, theirs.done_on) == (amini.name, made.made_on, None)
    assert clerk.improvements.finish(rezaei, made.id, made.version, "انجام شد").done_on is not None


def test_nobody_tries_words_against_texts_or_forges_pieces_of_them(department: Department) -> None:
    other, amini = department.signed_in("amini")
    clerk, rezaei = department.signed_in("rezaei")
    theirs = sent(other, amini, TEXT, department.office.music.id)
    own = sent(clerk, rezaei, "متن دیگری که به کتاب ربط دارد", department.office.books.id)
    [piece, *_] = sketch(TEXT)
    with department.sql("rezaei") as psql:
        for number in (theirs.id, own.id, 4711):
            for statement in (
                f"INSERT INTO petition_sketch (piece, petition_id) VALUES ({piece}, {number})",
                f"SELECT app.keep_sketches(ARRAY[{piece}], ARRAY[{number}])",
                f"SELECT app.pair_near_equals(ARRAY[{piece}], ARRAY[{number}])",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    psql.execute(statement.encode())
        # A change makes the row of a petition as new as one that was added.
        with psql.transaction(force_rollback=True):
            assert by_sql(psql, "take", own.id) is None
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute("SELECT app.keep_sketches(ARRAY[1], ARRAY[%s::bigint])", (own.id,))


def test_nobody_settles_a_pair_or_changes_what_a_petition_is_found_by_without_an_event(
    department: Department,
) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    books = department.office.books.id
    first, second = (sent(clerk, rezaei, text, books) for text in (TEXT, f"سلام. {TEXT}"))
    both = [first.id, second.id]
    settled = f"UPDATE near_equal SET settled = true WHERE petition_id = {first.id}".encode()
    with department.sql("rezaei") as psql:
        with pytest.raises(psycopg.errors.IntegrityConstraintViolation), psql.transaction():
            psql.execute(settled)
        with psql.transaction(force_rollback=True):
            # An event of something else tells nothing of it.
            assert by_sql(psql, "take", first.id) is None
            psql.execute(settled)
            with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
                psql.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(psycopg.errors.InsufficientPrivilege), psql.transaction():
            psql.execute("SELECT app.index_again(%s, ARRAY['کتاب'], '', '{}')", (first.id,))
    assert clerk.inbox.alike(rezaei, both) == {first.id: 1, second.id: 1}
    clerk.duplicates.set_apart(rezaei, first.id, second.id)
    assert clerk.inbox.alike(rezaei, both) == {}
    clerk.duplicates.take_back(rezaei, first.id, second.id)
    assert clerk.inbox.alike(rezaei, both) == {first.id: 1, second.id: 1}
